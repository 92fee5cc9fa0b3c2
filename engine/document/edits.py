"""Edits as values, and what they do to a document. Pure: the old document stays, and the inverse restores it exactly.

A window's undo stack and a journal hold edits; nothing else ever changes a document.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter

from engine.document.model import DeclaredVariable, Document, Frame, Node, Note, Transition
from engine.problems import EngineError, Problem


class EditPart(BaseModel):
    """A frozen edit; it has a JSON form for the journal."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, context: object, /) -> None:
        """The journal leaves out what was never set, so that a node comes back as it was; the kind is always said."""
        del context
        self.model_fields_set.add("kind")


class PutNode(EditPart):
    """Add a node, or replace the one of its id. `place` is its position in the document's list; the end by default."""

    kind: Literal["put-node"] = "put-node"
    node: Node
    place: int | None = None


class DropNode(EditPart):
    """Remove a node alone. Its transitions and its position stay; see `remove_nodes`."""

    kind: Literal["drop-node"] = "drop-node"
    node: str


class PutTransition(EditPart):
    """Add a transition, or replace the one of its id."""

    kind: Literal["put-transition"] = "put-transition"
    transition: Transition
    place: int | None = None


class DropTransition(EditPart):
    """Remove a transition."""

    kind: Literal["drop-transition"] = "drop-transition"
    transition: str


class SetSetting(EditPart):
    """Set one setting of a node; `absent` removes it."""

    kind: Literal["set-setting"] = "set-setting"
    node: str
    name: str
    value: JsonValue = None
    absent: bool = False


class Move(EditPart):
    """Put nodes somewhere on the canvas; None takes a node's position away."""

    kind: Literal["move"] = "move"
    positions: dict[str, tuple[float, float] | None]


class SetProperty(EditPart):
    """Set what holds for the whole document; `absent` removes it."""

    kind: Literal["set-property"] = "set-property"
    name: Literal["name", "description", "zone", "as_of", "dimension", "seed", "schedule"]
    value: JsonValue = None
    absent: bool = False


class SetVariables(EditPart):
    """Replace the document's variables."""

    kind: Literal["set-variables"] = "set-variables"
    variables: tuple[DeclaredVariable, ...]


class SetNotes(EditPart):
    """Replace the remarks and frames on the canvas."""

    kind: Literal["set-notes"] = "set-notes"
    notes: tuple[Note, ...]
    frames: tuple[Frame, ...]


class Batch(EditPart):
    """Several edits as one step."""

    kind: Literal["batch"] = "batch"
    edits: tuple["Edit", ...]


Edit = Annotated[
    PutNode
    | DropNode
    | PutTransition
    | DropTransition
    | SetSetting
    | Move
    | SetProperty
    | SetVariables
    | SetNotes
    | Batch,
    Field(discriminator="kind"),
]
Batch.model_rebuild()
_ADAPTER: TypeAdapter[Edit] = TypeAdapter(Edit)

_COUNTED = frozenset({"zone", "as_of", "seed", "dimension"})


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit touched, and whether any count may differ after it."""

    nodes: frozenset[str] = frozenset()
    transitions: frozenset[str] = frozenset()
    counts: bool = False

    def __or__(self, other: "Change") -> "Change":
        return Change(self.nodes | other.nodes, self.transitions | other.transitions, self.counts or other.counts)


@dataclass(frozen=True, slots=True)
class Applied:
    """The new document, the edit that restores the old one exactly, and what changed."""

    document: Document
    inverse: Edit
    change: Change


def edit_to_json(edit: Edit) -> JsonValue:
    """The edit as a journal keeps it."""
    value: JsonValue = _ADAPTER.dump_python(edit, mode="json", by_alias=True, exclude_unset=True)
    return value


def edit_from_json(value: JsonValue) -> Edit:
    """The edit that a journal kept. Errors: pydantic's, for what is none."""
    return _ADAPTER.validate_python(value)


