"""How populations overlap, against Python's own sets."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.comparing import Comparison, compare
from engine.runner.populations import find_population
from engine.runner.service import run_document
from engine.runner.views import Look
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import ROWS

EVERYBODY = sorted(row[0] for row in ROWS["recipients"])


def sets(*members: set[str]) -> Document:
    """A Build audience for each set."""
    return campaign([build(f"b{n}", condition("crm_id", "in", values=sorted(one))) for n, one in enumerate(members)])


def compared(workspace: Workspace, document: Document, *outputs: str) -> Comparison:
    assert run_document(workspace, document).ok
    return compare(workspace, [find_population(workspace, document, one) for one in outputs])


@given(drawn=st.lists(st.sets(st.sampled_from(EVERYBODY), min_size=1), min_size=2, max_size=5))
@settings(max_examples=8)
def test_each_record_is_in_exactly_one_part_and_opens_there(the_shop: Workspace, drawn: list[set[str]]) -> None:
    found = compared(the_shop, sets(*drawn), *(f"b{n}:result" for n in range(len(drawn))))

    wanted = Counter(tuple(who in one for one in drawn) for who in set().union(*drawn))
    assert {part.members: part.targets for part in found.parts} == dict(wanted)
    assert [part.targets for part in found.parts] == sorted(wanted.values(), reverse=True)
    assert found.total == len(set().union(*drawn))
    for place, one in enumerate(drawn):
        assert found.targets(place) == len(one)
        assert found.common(0, place) == len(drawn[0] & one)
    for members in wanted:
        people = [who for who in EVERYBODY if tuple(who in one for one in drawn) == members]
        assert [row[0] for row in found.open(members).page().rows] == people


def test_a_record_with_several_rows_counts_once_and_a_row_without_a_key_nowhere(the_shop: Workspace) -> None:
    document = campaign(
        [
            build("wishes", dimension="wishlists"),
            node("people", "change-dimension", dimension="recipients", keep=0),
            build("paris", condition("city", value="London")),
        ],
        "wishes>people",
    )
    found = compared(the_shop, document, "people:result", "paris:result")
    known = {row[0] for row in ROWS["recipients"]}
    wishing = {row[1] for row in ROWS["wishlists"]} & known
    london = {row[0] for row in ROWS["recipients"] if row[7] == "London"}
    assert {part.members: part.targets for part in found.parts} == {
        (True, True): len(wishing & london),
        (True, False): len(wishing - london),
        (False, True): len(london - wishing),
    }


def test_attributes_of_the_unit_can_be_seen_beside_an_opened_part(the_shop: Workspace) -> None:
    found = compared(the_shop, sets({"R01", "R02"}, {"R02"}), "b0:result", "b1:result")
    page = found.open([True, True]).look(Look(attributes=("city",))).page()
    assert page.rows == (("R02", "Paris"),)


def test_populations_of_different_units_are_not_compared(the_shop: Workspace) -> None:
    document = campaign([build("a"), build("b", dimension="purchases")])
    with pytest.raises(EngineError) as caught:
        compared(the_shop, document, "a:result", "b:result")
    assert caught.value.problem.code == "different-units"
    assert "purchases, recipients" in caught.value.problem.what


@pytest.mark.parametrize("number", [0, 1, 17])
def test_one_or_too_many_are_not_compared(the_shop: Workspace, number: int) -> None:
    document: Any = campaign([build("a")])
    run_document(the_shop, document)
    one = find_population(the_shop, document, "a:result")
    with pytest.raises(EngineError) as caught:
        compare(the_shop, [one] * number)
    assert caught.value.problem.code == "wrong-number"
