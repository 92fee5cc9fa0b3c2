"""The window where there is little room, or little to show."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.shell.elided import ElidedButton
from engine.document.files import to_text
from engine.workspace import Workspace
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign, condition
from tests.engine.fixture import shop

SMALL = (960, 540)


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path, style: None) -> Iterator[User]:
    """A window on the shop, with a campaign, in the program's style: what needs how much room follows from it."""
    document = campaign([build("london", condition("city", value="London"))], name="Londoners")
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Londoners", kind="campaign")
    found = open_window(qtbot, tmp_path, tmp_path / "shop")
    found.until(lambda: found.window.page is not None)
    yield found
    found.window.close()


@pytest.mark.req("ORC-49")
def test_the_window_can_be_made_small_and_large_again_with_a_campaign_open(user: User) -> None:
    window = user.window
    user.settled()

    window.resize(*SMALL)
    user.until(lambda: window.height() == SMALL[1])
    assert (window.width(), window.height()) == SMALL
    buttons = window.rail.buttons.values()
    assert all(one.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly for one in buttons)
    assert all(one.toolTip() and window.rail.rect().contains(one.geometry()) for one in buttons)
    parts = (window.rail, window.bench.left, window.page, window.bench.bottom, window.bench.right, window.statusBar())
    for part in parts:
        assert part is not None
        assert window.rect().contains(part.rect().translated(part.mapTo(window, part.rect().topLeft())))
    for pane in window.bench.panes:
        assert not pane.bar.visibleRegion().isEmpty()

    window.resize(1280, 800)
    user.until(lambda: all(one.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextUnderIcon for one in buttons))
    assert not any(one.toolTip() for one in buttons)


def test_a_button_without_room_shows_its_picture_rather_than_a_letter_or_two(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    picture = QPixmap(16, 16)
    picture.fill(Qt.GlobalColor.black)
    button = ElidedButton("Every working day at 10:30", window, mode=Qt.TextElideMode.ElideRight)
    button.setIcon(QIcon(picture))
    window.resize(200, 60)
    window.show()
    for width, words in ((64, False), (120, True)):
        button.resize(width, 28)
        assert bool(button.text()) is words
        assert button.accessibleName() == "Every working day at 10:30"


@pytest.mark.parametrize("section", ["campaigns", "journeys", "audiences", "filters", "data"])
def test_an_empty_section_offers_one_way_on(qtbot: QtBot, tmp_path: Path, section: str) -> None:
    Workspace.create(tmp_path / "empty").close()
    user = open_window(qtbot, tmp_path, tmp_path / "empty", bare=True)
    page = user.window.show_section(section)
    assert page is not None
    user.until(page.isVisible)

    shown = [one for one in page.findChildren(QPushButton) if one.isVisible()]

    assert len([one for one in shown if one.property("primary")]) == 1
    assert len({one.text() for one in shown}) == len(shown)
