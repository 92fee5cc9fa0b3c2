"""Members of a buying group by hand: a sales user's word, which no journey and no job undoes (B2B 8.4, 8.6)."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlglot import exp

from engine.account_data.browsing import instant
from engine.account_data.objects import find
from engine.account_data.rows import as_one, current_rows, put_query, put_rows
from engine.account_data.scoring import score_groups, tables_of
from engine.accounts.events import EMAIL_SENT
from engine.journey.emails import is_address_tree
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.trees import col, query, text
from engine.workspace import Workspace

MOST_AT_ONCE = 50


def assign(workspace: Workspace, group: str, roles: Mapping[str, str], now: datetime) -> None:
    """Make people of the account members, each with a role. Errors: unknown-reference, not-of-account, too-many."""
    found = find(workspace, "buying_group", group)
    _refuse_many(roles)
    there = {row["person_id"] for row in current_rows(workspace, "account_person")
             if row["account_id"] == found["account_id"]
             and (row["valid_to"] is None or row["valid_to"] > now)}  # fmt: skip
    for person, role in roles.items():
        find(workspace, "bg_role", role)
        if person not in there:
            what = say("{person} does not work for the account of this group.", person=quoted(person))
            raise EngineError(Problem(code="not-of-account", what=what, fix="Choose a person of the account."))
    _write(workspace, found["bg_id"], {person: {"role_id": role} for person, role in roles.items()}, now)


def edit_role(workspace: Workspace, group: str, roles: Mapping[str, str], now: datetime) -> None:
    """Give members another role. Errors: unknown-reference, not-a-member, too-many."""
    found = find(workspace, "buying_group", group)
    _refuse_many(roles)
    _refuse_strangers(workspace, found["bg_id"], roles)
    for role in roles.values():
        find(workspace, "bg_role", role)
    _write(workspace, found["bg_id"], {person: {"role_id": role} for person, role in roles.items()}, now)


def remove_members(workspace: Workspace, group: str, people: Iterable[str], now: datetime) -> None:
    """Take members out. Errors: unknown-reference, not-a-member, too-many."""
    found = find(workspace, "buying_group", group)
    chosen = dict.fromkeys(people, "")
    _refuse_many(chosen)
    _refuse_strangers(workspace, found["bg_id"], chosen)
    gone = {"is_removed": True, "removed_source": "manual", "removed_at": now}
    _write(workspace, found["bg_id"], dict.fromkeys(chosen, gone), now)


def send_email(workspace: Workspace, group: str, people: Iterable[str], email: str, now: datetime) -> int:
    """Note that members were sent an approved e-mail of Marketo; how many could be, who have an address and may be.

    Errors: unknown-reference, not-a-member, not-live, too-many.
    """
    found, asset = find(workspace, "buying_group", group), find(workspace, "mkto_email", email)
    if asset["status"] != "approved":
        what = say("The e-mail {name} is not approved.", name=quoted(asset["name"]))
        raise EngineError(Problem(code="not-live", what=what, fix="Choose an approved one."))
    chosen = dict.fromkeys(people, "")
    _refuse_many(chosen)
    _refuse_strangers(workspace, found["bg_id"], chosen)
    tables = tables_of(workspace)
    activities = query(
        """
        SELECT CONCAT($stamp, p.person_id) AS activity_id, $type AS type, $now AS ts, p.person_id,
            $account AS account_id, 'by hand' AS source, 'email' AS asset_type, $asset AS asset_id, $name AS asset_name
        FROM people AS p
        WHERE $chosen AND $address AND COALESCE(p.consent_email, 'y') <> 'n' AND NOT COALESCE(p.email_suspended, FALSE)
            AND NOT COALESCE(p.email_invalid, FALSE) AND NOT COALESCE(p.blocklisted, FALSE)
        """,
        people=tables.rows("person"), stamp=text(f"by-hand:{uuid.uuid4().hex}:"), type=text(EMAIL_SENT),
        now=instant(now), account=text(found["account_id"]), asset=text(asset["email_id"]), name=text(asset["name"]),
        chosen=exp.In(this=col("p", "person_id"), expressions=[text(one) for one in chosen]),
        address=is_address_tree(exp.func("COALESCE", col("p", "email"), text(""))),
    )  # fmt: skip
    count = query("SELECT COUNT(*) AS n FROM sent AS s", sent=activities)
    sent = int(workspace.database.reader.run(lambda cursor: cursor.value(count)) or 0)
    if sent:
        put_query(workspace, tables.schema("activity"), tables.with_more("activity", activities), "by hand")
    return sent


@as_one
def _write(workspace: Workspace, group: str, changes: Mapping[str, Mapping[str, Any]], now: datetime) -> None:
    rows = current_rows(workspace, "bg_member")
    before = {row["person_id"]: row for row in rows if row["bg_id"] == group}
    kept = [row for row in rows if row["bg_id"] != group or row["person_id"] not in changes]
    added = [_changed(before.get(person), group, person, change, now) for person, change in changes.items()]
    history = [
        {"bg_id": group, "at_ts": now, "field": "member", "entity_id": person, "source": "manual",
         "old_value": _role(before.get(person)), "new_value": _role(row)}
        for person, row in zip(changes, added, strict=True)
    ]  # fmt: skip
    schemas = workspace.catalog().table_by_name
    put_rows(workspace, schemas["bg_member"], [*kept, *added], "by hand")
    told = [row for row in current_rows(workspace, "bg_history") if not _same(row, history)]
    put_rows(workspace, schemas["bg_history"], [*told, *history], "by hand")
    score_groups(workspace, now)


def _changed(
    before: Mapping[str, Any] | None, group: str, person: str, change: Mapping[str, Any], now: datetime
) -> dict[str, Any]:
    row: dict[str, Any] = {"bg_id": group, "person_id": person, "assigned_at": now, "created_at": now, **(before or {})}
    stays = {"is_removed": False, "removed_source": None, "removed_at": None, "source": "manual"}
    return row | (dict(change) if change.get("is_removed") else stays | dict(change)) | {"updated_at": now}


def _role(row: Mapping[str, Any] | None) -> str | None:
    return None if row is None or row.get("is_removed") else str(row["role_id"])


def _same(row: Mapping[str, Any], others: list[dict[str, Any]]) -> bool:
    """Of several changes of one membership at one instant, the last one is told."""
    key = ("bg_id", "at_ts", "field", "entity_id")
    return any(all(row[part] == other[part] for part in key) for other in others)


def _refuse_many(people: Mapping[str, str]) -> None:
    if len(people) > MOST_AT_ONCE:
        what = say(
            "{n} (person is|people are) chosen; at most {most_at_once} can be changed at a time.",
            n=len(people),
            most_at_once=MOST_AT_ONCE,
        )
        raise EngineError(Problem(code="too-many", what=what, fix="Choose fewer."))


def _refuse_strangers(workspace: Workspace, group: str, people: Mapping[str, str]) -> None:
    members = {row["person_id"] for row in current_rows(workspace, "bg_member")
               if row["bg_id"] == group and not row["is_removed"]}  # fmt: skip
    for person in people:
        if person not in members:
            raise EngineError(
                Problem(
                    code="not-a-member",
                    what=say("{person} is no member.", person=quoted(person)),
                    fix="Choose a member.",
                )
            )
