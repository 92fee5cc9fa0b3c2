"""Keeps the draft of an open document up to date: each undo step is on disk a moment after it was made.

At most one write is under way; whatever happened meanwhile is in the next one.
"""

import asyncio
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from app.commands import EditCommand
from app.desk import Desk
from app.session import Session
from engine.document.edits import Edit, from_json, to_json
from engine.document.files import from_text, to_text
from engine.document.model import Document
from engine.problems import EngineError
from engine.workspace import Workspace
from engine.workspace.drafts import DraftEntry, StepEntry

AGAIN_MS = 3000


@dataclass(frozen=True, slots=True)
class Step:
    """An undo step by its values; edits are frozen, so another thread may write them down."""

    text: str
    edit: Edit
    inverse: Edit


@dataclass(frozen=True, slots=True)
class State:
    """A document and its undo stack at one moment."""

    document: Document
    position: int
    saved: int
    steps: tuple[Step, ...]


class DraftKeeper(QObject):
    """Writes the draft of one session whenever a step was made, taken back, done again or saved.

    Writing begins with the step itself and not when the main thread has time again: the program may be killed before.
    """

    kept = Signal()
    """What was done last is on disk."""

    def __init__(self, session: Session, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = desk
        self._written: State | None = None
        self._lock = Lock()
        self._waiting: State | None = None
        self._writing = False
        self._finished = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.keep)
        session.stepped.connect(self.keep)

    def again_after(self, milliseconds: int) -> None:
        """How long to wait after a write that failed."""
        self._again.setInterval(milliseconds)

    def took_over(self) -> None:
        """What the session holds now is what the draft holds: nothing needs to be written."""
        self._written = state_of(self._session)

    def keep(self) -> None:
        """Write the draft now."""
        if self._finished:
            return
        with self._lock:
            self._waiting = state_of(self._session)
            if self._writing:
                return
            self._writing = True
        self._desk.tasks.start(self._end(self._desk.keeper.begin(self._write)))

    def finish(self) -> None:
        """Write what is not written yet and wait for it: the document is being closed."""
        self._finished = True
        if self._session.stack.count():
            self._waiting = state_of(self._session)
        self._desk.keeper.wait_for(self._write)

    def _write(self) -> None:
        """Write what waits until nothing does; on the thread of drafts, and nowhere else."""
        while (state := self._next()) is not None:
            try:
                write(self._desk.workspace, self._written, state)
            except BaseException:
                self._writing = False
                raise
            self._written = state

    def _next(self) -> State | None:
        with self._lock:
            state, self._waiting = self._waiting, None
            self._writing = state is not None and state != self._written
            return state if self._writing else None

    async def _end(self, writing: "Future[None]") -> None:
        try:
            await asyncio.wrap_future(writing)
        except EngineError:
            # The disk may be full: what is not written stays here, and is tried again until there is room.
            if not self._finished:
                self._again.start()
            raise
        if not self._finished:
            self.kept.emit()


def state_of(session: Session) -> State:
    """What a session is now."""
    stack = session.stack
    commands = [stack.command(index) for index in range(stack.count())]
    steps = tuple(
        Step(command.text(), command.edit, command.inverse) for command in commands if isinstance(command, EditCommand)
    )
    return State(session.document, stack.index(), stack.cleanIndex(), steps)


def write(workspace: Workspace, before: State | None, now: State) -> None:
    """Write a draft; only the steps that differ from those written before. It runs on a worker."""
    kept = 0
    if before is not None:
        for old, new in zip(before.steps, now.steps, strict=False):
            if old is not new and old != new:
                break
            kept += 1
    entries = [StepEntry(one.text, to_json(one.edit), to_json(one.inverse)) for one in now.steps[kept:]]
    workspace.drafts.keep(
        now.document.id, to_text(now.document), position=now.position, saved=now.saved, kept=kept, steps=entries
    )


def restored(entry: DraftEntry) -> tuple[Document, tuple[Step, ...]]:
    """The document of a draft and its undo steps; none when one of them cannot be read any more."""
    document = from_text(entry.content)
    try:
        steps = tuple(Step(one.text, from_json(one.edit), from_json(one.inverse)) for one in entry.steps)
    except EngineError:
        return document, ()
    return document, steps
