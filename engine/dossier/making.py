"""Gathers a dossier: the document in words, its counts, the reasons for drops, its schedule, what it was before."""

from dataclasses import dataclass
from datetime import datetime

from engine.document.files import from_text
from engine.document.model import Document, Kind, Node
from engine.dossier.changes import Told, drawn_sentence, schedule_words, told_changes
from engine.dossier.drawing import Drawing, draw
from engine.dossier.ground import ground_of
from engine.dossier.settings import Ground, Line, kind_title, told_settings
from engine.dossier.speech import Speech
from engine.journey.properties import read_properties
from engine.problems import EngineError, Problem
from engine.registry import all_activities
from engine.runner.clock import clock_of
from engine.runner.results import NodeResult, RunResult
from engine.runner.service import run_document
from engine.workspace import Workspace
from engine.workspace.documents import VersionEntry


@dataclass(frozen=True, slots=True)
class Step:
    """One node: what it is, what is set in it, what came and went, and why it went: reason to how many."""

    name: str
    kind: str
    lines: tuple[Line, ...]
    result: NodeResult | None
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that a dossier says, not yet laid out. `before` is the last version that was given a name."""

    document: Document
    speech: Speech
    as_of: datetime
    result: RunResult
    drawing: Drawing
    schedule: str
    steps: tuple[Step, ...]
    before: VersionEntry | None
    changes: tuple[Told, ...]
    drawn: str

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What stands in the way of its counts, or is worth a look."""
        return self.result.problems


def make_dossier(workspace: Workspace, document: Document, speech: Speech, *, as_of: datetime | None = None) -> Dossier:
    """Count a document and say all of it in words. Errors: Cancelled, unknown-zone, wrong-as-of."""
    clock = clock_of(document, as_of)
    result = run_document(workspace, document, as_of=clock.now)
    ground = ground_of(workspace, document, speech)
    results = {one.id: one for one in result.nodes}
    before = _named_version(workspace, document.id)
    changes: tuple[Told, ...] = ()
    drawn = ""
    if before is not None:
        old = from_text(workspace.documents.load(document.id, before.number))
        changes = told_changes(old, document, ground_of(workspace, old, speech), ground)
        drawn = drawn_sentence(old, document, speech)
    return Dossier(
        document,
        speech,
        clock.now,
        result,
        draw(document, result, speech),
        _schedule(document, speech),
        tuple(_step(node, document, ground, results.get(node.id)) for node in document.nodes),
        before,
        changes,
        drawn,
    )


def _named_version(workspace: Workspace, document: str) -> VersionEntry | None:
    return next((one for one in workspace.documents.versions(document) if one.name), None)


def _step(node: Node, document: Document, ground: Ground, result: NodeResult | None) -> Step:
    speech = ground.speech
    lines = told_settings(node, ground, journey=document.kind is Kind.JOURNEY)
    reasons = () if result is None else tuple(_reasons(node, result, speech))
    return Step(node.label or kind_title(node, speech), kind_title(node, speech), lines, result, reasons)


def _reasons(node: Node, result: NodeResult, speech: Speech) -> list[tuple[str, int]]:
    activity = all_activities().get(node.type)
    labels = {} if activity is None else {one.code: speech.said(one.label) for one in activity.reasons}
    counts = {**result.dropped, **result.outcomes}
    return [(labels.get(code) or speech.choice(code), number) for code, number in counts.items() if number]


def _schedule(document: Document, speech: Speech) -> str:
    """When it runs, in words; for a journey, from when to when."""
    if document.kind is Kind.CAMPAIGN:
        return schedule_words(document.schedule, speech)
    try:
        dates = read_properties(document.journey).schedule
    except EngineError as error:
        return error.problem.text
    parts = [
        speech.word(word, day=f"{day:%d/%m/%Y}" if speech.language == "fr" else f"{day:%Y-%m-%d}")
        for word, day in (("from day", dates.start_date), ("until day", dates.end_date))
        if day is not None
    ]
    return ", ".join(parts) or speech.word("at once")
