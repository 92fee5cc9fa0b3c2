"""A single number, large; it is chosen as the mark of a chart is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from app.charts.chart import Chart, Mark, rectangle, shown


class NumberChart(Chart):
    """The first value."""

    height_wanted = 84

    def lay_out(self, box: QRectF) -> list[Mark]:
        one = self.data[0]
        wide = min(self._metrics_width(shown(one.value) + self.unit) + 24, box.width())
        return [Mark(rectangle(QRectF(box.left(), box.top() + 6, wide, 60), 8), one, self.words(one))]

    def _metrics_width(self, words: str) -> float:
        return self.width_of(words) * 2.4

    def draw(self, painter: QPainter, box: QRectF) -> None:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 2.3)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self.tokens.selection))
        words = shown(self.data[0].value) + self.unit
        painter.drawText(box.adjusted(4, 0, 0, -6), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
