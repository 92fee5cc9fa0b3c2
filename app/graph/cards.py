"""A document's parts as the canvas shows them. Reading is cheap: a node that did not change keeps its card."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from app.graph.kinds import ENTRY, Kinds
from app.graph.summaries import MOST_LINES
from app.words import tr
from canvas.geometry import card_height
from canvas.layout import Box, layered
from canvas.style import CARD_HEIGHT
from canvas.views import EdgeView, FrameView, NodeView, NoteView, Point, PortRef, PortView
from engine.catalog.model import Catalog
from engine.checking import Checked
from engine.document.graph import in_order
from engine.document.model import Document, Frame, Node, Note

COLUMN, ROW = 408.0, 120.0
"""How far apart the nodes of a document stand that arranges itself."""
_BESIDE, _BELOW = 264.0, 96.0
"""The same where it runs from top to bottom: from column to column, and what stays free for counts between two rows."""
NOTE_SIZE = (216.0, 120.0)
FRAME_RECT = (0.0, 0.0, 480.0, 240.0)


@dataclass(frozen=True)
class Drawn:
    """All parts of a document as the canvas shows them."""

    nodes: Mapping[str, NodeView]
    edges: Mapping[str, EdgeView]
    notes: Mapping[str, NoteView]
    frames: Mapping[str, FrameView]

    @cached_property
    def leaving(self) -> Mapping[str, tuple[str, ...]]:
        """Node to the transitions that leave it."""
        found: dict[str, list[str]] = {}
        for name, edge in self.edges.items():
            found.setdefault(edge.source.node, []).append(name)
        return {node: tuple(edges) for node, edges in found.items()}


def open_output(node: str, port: str) -> str:
    """The id under which the canvas shows an output that leads nowhere yet; the engine names it so, too."""
    return f"{node}:{port}"


class Cards:
    """Makes views of a document, and keeps those whose node is still the same."""

    def __init__(self, catalog: Catalog, kinds: Kinds) -> None:
        self.catalog = catalog
        self.kinds = kinds
        self.checked: Checked | None = None
        self.wrong_inputs: Mapping[str, str] = {}
        """Node to what is wrong with what comes in; the input is ringed."""
        self._kept: dict[str, tuple[Node, Point, object, NodeView]] = {}
        self._laid_out: dict[str, Point] = {}
        self._shape: object = None
        self._down = False
        """Whether the document that was drawn last runs from top to bottom."""

    def draw(self, document: Document) -> Drawn:
        """The whole document."""
        self._down = self.kinds.runs_down(document)
        places = self._places(document)
        nodes = {node.id: self._node(node, places[node.id]) for node in document.nodes}
        frames = {frame.id: self._frame(frame, places) for frame in document.frames}
        notes = {note.id: _note(note, document.layout) for note in document.notes}
        return Drawn(nodes, _edges(document, nodes), notes, frames)

    def _places(self, document: Document) -> Mapping[str, Point]:
        if self.kinds.arranged:
            return self._arranged(document)
        missing = [node.id for node in document.nodes if node.id not in document.layout]
        if not missing:
            return document.layout
        if any(name not in self._laid_out for name in missing):
            boxes = {node.id: Box(*document.layout.get(node.id, (0.0, 0.0))) for node in document.nodes}
            links = [(one.source, one.target) for one in document.transitions if one.target is not None]
            self._laid_out |= layered(boxes, links)
        return {node.id: document.layout.get(node.id) or self._laid_out[node.id] for node in document.nodes}

    def _arranged(self, document: Document) -> Mapping[str, Point]:
        """Places for all nodes, found anew whenever the graph is another: paths stand as they are read."""
        shape = (
            tuple((one.id, one.type, one.compact) for one in document.nodes),
            tuple((one.source, one.port, one.target) for one in document.transitions),
            self._down,
        )
        if shape != self._shape:
            heights = {node.id: self._height(node) for node in document.nodes}
            order = reading_order(document, self.kinds)
            self._laid_out, self._shape = tree_layout(document, order, heights, down=self._down), shape
        return self._laid_out

    def _height(self, node: Node) -> float:
        kind = self.kinds.get(node.type)
        if kind is None:
            return CARD_HEIGHT
        ports = max(len(kind.entries), len(kind.outputs_of(node)))
        return card_height(ports, compact=node.compact or kind.compact, down=self._down)

    def _node(self, node: Node, place: Point) -> NodeView:
        # Of all that a check finds, a card shows only the sentence of a rule, which needs to know whom it is about.
        depends = (self.kinds.whom(node, self.checked), self.wrong_inputs.get(node.id, ""), self._down)
        kept = self._kept.get(node.id)
        if kept is not None and kept[0] is node and kept[1] == place and kept[2] == depends:
            return kept[3]
        view = self._view(node, place)
        self._kept[node.id] = (node, place, depends, view)
        return view

    def _view(self, node: Node, place: Point) -> NodeView:
        kind = self.kinds.get(node.type)
        x, y = place
        if kind is None:
            return NodeView(
                node.id, node.type, node.label or node.type, x, y, node.type, "ph.question",
                inputs=(PortView(ENTRY),), disabled=node.disabled, down=self._down, missing=True,
            )  # fmt: skip
        words = self.kinds.card(node, self.checked, self.catalog)
        return NodeView(
            id=node.id,
            type=node.type,
            title=words.title,
            x=x,
            y=y,
            type_title=words.kind,
            icon=kind.icon,
            summary=(tr("A run stops before it"), *words.summary)[:MOST_LINES] if node.paused else words.summary,
            inputs=tuple(replace(port, problem=self.wrong_inputs.get(node.id, "")) for port in kind.entries),
            outputs=words.outputs if len(words.outputs) > 1 else _unnamed(words.outputs),
            accent=node.accent or kind.accent,
            disabled=node.disabled,
            compact=node.compact or kind.compact,
            down=self._down,
        )

    def _frame(self, frame: Frame, places: Mapping[str, Point]) -> FrameView:
        rect = frame.rect or _around([places[node] for node in frame.nodes if node in places])
        accent = frame.accent or "blue"
        return FrameView(frame.id, frame.title, rect, frame.nodes, accent, frame.collapsed, frame.level)


def reading_order(document: Document, kinds: Kinds) -> list[str]:
    """The nodes as they are read: each path to its end before the next one, in the order of the outputs."""
    found: dict[str, None] = {}
    entered = {one.target for one in document.transitions}
    waiting = [node.id for node in reversed(document.nodes) if node.id not in entered]
    while waiting:
        name = waiting.pop()
        node = document.node_by_id.get(name)
        if node is None or name in found:
            continue
        found[name] = None
        kind = kinds.get(node.type)
        ports = {port.id: place for place, port in enumerate(kind.outputs_of(node) if kind is not None else ())}
        onward = sorted(document.outbound.get(name, ()), key=lambda one: ports.get(one.port, len(ports)))
        waiting += [one.target for one in reversed(onward) if one.target is not None]
    return [*found, *(node.id for node in document.nodes if node.id not in found)]


def tree_layout(
    document: Document, order: list[str], heights: Mapping[str, float] | None = None, *, down: bool = False
) -> dict[str, Point]:
    """Places of a tree whose branches may come together: each path has a row of its own, in the order of reading.

    A node stands in the middle of what follows it alone, one column after the last that leads to it; cards of a row
    have their middles on one line, whatever their heights. `down` lays it out from top to bottom.
    """
    column: dict[str, int] = {}
    children: dict[str, list[str]] = {name: [] for name in order}
    for name in in_order(document):
        before = [one.source for one in document.inbound.get(name, ()) if one.source in column]
        column[name] = max((column[one] + 1 for one in before), default=0)
    home: dict[str, str] = {}
    for name in order:
        for arrow in document.outbound.get(name, ()):
            if arrow.target in children and arrow.target not in home:
                home[arrow.target] = name
    for name in order:
        if name in home:
            children[home[name]].append(name)
    row: dict[str, float] = {}
    leaves = 0
    for name in reversed(order):
        mine = [row[one] for one in children[name] if one in row]
        if mine:
            row[name] = (mine[0] + mine[-1]) / 2
        else:
            row[name] = float(-leaves)
            leaves += 1
    top = min(row.values(), default=0.0)
    tall = heights or {}
    across = {name: (column.get(name, 0), row[name] - top) for name in order}
    if down:
        return _from_top(across, tall)
    return {
        name: (place * COLUMN, line * ROW + (CARD_HEIGHT - tall.get(name, CARD_HEIGHT)) / 2)
        for name, (place, line) in across.items()
    }


def _from_top(across: Mapping[str, tuple[int, float]], tall: Mapping[str, float]) -> dict[str, Point]:
    """The columns of a tree as rows, each as high as its tallest card."""
    rows: dict[int, float] = {}
    for name, (place, _) in across.items():
        rows[place] = max(rows.get(place, 0.0), tall.get(name, CARD_HEIGHT))
    tops, top = dict[int, float](), 0.0
    for place in sorted(rows):
        tops[place] = top
        top += rows[place] + _BELOW
    return {name: (line * _BESIDE, tops[place]) for name, (place, line) in across.items()}


def _unnamed(ports: tuple[PortView, ...]) -> tuple[PortView, ...]:
    """The only output needs no name."""
    return tuple(replace(port, label="") for port in ports)


def _around(points: list[Point]) -> tuple[float, float, float, float]:
    if not points:
        return FRAME_RECT
    left, top = min(x for x, _ in points) - 24, min(y for _, y in points) - 36
    return left, top, max(x for x, _ in points) + 240 - left, max(y for _, y in points) + 96 - top


def _note(note: Note, layout: Mapping[str, Point]) -> NoteView:
    place, size = layout.get(note.id, (0.0, 0.0)), note.size or NOTE_SIZE
    return NoteView(note.id, note.text, (*place, *size), note.accent or "amber", note.level)


def _edges(document: Document, nodes: Mapping[str, NodeView]) -> dict[str, EdgeView]:
    """The transitions, and for each output that nothing is connected to an open one that shows its count."""
    found: dict[str, EdgeView] = {}
    taken: set[tuple[str, str]] = set()
    for one in document.transitions:
        if one.source not in nodes or (one.target is not None and one.target not in nodes):
            continue
        taken.add((one.source, one.port))
        target = PortRef(one.target, ENTRY) if one.target is not None else None
        label = one.label or _label(nodes[one.source], one.port)
        off = nodes[one.source].disabled
        found[one.id] = EdgeView(one.id, PortRef(one.source, one.port), target, label, one.points, one.label_at, off)
    for node in nodes.values():
        for port in node.outputs:
            if (node.id, port.id) not in taken:
                name = open_output(node.id, port.id)
                found[name] = EdgeView(name, PortRef(node.id, port.id), None, port.label, disabled=node.disabled)
    return found


def _label(node: NodeView, port: str) -> str:
    return next((one.label for one in node.outputs if one.id == port), "")
