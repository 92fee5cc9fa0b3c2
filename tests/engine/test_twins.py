# ruff: noqa: E501 - settings are read in rows
"""The engine against its plain-Python twin, on generated settings and data with gaps, ties and repeated keys."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.catalog.model import Dimension, Link
from engine.document.model import Document
from engine.ingest.load import LoadOptions
from engine.ingest.service import import_file
from engine.layouts import FileFormat, FileLayout
from engine.runner.populations import find_population
from engine.runner.results import RunResult
from engine.runner.service import run_document
from engine.workspace import Workspace
from tests.engine import twin
from tests.engine.campaigns import build, campaign, node

SEED = 7
chance = random.Random(20251001)
PEOPLE: list[dict[str, Any]] = [
    {
        "id": number,
        "team": chance.choice([None, "", "red", "blue", "Blue", "é'\"😀"]),
        "score": chance.choice([None, *range(-3, 6)]),
        "mail": chance.choice([None, "", "a@x", "b@x", "c@x"]),
    }
    for number in range(1, 61)
]
ORDERS: list[dict[str, Any]] = [
    {
        "no": f"o{number:03d}",
        "person": chance.choice([None, 999, *range(1, 40)]),
        "amount": chance.choice([None, 5, 10, 10, 25]),
    }
    for number in range(1, 121)
]
PERSON = {person["id"]: person for person in PEOPLE}
ORDER = {order["no"]: order for order in ORDERS}
NOTHING: list[dict[str, Any]] = []


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("twins")
    with Workspace.create(folder / "w", threads=2) as opened:
        layout = FileLayout(format=FileFormat.JSON_LINES, null_tokens=())
        for name, key, rows in (("people", "id", PEOPLE), ("orders", "no", ORDERS)):
            path = folder / f"{name}.jsonl"
            path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
            import_file(opened, path, table=name, layout=layout, key=[key], options=LoadOptions(partial=False))
        opened.schemas.add(
            Link(name="buyer", source="orders", target="people", pairs=(("person", "id"),), reverse_name="orders")
        )
        opened.schemas.add(Dimension(name="people", table="people"), Dimension(name="orders", table="orders"))
        yield opened


def holds(record: dict[str, Any], rule: dict[str, Any] | None) -> bool:
    """Whether a record of people matches; a comparison with a missing value does not."""
    if rule is None:
        return True
    if rule["kind"] == "group":
        parts = [holds(record, item) for item in rule["items"]]
        if rule["operator"] == "except":
            return parts[0] and not (parts[1:] and all(parts[1:]))
        return all(parts) if rule["operator"] == "and" else any(parts)
    if rule["kind"] == "exists":
        mine = [one for one in ORDERS if one["person"] == record["id"]]
        return any(holds(one, rule["rule"]) for one in mine) is not rule["negated"]
    if rule["kind"] == "aggregate":
        found: list[Any] = [one["amount"] for one in ORDERS if one["person"] == record["id"]]
        amounts = [amount for amount in found if amount is not None]
        total = sum(amounts) if amounts else None
        value = len(found) if rule["function"] == "count" else total
        return value is not None and value >= rule["value"]
    actual = record[rule["attribute"]]
    return compared(actual, rule)


def compared(value: Any, rule: dict[str, Any]) -> bool:
    """Whether a value passes one comparison."""
    match rule["operator"]:
        case "empty":
            return value is None or value == ""
        case "not-empty":
            return value is not None and value != ""
        case "equal":
            return bool(value is not None and value == rule["value"])
        case "not-equal":
            missing = value is None or value == ""
            return bool((value is not None and value != rule["value"]) or (missing and rule["include_empty"]))
        case "less":
            return bool(value is not None and value < rule["value"])
        case _:
            return bool(value is not None and value >= rule["value"])


def leaf(attribute: str, values: st.SearchStrategy[Any], operators: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    fixed = {"kind": st.just("condition"), "attribute": st.just(attribute)}
    compared = st.fixed_dictionaries(
        fixed | {"operator": st.sampled_from(operators), "value": values, "include_empty": st.booleans()}
    )
    return compared | st.fixed_dictionaries(fixed | {"operator": st.sampled_from(["empty", "not-empty"])})


SCORE = leaf("score", st.integers(-3, 5), ["equal", "not-equal", "less", "greater-or-equal"])
TEAM = leaf("team", st.sampled_from(["", "red", "blue", "é'\"😀", "'; drop table people; --"]), ["equal", "not-equal"])
AMOUNT = leaf("amount", st.sampled_from([5, 10, 25]), ["equal", "not-equal", "less", "greater-or-equal"])
EXISTS = st.fixed_dictionaries(
    {"kind": st.just("exists"), "link": st.just("orders"), "negated": st.booleans(), "rule": AMOUNT}
)
AGGREGATE = st.fixed_dictionaries(
    {
        "kind": st.just("aggregate"),
        "function": st.sampled_from(["count", "sum"]),
        "attribute": st.just("orders/amount"),
        "value": st.integers(0, 30),
    }
).map(lambda one: one | {"attribute": "orders"} if one["function"] == "count" else one)
RULES: st.SearchStrategy[dict[str, Any]] = st.recursive(
    SCORE | TEAM | EXISTS | AGGREGATE,
    lambda inner: st.fixed_dictionaries(
        {
            "kind": st.just("group"),
            "operator": st.sampled_from(["and", "or", "except"]),
            "items": st.lists(inner, min_size=1, max_size=3),
        }
    ),
    max_leaves=5,
)
NOBODY = {"kind": "condition", "attribute": "score", "operator": "equal", "value": 99}
MAYBE_RULE = st.none() | RULES | st.just(NOBODY)


def chosen(rule: dict[str, Any] | None) -> twin.Rows:
    return [{"_key": one["id"]} for one in PEOPLE if holds(one, rule)]


def counted(workspace: Workspace, document: Document) -> RunResult:
    result = run_document(workspace, document)
    assert not [str(problem) for problem in result.problems if problem.is_error]
    for one in result.nodes:
        assert one.conserved, one
    return result


def keys(workspace: Workspace, document: Document, output: str, name: str = "_key") -> list[Any]:
    page = find_population(workspace, document, output).page(limit=10_000)
    place = [one.name for one in page.columns].index(name)
    return [row[place] for row in page.rows]


def about(row: twin.Row, name: str) -> Any:
    return PERSON[row["_key"]][name]


@pytest.mark.req("ORC-84", "ORC-197", "ORC-198", "ORC-203", "ORC-204", "ORC-205", "ORC-209")
@given(rule=RULES)
@settings(max_examples=60)
def test_a_rule_finds_the_records_that_its_twin_finds(workspace: Workspace, rule: dict[str, Any]) -> None:
    document = campaign([build("who", rule, "people")], seed=SEED)

    counted(workspace, document)

    assert keys(workspace, document, "who:result") == [row["_key"] for row in chosen(rule)]


@pytest.mark.req("ORC-107", "ORC-109", "ORC-110")
@given(rules=st.lists(MAYBE_RULE, min_size=2, max_size=4))
def test_combinations_agree_with_their_twins(workspace: Workspace, rules: list[dict[str, Any] | None]) -> None:
    names = [f"s{number}" for number in range(len(rules))]
    nodes = [build(name, rule, "people") for name, rule in zip(names, rules, strict=True)]
    nodes += [node(f"f{name}", "fork", transitions=[{}, {}, {}, {}]) for name in names]
    nodes += [
        node("any", "combine", mode="union"),
        node("all", "combine", mode="intersection"),
        node("both", "combine", mode="intersection", complement=True),
        node("minus", "combine", mode="exclusion", primary_set="fs0", complement=True),
    ]
    arrows = [f"{name}>f{name}" for name in names]
    arrows += [
        f"f{name}:branch:{number}>{target}"
        for name in names
        for number, target in enumerate(("any", "all", "both", "minus"), start=1)
    ]
    document = campaign(nodes, *arrows, seed=SEED)
    sets = [chosen(rule) for rule in rules]

    counted(workspace, document)

    inside, rest = twin.intersection(sets, ("_key",))
    kept, removed = twin.exclusion(sets[0], sets[1:])
    assert keys(workspace, document, "any:result") == sorted(twin.union(sets, ("_key",)))
    assert keys(workspace, document, "all:result") == sorted(inside)
    assert keys(workspace, document, "both:result") == sorted(inside)
    assert keys(workspace, document, "both:complement") == sorted(rest)
    assert keys(workspace, document, "minus:result") == [row["_key"] for row in kept]
    assert keys(workspace, document, "minus:complement") == [row["_key"] for row in removed]


@pytest.mark.req("ORC-114", "ORC-115", "ORC-116", "ORC-117", "ORC-77")
@given(
    rule=MAYBE_RULE,
    fields=st.lists(st.sampled_from(["team", "mail", "score"]), min_size=1, max_size=2, unique=True),
    keep=st.integers(0, 3),
    method=st.sampled_from(["random", "expression", "non-empty", "values"]),
    descending=st.booleans(),
)
def test_deduplication_agrees_with_its_twin(
    workspace: Workspace, rule: dict[str, Any] | None, fields: list[str], keep: int, method: str, descending: bool
) -> None:
    choices: dict[str, dict[str, Any]] = {
        "random": {},
        "expression": {"expression": "@score", "descending": descending},
        "non-empty": {"non_empty": ["mail"]},
        "values": {"expression": "@team", "preferred": ["blue", "red"]},
    }
    more = choices[method]
    document = campaign(
        [build("who", rule, "people"),
         node("dedup", "deduplication", fields=fields, keep=keep, method=method, complement=True, **more)],
        "who>dedup", seed=SEED,
    )  # fmt: skip

    def order(row: twin.Row) -> Any:
        if method == "random":
            return twin.digest(SEED, "deduplication", [row["_key"]])
        if method == "non-empty":
            return about(row, "mail") in {None, ""}
        if method == "values":
            return ["blue", "red"].index(about(row, "team")) if about(row, "team") in {"blue", "red"} else 2
        score = about(row, "score")
        return (score is None, 0 if score is None else -score if descending else score)

    counted(workspace, document)

    kept, rest = twin.deduplicate(chosen(rule), fields, keep, about, order, ("_key",))
    assert keys(workspace, document, "dedup:result") == sorted(row["_key"] for row in kept)
    assert keys(workspace, document, "dedup:complement") == sorted(row["_key"] for row in rest)


LIMIT = st.none() | st.one_of(
    st.fixed_dictionaries({"kind": st.just("number"), "value": st.integers(0, 30)}),
    st.fixed_dictionaries({"kind": st.just("percent"), "value": st.sampled_from([0, 1, 10, 12.5, 33, 50])}),
)
SORT = st.none() | st.fixed_dictionaries({"attribute": st.just("score"), "descending": st.booleans()})
SUBSET = st.fixed_dictionaries({"filter": st.none() | SCORE | TEAM, "limit": LIMIT, "sort": SORT})


@pytest.mark.req("ORC-118", "ORC-119", "ORC-121", "ORC-123", "ORC-77")
@given(rule=MAYBE_RULE, subsets=st.lists(SUBSET, min_size=1, max_size=2), overlap=st.booleans())
@settings(max_examples=40)
def test_a_split_agrees_with_its_twin(
    workspace: Workspace, rule: dict[str, Any] | None, subsets: list[dict[str, Any]], overlap: bool
) -> None:
    document = campaign(
        [build("who", rule, "people"), node("split", "split", subsets=subsets, complement=True, overlap=overlap)],
        "who>split", seed=SEED,
    )  # fmt: skip

    counted(workspace, document)

    taken, left = twin.split(
        chosen(rule), subsets, lambda row, one: holds(PERSON[row["_key"]], one), about, ("_key",), SEED, overlap=overlap
    )
    for number, rows in enumerate(taken, start=1):
        assert keys(workspace, document, f"split:subset:{number}") == sorted(row["_key"] for row in rows)
    assert keys(workspace, document, "split:complement") == sorted(row["_key"] for row in left)


@pytest.mark.req("ORC-137", "ORC-138", "ORC-139")
@given(rule=AMOUNT, keep=st.integers(0, 1))
def test_orders_become_their_buyers(workspace: Workspace, rule: dict[str, Any], keep: int) -> None:
    document = campaign(
        [
            build("which", rule, "orders"),
            node("who", "change-dimension", dimension="people", keep=keep, complement=True),
        ],
        "which>who",
    )
    orders = [one for one in ORDERS if holds(one, rule)]
    rows = [(one["person"] if one["person"] in PERSON else None, one["no"]) for one in orders]

    result = counted(workspace, document)

    unmatched = sum(person is None for person, _ in rows)
    warned = [problem.values["count"] for problem in result.problems if problem.code == "unmatched-rows"]
    assert warned == ([unmatched] if unmatched else [])
    found = list(
        zip(
            keys(workspace, document, "who:result"), keys(workspace, document, "who:result", "_origin_key"), strict=True
        )
    )
    if keep == 0:
        expected = rows
    else:
        firsts = {person: min(no for other, no in rows if other == person) for person, _ in rows if person is not None}
        expected = [*firsts.items(), *((None, no) for person, no in rows if person is None)]
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.req("ORC-124", "ORC-125", "ORC-126", "ORC-127", "ORC-129", "ORC-132")
@given(rule=MAYBE_RULE, filtered=st.none() | AMOUNT, lines=st.integers(1, 3), descending=st.booleans())
def test_enrichment_agrees_with_its_twin(
    workspace: Workspace, rule: dict[str, Any] | None, filtered: dict[str, Any] | None, lines: int, descending: bool
) -> None:
    collected = {"link": "orders", "name": "line", "attributes": ["amount", "no"], "lines": lines, "filter": filtered,
                 "sort": {"attribute": "amount", "descending": descending}}  # fmt: skip
    total = {"attribute": "orders/amount", "function": "sum", "alias": "total", "filter": filtered}
    document = campaign(
        [build("who", rule, "people"),
         node("more", "enrichment", attributes=[{"expression": "@score * 2", "alias": "twice"}], collections=[collected], aggregates=[total])],
        "who>more",
    )  # fmt: skip

    counted(workspace, document)

    page = find_population(workspace, document, "more:result").page(limit=1000)
    names = [one.name for one in page.columns]
    assert [row[names.index("_key")] for row in page.rows] == [row["_key"] for row in chosen(rule)]
    for values in page.rows:
        row = dict(zip(names, values, strict=True))
        mine = [one for one in ORDERS if one["person"] == row["_key"] and (filtered is None or holds(one, filtered))]
        known = sorted((one for one in mine if one["amount"] is not None), key=lambda one: one["no"])
        known.sort(key=lambda one: one["amount"], reverse=descending)
        ordered = known + sorted((one for one in mine if one["amount"] is None), key=lambda one: one["no"])
        for line in range(1, lines + 1):
            at: dict[str, Any] = ordered[line - 1] if line <= len(ordered) else {"amount": None, "no": None}
            assert (row[f"line{line}_amount"], row[f"line{line}_no"]) == (at["amount"], at["no"])
        assert [one["no"] for one in row["lines"] or NOTHING] == [one["no"] for one in ordered[:lines]]
        amounts = [one["amount"] for one in known]
        assert row["total"] == (sum(amounts) if amounts else None)
        score = PERSON[row["_key"]]["score"]
        assert row["twice"] == (None if score is None else score * 2)


@pytest.mark.req("ORC-108", "ORC-113")
@given(rules=st.lists(MAYBE_RULE, min_size=2, max_size=3))
def test_rows_equal_by_columns_agree_with_their_twin(workspace: Workspace, rules: list[dict[str, Any] | None]) -> None:
    names = [f"s{number}" for number in range(len(rules))]
    document = campaign(
        [*(build(name, rule, "people") for name, rule in zip(names, rules, strict=True)),
         node("any", "combine", mode="union", reconcile="columns", columns=["team", "score"], primary_set="s0")],
        *(f"{name}>any" for name in names),
    )  # fmt: skip

    counted(workspace, document)

    seen: set[tuple[Any, Any]] = set()
    expected: list[int] = []
    for rule in rules:
        for row in chosen(rule):
            pair = (about(row, "team"), about(row, "score"))
            if None in pair or pair not in seen:
                expected.append(row["_key"])
            seen.add(pair)
    assert sorted(keys(workspace, document, "any:result")) == sorted(expected)


@pytest.mark.req("ORC-166", "ORC-182", "ORC-187")
@given(rule=MAYBE_RULE)
def test_reach_is_complete(workspace: Workspace, rule: dict[str, Any] | None) -> None:
    document = campaign([build("who", rule, "people"), node("mail", "email", address="mail")], "who>mail")

    result = counted(workspace, document)

    reach = result.node("mail").reach
    assert sum(reach.values()) == len(chosen(rule))
    empty = sum(about(row, "mail") in {None, ""} for row in chosen(rule))
    assert reach.get("EmailNoAddressFoundInProfile", 0) == empty
