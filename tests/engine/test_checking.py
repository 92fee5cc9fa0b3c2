# ruff: noqa: E501 - the faults are read as a table
"""Checking a document: every fault is found, told at its place, and blocks only what follows it."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import JsonValue

from engine.catalog.model import Catalog
from engine.catalog.sources import Clock, Surroundings
from engine.checking import Checked, check
from engine.contract import World
from engine.document.model import Document
from tests.engine.campaigns import build, campaign, condition, exists, group, node
from tests.engine.fixture import DIMENSIONS, LINKS, tables


def checked(document: Document) -> Checked:
    catalog = Catalog(tables=tuple(tables()), links=LINKS, dimensions=DIMENSIONS)
    clock = Clock(datetime(2025, 10, 1, 9, 0), ZoneInfo("Europe/Paris"))
    return check(document, World(Surroundings(catalog, clock), default_dimension="recipients"))


def said(document: Document) -> list[tuple[str | None, str, str | None, str | None]]:
    return [(one.check, one.code, one.node, one.field) for one in checked(document).problems]


EMAIL = node("mail", "email")


@pytest.mark.req("ORC-81", "ORC-57", "ORC-58", "ORC-112", "ORC-128", "ORC-154", "ORC-183")
@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (campaign([]), ("V01", "empty-canvas", None, None)),
        (campaign([node("a", "wait")], "a>b"), ("V02", "dangling-transition", "a", None)),
        (campaign([build("a"), node("d", "deduplication", fields=["email"])]), ("V02", "too-few-inputs", "d", None)),
        (campaign([node("a", "wait"), node("b", "wait")], "a>b", "b>a"), ("V03", "cycle", "a", None)),
        (campaign([node("a", "wait")], "a>a"), ("V03", "cycle", "a", None)),
        (campaign([node("w", "wait"), EMAIL], "w>mail"), ("V04", "no-audience", "mail", None)),
        (campaign([build("a"), *(node(f"m{n}", "email") for n in range(11))], "a>m0"), ("V05", "many-channels", None, None)),
        (campaign([node(f"n{n}", "wait") for n in range(101)]), ("V05", "many-activities", None, None)),
        (campaign([node("s", "save-audience"), build("a")], "a>s"), ("V18", "missing-setting", "s", "label")),
        (campaign([build("a", condition("emial", "empty"))]), ("V07", "unknown-attribute", "a", "rule.attribute")),
        (campaign([build("a", group("and", condition("plan", "equal", "x"), condition("birth_date", "like", "x")))]),
         ("V07", "wrong-operator", "a", "rule.items[1].operator")),
        (campaign([build("a", exists("purchases", condition("price", "equal", "cheap")))]),
         ("V07", "wrong-value", "a", "rule.rule.value")),
        (campaign([build("a", {"kind": "condition", "expression": "Lenght(@city)", "operator": "equal", "value": 3})]),
         ("V08", "unknown-function", "a", "rule.expression")),
        (campaign([build("a"), node("c", "combine")], "a>c"), ("V09", "too-few-inputs", "c", None)),
        (campaign([build("a"), build("b"), node("c", "combine", mode="exclusion")], "a>c", "b>c"),
         ("V09", "missing-setting", "c", "primary_set")),
        (campaign([build("a"), build("b", None, "purchases"), node("c", "combine")], "a>c", "b>c"),
         ("V10", "other-dimension", "c", "sets")),
        (campaign([build("a"), build("b", None, "purchases"), node("c", "combine", mode="exclusion", primary_set="a")],
                  "a>c", "b>c"), ("V11", "other-dimension", "c", "exclusion_rules")),
        (campaign([node("l", "load-file", path="x", layout={"columns": [{"name": "a"}]}),
                   node("c", "change-dimension", dimension="recipients")], "l>c"), ("V12", "no-relation", "c", "dimension")),
        (campaign([build("a"), node("s", "split", subsets=[])], "a>s"), ("V14", "missing-setting", "s", "subsets")),
        (campaign([build("a"), node("s", "split", subsets=[{"limit": {"value": 60}}, {"limit": {"value": 50}}])], "a>s"),
         ("V14", "shares-beyond-whole", "s", "subsets")),
        (campaign([build("a"), node("s", "split", subsets=[{}, {}])], "a>s"), ("V14", "starving-subset", "s", "subsets[0]")),
        (campaign([build("a"), node("d", "deduplication")], "a>d"), ("V15", "missing-setting", "d", "fields")),
        (campaign([build("a"), node("e", "enrichment", attributes=[{"attribute": "city"}, {"attribute": "city"}])], "a>e"),
         ("V17", "duplicate-alias", "e", "attributes")),
        (campaign([node("r", "read-audience", audience="none")]), ("V19", "unknown-audience", "r", "audience")),
        (campaign([node("l", "load-file")]), ("V20", "missing-setting", "l", "path")),
        (campaign([node("w", "wait", amount=0)]), ("V21", "missing-setting", "w", "amount")),
        (campaign([node("w", "wait", kind="fixed", at="2025-01-01T00:00")]), ("V21", "wait-in-the-past", "w", "at")),
        (campaign([build("a"), node("t", "test")], "a>t"), ("V22", "missing-setting", "t", "conditions")),
        (campaign([build("a"), node("r", "reconciliation", pairs=[{"source": "email", "destination": "birth_date"}])], "a>r"),
         ("V07", "different-types", "r", "pairs[0].source")),
        (campaign([build("a"), node("e", "enrichment", links=[{"table": "brands", "name": "b", "joins": [{"source": "city", "destination": "brand_id"}]}])],
                  "a>e"), ("V07", "different-types", "e", "links[0].joins[0].source")),
        (campaign([build("a"), build("b"), node("c", "combine", mode="exclusion", primary_set="a", exclusion_rules=[
            {"set": "b", "pairs": [{"source": "birth_date", "target": "city"}]}])], "a>c", "b>c"),
         ("V07", "different-types", "c", "exclusion_rules[0].pairs[0].source")),
        (campaign([build("a"), build("b"), node("c", "combine", mode="exclusion", primary_set="a", exclusion_rules=[
            {"set": "z", "pairs": [{"source": "city", "target": "city"}]}])], "a>c", "b>c"),
         ("V11", "missing-setting", "c", "exclusion_rules[0].set")),
        (campaign([build("a"), node("u", "update-data", table="loyalty", keys=[{"target": "customer", "expression": "@crm_id"}],
                                    fields=[{"target": "points_balance", "expression": "@city"}])], "a>u"),
         ("V07", "different-types", "u", "fields[0].expression")),
        (campaign([build("a"), node("x", "extract-file", file_name="a.csv", encoding="hex", columns=[{"attribute": "city"}])], "a>x"),
         ("V06", "missing-setting", "x", "encoding")),
        (campaign([build("a"), node("x", "extract-file", file_name="a.csv", columns=[
            {"attribute": "city"}, {"attribute": "plan", "label": "city"}])], "a>x"), ("V17", "missing-setting", "x", "columns")),
        (campaign([node("i", "incremental-query", mode="date", date_field="lastmodified", last_execution="soon")]),
         ("V06", "missing-setting", "i", "last_execution")),
        (campaign([node("w", "wait", kind="fixed", at="2025-10-01T08:00+02:00")]), ("V21", "wait-in-the-past", "w", "at")),
        (campaign([build("a", condition("lastmodified", "greater", "2025-10-01T08:00+02:00"))]),
         ("V07", "wrong-value", "a", "rule.value")),
        (campaign([build("a", None, "purchases"), EMAIL], "a>mail"), ("V23", "missing-setting", "mail", "address")),
        (campaign([build("a"), node("e", "end", signal={"campaign": "x"})], "a>e"),
         ("V26", "missing-setting", "e", "signal.campaign")),
        (campaign([node("s", "scheduler", schedule={"mode": "periodic", "minutes": 5})]),
         ("V29", "too-often", "s", "schedule.minutes")),
        (campaign([node("x", "teleport")]), ("V02", "unknown-activity", "x", None)),
        (campaign([build("a", emptiness=3)]), (None, "unknown-setting", "a", "emptiness")),
        (campaign([build("a"), node("s", "split", subsets=[{"limit": {"value": "many"}}])], "a>s"),
         ("V06", "invalid-setting", "s", "subsets[0].limit.value")),
        (campaign([build("a"), node("f", "fork"), node("w", "wait"), node("v", "wait")], "a>f", "f:branch:1>w", "f:branch:1>v"),
         ("V02", "output-taken-twice", "f", None)),
        (campaign([build("a"), node("w", "wait")], "a:nowhere>w"), ("V07", "unknown-output", "a", None)),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_place(document: Document, expected: tuple[Any, ...]) -> None:
    assert expected in said(document)
    for problem in checked(document).problems:
        assert problem.what.endswith((".", "…"))
        assert problem.fix or problem.code in {"wait-in-the-past", "no-attributes"}


@pytest.mark.parametrize(
    ("value", "what", "fix"),
    [
        ("many", "'Limit' cannot be 'many'.", "Input should be a valid number."),
        (-5, "'Limit' cannot be -5.", "Input should be greater than or equal to 0."),
    ],
)
def test_a_value_that_does_not_fit_is_called_as_its_own_field_is(value: JsonValue, what: str, fix: str) -> None:
    document = campaign([build("a"), node("s", "split", subsets=[{"limit": {"value": value}}])], "a>s")

    (problem,) = [one for one in checked(document).problems if one.code == "invalid-setting"]

    assert (problem.what, problem.fix) == (what, fix)


def test_a_wrong_node_blocks_only_what_follows_it() -> None:
    document = campaign(
        [build("good"), build("bad", condition("nowhere", "empty")), node("w", "wait"), node("v", "wait")],
        "good>w", "bad>v",
    )  # fmt: skip

    assert set(checked(document).nodes) == {"good", "w"}


def test_a_misspelt_name_is_suggested() -> None:
    (problem,) = checked(campaign([build("a", condition("emial", "empty"))])).problems

    assert "'email'" in problem.fix


def test_ten_thousand_nodes_are_checked() -> None:
    document = campaign([node(f"n{number}", "wait") for number in range(10_000)],
                        *(f"n{number}>n{number + 1}" for number in range(9_999)))  # fmt: skip

    assert len(checked(document).nodes) == 10_000


def test_a_rule_that_is_too_deep_ends_in_a_sentence() -> None:
    rule: dict[str, Any] = condition("city", "empty")
    for _ in range(60):
        rule = group("and", rule)

    (problem,) = checked(campaign([build("a", rule)])).problems

    assert problem.code in {"rule-too-deep", "invalid-setting"}


HOSTILE = "'; DROP TABLE recipients; --\"😀$(vars/@x)\\%_"


@pytest.mark.req("ORC-209")
def test_hostile_texts_are_only_texts() -> None:
    document = campaign(
        [
            {"id": HOSTILE, "type": "build-audience", "label": HOSTILE,
             "settings": {"dimension": "recipients", "rule": condition("city", "contains", HOSTILE)}},
            node("split", "split", subsets=[{"label": HOSTILE, "filter": condition("city", "like", HOSTILE)}], same_table=True),
        ],
        f"{HOSTILE}>split", name=HOSTILE,
    )  # fmt: skip

    assert [one.code for one in checked(document).problems if one.is_error] == []
