"""The audiences section as a person uses it: a file becomes an audience, two evaluations are compared."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.audiences.import_dialog import ImportDialog
from app.audiences.page import AudiencesPage
from tests.app.window import User, open_window
from tests.engine.fixture import shop


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> User:
    shop(tmp_path).close()
    return open_window(qtbot, tmp_path, tmp_path / "shop")


def page_of(user: User, kind: type[QWidget]) -> QWidget:
    user.until(lambda: any(one.isVisible() for one in user.window.findChildren(kind)))
    return next(one for one in user.window.findChildren(kind) if one.isVisible())


def bring(user: User, page: AudiencesPage, path: Path, text: str) -> None:
    """Import a file as the audience VIP, by the keyboard."""
    path.write_text(text, encoding="utf-8")
    page.import_file(path)
    dialog = page_of(user, ImportDialog)
    assert isinstance(dialog, ImportDialog)
    dialog.label.selectAll()
    QTest.keyClicks(dialog.label, "VIP")
    QTest.keyClick(dialog.label, Qt.Key.Key_Return)


def test_a_file_becomes_an_audience_and_its_evaluations_are_compared(user: User, tmp_path: Path) -> None:
    user.window.actions_by_id["go.audiences"].trigger()
    page = page_of(user, AudiencesPage)
    assert isinstance(page, AudiencesPage)
    desk = user.window.desk
    assert desk is not None
    bring(user, page, tmp_path / "vip.csv", "crm_id,tier\nR01,gold\nR05,gold\n")
    user.until(lambda: page.list.topLevelItemCount() == 1)
    user.until(lambda: page.detail.rows.grid.model.rowCount() == 2)

    bring(user, page, tmp_path / "vip.csv", "crm_id,tier\nR05,gold\nR07,silver\nR09,gold\n")
    user.until(lambda: desk.audiences[0].rows == 3 and page.detail.history.topLevelItemCount() == 2)
    page.detail.tabs.setCurrentIndex(2)
    page.detail.history.selectAll()
    came, stayed, left = page.detail.lists
    user.until(left.isVisible)
    assert [button.text() for button in (came, stayed, left)] == ["2 came", "1 stayed", "1 left"]

    QTest.mouseClick(came, Qt.MouseButton.LeftButton)
    user.until(lambda: page.detail.rows.grid.model.rowCount() == 2)

    QTest.mouseClick(page.status, Qt.MouseButton.LeftButton)
    user.until(lambda: desk.audiences[0].status == "inactive")
