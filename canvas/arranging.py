"""Where parts stand and what holds them: nudges, aligns, gaps, layout, frames, order, colours and sizes.

Each command is one request, so one undo step.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from canvas.gestures.try_layout import TryLayoutGesture
from canvas.layout import Box, anchored, layered, turned
from canvas.requests import AddFrame, Move, SetEdge, SetFrame, SetNode, SetNote
from canvas.style import GRID
from canvas.views import Parts, Point, Rect
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.scene import CanvasScene
    from canvas.view import CanvasView

Command = Callable[["CanvasView"], None]
_FRAME_ROOM = 36.0
_SLIDE = 0.05
_MANY = 1500
"""From so many nodes on a layout takes longer than 100 ms, and is told of."""
_FRAME_MARK = "\0"
"""Before the id of a frame that stands among nodes in a layout: no id begins with it."""
_SMALLEST = (72.0, 48.0)


def nudge(x: float, y: float) -> Command:
    """A command that moves the selection by grid steps; a row of nudges is one undo step.

    Of a transition that is selected alone, the label slides along it, or the bend moves up and down.
    """

    def move(canvas: "CanvasView") -> None:
        scene, parts = canvas.graph_scene, canvas.selection.parts
        if parts == Parts(edges=parts.edges):
            _nudge_edge(canvas, next(iter(parts.edges)), x, y)
            return
        members = {node for frame in parts.frames for node in scene.frames[frame].frame.nodes if node in scene.nodes}
        nodes = {
            name: (scene.nodes[name].node.x + x * GRID, scene.nodes[name].node.y + y * GRID)
            for name in parts.nodes | members
        }
        hidden = scene.folding.with_contents(parts).notes
        notes = {name: _by(scene.notes[name].note.rect, x * GRID, y * GRID) for name in hidden}
        frames = {name: _by(scene.frames[name].frame.rect, x * GRID, y * GRID) for name in parts.frames}
        canvas.ask(Move(nodes, notes, frames, reason="nudge"))

    return move


def _by(rect: Rect, x: float, y: float) -> Point:
    return rect[0] + x, rect[1] + y


def _nudge_edge(canvas: "CanvasView", name: str, x: float, y: float) -> None:
    item = canvas.graph_scene.edges[name]
    edge = item.edge
    if x:
        at = (0.2 if edge.label_at is None else edge.label_at) + x * _SLIDE
        canvas.ask(SetEdge(name, label_at=round(min(max(at, 0.05), 0.95), 3)))
    else:
        middle = item.middle()
        points = edge.points or ((round(middle.x() / GRID) * GRID, round(middle.y() / GRID) * GRID),)
        canvas.ask(SetEdge(name, points=tuple((px, py + y * GRID) for px, py in points)))


def align(edge: str) -> Command:
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


def distribute(across: bool) -> Command:
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


def _to_lay_out(canvas: "CanvasView") -> Iterable[str]:
    """The selected nodes, or all when fewer than two are selected."""
    chosen = canvas.selection.parts.nodes
    found = chosen if len(chosen) > 1 else canvas.graph_scene.nodes.keys()
    if len(found) > _MANY:
        canvas.notices.tell(tr("Laying out {n} node(s)…", len(found)))
        canvas.viewport().repaint()  # at once: what follows keeps the window busy
    return found


def lay_out(canvas: "CanvasView") -> None:
    """Lay the selected nodes out where they are, or the whole graph when fewer than two are selected."""
    lay_out_nodes(canvas, _to_lay_out(canvas))


def try_layout(canvas: "CanvasView") -> None:
    """Show what laying out would do; Enter or a click keeps it."""
    found = layout_of(canvas.graph_scene, _to_lay_out(canvas))
    if found is None:
        canvas.refuse(tr("Everything stands where a layout would put it."))
    else:
        canvas.dispatcher.start(TryLayoutGesture(canvas, found), sticky=True)


def lay_out_nodes(canvas: "CanvasView", names: Iterable[str]) -> None:
    """Lay these nodes out, keeping their common top left corner; all others stay."""
    found = layout_of(canvas.graph_scene, names)
    if found is not None:
        canvas.ask(found)


def turn_layout(canvas: "CanvasView") -> None:
    """Lay out from top to bottom what runs from left to right, and the other way round."""
    names = frozenset(_to_lay_out(canvas))
    found = layout_of(canvas.graph_scene, names, down=_runs_across(canvas.graph_scene, names))
    if found is not None:
        canvas.ask(replace(found, reason="turn"))


def _runs_across(scene: "CanvasScene", names: Collection[str]) -> bool:
    """Whether more transitions lead to a card that stands farther to the right than to one that stands below."""
    cards = {name: scene.nodes[name].card() for name in names}
    links = [
        (cards[edge.source.node], cards[edge.target.node])
        for edge in (item.edge for item in scene.edges.values())
        if edge.target is not None and edge.source.node in cards and edge.target.node in cards
    ]
    across = sum(after.left() >= before.right() for before, after in links)
    return across >= sum(after.top() >= before.bottom() for before, after in links)


def layout_of(scene: "CanvasScene", names: Iterable[str], *, down: bool = False) -> Move | None:
    """The move that lays these nodes out, `down` from top to bottom; None when they stand where it would put them."""
    homes = scene.folding.homes
    boxes: dict[str, Box] = {}
    for name in sorted(names):
        item = scene.frames[homes[name]] if name in homes else scene.nodes[name]
        boxes[_unit(homes, name)] = Box(item.x(), item.y(), item.card().height())
    edges = (item.edge for item in scene.edges.values())
    links = {
        (_unit(homes, edge.source.node), _unit(homes, edge.target.node)) for edge in edges if edge.target is not None
    }
    laid_out = layered(boxes, links)
    places = anchored(turned(laid_out, boxes) if down else laid_out, boxes)
    changed = {name: place for name, place in places.items() if place != (boxes[name].x, boxes[name].y)}
    return _laid_out(scene, changed) if changed else None


def _unit(homes: Mapping[str, str], node: str) -> str:
    """What stands for a node in a layout: itself, or the collapsed frame that hides it."""
    return _FRAME_MARK + homes[node] if node in homes else node


def _laid_out(scene: "CanvasScene", places: Mapping[str, Point]) -> Move:
    """The move of a layout: collapsed frames take along what they hide."""
    nodes = {name: place for name, place in places.items() if not name.startswith(_FRAME_MARK)}
    notes: dict[str, Point] = {}
    frames: dict[str, Point] = {}
    for name in places.keys() - nodes.keys():
        frame = name.removeprefix(_FRAME_MARK)
        frames[frame] = places[name]
        item, fold = scene.frames[frame], scene.folding.folds[frame]
        x, y = places[name][0] - item.x(), places[name][1] - item.y()
        nodes |= {one: (scene.nodes[one].node.x + x, scene.nodes[one].node.y + y) for one in fold.nodes}
        notes |= {one: _by(scene.notes[one].note.rect, x, y) for one in fold.notes}
    return Move(nodes, notes, frames, reason="layout")


# Frames


def group(canvas: "CanvasView") -> None:
    """Put a frame around the selected nodes."""
    area = canvas.graph_scene.bounds_of(Parts(nodes=canvas.selection.parts.nodes))
    room = _FRAME_ROOM
    rect = (area.x() - room, area.y() - room - 12, area.width() + 2 * room, area.height() + 2 * room + 12)
    canvas.ask_and_select(AddFrame(rect, tuple(sorted(canvas.selection.parts.nodes))))


def select_members(canvas: "CanvasView") -> None:
    """Select what the selected frames hold."""
    frames = canvas.graph_scene.frames
    canvas.selection.set(Parts.of(node for name in canvas.selection.parts.frames for node in frames[name].frame.nodes))


def join_frame(canvas: "CanvasView") -> None:
    """Put the selected nodes into the one selected frame; the frame grows around them."""
    parts, scene = canvas.selection.parts, canvas.graph_scene
    frame = scene.frames[next(iter(parts.frames))].frame
    nodes = (*frame.nodes, *sorted(parts.nodes - set(frame.nodes)))
    room = _FRAME_ROOM
    area = scene.bounds_of(Parts.of(nodes)).adjusted(-room, -room - 12, room, room).united(QRectF(*frame.rect))
    canvas.ask(SetFrame(frame.id, nodes=nodes, rect=(area.x(), area.y(), area.width(), area.height())))


def leave_frame(canvas: "CanvasView") -> None:
    """Take the selected nodes out of the frames that hold them; they stay where they are."""
    out = canvas.selection.parts.nodes
    held = {
        name: tuple(node for node in item.frame.nodes if node not in out)
        for name, item in canvas.graph_scene.frames.items()
        if out & set(item.frame.nodes)
    }
    canvas.ask(Move(members=held))


# Looks and order


def toggle_compact(canvas: "CanvasView") -> None:
    """Show the selected nodes, or all, compactly or in detail."""
    nodes = canvas.selection.parts.nodes or frozenset(canvas.graph_scene.nodes)
    compact = all(canvas.graph_scene.nodes[name].node.compact for name in nodes)
    canvas.ask(SetNode(nodes, compact=not compact))


def paint_in(accent: str) -> Command:
    """A command that gives the selected nodes, or else the one note or frame, a colour."""

    def change(canvas: "CanvasView") -> None:
        parts = canvas.selection.parts
        if parts.nodes:
            canvas.ask(SetNode(parts.nodes, accent=accent))
        elif parts.notes:
            canvas.ask(SetNote(next(iter(parts.notes)), accent=accent))
        else:
            canvas.ask(SetFrame(next(iter(parts.frames)), accent=accent))

    return change


def accent_names() -> tuple[tuple[str, str], ...]:
    """The colours there are, with their names in the user's language."""
    return (
        ("blue", tr("Blue")), ("teal", tr("Teal")), ("green", tr("Green")), ("amber", tr("Amber")), ("red", tr("Red")),
        ("purple", tr("Purple")), ("grey", tr("Grey")),
    )  # fmt: skip


