"""Items made from a model and kept true to it. The scene owns items and adjacency, never the document.

All nodes and transitions are top level and indexed by Qt; whoever needs "the transitions of this node" asks a
dictionary. A change of the model is one notice, and each touched transition finds its way once.
"""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene, QStyleOptionGraphicsItem

from canvas import finding
from canvas.adjacency import Adjacency
from canvas.crowd import Crowd
from canvas.folding import Folding
from canvas.ground import paint_ground
from canvas.guard import painting
from canvas.items.batch import Batch, BatchLayer, LineLayer
from canvas.items.edge import EdgeItem
from canvas.items.frame import FrameItem
from canvas.items.ghosts import Ghosts
from canvas.items.hit import Hit
from canvas.items.node import NodeItem
from canvas.items.note import NoteItem
from canvas.look import Level, Look, level_at
from canvas.model import GraphChange, GraphModel
from canvas.obstacles import Card as Span
from canvas.obstacles import Cards, Corridors
from canvas.overview import Overview
from canvas.routing import STUB, Routing
from canvas.selection import Selection
from canvas.style import Style
from canvas.views import Parts, Point

_MARGIN = 6000.0


class CanvasScene(QGraphicsScene):
    """The parts of one model as items."""

    applying = Signal()
    """A change of the model is about to be shown: previews must go."""
    applied = Signal(object)
    """The GraphChange just shown; also with an empty one after everything was read anew."""
    heated = Signal()
    """Populations are shown by width and colour from now on, or no longer, or others are."""

    def __init__(self, model: GraphModel, style: Style, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.model = model
        self.look = Look(style, model.count, model.status)
        self.routing = Routing.CURVED
        self.nodes: dict[str, NodeItem] = {}
        self.edges: dict[str, EdgeItem] = {}
        self.notes: dict[str, NoteItem] = {}
        self.frames: dict[str, FrameItem] = {}
        self._adjacency = Adjacency()
        self.inbound = self._adjacency.inbound
        self.outbound = self._adjacency.outbound
        self._cards = Cards()
        self._crowd = Crowd(self._cards)
        self._long = Corridors()
        self.folding = Folding(self)
        self.overview = Overview(self.look, self.nodes, self.edges, self.frames, self.notes)
        self.selection = Selection(self.look, self.edges_of, self)
        self._batch = Batch()
        self._content = QRectF()
        self._outgrown = False
        model.changed.connect(self._apply)
        model.reset.connect(self.load)
        model.counted.connect(self._recount)
        model.status_changed.connect(self._restate)
        self.load()

    def stop_following(self) -> None:
        """Stay as the model is now: a picture is of one moment, whatever happens while it is drawn."""
        model = self.model
        for signal, slot in (
            (model.changed, self._apply), (model.reset, self.load), (model.counted, self._recount),
            (model.status_changed, self._restate),
        ):  # fmt: skip
            signal.disconnect(slot)

    # Reading the model

    def load(self) -> None:
        """Read the whole model anew."""
        self.applying.emit()
        self.clear()
        self._batch.clear()
        shelves = (self.nodes, self.edges, self.notes, self.frames, self._adjacency, self._cards, self._long)
        for shelf in (*shelves, self._crowd, self.folding):
            shelf.clear()
        self.overview.forget()
        self._content = QRectF()
        model = self.model
        blocked = self.blockSignals(True)
        for node in model.node_ids():
            self._add_node(node)
        for edge in model.edge_ids():
            self._add_edge(edge)
        for note in model.note_ids():
            self._add_note(note)
        for frame in model.frame_ids():
            self._add_frame(frame)
        self._refold()
        self._layers = (LineLayer(self.look, self._batch), BatchLayer(self.look, self._batch), Ghosts(self.look))
        for layer in self._layers:
            self.addItem(layer)
        self.blockSignals(blocked)
        self._measure()
        self.selection.set(self.selection.parts & self.everything())
        self.applied.emit(GraphChange())

    def everything(self) -> Parts:
        """All parts there are."""
        return Parts.of(self.nodes, self.edges, self.notes, self.frames)

    def shown(self) -> Parts:
        """All parts but those that collapsed frames hide."""
        hidden = (name for name, item in self.edges.items() if not item.isVisible())
        return self.everything() - Parts.of(self.folding.homes, hidden, self.folding.notes)

    def _add_node(self, name: str) -> None:
        item = NodeItem(self.model.node(name), self.look, self._batch)
        self.nodes[name] = item
        self._cards.put(name, item.place())
        self.addItem(item)

    def _add_edge(self, name: str) -> None:
        edge = self.model.edge(name)
        item = EdgeItem(edge, self.look, self._batch, self._cards, self._crowd)
        item.route = self.routing
        self.edges[name] = item
        self._adjacency.link(item)
        self._place(item)
        self.addItem(item)

    def _add_note(self, name: str) -> None:
        self.notes[name] = NoteItem(self.model.note(name), self.look)
        self.addItem(self.notes[name])

    def _add_frame(self, name: str) -> None:
        self.frames[name] = FrameItem(self.model.frame(name), self.look, self.folding.summary)
        self.addItem(self.frames[name])

    def _place(self, item: EdgeItem) -> None:
        edge = item.edge
        hidden = self.folding.hides(edge.source, edge.target)
        if hidden == item.isVisible():
            item.setVisible(not hidden)
        x, y = self.folding.end(edge.source, output=True)
        down = self.nodes[edge.source.node].node.down
        if edge.target is None:
            item.place(x, y, *((x, y + STUB) if down else (x + STUB, y)), down=down)
        else:
            item.place(x, y, *self.folding.end(edge.target, output=False), down=down)
        if item.may_meet_cards:
            self._long.put(edge.id, item.neighbourhood())
        else:
            self._long.take(edge.id)

    def _refold(self) -> set[str]:
        """Frames were collapsed or expanded, or what they hold changed: the transitions that end elsewhere now."""
        folding = self.folding
        turned, edges = folding.refresh()
        for node in turned:
            self.nodes[node].setVisible(node not in folding.homes)
            if node in folding.homes:
                self._cards.take(node)
            else:
                self._cards.put(node, self.nodes[node].place())
        for name, note in self.notes.items():
            note.setVisible(name not in folding.notes)
        if turned:
            hidden = {
                edge for edge in edges if folding.hides(self.edges[edge].edge.source, self.edges[edge].edge.target)
            }
            self.selection.remove(Parts.of(folding.homes, hidden, folding.notes))
        for edge in edges:
            self._place(self.edges[edge])
        self.overview.touch(turned, edges)
        return edges

    def _reroute_around(self, areas: Sequence[Span]) -> set[str]:
        """Cards came, went or moved within areas: long transitions that pass there look for their way anew."""
        found = self._long.within(areas)
        for name in found:
            self.edges[name].forget_path()
        return found

    # Following the model

    def _apply(self, change: GraphChange) -> None:
        self.applying.emit()
        nodes = change.added.nodes | change.removed.nodes | change.changed.nodes | change.moved.nodes
        disturbed = self._area_of(nodes)
        self._remove(change.removed)
        for node in change.changed.nodes:
            self.nodes[node].show_node(self.model.node(node))
        for node in change.moved.nodes:
            self.nodes[node].move_to(self.model.node(node))
        for node in change.added.nodes:
            self._add_node(node)
        for node in (change.changed.nodes | change.moved.nodes) - self.folding.homes.keys():
            self._cards.put(node, self.nodes[node].place())
        for edge in change.changed.edges:
            item = self.edges[edge]
            self._adjacency.unlink(item.edge)
            item.show_edge(self.model.edge(edge))
            self._adjacency.link(item)
        for edge in change.added.edges:
            self._add_edge(edge)
        self._apply_areas(change)
        refolded = self._refold()
        touched = set(change.changed.edges)
        for node in change.changed.nodes | change.moved.nodes:
            touched |= self.edges_of(node)
        for edge in touched:
            self._place(self.edges[edge])
        touched |= refolded
        if nodes:
            touched |= self._reroute_around([*disturbed, *self._area_of(nodes)])
        self.overview.touch(nodes, touched | change.added.edges | change.removed.edges)
        self._grow(self.nodes[node].card() for node in nodes if node in self.nodes)
        self._outgrown = True  # what went may have been at the edge
        self.selection.remove(change.removed)
        self.applied.emit(change)

    def _area_of(self, nodes: Iterable[str]) -> list[Span]:
        """The area around cards as they are shown now; none for no cards."""
        places = [self.nodes[node].place() for node in nodes if node in self.nodes]
        if not places:
            return []
        left, top = min(place[0] for place in places), min(place[1] for place in places)
        right = max(place[0] + place[2] for place in places)
        return [(left, top, right, max(place[1] + place[3] for place in places))]

    def _apply_areas(self, change: GraphChange) -> None:
        for note in change.added.notes:
            self._add_note(note)
        for note in change.changed.notes | change.moved.notes:
            self.notes[note].show_note(self.model.note(note))
        for frame in change.added.frames:
            self._add_frame(frame)
        for frame in change.changed.frames | change.moved.frames:
            self.frames[frame].show_frame(self.model.frame(frame))

    def _remove(self, parts: Parts) -> None:
        for edge in parts.edges:
            self._adjacency.unlink(self.edges[edge].edge)
            self._long.take(edge)
            self._crowd.take(edge)
            self.removeItem(self.edges.pop(edge))
        for node in parts.nodes:
            self.removeItem(self.nodes.pop(node))
            self._cards.take(node)
            self._adjacency.forget_node(node)
        for note in parts.notes:
            self.removeItem(self.notes.pop(note))
        for frame in parts.frames:
            self.removeItem(self.frames.pop(frame))

    def _recount(self, edges: Iterable[str]) -> None:  # each transition sees its new count when it is painted
        self.repaint_views()

    def _restate(self, nodes: Iterable[str]) -> None:
        self.overview.touch(nodes, ())
        self.repaint_views()

    def repaint_views(self) -> None:
        """Paint all that is visible once more: one repaint is cheaper than many small ones."""
        self.look.version += 1
        for view in self.views():
            view.viewport().update()

    def paint_lines(self, painter: QPainter) -> None:
        """Paint the lines of those transitions that were painted just now."""
        self._layers[0].paint(painter, QStyleOptionGraphicsItem())

    def paint_batch(self, painter: QPainter) -> None:
        """Paint plain cards and pills of what was painted just now."""
        self._layers[1].paint(painter, QStyleOptionGraphicsItem())

    # Previews of gestures

    def show_at(self, nodes: Mapping[str, Point]) -> None:
        """Show nodes elsewhere, before the model agrees; each touched transition finds its way once."""
        touched: set[str] = set()
        for name, (x, y) in nodes.items():
            item = self.nodes[name]
            item.stand(x, y)
            if name not in self.folding.homes:
                self._cards.put(name, item.place())
            touched |= self.edges_of(name)
        for edge in touched:
            self._place(self.edges[edge])

    def restore(self, nodes: Iterable[str]) -> None:
        """Show nodes where the model has them."""
        self.show_at({name: (self.nodes[name].node.x, self.nodes[name].node.y) for name in nodes if name in self.nodes})

    # Questions

    def edges_of(self, node: str) -> set[str]:
        """The ids of a node's transitions."""
        return self._adjacency.edges_of(node)

    def hit(self, at: QPointF, zoom: float) -> Hit:
        """What lies at a point; the zone around thin things keeps its size on the screen."""
        return finding.hit(self, at, zoom)

    def cards_at(self, at: QPointF, around: float) -> bool:
        """Whether a card comes that near to a point."""
        x, y = at.x(), at.y()
        return bool(self._cards.at((x - around, y - around, x + around, y + around)))

    def parts_in(self, area: QRectF, touching: bool) -> Parts:
        """The parts that lie inside an area, or that touch it."""
        return finding.parts_in(self, area, touching)

    def bounds_of(self, parts: Parts) -> QRectF:
        """The rectangle around parts; empty when there are none."""
        rect = QRectF()
        homes = self.folding.homes
        for name in parts.nodes & self.nodes.keys():
            rect = rect.united(self.frames[homes[name]].card() if name in homes else self.nodes[name].card())
        for name in parts.edges & self.edges.keys():
            rect = rect.united(self.edges[name].way().boundingRect())
        for name in parts.notes & self.notes.keys():
            rect = rect.united(self.notes[name].card())
        for name in parts.frames & self.frames.keys():
            rect = rect.united(self.frames[name].card())
        return rect

    def content(self) -> QRectF:
        """The rectangle around all nodes, notes and frames; empty without any."""
        if self._outgrown:
            self._content = self._around_all()
            self._outgrown = False
        return QRectF(self._content)

    def _around_all(self) -> QRectF:
        cards = [item.card() for item in self.nodes.values()]
        cards += [note.card() for note in self.notes.values()]
        cards += [frame.card() for frame in self.frames.values()]
        if not cards:
            return QRectF()
        left, top = min(card.left() for card in cards), min(card.top() for card in cards)
        right, bottom = max(card.right() for card in cards), max(card.bottom() for card in cards)
        return QRectF(left, top, right - left, bottom - top)

    def _measure(self) -> None:
        self._content, self._outgrown = self._around_all(), False
        self.setSceneRect(self._content.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))

    def _grow(self, cards: Iterable[QRectF]) -> None:
        for card in cards:
            if not self._content.contains(card):
                self._content = self._content.united(card)
        if not self.sceneRect().contains(self._content.adjusted(-500, -500, 500, 500)):
            self.setSceneRect(self._content.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))

    # Appearance

    @painting
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        scale = painter.worldTransform().m11()
        self.look.level = level_at(scale) if self.look.fixed_level is None else self.look.fixed_level
        paint_ground(painter, QRectF(rect), self.look, scale)

    @painting
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if self.look.level is Level.OVERVIEW:
            self.overview.paint(painter, QRectF(rect))

    def set_style(self, style: Style) -> None:
        """Change colours and fonts at run time."""
        self.look.style = style
        self.look.stamps.clear()
        for item in self._all_items():
            item.forget_texts()
        self.overview.forget()
        self.repaint_views()

    def relabel(self) -> None:
        """The pills say something else now."""
        for item in self.edges.values():
            item.forget_texts()
        self.repaint_views()

    def set_routing(self, routing: Routing) -> None:
        """Change how all transitions run."""
        self.routing = routing
        for item in self.edges.values():
            item.route = routing
            item.forget_path()
        self.repaint_views()

    def _all_items(self) -> list[NodeItem | EdgeItem | NoteItem | FrameItem]:
        return [*self.nodes.values(), *self.edges.values(), *self.notes.values(), *self.frames.values()]
