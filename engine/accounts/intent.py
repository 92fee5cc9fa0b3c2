"""Intent: how strong an interest is, from what people did with pages and messages about it (B2B 9.8)."""

from collections.abc import Sequence

from sqlglot import exp

from engine.trees import all_of, col, query, text, tree

LOW, MEDIUM = 0.2, 0.6
"""A score up to this is low, up to that medium, above it high."""
HALF_LIFE_DAYS = 30
MOST_KEYWORDS = 150
TOP_PEOPLE = 3


def level_of(score: exp.Expr) -> exp.Expr:
    """low, medium or high for a score from 0 to 1."""
    return tree(f"CASE WHEN $s <= {LOW} THEN 'low' WHEN $s <= {MEDIUM} THEN 'medium' ELSE 'high' END", s=score)


def those_interested(scores: exp.Expr, kind: str, keys: Sequence[str], levels: Sequence[str]) -> exp.Select:
    """The people whose newest score for one of the keys is of one of the levels; any key or level, without them.

    `scores` has level, kind, entity_id, key, score, at_ts; `kind` is category, product or keyword. Shape: one row per
    person: entity_id.
    """
    wanted: list[exp.Expr] = [exp.true()]
    if keys:
        names = [text(one.strip().lower()) for one in keys]
        wanted.append(exp.In(this=col("s", "key"), expressions=list[exp.Expr](names)))
    if levels:
        wanted.append(exp.In(this=level_of(col("s", "score")), expressions=[text(one) for one in levels]))
    return query(
        "SELECT DISTINCT s.entity_id FROM (SELECT i.entity_id, LOWER(TRIM(i.key)) AS key, i.score FROM scores AS i"
        " WHERE i.level = 'person' AND i.kind = $kind QUALIFY ROW_NUMBER() OVER"
        " (PARTITION BY i.entity_id, LOWER(TRIM(i.key)) ORDER BY i.at_ts DESC, i.score DESC) = 1) AS s WHERE $wanted",
        scores=scores, kind=text(kind), wanted=all_of(wanted),
    )  # fmt: skip


def keyword_scores(
    activities: exp.Query | exp.Table, keywords: exp.Query | exp.Table, moment: exp.Expr, unsubscribed: str
) -> exp.Select:
    """The score of each keyword for each person: 1 - exp(-sum of what decays by half in thirty days), not below 0.

    `activities` has person, kind, at (microseconds), said (all texts of the activity together, lower case); `keywords`
    category, product, keyword (lower case). Unsubscribing counts against. Shape: one row per person, category, product
    and keyword that occurred: score.
    """
    return query(
        """
        SELECT a.person, k.category, k.product, k.keyword,
            GREATEST(0.0::DOUBLE, 1 - EXP(-SUM(CASE WHEN a.kind = $gone THEN -1 ELSE 1 END
                * POWER(2.0, -($moment - a.at) / $half) ORDER BY a.at, a.kind))) AS score
        FROM activities AS a JOIN keywords AS k ON POSITION(k.keyword IN a.said) > 0
        WHERE a.at < $moment AND NOT a.person IS NULL
        GROUP BY a.person, k.category, k.product, k.keyword
        """,
        activities=activities, keywords=keywords, moment=moment, gone=text(unsubscribed),
        half=exp.Literal.number(f"{HALF_LIFE_DAYS * 86_400_000_000}.0"),
    )  # fmt: skip


def product_scores(keyword: exp.Query) -> exp.Select:
    """A product is as strong as its strongest keyword. Shape: person, category, product, score."""
    return query(
        "SELECT k.person, k.category, k.product, MAX(k.score) AS score FROM told AS k"
        " GROUP BY k.person, k.category, k.product",
        told=keyword,
    )


def account_scores(products: exp.Query, pairs: exp.Query | exp.Table) -> exp.Select:
    """An account's score is the mean of its three strongest people. `pairs` has account, person.

    Shape: account, category, product, score.
    """
    return query(
        f"""
        WITH ranked AS (
            SELECT q.account, p.category, p.product, p.score, ROW_NUMBER() OVER (
                PARTITION BY q.account, p.category, p.product ORDER BY p.score DESC, p.person) AS place
            FROM told AS p JOIN pairs AS q ON q.person = p.person
        )
        SELECT r.account, r.category, r.product, AVG(r.score ORDER BY r.place) AS score FROM ranked AS r
        WHERE r.place <= {TOP_PEOPLE} GROUP BY r.account, r.category, r.product
        """,
        told=products,
        pairs=pairs,
    )
