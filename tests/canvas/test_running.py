"""What moves while something runs, first rows behind a count, and the way back through all steps."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.demo.model import MemoryModel
from canvas.demo.window import DemoWindow
from canvas.items.hit import Spot
from canvas.navigation import Place
from canvas.pulse import Pulse
from canvas.requests import Delete, Move, Rename
from canvas.views import Count, CountState, Parts, RunState, Status
from tests.canvas.conftest import NO_BUTTON, Hands, small_graph

Keys = Callable[..., None]


@pytest.fixture
def lively(canvas: CanvasView) -> CanvasView:
    """A canvas whose user does not mind motion."""
    canvas.glide.enabled = True
    return canvas


def _beats(canvas: CanvasView, times: int = 3) -> int:
    """How far the phase moves in so many beats."""
    before = canvas.look.beat
    for _ in range(times):
        canvas.grab()
        canvas.overlays.pulse.beat()
    return canvas.look.beat - before


# Run states


@pytest.mark.req("CAN-75")
def test_one_timer_beats_while_something_visible_runs(lively: CanvasView, model: MemoryModel, qtbot: QtBot) -> None:
    pulse = lively.overlays.pulse
    assert not pulse.active
    model.set_statuses({"filter": Status(RunState.RUNNING), "union": Status(RunState.RUNNING, 0.4)})
    lively.grab()
    assert pulse.active
    before = lively.look.beat
    qtbot.waitUntil(lambda: lively.look.beat > before + 2, timeout=10_000)
    assert len(lively.findChildren(Pulse)) == 1
    model.set_statuses({"filter": Status(RunState.DONE), "union": Status(RunState.FAILED)})
    assert _beats(lively) <= 1, "what was painted as running before ends with the next beat"
    assert _beats(lively) == 0
    assert not pulse.active


@pytest.mark.req("CAN-75")
def test_nothing_beats_for_what_is_out_of_sight_or_far_away(lively: CanvasView, model: MemoryModel) -> None:
    pulse = lively.overlays.pulse
    model.set_counts({"t1": Count(CountState.COMPUTING, 12)})
    assert _beats(lively) == 3
    lively.go_to(Place(9000, 9000, 1.0))
    assert _beats(lively, 1) == 0
    assert not pulse.active
    lively.go_to(Place(720, 200, 1.0))
    lively.grab()
    assert pulse.active, "it wakes when the view comes back"
    lively.go_to(Place(720, 200, 0.2))
    assert _beats(lively, 1) == 0
    assert not pulse.active


@pytest.mark.req("CAN-75", "CAN-65")
def test_whoever_wants_less_motion_sees_none(canvas: CanvasView, model: MemoryModel) -> None:
    canvas.glide.enabled = False
    model.set_statuses({"filter": Status(RunState.RUNNING)})
    canvas.grab()
    assert not canvas.overlays.pulse.active


@pytest.mark.req("CAN-75")
def test_the_beat_rests_during_a_gesture(lively: CanvasView, model: MemoryModel, hands: Hands) -> None:
    model.set_statuses({"filter": Status(RunState.RUNNING)})
    lively.grab()
    hands.hold((900, 36), (1000, 200))
    assert _beats(lively) == 0
    assert lively.overlays.pulse.active
    hands.key(Qt.Key.Key_Escape)
    assert _beats(lively) == 3


@pytest.mark.req("CAN-75")
def test_only_what_runs_is_painted_again(lively: CanvasView, model: MemoryModel, qtbot: QtBot) -> None:
    model.set_statuses({"filter": Status(RunState.RUNNING)})
    qtbot.waitUntil(lambda: lively.look.beat > 1, timeout=10_000)
    paints, beats = lively.look.paints, lively.look.beat
    qtbot.waitUntil(lambda: lively.look.beat > beats + 3, timeout=10_000)
    assert (lively.look.paints - paints) / (lively.look.beat - beats) <= 3


@pytest.mark.req("CAN-75")
def test_what_turns_looks_different_with_each_beat(lively: CanvasView, model: MemoryModel) -> None:
    model.set_statuses({"filter": Status(RunState.RUNNING)})
    model.set_counts({"t2": Count(CountState.COMPUTING, 12)})
    one = lively.viewport().grab().toImage()
    _beats(lively, 2)
    assert lively.viewport().grab().toImage() != one


@pytest.mark.req("CAN-75")
def test_what_ran_and_was_deleted_stops_the_beat(lively: CanvasView, model: MemoryModel) -> None:
    model.set_statuses({"filter": Status(RunState.RUNNING)})
    model.ask(Delete(Parts.of(nodes=["filter"])))
    assert _beats(lively, 1) == 0
    model.undo()
    assert _beats(lively, 1) == 1


# Peek


@pytest.fixture
def peeked(qtbot: QtBot) -> DemoWindow:
    model = MemoryModel(small_graph())
    model.set_counts({"t1": Count(CountState.EXACT, 3, "people"), "t2": Count(CountState.EXACT, 5_000, "people")})
    window = DemoWindow(model)
    qtbot.addWidget(window)
    window.canvas.glide.enabled = False
    with qtbot.waitExposed(window):
        window.show()
    window.canvas.go_to(Place(720, 200, 1.0))
    return window


@pytest.mark.req("CAN-77")
def test_the_pointer_can_go_to_the_first_rows_and_open_the_table(peeked: DemoWindow, qtbot: QtBot) -> None:
    canvas, peek = peeked.canvas, peeked.canvas.overlays.peek
    QTest.mouseMove(canvas.viewport(), canvas.viewport().rect().center())
    canvas.walk.go("edges", "t1")
    canvas.actions_by_id["show.peek"].trigger()
    qtbot.waitUntil(lambda: peek.table.rowCount() == 3, timeout=10_000)
    QTest.mouseMove(peek.whole, peek.whole.rect().center())
    assert peek.isVisible()
    with qtbot.waitSignal(canvas.opened, timeout=10_000) as opened:
        QTest.mouseClick(peek.whole, Qt.MouseButton.LeftButton)
    assert opened.args == ["edges", "t1"]
    assert not peek.isVisible()


@pytest.mark.req("CAN-77", "CAN-55")
def test_a_key_shows_the_first_rows_and_esc_leads_back(peeked: DemoWindow, qtbot: QtBot) -> None:
    canvas, peek = peeked.canvas, peeked.canvas.overlays.peek
    canvas.setFocus()
    canvas.walk.go("edges", "t1")
    canvas.actions_by_id["show.peek"].trigger()
    assert peek.isVisible()
    assert "3 people" in peek.title.text()
    assert peek.said.text() == "Being read…"
    qtbot.waitUntil(lambda: peek.table.rowCount() == 3, timeout=10_000)
    cell = peek.table.item(1, 1)
    assert cell is not None
    assert cell.text() == "Person 1"
    QTest.keyClick(peek, Qt.Key.Key_Escape)
    assert not peek.isVisible()


@pytest.mark.req("CAN-77")
def test_the_eye_on_a_transition_peeks_and_the_button_opens_the_table(peeked: DemoWindow) -> None:
    canvas, peek = peeked.canvas, peeked.canvas.overlays.peek
    hands = Hands(canvas)
    hands.move(canvas.graph_scene.edges["t2"].middle(), button=NO_BUTTON)
    eye = next(at for at, hit in canvas.affordances.buttons() if hit.spot is Spot.PEEK)
    hands.click(eye)
    assert peek.isVisible()
    assert peek.edge == "t2"
    pill = canvas.viewportTransform().mapRect(canvas.graph_scene.edges["t2"].pill()).toAlignedRect()
    assert not peek.geometry().intersects(pill)
    opened: list[tuple[str, str]] = []
    canvas.opened.connect(lambda kind, name: opened.append((kind, name)))
    peek.whole.click()
    assert opened == [("edges", "t2")]
    assert not peek.isVisible()


@pytest.mark.req("CAN-77")
def test_a_late_answer_is_dropped(peeked: DemoWindow) -> None:
    peek = peeked.canvas.overlays.peek
    peek.ask("t2")
    peek.show_rows("t1", ["A"], [["1"]])
    assert peek.said.text() == "Being read…"
    peek.tell("t2", "Count first.")
    assert peek.said.text() == "Count first."
    peeked.model.ask(Delete(Parts.of(edges=["t2"])))
    assert not peek.isVisible()
    peeked.show_rows("t2")


@pytest.mark.req("CAN-77", "CAN-89")
def test_without_a_program_that_has_rows_there_is_nothing_to_peek_at(
    canvas: CanvasView, hands: Hands, model: MemoryModel
) -> None:
    canvas.walk.go("edges", "t1")
    assert not canvas.actions_by_id["show.peek"].isEnabled()
    hands.move(canvas.graph_scene.edges["t2"].middle(), button=NO_BUTTON)
    assert Spot.PEEK not in {hit.spot for _, hit in canvas.affordances.buttons()}
    model.lock("Locked.")
    canvas.peek_wanted.connect(lambda _edge: None)
    assert [hit.spot for _, hit in canvas.affordances.buttons()] == [Spot.PEEK]


# Undo


@pytest.mark.req("CAN-81")
def test_the_view_goes_to_what_undo_changed_out_of_sight(canvas: CanvasView, model: MemoryModel, keys: Keys) -> None:
    model.ask(Rename("filter", "Adults"))
    here = canvas.place()
    keys("Ctrl+Z")
    assert canvas.place() == here, "in sight: the view stays"
    canvas.go_to(Place(2330, 200, 1.0))
    keys("Ctrl+Y")
    assert model.node("filter").title == "Adults"
    assert canvas.visible_area().contains(canvas.graph_scene.nodes["filter"].card())
    keys("Alt+Left")
    assert round(canvas.place().x) == 2330, "and there is a way back"


@pytest.mark.req("CAN-81", "CAN-55")
def test_the_history_lists_all_steps_and_goes_to_any(canvas: CanvasView, model: MemoryModel, keys: Keys) -> None:
    texts = [model.text()]
    for title in ("One", "Two", "Three"):
        model.ask(Rename("filter", title))
        model.ask(Move({"wait": (408.0, 240.0 + 24 * len(texts))}))
        texts.append(model.text())
    keys("Ctrl+Alt+Z")
    history = canvas.overlays.history
    assert [history.list.item(row).text() for row in range(history.list.count())] == [
        "Move", "Rename", "Move", "Rename", "Move", "Rename", "As it was opened",
    ]  # fmt: skip
    assert history.list.currentRow() == 0
    history.list.setCurrentRow(4)
    QTest.keyClick(history.search, Qt.Key.Key_Return)
    assert model.text() == texts[1]
    keys("Ctrl+Alt+Z")
    assert history.list.currentRow() == 4
    history.list.setCurrentRow(6)
    history.choose()
    assert model.text() == texts[0]
    assert not canvas.actions_by_id["edit.undo"].isEnabled()
    keys("Ctrl+Alt+Z")
    history.list.setCurrentRow(0)
    history.choose()
    assert model.text() == texts[3]


@pytest.mark.req("CAN-81", "CAN-89")
def test_a_locked_canvas_has_no_history_to_go_through(canvas: CanvasView, model: MemoryModel) -> None:
    model.ask(Rename("filter", "One"))
    model.lock("Locked.")
    assert not canvas.actions_by_id["edit.history"].isEnabled()
