"""Hands on a condition editor: real clicks, keys and drags."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from app.panel.editors.chooser import Chooser
from app.panel.editors.conditions import ConditionEditor
from app.panel.editors.conditions.card import Card
from app.panel.editors.conditions.group import GroupBox
from app.panel.editors.conditions.handle import Handle
from app.panel.editors.conditions.tree import Address
from tests.engine.campaigns import group

KEY, LEFT, CTRL = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


class Hands:
    """An editor on the screen, and what it said."""

    def __init__(self, editor: ConditionEditor) -> None:
        self.editor = editor
        self.said: list[Any] = []
        editor.edited.connect(self.said.append)

    def show(self, *items: Any, operator: str = "and") -> None:
        self.editor.set_value(group(operator, *items))
        QApplication.processEvents()

    @property
    def items(self) -> Any:
        value: Any = self.editor.value()
        return [] if value is None else value["items"]

    def card(self, *address: int | str) -> Card:
        return self.editor.board.cards[address]

    def box(self, *address: int | str) -> GroupBox:
        return self.editor.board.groups[address]

    def click(self, widget: QWidget, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(widget, LEFT, keys, QPoint(4, widget.height() // 2))

    def mark(self, *addresses: Address) -> None:
        """Click on cards, the second and later ones with Ctrl."""
        for number, address in enumerate(addresses):
            item = self.editor.board.item(address)
            assert item is not None
            handle = item.findChild(Handle)
            assert handle is not None
            self.click(handle, CTRL if number else Qt.KeyboardModifier.NoModifier)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, keys)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def chooser(self) -> Chooser:
        return next(one for one in self.editor.findChildren(Chooser) if one.isVisible())

    def choose(self, *words: str) -> None:
        """Type into the open list and press Enter, once for each level."""
        for word in words:
            chooser = self.chooser()
            QTest.keyClicks(chooser.search, word)
            QTest.keyClick(chooser.search, KEY.Key_Return)
        QApplication.processEvents()

    def pick(self, box: QComboBox, data: object) -> None:
        """Choose from a box with the keyboard, as its own list would."""
        wanted = box.findData(data)
        assert wanted >= 0, [box.itemData(row) for row in range(box.count())]
        box.setFocus()
        for _ in range(box.count()):
            if box.currentIndex() == wanted:
                break
            QTest.keyClick(box, KEY.Key_Down if box.currentIndex() < wanted else KEY.Key_Up)
        QApplication.processEvents()

    def drag(self, address: Address, to: QPoint, *, let_go: bool = True) -> None:
        """Drag a handle to a place of the screen."""
        item = self.editor.board.item(address)
        assert item is not None
        handle = item.findChild(Handle)
        assert handle is not None
        start = QPoint(3, handle.height() // 2)
        QTest.mousePress(handle, LEFT, Qt.KeyboardModifier.NoModifier, start)
        end = QPointF(handle.mapFromGlobal(to))
        for share in (0.3, 0.7, 1.0):
            at = QPointF(start) + (end - QPointF(start)) * share
            moved = QMouseEvent(
                QEvent.Type.MouseMove, at, handle.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT,
                Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            QApplication.sendEvent(handle, moved)
        if let_go:
            QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, end.toPoint())
        QApplication.processEvents()
