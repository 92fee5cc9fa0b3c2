"""What a column holds: its measures, its most frequent values and its distribution as bars."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.inspector.colours import tokens_of
from app.inspector.filters import between, equal_to, operators
from app.inspector.notices import Notice
from app.inspector.service import Service
from app.inspector.values import cell, percent, shown, title
from app.words import headed, number, tr
from app.worker import Tasks, finished
from engine.relations import Column
from engine.runner.summaries import Summary
from engine.runner.views import View
from engine.types import Family

_LINE, _GAP = 22, 4
_SHARE = 64
"""The room of a share at the end of a line; counts stand before it, in a column of their own."""
_FIGURES = 110
"""The room of count and share together."""
_WIDEST_VALUE = 150
"""Longer values end in an ellipsis where room is scarce, and are whole under the pointer."""
_HISTOGRAM = 150
_NARROWEST = 180
"""In less width bars are not told apart; the distribution then stands below the measures."""
_FOOT = 20
_APART, _SIDE = 28, 14
"""The room between columns, and beside the first and the last."""


class StatisticsPanel(QWidget):
    """One column of the view that is open; the column is chosen above. A click on a bar finds its rows."""

    filters_wanted = Signal(object)
    """The conditions that find the rows of a bar."""

    def __init__(self, service: Service, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._view: View | None = None
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Column"))
        self.measures = QGridLayout()
        self.measures.setHorizontalSpacing(18)
        self.measures.setVerticalSpacing(4)
        self.measures.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.frequent = FrequentValues()
        self.histogram = Histogram()
        self.heading = QLabel(tr("Distribution"))
        self.heading.setProperty("fieldTitle", True)
        left = self._left = QVBoxLayout()
        left.addWidget(self.choice)
        left.addLayout(self.measures)
        left.addStretch(1)
        right = self._right = QVBoxLayout()
        title = QLabel(tr("Most frequent values"))
        title.setProperty("fieldTitle", True)
        right.addWidget(title)
        right.addWidget(self.frequent)
        right.addStretch(1)
        middle = QVBoxLayout()
        middle.addWidget(self.heading)
        middle.addWidget(self.histogram)
        middle.addStretch(1)
        self._figures = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._figures.setSpacing(_APART)
        self._figures.addLayout(left)
        self._figures.addLayout(middle)
        inner = QWidget()
        row = self._row = QHBoxLayout(inner)
        row.setContentsMargins(_SIDE, 10, _SIDE, 10)
        row.setSpacing(_APART)
        row.addLayout(self._figures)
        row.addLayout(right)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.notice = Notice()
        self.notice.say(
            "cursor", tr("No population is open"),
            tr("Click a count on the canvas, or select a transition and press Enter, to see what its columns hold."),
        )  # fmt: skip
        self._pages = QStackedWidget()
        self._pages.addWidget(self.notice)
        self._pages.addWidget(area)
        box.addWidget(self._pages)
        self._arrange()
        self.choice.activated.connect(self._chosen)
        self.frequent.chosen.connect(self.filters_wanted)
        self.histogram.chosen.connect(self.filters_wanted)
        self._wanted = ""

    def show_view(self, view: View | None, columns: Sequence[Column], name: str = "") -> None:
        """Show a column of a view; by default the one shown before, or the first."""
        self._view = view
        self._pages.setCurrentIndex(0 if view is None else 1)
        wanted = name or self._wanted
        self.choice.clear()
        for column in columns:
            self.choice.addItem(title(column), column.name)
        index = max(0, self.choice.findData(wanted))
        self.choice.setCurrentIndex(index)
        self._chosen(index)

    def _chosen(self, index: int) -> None:
        name = self.choice.itemData(index)
        if self._view is not None and isinstance(name, str):
            self._wanted = name
            self._tasks.start(self._load(self._view, name), of=self)

    async def _load(self, view: View, name: str) -> None:
        found = await finished(self._service.summary(view, name))
        if view is self._view and name == self._wanted:
            self.show_summary(found)

    def show_summary(self, found: Summary) -> None:
        """Show statistics that are there."""
        while self.measures.count():
            item = self.measures.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for row, (text, value) in enumerate(_measures(found)):
            label, figure = QLabel(text), QLabel(value)
            label.setProperty("quiet", True)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.measures.addWidget(label, row, 0)
            self.measures.addWidget(figure, row, 1)
        self.frequent.show_values(found)
        self.histogram.show_bars(found)
        self.heading.setVisible(bool(found.bars))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Three columns where there is room; where there is nothing to draw, what is told moves together."""
        told = self._left.minimumSize().width() + self._right.minimumSize().width()
        bar = self._area.verticalScrollBar().sizeHint().width()
        narrow = self.width() < told + _NARROWEST + 2 * (_APART + _SIDE) + bar
        drawn = not self.heading.isHidden()
        directions = QBoxLayout.Direction
        self._figures.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._figures.setStretch(0, 0 if narrow else 2)
        self._figures.setStretch(1, 4 if drawn else 0)
        self._row.setStretch(0, 6 if drawn and not narrow else 2)
        self._row.setStretch(1, 4)


def _measures(found: Summary) -> list[tuple[str, str]]:
    lines = [(tr("Rows"), number(found.rows)), (tr("Without a value"), number(found.missing))]
    if found.empty:
        lines.append((tr("Empty texts"), number(found.empty)))
    lines.append((tr("Different values"), number(found.distinct)))
    first, last = _ends(found.column.type.family)
    for text, value in (
        (first, found.least), (last, found.greatest), (tr("Mean"), found.mean), (tr("Median"), found.median)
    ):  # fmt: skip
        if value is not None:
            lines.append((text, cell(found.column, value)))
    return lines