def apply(document: Document, edit: Edit) -> Applied:  # noqa: C901 - one case per kind of edit
    """The document after an edit. Errors: no-such-node, no-such-transition; nothing has changed then."""
    match edit:
        case PutNode():
            return _put_node(document, edit)
        case DropNode():
            return _drop_node(document, edit)
        case PutTransition():
            return _put_transition(document, edit)
        case DropTransition():
            place = _place([one.id for one in document.transitions], edit.transition, "transition")
            old = document.transitions[place]
            kept = (*document.transitions[:place], *document.transitions[place + 1 :])
            change = Change(_ends(old), frozenset({old.id}), counts=True)
            return Applied(_with(document, transitions=kept), PutTransition(transition=old, place=place), change)
        case SetSetting():
            return _set_setting(document, edit)
        case Move():
            return _move(document, edit)
        case SetProperty():
            return _set_property(document, edit)
        case SetVariables():
            inverse = SetVariables(variables=document.variables)
            return Applied(_with(document, variables=edit.variables), inverse, Change(counts=True))
        case SetNotes():
            inverse_notes = SetNotes(notes=document.notes, frames=document.frames)
            return Applied(_with(document, notes=edit.notes, frames=edit.frames), inverse_notes, Change())
        case Batch():
            return _batch(document, edit)


def remove_nodes(document: Document, names: Iterable[str]) -> Batch:
    """The edit that removes nodes with all their transitions and positions."""
    gone = list(names)
    edits: list[Edit] = [
        DropTransition(transition=one.id) for one in document.transitions if one.source in gone or one.target in gone
    ]
    edits += [DropNode(node=one) for one in gone]
    placed = [one for one in gone if one in document.layout]
    if placed:
        edits.append(Move(positions=dict.fromkeys(placed)))
    return Batch(edits=tuple(edits))


def remove_and_heal(document: Document, name: str) -> Batch:
    """The edit that removes a node and leads what entered it to what followed it."""
    entering, leaving = document.inbound.get(name, ()), document.outbound.get(name, ())
    healed: list[Edit] = list(remove_nodes(document, [name]).edits)
    for arrow, following in zip(entering, leaving, strict=False):
        healed.append(PutTransition(transition=arrow.model_copy(update={"target": following.target})))
    return Batch(edits=tuple(healed))


def insert_on(document: Document, transition: str, node: Node, port: str = "result") -> Batch:
    """The edit that puts a node on a transition; its count label stays on the first half."""
    place = _place([one.id for one in document.transitions], transition, "transition")
    old = document.transitions[place]
    taken = {one.id for one in document.transitions}
    fresh = next(name for number in range(1, len(taken) + 2) if (name := f"{transition}-{number}") not in taken)
    second = Transition.model_validate({"id": fresh, "from": node.id, "port": port, "to": old.target})
    first = old.model_copy(update={"target": node.id})
    return Batch(edits=(PutNode(node=node), PutTransition(transition=first), PutTransition(transition=second)))


def paste(document: Document, nodes: Iterable[Node], transitions: Iterable[Transition]) -> Batch:
    """The edit that adds copies of nodes under new ids, with the transitions among them."""
    taken, edits, renamed = set(document.node_by_id), list[Edit](), dict[str, str]()
    for node in nodes:
        name = _fresh(node.id, taken)
        taken.add(name)
        renamed[node.id] = name
        edits.append(PutNode(node=node.model_copy(update={"id": name})))
    arrows = {one.id for one in document.transitions}
    for arrow in transitions:
        if arrow.source in renamed and arrow.target in renamed:
            name = _fresh(arrow.id, arrows)
            arrows.add(name)
            ends = {"id": name, "source": renamed[arrow.source], "target": renamed[arrow.target]}
            edits.append(PutTransition(transition=arrow.model_copy(update=ends)))
    return Batch(edits=tuple(edits))


