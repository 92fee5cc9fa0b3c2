"""Which fields, events and objects journeys may use, as an administrator chose, and the limits of each.

What a published journey uses stays: fields can be added to it, and nothing of it is taken away.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from engine.account_data.objects import find, save
from engine.account_data.rows import current_rows, put_rows
from engine.account_data.uses import uses_of
from engine.accounts.defaults import basic_type
from engine.accounts.events import EXPERIENCE
from engine.accounts.model import CLASSES
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace import Workspace

MOST_FIELDS = 100
"""Managed fields of a class, and chosen fields of an event."""
MOST_EVENTS, MOST_OBJECTS, MOST_OBJECT_FIELDS = 50, 20, 50
_BASIC = frozenset({"string", "integer", "double", "boolean"})


def select_fields(workspace: Workspace, entity: str, managed: Iterable[str], updatable: Iterable[str] = ()) -> None:
    """Say which columns of a class stand in filters and tokens (managed), and which of these journeys may change.

    Errors: unknown-class, unknown-field, many-fields, not-managed, field-in-use.
    """
    shown, changed = {*managed}, {*updatable}
    if entity not in CLASSES:
        raise _refused(
            "unknown-class",
            say("There is no class {entity}.", entity=quoted(entity)),
            say("Choose one of {names}.", names=", ".join(CLASSES)),
        )
    table = workspace.catalog().table_by_name[entity]
    _refuse_unknown(sorted(shown | changed), table.by_name)
    if len(shown) > MOST_FIELDS:
        raise _refused(
            "many-fields",
            say("{n} field(s) (is|are) managed.", n=len(shown)),
            say("At most {most_fields} of a class can be.", most_fields=MOST_FIELDS),
        )
    for name in sorted(changed - shown):
        raise _refused(
            "not-managed",
            say("{name} may not be changed while it is not managed.", name=quoted(name)),
            "Manage it as well.",
        )
    rows = current_rows(workspace, "field_catalog")
    before = {row["column"]: row for row in rows if row["entity"] == entity}
    users = {name: used for (whose, name), used in uses_of(workspace).fields.items() if whose == entity}
    for name in sorted(users):
        row = before.get(name)
        if row is not None and (
            (row["is_managed"] and name not in shown) or (row["is_updatable"] and name not in changed)
        ):
            raise _in_use(name, users[name][0])
    found = [
        {
            **(
                before.get(one.name)
                or {
                    "entity": entity,
                    "column": one.name,
                    "label": one.title,
                    "is_custom": True,
                    "data_type": basic_type(one.type),
                }
            ),
            "is_managed": one.name in shown,
            "is_updatable": one.name in changed,
            "locked_by_journeys": len(users.get(one.name, ())),
        }
        for one in table.attributes
    ]
    kept = [row for row in rows if row["entity"] != entity]
    put_rows(workspace, workspace.catalog().table_by_name["field_catalog"], [*kept, *found], "fields")


def select_event(workspace: Workspace, event: str, fields: Mapping[str, str], *, label: str = "") -> None:
    """Offer a type of event with these fields (path to basic type); those that are there already may only be added to.

    Errors: missing-setting, many-events, many-fields, unsupported-type, event-in-use.
    """
    events, paths = current_rows(workspace, "event_catalog"), current_rows(workspace, "event_field")
    if not event.strip():
        raise _refused("missing-setting", "The event has no type.", "Name it, such as web.formFilledOut.")
    chosen = {row["type"] for row in events if row["selected"]} | {event}
    if len(chosen) > MOST_EVENTS:
        raise _refused(
            "many-events",
            say("{n} event(s) (is|are) chosen.", n=len(chosen)),
            say("At most {most_events} can be.", most_events=MOST_EVENTS),
        )
    if len(fields) > MOST_FIELDS:
        raise _refused(
            "many-fields",
            say("{n} field(s) (is|are) chosen.", n=len(fields)),
            say("At most {most_fields} of an event can be.", most_fields=MOST_FIELDS),
        )
    for name, kind in fields.items():
        if kind not in _BASIC:
            raise _refused(
                "unsupported-type",
                say("{name} is of the type {kind}.", name=quoted(name), kind=quoted(kind)),
                say("Only {names} can be chosen.", names=", ".join(sorted(_BASIC))),
            )
    mine = {row["path"]: row for row in paths if row["type"] == event}
    gone = sorted(path for path, row in mine.items() if row["selected"] and path not in fields)
    _refuse_losing(workspace, event, gone)
    row = next((one for one in events if one["type"] == event), {"type": event, "folder": EXPERIENCE})
    row |= {"label": label or row.get("label") or event, "selected": True}
    added = [
        {**mine.get(path, {"type": event, "path": path, "label": path}), "data_type": kind, "selected": True}
        for path, kind in fields.items()
    ]
    added += [{**mine[path], "selected": False} for path in mine if path not in fields]
    _write(workspace, "event_catalog", [*(one for one in events if one["type"] != event), row])
    _write(workspace, "event_field", [*(one for one in paths if one["type"] != event), *added])


def withdraw_event(workspace: Workspace, event: str) -> None:
    """Offer a type of event no longer. Errors: unknown-reference, event-in-use."""
    events = current_rows(workspace, "event_catalog")
    if all(row["type"] != event for row in events):
        raise _refused("unknown-reference", say("There is no event {event}.", event=quoted(event)), "Choose another.")
    _refuse_losing(workspace, event, ["the event"])
    _write(workspace, "event_catalog", [row | {"selected": False} if row["type"] == event else row for row in events])


def save_object(
    workspace: Workspace,
    name: str,
    table: str,
    parent: str,
    fields: Sequence[str],
    now: datetime,
    *,
    primary_key: str = "",
    foreign_key: str = "",
    version: str = "",
) -> dict[str, Any]:
    """Make a table a custom object of accounts or people, many records to one; its keys and version are always chosen.

    Errors: many-objects, many-fields, unknown-field, unknown-reference, object-in-use, and those of `save`.
    """
    known = workspace.catalog().table_by_name.get(table)
    if known is None:
        raise _refused("unknown-reference", say("There is no table {table}.", table=quoted(table)), "Load it first.")
    keys = [primary_key or next(iter(known.key), ""), foreign_key or f"{parent}_id", version or known.version or ""]
    chosen = [*dict.fromkeys(one for one in (*keys, *fields) if one)]
    _refuse_unknown(chosen, known.by_name)
    if len(chosen) > MOST_OBJECT_FIELDS:
        raise _refused(
            "many-fields",
            say("{n} field(s) (is|are) chosen.", n=len(chosen)),
            say("At most {most_object_fields} can be.", most_object_fields=MOST_OBJECT_FIELDS),
        )
    rows = current_rows(workspace, "custom_object")
    before = next((row for row in rows if str(row["name"]).casefold() == name.strip().casefold()), None)
    if before is None and len(rows) >= MOST_OBJECTS:
        raise _refused(
            "many-objects",
            say("There (is|are) {n} custom object(s).", n=len(rows)),
            say("At most {most_objects} are allowed.", most_objects=MOST_OBJECTS),
        )
    if before is not None:
        lost = [one for one in before["fields"] or () if one not in chosen]
        users = uses_of(workspace).naming("object", before["schema_id"], before["name"])
        if users and (lost or before["table_name"] != table):
            raise _refused(
                "object-in-use",
                say(
                    "{name} is used by {users}, so nothing is taken away from it.",
                    name=quoted(name),
                    users=quoted(users[0]),
                ),
                "Only add fields.",
            )
    return save(
        workspace,
        "custom_object",
        {
            **({} if before is None else {"schema_id": before["schema_id"]}),
            "name": name,
            "table_name": table,
            "parent": parent,
            "pk": keys[0],
            "fk": keys[1],
            "version_col": keys[2] or None,
            "fields": chosen,
        },
        now,
    )


def withdraw_object(workspace: Workspace, reference: str) -> None:
    """Forget a custom object; its table stays. Errors: unknown-reference, object-in-use."""
    row = find(workspace, "custom_object", reference)
    for user in uses_of(workspace).naming("object", row["schema_id"], row["name"]):
        raise _refused(
            "object-in-use",
            say("{name} is used by {user}.", name=quoted(row["name"]), user=quoted(user)),
            "Abort and delete it first.",
        )
    kept = [one for one in current_rows(workspace, "custom_object") if one["schema_id"] != row["schema_id"]]
    _write(workspace, "custom_object", kept)


def _refuse_losing(workspace: Workspace, event: str, gone: Sequence[str]) -> None:
    for user in uses_of(workspace).naming("event", event) if gone else ():
        what = say(
            "{event} is used by {user}, so {gone} cannot be taken away.",
            event=quoted(event),
            user=quoted(user),
            gone=quoted(gone[0]),
        )
        raise _refused("event-in-use", what, "Only add fields.")


def _refuse_unknown(names: Iterable[str], known: Iterable[str]) -> None:
    there = {*known}
    for name in names:
        if name not in there:
            raise _refused(
                "unknown-field",
                say("There is no field {name}.", name=quoted(name)),
                say("Choose one of {names}.", names=", ".join(sorted(there))),
            )


def _in_use(name: str, user: str) -> EngineError:
    return _refused(
        "field-in-use",
        say("{name} is used by {user}, so it stays as it is.", name=quoted(name), user=quoted(user)),
        "Only add fields.",
    )


def _refused(code: str, what: str, fix: str) -> EngineError:
    return EngineError(Problem(code=code, what=what, fix=fix))


def _write(workspace: Workspace, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    put_rows(workspace, workspace.catalog().table_by_name[table], rows, "selection")
