"""What the overview draws of nodes and transitions, as lists made once, by square of the scene.

Painting grows with the squares in sight, and an edit renews one square and not the graph.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF

from canvas.items.edge import EdgeItem
from canvas.items.marks import difference_look
from canvas.items.node import NodeItem
from canvas.look import Look
from canvas.style import LOUD, PILL_GAP, PILL_HEIGHT, RUN_LOOKS
from canvas.views import Point, Severity

_TILE = 3000.0
_PILL_WIDTH = 64.0

Key = tuple[int, int]


def _rects() -> dict[str, QRectF]:
    return {}


def _lines() -> dict[str, list[QLineF]]:
    return {}


def _groups() -> dict[str, dict[str, QRectF]]:
    return {}


@dataclass(slots=True)
class Tile:
    """What starts in one square of the scene."""

    nodes: dict[str, dict[str, QRectF]] = field(default_factory=_groups)
    lines: dict[str, list[QLineF]] = field(default_factory=_lines)
    pills: dict[str, QRectF] = field(default_factory=_rects)
    remarks: dict[str, Severity] = field(default_factory=dict[str, Severity])
    """Nodes that something is to be said about, to how much it matters."""
    bounds: QRectF = field(default_factory=QRectF)
    heated: dict[int, list[QLineF]] | None = None
    ready: "tuple[list[tuple[str, list[QRectF]]], list[QLineF], list[QRectF]] | None" = None

    def heat_lines(self, bucket_of: Callable[[str], int]) -> dict[int, list[QLineF]]:
        """The lines by bucket of their counts; kept until something in the tile changes."""
        if self.heated is None:
            self.heated = {}
            for name, lines in self.lines.items():
                self.heated.setdefault(bucket_of(name), []).extend(lines)
        return self.heated

    def lists(self) -> tuple[list[tuple[str, list[QRectF]]], list[QLineF], list[QRectF]]:
        if self.ready is None:
            nodes = [(colour, list(rects.values())) for colour, rects in self.nodes.items() if rects]
            self.ready = (nodes, [line for lines in self.lines.values() for line in lines], list(self.pills.values()))
        return self.ready


class Tiles:
    """All squares. The scene tells what changed; it is renewed when it is next asked for."""

    def __init__(self, look: Look, nodes: Mapping[str, NodeItem], edges: Mapping[str, EdgeItem]) -> None:
        self._look = look
        self._nodes = nodes
        self._edges = edges
        self._tiles: dict[Key, Tile] = {}
        self._node_homes: dict[str, tuple[Key, str]] = {}
        self._edge_homes: dict[str, Key] = {}
        self._built = False
        self.lifted_nodes: set[str] = set()
        self.lifted_edges: set[str] = set()
        self._stale_nodes: set[str] = set()
        self._stale_edges: set[str] = set()

    def forget(self) -> None:
        """Build everything anew."""
        self._built = False
        self._tiles.clear()
        self._node_homes.clear()
        self._edge_homes.clear()
        self._stale_nodes.clear()
        self._stale_edges.clear()

    def touch(self, nodes: Iterable[str], edges: Iterable[str]) -> None:
        """These changed, came or went."""
        if self._built:
            self._stale_nodes.update(nodes)
            self._stale_edges.update(edges)

    def forget_heat(self) -> None:
        """Counts changed: the lines are sorted into buckets anew."""
        for tile in self._tiles.values():
            tile.heated = None

    def at(self, area: QRectF) -> list[Tile]:
        """The squares of which something reaches into an area."""
        self._renew()
        return [tile for tile in self._tiles.values() if tile.bounds.intersects(area)]

    def _renew(self) -> None:
        if not self._built:
            self._build()
        nodes, edges = self._stale_nodes, self._stale_edges
        self._stale_nodes, self._stale_edges = set(), set()
        for node in nodes:
            self._take_node(node)
            if node in self._nodes and node not in self.lifted_nodes:
                self._put_node(node)
        for edge in edges:
            self._take_edge(edge)
            if edge in self._edges and edge not in self.lifted_edges:
                self._put_edge(edge)

    def lift(self, nodes: Iterable[str], edges: Iterable[str]) -> None:
        """Draw these live from now on: a gesture moves them."""
        self.lifted_nodes |= set(nodes)
        self.lifted_edges |= set(edges)
        self.touch(self.lifted_nodes, self.lifted_edges)

    def settle(self) -> None:
        """Put what was lifted back."""
        nodes, edges = self.lifted_nodes, self.lifted_edges
        self.lifted_nodes, self.lifted_edges = set(), set()
        self.touch(nodes, edges)

    def _build(self) -> None:
        self._built = True
        for node in self._nodes:
            if node not in self.lifted_nodes:
                self._put_node(node)
        for edge in self._edges:
            if edge not in self.lifted_edges:
                self._put_edge(edge)

    def _tile(self, x: float, y: float) -> tuple[Key, Tile]:
        key = (int(x // _TILE), int(y // _TILE))
        tile = self._tiles.get(key)
        if tile is None:
            tile = self._tiles[key] = Tile()
        tile.ready = tile.heated = None
        return key, tile

    def _put_node(self, name: str) -> None:
        item = self._nodes[name]
        if not item.isVisible():
            return
        rect = item.card()
        key, tile = self._tile(rect.x(), rect.y())
        status = self._look.status_of(name)
        run = status.run
        if status.badge is not None and status.badge.severity is not Severity.INFO:
            tile.remarks[name] = status.badge.severity
        colour = RUN_LOOKS[run][0] + "!" if run in LOUD else item.node.accent
        found = self._look.difference
        mark = found.mark("nodes", name) if found is not None else None
        if mark is not None:
            colour = difference_look(mark) + "!"
        tile.nodes.setdefault(colour, {})[name] = rect
        tile.bounds = tile.bounds.united(rect)
        self._node_homes[name] = (key, colour)

    def _put_edge(self, name: str) -> None:
        item = self._edges[name]
        if not item.isVisible():
            return
        x1, y1 = item.x1, item.y1
        key, tile = self._tile(x1, y1)
        tile.lines[name] = pieces(item)
        if item.counted():
            tile.pills[name] = QRectF(*_pill_at(item), _PILL_WIDTH, PILL_HEIGHT)
        tile.bounds = tile.bounds.united(item.boundingRect())
        self._edge_homes[name] = key

    def _take_node(self, name: str) -> None:
        home = self._node_homes.pop(name, None)
        if home is not None:
            tile = self._tiles[home[0]]
            del tile.nodes[home[1]][name]
            tile.remarks.pop(name, None)
            tile.ready = None

    def _take_edge(self, name: str) -> None:
        home = self._edge_homes.pop(name, None)
        if home is not None:
            tile = self._tiles[home]
            del tile.lines[name]
            tile.pills.pop(name, None)
            tile.ready = tile.heated = None


def _pill_at(item: EdgeItem) -> Point:
    """Where the top left of a count is: beside its source, or, where it runs down, over the card that it leads to."""
    if not item.down:
        return item.x1 + PILL_GAP, item.y1 - PILL_HEIGHT / 2
    if item.edge.target is None or item.shares_input:
        return item.x1 - _PILL_WIDTH / 2, item.y1 + PILL_GAP
    return item.x2 - _PILL_WIDTH / 2, item.y2 - PILL_GAP - PILL_HEIGHT


def pieces(edge: EdgeItem) -> list[QLineF]:
    """The straight pieces of a transition's way."""
    return [QLineF(*before, *after) for before, after in pairwise(edge.pieces())]
