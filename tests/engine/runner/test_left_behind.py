"""The list behind each reason: exactly the rows that entered and did not leave, as many as the reason counts."""

from typing import Any

import pytest

from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.left_behind import find_left_behind
from engine.runner.service import run_document
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import ROWS
from tests.engine.test_workflows import FILES, read

EVERYBODY = {row[0] for row in ROWS["recipients"]}
LONDON, PARIS = condition("city", value="London"), condition("city", value="Paris")


def rows_of(workspace: Workspace, document: Document, name: str) -> list[dict[str, Any]]:
    page = find_left_behind(workspace, document, name).page(limit=1000)
    names = [one.name for one in page.columns]
    return [dict(zip(names, row, strict=True)) for row in page.rows]


def keys(workspace: Workspace, document: Document, name: str) -> list[str]:
    run_document(workspace, document)
    return sorted(row["_key"] for row in rows_of(workspace, document, name))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_reason_of_the_worked_examples_has_as_many_rows_as_it_counts(path: Any, the_shop: Workspace) -> None:
    document = Document.model_validate(read(path)["document"])
    for found in run_document(the_shop, document).nodes:
        if sum(found.dropped.values()):
            assert len(rows_of(the_shop, document, found.id)) == sum(found.dropped.values())


def test_a_source_lists_the_records_that_its_rule_left_out(the_shop: Workspace) -> None:
    document = campaign([build("london", LONDON)])
    assert keys(the_shop, document, "london") == sorted(EVERYBODY - {"R01", "R03", "R05"})


def test_a_split_lists_who_is_in_no_subset(the_shop: Workspace) -> None:
    subsets = [{"label": "London", "filter": LONDON}, {"label": "Paris", "filter": PARIS}]
    document = campaign([build("all"), node("s", "split", subsets=subsets)], "all>s")
    assert keys(the_shop, document, "s") == ["R04", "R06", "R08", "R12"]


def test_overlapping_subsets_in_one_table_hide_nobody(the_shop: Workspace) -> None:
    subsets = [{"label": "London", "filter": LONDON}, {"label": "Basic", "filter": condition("plan", value="basic")}]
    split = node("s", "split", subsets=subsets, same_table=True, overlap=True)
    document = campaign([build("all"), split], "all>s")
    assert keys(the_shop, document, "s") == ["R02", "R07", "R08", "R09"]


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ({"mode": "union"}, ["R02", "R09"]),
        ({"mode": "intersection"}, ["R07", "R10", "R11"]),
        ({"mode": "intersection", "complement": True}, ["R02", "R09"]),
        ({"mode": "exclusion", "primary_set": "paris"}, ["R02", "R09"]),
        ({"mode": "union", "reconcile": "columns", "columns": ["crm_id"], "primary_set": "paris"}, ["R02", "R09"]),
        (
            {"mode": "intersection", "reconcile": "columns", "columns": ["crm_id"], "primary_set": "paris"},
            ["R07", "R10", "R11"],
        ),
    ],
)
def test_a_combination_lists_what_it_left_out(the_shop: Workspace, settings: dict[str, Any], wanted: list[str]) -> None:
    premium = condition("plan", value="premium")
    nodes = [build("paris", PARIS), build("premium", premium), node("c", "combine", **settings)]
    assert keys(the_shop, campaign(nodes, "paris>c", "premium>c"), "c") == wanted


def test_duplicates_and_other_rows_of_one_record_are_told_apart(the_shop: Workspace) -> None:
    nodes = [
        build("bought", dimension="purchases"),
        node("people", "change-dimension", dimension="recipients"),
        node("once", "deduplication", fields=["crm_id"]),
    ]
    document = campaign(nodes, "bought>people", "people>once")
    run_document(the_shop, document)
    found = rows_of(the_shop, document, "once")
    # R01 bought four times and R05 twice: three rows and one row are more than they need.
    assert sorted(row["_key"] for row in found) == ["R01", "R01", "R01", "R05"]
    assert len({row["_origin_key"] for row in found}) == 4


def test_rows_that_a_change_of_dimension_left_out_are_listed_as_they_were(the_shop: Workspace) -> None:
    nodes = [
        build("bought", dimension="purchases"), node("people", "change-dimension", dimension="recipients", keep=1),
    ]  # fmt: skip
    document = campaign(nodes, "bought>people")
    assert len(keys(the_shop, document, "people")) == 4
    assert keys(the_shop, document, "people")[0].startswith("P")


def test_a_link_that_demands_a_record_lists_those_without(the_shop: Workspace) -> None:
    link = {
        "name": "card",
        "relation": "1",
        "table": "loyalty",
        "joins": [{"source": "crm_id", "destination": "customer"}],
    }
    document = campaign([build("all"), node("e", "enrichment", links=[link])], "all>e")
    assert keys(the_shop, document, "e") == ["R04", "R06", "R08", "R10", "R11"]


def test_what_was_not_counted_or_lets_everybody_pass_says_so(the_shop: Workspace) -> None:
    document = campaign(
        [build("b", condition("city", value="Nowhere")), node("f", "fork", transitions=["A", "B"])], "b>f"
    )
    with pytest.raises(EngineError) as found:
        find_left_behind(the_shop, document, "b")
    assert found.value.problem.code == "not-counted-yet"
    run_document(the_shop, document)
    with pytest.raises(EngineError) as found:
        find_left_behind(the_shop, document, "f")
    assert found.value.problem.code == "no-population"
