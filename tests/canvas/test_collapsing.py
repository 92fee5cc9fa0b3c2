"""Collapsed frames: one card with sums and the worst state, neighbours that step aside and come back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from canvas import CanvasView
from canvas.demo.model import MemoryModel
from canvas.folding import total, worst
from canvas.items.hit import Hit, Spot
from canvas.requests import Delete, Move, SetFrame
from canvas.tips import tip
from canvas.views import (
    Badge,
    Count,
    CountState,
    FrameView,
    NoteView,
    Parts,
    PartView,
    RunState,
    Severity,
    Status,
)
from tests.canvas.conftest import Hands, edge, node, small_graph

Keys = Callable[..., None]
Undone = Callable[[], None]
RECT = (372.0, -60.0, 720.0, 420.0)
"""Around filter, union and wait."""


def parts() -> list[PartView]:
    return [
        *small_graph(),
        node("late", "filter", 816, 480),
        edge("t4", "query", "wait"),
        edge("t5", "wait", "union"),
        FrameView("group", "Group", RECT, ("filter", "union", "wait")),
        NoteView("inner", "Inside", (700, 240, 120, 60)),
        NoteView("outer", "Outside", (700, 600, 120, 60)),
    ]


@pytest.fixture
def model() -> MemoryModel:
    made = MemoryModel(parts())
    made.set_counts(
        {
            "t1": Count(CountState.EXACT, 1_000, "people"),
            "t2": Count(CountState.ERROR),
            "t3": Count(CountState.EXACT, 700, "people"),
            "t4": Count(CountState.STALE, 234, "people"),
        }
    )
    return made


def seen(canvas: CanvasView) -> set[str]:
    return {name for name, item in canvas.graph_scene.nodes.items() if item.isVisible()}


@pytest.fixture
def collapsed(canvas: CanvasView) -> CanvasView:
    canvas.selection.set(Parts.of(frames=["group"]))
    canvas.actions_by_id["arrange.collapse"].trigger()
    return canvas


@pytest.mark.req("CAN-50")
@pytest.mark.parametrize("way", ["key", "switch"])
def test_a_frame_collapses_to_one_card_and_hides_what_it_holds(
    canvas: CanvasView, model: MemoryModel, hands: Hands, keys: Keys, undone: Undone, way: str
) -> None:
    if way == "key":
        canvas.selection.set(Parts.of(frames=["group"]))
        keys("Alt+G")
    else:
        hands.click((RECT[0] + RECT[2] - 18, RECT[1] + 17))
    scene = canvas.graph_scene
    assert model.frame("group").collapsed
    assert seen(canvas) == {"read", "query", "end", "late"}
    assert {name for name, item in scene.edges.items() if item.isVisible()} == {"t1", "t3", "t4"}
    assert not scene.notes["inner"].isVisible()
    assert scene.notes["outer"].isVisible()
    card = scene.frames["group"].card()
    assert (card.x(), card.y(), card.width()) == (372, -60, 216)
    undone()
    assert len(seen(canvas)) == 7
    assert all(item.isVisible() for item in scene.edges.values())


@pytest.mark.req("CAN-50")
def test_transitions_that_cross_the_border_end_at_ports_of_the_card(collapsed: CanvasView) -> None:
    scene = collapsed.graph_scene
    first, second, out = scene.edges["t1"], scene.edges["t4"], scene.edges["t3"]
    assert first.x2 == second.x2 == 372
    assert first.y2 < second.y2, "in the order of the nodes inside"
    assert out.x1 == 372 + 216
    # Ends that the card's ports are at: nothing is drawn to where a hidden node is.
    heights = scene.frames["group"].shape_of_card
    assert heights is not None
    assert {(0.0, first.y2 + 60), (0.0, second.y2 + 60)} == set(heights.ins)


@pytest.mark.req("CAN-50")
def test_the_card_says_sums_and_the_worst_state(collapsed: CanvasView, model: MemoryModel) -> None:
    model.set_statuses(
        {
            "filter": Status(RunState.DONE, badge=Badge(Severity.WARNING, 1, ("Few.",))),
            "union": Status(RunState.FAILED, badge=Badge(Severity.ERROR, 2, ("Broken.",))),
            "end": Status(RunState.RUNNING),
        }
    )
    said = collapsed.graph_scene.folding.summary("group")
    assert said.nodes == 3
    assert said.entering == Count(CountState.STALE, 1_234, "people")
    assert said.leaving == Count(CountState.EXACT, 700, "people")
    assert (said.status.run, said.status.badge) == (
        RunState.FAILED,
        Badge(Severity.ERROR, 3, ("Few.", "Broken.")),
    )
    words = tip(collapsed, Hit(Spot.FRAME, "group"))
    for part in ("3 nodes, out of date", "1,234 in · 700 out", "Failed", "Filter; Union; Wait", "Broken."):
        assert part in words
    collapsed.viewport().grab()


@pytest.mark.req("CAN-50")
def test_a_sum_is_no_better_known_than_its_parts() -> None:
    exact = Count(CountState.EXACT, 5, "people")
    assert total([exact, exact]) == Count(CountState.EXACT, 10, "people")
    assert total([exact, Count(CountState.COMPUTING, 7)]) == Count(CountState.COMPUTING, 12)
    assert total([exact, Count()]).value is None
    assert total([exact, Count(CountState.ERROR)]).state is CountState.ERROR
    assert worst([]) == Status()


@pytest.mark.req("CAN-50")
def test_dragging_the_card_moves_all_that_it_hides(collapsed: CanvasView, model: MemoryModel, hands: Hands) -> None:
    before = {name: (model.node(name).x, model.node(name).y) for name in ("filter", "union", "wait")}
    hands.drag((450, -20), (450, 220), keys=Qt.KeyboardModifier.AltModifier)
    assert model.frame("group").rect == (372, 180, *RECT[2:])
    assert all((model.node(name).x, model.node(name).y) == (x, y + 240) for name, (x, y) in before.items())
    assert model.note("inner").rect[:2] == (700, 480)
    assert collapsed.graph_scene.edges["t1"].y2 == collapsed.graph_scene.frames["group"].port_at(0, False).y()
    model.undo()
    assert model.frame("group").rect == RECT


@pytest.mark.req("CAN-50")
def test_an_expanded_frame_pushes_neighbours_aside_and_lets_them_back(
    collapsed: CanvasView, model: MemoryModel, keys: Keys
) -> None:
    model.ask(Move({"end": (660.0, 0.0), "late": (420.0, 120.0)}, {"outer": (1500.0, 600.0)}))
    near = model.text()
    collapsed.selection.set(Parts.of(frames=["group"]))
    keys("Alt+G")
    assert not model.frame("group").collapsed
    end, late = model.node("end"), model.node("late")
    assert end.x >= RECT[0] + RECT[2] + 24
    assert (end.y, late.x) == (0, 420)
    assert late.y >= RECT[1] + RECT[3] + 24
    assert (model.node("read").x, model.note("outer").rect[:2]) == (0, (1500, 600))
    steps = model.undo_count()
    keys("Alt+G")
    assert model.text() == near
    assert model.undo_count() == steps + 1
    model.undo()
    model.undo()
    assert model.text() == near


@pytest.mark.req("CAN-50")
def test_what_was_moved_since_stays_where_it_was_put(collapsed: CanvasView, model: MemoryModel, keys: Keys) -> None:
    model.ask(Move({"end": (660.0, 0.0), "late": (660.0, 120.0)}))
    collapsed.selection.set(Parts.of(frames=["group"]))
    keys("Alt+G")
    model.ask(Move({"late": (1800.0, 600.0)}))
    keys("Alt+G")
    assert (model.node("end").x, model.node("end").y) == (660, 0)
    assert (model.node("late").x, model.node("late").y) == (1800, 600)


@pytest.mark.req("CAN-50", "CAN-55")
def test_the_keyboard_walks_through_a_collapsed_frame(collapsed: CanvasView, keys: Keys) -> None:
    collapsed.walk.go("nodes", "read")
    seen: list[tuple[str, str]] = []
    for text in ("Right", "Right", "Left"):
        keys(text)
        seen.append(collapsed.walk.at)
    assert seen == [("frames", "group"), ("nodes", "end"), ("frames", "group")]


@pytest.mark.req("CAN-50", "CAN-61")
def test_screen_readers_hear_what_a_collapsed_frame_stands_for(collapsed: CanvasView) -> None:
    root = QAccessible.queryAccessibleInterface(collapsed)
    names = [root.child(index).text(QAccessible.Text.Name) for index in range(root.childCount())]
    assert "Frame Group, 3 nodes, collapsed, 1,234 in · 700 out" in names
    hidden = [root.child(index) for index in range(root.childCount()) if root.child(index).state().invisible]
    assert len(hidden) == 3


@pytest.mark.req("CAN-50")
def test_what_is_hidden_goes_with_its_card(collapsed: CanvasView, model: MemoryModel, undone: Undone) -> None:
    collapsed.selection.set(Parts.of(frames=["group"]))
    collapsed.actions_by_id["edit.delete"].trigger()
    assert set(model.node_ids()) == {"read", "query", "end", "late"}
    assert set(model.note_ids()) == {"outer"}
    model.undo()
    assert model.frame("group").collapsed
    collapsed.actions_by_id["select.all"].trigger()
    assert collapsed.selection.parts.nodes == {"read", "query", "end", "late"}


@pytest.mark.req("CAN-50", "CAN-46")
def test_a_layout_takes_a_collapsed_frame_as_one_card(collapsed: CanvasView, model: MemoryModel) -> None:
    frame, filter_ = model.frame("group").rect, model.node("filter")
    offset = filter_.x - frame[0], filter_.y - frame[1]
    collapsed.selection.clear()
    collapsed.actions_by_id["arrange.layout"].trigger()
    frame, filter_ = model.frame("group").rect, model.node("filter")
    assert (filter_.x - frame[0], filter_.y - frame[1]) == offset
    scene = collapsed.graph_scene
    cards = [item.card() for item in scene.nodes.values() if item.isVisible()]
    cards += [item.card() for item in scene.frames.values()]
    assert not any(one.intersects(two) for one in cards for two in cards if one is not two)


@pytest.mark.req("CAN-50", "CAN-89")
def test_a_locked_canvas_keeps_its_frames_as_they_are(canvas: CanvasView, model: MemoryModel, hands: Hands) -> None:
    model.lock("Locked while it runs.")
    hands.click((RECT[0] + RECT[2] - 18, RECT[1] + 17))
    assert not model.frame("group").collapsed
    assert canvas.notices.notice.text() == "Locked while it runs."


@pytest.mark.req("CAN-50")
def test_double_clicking_the_card_expands_it(collapsed: CanvasView, model: MemoryModel, hands: Hands) -> None:
    hands.double_click((450, -20))
    assert not model.frame("group").collapsed


@pytest.mark.req("CAN-50")
def test_a_deleted_frame_shows_what_it_hid(collapsed: CanvasView, model: MemoryModel) -> None:
    model.ask(Delete(Parts.of(frames=["group"])))
    assert len(seen(collapsed)) == 7
    model.undo()
    assert len(seen(collapsed)) == 4
    model.ask(SetFrame("group", nodes=("filter",)))
    assert len(seen(collapsed)) == 6
    model.reset.emit()
    assert len(seen(collapsed)) == 6
