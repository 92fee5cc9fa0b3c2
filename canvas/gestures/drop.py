"""Drop from the palette: a ghost of the real card follows the pointer, snaps, and shows what it would split."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from canvas.geometry import shape_of
from canvas.gestures.gesture import Gesture, Pointer
from canvas.items.hit import Hit
from canvas.placing import room_for_insert, snapped
from canvas.requests import AddNode, InsertOnEdge
from canvas.style import CARD_HEIGHT, CARD_RADIUS, CARD_WIDTH
from canvas.views import NodeType, NodeView, Point

if TYPE_CHECKING:
    from canvas.view import CanvasView

PALETTE_FORMAT = "application/x-canvas-node-type"


class DropGesture(Gesture):
    """A new node of a type, on its way in."""

    def __init__(self, canvas: "CanvasView", start: Pointer, hit: Hit, kind: NodeType) -> None:
        super().__init__(canvas, start, hit)
        self.kind = kind
        ghost = NodeView("", kind.id, kind.title, 0, 0, inputs=kind.inputs, outputs=kind.outputs)
        self._shape = shape_of(ghost)
        self._at: Point = (0.0, 0.0)
        self._edge = ""
        self._refused = ""
        """Why it may not go into the transition that it is over."""

    def update(self, pointer: Pointer) -> None:
        at = (pointer.at.x() - CARD_WIDTH / 2, pointer.at.y() - CARD_HEIGHT / 2)
        self._at = at if pointer.alt or not self.canvas.snapping else snapped(at)
        card = self._shape.rect.translated(*self._at)
        edge = self.canvas.edge_under(card, pointer.at)
        self._refused = ""
        if edge and not (answer := self.canvas.model.can(InsertOnEdge(edge, self._at, type=self.kind.id))):
            self._refused, edge = answer.reason, ""
        if edge != self._edge:
            self._edge = edge
            self.canvas.mark_edge(edge)
        self.canvas.viewport().update()

    def commit(self, pointer: Pointer) -> None:
        self.update(pointer)
        if self._edge:
            at, shift = room_for_insert(self.canvas.graph_scene, self._edge, self._at)
            self.canvas.ask_and_select(InsertOnEdge(self._edge, at, type=self.kind.id, shift=shift))
            return
        alone = AddNode(self.kind.id, self._at)
        if self._refused and not self.canvas.model.can(alone):
            self.canvas.refuse(self._refused)
        else:
            self.canvas.ask_and_select(alone)

    def finish(self) -> None:
        self.canvas.mark_edge("")
        self.canvas.viewport().update()

    def paint(self, painter: QPainter) -> None:
        style = self.canvas.style_in_use
        painter.save()
        painter.translate(*self._at)
        painter.setOpacity(0.85)
        painter.setPen(style.pen(style.tokens.selection, 1.6, dashed=True))
        painter.setBrush(style.brush(style.tokens.card))
        painter.drawRoundedRect(self._shape.rect, CARD_RADIUS, CARD_RADIUS)
        accent = style.accent(self.kind.accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(accent.tint))
        painter.drawRoundedRect(QRectF(12, 18, 36, 36), 8, 8)
        painter.setPen(style.pen(accent.ink))
        style.icon(self.kind.icon).draw(painter, QPointF(20, 26))
        painter.setPen(style.pen(style.tokens.text))
        style.text(self.kind.title, style.title_font).draw(painter, QPointF(58, 27))
        painter.restore()
