"""The engine and a slow twin, which handles one event after the other, agree on generated journeys.

The long comparison is a command of its own: `python -m tests.engine.journey.oracle 3000`.
"""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.engine.journey.oracle.agreement import Bench, twin
from tests.engine.journey.oracle.worlds import WITH_GROUPS, World


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with Bench(tmp_path_factory.mktemp("bench")) as opened:
        yield opened


@pytest.mark.req("B2B-2", "B2B-3", "B2B-8", "B2B-9", "B2B-228", "B2B-229", "B2B-230")
@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@example(seed=700_022)  # one person of two accounts, a message and a limit, at one instant
@example(seed=200_347)  # somebody asks to be added to a journey that they are in
@given(seed=st.integers(0, 2 * WITH_GROUPS))
def test_engine_and_twin_agree_on_every_crossing_and_outcome(bench: Bench, seed: int) -> None:
    world = World(seed)
    (crossings, acts), _ = bench.engine(world)

    assert (crossings, acts) == twin(world)
