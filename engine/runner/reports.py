"""What the real runs of a document came to in a period: its messages by who can be reached, its activities, its runs.

The numbers are those that each run counted and kept; nothing is counted again.
"""

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import StringIO

from pydantic import BaseModel, Field, JsonValue

from engine.contract import Category
from engine.document.files import from_text
from engine.document.model import Document
from engine.messages import REACHABLE
from engine.problems import EngineError
from engine.registry import all_activities
from engine.runner.results import State
from engine.workspace import Workspace
from engine.workspace.runs import RunSummary
from engine.workspace.store import as_utc

DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class RunLine:
    """A run: its clock, how it stands, how many people its messages were for, and how many of them can be reached."""

    run: RunSummary
    targeted: int = 0
    reachable: int = 0

    @property
    def seconds(self) -> float | None:
        """How long it took; None while it goes on."""
        return None if self.run.ended is None else (self.run.ended - self.run.started).total_seconds()


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """What an activity did in all runs of the period together. `excluded` has a number by reason."""

    node: str
    label: str
    type: str
    runs: int
    entered: int
    left: int
    reachable: int = 0
    excluded: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def sends(self) -> bool:
        return self.type in _channels()


@dataclass(frozen=True, slots=True)
class Report:
    """One period of one document; `since` is UTC, and None for all time. Runs are newest first."""

    document: str
    name: str
    since: datetime | None
    runs: tuple[RunLine, ...] = ()
    activities: tuple[ActivityLine, ...] = ()

    @property
    def messages(self) -> tuple[ActivityLine, ...]:
        """The activities that send."""
        return tuple(one for one in self.activities if one.sends)

    @property
    def targeted(self) -> int:
        return sum(one.targeted for one in self.runs)

    @property
    def reachable(self) -> int:
        return sum(one.reachable for one in self.runs)


def report_on(workspace: Workspace, document: str, *, since: datetime | None = None) -> Report:
    """The runs of a document that began since an instant (UTC), or all that are kept. Errors: unknown-document."""
    content = from_text(workspace.documents.load(document))
    wanted = [
        one
        for one in workspace.runs.summaries(document)
        if one.mode == "real" and (since is None or one.started >= since)
    ]
    results: dict[str, list[_Counted]] = {}
    contents: list[str] = []
    for one in wanted:
        run = workspace.runs.get(one.id)
        results[one.id] = _counted(run.result)
        contents.append(run.content)
    names = _labels(content, contents)
    lines = tuple(RunLine(one, *_reach(results[one.id])) for one in wanted)
    return Report(document, content.name or document, since, lines, _activities(results, names))


def last_day(now: datetime) -> datetime:
    """Since when the report of the last 24 hours looks, in UTC; `now` has a zone."""
    return as_utc(now) - DAY


def as_csv(report: Report) -> str:
    """The activities of a report, one line each, then its runs."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(["activity", "label", "type", "runs", "in", "out", "reachable", "excluded"])
    for one in report.activities:
        excluded = "; ".join(f"{reason}: {count}" for reason, count in one.excluded.items())
        row = (one.node, one.label, one.type, one.runs, one.entered, one.left)
        writer.writerow([*row, one.reachable if one.sends else "", excluded])
    writer.writerow([])
    writer.writerow(["run", "status", "started", "ended", "seconds", "targeted", "reachable"])
    for line in report.runs:
        run, seconds = line.run, "" if line.seconds is None else round(line.seconds, 3)
        ended = "" if run.ended is None else run.ended.isoformat()
        writer.writerow([run.id, run.status, run.started.isoformat(), ended, seconds, line.targeted, line.reachable])
    return text.getvalue()


class _Counted(BaseModel):
    """What a run kept of one of its activities; other parts of its result are not needed here."""

    id: str
    type: str
    state: str
    entered: int = Field(default=0, alias="in")
    left: int = Field(default=0, alias="out")
    dropped: dict[str, int] = Field(default_factory=dict[str, int])
    reach: dict[str, int] = Field(default_factory=dict[str, int])


class _Result(BaseModel):
    """What a run kept."""

    nodes: tuple[_Counted, ...] = ()


def _counted(result: JsonValue) -> list[_Counted]:
    """The activities of a run that came to their end."""
    found = _Result.model_validate(result) if isinstance(result, dict) else _Result()
    return [one for one in found.nodes if one.state == State.DONE.value]


def _activities(results: Mapping[str, list[_Counted]], names: Mapping[str, str]) -> tuple[ActivityLine, ...]:
    """One line per activity that came to its end in a run, in the order in which they first did."""
    runs, entered, left = Counter[str](), Counter[str](), Counter[str]()
    reach: dict[str, Counter[str]] = {}
    types: dict[str, str] = {}
    for one in (one for nodes in reversed([*results.values()]) for one in nodes):
        types.setdefault(one.id, one.type)
        runs[one.id] += 1
        entered[one.id] += one.entered
        left[one.id] += one.left
        reach.setdefault(one.id, Counter()).update(one.reach or one.dropped)
    return tuple(
        ActivityLine(
            name,
            names.get(name, name),
            kind,
            runs[name],
            entered[name],
            left[name],
            reach[name][REACHABLE],
            {reason: count for reason, count in sorted(reach[name].items()) if reason != REACHABLE and count},
        )
        for name, kind in types.items()
    )


def _labels(content: Document, runs: list[str]) -> dict[str, str]:
    """What activities are called: as their latest run had them, else as they are now. Runs are newest first."""
    found = {node.id: node.label for node in content.nodes if node.label}
    for run in reversed(runs):
        try:
            document = from_text(run)
        except EngineError:  # a run of a newer version; the numbers stand without its labels
            continue
        found |= {node.id: node.label for node in document.nodes if node.label}
    return found


def _reach(nodes: list[_Counted]) -> tuple[int, int]:
    """Whom the messages of a run were for, and how many of them can be reached."""
    sent = [one for one in nodes if one.type in _channels()]
    return sum(one.entered for one in sent), sum(one.reach.get(REACHABLE, 0) for one in sent)


def _channels() -> frozenset[str]:
    return frozenset(name for name, one in all_activities().items() if one.category is Category.CHANNEL)
