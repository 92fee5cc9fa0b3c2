"""What is said aloud: edits done and refused, what is selected, counts that changed. Polite, and never a flood.

The sentences leave by `CanvasView.announced`; those who see nothing hear them through the screen reader.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from canvas import spoken
from canvas.accessible import tell_focus
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_WAIT = 400
"""Milliseconds in which selections and counts are gathered into one sentence."""


class Announcer(QObject):
    """Listens to one canvas."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._counted: list[frozenset[str]] = []
        self._selected = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._say_gathered)
        canvas.announced.connect(self._speak)
        canvas.walk.arrived.connect(self._arrived)
        canvas.selection.changed.connect(self._selection_changed)
        canvas.model.counted.connect(self._count_changed)

    def _speak(self, sentence: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, sentence))

    def _arrived(self, kind: str, name: str) -> None:
        if kind:
            tell_focus(self._canvas, (kind, name))

    def done(self) -> None:
        """A request was done: say the name of its step."""
        step = self._canvas.model.undo_text()
        if step:
            self._canvas.announced.emit(tr("Done: {step}").format(step=step))

    def undone(self, step: str) -> None:
        """A step was taken back."""
        self._canvas.announced.emit(tr("Undone: {step}").format(step=step))

    def _selection_changed(self) -> None:
        self._selected = True
        self._timer.start()

    def _count_changed(self, edges: frozenset[str]) -> None:
        self._counted.append(edges)
        if not self._timer.isActive():
            self._timer.start()

    def _say_gathered(self) -> None:
        if self._selected:
            self._selected = False
            self._canvas.announced.emit(self._selection_words())
        counted = frozenset[str]().union(*self._counted) & self._canvas.graph_scene.edges.keys()
        self._counted.clear()
        if counted:
            self._canvas.announced.emit(self._count_words(counted))

    def _selection_words(self) -> str:
        parts = self._canvas.selection.parts
        if not parts:
            return tr("Nothing selected")
        if len(parts) == 1:
            kind = next(kind for kind in ("nodes", "edges", "notes", "frames") if getattr(parts, kind))
            return tr("Selected: {part}").format(part=spoken.part(self._canvas, kind, next(iter(getattr(parts, kind)))))
        if len(parts.nodes) == len(parts):
            return tr("{n} node(s) selected", len(parts))
        return tr("{n} part(s) selected", len(parts))

    def _count_words(self, counted: frozenset[str]) -> str:
        if len(counted) == 1:
            return spoken.edge(self._canvas, next(iter(counted)))
        return tr("{n} count(s) updated", len(counted))
