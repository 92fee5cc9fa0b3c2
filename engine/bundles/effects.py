"""Two edited copies of a document merged, and what each choice at a conflict does to the counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from engine.document.merging import Conflict, Merged, Side, merge
from engine.document.model import Document
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


def merge_counted(
    workspace: Workspace,
    base: Document,
    mine: Document,
    theirs: Document,
    choices: Mapping[str, Side] | None = None,
    as_of: datetime | None = None,
) -> Merging:
    """Merge two copies and count the outcome of each choice, all at one instant. Errors: those of counting."""
    chosen = dict(choices or {})
    merged = merge(base, mine, theirs, chosen)
    result = run_document(workspace, merged.document, as_of=as_of)
    effects: list[Effect] = []
    for conflict in merged.conflicts:
        side = chosen.get(conflict.key, Side.MINE)
        turned = {**chosen, conflict.key: Side.MINE if side is Side.THEIRS else Side.THEIRS}
        other = run_document(workspace, merge(base, mine, theirs, turned).document, as_of=as_of)
        sides = (result, other) if side is Side.MINE else (other, result)
        reason = next((problem.what for problem in other.problems if problem.is_error), "")
        effects.append(Effect(conflict, side, conflict.key in chosen, tuple(_changes(*sides)), reason))
    return Merging(merged, result, tuple(effects))


def _changes(mine: RunResult, theirs: RunResult) -> list[CountChange]:
    old, new = ({one.id: one for one in side.transitions} for side in (mine, theirs))
    found: list[CountChange] = []
    for name in [*old, *(name for name in new if name not in old)]:
        shown = old.get(name) or new[name]
        rows = tuple(None if one is None else one.rows for one in (old.get(name), new.get(name)))
        if rows[0] != rows[1]:
            found.append(CountChange(name, shown.source, shown.label, *rows))
    return found