def _fresh(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    return next(found for number in range(2, len(taken) + 3) if (found := f"{name}-{number}") not in taken)


def _with(document: Document, **values: object) -> Document:
    """A copy with other parts, and without what was derived from the old ones."""
    copy = document.model_copy(update=values)
    for cached in ("node_by_id", "inbound", "outbound"):
        vars(copy).pop(cached, None)
    return copy


def _place(names: list[str], name: str, kind: str) -> int:
    if name not in names:
        raise EngineError(
            Problem(code=f"no-such-{kind}", what=f"There is no {kind} {name!r}.", fix="Undo, or reload the document.")
        )
    return names.index(name)


def _ends(transition: Transition) -> frozenset[str]:
    return frozenset(end for end in (transition.source, transition.target) if end is not None)


def _put_node(document: Document, edit: PutNode) -> Applied:
    names = [one.id for one in document.nodes]
    change = Change(frozenset({edit.node.id}), counts=True)
    if edit.node.id in names:
        place = names.index(edit.node.id)
        old = document.nodes[place]
        nodes = (*document.nodes[:place], edit.node, *document.nodes[place + 1 :])
        only_label = old.model_copy(update={"label": edit.node.label}) == edit.node
        if only_label:
            change = Change(frozenset({edit.node.id}))
        return Applied(_with(document, nodes=nodes), PutNode(node=old), change)
    place = len(names) if edit.place is None else min(edit.place, len(names))
    nodes = (*document.nodes[:place], edit.node, *document.nodes[place:])
    return Applied(_with(document, nodes=nodes), DropNode(node=edit.node.id), change)


def _drop_node(document: Document, edit: DropNode) -> Applied:
    place = _place([one.id for one in document.nodes], edit.node, "node")
    nodes = (*document.nodes[:place], *document.nodes[place + 1 :])
    inverse = PutNode(node=document.nodes[place], place=place)
    return Applied(_with(document, nodes=nodes), inverse, Change(frozenset({edit.node}), counts=True))


def _put_transition(document: Document, edit: PutTransition) -> Applied:
    names = [one.id for one in document.transitions]
    change = Change(_ends(edit.transition), frozenset({edit.transition.id}), counts=True)
    if edit.transition.id in names:
        place = names.index(edit.transition.id)
        old = document.transitions[place]
        found = (*document.transitions[:place], edit.transition, *document.transitions[place + 1 :])
        if old.model_copy(update={"label": edit.transition.label}) == edit.transition:
            change = Change(transitions=frozenset({old.id}))
        else:
            change |= Change(_ends(old))
        return Applied(_with(document, transitions=found), PutTransition(transition=old), change)
    place = len(names) if edit.place is None else min(edit.place, len(names))
    found = (*document.transitions[:place], edit.transition, *document.transitions[place:])
    return Applied(_with(document, transitions=found), DropTransition(transition=edit.transition.id), change)


def _set_setting(document: Document, edit: SetSetting) -> Applied:
    place = _place([one.id for one in document.nodes], edit.node, "node")
    old = document.nodes[place]
    settings = dict(old.settings)
    settings.pop(edit.name, None) if edit.absent else settings.update({edit.name: edit.value})
    node = old.model_copy(update={"settings": settings})
    applied = _put_node(document, PutNode(node=node))
    return Applied(applied.document, PutNode(node=old), Change(frozenset({edit.node}), counts=True))


def _move(document: Document, edit: Move) -> Applied:
    layout = dict(document.layout)
    before: dict[str, tuple[float, float] | None] = {name: layout.get(name) for name in edit.positions}
    for name, at in edit.positions.items():
        if at is None:
            layout.pop(name, None)
        else:
            layout[name] = at
    order = list(document.layout.items())
    inverse: Edit = Move(positions=before)
    if any(at is None for at in edit.positions.values()):
        cleared = Move(positions=dict.fromkeys(layout))
        inverse = Batch(edits=(cleared, Move(positions=dict(order))))
    return Applied(_with(document, layout=layout), inverse, Change(frozenset(edit.positions)))


def _set_property(document: Document, edit: SetProperty) -> Applied:
    was_set = edit.name in document.model_fields_set
    inverse = SetProperty(name=edit.name, value=getattr(document, edit.name), absent=not was_set)
    default = Document.model_fields[edit.name].get_default(call_default_factory=True)
    changed = _with(document, **{edit.name: default if edit.absent else edit.value})
    if edit.absent:
        changed.model_fields_set.discard(edit.name)
    return Applied(changed, inverse, Change(counts=edit.name in _COUNTED))


def _batch(document: Document, batch: Batch) -> Applied:
    inverses: list[Edit] = []
    change = Change()
    for edit in batch.edits:
        applied = apply(document, edit)
        document, change = applied.document, change | applied.change
        inverses.append(applied.inverse)
    return Applied(document, Batch(edits=tuple(reversed(inverses))), change)
