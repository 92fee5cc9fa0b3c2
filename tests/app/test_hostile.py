"""What nobody should type or drop, typed and dropped: it is marked where it stands, and nothing is lost or widened."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QToolTip
from pytestqt.qtbot import QtBot

from engine.document.edits import SetLabel, SetProperty, SetSetting
from engine.document.files import read_document, to_text
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

LONG = "x" * 10_000
SQL = "Robert'); DROP TABLE recipients;--"
STRANGE = (LONG, SQL, "\U0001f600 \u202eשלום", "", "31/02", "=1+1", "-5", "1e400", "\x00")


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """A window on the shop with a rule, a split with a limit, and a message."""
    half = {"label": "Half", "limit": {"kind": "percent", "value": 50}}
    document = campaign(
        [build("a", condition("city", value="London")), node("b", "split", subsets=[half]), node("c", "email")],
        "a>b", "b:subset:1>c",
        name="Strange",
    )  # fmt: skip
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Strange", kind="campaign")
    found = open_window(qtbot, tmp_path, tmp_path / "shop")
    found.until(lambda: found.window.page is not None)
    found.settled()
    yield found
    found.window.close()


def _fields(user: User) -> list[QLineEdit]:
    return [one for one in user.window.panel.findChildren(QLineEdit) if one.isVisible() and not one.isReadOnly()]


def _paste(field: QLineEdit, text: str) -> None:
    QApplication.clipboard().setText(text)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


@pytest.mark.req("ORC-46")
def test_nothing_that_is_pasted_into_a_field_widens_the_window_or_is_lost_to_undo(user: User) -> None:
    before, width = to_text(user.document), user.window.width()
    for name in ("", "a", "b", "c"):
        user.page.canvas.selection.clear()
        if name:
            user.page.select_node(name)
        QApplication.processEvents()
        for place in range(len(_fields(user))):
            for text in STRANGE:
                fields = _fields(user)
                if place < len(fields):
                    _paste(fields[place], text)
        user.settled()
        assert user.window.width() == width, name
        (area,) = (one for one in user.window.panel.findChildren(QScrollArea) if one.isVisible())
        inner = area.widget()
        assert inner is not None
        assert inner.width() <= area.viewport().width(), f"{name} is cut off"
    assert to_text(user.document) != before
    while user.page.session.stack.canUndo():
        user.page.session.undo()
    assert to_text(user.document) == before
    user.settled()
    assert user.count("a") is not None
    assert user.page.session.problems == ()


@pytest.mark.req("ORC-81")
def test_a_time_zone_that_is_none_is_marked_at_its_field(user: User) -> None:
    user.page.canvas.selection.clear()
    row = user.window.panel.document_form.form.rows["zone"]
    (field,) = row.editor.findChildren(QLineEdit)
    for zone in ("Mars/Base", SQL, LONG):
        _paste(field, zone)
        user.until(lambda: row.problem.isVisible() and not user.page.controller.busy)
        assert "There is no time zone" in row.problem.text()
        assert max(map(len, row.problem.text().split())) <= 40
        assert [one.field for one in user.page.session.problems] == ["zone"]
        _paste(field, "Europe/Paris")
        user.until(lambda: not user.page.session.problems)
        user.settled()
        assert not row.problem.isVisible()
    assert user.count("a") is not None


def test_a_picture_that_is_dropped_is_not_made_a_table(user: User, tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    assert user.window.desk is not None
    tables = {one.name for one in user.window.desk.catalog.tables}
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(user.window, QDragEnterEvent(QPoint(400, 300), copy, data, left, none))
    QApplication.sendEvent(user.window, QDropEvent(QPointF(400, 300), copy, data, left, none))
    user.until(lambda: "logo.png holds no table" in user.window.statusBar().currentMessage())
    assert {one.name for one in user.window.desk.catalog.tables} == tables


@pytest.mark.req("ORC-55")
def test_a_workspace_that_is_deleted_behind_the_window_is_told_and_the_work_goes_to_files(
    user: User, tmp_path: Path
) -> None:
    user.page.session.do(SetLabel("a", "Not saved yet"), "Rename")
    shutil.rmtree(tmp_path / "shop")
    user.until(lambda: user.window.vanished is not None)
    dialog = user.window.vanished
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.write.isEnabled()
    # Where files are open the system goes on as if nothing had happened; the window must not.
    user.window.actions_by_id["file.save"].trigger()
    user.until(lambda: "nothing was saved" in user.window.statusBar().currentMessage())
    assert not user.page.session.stack.isClean()

    kept = tmp_path / "kept"
    kept.mkdir()
    dialog.write_to(kept)

    user.until(lambda: not dialog.isVisible())
    (file,) = kept.iterdir()
    assert read_document(file) == user.document
    assert read_document(file).node_by_id["a"].label == "Not saved yet"


def test_what_nobody_expected_is_told_and_counting_has_ended(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_asked: object) -> None:
        raise OverflowError("date value out of range")

    monkeypatch.setattr(user.page.controller, "check", broken)
    user.page.controller.count()
    user.until(lambda: "should not have" in user.window.statusBar().currentMessage())
    assert not user.page.controller.busy


def test_moments_beyond_the_calendar_are_counted(user: User) -> None:
    years = {"relative": {"count": 100_000, "unit": "year", "ahead": False}}
    for operator, as_of in (
        ("greater", "2025-10-01T09:00"),
        ("less", "0001-01-01T00:00"),
        ("less", "9999-12-31T23:59"),
    ):
        user.page.session.do(SetSetting("a", "rule", condition("birth_date", operator, None, **years)), "Rule")
        user.page.session.do(SetProperty("as_of", as_of), "As of")
        user.settled()
        assert user.page.session.problems == ()
        assert user.count("a") is not None


@pytest.mark.usefixtures("style")
def test_signs_in_a_name_are_shown_as_they_were_typed(user: User) -> None:
    name = "<b>Ours</b> & <i>theirs</i>"
    user.page.session.do(SetLabel("a", name), "Rename")
    user.page.session.do(SetProperty("name", name), "Rename")
    user.page.select_node("a")
    user.until(lambda: any("<b>Ours" in one.text() for one in user.window.findChildren(QLabel) if one.isVisible()))
    for label in user.window.findChildren(QLabel):
        if label.isVisible() and "<b>Ours" in label.text():
            assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    # What is in no version yet is marked behind its name.
    user.until(lambda: user.window.tabs.bar.tabText(0) == f"{name.replace('&', '&&')} •")

    QToolTip.showText(QPoint(5, 5), name, user.window)
    user.until(lambda: bool(_tips(name)))
    assert [one.textFormat() for one in _tips(name)] == [Qt.TextFormat.PlainText]
    QToolTip.hideText()


def _tips(text: str) -> list[QLabel]:
    shown = QApplication.topLevelWidgets()
    return [one for one in shown if isinstance(one, QLabel) and one.isVisible() and one.text() == text]
