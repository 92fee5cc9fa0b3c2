"""Amounts side by side: bars that lie, columns that stand, lines over time, and a table of tinted cells."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.charts.chart import Chart, Datum, Mark, rectangle, shown
from app.inspector.colours import mixed

_LEFT, _RIGHT, _CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
_LEGEND, _AXIS = 24.0, 22.0


class BarsChart(Chart):
    """One lying bar per category, its series one after the other."""

    _LINE = 30

    def show_data(self, data: Sequence[Datum]) -> None:
        lines = len(dict.fromkeys(one.category for one in data))
        self.height_wanted = max(90, self._LINE * lines + (int(_LEGEND) if _named(data) else 0) + 16)
        super().show_data(data)

    def _left(self, box: QRectF) -> float:
        return min(box.width() * 0.42, max(self.width_of(one) for one in self.categories) + 12)

    def lay_out(self, box: QRectF) -> list[Mark]:
        sums = {name: sum(one.value for one in self.data if one.category == name) for name in self.categories}
        most = max(sums.values()) or 1.0
        left, top = self._left(box), box.top() + (_LEGEND if _named(self.data) else 0)
        wide = box.width() - left - 64
        line = min(float(self._LINE), (box.bottom() - top) / len(sums))
        found: list[Mark] = []
        for place, name in enumerate(sums):
            at = box.left() + left
            for one in self.data:
                if one.category == name:
                    long = max(wide * one.value / most, 1.5 if one.value else 0.0)
                    bar = QRectF(at, top + line * place + 5, long, line - 10)
                    found.append(Mark(rectangle(bar), one, self.words(one)))
                    at = bar.right()
        return found

    def draw(self, painter: QPainter, box: QRectF) -> None:
        if _named(self.data):
            legend(self, painter, box)
        ends: dict[str, QRectF] = {}
        sums: dict[str, float] = {}
        for mark in self.marks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.fill(mark, self.colour_of(mark.datum.series, self.series)))
            painter.drawPath(mark.path)
            ends[mark.datum.category] = mark.path.boundingRect()
            sums[mark.datum.category] = sums.get(mark.datum.category, 0) + mark.datum.value
        left = self._left(box)
        for name, end in ends.items():
            row = QRectF(box.left(), end.top() - 4, left - 8, end.height() + 8)
            self.text(painter, row, name, _LEFT)
            told = f"{shown(sums[name])}{self.unit}"
            self.text(painter, QRectF(end.right() + 8, row.top(), 60, row.height()), told, _LEFT, quiet=True)


class ColumnsChart(Chart):
    """Standing columns, the series of a category side by side, over an axis."""

    def lay_out(self, box: QRectF) -> list[Mark]:
        field, most = field_of(self, box), ceiling(max(one.value for one in self.data))
        categories, series = self.categories, self.series
        step = field.width() / len(categories)
        wide = min(max((step - 6) / len(series), 2.0), 36.0)
        found: list[Mark] = []
        for one in self.data:
            middle = field.left() + step * (categories.index(one.category) + 0.5)
            at = middle + wide * (series.index(one.series) - len(series) / 2)
            high = max(field.height() * one.value / most, 1.0 if one.value else 0.0)
            bar = QRectF(at + 1, field.bottom() - high, wide - 2, high)
            found.append(Mark(rectangle(bar, 2), one, self.words(one)))
        return found

    def draw(self, painter: QPainter, box: QRectF) -> None:
        axes(self, painter, box)
        for mark in self.marks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.fill(mark, self.colour_of(mark.datum.series, self.series)))
            painter.drawPath(mark.path)


class LineChart(Chart):
    """A line per series over the categories, which are times; each value is a point."""

    def lay_out(self, box: QRectF) -> list[Mark]:
        found: list[Mark] = []
        for one in self.data:
            path = QPainterPath()
            path.addEllipse(self._at(one, box), 6, 6)
            found.append(Mark(path, one, self.words(one)))
        return found

    def _at(self, one: Datum, box: QRectF) -> QPointF:
        field, most = field_of(self, box), ceiling(max(each.value for each in self.data))
        categories = self.categories
        step = field.width() / len(categories)
        x = field.left() + step * (categories.index(one.category) + 0.5)
        return QPointF(x, field.bottom() - field.height() * one.value / most)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        axes(self, painter, box)
        for name in self.series:
            points = [self._at(one, box) for one in self.data if one.series == name]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.colour_of(name, self.series), 2))
            painter.drawPolyline(points)
        for mark in self.marks:
            colour = self.colour_of(mark.datum.series, self.series)
            painter.setPen(QPen(QColor(self.tokens.card), 1.5))
            painter.setBrush(self.fill(mark, colour))
            painter.drawEllipse(mark.path.boundingRect().center(), 4, 4)


class HeatChart(Chart):
    """A cell per category and series, tinted by how much it holds; what is missing is a nought."""

    _LINE = 30

    def show_data(self, data: Sequence[Datum]) -> None:
        categories = list(dict.fromkeys(one.category for one in data))
        series = list(dict.fromkeys(one.series for one in data))
        known = {(one.category, one.series): one for one in data}
        whole = [known.get((name, part), Datum(name, 0, part)) for name in categories for part in series]
        self.height_wanted = max(100, self._LINE * (len(categories) + 1) + 16)
        super().show_data(whole)

    def _field(self, box: QRectF) -> QRectF:
        left = min(box.width() * 0.36, max(self.width_of(one) for one in self.categories) + 12)
        return QRectF(box.left() + left, box.top() + _AXIS, box.width() - left, box.height() - _AXIS)

    def lay_out(self, box: QRectF) -> list[Mark]:
        field, categories, series = self._field(box), self.categories, self.series
        wide, high = field.width() / len(series), min(float(self._LINE), field.height() / len(categories))
        return [
            Mark(
                rectangle(QRectF(field.left() + wide * series.index(one.series) + 1,
                                 field.top() + high * categories.index(one.category) + 1, wide - 2, high - 2)),
                one, self.words(one),
            )
            for one in self.data
        ]  # fmt: skip

    def draw(self, painter: QPainter, box: QRectF) -> None:
        most = max(one.value for one in self.data) or 1.0
        field = self._field(box)
        for mark in self.marks:
            share = mark.datum.value / most
            colour = mixed(self.tokens.accents["blue"].ink, self.tokens.card, 0.08 + 0.72 * share)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.fill(mark, colour))
            painter.drawPath(mark.path)
            cell = mark.path.boundingRect()
            dark = colour.lightness() < 140
            painter.setPen(QColor("#ffffff" if dark else "#171c26"))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, shown(mark.datum.value))
            if mark.datum.series == self.series[0]:
                self.text(painter, QRectF(box.left(), cell.top(), field.left() - box.left() - 8, cell.height()),
                          mark.datum.category, _LEFT)  # fmt: skip
            if mark.datum.category == self.categories[0]:
                self.text(painter, QRectF(cell.left(), box.top(), cell.width(), _AXIS), mark.datum.series, _CENTRE,
                          quiet=True)  # fmt: skip


def _named(data: Sequence[Datum]) -> bool:
    """Whether colours mean something that has to be said, be it that there is only one of them."""
    return any(one.series for one in data)


def ceiling(value: float) -> float:
    """The end of an axis: a round number that is not smaller, and whose quarters are whole."""
    size = 10.0 ** max(len(str(int(value))) - 1, 0)
    rounds = (part * size for part in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10, 12))
    return next((one for one in rounds if one >= value and one % 4 == 0), 4.0)


def field_of(chart: Chart, box: QRectF) -> QRectF:
    """The field between the axes."""
    left = chart.width_of(shown(ceiling(max(one.value for one in chart.data)))) + 12
    top = _LEGEND if _named(chart.data) else 6
    return QRectF(box.left() + left, box.top() + top, box.width() - left - 8, box.height() - top - _AXIS)


def axes(chart: Chart, painter: QPainter, box: QRectF) -> None:
    """Lines with their values at the left, categories below, and what the colours mean above."""
    field, most = field_of(chart, box), ceiling(max(one.value for one in chart.data))
    for part in range(5):
        y = field.bottom() - field.height() * part / 4
        painter.setPen(QPen(QColor(chart.tokens.grid_major if part else chart.tokens.card_border), 1))
        painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        words = shown(most * part / 4)
        chart.text(painter, QRectF(box.left(), y - 9, field.left() - box.left() - 8, 18), words, _RIGHT, quiet=True)
    categories = chart.categories
    step = field.width() / len(categories)
    widest = max(chart.width_of(one) for one in categories) + 10
    every = max(1, -(-int(widest) // max(int(step), 1)))
    for place in range(0, len(categories), every):
        middle = field.left() + step * (place + 0.5)
        chart.text(painter, QRectF(middle - step * every / 2, field.bottom() + 3, step * every, _AXIS - 3),
                   categories[place], _CENTRE, quiet=True)  # fmt: skip
    if _named(chart.data):
        legend(chart, painter, box)


def legend(chart: Chart, painter: QPainter, box: QRectF) -> None:
    """What the colours mean."""
    at = box.left()
    for name in chart.series:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(chart.colour_of(name, chart.series))
        painter.drawEllipse(QPointF(at + 5, box.top() + 8), 4.5, 4.5)
        wide = chart.width_of(name) + 4
        chart.text(painter, QRectF(at + 14, box.top(), wide, 16), name, _LEFT, quiet=True)
        at += wide + 28
