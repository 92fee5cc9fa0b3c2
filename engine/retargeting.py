"""What the change of a setting takes with it.

A rule says something about the records of one table, and of no other: it goes with the dimension. A transition leads on
from one subset, branch or condition, and not from a number: it follows where that one is moved.
"""

from collections.abc import Iterator

from pydantic import JsonValue

from engine.catalog.model import Catalog
from engine.contract import Hint
from engine.document.edits import Batch, Edit, Reconnect, SetSetting
from engine.document.model import Document, Node
from engine.registry import all_activities


def setting(
    document: Document, node: Node, field: str, value: JsonValue, catalog: Catalog, *, absent: bool = False
) -> Edit:
    """The edit that sets a field of an activity; it also clears the rules about a table that this leaves.

    Transitions stay with the items of a list that are moved, or remain when another one is removed; that of the one
    that was removed leads on from the number that is free, as if the last had been removed.

    A dimension of the same table keeps the rules, and so does a change from or to a dimension that the catalogue does
    not know: that is a name being mended, and the check tells what does not fit.
    """
    own = SetSetting(node.id, field, None if absent else value, absent=absent)
    led = tuple(_led_elsewhere(document, node, field, value))
    if led:
        return Batch((own, *led))
    before = _table(node.settings.get(field), document, catalog)
    after = _table(None if absent else value, document, catalog)
    if not before or not after or before == after:
        return own
    gone = [SetSetting(node.id, name, absent=True) for name in _rules_about(node, field)]
    return Batch((own, *gone)) if gone else own


def _led_elsewhere(document: Document, node: Node, field: str, value: JsonValue) -> Iterator[Edit]:
    """Transitions that lead on from other numbers when the items of `field` are in another order."""
    activity, old = all_activities().get(node.type), node.settings.get(field)
    if activity is None or activity.branches != field or not isinstance(old, list) or not isinstance(value, list):
        return
    places = _places(old, value)
    for arrow in document.transitions:
        name, _, number = arrow.port.rpartition(":")
        if arrow.source == node.id and name and number.isdecimal() and 1 <= int(number) <= len(places):
            there = places[int(number) - 1] + 1
            if there != int(number):
                yield Reconnect(arrow.id, arrow.source, f"{name}:{there}", arrow.target)


def _places(old: list[JsonValue], new: list[JsonValue]) -> list[int]:
    """Where each item of a list is in another order of it, or in it without one of them; else as they were."""
    left = list(enumerate(new))
    found: list[int | None] = []
    for item in old:
        at = next((spot for spot, (_, one) in enumerate(left) if one == item), None)
        found.append(None if at is None else left.pop(at)[0])
    gone = found.count(None)
    if left or gone != len(old) - len(new) or gone > 1:
        return list(range(len(old)))
    return [len(new) if place is None else place for place in found]


def _rules_about(node: Node, field: str) -> Iterator[str]:
    """The fields that hold a rule about the table of the dimension in `field`."""
    activity = all_activities().get(node.type)
    for name, one in activity.settings.model_fields.items() if activity is not None else ():
        hints = [hint for hint in one.metadata if isinstance(hint, Hint) and hint.kind == "rule" and hint.of == field]
        if hints and node.settings.get(name) is not None:
            yield name


def _table(name: JsonValue, document: Document, catalog: Catalog) -> str | None:
    """The table of a dimension; of the campaign's own, or else the first, when none is named."""
    first = catalog.dimensions[0].name if catalog.dimensions else ""
    found = catalog.dimension_by_name.get(str(name or document.dimension or first))
    return None if found is None else found.table
