"""Buying groups: how complete and engaged they are, who plays which role, which move, which stand still (B2B 11.4)."""

from datetime import timedelta

from sqlglot import exp

from engine.accounts.dashboards.model import (
    BANDS,
    DOUBLE,
    GROUP_COLUMNS,
    GROUP_TERMS,
    LONG,
    MOMENT,
    Form,
    Measure,
    Rows,
    Wanted,
    Widget,
    band,
    engaging,
    groups_of,
    instant,
    within,
)
from engine.relations import Column
from engine.trees import col, number, query, text, tree
from engine.types import STRING

COMPLETE = 75
"""A group this complete that does not move is stagnant."""
STILL = timedelta(days=30)
SURGING, AT_RISK = 1.5, 0.5
TOP = 5
_BAND = Column("band", STRING, "Band")
_MEMBERS = (
    Column("name", STRING, "Name"), Column("role", STRING, "Role"), Column("month", STRING, "Month"),
    Column("assigned_at", MOMENT, "Assigned"), Column("buying_group", STRING, "Buying group"),
    Column("interest", STRING, "Solution interest"), Column("account", STRING, "Account"),
    Column("activities", LONG, "Activities"), Column("person_id", STRING, "Person ID"),
    Column("bg_id", STRING, "Group ID"),
)  # fmt: skip


def overview(rows: Rows, wanted: Wanted) -> tuple[Widget, ...]:
    """Completeness and engagement in four bands, groups by interest, and by stage."""
    groups = groups_of(rows, wanted)

    def banded(score: str) -> exp.Select:
        return query(f"{GROUP_TERMS}, $band AS band FROM g AS g", g=groups, band=band(col("g", score)))

    plain = query(f"{GROUP_TERMS} FROM g AS g", g=groups)
    columns = (*GROUP_COLUMNS, _BAND)
    return (
        Widget("completeness", "Completeness", "Buying groups by how complete they are, in percent.", Form.DONUT,
               banded("completeness"), columns, ("bg_id",), "band", order=BANDS),
        Widget("engagement", "Engagement", "Buying groups by their engagement score.", Form.DONUT,
               banded("engagement"), columns, ("bg_id",), "band", order=BANDS),
        Widget("interests", "Groups by solution interest", "How many buying groups each interest has.", Form.BARS,
               plain, GROUP_COLUMNS, ("bg_id",), "interest"),
        Widget("stages", "Groups by stage", "How far the buying groups have come.", Form.FUNNEL, _staged(rows, groups),
               (*GROUP_COLUMNS, Column("place", STRING, "Place")), ("bg_id",), "place"),
    )  # fmt: skip


def _staged(rows: Rows, groups: exp.Select) -> exp.Select:
    """The groups with their stage and its place, so that stages stand in their order."""
    return query(
        f"{GROUP_TERMS}, CASE WHEN s.ord IS NULL THEN NULL ELSE CONCAT(s.ord, '. ', g.stage) END AS place"
        " FROM g AS g LEFT JOIN s AS s ON s.stage_id = g.stage_id",
        g=groups, s=rows("stage"),
    )  # fmt: skip


def roles(rows: Rows, wanted: Wanted) -> tuple[Widget, ...]:
    """Members added per month and role, and what members of each role did."""
    members = _members(rows, wanted)
    added = members.copy().where(within(col("m", "assigned_at"), wanted), copy=False)
    return (
        Widget("added", "Members added", "Members that came into groups in the period, by month and role.",
               Form.COLUMNS, added, _MEMBERS, ("bg_id", "person_id"), "month", "role"),
        Widget("role-engagement", "Engagement by role", "What members did in the period, by their role.", Form.BARS,
               members, _MEMBERS, ("bg_id", "person_id"), "role", measure=Measure.SUM, value="activities"),
        Widget("role-months", "Engagement by role over time", "What members did, by month and role.", Form.LINE,
               _monthly(rows, wanted), _MONTHLY, ("month", "bg_id", "person_id"), "month", "role",
               measure=Measure.SUM, value="activities"),
        Widget("coverage", "Contact coverage", "How many members each role has for each interest.", Form.HEAT, members,
               _MEMBERS, ("bg_id", "person_id"), "role", "interest"),
    )  # fmt: skip


