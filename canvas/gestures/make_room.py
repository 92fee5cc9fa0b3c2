"""Make room: Alt and drag on empty space pushes all that lies right of (or below) the start, the flow kept in order."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter

from canvas.gestures.gesture import Gesture, Pointer
from canvas.items.hit import Hit
from canvas.requests import Move
from canvas.style import GRID
from canvas.views import Parts, Point

if TYPE_CHECKING:
    from canvas.view import CanvasView


class MakeRoomGesture(Gesture):
    """The first direction decides: sideways moves what is to the right, down moves what is below."""

    cursor = Qt.CursorShape.SplitHCursor

    @classmethod
    def offers(cls, canvas: "CanvasView", start: Pointer, hit: Hit) -> bool:
        return bool(start.buttons & Qt.MouseButton.LeftButton) and start.alt and not start.shift and not hit

    def begin(self) -> None:
        self._sideways: bool | None = None
        self._nodes: dict[str, Point] = {}
        self._notes: dict[str, Point] = {}
        self._frames: dict[str, Point] = {}
        self._step = 0.0

    def _choose(self, sideways: bool) -> None:
        scene, at = self.canvas.graph_scene, self.start.at
        self._sideways = sideways

        def beyond(place: QPointF) -> bool:
            return place.x() >= at.x() if sideways else place.y() >= at.y()

        shelves = (scene.nodes, scene.notes, scene.frames)
        nodes, notes, frames = (
            [name for name, item in shelf.items() if item.isVisible() and beyond(item.pos())] for shelf in shelves
        )
        parts = scene.folding.with_contents(Parts.of(nodes, notes=notes, frames=frames))
        self._nodes = {name: (scene.nodes[name].x(), scene.nodes[name].y()) for name in parts.nodes}
        self._notes = {name: (scene.notes[name].x(), scene.notes[name].y()) for name in parts.notes}
        self._frames = {name: (scene.frames[name].x(), scene.frames[name].y()) for name in parts.frames}
        scene.overview.lift(self._nodes, {edge for node in self._nodes for edge in scene.edges_of(node)})

    def update(self, pointer: Pointer) -> None:
        away = pointer.at - self.start.at
        if self._sideways is None:
            self._choose(abs(away.x()) >= abs(away.y()))
        step = round((away.x() if self._sideways else away.y()) / GRID) * GRID
        if step != self._step:
            self._step = step
            self._show()

    def _moved(self, places: dict[str, Point]) -> dict[str, Point]:
        x, y = (self._step, 0.0) if self._sideways else (0.0, self._step)
        return {name: (place[0] + x, place[1] + y) for name, place in places.items()}

    def _show(self) -> None:
        scene = self.canvas.graph_scene
        for name, place in self._moved(self._notes).items():
            scene.notes[name].setPos(*place)
        for name, place in self._moved(self._frames).items():
            scene.frames[name].setPos(*place)
        scene.show_at(self._moved(self._nodes))
        self.canvas.viewport().update()

    def commit(self, pointer: Pointer) -> None:
        if self._step and (self._nodes or self._notes or self._frames):
            moved = self._moved(self._nodes), self._moved(self._notes), self._moved(self._frames)
            if not self.canvas.ask(Move(*moved, reason="make-room")):
                self.cancel()

    def cancel(self) -> None:
        self._step = 0.0
        self._show()

    def finish(self) -> None:
        self.canvas.graph_scene.overview.settle()
        self.canvas.viewport().update()

    def paint(self, painter: QPainter) -> None:
        style = self.canvas.style_in_use
        painter.setPen(style.pen(style.tokens.guide, 1.4 / self.canvas.scale_in_use, dashed=True))
        seen = self.canvas.visible_area()
        here = self.start.at
        if self._sideways is False:
            painter.drawLine(QLineF(seen.left(), here.y() + self._step, seen.right(), here.y() + self._step))
        else:
            painter.drawLine(QLineF(here.x() + self._step, seen.top(), here.x() + self._step, seen.bottom()))
