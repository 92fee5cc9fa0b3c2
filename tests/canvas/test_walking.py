"""The flow walked and edited by keys alone: along transitions, through siblings, by geometry."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.demo.model import MemoryModel
from canvas.requests import Delete, Move
from canvas.style import DARK, LIGHT
from canvas.views import Count, CountState, NoteView, Parts
from tests.canvas.conftest import Hands, edge, node, small_graph

Keys = Callable[..., None]
Undone = Callable[[], None]


@pytest.mark.req("CAN-58")
def test_arrows_follow_transitions_and_select_what_they_come_to(canvas: CanvasView, keys: Keys) -> None:
    keys("Right")
    assert canvas.walk.at == ("nodes", "read")
    keys("Right", "Right")
    assert canvas.walk.at == ("nodes", "union")
    assert canvas.selection.parts == Parts.of(nodes=["union"])
    keys("Left")
    assert canvas.walk.at == ("nodes", "filter")
    keys("Shift+Left")
    assert canvas.selection.parts.nodes == {"filter", "read"}


@pytest.mark.req("CAN-58")
def test_home_and_end_are_where_this_way_begins_and_ends(canvas: CanvasView, keys: Keys) -> None:
    canvas.walk.go("nodes", "filter")
    keys("End")
    assert canvas.walk.at == ("nodes", "end")
    keys("Home")
    assert canvas.walk.at == ("nodes", "read")


def split_graph() -> MemoryModel:
    return MemoryModel(
        [
            node("split", "split", 0, 120), node("gold", "mail", 408, 0), node("silver", "mail", 408, 120),
            node("other", "mail", 408, 240), node("far", "wait", 408, 480),
            edge("t1", "split", "gold", "a"), edge("t2", "split", "silver", "b"), edge("t3", "split", "other", "c"),
        ]
    )  # fmt: skip


class TestAtASplit:
    @pytest.fixture
    def model(self) -> MemoryModel:
        model = split_graph()
        model.set_counts({"t2": Count(CountState.EXACT, 1234)})
        return model

    @pytest.mark.req("CAN-58")
    def test_a_numbered_list_asks_which_way(self, canvas: CanvasView, keys: Keys) -> None:
        canvas.walk.go("nodes", "split")
        keys("Right")
        lines = [canvas.chooser.list.item(row).text() for row in range(canvas.chooser.list.count())]
        assert lines == ["1   → Gold (–)", "2   → Silver (1,234)", "3   → Other (–)"]
        QTest.keyClicks(canvas.chooser.search, "2")
        assert canvas.walk.at == ("nodes", "silver")
        assert not canvas.chooser.isVisible()
        assert canvas.hasFocus()

    @pytest.mark.req("CAN-58")
    def test_escape_stays_where_it_was(self, canvas: CanvasView, keys: Keys) -> None:
        canvas.walk.go("nodes", "split")
        keys("Right", "Esc")
        assert canvas.walk.at == ("nodes", "split")
        assert canvas.hasFocus()

    @pytest.mark.req("CAN-58")
    def test_up_and_down_go_through_siblings_and_then_to_what_is_nearest(self, canvas: CanvasView, keys: Keys) -> None:
        canvas.walk.go("nodes", "gold")
        seen: list[str] = []
        for _ in range(3):
            keys("Down")
            seen.append(canvas.walk.node)
        assert seen == ["silver", "other", "far"]
        keys("Up", "Up")
        assert canvas.walk.node == "silver"

    @pytest.mark.req("CAN-58", "CAN-55")
    def test_transitions_are_reached_and_left_by_keys(self, canvas: CanvasView, keys: Keys) -> None:
        canvas.walk.go("nodes", "split")
        keys(".")
        QTest.keyClicks(canvas.chooser.search, "1")
        assert canvas.selection.parts == Parts.of(edges=["t1"])
        keys("Down")
        assert canvas.walk.at == ("edges", "t2")
        keys("Right")
        assert canvas.walk.at == ("nodes", "silver")


@pytest.mark.req("CAN-58")
def test_notes_are_reached_by_geometry(qtbot: QtBot) -> None:
    view = CanvasView(MemoryModel([*small_graph(), NoteView("memo", "Ask Ann", (0, 480, 216, 96))]))
    qtbot.addWidget(view)
    view.walk.go("nodes", "query")
    view.walk.step(0, 1)
    assert view.walk.at == ("notes", "memo")


@pytest.mark.req("CAN-58")
def test_nothing_further_is_announced(canvas: CanvasView, keys: Keys, qtbot: QtBot) -> None:
    canvas.walk.go("nodes", "end")
    with qtbot.waitSignal(canvas.announced) as told:
        keys("Right")
    assert told.args == ["Nothing further in this direction."]
    assert canvas.walk.node == "end"


@pytest.mark.req("CAN-59")
@pytest.mark.parametrize("zoom", [1.0, 0.4, 0.1])
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_the_ring_shows_at_every_zoom_and_only_for_the_keyboard(
    canvas: CanvasView, hands: Hands, zoom: float, tokens: object
) -> None:
    canvas.set_tokens(DARK if tokens is DARK else LIGHT)
    canvas.set_zoom(zoom)
    canvas.centre_on(canvas.graph_scene.nodes["filter"].card())
    ring = canvas.style_in_use.tokens.focus

    def shown() -> bool:
        picture = canvas.viewport().grab().toImage()
        area = canvas.viewportTransform().mapRect(canvas.graph_scene.nodes["filter"].card()).toAlignedRect()
        area = area.adjusted(-14, -14, 14, 14)
        found = {
            picture.pixelColor(x, y).name()
            for x in range(area.left(), area.right())
            for y in range(area.top(), area.bottom())
        }
        return ring in found

    canvas.walk.go("nodes", "filter")
    assert shown()
    hands.click((500, 60))
    assert canvas.walk.at == ("nodes", "filter")
    assert not shown()


@pytest.mark.req("CAN-59")
def test_the_view_pans_to_where_the_keyboard_is(canvas: CanvasView, model: MemoryModel, keys: Keys) -> None:
    model.ask(Move({"end": (9000.0, 4000.0)}))
    canvas.walk.go("nodes", "union")
    keys("Right")
    assert canvas.visible_area().contains(canvas.graph_scene.nodes["end"].card())


@pytest.mark.req("CAN-60")
def test_tab_enters_the_canvas_and_leaves_it_again(canvas: CanvasView, hands: Hands) -> None:
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert canvas.look.focused == ("nodes", "query") or canvas.look.focused == ("nodes", "read")
    assert not canvas.actions_by_id["add.node-here"].isEnabled()
    hands.click((500, 60))
    assert canvas.actions_by_id["add.node-here"].isEnabled()


@pytest.mark.req("CAN-58")
def test_after_a_deletion_the_keyboard_is_at_what_is_nearest(
    canvas: CanvasView, model: MemoryModel, keys: Keys
) -> None:
    canvas.walk.go("nodes", "wait")
    keys("Del")
    assert "wait" not in model.node_ids()
    assert canvas.walk.at == ("nodes", "filter")
    model.ask(Delete(canvas.graph_scene.everything()))
    assert canvas.walk.at == ("", "")
    keys("Right", "Down", "Home", "End", "Return")
    assert canvas.walk.at == ("", "")


@pytest.mark.req("CAN-58")
def test_enter_opens_and_ctrl_space_selects(canvas: CanvasView, keys: Keys, qtbot: QtBot) -> None:
    canvas.walk.go("nodes", "filter")
    with qtbot.waitSignal(canvas.opened) as opened:
        keys("Return")
    assert opened.args == ["nodes", "filter"]
    keys("Ctrl+Space")
    assert not canvas.selection.parts
    keys("Ctrl+Space")
    assert canvas.selection.parts == Parts.of(nodes=["filter"])


@pytest.mark.req("CAN-55", "CAN-26")
def test_what_follows_is_added_by_keys_alone(
    canvas: CanvasView, model: MemoryModel, keys: Keys, undone: Undone
) -> None:
    canvas.walk.go("nodes", "wait")
    keys("Ctrl+Return")
    QTest.keyClicks(canvas.quick.search, "enrich")
    keys("Return")
    made = next(name for name in model.node_ids() if model.node(name).type == "enrich")
    assert [link.source.node for link in model.graph.edges_in(made)] == ["wait"]
    assert canvas.selection.parts.nodes == {made}
    undone()


@pytest.mark.req("CAN-55", "CAN-27")
def test_a_node_goes_into_a_transition_by_keys_alone(
    canvas: CanvasView, model: MemoryModel, keys: Keys, undone: Undone
) -> None:
    canvas.walk.go("nodes", "filter")
    keys(".", "Ctrl+Return")
    QTest.keyClicks(canvas.quick.search, "enrich")
    keys("Return")
    made = next(name for name in model.node_ids() if model.node(name).type == "enrich")
    assert model.edge("t2").target is not None
    assert [link.id for link in model.graph.edges_in(made)] == ["t2"]
    undone()


@pytest.mark.req("CAN-55", "CAN-30")
def test_two_nodes_are_connected_by_keys_alone(
    canvas: CanvasView, model: MemoryModel, keys: Keys, undone: Undone
) -> None:
    canvas.walk.go("nodes", "query")
    keys("Alt+C")
    QTest.keyClicks(canvas.chooser.search, "wai")
    keys("Return")
    assert [link.source.node for link in model.graph.edges_in("wait")] == ["query"]
    undone()


@pytest.mark.req("CAN-55", "CAN-31")
def test_a_transition_leads_elsewhere_by_keys_alone(
    canvas: CanvasView, model: MemoryModel, keys: Keys, undone: Undone
) -> None:
    canvas.walk.go("nodes", "filter")
    keys(".", "Alt+R")
    QTest.keyClicks(canvas.chooser.search, "wait")
    keys("Return")
    target = model.edge("t2").target
    assert target is not None
    assert target.node == "wait"
    undone()


@pytest.mark.req("CAN-55", "CAN-30")
def test_a_target_that_may_not_be_is_refused_with_its_sentence(
    canvas: CanvasView, model: MemoryModel, keys: Keys
) -> None:
    before = model.text()
    canvas.walk.go("nodes", "query")
    keys("Alt+C")
    QTest.keyClicks(canvas.chooser.search, "filter")
    keys("Return")
    assert canvas.notices.notice.text() == "This input takes one transition only. Remove the present one first."
    assert model.text() == before


@pytest.mark.req("CAN-55", "CAN-48", "CAN-70")
def test_keys_slide_a_label_and_move_a_bend(canvas: CanvasView, model: MemoryModel, keys: Keys, undone: Undone) -> None:
    canvas.walk.go("nodes", "filter")
    keys(".", "Ctrl+Right")
    assert model.edge("t2").label_at == 0.25
    undone()
    keys("Ctrl+Down")
    (point,) = model.edge("t2").points
    assert point[1] == 48
    keys("Alt+Shift+B")
    assert model.edge("t2").points == ()


@pytest.mark.req("CAN-55", "CAN-51")
def test_keys_resize_a_note(qtbot: QtBot) -> None:
    model = MemoryModel([NoteView("memo", "Ask Ann", (0, 0, 216, 96))])
    view = CanvasView(model)
    qtbot.addWidget(view)
    view.walk.go("notes", "memo")
    for name in ("wider", "taller", "taller"):
        view.actions_by_id[f"arrange.{name}"].trigger()
    assert model.note("memo").rect == (0, 0, 228, 120)
    for _ in range(30):
        view.actions_by_id["arrange.narrower"].trigger()
    assert model.note("memo").rect[2] == 72
