"""A Sankey diagram: steps from left to right, and between them bands as wide as what flows."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from app.charts.chart import Chart, Datum, Mark, rectangle, shown
from app.words import headed

_BAR, _GAP, _WORDS = 10.0, 14.0, 130.0


class FlowChart(Chart):
    """Each value flows from its category to its series; a band is chosen as any mark is."""

    height_wanted = 320

    def __init__(self, title: str, unit: str = "") -> None:
        super().__init__(title, unit)
        self._bars: dict[str, QRectF] = {}

    def show_data(self, data: Sequence[Datum]) -> None:
        layers = _layers(data)
        rows = max((sum(1 for one in layers.values() if one == layer) for layer in set(layers.values())), default=1)
        self.height_wanted = max(220, 56 * rows + 20)
        super().show_data(data)

    def words(self, one: Datum) -> str:
        return headed(f"{one.category} → {one.series}", f"{shown(one.value)}{self.unit}")

    def lay_out(self, box: QRectF) -> list[Mark]:
        layers = _layers(self.data)
        self._bars = self._places(box, layers)
        left = dict.fromkeys(self._bars, 0.0)
        entered = dict.fromkeys(self._bars, 0.0)
        scale = self._scale(box, layers)
        order = sorted(self.data, key=lambda one: (self._bars[one.category].top(), self._bars[one.series].top()))
        found: list[Mark] = []
        for one in order:
            wide = max(one.value * scale, 1.5)
            source, target = self._bars[one.category], self._bars[one.series]
            start = QPointF(source.right(), source.top() + left[one.category])
            end = QPointF(target.left(), target.top() + entered[one.series])
            left[one.category] += wide
            entered[one.series] += wide
            found.append(Mark(_band(start, end, wide), one, self.words(one)))
        return found

    def _amounts(self) -> dict[str, float]:
        """What each step holds: what came or what went, whichever is more."""
        names = dict.fromkeys([*(one.category for one in self.data), *(one.series for one in self.data)])
        return {
            name: max(sum(one.value for one in self.data if one.category == name),
                      sum(one.value for one in self.data if one.series == name))
            for name in names
        }  # fmt: skip

    def _scale(self, box: QRectF, layers: dict[str, int]) -> float:
        amounts = self._amounts()
        found: list[float] = []
        for layer in set(layers.values()):
            names = [name for name, own in layers.items() if own == layer]
            free = box.height() - _GAP * (len(names) - 1) - 4
            found.append(free / (sum(amounts[name] for name in names) or 1.0))
        return max(min(found), 0.0)

    def _places(self, box: QRectF, layers: dict[str, int]) -> dict[str, QRectF]:
        amounts, scale = self._amounts(), self._scale(box, layers)
        most = max(layers.values()) or 1
        step = (box.width() - _WORDS - _BAR) / most
        found: dict[str, QRectF] = {}
        for layer in range(most + 1):
            names = [name for name, own in layers.items() if own == layer]
            names.sort(key=lambda name: self._pull(name, found))
            high = sum(max(amounts[name] * scale, 2.0) for name in names) + _GAP * max(len(names) - 1, 0)
            top = box.center().y() - high / 2
            for name in names:
                tall = max(amounts[name] * scale, 2.0)
                found[name] = QRectF(box.left() + step * layer, top, _BAR, tall)
                top += tall + _GAP
        return found

    def _pull(self, name: str, bars: dict[str, QRectF]) -> float:
        """How far down the steps stand that lead to one, so that bands cross as little as they can."""
        known = [one for one in self.data if one.series == name and one.category in bars]
        whole = sum(one.value for one in known)
        return sum(bars[one.category].center().y() * one.value for one in known) / whole if whole else 0.0

    def draw(self, painter: QPainter, box: QRectF) -> None:
        del box
        for mark in self.marks:
            colour = QColor(self.colour(0))
            colour.setAlphaF(0.28)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.fill(mark, colour))
            painter.drawPath(mark.path)
        amounts = self._amounts()
        for name, bar in self._bars.items():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour(0))
            painter.drawPath(rectangle(bar, 2))
            row = QRectF(bar.right() + 6, bar.center().y() - 16, _WORDS - 10, 16)
            self.text(painter, row, name, Qt.AlignmentFlag.AlignLeft)
            self.text(painter, row.translated(0, 15), shown(amounts[name]), Qt.AlignmentFlag.AlignLeft, quiet=True)


def _layers(data: Sequence[Datum]) -> dict[str, int]:
    """Each step to its column: one to the right of the farthest that leads to it. The graph has no cycle."""
    names = dict.fromkeys([*(one.category for one in data), *(one.series for one in data)])
    found = dict.fromkeys(names, 0)
    for _ in range(len(names)):
        changed = False
        for one in data:
            if one.category != one.series and found[one.series] <= found[one.category] < len(names):
                found[one.series] = found[one.category] + 1
                changed = True
        if not changed:
            break
    return found


def _band(start: QPointF, end: QPointF, wide: float) -> QPainterPath:
    middle = (start.x() + end.x()) / 2
    path = QPainterPath(start)
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
    path.lineTo(end.x(), end.y() + wide)
    path.cubicTo(
        QPointF(middle, end.y() + wide), QPointF(middle, start.y() + wide), QPointF(start.x(), start.y() + wide)
    )
    path.closeSubpath()
    return path
