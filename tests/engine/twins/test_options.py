"""Options that generated campaigns seldom draw, each against the simulation or against counts made by hand."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from engine.runner.populations import find_population
from engine.runner.real import continue_run, start_real_run
from engine.runner.results import State
from engine.runner.service import run_document
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.twins import world
from tests.engine.twins.agreement import Bench
from tests.engine.twins.strategies import nobody

Raw = dict[str, Any]
RED = condition("team", "equal", "red")


def drawn(nodes: list[Raw], *arrows: str) -> Raw:
    """A campaign as JSON; an arrow is "from>to" or "from:port>to"."""
    document = campaign(nodes, *arrows).model_dump(mode="json", by_alias=True)
    return {"nodes": nodes, "transitions": document["transitions"]}


def people(name: str, rule: Raw | None = None, **more: Any) -> Raw:
    return build(name, rule, "people", **more)


@pytest.mark.req("ORC-85")
@pytest.mark.parametrize("goes_on", [True, False])
def test_an_empty_audience_goes_on_or_not(bench: Bench, goes_on: bool) -> None:
    raw = drawn([people("who", nobody("people"), emit_when_empty=goes_on), node("w", "wait")], "who>w")

    result = bench.compare(raw)

    assert result.node("w").state is (State.DONE if goes_on else State.NOT_REACHED)


@pytest.mark.req("ORC-87")
@pytest.mark.parametrize("restricted", [True, False])
def test_what_enters_an_audience_starts_it_and_restricts_it_only_when_asked(bench: Bench, restricted: bool) -> None:
    second = people("second", condition("score", "greater", 0), restrict_to_inbound=restricted)
    raw = drawn([people("first", RED), second], "first>second")

    found = bench.compare(raw).transition("second:result").rows

    positive = [one for one in world.PEOPLE if (one["score"] or 0) > 0]
    assert found == len([one for one in positive if one["team"] == "red" or not restricted])


@pytest.mark.req("ORC-111")
def test_orders_are_excluded_by_a_field_of_people(bench: Bench) -> None:
    rules = [{"set": "t1", "pairs": [{"source": "person", "target": "id"}]}]
    minus = node("minus", "combine", mode="exclusion", primary_set="t2", exclusion_rules=rules, complement=True)

    result = bench.compare(drawn([people("who", RED), build("all", None, "orders"), minus], "who>minus", "all>minus"))

    red = {one["id"] for one in world.PEOPLE if one["team"] == "red"}
    removed = [one for one in world.ORDERS if one["person"] in red]
    assert result.transition("minus:complement").rows == len(removed) > 0


@pytest.mark.req("ORC-120", "ORC-122", "ORC-123")
def test_subsets_share_a_table_or_are_skipped_when_empty(bench: Bench) -> None:
    subsets = [{"label": "Red", "filter": RED}, {"label": "Nobody", "filter": condition("score", "equal", 99)},
               {"label": "Odd", "filter": condition("score", "greater", 0)}]  # fmt: skip
    skipping = [one | {"skip_empty": True} for one in subsets]
    raw = drawn(
        [people("who"), node("fork", "fork", transitions=[{}, {}, {}]),
         node("apart", "split", subsets=skipping, complement=True),
         node("one", "split", subsets=subsets, same_table=True),
         node("both", "split", subsets=subsets, same_table=True, overlap=True, complement=True)],
        "who>fork", "fork:branch:1>apart", "fork:branch:2>one", "fork:branch:3>both",
    )  # fmt: skip

    result = bench.compare(raw)

    assert not result.transition("apart:subset:2").active
    shared = result.transition("both:result")
    assert (shared.rows or 0) > (shared.targets or 0)


@pytest.mark.req("ORC-140")
def test_a_dimension_without_a_link_is_refused(the_shop: Workspace) -> None:
    document = campaign([build("who"), node("c", "change-dimension", dimension="nowhere")], "who>c")

    problems = [one for one in run_document(the_shop, document).problems if one.is_error]

    assert [(one.node, one.field) for one in problems] == [("c", "dimension")]
    assert "recipients" in problems[0].fix


@pytest.mark.req("ORC-152", "ORC-156", "ORC-161")
@pytest.mark.parametrize("written", ["2025-10-03T12:00", "2025-10-03T10:00:00+00:00"])
def test_a_path_waits_until_a_moment_alerts_and_ends(bench: Bench, written: str) -> None:
    """The second is the same moment, written with an offset: the campaign's zone is two hours ahead."""
    nodes = [people("who", RED), node("wait", "wait", kind="fixed", at=written),
             node("say", "alert", alert_title="Now", message="It is time."), node("end", "end")]  # fmt: skip
    document = campaign(nodes, "who>wait", "wait>say", "say>end", id="fixed")

    run = start_real_run(bench.workspace, document).run or ""
    early = continue_run(bench.workspace, run, now=datetime(2025, 10, 3, 11, 59))
    late = continue_run(bench.workspace, run, now=datetime(2025, 10, 3, 12, 0))

    assert [early.node("wait").state, late.node("wait").state] == [State.WAITING, State.DONE]
    assert late.node("end").entered == len([one for one in world.PEOPLE if one["team"] == "red"])
    assert ("info", "say", "Now: It is time.") in bench.workspace.runs.lines(run)


