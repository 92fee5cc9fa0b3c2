"""What happened by when, as sorted arrays, against counting one by one."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.runner.timelines import Track

HAPPENINGS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), max_size=30)


def _track(happened: list[tuple[int, int]]) -> Track:
    instants = sorted({at for at, _ in happened})
    sums = [sum(many for when, many in happened if when <= at) for at in instants]
    return Track(np.array(instants, dtype=np.int64), np.array(sums, dtype=np.int64), np.array(sums, dtype=np.int64))


@given(HAPPENINGS, st.lists(st.integers(-5, 60), min_size=2, max_size=8).map(sorted))
def test_tokens_between_instants_are_those_after_the_one_and_until_the_other(
    happened: list[tuple[int, int]], instants: list[int]
) -> None:
    expected = [sum(many for at, many in happened if first < at <= last) for first, last in pairwise(instants)]
    assert list(_track(happened).between(instants)) == (expected if any(expected) else [])


@given(HAPPENINGS, st.integers(-5, 60))
def test_all_until_an_instant_are_those_at_it_and_before(happened: list[tuple[int, int]], instant: int) -> None:
    expected = sum(many for at, many in happened if at <= instant)
    assert _track(happened).until(instant) == (expected, expected)
