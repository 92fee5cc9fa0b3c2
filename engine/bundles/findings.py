"""What a dry run finds: one thing of a bundle each, how it stands to the workspace, and what can be done about it."""

from dataclasses import dataclass, field
from enum import StrEnum

from engine.bundles.renaming import Renames
from engine.texts import say


class State(StrEnum):
    """How a thing in the bundle stands to the workspace."""

    SAME = "same"
    NEW = "new"
    DIFFERENT = "different"
    CLASH = "clash"
    UNKNOWN = "unknown"


class Do(StrEnum):
    """What an import does with a thing."""

    NOTHING = "nothing"
    CREATE = "create"
    KEEP = "keep"
    REPLACE = "replace"
    UPDATE = "update"
    BESIDE = "beside"
    SKIP = "skip"
    MAP = "map"


_MEANING = {
    Do.NOTHING: say("Nothing has to be done."),
    Do.CREATE: say("It is added."),
    Do.KEEP: say("What is here stays as it is; counts may differ."),
    Do.REPLACE: say("What is here is replaced by what the bundle holds."),
    Do.UPDATE: say("Its logic becomes a new version of the document here; name, places and looks stay."),
    Do.BESIDE: say("It is added under a new name, beside the one here."),
    Do.SKIP: say("It is left out."),
    Do.MAP: say("Another one that is here is meant instead; the documents are written anew with its name."),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing of the bundle. `kind` is one of document, table, link, dimension, filter, object, audience, rows,
    node-type, column (table/column), value (table/column/value); `choices` are in the order in which they are offered,
    `chosen` is what will be done."""

    kind: str
    name: str
    state: State
    what: str
    choices: tuple[Do, ...] = (Do.NOTHING,)
    chosen: Do = Do.NOTHING
    details: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    """What it may be mapped to, the best matches first; `target` is what it is mapped to."""
    target: str = ""

    @property
    def decision(self) -> str:
        """What was decided, as choices are written: "keep", or "map:recipients"."""
        return f"{self.chosen.value}:{self.target}" if self.chosen is Do.MAP else self.chosen.value

    @property
    def key(self) -> str:
        """How a choice about it is named and remembered."""
        return f"{self.kind}:{self.name}"

    def effect(self, choice: Do) -> str:
        """What a choice does, as a sentence."""
        return _MEANING[choice]


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, those that ask for a decision first."""

    title: str
    findings: tuple[Finding, ...]
    renames: Renames = field(default_factory=Renames)

    def of(self, kind: str) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.kind == kind)

    def choice(self, kind: str, name: str) -> Do:
        """What will be done with a thing."""
        return next((one.chosen for one in self.findings if one.kind == kind and one.name == name), Do.SKIP)
