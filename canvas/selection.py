"""What is selected, by id. No part of the document: undo never touches it, and thousands cost no item anything."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from canvas.look import Look
from canvas.views import NOTHING, Parts

_GENTLE_LIMIT = 300


class Selection(QObject):
    """The selected parts. `changed` comes once per change, however many parts it holds."""

    changed = Signal()

    def __init__(self, look: Look, edges_of: Callable[[str], set[str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._edges_of = edges_of
        self._parts = NOTHING

    @property
    def parts(self) -> Parts:
        return self._parts

    def set(self, parts: Parts) -> None:
        """Select these parts and no others."""
        if parts == self._parts:
            return
        self._parts = parts
        look = self._look
        look.version += 1
        look.nodes, look.edges = set(parts.nodes), set(parts.edges)
        look.notes, look.frames = set(parts.notes), set(parts.frames)
        look.near = set()
        if len(parts.nodes) <= _GENTLE_LIMIT:
            for node in parts.nodes:
                look.near |= self._edges_of(node)
        self.changed.emit()

    def clear(self) -> None:
        """Select nothing."""
        self.set(NOTHING)

    def add(self, parts: Parts) -> None:
        """Select these parts too."""
        self.set(self._parts | parts)

    def remove(self, parts: Parts) -> None:
        """Let go of these parts."""
        self.set(self._parts - parts)

    def toggle(self, parts: Parts) -> None:
        """Select what of these is not selected, and let go of the rest."""
        self.set(self._parts ^ parts)
