"""Cards close together: whatever is seen can be taken hold of, with pills, buttons and neighbours all around it."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.demo.model import MemoryModel
from canvas.gestures.connect import ConnectGesture
from canvas.items.node import NodeItem
from canvas.navigation import Place
from canvas.style import PORT_RADIUS
from canvas.views import EdgeView, NodeView
from tests.canvas.conftest import Hands, edge, node

_KINDS = ("read", "filter", "split", "union", "end", "wait")


def _ports(canvas: CanvasView) -> Iterator[tuple[NodeItem, str, bool, QPointF]]:
    for item in canvas.graph_scene.nodes.values():
        for output, ports in ((True, item.node.outputs), (False, item.node.inputs)):
            for port in ports:
                yield item, port.id, output, item.port_at(port.id, output)


def _seen(canvas: CanvasView, item: NodeItem, at: QPointF) -> bool:
    """Whether no card that lies higher comes near the middle of a port, and no other port is as near to the pixel."""
    rows = list(canvas.graph_scene.nodes.values())
    above = rows[rows.index(item) + 1 :]
    near = QRectF(at.x() - 2, at.y() - 2, 4, 4)
    alone = [place for _, _, _, place in _ports(canvas) if (place - at).manhattanLength() < 2 * PORT_RADIUS]
    return len(alone) == 1 and not any(other.card().intersects(near) for other in above)


def _apart(item: NodeItem, at: QPointF) -> float:
    return (item.card().center() - at).manhattanLength()


_SIDE_BY_SIDE = [(20 * index, 0, "filter") for index in range(4)] + [(20 * index, 8, "split") for index in range(4)]
_STAIRS = [(18 * (index % 4), index + 8 * (index // 4), "filter") for index in range(8)]


@example(places=_SIDE_BY_SIDE, zoom=1.0)
@example(places=_STAIRS, zoom=0.65)
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    places=st.lists(st.tuples(st.integers(0, 46), st.integers(0, 22), st.sampled_from(_KINDS)), min_size=8, max_size=8),
    zoom=st.sampled_from((0.65, 1.0, 1.6)),
)
def test_every_port_that_is_seen_can_be_taken_hold_of(
    qtbot: QtBot, places: list[tuple[int, int, str]], zoom: float
) -> None:
    parts: list[NodeView | EdgeView] = [
        node(f"n{index}", kind, 12.0 * x, 12.0 * y) for index, (x, y, kind) in enumerate(places)
    ]
    sources = [part for part in parts if isinstance(part, NodeView) and part.outputs]
    targets = [part for part in parts if isinstance(part, NodeView) and part.inputs]
    if sources and targets and sources[0].id != targets[-1].id:  # a pill and its line cross the crowd
        parts.append(edge("t", sources[0].id, targets[-1].id, sources[0].outputs[0].id, targets[-1].inputs[0].id))
    canvas = CanvasView(MemoryModel(parts))
    qtbot.addWidget(canvas)
    canvas.resize(1500, 900)
    canvas.show()
    canvas.go_to(Place(380, 180, zoom))
    hands = Hands(canvas)
    for item, port, output, at in list(_ports(canvas)):
        pixel = canvas.to_scene(hands.screen(at))
        if not _seen(canvas, item, pixel):
            continue
        others = sorted(canvas.graph_scene.nodes.values(), key=lambda other: _apart(other, at))
        for other in (item, next(other for other in others if other is not item)):  # its own plus buttons, and others
            hands.move(other.card().center())
        hands.move(at)
        hands.press(at)
        hands.move(at + QPointF(40, 60) / zoom)
        gesture = canvas.dispatcher.current
        assert isinstance(gesture, ConnectGesture), (item.node.id, port, output)
        assert (gesture.port.node, gesture.port.port, gesture.from_output) == (item.node.id, port, output)
        canvas.dispatcher.cancel()
        hands.release(at)
    QApplication.processEvents()


@pytest.mark.req("CAN-26")
def test_a_plus_stands_on_no_other_card(qtbot: QtBot) -> None:
    canvas = CanvasView(MemoryModel([node("a", "read", 0, 0), node("b", "filter", 230, 0), node("c", "read", 0, 200)]))
    qtbot.addWidget(canvas)
    canvas.resize(1200, 700)
    canvas.show()
    hands = Hands(canvas)
    for name, shown in (("a", 0), ("c", 1)):
        hands.move(canvas.graph_scene.nodes[name].card().center())
        assert len(canvas.affordances.buttons()) == shown
