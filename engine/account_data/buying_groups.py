"""Buying groups of a workspace: made for the accounts of an audience, kept up, scored. A job runs once a day.

The present is always given, in UTC. What is written is the next state of each table; nothing is seen before all of it
is there.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlglot import exp

from engine.account_data.conditions import asked
from engine.account_data.objects import find, save
from engine.account_data.rows import as_one, current_rows, put_query, put_rows
from engine.account_data.scoring import Tables, member_rows, score_groups, tables_of
from engine.accounts.buying_groups.membership import Card, job_changes, role_of
from engine.database import Store, stored
from engine.problems import EngineError, Problem
from engine.texts import one_of, quoted, say
from engine.trees import col, negated, query, text, tree
from engine.workspace import Workspace

ORIGIN = "buying groups"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run of the jobs did: groups that are new, memberships that changed, groups whose scores changed."""

    groups: int
    members: int
    scores: int


def create_job(workspace: Workspace, interest: str, audience: str, now: datetime, user: str = "") -> Ran:
    """Make a group of an interest for each account of an audience, now and for accounts that come later.

    Errors: unknown-reference, template-not-live, job-exists.
    """
    found = find(workspace, "solution_interest", interest)
    template = find(workspace, "role_template", str(found["template_id"]))
    if template["status"] != "live":
        what = say("The roles template {name} is not live.", name=quoted(template["name"]))
        raise EngineError(Problem(code="template-not-live", what=what, fix="Publish it first."))
    where = find(workspace, "account_audience", audience)
    pair = (found["si_id"], where["audience_id"])
    if pair in {(row["si_id"], row["audience_id"]) for row in current_rows(workspace, "bg_job")}:
        what = say(
            "There is a job for {name} and {other} already.",
            name=quoted(found["name"]),
            other=quoted(where["name"]),
        )
        raise EngineError(Problem(code="job-exists", what=what, fix="It runs daily; nothing is to be done."))
    save(workspace, "bg_job", {"job_id": ":".join(pair), "si_id": pair[0], "audience_id": pair[1],
                               "created_by": user}, now)  # fmt: skip
    return run_jobs(workspace, now)


def delete_job(workspace: Workspace, job: str) -> None:
    """Make no more groups by a job; those that it made stay. Errors: unknown-job."""
    rows = current_rows(workspace, "bg_job")
    kept = [row for row in rows if row["job_id"] != job]
    if len(kept) == len(rows):
        what = say("There is no creation job {job}.", job=quoted(job))
        fix = one_of([str(row["job_id"]) for row in rows])
        raise EngineError(Problem(code="unknown-job", what=what, fix=fix))
    put_rows(workspace, workspace.catalog().table_by_name["bg_job"], kept, ORIGIN)


@as_one
def run_jobs(workspace: Workspace, now: datetime) -> Ran:
    """The daily jobs: groups for new accounts, members of groups that are kept up, completeness, engagement."""
    before = {row["bg_id"] for row in current_rows(workspace, "buying_group")}
    for job in current_rows(workspace, "bg_job"):
        _create_groups(workspace, job, now)
        save(workspace, "bg_job", {**job, "last_run_at": now}, now)
    fresh = {row["bg_id"] for row in current_rows(workspace, "buying_group")} - before
    changed = sum(
        _keep_up(workspace, interest, fresh, now) for interest in current_rows(workspace, "solution_interest")
    )
    scored = score_groups(workspace, now)
    return Ran(len(fresh), changed, scored)


def group_name(interest: str, account: str) -> str:
    """What a group is called that a job creates; a name of the user's data, so the same in every language."""
    return f"{interest} for {account}"


def _create_groups(workspace: Workspace, job: dict[str, Any], now: datetime) -> None:
    """One group per account of the audience that has none for the interest. An account needs a name."""
    interest = find(workspace, "solution_interest", job["si_id"])
    audience = find(workspace, "account_audience", job["audience_id"])
    tables = tables_of(workspace)
    among = asked(workspace, audience["definition"], "account", "a", tables.stored, now)
    new = query(
        """
        SELECT CONCAT($si, ':', a.account_id) AS bg_id, $si AS si_id, a.account_id,
            CONCAT($name, a.name) AS name, $now AS created_at, $now AS updated_at
        FROM accounts AS a WHERE TRIM(COALESCE(a.name, $nothing)) <> $nothing AND $among
        AND NOT EXISTS (SELECT 1 FROM groups AS g WHERE g.si_id = $si AND g.account_id = a.account_id)
        """,
        accounts=tables.rows("account"), groups=tables.rows("buying_group"), si=text(interest["si_id"]),
        name=text(group_name(interest["name"], "")), now=_instant(now), nothing=text(""), among=among,
    )  # fmt: skip
    put_query(workspace, tables.schema("buying_group"), tables.with_more("buying_group", new), ORIGIN)


