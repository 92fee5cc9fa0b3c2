"""Move all transitions of a port: Ctrl and drag from it to another port of the same direction."""

from typing import TYPE_CHECKING

from canvas.gestures.connect import ConnectGesture
from canvas.gestures.gesture import Pointer
from canvas.items.hit import Hit
from canvas.requests import Answer, MovePort
from canvas.views import PortRef

if TYPE_CHECKING:
    from canvas.view import CanvasView


class MovePortGesture(ConnectGesture):
    """All transitions of the port follow the pointer to the port where they may land."""

    @classmethod
    def offers(cls, canvas: "CanvasView", start: Pointer, hit: Hit) -> bool:
        return start.ctrl and super().offers(canvas, start, hit)

    def fixed_end(self) -> tuple[PortRef, bool]:
        port, output = super().fixed_end()
        self._output = output
        return port, not output

    def begin(self) -> None:
        super().begin()
        self._anchor = self.canvas.graph_scene.nodes[self.port.node].port_at(self.port.port, self._output)

    def _may(self, other: PortRef) -> Answer:
        return self.canvas.model.can(MovePort(self.port, other, self._output))

    def land(self, other: PortRef) -> None:
        self.canvas.ask(MovePort(self.port, other, self._output))

    def drop_in_space(self, pointer: Pointer) -> None:
        """Nothing happens: there is no port here."""
