"""Scores of people and buying groups in a workspace: computed from the stored rows, written, and explained.

The weights are those of the active scoring model. The present is always given, in UTC.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlglot import exp

from engine.account_data.rows import current_rows, put_query, put_rows
from engine.accounts.buying_groups.completeness import completeness, displayed, role_lines
from engine.accounts.buying_groups.engagement import activity_lines, group_scores, member_lines, person_scores
from engine.catalog.model import Table
from engine.database import Store, stored
from engine.texts import declared, say
from engine.trees import col, number, query, text, tree
from engine.workspace import Workspace

ORIGIN = "scores"


@dataclass(frozen=True, slots=True)
class Tables:
    """The stored tables of a workspace and their schemas, as they are now."""

    stored: Mapping[str, exp.Table]
    schemas: Mapping[str, Table]

    def rows(self, name: str) -> exp.Table:
        return self.stored[name].copy()

    def aliased(self, name: str, alias: str) -> exp.Expr:
        return exp.alias_(self.rows(name), alias, table=True)

    def schema(self, name: str) -> Table:
        return self.schemas[name]

    def with_more(self, name: str, more: exp.Query, keep: exp.Expr | None = None) -> exp.Query:
        """The rows of a table, known as `t` to `keep`, and further ones; columns that those lack are empty."""
        kept = exp.select(*(col("t", one.name) for one in self.schemas[name].attributes)).from_(self.aliased(name, "t"))
        given = set(more.named_selects)
        added = exp.select(*(
            exp.alias_(
                exp.Cast(this=col("q", one.name) if one.name in given else exp.null(), to=one.type.to_sql()),
                one.name, quoted=True,
            )
            for one in self.schemas[name].attributes
        )).from_(more.subquery("q"))  # fmt: skip
        return exp.union(kept if keep is None else kept.where(keep), added, distinct=False)


def tables_of(workspace: Workspace) -> Tables:
    """The tables of a workspace."""
    standing = workspace.datasets.snapshot()
    return Tables(
        {name: stored(Store.DATA, one.physical) for name, one in standing.items()},
        workspace.catalog().table_by_name,
    )


def score_groups(workspace: Workspace, now: datetime) -> int:
    """Compute completeness and engagement anew, and write what changed; how many groups changed."""
    tables = tables_of(workspace)
    whole = _completeness(tables)
    people = _people_scores(tables, workspace, now)
    engaged = group_scores(_groups(tables, _moment(now)), member_lines(member_rows(tables, _moment(now)), people))
    found = query(
        """
        SELECT g.bg_id, w.score AS completeness, e.score AS engagement, g.completeness AS old_c, g.engagement AS old_e
        FROM groups AS g LEFT JOIN whole AS w ON w.grp = g.bg_id LEFT JOIN engaged AS e ON e.grp = g.bg_id
        WHERE w.score IS DISTINCT FROM g.completeness OR e.score IS DISTINCT FROM g.engagement
        """,
        groups=tables.rows("buying_group"), whole=whole, engaged=engaged,
    )  # fmt: skip
    _write_people(workspace, tables, people)
    rows = workspace.database.writer.run(lambda cursor: cursor.fetch(found))
    if rows:
        _write_groups(workspace, tables_of(workspace), rows, now)
    return len(rows)


def _write_people(workspace: Workspace, tables: Tables, scores: exp.Query) -> None:
    terms = [
        exp.alias_(col("s", "score"), one.name, quoted=True) if one.name == "engagement_score" else col("p", one.name)
        for one in tables.schema("person").attributes
    ]
    changed = exp.select(*terms).from_(tables.aliased("person", "p"))
    changed = changed.join(scores.subquery("s"), on=col("s", "person").eq(col("p", "person_id")), join_type="left")
    put_query(workspace, tables.schema("person"), changed, ORIGIN)


def _write_groups(workspace: Workspace, tables: Tables, rows: list[tuple[Any, ...]], now: datetime) -> None:
    names = ("bg_id", "completeness", "engagement", "old_c", "old_e")
    changes: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in rows]
    by_id = {row["bg_id"]: row for row in changes}
    groups = [
        {**row, **{name: by_id[row["bg_id"]][name] for name in ("completeness", "engagement")}, "updated_at": now}
        if row["bg_id"] in by_id else row
        for row in current_rows(workspace, "buying_group")
    ]  # fmt: skip
    history = [
        {"bg_id": row["bg_id"], "at_ts": now, "field": name, "entity_id": row["bg_id"], "old_value": _said(row[old]),
         "new_value": _said(row[name]), "source": "job"}
        for row in changes
        for name, old in (("completeness", "old_c"), ("engagement", "old_e"))
        if row[name] != row[old]
    ]  # fmt: skip
    put_rows(workspace, tables.schema("buying_group"), groups, ORIGIN)
    put_rows(workspace, tables.schema("bg_history"), [*current_rows(workspace, "bg_history"), *history], ORIGIN)


def _said(value: float | None) -> str | None:
    return None if value is None else repr(value)


def _groups(tables: Tables, moment: exp.Expr) -> exp.Select:
    return query(
        "SELECT $moment AS moment, g.bg_id AS grp, i.template_id AS template FROM groups AS g"
        " JOIN interests AS i ON i.si_id = g.si_id",
        groups=tables.rows("buying_group"), interests=tables.rows("solution_interest"), moment=moment,
    )  # fmt: skip


def _cards(tables: Tables) -> exp.Select:
    return query(
        "SELECT c.template_id AS template, c.role_id AS role, GREATEST(1, COALESCE(c.members_required, 1))"
        " AS members_required, c.required_for_completeness AS required, COALESCE(c.weight, 60) AS weight"
        " FROM cards AS c",
        cards=tables.rows("role_template_role"),
    )


def member_rows(tables: Tables, moment: exp.Expr) -> exp.Select:
    """The members of all groups, without the removed: moment, grp, person, role, weight."""
    return query(
        """
        SELECT $moment AS moment, m.bg_id AS grp, m.person_id AS person, m.role_id AS role,
            COALESCE(c.weight, 60) AS weight
        FROM members AS m JOIN groups AS g ON g.bg_id = m.bg_id JOIN interests AS i ON i.si_id = g.si_id
        LEFT JOIN cards AS c ON c.template = i.template_id AND c.role = m.role_id
        WHERE NOT COALESCE(m.is_removed, FALSE)
        """,
        members=tables.rows("bg_member"), groups=tables.rows("buying_group"),
        interests=tables.rows("solution_interest"), cards=_cards(tables), moment=moment,
    )  # fmt: skip


def _completeness(tables: Tables) -> exp.Select:
    moment = number(0)
    return completeness(_groups(tables, moment), member_rows(tables, moment), _cards(tables))


def _lines(tables: Tables, workspace: Workspace, now: datetime) -> exp.Select:
    active = next((row for row in current_rows(workspace, "scoring_model") if row["status"] == "active"), None)
    weights = query(
        "SELECT w.activity_type AS kind, w.weight, COALESCE(w.daily_cap, 20) AS cap FROM weights AS w"
        " WHERE w.model_id = $model",
        weights=tables.rows("scoring_activity"), model=text(active["model_id"] if active else ""),
    )  # fmt: skip
    happened = query(
        "SELECT a.person_id AS person, a.type AS kind, EPOCH_US(a.ts) AS at FROM activities AS a",
        activities=tables.rows("activity"),
    )
    return activity_lines(_moments(now), happened, weights)


def _people_scores(tables: Tables, workspace: Workspace, now: datetime) -> exp.Select:
    people = query("SELECT p.person_id AS person FROM people AS p", people=tables.rows("person"))
    return person_scores(_moments(now), people, _lines(tables, workspace, now))


def _moments(now: datetime) -> exp.Select:
    return query("SELECT $moment AS moment", moment=_moment(now))


def _moment(now: datetime) -> exp.Expr:
    return tree("CAST($at AS BIGINT)", at=number(int(now.replace(tzinfo=UTC).timestamp() * 1_000_000)))


@dataclass(frozen=True, slots=True)
class RoleLine:
    """How far a required role of a group is filled; `score` is 0 to 100."""

    role: str
    needed: int
    assigned: int
    score: float


@dataclass(frozen=True, slots=True)
class MemberLine:
    """What a member adds: the score of the person, times the role's weight, over the weights of all filled roles."""

    person: str
    role: str
    score: float
    weight: int
    weights: int

    @property
    def part(self) -> float:
        return self.score * self.weight / self.weights


