"""Edits of nodes: that they are there, their settings, what they are called and where they stand."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from pydantic import JsonValue

from engine.document.drafts import Draft, Position
from engine.document.fragments import renamed
from engine.document.model import Node, Transition
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
            lead_elsewhere(draft, onward.target, self.node, arrow.source)
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
            what = say("It is not clear which path should go on after {node}.", node=quoted(self.node))
            fix = "Choose one of the transitions that leave it, or remove the others first."
            raise EngineError(Problem(code="cannot-heal", what=what, fix=fix, node=self.node))
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


def lead_elsewhere(draft: Draft, target: str | None, old: str, new: str) -> None:
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
