"""Drag nodes, notes and frames: Shift keeps to an axis, Alt suspends snapping, Ctrl at the start copies.

A node without transitions that is dropped on a transition is put into it, and what follows is pushed aside. A node
dropped in a frame belongs to it from then on. Near neighbours in sight it lines up, before the grid has its say.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from canvas.gestures.gesture import Gesture, Pointer
from canvas.guides import Box, Line, Snap, snap
from canvas.items.hit import FRAME_SPOTS, NODE_SPOTS, NOTE_SPOTS, Hit, kind_of
from canvas.look import Level
from canvas.membership import after_move
from canvas.placing import room_for_insert
from canvas.requests import Duplicate, InsertOnEdge, Move
from canvas.style import GRID
from canvas.views import Parts, Point

if TYPE_CHECKING:
    from canvas.view import CanvasView


_REACH = 6.0
"""How near on the screen a neighbour draws what is dragged into line."""
_SHOWN_LIVE = 200
"""Of more nodes at once, what frames take in is worked out when they are dropped."""


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
        parts = scene.folding.with_contents(canvas.selection.parts)
        members = [node for frame in parts.frames for node in scene.frames[frame].frame.nodes if node in scene.nodes]
        self._nodes = {name: _place(scene.nodes[name].pos()) for name in parts.nodes | set(members)}
        self._notes = {name: _place(scene.notes[name].pos()) for name in parts.notes}
        self._frames = {name: _place(scene.frames[name].pos()) for name in parts.frames}
        self._copying = self.start.ctrl
        self._by: Point = (0.0, 0.0)
        self._edge = ""
        self._anchor = _place(QPointF(*self._first()))
        self._box = self._around()
        self._neighbours = self._in_sight()
        self._lines: tuple[Line, ...] = ()
        self._members: dict[str, tuple[str, ...]] = {}
        edges = {edge for node in self._nodes for edge in scene.edges_of(node)}
        scene.overview.lift(self._nodes, edges)
        if not (self._notes or self._frames):
            canvas.still.begin(self._nodes, edges)

    def _first(self) -> Point:
        for shelf in (self._nodes, self._notes, self._frames):
            if self.hit.id in shelf:
                return shelf[self.hit.id]
        return (0.0, 0.0)

    def update(self, pointer: Pointer) -> None:
        x, y = pointer.at.x() - self.start.at.x(), pointer.at.y() - self.start.at.y()
        if pointer.shift:
            x, y = (x, 0.0) if abs(x) >= abs(y) else (0.0, y)
        shown = self._marks_area()
        lines: tuple[Line, ...] = ()
        if self.canvas.snapping and not pointer.alt:
            x, y, lines = self._rest(x, y, (not pointer.shift or x != 0.0, not pointer.shift or y != 0.0))
        if (x, y) != self._by:
            self._by = (x, y)
            self._show()
        self._mark(self._splittable(pointer))
        self._lines = lines
        self._members = self._taken() if len(self._nodes) <= _SHOWN_LIVE else {}
        for area in (*shown, *self._marks_area()):
            self.canvas.update_area(area)

    def _marks_area(self) -> list[QRectF]:
        """Where guides and marked frames are drawn now: these alone are painted anew."""
        lines = [QRectF(QPointF(x1, y1), QPointF(x2, y2)).adjusted(-1, -1, 1, 1) for x1, y1, x2, y2 in self._lines]
        frames = [self.canvas.graph_scene.frames[name].card().adjusted(-6, -6, 6, 6) for name in self._members]
        return lines + frames

    def _around(self) -> Box | None:
        """What is dragged as one box; ports only when it is a single node."""
        scene = self.canvas.graph_scene
        area = scene.bounds_of(Parts.of(self._nodes, notes=self._notes, frames=self._frames))
        if area.isEmpty():
            return None
        ports = (
            scene.nodes[next(iter(self._nodes))].port_heights() if len(self._nodes) == 1 and not self._frames else ()
        )
        return Box(area.left(), area.top(), area.right(), area.bottom(), ports)

    def _in_sight(self) -> list[Box]:
        """The cards on the screen that stay where they are."""
        if self.canvas.look.level is Level.OVERVIEW:
            return []
        found: list[Box] = []
        for item in self.canvas.visible_nodes():
            if item.node.id not in self._nodes:
                card = item.card()
                found.append(Box(card.left(), card.top(), card.right(), card.bottom(), item.port_heights()))
        return found

    def _rest(self, x: float, y: float, free: tuple[bool, bool]) -> tuple[float, float, tuple[Line, ...]]:
        """Where a drag by so much comes to rest, and the guides that say why; an axis not free stays as it is."""
        found = Snap()
        if self._box is not None and not self._copying:
            found = snap(self._box.moved(x, y), self._neighbours, _REACH / self.canvas.scale_in_use)
        if free[0]:
            x = x + found.x if found.x is not None else _snapped(self._anchor[0], x)
        if free[1]:
            y = y + found.y if found.y is not None else _snapped(self._anchor[1], y)
        return x, y, found.lines if all(free) else ()

    def _taken(self) -> dict[str, tuple[str, ...]]:
        """The frames that take in or give up what is dragged, with all they hold then."""
        return {} if self._copying else after_move(self.canvas.graph_scene, self._nodes, self._frames)

    def _show(self) -> None:
        x, y = self._by
        scene = self.canvas.graph_scene
        for name, place in self._notes.items():
            scene.notes[name].setPos(place[0] + x, place[1] + y)
        for name, place in self._frames.items():
            scene.frames[name].setPos(place[0] + x, place[1] + y)
        scene.show_at(_moved(self._nodes, x, y))  # last: transitions may end at the card of a frame

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
            parts = self.canvas.graph_scene.folding.with_contents(self.canvas.selection.parts)
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
            places = _moved(self._nodes, x, y), _moved(self._notes, x, y), _moved(self._frames, x, y)
            done = self.canvas.ask(Move(*places, members=self._taken()))
        if not done:
            self.cancel()

    def cancel(self) -> None:
        self._by = (0.0, 0.0)
        self._show()

    def finish(self) -> None:
        self._mark("")
        self._lines, self._members = (), {}
        self.canvas.graph_scene.overview.settle()
        self.canvas.still.end()
        self.canvas.viewport().update()

    def paint(self, painter: QPainter) -> None:
        style = self.canvas.style_in_use
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(style.pen(style.tokens.guide, 1.2 / self.canvas.scale_in_use))
        for x1, y1, x2, y2 in self._lines:
            painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
        for name, held in self._members.items():
            item = self.canvas.graph_scene.frames[name]
            gives_up = len(held) < len(item.frame.nodes)
            painter.setPen(style.pen(style.tokens.guide, 2.4 / self.canvas.scale_in_use, dashed=gives_up))
            painter.drawRoundedRect(item.card().adjusted(-3, -3, 3, 3), 16, 16)


def _place(at: QPointF) -> Point:
    return at.x(), at.y()


def _snapped(anchor: float, step: float) -> float:
    return round((anchor + step) / GRID) * GRID - anchor


def _moved(places: dict[str, Point], x: float, y: float) -> dict[str, Point]:
    return {name: (place[0] + x, place[1] + y) for name, place in places.items()}
