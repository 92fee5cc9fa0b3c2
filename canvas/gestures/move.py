"""Drag nodes, notes and frames: Shift keeps to an axis, Alt suspends snapping, Ctrl at the start copies.

A node without transitions that is dropped on a transition is put into it, and what follows is pushed aside.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from canvas.gestures.gesture import Gesture, Pointer
from canvas.items.hit import FRAME_SPOTS, NODE_SPOTS, NOTE_SPOTS, Hit, kind_of
from canvas.placing import room_for_insert
from canvas.requests import Duplicate, InsertOnEdge, Move
from canvas.style import GRID
from canvas.views import Parts, Point

if TYPE_CHECKING:
    from canvas.view import CanvasView


class MoveGesture(Gesture):
    """The whole selection follows the pointer; its transitions follow live."""

    cursor = Qt.CursorShape.SizeAllCursor

    @classmethod
    def offers(cls, canvas: "CanvasView", start: Pointer, hit: Hit) -> bool:
        return bool(start.buttons & Qt.MouseButton.LeftButton) and hit.spot in NODE_SPOTS | NOTE_SPOTS | FRAME_SPOTS

    def begin(self) -> None:
        canvas, scene = self.canvas, self.canvas.graph_scene
        grabbed = Parts.of(**{kind_of(self.hit.spot): [self.hit.id]})
        if not grabbed & canvas.selection.parts:
            canvas.selection.set(canvas.selection.parts | grabbed if self.start.shift else grabbed)
        parts = canvas.selection.parts
        members = [node for frame in parts.frames for node in scene.frames[frame].frame.nodes if node in scene.nodes]
        self._nodes = {name: _place(scene.nodes[name].pos()) for name in parts.nodes | set(members)}
        self._notes = {name: _place(scene.notes[name].pos()) for name in parts.notes}
        self._frames = {name: _place(scene.frames[name].pos()) for name in parts.frames}
        self._copying = self.start.ctrl
        self._by: Point = (0.0, 0.0)
        self._edge = ""
        self._anchor = _place(QPointF(*self._first()))
        scene.overview.lift(self._nodes, {edge for node in self._nodes for edge in scene.edges_of(node)})

    def _first(self) -> Point:
        for shelf in (self._nodes, self._notes, self._frames):
            if self.hit.id in shelf:
                return shelf[self.hit.id]
        return (0.0, 0.0)

    def update(self, pointer: Pointer) -> None:
        x, y = pointer.at.x() - self.start.at.x(), pointer.at.y() - self.start.at.y()
        if pointer.shift:
            x, y = (x, 0.0) if abs(x) >= abs(y) else (0.0, y)
        if self.canvas.snapping and not pointer.alt:
            x, y = _snapped(self._anchor[0], x), _snapped(self._anchor[1], y)
        if (x, y) != self._by:
            self._by = (x, y)
            self._show()
        self._mark(self._splittable(pointer))

    def _show(self) -> None:
        x, y = self._by
        scene = self.canvas.graph_scene
        scene.show_at(_moved(self._nodes, x, y))
        for name, place in self._notes.items():
            scene.notes[name].setPos(place[0] + x, place[1] + y)
        for name, place in self._frames.items():
            scene.frames[name].setPos(place[0] + x, place[1] + y)

    def _splittable(self, pointer: Pointer) -> str:
        """The transition that the one dragged node would be put into here."""
        if len(self._nodes) != 1 or self._copying:
            return ""
        node = next(iter(self._nodes))
        scene = self.canvas.graph_scene
        if scene.edges_of(node):
            return ""
        edge = self.canvas.edge_under(scene.nodes[node].card(), pointer.at)
        return edge if edge and self.canvas.model.can(InsertOnEdge(edge, (0, 0), node=node)) else ""

    def _mark(self, edge: str) -> None:
        if edge != self._edge:
            self._edge = edge
            self.canvas.mark_edge(edge)

    def commit(self, pointer: Pointer) -> None:
        x, y = self._by
        if self._by == (0.0, 0.0):
            return
        if self._copying:
            parts = self.canvas.selection.parts
            self.cancel()
            outcome = self.canvas.ask(Duplicate(parts, (x, y)))
            if outcome:
                self.canvas.selection.set(outcome.created - Parts(edges=outcome.created.edges))
            return
        if self._edge:
            node = next(iter(self._nodes))
            at = (self._nodes[node][0] + x, self._nodes[node][1] + y)
            at, shift = room_for_insert(self.canvas.graph_scene, self._edge, at, leaving=node)
            done = self.canvas.ask(InsertOnEdge(self._edge, at, node=node, shift=shift))
        else:
            moved = Move(_moved(self._nodes, x, y), _moved(self._notes, x, y), _moved(self._frames, x, y))
            done = self.canvas.ask(moved)
        if not done:
            self.cancel()

    def cancel(self) -> None:
        self._by = (0.0, 0.0)
        self._show()

    def finish(self) -> None:
        self._mark("")
        self.canvas.graph_scene.overview.settle()


def _place(at: QPointF) -> Point:
    return at.x(), at.y()


def _snapped(anchor: float, step: float) -> float:
    return round((anchor + step) / GRID) * GRID - anchor


def _moved(places: dict[str, Point], x: float, y: float) -> dict[str, Point]:
    return {name: (place[0] + x, place[1] + y) for name, place in places.items()}
