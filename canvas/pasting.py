"""Where what is added without a place of its own goes: at the pointer, or in the middle of what is seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QCursor

from canvas.placing import snapped
from canvas.style import GRID
from canvas.views import Point

if TYPE_CHECKING:
    from canvas.view import CanvasView


class Pasting:
    """Remembers where something was pasted, so that the next paste steps aside."""

    def __init__(self, canvas: "CanvasView") -> None:
        self._canvas = canvas
        self._taken: set[Point] = set()

    def pointer(self) -> QPointF:
        """The pointer in scene coordinates, or the middle of the view when it is elsewhere."""
        canvas = self._canvas
        at = canvas.viewport().mapFromGlobal(QCursor.pos())
        inside = canvas.viewport().rect().contains(at) and canvas.underMouse()
        return canvas.to_scene(QPointF(at)) if inside else canvas.visible_area().center()

    def place(self) -> Point:
        """Where a paste goes."""
        at = snapped((self.pointer().x(), self.pointer().y()))
        while at in self._taken:
            at = (at[0] + 2 * GRID, at[1] + 2 * GRID)
        self._taken.add(at)
        return at