def cards_of(workspace: Workspace, template: str, tables: Tables, now: datetime) -> list[Card]:
    """The role cards that are filled automatically, in order of priority, over people known as `p`."""
    rows = [row for row in current_rows(workspace, "role_template_role") if row["template_id"] == template]
    rows.sort(key=lambda row: (row["priority"] is None, row["priority"]))
    return [
        Card(row["role_id"], asked(workspace, row["condition"], "person", "p", tables.stored, now))
        for row in rows
        if row["auto_assign"]
    ]


def _keep_up(workspace: Workspace, interest: dict[str, Any], fresh: set[Any], now: datetime) -> int:
    """Members of the groups of one interest: of all where it is kept up, else of the new ones; how many changed."""
    tables = tables_of(workspace)
    cards = cards_of(workspace, interest["template_id"], tables, now)
    groups = exp.select(col("g", "bg_id"), col("g", "account_id")).from_(tables.aliased("buying_group", "g"))
    groups = groups.where(col("g", "si_id").eq(text(interest["si_id"])))
    if not interest["update_existing"]:
        mine = sorted(one for one in fresh if str(one).startswith(f"{interest['si_id']}:"))
        groups = groups.where(exp.In(this=col("g", "bg_id"), expressions=[text(one) for one in mine or [""]]))
    found = job_changes(_standing(tables), _wanted(tables, groups, cards, now))
    work = f"changes_{uuid.uuid4().hex}"
    rows = workspace.database.writer.run(lambda cursor: cursor.create(Store.WORK, work, found))
    try:
        if rows:
            told = query("SELECT c.grp, c.person, c.role, c.before FROM changes AS c", changes=stored(Store.WORK, work))
            put_query(workspace, tables.schema("bg_member"), _members_after(tables, told, now), ORIGIN)
            history = tables.with_more("bg_history", _told(told, now))
            put_query(workspace, tables.schema("bg_history"), history, ORIGIN)
    finally:
        workspace.database.drop(Store.WORK, [work])
    return rows


def _standing(tables: Tables) -> exp.Query:
    return query(
        "SELECT m.bg_id AS grp, m.person_id AS person, m.role_id AS role, m.source, m.is_removed, m.removed_source"
        " FROM members AS m",
        members=tables.rows("bg_member"),
    )


def _wanted(tables: Tables, groups: exp.Select, cards: Sequence[Card], now: datetime) -> exp.Query:
    """Who fits: people of the account, with an address, by the first card that fits."""
    fitting = query(
        """
        SELECT 0 AS moment, g.bg_id AS grp, p.person_id AS person, $role AS role
        FROM groups AS g JOIN relations AS r ON r.account_id = g.account_id
            AND COALESCE(r.valid_from <= $now, TRUE) AND COALESCE($now < r.valid_to, TRUE)
        JOIN people AS p ON p.person_id = r.person_id AND TRIM(COALESCE(p.email, $nothing)) <> $nothing
        """,
        groups=groups, relations=tables.rows("account_person"), people=tables.rows("person"), role=role_of(cards),
        now=_instant(now), nothing=text(""),
    )  # fmt: skip
    return query(
        """
        SELECT w.* FROM (
            SELECT DISTINCT f.moment, f.grp, f.person, f.role FROM fitting AS f WHERE NOT f.role IS NULL
            UNION ALL SELECT 0 AS moment, g.bg_id AS grp, NULL AS person, NULL AS role FROM groups AS g
        ) AS w
        """,
        fitting=fitting,
        groups=groups,
    )


def _members_after(tables: Tables, changes: exp.Query, now: datetime) -> exp.Query:
    """The next state of the members: changed rows anew, all others as they are."""
    changed = query(
        """
        SELECT c.grp AS bg_id, c.person AS person_id, COALESCE(c.role, m.role_id) AS role_id,
            CASE WHEN c.role IS NULL THEN m.source ELSE 'job' END AS source, c.role IS NULL AS is_removed,
            CASE WHEN c.role IS NULL THEN 'job' END AS removed_source,
            CASE WHEN c.before IS NULL THEN $now ELSE COALESCE(m.assigned_at, $now) END AS assigned_at,
            CASE WHEN c.role IS NULL THEN $now END AS removed_at,
            COALESCE(m.created_at, $now) AS created_at, $now AS updated_at
        FROM changes AS c LEFT JOIN members AS m ON m.bg_id = c.grp AND m.person_id = c.person
        """,
        changes=changes, members=tables.rows("bg_member"), now=_instant(now),
    )  # fmt: skip
    met = query("SELECT 1 FROM changes AS c WHERE c.grp = t.bg_id AND c.person = t.person_id", changes=changes)
    return tables.with_more("bg_member", changed, keep=negated(exp.Exists(this=met)))


def _told(changes: exp.Query, now: datetime) -> exp.Select:
    return query(
        "SELECT c.grp AS bg_id, $now AS at_ts, 'member' AS field, c.person AS entity_id, c.before AS old_value,"
        " c.role AS new_value, 'job' AS source FROM changes AS c",
        changes=changes, now=_instant(now),
    )  # fmt: skip


def _instant(now: datetime) -> exp.Expr:
    return tree("CAST($at AS TIMESTAMP)", at=text(now.isoformat(sep=" ")))


__all__ = ["Ran", "create_job", "member_rows", "run_jobs"]
