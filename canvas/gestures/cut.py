"""Cut transitions: Alt, Shift and drag a line across them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from canvas.gestures.gesture import Gesture, Pointer
from canvas.items.edge import EdgeItem
from canvas.items.hit import EDGE_SPOTS, Hit
from canvas.requests import Delete
from canvas.views import Parts

if TYPE_CHECKING:
    from canvas.view import CanvasView


class CutGesture(Gesture):
    """What the line crosses is marked, and deleted as one step when the button goes up."""

    cursor = Qt.CursorShape.CrossCursor

    @classmethod
    def offers(cls, canvas: "CanvasView", start: Pointer, hit: Hit) -> bool:
        left = bool(start.buttons & Qt.MouseButton.LeftButton)
        return left and start.alt and start.shift and (not hit or hit.spot in EDGE_SPOTS)

    def begin(self) -> None:
        self._line = QPainterPath(self.start.at)
        self._cut: set[str] = set()
        self._before = set(self.canvas.look.near)

    def update(self, pointer: Pointer) -> None:
        self._line.lineTo(pointer.at)
        crossed = self.canvas.graph_scene.items(_room(self._line), Qt.ItemSelectionMode.IntersectsItemBoundingRect)
        for item in crossed:
            if isinstance(item, EdgeItem) and item.edge.id not in self._cut and item.way().intersects(self._line):
                self._cut.add(item.edge.id)
        self.canvas.look.near = self._before | self._cut
        self.canvas.viewport().update()

    def commit(self, pointer: Pointer) -> None:
        if self._cut:
            self.canvas.ask(Delete(Parts.of(edges=self._cut)))

    def finish(self) -> None:
        self.canvas.look.near = self._before
        self.canvas.viewport().update()

    def paint(self, painter: QPainter) -> None:
        style = self.canvas.style_in_use
        painter.setPen(style.pen(style.tokens.refused, 1.6 / self.canvas.scale_in_use, dashed=True))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._line)


def _room(line: QPainterPath) -> QRectF:
    return line.boundingRect().adjusted(-1, -1, 1, 1)
