"""What the named actions do: clipboard, arranging, selecting along the flow. Each edit is one request."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRectF
from PySide6.QtGui import QGuiApplication

from canvas.layout import Box, anchored, layered
from canvas.placing import downstream, upstream
from canvas.requests import (
    AddFrame,
    AddNote,
    Delete,
    DeleteAndHeal,
    Duplicate,
    Move,
    Paste,
    SetNode,
)
from canvas.style import GRID
from canvas.views import Parts, Point, PortRef
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

CLIPBOARD_FORMAT = "application/x-node-graph+json"
_FRAME_ROOM = 36.0


# Deleting and copying


def delete(canvas: "CanvasView") -> None:
    """Delete what is selected."""
    canvas.ask(Delete(canvas.selection.parts))


def delete_and_heal(canvas: "CanvasView") -> None:
    """Delete the selected nodes and join what came in to what went out."""
    canvas.ask(DeleteAndHeal(canvas.selection.parts.nodes))


def copy(canvas: "CanvasView") -> None:
    """Put what is selected on the clipboard, as readable text."""
    parts = canvas.selection.parts
    if parts:
        text = canvas.model.copy(parts)
        data = QMimeData()
        data.setText(text)
        data.setData(CLIPBOARD_FORMAT, text.encode())
        QGuiApplication.clipboard().setMimeData(data)


def cut(canvas: "CanvasView") -> None:
    """Copy, then delete."""
    copy(canvas)
    delete(canvas)


def paste(canvas: "CanvasView") -> None:
    """Add what the clipboard holds at the pointer, or in the middle; a second paste in one place steps aside."""
    data = QGuiApplication.clipboard().mimeData()
    raw = bytes(data.data(CLIPBOARD_FORMAT).data()).decode() if data.hasFormat(CLIPBOARD_FORMAT) else data.text()
    at = canvas.paste_place()
    canvas.ask_and_select(Paste(raw, at))


def duplicate(canvas: "CanvasView", keep_incoming: bool = False) -> None:
    """Copy what is selected beside itself."""
    step = 2 * GRID
    canvas.ask_and_select(Duplicate(canvas.selection.parts, (step, step), keep_incoming))


# Selecting


def select_all(canvas: "CanvasView") -> None:
    """Select everything."""
    canvas.selection.set(canvas.graph_scene.everything())


def invert(canvas: "CanvasView") -> None:
    """Select what is not selected."""
    canvas.selection.set(canvas.graph_scene.everything() - canvas.selection.parts)


def select_same_type(canvas: "CanvasView") -> None:
    """Select all nodes of the types selected."""
    nodes = canvas.graph_scene.nodes
    kinds = {nodes[name].node.type for name in canvas.selection.parts.nodes}
    canvas.selection.set(Parts.of(name for name, item in nodes.items() if item.node.type in kinds))


def select_downstream(canvas: "CanvasView") -> None:
    """Select what follows, too."""
    canvas.selection.set(_with_links(canvas, downstream(canvas.graph_scene, canvas.selection.parts.nodes)))


def select_upstream(canvas: "CanvasView") -> None:
    """Select what leads here, too."""
    canvas.selection.set(_with_links(canvas, upstream(canvas.graph_scene, canvas.selection.parts.nodes)))


def select_connected(canvas: "CanvasView") -> None:
    """Select all that hangs together with the selection, in any direction."""
    scene = canvas.graph_scene
    seen = set(canvas.selection.parts.nodes)
    grown = True
    while grown:
        more = downstream(scene, upstream(scene, seen))
        grown = more != seen
        seen = more
    canvas.selection.set(_with_links(canvas, seen))


def select_path(canvas: "CanvasView") -> None:
    """Select all ways between two selected nodes."""
    first, second = sorted(canvas.selection.parts.nodes)
    scene = canvas.graph_scene
    there = downstream(scene, [first]) & upstream(scene, [second])
    back = downstream(scene, [second]) & upstream(scene, [first])
    if there or back:
        canvas.selection.set(_with_links(canvas, there or back))
    else:
        canvas.refuse(tr("No path leads from one of these nodes to the other."))


def _with_links(canvas: "CanvasView", nodes: set[str]) -> Parts:
    edges = canvas.graph_scene.edges.values()
    inner = [
        item.edge.id
        for item in edges
        if item.edge.target and item.edge.source.node in nodes and item.edge.target.node in nodes
    ]
    return Parts.of(nodes, inner)


# Connecting


def connect_selected(canvas: "CanvasView") -> None:
    """Connect two selected nodes, left to right, by the first ports that may."""
    nodes = [canvas.graph_scene.nodes[name].node for name in canvas.selection.parts.nodes]
    first, second = sorted(nodes, key=lambda node: (node.x, node.y, node.id))
    reason = tr("The left node has no output, or the right one no input.")
    for output in first.outputs:
        for entry in second.inputs:
            source, target = PortRef(first.id, output.id), PortRef(second.id, entry.id)
            answer = canvas.model.can_connect(source, target)
            if answer:
                canvas.connect_ports(source, target)
                return
            reason = answer.reason
    canvas.refuse(reason)


# Arranging


def nudge(x: float, y: float) -> "Callable[[CanvasView], None]":
    """A command that moves the selection by grid steps; a row of nudges is one undo step."""

    def move(canvas: "CanvasView") -> None:
        scene, parts = canvas.graph_scene, canvas.selection.parts
        nodes = {
            name: (scene.nodes[name].node.x + x * GRID, scene.nodes[name].node.y + y * GRID) for name in parts.nodes
        }
        notes = {name: _by(scene.notes[name].note.rect, x * GRID, y * GRID) for name in parts.notes}
        frames = {name: _by(scene.frames[name].frame.rect, x * GRID, y * GRID) for name in parts.frames}
        canvas.ask(Move(nodes, notes, frames, reason="nudge"))

    return move


def _by(rect: tuple[float, float, float, float], x: float, y: float) -> Point:
    return rect[0] + x, rect[1] + y


def align(edge: str) -> "Callable[[CanvasView], None]":
    """A command that lines the selected nodes up: left, centre, right, top, middle or bottom."""

    def move(canvas: "CanvasView") -> None:
        cards = _cards(canvas)
        all_of = QRectF()
        for card in cards.values():
            all_of = all_of.united(card)
        places = {name: _aligned(card, all_of, edge) for name, card in cards.items()}
        canvas.ask(Move(places, reason="align"))

    return move


def _aligned(card: QRectF, area: QRectF, edge: str) -> Point:
    match edge:
        case "left":
            return area.left(), card.y()
        case "right":
            return area.right() - card.width(), card.y()
        case "centre":
            return area.center().x() - card.width() / 2, card.y()
        case "top":
            return card.x(), area.top()
        case "bottom":
            return card.x(), area.bottom() - card.height()
        case _:
            return card.x(), area.center().y() - card.height() / 2


def distribute(across: bool) -> "Callable[[CanvasView], None]":
    """A command that makes the gaps between the selected nodes equal."""

    def move(canvas: "CanvasView") -> None:
        cards = sorted(_cards(canvas).items(), key=lambda row: row[1].x() if across else row[1].y())
        first, last = cards[0][1], cards[-1][1]
        span = last.right() - first.left() if across else last.bottom() - first.top()
        sizes = [card.width() if across else card.height() for _, card in cards]
        gap = (span - sum(sizes)) / (len(cards) - 1)
        at = first.left() if across else first.top()
        places: dict[str, Point] = {}
        for (name, card), size in zip(cards, sizes, strict=True):
            places[name] = (at, card.y()) if across else (card.x(), at)
            at += size + gap
        canvas.ask(Move(places, reason="align"))

    return move


def _cards(canvas: "CanvasView") -> dict[str, QRectF]:
    return {name: canvas.graph_scene.nodes[name].card() for name in sorted(canvas.selection.parts.nodes)}


def lay_out(canvas: "CanvasView") -> None:
    """Lay the selected nodes out where they are, or the whole graph when fewer than two are selected."""
    chosen = canvas.selection.parts.nodes
    lay_out_nodes(canvas, chosen if len(chosen) > 1 else canvas.graph_scene.nodes.keys())


def lay_out_nodes(canvas: "CanvasView", names: Iterable[str]) -> None:
    """Lay these nodes out, keeping their common top left corner; all others stay. For new nodes, too."""
    scene = canvas.graph_scene
    boxes = {
        name: Box(scene.nodes[name].node.x, scene.nodes[name].node.y, scene.nodes[name].card().height())
        for name in sorted(names)
    }
    edges = (item.edge for item in scene.edges.values())
    links = {(edge.source.node, edge.target.node) for edge in edges if edge.target is not None}
    places = anchored(layered(boxes, links), boxes)
    changed = {name: place for name, place in places.items() if place != (boxes[name].x, boxes[name].y)}
    if changed:
        canvas.ask(Move(changed, reason="layout"))


def add_note(canvas: "CanvasView") -> None:
    """Add a note in the middle of what is seen."""
    middle = canvas.visible_area().center()
    canvas.ask_and_select(AddNote((round(middle.x() - 108), round(middle.y() - 60), 216.0, 120.0), tr("New note")))


def group(canvas: "CanvasView") -> None:
    """Put a frame around the selected nodes."""
    area = canvas.graph_scene.bounds_of(Parts(nodes=canvas.selection.parts.nodes))
    room = _FRAME_ROOM
    rect = (area.x() - room, area.y() - room - 12, area.width() + 2 * room, area.height() + 2 * room + 12)
    canvas.ask_and_select(AddFrame(rect, tuple(sorted(canvas.selection.parts.nodes))))


def toggle_disabled(canvas: "CanvasView") -> None:
    """Switch the selected nodes off, or on again when all of them are off."""
    nodes = canvas.selection.parts.nodes
    off = all(canvas.graph_scene.nodes[name].node.disabled for name in nodes)
    canvas.ask(SetNode(nodes, disabled=not off))


def toggle_compact(canvas: "CanvasView") -> None:
    """Show the selected nodes, or all, compactly or in detail."""
    nodes = canvas.selection.parts.nodes or frozenset(canvas.graph_scene.nodes)
    compact = all(canvas.graph_scene.nodes[name].node.compact for name in nodes)
    canvas.ask(SetNode(nodes, compact=not compact))


# Moving around


def fit_all(canvas: "CanvasView") -> None:
    """Show the whole graph."""
    canvas.fit(canvas.graph_scene.content())


def fit_selection(canvas: "CanvasView") -> None:
    """Show what is selected."""
    canvas.fit(canvas.graph_scene.bounds_of(canvas.selection.parts))


def zoom_by(factor: float) -> "Callable[[CanvasView], None]":
    """A command that zooms about the middle."""

    def zoom(canvas: "CanvasView") -> None:
        canvas.set_zoom(canvas.zoom * factor)

    return zoom


def quick_add(canvas: "CanvasView") -> None:
    """Open quick add at the pointer, or in the middle."""
    at = canvas.pointer_place()
    canvas.quick_add(at)


def undo(canvas: "CanvasView") -> None:
    """Take the last step back."""
    canvas.model.undo()


def redo(canvas: "CanvasView") -> None:
    """Do the last undone step again."""
    canvas.model.redo()
