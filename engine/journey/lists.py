"""Lists that actions add to or remove from."""

from collections.abc import Iterator
from typing import Any

from engine.journey.contract import Place
from engine.problems import Problem
from engine.texts import quoted, say


def check_static(place: Place[Any], table: str, reference: str, field_name: str = "list") -> Iterator[Problem]:
    """What is wrong with a list that an action adds to or removes from: it must be live and static (V08)."""
    yield from place.check_reference(table, reference, field_name, live=True)
    found = place.world.references.find(table, reference) if reference else None
    if found is not None and str(found.get("kind") or "static") != "static":
        yield Problem(
            code="dynamic-list",
            what=say("{name} is a dynamic list, which fills itself.", name=quoted(found.get("name", reference))),
            fix="Choose a static list.",
            field=field_name,
            check="V08",
        )
