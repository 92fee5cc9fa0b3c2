"""An UpSet plot: one bar for each combination of populations, the sets that it is made of as dots below it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.inspector.colours import mixed, tokens_of
from app.inspector.values import percent, short
from app.words import number, tr
from engine.runner.comparing import Comparison

_COLUMN, _ROW, _DOT, _SIZES, _FOOT, _HEAD = 40, 20, 5.0, 100, 4, 18
_LEAST_NAMES, _MOST_NAMES = 60, 150


class UpSetPlot(QWidget):
    """Bars from the largest combination to the smallest; a click, or Enter on the current one, opens its list."""

    opened = Signal(object, str)
    """The memberships of a combination, one truth value per population, and what to call it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Comparison | None = None
        self._names: tuple[str, ...] = ()
        self._named = _LEAST_NAMES
        """The room of the names, as much as the longest needs."""
        self._at = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Overlap of the populations"))

    @property
    def current(self) -> int:
        """The bar that the keyboard is at."""
        return self._at

    def show_comparison(self, found: Comparison | None, names: Sequence[str]) -> None:
        """Show how populations overlap."""
        self._found, self._names, self._at = found, tuple(names), 0
        longest = max(map(self.fontMetrics().horizontalAdvance, names), default=0) + 18
        self._named = min(max(longest, _LEAST_NAMES), _MOST_NAMES)
        self._describe()
        self.updateGeometry()
        self.update()

    def said(self, place: int) -> str:
        """A bar in words."""
        assert self._found is not None, "only asked for bars that are shown"
        part = self._found.parts[place]
        return tr("{combination}: {rows} ({share})", combination=self.title(place), rows=number(part.targets),
                  share=percent(part.targets, self._found.total))  # fmt: skip

    def title(self, place: int) -> str:
        """What the people of a bar have in common."""
        assert self._found is not None, "only asked for bars that are shown"
        members = self._found.parts[place].members
        inside = [name for name, there in zip(self._names, members, strict=True) if there]
        return tr("only {name}", name=inside[0]) if len(inside) == 1 else " ∩ ".join(inside)

    def bar(self, place: int) -> QRectF:
        """Where a bar and its dots stand."""
        return QRectF(self._left + place * _COLUMN, 0, _COLUMN, self.height())

    def sizeHint(self) -> QSize:
        parts = len(self._found.parts) if self._found is not None else 0
        return QSize(round(self._left + parts * _COLUMN + 12), max(220, self._matrix + 110))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), self._matrix + 40)

    def activate(self) -> None:
        """Open the list of the current bar."""
        if self._found is not None and self._found.parts:
            self.opened.emit(self._found.parts[self._at].members, self.title(self._at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._found.parts) - 1 if self._found is not None else 0
        places = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.activate()
        elif event.key() in places:
            self._go(min(max(places[Qt.Key(event.key())], 0), last))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._hit(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor)
        self.setToolTip("" if place is None else self.said(place))
        if place is not None:
            self._go(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._hit(event.position())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go(place)
            self.activate()

    @property
    def _left(self) -> float:
        return float(self._named + _SIZES)

    @property
    def _matrix(self) -> int:
        return len(self._names) * _ROW + _FOOT

    def _go(self, place: int) -> None:
        if place != self._at:
            self._at = place
            self._describe()
            self.update()

    def _describe(self) -> None:
        there = self._found is not None and bool(self._found.parts)
        self.setAccessibleDescription(self.said(self._at) if there else "")

    def _hit(self, where: QPointF) -> int | None:
        place = int((where.x() - self._left) // _COLUMN)
        inside = self._found is not None and where.x() >= self._left and place < len(self._found.parts)
        return place if inside else None

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._found is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self.height() - self._matrix
        self._paint_sets(painter, self._found, top)
        for place in range(len(self._found.parts)):
            self._paint_bar(painter, self._found, place, top)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens_of(self).selection), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.bar(self._at).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_sets(self, painter: QPainter, found: Comparison, top: float) -> None:
        tokens = tokens_of(self)
        largest = max((found.targets(place) for place in range(len(self._names))), default=0) or 1
        middle = Qt.AlignmentFlag.AlignVCenter
        for place, name in enumerate(self._names):
            line = top + place * _ROW
            if place % 2 == 0:
                painter.fillRect(QRectF(0, line, self.width(), _ROW), mixed(tokens.card_border, tokens.ground, 0.35))
            painter.setPen(QColor(tokens.text))
            fitted = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, self._named - 16)
            painter.drawText(QRectF(8, line, self._named - 16, _ROW), middle, fitted)
            size = found.targets(place)
            wide = size / largest * (_SIZES - 58)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accents["teal"].ink))
            painter.drawRoundedRect(QRectF(self._left - 10 - wide, line + 6, max(wide, 2), _ROW - 12), 3, 3)
            painter.setPen(QColor(tokens.text_quiet))
            words = QRectF(self._named - 8, line, self._left - 16 - wide - self._named + 8, _ROW)
            painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, short(size))

    def _paint_bar(self, painter: QPainter, found: Comparison, place: int, top: float) -> None:
        tokens, part = tokens_of(self), found.parts[place]
        here = place == self._at
        ink = QColor(tokens.selection if here else tokens.accents["blue"].ink)
        largest = max(one.targets for one in found.parts) or 1
        tall = max(part.targets / largest * (top - _HEAD - 8), 2)
        middle = self.bar(place).center().x()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(middle - 10, top - 6 - tall, 20, tall), 3, 3)
        painter.setPen(QColor(tokens.text if here else tokens.text_quiet))
        words = QRectF(middle - _COLUMN, top - 6 - tall - _HEAD, 2 * _COLUMN, _HEAD - 2)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, short(part.targets))
        dots = [QPointF(middle, top + (row + 0.5) * _ROW) for row in range(len(self._names))]
        inside = [dot for dot, there in zip(dots, part.members, strict=True) if there]
        painter.setPen(QPen(ink, 2.5))
        painter.drawPolyline(QPolygonF([inside[0], inside[-1]]))
        painter.setPen(Qt.PenStyle.NoPen)
        for dot, there in zip(dots, part.members, strict=True):
            painter.setBrush(ink if there else mixed(tokens.text_quiet, tokens.ground, 0.25))
            painter.drawEllipse(dot, _DOT, _DOT)
