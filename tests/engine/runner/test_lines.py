"""Counting the lines of a rule, against plain Python over the same rows; and parts that are switched off."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules import read_rule
from engine.rules.sentences import to_sentence
from engine.runner.lines import LineCount, rule_sql, start_line_counts
from engine.runner.populations import find_population
from engine.runner.service import run_document, world_of
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, exists, group
from tests.engine.fixture import records

Row = dict[str, Any]
PEOPLE = records("recipients")
BUYERS = {row["customer"] for row in records("purchases")}

LINES: list[tuple[dict[str, Any], Callable[[Row], bool]]] = [
    (condition("city", value="Paris"), lambda row: row["city"] == "Paris"),
    (condition("plan", "in", values=["basic", "free"]), lambda row: row["plan"] in {"basic", "free"}),
    (condition("churn_prop", "greater", 0.5), lambda row: row["churn_prop"] is not None and row["churn_prop"] > 0.5),
    (condition("email", "not-contains", "gmail"), lambda row: row["email"] is not None and "gmail" not in row["email"]),
    (condition("push_token", "empty"), lambda row: row["push_token"] is None),
    (exists("purchases"), lambda row: row["crm_id"] in BUYERS),
]
WRONG = condition("town", value="Paris")
leaf = st.sampled_from(range(len(LINES))).map(lambda number: dict(LINES[number][0], line=number))
anything = st.recursive(
    leaf | st.just(dict(WRONG, line=-1)),
    lambda inner: st.builds(
        lambda operator, items: group(operator, *items),
        st.sampled_from(["and", "or", "except"]), st.lists(inner, min_size=1, max_size=4),
    ),
    max_leaves=7,
).flatmap(lambda rule: st.booleans().map(lambda off: rule | ({"disabled": True} if off else {})))  # fmt: skip
trees = st.lists(anything, max_size=4).flatmap(
    lambda items: st.sampled_from(["and", "or", "except"]).map(lambda operator: group(operator, *items))
)


def counts(part: Row) -> bool:
    """Whether a part takes part: neither wrong nor switched off, and something in it that is so too."""
    if part.get("disabled") or part.get("line") == -1:
        return False
    return part["kind"] != "group" or not part["items"] or any(counts(item) for item in part["items"])


def holds(part: Row, row: Row) -> bool:
    """The specification's meaning of a rule (5.4), one row at a time."""
    if part["kind"] != "group":
        return LINES[part["line"]][1](row)
    places = [place for place, item in enumerate(part["items"]) if counts(item)]
    if part["operator"] == "except":
        first = not part["items"] or 0 not in places or holds(part["items"][0], row)
        rest = [holds(part["items"][place], row) for place in places if place > 0]
        return first and not (rest and all(rest))
    found = [holds(part["items"][place], row) for place in places]
    return not found or (any(found) if part["operator"] == "or" else all(found))


def clean(part: Row) -> Row:
    """The rule as documents write it, without the number of its line in this test."""
    found = {key: value for key, value in part.items() if key != "line"}
    return found | {"items": [clean(item) for item in part["items"]]} if "items" in part else found


def without(part: Row, path: tuple[int, ...]) -> Row:
    if not path:
        return part | {"disabled": True}
    items = list(part["items"])
    items[path[0]] = without(items[path[0]], path[1:])
    return part | {"items": items}


def expected(root: Row) -> dict[str, LineCount]:
    found: dict[str, LineCount] = {}

    def many(part: Row) -> int:
        return sum(holds(part, row) for row in PEOPLE) if counts(part) else len(PEOPLE)

    def until(part: Row, number: int) -> int:
        first = part["items"][:number]
        if part["operator"] == "or" and not any(counts(item) for item in first):
            return 0
        return many(part | {"items": first, "disabled": False})

    def walk(part: Row, path: tuple[int, ...], name: str) -> None:
        for place, item in enumerate(part["items"]):
            here = f"{name}.items[{place}]".lstrip(".")
            if counts(item):
                found[here] = LineCount(
                    many(item), until(part, place), until(part, place + 1), many(without(root, (*path, place)))
                )
            elif item["kind"] != "group" and item["line"] != -1:
                found[here] = LineCount(many(item | {"disabled": False}))
            if item["kind"] == "group":
                walk(item, (*path, place), here)

    walk(root, (), "")
    return found


@pytest.mark.req("ORC-205", "ORC-208")
@given(tree=trees)
def test_every_line_is_counted_as_plain_python_counts_it(the_shop: Workspace, tree: Row) -> None:
    rule = read_rule(clean(tree))
    found = start_line_counts(the_shop, campaign([build("a")]), rule, "recipients").result()

    assert found.rows == len(PEOPLE)
    assert found.matched == (sum(holds(tree, row) for row in PEOPLE) if counts(tree) else len(PEOPLE))
    assert dict(found.lines) == expected(tree)


@pytest.mark.req("ORC-208")
def test_a_line_that_cannot_be_counted_is_named_and_left_out(the_shop: Workspace) -> None:
    rule = read_rule(group("and", LINES[0][0], WRONG, dict(WRONG, disabled=True)))
    found = start_line_counts(the_shop, campaign([build("a")]), rule, "recipients").result()

    assert {path: problem.code for path, problem in found.left_out.items()} == {"items[1]": "unknown-attribute"}
    assert found.matched == sum(row["city"] == "Paris" for row in PEOPLE)
    assert set(found.lines) == {"items[0]"}


@pytest.mark.req("ORC-208")
def test_a_rule_that_is_one_line_has_a_count_and_no_parts(the_shop: Workspace) -> None:
    found = start_line_counts(the_shop, campaign([build("a")]), read_rule(LINES[0][0]), "recipients").result()
    assert (found.matched, dict(found.lines)) == (4 + 1, {})


@pytest.mark.req("ORC-208")
def test_lines_are_counted_over_the_rows_that_enter_a_node(the_shop: Workspace) -> None:
    document = campaign([build("a", condition("city", value="Paris")), {"id": "e", "type": "end"}], "a>e")
    run_document(the_shop, document)
    entering = find_population(the_shop, document, "t1").relation

    found = start_line_counts(the_shop, document, read_rule(group("and", LINES[1][0])), entering).result()

    parisians = [row for row in PEOPLE if row["city"] == "Paris"]
    assert found.rows == len(parisians)
    assert found.matched == sum(row["plan"] in {"basic", "free"} for row in parisians)


@pytest.mark.req("ORC-208")
def test_a_part_that_is_switched_off_changes_neither_count_nor_sentence_nor_problems(the_shop: Workspace) -> None:
    off = [dict(one, disabled=True) for one in (WRONG, LINES[2][0], group("or", WRONG))]
    rules = [group("and", LINES[0][0], *off), LINES[0][0]]
    ran = [run_document(the_shop, campaign([build("a", rule)])) for rule in rules]
    said = [to_sentence(read_rule(rule), the_shop.catalog(), "recipients") for rule in rules]

    assert [[node.left for node in one.nodes] for one in ran] == [[5], [5]]
    assert ran[0].problems == ran[1].problems
    assert said[0] == said[1]


@pytest.mark.req("ORC-209", "ORC-208")
def test_the_query_of_a_rule_reads_tables_by_their_names_and_quotes_what_users_typed(the_shop: Workspace) -> None:
    rule = read_rule(group("and", condition("city", value="O'Hare"), exists("purchases")))
    sql = rule_sql(rule, world_of(the_shop, campaign([build("a")])).surroundings, "recipients")

    assert "FROM recipients" in sql
    assert "'O''Hare'" in sql
    assert "FROM purchases" in sql
