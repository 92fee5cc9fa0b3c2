"""Several windows, and a second process: one workspace is open once."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.document_page import DocumentPage
from app.life.doing import Doing
from app.life.publishing import PublishDialog
from app.main_window import MainWindow
from app.preferences import Preferences
from app.versions.page import VersionsPage
from app.windows import Windows
from engine.document.edits import SetLabel
from engine.document.files import to_text
from engine.runner.commands import Command
from tests.app.window import SOON
from tests.engine.campaigns import build, campaign, condition
from tests.engine.fixture import ROWS, shop

LONDONERS = sum("London" in row for row in ROWS["recipients"])


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path) -> Windows:
    """Two windows on the shop, with one campaign, which the first has open."""
    document = campaign([build("london", condition("city", value="London"))], name="Londoners")
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Londoners", kind="campaign")
    found = Windows(
        Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)), tmp_path / "sample"
    )
    first = found.make(tmp_path / "shop")
    qtbot.addWidget(first)
    qtbot.waitUntil(lambda: first.page is not None, timeout=SOON)
    QTest.keyClick(first, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    second = found.open[1]
    qtbot.addWidget(second)
    qtbot.waitUntil(lambda: second.desk is not None, timeout=SOON)
    return found


@pytest.mark.req("ORC-55")
def test_two_windows_share_one_workspace_which_closes_with_the_last(windows: Windows, qtbot: QtBot) -> None:
    first, second = windows.open
    desk = first.desk
    assert desk is not None
    assert second.desk is desk

    first.close()

    assert windows.open == [second]
    second.tabs.new_document()
    assert second.page is not None
    page = second.page
    qtbot.waitUntil(lambda: page.session.counts.last is not None and not page.controller.busy, timeout=SOON)
    second.close()
    assert windows.shared.users(desk) == 0


def test_a_window_on_the_start_page_goes_on_when_the_other_is_closed(windows: Windows, qtbot: QtBot) -> None:
    first, second = windows.open
    assert first.desk is not None
    folder = first.desk.workspace.folder
    first.leave_workspace()
    second.leave_workspace()

    first.close()
    second.workspaces.open(folder)

    qtbot.waitUntil(lambda: second.desk is not None, timeout=SOON)
    second.close()


def counted(page: DocumentPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.session.counts.last is not None and not page.controller.busy, timeout=SOON)


def press(window: MainWindow, page: DocumentPage, *keys: Qt.Key, qtbot: QtBot) -> None:
    """Bring a window to the front, and press keys on its canvas with Ctrl held down."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=SOON)
    page.canvas.setFocus()
    for key in keys:
        QTest.keyClick(page.canvas, key, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.req("ORC-53")
def test_what_is_copied_in_one_window_is_pasted_whole_into_a_document_of_another(
    windows: Windows, qtbot: QtBot
) -> None:
    first, second = windows.open
    source = first.page
    assert source is not None
    counted(source, qtbot)
    press(first, source, Qt.Key.Key_A, Qt.Key.Key_C, qtbot=qtbot)

    second.tabs.new_document()
    target = second.page
    assert target is not None
    before = target.session.document
    press(second, target, Qt.Key.Key_V, qtbot=qtbot)

    (pasted,) = [one for one in target.session.document.nodes if one not in before.nodes]
    assert (pasted.type, pasted.settings) == ("build-audience", source.session.document.nodes[0].settings)
    counted(target, qtbot)
    results = [source.session.counts.node("london"), target.session.counts.node(pasted.id)]
    assert [one.left for one in results if one is not None] == [LONDONERS, LONDONERS]

    press(second, target, Qt.Key.Key_Z, qtbot=qtbot)
    assert target.session.document == before
    assert len(source.session.document.nodes) == 1


@pytest.mark.req("ORC-55")
def test_a_document_is_edited_in_one_window_at_a_time(windows: Windows, qtbot: QtBot) -> None:
    first, second = windows.open
    first.tabs.new_document()
    assert first.page is not None
    assert first.page.session.document.id != "campaign"

    second.open_document("campaign")

    qtbot.waitUntil(lambda: first.page is not None and first.page.session.document.id == "campaign", timeout=SOON)
    assert second.page is None
    second.close()
    first.close()


def test_a_second_process_asks_the_first_to_come_to_the_front(windows: Windows, qtbot: QtBot, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from app.beacon import ask_holder; QCoreApplication([]); print(ask_holder(Path(sys.argv[1])))"
    )
    with qtbot.waitSignal(windows.shared.wanted, timeout=SOON * 3):
        asking = subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "shop")], stdout=subprocess.PIPE, text=True
        )
    assert asking.communicate()[0].strip() == "True"
    for window in [*windows.open]:
        window.close()
    again = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "shop")], capture_output=True, text=True, check=True
    )
    assert again.stdout.strip() == "False"


