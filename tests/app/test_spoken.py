"""All that takes the keyboard has a name for a screen reader and is reached with Tab, in every section and pane."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.shell.stepping import reading_order
from canvas import CanvasView
from engine.document.files import to_text
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

SMALL_SCREEN = 1280
_PARTS = (QScrollBar, QTabWidget)
"""They only move or hold what they show."""
_CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabBar)
_MOST_PRESSES = 150


def _unnamed(window: QWidget) -> list[str]:
    """The widgets that can have the keyboard and have no name, each with the widget around it."""
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible() or isinstance(widget, _PARTS):
            continue
        if widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), QAbstractScrollArea):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if not spoken.text(QAccessible.Text.Name):
            around = widget.parentWidget()
            found.append(f"{type(widget).__name__} in {type(around).__name__}")
    return found


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> User:
    """A window on the shop, with one campaign that has a condition, a split and a schedule."""
    document = campaign(
        [
            build("london", condition("city", value="London")),
            node("split", "split", subsets=[{"label": "Half", "limit": {"kind": "percent", "value": 50}}]),
            node("when", "scheduler", schedule={"mode": "daily", "at": "09:00:00"}),
        ],
        "london>split",
        name="Londoners",
    )
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Londoners", kind="campaign")
    found = open_window(qtbot, tmp_path, tmp_path / "shop")
    found.until(lambda: found.window.page is not None)
    found.settled()
    return found


def _by_tab(part: QWidget) -> set[QWidget]:
    """What Tab comes to, pressed again and again from the first control of a part until it is left."""
    reached = set[QWidget]()
    for _ in range(_MOST_PRESSES):
        at = QApplication.focusWidget()
        assert at is not None, f"the keys are lost in {type(part).__name__}"
        if not (at is part or part.isAncestorOf(at)):
            return reached
        reached.add(at)
        # On a canvas with the pointer over it Tab adds a node; F6 leaves it.
        QTest.keyClick(at, Qt.Key.Key_F6 if isinstance(at, CanvasView) else Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not leave {type(part).__name__}: {QApplication.focusWidget()}")


def _missed(user: User, part: QWidget) -> list[str]:
    """The controls of a part that Tab does not come to."""
    desk = user.window.desk
    user.until(lambda: desk is None or not desk.tasks)
    first = next(reading_order(part), None)
    if first is None:
        return []
    first.setFocus()
    reached = _by_tab(part)
    found: list[str] = []
    for widget in part.findChildren(QWidget):
        if not isinstance(widget, _CONTROLS) or not widget.isVisible() or not widget.isEnabled():
            continue
        # Parts of a control, and the buttons of tool bars, tabs and exclusive groups, whose actions have keys.
        takes = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and widget.focusProxy() is None
        if takes and widget not in reached and not widget.objectName().startswith("qt_"):
            found.append(f"{type(widget).__name__} {widget.accessibleName()} in {type(part).__name__}")
    return found


def test_tab_comes_to_every_control_and_is_caught_by_none(user: User) -> None:
    window, missed = user.window, list[str]()
    window.activateWindow()
    user.until(window.isActiveWindow)
    for part in ("london", "split", ""):
        if part:
            user.page.select_node(part)
        else:
            user.page.canvas.selection.clear()
        user.settled()
        for one in (window.tool_bar, window.bench.left, user.page, window.bench.bottom, window.bench.right):
            missed += _missed(user, one)
    for name in window.sections:
        page = window.show_section(name)
        assert page is not None
        missed += _missed(user, page)
        assert window.isActiveWindow(), f"{name} opened a window of its own"
    before = window.tabs.count()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.count() == before - 1
    front = window.tabs.front_key
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(QApplication.focusWidget() or window, key, Qt.KeyboardModifier.ControlModifier)
        assert (window.tabs.front_key == front) == (key == Qt.Key.Key_PageUp)
    window.leave_workspace()
    user.until(window.start.isVisible)
    window.start.new.setFocus()
    QTest.keyClick(window.start.new, Qt.Key.Key_Backtab)
    assert window.start.company.hasFocus()

    assert not missed, "\n".join(sorted(set(missed)))


def test_everything_that_takes_the_keyboard_has_a_name(user: User) -> None:
    window, unnamed = user.window, set[str]()
    for part in ("london", "split", "when", ""):
        assert window.minimumSizeHint().width() <= SMALL_SCREEN, part
        if part:
            user.page.select_node(part)
        else:
            user.page.canvas.selection.clear()
        QApplication.processEvents()
        unnamed |= {f"{part or 'document'}: {one}" for one in _unnamed(window)}
    for view in ("outline", "problems", "sql", "help", "history"):
        window.bench.show_view(view)
        QApplication.processEvents()
        unnamed |= {f"{view}: {one}" for one in _unnamed(window.bench)}
    for name in window.sections:
        window.show_section(name)
        QApplication.processEvents()
        unnamed |= {f"{name}: {one}" for one in _unnamed(window)}
    window.leave_workspace()
    unnamed |= {f"start: {one}" for one in _unnamed(window)}
    window.close()

    assert not unnamed, "\n".join(sorted(unnamed))
