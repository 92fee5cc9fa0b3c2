"""What the words of conditions mean (section 6.2), on the fixture's accounts; expected sets are worked out by hand."""

from typing import Any

import pytest
from pydantic import JsonValue
from sqlglot import exp

from engine.catalog.sources import Typed
from engine.document.model import Document
from engine.journey.conditions.comparing import holds
from engine.journey.conditions.logic import combined
from engine.journey.conditions.model import Comparison
from engine.problems import EngineError
from engine.trees import number, text
from engine.types import DATE, LONG, DataType
from engine.workspace import Workspace
from tests.engine.journey.running import Rehearsal, document

NAMED = {"A1", "A2", "A3", "A4", "A5", "A6", "A8"}


def _attribute(name: str, operator: str, *values: Any) -> dict[str, Any]:
    return {"kind": "attribute", "attribute": name, "operator": operator, "values": list(values)}


def _entering(workspace: Workspace, condition: dict[str, Any]) -> set[str]:
    subject = document("list-audience")
    nodes = [node.model_dump(by_alias=True) for node in subject.nodes]
    nodes[0]["settings"] = {"condition": condition}
    changed = Document.model_validate(subject.model_dump(by_alias=True) | {"nodes": nodes})
    return {account for account, _, _ in Rehearsal(workspace, changed).entries()}


@pytest.mark.req("B2B-97", "B2B-236", "B2B-237", "B2B-238", "B2B-239", "B2B-241", "B2B-242", "B2B-247")
@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        # Without regard to case and outer spaces; several values mean any of them.
        ([_attribute("country", "is", " us ", "FRANCE")], {"A1", "A2", "A3", "A6", "A8"}),
        ([_attribute("country", "is-not", "US", "Canada")], {"A5", "A8"}),
        ([_attribute("industry", "starts-with", "h", "fi")], {"A2", "A3", "A4"}),
        ([_attribute("industry", "not-starts-with", "h")], {"A1", "A4", "A5", "A6", "A8"}),
        ([_attribute("industry", "contains", "ch")], {"A2"}),
        ([_attribute("industry", "ends-with", "ce", "cs")], {"A4", "A6"}),
        ([_attribute("name", "matches", "%o%d%")], {"A1", "A4"}),
        # A6 has no revenue: positive operators fail on nothing, negative ones hold.
        ([_attribute("annual_revenue", "greater-than", 250000)], {"A1", "A4", "A5"}),
        ([_attribute("annual_revenue", "at-least", 250000)], {"A1", "A2", "A4", "A5"}),
        ([_attribute("annual_revenue", "less-than", 75000)], {"A8"}),
        ([_attribute("annual_revenue", "between", 60000, 75000)], {"A3", "A8"}),
        ([_attribute("annual_revenue", "is-not", 75000)], NAMED - {"A3"}),
        ([_attribute("annual_revenue", "empty")], {"A6"}),
        ([_attribute("annual_revenue", "not-empty")], NAMED - {"A6"}),
        ([_attribute("annual_revenue", "is-any")], NAMED - {"A6"}),
        # A comparison without a value holds for everybody, as a dialog does that is left empty.
        ([_attribute("country", "is")], NAMED),
        ([{"kind": "account-list", "lists": ["Worked"]}], {"A2"}),
        ([{"kind": "account-list", "lists": ["Worked"], "holds": False}], NAMED - {"A2"}),
    ],
)
def test_what_a_filter_means(the_companies: Workspace, filters: list[dict[str, Any]], expected: set[str]) -> None:
    assert _entering(the_companies, {"filters": filters}) == expected


@pytest.mark.parametrize(
    ("operator", "values", "kind"),
    [("at-least", [1, 0], LONG), ("before", ["2026-01-01", "2026-02-01"], DATE), ("between", [1, 2, 3], LONG)],
)
def test_a_value_too_many_is_refused_rather_than_passed_over(
    operator: str, values: list[JsonValue], kind: DataType
) -> None:
    compared = Comparison.model_validate({"operator": operator, "values": values})
    with pytest.raises(EngineError) as refused:
        holds(compared, Typed(exp.column("x"), kind), number(0))
    assert refused.value.problem.code == "many-values"


@pytest.mark.req("B2B-232", "B2B-233")
def test_filters_combine_by_all_any_or_an_expression(the_companies: Workspace) -> None:
    filters = [
        _attribute("country", "is", "US"),
        _attribute("employees", "at-least", 1000),
        _attribute("industry", "is", "Food"),
    ]

    assert _entering(the_companies, {"filters": filters}) == {"A1"}
    assert _entering(the_companies, {"logic": "any", "filters": filters}) == {"A1", "A2", "A3", "A4", "A6"}
    advanced = {"logic": "advanced", "expression": "(1 or 2) AND not 3", "filters": filters}
    assert _entering(the_companies, advanced) == {"A2", "A3", "A4", "A6"}


@pytest.mark.req("B2B-233")
@pytest.mark.parametrize(
    ("expression", "position"), [("", 0), ("1 and", 5), ("1 xor 2", 1), ("(1 or 2", 7), ("3", 0), ("1 2", 2), ("0", 0)]
)
def test_an_expression_that_cannot_be_read_says_where(expression: str, position: int) -> None:
    with pytest.raises(EngineError) as refused:
        combined(expression, [text("a"), text("b")])

    assert refused.value.problem.code == "wrong-logic"
    assert refused.value.problem.position == position


@pytest.mark.parametrize("depth", [39, 5000])
def test_a_deep_expression_is_read_or_refused_but_never_breaks(depth: int) -> None:
    expression = "(" * depth + "1" + ")" * depth
    if depth < 40:
        assert combined(expression, [text("a")]).find(type(text("a"))) is not None
        return
    with pytest.raises(EngineError):
        combined(expression, [text("a")])


@pytest.mark.parametrize("value", ["'; DROP TABLE account; --", 'x" OR 1=1', "$gap", "__gap_name", "{x}", "\\", "%"])
def test_what_users_type_is_only_ever_a_value(the_companies: Workspace, value: str) -> None:
    assert _entering(the_companies, {"filters": [_attribute("industry", "is", value)]}) == set()
