"""What is done with documents as a whole, and launches and recurring loads while the window has the workspace open.

Runs may take long, so they have a thread of their own; noting goes through the worker of the desk, and what is shown is
read by its reader.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.words import said, tr
from app.worker import Worker
from engine.document.model import Document
from engine.journey.copying import Extent
from engine.problems import Cancelled, Problem
from engine.runner import life
from engine.runner.approvals import approve, request_approval, request_changes, withdraw
from engine.runner.commands import Command, Standing, refusal, standing_of
from engine.runner.housekeeping import tidy
from engine.runner.inventory import Inventory, Line
from engine.runner.policies import met_policies
from engine.runner.present import ClockPresent, Present
from engine.runner.publishing import Late, Occurrence, decide_missed, next_due, publish, run_due
from engine.runner.recurring import Look, load_due, next_look
from engine.workspace import Workspace
from engine.workspace.approvals import Review, ReviewState
from engine.workspace.recurring import FileOutcome
from engine.workspace.statuses import Status
from engine.workspace.store import as_utc

if TYPE_CHECKING:
    from app.desk import Desk

log = logging.getLogger(__name__)

LOOK_MS = 2_000
_MOST_ALERTS = 8
LAUNCHES = 12
"""How many launches of each document the calendar and the list know ahead."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How a document stands, and for each command why it is refused; None where it may be given.

    `alerts` are the errors and warnings of its last run, in order.
    """

    standing: Standing
    refusals: dict[Command, Problem | None]
    alerts: tuple[str, ...] = ()
    review: Review | None = None
    """The last request for an approval."""


class Life(QObject):
    """The lines of the list, kept fresh, and the commands."""

    changed = Signal()
    """The lines were read anew."""
    occurred = Signal(object)
    """An Occurrence: a launch, what became of it."""
    reminded = Signal(object)
    """A Problem that happened while nobody may have looked: a run failed that the person at this window supervises."""
    loaded = Signal(object)
    """A Look: the new files of a folder, what became of them."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.runner = Worker("jalon-launches")
        """The thread on which runs are done."""
        self._inventory = Inventory(desk.workspace)
        self._due: datetime | None = None
        self._looked: datetime | None = None
        """The present of the last look: what came due since then was not done yet."""
        self._looking = False
        self._closed = False
        self._told: set[tuple[str, datetime]] = set()
        self.present: Present = ClockPresent()
        self.lines: list[Line] = []
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._tick)
        desk.documents_changed.connect(self.refresh)

    def begin(self) -> None:
        """Look after the launches from now on."""
        self._timer.start()
        self.look()

    def close(self) -> None:
        """Cut off what runs; it goes on when the workspace is opened again."""
        self._closed = True
        self._timer.stop()
        self._desk.workspace.wishes.leave()
        self.runner.close()

    def line(self, document: str) -> Line | None:
        """How a document stands, as it was read last."""
        return next((one for one in self.lines if one.id == document), None)

    # Reading

    def refresh(self) -> None:
        """Read the list anew, away from the window's thread."""
        if not self._closed:
            self._desk.tasks.start(self._refresh())

    async def _refresh(self) -> None:
        now = self.present.now()
        self.lines = await self._desk.reader.run(self._inventory.lines, now=now, launches=LAUNCHES)
        since = min(now, self._looked or now)
        self._due = await self._desk.reader.run(self._next_due, since)
        self.changed.emit()

    def _next_due(self, since: datetime) -> datetime | None:
        workspace = self._desk.workspace
        coming = (next_due(workspace, now=since), next_look(workspace))
        return min((one for one in coming if one is not None), default=None)

    async def choices(self, document: str) -> Choices:
        """What may be done with a document now. Errors: none; one that was never saved is a draft."""

        def read() -> Choices:
            saved = self._desk.workspace.documents.has(document)
            found = (
                standing_of(self._desk.workspace, document) if saved else life.unsaved(self._desk.workspace, document)
            )
            refusals = {command: refusal(command, found) for command in Command}
            asked = next(iter(self._desk.workspace.approvals.reviews(document)), None)
            changes = asked_for(asked) if found.status is Status.DRAFT else ()
            return Choices(found, refusals, (*changes, *_alerts(self._desk.workspace, document)), asked)

        return await self._desk.reader.run(read)

    # Launches

    def look(self) -> None:
        """Do what is due now, if nothing is being done."""
        if not self._looking and not self._closed:
            self._looking = True
            self._desk.tasks.start(self._look())

    def _tick(self) -> None:
        if self._due is not None and self._due <= self.present.now():
            self.look()

    async def _look(self) -> None:
        now = self.present.now()
        try:
            # The files first, so that what is launched reads them.
            looks = await self.runner.run(self._load_due, now)
            if any(one.files for one in looks):
                await self._desk.load()
            done = await self.runner.run(self._run_due, now)
            self._looked = now
        finally:
            self._looking = False
        self._tell(done)
        for one in looks:
            self.tell_of(one)
        await self._tell_notices()
        await self._desk.reload()

    async def _tell_notices(self) -> None:
        """Say which runs failed of documents that the person at this window supervises; each is told once."""
        approvals, person = self._desk.workspace.approvals, self._desk.workspace.documents.person
        found = await self._desk.reader.run(approvals.notices, person) if person else []
        for one in found:
            line = self.line(one.document)
            name = one.document if line is None else line.name
            what = tr("{name} failed, and you are among its supervisors.", name=name)
            self.reminded.emit(Problem(code="supervised-failure", what=what, why=one.text, fix=tr("See its runs.")))
        if found:
            await self._desk.worker.run(approvals.seen, [one.id for one in found])

    def tell_of(self, look: Look) -> None:
        """Say what a look at a folder found."""
        self.loaded.emit(look)
        for problem in problems_of(look):
            self._desk.failed.emit(problem)

    def _load_due(self, now: datetime) -> list[Look]:
        try:
            return [one for one in load_due(self._desk.workspace, now=now) if one.tells]
        except Cancelled:
            return []

    def _run_due(self, now: datetime) -> list[Occurrence]:
        """What is due, on the thread of runs. That the window closes meanwhile is no failure."""
        try:
            done = run_due(self._desk.workspace, now=now)
            tidy(self._desk.workspace, now=as_utc(now))
        except Cancelled:
            return []
        return done

    def _tell(self, done: list[Occurrence]) -> None:
        """Each thing once: a launch that waits for a decision is due again and again."""
        for one in done:
            key = (one.document, one.planned or self.present.now())
            if key not in self._told:
                self._told.add(key)
                self.occurred.emit(one)

    def decide(self, document: str, late: Late) -> None:
        """Run or skip the launch that was missed."""
        work = partial(decide_missed, self._desk.workspace, document, late, now=self.present.now())
        self._start(lambda: self._tell_later(work()))

    def _tell_later(self, done: list[Occurrence]) -> None:
        for one in done:
            self.occurred.emit(one)

    # Commands

    def publish(self, document: Document, comment: str = "") -> None:
        """Publish a document as it is now; where others must agree, ask them, with a remark."""
        self._start(partial(_publish, self._desk.workspace, document, self.present.now(), comment), look=True)

    def review(self, command: Command, document: str, comment: str) -> None:
        """Agree to a publication, or ask for changes."""
        decide = approve if command is Command.APPROVE else request_changes
        work = partial(decide, self._desk.workspace, document, now=self.present.now(), comment=comment)
        self._start(work, look=True)

    def do(self, command: Command, document: str) -> None:
        """One of the commands that need nothing more."""
        workspace, now = self._desk.workspace, self.present.now()
        work: dict[Command, Callable[[], object]] = {
            Command.PAUSE: partial(life.pause, workspace, document),
            Command.STOP: partial(life.stop, workspace, document, now=now),
            Command.CLOSE: partial(life.close, workspace, document, now=now),
            Command.BACK_TO_DRAFT: partial(life.back_to_draft, workspace, document, now=now),
            Command.ARCHIVE: partial(life.archive, workspace, document, now=now),
            Command.WITHDRAW: partial(withdraw, workspace, document, now=now),
            Command.DELETE: partial(life.delete, workspace, document),
        }
        runs: dict[Command, Callable[[], object]] = {
            Command.RESUME: partial(life.resume, workspace, document, now=now),
            Command.CONFIRM: partial(life.confirm, workspace, document, now=now),
        }
        if command in runs:
            self._start(runs[command])
        else:
            self._desk.tasks.start(self._note(work[command]))

    async def _note(self, work: Callable[[], object]) -> None:
        try:
            await self._desk.worker.run(work)
        finally:
            await self._desk.reload()

    def _start(self, work: Callable[[], object], *, look: bool = False) -> None:
        self._desk.tasks.start(self._run(work, look))

    async def _run(self, work: Callable[[], object], look: bool) -> None:
        try:
            await self.runner.run(work)
        finally:
            await self._desk.reload()
        if look:
            self.look()

    async def change_end_date(self, document: str, end: date) -> None:
        """Let a published journey end on another day. Errors: those of `life.change_end_date`."""
        await self._note(partial(life.change_end_date, self._desk.workspace, document, end, now=self.present.now()))

    async def duplicate(
        self, document: str, name: str, extent: Extent = Extent.ALL, description: str | None = None
    ) -> Document:
        """A copy, which is a new draft. Errors: name-missing."""
        made = await self._desk.worker.run(
            life.duplicate, self._desk.workspace, document, name, extent, description=description
        )
        await self._desk.reload()
        return made

    async def set_tags(self, document: str, tags: tuple[str, ...]) -> None:
        """Give a document its tags."""
        await self._desk.worker.run(self._desk.workspace.documents.set_tags, document, tags)
        await self._desk.reload()


