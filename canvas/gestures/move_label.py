"""Move a transition's label along its way by dragging the pill."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from canvas.gestures.gesture import Gesture, Pointer
from canvas.items.hit import Hit, Spot
from canvas.requests import SetEdge
from canvas.views import EdgeView

if TYPE_CHECKING:
    from canvas.view import CanvasView

_STEPS = 40


class MoveLabelGesture(Gesture):
    """The pill slides along its own transition and never leaves it."""

    cursor = Qt.CursorShape.SizeHorCursor

    @classmethod
    def offers(cls, canvas: "CanvasView", start: Pointer, hit: Hit) -> bool:
        return bool(start.buttons & Qt.MouseButton.LeftButton) and hit.spot is Spot.PILL

    def begin(self) -> None:
        self._item = self.canvas.graph_scene.edges[self.hit.id]
        self._before: EdgeView = self._item.edge
        self._at: float | None = None

    def update(self, pointer: Pointer) -> None:
        way = self._item.way()
        nearest = min(
            range(_STEPS + 1),
            key=lambda step: (way.pointAtPercent(step / _STEPS) - pointer.at).manhattanLength(),
        )
        self._at = min(max(nearest / _STEPS, 0.05), 0.95)
        self._show(self._at)

    def _show(self, at: float | None) -> None:
        edge = self._before
        self._item.show_edge(EdgeView(edge.id, edge.source, edge.target, edge.label, edge.points, at, edge.disabled))

    def commit(self, pointer: Pointer) -> None:
        if self._at is None or not self.canvas.ask(SetEdge(self._before.id, label_at=self._at)):
            self.cancel()

    def cancel(self) -> None:
        self._show(self._before.label_at)
