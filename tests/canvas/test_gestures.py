"""Gestures by real events: the model changes once, undo gives the same bytes, Esc and refusals change nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvas import CanvasView
from canvas.demo.model import MemoryModel
from canvas.views import Parts, PortRef
from tests.canvas.conftest import MIDDLE, RIGHT, Hands

SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
Undone = Callable[[], None]
OUT_OF_QUERY = (216.0, 276.0)
INTO_WAIT = (408.0, 276.0)
OUT_OF_WAIT = (624.0, 276.0)
INTO_UNION = (816.0, 36.0)


@pytest.mark.req("CAN-40")
@pytest.mark.parametrize("zoom", [1.0, 0.4, 2.0])
def test_dragging_a_node_moves_it_in_one_step(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone, zoom: float
) -> None:
    canvas.set_zoom(zoom)
    canvas.reveal(canvas.graph_scene.nodes["filter"].card())

    hands.drag((500, 60), (560, 96))

    assert (model.node("filter").x, model.node("filter").y) == (468, 36)
    undone()


@pytest.mark.req("CAN-40")
def test_shift_keeps_a_drag_to_one_axis(model: MemoryModel, hands: Hands, undone: Undone) -> None:
    hands.drag((500, 60), (620, 90), keys=SHIFT)

    assert (model.node("filter").x, model.node("filter").y) == (528, 0)
    undone()


@pytest.mark.req("CAN-40")
def test_a_move_within_the_threshold_is_a_click(canvas: CanvasView, model: MemoryModel, hands: Hands) -> None:
    before = model.text()
    hands.press((500, 60))
    hands.move((502, 61))
    hands.release((502, 61))
    assert model.text() == before
    assert canvas.selection.parts == Parts.of(nodes=["filter"])


@pytest.mark.req("CAN-42")
def test_alt_suspends_the_snapping(model: MemoryModel, hands: Hands, undone: Undone) -> None:
    hands.drag((500, 60), (517, 60), keys=ALT)
    assert model.node("filter").x == 425
    undone()


@pytest.mark.req("CAN-40")
@pytest.mark.parametrize("way_out", ["escape", "focus"])
def test_a_cancelled_drag_leaves_no_trace(canvas: CanvasView, model: MemoryModel, hands: Hands, way_out: str) -> None:
    before = model.text()
    hands.hold((500, 60), (700, 300))
    assert canvas.graph_scene.nodes["filter"].x() != 408

    if way_out == "escape":
        hands.key(Qt.Key.Key_Escape)
    else:
        QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut))

    item = canvas.graph_scene.nodes["filter"]
    link = canvas.graph_scene.edges["t1"]
    assert (item.x(), item.y()) == (408, 0)
    assert (link.x2, link.y2) == (408, 36)
    hands.release((700, 300))
    assert (model.text(), model.undo_count()) == (before, 0)


@pytest.mark.req("CAN-40")
def test_the_whole_selection_moves_and_its_transitions_follow_live(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    canvas.selection.set(Parts.of(nodes=["filter", "union"]))
    hands.hold((500, 60), (500, 180))
    assert canvas.graph_scene.edges["t2"].y1 == canvas.graph_scene.edges["t2"].y2 == 156
    hands.release((500, 180))
    assert (model.node("filter").y, model.node("union").y) == (120, 120)
    undone()


@pytest.mark.req("CAN-36")
def test_ctrl_and_drag_copies(model: MemoryModel, hands: Hands, undone: Undone) -> None:
    hands.drag((500, 280), (500, 520), keys=CTRL)
    copies = [model.node(name) for name in model.node_ids() if model.node(name).type == "wait"]
    assert [(view.x, view.y) for view in copies] == [(408, 240), (408, 480)]
    undone()


@pytest.mark.req("CAN-29")
@pytest.mark.parametrize("backwards", [False, True])
def test_dragging_between_ports_connects(model: MemoryModel, hands: Hands, undone: Undone, backwards: bool) -> None:
    ends = (INTO_WAIT, OUT_OF_QUERY) if backwards else (OUT_OF_QUERY, INTO_WAIT)
    hands.drag(*ends)
    made = [model.edge(name) for name in model.edge_ids() if name not in ("t1", "t2", "t3")]
    assert [(view.source, view.target) for view in made] == [(PortRef("query", "out"), PortRef("wait", "in"))]
    undone()


@pytest.mark.req("CAN-29")
def test_a_connector_dropped_on_a_card_takes_a_port_that_may(model: MemoryModel, hands: Hands, undone: Undone) -> None:
    hands.drag(OUT_OF_QUERY, (520, 290))
    assert len(model.edge_ids()) == 4
    undone()


@pytest.mark.req("CAN-29")
def test_a_refused_connector_says_why(canvas: CanvasView, model: MemoryModel, hands: Hands) -> None:
    before = model.text()
    hands.hold(OUT_OF_QUERY, (408, 36))
    assert canvas.notices.hint.text() == "This input takes one transition only. Remove the present one first."
    assert "filter" in canvas.look.dimmed
    hands.release((408, 36))
    assert canvas.notices.notice.text() == "This input takes one transition only. Remove the present one first."
    assert (model.text(), canvas.look.dimmed) == (before, set())


@pytest.mark.req("CAN-29")
def test_a_circle_is_refused(canvas: CanvasView, model: MemoryModel, hands: Hands) -> None:
    hands.drag(OUT_OF_WAIT, INTO_UNION)
    before = model.text()
    hands.drag((1032, 36), INTO_WAIT)
    assert canvas.notices.notice.text().startswith("This would make a circle")
    assert model.text() == before


@pytest.mark.req("CAN-29")
def test_a_connector_dropped_on_its_own_card_is_refused_and_near_its_port_nothing_was_meant(
    canvas: CanvasView, model: MemoryModel, hands: Hands
) -> None:
    before = model.text()
    hands.drag(OUT_OF_WAIT, (612, 276))
    assert not canvas.notices.notice.isVisible()
    hands.drag(OUT_OF_WAIT, (516, 276))
    assert canvas.notices.notice.text() == "A node cannot follow itself."
    assert model.text() == before


@pytest.mark.req("CAN-30")
def test_clicking_an_output_and_then_an_input_connects(model: MemoryModel, hands: Hands, undone: Undone) -> None:
    hands.click(OUT_OF_QUERY)
    hands.move(INTO_WAIT, button=Qt.MouseButton.NoButton)
    hands.click(INTO_WAIT)
    assert len(model.edge_ids()) == 4
    undone()


@pytest.mark.req("CAN-30")
def test_two_selected_nodes_connect_by_a_key(canvas: CanvasView, model: MemoryModel, undone: Undone) -> None:
    canvas.selection.set(Parts.of(nodes=["wait", "query"]))
    canvas.actions_by_id["add.connect"].trigger()
    assert len(model.edge_ids()) == 4
    undone()


@pytest.mark.req("CAN-25")
def test_a_connector_into_empty_space_offers_what_fits_and_connects_it(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.drag(OUT_OF_QUERY, (300, 520))
    assert canvas.quick.isVisible()
    offered = {kind.id for kind in canvas.quick.kinds()}
    assert "filter" in offered
    assert "read" not in offered

    canvas.quick.search.setText("filt")
    hands.key(Qt.Key.Key_Return, to=canvas.quick.search)

    made = next(model.node(name) for name in model.node_ids() if model.node(name).type == "filter" and name != "filter")
    assert [link.source for link in model.graph.edges_in(made.id)] == [PortRef("query", "out")]
    undone()


@pytest.mark.req("CAN-25")
def test_escape_in_quick_add_gives_everything_back(canvas: CanvasView, model: MemoryModel, hands: Hands) -> None:
    before = model.text()
    hands.drag(OUT_OF_QUERY, (300, 520))
    hands.key(Qt.Key.Key_Escape, to=canvas.quick.search)
    assert not canvas.quick.isVisible()
    assert (model.text(), model.undo_count()) == (before, 0)


@pytest.mark.req("CAN-24")
def test_double_click_and_typing_open_quick_add(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.double_click((1000, 500))
    assert canvas.quick.isVisible()
    canvas.quick.close_again()
    hands.key(Qt.Key.Key_J, text="j")
    assert canvas.quick.search.text() == "j"
    canvas.quick.choose()
    assert [model.node(name).type for name in model.node_ids()].count("join") == 1
    undone()


@pytest.mark.req("CAN-26")
def test_the_plus_on_an_open_output_adds_what_follows(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.move((100, 280), button=Qt.MouseButton.NoButton)
    hands.click((OUT_OF_QUERY[0] + 24, OUT_OF_QUERY[1]))
    canvas.quick.search.setText("filter")
    canvas.quick.choose()
    assert len(model.graph.edges_out("query")) == 1
    undone()


@pytest.mark.req("CAN-27")
def test_the_plus_on_a_transition_inserts_and_makes_room(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    middle = canvas.graph_scene.edges["t2"].middle()
    hands.move(middle, button=Qt.MouseButton.NoButton)
    hands.click(middle)
    canvas.quick.search.setText("enrich")
    canvas.quick.choose()

    made = next(name for name in model.node_ids() if model.node(name).type == "enrich")
    assert model.edge("t2").target == PortRef(made, "in")
    assert [link.target for link in model.graph.edges_out(made)] == [PortRef("union", "in")]
    assert model.node("union").x > 816
    assert model.node("end").x > 1224
    assert model.node("wait").x == 408
    undone()


@pytest.mark.req("CAN-28")
def test_a_lone_node_dropped_on_a_transition_goes_into_it(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.hold((500, 280), (720, 40))
    assert canvas.look.marked_edge == "t2"
    hands.release((720, 40))
    assert model.edge("t2").target == PortRef("wait", "in")
    assert canvas.look.marked_edge == ""
    undone()


@pytest.mark.req("CAN-31")
def test_the_end_of_a_transition_goes_to_another_port(model: MemoryModel, hands: Hands, undone: Undone) -> None:
    hands.drag((398, 36), INTO_WAIT)
    # The head of t1 is grabbed beside the port and let go at the other input.
    assert model.edge("t1").target == PortRef("wait", "in")
    undone()


@pytest.mark.req("CAN-31")
def test_an_end_dropped_in_empty_space_disconnects(model: MemoryModel, hands: Hands, undone: Undone) -> None:
    hands.drag((394, 36), (300, 500))
    assert "t1" not in model.edge_ids()
    undone()


@pytest.mark.req("CAN-32")
def test_ctrl_drag_from_a_port_moves_all_its_transitions(model: MemoryModel, hands: Hands, undone: Undone) -> None:
    hands.drag((216, 36), OUT_OF_QUERY, keys=CTRL)
    assert model.edge("t1").source == PortRef("query", "out")
    undone()


@pytest.mark.req("CAN-33")
def test_a_line_across_transitions_cuts_them(model: MemoryModel, hands: Hands, undone: Undone) -> None:
    hands.drag((770, -100), (770, 150), keys=ALT | SHIFT)
    assert set(model.edge_ids()) == {"t1", "t3"}
    undone()


@pytest.mark.req("CAN-45")
def test_alt_drag_on_empty_space_makes_room(model: MemoryModel, hands: Hands, undone: Undone) -> None:
    hands.drag((700, 400), (820, 400), keys=ALT)
    assert [model.node(name).x for name in ("read", "filter", "union", "end")] == [0, 408, 936, 1344]
    undone()


@pytest.mark.req("CAN-70")
def test_a_label_slides_along_its_transition(
    model: MemoryModel, hands: Hands, canvas: CanvasView, undone: Undone
) -> None:
    pill = canvas.graph_scene.edges["t1"].pill().center()
    hands.drag((pill.x(), pill.y()), (330, 36))
    at = model.edge("t1").label_at
    assert at is not None
    assert 0.4 < at < 0.8
    undone()


@pytest.mark.req("CAN-15")
def test_a_box_to_the_right_takes_what_is_inside_and_to_the_left_what_it_touches(
    canvas: CanvasView, hands: Hands
) -> None:
    hands.drag((380, -40), (700, 120))
    assert canvas.selection.parts.nodes == {"filter"}
    hands.drag((880, 130), (600, -40))
    assert canvas.selection.parts.nodes == {"filter", "union"}


@pytest.mark.req("CAN-15")
def test_shift_adds_to_a_box_and_ctrl_takes_away(canvas: CanvasView, hands: Hands) -> None:
    canvas.selection.set(Parts.of(nodes=["end"]))
    hands.drag((380, -40), (700, 120), keys=SHIFT)
    assert canvas.selection.parts.nodes == {"end", "filter"}
    hands.drag((1200, -40), (1500, 120), keys=CTRL)
    assert canvas.selection.parts.nodes == {"filter"}
    hands.hold((380, -40), (1500, 120))
    hands.key(Qt.Key.Key_Escape)
    assert canvas.selection.parts.nodes == {"filter"}


@pytest.mark.req("CAN-14", "CAN-19")
def test_clicks_select_toggle_and_add_nodes_and_transitions(canvas: CanvasView, hands: Hands) -> None:
    hands.click((500, 60))
    assert canvas.look.near == {"t1", "t2"}
    hands.click((350, 41), keys=SHIFT)
    assert canvas.selection.parts == Parts.of(nodes=["filter"], edges=["t1"])
    hands.click((500, 60), keys=CTRL)
    assert canvas.selection.parts == Parts.of(edges=["t1"])
    hands.click((1000, 600))
    assert not canvas.selection.parts


@pytest.mark.req("CAN-22")
def test_a_kind_dropped_from_the_palette_is_added_where_it_falls(
    model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.drop_kind("join", (1000, 500))
    made = next(view for view in map(model.node, model.node_ids()) if view.type == "join")
    assert (made.x, made.y) == (888, 468)
    undone()


@pytest.mark.req("CAN-22")
def test_a_kind_dropped_on_a_transition_splits_it(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.drop_kind("enrich", (720, 40), let_go=False)
    assert canvas.look.marked_edge == "t2"
    hands.drop_kind("enrich", (720, 40))
    assert len(model.edge_ids()) == 4
    undone()


@pytest.mark.req("CAN-1")
@pytest.mark.parametrize("button", [MIDDLE, RIGHT])
def test_middle_and_right_drag_pan(
    canvas: CanvasView, model: MemoryModel, hands: Hands, button: Qt.MouseButton
) -> None:
    before = canvas.place()
    start, end = hands.screen((900, 500)), hands.screen((800, 440))
    hands.press((900, 500), button)
    hands.move((800, 440), button)
    hands.release((800, 440), button)
    after = canvas.place()
    assert (after.x - before.x, after.y - before.y) == pytest.approx((start.x() - end.x(), start.y() - end.y()), abs=1)
    assert model.undo_count() == 0


@pytest.mark.req("CAN-1")
def test_space_and_left_drag_pan_and_escape_returns(canvas: CanvasView, model: MemoryModel, hands: Hands) -> None:
    before, text = canvas.place(), model.text()
    QApplication.sendEvent(canvas, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier))
    hands.press((500, 60))
    hands.move((560, 100))
    assert canvas.place() != before
    hands.key(Qt.Key.Key_Escape)
    assert canvas.place() == before
    assert model.text() == text


@pytest.mark.req("CAN-2", "CAN-3")
def test_wheel_scrolls_and_with_ctrl_zooms_at_the_pointer(canvas: CanvasView, hands: Hands) -> None:
    before = canvas.place()
    hands.wheel(-1, (500, 60))
    assert canvas.place().y > before.y
    hands.wheel(-1, (500, 60), keys=SHIFT)
    assert canvas.place().x > before.x
    hands.touchpad(-30, -20, (500, 60))
    assert canvas.zoom == 1.0
    under = hands.screen((500, 60))
    hands.wheel(2, (500, 60), keys=CTRL)
    assert canvas.zoom == pytest.approx(1.0015**240)
    assert (canvas.to_scene(under).x(), canvas.to_scene(under).y()) == pytest.approx((500, 60), abs=1.5)


@pytest.mark.req("CAN-89")
def test_a_locked_canvas_refuses_edits_in_one_sentence_and_still_selects(
    canvas: CanvasView, model: MemoryModel, hands: Hands
) -> None:
    before = model.text()
    model.lock("The run is not over.")
    hands.drag((500, 60), (600, 160))
    assert canvas.notices.notice.text() == "The run is not over."
    hands.drop_kind("join", (1000, 500))
    assert not canvas.actions_by_id["edit.paste"].isEnabled()
    hands.click((500, 60))
    assert canvas.selection.parts.nodes == {"filter"}
    canvas.notices.notice.hide()
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert canvas.notices.notice.isVisible(), "a key is not refused in silence either"
    assert canvas.notices.notice.text() == "The run is not over."
    assert model.text() == before
