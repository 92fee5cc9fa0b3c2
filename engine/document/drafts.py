"""A document being changed in small steps, each of which knows its exact opposite.

Steps name parts by their place in the document's lists, so that undoing them is exact whatever the document looks like:
an id that stands twice, a transition to nowhere and a field that nobody knows all come back as they were. Whether a
change makes sense is for `engine.document.edits` to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, cast

from pydantic import Field, JsonValue, TypeAdapter, ValidationError

from engine.document.model import DeclaredVariable, Document, Frame, Node, Note, Part, Transition
from engine.document.parsing import as_type, require_plain, wrong_shape
from engine.problems import EngineError, Problem
from engine.texts import Text, quoted, say

Position = tuple[float, float]
ListName = Literal["nodes", "transitions", "notes", "frames"]
PropertyName = Literal[
    "name", "description", "zone", "as_of", "dimension", "merge_policy", "seed", "schedule", "execution", "supervisors",
    "variables", "journey",
]  # fmt: skip

LISTS: tuple[ListName, ...] = ("nodes", "transitions", "notes", "frames")
PROPERTIES: tuple[PropertyName, ...] = (
    "name", "description", "zone", "as_of", "dimension", "merge_policy", "seed", "schedule", "execution", "supervisors",
    "variables", "journey",
)  # fmt: skip

_PARTS: Mapping[ListName, TypeAdapter[Any]] = {
    "nodes": TypeAdapter(Node),
    "transitions": TypeAdapter(Transition),
    "notes": TypeAdapter(Note),
    "frames": TypeAdapter(Frame),
}
_WORDS: Mapping[ListName, Text] = {
    "nodes": say("activity"), "transitions": say("transition"), "notes": say("note"), "frames": say("frame"),
}  # fmt: skip
_UNCOUNTED = {
    "nodes": frozenset({"label", "paused", "compact", "accent"}),
    "transitions": frozenset({"label", "points", "label_at"}),
    "notes": frozenset(Note.model_fields),
    "frames": frozenset(Frame.model_fields),
}
"""The fields of a part that no count depends on; nor does any depend on a field that this version does not know."""
_COUNTED_PROPERTIES = frozenset({"zone", "as_of", "dimension", "merge_policy", "seed", "variables", "journey"})


@dataclass(frozen=True, slots=True)
class Change:
    """What was touched, by id or name, and whether any count may differ now."""

    nodes: frozenset[str] = frozenset()
    transitions: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    frames: frozenset[str] = frozenset()
    properties: frozenset[str] = frozenset()
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Put:
    """Insert a part, in its JSON form, at a place of a list."""

    list: ListName
    place: int
    part: dict[str, JsonValue]
    step: Literal["put"] = "put"


@dataclass(frozen=True, slots=True)
class Take:
    """Remove the part at a place of a list; it must be the one of that id."""

    list: ListName
    place: int
    id: str
    step: Literal["take"] = "take"


@dataclass(frozen=True, slots=True)
class Swap:
    """Put another part of the same id at a place of a list."""

    list: ListName
    place: int
    part: dict[str, JsonValue]
    step: Literal["swap"] = "swap"


@dataclass(frozen=True, slots=True)
class Move:
    """Give a node or a note its position, or none."""

    id: str
    position: Position | None
    step: Literal["move"] = "move"


@dataclass(frozen=True, slots=True)
class Assign:
    """Set a property of the whole document."""

    property: PropertyName
    value: JsonValue
    step: Literal["assign"] = "assign"


Step = Annotated[Put | Take | Swap | Move | Assign, Field(discriminator="step")]


@dataclass(slots=True)
class _Touched:
    ids: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in (*LISTS, "properties")})
    counts: bool = False


class Draft:
    """A document's parts while they change. It is thrown away when an edit fails, so that nothing has changed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lists: dict[ListName, list[Any]] = {name: list(getattr(document, name)) for name in LISTS}
        self._places: dict[ListName, dict[str, int]] = {}
        self.layout = dict(document.layout)
        self._properties: dict[str, Any] = {name: getattr(document, name) for name in PROPERTIES}
        self._back: list[Step] = []
        self._touched = _Touched()

    @property
    def nodes(self) -> list[Node]:
        return self._lists["nodes"]

    @property
    def transitions(self) -> list[Transition]:
        return self._lists["transitions"]

    @property
    def frames(self) -> list[Frame]:
        return self._lists["frames"]

    def has(self, name: ListName, part: str) -> bool:
        """Whether a list holds a part of that id."""
        return part in self._index(name)

    def place(self, name: ListName, part: str) -> int:
        """Where the (first) part of that id stands. Errors: unknown-activity, unknown-transition..."""
        place = self._index(name).get(part)
        if place is None:
            word = _WORDS[name]
            raise EngineError(
                Problem(
                    code=f"no-such-{word}",
                    what=say("There is no {word} {part} in this document.", word=word, part=quoted(part)),
                    why="It was removed meanwhile, or never there.",
                    fix="Look at the canvas as it is now, and try again.",
                    values={"id": part},
                )
            )
        return place

    def node(self, node: str) -> Node:
        """Errors: no-such-activity."""
        return self.nodes[self.place("nodes", node)]

    def transition(self, transition: str) -> Transition:
        """Errors: no-such-transition."""
        return self.transitions[self.place("transitions", transition)]

    def _index(self, name: ListName) -> dict[str, int]:
        if name not in self._places:
            parts = self._lists[name]
            self._places[name] = {parts[place].id: place for place in range(len(parts) - 1, -1, -1)}
        return self._places[name]

    def put(self, name: ListName, part: Part, place: int | None = None) -> None:
        """Insert a part; at the end when no place is given. Errors: id-taken, does-not-fit."""
        parts, key = self._lists[name], _id(part)
        if self.has(name, key):
            word = _WORDS[name]
            raise EngineError(
                Problem(
                    code="id-taken",
                    what=say("There is already an {word} {key}.", word=word, key=quoted(key))
                    if name == "nodes"
                    else say("There is already a {word} {key}.", word=word, key=quoted(key)),
                    fix="Give the new one an id of its own.",
                    values={"id": key},
                )
            )
        at = len(parts) if place is None else place
        if not 0 <= at <= len(parts):
            raise _does_not_fit()
        self._insert(name, at, part)

    def _insert(self, name: ListName, place: int, part: Part) -> None:
        parts, key = self._lists[name], _id(part)
        parts.insert(place, part)
        if place == len(parts) - 1 and name in self._places:
            self._places[name].setdefault(key, place)
        else:
            self._places.pop(name, None)
        self._note(name, key, name in {"nodes", "transitions"}, Take(name, place, key))

    def take(self, name: ListName, place: int) -> Any:
        """Remove and return the part at a place."""
        part = self._lists[name].pop(place)
        self._places.pop(name, None)
        self._note(name, part.id, name in {"nodes", "transitions"}, Put(name, place, _raw(part)))
        return part

    def swap(self, name: ListName, place: int, part: Part) -> None:
        """Put another part of the same id at a place."""
        old: Part = self._lists[name][place]
        self._lists[name][place] = part
        fields = type(old).model_fields.keys() - _UNCOUNTED[name]
        counts = any(getattr(old, one) != getattr(part, one) for one in fields)
        self._note(name, _id(old), counts, Swap(name, place, _raw(old)))

    def change(self, name: ListName, part: str, **values: object) -> None:
        """Give some fields of a part new values. Errors: no-such-..., wrong-shape."""
        place = self.place(name, part)
        self.swap(name, place, changed(self._lists[name][place], **values))

    def move(self, name: str, position: Position | None) -> None:
        """Give a node or a note its position, or none."""
        old = self.layout.pop(name, None)
        if position is not None:
            self.layout[name] = position
        kind: ListName = "notes" if self.has("notes", name) and not self.has("nodes", name) else "nodes"
        self._note(kind, name, False, Move(name, old))

    def assign(self, name: PropertyName, value: object) -> None:
        """Set a property of the whole document; its shape is looked at when the draft is finished."""
        old = self._properties[name]
        # Lists come from forms and from JSON; a document holds what cannot change.
        self._properties[name] = tuple(cast("list[object]", value)) if isinstance(value, list) else value
        self._note("properties", name, name in _COUNTED_PROPERTIES, Assign(name, _raw_value(old)))

    def replay(self, step: Step) -> None:
        """Do a step as it was recorded. Errors: does-not-fit, when the document is not the one that it was taken of."""
        match step:
            case Put():
                if not 0 <= step.place <= len(self._lists[step.list]):
                    raise _does_not_fit()
                self._insert(step.list, step.place, as_type(_PARTS[step.list], step.part))
            case Take():
                self._require_at(step.list, step.place, step.id)
                self.take(step.list, step.place)
            case Swap():
                self._require_at(step.list, step.place, step.part.get("id"))
                self.swap(step.list, step.place, as_type(_PARTS[step.list], step.part))
            case Move():
                self.move(step.id, step.position)
            case Assign():
                self.assign(step.property, _value(step))

    def _require_at(self, name: ListName, place: int, key: JsonValue) -> None:
        parts = self._lists[name]
        if not 0 <= place < len(parts) or parts[place].id != key:
            raise _does_not_fit()

    def _note(self, kind: str, key: str, counts: bool, back: Step) -> None:
        self._touched.ids[kind].add(key)
        self._touched.counts = self._touched.counts or counts
        self._back.append(back)

    def finish(self) -> tuple[Document, tuple[Step, ...], Change]:
        """The new document, the steps that lead back, and what changed. Errors: wrong-shape."""
        lists: dict[str, object] = {name: tuple(parts) for name, parts in self._lists.items()}
        values: dict[str, object] = dict(self._document.model_extra or {})
        values.update((name, getattr(self._document, name)) for name in Document.model_fields)
        values.update({**lists, **self._properties, "layout": self.layout})
        ids = self._touched.ids
        change = Change(
            nodes=frozenset(ids["nodes"]),
            transitions=frozenset(ids["transitions"]),
            notes=frozenset(ids["notes"]),
            frames=frozenset(ids["frames"]),
            properties=frozenset(ids["properties"]),
            counts=self._touched.counts,
        )
        return _validated(Document, values), tuple(reversed(self._back)), change


