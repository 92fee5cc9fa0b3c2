"""What the pointer is over while no button is down: it is marked, and its plus buttons show."""

from typing import TYPE_CHECKING

from canvas.gestures.gesture import Pointer
from canvas.items.hit import EDGE_SPOTS, NODE_SPOTS, kind_of

if TYPE_CHECKING:
    from canvas.view import CanvasView


def hover(canvas: "CanvasView", pointer: Pointer) -> None:
    """The pointer moves with no button down."""
    hit = canvas.hit_at(pointer.at)
    canvas.affordances.follow(pointer.at, hit)
    canvas.overlays.tips.follow(hit, pointer.screen)
    over = (kind_of(hit.spot), hit.id) if hit.spot in NODE_SPOTS | EDGE_SPOTS else ("", "")
    if over != canvas.look.hovered:
        _repaint(canvas, canvas.look.hovered)
        canvas.look.hovered = over
        _repaint(canvas, over)


def _repaint(canvas: "CanvasView", part: tuple[str, str]) -> None:
    scene = canvas.graph_scene
    item = scene.nodes.get(part[1]) if part[0] == "nodes" else scene.edges.get(part[1])
    if item is not None:
        item.update()
