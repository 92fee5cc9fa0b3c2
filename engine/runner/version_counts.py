"""Two versions of a document counted at one instant: who came, who went and who stayed at each output."""

from dataclasses import dataclass
from datetime import datetime

from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.clock import clock_of
from engine.runner.comparing import Comparison, compare
from engine.runner.populations import StoredPopulation, find_population
from engine.runner.results import RunResult, TransitionResult
from engine.runner.service import run_document
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OutputChange:
    """An output of a node, by its port. Records count once. What is only in one version came or went as a whole.

    `comparison` holds the people where both versions have this output and count the same unit; else `alone` is the
    population of the one that has it. `reason` says why nothing could be compared.
    """

    node: str
    port: str
    label: str
    unit: str
    came: int = 0
    went: int = 0
    stayed: int = 0
    comparison: Comparison | None = None
    alone: StoredPopulation | None = None
    reason: str = ""

    def people(self, fate: str) -> StoredPopulation | None:
        """Those who "came", "went" or "stayed", as a population to look at; None where there is nobody."""
        if self.comparison is not None:
            members = {"came": (False, True), "went": (True, False), "stayed": (True, True)}[fate]
            return self.comparison.open(members)
        return self.alone if {"came": self.came, "went": self.went, "stayed": self.stayed}[fate] else None


def compare_versions(
    workspace: Workspace, before: Document, after: Document, *, as_of: datetime | None = None
) -> tuple[OutputChange, ...]:
    """Every output of either version, in the order of the later one; both are counted first. Errors: Cancelled."""
    instant = as_of or clock_of(after).now
    results = tuple(run_document(workspace, one, as_of=instant) for one in (before, after))
    known = tuple(_outputs(result) for result in results)
    found: list[OutputChange] = []
    for key in [*known[1], *(key for key in known[0] if key not in known[1])]:
        sides = tuple(outputs.get(key) for outputs in known)
        found.append(_changed(workspace, (before, after), key, sides, instant))
    return tuple(found)


def _outputs(result: RunResult) -> dict[tuple[str, str], TransitionResult]:
    return {(one.source, one.port): one for one in result.transitions if one.rows is not None and one.unit}


def _changed(
    workspace: Workspace,
    documents: tuple[Document, Document],
    key: tuple[str, str],
    sides: tuple[TransitionResult | None, ...],
    as_of: datetime,
) -> OutputChange:
    old, new = sides
    shown = new or old
    assert shown is not None, "one of the two has this output"
    node, port = key
    unit, label = shown.unit or "", shown.label
    try:
        populations = [
            None if side is None else find_population(workspace, document, f"{node}:{port}", as_of=as_of)
            for document, side in zip(documents, sides, strict=True)
        ]
        if populations[0] is not None and populations[1] is not None:
            found = compare(workspace, (populations[0], populations[1]))
            common = found.common(0, 1)
            came, went = found.targets(1) - common, found.targets(0) - common
            return OutputChange(node, port, label, unit, came, went, common, comparison=found)
        (alone,) = [one for one in populations if one is not None]
        came, went = (0 if new is None else new.targets or 0), (0 if old is None else old.targets or 0)
        return OutputChange(node, port, label, unit, came, went, alone=alone)
    except EngineError as error:
        return OutputChange(node, port, label, unit, reason=error.problem.text)
