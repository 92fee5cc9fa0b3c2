"""Cards that are read from top to bottom: transitions leave below and arrive above, and keys follow them down."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.demo.model import MemoryModel
from canvas.items.hit import Spot
from canvas.routing import Routing
from canvas.views import NodeView
from tests.canvas.conftest import edge, node

KEY = Qt.Key


def _down(name: str, kind: str, x: float, y: float) -> NodeView:
    return replace(node(name, kind, x, y), down=True)


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasView:
    """split -> left, below it right; and far below them the end, with a card between."""
    made = CanvasView(
        MemoryModel(
            [
                _down("split", "test", 264.0, 0.0),
                _down("left", "filter", 0.0, 168.0),
                _down("right", "filter", 528.0, 168.0),
                _down("between", "wait", 0.0, 336.0),
                _down("end", "end", 0.0, 504.0),
                edge("t1", "split", "left", "yes"),
                edge("t2", "split", "right", "no"),
                edge("t3", "left", "end"),
            ],
            acyclic=False,
        )
    )
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.req("B2B-85")
@pytest.mark.parametrize("routing", list(Routing))
def test_transitions_leave_below_and_arrive_above(canvas: CanvasView, routing: Routing) -> None:
    scene = canvas.graph_scene
    scene.set_routing(routing)
    for item in scene.edges.values():
        assert item.edge.target is not None
        source, target = scene.nodes[item.edge.source.node].card(), scene.nodes[item.edge.target.node].card()
        way = item.way()
        first, last = way.elementAt(0), way.boundingRect().bottom()
        assert source.left() < first.x < source.right()
        assert first.y >= source.bottom(), "it begins at the lower edge"
        assert last <= target.top(), "it ends at the upper edge"
        assert item.x2 == target.center().x()
        assert not item.crosses(source.adjusted(2, 2, -2, -2))
    assert not scene.edges["t3"].crosses(scene.nodes["between"].card()), "it goes around what stands between"


def test_counts_stand_over_the_card_that_they_lead_to(canvas: CanvasView) -> None:
    scene = canvas.graph_scene
    pills = {name: scene.edges[name].pill() for name in ("t1", "t2")}
    for name, target in (("t1", "left"), ("t2", "right")):
        card = scene.nodes[target].card()
        assert pills[name].center().x() == pytest.approx(card.center().x())
        assert scene.nodes["split"].card().bottom() < pills[name].top()
        assert pills[name].bottom() < card.top()


def test_ports_are_hit_where_they_are_seen(canvas: CanvasView) -> None:
    item = canvas.graph_scene.nodes["split"]
    for port in ("yes", "no"):
        _, hit = item.port_near(item.port_at(port, output=True) + QPointF(0, 3), 8)
        assert (hit.spot, hit.port) == (Spot.OUTPUT, port)
    rect: QRectF = item.card()
    _, nothing = item.port_near(QPointF(rect.right(), rect.center().y()), 8)
    assert not nothing, "no port is at the side any more"


@pytest.mark.req("B2B-85")
def test_keys_follow_the_transitions_down_and_go_through_siblings_sideways(canvas: CanvasView) -> None:
    canvas.setFocus()
    canvas.walk.go("nodes", "left")
    QTest.keyClick(canvas, KEY.Key_Up)
    assert canvas.walk.node == "split"
    canvas.walk.go("nodes", "left")
    QTest.keyClick(canvas, KEY.Key_Right)
    assert canvas.walk.node == "right"
    canvas.walk.go("nodes", "left")
    QTest.keyClick(canvas, KEY.Key_Down)
    assert canvas.walk.node == "end"
