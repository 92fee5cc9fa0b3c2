"""Smaller promises of the canvas: copies as sharp as originals, no pill where nothing is counted, labels put back."""

from collections.abc import Callable

import numpy
import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas import DARK, LIGHT, CanvasView, Minimap, Palette
from canvas.demo.generate import counts, graph, statuses
from canvas.demo.model import MemoryModel
from canvas.items.hit import Spot
from canvas.navigation import Place
from canvas.requests import SetEdge, SetFrame, SetNode
from canvas.views import Count, CountState, FrameView, Parts
from tests.canvas.conftest import Hands, edge, node

Keys = Callable[..., None]
Undone = Callable[[], None]
Means = numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.float64]]
Pixels = numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.int16]]


@pytest.fixture(scope="module")
def busy(qapp: QApplication) -> CanvasView:
    """A graph with all kinds of cards, pills and states."""
    model = MemoryModel(graph(60))
    model.set_counts(counts(list(model.edge_ids())))
    model.set_statuses(statuses(list(model.node_ids())))
    view = CanvasView(model)
    view.resize(660, 420)
    view.show()
    view.glide.enabled = False
    return view


def _pixels(canvas: CanvasView, ratio: float, stamped: bool) -> Pixels:
    image = QImage(round(640 * ratio), round(400 * ratio), QImage.Format.Format_Grayscale8)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    canvas.look.stamps.in_use = stamped
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    canvas.render(painter, QRectF(0, 0, 640, 400), QRect(0, 0, 640, 400))
    painter.end()
    canvas.look.stamps.in_use = True
    rows = numpy.frombuffer(image.constBits(), numpy.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(numpy.int16)


def _blocks(pixels: Pixels) -> Means:
    """The mean of each square of 20 pixels: what a shift by less than a pixel does not change much."""
    high, wide = pixels.shape[0] // 20, pixels.shape[1] // 20
    squares = pixels[: high * 20, : wide * 20].reshape(high, 20, wide, 20).astype(numpy.float64)
    means: Means = squares.mean(axis=(1, 3))
    return means


def _edges(pixels: Pixels) -> float:
    """How much the picture changes from pixel to pixel: a blurred one changes less."""
    across, down = numpy.diff(pixels, axis=1), numpy.diff(pixels, axis=0)
    return float((across.astype(float) ** 2).sum() + (down.astype(float) ** 2).sum())


@pytest.mark.req("CAN-67")
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_copies_are_as_sharp_as_their_originals(busy: CanvasView, ratio: float, tokens: object) -> None:
    if busy.style_in_use.tokens is not tokens:
        busy.set_tokens(DARK if tokens is DARK else LIGHT)
    for zoom in (0.45, 0.83, 1.0, 1.7):
        busy.go_to(Place(612.4, 301.3, zoom))
        copied, drawn = _pixels(busy, ratio, stamped=True), _pixels(busy, ratio, stamped=False)
        assert drawn.max() - drawn.min() > 100, "nothing is in sight"
        assert numpy.abs(_blocks(copied) - _blocks(drawn)).max() < 24, (zoom, ratio)  # nothing is missing
        assert _edges(copied) > 0.97 * _edges(drawn), (zoom, ratio)
        # The second time from the copies. How a blend is rounded depends on where the picture lies in memory.
        assert numpy.abs(copied - _pixels(busy, ratio, stamped=True)).max() <= 3, (zoom, ratio)


@pytest.mark.req("CAN-69")
def test_where_nothing_is_counted_there_is_no_pill(canvas: CanvasView, model: MemoryModel, hands: Hands) -> None:
    item = canvas.graph_scene.edges["t2"]
    at = item.pill().center()
    assert canvas.hit_at(at).spot is Spot.PILL
    model.set_counts({"t2": Count(CountState.NONE)})
    assert not item.says_something()
    assert canvas.hit_at(at).spot is not Spot.PILL
    shown = canvas.grab().toImage()
    model.set_counts({"t2": Count()})
    assert canvas.grab().toImage() != shown
    assert model.ask(SetEdge("t2", label="orders"))
    model.set_counts({"t2": Count(CountState.NONE)})
    assert item.says_something()  # the label alone


@pytest.mark.req("CAN-70")
@pytest.mark.parametrize("way", ["keys", "menu"])
def test_a_label_that_was_moved_is_put_back(
    canvas: CanvasView, model: MemoryModel, hands: Hands, keys: Keys, way: str
) -> None:
    home = canvas.graph_scene.edges["t2"].pill().topLeft()
    start = canvas.graph_scene.edges["t2"].pill().center()
    canvas.selection.set(Parts.of(edges=["t2"]))
    assert not canvas.actions_by_id["edge.free-label"].isEnabled()
    hands.drag((start.x(), start.y()), (start.x() + 90, start.y()))
    assert model.edge("t2").label_at is not None
    moved = model.text()
    canvas.selection.set(Parts.of(edges=["t2"]))
    if way == "keys":
        keys("Alt+Shift+L")
    else:
        canvas.actions_by_id["edge.free-label"].trigger()
    assert model.edge("t2").label_at is None
    assert canvas.graph_scene.edges["t2"].pill().topLeft() == home
    model.undo()
    assert model.text() == moved


@pytest.mark.req("CAN-50")
class TestDroppingOnACollapsedFrame:
    """A connector that is let go on the card of a frame goes to what is inside."""

    @pytest.fixture
    def model(self) -> MemoryModel:
        parts = [node("read", "read", 0, 0), node("filter", "filter", 408, 0), node("wait", "wait", 408, 120)]
        frame = FrameView("group", "Group", (372, -60, 300, 300), ("filter", "wait"))
        model = MemoryModel([*parts, node("query", "query", 0, 240), frame])
        model.ask(SetFrame("group", collapsed=True))
        return model

    def drop(self, canvas: CanvasView, hands: Hands) -> None:
        middle = canvas.graph_scene.frames["group"].card().center()
        hands.drag((216, 36), (middle.x(), middle.y()))

    def test_of_several_the_user_chooses(self, canvas: CanvasView, model: MemoryModel, hands: Hands) -> None:
        before = model.text()
        self.drop(canvas, hands)
        assert canvas.chooser.isVisible()
        hands.key(Qt.Key.Key_2, text="2", to=canvas.chooser.search)
        (made,) = [model.edge(name) for name in model.edge_ids()]
        assert made.target is not None
        assert (made.source.node, made.target.node) == ("read", "wait")
        model.undo()
        assert model.text() == before

    def test_the_only_open_one_is_taken(self, canvas: CanvasView, model: MemoryModel, hands: Hands) -> None:
        taken = edge("t", "query", "filter")
        assert taken.target is not None
        canvas.connect_ports(taken.source, taken.target)
        self.drop(canvas, hands)
        assert not canvas.chooser.isVisible()
        assert {model.edge(name).target for name in model.edge_ids()} == {
            taken.target,
            edge("u", "read", "wait").target,
        }

    def test_a_frame_that_can_take_nothing_says_so(
        self, canvas: CanvasView, model: MemoryModel, hands: Hands, qtbot: QtBot
    ) -> None:
        middle = canvas.graph_scene.frames["group"].card().center()
        model.lock("")
        model.can_connect = lambda *_ends, edge="": model.can(SetNode(frozenset(["nobody"])))  # type: ignore[method-assign]  # noqa: ARG005
        with qtbot.waitSignal(canvas.announced):
            hands.drag((216, 36), (middle.x(), middle.y()))
        assert not list(model.edge_ids())


@pytest.mark.req("CAN-78")
def test_a_node_that_is_switched_off_is_dimmed_and_lets_its_counts_pass(
    canvas: CanvasView, model: MemoryModel, keys: Keys, undone: Undone
) -> None:
    model.set_counts({"t2": Count(CountState.EXACT, 1_234)})
    canvas.selection.set(Parts.of(["filter"]))
    keys("Ctrl+Shift+D")
    item = canvas.graph_scene.nodes["filter"]
    assert item.node.disabled
    canvas.selection.clear()
    canvas.grab()
    assert canvas.graph_scene.edges["t2"].plain_pen is None or canvas.graph_scene.edges["t2"].plain_pen.style() is (
        Qt.PenStyle.CustomDashLine
    )
    assert canvas.look.count_of("t2").value == 1_234  # the number stays upon it
    assert canvas.graph_scene.edges["t2"].says_something()
    card = item.card().adjusted(70, 4, -8, -4)
    at = canvas.viewportTransform().map(card.topLeft()).toPoint()
    tokens = canvas.style_in_use.tokens
    assert canvas.grab().toImage().pixelColor(at).name() == tokens.ground != tokens.card
    undone()


@pytest.mark.req("CAN-8")
@pytest.mark.req("CAN-72")
def test_the_minimap_shows_populations_and_follows_the_scheme(canvas: CanvasView, model: MemoryModel) -> None:
    minimap = canvas.minimap
    canvas.go_to(Place(720, -700, 2.0))  # the frame on the map covers nothing
    minimap.show()
    model.set_counts({"t1": Count(CountState.EXACT, 10), "t2": Count(CountState.EXACT, 1_000_000)})

    def colours(of: Minimap) -> set[str]:
        of.renew()
        image = of.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    heat = LIGHT.heat[-1]
    assert heat not in colours(minimap)
    canvas.actions_by_id["show.heat"].trigger()
    assert heat in colours(minimap)
    canvas.set_tokens(DARK)
    assert DARK.heat[-1] in colours(minimap)
    canvas.actions_by_id["show.heat"].trigger()
    assert DARK.heat[-1] not in colours(minimap)


@pytest.mark.req("CAN-9")
def test_the_view_scrolls_on_while_something_is_held_at_its_edge(
    canvas: CanvasView, model: MemoryModel, hands: Hands, qtbot: QtBot
) -> None:
    before, text = canvas.place().x, model.text()
    edge_of_view = canvas.visible_area().right() - 4
    for start in ((100.0, 36.0), (216.0, 36.0), (100.0, 520.0)):  # a node, a connector, a box
        hands.hold(start, (edge_of_view, start[1]))
        qtbot.waitUntil(lambda: canvas.place().x > before + 20, timeout=10_000)
        canvas.dispatcher.cancel()
        hands.release((edge_of_view, start[1]))
        canvas.go_to(Place(720, 200, 1.0))
    assert model.text() == text


@pytest.mark.req("CAN-23")
def test_enter_in_the_palette_places_after_the_selected_node_in_a_free_spot(
    canvas: CanvasView, model: MemoryModel, qtbot: QtBot, undone: Undone
) -> None:
    palette = Palette(canvas)
    qtbot.addWidget(palette)
    with qtbot.waitExposed(palette):
        palette.show()
        palette.activateWindow()
    palette.search.setFocus()
    canvas.selection.set(Parts.of(["read"]))
    before = set(model.node_ids())
    palette.search.setText("wait")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    (made,) = set(model.node_ids()) - before
    card = canvas.graph_scene.nodes[made].card()
    assert card.left() > canvas.graph_scene.nodes["read"].card().right()
    others = [item.card() for name, item in canvas.graph_scene.nodes.items() if name != made]
    assert not any(card.intersects(other) for other in others)
    undone()
