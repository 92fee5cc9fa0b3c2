"""Lists of accounts and of people: filled by filters, by hand or from a file, kept up when dynamic, published (B2B 9.1,
9.2).

The present is always given, in UTC. Membership keeps its days: a member that leaves stays in the history.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlglot import exp

from engine.account_data.conditions import asked, read_condition
from engine.account_data.objects import find, save
from engine.account_data.rows import as_one, current_rows, fetched, put_rows
from engine.account_data.scoring import tables_of
from engine.document.files import read_text
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.trees import col
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Listed:
    """Of what lists are: their table, that of their members, what is in them and by which column it is named."""

    lists: str
    members: str
    entity: str
    name: str

    @property
    def key(self) -> str:
        return f"{self.entity}_id"


_HEADS = frozenset({"account", "account_id", "account id", "name", "person", "person_id", "person id", "email"})
ACCOUNTS = Listed("account_list", "account_list_member", "account", "name")
PEOPLE = Listed("people_list", "people_list_member", "person", "email")


@dataclass(frozen=True, slots=True)
class Filled:
    """What a change of a list did. `unknown` are the lines of a file that name nobody, or several."""

    added: int
    removed: int = 0
    already: int = 0
    unknown: tuple[str, ...] = ()


@as_one
def draft_list(
    workspace: Workspace, name: str, now: datetime, definition: str | None = None, of: Listed = ACCOUNTS
) -> dict[str, Any]:
    """Draft a list, static and empty, or with a JSON condition one that follows it; its row.

    Errors: those of `save` and of `define_list`.
    """
    kind = "static" if definition is None else "dynamic"
    row = save(workspace, of.lists, {"name": name, "kind": kind, "status": "draft"}, now)
    if definition is not None:
        define_list(workspace, row["list_id"], definition, now, of)
    return row


def publish_list(workspace: Workspace, reference: str, now: datetime, of: Listed = ACCOUNTS) -> None:
    """Make a draft live. A static list may be empty. Errors: unknown-reference, no-filter, those of its filter."""
    row = find(workspace, of.lists, reference)
    if row["kind"] == "dynamic":
        if not row["definition"] or not read_condition(row["definition"]).filters:
            what = say("The dynamic list {name} has no filter.", name=quoted(row["name"]))
            raise EngineError(Problem(code="no-filter", what=what, fix="Say who belongs to it."))
        matching(workspace, row["definition"], now, of)
    save(workspace, of.lists, {**row, "status": "live"}, now)
    if row["kind"] == "dynamic":
        refresh_lists(workspace, now, of)


def define_list(workspace: Workspace, reference: str, definition: str, now: datetime, of: Listed = ACCOUNTS) -> None:
    """Say whom a dynamic list holds. Errors: unknown-reference, list-frozen, static-list, wrong-condition."""
    row = find(workspace, of.lists, reference)
    if row["kind"] != "dynamic":
        what = say("{name} is a static list, which has no filter of its own.", name=quoted(row["name"]))
        raise EngineError(Problem(code="static-list", what=what, fix="Fill it by a filter instead."))
    if row["status"] == "live":
        what = say("The filter of {name} cannot change, because the list is live.", name=quoted(row["name"]))
        raise EngineError(Problem(code="list-frozen", what=what, fix="Create another list."))
    matching(workspace, definition, now, of)
    save(workspace, of.lists, {**row, "definition": definition}, now)


def matching(workspace: Workspace, definition: str, now: datetime, of: Listed = ACCOUNTS) -> set[str]:
    """The accounts, or people, that a condition finds. Errors: wrong-condition, unknown-attribute, unfit-filter."""
    tables = tables_of(workspace)
    among = asked(workspace, definition, of.entity, "a", tables.stored, now)
    query = exp.select(col("a", of.key)).from_(tables.aliased(of.entity, "a")).where(among)
    return {row[0] for row in fetched(workspace, query)}


def fill_list(
    workspace: Workspace, reference: str, definition: str, now: datetime, by: str = "filter", of: Listed = ACCOUNTS
) -> Filled:
    """Add to a static list, once, those that a filter finds. Errors: dynamic-list and those of `matching`."""
    row = _static(workspace, reference, of)
    return _add(workspace, row["list_id"], sorted(matching(workspace, definition, now, of)), now, by, of)


def import_members(workspace: Workspace, reference: str, path: Path, now: datetime, of: Listed = ACCOUNTS) -> Filled:
    """Add whom a CSV names in its first column: accounts by id or name, people by id or address.

    Errors: dynamic-list, unreadable-file.
    """
    row = _static(workspace, reference, of)
    known = current_rows(workspace, of.entity)
    by_id = {str(one[of.key]): str(one[of.key]) for one in known}
    by_name: dict[str, list[str]] = {}
    for one in known:
        by_name.setdefault(str(one[of.name] or "").strip().casefold(), []).append(str(one[of.key]))
    found: dict[str, None] = {}
    unknown: list[str] = []
    for written in _first_column(path):
        named = by_name.get(written.casefold(), [])
        member = by_id.get(written) or (named[0] if len(named) == 1 else None)
        if member is None:
            unknown.append(written)
        else:
            found[member] = None
    done = _add(workspace, row["list_id"], list(found), now, path.name, of)
    return Filled(done.added, already=done.already, unknown=tuple(unknown))


def remove_members(
    workspace: Workspace, reference: str, gone: Iterable[str], now: datetime, of: Listed = ACCOUNTS
) -> Filled:
    """Take accounts, or people, out of a static list. Errors: dynamic-list."""
    row = _static(workspace, reference, of)
    gone = set(gone) & members(workspace, row["list_id"], of)
    _end(workspace, row["list_id"], gone, now, of)
    return Filled(0, removed=len(gone))


def refresh_lists(workspace: Workspace, now: datetime, of: Listed = ACCOUNTS) -> dict[str, Filled]:
    """Bring the dynamic live lists up to date, as happens daily; list to what changed."""
    done: dict[str, Filled] = {}
    for row in current_rows(workspace, of.lists):
        if row["kind"] == "dynamic" and row["status"] == "live":
            wanted, before = matching(workspace, row["definition"], now, of), members(workspace, row["list_id"], of)
            _end(workspace, row["list_id"], before - wanted, now, of)
            added = _add(workspace, row["list_id"], sorted(wanted - before), now, "filter", of)
            done[row["list_id"]] = Filled(added.added, removed=len(before - wanted))
    return done


def members(workspace: Workspace, list_id: str, of: Listed = ACCOUNTS) -> set[str]:
    """The accounts, or people, that are in a list."""
    return {row[of.key] for row in current_rows(workspace, of.members)
            if row["list_id"] == list_id and row["removed_at"] is None}  # fmt: skip


def _static(workspace: Workspace, reference: str, of: Listed) -> dict[str, Any]:
    row = find(workspace, of.lists, reference)
    if row["kind"] != "static":
        what = say("{name} is a dynamic list, which fills itself.", name=quoted(row["name"]))
        raise EngineError(Problem(code="dynamic-list", what=what, fix="Choose a static list."))
    return row


def _add(workspace: Workspace, list_id: str, wanted: list[str], now: datetime, by: str, of: Listed) -> Filled:
    inside = members(workspace, list_id, of)
    fresh = [one for one in wanted if one not in inside]
    rows = [{"list_id": list_id, of.key: one, "added_at": now, "added_by": by} for one in fresh]
    if rows:
        _write(workspace, [*current_rows(workspace, of.members), *rows], of)
    return Filled(len(fresh), already=len(wanted) - len(fresh))


def _end(workspace: Workspace, list_id: str, gone: set[str], now: datetime, of: Listed) -> None:
    if gone:
        _write(workspace, [
            {**row, "removed_at": now}
            if row["list_id"] == list_id and row[of.key] in gone and row["removed_at"] is None else row
            for row in current_rows(workspace, of.members)
        ], of)  # fmt: skip


def _write(workspace: Workspace, rows: list[Mapping[str, Any]], of: Listed) -> None:
    put_rows(workspace, workspace.catalog().table_by_name[of.members], rows, "lists")


def _first_column(path: Path) -> list[str]:
    fix = say("Save it as CSV in UTF-8, with ids or names in the first column.")
    content = read_text(path, fix)
    try:
        lines = csv.reader(io.StringIO(content, newline=""))
        found = [row[0].strip() for row in lines if row and row[0].strip()]
    except csv.Error as error:
        what = say("{path} cannot be read as CSV.", path=quoted(path.name))
        raise EngineError(Problem(code="unreadable-file", what=what, why=str(error), fix=fix)) from error
    return found[1:] if found and found[0].lower() in _HEADS else found
