"""External services as settings: read from a description, mapped to fields, answered by stubs, active or not (B2B 4.8).

No call leaves the machine. A stub is data: answers by condition, formulas in the expression language, or a table of
answers by id. What a service would compute in a program of one's own is brought as such a table; no program that is
named in settings or a bundle is ever run.
"""

import csv
import io
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from engine.account_data.objects import find, save
from engine.account_data.openapi import Extension, read_description
from engine.account_data.rows import current_rows
from engine.document.files import read_text
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace import Workspace

TABLE = "external_action"
LEAST_TIMEOUT, MOST_TIMEOUT = 1, 240
_MOST_ANSWERS = 100_000


def import_service(workspace: Workspace, path: Path, now: datetime, timeout: int = 5) -> dict[str, Any]:
    """A service from its description, as a draft.

    Errors: unreadable-file, those of the description, url-taken, name-taken.
    """
    described = read_description(read_text(path, say("Choose a description in JSON.")))
    for row in current_rows(workspace, TABLE):
        if json.loads(row["spec"] or "{}").get("url") == described.url:
            what = say("The service {name} has the same URL.", name=quoted(row["name"]))
            raise EngineError(Problem(code="url-taken", what=what, fix="Use that one, or another URL.", field="spec"))
    extension = described.extension
    spec = {
        "url": described.url,
        "authentication": described.authentication,
        **extension.model_dump(mode="json", by_alias=True),
    }
    required = [one.name for one in extension.attributes if one.required]
    return save(
        workspace,
        TABLE,
        {
            "name": described.name,
            "description": described.description,
            "status": "draft",
            "split": extension.splits,
            "context": extension.context,
            "timeout_min": _timeout(timeout),
            "spec": json.dumps(spec, sort_keys=True),
            "mapping": json.dumps({"required": required, "outgoing": {}, "incoming": {}}),
        },
        now,
    )


def map_service(
    workspace: Workspace,
    service: str,
    now: datetime,
    *,
    outgoing: Mapping[str, str] | None = None,
    incoming: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    timeout: int | None = None,
) -> dict[str, Any]:
    """Say which fields a service is sent and which it writes (its name to ours), its headers, and how long it has.

    Errors: unknown-reference, service-active, no-description, unknown-field, not-updatable, wrong-timeout.
    """
    row = find(workspace, TABLE, service)
    if row["status"] == "active":
        what = say("{name} is active, so it cannot be changed.", name=quoted(row["name"]))
        raise EngineError(Problem(code="service-active", what=what, fix="Deactivate it first."))
    from engine.journey.services import context_of

    extension = _described(row)
    mapping = json.loads(row["mapping"] or "{}")
    entity = context_of({"context": extension.context})
    for given, declared, name in (
        (outgoing, extension.outgoing, "outgoing"),
        (incoming, extension.incoming, "incoming"),
    ):
        if given is not None:
            known = {one.name for one in declared}
            for theirs, ours in given.items():
                _refuse_unknown(workspace, entity, theirs, ours, known, writes=name == "incoming")
            mapping[name] = dict(given)
    if headers is not None:
        mapping["headers"] = dict(headers)
    span = row["timeout_min"] if timeout is None else _timeout(timeout)
    return save(workspace, TABLE, {**row, "mapping": json.dumps(mapping, sort_keys=True), "timeout_min": span}, now)


def set_status(workspace: Workspace, service: str, now: datetime, *, active: bool) -> dict[str, Any]:
    """Offer a service to journeys, or no longer. Errors: unknown-reference, no-description, unmapped-field."""
    row = find(workspace, TABLE, service)
    if active and row["spec"]:
        mapping = json.loads(row["mapping"] or "{}")
        for one in _described(row).outgoing:
            if one.required and one.name not in mapping.get("outgoing", {}):
                what = say("Nothing is sent as {one}, which the service needs.", one=quoted(one.name))
                raise EngineError(Problem(code="unmapped-field", what=what, fix="Map a field to it.", field="mapping"))
    return save(workspace, TABLE, {**row, "status": "active" if active else "draft"}, now)


def set_stub(workspace: Workspace, service: str, stub: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """Say what a service answers in a rehearsal. Errors: unknown-reference, wrong-stub."""
    from engine.journey.services import stub_of

    row = {**find(workspace, TABLE, service), "stub": json.dumps(dict(stub), sort_keys=True)}
    stub_of(row)
    return save(workspace, TABLE, row, now)


def answers_from(path: Path) -> dict[str, Any]:
    """A stub from a CSV file: the first column is the id of the account or person, the others are what is answered.

    Errors: unreadable-file, wrong-answers.
    """
    fix = say("Write a CSV file with an id and a column for each answer.")
    content = read_text(path, fix)
    try:
        header, *lines = csv.reader(io.StringIO(content, newline=""))
    except (ValueError, csv.Error) as error:
        raise EngineError(
            Problem(
                code="wrong-answers",
                what=say("{path} is no table of answers.", path=quoted(path.name)),
                why=str(error),
                fix=fix,
            )
        ) from error
    if len(header) < 2 or len(lines) > _MOST_ANSWERS:
        what = (
            "It has no column of answers." if len(header) < 2 else say("It has more than {n} line(s).", n=_MOST_ANSWERS)
        )
        raise EngineError(Problem(code="wrong-answers", what=what, fix="Write an id and a column for each answer."))
    by_id = {
        line[0].strip(): {name: value or None for name, value in zip(header[1:], line[1:], strict=False)}
        for line in lines
        if line and line[0].strip()
    }
    return {"kind": "lookup", "by_id": by_id}


def _described(row: Mapping[str, Any]) -> Extension:
    """What a service said of itself when it was imported."""
    try:
        return Extension.model_validate_json(row["spec"] or "")
    except ValidationError as error:
        raise EngineError(
            Problem(
                code="no-description",
                what=say("{name} has no description that can be read.", name=quoted(row["name"])),
                fix="Import the service from its description.",
                field="spec",
            )
        ) from error


def _timeout(minutes: int) -> int:
    if not LEAST_TIMEOUT <= minutes <= MOST_TIMEOUT:
        what = say("A service cannot have {n} minute(s).", n=minutes)
        fix = say("Choose {least_timeout} to {most_timeout}.", least_timeout=LEAST_TIMEOUT, most_timeout=MOST_TIMEOUT)
        raise EngineError(Problem(code="wrong-timeout", what=what, fix=fix, field="timeout_min"))
    return minutes


def _refuse_unknown(
    workspace: Workspace, entity: str, theirs: str, ours: str, known: set[str], *, writes: bool
) -> None:
    table = workspace.catalog().table_by_name[entity]
    if theirs not in known or ours not in table.by_name:
        there, among = (theirs, known) if theirs not in known else (ours, set(table.by_name))
        fix = say("Choose one of {names}.", names=", ".join(sorted(among)) or "none")
        raise EngineError(
            Problem(
                code="unknown-field",
                what=say("There is no field {there}.", there=quoted(there)),
                fix=fix,
                field="mapping",
            )
        )
    marked = [row for row in current_rows(workspace, "field_catalog") if row["entity"] == entity]
    allowed = {row["column"] for row in marked if row["is_updatable"]} if marked else set(table.by_name) - {*table.key}
    if writes and ours not in allowed:
        raise EngineError(
            Problem(
                code="not-updatable",
                what=say("{name} may not be changed by services.", name=quoted(table.by_name[ours].title)),
                fix=say("Choose one of {names}.", names=", ".join(sorted(allowed))),
                field="mapping",
            )
        )
