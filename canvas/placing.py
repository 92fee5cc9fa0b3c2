"""Where new and inserted parts go: free spots, and room made by pushing what follows to the right. All pure reading."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from canvas.items.node import NodeItem
from canvas.style import CARD_HEIGHT, CARD_WIDTH, GRID
from canvas.views import Point

if TYPE_CHECKING:
    from canvas.scene import CanvasScene

GAP = 192.0
"""From one card to the next along the flow: a pill fits in between."""
ROW_GAP = 48.0
_INSERT_GAP = 120.0


def snapped(at: Point) -> Point:
    """The grid point next to a point."""
    return round(at[0] / GRID) * GRID, round(at[1] / GRID) * GRID


def is_free(scene: "CanvasScene", area: QRectF) -> bool:
    """Whether no card stands in an area."""
    found = scene.items(area, Qt.ItemSelectionMode.IntersectsItemBoundingRect)
    return not any(isinstance(item, NodeItem) and item.card().intersects(area) for item in found)


def free_spot(scene: "CanvasScene", at: Point) -> Point:
    """The first free place for a new card at or below a point."""
    x, y = snapped(at)
    while not is_free(scene, QRectF(x - 24, y - 12, CARD_WIDTH + 48, CARD_HEIGHT + 24)):
        y += CARD_HEIGHT + ROW_GAP
    return x, y


def after_output(scene: "CanvasScene", node: str, port: str) -> Point:
    """Where a node that follows an output goes."""
    at = scene.nodes[node].port_at(port, output=True)
    return free_spot(scene, (at.x() + GAP, at.y() - CARD_HEIGHT / 2))


def downstream(scene: "CanvasScene", starts: Iterable[str]) -> set[str]:
    """The nodes that follow, however far, the starts included."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for item in scene.outbound.get(waiting.pop(), {}).values():
            target = item.edge.target
            if target is not None and target.node not in seen:
                seen.add(target.node)
                waiting.append(target.node)
    return seen


def upstream(scene: "CanvasScene", starts: Iterable[str]) -> set[str]:
    """The nodes that lead here, from however far, the starts included."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for item in scene.inbound.get(waiting.pop(), {}).values():
            source = item.edge.source.node
            if source not in seen:
                seen.add(source)
                waiting.append(source)
    return seen


def room_for_insert(
    scene: "CanvasScene", edge: str, at: Point | None = None, leaving: str = ""
) -> tuple[Point, dict[str, Point]]:
    """Where a card put into a transition goes, and which nodes move right so that it has room.

    `at` is where the user wants it, if anywhere; `leaving` is the dragged node itself, which is never pushed.
    """
    item = scene.edges[edge]
    height = CARD_HEIGHT / 2
    if at is None:
        middle = item.middle()
        at = middle.x() - CARD_WIDTH / 2, middle.y() - height
    x = max(at[0], item.x1 + _INSERT_GAP) if item.edge.target is not None else at[0]
    x, y = snapped((x, at[1]))
    target = item.edge.target
    if target is None or item.x2 < item.x1:
        return (x, y), {}
    lack = x + CARD_WIDTH + _INSERT_GAP - item.x2
    if lack <= 0:
        return (x, y), {}
    step = -(-lack // GRID) * GRID
    pushed = downstream(scene, [target.node]) - {leaving, item.edge.source.node}
    return (x, y), {
        name: (scene.nodes[name].node.x + step, scene.nodes[name].node.y)
        for name in pushed
        if name not in scene.folding.homes and scene.nodes[name].node.x >= item.x2 - CARD_WIDTH
    }
