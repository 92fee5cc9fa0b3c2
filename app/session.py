"""One open document: what it is now, its undo steps, its problems and its counts. It knows no widget.

Every edit passes through `do`, and everything that shows the document listens to `changed`.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.commands import EditCommand
from app.counts import Counts
from engine.checking import Checked
from engine.document.drafts import Change
from engine.document.edits import Applied, Edit, apply
from engine.document.model import Document
from engine.problems import EngineError, Problem


class Session(QObject):
    """A document being edited."""

    changed = Signal(object, object)
    """The engine's Change, and who asked for it: whoever shows the edit already may skip itself."""
    checked = Signal()
    """The problems and the shapes were found anew."""
    counted = Signal(object)
    """The frozenset of node ids whose counts or states changed."""
    running = Signal(bool)
    """A count began or ended."""
    stepped = Signal()
    """An undo step was made, taken back or done again."""
    lock_changed = Signal()
    """It may be edited now, or no longer."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.stack = QUndoStack(self)
        self.counts = Counts()
        self.found: Checked | None = None
        self.problems: tuple[Problem, ...] = ()
        self.as_of: datetime | None = None
        """The frozen instant that its counts are of; empty before the first."""
        self.locked = ""
        """Why the document may not be edited; empty when it may."""
        self.is_state = False
        """Whether this is an earlier state of a document, which no status ever unlocks."""
        self.complete: Callable[[Document, Edit], Edit] = _as_it_is
        """Adds to an edit what must follow from it, such as the end of a path that was opened."""
        self._replayed: Change | None = None
        self._restoring = False
        self._chapter = 0

    @property
    def title(self) -> str:
        return self.document.name or self.document.id

    def lock(self, reason: str) -> None:
        """Refuse all edits with a sentence; the empty one unlocks."""
        self.locked = reason
        self.lock_changed.emit()

    def do(self, edit: Edit, text: str, *, merge: str = "", initiator: object = None) -> None:
        """Apply an edit as one undo step called `text`. Errors: EngineError, and then nothing has changed."""
        if self.locked:
            raise EngineError(Problem(code="locked", what=self.locked))
        whole = self.complete(self.document, edit)
        applied = apply(self.document, whole)
        self._take(applied)
        # Whoever hears of the change may ask for the name of the step, so the step is there first.
        # What was completed does more than override the step before, so it is a step of its own.
        merges = f"{self._chapter} {merge}" if merge and whole is edit else ""
        self.stack.push(EditCommand(self, text, whole, applied.inverse, merges))
        self.changed.emit(applied.change, initiator)
        self.stepped.emit()

    def begin_chapter(self) -> None:
        """From here on each edit is a step of its own, not more of the step before."""
        self._chapter += 1

    def follow(self, edit: Edit) -> None:
        """Take over what was changed and kept elsewhere; it is no undo step, and a lock does not stand against it."""
        applied = apply(self.document, edit)
        self._take(applied)
        self.changed.emit(applied.change, None)

    def restore(self, steps: Iterable[tuple[str, Edit, Edit]], position: int, saved: int) -> None:
        """Take over undo steps of an earlier session: text, edit and inverse. `position` of them are done already."""
        self._restoring = True
        for text, edit, inverse in steps:
            self.stack.push(EditCommand(self, text, edit, inverse))
        if saved < 0:
            self.stack.resetClean()
        elif saved <= self.stack.count():
            self.stack.setIndex(saved)
            self.stack.setClean()
        self.stack.setIndex(position)
        self._restoring = False

    def replay(self, edit: Edit) -> None:
        """Apply the edit of an undo step once more, or its inverse."""
        if self._restoring:
            return
        applied = apply(self.document, edit)
        self._take(applied)
        self._replayed = applied.change

    def undo(self) -> None:
        """Take the last step back."""
        self._walk(self.stack.undo)

    def redo(self) -> None:
        """Do the last undone step again."""
        self._walk(self.stack.redo)

    def go_to(self, position: int) -> None:
        """Undo or redo until so many steps are done."""
        while self.stack.index() > max(0, position):
            self.undo()
        while self.stack.index() < min(position, self.stack.count()):
            self.redo()

    def found_problems(self, checked: Checked) -> None:
        """Take the result of a check of this very document."""
        self.found = checked
        self.problems = checked.problems
        self.checked.emit()

    def refused(self, problem: Problem) -> None:
        """Take what makes a check impossible; the shapes found before stay."""
        self.problems = (problem,)
        self.checked.emit()

    def _walk(self, step: Callable[[], None]) -> None:
        step()
        change, self._replayed = self._replayed, None
        if change is not None:
            self.changed.emit(change, None)
            self.stepped.emit()

    def _take(self, applied: Applied) -> None:
        before, self.document = self.document, applied.document
        if applied.change.counts:
            self.counts.make_stale(before, applied.document, applied.change)


def _as_it_is(document: Document, edit: Edit) -> Edit:
    del document
    return edit
