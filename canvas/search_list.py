"""A list one types into: the ground of quick add, of the command palette and of the numbered choice.

It is a child of the canvas, so that it scrolls, scales and takes colours with it; Esc gives the keyboard back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from canvas.icons import icon

if TYPE_CHECKING:
    from canvas.view import CanvasView

_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list. `icon` may be empty; `colour` is that of the icon."""

    id: str
    text: str
    icon: str = ""
    colour: str = ""
    tip: str = ""


class SearchList(QFrame):
    """Field and list. A subclass says what fits a text and what a choice does."""

    def __init__(self, canvas: "CanvasView", question: str, name: str) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(question)
        self.search.setAccessibleName(question)
        self.list = QListWidget(self)
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self.search)
        box.addWidget(self.list)
        self.search.textChanged.connect(self.fill)
        self.search.returnPressed.connect(self.choose)
        self.list.itemClicked.connect(lambda: self.choose())
        self.list.itemActivated.connect(lambda: self.choose())
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.hide()

    def entries(self, text: str) -> Iterable[Entry]:
        """What fits a text, the best first."""
        raise NotImplementedError

    def picked(self, name: str) -> None:
        """The user chose the entry of this id; the list is closed already."""
        raise NotImplementedError

    def open_near(self, at: QPoint, typed: str = "") -> None:
        """Open beside a point of the viewport, with what the user already typed."""
        size = self.fontMetrics().height()
        room = self._canvas.viewport().rect()
        self.search.setText(typed)
        self.fill(typed)
        rows = max(3, min(self.list.count(), 14)) * max(self.list.sizeHintForRow(0), size)
        high = self.search.sizeHint().height() + rows + 2 * size + 8
        self.resize(min(24 * size, room.width() - 8), min(high, room.height() - 8))
        self.move(
            max(4, min(at.x(), room.width() - self.width() - 4)), max(4, min(at.y(), room.height() - self.height() - 4))
        )
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def fill(self, text: str) -> None:
        """Show what fits a text."""
        self.list.clear()
        for entry in self.entries(text):
            item = QListWidgetItem(entry.text)
            if entry.icon:
                item.setIcon(icon(entry.icon, entry.colour, selected=self._canvas.style_in_use.tokens.card))
            item.setData(_ID, entry.id)
            item.setToolTip(entry.tip)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def choose(self) -> None:
        """Take the marked entry."""
        chosen = self.list.selectedItems()
        if not self.isVisible():
            return
        self.close_again()
        if chosen:
            self.picked(str(chosen[0].data(_ID)))

    def close_again(self) -> None:
        """Close without a choice; the keyboard goes back to the canvas."""
        self._canvas.setFocus(Qt.FocusReason.PopupFocusReason)  # first, or hiding would hand the focus on as Tab does
        self.hide()

    def key_taken(self, event: QKeyEvent) -> bool:
        """Whether a subclass did something with a key."""
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_again()
                return True
            if self.key_taken(event):
                return True
            if watched is self.search and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)


def fitness(word: str, title: str, synonyms: Iterable[str] = (), category: str = "") -> int:
    """How well a word finds a title, from 8 (begins it) to 1 (its letters occur in order); 0 when it does not.

    Hyphens do not matter: "email" finds what is called e-mail.
    """
    title, word = title.casefold().replace("-", ""), word.replace("-", "")
    if title.startswith(word):
        return 8
    if any(part.startswith(word) for part in title.split()):
        return 6
    if any(synonym.casefold().startswith(word) for synonym in synonyms):
        return 5
    if word in title:
        return 4
    if category.casefold().startswith(word):
        return 3
    letters = iter(title)
    return 1 if all(letter in letters for letter in word) else 0
