"""Questions to a table that no document asks: how often values occur, and what predefined filters find."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from engine.catalog.model import Filter
from engine.catalog.sources import Clock
from engine.problems import EngineError
from engine.rules import read_rule
from engine.runner.records import count_filter, distribution, remove_filter, save_filter
from engine.runner.service import run_document
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, exists, group
from tests.engine.fixture import records, shop

CLOCK = Clock(datetime(2025, 10, 1, 9, 0), ZoneInfo("Europe/Paris"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with shop(tmp_path) as opened:
        yield opened


@pytest.mark.req("ORC-196")
def test_the_distribution_of_plan_is_that_of_the_specification(the_shop: Workspace) -> None:
    found = distribution(the_shop, "recipients", "plan", CLOCK)

    assert [(one.value, one.rows, round(100 * one.share, 1)) for one in found.values] == [
        ("basic", 7, 58.3), ("premium", 3, 25.0), ("free", 2, 16.7),
    ]  # fmt: skip
    assert (found.rows, found.different, found.partial) == (12, 3, False)


@pytest.mark.req("ORC-196")
@pytest.mark.parametrize("most", [1, 2, 20])
@pytest.mark.parametrize(
    ("table", "path", "rule", "expected"),
    [
        ("recipients", "email", None, [one["email"] for one in records("recipients")]),
        ("recipients", "city", condition("plan", "equal", "basic"),
         [one["city"] for one in records("recipients") if one["plan"] == "basic"]),
        ("recipients", "loyalty/membership_level", None,
         [next((level["membership_level"] for level in records("loyalty") if level["customer"] == one["crm_id"]), None)
          for one in records("recipients")]),
        ("recipients", "city", exists("purchases", condition("price", "greater", 100)),
         [one["city"] for one in records("recipients")
          if any(p["customer"] == one["crm_id"] and (p["price"] or 0) > 100 for p in records("purchases"))]),
        ("purchases", "price", condition("price", "greater", 10_000), []),
    ],
)  # fmt: skip
def test_values_are_counted_most_frequent_first(
    the_shop: Workspace, table: str, path: str, rule: dict[str, Any] | None, expected: list[Any], most: int
) -> None:
    found = distribution(the_shop, table, path, CLOCK, rule=None if rule is None else read_rule(rule), most=most)

    counts = sorted(Counter(expected).items(), key=lambda one: (-one[1], one[0] is None, str(one[0])))
    assert [(one.value, one.rows) for one in found.values] == counts[:most]
    assert all(one.share == one.rows / len(expected) for one in found.values)
    assert (found.rows, found.different, found.partial) == (len(expected), len(counts), len(counts) > most)


@pytest.mark.parametrize(
    ("table", "path", "code"),
    [("nowhere", "x", "unknown-table"), ("recipients", "plam", "unknown-attribute"),
     ("recipients", "purchases/price", "path-through-collection")],
)  # fmt: skip
def test_what_has_no_distribution_is_said(the_shop: Workspace, table: str, path: str, code: str) -> None:
    with pytest.raises(EngineError) as caught:
        distribution(the_shop, table, path, CLOCK)

    assert caught.value.problem.code == code


CITY: dict[str, Any] = group("and", condition("city", "equal", "Paris"), condition("plan", "not-equal", "premium"))


def kept(name: str, rule: dict[str, Any], *parameters: str) -> Filter:
    return Filter(id=name, label=name.title(), dimension="recipients", rule=rule, parameters=parameters)


@pytest.mark.req("ORC-210", "ORC-211", "ORC-212")
def test_a_filter_is_kept_used_with_parameters_changed_and_removed(workspace: Workspace) -> None:
    save_filter(workspace, kept("town", CITY, "items[0].value"), CLOCK)
    using = {"kind": "filter", "filter": "town", "parameters": {"items[0].value": "London"}}

    assert count_filter(workspace, "town", {}, CLOCK) == 3
    assert count_filter(workspace, "town", {"items[0].value": "London"}, CLOCK) == 2
    assert run_document(workspace, campaign([build("who", using)])).transition("who:result").rows == 2

    save_filter(workspace, kept("town", condition("city", "equal", "Lyon")), CLOCK)
    assert count_filter(workspace, "town", {}, CLOCK) == 2
    save_filter(workspace, kept("both", group("and", {"kind": "filter", "filter": "town"})), CLOCK)
    with pytest.raises(EngineError, match="uses it"):
        remove_filter(workspace, "town")
    remove_filter(workspace, "both")
    remove_filter(workspace, "town")
    assert workspace.catalog().filters == ()


@pytest.mark.req("ORC-210")
@pytest.mark.parametrize(
    ("added", "code"),
    [
        (kept("x", condition("nowhere", "equal", 1)), "unknown-attribute"),
        (kept("x", CITY, "items[2].value"), "unknown-parameter"),
        (kept("x", {"kind": "filter", "filter": "x"}), "unknown-filter"),
        (kept("x", {"kind": "strange"}), "wrong-rule"),
        (Filter(id="x", label="X", dimension="nobody", rule=CITY), "unknown-targeting-dimension"),
    ],
)
def test_a_filter_that_could_not_be_used_is_not_kept(workspace: Workspace, added: Filter, code: str) -> None:
    with pytest.raises(EngineError) as caught:
        save_filter(workspace, added, CLOCK)

    assert caught.value.problem.code == code
    assert workspace.catalog().filters == ()


def test_a_parameter_that_a_filter_does_not_have_is_refused(workspace: Workspace) -> None:
    save_filter(workspace, kept("town", CITY, "items[0].value"), CLOCK)

    with pytest.raises(EngineError, match="no parameter"):
        count_filter(workspace, "town", {"items[1].value": "free"}, CLOCK)
    with pytest.raises(EngineError):
        count_filter(workspace, "town", {"items[0].value": {"drop": "table"}}, CLOCK)
