"""Rules read out in English and French."""

from typing import Any

import pytest

from engine.catalog.model import Catalog, Filter
from engine.rules import read_rule
from engine.rules.sentences import to_sentence
from tests.engine.campaigns import condition, exists, group
from tests.engine.fixture import DIMENSIONS, LINKS, tables

CATALOG = Catalog(tables=tuple(tables()), links=LINKS, dimensions=DIMENSIONS)
PRICES = {"kind": "aggregate", "function": "max", "attribute": "purchases/order_date", "operator": "less"}


@pytest.mark.req("ORC-194", "ORC-200")
@pytest.mark.parametrize(
    ("rule", "english", "french"),
    [
        (condition("birth_date", "less", relative={"count": 18, "unit": "year"}),
         "birth_date is before 18 years ago", "birth_date remonte à plus de 18 ans"),
        (condition("churn_prop", "less", 0.5), "churn_prop is less than 0.5", "churn_prop est inférieur à 0,5"),
        (PRICES | {"value": "2025-01-31"},
         "the latest purchases › order_date is before 31 January 2025",
         "la dernière date de purchases › order_date est avant le 31 janvier 2025"),
        (condition("birth_date", "greater-or-equal", relative={"count": 1, "unit": "week"}),
         "birth_date is on or after 1 week ago", "birth_date remonte à 1 semaine au plus"),
        (condition("birth_date", "less", relative={"count": 3, "unit": "day", "ahead": True}),
         "birth_date is before 3 days from now", "birth_date est dans moins de 3 jours"),
        (condition("birth_date", "within", period={"preset": "last", "unit": "year", "count": 3}),
         "birth_date is within the last 3 years", "birth_date est dans les 3 dernières années"),
        (condition("birth_date", "not-within", period={"preset": "last", "unit": "week"}),
         "birth_date is not within the last 1 week", "birth_date n’est pas dans la dernière semaine"),
        (condition("birth_date", "within", period={"preset": "previous", "unit": "month"}),
         "birth_date is within the month before", "birth_date est dans le mois précédent"),
        (condition("birth_date", "within", period={"preset": "today"}),
         "birth_date is today", "birth_date est aujourd’hui"),
        (condition("birth_date", value="2025-01-01T10:30"),
         "birth_date is 1 January 2025 at 10:30", "birth_date est le 1er janvier 2025 à 10\u00a0h\u00a030"),
        (condition("plan", value="2025-01-31"), "plan is “2025-01-31”", "plan est «\u00a02025-01-31\u00a0»"),
        (PRICES | {"function": "count", "attribute": "purchases/product/label", "value": 3,
                   "rule": group("and", condition("price", "greater", 5))},
         "the number of purchases/product/label where price is greater than 5 is less than 3",
         "le nombre de purchases/product/label où price est supérieur à 5 est inférieur à 3"),
        (group("and", {"kind": "audience", "audience": "a7"}, exists("purchases")),
         "is in the audience “Readers” and there is a record in purchases",
         "fait partie de l’audience «\u00a0Readers\u00a0» et il existe un enregistrement dans purchases"),
        (group("or", condition("plan", value="x") | {"disabled": True}), "everybody", "tout le monde"),
    ],
)  # fmt: skip
def test_a_rule_is_said_in_both_languages(rule: dict[str, Any], english: str, french: str) -> None:
    names = {"a7": "Readers"}
    read = read_rule(rule)
    assert to_sentence(read, CATALOG, "recipients", "en", names) == english
    assert to_sentence(read, CATALOG, "recipients", "fr", names) == french


@pytest.mark.req("ORC-194", "ORC-212")
def test_a_filter_is_said_with_what_it_asks_here() -> None:
    town = Filter(
        id="town",
        label="Lives in",
        dimension="recipients",
        rule=condition("city", value="Paris"),
        parameters=("value",),
    )
    catalog = CATALOG.model_copy(update={"filters": (town,)})
    anew = read_rule({"kind": "filter", "filter": "town", "parameters": {"value": "Lyon"}})
    empty = read_rule({"kind": "filter", "filter": "town", "parameters": {"value": None}})
    as_it_is = read_rule({"kind": "filter", "filter": "town"})

    assert to_sentence(anew, catalog, "recipients") == "matches the filter “Lives in” (city is “Lyon”)"
    assert to_sentence(empty, catalog, "recipients") == "matches the filter “Lives in” (city is …)"
    assert to_sentence(as_it_is, catalog, "recipients", "fr") == "correspond au filtre «\u00a0Lives in\u00a0»"


def test_filters_that_use_each_other_are_said_to_an_end() -> None:
    inside = {"kind": "filter", "filter": "round", "parameters": {"items[0].value": "x"}}
    around = Filter(
        id="round",
        label="Round",
        dimension="recipients",
        rule=group("and", condition("city", value="Paris"), inside),
        parameters=("items[0].value",),
    )
    catalog = CATALOG.model_copy(update={"filters": (around,)})

    said = to_sentence(read_rule(inside), catalog, "recipients")

    assert said == "matches the filter “Round” (city is “x” and matches the filter “Round”)"
