"""Reconnect: take the end of a transition to another port; dropped in empty space, the transition is removed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from canvas.gestures.connect import ConnectGesture
from canvas.gestures.gesture import Pointer
from canvas.items.hit import Hit, Spot
from canvas.requests import Delete, Reconnect
from canvas.views import Parts, PortRef

if TYPE_CHECKING:
    from canvas.view import CanvasView


class ReconnectGesture(ConnectGesture):
    """The other end stays where it is."""

    @classmethod
    def offers(cls, canvas: "CanvasView", start: Pointer, hit: Hit) -> bool:
        left = bool(start.buttons & Qt.MouseButton.LeftButton)
        return left and hit.spot in (Spot.EDGE_TARGET, Spot.EDGE_SOURCE)

    def fixed_end(self) -> tuple[PortRef, bool]:
        edge = self.canvas.graph_scene.edges[self.hit.id].edge
        self.edge = edge.id
        if self.hit.spot is Spot.EDGE_SOURCE and edge.target is not None:
            return edge.target, False
        return edge.source, True

    def land(self, other: PortRef) -> None:
        edge = self.canvas.graph_scene.edges[self.edge].edge
        if other != (edge.target if self.from_output else edge.source):
            ends = {"target": other} if self.from_output else {"source": other}
            self.canvas.ask(Reconnect(self.edge, **ends))

    def drop_in_space(self, pointer: Pointer) -> None:
        self.canvas.ask(Delete(Parts.of(edges=[self.edge])))
