"""Moving around: pinch, glide, zoom box, minimap, bookmarks, the way back, and the view restored on reopening."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.bookmarks import ViewState
from canvas.demo.generate import graph
from canvas.demo.model import MemoryModel
from canvas.minimap import Minimap
from canvas.navigation import Place
from canvas.requests import Delete, Move
from canvas.views import Parts, RunState, Status
from canvas.zoom_box import ZoomBox
from tests.canvas.conftest import LEFT, NO_BUTTON, NO_KEY, Hands

Keys = Callable[..., None]


def close(one: Place, other: Place, by: float = 2.0) -> bool:
    """Whether two viewpoints are the same up to pixels."""
    return max(abs(one.x - other.x), abs(one.y - other.y)) <= by / one.zoom and abs(one.zoom / other.zoom - 1) < 0.001


@pytest.mark.req("CAN-4")
def test_a_pinch_zooms_at_the_fingers(canvas: CanvasView, hands: Hands) -> None:
    under = hands.screen((500, 60))
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, under, under,
        QPointF(canvas.viewport().mapToGlobal(under.toPoint())), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)
    assert canvas.zoom == 1.25
    assert (canvas.to_scene(under).x(), canvas.to_scene(under).y()) == pytest.approx((500, 60), abs=1.5)


@pytest.mark.req("CAN-7")
def test_the_zoom_reaches_from_five_thousand_nodes_to_four_hundred_percent(qtbot: QtBot) -> None:
    view = CanvasView(MemoryModel(graph(5000)))
    qtbot.addWidget(view)
    view.resize(1600, 1000)
    view.fit(view.graph_scene.content())
    assert view.visible_area().contains(view.graph_scene.content())
    view.set_zoom(100.0)
    assert view.zoom == 4.0
    view.set_zoom(0.0)
    assert view.zoom == 0.02


def test_a_graph_that_is_seen_whole_needs_no_scroll_bars(canvas: CanvasView) -> None:
    canvas.moved.connect(canvas.hide_needless_bars)
    bars = canvas.horizontalScrollBar(), canvas.verticalScrollBar()

    canvas.fit(canvas.graph_scene.content())
    assert not any(bar.isVisible() for bar in bars)
    canvas.set_zoom(4.0)
    assert all(bar.isVisible() for bar in bars)


@pytest.mark.req("CAN-6")
def test_fitting_glides_for_less_than_a_fifth_of_a_second(canvas: CanvasView, keys: Keys, qtbot: QtBot) -> None:
    canvas.glide.enabled = True
    canvas.go_to(Place(5000, 5000, 3.0))
    goal = canvas.fitting(canvas.graph_scene.content())
    seen: list[Place] = []
    canvas.moved.connect(lambda: seen.append(canvas.place()))
    keys("1")
    assert canvas.glide.running
    qtbot.waitUntil(lambda: not canvas.glide.running, timeout=2000)
    assert close(canvas.place(), goal)
    between = [place for place in seen if goal.zoom * 1.01 < place.zoom < 2.99]
    assert between
    assert [place.zoom for place in between] == sorted((place.zoom for place in between), reverse=True)


@pytest.mark.req("CAN-6", "CAN-65")
def test_reduced_motion_jumps_and_the_wheel_ends_a_glide(canvas: CanvasView, hands: Hands, keys: Keys) -> None:
    canvas.go_to(Place(5000, 5000, 3.0))
    keys("1")
    assert not canvas.glide.running
    assert close(canvas.place(), canvas.fitting(canvas.graph_scene.content()))
    canvas.glide.enabled = True
    canvas.go_to(Place(5000, 5000, 3.0))
    keys("1")
    hands.wheel(1, (5000, 5000))
    assert not canvas.glide.running
    assert canvas.zoom > 2


@pytest.mark.req("CAN-5")
def test_the_zoom_box_shows_presets_and_takes_any_number(canvas: CanvasView, qtbot: QtBot) -> None:
    box = ZoomBox(canvas)
    qtbot.addWidget(box)
    assert box.currentText() == "100 %"
    canvas.set_zoom(0.5)
    assert box.currentText() == "50 %"
    field = box.lineEdit()
    assert field is not None
    for typed, zoom in (("137", 1.37), ("62,5 %", 0.625), ("a lot", 0.625), ("-5", 0.625), ("nan", 0.625), ("1e5", 4)):
        field.selectAll()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert canvas.zoom == pytest.approx(zoom), typed
    box.activated.emit(box.findData(200))
    assert canvas.zoom == 2.0
    box.activated.emit(box.findData("view.fit"))
    assert canvas.visible_area().contains(canvas.graph_scene.content())


@pytest.mark.req("CAN-10")
def test_bookmarks_and_the_way_back_by_keys(canvas: CanvasView, keys: Keys) -> None:
    first, second = Place(720, 200, 1.0), Place(9000, -500, 0.5)
    canvas.go_to(first)
    keys("Ctrl+Alt+1")
    canvas.go_to(second)
    assert not canvas.actions_by_id["place.go-2"].isEnabled()
    keys("Ctrl+Alt+2", "Alt+1")
    assert close(canvas.place(), first)
    keys("Alt+2")
    assert close(canvas.place(), second)
    keys("Alt+Left")
    assert close(canvas.place(), first)
    keys("Alt+Right")
    assert close(canvas.place(), second)


@pytest.mark.req("CAN-12")
def test_a_document_is_reopened_as_it_was_left(canvas: CanvasView, model: MemoryModel, qtbot: QtBot) -> None:
    canvas.go_to(Place(400, 130, 1.75))
    canvas.selection.set(Parts.of(nodes=["filter", "wait"], edges=["t1"]))
    canvas.bookmarks[3] = Place(1, 2, 0.5)
    kept = json.dumps(ViewState.of(canvas).to_json())
    model.ask(Delete(Parts.of(nodes=["wait"])))

    again = CanvasView(model)
    qtbot.addWidget(again)
    again.resize(1800, 900)
    again.show()
    state = ViewState.from_json(json.loads(kept))
    assert state is not None
    state.restore(again)
    assert close(again.place(), Place(400, 130, 1.75))
    assert again.selection.parts == Parts.of(nodes=["filter"], edges=["t1"])
    assert again.bookmarks == {3: Place(1, 2, 0.5)}


@pytest.mark.req("CAN-12")
@pytest.mark.parametrize(
    "hostile",
    [
        None, [], {}, "x", {"place": [1, 2], "selection": {}, "bookmarks": {}},
        {"place": [1, 2, float("nan")], "selection": {}, "bookmarks": {}},
        {"place": [1, 2, 1], "selection": {"people": ["x"]}, "bookmarks": {}},
        {"place": [1, 2, 1], "selection": {"nodes": 5}, "bookmarks": {}},
        {"place": [1, 2, 1], "selection": {}, "bookmarks": {"one": [1, 2, 3]}},
    ],
)  # fmt: skip
def test_a_state_that_is_none_is_ignored(hostile: object) -> None:
    assert ViewState.from_json(hostile) is None


@pytest.mark.req("CAN-13")
def test_content_may_go_anywhere_and_the_scroll_bars_follow(canvas: CanvasView, model: MemoryModel) -> None:
    model.ask(Move({"read": (-20000.0, -9000.0), "end": (30000.0, 12000.0)}))
    for name in ("read", "end"):
        canvas.centre_on(canvas.graph_scene.nodes[name].card())
        middle = canvas.visible_area().center()
        card = canvas.graph_scene.nodes[name].card().center()
        assert (middle.x(), middle.y()) == pytest.approx((card.x(), card.y()), abs=2)
    bar = canvas.horizontalScrollBar()
    assert bar.maximum() - bar.minimum() > 50000


@pytest.mark.req("CAN-11")
def test_a_part_is_brought_to_the_middle_and_one_comes_back(canvas: CanvasView) -> None:
    before = canvas.place()
    canvas.centre_on(canvas.graph_scene.nodes["end"].card())
    middle = canvas.visible_area().center()
    assert (middle.x(), middle.y()) == pytest.approx((1332, 36), abs=2)
    canvas.actions_by_id["view.back"].trigger()
    assert close(canvas.place(), before)


class TestMinimap:
    @pytest.fixture
    def minimap(self, canvas: CanvasView, qtbot: QtBot) -> Minimap:
        with qtbot.waitExposed(canvas):
            canvas.actions_by_id["view.minimap"].trigger()
        canvas.minimap.grab()
        return canvas.minimap

    def send(self, minimap: Minimap, kind: QEvent.Type, at: QPointF, held: Qt.MouseButton = LEFT) -> None:
        button = NO_BUTTON if kind == QEvent.Type.MouseMove else LEFT
        QApplication.sendEvent(minimap, QMouseEvent(kind, at, at, button, held, NO_KEY))

    @pytest.mark.req("CAN-8")
    def test_a_click_jumps_there_and_the_way_back_leads_home(self, canvas: CanvasView, minimap: Minimap) -> None:
        canvas.go_to(Place(0, 0, 2.0))
        minimap.renew()
        minimap.grab()
        start = canvas.place()
        goal = canvas.graph_scene.nodes["end"].card().center()
        at = minimap.view_to_map().map(goal)
        self.send(minimap, QEvent.Type.MouseButtonPress, at)
        self.send(minimap, QEvent.Type.MouseButtonRelease, at)
        assert close(canvas.place(), Place(goal.x(), goal.y(), 2.0), by=4)
        canvas.actions_by_id["view.back"].trigger()
        assert close(canvas.place(), start)

    @pytest.mark.req("CAN-8")
    def test_the_frame_is_dragged_with_the_view(self, canvas: CanvasView, minimap: Minimap) -> None:
        canvas.go_to(Place(300, 100, 2.0))
        minimap.renew()
        minimap.grab()
        before, start = canvas.place(), minimap.frame().center() + QPointF(5, 3)
        scale = minimap.view_to_map().m11()
        self.send(minimap, QEvent.Type.MouseButtonPress, start)
        assert canvas.place() == before
        self.send(minimap, QEvent.Type.MouseMove, start + QPointF(20, 10))
        self.send(minimap, QEvent.Type.MouseButtonRelease, start + QPointF(20, 10))
        assert close(canvas.place(), Place(before.x + 20 / scale, before.y + 10 / scale, 2.0), by=4)
        self.send(minimap, QEvent.Type.MouseMove, start, NO_BUTTON)
        assert close(canvas.place(), Place(before.x + 20 / scale, before.y + 10 / scale, 2.0), by=4)

    @pytest.mark.req("CAN-8")
    def test_the_wheel_zooms_as_on_the_canvas(self, canvas: CanvasView, minimap: Minimap) -> None:
        at = QPointF(minimap.rect().center())
        event = QWheelEvent(at, at, QPoint(), QPoint(0, 120), NO_BUTTON, NO_KEY, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(minimap, event)
        assert canvas.zoom == pytest.approx(1.0015**120)

    @pytest.mark.req("CAN-8")
    def test_it_follows_the_graph_and_its_run_states_and_is_told_when_hidden(
        self, canvas: CanvasView, minimap: Minimap, model: MemoryModel, qtbot: QtBot
    ) -> None:
        failed = canvas.style_in_use.tokens.states["error"].ink

        def colours() -> set[str]:
            picture = minimap.grab().toImage()
            return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}

        canvas.go_to(Place(-3000, 0, 1.0))  # the frame would tint what it lies over
        assert failed not in colours()
        model.set_statuses({"end": Status(RunState.FAILED)})
        qtbot.waitUntil(lambda: failed in colours(), timeout=2000)
        with qtbot.waitSignal(minimap.shown) as told:
            canvas.actions_by_id["view.minimap"].trigger()
        assert told.args == [False]
        assert not minimap.isVisible()

    @pytest.mark.req("CAN-8")
    def test_it_keeps_to_the_corner_and_an_empty_graph_is_no_trouble(self, qtbot: QtBot) -> None:
        view = CanvasView(MemoryModel())
        qtbot.addWidget(view)
        view.resize(900, 600)
        view.show()
        view.minimap.toggle()
        view.minimap.grab()
        view.resize(700, 500)
        view.scroll_by(40, 30)
        room = view.viewport().geometry()
        assert (room.right() - view.minimap.geometry().right(), room.bottom() - view.minimap.geometry().bottom()) == (
            12, 12,
        )  # fmt: skip
        assert view.minimap.frame().isValid()


@pytest.mark.req("CAN-6")
def test_fitting_shows_what_is_left_and_not_where_something_was(canvas: CanvasView, keys: Keys) -> None:
    before = canvas.graph_scene.content()
    name = next(iter(canvas.graph_scene.nodes))
    canvas.ask(Move({name: (90_000.0, 0.0)}))
    assert canvas.graph_scene.content().right() > 90_000
    canvas.ask(Delete(Parts.of([name])))
    assert canvas.graph_scene.content().right() <= before.right()
    keys("1")
    assert canvas.place().zoom > 0.2
    canvas.ask(Delete(canvas.graph_scene.everything()))
    assert canvas.graph_scene.content().isEmpty()
