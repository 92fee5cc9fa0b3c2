"""Keeps the keyboard where it was while a rule is shown anew, so that an undo or a check does not throw a user out."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

if TYPE_CHECKING:
    from app.panel.editors.conditions.editor import ConditionEditor


@contextmanager
def keyboard_kept(editor: "ConditionEditor") -> Generator[None]:
    """Give the keyboard afterwards to what stands in the place of what had it."""
    focused = QApplication.focusWidget()
    order = list(editor.board.tab_order())
    place = order.index(focused) if focused in order else -1
    cursor = focused.cursorPosition() if isinstance(focused, QLineEdit) else -1
    yield
    now = list(editor.board.tab_order())
    if place < 0 or not now:
        return
    heir = now[min(place, len(now) - 1)]
    heir.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(heir, QLineEdit):
        heir.setCursorPosition(cursor if 0 <= cursor <= len(heir.text()) else len(heir.text()))
    elif isinstance(heir, QPlainTextEdit):
        heir.moveCursor(QTextCursor.MoveOperation.End)
