"""Shares of a whole: a ring with its legend, and a funnel whose steps are told as shares of the first."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from app.charts.chart import Chart, Datum, Mark, rectangle, shown
from app.inspector.values import shares
from app.words import tr

_BESIDE, _LEAST = 62.0, 84.0
"""What a line of the legend takes beside its words, from the ring on; and the width of the smallest ring."""
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class DonutChart(Chart):
    """A ring; the whole stands in its middle, every part with its number and share beside it."""

    height_wanted = 190

    def lay_out(self, box: QRectF) -> list[Mark]:
        total = sum(one.value for one in self.data) or 1.0
        told = self._shares()
        side = self._side(box)
        ring = QRectF(box.left() + 6, box.center().y() - side / 2, side, side)
        inner = ring.adjusted(side * 0.19, side * 0.19, -side * 0.19, -side * 0.19)
        found: list[Mark] = []
        start = 90.0
        for one, share in zip(self.data, told, strict=True):
            span = -360.0 * one.value / total
            path = QPainterPath()
            if one.value:
                path.arcMoveTo(ring, start)
                path.arcTo(ring, start, span)
                path.arcTo(inner, start + span, -span)
                path.closeSubpath()
            start += span
            found.append(Mark(path, one, f"{self.words(one)} ({share})"))
        return found

    def _shares(self) -> list[str]:
        return shares([round(one.value) for one in self.data], round(sum(one.value for one in self.data)))

    def _side(self, box: QRectF) -> float:
        """How wide the ring is: its legend has the room that its words need, as far as both fit."""
        told = zip(self.data, self._shares(), strict=True)
        words = (f"{one.category}{shown(one.value)}   {share}" for one, share in told)
        legend = max((self.width_of(one) for one in words), default=0.0) + _BESIDE
        return min(box.height(), box.width() * 0.45, max(box.width() - legend, _LEAST))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        total = sum(one.value for one in self.data)
        for mark in self.marks:
            painter.setPen(QPen(QColor(self.tokens.card), 2))
            painter.setBrush(self.fill(mark, self.colour_of(mark.datum.category, self.categories)))
            painter.drawPath(mark.path)
        side = self._side(box)
        middle = QRectF(box.left() + 6, box.center().y() - side / 2, side, side)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self.tokens.text))
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, shown(total))
        self._legend(painter, QRectF(middle.right() + 18, box.top(), box.right() - middle.right() - 22, box.height()))

    def _legend(self, painter: QPainter, box: QRectF) -> None:
        line = min(26.0, box.height() / max(len(self.data), 1))
        top = box.center().y() - line * len(self.data) / 2
        for place, (one, share) in enumerate(zip(self.data, self._shares(), strict=True)):
            row = QRectF(box.left(), top + line * place, box.width(), line)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour_of(one.category, self.categories))
            painter.drawEllipse(QPointF(row.left() + 5, row.center().y()), 5, 5)
            value = f"{shown(one.value)}   {share}"
            taken = self.width_of(value) + 8
            self.text(painter, row.adjusted(18, 0, -taken, 0), one.category, _LEFT)
            self.text(painter, row, value, _RIGHT, quiet=True)


class FunnelChart(Chart):
    """Steps from the top down, as wide as they are large, each with its share of the first."""

    _LINE = 30

    def show_data(self, data: Sequence[Datum]) -> None:
        self.height_wanted = max(120, self._LINE * len(data) + 16)
        super().show_data(data)

    def lay_out(self, box: QRectF) -> list[Mark]:
        most = max(one.value for one in self.data) or 1.0
        left = min(box.width() * 0.34, max(self.width_of(one.category) for one in self.data) + 12)
        field = QRectF(box.left() + left, box.top(), box.width() - left - self._told_width() - 14, box.height())
        line = min(float(self._LINE), box.height() / len(self.data))
        found: list[Mark] = []
        for place, (one, share) in enumerate(zip(self.data, self._shares(), strict=True)):
            wide = max(field.width() * one.value / most, 2.0 if one.value else 0.0)
            bar = QRectF(field.center().x() - wide / 2, field.top() + line * place + 3, wide, line - 6)
            told = tr("{share} of the first", share=share)
            found.append(Mark(rectangle(bar), one, f"{self.words(one)} ({told})"))
        return found

    def _shares(self) -> list[str]:
        return shares([round(one.value) for one in self.data], round(self.data[0].value))

    def _told(self) -> list[str]:
        return [f"{shown(one.value)}   {share}" for one, share in zip(self.data, self._shares(), strict=True)]

    def _told_width(self) -> float:
        return max(self.width_of(one) for one in self._told())

    def draw(self, painter: QPainter, box: QRectF) -> None:
        wide = self._told_width() + 2
        for mark, told in zip(self.marks, self._told(), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.fill(mark, self.colour(0)))
            painter.drawPath(mark.path)
            row = mark.path.boundingRect()
            row = QRectF(box.left(), row.top(), box.width(), row.height())
            left = min(box.width() * 0.34, max(self.width_of(one.category) for one in self.data) + 12)
            self.text(painter, QRectF(row.left(), row.top(), left - 8, row.height()), mark.datum.category, _LEFT)
            self.text(painter, QRectF(row.right() - wide, row.top(), wide, row.height()), told, _RIGHT, quiet=True)
