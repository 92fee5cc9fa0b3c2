"""The values of an attribute as bars: the most frequent first, with their number and share. A click takes a value."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.panel.editors.look import current_tokens
from app.words import number, tr
from engine.rules.model import Scalar

MOST = 20
_ROW_GAP = 8


@dataclass(frozen=True, slots=True)
class Distribution:
    """The most frequent values of an attribute among `rows` records; `partial` says that there are more than these."""

    values: tuple[tuple[Scalar, int], ...]
    rows: int
    partial: bool = False


class Bars(QWidget):
    """The bars. Up and Down mark one, Enter or a click takes it."""

    taken = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._values: Sequence[tuple[Scalar, int]] = ()
        self._rows = 0
        self.marked = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Values and how often they occur"))

    def show_values(self, values: Sequence[tuple[Scalar, int]], rows: int) -> None:
        """Show other values; `rows` is what their shares are of."""
        self._values, self._rows, self.marked = values, rows, 0
        self.setMinimumHeight(len(values) * self._row())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, max(1, len(self._values)) * self._row())

    @property
    def rows(self) -> int:
        """How many values are shown."""
        return len(self._values)

    def text_of(self, place: int) -> str:
        """What a row says: value, number, share."""
        value, count = self._values[place]
        share = QLocale().toString(100.0 * count / self._rows if self._rows else 0.0, "f", 1)
        return f"{shown_value(value)}  {number(count)}  {share} %"

    def place_of(self, row: int) -> QPoint:
        """The middle of a row."""
        return QPoint(self.width() // 2, row * self._row() + self._row() // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((count for _, count in self._values), default=1) or 1
        height = self._row()
        for place, (value, count) in enumerate(self._values):
            rect = QRectF(0, place * height + 1, self.width(), height - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            if place == self.marked:
                painter.setBrush(QColor(tokens.selection_tint))
                painter.drawRoundedRect(rect, 4, 4)
            bar = QRectF(rect.x(), rect.bottom() - 4, max(2.0, rect.width() * count / most), 3)
            painter.setBrush(QColor(tokens.accents["blue"].ink))
            painter.drawRoundedRect(bar, 1.5, 1.5)
            text = rect.adjusted(6, 0, -6, -3)
            share = QLocale().toString(100.0 * count / self._rows if self._rows else 0.0, "f", 1)
            numbers = f"{number(count)}   {share} %"
            painter.setPen(QColor(tokens.text_quiet))
            painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, numbers)
            room = int(text.width()) - self.fontMetrics().horizontalAdvance(numbers) - 12
            painter.setPen(QColor(tokens.text_quiet if value is None else tokens.text))
            shown = self.fontMetrics().elidedText(shown_value(value), Qt.TextElideMode.ElideRight, room)
            painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(int(event.position().y()) // self._row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mark(int(event.position().y()) // self._row())
        self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._mark(self.marked + step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        else:
            super().keyPressEvent(event)

    def _mark(self, place: int) -> None:
        self.marked = max(0, min(place, len(self._values) - 1))
        self.update()

    def _take(self) -> None:
        if self._values:
            self.taken.emit(self._values[self.marked][0])

    def _row(self) -> int:
        return self.fontMetrics().height() + _ROW_GAP


class DistributionPopup(QFrame):
    """The popup: a search, the bars, and what they do not show."""

    taken = Signal(object)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found: Distribution | None = None
        heading = QLabel(title, self)
        heading.setProperty("strong", True)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Filter the values"))
        self.among = QCheckBox(tr("Only those that the other lines find"), self)
        self.bars = Bars(self)
        self.note = QLabel(tr("Counting…"), self)
        self.note.setProperty("quiet", True)
        self.note.setWordWrap(True)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.bars)
        # They lie on the popup's own ground.
        self.bars.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 10, 10, 10)
        for widget in (heading, self.search, self.among, self._area, self.note):
            box.addWidget(widget)
        self.search.textChanged.connect(self._filter)
        self.bars.taken.connect(self.taken)
        self.setFixedWidth(320)

    def show_distribution(self, found: Distribution) -> None:
        """Show what was found."""
        self._found = found
        self._filter(self.search.text())
        note = tr("Of {n} record(s).", n=found.rows)
        if found.partial:
            first = tr("Partial load: only the {n} most frequent value(s) (is|are) shown.", n=len(found.values))
            note = f"{first} {note}"
        self.note.setText(note)

    def show_trouble(self, text: str) -> None:
        """Say why there are no values."""
        self.note.setText(text)
        self.note.setProperty("error", True)
        self.note.style().polish(self.note)

    def open_below(self, anchor: QWidget) -> None:
        """Open under a widget, whole on the screen."""
        self.resize(320, 360)
        room = anchor.screen().availableGeometry()
        at = anchor.mapToGlobal(QPoint(0, anchor.height() + 2))
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.move(at)
        self.show()
        self.bars.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, text: str) -> None:
        if self._found is None:
            return
        wanted = text.casefold()
        kept = [one for one in self._found.values if wanted in shown_value(one[0]).casefold()]
        self.bars.show_values(kept, self._found.rows)


def shown_value(value: Scalar) -> str:
    """A value as users read it."""
    if value is None or value == "":
        return tr("(empty)")
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return str(value) if isinstance(value, str) else number(value)
