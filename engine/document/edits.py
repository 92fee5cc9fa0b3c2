"""Edits as values, and what they do to a document. Pure: the old document stays, and the inverse restores it exactly.

An undo stack and a journal hold edits; nothing else ever changes a document. An edit that does not make sense is
refused before anything has changed. What makes sense is a matter of the graph alone: that a node may not have a second
input, or that a cycle cannot run, is for the check to say, so that a half-drawn canvas can be saved.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, JsonValue, TypeAdapter

from engine.document.drafts import Change, Draft, Position, PropertyName, Step, require_storable
from engine.document.fragments import Fragment, renamed
from engine.document.model import DeclaredVariable, Document, Frame, Node, Note, Transition
from engine.document.parsing import as_type
from engine.problems import EngineError, Problem
from engine.texts import quoted, say


@dataclass(frozen=True, slots=True)
class AddNode:
    """Add a node; at the end of the document's list when no place is given."""

    node: Node
    position: Position | None = None
    place: int | None = None
    edit: Literal["add-node"] = "add-node"

    def on(self, draft: Draft) -> None:
        draft.put("nodes", self.node, self.place)
        if self.position is not None:
            draft.move(self.node.id, self.position)


@dataclass(frozen=True, slots=True)
class RemoveNodes:
    """Remove nodes with their transitions, their positions and their places in frames."""

    nodes: tuple[str, ...]
    edit: Literal["remove-nodes"] = "remove-nodes"

    def on(self, draft: Draft) -> None:
        _remove(draft, self.nodes)


@dataclass(frozen=True, slots=True)
class RemoveAndHeal:
    """Remove a node and lead what entered it to what followed it.

    `keep` names the outgoing transition whose path goes on; it is needed where several lead on. A single transition
    that enters gives way to it, so that the next node still finds the transition that its settings speak of.
    """

    node: str
    keep: str | None = None
    edit: Literal["remove-and-heal"] = "remove-and-heal"

    def on(self, draft: Draft) -> None:
        draft.node(self.node)
        entering = [one for one in draft.transitions if one.target == self.node and one.source != self.node]
        onward = self._onward(draft)
        if onward is not None and len(entering) == 1:
            (arrow,) = entering
            joined = {"source": arrow.source, "port": arrow.port, "label": arrow.label}
            _lead_elsewhere(draft, onward.target, self.node, arrow.source)
            draft.change("transitions", onward.id, **joined)
            draft.take("transitions", draft.place("transitions", arrow.id))
        else:
            for arrow in entering:
                draft.change("transitions", arrow.id, target=onward.target if onward else None)
        _remove(draft, (self.node,))

    def _onward(self, draft: Draft) -> Transition | None:
        leaving = [one for one in draft.transitions if one.source == self.node and one.target not in {None, self.node}]
        if self.keep is not None:
            leaving = [one for one in leaving if one.id == self.keep]
        if len(leaving) > 1 or (self.keep is not None and not leaving):
            raise _refused(
                "cannot-heal",
                say("It is not clear which path should go on after {node}.", node=quoted(self.node)),
                "Choose one of the transitions that leave it, or remove the others first.",
                self.node,
            )
        return leaving[0] if leaving else None


@dataclass(frozen=True, slots=True)
class ReplaceNode:
    """Put another node of the same id in its place; its transitions stay."""

    node: Node
    edit: Literal["replace-node"] = "replace-node"

    def on(self, draft: Draft) -> None:
        draft.swap("nodes", draft.place("nodes", self.node.id), self.node)


@dataclass(frozen=True, slots=True)
class SetSettings:
    """Replace the settings of a node; `version` says their format where it changes."""

    node: str
    settings: dict[str, JsonValue]
    version: int | None = None
    edit: Literal["set-settings"] = "set-settings"

    def on(self, draft: Draft) -> None:
        version = draft.node(self.node).version if self.version is None else self.version
        draft.change("nodes", self.node, settings=self.settings, version=version)


