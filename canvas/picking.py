"""Which parts lie in an area of a scene: what a box takes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from canvas.items.edge import EdgeItem
from canvas.items.frame import FrameItem
from canvas.items.node import NodeItem
from canvas.items.note import NoteItem
from canvas.views import Parts

if TYPE_CHECKING:
    from canvas.scene import CanvasScene


def parts_in(scene: "CanvasScene", area: QRectF, touching: bool) -> Parts:
    """The parts that lie inside an area, or that touch it."""
    nodes: list[str] = []
    edges: list[str] = []
    notes: list[str] = []
    frames: list[str] = []
    for item in scene.items(area, Qt.ItemSelectionMode.IntersectsItemBoundingRect):
        if isinstance(item, NodeItem):
            if _within(area, item.card(), touching):
                nodes.append(item.node.id)
        elif isinstance(item, EdgeItem):
            if _edge_within(area, item, touching):
                edges.append(item.edge.id)
        elif isinstance(item, NoteItem) and _within(area, item.card(), touching):
            notes.append(item.note.id)
        elif isinstance(item, FrameItem) and _within(area, item.card(), touching and item.frame.collapsed):
            frames.append(item.frame.id)
    return Parts.of(nodes, edges, notes, frames)


def _within(area: QRectF, card: QRectF, touching: bool) -> bool:
    return area.intersects(card) if touching else area.contains(card)


def _edge_within(area: QRectF, item: EdgeItem, touching: bool) -> bool:
    first, last = area.contains(item.x1, item.y1), area.contains(item.x2, item.y2)
    if first and last:
        return True
    return touching and (first or last or item.crosses(area))
