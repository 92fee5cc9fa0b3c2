"""A week of launches: days across, hours down, what lasts for days on top. A click on a launch tells which it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.documents.launches import Lane, ink_of, lanes, outcome_word
from app.words import tr
from canvas import Tokens
from engine.runner.calendar import Block
from engine.workspace.calendars import Calendar

_GUTTER, _HEAD, _HOUR, _BAND = 56.0, 48.0, 44.0, 24.0
_DAYS = 7
_MOST_BANDS = 4
_ABOVE = 10.0
"""What the words of an hour need above its line."""
_HOURS = 24


@dataclass(frozen=True, slots=True)
class _Shown:
    block: Block
    rect: QRectF
    moment: datetime


class WeekView(QWidget):
    """Arrows walk through the launches, Enter opens the document of the one that is chosen."""

    chosen = Signal(str)
    """The document whose launch was chosen."""
    opened = Signal(str)
    """The document whose launch was chosen twice, or with Enter: it is to be opened."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._monday = date.today()  # noqa: DTZ011 - replaced before it is shown
        self._today = self._monday
        self._blocks: Sequence[Block] = ()
        self._calendars: Sequence[Calendar] = ()
        self._shown: list[_Shown] = []
        self._bands: list[tuple[str, QRectF]] = []
        self.current = -1
        self._pressed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Calendar of launches"))

    def show_week(self, monday: date, today: date, blocks: Sequence[Block], calendars: Sequence[Calendar]) -> None:
        """Show the week that begins on a Monday."""
        self._monday, self._today, self._blocks = monday, today, tuple(blocks)
        self._calendars = [one for one in calendars if not one.hidden]
        self.current = -1
        self._arrange()
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self._tokens = tokens
        self.update()

    @property
    def shown(self) -> list[tuple[str, datetime]]:
        """Documents and the wall time of their launches, as they are shown."""
        return [(one.block.document, one.moment) for one in self._shown]

    def sizeHint(self) -> QSize:
        return QSize(900, int(self._top + _HOURS * _HOUR + 8))

    @property
    def _top(self) -> float:
        wanted = max((one.lane for one in self._lanes()), default=-1) + 1
        return _HEAD + min(wanted, _MOST_BANDS) * _BAND + (6 if wanted else 0)

    def resizeEvent(self, event: QEvent) -> None:
        del event
        self._arrange()

    # Where everything is

    def _lanes(self) -> list[Lane]:
        return lanes(self._calendars, self._monday, self._monday + timedelta(days=_DAYS - 1))

    def _arrange(self) -> None:
        day = (self.width() - _GUTTER) / _DAYS
        self._bands = [
            (
                one.name,
                QRectF(
                    _GUTTER + (one.start - self._monday).days * day + 3,
                    _HEAD + one.lane * _BAND + 2,
                    one.days * day - 6,
                    _BAND - 4,
                ),
            )
            for one in self._lanes()
            if one.lane < _MOST_BANDS
        ]
        self._shown = []
        top = self._top
        places: dict[tuple[int, int], list[tuple[Block, datetime]]] = {}
        for block in self._blocks:
            moment = block.start.astimezone()
            column = (moment.date() - self._monday).days
            if 0 <= column < _DAYS:
                places.setdefault((column, moment.hour), []).append((block, moment))
        for (column, _), inside in places.items():
            width = (day - 6) / len(inside)
            for number, (block, moment) in enumerate(inside):
                at = top + (moment.hour + moment.minute / 60) * _HOUR
                left = _GUTTER + column * day + 3 + number * width
                self._shown.append(_Shown(block, QRectF(left, at + 1, width - 2, _HOUR - 2), moment))
        self._shown.sort(key=lambda one: one.moment)

    @property
    def current_place(self) -> QRectF:
        """Where the launch is that is chosen; empty while none is."""
        return self._shown[self.current].rect if 0 <= self.current < len(self._shown) else QRectF()

    def first_hour(self) -> int:
        """How far down the first launch of the week is, in pixels; the morning, when there is none."""
        if not self._shown:
            return int(self._top + 8 * _HOUR - _HEAD - _ABOVE)
        return int(min(one.rect.top() for one in self._shown) - self._top)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, seen = QPainter(self), QRectF(event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._tokens.card))
        self._paint_grid(painter)
        for name, rect in self._bands:
            self._paint_band(painter, name, rect)
        for number, one in enumerate(self._shown):
            # Most launches of a week are scrolled out of sight.
            if one.rect.intersects(seen):
                self._paint_block(painter, one, current=number == self.current and self.hasFocus())
        self._paint_days(painter)
        painter.end()

    @property
    def _seen_from(self) -> float:
        """Where what is seen begins, when the week is scrolled; the days stay there."""
        return float(max(0, -self.y()))

    def moveEvent(self, event: QMoveEvent) -> None:
        # Scrolling moves the pixels of the days away; they are painted anew where they stay.
        super().moveEvent(event)
        self.update()

    def _paint_days(self, painter: QPainter) -> None:
        locale, day, top = QLocale(), (self.width() - _GUTTER) / _DAYS, self._seen_from
        painter.fillRect(QRectF(0, top, self.width(), _HEAD), QColor(self._tokens.card))
        for column in range(_DAYS):
            shown = self._monday + timedelta(days=column)
            place = QRectF(_GUTTER + column * day, top, day, _HEAD)
            if shown == self._today:
                painter.fillRect(place, QColor(self._tokens.selection_tint))
            painter.setPen(QColor(self._tokens.selection if shown == self._today else self._tokens.text_quiet))
            words = locale.toString(QDate(shown.year, shown.month, shown.day), "ddd d MMM")
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QPen(QColor(self._tokens.grid_major), 1))
        painter.drawLine(QPointF(0, top + _HEAD), QPointF(self.width(), top + _HEAD))

    def _paint_grid(self, painter: QPainter) -> None:
        day = (self.width() - _GUTTER) / _DAYS
        quiet, line = QColor(self._tokens.text_quiet), QPen(QColor(self._tokens.grid_major), 1)
        for column in range(_DAYS):
            shown = self._monday + timedelta(days=column)
            left = _GUTTER + column * day
            if shown == self._today:
                painter.fillRect(QRectF(left, 0, day, self.height()), QColor(self._tokens.selection_tint))
            painter.setPen(line)
            painter.drawLine(QPointF(left, _HEAD - 10), QPointF(left, self.height()))
        for hour in range(_HOURS + 1):
            at = self._top + hour * _HOUR
            painter.setPen(line)
            painter.drawLine(QPointF(_GUTTER, at), QPointF(self.width(), at))
            painter.setPen(quiet)
            if hour < _HOURS:
                label = QRectF(0, at - 8, _GUTTER - 10, 16)
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(label, right, time(hour).strftime("%H:%M"))

    def _paint_band(self, painter: QPainter, name: str, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.grid_major))
        painter.drawRoundedRect(rect, 5, 5)
        painter.setPen(QColor(self._tokens.text))
        self._text(painter, rect.adjusted(8, 0, -6, 0), name, Qt.AlignmentFlag.AlignVCenter)

    def _paint_block(self, painter: QPainter, one: _Shown, *, current: bool) -> None:
        tokens, ink = self._tokens, ink_of(self._tokens, one.block.outcome)
        ground = QColor(ink)
        ground.setAlphaF(0.14)
        painter.setPen(QPen(QColor(tokens.focus), 2) if current else QPen(ground, 1))
        painter.setBrush(QColor(tokens.card))
        painter.drawRoundedRect(one.rect, 6, 6)
        painter.setBrush(ground)
        painter.drawRoundedRect(one.rect, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(one.rect.left(), one.rect.top(), 3, one.rect.height()), 1.5, 1.5)
        painter.setPen(QColor(tokens.text))
        inner = one.rect.adjusted(9, 4, -4, -4)
        half = inner.height() / 2
        self._text(painter, QRectF(inner.topLeft(), QSize(int(inner.width()), int(half))), one.block.name)
        painter.setPen(QColor(tokens.text_quiet))
        below = QRectF(inner.left(), inner.top() + half, inner.width(), half)
        self._text(painter, below, f"{one.moment:%H:%M} {outcome_word(one.block.outcome)}".strip())

    def _text(
        self, painter: QPainter, rect: QRectF, text: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop
    ) -> None:
        fitting = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignLeft), fitting)

    # Choosing

    def at(self, place: QPoint) -> int:
        """The launch at a point; -1 when there is none, also where the days stand over one."""
        if place.y() < self._seen_from + _HEAD:
            return -1
        found = (number for number, one in enumerate(self._shown) if one.rect.contains(QPointF(place)))
        return next(found, -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.at(event.position().toPoint())
        self._pressed = self._shown[number].block.document if number >= 0 else ""
        self.choose(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first click may have moved everything: what it chose can make room for its details.
        del event
        if self._pressed:
            self.opened.emit(self._pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.at(event.position().toPoint()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def choose(self, number: int) -> None:
        """Choose a launch by its place in time."""
        if 0 <= number < len(self._shown):
            self.current = number
            self.update()
            self.setAccessibleDescription(self._words(self._shown[number]))
            self.chosen.emit(self._shown[number].block.document)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Up): -1}
        step = steps.get(event.key(), 0)
        if step and self._shown:
            self.choose(max(0, min(len(self._shown) - 1, self.current + step)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= self.current < len(self._shown):
            self.opened.emit(self._shown[self.current].block.document)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            number = self.at(event.pos())
            QToolTip.showText(event.globalPos(), self._words(self._shown[number]) if number >= 0 else "", self)
            return True
        return super().event(event)

    def _words(self, one: _Shown) -> str:
        moment = f"{one.moment:%H:%M}"
        return " · ".join(part for part in (one.block.name, moment, outcome_word(one.block.outcome)) if part)
