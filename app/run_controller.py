"""Keeps the counts of one session fresh: waits a moment after an edit, checks, counts, and drops what came too late."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.desk import Desk
from app.session import Session
from app.worker import finished
from engine.checking import Checked
from engine.document.drafts import Change
from engine.document.graph import up_to
from engine.document.model import Document
from engine.lanes import Job
from engine.problems import Cancelled, EngineError
from engine.runner.clock import clock_of
from engine.runner.results import Event, Mode, RunResult
from engine.runner.service import check_document, start_run
from engine.runner.testing import start_test
from engine.workspace import Workspace

Emit = Callable[[Event], None]

PAUSE_MS = 80
"""Long enough for a typed word, short enough that the count is still warm."""
NEWS_MS = 40
"""So long the next news of a run are gathered, which may be of many steps; the first are told at once."""


class RunController(QObject):
    """Counts a session's document again whenever an edit may have changed a count."""

    progressed = Signal(int, int)
    """Steps done, and in all."""
    _news = Signal(int, object)

    def __init__(self, session: Session, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.desk = desk
        self._generation = 0
        self._job: Job[Any] | None = None
        self._under_way = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.count)
        # The engine tells its news on its own thread; this connection brings them to the window's.
        self._news.connect(self._take_news, Qt.ConnectionType.QueuedConnection)
        self._touched: set[str] = set()
        self._steps = (0, 0)
        self._data: frozenset[str] | None = None
        """The stored data that the last count began with; None before the first."""
        self._untold = False
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(NEWS_MS)
        self._telling.timeout.connect(self._tell_news)
        session.changed.connect(self._changed)

    @property
    def busy(self) -> bool:
        """Whether a count is under way or about to begin."""
        return self._under_way or self._timer.isActive()

    def set_as_of(self, instant: datetime | None) -> None:
        """Count at another instant; None is the document's own, or the moment it was opened."""
        self.session.as_of = instant
        self.count()

    def count(self, mode: Mode = Mode.DESIGN) -> None:
        """Count now, instead of what is being counted."""
        self._start(partial(self._count, mode=mode))

    def count_to(self, node: str) -> None:
        """Count a node and what it depends on; what follows stays as it is."""
        self._start(partial(self._count, mode=Mode.DESIGN, to=node))

    def look_again(self) -> None:
        """Count again if the data changed since: nobody could open what the counts tell of."""
        self.desk.tasks.start(self._look_again())

    async def _look_again(self) -> None:
        counted = self._data
        if counted is None or self.busy:
            return
        now = await self.desk.reader.run(stored_data, self.desk.workspace)
        if now != counted and counted is self._data and not self.busy:
            self.count()

    def cancel(self) -> None:
        """Stop counting; what was counted so far stays."""
        self._timer.stop()
        self._generation += 1
        self._stop_job()
        self._end(None)

    def check(self, document: Document, as_of: datetime | None) -> Checked:
        """What is wrong with a document, and its shapes. It runs on the worker's thread."""
        return check_document(self.desk.workspace, document, as_of=as_of)

    def begin(self, part: Document, mode: Mode, emit: Emit) -> Job[RunResult]:
        """Start counting a document, or a part of it."""
        start = start_test if mode is Mode.TEST else start_run
        return start(self.desk.workspace, part, as_of=self.session.as_of, emit=emit)

    def _start(self, work: Callable[[int], Any]) -> None:
        self._timer.stop()
        self._generation += 1
        self._stop_job()
        self._under_way = True
        self.desk.tasks.start(work(self._generation))

    def _stop_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _changed(self, change: Change) -> None:
        if change.properties & {"as_of", "zone"}:
            self.session.as_of = None
        if change.counts:
            self._generation += 1
            self._stop_job()
            self.session.counted.emit(self.session.counts.stale())
        self._timer.start()

    async def _count(self, generation: int, mode: Mode, to: str = "") -> None:
        try:
            await self._check_and_count(generation, mode, to)
        except Exception:
            # It is told; but nothing is being counted any more.
            if generation == self._generation:
                self._end(None)
            raise

    async def _check_and_count(self, generation: int, mode: Mode, to: str) -> None:
        session = self.session
        document = session.document
        try:
            if session.as_of is None:
                # One instant for the whole session: otherwise every count would read another moment.
                session.as_of = clock_of(document).now
            data = await self.desk.worker.run(stored_data, self.desk.workspace)
            checked = await self.desk.worker.run(self.check, document, session.as_of)
        except EngineError as error:
            # Without its zone or its instant a document cannot be checked; what is wrong is marked at its field.
            if generation == self._generation:
                session.refused(error.problem)
                self._end(None)
            return
        if generation != self._generation:
            return
        self._data = data
        session.found_problems(checked)
        part = up_to(document, to) if to in document.node_by_id else document
        session.counts.began(part.node_by_id)
        session.counted.emit(frozenset(part.node_by_id))
        session.running.emit(True)
        self._job = self.begin(part, mode, partial(self._news.emit, generation))
        try:
            result = await finished(self._job)
        except Cancelled:
            if generation == self._generation:
                self._end(None)
            return
        if generation == self._generation and part is document:
            self._end(result)
        elif generation == self._generation:
            session.counts.take_part(result)
            self._end(None)

    def _end(self, result: RunResult | None) -> None:
        self._job = None
        self._under_way = False
        touched = self.session.counts.ended(result) | self._touched
        self._touched = set()
        if result is not None:
            self.session.problems = result.problems
            self.session.checked.emit()
        self.session.counted.emit(touched)
        self.session.running.emit(False)

    def _take_news(self, generation: int, event: Event) -> None:
        if generation != self._generation or self._job is None:
            return
        self._touched |= self.session.counts.take(event)
        self._steps = (event.done, event.total)
        self._untold = True
        if not self._telling.isActive():
            self._tell_news()

    def _tell_news(self) -> None:
        if not self._untold or self._job is None:
            return
        self._untold = False
        touched, self._touched = frozenset(self._touched), set()
        if touched:
            self.session.counted.emit(touched)
        self.progressed.emit(*self._steps)
        self._telling.start()


def stored_data(workspace: Workspace) -> frozenset[str]:
    """What a count reads of a workspace, as stored now: data that were changed are stored under another name."""
    tables, audiences = workspace.datasets.snapshot().values(), workspace.audiences.usable()
    return frozenset((*(one.physical for one in tables), *(one.physical for one in audiences)))
