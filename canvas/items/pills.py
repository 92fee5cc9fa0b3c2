"""All pills above all lines: one item that paints, after the transitions of a frame, the pills they left for it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from canvas.guard import painting
from canvas.items.edge import EdgeItem
from canvas.look import Look

_EVERYWHERE = QRectF(-1e7, -1e7, 2e7, 2e7)


class PillLayer(QGraphicsItem):
    """Stands above all else: a count is never hidden. It is never hit: a pill belongs to its transition."""

    def __init__(self, look: Look, waiting: list[EdgeItem]) -> None:
        super().__init__()
        self._look = look
        self._waiting = waiting
        self.setZValue(2.5)

    def boundingRect(self) -> QRectF:
        return _EVERYWHERE

    @painting
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        waiting = self._waiting.copy()
        self._waiting.clear()
        for item in waiting:
            item.paint_pill(painter)
