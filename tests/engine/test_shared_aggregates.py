"""Aggregates are computed once beside the records that own them, and every step that reads them counts the same."""

from typing import Any

import pytest
from sqlglot import exp

from engine.compiler.plan import Plan, Step
from engine.document.model import Document
from engine.runner.populations import find_population
from engine.runner.service import plan_document, prepare, run_document
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, exists, group, node
from tests.engine.fixture import shop


def aggregate(attribute: str, function: str, operator: str, value: float) -> dict[str, Any]:
    """A condition on the records of a collection together."""
    return {"kind": "aggregate", "attribute": attribute, "function": function, "operator": operator, "value": value}


SPENT = aggregate("purchases/price", "sum", "greater-or-equal", 150)
OFTEN = aggregate("purchases", "count", "greater-or-equal", 2)
NEVER = aggregate("purchases", "count", "equal", 0)
WISHED = aggregate("wishlists", "count", "greater-or-equal", 1)


@pytest.fixture
def plan_of(tmp_path: Any) -> Any:
    with shop(tmp_path) as workspace:
        yield lambda document: (workspace, plan_document(workspace, prepare(workspace, document)))


def tables(step: Step) -> set[str]:
    """The stores that a statement reads."""
    return {table.catalog for table in step.query.find_all(exp.Table)}


def keys(workspace: Workspace, document: Document, output: str) -> list[Any]:
    """The keys behind a count."""
    page = find_population(workspace, document, output).page(limit=1000)
    place = [one.name for one in page.columns].index("_key")
    return sorted(row[place] for row in page.rows)


@pytest.mark.req("ORC-204")
def test_steps_that_ask_for_nothing_else_read_the_shared_values_alone(plan_of: Any) -> None:
    more = build("more", SPENT | {"value": 100})
    document = campaign([build("spent", SPENT), build("often", OFTEN), build("never", NEVER), more])
    workspace, plan = plan_of(document)

    shared, *steps = plan.steps

    assert len(shared.shared) == 2
    found = {step.nodes[0]: tables(step) for step in steps}
    assert found == {"spent": {"work"}, "often": {"work"}, "more": {"work"}, "never": {"work", "data"}}, (
        "those who never bought are looked for among all"
    )
    assert [len(list(step.query.find_all(exp.Table))) for step in steps if step.nodes != ("never",)] == [1] * 3
    run_document(workspace, document)
    assert keys(workspace, document, "spent:result") == ["R01", "R02", "R05"]
    assert keys(workspace, document, "often:result") == ["R01", "R05"]
    assert keys(workspace, document, "never:result") == ["R04", "R06", "R10", "R11"]


@pytest.mark.req("ORC-204", "ORC-209")
def test_a_step_that_asks_for_more_reads_both(plan_of: Any) -> None:
    both = group("and", condition("city", "equal", "London"), SPENT, OFTEN)
    document = campaign([build("both", both)])
    workspace, plan = plan_of(document)

    step = plan.steps[-1]

    assert tables(step) == {"data", "work"}
    assert len(list(step.query.find_all(exp.Table))) == 2, "two values of one scan need one join"
    run_document(workspace, document)
    assert keys(workspace, document, "both:result") == ["R01", "R05"]


@pytest.mark.req("ORC-204")
def test_values_of_two_collections_stand_side_by_side(plan_of: Any) -> None:
    rules = {"both": group("and", SPENT, WISHED), "either": group("or", SPENT, WISHED),
             "one": group("except", SPENT, WISHED), "other": group("except", WISHED, SPENT)}  # fmt: skip
    document = campaign([build(name, rule) for name, rule in rules.items()])
    workspace, plan = plan_of(document)

    assert len([step for step in plan.steps if step.shared]) == 2
    assert {step.nodes[0] for step in plan.steps if tables(step) == {"work"}} >= {"both", "one", "other"}
    run_document(workspace, document)
    assert keys(workspace, document, "both:result") == ["R01", "R05"]
    assert keys(workspace, document, "either:result") == ["R01", "R02", "R05", "R06", "R09"]


@pytest.mark.req("ORC-132")
def test_rows_that_stand_for_one_person_get_the_value_each(plan_of: Any) -> None:
    """Twelve purchases of eight people, and a wish of a person who does not exist: no row is added or lost."""
    spend = node("spend", "enrichment", aggregates=[{"attribute": "purchases", "function": "count", "alias": "n"}])
    document = campaign(
        [build("wishes", None, "wishlists"), node("people", "change-dimension", dimension="recipients"), spend],
        "wishes>people", "people>spend",
    )  # fmt: skip
    workspace, plan = plan_of(document)

    assert tables(plan.steps[-1]) == {"work", "data"}
    run_document(workspace, document)
    page = find_population(workspace, document, "spend:result").page(limit=100)
    names = [one.name for one in page.columns]
    found = [(row[names.index("_key")], row[names.index("n")]) for row in page.rows]
    assert sorted(found, key=str) == [
        ("R01", 4), ("R01", 4), ("R05", 2), ("R06", 0), ("R09", 1), (None, 0),
    ]  # fmt: skip


def test_a_link_to_the_owner_leads_to_the_same_values(plan_of: Any) -> None:
    wishes = build("wishes", aggregate("recipient/purchases", "count", "greater-or-equal", 2), "wishlists")
    document = campaign([build("often", OFTEN), wishes])
    workspace, plan = plan_of(document)

    assert len([step for step in plan.steps if step.shared]) == 1
    run_document(workspace, document)
    assert keys(workspace, document, "wishes:result") == ["W1", "W2", "W3"]