def _members(rows: Rows, wanted: Wanted) -> exp.Select:
    """Shape: one row per member of a group, without the removed, with how often it engaged in the period."""
    did = query(
        "SELECT h.person_id, COUNT(*) AS n FROM h AS h WHERE $kind AND $inside GROUP BY h.person_id",
        h=rows("activity"), kind=engaging("h"), inside=within(col("h", "ts"), wanted),
    )  # fmt: skip
    found = query(
        """
        SELECT $name AS name, COALESCE(r.name, m.role_id) AS role, STRFTIME(m.assigned_at, '%Y-%m') AS month,
            m.assigned_at, g.name AS buying_group, g.interest, g.account, COALESCE(d.n, 0) AS activities, m.person_id,
            m.bg_id
        FROM members AS m JOIN g AS g ON g.bg_id = m.bg_id LEFT JOIN roles AS r ON r.role_id = m.role_id
        LEFT JOIN people AS p ON p.person_id = m.person_id LEFT JOIN did AS d ON d.person_id = m.person_id
        WHERE NOT COALESCE(m.is_removed, FALSE)
        """,
        members=rows("bg_member"), g=groups_of(rows, wanted), roles=rows("bg_role"), people=rows("person"), did=did,
        name=person_name("p"),
    )  # fmt: skip
    return found.where(col("m", "role_id").eq(text(wanted.role)), copy=False) if wanted.role else found


_MONTHLY = (
    Column("month", STRING, "Month"), Column("role", STRING, "Role"), Column("name", STRING, "Name"),
    Column("activities", LONG, "Activities"), Column("buying_group", STRING, "Buying group"),
    Column("person_id", STRING, "Person ID"), Column("bg_id", STRING, "Group ID"),
)  # fmt: skip


def _monthly(rows: Rows, wanted: Wanted) -> exp.Select:
    return query(
        """
        SELECT STRFTIME(h.ts, '%Y-%m') AS month, m.role, m.name, COUNT(*) AS activities, m.buying_group, m.person_id,
            m.bg_id
        FROM h AS h JOIN m AS m ON m.person_id = h.person_id WHERE $kind AND $inside
        GROUP BY STRFTIME(h.ts, '%Y-%m'), m.role, m.name, m.buying_group, m.person_id, m.bg_id
        """,
        h=rows("activity"), m=_members(rows, wanted), kind=engaging("h"), inside=within(col("h", "ts"), wanted),
    )  # fmt: skip


