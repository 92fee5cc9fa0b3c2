"""The window from end to end: real keys and mouse, the counts of the specification's shop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.counts import Trust
from app.panel.editors.basic import NameEditor, NumberEditor
from canvas.requests import AddFrame, AddNote, Move, SetFrame, SetNode, SetNote
from engine.document.edits import SetSetting
from engine.document.files import to_text
from engine.runner.receipts import find_receipt
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """A window on the shop, with one campaign: Londoners, split in two."""
    half = {"label": "Half", "limit": {"kind": "percent", "value": 50}}
    document = campaign(
        [
            build("london", condition("city", value="London")),
            node("split", "split", subsets=[half], complement=True),
            node("mail", "email"),
        ],
        "london>split",
        "split:subset:1>mail",
        name="Londoners",
    )
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Londoners", kind="campaign")
    found = open_window(qtbot, tmp_path, tmp_path / "shop")
    found.until(lambda: found.window.page is not None)
    yield found
    found.window.close()


def test_the_rail_leads_to_each_section_and_its_tab_leads_back(user: User) -> None:
    window = user.window
    user.settled()
    assert window.rail.buttons["campaigns"].isChecked()

    for name, button in window.rail.buttons.items():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.tabs.front_key == f"section:{name}"
        assert [one for one, other in window.rail.buttons.items() if other.isChecked()] == [name]

    assert window.page is None
    window.tabs.show_tab(0)
    assert window.page is not None


def test_the_last_tab_closed_leaves_the_campaigns_in_front(user: User) -> None:
    QTest.keyClick(user.window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)

    assert user.window.tabs.front_key == "section:campaigns"


def test_panes_are_as_they_were_after_a_restart(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    user.window.bench.show_view("sql")
    user.window.bench.left.action.setChecked(False)
    user.window.close()

    again = open_window(qtbot, tmp_path, tmp_path / "shop")

    assert again.window.bench.bottom.current == "sql"
    assert again.window.bench.left.isHidden()
    again.window.close()


@pytest.mark.req("ORC-66")
def test_an_opened_campaign_shows_an_exact_count_on_every_transition(user: User) -> None:
    assert user.count("london") == 3
    assert user.count("split", "subset:1") == 2
    assert user.count("split", "complement") == 1
    edges = {edge: user.page.adapter.count(edge).value for edge in user.page.adapter.edge_ids()}
    assert edges["t1"] == 3
    assert edges["split:complement"] == 1


@pytest.mark.req("ORC-46", "ORC-79")
def test_typing_in_the_panel_makes_counts_stale_at_once_and_fresh_by_themselves(user: User) -> None:
    user.count("split", "subset:1")
    user.click_node("split")
    assert user.window.panel.form is not None
    limit = user.window.panel.form.rows["subsets"].editor.findChildren(NumberEditor)[0].line

    user.type(limit, "100")

    assert user.page.session.counts.output("split", "subset:1").trust is Trust.STALE
    assert user.page.session.counts.output("london", "result").trust is Trust.EXACT
    assert user.count("split", "subset:1") == 3


@pytest.mark.req("ORC-55", "CAN-82")
def test_a_typed_number_is_one_undo_step_and_undo_brings_the_document_back_byte_for_byte(user: User) -> None:
    before = to_text(user.document)
    user.click_node("split")
    assert user.window.panel.form is not None
    limit = user.window.panel.form.rows["subsets"].editor.findChildren(NumberEditor)[0].line
    user.type(limit, "100")
    assert to_text(user.document) != before

    user.undo()

    assert to_text(user.document) == before
    assert limit.text() == "50"
    assert user.count("split", "subset:1") == 2


@pytest.mark.req("ORC-55")
def test_undo_in_a_field_takes_back_the_step_of_the_document(user: User) -> None:
    before = to_text(user.document)
    user.click_node("london")
    line = user.window.panel.head.line
    user.type(line, "People")
    assert user.document.node_by_id["london"].label == "People"

    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert to_text(user.document) == before
    assert line.text() == ""


@pytest.mark.req("ORC-45", "ORC-47")
def test_an_activity_is_added_after_the_selected_one_and_renamed(user: User) -> None:
    user.settled()
    name = user.add_after("london", "Fork")
    user.click_node(name)

    user.type(user.window.panel.head.line, "Two ways")

    assert user.document.node_by_id[name].label == "Two ways"
    assert user.page.adapter.node(name).title == "Two ways"


@pytest.mark.req("ORC-80", "ORC-81")
def test_a_wrong_name_is_marked_at_its_field_and_listed_and_the_list_leads_back(user: User) -> None:
    user.settled()
    user.click_node("london")
    assert user.window.panel.form is not None
    row = user.window.panel.form.rows["dimension"]
    assert isinstance(row.editor, NameEditor)

    user.type(row.editor.line, "nobody")
    QTest.keyClick(row.editor.line, Qt.Key.Key_Return)
    user.until(row.problem.isVisible)

    assert "nobody" in row.problem.text()
    user.page.canvas.selection.clear()
    item = next(
        item
        for item in map(user.window.problems.list.item, range(user.window.problems.list.count()))
        if "nobody" in item.text()
    )
    user.window.problems.list.itemActivated.emit(item)
    assert user.page.selected_node == "london"


def test_the_panel_tells_where_everybody_went(user: User) -> None:
    user.settled()

    user.click_node("mail")

    texts = [label.text() for label in user.window.panel.facts.findChildren(QLabel)]
    assert {"Entered", "Left", "Reachable"} <= {*texts}


def test_a_campaign_that_was_saved_is_a_new_version_and_clean(user: User) -> None:
    user.add_after("london", "Wait")
    assert user.window.tabs.tabText(0).endswith("•")

    QTest.keyClick(user.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    user.until(lambda: not user.window.tabs.tabText(0).endswith("•"))

    assert user.window.desk is not None
    assert [entry.version for entry in user.window.desk.documents] == [2]


def test_the_command_palette_finds_and_does(user: User) -> None:
    QTest.keyClick(user.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(user.window.commands.search, "new camp")
    QTest.keyClick(user.window.commands.search, Qt.Key.Key_Return)

    assert user.window.tabs.count() == 2
    assert user.count("audience") == 12


@pytest.mark.req("ORC-82")
def test_a_new_campaign_counts_its_first_audience_before_anything_is_typed(user: User) -> None:
    user.window.tabs.new_document()

    assert user.count("audience") == 12


@pytest.mark.req("ORC-50", "ORC-51", "ORC-57")
def test_a_path_stops_at_what_is_off_is_joined_over_what_goes_and_never_comes_back(user: User) -> None:
    assert user.count("split", "subset:1") == 2
    before = to_text(user.document)
    canvas, counts = user.page.canvas, user.page.session.counts
    off = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    user.click_node("split")
    QTest.keyClick(canvas, Qt.Key.Key_D, off)
    user.settled()
    assert user.count("split", "subset:1") is None, "nobody comes there"
    assert user.count("london") == 3
    QTest.keyClick(canvas, Qt.Key.Key_D, off)
    assert user.count("split", "subset:1") == 2

    with pytest.raises(AssertionError, match="was not connected"):
        user.connect("split", "london", "complement")
    assert to_text(user.document) == before

    user.click_node("split")
    QTest.keyClick(canvas, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    (left,) = user.document.transitions
    assert (left.source, left.target) == ("london", "mail")
    user.settled()
    mail = counts.node("mail")
    assert mail is not None
    assert mail.entered == 3
    user.undo()
    assert to_text(user.document) == before


@pytest.mark.req("ORC-55")
def test_what_was_not_saved_is_there_after_a_restart_with_its_undo(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    before = to_text(user.document)
    user.click_node("london")
    user.type(user.window.panel.head.line, "Kept")
    user.add_after("london", "Fork")
    edited = to_text(user.document)
    user.window.close()

    again = open_window(qtbot, tmp_path, tmp_path / "shop")
    again.until(lambda: again.window.page is not None)

    assert to_text(again.document) == edited
    assert again.window.tabs.tabText(0).endswith("•")
    again.page.session.undo()
    again.page.session.undo()
    assert to_text(again.document) == before
    assert not again.window.tabs.tabText(0).endswith("•")
    again.page.session.redo()
    assert again.document.node_by_id["london"].label == "Kept"
    again.window.close()


@pytest.mark.req("ORC-55")
def test_a_step_is_on_disk_a_moment_after_it_was_made(user: User) -> None:
    desk = user.window.desk
    assert desk is not None
    user.click_node("london")

    user.type(user.window.panel.head.line, "Now")

    user.until(lambda: '"Now"' in (getattr(desk.workspace.drafts.load("campaign"), "content", "") or ""))


@pytest.mark.req("ORC-68")
def test_the_people_behind_a_count_stand_in_the_grid(user: User) -> None:
    user.settled()
    user.click_node("split")
    inspector = user.window.inspector
    assert inspector is not None

    user.until(lambda: inspector.rows.grid.total == 2)

    assert inspector.place is not None
    assert inspector.place.output == "split:subset:1"


@pytest.mark.req("ORC-68")
def test_statistics_say_what_a_column_holds(user: User) -> None:
    user.settled()
    user.click_node("london")
    inspector = user.window.inspector
    assert inspector is not None
    user.until(lambda: inspector.rows.grid.total == 3)

    inspector.show_statistics()

    user.until(lambda: inspector.statistics.measures.count() > 0)
    texts = [label.text() for label in inspector.statistics.findChildren(QLabel)]
    assert "3" in texts


def test_somebody_who_is_not_there_is_explained_and_the_way_stands_out(user: User) -> None:
    user.settled()
    user.click_node("london")
    inspector = user.window.inspector
    assert inspector is not None
    inspector.tabs.setCurrentWidget(inspector.why)

    user.type(inspector.why.line, "R01, R02")
    QTest.keyClick(inspector.why.line, Qt.Key.Key_Return)
    user.until(lambda: inspector.why.tree.topLevelItemCount() == 2)

    here, missing = (inspector.why.tree.topLevelItem(place) for place in (0, 1))
    assert here is not None
    assert missing is not None
    assert here.text(1) == "Is here."
    assert "Build audience" in missing.text(1)
    children = [missing.child(place) for place in range(missing.childCount())]
    lines = [(child.text(1)[0], child.text(2)) for child in children if child is not None]
    assert ("\u2717", "Paris") in lines
    assert user.page.canvas.look.dimmed == set()
    inspector.why.tree.setCurrentItem(missing)
    assert user.page.canvas.look.dimmed == {"split", "mail"}


@pytest.mark.req("CAN-49", "CAN-52")
def test_frames_take_in_and_notes_come_to_the_front_as_one_step_each(user: User) -> None:
    canvas = user.page.canvas
    canvas.ask(AddFrame((0.0, 0.0, 480.0, 240.0), ("london",), "Pair"))
    canvas.ask(AddNote((0.0, 300.0, 216.0, 96.0), "Ask Ann"))
    (frame,), (note,) = user.document.frames, user.document.notes
    before = to_text(user.document)
    for request in (
        Move({"split": (60.0, 60.0)}, members={frame.id: ("london", "split")}),
        Move(members={frame.id: ()}),
        SetNote(note.id, level=2),
        SetFrame(frame.id, level=-1),
    ):
        assert canvas.ask(request)
        assert to_text(user.document) != before
        if isinstance(request, Move):
            assert canvas.graph_scene.frames[frame.id].frame.nodes == request.members[frame.id]
        user.undo()
        assert to_text(user.document) == before


def test_a_copied_count_leads_back_to_itself(user: User) -> None:
    user.settled()
    user.click_node("london")
    desk = user.window.desk
    assert desk is not None
    QGuiApplication.clipboard().clear()

    user.window.actions_by_id["run.copy-count"].trigger()
    user.until(lambda: "3 recipients" in QGuiApplication.clipboard().text())

    found = find_receipt(desk.workspace, QGuiApplication.clipboard().text())
    assert found.rows == 3
    assert to_text(found.document) == to_text(user.document)


@pytest.mark.req("ORC-55")
def test_the_history_lists_each_step_and_leads_back_and_forth(user: User) -> None:
    history = user.window.bench.history.list
    before = to_text(user.document)
    user.click_node("london")
    user.type(user.window.panel.head.line, "Kept")
    user.add_after("london", "Fork")
    after = to_text(user.document)
    user.window.bench.show_view("history")
    texts = [history.item(row).text() for row in range(history.count())]
    assert texts == ["As it was opened", "Rename “Build audience”", "Add Fork"]

    def click(row: int) -> None:
        place = history.visualItemRect(history.item(row)).center()
        QTest.mouseClick(history.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(0)
    assert to_text(user.document) == before
    click(2)
    assert to_text(user.document) == after


@pytest.mark.req("ORC-55")
def test_a_step_says_which_activity_it_is_about(user: User) -> None:
    canvas, stack = user.page.canvas, user.page.session.stack
    user.click_node("london")
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert stack.undoText() == "Delete “Build audience”"
    user.undo()
    canvas.ask(SetNode(frozenset({"london"}), disabled=True))
    assert stack.undoText() == "Switch off “Build audience”"
    canvas.ask(Move({"london": (5.0, 5.0)}))
    assert stack.undoText() == "Move “Build audience”"
    canvas.ask(Move({"london": (9.0, 5.0), "mail": (9.0, 90.0)}))
    assert stack.undoText() == "Move"
    user.page.select_node("london")
    # A word that is typed is one step, called by the name that was there before.
    user.type(user.window.panel.head.line, "Kept")
    assert (stack.undoText(), stack.count()) == ("Rename “Build audience”", 4)


@pytest.mark.req("ORC-66")
def test_counting_up_to_an_activity_leaves_what_follows_as_it_is(user: User) -> None:
    user.settled()
    user.page.session.do(SetSetting("london", "rule", condition("city", value="Paris")), "Other city")
    user.page.controller.cancel()
    assert user.page.session.counts.output("london", "result").trust is Trust.STALE
    user.page.select_node("london")

    QTest.keyClick(user.window, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    user.until(lambda: user.page.session.counts.output("london", "result").trust is Trust.EXACT)
    user.until(lambda: not user.page.controller.busy)

    known = user.page.session.counts.output("london", "result").result
    assert known is not None
    assert known.rows != 3
    assert user.page.session.counts.output("split", "subset:1").trust is Trust.STALE
    user.window.count()
    assert user.count("london") == known.rows


def test_the_outline_shows_the_document_in_front(user: User) -> None:
    user.settled()
    user.window.bench.show_view("outline")
    first = user.window.bench.outlines.currentWidget()
    assert first is not None
    user.window.tabs.new_document()

    assert user.window.bench.outlines.currentWidget() is not first
    user.window.tabs.show_tab(0)
    assert user.window.bench.outlines.currentWidget() is first


def test_a_message_without_room_in_the_status_bar_is_shown_whole_until_it_is_clicked(user: User) -> None:
    window, bar = user.window, user.window.statusBar()
    window.say("Short.")
    assert window.message.isHidden()

    window.say("What went wrong, and what can be done about it. " * 8)
    assert window.message.isVisible()
    assert window.message.text() == bar.currentMessage()
    assert window.message.height() >= window.message.heightForWidth(window.message.width()) > bar.height()
    assert window.message.geometry().bottom() == bar.geometry().bottom()

    QTest.mouseClick(window.message, Qt.MouseButton.LeftButton)
    assert window.message.isHidden()
    assert bar.currentMessage() == ""
