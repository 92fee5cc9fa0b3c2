"""Context menus, command palette, shortcut sheet and texts edited in place: what they offer and what they do."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.demo.model import MemoryModel
from canvas.items.hit import Hit
from canvas.requests import Delete
from canvas.shortcut_sheet import ShortcutSheet
from canvas.views import FrameView, NoteView, Parts, PartView
from tests.canvas.conftest import RIGHT, Hands, small_graph

Keys = Callable[..., None]
Undone = Callable[[], None]


@pytest.fixture
def model() -> MemoryModel:
    parts: list[PartView] = [
        NoteView("memo", "Ask Ann", (0, 480, 216, 96)),
        FrameView("group", "Group", (780, 420, 300, 150), ()),
    ]
    return MemoryModel([*small_graph(), *parts])


def names(menu: QMenu | None) -> set[str]:
    """The ids of a menu's actions, submenus included."""
    assert menu is not None
    found: set[str] = set()
    for action in menu.actions():
        inner = action.menu()
        found |= names(inner) if isinstance(inner, QMenu) else {action.objectName()} - {""}
    return found


@pytest.mark.req("CAN-88")
@pytest.mark.parametrize(
    ("at", "wanted", "absent"),
    [
        ((1000, 700), "add.note", "edit.delete"),
        ((500, 60), "edit.replace", "add.note"),
        ((216, 276), "port.connect", "edit.rename"),
        ((350, 36), "edge.reconnect", "edit.replace"),
        ((100, 520), "arrange.forward", "edit.replace"),
        ((900, 425), "arrange.join-frame", "edit.replace"),
    ],
    ids=["empty", "node", "port", "transition", "note", "frame"],
)
def test_a_right_click_opens_the_menu_of_its_place(
    canvas: CanvasView, hands: Hands, at: tuple[float, float], wanted: str, absent: str
) -> None:
    hands.click(at, button=RIGHT)
    found = names(canvas.menus.menu)
    assert wanted in found
    assert absent not in found
    assert found <= canvas.actions_by_id.records.keys()


@pytest.mark.req("CAN-88")
def test_a_label_has_the_menu_of_its_transition_and_several_parts_one_of_their_own(
    canvas: CanvasView, hands: Hands
) -> None:
    hands.click(canvas.graph_scene.edges["t1"].pill().center(), button=RIGHT)
    assert canvas.selection.parts == Parts.of(edges=["t1"])
    assert "edge.reconnect" in names(canvas.menus.menu)
    canvas.selection.set(Parts.of(nodes=["filter", "union"]))
    hands.click((500, 60), button=RIGHT)
    assert canvas.selection.parts.nodes == {"filter", "union"}
    assert {"arrange.align-left", "arrange.group"} <= names(canvas.menus.menu)


@pytest.mark.req("CAN-88", "CAN-55")
def test_the_menu_key_opens_it_at_the_part_the_keyboard_is_at(canvas: CanvasView, keys: Keys, qtbot: QtBot) -> None:
    canvas.walk.go("notes", "memo")
    with qtbot.waitSignal(canvas.menu_opening) as opening:
        keys("Menu")
    hit = opening.args[1] if opening.args else None
    assert isinstance(hit, Hit)
    assert hit.id == "memo"
    assert "edit.rename" in names(canvas.menus.menu)


@pytest.mark.req("CAN-88")
def test_a_program_adds_its_own_entries(canvas: CanvasView, hands: Hands) -> None:
    canvas.menu_opening.connect(lambda menu, hit: menu.addAction(f"Peek at {hit.id}"))
    hands.click((500, 60), button=RIGHT)
    assert canvas.menus.menu is not None
    assert canvas.menus.menu.actions()[-1].text() == "Peek at filter"


@pytest.mark.req("CAN-88", "CAN-89")
def test_on_a_locked_canvas_the_menu_offers_no_edit(canvas: CanvasView, model: MemoryModel, hands: Hands) -> None:
    model.lock("The run is not over.")
    hands.click((500, 60), button=RIGHT)
    assert canvas.menus.menu is not None
    enabled = {action.objectName() for action in canvas.menus.menu.actions() if action.isEnabled()} - {""}
    assert enabled == {"walk.open", "edit.copy", "add.keep-block"}


