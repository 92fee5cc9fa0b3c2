"""Reroute points: drag a transition by its line to bend it there, or a point it has to move that one.

A point dropped on the straight way between its neighbours is taken out. A double click adds or removes one.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from canvas.bends import bend_at, is_idle, with_bend
from canvas.gestures.gesture import Gesture, Pointer
from canvas.items.edge import EdgeItem
from canvas.items.hit import Hit, Spot
from canvas.placing import snapped
from canvas.requests import SetEdge
from canvas.views import Point

if TYPE_CHECKING:
    from canvas.view import CanvasView

_REACH = 10.0


class RerouteGesture(Gesture):
    """The point follows the pointer, on the grid unless Alt is held; the way follows live."""

    cursor = Qt.CursorShape.SizeAllCursor

    @classmethod
    def offers(cls, canvas: "CanvasView", start: Pointer, hit: Hit) -> bool:
        left = bool(start.buttons & Qt.MouseButton.LeftButton)
        return left and hit.spot is Spot.EDGE and canvas.graph_scene.edges[hit.id].edge.target is not None

    def begin(self) -> None:
        self._item = self.canvas.graph_scene.edges[self.hit.id]
        self._before = self._item.edge
        at = (self.start.at.x(), self.start.at.y())
        found = bend_at(self._before.points, at, _REACH / self.canvas.scale_in_use)
        self._points = self._before.points
        if found is None:
            self._points = with_bend(*_ends(self._item), at)
            found = next(index for index, point in enumerate(self._points) if point == at)
        self._index = found
        self.canvas.graph_scene.overview.lift((), [self.hit.id])
        self.canvas.still.begin((), [self.hit.id])

    def update(self, pointer: Pointer) -> None:
        at = (pointer.at.x(), pointer.at.y())
        if self.canvas.snapping and not pointer.alt:
            at = snapped(at)
        self._points = (*self._points[: self._index], at, *self._points[self._index + 1 :])
        self._show(self._points)

    def _show(self, points: tuple[Point, ...]) -> None:
        self._item.show_edge(replace(self._before, points=points))
        self.canvas.viewport().update()

    def commit(self, pointer: Pointer) -> None:
        start, _, end = _ends(self._item)
        points = self._points
        if is_idle(start, points, end, self._index):
            points = (*points[: self._index], *points[self._index + 1 :])
        if points == self._before.points or not self.canvas.ask(SetEdge(self._before.id, points=points)):
            self.cancel()

    def cancel(self) -> None:
        self._show(self._before.points)

    def finish(self) -> None:
        self.canvas.graph_scene.overview.settle()
        self.canvas.still.end()

    def paint(self, painter: QPainter) -> None:
        style = self.canvas.style_in_use
        painter.setPen(style.pen(style.tokens.selection, 1.6))
        painter.setBrush(style.brush(style.tokens.card))
        for x, y in self._points:
            painter.drawEllipse(QPointF(x, y), 5, 5)


def _ends(item: EdgeItem) -> tuple[Point, tuple[Point, ...], Point]:
    return (item.x1, item.y1), item.edge.points, (item.x2, item.y2)


def toggle_bend(canvas: "CanvasView", name: str, at: QPointF) -> None:
    """Take out the point at a place, or add one there."""
    item = canvas.graph_scene.edges[name]
    start, points, end = _ends(item)
    found = bend_at(points, (at.x(), at.y()), _REACH / canvas.scale_in_use)
    if found is None:
        points = with_bend(start, points, end, snapped((at.x(), at.y())))
    else:
        points = (*points[:found], *points[found + 1 :])
    canvas.ask(SetEdge(name, points=points))