def highlights(rows: Rows, wanted: Wanted) -> tuple[Widget, ...]:
    """Stages at both ends of the period, the liveliest and the most stagnant groups, surging accounts, overlap."""
    groups = groups_of(rows, wanted)
    moves = query(
        "SELECT h.bg_id, COUNT(*) AS n, MAX(h.at_ts) AS last FROM h AS h WHERE h.field = 'stage' AND $inside"
        " GROUP BY h.bg_id",
        h=rows("bg_history"), inside=within(col("h", "at_ts"), wanted),
    )  # fmt: skip
    days = max((wanted.until - wanted.since).days, 1)
    lively = query(
        f"{GROUP_TERMS}, COALESCE(m.n, 0) AS moves, COALESCE(m.n, 0) * 30.0::DOUBLE / $days AS velocity"
        " FROM g AS g LEFT JOIN m AS m ON m.bg_id = g.bg_id",
        g=groups, m=moves, days=number(days),
    )  # fmt: skip
    still = query(
        f"{GROUP_TERMS} FROM g AS g WHERE FLOOR(g.completeness + 0.5) >= $complete AND NOT EXISTS (SELECT 1 FROM h AS h"
        " WHERE h.bg_id = g.bg_id AND h.field = 'stage' AND h.at_ts >= $since AND h.at_ts < $until)",
        g=groups, h=rows("bg_history"), complete=number(COMPLETE), since=instant(wanted.until - STILL),
        until=instant(wanted.until),
    )  # fmt: skip
    more = (*GROUP_COLUMNS, Column("moves", LONG, "Stage changes"), Column("velocity", DOUBLE, "Changes in 30 days"))
    return (
        Widget("ends", "Stages, first and last day", "In which stage groups were when the period began, and ended.",
               Form.COLUMNS, _ends(rows, groups, wanted), _ENDS, ("bg_id", "day"), "place", "day",
               order=("first day", "last day")),
        Widget("top-engagement", "Most engaged groups", "The groups with the highest engagement scores.", Form.BARS,
               query(f"{GROUP_TERMS} FROM g AS g WHERE g.engagement > 0", g=groups), GROUP_COLUMNS, ("bg_id",), "name",
               measure=Measure.SUM, value="engagement", most=TOP),
        Widget("velocity", "Fastest groups", "Stage changes in thirty days, on the average of the period.", Form.BARS,
               lively.where(tree("$n > 0", n=col("m", "n"))), more, ("bg_id",), "name", measure=Measure.SUM,
               value="velocity", most=TOP),
        Widget("stagnant", "Stagnant groups", "At least 75 % complete, with no stage change in thirty days.",
               Form.BARS, still, GROUP_COLUMNS, ("bg_id",), "name", measure=Measure.SUM, value="completeness",
               most=TOP),
        Widget("surge", "Surging and at-risk accounts", "Engagement of the period against the one before: 1.5 times as"
               " much is surging, half as much at risk.", Form.DONUT, _surge(rows, wanted), _SURGE, ("account_id",),
               "state", order=("surging", "steady", "at risk")),
        Widget("overlap", "Contact overlap", "People who are in several buying groups, by how many.", Form.BARS,
               _overlap(rows, wanted), _OVERLAP, ("person_id",), "groups"),
    )  # fmt: skip


_ENDS = (
    Column("name", STRING, "Buying group"), Column("day", STRING, "Day"), Column("place", STRING, "Stage"),
    Column("account", STRING, "Account"), Column("interest", STRING, "Solution interest"),
    Column("bg_id", STRING, "Group ID"),
)  # fmt: skip


def _ends(rows: Rows, groups: exp.Select, wanted: Wanted) -> exp.Select:
    """The stage of each group at both ends: that after its last change by then, else that before its first after it.

    A group that was made later is not there at the beginning.
    """
    days = tree(
        "SELECT 'first day' AS day, $since AS moment UNION ALL SELECT 'last day' AS day, $until AS moment",
        since=instant(wanted.since), until=instant(wanted.until),
    )  # fmt: skip
    return query(
        """
        WITH told AS (
            SELECT d.day, d.moment, g.bg_id, g.name, g.account, g.interest, g.stage_id AS now,
                MAX(CASE WHEN h.at_ts <= d.moment THEN h.at_ts END) AS before,
                MIN(CASE WHEN h.at_ts > d.moment THEN h.at_ts END) AS after
            FROM g AS g CROSS JOIN days AS d LEFT JOIN h AS h ON h.bg_id = g.bg_id AND h.field = 'stage'
            WHERE COALESCE(g.created_at <= d.moment, TRUE)
            GROUP BY d.day, d.moment, g.bg_id, g.name, g.account, g.interest, g.stage_id
        ),
        known AS (
            SELECT t.*, CASE WHEN t.before IS NOT NULL THEN b.new_value WHEN t.after IS NOT NULL THEN c.old_value
                ELSE t.now END AS stage_id
            FROM told AS t
            LEFT JOIN h AS b ON b.bg_id = t.bg_id AND b.field = 'stage' AND b.at_ts = t.before
            LEFT JOIN h AS c ON c.bg_id = t.bg_id AND c.field = 'stage' AND c.at_ts = t.after
        )
        SELECT k.name, k.day, CASE WHEN s.ord IS NULL THEN NULL ELSE CONCAT(s.ord, '. ', s.name) END AS place,
            k.account, k.interest, k.bg_id
        FROM known AS k LEFT JOIN s AS s ON s.stage_id = k.stage_id
        """,
        g=groups, days=days, h=rows("bg_history"), s=rows("stage"),
    )  # fmt: skip


