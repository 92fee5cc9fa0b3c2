"""Collapse and expand frames. Each is one request, so one undo step.

A frame that needs its room again pushes its neighbours aside, and lets them back when it collapses, unless somebody
moved them in between.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from canvas.requests import Move, SetFrame
from canvas.style import GRID
from canvas.views import Parts, Point

if TYPE_CHECKING:
    from canvas.scene import CanvasScene
    from canvas.view import CanvasView

_ROOM = 24.0
Part = tuple[str, str]
"""Kind and id."""
Pushed = dict[Part, tuple[Point, Point]]
"""Where parts stood before a frame was expanded, and where it pushed them."""


def toggle(canvas: "CanvasView") -> None:
    """Collapse the one selected frame, or expand it."""
    switch(canvas, next(iter(canvas.selection.parts.frames)))


def switch(canvas: "CanvasView", name: str) -> None:
    """Collapse a frame, or expand it."""
    scene = canvas.graph_scene
    if scene.frames[name].frame.collapsed:
        places = pushed_by(scene, name)
        before = {part: _at(scene, part) for part in places}
        if canvas.ask(SetFrame(name, collapsed=False, push=_move(places))):
            canvas.pushed[name] = {part: (before[part], place) for part, place in places.items()}
        return
    back = {
        part: before
        for part, (before, after) in canvas.pushed.get(name, {}).items()
        if part[1] in getattr(scene, part[0]) and _at(scene, part) == after
    }
    if canvas.ask(SetFrame(name, collapsed=True, push=_move(back))):
        canvas.pushed.pop(name, None)


def _at(scene: "CanvasScene", part: Part) -> Point:
    kind, name = part
    if kind == "nodes":
        return scene.nodes[name].node.x, scene.nodes[name].node.y
    rect = scene.notes[name].note.rect if kind == "notes" else scene.frames[name].frame.rect
    return rect[0], rect[1]


def _move(places: Mapping[Part, Point]) -> Move | None:
    if not places:
        return None
    nodes, notes, frames = (
        {name: place for (kind, name), place in places.items() if kind == wanted}
        for wanted in ("nodes", "notes", "frames")
    )
    return Move(nodes, notes, frames)


def pushed_by(scene: "CanvasScene", frame: str) -> dict[Part, Point]:
    """Where the neighbours of a collapsed frame go when it takes its whole room again; only as far as they must.

    What stands to the right within its height goes right, what stands below within its width goes down; each such
    group keeps its order and its gaps.
    """
    card, area = scene.frames[frame].card(), QRectF(*scene.frames[frame].frame.rect)
    room = area.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
    units = _units(scene, frame)
    if not any(box.intersects(room) and not box.intersects(card) for box in units.values()):
        return {}
    right = {
        part: box
        for part, box in units.items()
        if box.left() >= card.right() and box.top() < room.bottom() and box.bottom() > room.top()
    }
    below = {
        part: box
        for part, box in units.items()
        if part not in right and box.top() >= card.bottom() and box.left() < room.right() and box.right() > room.left()
    }
    places: dict[Part, Point] = {}
    for group, across in ((right, True), (below, False)):
        nearest = min((box.left() if across else box.top() for box in group.values()), default=None)
        if nearest is None:
            continue
        lack = (room.right() if across else room.bottom()) - nearest
        step = -(-lack // GRID) * GRID if lack > 0 else 0.0
        for part in group if step else ():
            for one in _carried(scene, part):
                x, y = _at(scene, one)
                places[one] = (x + step, y) if across else (x, y + step)
    return places


def _units(scene: "CanvasScene", frame: str) -> dict[Part, QRectF]:
    """All that moves as one and is no part of the frame: other frames with what they hold, lone nodes, notes."""
    folding = scene.folding
    held = {node for item in scene.frames.values() for node in item.frame.nodes}
    units: dict[Part, QRectF] = {}
    for name, other in scene.frames.items():
        if name != frame:
            units["frames", name] = scene.bounds_of(Parts.of(other.frame.nodes, frames=[name]))
    for name, node in scene.nodes.items():
        if name not in held:
            units["nodes", name] = node.card()
    inside = folding.folds[frame].notes if frame in folding.folds else frozenset[str]()
    for name, note in scene.notes.items():
        if name not in inside and name not in folding.notes:
            units["notes", name] = note.card()
    return units


def _carried(scene: "CanvasScene", part: Part) -> list[Part]:
    """A part and what goes along with it."""
    if part[0] != "frames":
        return [part]
    fold = scene.folding.folds.get(part[1])
    notes = sorted(fold.notes) if fold is not None else []
    nodes = [node for node in scene.frames[part[1]].frame.nodes if node in scene.nodes]
    return [part, *(("nodes", node) for node in nodes), *(("notes", note) for note in notes)]