@pytest.mark.req("CAN-88", "CAN-32")
def test_a_port_takes_over_the_transitions_of_another(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.click((216, 276), button=RIGHT)
    canvas.actions_by_id["port.take-over"].trigger()
    QTest.keyClicks(canvas.chooser.search, "1")
    assert model.edge("t1").source.node == "query"
    undone()


@pytest.mark.req("CAN-88", "CAN-33")
def test_the_transitions_of_a_port_are_deleted(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.click((216, 36), button=RIGHT)
    canvas.actions_by_id["port.delete"].trigger()
    assert "t1" not in model.edge_ids()
    undone()


@pytest.mark.req("CAN-88", "CAN-30")
def test_a_connector_begun_from_the_menu_ends_with_a_click(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.click((216, 276), button=RIGHT)
    canvas.actions_by_id["port.connect"].trigger()
    hands.move((408, 276), button=Qt.MouseButton.NoButton)
    hands.click((408, 276))
    assert [link.source.node for link in model.graph.edges_in("wait")] == ["query"]
    undone()


@pytest.mark.req("CAN-56")
def test_the_command_palette_finds_and_runs_what_makes_sense_now(
    canvas: CanvasView, model: MemoryModel, keys: Keys, undone: Undone
) -> None:
    canvas.selection.set(Parts.of(nodes=["filter"]))
    keys("Ctrl+Shift+P")
    QTest.keyClicks(canvas.command_palette.search, "switch off")
    line = canvas.command_palette.list.item(0).text()
    assert line.startswith("Switch off or on   ·   ")
    assert QKeySequence("Ctrl+Shift+D").toString(QKeySequence.SequenceFormat.NativeText) in line
    keys("Return")
    assert model.node("filter").disabled
    undone()
    canvas.selection.clear()
    keys("Ctrl+Shift+P")
    QTest.keyClicks(canvas.command_palette.search, "switch off")
    assert canvas.command_palette.list.count() == 0
    keys("Esc")
    assert canvas.hasFocus()


@pytest.mark.req("CAN-56", "CAN-55")
def test_every_listed_action_is_in_the_palette_when_it_makes_sense(canvas: CanvasView) -> None:
    canvas.selection.set(canvas.graph_scene.everything())
    canvas.command_palette.open_in_middle()
    listed = {entry.id for entry in canvas.command_palette.entries("")}
    actions = canvas.actions_by_id
    assert listed == {name for name, one in actions.records.items() if one.listed and actions[name].isEnabled()}
    assert len(listed) > 30


@pytest.mark.req("CAN-57")
def test_the_sheet_opens_by_a_question_mark_and_lists_all_actions(canvas: CanvasView, keys: Keys) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    keys()
    sheet = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ShortcutSheet))
    heads = [sheet.tree.topLevelItem(top) for top in range(sheet.tree.topLevelItemCount())]
    rows = sum(head.childCount() for head in heads if head is not None)
    # One row more says that letters begin a name.
    assert rows == len(canvas.actions_by_id.records) + 1
    sheet.search.setText("duplicate")
    sheet.choose("edit.duplicate")
    assert sheet.chosen() == "edit.duplicate"
    sheet.close()


@pytest.mark.req("CAN-57")
def test_keys_are_changed_clashes_told_and_the_default_comes_back(
    canvas: CanvasView, model: MemoryModel, keys: Keys, qtbot: QtBot
) -> None:
    sheet = ShortcutSheet(canvas)
    qtbot.addWidget(sheet)
    sheet.choose("edit.duplicate")
    sheet.keys.setKeySequence(QKeySequence("Ctrl+A"))
    assert "Select all" in sheet.clash.text()
    sheet.set_button.click()
    assert canvas.actions_by_id.clashes() == {"Ctrl+A": ["edit.duplicate", "select.all"]}
    assert "Duplicate, Select all" in sheet.clash.text()

    sheet.choose("edit.duplicate")
    sheet.keys.setKeySequence(QKeySequence("Ctrl+E"))
    sheet.set_button.click()
    assert (sheet.clash.text(), canvas.actions_by_id.custom) == ("", {"edit.duplicate": ("Ctrl+E",)})
    canvas.selection.set(Parts.of(nodes=["wait"]))
    keys("Ctrl+E")
    assert len(model.node_ids()) == 7
    keys("Ctrl+D")
    assert len(model.node_ids()) == 7
    sheet.choose("edit.duplicate")
    sheet.reset_button.click()
    assert canvas.actions_by_id.custom == {}
    keys("Ctrl+D")
    assert len(model.node_ids()) == 8


@pytest.mark.req("CAN-57")
def test_keys_that_begin_other_keys_are_a_clash_too(canvas: CanvasView) -> None:
    assert "select.upstream" in canvas.actions_by_id.users_of("Alt+S")
    assert canvas.actions_by_id.users_of("Ctrl+Alt+F12") == []


@pytest.mark.req("CAN-54", "CAN-51")
@pytest.mark.parametrize(
    ("kind", "name", "read"),
    [
        ("nodes", "filter", lambda model: model.node("filter").title),
        ("edges", "t1", lambda model: model.edge("t1").label),
        ("frames", "group", lambda model: model.frame("group").title),
    ],
)
def test_f2_edits_a_text_where_it_stands(
    canvas: CanvasView,
    model: MemoryModel,
    keys: Keys,
    undone: Undone,
    kind: str,
    name: str,
    read: Callable[[MemoryModel], str],
) -> None:
    canvas.walk.go(kind, name)
    keys("F2")
    QTest.keyClicks(canvas.editor.line, "Spring 2025")
    keys("Return")
    assert read(model) == "Spring 2025"
    assert canvas.hasFocus()
    undone()


@pytest.mark.req("CAN-51")
def test_a_note_is_edited_by_double_click_and_kept_on_leaving(
    canvas: CanvasView, model: MemoryModel, hands: Hands, keys: Keys, undone: Undone
) -> None:
    keys()
    hands.double_click((100, 520))
    QTest.keyClicks(canvas.editor.sheet, "One")
    QTest.keyClick(canvas.editor.sheet, Qt.Key.Key_Return)
    QTest.keyClicks(canvas.editor.sheet, "**Two**")
    hands.click((1000, 700))
    assert model.note("memo").text == "One\n**Two**"
    undone()


@pytest.mark.req("CAN-51")
def test_escape_keeps_the_old_text_and_a_field_has_its_own_undo(
    canvas: CanvasView, model: MemoryModel, keys: Keys
) -> None:
    before = model.text()
    canvas.walk.go("notes", "memo")
    keys("F2")
    QTest.keyClicks(canvas.editor.sheet, "Something else")
    keys("Ctrl+Z")
    assert canvas.editor.sheet.toPlainText() == "Ask Ann"
    QTest.keyClicks(canvas.editor.sheet, "Nothing")
    keys("Esc")
    assert (model.text(), model.undo_count()) == (before, 0)
    assert canvas.hasFocus()


@pytest.mark.req("CAN-51")
def test_a_field_closes_without_a_word_when_its_part_goes(canvas: CanvasView, model: MemoryModel, keys: Keys) -> None:
    canvas.walk.go("notes", "memo")
    keys("F2")
    model.ask(Delete(Parts.of(notes=["memo"])))
    assert not canvas.editor.open
    assert model.undo_count() == 1


@pytest.mark.req("CAN-51")
def test_a_new_note_is_written_at_once(canvas: CanvasView, model: MemoryModel, keys: Keys) -> None:
    keys("Ctrl+Shift+N")
    QTest.keyClicks(canvas.editor.sheet, "Remember")
    keys("Ctrl+Return")
    assert "Remember" in {model.note(name).text for name in model.note_ids()}


@pytest.mark.req("CAN-35")
def test_changing_the_type_keeps_name_place_and_transitions(
    canvas: CanvasView, model: MemoryModel, keys: Keys, undone: Undone
) -> None:
    canvas.walk.go("nodes", "filter")
    keys("Ctrl+Shift+R")
    assert "filter" not in {kind.id for kind in canvas.quick.kinds()}
    QTest.keyClicks(canvas.quick.search, "enrich")
    keys("Return")
    view = model.node("filter")
    assert (view.type, view.title, view.x) == ("enrich", "Filter", 408)
    assert {"t1", "t2"} <= set(model.edge_ids())
    undone()


@pytest.mark.req("CAN-54")
def test_colours_for_nodes_notes_and_frames(canvas: CanvasView, model: MemoryModel, undone: Undone) -> None:
    canvas.selection.set(Parts.of(nodes=["filter", "wait"]))
    canvas.actions_by_id["colour.red"].trigger()
    assert {model.node(name).accent for name in ("filter", "wait")} == {"red"}
    undone()
    canvas.selection.set(Parts.of(notes=["memo"]))
    canvas.actions_by_id["colour.teal"].trigger()
    canvas.selection.set(Parts.of(frames=["group"]))
    canvas.actions_by_id["colour.purple"].trigger()
    assert (model.note("memo").accent, model.frame("group").accent) == ("teal", "purple")