_SURGE = (
    Column("name", STRING, "Account"), Column("state", STRING, "State"), Column("activities", LONG, "Activities"),
    Column("before", LONG, "In the period before"), Column("industry", STRING, "Industry"),
    Column("region", STRING, "Region"), Column("account_id", STRING, "Account ID"),
)  # fmt: skip


def _surge(rows: Rows, wanted: Wanted) -> exp.Select:
    """Shape: one row per account of the groups that are meant, that was engaged in one of both periods."""
    # A period as long as the calendar has none before it.
    before = wanted.since - min(wanted.until - wanted.since, timedelta(wanted.since.toordinal() - 1))
    counted = query(
        """
        SELECT r.account_id, COUNT(*) FILTER (WHERE h.ts >= $since) AS activities,
            COUNT(*) FILTER (WHERE h.ts < $since) AS before
        FROM h AS h JOIN (SELECT DISTINCT r.account_id, r.person_id FROM r AS r) AS r ON r.person_id = h.person_id
        WHERE $kind AND h.ts >= $first AND h.ts < $until GROUP BY r.account_id
        """,
        h=rows("activity"), r=rows("account_person"), kind=engaging("h"), since=instant(wanted.since),
        first=instant(before), until=instant(wanted.until),
    )  # fmt: skip
    return query(
        f"""
        SELECT a.account AS name, CASE WHEN c.before = 0 OR c.activities >= {SURGING} * c.before THEN 'surging'
                WHEN c.activities <= {AT_RISK} * c.before THEN 'at risk' ELSE 'steady' END AS state,
            c.activities, c.before, a.industry, a.region, a.account_id
        FROM c AS c JOIN (
            SELECT DISTINCT g.account_id, g.account, g.industry, g.region FROM g AS g) AS a
            ON a.account_id = c.account_id
        """,
        c=counted, g=groups_of(rows, wanted),
    )  # fmt: skip


_OVERLAP = (
    Column("name", STRING, "Name"), Column("groups", STRING, "Buying groups"),
    Column("email", STRING, "E-mail address"), Column("job_title", STRING, "Job title"),
    Column("person_id", STRING, "Person ID"),
)  # fmt: skip


def _overlap(rows: Rows, wanted: Wanted) -> exp.Select:
    return query(
        """
        SELECT $name AS name, CAST(n.n AS VARCHAR) AS groups, p.email, p.job_title, p.person_id
        FROM people AS p JOIN (SELECT m.person_id, COUNT(DISTINCT m.bg_id) AS n FROM m AS m GROUP BY m.person_id
            HAVING COUNT(DISTINCT m.bg_id) > 1) AS n ON n.person_id = p.person_id
        """,
        people=rows("person"), m=_members(rows, wanted), name=person_name("p"),
    )  # fmt: skip


def person_name(alias: str) -> exp.Expr:
    """The name of a person known as `alias`."""
    return tree(
        "COALESCE(NULLIF(TRIM(CONCAT(COALESCE($first, ''), ' ', COALESCE($last, ''))), ''), $email, $id)",
        first=col(alias, "first_name"), last=col(alias, "last_name"), email=col(alias, "email"),
        id=col(alias, "person_id"),
    )  # fmt: skip
