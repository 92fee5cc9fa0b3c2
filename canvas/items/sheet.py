"""Calls of a painter, noted once and repeated at every frame.

What an item draws changes far less often than it is drawn. An item fills a sheet as it would draw, keeps it with what
it depended on, and repeats it until that changes.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from canvas.lettering import Text, draw_text


class Sheet:
    """Takes the calls of a painter that items need; a pen or brush that is set already is not set again."""

    def __init__(self) -> None:
        self.calls: list[tuple[Callable[..., object], tuple[object, ...]]] = []
        self._pen: QPen | Qt.PenStyle | None = None
        self._brush: QBrush | Qt.BrushStyle | None = None

    def repeat(self, painter: QPainter) -> None:
        """Draw it."""
        for method, values in self.calls:
            method(painter, *values)

    def setPen(self, pen: QPen | Qt.PenStyle) -> None:
        if pen is not self._pen:
            self._pen = pen
            self.calls.append((QPainter.setPen, (pen,)))

    def setBrush(self, brush: QBrush | Qt.BrushStyle) -> None:
        if brush is not self._brush:
            self._brush = brush
            self.calls.append((QPainter.setBrush, (brush,)))

    def translate(self, across: float, down: float) -> None:
        self.calls.append((QPainter.translate, (across, down)))

    def setOpacity(self, opacity: float) -> None:
        self.calls.append((QPainter.setOpacity, (opacity,)))

    def drawRoundedRect(self, rect: QRectF, across: float, down: float) -> None:
        self.calls.append((QPainter.drawRoundedRect, (rect, across, down)))

    def drawRect(self, rect: QRectF) -> None:
        self.calls.append((QPainter.drawRect, (rect,)))

    def drawEllipse(self, middle: QPointF, across: float, down: float) -> None:
        self.calls.append((QPainter.drawEllipse, (middle, across, down)))

    def drawLine(self, start: QPointF, end: QPointF) -> None:
        self.calls.append((QPainter.drawLine, (start, end)))

    def drawPath(self, path: QPainterPath) -> None:
        self.calls.append((QPainter.drawPath, (path,)))

    def write(self, at: QPointF, text: Text) -> None:
        """Note a text, which knows how to draw itself."""
        self.calls.append((draw_text, (at, text)))


Brushwork = QPainter | Sheet
"""What one draws on at once, or for later."""
