"""The whole graph from afar: flat rectangles and lines from lists made once, instead of items that paint themselves.

What a gesture is moving is lifted out of the lists and drawn from its item. Counts are written while they have room.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QTransform

from canvas.far_words import MOST_WORDS, WORDS_ABOVE, FarWords
from canvas.items.edge import EdgeItem
from canvas.items.frame import FrameItem
from canvas.items.ghosts import paint_ghosts
from canvas.items.node import NodeItem
from canvas.items.note import NoteItem
from canvas.look import STEPPED_BACK, Look
from canvas.tiles import Tile, Tiles, pieces

_PILLS_ABOVE = 0.1
"""Below this zoom a pill is less than two pixels high."""


class Size(NamedTuple):
    """Of a viewport: in pixels, those of the device to one of them, and how many times larger its texts are."""

    width: int
    height: int
    ratio: float
    text: float


class Overview:
    """Batches for nodes, transitions and pills. The scene tells it what changed."""

    def __init__(
        self,
        look: Look,
        nodes: Mapping[str, NodeItem],
        edges: Mapping[str, EdgeItem],
        frames: Mapping[str, FrameItem],
        notes: Mapping[str, NoteItem],
    ) -> None:
        self._look = look
        self._nodes, self._edges, self._frames, self._notes = nodes, edges, frames, notes
        self._words = FarWords(look, nodes, edges)
        self._tiles = Tiles(look, nodes, edges)
        self._cache: tuple[object, QPixmap] | None = None
        self._seen: object = None
        """What the last picture depended on; the same again, and a picture of it is worth keeping."""

    def forget(self) -> None:
        """Build everything anew when it is next seen."""
        self._cache = None
        self._words.forget()
        self._tiles.forget()

    def touch(self, nodes: Iterable[str], edges: Iterable[str]) -> None:
        """These changed, came or went: they are renewed when the overview is next seen."""
        self._cache = self._seen = None
        self._tiles.touch(nodes, edges)

    def lift(self, nodes: Iterable[str], edges: Iterable[str]) -> None:
        """Draw these live from now on: a gesture moves them."""
        self._cache = self._seen = None
        self._tiles.lift(nodes, edges)

    def settle(self) -> None:
        """Put what was lifted back."""
        self._cache = self._seen = None
        self._tiles.settle()

    def count_at(self, at: QPointF) -> str:
        """The transition whose number is read at a point of the scene; empty where there is none."""
        return self._words.count_at(at)

    def number_of(self, edge: str) -> QRectF:
        """Where the number of a transition was written, in scene coordinates; empty where it was not."""
        return self._words.number_of(edge)

    # Painting

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw what is seen of the whole graph; `exposed` and the painter are in scene coordinates."""
        self._paint_areas(painter)
        self._paint_parts(painter, exposed)
        self._paint_live(painter)

    def _paint_parts(self, painter: QPainter, exposed: QRectF, *, marks: bool = True) -> None:
        """What does not move: the tiles, with marks for counts or without, and what is compared or looked for."""
        self._paint_tiles(painter, exposed, marks=marks)
        if self._look.difference is not None:
            paint_ghosts(painter, self._look.difference, self._look)
        self._paint_found(painter, exposed)

    def paint_view(self, painter: QPainter, view: QTransform, size: Size, exposed: QRectF) -> None:
        """Draw the overview on a viewport of a size; what is seen again unchanged is kept as a picture.

        The painter is in pixels, and in the coordinates of the scene afterwards. Counts that can be written are not in
        the picture: they change all the time.
        """
        tiles = self._tiles.at(view.inverted()[0].mapRect(QRectF(0, 0, size.width, size.height)))
        worded = view.m11() >= WORDS_ABOVE * size.text and sum(len(tile.pills) for tile in tiles) <= MOST_WORDS
        cards = [*(item.card() for item in self._frames.values()), *(item.card() for item in self._notes.values())]
        places = tuple((card.x(), card.y(), card.width(), card.height()) for card in cards)
        look = self._look
        key = (view.m11(), view.dx(), view.dy(), size, places, look.found, id(look.difference), worded)
        if self._cache is None or self._cache[0] != key:
            again = key == self._seen or self.lifted
            self._cache = (key, self._picture(view, size, marks=not worded)) if again else None
        self._seen = key
        if self._cache is not None:
            painter.drawPixmap(0, 0, self._cache[1])
            painter.setWorldTransform(view)
        else:
            painter.fillRect(exposed, self._look.style.brush(self._look.style.tokens.ground))
            painter.setWorldTransform(view)
            self._paint_areas(painter)
            self._paint_parts(painter, view.inverted()[0].mapRect(exposed), marks=not worded)
        self._paint_live(painter)
        if worded:
            self._write(painter, view, size.text, tiles)
        else:
            self._words.forget()

    def _write(self, painter: QPainter, view: QTransform, text: float, tiles: Sequence[Tile]) -> None:
        """Write what can be read; while something is looked for, on what was found alone."""
        tokens, look = self._look.style.tokens, self._look
        counts = {name: mark for tile in tiles for name, mark in tile.pills.items()}
        kinds = {
            name: tokens.card if group.endswith("!") or name in look.nodes else tokens.text
            for tile in tiles for group, names in tile.nodes.items() for name in names
        }  # fmt: skip
        remarks = {name: one for tile in tiles for name, one in tile.remarks.items()} if look.states_shown else {}
        if look.found is not None:
            counts = {name: mark for name, mark in counts.items() if name in look.found.edges}
            kinds = {name: tokens.card for name in kinds if name in look.found.nodes}
            remarks = {name: one for name, one in remarks.items() if name in look.found.nodes}
        painter.setWorldTransform(QTransform.fromScale(text, text))
        self._words.write(painter, view * QTransform.fromScale(1 / text, 1 / text), counts, kinds, remarks)
        painter.setWorldTransform(view)

    def _picture(self, view: QTransform, size: Size, *, marks: bool) -> QPixmap:
        picture = QPixmap(round(size.width * size.ratio), round(size.height * size.ratio))
        picture.setDevicePixelRatio(size.ratio)
        picture.fill(self._look.style.tokens.ground)
        painter = QPainter(picture)
        painter.setWorldTransform(view)
        self._paint_areas(painter)
        area = view.inverted()[0].mapRect(QRectF(0, 0, size.width, size.height))
        self._paint_parts(painter, area, marks=marks)
        painter.end()
        return picture

    @property
    def lifted(self) -> bool:
        """Whether a gesture has lifted anything."""
        return bool(self._tiles.lifted_nodes or self._tiles.lifted_edges)

    def _colour(self, group: str) -> str:
        """Quiet colours for the kinds of nodes, loud ones for what needs attention."""
        style = self._look.style
        return style.tokens.states[group[:-1]].ink if group.endswith("!") else style.faded(style.accent(group).ink)

    def _paint_areas(self, painter: QPainter) -> None:
        style = self._look.style
        painter.setPen(Qt.PenStyle.NoPen)
        for frame in self._frames.values():
            accent = style.accent(frame.frame.accent)
            painter.setBrush(style.brush(style.faded(accent.ink) if frame.shape_of_card is not None else accent.tint))
            painter.drawRect(frame.card())
        for note in self._notes.values():
            if not note.isVisible():
                continue
            painter.setBrush(style.brush(style.accent(note.note.accent).tint))
            painter.drawRect(note.card())

    def _paint_tiles(self, painter: QPainter, exposed: QRectF, *, marks: bool) -> None:
        style = self._look.style
        tiles = self._tiles.at(exposed)
        seen = [tile.lists() for tile in tiles]
        self._paint_lines(painter, tiles)
        painter.setPen(Qt.PenStyle.NoPen)
        if marks and painter.worldTransform().m11() >= _PILLS_ABOVE:
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

    def _paint_lines(self, painter: QPainter, tiles: Iterable[Tile]) -> None:
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
        self._tiles.forget_heat()

    def _paint_live(self, painter: QPainter) -> None:
        look, style = self._look, self._look.style
        if self._tiles.lifted_edges:
            painter.setPen(_hairline(style.pen(style.tokens.edge_strong)))
            live = [self._edges[name] for name in self._tiles.lifted_edges if name in self._edges]
            live = [edge for edge in live if edge.isVisible()]
            painter.drawLines([QLineF(edge.x1, edge.y1, edge.x2, edge.y2) for edge in live])
        if look.edges:
            painter.setPen(_hairline(style.pen(style.tokens.selection), 2))
            chosen = [self._edges[name] for name in look.edges if name in self._edges]
            painter.drawLines([line for edge in chosen for line in pieces(edge)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(style.tokens.selection))
        bold = self._tiles.lifted_nodes | look.nodes
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