def restack(step: int) -> Command:
    """A command that brings the one selected note or frame before all others of its kind (1), or behind them (-1)."""

    def change(canvas: "CanvasView") -> None:
        scene, parts = canvas.graph_scene, canvas.selection.parts
        edge = max if step > 0 else min
        if parts.notes:
            level = edge(item.note.level for item in scene.notes.values()) + step
            canvas.ask(SetNote(next(iter(parts.notes)), level=level))
        else:
            level = edge(item.frame.level for item in scene.frames.values()) + step
            canvas.ask(SetFrame(next(iter(parts.frames)), level=level))

    return change


def resize(x: int, y: int) -> Command:
    """A command that makes the one selected note or frame wider or higher by grid steps."""

    def change(canvas: "CanvasView") -> None:
        scene, parts = canvas.graph_scene, canvas.selection.parts
        if parts.notes:
            note = scene.notes[next(iter(parts.notes))].note
            canvas.ask(SetNote(note.id, rect=_grown(note.rect, x, y)))
        else:
            frame = scene.frames[next(iter(parts.frames))].frame
            canvas.ask(SetFrame(frame.id, rect=_grown(frame.rect, x, y)))

    return change


def _grown(rect: Rect, x: int, y: int) -> Rect:
    left, top, width, height = rect
    return left, top, max(width + x * GRID, _SMALLEST[0]), max(height + y * GRID, _SMALLEST[1])
