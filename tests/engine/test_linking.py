"""Rows of a file or of another path meet records: by equal fields, by conditions that speak of both, once or many."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.document.model import Document
from engine.runner.populations import find_population
from engine.runner.results import RunResult
from engine.runner.service import check_document, run_document
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, exists, group, node
from tests.engine.fixture import records

LEADS: list[dict[str, Any]] = [
    {"mail": "anna@x.com", "name": "Jons", "level": "bronze", "least": 1, "worth": 10},
    {"mail": "IDA@gmail.com", "name": "Tran", "level": "gold", "least": 2, "worth": 20},
    {"mail": "ida@gmail.com", "name": "Roy", "level": "silver", "least": 4, "worth": 30},
    {"mail": "nobody@x.com", "name": "Nobody", "level": "none", "least": 9, "worth": 40},
    {"mail": None, "name": None, "level": None, "least": None, "worth": 50},
]
PEOPLE = {one["crm_id"]: one for one in records("recipients")}
LEVEL = {one["customer"]: one["membership_level"] for one in records("loyalty")}
BOUGHT = {key: sum(one["customer"] == key for one in records("purchases")) for key in PEOPLE}


@pytest.fixture
def leads(tmp_path: Path) -> dict[str, Any]:
    """A Load file of the leads, one line each."""
    path = tmp_path / "leads.csv"
    lines = [",".join("" if value is None else str(value) for value in one.values()) for one in LEADS]
    path.write_text("\n".join(["mail,name,level,least,worth", *lines]), encoding="utf-8")
    columns = [{"name": "mail"}, {"name": "name"}, {"name": "level"}, {"name": "least", "type": "integer"}]
    columns.append({"name": "worth", "type": "integer"})
    return node("leads", "load-file", path=str(path), layout={"columns": columns})


def rows(workspace: Workspace, document: Document, output: str) -> list[dict[str, Any]]:
    """The rows behind a count, with the names of their columns."""
    page = find_population(workspace, document, output).page(limit=1000)
    return [dict(zip([one.name for one in page.columns], values, strict=True)) for values in page.rows]


def counted(workspace: Workspace, document: Document) -> RunResult:
    result = run_document(workspace, document)
    assert [str(problem) for problem in result.problems if problem.is_error] == []
    assert all(one.conserved for one in result.nodes)
    return result


SAME_MAIL = condition("email", "equal", value_expression="[source/@mail]", ignore_case=True)
SAME_NAME = condition("last_name", "equal", value_expression="[source/@name]")
SAME_LEVEL = condition("loyalty/membership_level", "equal", value_expression="[source/@level]")
OFTEN = {"kind": "aggregate", "function": "count", "attribute": "purchases", "operator": "greater-or-equal",
         "value_expression": "[source/@least]"}  # fmt: skip


def lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


def meets(kind: str, lead: dict[str, Any], key: str) -> bool:
    """Whether a lead meets a recipient; nothing equals what is missing."""
    person = PEOPLE[key]
    mail = person["email"] is not None and lower(lead["mail"]) == lower(person["email"])
    name = lead["name"] == person["last_name"]
    level = lead["level"] is not None and LEVEL.get(key) == lead["level"]
    often = lead["least"] is not None and BOUGHT[key] >= lead["least"]
    return {"mail": mail, "mail or name": mail or name, "level": level, "often": often, "name, often": name and often}[
        kind
    ]


ADVANCED = {
    "mail": SAME_MAIL,
    "mail or name": group("or", SAME_MAIL, SAME_NAME),
    "level": SAME_LEVEL,
    "often": OFTEN,
    "name, often": group("and", SAME_NAME, OFTEN),
}


@pytest.mark.req("ORC-134", "ORC-135", "ORC-136")
@pytest.mark.parametrize("kind", ADVANCED)
@pytest.mark.parametrize("city", [None, "Paris"])
def test_rows_are_reconciled_by_conditions_that_compare_both_sides(
    the_shop: Workspace, leads: dict[str, Any], kind: str, city: str | None
) -> None:
    matching = node("match", "reconciliation", dimension="recipients", rule=ADVANCED[kind], keep_unreconciled=False,
                    complement=True, **({"filter": condition("city", "equal", city)} if city else {}))  # fmt: skip
    document = campaign([leads, matching], "leads>match")
    allowed = [key for key in sorted(PEOPLE) if city is None or PEOPLE[key]["city"] == city]
    expected = {lead["worth"]: [key for key in allowed if meets(kind, lead, key)] for lead in LEADS}

    result = counted(the_shop, document)

    found = {row["worth"]: row["_key"] for row in rows(the_shop, document, "match:result")}
    assert found == {worth: keys[0] for worth, keys in expected.items() if keys}
    rest = {row["worth"] for row in rows(the_shop, document, "match:complement")}
    assert rest == {worth for worth, keys in expected.items() if not keys}
    ambiguous = sum(len(keys) > 1 for keys in expected.values())
    warned = [problem.values["count"] for problem in result.problems if problem.code == "ambiguous-rows"]
    assert warned == ([ambiguous] if ambiguous else [])


@pytest.mark.req("ORC-134")
def test_one_row_per_match_and_pairs_beside_conditions(the_shop: Workspace, leads: dict[str, Any]) -> None:
    matching = node("match", "reconciliation", dimension="recipients", one_row_per_match=True, keep_unreconciled=False,
                    pairs=[{"source": "mail", "destination": "email", "ignore_case": True}],
                    rule=condition("last_name", "not-equal", value_expression="[source/@name]"))  # fmt: skip
    document = campaign([leads, matching], "leads>match")

    counted(the_shop, document)

    expected = [
        (lead["worth"], key)
        for lead in LEADS
        for key in sorted(PEOPLE)
        if meets("mail", lead, key) and lead["name"] != PEOPLE[key]["last_name"]
    ]
    assert [(row["worth"], row["_key"]) for row in rows(the_shop, document, "match:result")] == sorted(
        expected, key=lambda pair: (pair[1], pair[0])
    )
    assert len(expected) == 4


@pytest.mark.req("ORC-134")
def test_conditions_that_never_mention_the_rows_are_refused(the_shop: Workspace, leads: dict[str, Any]) -> None:
    def problems(**settings: Any) -> list[tuple[str, str | None]]:
        match = node("match", "reconciliation", dimension="recipients", **settings)
        document = campaign([leads, match], "leads>match")
        return [(one.code, one.field) for one in check_document(the_shop, document).problems]

    assert problems(rule=condition("city", "equal", "Paris")) == [("missing-setting", "pairs")]
    assert problems() == [("missing-setting", "pairs")]
    assert problems(rule=SAME_MAIL) == []
    misspelt = condition("email", "equal", value_expression="[source/@mial]")
    assert problems(rule=misspelt) == [("unknown-column", "rule.value_expression")]
    assert problems(rule=SAME_MAIL, filter=SAME_MAIL)[0][1] == "filter.value_expression"


@pytest.mark.req("ORC-134", "ORC-136")
def test_rows_that_have_no_key_yet_are_told_apart(the_shop: Workspace, leads: dict[str, Any]) -> None:
    document = campaign(
        [
            leads,
            node("first", "reconciliation", dimension="recipients",
                 pairs=[{"source": "mail", "destination": "email"}]),
            node("second", "reconciliation", dimension="recipients",
                 rule=condition("last_name", "equal", value_expression="[source/@name]")),
        ],
        "leads>first", "first>second",
    )  # fmt: skip

    assert counted(the_shop, document).transition("second:result").rows == len(LEADS)

    found = {row["worth"]: (row["_key"], row["_origin_key"]) for row in rows(the_shop, document, "second:result")}
    by_mail = {10: "R01", 20: None, 30: "R09", 40: None, 50: None}
    by_name = {10: "R03", 20: "R09", 30: "R07", 40: None, 50: None}
    assert found == {worth: (by_name[worth], by_mail[worth]) for worth in by_mail}


def linked(**settings: Any) -> dict[str, Any]:
    """An Enrichment of all recipients with a link."""
    return node("more", "enrichment", primary_set="who", **settings)


MANY: dict[str, tuple[dict[str, Any], Callable[[dict[str, Any], str], bool]]] = {
    "pairs": ({"joins": [{"source": "email", "destination": "mail"}]},
              lambda lead, key: lead["mail"] is not None and lead["mail"] == PEOPLE[key]["email"]),
    "rule": ({"rule": condition("name", "equal", value_expression="[source/@last_name]")},
             lambda lead, key: lead["name"] == PEOPLE[key]["last_name"]),
    "both": ({"joins": [{"source": "last_name", "destination": "name"}],
              "rule": condition("worth", "less", value_expression="Length([source/@city]) * 5")},
             lambda lead, key: lead["name"] == PEOPLE[key]["last_name"]
             and lead["worth"] < len(PEOPLE[key]["city"]) * 5),
}  # fmt: skip


@pytest.mark.req("ORC-130", "ORC-129", "ORC-126", "ORC-132", "ORC-131")
@pytest.mark.parametrize("kind", MANY)
def test_a_collection_link_leads_on_to_the_rows_of_a_file(
    the_shop: Workspace, leads: dict[str, Any], kind: str
) -> None:
    joining, holds = MANY[kind]
    total = {"function": "sum", "attribute": "leads/worth", "alias": "total"}
    lines = {"link": "leads", "name": "lead", "attributes": ["worth", "level"], "lines": 2,
             "sort": {"attribute": "worth"}}  # fmt: skip
    document = campaign(
        [
            build("who"),
            leads,
            linked(links=[{"relation": "N", "set": "leads", "name": "leads", **joining}], collections=[lines],
                   aggregates=[total]),
            node("fork", "fork"),
            node("split", "split", subsets=[{"filter": exists("leads", condition("worth", "greater", 15))}],
                 complement=True),
            node("count", "enrichment", aggregates=[{"function": "count", "attribute": "leads", "alias": "n"}]),
        ],
        "who>more", "leads>more", "more>fork", "fork:branch:1>split", "fork:branch:2>count",
    )  # fmt: skip

    counted(the_shop, document)

    mine = {key: [lead for lead in LEADS if holds(lead, key)] for key in sorted(PEOPLE)}
    assert any(len(found) > 0 for found in mine.values())
    for row in rows(the_shop, document, "more:result"):
        found = sorted((lead["worth"] for lead in mine[row["_key"]]), reverse=True)
        assert row["total"] == (sum(found) if found else None)
        assert [row["lead1_worth"], row["lead2_worth"]] == [*found[:2], None, None][:2]
        assert [one["worth"] for one in row["leads"] or list[dict[str, Any]]()] == found[:2]
    assert [row["_key"] for row in rows(the_shop, document, "split:subset:1")] == [
        key for key, found in mine.items() if any(lead["worth"] > 15 for lead in found)
    ]
    assert {row["_key"]: row["n"] for row in rows(the_shop, document, "count:result")} == {
        key: len(found) for key, found in mine.items()
    }


@pytest.mark.req("ORC-130", "ORC-132", "ORC-124")
@pytest.mark.parametrize("relation", ["1", "0-1"])
def test_a_link_to_one_record_by_conditions(the_shop: Workspace, leads: dict[str, Any], relation: str) -> None:
    either = group("or", condition("mail", "equal", value_expression="[source/@email]"),
                   condition("name", "equal", value_expression="[source/@last_name]"))  # fmt: skip
    document = campaign(
        [
            build("who"),
            leads,
            linked(links=[{"relation": relation, "set": "leads", "name": "lead", "rule": either,
                           "attributes": [{"attribute": "worth"}]}]),
            node("pick", "enrichment", attributes=[{"attribute": "lead/level", "alias": "lead_level"}]),
        ],
        "who>more", "leads>more", "more>pick",
    )  # fmt: skip

    result = counted(the_shop, document)

    expected: dict[str, tuple[Any, Any]] = {}
    several = 0
    for key, person in sorted(PEOPLE.items()):
        mine = [
            one
            for one in LEADS
            if (one["mail"] is not None and one["mail"] == person["email"]) or one["name"] == person["last_name"]
        ]
        several += len(mine) > 1
        if mine or relation == "0-1":
            expected[key] = (mine[0]["worth"], mine[0]["level"]) if mine else (None, None)
    found = {row["_key"]: (row["worth"], row["lead_level"]) for row in rows(the_shop, document, "pick:result")}
    assert found == expected
    assert result.node("more").dropped == ({"no-linked-record": 12 - len(expected)} if relation == "1" else {})
    warned = [one.values["count"] for one in result.problems if one.code == "several-linked-records"]
    assert warned == [several]


@pytest.mark.req("ORC-130")
def test_a_link_to_a_table_goes_on_into_its_own_links(the_shop: Workspace) -> None:
    link = {"table": "wishlists", "name": "wish", "joins": [{"source": "email", "destination": "email"}]}
    document = campaign(
        [build("who"), linked(links=[link], attributes=[{"attribute": "wish/product/brand/label", "alias": "brand"}])],
        "who>more",
    )

    counted(the_shop, document)

    product = {one["product_id"]: one["brand_id"] for one in records("products")}
    label = {one["brand_id"]: one["label"] for one in records("brands")}
    wish: dict[str, Any] = {}
    for one in sorted(records("wishlists"), key=lambda one: one["wishlist_id"]):
        wish.setdefault(one["email"], label[product[one["product_id"]]])
    assert {row["_key"]: row["brand"] for row in rows(the_shop, document, "more:result")} == {
        key: wish.get(person["email"]) for key, person in PEOPLE.items()
    }


@pytest.mark.req("ORC-130", "ORC-128")
@pytest.mark.parametrize(
    ("link", "field"),
    [
        ({"name": "leads"}, "links[0].table"),
        ({"set": "leads", "name": "leads"}, "links[0].joins"),
        ({"set": "leads", "name": "purchases", "joins": [{"source": "email", "destination": "mail"}]}, "links[0].name"),
        ({"set": "leads", "name": "x", "joins": [{"source": "nothing", "destination": "mail"}]},
         "links[0].joins[0].source"),
        ({"set": "leads", "name": "x", "rule": condition("nothing", "equal", 1)}, "links[0].rule.attribute"),
        ({"set": "leads", "name": "x", "relation": "N", "joins": [{"source": "email", "destination": "mail"}],
          "attributes": [{"attribute": "worth"}]}, "links[0].attributes"),
        ({"set": "nowhere", "name": "x", "joins": [{"source": "email", "destination": "mail"}]}, "links[0]"),
    ],
)  # fmt: skip
def test_a_wrong_link_is_said_at_its_field(
    the_shop: Workspace, leads: dict[str, Any], link: dict[str, Any], field: str
) -> None:
    document = campaign([build("who"), leads, linked(links=[link])], "who>more", "leads>more")

    assert field in [problem.field for problem in check_document(the_shop, document).problems if problem.is_error]
