"""Two edited copies of a document merged, and what each choice at a conflict does to the counts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue

from engine.document.merging import Conflict, Merged, Side, merge
from engine.document.model import Document, Kind
from engine.dossier.ground import ground_of
from engine.dossier.settings import Ground, told_settings
from engine.dossier.speech import Speech
from engine.runner.results import RunResult
from engine.runner.service import run_document
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CountChange:
    """A count that depends on a choice. None stands for a transition that is not there, or not counted."""

    transition: str
    node: str
    label: str
    mine: int | None
    theirs: int | None


@dataclass(frozen=True, slots=True)
class Effect:
    """A conflict, whose value the merged document has, and the counts that are other ones with the other value."""

    conflict: Conflict
    chosen: Side
    decided: bool
    counts: tuple[CountChange, ...] = ()
    reason: str = ""
    """Why nothing could be counted with the other value."""
    mine: str = ""
    """What mine and theirs are, in words."""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class Merging:
    """A merge with its counts: those of the merged document, and what the other choice at each conflict would do."""

    merged: Merged
    result: RunResult
    effects: tuple[Effect, ...]

    @property
    def undecided(self) -> tuple[Conflict, ...]:
        """The conflicts that nobody chose at; mine stands there for the time being."""
        return tuple(one.conflict for one in self.effects if not one.decided)


def merge_documents(
    workspace: Workspace,
    base: Document,
    mine: Document,
    theirs: Document,
    choices: Mapping[str, Side] | None = None,
    as_of: datetime | None = None,
    speech: Speech | None = None,
) -> Merging:
    """Merge two copies and count the outcome of each choice, all at one instant. Errors: those of counting."""
    chosen = dict(choices or {})
    told = tuple((one, ground_of(workspace, one, speech or Speech())) for one in (mine, theirs))
    merged = merge(base, mine, theirs, chosen)
    result = run_document(workspace, merged.document, as_of=as_of)
    effects: list[Effect] = []
    for conflict in merged.conflicts:
        side = chosen.get(conflict.key, Side.MINE)
        turned = {**chosen, conflict.key: Side.MINE if side is Side.THEIRS else Side.THEIRS}
        other = run_document(workspace, merge(base, mine, theirs, turned).document, as_of=as_of)
        sides = (result, other) if side is Side.MINE else (other, result)
        reason = next((problem.what for problem in other.problems if problem.is_error), "")
        words = (
            _in_words(conflict, value, *told[place]) for place, value in enumerate((conflict.mine, conflict.theirs))
        )
        effects.append(Effect(conflict, side, conflict.key in chosen, tuple(_changes(*sides)), reason, *words))
    return Merging(merged, result, tuple(effects))


def _in_words(conflict: Conflict, value: JsonValue, document: Document, ground: Ground) -> str:
    """One side of a conflict: a setting as it is told, anything else as it is written; empty for what is not there."""
    node = document.node_by_id.get(conflict.id)
    area, _, name = conflict.field.partition(".")
    if node is not None and area == "settings" and name:
        lines = told_settings(node, ground, journey=document.kind is Kind.JOURNEY)
        found = next((one.text for one in lines if one.name == name), "")
        if found:
            return found
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _changes(mine: RunResult, theirs: RunResult) -> list[CountChange]:
    old, new = ({one.id: one for one in side.transitions} for side in (mine, theirs))
    found: list[CountChange] = []
    for name in [*old, *(name for name in new if name not in old)]:
        shown = old.get(name) or new[name]
        rows = tuple(None if one is None else one.rows for one in (old.get(name), new.get(name)))
        if rows[0] != rows[1]:
            found.append(CountChange(name, shown.source, shown.label, *rows))
    return found