@dataclass(frozen=True, slots=True)
class SetSetting:
    """Set one setting of a node; `absent` takes it back to its default. The others keep their order."""

    node: str
    field: str
    value: JsonValue = None
    absent: bool = False
    edit: Literal["set-setting"] = "set-setting"

    def on(self, draft: Draft) -> None:
        settings = dict(draft.node(self.node).settings)
        if self.absent:
            settings.pop(self.field, None)
        else:
            settings[self.field] = self.value
        draft.change("nodes", self.node, settings=settings)


@dataclass(frozen=True, slots=True)
class SetLabel:
    """Rename a node."""

    node: str
    label: str
    edit: Literal["set-label"] = "set-label"

    def on(self, draft: Draft) -> None:
        draft.change("nodes", self.node, label=self.label)


@dataclass(frozen=True, slots=True)
class SetDisabled:
    """Switch a node, and so all that follows on its path, off or on."""

    node: str
    disabled: bool
    edit: Literal["set-disabled"] = "set-disabled"

    def on(self, draft: Draft) -> None:
        draft.change("nodes", self.node, disabled=self.disabled)


@dataclass(frozen=True, slots=True)
class SetPaused:
    """Set or remove the break point before a node."""

    node: str
    paused: bool
    edit: Literal["set-paused"] = "set-paused"

    def on(self, draft: Draft) -> None:
        draft.change("nodes", self.node, paused=self.paused)


@dataclass(frozen=True, slots=True)
class MoveNodes:
    """Put nodes and notes somewhere on the canvas; None leaves the place to the layout."""

    positions: dict[str, Position | None]
    edit: Literal["move-nodes"] = "move-nodes"

    def on(self, draft: Draft) -> None:
        for name, position in self.positions.items():
            if not draft.has("notes", name):
                draft.node(name)
            draft.move(name, position)


@dataclass(frozen=True, slots=True)
class Connect:
    """Add a transition between nodes that are there, or from one to nowhere yet."""

    transition: Transition
    place: int | None = None
    edit: Literal["connect"] = "connect"

    def on(self, draft: Draft) -> None:
        _require_ends(draft, self.transition.source, self.transition.target)
        draft.put("transitions", self.transition, self.place)


@dataclass(frozen=True, slots=True)
class Disconnect:
    """Remove a transition."""

    transition: str
    edit: Literal["disconnect"] = "disconnect"

    def on(self, draft: Draft) -> None:
        draft.take("transitions", draft.place("transitions", self.transition))


@dataclass(frozen=True, slots=True)
class Reconnect:
    """Give a transition other ends; it keeps its id and its label."""

    transition: str
    source: str
    port: str
    target: str | None
    edit: Literal["reconnect"] = "reconnect"

    def on(self, draft: Draft) -> None:
        draft.transition(self.transition)
        _require_ends(draft, self.source, self.target)
        draft.change("transitions", self.transition, source=self.source, port=self.port, target=self.target)


@dataclass(frozen=True, slots=True)
class SetTransitionLabel:
    """Rename a transition."""

    transition: str
    label: str
    edit: Literal["set-transition-label"] = "set-transition-label"

    def on(self, draft: Draft) -> None:
        draft.change("transitions", self.transition, label=self.label)


@dataclass(frozen=True, slots=True)
class SetTransition:
    """Replace the transition of that id: its ends, its label and how it is drawn."""

    transition: Transition
    edit: Literal["set-transition"] = "set-transition"

    def on(self, draft: Draft) -> None:
        _require_ends(draft, self.transition.source, self.transition.target)
        draft.swap("transitions", draft.place("transitions", self.transition.id), self.transition)


