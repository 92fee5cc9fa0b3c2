"""Sharing in the window: a bundle is written, opened, imported with choices, verified, taken back, and merged."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from app.application import set_language
from app.bundles.bundle_page import BundlePage
from app.bundles.export_dialog import ExportDialog
from app.bundles.merge_page import MergePage
from app.bundles.page import SharingPage
from app.bundles.section import SharingSection
from engine.bundles.exporting import ExportWish, export_bundle
from engine.bundles.manifest import Contents
from engine.document.files import from_text, to_text
from engine.document.model import Document
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop


def cities(city: str) -> Document:
    """A campaign that writes to a city."""
    return campaign(
        [build("who", condition("city", value=city)), node("mail", "email")], "who>mail", name="Cities", id="cities"
    )


@pytest.fixture
def user(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[User]:
    with shop(tmp_path) as workspace:
        for city in ("Lyon", "London"):
            workspace.documents.save("cities", to_text(cities(city)), name="Cities", kind="campaign")
    set_language(qapp, "en")
    found = open_window(qtbot, tmp_path, tmp_path / "shop")
    found.until(lambda: found.window.desk is not None)
    yield found
    found.window.close()


def written(user: User, path: Path, contents: Contents) -> None:
    """Write the campaign in front to a file, through the dialog."""
    desk = user.window.desk
    assert desk is not None
    user.window.open_document("cities")
    user.until(lambda: user.window.page is not None)
    user.window.actions_by_id["bundles.share"].trigger()
    dialog = user.window.findChild(ExportDialog)
    assert dialog is not None
    dialog.choices[contents].setChecked(True)
    dialog.write_to(path)
    user.until(lambda: path.exists() and user.window.findChild(ExportDialog) is None)


def opened(user: User, path: Path, passphrase: str = "") -> BundlePage:
    section = user.window.sections["sharing"]
    assert isinstance(section, SharingSection)
    section.open_file(path)
    page = user.window.findChild(BundlePage)
    assert page is not None
    if passphrase:
        user.until(lambda: page.passphrase.isVisible())
        user.type(page.passphrase, passphrase)
        QTest.keyClick(page.passphrase, Qt.Key.Key_Return)
    user.until(lambda: page.opened is not None)
    return page


def dropped(user: User, path: Path) -> None:
    """Let a file fall upon the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(user.window, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(user.window, QDropEvent(QPointF(5, 5), copy, data, left, none))


def choose(box: object, data: str) -> None:
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


@pytest.mark.req("ORC-24")
def test_a_bundle_is_written_opened_imported_verified_and_taken_back(user: User, tmp_path: Path) -> None:
    path = tmp_path / "cities.jalon"
    desk = user.window.desk
    assert desk is not None
    written(user, path, Contents.COUNTS)
    changed = to_text(cities("Paris"))
    desk.workspace.documents.save("cities", changed, name="Cities", kind="campaign")

    dropped(user, path)
    user.until(lambda: user.window.findChild(BundlePage) is not None)
    page = opened(user, path)
    row = next(place for place, one in enumerate(page.table.findings) if one.kind == "document")
    first = page.opened
    choose(page.table.cellWidget(row, 3), "replace")
    user.until(lambda: page.opened is not first)
    QTest.mouseClick(page.bring, Qt.MouseButton.LeftButton)
    user.until(lambda: page.brought is not None and bool(page.receipts.lines))

    assert from_text(desk.workspace.documents.load("cities")) == cities("London")
    assert page.receipts.lines == ["Reproduced 2 of 2 counts."]
    sharing = user.window.show_section("sharing")
    assert isinstance(sharing, SharingPage)
    user.until(lambda: sharing.imports.count() == 1)

    page.back.click()
    user.until(lambda: page.brought is None)
    assert desk.workspace.documents.load("cities") == changed


def test_people_are_encrypted_and_the_dialog_says_so(user: User, tmp_path: Path) -> None:
    path = tmp_path / "full.jalon"
    user.window.open_document("cities")
    user.until(lambda: user.window.page is not None)
    user.window.actions_by_id["bundles.share"].trigger()
    dialog = user.window.findChild(ExportDialog)
    assert dialog is not None
    dialog.choices[Contents.FULL].setChecked(True)
    assert "real people" in dialog.said.text()
    dialog.encrypt.setChecked(True)
    user.type(dialog.passphrase, "a b c d e f")
    assert not dialog.write.isEnabled()
    user.type(dialog.again, "a b c d e f")
    assert dialog.write.isEnabled()
    assert not dialog.said.text()
    dialog.write_to(path)
    user.until(lambda: path.exists() and user.window.findChild(ExportDialog) is None)

    assert b"recipients" not in path.read_bytes()
    page = opened(user, path, "a b c d e f")
    assert page.opened is not None
    assert page.opened.encrypted


def test_a_copy_is_merged_with_the_effect_of_each_choice(user: User, tmp_path: Path) -> None:
    path = tmp_path / "cities.jalon"
    desk = user.window.desk
    assert desk is not None
    export_bundle(desk.workspace, [cities("London")], path, ExportWish(Contents.LOGIC))
    desk.workspace.documents.save("cities", to_text(cities("Paris")), name="Cities", kind="campaign")

    page = opened(user, path)
    row = next(place for place, one in enumerate(page.table.findings) if one.kind == "document")
    page.table.setCurrentCell(row, 0)
    QTest.mouseClick(page.merge, Qt.MouseButton.LeftButton)
    merge = user.window.findChild(MergePage)
    assert merge is not None
    user.until(lambda: merge.base.currentData() == 2 and merge.merging is not None)
    assert merge.table.rowCount() == 0, "theirs is the second version as it was"

    merge.base.setCurrentIndex(0)
    merge.base.activated.emit(0)
    user.until(lambda: merge.table.rowCount() == 1)
    words = [item.text() for column in (0, 1, 2, 4) if (item := merge.table.item(0, column)) is not None]
    assert words[0].endswith(": Rule")
    assert words[1:3] == ["city is “Paris”", "city is “London”"]
    assert "5 as here, 3 as in the bundle" in words[3]
    assert not merge.save.isEnabled()

    assert merge.said.text() == "1 conflict to decide."
    cell = merge.table.cellWidget(0, 3)
    assert cell is not None
    box = cell.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(2)
    box.activated.emit(2)
    user.until(lambda: merge.save.isEnabled())
    QTest.mouseClick(merge.save, Qt.MouseButton.LeftButton)
    user.until(lambda: from_text(desk.workspace.documents.load("cities")) == cities("London"))
