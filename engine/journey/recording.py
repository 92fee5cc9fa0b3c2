"""What is kept of a run: who came to which node when and how they left it, the paths of people, what actions did."""

from sqlglot import exp

from engine.journey.contract import Exit, Role
from engine.journey.passes import Passes
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.statements import Statements
from engine.journey.tables import acted, people_of, sent_on, temp
from engine.trees import col, number, query, text, union


def crossings_query(passes: Passes) -> exp.Query:
    """Shape: one row per token and node that it came to, with the number of people who left with it."""
    parts = [_crossing(one, passes.ends_at(one.planned.place.world)) for one in passes.every if one.sent_on is not None]
    crossings = union(parts)
    if passes.plan.world.of_people:
        return query("SELECT c.*, 1 AS people FROM c AS c", c=crossings)
    rows = Rows(passes.ground, temp("nothing"), of_people=False)
    leaving = exp.Least(this=col("c", "at_out"), expressions=[number(passes.ground.end)], ignore_nulls=True)
    when = rows.carried_at(leaving, col("c", "entered"))
    if not passes.moving_pairs():
        return query(
            "SELECT c.*, CASE WHEN c.person > 0 THEN 1 ELSE COALESCE(n.people, 0) END AS people FROM c AS c"
            " LEFT JOIN (SELECT p.account, COUNT(*) AS people"
            " FROM pairs AS p GROUP BY p.account) AS n ON n.account = c.account",
            c=crossings, pairs=temp(Entity.PAIR.name.lower()),
        )  # fmt: skip
    counted = query(
        "SELECT c.rank, c.token, COUNT(*) AS people FROM c AS c JOIN pairs AS p ON p.account = c.account"
        " AND p.since <= $at AND $at < p.until GROUP BY c.rank, c.token",
        c=crossings, pairs=temp(Entity.PAIR.name.lower()), at=when,
    )  # fmt: skip
    return query(
        "SELECT c.*, CASE WHEN c.person > 0 THEN 1 ELSE COALESCE(n.people, 0) END AS people FROM c AS c"
        " LEFT JOIN n AS n ON n.rank = c.rank AND n.token = c.token",
        c=crossings, n=counted,
    )  # fmt: skip


def _crossing(one: Statements, ended: int | None) -> exp.Select:
    """With `ended`, the journey is over at that instant: whoever is still inside leaves it there."""
    if ended is not None:
        return query(
            "SELECT CAST($rank AS INT) AS rank, o.token, o.unit, o.entry, o.entered, o.account, o.person, o.at,"
            " CASE WHEN o.at_out <= $end THEN CAST(o.port AS VARCHAR) END AS port,"
            " CASE WHEN o.at_out > $end THEN $reason ELSE CAST(o.reason AS VARCHAR) END AS reason,"
            " LEAST(o.at_out, $end) AS at_out FROM sent AS o",
            rank=number(one.planned.rank), sent=sent_on(one.planned.rank), end=number(ended), reason=text(Exit.ENDED),
        )  # fmt: skip
    return query(
        "SELECT CAST($rank AS INT) AS rank, o.token, o.unit, o.entry, o.entered, o.account, o.person, o.at,"
        " CAST(o.port AS VARCHAR) AS port, CAST(o.reason AS VARCHAR) AS reason, o.at_out FROM sent AS o",
        rank=number(one.planned.rank), sent=sent_on(one.planned.rank),
    )  # fmt: skip


def pairs_query(passes: Passes) -> exp.Query:
    """Shape: one row per relation between an account and a person: who left with an account, by its time; none where
    people move by themselves."""
    where = exp.Boolean(this=not passes.plan.world.of_people)
    return query("SELECT p.account, p.person, p.since, p.until FROM pairs AS p WHERE $where",
                 pairs=temp(Entity.PAIR.name.lower()), where=where)  # fmt: skip


def people_query(passes: Passes) -> exp.Query:
    """Shape: one row per token, visit and person on a path of a group: `rank`, `token`, `account`, `person`, `port`."""
    groups = [one for one in passes.every if one.planned.role is Role.GROUP]
    parts = [
        query(
            "SELECT CAST($rank AS INT) AS rank, p.token, p.unit, p.account, p.person, p.at, p.port FROM people AS p",
            rank=number(one.planned.rank), people=people_of(one.planned.rank),
        )
        for one in groups
    ]  # fmt: skip
    nothing = query(
        "SELECT CAST(0 AS INT) AS rank, CAST(0 AS BIGINT) AS token, CAST(0 AS BIGINT) AS unit, 0 AS account,"
        " 0 AS person, CAST(0 AS BIGINT) AS at, '' AS port WHERE FALSE"
    )
    return union([nothing, *parts])


_DETAILS = ("channel", "content", "address", "subject", "segments", "recipients", "visible_at")


def acts_query(passes: Passes) -> exp.Query:
    """Shape: one row per action and entity: who, when, `outcome`, `before`, `after`, and what a message was."""
    nothing = query(
        "SELECT CAST(0 AS INT) AS rank, CAST(0 AS BIGINT) AS token, CAST(0 AS BIGINT) AS unit, 0 AS account,"
        " 0 AS person, CAST(0 AS BIGINT) AS at, '' AS outcome, '' AS before, '' AS after WHERE FALSE"
    ).select(*(exp.alias_(text(""), name, quoted=True) for name in _DETAILS), copy=False)
    parts = [nothing]
    for one in passes.every:
        if one.work is None:
            continue
        found = query(
            "SELECT CAST($rank AS INT) AS rank, a.token, a.unit, a.account, a.person, a.at, a.outcome,"
            " CAST(a.before AS VARCHAR) AS before, CAST(a.after AS VARCHAR) AS after FROM acts AS a",
            rank=number(one.planned.rank), acts=acted(one.planned.rank),
        )  # fmt: skip
        for name in _DETAILS:
            there = col("a", f"d_{name}") if name in one.work.detail else exp.null()
            kept = exp.Cast(this=there, to=exp.DataType(this=exp.DType.VARCHAR))
            found = found.select(exp.alias_(kept, name, quoted=True), copy=False)
        parts.append(found)
    return union(parts)