def test_an_edited_limit_finds_the_values_stored(plan_of: Any) -> None:
    workspace, _ = plan_of(campaign([build("who", SPENT)]))
    run_document(workspace, campaign([build("who", SPENT)]))
    purchases = workspace.datasets.snapshot()["purchases"].physical
    edited = campaign([build("who", SPENT | {"value": 100})])

    plan: Plan = plan_document(workspace, prepare(workspace, edited))

    assert [step.nodes for step in plan.steps] == [("who",)]
    assert purchases not in {table.name for table in plan.steps[0].query.find_all(exp.Table)}
    run_document(workspace, edited)
    assert keys(workspace, edited, "who:result") == ["R01", "R02", "R05", "R09"]


RUNNING = exists("product/brand", condition("label", "equal", "running"))
DEAR = condition("price", "greater", 100)


@pytest.mark.req("ORC-203", "ORC-209")
@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (exists("purchases", DEAR), ["R01", "R02", "R05", "R09"]),
        (exists("purchases", DEAR, negated=True), ["R03", "R04", "R06", "R07", "R08", "R10", "R11", "R12"]),
        (group("or", condition("city", "equal", "Madrid"), exists("purchases", RUNNING)), ["R03", "R04", "R09"]),
        (group("except", condition("plan", "equal", "premium"), exists("purchases", RUNNING)), ["R02", "R05"]),
        (exists("purchases", exists("product", exists("wishlists", condition("created", "greater", "2025-09-21")))),
         ["R01", "R08", "R12"]),
        (exists("purchases", exists("recipient", exists("purchases", RUNNING))), ["R03", "R09"]),
    ],
)  # fmt: skip
def test_existence_that_nobody_shares_is_looked_up(plan_of: Any, rule: dict[str, Any], expected: list[str]) -> None:
    document = campaign([build("who", rule)])
    workspace, plan = plan_of(document)

    (step,) = plan.steps

    assert not list(step.query.find_all(exp.Group)), step.query.sql()
    run_document(workspace, document)
    assert keys(workspace, document, "who:result") == expected


def test_existence_beside_a_count_of_the_same_records_is_read_from_it(plan_of: Any) -> None:
    some = {"kind": "exists", "link": "purchases", "negated": False}
    document = campaign([build("some", some), build("often", OFTEN)])
    workspace, plan = plan_of(document)

    assert [len(step.shared) for step in plan.steps] == [1, 0, 0]
    run_document(workspace, document)
    assert len(keys(workspace, document, "some:result")) == 8
    assert keys(workspace, document, "often:result") == ["R01", "R05"]


def test_subsets_may_ask_for_existence(plan_of: Any) -> None:
    subsets = [{"filter": exists("purchases", DEAR), "limit": {"kind": "number", "value": 3}}, {}]
    document = campaign([build("who"), node("parts", "split", subsets=subsets)], "who>parts")
    workspace, _ = plan_of(document)

    result = run_document(workspace, document)

    assert [result.transition(f"parts:subset:{number}").rows for number in (1, 2)] == [3, 9]
    assert set(keys(workspace, document, "parts:subset:1")) <= {"R01", "R02", "R05", "R09"}


BASIC = condition("plan", "equal", "basic")
WISHES = exists("wishlists", condition("created", "greater", "2000-01-01"))


@pytest.mark.req("ORC-203", "ORC-209")
@pytest.mark.parametrize(
    ("others", "negated", "expected", "reduced"),
    [
        ([BASIC], False, ["R01", "R03", "R12"], True),
        ([BASIC], True, ["R04", "R06", "R10", "R11"], True),
        ([BASIC, condition("city", "equal", "London")], False, ["R01", "R03"], True),
        ([WISHES], False, ["R01", "R05", "R09"], False),
        ([WISHES], True, ["R06"], False),
    ],
)
def test_records_are_asked_about_in_turn_only_for_owners_whom_the_rest_lets_through(
    plan_of: Any, others: list[dict[str, Any]], negated: bool, expected: list[str], reduced: bool
) -> None:
    """Worked out by hand: R01, R02, R03, R05, R07, R08, R09 and R12 bought something that has a brand."""
    bought = exists("purchases", exists("product", exists("brand")), negated=negated)
    document = campaign([build("who", group("and", *others, bought))])
    workspace, plan = plan_of(document)

    (step,) = plan.steps

    assert ("left" in {table.alias for table in step.query.find_all(exp.Table)}) is reduced
    run_document(workspace, document)
    assert keys(workspace, document, "who:result") == expected


@pytest.mark.req("ORC-132")
def test_only_records_of_people_who_are_there_are_put_in_order(plan_of: Any) -> None:
    lines = {"link": "purchases", "name": "buy", "attributes": ["price"], "lines": 2}
    last = node("last", "enrichment", collections=[lines | {"sort": {"attribute": "order_date"}}])
    document = campaign([build("london", condition("city", "equal", "London")), last], "london>last")
    workspace, plan = plan_of(document)

    collected = plan.steps[-1].query
    assert "o" in {table.alias for table in collected.find_all(exp.Table)}, collected.sql()
    run_document(workspace, document)
    page = find_population(workspace, document, "last:result").page(limit=10)
    names = [one.name for one in page.columns]
    found = [tuple(row[names.index(name)] for name in ("_key", "buy1_price", "buy2_price")) for row in page.rows]
    assert sorted(found) == [("R01", 35, 20), ("R03", 99, None), ("R05", 150, 150)]