@dataclass(frozen=True, slots=True)
class GroupScore:
    """Both scores of a group with all that they are made of.

    `root` is the square root of what the members add up to; `least` and `most` are the roots of all groups, between
    which it is placed on 0 to 100.
    """

    roles: tuple[RoleLine, ...]
    members: tuple[MemberLine, ...]
    root: float
    least: float
    most: float
    kept: float | None = None
    """The engagement that the last daily job wrote, which lists and filters go by."""

    @property
    def completeness(self) -> float | None:
        return sum(one.score for one in self.roles) / len(self.roles) if self.roles else None

    @property
    def engagement(self) -> float:
        if self.most > self.least:
            return 100 * (self.root - self.least) / (self.most - self.least)
        return 100.0 if self.root > 0 else 0.0


def score_of(workspace: Workspace, group: str, now: datetime) -> GroupScore:
    """The scores of a buying group line by line, roles and people by name. An unknown group has no lines."""
    tables = tables_of(workspace)
    roles: dict[str, str] = {row["role_id"]: str(row["name"]) for row in current_rows(workspace, "bg_role")}
    mine = exp.column("grp", table="l").eq(text(group))
    lines = role_lines(_groups(tables, number(0)), member_rows(tables, number(0)), _cards(tables))
    filled = exp.select("role", "needed", "assigned", "score").from_(lines.subquery("l")).where(mine).order_by("role")
    scores = _people_scores(tables, workspace, now)
    members = member_lines(member_rows(tables, _moment(now)), scores)
    engaged = exp.select("person", "role", "score", "weight", "weights").from_(members.subquery("l")).where(mine.copy())
    roots = query(
        "SELECT MAX(CASE WHEN r.grp = $mine THEN r.t END) AS mine, MIN(r.t) AS least, MAX(r.t) AS most FROM ("
        " SELECT g.grp, SQRT(COALESCE(SUM(CAST(l.score AS DECIMAL(18, 9)) * l.weight)::DOUBLE / MAX(l.weights), 0))"
        " AS t FROM groups AS g LEFT JOIN told AS l ON l.grp = g.grp GROUP BY g.grp) AS r",
        groups=_groups(tables, _moment(now)), told=members, mine=text(group),
    )  # fmt: skip
    fetch = workspace.database.reader.run
    root, least, most = fetch(lambda cursor: cursor.fetch(roots))[0]
    written = query("SELECT g.engagement FROM g AS g WHERE g.bg_id = $mine", g=tables.rows("buying_group"),
                    mine=text(group))  # fmt: skip
    kept = next((row[0] for row in fetch(lambda cursor: cursor.fetch(written))), None)
    return GroupScore(
        tuple(RoleLine(roles.get(role) or role, *rest) for role, *rest in fetch(lambda cursor: cursor.fetch(filled))),
        tuple(
            MemberLine(person, roles.get(role) or role, score, int(weight), int(weights))
            for person, role, score, weight, weights in fetch(lambda cursor: cursor.fetch(engaged.order_by("person")))
        ),
        float(root or 0), float(least or 0), float(most or 0), kept,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """What a day of an activity adds: as often as it counts, times its weight, over the heaviest that occurred."""

    day: date
    kind: str
    times: int
    counted: int
    weight: int
    heaviest: int

    @property
    def part(self) -> float:
        return self.counted * self.weight / self.heaviest


@dataclass(frozen=True, slots=True)
class PersonScore:
    """The engagement of a person: the lines, what they add up to, and the roots of all people as in `GroupScore`."""

    lines: tuple[ActivityLine, ...]
    raw: float
    score: float
    least: float
    most: float
    known: bool
    """Whether there is such a person."""

    @property
    def root(self) -> float:
        return math.sqrt(self.raw)


def person_score_of(workspace: Workspace, person: str, now: datetime) -> PersonScore:
    """The engagement score of a person line by line. Somebody unknown has no lines."""
    tables = tables_of(workspace)
    mine = exp.column("person", table="l").eq(text(person))
    lines = exp.select("day", "kind", "times", "counted", "weight", "heaviest").where(mine)
    lines = lines.from_(_lines(tables, workspace, now).subquery("l")).order_by("day", "kind")
    placed = query(
        "SELECT COALESCE(MAX(CASE WHEN s.person = $mine THEN s.raw END), 0),"
        " COALESCE(MAX(CASE WHEN s.person = $mine THEN s.score END), 0),"
        " COALESCE(SQRT(MIN(s.raw)), 0), COALESCE(SQRT(MAX(s.raw)), 0),"
        " COUNT(CASE WHEN s.person = $mine THEN 1 END) FROM scores AS s",
        scores=_people_scores(tables, workspace, now), mine=text(person),
    )  # fmt: skip
    fetch = workspace.database.reader.run
    raw, score, least, most, known = fetch(lambda cursor: cursor.fetch(placed))[0]
    return PersonScore(
        tuple(
            ActivityLine(datetime.fromtimestamp(day * 86_400, UTC).date(), str(kind), *map(int, numbers))
            for day, kind, *numbers in fetch(lambda cursor: cursor.fetch(lines))
        ),
        float(raw), float(score), float(least), float(most), bool(known),
    )  # fmt: skip


def explain_group(workspace: Workspace, group: str, now: datetime) -> list[str]:
    """The scores of a buying group line by line, as sentences. An unknown group has no lines."""
    found = score_of(workspace, group, now)
    told = [
        say(
            "{role}: {assigned} of {needed} needed, {displayed}",
            role=one.role,
            assigned=one.assigned,
            needed=one.needed,
            displayed=displayed(one.score),
        )
        for one in found.roles
    ]
    if found.roles:
        told.append(
            say(
                "Completeness: the mean of {n} role(s), {displayed}",
                n=len(found.roles),
                displayed=displayed(found.completeness),
            )
        )
    return [
        *told,
        *(
            say(
                "{person}, {role}: score {score}, of weight {weight} in {weights}",
                person=one.person,
                role=one.role,
                score=f"{one.score:.2f}",
                weight=one.weight,
                weights=one.weights,
            )
            for one in found.members
        ),
    ]


def explain_person(workspace: Workspace, person: str, now: datetime) -> list[str]:
    """The engagement score of a person line by line, as sentences."""
    found = person_score_of(workspace, person, now)
    told: list[str] = []
    for one in found.lines:
        capped = say("{n} time(s)", n=one.times)
        if one.times != one.counted:
            capped = say("{times}, of which {n} (counts|count)", times=capped, n=one.counted)
        told.append(
            say(
                "{date}: {kind} {times}, weight {weight} of {heaviest}, {counted}",
                date=one.day,
                kind=declared(one.kind),
                times=capped,
                weight=one.weight,
                heaviest=one.heaviest,
                counted=f"{one.part:.3f}",
            )
        )
    if found.known:
        told.append(
            say(
                "Together {raw}, which gives {points} of 100 beside all other people",
                raw=f"{found.raw:.3f}",
                points=f"{found.score:.2f}",
            )
        )
    return told
