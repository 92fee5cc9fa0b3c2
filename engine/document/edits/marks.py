"""Edits of what only people read: remarks, and frames around nodes."""

from dataclasses import dataclass
from typing import Literal

from engine.document.drafts import Draft, Position
from engine.document.model import Frame, Note


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


def _require_members(draft: Draft, frame: Frame) -> None:
    for node in frame.nodes:
        draft.node(node)
