"""Edits of transitions: where they lead, and what stands on them."""

from dataclasses import dataclass
from typing import Literal

from pydantic import TypeAdapter

from engine.document.drafts import Draft, Position
from engine.document.edits.nodes import AddNode, lead_elsewhere
from engine.document.model import Node, Transition
from engine.document.parsing import as_type

_TRANSITION = TypeAdapter(Transition)


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
        lead_elsewhere(draft, old.target, old.source, self.node.id)
        draft.change("transitions", old.id, source=self.node.id, port=self.port, label="")


def _require_ends(draft: Draft, source: str, target: str | None) -> None:
    draft.node(source)
    if target is not None:
        draft.node(target)
