"""Whatever a hand drops on the window, at once and in a hurry: each file for itself, and nothing is lost by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.data.import_page import ImportPage
from app.preferences import Preferences
from app.windows import Windows
from engine.document.files import looks_like_records, to_text
from engine.workspace import Workspace
from tests.app.window import SOON, User, open_window
from tests.engine.campaigns import build, campaign, condition
from tests.engine.fixture import shop


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    document = campaign([build("london", condition("city", value="London"))], name="Londoners")
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Londoners", kind="campaign")
    return tmp_path / "shop"


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path, folder: Path) -> Iterator[User]:
    found = open_window(qtbot, tmp_path, folder)
    found.until(lambda: found.window.page is not None)
    found.settled()
    yield found
    found.window.close()


def _drop(user: User, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, copy = QPointF(200, 200), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(user.window, QDragEnterEvent(at.toPoint(), copy, data, left, none))
    QApplication.sendEvent(user.window, QDropEvent(at, copy, data, left, none))


def _said(user: User) -> str:
    return user.window.statusBar().currentMessage()


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_that_cannot_be_read_keeps_no_other_away(user: User, tmp_path: Path) -> None:
    files = [
        _file(tmp_path, "one.csv", "a,b\n1,2\n"), _file(tmp_path, "broken.json", "{"), _file(tmp_path, "empty.csv", ""),
        _file(tmp_path, "logs.zip", "PK"), _file(tmp_path, "rows.json", '[{"a": 1}, {"a": 2}]'),
        _file(tmp_path, "two.CSV", "a,b\n1,2\n"),
    ]  # fmt: skip
    _drop(user, *files)
    user.until(lambda: "two.CSV: 1 row loaded" in _said(user))
    for part in ("one.csv: 1 row loaded", "broken.json: This is not JSON", "'empty.csv' is empty",
                 "logs.zip holds no table", "rows.json: 2 rows loaded"):  # fmt: skip
        assert part in _said(user)
    assert user.window.desk is not None
    assert {"one", "rows", "two"} <= user.window.desk.catalog.table_by_name.keys()
    assert "logs" not in user.window.desk.catalog.table_by_name


def test_a_file_called_like_a_table_is_looked_at_before_it_takes_its_place(user: User, tmp_path: Path) -> None:
    desk = user.window.desk
    assert desk is not None
    before = user.count("london")
    _drop(user, _file(tmp_path, "recipients.csv", "crm_id,city\n1,Paris\n"))
    user.until(lambda: isinstance(user.window.tabs.front, ImportPage))
    assert "There is a table recipients already" in _said(user)
    page = user.window.tabs.front
    assert isinstance(page, ImportPage)
    user.until(lambda: page.load.isEnabled())
    user.window.tabs.open_document("campaign")
    user.until(lambda: user.window.page is not None)
    user.page.controller.count()
    assert user.count("london") == before


def test_a_file_of_one_line_says_that_its_table_has_no_rows(user: User, tmp_path: Path) -> None:
    _drop(user, _file(tmp_path, "note.txt", "Call Ann on Monday\n"))
    user.until(lambda: "note.txt only names columns: note has no rows." in _said(user))
    assert user.window.desk is not None
    assert "note" in user.window.desk.catalog.table_by_name


def _large(folder: Path) -> Path:
    """A file that takes a while."""
    return _file(folder, "large.csv", "key,number\n" + "".join(f"K{n},{n}\n" for n in range(600_000)))


def test_a_dropped_file_shows_that_it_is_loaded_and_can_be_cancelled_with_all_after_it(
    user: User, tmp_path: Path
) -> None:
    progress = user.window.files.progress
    _drop(user, _file(tmp_path, "first.csv", "a,b\n1,2\n"), _large(tmp_path), _file(tmp_path, "last.csv", "a,b\n1,2\n"))
    user.until(lambda: progress.isVisible() and "large.csv" in progress.words.text())
    QTest.mouseClick(progress.cancel, Qt.MouseButton.LeftButton)
    user.until(lambda: "large.csv was cancelled" in _said(user))
    assert "first.csv: 1 row loaded" in _said(user)
    assert not progress.isVisible()
    desk = user.window.desk
    assert desk is not None
    assert "first" in desk.catalog.table_by_name
    assert not {"large", "last"} & desk.catalog.table_by_name.keys()


def test_a_window_that_is_closed_does_not_wait_for_a_dropped_file(qtbot: QtBot, tmp_path: Path, folder: Path) -> None:
    user = open_window(qtbot, tmp_path, folder)
    user.until(lambda: user.window.page is not None)
    user.settled()
    _drop(user, _large(tmp_path))
    user.until(user.window.files.progress.isVisible)
    user.window.close()
    with Workspace.open(folder) as workspace:
        assert "large" not in workspace.catalog().table_by_name


def test_a_folder_that_is_no_workspace_leaves_the_open_one_open(user: User, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    desk = user.window.desk
    _drop(user, tmp_path / "pictures", _file(tmp_path, "one.csv", "a,b\n1,2\n"))
    user.until(lambda: "one.csv: 1 row loaded" in _said(user))
    assert user.window.desk is desk
    _drop(user, tmp_path / "pictures")
    user.until(lambda: "There is no workspace in" in _said(user))
    assert user.window.desk is desk
    assert user.page.isVisible()


def test_records_and_documents_are_told_apart(tmp_path: Path) -> None:
    records = ('[{"a": 1}]', "\ufeff [1]", '{"_id": "x", "email": "a@b.c"}')
    documents = ('{"id": "x", "kind": "campaign"}', '{"format": 99}', "{", "", "{}", '{"nodes": []}')
    assert [looks_like_records(_file(tmp_path, "f.json", text)) for text in records] == [True] * len(records)
    assert [looks_like_records(_file(tmp_path, "f.json", text)) for text in documents] == [False] * len(documents)
    assert not looks_like_records(tmp_path / "none.json")


def test_impatient_clicks_and_two_windows_at_once_open_a_workspace_once(
    qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    windows = Windows(Preferences(settings), folder)
    first, second = windows.make(), windows.make()
    for window in (first, second):
        qtbot.addWidget(window)
    QTest.mouseClick(first.start.sample, Qt.MouseButton.LeftButton)
    first.workspaces.open_sample()
    second.workspaces.open(folder)
    qtbot.waitUntil(lambda: first.desk is not None and first.page is not None, timeout=SOON)
    qtbot.waitUntil(lambda: second.desk is not None, timeout=SOON)
    assert first.desk is second.desk
    assert not first.start.error.text()
    assert not second.start.error.text()
    first.close()
    # Closed while it opens: what was opened for nobody is closed again.
    third = windows.make()
    qtbot.addWidget(third)
    second.workspaces.leave()
    third.workspaces.open(folder)
    qtbot.wait(1)
    third.close()
    second.workspaces.open(folder)
    qtbot.waitUntil(lambda: second.desk is not None or bool(second.start.error.text()), timeout=SOON)
    assert not second.start.error.text()
    second.close()
