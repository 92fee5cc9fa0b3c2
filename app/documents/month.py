"""A month of launches: weeks down, days across; each day tells how many launches it has, and of which documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from app.documents.launches import Lane, ink_of, lanes, outcome_of, words_of
from app.words import as_typed, number, tr
from canvas import Tokens
from engine.runner.calendar import DayLaunches
from engine.workspace.calendars import Calendar

_HEAD, _TOP, _LINE, _WEEK = 34.0, 24.0, 18.0, 70.0
_DAYS = 7
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_DAYS,
    Qt.Key.Key_Down: _DAYS,
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Entry:
    launches: DayLaunches
    rect: QRectF


class MonthView(QWidget):
    """Arrows walk through the days, Enter lists the launches of one; a click on a document chooses it, two open it."""

    chosen = Signal(str)
    """The document whose launches were chosen."""
    opened = Signal(str)
    """The document that is to be opened."""
    day_reached = Signal(object)
    """The current day is another one; it may lie in another month, which is to be shown then."""
    week_wanted = Signal(object)
    """The week of this date is to be shown."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._today = self.day = date.min
        self._first = date.min
        self._launches: dict[date, list[DayLaunches]] = {}
        self._calendars: Sequence[Calendar] = ()
        self._entries: list[_Entry] = []
        self._more: list[tuple[date, int, QRectF]] = []
        self._bands: list[tuple[Lane, QRectF]] = []
        self.current = self._pressed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Calendar of launches"))

    def show_month(
        self, day: date, today: date, launches: Sequence[DayLaunches], calendars: Sequence[Calendar]
    ) -> None:
        """Show the month of a day, and that day as the current one."""
        self._today, self.day, self._first = today, day, day.replace(day=1)
        self._launches = {}
        for one in launches:
            self._launches.setdefault(one.day, []).append(one)
        self._calendars = [one for one in calendars if not one.hidden]
        self.setMinimumHeight(self.sizeHint().height())
        self._arrange()
        self._tell()
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self._tokens = tokens
        self.update()

    def launches_on(self, day: date) -> list[DayLaunches]:
        """What is launched on a day, as it is shown."""
        return self._launches.get(day, [])

    def sizeHint(self) -> QSize:
        return QSize(900, int(_HEAD + len(self._mondays) * _WEEK))

    def resizeEvent(self, event: QEvent) -> None:
        del event
        self._arrange()

    # Where everything is

    @property
    def _mondays(self) -> list[date]:
        return weeks_of(self._first)

    def place_of(self, day: date) -> QRectF:
        """Where a day of the weeks that are shown is."""
        wide, high = self.width() / _DAYS, (self.height() - _HEAD) / len(self._mondays)
        row, column = divmod((day - self._mondays[0]).days, _DAYS)
        return QRectF(column * wide, _HEAD + row * high, wide, high)

    def day_at(self, place: QPoint) -> date | None:
        """The day at a point; none where the names of the days are."""
        if place.y() < _HEAD or not self.rect().contains(place):
            return None
        days = (monday + timedelta(days=step) for monday in self._mondays for step in range(_DAYS))
        return next((day for day in days if self.place_of(day).contains(QPointF(place))), None)

    def _arrange(self) -> None:
        self._entries, self._more, self._bands = [], [], []
        if self._first == date.min:
            return
        for monday in self._mondays:
            events = lanes(self._calendars, monday, monday + timedelta(days=_DAYS - 1))
            room = int((self.place_of(monday).height() - _TOP) // _LINE)
            for one in events:
                if one.lane < room - 1:
                    place = self.place_of(one.start)
                    self._bands.append((one, QRectF(
                        place.left() + 4, place.top() + _TOP + one.lane * _LINE, one.days * place.width() - 8, _LINE - 2
                    )))  # fmt: skip
            for step in range(_DAYS):
                day = monday + timedelta(days=step)
                taken = [one.lane for one in events if one.start <= day <= one.end and one.lane < room - 1]
                self._arrange_day(day, max(taken, default=-1) + 1, room)

    def _arrange_day(self, day: date, taken: int, room: int) -> None:
        """The documents of a day below the events of others; the last line counts those that have no room."""
        found, place = self.launches_on(day), self.place_of(day)
        fitting = max(room - taken, 1)
        shown = len(found) if len(found) <= fitting else fitting - 1
        for line, one in enumerate(found[:shown], start=taken):
            self._entries.append(_Entry(one, _line(place, line)))
        if shown < len(found):
            self._more.append((day, len(found) - shown, _line(place, taken + shown)))

    def entry_at(self, place: QPoint) -> DayLaunches | None:
        """The document whose launches stand at a point."""
        return next((one.launches for one in self._entries if one.rect.contains(QPointF(place))), None)

    def line_of(self, document: str, day: date) -> QRectF:
        """Where a document stands in a day; empty where it has no room."""
        found = (one.rect for one in self._entries if (one.launches.document, one.launches.day) == (document, day))
        return next(found, QRectF())

    def more_of(self, day: date) -> QRectF:
        """Where a day says that there is more; empty where it does not."""
        return next((rect for other, _, rect in self._more if other == day), QRectF())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._tokens.card))
        for monday in self._mondays:
            for step in range(_DAYS):
                self._paint_day(painter, monday + timedelta(days=step))
        self._paint_lines(painter)
        for lane, rect in self._bands:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._tokens.accents["grey"].tint))
            painter.drawRoundedRect(rect, 4, 4)
            self._text(painter, rect.adjusted(8, 0, -6, 0), lane.name, self._tokens.text)
        for one in self._entries:
            self._paint_entry(painter, one)
        for _, count, rect in self._more:
            self._text(painter, rect.adjusted(9, 0, 0, 0), tr("{n} more", n=count), self._tokens.text_quiet)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.place_of(self.day).adjusted(2, 2, -2, -2), 5, 5)
        painter.end()

    def _paint_lines(self, painter: QPainter) -> None:
        locale, wide = QLocale(), self.width() / _DAYS
        for column in range(_DAYS):
            name = locale.dayName(column + 1, QLocale.FormatType.ShortFormat)
            self._text(painter, QRectF(column * wide + 10, 0, wide - 20, _HEAD), name, self._tokens.text_quiet)
        painter.setPen(QPen(QColor(self._tokens.card_border), 1))
        painter.drawLine(QPointF(0, _HEAD), QPointF(self.width(), _HEAD))
        painter.setPen(QPen(QColor(self._tokens.grid_major), 1))
        for column in range(1, _DAYS):
            painter.drawLine(QPointF(column * wide, _HEAD), QPointF(column * wide, self.height()))
        for monday in self._mondays[1:]:
            at = self.place_of(monday).top()
            painter.drawLine(QPointF(0, at), QPointF(self.width(), at))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        tokens, place = self._tokens, self.place_of(day)
        inside = day.month == self._first.month
        if not inside:
            painter.fillRect(place, QColor(tokens.ground))
        if day == self._today:
            painter.fillRect(place, QColor(tokens.selection_tint))
        head = QRectF(place.left() + 10, place.top(), place.width() - 20, _TOP)
        font = painter.font()
        font.setBold(day == self._today)
        painter.setFont(font)
        ink = tokens.selection if day == self._today else tokens.text if inside else tokens.text_quiet
        self._text(painter, head, str(day.day), ink)
        font.setBold(False)
        painter.setFont(font)
        every = sum(one.count for one in self.launches_on(day))
        if every:
            room = head.adjusted(24, 0, 0, 0)
            words = tr("{n} run(s)", n=every)
            if QFontMetricsF(painter.font()).horizontalAdvance(words) > room.width():
                words = number(every)
            self._text(painter, room, words, tokens.text_quiet, _RIGHT)

    def _paint_entry(self, painter: QPainter, one: _Entry) -> None:
        tokens, launches, rect = self._tokens, one.launches, one.rect
        ink = ink_of(tokens, outcome_of(launches))
        ground = QColor(ink)
        ground.setAlphaF(0.26 if launches.document == self.current else 0.14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 4, 4)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), 3, rect.height()), 1.5, 1.5)
        inner = rect.adjusted(9, 0, -5, 0)
        if launches.count > 1:
            many = f"× {number(launches.count)}"
            self._text(painter, inner, many, tokens.text_quiet, _RIGHT)
            inner.setRight(inner.right() - QFontMetricsF(painter.font()).horizontalAdvance(many) - 6)
        self._text(painter, inner, f"{launches.first.astimezone():%H:%M} {launches.name}", tokens.text)

    def _text(self, painter: QPainter, rect: QRectF, text: str, colour: str, align: Qt.AlignmentFlag = _LEFT) -> None:
        painter.setPen(QColor(colour))
        fitting = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(align), fitting)

    # Choosing

    def go(self, day: date) -> None:
        """Make a day the current one; its month is asked for when another one is shown."""
        if day.replace(day=1) == self._first:
            self.day = day
            self._tell()
            self.update()
        self.day_reached.emit(day)

    def _tell(self) -> None:
        day = QLocale().toString(QDate(self.day.year, self.day.month, self.day.day), QLocale.FormatType.LongFormat)
        found = [words_of(one) for one in self.launches_on(self.day)]
        self.setAccessibleDescription("\n".join([day, *(found or [tr("No launch.")])]))

    def choose(self, document: str, day: date) -> None:
        """Choose the launches of a document on a day."""
        self.current = document
        if day.month == self._first.month:
            self.go(day)
        self.update()
        self.chosen.emit(document)

    def menu_of(self, day: date) -> QMenu:
        """The documents that are launched on a day, to be opened, and the way to its week."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self.launches_on(day):
            action = menu.addAction(as_typed(words_of(one)))
            action.triggered.connect(lambda _=False, document=one.document: self.opened.emit(document))
        menu.addSeparator()
        menu.addAction(tr("Show this week")).triggered.connect(lambda: self.week_wanted.emit(day))
        return menu

    def _list(self, day: date) -> None:
        self.menu_of(day).popup(self.mapToGlobal(self.place_of(day).topLeft().toPoint() + QPoint(8, int(_TOP))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        one, day = self.entry_at(place), self.day_at(place)
        self._pressed = one.document if one is not None else ""
        if one is not None:
            self.choose(one.document, one.day)
        elif day is not None and self.more_of(day).contains(event.position()):
            self._list(day)
        elif day is not None and day.month == self._first.month:
            self.go(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first click may have moved everything: what it chose can make room for its details.
        day = self.day_at(event.position().toPoint())
        if self._pressed:
            self.opened.emit(self._pressed)
        elif day is not None:
            self.week_wanted.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = any(rect.contains(event.position()) for rect in self._active_places())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _active_places(self) -> list[QRectF]:
        return [*(one.rect for one in self._entries), *(rect for *_, rect in self._more)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.go(self.day + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.go(month_after(self.day, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key in _ENTER:
            self._list(self.day)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            one = self.entry_at(event.pos())
            QToolTip.showText(event.globalPos(), words_of(one) if one is not None else "", self)
            return True
        return super().event(event)


def _line(place: QRectF, line: int) -> QRectF:
    return QRectF(place.left() + 4, place.top() + _TOP + line * _LINE, place.width() - 8, _LINE - 2)


def weeks_of(day: date) -> list[date]:
    """The Mondays of the weeks in which the month of a day lies."""
    first = day.replace(day=1)
    monday, last = first - timedelta(days=first.weekday()), month_after(first, 1) - timedelta(days=1)
    return [monday + timedelta(days=step) for step in range(0, (last - monday).days + 1, _DAYS)]


def month_after(day: date, months: int) -> date:
    """The same day so many months later; the last of that month, where it has no such day."""
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (following - timedelta(days=1)).day))
