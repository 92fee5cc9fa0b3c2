"""The whole graph from afar: flat rectangles and lines from lists made once, instead of items that paint themselves.

The lists are kept by tile, so that painting grows with what is visible, and an edit renews one tile and not the graph.
What a gesture is moving is lifted out of the tiles and drawn from its item.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QTransform

from canvas.items.edge import EdgeItem
from canvas.items.frame import FrameItem
from canvas.items.ghosts import paint_ghosts
from canvas.items.marks import difference_look
from canvas.items.node import NodeItem
from canvas.items.note import NoteItem
from canvas.look import STEPPED_BACK, Look
from canvas.style import LOUD, PILL_GAP, PILL_HEIGHT, RUN_LOOKS
from canvas.views import Point

_TILE = 3000.0
_PILL_WIDTH = 64.0
_PILLS_ABOVE = 0.1
"""Below this zoom a pill is less than two pixels high."""

Key = tuple[int, int]
Areas = tuple[Collection[FrameItem], Collection[NoteItem]]


def _rects() -> dict[str, QRectF]:
    return {}


def _lines() -> dict[str, list[QLineF]]:
    return {}


def _groups() -> dict[str, dict[str, QRectF]]:
    return {}


@dataclass(slots=True)
class _Tile:
    """What starts in one square of the scene."""

    nodes: dict[str, dict[str, QRectF]] = field(default_factory=_groups)
    lines: dict[str, list[QLineF]] = field(default_factory=_lines)
    pills: dict[str, QRectF] = field(default_factory=_rects)
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


class Overview:
    """Batches for nodes, transitions and pills. The scene tells it what changed."""

    def __init__(self, look: Look, nodes: Mapping[str, NodeItem], edges: Mapping[str, EdgeItem]) -> None:
        self._look = look
        self._nodes = nodes
        self._edges = edges
        self._tiles: dict[Key, _Tile] = {}
        self._node_homes: dict[str, tuple[Key, str]] = {}
        self._edge_homes: dict[str, Key] = {}
        self._built = False
        self._lifted_nodes: set[str] = set()
        self._lifted_edges: set[str] = set()
        self._stale_nodes: set[str] = set()
        self._stale_edges: set[str] = set()
        self._cache: tuple[object, QPixmap] | None = None
        self._seen: object = None
        """What the last picture depended on; the same again, and a picture of it is worth keeping."""

    def forget(self) -> None:
        """Build everything anew when it is next seen."""
        self._built = False
        self._cache = None
        self._tiles.clear()
        self._node_homes.clear()
        self._edge_homes.clear()
        self._stale_nodes.clear()
        self._stale_edges.clear()

    def touch(self, nodes: Iterable[str], edges: Iterable[str]) -> None:
        """These changed, came or went: they are renewed when the overview is next seen."""
        self._cache = self._seen = None
        if self._built:
            self._stale_nodes.update(nodes)
            self._stale_edges.update(edges)

    def _renew(self) -> None:
        if not self._built:
            self._build()
        nodes, edges = self._stale_nodes, self._stale_edges
        self._stale_nodes, self._stale_edges = set(), set()
        for node in nodes:
            self._take_node(node)
            if node in self._nodes and node not in self._lifted_nodes:
                self._put_node(node)
        for edge in edges:
            self._take_edge(edge)
            if edge in self._edges and edge not in self._lifted_edges:
                self._put_edge(edge)

    def lift(self, nodes: Iterable[str], edges: Iterable[str]) -> None:
        """Draw these live from now on: a gesture moves them."""
        self._lifted_nodes |= set(nodes)
        self._lifted_edges |= set(edges)
        self.touch(self._lifted_nodes, self._lifted_edges)

    def settle(self) -> None:
        """Put what was lifted back."""
        nodes, edges = self._lifted_nodes, self._lifted_edges
        self._lifted_nodes, self._lifted_edges = set(), set()
        self.touch(nodes, edges)

    # Tiles

    def _build(self) -> None:
        self._built = True
        for node in self._nodes:
            if node not in self._lifted_nodes:
                self._put_node(node)
        for edge in self._edges:
            if edge not in self._lifted_edges:
                self._put_edge(edge)

    def _tile(self, x: float, y: float) -> tuple[Key, _Tile]:
        key = (int(x // _TILE), int(y // _TILE))
        tile = self._tiles.get(key)
        if tile is None:
            tile = self._tiles[key] = _Tile()
        tile.ready = tile.heated = None
        return key, tile

    def _put_node(self, name: str) -> None:
        item = self._nodes[name]
        if not item.isVisible():
            return
        rect = item.card()
        key, tile = self._tile(rect.x(), rect.y())
        run = self._look.status_of(name).run
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
        tile.lines[name] = _pieces(item)
        if item.counted():
            tile.pills[name] = QRectF(*_pill_at(item), _PILL_WIDTH, PILL_HEIGHT)
        tile.bounds = tile.bounds.united(item.boundingRect())
        self._edge_homes[name] = key

    def _take_node(self, name: str) -> None:
        home = self._node_homes.pop(name, None)
        if home is not None:
            tile = self._tiles[home[0]]
            del tile.nodes[home[1]][name]
            tile.ready = None

    def _take_edge(self, name: str) -> None:
        home = self._edge_homes.pop(name, None)
        if home is not None:
            tile = self._tiles[home]
            del tile.lines[name]
            tile.pills.pop(name, None)
            tile.ready = tile.heated = None

    # Painting

    def paint(self, painter: QPainter, exposed: QRectF, frames: Iterable[FrameItem], notes: Iterable[NoteItem]) -> None:
        """Draw what is seen of the whole graph; `exposed` and the painter are in scene coordinates."""
        self._renew()
        self._paint_areas(painter, frames, notes)
        self._paint_parts(painter, exposed)
        self._paint_live(painter)

    def _paint_parts(self, painter: QPainter, exposed: QRectF) -> None:
        """What does not move: the tiles, and what a comparison or a search adds to them."""
        self._paint_tiles(painter, exposed)
        if self._look.difference is not None:
            paint_ghosts(painter, self._look.difference, self._look)
        self._paint_found(painter, exposed)

    def paint_view(
        self, painter: QPainter, view: QTransform, size: tuple[int, int, float], areas: Areas, exposed: QRectF
    ) -> None:
        """Draw the overview on a viewport of a size; what is seen again unchanged is kept as a picture.

        The painter is in pixels, and in the coordinates of the scene afterwards.
        """
        self._renew()
        frames, notes = areas
        cards = [item.card() for item in frames] + [item.card() for item in notes]
        places = tuple((card.x(), card.y(), card.width(), card.height()) for card in cards)
        key = (view.m11(), view.dx(), view.dy(), size, places, self._look.found, id(self._look.difference))
        if self._cache is None or self._cache[0] != key:
            self._cache = (key, self._picture(view, size, areas)) if key == self._seen or self.lifted else None
        self._seen = key
        if self._cache is not None:
            painter.drawPixmap(0, 0, self._cache[1])
            painter.setWorldTransform(view)
        else:
            painter.fillRect(exposed, self._look.style.brush(self._look.style.tokens.ground))
            painter.setWorldTransform(view)
            self._paint_areas(painter, frames, notes)
            self._paint_parts(painter, view.inverted()[0].mapRect(exposed))
        self._paint_live(painter)

    def _picture(self, view: QTransform, size: tuple[int, int, float], areas: Areas) -> QPixmap:
        width, height, ratio = size
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._look.style.tokens.ground)
        painter = QPainter(picture)
        painter.setWorldTransform(view)
        self._paint_areas(painter, *areas)
        self._paint_parts(painter, view.inverted()[0].mapRect(QRectF(0, 0, width, height)))
        painter.end()
        return picture

    @property
    def lifted(self) -> bool:
        """Whether a gesture has lifted anything."""
        return bool(self._lifted_nodes or self._lifted_edges)

    def _colour(self, group: str) -> str:
        """Quiet colours for the kinds of nodes, loud ones for what needs attention."""
        style = self._look.style
        return style.tokens.states[group[:-1]].ink if group.endswith("!") else style.faded(style.accent(group).ink)

    def _paint_areas(self, painter: QPainter, frames: Iterable[FrameItem], notes: Iterable[NoteItem]) -> None:
        style = self._look.style
        painter.setPen(Qt.PenStyle.NoPen)
        for frame in frames:
            accent = style.accent(frame.frame.accent)
            painter.setBrush(style.brush(style.faded(accent.ink) if frame.shape_of_card is not None else accent.tint))
            painter.drawRect(frame.card())
        for note in notes:
            if not note.isVisible():
                continue
            painter.setBrush(style.brush(style.accent(note.note.accent).tint))
            painter.drawRect(note.card())

    def _paint_tiles(self, painter: QPainter, exposed: QRectF) -> None:
        style = self._look.style
        tiles = [tile for tile in self._tiles.values() if tile.bounds.intersects(exposed)]
        seen = [tile.lists() for tile in tiles]
        self._paint_lines(painter, tiles)
        painter.setPen(Qt.PenStyle.NoPen)
        if painter.worldTransform().m11() >= _PILLS_ABOVE:
            painter.setBrush(style.brush(style.tokens.pill_border))
            for _, _, pills in seen:
                if pills:
                    painter.drawRects(pills)
        for nodes, _, _ in seen:
            for group, rects in nodes:
                painter.setBrush(style.brush(self._colour(group)))
                painter.drawRects(rects)

    def _paint_found(self, painter: QPainter, exposed: QRectF) -> None:
        """A veil over all, and what the search found above it."""
        found, style = self._look.found, self._look.style
        if found is None:
            return
        painter.setOpacity(1 - STEPPED_BACK)
        painter.fillRect(exposed, style.brush(style.tokens.ground))
        painter.setOpacity(1.0)
        painter.setPen(_hairline(style.pen(style.tokens.text), 1.5))
        for name in found.nodes & self._nodes.keys():
            item = self._nodes[name]
            if item.isVisible():
                painter.setBrush(style.brush(style.accent(item.node.accent).ink))
                painter.drawRect(item.card())

    def _paint_lines(self, painter: QPainter, tiles: Iterable[_Tile]) -> None:
        style = self._look.style
        painter.setPen(_hairline(style.pen(style.tokens.edge)))
        if self._look.heat is None:
            for tile in tiles:
                if tile.lines:
                    painter.drawLines(tile.lists()[1])
            return
        for tile in tiles:
            for bucket, lines in tile.heat_lines(self._bucket).items():
                if bucket >= 0:
                    painter.setPen(_hairline(style.pen(style.tokens.heat[bucket]), 1.0 + bucket * 0.6))
                else:
                    painter.setPen(_hairline(style.pen(style.tokens.edge)))
                painter.drawLines(lines)

    def _bucket(self, edge: str) -> int:
        """The bucket of a transition's count; -1 while it has none."""
        heat = self._look.heat
        bucket = heat.bucket(self._look.count_of(edge).value) if heat is not None else None
        return -1 if bucket is None else bucket

    def forget_heat(self) -> None:
        """Counts changed: the lines are sorted into buckets anew when they are next seen."""
        self._cache = None
        for tile in self._tiles.values():
            tile.heated = None

    def _paint_live(self, painter: QPainter) -> None:
        look, style = self._look, self._look.style
        if self._lifted_edges:
            painter.setPen(_hairline(style.pen(style.tokens.edge_strong)))
            live = [self._edges[name] for name in self._lifted_edges if name in self._edges]
            live = [edge for edge in live if edge.isVisible()]
            painter.drawLines([QLineF(edge.x1, edge.y1, edge.x2, edge.y2) for edge in live])
        if look.edges:
            painter.setPen(_hairline(style.pen(style.tokens.selection), 2))
            chosen = [self._edges[name] for name in look.edges if name in self._edges]
            painter.drawLines([line for edge in chosen for line in _pieces(edge)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(style.tokens.selection))
        bold = self._lifted_nodes | look.nodes
        if bold:
            cards = [self._nodes[name] for name in bold if name in self._nodes]
            painter.drawRects([item.card() for item in cards if item.isVisible()])
        if look.focused[0] == "nodes" and look.focused[1] in self._nodes:
            painter.setPen(_hairline(style.pen(style.tokens.focus), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._nodes[look.focused[1]].card())


def _hairline(pen: QPen, width: float = 1.0) -> QPen:
    """The pen with a width in pixels, whatever the zoom."""
    made = QPen(pen)
    made.setCosmetic(True)
    made.setWidthF(width)
    return made


def _pill_at(item: EdgeItem) -> Point:
    """Where the top left of a count is: beside its source, or, where it runs down, over the card that it leads to."""
    if not item.down:
        return item.x1 + PILL_GAP, item.y1 - PILL_HEIGHT / 2
    if item.edge.target is None or item.shares_input:
        return item.x1 - _PILL_WIDTH / 2, item.y1 + PILL_GAP
    return item.x2 - _PILL_WIDTH / 2, item.y2 - PILL_GAP - PILL_HEIGHT


def _pieces(edge: EdgeItem) -> list[QLineF]:
    return [QLineF(*before, *after) for before, after in pairwise(edge.pieces())]
