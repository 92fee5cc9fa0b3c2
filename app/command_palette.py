"""Everything that can be done, found by typing a part of its name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.words import tr

_WIDTH, _HEIGHT = 560, 420


class CommandPalette(QFrame):
    """A list over the window; Enter does what is chosen, Esc closes it."""

    def __init__(self, parent: QWidget, actions: Callable[[], Sequence[QAction]]) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setProperty("card", True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("What do you want to do?"))
        self.search.setAccessibleName(tr("Search for a command"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands"))
        box = QVBoxLayout(self)
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
        self.move((window.width() - self.width()) // 2, 90)
        self.search.clear()
        self.fill("")
        self.show()
        self.raise_()
        self.search.setFocus()

    def fill(self, text: str) -> None:
        """Show the commands that fit what was typed; those that make no sense now are left out."""
        words = text.casefold().split()
        self.list.clear()
        for action in self._actions():
            name = action.text().replace("&", "")
            if action.isEnabled() and name and all(word in name.casefold() for word in words):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QListWidgetItem(action.icon(), f"{name}    {keys}" if keys else name)
                item.setData(Qt.ItemDataRole.UserRole, action)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def run(self) -> None:
        """Do what is chosen."""
        item = self.list.currentItem()
        self.hide()
        action = item.data(Qt.ItemDataRole.UserRole) if self.list.count() else None
        if isinstance(action, QAction):
            action.trigger()

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
