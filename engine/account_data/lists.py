"""Account lists of a workspace: filled by filters, by hand or from a file, kept up when dynamic, published (B2B 9.1).

The present is always given, in UTC. Membership keeps its days: a member that leaves stays in the history.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlglot import exp

from engine.account_data.buying_groups import micros
from engine.account_data.conditions import predicate, read_condition
from engine.account_data.objects import find, save
from engine.account_data.rows import current_rows, put_rows
from engine.account_data.scoring import tables_of
from engine.problems import EngineError, Problem
from engine.trees import col
from engine.workspace import Workspace

MEMBERS = "account_list_member"


@dataclass(frozen=True, slots=True)
class Filled:
    """What a change of a list did. `unknown` are the lines of a file that name no account, or several."""

    added: int
    removed: int = 0
    already: int = 0
    unknown: tuple[str, ...] = ()


def publish_list(workspace: Workspace, reference: str, now: datetime) -> None:
    """Make a draft live. A static list may be empty. Errors: unknown-reference, no-filter, those of its filter."""
    row = find(workspace, "account_list", reference)
    if row["kind"] == "dynamic":
        if not row["definition"] or not read_condition(row["definition"]).filters:
            what = f"The dynamic list {row['name']!r} has no filter."
            raise EngineError(Problem(code="no-filter", what=what, fix="Say which accounts belong to it."))
        matching(workspace, row["definition"], now)
    save(workspace, "account_list", {**row, "status": "live"}, now)
    if row["kind"] == "dynamic":
        refresh_lists(workspace, now)


def define_list(workspace: Workspace, reference: str, definition: str, now: datetime) -> None:
    """Say which accounts a dynamic list holds. Errors: unknown-reference, list-frozen, static-list, wrong-condition."""
    row = find(workspace, "account_list", reference)
    if row["kind"] != "dynamic":
        what = f"{row['name']!r} is a static list, which has no filter of its own."
        raise EngineError(Problem(code="static-list", what=what, fix="Add accounts by a filter instead."))
    if row["status"] == "live":
        what = f"The filter of {row['name']!r} cannot change, because the list is live."
        raise EngineError(Problem(code="list-frozen", what=what, fix="Create another list."))
    matching(workspace, definition, now)
    save(workspace, "account_list", {**row, "definition": definition}, now)


def matching(workspace: Workspace, definition: str, now: datetime) -> set[str]:
    """The accounts that a condition finds. Errors: wrong-condition, unknown-attribute, unfit-filter."""
    tables = tables_of(workspace)
    schema = workspace.catalog().table_by_name["account"]
    among = predicate(read_condition(definition), schema, "a", tables.stored, micros(now))
    query = exp.select(col("a", "account_id")).from_(tables.aliased("account", "a")).where(among)
    return {row[0] for row in workspace.database.reader.run(lambda cursor: cursor.fetch(query))}


def fill_list(workspace: Workspace, reference: str, definition: str, now: datetime, by: str = "filter") -> Filled:
    """Add to a static list, once, the accounts that a filter finds. Errors: dynamic-list and those of `matching`."""
    row = _static(workspace, reference)
    return _add(workspace, row["list_id"], sorted(matching(workspace, definition, now)), now, by)


def import_members(workspace: Workspace, reference: str, path: Path, now: datetime) -> Filled:
    """Add the accounts that a CSV names by id or name, in its first column. Errors: dynamic-list, unreadable-file."""
    row = _static(workspace, reference)
    accounts = current_rows(workspace, "account")
    by_id = {str(one["account_id"]): str(one["account_id"]) for one in accounts}
    by_name: dict[str, list[str]] = {}
    for one in accounts:
        by_name.setdefault(str(one["name"] or "").strip().casefold(), []).append(str(one["account_id"]))
    found: dict[str, None] = {}
    unknown: list[str] = []
    for written in _first_column(path):
        named = by_name.get(written.casefold(), [])
        account = by_id.get(written) or (named[0] if len(named) == 1 else None)
        if account is None:
            unknown.append(written)
        else:
            found[account] = None
    done = _add(workspace, row["list_id"], list(found), now, f"file {path.name}")
    return Filled(done.added, already=done.already, unknown=tuple(unknown))


def remove_accounts(workspace: Workspace, reference: str, accounts: Iterable[str], now: datetime) -> Filled:
    """Take accounts out of a static list. Errors: dynamic-list."""
    row = _static(workspace, reference)
    gone = set(accounts) & members(workspace, row["list_id"])
    _end(workspace, row["list_id"], gone, now)
    return Filled(0, removed=len(gone))


def refresh_lists(workspace: Workspace, now: datetime) -> dict[str, Filled]:
    """Bring the dynamic live lists up to date, as happens daily; list to what changed."""
    done: dict[str, Filled] = {}
    for row in current_rows(workspace, "account_list"):
        if row["kind"] == "dynamic" and row["status"] == "live":
            wanted, before = matching(workspace, row["definition"], now), members(workspace, row["list_id"])
            _end(workspace, row["list_id"], before - wanted, now)
            added = _add(workspace, row["list_id"], sorted(wanted - before), now, "filter")
            done[row["list_id"]] = Filled(added.added, removed=len(before - wanted))
    return done


def members(workspace: Workspace, list_id: str) -> set[str]:
    """The accounts that are in a list."""
    return {row["account_id"] for row in current_rows(workspace, MEMBERS)
            if row["list_id"] == list_id and row["removed_at"] is None}  # fmt: skip


def _static(workspace: Workspace, reference: str) -> dict[str, Any]:
    row = find(workspace, "account_list", reference)
    if row["kind"] != "static":
        what = f"{row['name']!r} is a dynamic list, which fills itself."
        raise EngineError(Problem(code="dynamic-list", what=what, fix="Choose a static list."))
    return row


def _add(workspace: Workspace, list_id: str, accounts: list[str], now: datetime, by: str) -> Filled:
    inside = members(workspace, list_id)
    fresh = [account for account in accounts if account not in inside]
    rows = [{"list_id": list_id, "account_id": account, "added_at": now, "added_by": by} for account in fresh]
    if rows:
        _write(workspace, [*current_rows(workspace, MEMBERS), *rows])
    return Filled(len(fresh), already=len(accounts) - len(fresh))


def _end(workspace: Workspace, list_id: str, accounts: set[str], now: datetime) -> None:
    if accounts:
        _write(workspace, [
            {**row, "removed_at": now}
            if row["list_id"] == list_id and row["account_id"] in accounts and row["removed_at"] is None else row
            for row in current_rows(workspace, MEMBERS)
        ])  # fmt: skip


def _write(workspace: Workspace, rows: list[Mapping[str, Any]]) -> None:
    put_rows(workspace, workspace.catalog().table_by_name[MEMBERS], rows, "lists")


def _first_column(path: Path) -> list[str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            found = [row[0].strip() for row in csv.reader(file) if row and row[0].strip()]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        what = f"{path.name!r} cannot be read as CSV."
        fix = "Save it as CSV in UTF-8, with account ids or names in the first column."
        raise EngineError(Problem(code="unreadable-file", what=what, why=str(error), fix=fix)) from error
    return found[1:] if found and found[0].lower() in {"account", "account_id", "account id", "name"} else found