@pytest.mark.req("ORC-76", "ORC-153")
def test_a_run_that_waits_outlives_the_cache(bench: Bench, tmp_path: Path) -> None:
    """The cache may be deleted at any time; what a waiting run has found of a file stays with the run."""
    layout = {"columns": [{"name": "mail"}, {"name": "team"}]}
    nodes = [node("load", "load-file", path=str(bench.path), layout=layout),
             node("match", "reconciliation", dimension="people", pairs=[{"source": "mail", "destination": "mail"}]),
             node("wait", "wait"), node("save", "save-audience", label="Waited", identity="id")]  # fmt: skip
    document = campaign(nodes, "load>match", "match>wait", "wait>save", dimension="people", id="waiting")
    with world.make(tmp_path) as workspace:
        first = start_real_run(workspace, document)
    (tmp_path / "w" / "work.duckdb").unlink()

    with Workspace.open(tmp_path / "w", threads=1) as workspace:
        last = continue_run(workspace, first.run or "", now=datetime(2025, 11, 1, 9, 0))

        assert (last.ok, last.node("save").state) == (True, State.DONE)
        assert last.transition("t2").rows == first.transition("t2").rows


@pytest.mark.req("ORC-83", "ORC-154", "ORC-222")
@pytest.mark.parametrize("least", [-1, 2, 50])
def test_variables_decide_in_rules_expressions_and_tests(bench: Bench, least: int) -> None:
    rule = {"kind": "condition", "attribute": "score", "operator": "greater-or-equal", "variable": "least"}
    written = {"kind": "condition", "expression": "@score >= $(vars/@least)", "operator": "equal", "value": True}
    many = {"source": "expression", "expression": "$(vars/@recCount) > $(vars/@least)"}
    high = {"source": "variable", "variable": "least", "operator": "greater", "value": 10}
    document = bench.document(
        drawn([people("by_rule", rule), people("by_text", written), node("test", "test", conditions=[high, many])],
              "by_text>test"),
        variables=[{"name": "least", "type": "integer", "value": str(least)}],
    )  # fmt: skip

    result = run_document(bench.workspace, document)

    expected = len([one for one in world.PEOPLE if one["score"] is not None and one["score"] >= least])
    assert [result.transition(name).rows for name in ("by_rule:result", "t1")] == [expected, expected]
    taken = "condition:1" if least > 10 else "condition:2" if expected > least else "default"
    assert [one.port for one in result.transitions if one.source == "test" and one.active] == [taken]


@pytest.mark.req("ORC-97", "ORC-98", "ORC-99", "ORC-100")
def test_a_fixed_width_file_is_read_as_it_is_laid_out(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "fixed.txt"
    rows = [("Zoé ", "01/12/2025", "1 234,50", "yes"), (" bob", "31/12/2024", "7,00", "maybe")]
    lines = ["made by hand", *(f"{name:<6}{day:<10}{amount:>9}{agreed:<6}" for name, day, amount, agreed in rows)]
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    columns = [
        {"name": "name", "width": 6, "trim": True, "case": "upper"},
        {"name": "day", "width": 10, "type": "date", "date_format": "%d/%m/%Y"},
        {"name": "amount", "width": 9, "type": "double", "decimal": ",", "thousands": " "},
        {"name": "agreed", "width": 6, "type": "boolean", "remap": {"yes": "true"}, "on_unmapped": "default",
         "default": "false"},
    ]  # fmt: skip
    layout = {"format": "fixed", "encoding": "cp1252", "header": False, "skip_lines": 1, "columns": columns}
    document = bench.document({"nodes": [], "transitions": []}).model_copy(
        update={"nodes": campaign([node("load", "load-file", path=str(path), layout=layout)]).nodes}
    )

    result = run_document(bench.workspace, document)

    assert not [str(one) for one in result.problems if one.is_error]
    page = find_population(bench.workspace, document, "load:result").page()
    assert [(row[0], row[1], str(row[2]), row[3], row[4]) for row in page.rows] == [
        (2, "ZOÉ", "2025-12-01", 1234.5, True),
        (3, "BOB", "2024-12-31", 7.0, False),
    ]


@pytest.mark.req("ORC-166", "ORC-167", "ORC-241")
def test_a_message_per_secondary_record_takes_that_records_address(bench: Bench) -> None:
    nodes = [build("which", None, "orders"), node("who", "change-dimension", dimension="people"),
             node("mail", "email", per="secondary", secondary_dimension="orders")]  # fmt: skip

    reach = bench.compare(drawn(nodes, "which>who", "who>mail")).node("mail").reach

    assert sum(reach.values()) == len(world.ORDERS)
    assert reach["NoTargetReconciled"] == len([one for one in world.ORDERS if one["person"] in {None, 999}])


@pytest.mark.req("ORC-137")
@pytest.mark.parametrize("path", ["team_of/orders", "boss/team_of/orders", "team_of/team_of"])
def test_over_two_collections_only_those_who_reach_nothing_keep_an_empty_key(bench: Bench, path: str) -> None:
    """One of a team without orders is no row without a match, as long as another one has some."""
    to = "orders" if path.endswith("orders") else "people"
    nodes = [build("all", dimension="people"), node("to", "change-dimension", dimension=to, path=path)]

    bench.compare({"nodes": nodes, "transitions": [{"id": "t", "from": "all", "port": "result", "to": "to"}]})
