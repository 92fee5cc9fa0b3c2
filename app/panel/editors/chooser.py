"""A searchable list that opens over the window: type to narrow, Enter to choose, Right to look inside, Left to go back.

What there is to choose it asks of a function; it knows nothing of attributes or functions.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.panel.editors.rows import Choice, ChoiceList, Section
from app.words import tr

Find = Callable[[str, tuple[Choice, ...]], tuple[Section, ...]]
"""What was typed, and the choices that were opened on the way here, to what there is to choose."""

_MOST_ROWS = 12
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})


class Chooser(QFrame):
    """The popup. It closes itself after a choice, on Esc, and on a click elsewhere."""

    chosen = Signal(object)
    """The value of the choice."""
    starred = Signal(object)
    """The value of the choice that Ctrl+B was pressed on."""

    def __init__(self, find: Find, parent: QWidget, *, prompt: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._find = find
        self._trail: tuple[Choice, ...] = ()
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(prompt)
        self.search.setAccessibleName(prompt)
        self.search.setClearButtonEnabled(True)
        self.trail = QLabel(self)
        self.trail.setProperty("strong", True)
        self.list = ChoiceList(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = QLabel(tr("Nothing fits what you typed."), self)
        self.nothing.setProperty("quiet", True)
        self.help = QLabel(self)
        self.help.setProperty("quiet", True)
        self.help.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(4)
        for widget in (self.search, self.trail, self.list, self.nothing, self.help):
            box.addWidget(widget)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list.currentItemChanged.connect(self._show_help)
        self.list.itemClicked.connect(self.choose)

    def open_below(self, anchor: QWidget, *, width: int = 320) -> None:
        """Open under a widget, whole on the screen, with the keyboard in the search."""
        self.setFixedWidth(max(width, min(anchor.width(), 480)))
        self._fill()
        room = anchor.screen().availableGeometry()
        at = anchor.mapToGlobal(QPoint(0, anchor.height() + 2))
        if at.y() + self.height() > room.bottom():
            at.setY(max(room.top(), anchor.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2))
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        self.move(at)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def choose(self) -> None:
        """Choose what is marked, or look inside it."""
        choice = self.list.current
        if choice is None:
            return
        if choice.opens:
            self.enter()
            return
        # Where a window system is slow to give the keyboard back, what opens next would not get it.
        owner = self.parentWidget()
        self.close()
        if owner is not None:
            owner.activateWindow()
        self.chosen.emit(choice.value)

    def enter(self) -> None:
        """Look inside what is marked."""
        choice = self.list.current
        if choice is not None and choice.opens:
            self._trail = (*self._trail, choice)
            self._restart()

    def leave(self) -> None:
        """Go back out."""
        if self._trail:
            self._trail = self._trail[:-1]
            self._restart()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._steer(event):
            return True
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        key = event.key()
        typed = bool(self.search.text())
        if key in _STEPS:
            self.list.step(_STEPS[Qt.Key(key)])
        elif key in _ENTER:
            self.choose()
        elif key == Qt.Key.Key_Right and self.search.cursorPosition() == len(self.search.text()):
            self.enter()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Backspace} and not typed and self._trail:
            self.leave()
        elif key == Qt.Key.Key_B and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._star()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _star(self) -> None:
        choice = self.list.current
        if choice is not None and not choice.opens:
            row = self.list.currentRow()
            self.starred.emit(choice.value)
            self._fill()
            self.list.setCurrentRow(min(row, self.list.count() - 1))

    def _restart(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self._fill()

    def _fill(self) -> None:
        self.list.fill(self._find(self.search.text(), self._trail))
        self.trail.setText(" › ".join(choice.title for choice in self._trail))
        self.trail.setVisible(bool(self._trail))
        found = self.list.count() > 0
        self.nothing.setVisible(not found)
        self.list.setVisible(found)
        self.list.setFixedHeight(self.list.rows_height(_MOST_ROWS))
        self._show_help()
        self.adjustSize()

    def _show_help(self) -> None:
        choice = self.list.current
        text = choice.help if choice is not None else ""
        self.help.setText(text)
        self.help.setVisible(bool(text))
        self.adjustSize()
