"""A list of values as chips: type and press Enter or a comma; a pasted column of values becomes one chip each."""

import re
from collections.abc import Callable, Sequence

from pydantic import JsonValue
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.panel.editors.conditions.values.scalars import completer_of
from app.panel.editors.fields import Line
from app.panel.editors.look import icon_button
from app.words import tr
from engine.catalog.model import EnumValue

_CELLS = re.compile(r"[\r\n\t]+")
_MOST_SHOWN = 60


class FlowLayout(QLayout):
    """Widgets in rows, as words on a page; the last one takes what is left of its row."""

    def __init__(self, parent: QWidget, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(160))

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(min(widest, 120), max((item.minimumSize().height() for item in self._items), default=0))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, tallest = rect.x(), rect.y(), 0
        for number, item in enumerate(self._items):
            last = number == len(self._items) - 1
            size = item.minimumSize() if last else item.sizeHint()
            width = min(size.width(), rect.width())
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, tallest = rect.x(), y + tallest + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(rect.right() + 1 - x if last else width, size.height())))
            x += width + self._gap
            tallest = max(tallest, size.height())
        return y + tallest - rect.y()


class ChipsField(QFrame):
    """The list."""

    edited = Signal(object)
    entered = Signal()
    """The keyboard came here for the first time; who knows values may offer them."""

    def __init__(
        self, values: JsonValue, read: Callable[[str], JsonValue], write: Callable[[JsonValue], str],
        known: Sequence[EnumValue], parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("chips")
        self._read, self._write = read, write
        self._labels = {one.value: one.label or one.value for one in known}
        self._values: list[JsonValue] = list(values) if isinstance(values, list) else []
        self.line = Line(self)
        self.line.setMinimumWidth(56)
        self.line.setPlaceholderText(tr("add values"))
        self.line.setAccessibleName(tr("Add values to the list"))
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(2, 2, 2, 2)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._entered = False
        if known:
            self.offer(list(self._labels.values()))
        self.line.installEventFilter(self)
        self.line.editingFinished.connect(self._take_typed)
        self.setFocusProxy(self.line)
        self._show()

    def offer(self, values: Sequence[str]) -> None:
        """Complete what is typed with these values."""
        completer = completer_of(values, self.line)
        completer.activated.connect(self._take)
        self.line.setCompleter(completer)

    def value(self) -> list[JsonValue]:
        """The values in order."""
        return list(self._values)

    @property
    def _ends(self) -> frozenset[str]:
        """What ends a value when it is typed: a comma does not where numbers are written with one."""
        return frozenset(";") if self._read("0,5") == 0.5 else frozenset(";,")

    def _split(self, text: str) -> list[str]:
        """The values of a pasted text: its cells; where it is but one, what stands between separators."""
        cells = [cell.strip().rstrip(",;") for cell in _CELLS.split(text)]
        filled = [cell for cell in cells if cell]
        if len(filled) != 1:
            return filled
        return re.split(f"[{''.join(self._ends)}]", filled[0])

    def add(self, texts: Sequence[str]) -> None:
        """Add what was typed or pasted; a value that is there already is not added twice."""
        by_label = {label.casefold(): value for value, label in self._labels.items()}
        there = {value for value in self._values if not isinstance(value, list | dict)}
        for text in texts:
            clean = text.strip()
            value = by_label.get(clean.casefold(), self._read(clean)) if clean else None
            if value is not None and not isinstance(value, list | dict) and value not in there:
                there.add(value)
                self._values.append(value)
        self._changed()

    def remove(self, place: int) -> None:
        """Take one value out."""
        del self._values[place]
        self._changed()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and not self._entered:
            self._entered = True
            self.entered.emit()
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._steer(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.text() in self._ends:
            self._take_typed()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._values:
            self.remove(len(self._values) - 1)
            return True
        if event.key() == Qt.Key.Key_V and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            pasted = QApplication.clipboard().text()
            found = self._split(pasted)
            if len(found) > 1 or _CELLS.search(pasted):
                self.add(found)
                return True
        return False

    def _take_typed(self) -> None:
        text = self.line.text()
        if text.strip():
            self.line.clear()
            self.add([text])

    def _take(self, text: str) -> None:
        self.add([text])
        # The completer writes its text into the line after this.
        self.line.clear()

    def _changed(self) -> None:
        self._show()
        self.edited.emit({"values": list(self._values)})

    def _show(self) -> None:
        had_focus = self.line.hasFocus()
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.line:
                widget.hide()
                widget.deleteLater()
        for place, value in enumerate(self._values[:_MOST_SHOWN]):
            self._flow.addWidget(self._chip(place, value))
        hidden = len(self._values) - _MOST_SHOWN
        if hidden > 0:
            self._flow.addWidget(QLabel(tr("and {number} more", number=hidden), self))
        self._flow.addWidget(self.line)
        self.line.show()
        if had_focus:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _chip(self, place: int, value: JsonValue) -> QWidget:
        chip = QFrame(self)
        chip.setObjectName("chip")
        chip.setMinimumHeight(22)
        label = self._labels.get(value, self._write(value)) if isinstance(value, str) else self._write(value)
        close: QToolButton = icon_button(chip, "ph.x", tr("Remove {value}", value=label))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setFixedSize(16, 16)
        close.setIconSize(QSize(9, 9))
        row = QHBoxLayout(chip)
        row.setContentsMargins(6, 1, 2, 1)
        row.setSpacing(2)
        text = QLabel(label, chip)
        row.addWidget(text)
        row.addWidget(close)
        close.clicked.connect(lambda: self.remove(place))
        return chip
