"""Search and comparison: what is found, what steps back, what differs, by mouse and by keys."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.demo.model import MemoryModel
from canvas.demo.window import DemoWindow
from canvas.difference import Mark, Snapshot, difference
from canvas.finder import plain
from canvas.items.hit import Hit, Spot
from canvas.navigation import Place
from canvas.requests import Connect, Delete, Move, Rename, SetNode
from canvas.tips import tip
from canvas.views import EdgeView, FrameView, NoteView, Parts, PortRef
from tests.canvas.conftest import Hands, edge, node, small_graph

Keys = Callable[..., None]


class Told(MemoryModel):
    """A model that knows settings beyond what its cards show."""

    set_in: Mapping[str, Mapping[str, str]] = {}

    def settings(self, node: str) -> Mapping[str, str]:
        return self.set_in.get(node, {})


@pytest.fixture
def model() -> Told:
    parts = [replace(part, label="Gold") if isinstance(part, EdgeView) and part.id == "t2" else part
             for part in small_graph()]  # fmt: skip
    made = Told(
        [
            *parts,
            node("late", "filter", 2600, 1200),
            NoteView("memo", "Ask **Ann** about the crédit", (0, 480, 216, 96)),
            FrameView("pair", "Première étape", (-60, -60, 400, 480), ("read", "query")),
        ]
    )
    made.set_in = {"query": {"Table": "Purchases", "Window": "90 days"}}
    return made


def _type(canvas: CanvasView, text: str) -> None:
    QTest.keyClicks(canvas.overlays.finder.search, text)


def _picture(canvas: CanvasView) -> QImage:
    return canvas.viewport().grab().toImage()


# Search


@pytest.mark.req("CAN-79")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("filter", [("nodes", "filter"), ("nodes", "late")]),
        ("FILT", [("nodes", "filter"), ("nodes", "late")]),
        ("purchases 90", [("nodes", "query")]),
        ("gold", [("edges", "t2")]),
        ("credit", [("notes", "memo")]),
        ("premiere", [("frames", "pair")]),
        ("no such thing", []),
        ("   ", []),
    ],
)
def test_search_looks_through_titles_types_settings_labels_notes_and_frames(
    canvas: CanvasView, keys: Keys, text: str, found: list[tuple[str, str]]
) -> None:
    keys("Ctrl+F")
    assert QApplication.focusWidget() is canvas.overlays.finder.search
    _type(canvas, text)
    assert canvas.overlays.finder.found == found
    assert canvas.overlays.finder.list.count() == len(found)


@pytest.mark.req("CAN-79")
def test_the_rest_steps_back_until_the_search_is_closed(canvas: CanvasView, model: Told, keys: Keys) -> None:
    plain_picture = _picture(canvas)
    keys("Ctrl+F")
    _type(canvas, "union")
    look = canvas.look
    assert not look.steps_back("nodes", "union")
    assert look.steps_back("nodes", "filter")
    assert look.steps_back("edges", "t1")
    assert look.steps_back("notes", "memo")
    dimmed = _picture(canvas)
    assert dimmed != plain_picture
    QTest.keyClick(canvas.overlays.finder.search, Qt.Key.Key_Escape)
    assert look.found is None
    assert canvas.hasFocus()
    assert _picture(canvas) == plain_picture
    assert model.undo_count() == 0


@pytest.mark.req("CAN-79", "CAN-55")
def test_keys_walk_from_one_found_to_the_next_and_round_again(canvas: CanvasView, keys: Keys) -> None:
    keys("Ctrl+F")
    finder = canvas.overlays.finder
    _type(canvas, "filter")
    assert finder.said.text() == "2 found"
    seen: list[tuple[str, str]] = []
    for key, shift in ((Qt.Key.Key_Return, False), (Qt.Key.Key_Return, False), (Qt.Key.Key_F3, False),
                       (Qt.Key.Key_Return, True)):  # fmt: skip
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(finder.search, key, modifier)
        seen.append((canvas.walk.node, finder.said.text()))
    assert seen == [("filter", "1 of 2"), ("late", "2 of 2"), ("filter", "1 of 2"), ("late", "2 of 2")]
    late = canvas.graph_scene.nodes["late"].card()
    assert canvas.visible_area().contains(late), "the view came along"
    canvas.setFocus()
    keys("F3")
    assert canvas.walk.node == "filter"
    assert canvas.selection.parts == Parts.of(nodes=["filter"])


@pytest.mark.req("CAN-79")
def test_a_click_on_a_result_goes_there(canvas: CanvasView, keys: Keys) -> None:
    keys("Ctrl+F")
    canvas.overlays.finder.search.setText("crédit")
    finder = canvas.overlays.finder
    place = finder.list.visualItemRect(finder.list.item(0)).center()
    QTest.mouseClick(finder.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert canvas.selection.parts == Parts.of(notes=["memo"])


@pytest.mark.req("CAN-79")
def test_the_search_follows_edits(canvas: CanvasView, model: Told, keys: Keys) -> None:
    keys("Ctrl+F")
    _type(canvas, "filter")
    model.ask(Rename("wait", "Filter later"))
    assert ("nodes", "wait") in canvas.overlays.finder.found
    model.ask(Delete(Parts.of(nodes=["filter", "wait", "late"])))
    assert canvas.overlays.finder.said.text() == "Nothing found"
    model.undo()
    assert len(canvas.overlays.finder.found) == 3


@pytest.mark.req("CAN-79", "CAN-89")
def test_a_locked_canvas_can_be_searched(canvas: CanvasView, model: Told, keys: Keys) -> None:
    model.lock("Locked while it runs.")
    keys("Ctrl+F")
    _type(canvas, "union")
    assert canvas.overlays.finder.found == [("nodes", "union")]


@pytest.mark.req("CAN-79")
def test_what_was_found_stands_out_in_the_overview(canvas: CanvasView, keys: Keys) -> None:
    canvas.go_to(Place(700, 300, 0.2))
    keys("Ctrl+F")
    _type(canvas, "union")
    one = _picture(canvas)
    canvas.overlays.finder.search.setText("end")
    assert _picture(canvas) != one


def test_capitals_and_accents_do_not_matter() -> None:
    assert plain("Première ÉTAPE") == "premiere etape"


# Comparison


def _changed(model: Told) -> Snapshot:
    """Edit the graph in every way; the state before."""
    before = Snapshot.of(model)
    model.ask(Connect(PortRef("query", "out"), PortRef("wait", "in")))
    model.ask(Delete(Parts.of(nodes=["read"], notes=["memo"])))
    model.ask(Move({"end": (1320.0, 120.0)}))
    model.ask(Rename("union", "All of them"))
    model.set_in = {"query": {"Table": "Returns", "Window": "90 days"}}
    return before


@pytest.mark.req("CAN-80")
def test_added_removed_changed_and_moved_are_told_apart(model: Told) -> None:
    before = _changed(model)
    found = difference(before, Snapshot.of(model))
    assert found.parts[Mark.REMOVED] == Parts.of(nodes=["read"], edges=["t1"], notes=["memo"])
    assert found.parts[Mark.MOVED] == Parts.of(nodes=["end"])
    assert found.parts[Mark.CHANGED] == Parts.of(nodes=["union", "query"], frames=["pair"])
    assert len(found.parts[Mark.ADDED].edges) == 1
    assert found.sentences["query"] == ("Table: Purchases → Returns",)
    assert found.moved_from("end") == (1224, 0)
    assert found.moved_from("union") is None
    assert found.summary() == "1 added, 3 removed, 3 changed, 1 moved"


@pytest.mark.req("CAN-80")
def test_the_same_graph_has_no_difference_however_it_is_looked_at(model: Told) -> None:
    before = Snapshot.of(model)
    model.ask(SetNode(frozenset({"filter"}), compact=True))
    assert difference(before, Snapshot.of(model)).summary() == "no difference"


@pytest.mark.req("CAN-80")
def test_a_comparison_marks_the_canvas_and_follows_edits(canvas: CanvasView, model: Told) -> None:
    before = _changed(model)
    unmarked = _picture(canvas)
    comparison = canvas.overlays.comparison
    comparison.show_against(before, "version 3")
    assert comparison.said.text() == "Compared with version 3: 1 added, 3 removed, 3 changed, 1 moved"
    marked = _picture(canvas)
    assert marked != unmarked
    assert "Changed" in tip(canvas, Hit(Spot.NODE, "query"))
    assert "Table: Purchases → Returns" in tip(canvas, Hit(Spot.NODE, "query"))
    model.ask(Rename("union", "Union"))
    assert "2 changed" in comparison.said.text()
    comparison.close_again()
    model.ask(Rename("union", "All of them"))
    canvas.selection.clear()
    assert canvas.look.difference is None
    assert _picture(canvas) == unmarked


@pytest.mark.req("CAN-80", "CAN-55")
def test_keys_walk_from_difference_to_difference(canvas: CanvasView, model: Told, keys: Keys) -> None:
    before = _changed(model)
    said: list[str] = []
    canvas.announced.connect(said.append)
    canvas.overlays.comparison.show_against(before, "version 3")
    canvas.setFocus()
    places: set[tuple[str, str]] = set()
    for _ in range(8):
        keys("F7")
        places.add(canvas.walk.at)
    assert {("nodes", "query"), ("nodes", "union"), ("nodes", "end"), ("frames", "pair")} <= places
    assert "Removed" in said
    assert "Changed. Table: Purchases → Returns" in said
    keys("Shift+F7")


@pytest.mark.req("CAN-80")
def test_a_removed_part_is_seen_but_cannot_be_touched(canvas: CanvasView, model: Told, hands: Hands) -> None:
    before = _changed(model)
    canvas.overlays.comparison.show_against(before, "version 3")
    hands.click((100, 36))
    assert canvas.selection.parts.nodes == frozenset()
    canvas.go_to(Place(720, 200, 0.2))
    canvas.viewport().grab()


@pytest.mark.req("CAN-80")
def test_the_program_chooses_the_version(qtbot: QtBot) -> None:
    model = MemoryModel([*small_graph(), edge("t9", "query", "wait")])
    alone = CanvasView(model)
    qtbot.addWidget(alone)
    alone.actions_by_id.refresh()
    assert not alone.actions_by_id["show.compare"].isEnabled()
    window = DemoWindow(model)
    qtbot.addWidget(window)
    window.canvas.actions_by_id.refresh()
    model.ask(Delete(Parts.of(edges=["t9"])))
    window.canvas.actions_by_id["show.compare"].trigger()
    assert window.canvas.look.difference is not None
    assert window.canvas.look.difference.parts[Mark.REMOVED] == Parts.of(edges=["t9"])
    window.canvas.actions_by_id["show.end-comparison"].trigger()
    assert window.canvas.look.difference is None
