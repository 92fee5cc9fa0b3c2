"""Named actions by their shortcuts and by trigger: what they ask of the model, and that one undo takes it back."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.demo.model import MemoryModel
from canvas.requests import AddNode
from canvas.views import Parts, PortRef
from tests.canvas.conftest import Hands, small_graph

Undone = Callable[[], None]


def run(canvas: CanvasView, name: str) -> None:
    """Trigger an action that must be enabled."""
    action = canvas.actions_by_id[name]
    assert action.isEnabled()
    action.trigger()


@pytest.mark.req("CAN-57")
def test_no_two_actions_share_a_shortcut(canvas: CanvasView) -> None:
    keys = Counter(key for record in canvas.actions_by_id.records.values() for key in record.keys)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.req("CAN-55")
def test_shortcuts_reach_the_canvas_that_has_the_focus(canvas: CanvasView, qtbot: QtBot) -> None:
    with qtbot.waitExposed(canvas):
        canvas.activateWindow()
        canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(canvas.selection.parts.nodes) == 6


@pytest.mark.req("CAN-19")
def test_delete_removes_nodes_with_their_transitions(canvas: CanvasView, model: MemoryModel, undone: Undone) -> None:
    canvas.selection.set(Parts.of(nodes=["filter"]))
    run(canvas, "edit.delete")
    assert set(model.edge_ids()) == {"t3"}
    assert not canvas.selection.parts
    undone()
    assert set(canvas.graph_scene.edges) == {"t1", "t2", "t3"}


@pytest.mark.req("CAN-34")
def test_delete_and_heal_joins_the_neighbours(canvas: CanvasView, model: MemoryModel, undone: Undone) -> None:
    canvas.selection.set(Parts.of(nodes=["filter"]))
    run(canvas, "edit.delete-and-heal")
    assert [edge.target for edge in model.graph.edges_out("read")] == [PortRef("union", "in")]
    undone()


@pytest.mark.req("CAN-36")
@pytest.mark.parametrize(("name", "links"), [("edit.duplicate", 4), ("edit.duplicate-incoming", 5)])
def test_duplicate_keeps_what_runs_inside(
    canvas: CanvasView, model: MemoryModel, undone: Undone, name: str, links: int
) -> None:
    canvas.selection.set(Parts.of(nodes=["filter", "union"]))
    run(canvas, name)
    assert (len(model.node_ids()), len(model.edge_ids())) == (8, links)
    assert len(canvas.selection.parts.nodes) == 2
    undone()


@pytest.mark.req("CAN-37")
def test_copy_and_paste_across_documents_as_readable_text(canvas: CanvasView, qtbot: QtBot) -> None:
    canvas.selection.set(Parts.of(nodes=["filter", "union"]))
    run(canvas, "edit.copy")
    assert '"title": "Filter"' in QGuiApplication.clipboard().text()

    other = MemoryModel()
    view = CanvasView(other)
    qtbot.addWidget(view)
    run(view, "edit.paste")
    run(view, "edit.paste")

    places = [(other.node(name).x, other.node(name).y) for name in other.node_ids()]
    assert len(set(places)) == 4
    assert len(other.edge_ids()) == 2
    other.undo()
    other.undo()
    assert other.text() == MemoryModel().text()


@pytest.mark.req("CAN-37")
def test_pasting_something_else_says_so(canvas: CanvasView, model: MemoryModel) -> None:
    before = model.text()
    QGuiApplication.clipboard().setText("a shopping list")
    run(canvas, "edit.paste")
    assert canvas.notices.notice.text() == "The clipboard holds no part of a graph."
    assert (model.text(), model.undo_count()) == (before, 0)


@pytest.mark.req("CAN-16", "CAN-17", "CAN-18")
@pytest.mark.parametrize(
    ("start", "name", "nodes"),
    [
        ({"filter"}, "select.downstream", {"filter", "union", "end"}),
        ({"union"}, "select.upstream", {"read", "filter", "union"}),
        ({"filter"}, "select.connected", {"read", "filter", "union", "end"}),
        ({"end", "filter"}, "select.path", {"filter", "union", "end"}),
        ({"filter"}, "select.invert", {"read", "union", "end", "query", "wait"}),
    ],
)
def test_selecting_along_the_flow(canvas: CanvasView, start: set[str], name: str, nodes: set[str]) -> None:
    canvas.selection.set(Parts.of(nodes=start))
    run(canvas, name)
    assert canvas.selection.parts.nodes == nodes


@pytest.mark.req("CAN-41")
def test_a_row_of_nudges_is_one_step(canvas: CanvasView, model: MemoryModel, undone: Undone) -> None:
    canvas.selection.set(Parts.of(nodes=["wait"]))
    for _ in range(3):
        run(canvas, "arrange.nudge-right")
    run(canvas, "arrange.nudge-down-far")
    assert (model.node("wait").x, model.node("wait").y) == (444, 300)
    undone()


@pytest.mark.req("CAN-44")
def test_align_and_distribute(canvas: CanvasView, model: MemoryModel) -> None:
    canvas.selection.set(Parts.of(nodes=["read", "wait", "union"]))
    run(canvas, "arrange.align-bottom")
    assert {model.node(name).y for name in ("read", "wait", "union")} == {240}
    model.undo()
    run(canvas, "arrange.distribute-down")
    assert [model.node(name).y for name in ("read", "union", "wait")] == [0, 120, 240]


@pytest.mark.req("CAN-46")
def test_layout_puts_each_node_right_of_what_leads_to_it_and_is_the_same_every_time(
    canvas: CanvasView, model: MemoryModel, undone: Undone
) -> None:
    canvas.selection.set(Parts.of(nodes=["filter"]))
    for _ in range(12):
        run(canvas, "arrange.nudge-left-far")
    model.undo()
    first = MemoryModel([*small_graph()])
    view = CanvasView(first)
    first.ask(AddNode("end", (0, 600), source=PortRef("wait", "out")))
    run(view, "arrange.layout")
    for edge in map(first.edge, first.edge_ids()):
        assert edge.target is not None
        assert first.node(edge.source.node).x < first.node(edge.target.node).x
    places = {(first.node(name).x, first.node(name).y) for name in first.node_ids()}
    assert len(places) == 7
    text = first.text()
    first.undo()
    view.actions_by_id["arrange.layout"].trigger()
    assert first.text() == text


@pytest.mark.req("CAN-46")
def test_a_selection_is_laid_out_where_it_is(canvas: CanvasView, model: MemoryModel) -> None:
    canvas.selection.set(Parts.of(nodes=["union", "end"]))
    run(canvas, "arrange.nudge-down-far")
    others = {name: model.node(name) for name in ("read", "filter", "query", "wait")}
    run(canvas, "arrange.layout")
    assert {name: model.node(name) for name in others} == others
    assert model.node("union").x == 816


@pytest.mark.req("CAN-5", "CAN-6", "CAN-10")
def test_zoom_fit_and_the_way_back(canvas: CanvasView) -> None:
    start = canvas.place()
    run(canvas, "view.zoom-in")
    assert canvas.zoom == 1.25
    run(canvas, "view.zoom-normal")
    canvas.go_to(start)
    canvas.selection.set(Parts.of(nodes=["read"]))
    run(canvas, "view.fit-selection")
    assert canvas.zoom == 1.1
    run(canvas, "view.fit")
    assert canvas.visible_area().contains(canvas.graph_scene.content())
    run(canvas, "view.back")
    run(canvas, "view.back")
    assert (canvas.place().x, canvas.place().zoom) == pytest.approx((start.x, start.zoom), abs=1)


@pytest.mark.req("CAN-81")
def test_undo_keeps_the_view_and_the_selection_and_names_its_step(canvas: CanvasView, model: MemoryModel) -> None:
    canvas.selection.set(Parts.of(nodes=["wait"]))
    run(canvas, "arrange.nudge-right")
    place = canvas.place()
    assert canvas.actions_by_id["edit.undo"].text() == "Undo: Move"
    run(canvas, "edit.undo")
    assert canvas.selection.parts == Parts.of(nodes=["wait"])
    assert canvas.place() == place
    assert not canvas.actions_by_id["edit.undo"].isEnabled()


@pytest.mark.req("CAN-24")
def test_quick_add_finds_by_title_synonym_and_letters(canvas: CanvasView, hands: Hands) -> None:
    canvas.quick_add(canvas.visible_area().center())

    def first(words: str) -> str:
        canvas.quick.search.setText(words)
        return canvas.quick.list.item(0).text().split("   ")[0]

    assert first("spl") == "Split"
    assert first("where") == "Filter"
    assert first("xpf") == "Export file"
