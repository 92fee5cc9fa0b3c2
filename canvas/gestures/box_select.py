"""Box select: drag on empty space. To the right takes what lies inside, to the left what it touches."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from canvas.finding import parts_in
from canvas.gestures.gesture import Gesture, Pointer
from canvas.items.hit import Hit
from canvas.views import NOTHING

if TYPE_CHECKING:
    from canvas.view import CanvasView


class BoxSelectGesture(Gesture):
    """Shift adds to the selection, Ctrl takes away from it; the selection shows live."""

    scrolls = True
    edits = False

    @classmethod
    def offers(cls, canvas: "CanvasView", start: Pointer, hit: Hit) -> bool:
        return bool(start.buttons & Qt.MouseButton.LeftButton) and not hit

    def begin(self) -> None:
        self._before = self.canvas.selection.parts
        self._box = QRectF()
        self._touching = False

    def update(self, pointer: Pointer) -> None:
        old = QRectF(self._box)
        self._box = QRectF(self.start.at, pointer.at).normalized()
        self._touching = pointer.at.x() < self.start.at.x()
        found = parts_in(self.canvas.graph_scene, self._box, self._touching)
        if pointer.ctrl:
            self.canvas.selection.set(self._before - found)
        else:
            self.canvas.selection.set(
                (self._before if pointer.shift or self.canvas.selects_several else NOTHING) | found
            )
        self.canvas.update_area(old.united(self._box))

    def cancel(self) -> None:
        self.canvas.selection.set(self._before)

    def finish(self) -> None:
        self.canvas.update_area(self._box)

    def paint(self, painter: QPainter) -> None:
        style = self.canvas.style_in_use
        pen = style.pen(style.tokens.selection, 1.2 / self.canvas.scale_in_use, self._touching)
        fill = QColor(style.tokens.selection)
        fill.setAlpha(28)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRect(self._box)
