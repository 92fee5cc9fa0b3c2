"""Personas of a workspace: kinds of people, told from their attributes; the first that fits is taken (B2B 8.1).

The present is always given, in UTC.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from engine.account_data.objects import find, remove, save
from engine.account_data.rows import as_one, current_rows
from engine.accounts.buying_groups.templates import Persona, check_personas
from engine.catalog.paths import unknown
from engine.problems import EngineError
from engine.workspace import Workspace

_CRITERIA = TypeAdapter(dict[str, list[str]])


def personas_of(workspace: Workspace) -> list[dict[str, Any]]:
    """The rows of all personas in their order."""
    rows = current_rows(workspace, "persona")
    return sorted(rows, key=lambda row: (row["priority"] is None, row["priority"], str(row["persona_id"])))


def criteria_of(row: Mapping[str, Any]) -> dict[str, list[str]]:
    """The attributes of a persona and the words that they may hold; none where they cannot be read."""
    try:
        return _CRITERIA.validate_json(row["criteria"] or "{}")
    except ValidationError:
        return {}


def save_persona(
    workspace: Workspace, name: str, criteria: Mapping[str, Sequence[str]], now: datetime, *, persona: str = "",
    description: str = "",
) -> dict[str, Any]:  # fmt: skip
    """Add a persona as the last, or change one.

    Errors: unknown-attribute, many-personas, many-attributes, persona-name, those of `save`.
    """
    known = workspace.catalog().table_by_name["person"].by_name
    for attribute in criteria:
        if attribute not in known:
            raise EngineError(unknown("attribute", attribute, known, inside="person"))
    rows = personas_of(workspace)
    others = [row for row in rows if row["persona_id"] != persona]
    kept = {attribute: tuple(words) for attribute, words in criteria.items() if words}
    for problem in check_personas([*(_value(row) for row in others), Persona(name, kept)]):
        raise EngineError(problem)
    before = next((row for row in rows if persona and row["persona_id"] == persona), None)
    place = before["priority"] if before is not None else max((row["priority"] or 0 for row in rows), default=0) + 1
    values = {"name": name, "description": description, "priority": place, "criteria": json.dumps(kept)}
    return save(workspace, "persona", {**values, **({"persona_id": persona} if persona else {})}, now)


@as_one
def move_persona(workspace: Workspace, reference: str, step: int, now: datetime) -> None:
    """Let a persona be tried earlier (-1) or later (1) than its neighbour. Errors: unknown-reference."""
    moved = find(workspace, "persona", reference)["persona_id"]
    order = [row["persona_id"] for row in personas_of(workspace)]
    place = order.index(moved)
    order.insert(min(max(place + step, 0), len(order) - 1), order.pop(place))
    by_id = {row["persona_id"]: row for row in personas_of(workspace)}
    for priority, name in enumerate(order, start=1):
        if by_id[name]["priority"] != priority:
            save(workspace, "persona", {**by_id[name], "priority": priority}, now)


def remove_persona(workspace: Workspace, reference: str) -> None:
    """Forget a persona. Errors: unknown-reference, in-use."""
    remove(workspace, "persona", reference)


def _value(row: Mapping[str, Any]) -> Persona:
    return Persona(str(row["name"]), {name: tuple(words) for name, words in criteria_of(row).items()})
