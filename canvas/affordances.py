"""The plus buttons: beside each open output of the node in hand, and in the middle of the transition in hand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from canvas.actions import hooked
from canvas.items.hit import EDGE_SPOTS, NODE_SPOTS, PORT_SPOTS, Hit, Spot
from canvas.look import Level
from canvas.routing import STUB
from canvas.style import PORT_RADIUS
from canvas.views import NodeView

if TYPE_CHECKING:
    from canvas.view import CanvasView

_RADIUS = 9.0
_AWAY = 24.0


class Affordances:
    """Which plus buttons show, and what lies under a point of them."""

    def __init__(self, canvas: "CanvasView") -> None:
        self._canvas = canvas
        self._node = ""
        self._edge = ""

    def follow(self, at: QPointF, hit: Hit) -> None:
        """The pointer is here: the part in hand changes when it comes to another, or goes away from this one."""
        node, edge = self._node, self._edge
        if hit.spot in NODE_SPOTS:
            node, edge = hit.id, ""
        elif hit.spot in EDGE_SPOTS:
            node, edge = "", hit.id
        elif not hit and not any((spot - at).manhattanLength() < 3 * _AWAY for spot, _ in self.buttons()):
            node = edge = ""
        if (node, edge) != (self._node, self._edge):
            old = self._area()
            self._node, self._edge = node, edge
            self._canvas.update_area(old.united(self._area()))

    def forget(self) -> None:
        """The graph changed: show nothing until the pointer moves."""
        self._node = self._edge = ""

    def hit(self, at: QPointF, below: Hit) -> Hit:
        """The plus at a point, or what lies below; a port itself is never hidden by a plus."""
        if below.spot in PORT_SPOTS and self._on_port(below, at):
            return below
        for middle, hit in self.buttons():
            away = at - middle
            if away.x() ** 2 + away.y() ** 2 <= (_RADIUS + 2) ** 2:
                return hit
        return below

    def _on_port(self, port: Hit, at: QPointF) -> bool:
        """Whether a point is on the very circle of a port, not only near it."""
        middle = self._canvas.graph_scene.nodes[port.id].port_at(port.port, port.spot is Spot.OUTPUT)
        return (middle - at).manhattanLength() <= 2 * PORT_RADIUS

    def _area(self) -> QRectF:
        area = QRectF()
        for middle, _ in self.buttons():
            area = area.united(QRectF(middle.x() - 14, middle.y() - 14, 28, 28))
        return area

    def buttons(self) -> list[tuple[QPointF, Hit]]:
        """The buttons that show now: their middles, and what a press on them means."""
        canvas = self._canvas
        scene = canvas.graph_scene
        if canvas.look.level is not Level.FULL:
            return []
        found: list[tuple[QPointF, Hit]] = []
        link = scene.edges.get(self._edge)
        if link is not None and link.edge.target is not None and hooked("peek_wanted(QString)")(canvas):
            found.append((link.middle() + QPointF(0, 2 * _RADIUS + 6), Hit(Spot.PEEK, self._edge)))
        if canvas.model.read_only():
            return found
        item = scene.nodes.get(self._node)
        if item is not None:
            used = {edge.edge.source.port: edge.edge for edge in scene.outbound.get(self._node, {}).values()}
            for port in item.node.outputs:
                edge = used.get(port.id)
                if edge is None or edge.target is None:
                    away = _AWAY if edge is None else STUB + _AWAY / 2
                    place = item.port_at(port.id, output=True) + _onward(item.node, away)
                    if not scene.cards_at(place, _RADIUS):  # it would hide what stands there
                        found.append((place, Hit(Spot.PLUS_OUTPUT, self._node, port.id)))
        if link is not None and link.edge.target is not None:
            found.append((link.middle(), Hit(Spot.PLUS_EDGE, self._edge)))
        return found

    def paint(self, painter: QPainter) -> None:
        """Draw the buttons over the scene, in scene coordinates."""
        canvas = self._canvas
        style = canvas.style_in_use
        self._paint_bends(painter)
        for middle, hit in self.buttons():
            if hit.spot is Spot.PLUS_OUTPUT:
                painter.setPen(style.pen(style.tokens.selection, 1.4, dashed=True))
                node = canvas.graph_scene.nodes[hit.id].node
                painter.drawLine(middle - _onward(node, _AWAY - 6), middle - _onward(node, _RADIUS))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.brush(style.tokens.selection))
            painter.drawEllipse(middle, _RADIUS, _RADIUS)
            painter.setPen(style.pen(style.tokens.card, 2.0))
            if hit.spot is Spot.PEEK:
                style.icon("ph.eye", small=True).draw(painter, middle - QPointF(6, 6))
                continue
            painter.drawLine(middle - QPointF(4, 0), middle + QPointF(4, 0))
            painter.drawLine(middle - QPointF(0, 4), middle + QPointF(0, 4))

    def _paint_bends(self, painter: QPainter) -> None:
        """The reroute points of a transition that is selected alone, to take hold of."""
        canvas = self._canvas
        style, chosen = canvas.style_in_use, canvas.look.edges
        if len(chosen) != 1 or canvas.look.level is Level.OVERVIEW:
            return
        painter.setPen(style.pen(style.tokens.selection, 1.6))
        painter.setBrush(style.brush(style.tokens.card))
        for x, y in canvas.graph_scene.edges[next(iter(chosen))].edge.points:
            painter.drawEllipse(QPointF(x, y), 5, 5)


def _onward(node: NodeView, far: float) -> QPointF:
    """A step away from an output, in the direction that the node is read."""
    return QPointF(0, far) if node.down else QPointF(far, 0)
