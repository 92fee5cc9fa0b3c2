"""Intent: keywords, products and accounts, with the numbers worked out by hand."""

import math

import pytest
from sqlglot import exp

from engine.accounts.events import EMAIL_OPENED, EMAIL_UNSUBSCRIBED, PAGE_VIEW
from engine.accounts.intent import account_scores, keyword_scores, level_of, product_scores
from engine.trees import number
from tests.engine.accounts.relations import by, fetch, values

DAY = 86_400_000_000
NOW = 100 * DAY
HAPPENED = [
    ("p", PAGE_VIEW, 100, "/pricing/crm"), ("p", PAGE_VIEW, 70, "/crm"), ("p", EMAIL_OPENED, 99, "analytics news"),
    ("q", PAGE_VIEW, 40, "/crm"), ("r", EMAIL_UNSUBSCRIBED, 99, "crm news"), ("s", PAGE_VIEW, 101, "/crm"),
]  # fmt: skip
KEYWORDS = [("apps", "CRM", "crm"), ("apps", "CRM", "pricing"), ("apps", "BI", "analytics")]


def keywords() -> exp.Select:
    rows = [{"person": who, "kind": kind, "at": day * DAY - 1, "said": said} for who, kind, day, said in HAPPENED]
    words = [dict(zip(("category", "product", "keyword"), row, strict=True)) for row in KEYWORDS]
    return keyword_scores(
        values(rows, "person:text kind:text at:bigint said:text"),
        values(words, "category:text product:text keyword:text"), number(NOW), EMAIL_UNSUBSCRIBED,
    )  # fmt: skip


@pytest.mark.req("B2B-360")
def test_levels_begin_above_their_thresholds() -> None:
    scores = values([{"s": one} for one in (0.0, 0.2, 0.21, 0.6, 0.61, 1.0)], "s:double")
    found = fetch(exp.select("s", exp.alias_(level_of(exp.column("s")), "level")).from_(scores.subquery("q")))
    assert [row["level"] for row in found] == ["low", "low", "medium", "medium", "high", "high"]


def test_keywords_decay_by_half_in_thirty_days_and_unsubscribing_counts_against() -> None:
    found = by(fetch(keywords()), "person", "keyword", value="score")
    assert found["p", "crm"] == pytest.approx(1 - math.exp(-1.5), abs=1e-6)
    assert found["q", "crm"] == pytest.approx(1 - math.exp(-0.25), abs=1e-6)
    assert found["r", "crm"] == 0
    assert ("s", "crm") not in found


def test_a_product_is_its_strongest_keyword_and_an_account_its_three_strongest_people() -> None:
    products = product_scores(keywords())
    of_people = by(fetch(products), "person", "product", value="score")
    assert of_people["p", "CRM"] == pytest.approx(1 - math.exp(-1.5), abs=1e-6)
    pairs = values([{"account": "a", "person": who} for who in "pqrs"], "account:text person:text")
    found = by(fetch(account_scores(products, pairs)), "account", "product", value="score")
    wanted = ((1 - math.exp(-1.5)) + (1 - math.exp(-0.25)) + 0) / 3
    assert found["a", "CRM"] == pytest.approx(wanted, abs=1e-6)