def _ends(family: Family) -> tuple[str, str]:
    """What the first and the last value in order are called."""
    match family:
        case Family.TEXT:
            return tr("First in the alphabet"), tr("Last in the alphabet")
        case Family.MOMENT:
            return tr("Earliest"), tr("Latest")
        case _:
            return tr("Smallest"), tr("Largest")


class FrequentValues(QWidget):
    """The most frequent values, each with a bar as long as its share."""

    chosen = Signal(object)
    """The conditions that find the rows with a value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[Any, int], ...] = ()
        self._all = 0
        self._column: Column | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y() // (_LINE + _GAP))
        self.setToolTip(self._said(self._rows[place][0]) if 0 <= place < len(self._rows) else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y() // (_LINE + _GAP))
        if self._column is not None and 0 <= place < len(self._rows) and operators(self._column):
            self.chosen.emit([equal_to(self._column, self._rows[place][0])])

    def show_values(self, found: Summary) -> None:
        """Show the values of a column."""
        self._rows, self._all, self._column = found.frequent, found.rows, found.column
        self.setAccessibleDescription(
            ", ".join(headed(self._said(value), number(count)) for value, count in self._rows)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, len(self._rows) * (_LINE + _GAP))

    def minimumSizeHint(self) -> QSize:
        longest = max((self.fontMetrics().horizontalAdvance(self._said(value)) for value, _ in self._rows), default=0)
        return QSize(min(longest + 2, _WIDEST_VALUE) + 16 + _FIGURES, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, (value, count) in enumerate(self._rows):
            top = place * (_LINE + _GAP)
            share = count / self._all if self._all else 0.0
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accents["blue"].tint))
            painter.drawRoundedRect(QRectF(0, top, max(3.0, share * self.width()), _LINE), 4, 4)
            painter.setPen(QColor(tokens.text))
            line = QRectF(8, top, self.width() - 16, _LINE)
            side, words = Qt.AlignmentFlag.AlignVCenter, line.adjusted(0, 0, -_FIGURES, 0)
            text = painter.fontMetrics().elidedText(
                self._said(value), Qt.TextElideMode.ElideRight, round(words.width())
            )
            painter.drawText(words, side | Qt.AlignmentFlag.AlignLeft, text)
            right = side | Qt.AlignmentFlag.AlignRight
            painter.drawText(line.adjusted(0, 0, -_SHARE, 0), right, number(count))
            painter.drawText(line, right, percent(count, self._all))

    def _said(self, value: Any) -> str:
        assert self._column is not None, "only asked for values that are shown"
        return tr("(none)") if value is None else cell(self._column, value)


class Histogram(QWidget):
    """The distribution of numbers or dates; the bar under the pointer says what it holds."""

    chosen = Signal(object)
    """The conditions that find the rows of a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Summary | None = None
        self._at = -1
        self.setMouseTracking(True)
        self.setMinimumHeight(_HISTOGRAM)

    def show_bars(self, found: Summary) -> None:
        """Show the distribution of a column; nothing where it has none."""
        self._found, self._at = found, -1
        self.setVisible(bool(found.bars))
        self.setAccessibleDescription(", ".join(self._said(place) for place in range(len(found.bars))))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bars = self._found.bars if self._found is not None else ()
        if bars:
            self._at = min(len(bars) - 1, max(0, int(event.position().x() / self.width() * len(bars))))
            self.setToolTip(self._said(self._at))
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bars = self._found.bars if self._found is not None else ()
        if self._found is not None and bars:
            place = min(len(bars) - 1, max(0, int(event.position().x() / self.width() * len(bars))))
            self.chosen.emit(between(self._found.column, bars[place].low, bars[place].high))

    def _said(self, place: int) -> str:
        assert self._found is not None, "only asked for bars that are shown"
        bar = self._found.bars[place]
        return tr("{low} to below {high}: {rows}", low=shown(bar.low), high=shown(bar.high), rows=number(bar.rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        bars = self._found.bars if self._found is not None else ()
        if not bars:
            return
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ends = self._ends()
        # Two long ends of an axis stand one above the other.
        apart = sum(map(painter.fontMetrics().horizontalAdvance, ends)) + 12 > self.width()
        foot = 2 * _FOOT if apart else _FOOT
        highest = max(bar.rows for bar in bars) or 1
        width, height = self.width() / len(bars), self.height() - foot
        painter.setPen(Qt.PenStyle.NoPen)
        for place, bar in enumerate(bars):
            tall = bar.rows / highest * (height - 4)
            accent = tokens.accents["blue"]
            painter.setBrush(QColor(tokens.selection if place == self._at else accent.ink))
            if bar.rows:
                painter.drawRoundedRect(QRectF(place * width + 1, height - max(tall, 2), width - 2, max(tall, 2)), 2, 2)
        painter.setPen(QColor(tokens.text_quiet))
        line = QRectF(0, height + 2, self.width(), foot - 2)
        sides = Qt.AlignmentFlag
        painter.drawText(line, sides.AlignTop | sides.AlignLeft, ends[0])
        painter.drawText(line, sides.AlignBottom | sides.AlignRight, ends[1])

    def _ends(self) -> tuple[str, str]:
        """Where the first bar begins and the last one ends; days without their midnight."""
        assert self._found is not None, "only asked for bars that are shown"
        low, high = self._found.bars[0].low, self._found.bars[-1].high
        if isinstance(low, datetime) and isinstance(high, datetime) and low.time() == high.time() == time():
            low, high = low.date(), high.date()
        return shown(low), shown(high)
