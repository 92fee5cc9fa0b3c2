"""Programs of a workspace: types with steps, the programs of a type, their members and tokens (B2B 9.3).

The present is always given, in UTC.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.account_data.objects import find, refuse_used, remove, replace_rows, save
from engine.account_data.rows import as_one, current_rows, put_rows
from engine.accounts.declaring import CREATED, UPDATED
from engine.accounts.tables.lists import NO_STATUS
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Step:
    """A status of members. Several may stand at one step."""

    name: str
    step: int
    success: bool = False


def steps_of(workspace: Workspace, kind: str) -> tuple[Step, ...]:
    """The statuses of a program type, by step."""
    rows = [row for row in current_rows(workspace, "program_status") if row["type_id"] == kind]
    found = (Step(str(row["name"]), int(row["step"] or 0), bool(row["is_success"])) for row in rows)
    return tuple(sorted(found, key=lambda one: (one.step, one.name)))


@as_one
def save_type(
    workspace: Workspace, name: str, steps: Sequence[Step], now: datetime, *, kind: str = "", description: str = "",
    attributes: Mapping[str, str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Add a program type, or change one that no program has yet.

    Errors: in-use, no-status, wrong-status, those of `save`.
    """
    users = [row for row in current_rows(workspace, "program") if kind and row["type_id"] == kind]
    if users:
        refuse_used(name, say("the program {name}", name=quoted(users[0]["name"])))
    names = [one.name.strip().casefold() for one in steps]
    if not steps:
        raise EngineError(Problem(code="no-status", what="The program type has no status.", fix="Add one."))
    for one in steps:
        if not one.name.strip() or names.count(one.name.strip().casefold()) > 1 or one.name.strip() == NO_STATUS:
            what = say("{one} cannot be the name of a status.", one=quoted(one.name))
            raise EngineError(Problem(code="wrong-status", what=what, fix="Give each status a name of its own."))
    values = {"name": name, "description": description, "attributes": json.dumps(dict(attributes or {}))}
    row = save(workspace, "program_type", {**values, **({"type_id": kind} if kind else {})}, now)
    rows = [{"type_id": row["type_id"], "name": one.name.strip(), "step": one.step, "is_success": one.success,
             CREATED: now, UPDATED: now} for one in steps]  # fmt: skip
    replace_rows(workspace, "program_status", "type_id", row["type_id"], rows)
    return row


@as_one
def remove_type(workspace: Workspace, reference: str) -> None:
    """Forget a program type that no program has. Errors: unknown-reference, in-use."""
    row = find(workspace, "program_type", reference)
    remove(workspace, "program_type", row["type_id"])
    replace_rows(workspace, "program_status", "type_id", row["type_id"], ())


def save_program(
    workspace: Workspace, name: str, kind: str, now: datetime, *, parent: str = "", program: str = "",
    description: str = "", attributes: Mapping[str, str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Add a program, or change one. Errors: unknown-reference, circle, those of `save`."""
    above = find(workspace, "program", parent)["program_id"] if parent else None
    by_id = {row["program_id"]: row for row in current_rows(workspace, "program")}
    step = above
    while program and step is not None:
        if step == program:
            what = "A program cannot stand under itself."
            raise EngineError(Problem(code="circle", what=what, fix="Choose another parent."))
        step = by_id[step]["parent_id"] if step in by_id else None
    values = {"name": name, "type_id": find(workspace, "program_type", kind)["type_id"], "parent_id": above,
              "description": description, "attributes": json.dumps(dict(attributes or {}))}  # fmt: skip
    return save(workspace, "program", {**values, **({"program_id": program} if program else {})}, now)


@as_one
def remove_program(workspace: Workspace, reference: str) -> None:
    """Forget a program with its members and tokens. Errors: unknown-reference, in-use."""
    row = find(workspace, "program", reference)
    remove(workspace, "program", row["program_id"])
    for table in ("program_member", "program_token"):
        replace_rows(workspace, table, "program_id", row["program_id"], ())


def set_status(workspace: Workspace, program: str, people: Iterable[str], status: str, now: datetime) -> int:
    """Give people a status in a program, which never moves back; how many changed.

    Who is further on already stays; `NO_STATUS` takes people out. Errors: unknown-reference.
    """
    row = find(workspace, "program", program)
    steps = {one.name: one.step for one in steps_of(workspace, str(row["type_id"]))}
    if status != NO_STATUS and status not in steps:
        what = say("The program has no status {status}.", status=quoted(status))
        fix = say("Choose one of {names}.", names=", ".join([*steps, NO_STATUS]))
        raise EngineError(Problem(code="unknown-reference", what=what, fix=fix))
    rows = current_rows(workspace, "program_member")
    before = {one["person_id"]: one for one in rows if one["program_id"] == row["program_id"]}
    changed: dict[str, dict[str, Any] | None] = {}
    for person in dict.fromkeys(people):
        old = before.get(person)
        if status == NO_STATUS:
            changed |= {person: None} if old is not None else {}
        elif old is None or (steps.get(str(old["status"]), 0) <= steps[status] and old["status"] != status):
            changed[person] = {"program_id": row["program_id"], "person_id": person, "status": status,
                               "changed_at": now}  # fmt: skip
    kept = [one for one in rows if one["program_id"] != row["program_id"] or one["person_id"] not in changed]
    fresh = [one for one in changed.values() if one is not None]
    put_rows(workspace, workspace.catalog().table_by_name["program_member"], [*kept, *fresh], "by hand")
    return len(changed)


def tokens_of(workspace: Workspace, program: str) -> list[tuple[str, str, str, str]]:
    """The tokens of a program, its own and those that it inherits. Shape: name, type, value, whose (program id)."""
    by_id = {row["program_id"]: row for row in current_rows(workspace, "program")}
    rows = current_rows(workspace, "program_token")
    found: dict[str, tuple[str, str, str, str]] = {}
    step: str | None = program
    seen: set[str] = set()
    while step is not None and step not in seen:
        seen.add(step)
        for row in rows:
            if row["program_id"] == step:
                name = str(row["name"])
                found.setdefault(name, (name, str(row["type"]), str(row["value"] or ""), step))
        step = by_id[step]["parent_id"] if step in by_id else None
    return [found[name] for name in sorted(found)]


def save_token(workspace: Workspace, program: str, name: str, kind: str, value: str, now: datetime) -> None:
    """Give a program a token of its own, which goes before one that it inherits. Errors: wrong-token."""
    if not name.isidentifier():
        what = say("{name} cannot be the name of a token.", name=quoted(name))
        raise EngineError(Problem(code="wrong-token", what=what, fix="Use letters, digits and _, without spaces."))
    if kind == "number":
        try:
            float(value)
        except ValueError as error:
            what = say("{value} is no number.", value=quoted(value))
            raise EngineError(Problem(code="wrong-token", what=what, fix="Write one, such as 12.5.")) from error
    mine = find(workspace, "program", program)["program_id"]
    rows = [one for one in current_rows(workspace, "program_token") if one["program_id"] == mine]
    kept = [one for one in rows if one["name"] != name]
    fresh = {"program_id": mine, "name": name, "type": kind, "value": value, CREATED: now, UPDATED: now}
    replace_rows(workspace, "program_token", "program_id", mine, [*kept, fresh])


def remove_token(workspace: Workspace, program: str, name: str) -> None:
    """Take away a token of a program's own."""
    mine = find(workspace, "program", program)["program_id"]
    rows = [one for one in current_rows(workspace, "program_token") if one["program_id"] == mine]
    replace_rows(workspace, "program_token", "program_id", mine, [one for one in rows if one["name"] != name])
