"""From an empty workspace to an exported population, with mouse and keys, in both languages."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.application import set_language
from app.main_window import MainWindow
from app.preferences import Preferences
from engine.catalog.model import Dimension
from tests.app.builder import Builder
from tests.app.window import User

PEOPLE = """id;name;city;points;joined
1;Ann;Paris;120;2024-01-10
2;Bob;London;40;2024-02-10
3;Cléa;Paris;80;2025-03-10
4;Dan;Lyon;;2023-01-10
5;Eva;Paris;300;2025-05-10
"""
LEFT, CTRL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(params=["en", "fr"])
def user(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[User]:
    """A window that was never opened before, in one of the languages."""
    before = QLocale()
    set_language(qapp, request.param)
    QLocale.setDefault(QLocale("fr_FR" if request.param == "fr" else "en_GB"))
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Preferences(settings), tmp_path / "sample")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    yield User(qtbot, window)
    window.close()
    QLocale.setDefault(before)
    set_language(qapp, "en")


def drop(user: User, path: Path) -> None:
    """Drop a file on the window, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    middle = user.window.rect().center()
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(middle, action, data, LEFT, none)
    QApplication.sendEvent(user.window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(user.window, QDropEvent(QPointF(middle), action, data, LEFT, none))


@pytest.mark.req("ORC-47", "ORC-82", "ORC-68")
def test_a_file_becomes_a_counted_campaign_and_its_people_leave_as_a_file(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "people.csv", tmp_path / "parisians.csv"
    source.write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "mine").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mine"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "(*.csv)"))

    QTest.mouseClick(user.window.start.new, LEFT)
    user.until(lambda: user.window.desk is not None)
    desk = user.window.desk
    assert desk is not None
    drop(user, source)
    user.until(lambda: "people" in desk.catalog.table_by_name)
    declare(user)

    QTest.keyClick(user.window, Qt.Key.Key_N, CTRL)
    builder = Builder(user)
    user.settled()
    (audience,) = user.document.node_by_id
    assert user.count(audience) == 5
    builder.set(audience, rule=lambda r: r.line("city", value="Paris"))
    split = builder.add(tr_of("Split"), complement=True)
    user.connect(audience, split)
    rich = {"label": "Rich", "filter": lambda r: r.line("points", operator="greater-or-equal", value="100")}
    builder.set(split, subsets=[rich])
    assert (user.count(audience), user.count(split, "subset:1"), user.count(split, "complement")) == (3, 2, 1)

    user.page.select_node(split)
    inspector = user.window.inspector
    assert inspector is not None
    user.until(lambda: inspector.rows.grid.total == 2)
    inspector.rows.show_columns(frozenset(), ("name", "city"))
    user.until(lambda: len(inspector.rows.grid.columns) == 3)
    QTest.mouseClick(inspector.rows.buttons["export"], LEFT)
    user.until(target.exists)

    with target.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[1:] == [["1", "Ann", "Paris"], ["5", "Eva", "Paris"]]
    QTest.keyClick(user.window, Qt.Key.Key_S, CTRL)
    user.until(lambda: [entry.version for entry in desk.documents] == [1])


def declare(user: User) -> None:
    """People can be targeted: the dimension that audiences are made of."""
    desk = user.window.desk
    assert desk is not None
    desk.workspace.schemas.add(Dimension(name="people", table="people", identity="id"))
    desk.tasks.start(desk.load())
    user.until(lambda: bool(desk.catalog.dimensions))


def tr_of(title: str) -> str:
    """The title of an activity in the language of the window."""
    return QApplication.translate("engine", title)
