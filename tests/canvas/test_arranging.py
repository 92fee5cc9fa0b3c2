"""Guides, bends, frames and order: by mouse and by keys, in one step each, undone to the same bytes."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt

from canvas import CanvasView
from canvas.demo.generate import graph
from canvas.demo.model import MemoryModel
from canvas.guides import Box, snap
from canvas.layout import Box as Standing
from canvas.layout import layered
from canvas.views import EdgeView, FrameView, NodeView, NoteView, Parts, PartView
from tests.canvas.conftest import Hands, small_graph

SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier,
)  # fmt: skip
Keys = Callable[..., None]
Undone = Callable[[], None]


@pytest.fixture
def model() -> MemoryModel:
    areas: list[PartView] = [
        FrameView("pair", "Pair", (780, -60, 700, 200), ("union", "end")),
        FrameView("spare", "Spare", (780, 300, 400, 240), ()),
        NoteView("memo", "Ask Ann", (0, 480, 216, 96)),
        NoteView("other", "Ask Bob", (100, 520, 216, 96)),
    ]
    return MemoryModel([*small_graph(), *areas])


# Guides


@pytest.mark.req("CAN-43")
@pytest.mark.parametrize(
    ("end", "place", "lines"),
    [
        ((500 + 4, 480 + 2), (408, 443), {"left", "right", "middle"}),  # under filter: sides and middles in line
        ((96, 530), (0, 493), {"left", "right", "middle"}),
    ],
)
def test_a_dragged_node_lines_up_with_what_is_in_sight(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone, end: tuple[float, float],
    place: tuple[float, float], lines: set[str],
) -> None:  # fmt: skip
    canvas.snapping = True
    hands.hold((500, 280), end)
    assert canvas.dispatcher.current is not None
    item = canvas.graph_scene.nodes["wait"]
    assert item.x() == place[0]
    picture = canvas.viewport().grab().toImage()
    guide = canvas.style_in_use.tokens.guide
    x = round(hands.screen((place[0], 0)).x())
    column = {
        picture.pixelColor(across, y).name() for across in (x - 1, x, x + 1) for y in range(0, picture.height(), 2)
    }
    assert any(_near(colour, guide) for colour in column)
    hands.release(end)
    assert model.node("wait").x == place[0]
    undone()


def _near(colour: str, wanted: str) -> bool:
    one, two = (int(colour[i : i + 2], 16) for i in (1, 3, 5)), (int(wanted[i : i + 2], 16) for i in (1, 3, 5))
    return sum(abs(a - b) for a, b in zip(one, two, strict=True)) < 200


@pytest.mark.req("CAN-43", "CAN-42")
def test_alt_suspends_the_guides_too(model: MemoryModel, hands: Hands, undone: Undone) -> None:
    hands.drag((500, 280), (505, 480), keys=ALT)
    assert (model.node("wait").x, model.node("wait").y) == (413, 440)
    undone()


@pytest.mark.req("CAN-43")
def test_ports_come_to_one_height_so_that_a_transition_is_straight() -> None:
    tall = Box(0, 0, 216, 96, (24.0, 48.0, 72.0))
    found = snap(Box(400, 41, 616, 113, (77.0,)), [tall], 6)
    assert found.y == -5.0
    assert (0, 72.0, 616, 72.0) in found.lines


@pytest.mark.req("CAN-43")
def test_gaps_come_to_be_equal() -> None:
    one, two, last = Box(0, 0, 100, 50), Box(160, 0, 260, 50), Box(800, 3, 900, 53)
    between = snap(Box(477, 7, 577, 57), [two, last], 6)
    assert (between.x, between.y) == (3.0, -4.0)
    assert {(260, 28.0, 480.0, 28.0), (580.0, 28.0, 800, 28.0)} <= set(between.lines)
    beside = snap(Box(317, 7, 417, 57), [one, two], 6)
    assert beside.x == 3.0


@pytest.mark.req("CAN-43")
@given(
    st.tuples(st.integers(-50, 50), st.integers(-50, 50)),
    st.lists(st.tuples(st.integers(-300, 300), st.integers(-300, 300)), max_size=8),
)
def test_guides_never_pull_further_than_their_reach_and_are_stable(
    at: tuple[int, int], others: list[tuple[int, int]]
) -> None:
    moving = Box(at[0], at[1], at[0] + 216, at[1] + 72, (at[1] + 36.0,))
    boxes = [Box(x, y, x + 216, y + 72, (y + 36.0,)) for x, y in others]
    found = snap(moving, boxes, 6)
    assert max(abs(found.x or 0.0), abs(found.y or 0.0)) <= 6
    if found.x is not None and found.y is not None:
        again = snap(moving.moved(found.x, found.y), boxes, 6)
        assert (abs(again.x or 0.0), abs(again.y or 0.0)) == (0.0, 0.0) or (again.x, again.y) != (None, None)


# Bends


@pytest.mark.req("CAN-48")
def test_dragging_a_line_bends_it_and_dragging_the_bend_back_straightens_it(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.drag((740, 36), (744, 156))
    assert model.edge("t2").points == ((744.0, 156.0),)
    undone()
    model.redo()
    hands.drag((744, 156), (768, 204))
    assert model.edge("t2").points == ((768.0, 204.0),)
    hands.drag((768, 204), (768, 36))
    assert model.edge("t2").points == ()


@pytest.mark.req("CAN-48")
def test_escape_gives_the_old_way_back(canvas: CanvasView, model: MemoryModel, hands: Hands) -> None:
    before, way = model.text(), canvas.graph_scene.edges["t2"].way().length()
    hands.hold((740, 36), (744, 156))
    assert canvas.graph_scene.edges["t2"].way().length() > way + 100
    hands.key(Qt.Key.Key_Escape)
    assert canvas.graph_scene.edges["t2"].way().length() == pytest.approx(way)
    assert (model.text(), model.undo_count()) == (before, 0)


@pytest.mark.req("CAN-48")
def test_a_double_click_adds_a_bend_and_takes_it_out(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.double_click((756, 38))
    assert model.edge("t2").points == ((756.0, 36.0),)
    undone()
    model.redo()
    hands.double_click((756, 38))
    assert model.edge("t2").points == ()


@pytest.mark.req("CAN-48")
def test_bends_keep_their_order_along_the_way(canvas: CanvasView, model: MemoryModel, hands: Hands) -> None:
    hands.drag((790, 36), (780, 156))
    on_line = canvas.graph_scene.edges["t2"].way().pointAtPercent(0.3)
    hands.drag((on_line.x(), on_line.y()), (672, 156))
    points = model.edge("t2").points
    assert len(points) == 2
    assert points[0][0] < points[1][0]


# Frames


@pytest.mark.req("CAN-49")
def test_a_frame_moves_what_it_holds(canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone) -> None:
    hands.drag((900, -50), (900, 70))
    assert (model.frame("pair").rect[1], model.node("union").y, model.node("end").y) == (60, 120, 120)
    assert model.frame("pair").nodes == ("union", "end")
    undone()


@pytest.mark.req("CAN-49")
def test_a_node_dropped_in_a_frame_belongs_to_it_and_dragged_out_no_more(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.hold((500, 280), (980, 420))
    gesture = canvas.dispatcher.current
    assert gesture is not None
    hands.release((980, 420))
    assert model.frame("spare").nodes == ("wait",)
    undone()
    model.redo()
    x, y = model.node("wait").x + 100, model.node("wait").y + 40
    hands.drag((x, y), (500, 700))
    assert model.frame("spare").nodes == ()


@pytest.mark.req("CAN-49")
def test_a_node_goes_from_one_frame_to_the_other_in_one_step(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.drag((900, 40), (960, 440))
    assert (model.frame("pair").nodes, model.frame("spare").nodes) == (("end",), ("union",))
    undone()


@pytest.mark.req("CAN-49")
def test_a_resized_frame_holds_what_lies_in_it(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    hands.drag((1476, 136), (1188, 136))
    assert model.frame("pair").nodes == ("union",)
    undone()


@pytest.mark.req("CAN-49", "CAN-55")
def test_frames_take_in_and_let_go_by_keys(canvas: CanvasView, model: MemoryModel, keys: Keys, undone: Undone) -> None:
    canvas.selection.set(Parts.of(nodes=["wait"], frames=["spare"]))
    canvas.actions_by_id["arrange.join-frame"].trigger()
    assert model.frame("spare").nodes == ("wait",)
    left, top, width, height = model.frame("spare").rect
    card = canvas.graph_scene.nodes["wait"].card()
    assert left < card.left()
    assert top < card.top()
    assert left + width > card.right()
    assert top + height > card.bottom()
    undone()
    model.redo()
    canvas.selection.set(Parts.of(nodes=["wait"]))
    keys("Ctrl+Shift+G")
    assert model.frame("spare").nodes == ()


@pytest.mark.req("CAN-49", "CAN-55")
def test_grouping_by_keys_and_walking_to_the_frame(
    canvas: CanvasView, model: MemoryModel, keys: Keys, undone: Undone
) -> None:
    canvas.selection.set(Parts.of(nodes=["read", "query"]))
    keys("Ctrl+G")
    (made,) = canvas.selection.parts.frames
    assert model.frame(made).nodes == ("query", "read")
    undone()
    canvas.walk.go("nodes", "end")
    keys("Alt+Up")
    assert canvas.walk.at == ("frames", "pair")
    keys("Ctrl+Down")
    assert (model.node("union").y, model.frame("pair").rect[1]) == (12, -48)


# Order


@pytest.mark.req("CAN-52")
def test_notes_and_frames_come_to_the_front_and_go_to_the_back(
    canvas: CanvasView, model: MemoryModel, hands: Hands, keys: Keys, undone: Undone
) -> None:
    def on_top() -> str:
        return canvas.hit_at(QPointF(150, 540)).id

    back = "memo" if on_top() == "other" else "other"
    canvas.selection.set(Parts.of(notes=[back]))
    keys("Ctrl+]")
    assert on_top() == back
    undone()
    keys("Ctrl+[")
    assert on_top() != back
    canvas.selection.set(Parts.of(nodes=["read"]))
    assert not canvas.actions_by_id["arrange.forward"].isEnabled()


@pytest.mark.req("CAN-20", "CAN-54", "CAN-53")
def test_several_nodes_are_changed_in_one_step(canvas: CanvasView, model: MemoryModel, undone: Undone) -> None:
    canvas.selection.set(Parts.of(nodes=["read", "filter", "wait"]))
    changes: dict[str, Callable[[NodeView], bool]] = {
        "edit.disable": lambda node: node.disabled,
        "arrange.compact": lambda node: node.compact,
        "colour.green": lambda node: node.accent == "green",
    }
    for name, read in changes.items():
        canvas.actions_by_id[name].trigger()
        assert [read(model.node(node)) for node in ("read", "filter", "wait")] == [True, True, True]
        undone()
    canvas.selection.clear()
    canvas.actions_by_id["arrange.compact"].trigger()
    assert all(model.node(name).compact for name in model.node_ids())
    undone()


@pytest.mark.req("CAN-46", "CAN-90")
def test_thousands_of_nodes_are_laid_out_each_right_of_what_leads_to_it() -> None:
    boxes = {part.id: Standing(part.x, part.y) for part in graph(3000) if isinstance(part, NodeView)}
    links = [
        (part.source.node, part.target.node)
        for part in graph(3000)
        if isinstance(part, EdgeView) and part.target is not None
    ]
    places = layered(boxes, links)
    assert len(set(places.values())) == len(boxes)
    assert all(places[source][0] < places[target][0] for source, target in links)
