"""What differs between two states of a document, part by part and field by field. Pure values, no words.

Parts are the same when their ids are. How something is drawn is told apart from what it does: a node that only moved
did not change.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pydantic import JsonValue

from engine.document.files import plain_part
from engine.document.model import Document, Part
from engine.problems import field_path


class PartKind(StrEnum):
    """A kind of part; the document itself stands for its own fields."""

    DOCUMENT = "document"
    NODE = "node"
    TRANSITION = "transition"
    VARIABLE = "variable"
    NOTE = "note"
    FRAME = "frame"


class Fate(StrEnum):
    """What became of a part."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that differs. `path` is such as "settings.rule.items[1].value"; None stands for what is not there."""

    path: str
    before: JsonValue
    after: JsonValue


@dataclass(frozen=True, slots=True)
class PartChange:
    """One part that differs."""

    kind: PartKind
    id: str
    fate: Fate
    fields: tuple[FieldChange, ...] = ()


GROUPS: Mapping[PartKind, str] = {
    PartKind.NODE: "nodes",
    PartKind.TRANSITION: "transitions",
    PartKind.VARIABLE: "variables",
    PartKind.NOTE: "notes",
    PartKind.FRAME: "frames",
}
"""The fields of a document that hold parts."""

_LOOKS = frozenset({"compact", "accent", "points", "label_at", "size", "level", "rect", "collapsed"})


def differences(before: Document, after: Document) -> tuple[PartChange, ...]:
    """All parts that differ: the document's own fields first, then parts in the order of `after`, removed ones last."""
    return tuple(_all_changes(before, after))


def _all_changes(before: Document, after: Document) -> Iterator[PartChange]:
    own = tuple(field_changes(own_fields(before), own_fields(after)))
    if own:
        yield PartChange(PartKind.DOCUMENT, after.id, Fate.CHANGED, own)
    moved = {name for name, at in after.layout.items() if before.layout.get(name) != at}
    for kind in GROUPS:
        yield from _part_changes(kind, parts_of(before, kind), parts_of(after, kind), moved)


def _part_changes(
    kind: PartKind, old: Mapping[str, JsonValue], new: Mapping[str, JsonValue], moved: set[str]
) -> Iterator[PartChange]:
    for name, value in new.items():
        if name not in old:
            yield PartChange(kind, name, Fate.ADDED)
            continue
        fields = tuple(field_changes(old[name], value))
        logic = tuple(one for one in fields if one.path not in _LOOKS)
        if logic:
            yield PartChange(kind, name, Fate.CHANGED, fields)
        elif fields or name in moved:
            yield PartChange(kind, name, Fate.MOVED, fields)
    for name in old:
        if name not in new:
            yield PartChange(kind, name, Fate.REMOVED)


def own_fields(document: Document) -> dict[str, JsonValue]:
    """A document's own fields as they are written: without its parts, their places and its id."""
    without = {*GROUPS.values(), "layout", "id"}
    return {name: value for name, value in plain_part(document).items() if name not in without}


def parts_of(document: Document, kind: PartKind) -> dict[str, JsonValue]:
    """The parts of a kind as they are written, by id. Of two with one id the first counts."""
    parts: Iterable[Part] = getattr(document, GROUPS[kind])
    found: dict[str, JsonValue] = {}
    for part in parts:
        value = plain_part(part)
        found.setdefault(str(value.get("id", value.get("name", ""))), value)
    return found


def field_changes(before: JsonValue, after: JsonValue, path: Sequence[str | int] = ()) -> Iterator[FieldChange]:
    """The innermost values that differ, in the order in which they are written."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in [*before, *(name for name in after if name not in before)]:
            yield from field_changes(before.get(name), after.get(name), (*path, name))
    elif isinstance(before, list) and isinstance(after, list):
        for place in range(max(len(before), len(after))):
            old = before[place] if place < len(before) else None
            new = after[place] if place < len(after) else None
            yield from field_changes(old, new, (*path, place))
    elif before != after or isinstance(before, bool) is not isinstance(after, bool):
        yield FieldChange(field_path(path), before, after)
