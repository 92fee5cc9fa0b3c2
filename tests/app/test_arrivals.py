"""What arrives from outside: dropped on the start page, begun from a ready campaign, handed over by another start."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.arrivals import PlaceDialog
from app.preferences import Preferences
from app.windows import Windows
from app.words import moment
from engine.document.files import to_text
from engine.document.model import Document, Kind, Node
from tests.app.window import SOON
from tests.engine.campaigns import build, campaign, condition
from tests.engine.fixture import shop
from tests.engine.journey.fixture import companies

_OTHER_START = """
import sys
from collections.abc import Callable
from pathlib import Path
from app.__main__ import main, open_paths
assert open_paths([Path(sys.argv[1])]) == 0
sys.argv[1:] = ["run", "campaign", "-w", sys.argv[2], "--json"]
main()
"""


def _given(folder: Path) -> Callable[..., str]:
    """A file dialog in which somebody has chosen a folder."""

    def choose(*_asked: object) -> str:
        return str(folder)

    return choose


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Windows:
    """A program whose sample is the shop, with one campaign."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    document = campaign([build("london", condition("city", value="London"))], name="Londoners")
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Londoners", kind="campaign")
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    return Windows(Preferences(settings), tmp_path / "shop")


def test_another_start_hands_its_files_and_its_run_to_the_open_window(
    windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    windows.listen()
    window = windows.make(tmp_path / "shop")
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.page is not None, timeout=SOON)
    file = tmp_path / "paris.json"
    paris = campaign([build("paris", condition("city", value="Paris"))], name="Parisians", id="paris")
    file.write_text(to_text(paris), encoding="utf-8")

    with subprocess.Popen(
        [sys.executable, "-c", _OTHER_START, str(file), str(tmp_path / "shop")],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as other:  # fmt: skip
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=SOON * 2)
        found = json.loads(other.communicate()[0])

    assert other.returncode == 0
    assert [(one["from"], one["rows"]) for one in found["transitions"]] == [("london", 3)]
    qtbot.waitUntil(lambda: [page.session.title for page in window.tabs.pages] == ["Londoners", "Parisians"],
                    timeout=SOON)  # fmt: skip
    window.close()


def test_data_dropped_on_the_start_page_goes_into_the_workspace_that_is_chosen(
    windows: Windows, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", _given(tmp_path / "mine"))
    window = windows.make()
    qtbot.addWidget(window)
    window.preferences.remember(tmp_path / "shop")
    people = tmp_path / "people.csv"
    people.write_text("id,city\n1,Paris\n2,Rome\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(people))])
    none, left, copied = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    middle = window.start.rect().center()
    entering = QDragEnterEvent(middle, copied, data, left, none)
    QApplication.sendEvent(window.start, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window.start, QDropEvent(QPointF(middle), copied, data, left, none))

    dialog = window.findChild(PlaceDialog)
    assert dialog is not None
    assert dialog.place == tmp_path / "shop", "the last one is proposed"
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.desk is not None and "people" in window.desk.catalog.table_by_name, timeout=SOON)
    assert window.desk is not None
    assert window.desk.workspace.folder == tmp_path / "mine"
    window.close()


def test_a_ready_campaign_begins_a_new_document_in_the_sample(windows: Windows, qtbot: QtBot) -> None:
    window = windows.make()
    qtbot.addWidget(window)
    window.start.ready.setCurrentRow(0)

    QTest.keyClick(window.start.ready, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "Win back the deli counter" in [p.session.title for p in window.tabs.pages], timeout=SOON)
    assert window.desk is not None
    assert window.page is not None
    assert window.page.session.document.id not in {entry.id for entry in window.desk.documents}
    window.close()


@pytest.mark.req("B2B-44")
def test_what_was_looked_at_last_is_opened_again_from_the_start_page(
    windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    """In two workspaces, a journey and a campaign: the latest first, with when, and again after a new start."""
    walk = Document(id="walk", kind=Kind.JOURNEY, name="Walk", nodes=(Node(id="audience", type="account-audience"),))
    with companies(tmp_path / "firms") as workspace:
        workspace.documents.save(walk.id, to_text(walk), name="Walk", kind="journey")
    window = windows.make()
    qtbot.addWidget(window)

    def look_at(folder: Path, name: str) -> None:
        window.workspaces.open(folder)
        qtbot.waitUntil(lambda: window.desk is not None and window.desk.workspace.folder == folder, timeout=SOON)
        window.open_document(name)
        qtbot.waitUntil(lambda: name in [one.document for one in window.preferences.accessed], timeout=SOON)
        window.leave_workspace()

    look_at(tmp_path / "shop", "campaign")
    look_at(tmp_path / "firms", "walk")
    again = windows.make()
    qtbot.addWidget(again)
    window.close()
    shown = [again.start.documents.item(row).text().split("\n") for row in range(again.start.documents.count())]
    assert [title for title, _ in shown] == ["Walk", "Londoners"]
    today = moment(datetime.now(UTC).astimezone()).split()[0]
    assert shown[0][1].startswith(f"Journey in firms · {today}")
    assert shown[1][1].startswith(f"Campaign in shop · {today}")

    again.start.documents.setCurrentRow(1)
    QTest.keyClick(again.start.documents, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: again.page is not None and again.page.session.document.id == "campaign", timeout=SOON)
    again.close()
