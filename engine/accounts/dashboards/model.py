"""A widget of a dashboard: the rows it is about, and how they become numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlglot import exp

from engine.accounts.defaults import CLASSIC_WEIGHTS
from engine.relations import Column
from engine.trees import all_of, col, query, text, tree
from engine.types import STRING, DataType, Kind

LONG, DOUBLE, MOMENT, FLAG = (
    DataType(Kind.LONG), DataType(Kind.DOUBLE), DataType(Kind.DATETIME), DataType(Kind.BOOLEAN)
)  # fmt: skip
Rows = Callable[[str], exp.Expr]
"""Hands the relation of a table of the account data."""
BANDS = ("0–25", "26–50", "51–75", "76–100")
ENGAGEMENT = tuple(CLASSIC_WEIGHTS)
"""The types of activity that count as engagement."""


class Form(StrEnum):
    """How a widget is drawn."""

    NUMBER = "number"
    DONUT = "donut"
    BARS = "bars"
    FUNNEL = "funnel"
    COLUMNS = "columns"
    LINE = "line"
    HEAT = "heat"
    FLOW = "flow"
    TABLE = "table"


class Measure(StrEnum):
    """What is told of the rows of a category: how many, the sum or the mean of a column, or its share of all rows."""

    COUNT = "count"
    SUM = "sum"
    MEAN = "mean"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Widget:
    """`rows` has the columns in their order; `by` and `series` are those it is grouped by, empty for all rows in one.

    `value` is the column that is summed or averaged; `sums` further columns of a table; `part` the category whose share
    is told. `order` are the categories in the order in which they are shown; the others follow by their values. `most`
    keeps the largest categories alone.
    """

    id: str
    title: str
    about: str
    form: Form
    rows: exp.Select
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    by: str = ""
    series: str = ""
    measure: Measure = Measure.COUNT
    value: str = ""
    part: str = ""
    sums: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    most: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a dashboard is about: a period, and filters by id or value; an empty filter is any."""

    since: datetime
    until: datetime
    interest: str = ""
    stage: str = ""
    industry: str = ""
    region: str = ""
    role: str = ""
    journey: str = ""


def band(score: exp.Expr) -> exp.Expr:
    """The band of a score from 0 to 100, rounded half up; null has none."""
    first, second, third, last = (text(one) for one in BANDS)
    return tree(
        "CASE WHEN $s IS NULL THEN NULL WHEN FLOOR($s + 0.5) <= 25 THEN $first WHEN FLOOR($s + 0.5) <= 50 THEN $second"
        " WHEN FLOOR($s + 0.5) <= 75 THEN $third ELSE $last END",
        s=score, first=first, second=second, third=third, last=last,
    )  # fmt: skip


def within(term: exp.Expr, wanted: Wanted) -> exp.Expr:
    """Whether an instant lies in the period; its end is no longer in."""
    return tree("$at >= $since AND $at < $until", at=term, since=instant(wanted.since), until=instant(wanted.until))


def instant(moment: datetime) -> exp.Expr:
    """An instant in UTC as a term."""
    return tree("CAST($at AS TIMESTAMP)", at=text(moment.isoformat(sep=" ")))


def engaging(alias: str) -> exp.Expr:
    """Whether an activity known as `alias` is an engagement."""
    return exp.In(this=col(alias, "type"), expressions=[text(one) for one in ENGAGEMENT])


def groups_of(rows: Rows, wanted: Wanted) -> exp.Select:
    """The buying groups that the filters mean.

    Shape: one row per group: bg_id, name, si_id, interest, account_id, account, industry, region, stage_id, stage,
    completeness, engagement (both not rounded), created_at. Groups that are called alike, as their accounts are, tell
    their account's id beside the name: each is counted for itself.
    """
    found = query(
        """
        SELECT g.bg_id, CASE WHEN COUNT(*) OVER (PARTITION BY g.name) > 1 THEN CONCAT(g.name, ' (', g.account_id, ')')
            ELSE g.name END AS name, g.si_id, i.name AS interest, g.account_id, a.name AS account, a.industry,
            COALESCE(a.region, a.country) AS region, g.stage_id, s.name AS stage, g.completeness, g.engagement,
            g.created_at
        FROM groups AS g LEFT JOIN interests AS i ON i.si_id = g.si_id
        LEFT JOIN accounts AS a ON a.account_id = g.account_id
        LEFT JOIN stages AS s ON s.stage_id = g.stage_id
        """,
        groups=rows("buying_group"), interests=rows("solution_interest"), accounts=rows("account"),
        stages=rows("stage"),
    )  # fmt: skip
    terms = [
        (wanted.interest, col("g", "si_id")), (wanted.stage, col("g", "stage_id")),
        (wanted.industry, col("a", "industry")),
        (wanted.region, tree("COALESCE($r, $c)", r=col("a", "region"), c=col("a", "country"))),
    ]  # fmt: skip
    asked = [term.eq(text(value)) for value, term in terms if value]
    return found.where(all_of(list(asked)), copy=False) if asked else found


GROUP_COLUMNS = (
    Column("name", STRING, "Buying group"), Column("interest", STRING, "Solution interest"),
    Column("account", STRING, "Account"), Column("industry", STRING, "Industry"), Column("region", STRING, "Region"),
    Column("stage", STRING, "Stage"), Column("completeness", LONG, "Completeness, %"),
    Column("engagement", LONG, "Engagement"), Column("bg_id", STRING, "Group ID"),
)  # fmt: skip
GROUP_TERMS = (
    "SELECT g.name, g.interest, g.account, g.industry, g.region, g.stage,"
    " CAST(FLOOR(g.completeness + 0.5) AS BIGINT) AS completeness,"
    " CAST(FLOOR(g.engagement + 0.5) AS BIGINT) AS engagement, g.bg_id"
)
"""The columns of a group as `GROUP_COLUMNS` names them, from rows of `groups_of` known as `g`."""
