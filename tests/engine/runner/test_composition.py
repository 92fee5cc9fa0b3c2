"""Compositions of audiences are campaigns: each block is an activity, and what is saved is an audience."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.document.model import Document
from engine.runner.audience_files import import_members
from engine.runner.clock import clock_of
from engine.runner.real import start_real_run
from engine.runner.records import members_of
from engine.workspace import Workspace
from tests.engine.campaigns import campaign, condition, node
from tests.engine.fixture import ROWS, shop

SPENT = {"attribute": "purchases/price", "function": "sum", "alias": "spent"}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        for label, keys in (("A", ("R01", "R02", "R03", "R05", "R07")), ("B", ("R05", "R08", "R09")), ("C", ("R02",))):
            path = tmp_path / "members.csv"
            path.write_text("crm_id\n" + "\n".join(keys) + "\n", encoding="utf-8")
            import_members(opened, path, label, "recipients", "crm_id")
        yield opened


def composition() -> Document:
    """Of A and B, but not of C and not of London; by what they bought the best two, and the others by their plan."""
    reads = [node(name.lower(), "read-audience", audience=name, dimension="recipients") for name in "ABC"]
    plans = [{"label": plan, "filter": condition("plan", "equal", plan)} for plan in ("premium", "free")]
    spent = [{"attribute": "spent"}]
    return campaign(
        [
            *reads, node("start", "combine", mode="union"), node("minus", "combine", mode="exclusion",
                                                                 primary_set="start"),
            node("city", "split", subsets=[{"filter": condition("city", "equal", "London")}], complement=True),
            node("enrich", "enrichment", aggregates=[SPENT]),
            node("rank", "split", complement=True, subsets=[
                {"limit": {"kind": "number", "value": 2}, "sort": {"attribute": "spent", "descending": True}}]),
            node("best", "save-audience", label="Best", attributes=spent),
            node("plan", "split", subsets=plans, complement=True),
            node("premium", "save-audience", label="Premium", attributes=spent),
            node("free", "save-audience", label="Free", attributes=spent),
            node("others", "save-audience", label="Others", attributes=spent),
        ],
        "a>start", "b>start", "start>minus", "c>minus", "minus>city", "city:complement>enrich", "enrich>rank",
        "rank:subset:1>best", "rank:complement>plan", "plan:subset:1>premium", "plan:subset:2>free",
        "plan:complement>others",
    )  # fmt: skip


@pytest.mark.req("PRC-161")
def test_every_block_of_a_composition_gives_the_members_that_it_says(workspace: Workspace) -> None:
    """The specification lets nothing follow a rank or a split but saves; a campaign may go on, which harms nobody."""
    start_real_run(workspace, composition())

    about = {row[0]: row for row in ROWS["recipients"]}
    spent = {key: sum(row[3] or 0 for row in ROWS["purchases"] if row[1] == key) for key in about}
    left = {key for key in {"R01", "R02", "R03", "R05", "R07", "R08", "R09"} - {"R02"} if about[key][7] != "London"}
    best = sorted(left, key=lambda key: -spent[key])[:2]
    rest = left - set(best)
    expected = {
        "Best": set(best), "Premium": {key for key in rest if about[key][8] == "premium"},
        "Free": {key for key in rest if about[key][8] == "free"},
        "Others": {key for key in rest if about[key][8] not in {"premium", "free"}},
    }  # fmt: skip
    found = {one.label: one for one in workspace.audiences.list() if one.label in expected}
    members = {
        label: {row[0]: row[1] for row in members_of(workspace, one, clock_of(composition())).page().rows}
        for label, one in found.items()
    }
    assert {label: set(rows) for label, rows in members.items()} == expected
    assert members["Best"] == {key: spent[key] for key in best}, "what they were enriched with is kept"
