"""The track of time under a journey: what happened when as a row of bars, the instant, and the part that is played."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from app.journeys.adapter import JourneyAdapter, wall
from app.journeys.replay import DAY, HOUR, SECOND
from app.words import short_day, tr
from canvas import Tokens
from engine.journey.calendar import micros

_SIDE, _TOP, _BARS, _FOOT = 10.0, 4.0, 26.0, 16.0
_BAR = 4.0
_GRIP = 7.0
_LEAST_LABEL = 64.0
_MIDNIGHTS = (1, 2, 7, 14, 28, 56, 112)
"""How many days may lie between two labels."""


class _Hold(Enum):
    """What of the track the mouse holds."""

    NOTHING = auto()
    INSTANT = auto()
    FIRST = auto()
    LAST = auto()


class TimeTrack(QAbstractSlider):
    """A slider whose value is in seconds since the start of the run."""

    told = Signal(str)
    """A sentence for screen readers."""

    def __init__(self, adapter: JourneyAdapter, tokens: Tokens) -> None:
        super().__init__()
        self._adapter, self._replay, self._tokens = adapter, adapter.replay, tokens
        self._hold = _Hold.NOTHING
        self._heights: list[float] = []
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Instant of the rehearsal"))
        self.setToolTip(
            tr("Drag to an instant. Arrows move by a day, with Shift by an hour; Page Up and Page Down go from event "
               "to event; I and O set the part that is played.")
        )  # fmt: skip
        self._replay.changed.connect(self._run_changed)
        self._replay.moved.connect(self._moved)
        self._run_changed()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, int(_TOP + _BARS + _FOOT))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, int(_TOP + _BARS + _FOOT))

    # What is shown

    def _run_changed(self) -> None:
        timeline = self._replay.timeline
        self.setEnabled(timeline is not None)
        if timeline is not None:
            self.setRange(0, (timeline.end - timeline.start) // SECOND)
            self.setSingleStep(DAY // SECOND)
            self.setPageStep(7 * DAY // SECOND)
        self._measure()
        self._moved()

    def _measure(self) -> None:
        """The heights of the bars, from 0 to 1: the root of how much happened, so that little is seen beside much."""
        timeline = self._replay.timeline
        parts = max(1, int((self.width() - 2 * _SIDE) / _BAR))
        found = timeline.happenings(parts) if timeline is not None else []
        most = max(found, default=0) or 1
        self._heights = [(one / most) ** 0.4 if one else 0.0 for one in found]
        self.update()

    def _moved(self) -> None:
        timeline = self._replay.timeline
        if timeline is not None:
            self.setValue((self._replay.instant - timeline.start) // SECOND)
        self.update()

    def x_of(self, instant: int) -> float:
        """Where an instant stands."""
        timeline = self._replay.timeline
        if timeline is None:
            return _SIDE
        share = (instant - timeline.start) / (timeline.end - timeline.start)
        return _SIDE + share * (self.width() - 2 * _SIDE)

    def instant_at(self, x: float) -> int:
        """The instant that stands at a place."""
        timeline = self._replay.timeline
        if timeline is None:
            return 0
        share = min(max((x - _SIDE) / max(1.0, self.width() - 2 * _SIDE), 0.0), 1.0)
        return timeline.start + round(share * (timeline.end - timeline.start))

    # Mouse and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._replay.timeline is None:
            return
        self._hold = self._at(event.position())
        self._replay.pause()
        self._drag(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hold is _Hold.NOTHING:
            grip = self._at(event.position()) in {_Hold.FIRST, _Hold.LAST}
            self.setCursor(Qt.CursorShape.SizeHorCursor if grip else Qt.CursorShape.PointingHandCursor)
        else:
            self._drag(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._hold = _Hold.NOTHING

    def _at(self, place: QPointF) -> _Hold:
        if place.y() > _TOP + _BARS - 8.0:
            for hold, instant in ((_Hold.FIRST, self._replay.first), (_Hold.LAST, self._replay.last)):
                if abs(place.x() - self.x_of(instant)) <= _GRIP:
                    return hold
        return _Hold.INSTANT

    def _drag(self, x: float) -> None:
        replay, there = self._replay, self.instant_at(x)
        match self._hold:
            case _Hold.INSTANT:
                replay.go_to(there)
            case _Hold.FIRST:
                replay.play_between(min(there, replay.last - HOUR), replay.last)
            case _Hold.LAST:
                replay.play_between(replay.first, max(there, replay.first + HOUR))
            case _Hold.NOTHING:
                pass

    def keyPressEvent(self, event: QKeyEvent) -> None:
        replay, timeline = self._replay, self._replay.timeline
        if timeline is None:
            super().keyPressEvent(event)
            return
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = HOUR if shifted else DAY
        steps: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Left: lambda: replay.step(-step), Qt.Key.Key_Right: lambda: replay.step(step),
            Qt.Key.Key_Down: lambda: replay.step(-step), Qt.Key.Key_Up: lambda: replay.step(step),
            Qt.Key.Key_Home: lambda: replay.go_to(timeline.start), Qt.Key.Key_End: lambda: replay.go_to(timeline.end),
            Qt.Key.Key_PageUp: replay.previous_event, Qt.Key.Key_PageDown: replay.next_event,
            Qt.Key.Key_Space: replay.toggle,
            Qt.Key.Key_I: replay.play_from_here,
            Qt.Key.Key_O: replay.play_to_here,
        }  # fmt: skip
        act = steps.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._tokens
        ground = QRectF(_SIDE, _TOP, self.width() - 2 * _SIDE, _BARS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ground))
        painter.drawRoundedRect(ground, 4, 4)
        if self._replay.timeline is None:
            return
        self._paint_range(painter, ground)
        self._paint_bars(painter, ground)
        self._paint_days(painter, ground)
        self._paint_instant(painter, ground)

    def _paint_range(self, painter: QPainter, ground: QRectF) -> None:
        tokens = self._tokens
        first, last = self.x_of(self._replay.first), self.x_of(self._replay.last)
        painter.setBrush(QColor(tokens.selection_tint))
        painter.drawRoundedRect(QRectF(first, ground.top(), last - first, ground.height()), 4, 4)
        painter.setBrush(QColor(tokens.edge))
        for x, way in ((first, 1.0), (last, -1.0)):
            foot = ground.bottom()
            grip = [QPointF(x, foot - 9), QPointF(x, foot + 3), QPointF(x + way * 7, foot + 3)]
            painter.drawPolygon(QPolygonF(grip))

    def _paint_bars(self, painter: QPainter, ground: QRectF) -> None:
        tokens, now = self._tokens, self.x_of(self._replay.instant)
        past, later = QColor(tokens.selection), QColor(tokens.pill_border)
        room = ground.height() - 4
        for place, height in enumerate(self._heights):
            if height:
                left = ground.left() + place * ground.width() / len(self._heights)
                painter.setBrush(past if left <= now else later)
                tall = max(2.0, height * room)
                painter.drawRoundedRect(QRectF(left + 0.5, ground.bottom() - 2 - tall, _BAR - 1.0, tall), 1, 1)

    def _paint_days(self, painter: QPainter, ground: QRectF) -> None:
        painter.setPen(QPen(QColor(self._tokens.text_quiet)))
        font = self.font()
        font.setPixelSize(10)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        for instant, words in self.days():
            x = self.x_of(instant)
            width = metrics.horizontalAdvance(words)
            left = min(max(x - width / 2, 0.0), self.width() - width)
            painter.drawLine(QPointF(x, ground.bottom()), QPointF(x, ground.bottom() + 3))
            painter.drawText(QPointF(left, ground.bottom() + 13), words)

    def days(self) -> list[tuple[int, str]]:
        """The midnights that are labelled, each with its words: those of the zone in which instants are told."""
        timeline = self._replay.timeline
        if timeline is None:
            return []
        days = (timeline.end - timeline.start) / DAY
        wide = (self.width() - 2 * _SIDE) / max(days, 1 / 24)
        every = next((one for one in _MIDNIGHTS if one * wide >= _LEAST_LABEL), _MIDNIGHTS[-1])
        zone = self._adapter.zone
        day = wall(timeline.start, zone).date()
        if micros(datetime.combine(day, time(), tzinfo=zone)) < timeline.start:
            day += timedelta(days=1)
        found: list[tuple[int, str]] = []
        while (midnight := micros(datetime.combine(day, time(), tzinfo=zone))) <= timeline.end:
            found.append((midnight, short_day(day)))
            day += timedelta(days=every)
        return found

    def _paint_instant(self, painter: QPainter, ground: QRectF) -> None:
        tokens, x = self._tokens, self.x_of(self._replay.instant)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.text), 2.0))
        painter.drawLine(QPointF(x, ground.top() - 3), QPointF(x, ground.bottom() + 2))
        painter.setBrush(QColor(tokens.card))
        painter.drawEllipse(QPointF(x, ground.top() + 2), 4.5, 4.5)
