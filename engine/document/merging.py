"""Brings two edited copies of a document together, given what both began from.

What one side changed is taken; where both changed the same field to different values, there is a conflict, and somebody
chooses. Conflicts are as small as a field: two people who set different fields of one activity do not meet.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import JsonValue, TypeAdapter

from engine.document.differences import GROUPS, PartKind, differences, own_fields, parts_of
from engine.document.files import read_as
from engine.document.model import Document


class Side(StrEnum):
    """Whose value is taken."""

    MINE = "mine"
    THEIRS = "theirs"


class _Missing:
    """A value that is not there, told apart from null."""


_MISSING = _Missing()
_Value = JsonValue | _Missing
_DOCUMENT = TypeAdapter(Document)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both sides changed. Without a field, one side removed the part and the other changed it.

    None stands for what is not there.
    """

    kind: PartKind
    id: str
    field: str
    base: JsonValue
    mine: JsonValue
    theirs: JsonValue

    @property
    def key(self) -> str:
        """How a choice about it is named."""
        return ":".join(part for part in (self.kind.value, self.id, self.field) if part)


@dataclass(frozen=True, slots=True)
class Merged:
    """The document that results from the choices made so far, and every conflict, decided or not."""

    document: Document
    conflicts: tuple[Conflict, ...]
    dropped: tuple[str, ...] = ()
    """Transitions that were left out because a side removed the node at one of their ends."""


def merge(base: Document, mine: Document, theirs: Document, choices: Mapping[str, Side] | None = None) -> Merged:
    """Merge two edited copies of `base`; a conflict without a choice is decided for `mine`."""
    work = _Merge(choices or {})
    raw = work.fields(PartKind.DOCUMENT, "", own_fields(base), own_fields(mine), own_fields(theirs))
    raw["id"] = mine.id
    nodes: set[str] = set()
    dropped: list[str] = []
    for kind, group in GROUPS.items():
        merged = work.parts(kind, *(parts_of(one, kind) for one in (base, mine, theirs)))
        if kind is PartKind.NODE:
            nodes = set(merged)
        elif kind is PartKind.TRANSITION:
            dropped = [name for name, value in merged.items() if not _connected(value, nodes)]
            merged = {name: value for name, value in merged.items() if name not in dropped}
        raw[group] = list(merged.values())
    raw["layout"] = _places(base, mine, theirs)
    return Merged(read_as(_DOCUMENT, raw), tuple(work.conflicts), tuple(dropped))


def likely_base(theirs: Document, versions: Iterable[Document]) -> int:
    """The place of the version, of those given from the oldest on, that a copy most likely began from.

    It is the one that the copy differs least from: what came after it holds changes that the copy knows nothing of.
    Of several the oldest is taken: with it both sides count as changed, so somebody decides and nothing is lost.
    """
    far = [sum(max(1, len(part.fields)) for part in differences(one, theirs)) for one in versions]
    return far.index(min(far))


def _connected(transition: JsonValue, nodes: set[str]) -> bool:
    if not isinstance(transition, dict):
        return False
    target = transition.get("to")
    return transition.get("from") in nodes and (target is None or target in nodes)


def _places(base: Document, mine: Document, theirs: Document) -> dict[str, JsonValue]:
    """Where things stand: as in mine, but for what only they moved or added. A place is no reason for a conflict."""
    found = dict(mine.layout)
    for name, at in theirs.layout.items():
        if name not in found or (mine.layout[name] == base.layout.get(name)):
            found[name] = at
    return {name: list[JsonValue](at) for name, at in found.items()}


class _Merge:
    def __init__(self, choices: Mapping[str, Side]) -> None:
        self._choices = choices
        self.conflicts: list[Conflict] = []

    def parts(
        self,
        kind: PartKind,
        base: Mapping[str, JsonValue],
        mine: Mapping[str, JsonValue],
        theirs: Mapping[str, JsonValue],
    ) -> dict[str, JsonValue]:
        found: dict[str, JsonValue] = {}
        for name in _in_order(mine, theirs):
            values = [side.get(name, _MISSING) for side in (base, mine, theirs)]
            merged = self._part(kind, name, *values)
            if not isinstance(merged, _Missing):
                found[name] = merged
        return found

    def _part(self, kind: PartKind, name: str, base: _Value, mine: _Value, theirs: _Value) -> _Value:
        if isinstance(mine, dict) and isinstance(theirs, dict):
            start = base if isinstance(base, dict) else {}
            return self.fields(kind, name, start, mine, theirs)
        return self._value(kind, name, "", base, mine, theirs)

    def fields(
        self, kind: PartKind, name: str, base: Mapping[str, JsonValue], mine: Mapping[str, JsonValue],
        theirs: Mapping[str, JsonValue], path: str = "",
    ) -> dict[str, JsonValue]:  # fmt: skip
        """Merge objects field by field; the settings of a node are looked into, one level deep."""
        found: dict[str, JsonValue] = {}
        for field in _in_order(mine, theirs):
            values = [side.get(field, _MISSING) for side in (base, mine, theirs)]
            inner = f"{path}.{field}" if path else field
            if field == "settings" and isinstance(values[1], dict) and isinstance(values[2], dict):
                start = values[0] if isinstance(values[0], dict) else {}
                found[field] = self.fields(kind, name, start, values[1], values[2], inner)
                continue
            merged = self._value(kind, name, inner, *values)
            if not isinstance(merged, _Missing):
                found[field] = merged
        return found

    def _value(self, kind: PartKind, name: str, field: str, base: _Value, mine: _Value, theirs: _Value) -> _Value:
        if _same(mine, theirs) or _same(theirs, base):
            return mine
        if _same(mine, base):
            return theirs
        conflict = Conflict(
            kind, name, field, *(None if isinstance(one, _Missing) else one for one in (base, mine, theirs))
        )
        self.conflicts.append(conflict)
        return theirs if self._choices.get(conflict.key) is Side.THEIRS else mine


def _same(one: _Value, other: _Value) -> bool:
    return repr(one) == repr(other) if isinstance(one, bool | int | float) else one == other


def _in_order(mine: Iterable[str], theirs: Iterable[str]) -> Iterator[str]:
    """Every name: those of mine in their order, then those that only they have."""
    yield from dict.fromkeys([*mine, *theirs])
