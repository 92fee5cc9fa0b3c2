"""What every chart is: values become marks, a mark is pointed at, walked to with the arrows, and chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.inspector.colours import tokens_of
from app.words import headed, number, tr
from canvas import Tokens

PALETTE = ("blue", "amber", "teal", "purple", "green", "red", "grey")
"""Accents for series, in the order in which they are taken."""


@dataclass(frozen=True, slots=True)
class Datum:
    """A value with what it is called; `key` is handed back when its mark is chosen."""

    category: str
    value: float
    series: str = ""
    key: object = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawn value: its outline, and its words."""

    path: QPainterPath
    datum: Datum
    words: str


class Chart(QWidget):
    """Arrows walk along the marks, Enter or Space or a click chooses one."""

    chosen = Signal(object)
    """The Datum of a mark."""

    height_wanted = 220

    def __init__(self, title: str, unit: str = "") -> None:
        super().__init__()
        self.data: Sequence[Datum] = ()
        self.marks: list[Mark] = []
        self.current = -1
        self.unit = unit
        self.ramp = False
        """Whether categories are ordered, so that their colours go from quiet to strong."""
        self.empty = tr("Nothing to show")
        self.order: Sequence[str] = ()
        """Names that have the same colours whichever of them there are."""
        self._pointed = -1
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # What subclasses say

    def lay_out(self, box: QRectF) -> list[Mark]:
        """The marks of the data in a box."""
        raise NotImplementedError

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draw what stands around the marks, and the marks."""
        raise NotImplementedError

    # Values

    def show_data(self, data: Sequence[Datum]) -> None:
        """Show other values."""
        self.data = tuple(data)
        self.current = self._pointed = -1
        self._lay_out()
        self.setAccessibleDescription("; ".join(self.words(one) for one in self.data))
        self.updateGeometry()
        self.update()

    def words(self, one: Datum) -> str:
        """A value in words."""
        named = " · ".join(part for part in (one.category, one.series) if part)
        return headed(named, f"{shown(one.value)}{self.unit}")

    @property
    def categories(self) -> list[str]:
        return list(dict.fromkeys(one.category for one in self.data))

    @property
    def series(self) -> list[str]:
        return list(dict.fromkeys(one.series for one in self.data))

    def colour(self, series: int) -> QColor:
        """The colour of the how manieth series, or category of a ring."""
        if self.ramp:
            return QColor(self.tokens.heat[min(series + 1, len(self.tokens.heat) - 1)])
        return QColor(self.tokens.accents[PALETTE[series % len(PALETTE)]].ink)

    def colour_of(self, name: str, among: Sequence[str]) -> QColor:
        """The colour of a series, or of a category of a ring."""
        if name in self.order:
            return self.colour(self.order.index(name))
        return self.colour(len(self.order) + [one for one in among if one not in self.order].index(name))

    @property
    def tokens(self) -> Tokens:
        return tokens_of(self)

    def fill(self, mark: Mark, colour: QColor) -> QColor:
        """The colour of a mark, louder while it is pointed at."""
        lively = self._pointed >= 0 and self.marks[self._pointed] is mark
        return colour.lighter(115) if lively else colour

    # Drawing

    def sizeHint(self) -> QSize:
        return QSize(360, self.height_wanted)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.height_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(4, 6, -4, -6)

    def _lay_out(self) -> None:
        self.marks = self.lay_out(self._box()) if self.data else []

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        if not self.data:
            painter.setPen(QColor(self.tokens.text_quiet))
            painter.drawText(self._box(), Qt.AlignmentFlag.AlignCenter, self.empty)
            return
        self.draw(painter, self._box())
        if self.hasFocus() and 0 <= self.current < len(self.marks):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.tokens.focus), 2))
            painter.drawPath(self.marks[self.current].path)

    def text(
        self, painter: QPainter, box: QRectF, words: str, side: Qt.AlignmentFlag, *, quiet: bool = False,
        bold: bool = False,
    ) -> None:  # fmt: skip
        """Words in a box, cut where they are too long."""
        font = QFont(self.font())
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(self.tokens.text_quiet if quiet else self.tokens.text))
        cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, cut)

    def width_of(self, words: str) -> float:
        """How wide words are."""
        return QFontMetricsF(self.font()).horizontalAdvance(words)

    # Hands

    def mark_at(self, at: QPointF) -> int:
        """The mark at a place; -1 for none."""
        return next((place for place, one in enumerate(self.marks) if one.path.contains(at)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.mark_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(-1)

    def _point(self, place: int) -> None:
        if place != self._pointed:
            self._pointed = place
            self.setCursor(Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.mark_at(event.position())
        if place >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.current = place
            self.chosen.emit(self.marks[place].datum)
            self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self.mark_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.marks[place].words if place >= 0 else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()), 0)
        if step and self.marks:
            self._walk((self.current + step) % len(self.marks))
            mark = self.marks[self.current]
            # Who uses no mouse reads the value where others do.
            QToolTip.showText(self.mapToGlobal(mark.path.boundingRect().center().toPoint()), mark.words, self)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.current >= 0:
            self.chosen.emit(self.marks[self.current].datum)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current < 0 and self.marks:
            self._walk(0)

    def _walk(self, place: int) -> None:
        self.current = place
        self.setAccessibleDescription(self.marks[place].words)
        self.update()


def shown(value: float) -> str:
    """A value as it is told: whole numbers grouped, others with two digits."""
    return number(int(value)) if float(value).is_integer() else number(round(value, 2))


def rectangle(box: QRectF, radius: float = 3.0) -> QPainterPath:
    """A path around a box with slightly round corners."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path
