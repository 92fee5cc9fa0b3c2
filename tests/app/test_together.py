"""Several nodes edited at once, blocks that stay with the user, and files that are dropped anywhere in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.arrivals import PlaceDialog
from canvas.views import Parts
from engine.document.files import to_text
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """A window on a campaign with two waits of different length, a query and a mail."""
    document = campaign(
        [
            build("london", condition("city", value="London")), node("one", "wait", amount=3),
            node("two", "wait", amount=2), node("mail", "email"),
        ],
        "london>one", "one>two", "two>mail",
    )  # fmt: skip
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Two", kind="campaign")
    found = open_window(qtbot, tmp_path, tmp_path / "shop")
    found.until(lambda: found.window.page is not None)
    found.settled()
    yield found
    found.window.close()


def _drop(target: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, copy = QPointF(200, 200), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at.toPoint(), copy, data, left, none)
    QApplication.sendEvent(target, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(target, QDropEvent(at, copy, data, left, none))


@pytest.mark.req("CAN-20")
def test_a_field_of_several_nodes_is_changed_in_all_of_them_as_one_step(user: User) -> None:
    panel, before = user.window.panel, to_text(user.document)
    user.page.canvas.selection.set(Parts.of(["one", "two"]))
    form = panel.together.form
    assert form is not None
    assert "2" in panel.together.title.text()
    mixed = {name for name, row in form.rows.items() if row.note}
    assert mixed == {"amount"}
    steps = user.page.session.stack.count()
    line = form.rows["amount"].editor.findChildren(QLineEdit)[0]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "15")
    QTest.keyClick(line, Qt.Key.Key_Return)
    found = {name: user.document.node_by_id[name].settings["amount"] for name in ("one", "two")}
    assert found == {"one": 15, "two": 15}
    assert not form.rows["amount"].note
    assert user.page.session.stack.count() == steps + 1
    user.page.session.undo()
    assert to_text(user.document) == before
    assert form.rows["amount"].note  # they differ again


@pytest.mark.req("CAN-20")
def test_nodes_of_different_kinds_show_what_they_share_and_enter_leads_there(user: User) -> None:
    panel = user.window.panel
    user.page.canvas.selection.set(Parts.of(["london", "mail", "one"]))
    assert panel.together.form is None or "amount" not in panel.together.form.rows
    user.page.canvas.selection.set(Parts.of(["one", "two"]))
    with user.bot.waitSignal(user.page.canvas.opened_together):
        user.page.canvas.setFocus()
        QTest.keyClick(user.page.canvas, Qt.Key.Key_Return)
    assert panel.together.form is not None
    assert "amount" in panel.together.form.rows
    user.page.canvas.selection.set(Parts.of(["one"]))
    assert panel.form is not None
    assert panel.form.isVisible()


@pytest.mark.req("CAN-39")
def test_blocks_stay_with_the_user(user: User) -> None:
    canvas = user.page.canvas
    canvas.selection.set(Parts.of(["one", "two"]))
    canvas.actions_by_id["add.keep-block"].trigger()
    kept = user.window.preferences.blocks
    assert list(kept) == list(canvas.blocks.texts) != []
    user.window.actions_by_id["file.new"].trigger()
    user.until(lambda: user.page.canvas is not canvas)
    other = user.page.canvas
    assert other.blocks.texts == kept
    other.blocks.remove(next(iter(kept)))
    assert canvas.blocks.texts == {} == user.window.preferences.blocks


@pytest.mark.req("CAN-38")
@pytest.mark.parametrize("where", ["canvas", "window"])
def test_a_document_and_data_are_dropped(user: User, tmp_path: Path, where: str) -> None:
    document = tmp_path / "other.json"
    document.write_text(to_text(campaign([node("mail", "email")], name="Other").model_copy(update={"id": "other"})))
    data = tmp_path / "visits.csv"
    data.write_text("id,town\n1,Bath\n2,York\n")
    target = user.page.canvas.viewport() if where == "canvas" else user.window
    _drop(target, document, data)
    user.until(lambda: user.document.id == "other")
    desk = user.window.desk
    assert desk is not None
    user.until(lambda: "visits" in desk.catalog.table_by_name)


@pytest.mark.req("CAN-38")
def test_what_is_dropped_before_a_workspace_is_open_waits_for_one(user: User, tmp_path: Path) -> None:
    window = user.window
    window.leave_workspace()
    user.until(lambda: window.desk is None)
    data = tmp_path / "visits.csv"
    data.write_text("id,town\n1,Bath\n")
    _drop(window.start, data)
    dialog = window.findChild(PlaceDialog)
    assert dialog is not None
    assert "visits.csv" in dialog.list.accessibleName()
    assert dialog.place == tmp_path / "shop", "where one was last"
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    user.until(lambda: window.desk is not None and "visits" in window.desk.catalog.table_by_name)
