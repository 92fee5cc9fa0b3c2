"""Edits as values, and what they do to a document. Pure: the old document stays, and the inverse restores it exactly.

An undo stack and a journal hold edits; nothing else ever changes a document. An edit that does not make sense is
refused before anything has changed. What makes sense is a matter of the graph alone: that a node may not have a second
input, or that a cycle cannot run, is for the check to say, so that a half-drawn canvas can be saved.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, JsonValue, TypeAdapter

from engine.document.drafts import Change, Draft, PropertyName, Step, require_storable
from engine.document.edits.marks import AddFrame, AddNote, RemoveFrame, RemoveNote, SetFrame, SetNote
from engine.document.edits.nodes import (
    AddNode,
    MoveNodes,
    RemoveAndHeal,
    RemoveNodes,
    ReplaceNode,
    SetDisabled,
    SetLabel,
    SetPaused,
    SetSetting,
    SetSettings,
)
from engine.document.edits.transitions import (
    Connect,
    Disconnect,
    InsertOnTransition,
    Reconnect,
    SetTransition,
    SetTransitionLabel,
)
from engine.document.fragments import Fragment
from engine.document.model import DeclaredVariable, Document
from engine.document.parsing import as_type
from engine.problems import EngineError, Problem

__all__ = [
    "AddFrame",
    "AddNode",
    "AddNote",
    "Applied",
    "Batch",
    "Connect",
    "Disconnect",
    "Edit",
    "InsertOnTransition",
    "MoveNodes",
    "Paste",
    "Reconnect",
    "RemoveAndHeal",
    "RemoveFrame",
    "RemoveNodes",
    "RemoveNote",
    "ReplaceNode",
    "Restore",
    "SetDisabled",
    "SetFrame",
    "SetLabel",
    "SetNote",
    "SetPaused",
    "SetProperty",
    "SetSetting",
    "SetSettings",
    "SetTransition",
    "SetTransitionLabel",
    "SetVariables",
    "apply",
    "from_json",
    "to_json",
]


@dataclass(frozen=True, slots=True)
class SetProperty:
    """Set what holds for the whole document."""

    name: PropertyName
    value: JsonValue
    edit: Literal["set-property"] = "set-property"

    def on(self, draft: Draft) -> None:
        if self.name == "variables":
            what = "Variables are set as a whole."
            raise EngineError(Problem(code="wrong-shape", what=what, fix="Use SetVariables."))
        draft.assign(self.name, self.value)


@dataclass(frozen=True, slots=True)
class SetVariables:
    """Replace the variables."""

    variables: tuple[DeclaredVariable, ...]
    edit: Literal["set-variables"] = "set-variables"

    def on(self, draft: Draft) -> None:
        draft.assign("variables", self.variables)


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
