"""What lies at a point, and what in an area."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QGraphicsItem

from canvas.items.edge import EdgeItem
from canvas.items.frame import FrameItem
from canvas.items.hit import EDGE_SPOTS, NOWHERE, Hit, Spot
from canvas.items.node import NodeItem
from canvas.items.note import NoteItem
from canvas.look import Level
from canvas.views import Parts

if TYPE_CHECKING:
    from canvas.scene import CanvasScene

_REACH = 8.0


def hit(scene: "CanvasScene", at: QPointF, zoom: float) -> Hit:
    """What lies at a point; the zone around thin things keeps its size on the screen."""
    read = scene.overview.count_at(at) if scene.look.level is Level.OVERVIEW else ""
    if read:
        return Hit(Spot.EDGE, read)
    reach = max(_REACH, _REACH / zoom)
    zone = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
    items = scene.items(zone, Qt.ItemSelectionMode.IntersectsItemBoundingRect)
    found = _port(items, at, reach)
    if found:
        return found
    for item in items:
        if isinstance(item, NodeItem):
            met = item.hit(at)
        else:
            met = item.hit(at, reach) if isinstance(item, EdgeItem | NoteItem | FrameItem) else NOWHERE
        if met and met.spot not in EDGE_SPOTS:
            return found if found and met.spot in (Spot.FRAME, Spot.FRAME_CORNER) else met
        if met and (not found or met.spot in (Spot.PILL, Spot.EDGE_TARGET)):
            found = met
    return found


def _port(items: Sequence[QGraphicsItem], at: QPointF, reach: float) -> Hit:
    """The nearest port of those that are not covered by a card at this point: close together, their zones overlap."""
    best, found = 0.0, NOWHERE
    for item in items:
        if isinstance(item, NodeItem):
            away, port = item.port_near(at, reach)
            if port and (not found or away < best):
                best, found = away, port
        if isinstance(item, NodeItem | FrameItem) and item.covers(at):
            break
    return found


def parts_in(scene: "CanvasScene", area: QRectF, touching: bool) -> Parts:
    """The parts that lie inside an area, or that touch it."""
    found: dict[str, list[str]] = {"nodes": [], "edges": [], "notes": [], "frames": []}
    for item in scene.items(area, Qt.ItemSelectionMode.IntersectsItemBoundingRect):
        match item:
            case NodeItem() if _within(area, item.card(), touching):
                found["nodes"].append(item.node.id)
            case EdgeItem() if _edge_within(area, item, touching):
                found["edges"].append(item.edge.id)
            case NoteItem() if _within(area, item.card(), touching):
                found["notes"].append(item.note.id)
            case FrameItem() if _within(area, item.card(), touching and item.frame.collapsed):
                found["frames"].append(item.frame.id)
            case _:
                pass
    return Parts.of(**found)


def _within(area: QRectF, card: QRectF, touching: bool) -> bool:
    return area.intersects(card) if touching else area.contains(card)


def _edge_within(area: QRectF, item: EdgeItem, touching: bool) -> bool:
    first, last = area.contains(item.x1, item.y1), area.contains(item.x2, item.y2)
    if first and last:
        return True
    return touching and (first or last or item.crosses(area))