def _publish(workspace: Workspace, document: Document, now: datetime, comment: str) -> None:
    if met_policies(workspace, document, workspace.documents.person):
        request_approval(workspace, document, now=now, comment=comment)
    else:
        publish(workspace, document, now=now)


def asked_for(review: Review | None) -> tuple[str, ...]:
    """What the last review asked to be changed, in a sentence."""
    if review is None or review.state is not ReviewState.CHANGES:
        return ()
    return (tr("{person} asks for changes: {change}", person=review.answered_by, change=review.answer),)


def _alerts(workspace: Workspace, document: str) -> tuple[str, ...]:
    """The errors and warnings of the last run of a document, each once; of a draft, those of its last test."""
    run = next(iter(workspace.runs.summaries(document)), None)
    if run is None:
        return ()
    found = [said(text) for level, _, text in workspace.runs.lines(run.id) if level in {"error", "warning"}]
    return tuple(dict.fromkeys(found))[:_MOST_ALERTS]


def problems_of(look: Look) -> list[Problem]:
    """What went wrong at a look at a folder, for the user."""
    table = look.load.table
    found = [
        Problem(
            code="file-not-loaded",
            what=tr("{file} was not loaded into {table}.", file=one.stamp.name, table=table),
            why=one.problem,
            fix=tr("The ledger of loads has it; correct the file, or let it be tried again."),
        )
        for one in look.files
        if one.outcome is FileOutcome.FAILED
    ]
    # A folder that stays away is told of once.
    return found if look.problem is None or look.load.problem else [*found, look.problem]
