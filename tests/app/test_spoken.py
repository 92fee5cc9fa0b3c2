"""What a screen reader says: everything that takes the keyboard has a name, in every section and pane."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QScrollBar, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from engine.document.files import to_text
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

SMALL_SCREEN = 1280
_PARTS = (QScrollBar, QScrollArea, QTabWidget)
"""They only move or hold what they show."""


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