def changed(part: Part, **values: object) -> Any:
    """A copy of a part with other values, which are looked at; unknown fields stay. Errors: wrong-shape."""
    fields = type(part).model_fields
    every = {name: getattr(part, name) for name in fields} | values
    named = {(fields[name].alias or name): value for name, value in every.items()}
    return _validated(type(part), (part.model_extra or {}) | named)


def _validated(model: type[Any], values: Mapping[str, object]) -> Any:
    try:
        return model.model_validate(values, strict=True, by_alias=True, by_name=False)
    except ValidationError as error:
        raise wrong_shape(error) from error


def _id(part: Any) -> str:
    name: str = part.id
    return name


def _raw(part: Part) -> dict[str, JsonValue]:
    return part.model_dump(mode="json", by_alias=True)


def _raw_value(value: object) -> JsonValue:
    if isinstance(value, tuple):
        parts = cast("tuple[DeclaredVariable | str, ...]", value)
        return [one if isinstance(one, str) else _raw(one) for one in parts]
    return cast("JsonValue", value)


def _value(step: Assign) -> object:
    if step.property != "variables":
        return step.value
    return as_type(_VARIABLES, {"variables": step.value})["variables"]


_VARIABLES: TypeAdapter[dict[str, tuple[DeclaredVariable, ...]]] = TypeAdapter(dict[str, tuple[DeclaredVariable, ...]])


def _does_not_fit() -> EngineError:
    return EngineError(
        Problem(
            code="does-not-fit",
            what="This step belongs to another state of the document.",
            fix="Open the document again; nothing was changed.",
        )
    )


def require_storable(value: object) -> None:
    """Refuse values that no file could hold. Errors: those of `parsing.require_plain`."""
    require_plain(value, deepest=MOST_NESTED)


MOST_NESTED = 140
"""How deep an edit's values may nest, so that the document around them stays within what can be read."""