@dataclass(frozen=True, slots=True)
class InsertOnTransition:
    """Put a new node on a transition. The population enters by a new one and leaves by `port`.

    The old transition keeps its id and leads on from the new node, because the settings of the next node may speak of
    it. Its label tells what leaves the first node, so it moves to the new transition, of id `entering`.
    """

    transition: str
    node: Node
    entering: str
    port: str = "result"
    position: Position | None = None
    edit: Literal["insert-on-transition"] = "insert-on-transition"

    def on(self, draft: Draft) -> None:
        place = draft.place("transitions", self.transition)
        old = draft.transitions[place]
        AddNode(self.node, self.position).on(draft)
        first = {"id": self.entering, "from": old.source, "port": old.port, "to": self.node.id, "label": old.label}
        draft.put("transitions", as_type(_TRANSITION, first), place)
        _lead_elsewhere(draft, old.target, old.source, self.node.id)
        draft.change("transitions", old.id, source=self.node.id, port=self.port, label="")


@dataclass(frozen=True, slots=True)
class SetProperty:
    """Set what holds for the whole document."""

    name: PropertyName
    value: JsonValue
    edit: Literal["set-property"] = "set-property"

    def on(self, draft: Draft) -> None:
        if self.name == "variables":
            raise _refused("wrong-shape", "Variables are set as a whole.", "Use SetVariables.")
        draft.assign(self.name, self.value)


@dataclass(frozen=True, slots=True)
class SetVariables:
    """Replace the variables."""

    variables: tuple[DeclaredVariable, ...]
    edit: Literal["set-variables"] = "set-variables"

    def on(self, draft: Draft) -> None:
        draft.assign("variables", self.variables)


@dataclass(frozen=True, slots=True)
class AddNote:
    """Add a remark."""

    note: Note
    position: Position | None = None
    edit: Literal["add-note"] = "add-note"

    def on(self, draft: Draft) -> None:
        draft.put("notes", self.note)
        if self.position is not None:
            draft.move(self.note.id, self.position)


@dataclass(frozen=True, slots=True)
class RemoveNote:
    """Remove a remark and its position."""

    note: str
    edit: Literal["remove-note"] = "remove-note"

    def on(self, draft: Draft) -> None:
        place = draft.place("notes", self.note)
        if self.note in draft.layout and not draft.has("nodes", self.note):
            draft.move(self.note, None)
        draft.take("notes", place)


@dataclass(frozen=True, slots=True)
class SetNote:
    """Replace the remark of that id."""

    note: Note
    edit: Literal["set-note"] = "set-note"

    def on(self, draft: Draft) -> None:
        draft.swap("notes", draft.place("notes", self.note.id), self.note)


@dataclass(frozen=True, slots=True)
class AddFrame:
    """Add a frame around nodes."""

    frame: Frame
    edit: Literal["add-frame"] = "add-frame"

    def on(self, draft: Draft) -> None:
        _require_members(draft, self.frame)
        draft.put("frames", self.frame)


@dataclass(frozen=True, slots=True)
class RemoveFrame:
    """Remove a frame; the nodes in it stay."""

    frame: str
    edit: Literal["remove-frame"] = "remove-frame"

    def on(self, draft: Draft) -> None:
        draft.take("frames", draft.place("frames", self.frame))


@dataclass(frozen=True, slots=True)
class SetFrame:
    """Replace the frame of that id."""

    frame: Frame
    edit: Literal["set-frame"] = "set-frame"

    def on(self, draft: Draft) -> None:
        _require_members(draft, self.frame)
        draft.swap("frames", draft.place("frames", self.frame.id), self.frame)


@dataclass(frozen=True, slots=True)
class Paste:
    """Add a fragment whose ids are new here; `fragments.with_new_ids` sees to that."""

    fragment: Fragment
    edit: Literal["paste"] = "paste"

    def on(self, draft: Draft) -> None:
        for node in self.fragment.nodes:
            draft.put("nodes", node)
        for transition in self.fragment.transitions:
            Connect(transition).on(draft)
        MoveNodes(dict(self.fragment.layout)).on(draft)


