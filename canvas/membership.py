"""Which nodes a frame holds: those whose middle lies in it after a drop or a resize. Pure reading."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from canvas.items.frame import FrameItem

if TYPE_CHECKING:
    from canvas.scene import CanvasScene


def after_move(scene: "CanvasScene", nodes: Iterable[str], frames: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Frame to all its nodes, for each frame that takes in or gives up one of the nodes where they are shown now.

    `frames` are dragged along with what they hold, so they neither take nor give.
    """
    moving = set(frames)
    still = {name: item for name, item in scene.frames.items() if name not in moving and not item.frame.collapsed}
    carried = {node for name in moving for node in scene.frames[name].frame.nodes}
    held: dict[str, list[str]] = {}
    for node in nodes:
        if node in carried:
            continue
        home = _home(still, scene.nodes[node].card().center())
        for name, item in still.items():
            if (node in item.frame.nodes) != (name == home):
                row = held.setdefault(name, list(item.frame.nodes))
                if name == home:
                    row.append(node)
                else:
                    row.remove(node)
    return {name: tuple(row) for name, row in held.items()}


def _home(frames: Mapping[str, FrameItem], at: QPointF) -> str:
    """The frame in front at a point; of equal ones the smallest. Empty when there is none."""
    around = [item for item in frames.values() if item.card().contains(at)]
    best = max(around, key=lambda item: (item.frame.level, -item.size.width() * item.size.height()), default=None)
    return best.frame.id if best is not None else ""


def after_resize(scene: "CanvasScene", frame: str, area: QRectF) -> tuple[str, ...]:
    """What a frame of another size holds: what lies in it now and belongs to no other frame."""
    before = scene.frames[frame].frame.nodes
    elsewhere = {node for name, item in scene.frames.items() if name != frame for node in item.frame.nodes}
    inside = [
        name for name, item in scene.nodes.items() if name not in elsewhere and area.contains(item.card().center())
    ]
    kept = [node for node in before if node in inside]
    return (*kept, *(node for node in inside if node not in before))