def test_workspaces_whose_folders_are_called_alike_have_tabs_of_their_own(qtbot: QtBot, tmp_path: Path) -> None:
    with shop(tmp_path / "ours") as workspace:
        for name in ("first", "second"):
            document = campaign([build("london", condition("city", value="London"))], id=name, name=name.title())
            workspace.documents.save(name, to_text(document), name=name.title(), kind="campaign")
    ours, theirs = tmp_path / "ours" / "shop", tmp_path / "theirs" / "shop"
    shutil.copytree(ours, theirs)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Preferences(settings), tmp_path / "sample")
    qtbot.addWidget(window)

    def opened(folder: Path) -> list[str]:
        window.workspaces.open(folder)
        qtbot.waitUntil(lambda: bool(window.tabs.pages), timeout=SOON)
        desk = window.desk
        assert desk is not None
        qtbot.waitUntil(lambda: not desk.tasks, timeout=SOON)
        return [page.session.document.id for page in window.tabs.pages]

    (newest,) = opened(ours)
    (other,) = {"first", "second"} - {newest}
    window.tabs.open_document(other)
    qtbot.waitUntil(lambda: len(window.tabs.pages) == 2, timeout=SOON)

    window.leave_workspace()
    assert opened(theirs) == [newest]
    window.leave_workspace()
    assert opened(ours) == [newest, other]
    window.close()


@pytest.mark.req("ORC-55")
def test_a_version_that_is_restored_in_one_window_is_what_the_other_one_shows(windows: Windows, qtbot: QtBot) -> None:
    first, second = windows.open
    assert first.page is not None
    assert second.desk is not None
    first.page.session.do(SetLabel("london", "Edited"), "Rename")
    page = VersionsPage("campaign", "Londoners", second.desk, second)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: bool(page.chosen), timeout=SOON)
    page.choose(1)

    QTest.mouseClick(page.open, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: second.page is not None, timeout=SOON)
    assert first.page is None, "what it showed is no longer so"
    assert second.page is not None
    assert second.page.session.document.node_by_id["london"].label != "Edited"
    second.close()
    first.close()


@pytest.mark.req("ORC-55")
def test_a_document_that_is_deleted_in_one_window_is_closed_in_the_other(windows: Windows, qtbot: QtBot) -> None:
    first, second = windows.open
    desk = second.desk
    assert desk is not None
    doing = Doing(desk, second, second)
    doing.ask = lambda _title, _question: True

    doing.do(Command.DELETE, "campaign", "Londoners")

    qtbot.waitUntil(lambda: not desk.documents, timeout=SOON)
    assert first.page is None
    assert not desk.workspace.drafts.names()
    second.close()
    first.close()


def test_two_clicks_on_publish_ask_once(windows: Windows, qtbot: QtBot) -> None:
    first, second = windows.open
    desk = second.desk
    assert desk is not None
    doing = Doing(desk, second, second)

    for _ in range(2):
        doing.do(Command.PUBLISH, "campaign", "Londoners")

    qtbot.waitUntil(lambda: bool(second.findChildren(PublishDialog)), timeout=SOON)
    qtbot.waitUntil(lambda: not desk.tasks, timeout=SOON)
    (dialog,) = second.findChildren(PublishDialog)
    dialog.reject()
    second.close()
    first.close()
