"""Everything that can be done or gone to, found by typing a part of its name: commands, documents, activities."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.words import tr
from canvas.search_list import fitness

_WIDTH, _HEIGHT, _ROW, _ICON, _GAP = 600, 440, 30, 16, 10
_MOST = 200
_CHOICE = Qt.ItemDataRole.UserRole

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: what it is called, where it belongs, its keys, and what choosing it does."""

    text: str
    group: str
    run: Callable[[], object]
    keys: str = ""
    icon: QIcon | None = None


def choice_of(action: QAction, group: str) -> Choice:
    """An action as a line."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    icon = action.icon()
    return Choice(action.text().replace("&", ""), group, action.trigger, keys, None if icon.isNull() else icon)


class CommandPalette(QFrame):
    """A list over the window; Enter does what is chosen, Esc closes it. What was chosen last stands first."""

    def __init__(self, parent: QWidget, choices: Callable[[], Iterable[Choice]]) -> None:
        super().__init__(parent)
        self._choices = choices
        self._recent: list[str] = []
        self.setProperty("card", True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("What do you want to do?"))
        self.search.setAccessibleName(tr("Search for a command"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self.search)
        box.addWidget(self.list)
        self.search.textChanged.connect(self.fill)
        self.search.returnPressed.connect(self.run)
        self.list.itemActivated.connect(self.run)
        self.list.itemClicked.connect(self.run)
        self.search.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it, empty, in the middle of the window's upper half."""
        window = self.parentWidget()
        assert window is not None, "made with a window"
        self.resize(min(_WIDTH, window.width() - 40), min(_HEIGHT, window.height() - 80))
        self.move((window.width() - self.width()) // 2, 72)
        self.search.clear()
        self.fill("")
        self.show()
        self.raise_()
        self.search.setFocus()

    def fill(self, text: str) -> None:
        """Show what fits what was typed, the best first."""
        words = text.casefold().split()
        found: list[tuple[int, int, int, Choice]] = []
        for position, choice in enumerate(self._choices()):
            scores = [fitness(word, choice.text, category=choice.group) for word in words]
            if choice.text and all(scores):
                before = self._recent.index(choice.text) if choice.text in self._recent else len(self._recent)
                found.append((-sum(scores), before, position, choice))
        self.list.clear()
        for *_, choice in sorted(found, key=lambda row: row[:3])[:_MOST]:
            item = QListWidgetItem(choice.text)
            item.setData(_CHOICE, choice)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (choice.text, choice.keys))))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def run(self) -> None:
        """Do what is chosen."""
        item = self.list.currentItem() if self.list.count() else None
        self.hide()
        choice = item.data(_CHOICE) if item is not None else None
        if isinstance(choice, Choice):
            self._recent = [choice.text, *(other for other in self._recent if other != choice.text)][:5]
            choice.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.hide()
                return True
            if key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self.list.count():
                step = 1 if key == Qt.Key.Key_Down else -1
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
        return super().eventFilter(watched, event)


class _Lines(QStyledItemDelegate):
    """Icon and name at the left, where it belongs and its keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        choice = index.data(_CHOICE)
        area: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            tint = palette.color(QPalette.ColorRole.Highlight)
            tint.setAlphaF(0.15)
            painter.setBrush(tint)
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 5, 5)
        inner = area.adjusted(_GAP, 0, -_GAP, 0)
        if choice.icon is not None:
            choice.icon.paint(painter, QRect(inner.left(), inner.top() + (_ROW - _ICON) // 2, _ICON, _ICON))
        inner.setLeft(inner.left() + _ICON + _GAP)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(right), choice.keys or choice.group)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(choice.keys or choice.group) - _GAP)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        text = painter.fontMetrics().elidedText(choice.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()