@dataclass(frozen=True, slots=True)
class Batch:
    """Several edits as one step: all of them happen, or none."""

    edits: tuple["Edit", ...]
    edit: Literal["batch"] = "batch"

    def on(self, draft: Draft) -> None:
        for edit in self.edits:
            edit.on(draft)


@dataclass(frozen=True, slots=True)
class Restore:
    """What undoes an edit: its steps, backwards. It is meant for the document that the edit made."""

    steps: tuple[Step, ...]
    edit: Literal["restore"] = "restore"

    def on(self, draft: Draft) -> None:
        for step in self.steps:
            draft.replay(step)


Edit = Annotated[
    AddNode | RemoveNodes | RemoveAndHeal | ReplaceNode | SetSettings | SetSetting | SetLabel | SetDisabled | SetPaused
    | MoveNodes | Connect | Disconnect | Reconnect | SetTransitionLabel | SetTransition | InsertOnTransition
    | SetProperty | SetVariables | AddNote | RemoveNote | SetNote | AddFrame | RemoveFrame | SetFrame | Paste | Batch
    | Restore,
    Field(discriminator="edit"),
]  # fmt: skip

_EDIT: TypeAdapter[Edit] = TypeAdapter(Edit)
_TRANSITION = TypeAdapter(Transition)


@dataclass(frozen=True, slots=True)
class Applied:
    """The new document, the edit that restores the old one exactly, and what changed."""

    document: Document
    inverse: Edit
    change: Change


def apply(document: Document, edit: Edit) -> Applied:
    """The document after an edit.

    Errors, and then nothing has changed: no-such-activity, no-such-transition, no-such-note, no-such-frame, id-taken,
    cannot-heal, wrong-shape, does-not-fit, and those of `parsing.require_plain`.
    """
    require_storable(_EDIT.dump_python(edit, by_alias=True, warnings=False))
    draft = Draft(document)
    edit.on(draft)
    after, steps, change = draft.finish()
    return Applied(after, Restore(steps), change)


def to_json(edit: Edit) -> dict[str, JsonValue]:
    """The edit as a journal keeps it."""
    value: dict[str, JsonValue] = _EDIT.dump_python(edit, mode="json", by_alias=True)
    return value


def from_json(value: Mapping[str, JsonValue]) -> Edit:
    """The edit that a journal kept. Errors: wrong-shape."""
    return as_type(_EDIT, value)


def _lead_elsewhere(draft: Draft, target: str | None, old: str, new: str) -> None:
    """Let the settings of a node speak of `new` where they spoke of `old`, the node that its population came from."""
    if target is None or not draft.has("nodes", target):
        return
    settings = draft.node(target).settings
    following = renamed(settings, {old: new})
    if following != settings:
        draft.change("nodes", target, settings=following)


def _remove(draft: Draft, nodes: Collection[str]) -> None:
    gone = {*nodes}
    places = sorted({draft.place("nodes", node) for node in gone}, reverse=True)
    for place in range(len(draft.transitions) - 1, -1, -1):
        if draft.transitions[place].source in gone or draft.transitions[place].target in gone:
            draft.take("transitions", place)
    for frame in draft.frames:
        if gone & {*frame.nodes}:
            draft.change("frames", frame.id, nodes=tuple(node for node in frame.nodes if node not in gone))
    for node in nodes:
        if node in draft.layout:
            draft.move(node, None)
    for place in places:
        draft.take("nodes", place)


def _require_ends(draft: Draft, source: str, target: str | None) -> None:
    draft.node(source)
    if target is not None:
        draft.node(target)


def _require_members(draft: Draft, frame: Frame) -> None:
    for node in frame.nodes:
        draft.node(node)


def _refused(code: str, what: str, fix: str, node: str | None = None) -> EngineError:
    return EngineError(Problem(code=code, what=what, fix=fix, node=node))
