"""Quick add: a searchable list at the pointer. What is chosen is added and connected, or takes a node's place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from canvas.blocks import PREFIX
from canvas.placing import GAP, after_output, free_spot, room_for_insert
from canvas.requests import AddNode, InsertOnEdge, Replace
from canvas.search_list import Entry, SearchList, fitness
from canvas.style import CARD_HEIGHT, CARD_WIDTH, GRID
from canvas.views import NodeType, Parts, Point, PortRef
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_RECENT = 5


@dataclass(frozen=True, slots=True)
class AddPlace:
    """Where a new node goes: at a point, after an output, before an input, into a transition, or instead of a node."""

    at: Point
    source: PortRef | None = None
    target: PortRef | None = None
    edge: str = ""
    node: str = ""
    """The present node whose type is to be chosen anew."""
    loose: bool = False
    """Whether what cannot be connected here is offered, too; it stands beside, by itself."""


def place_of_selection(canvas: "CanvasView") -> AddPlace | None:
    """Where what is added without pointing goes: after the one selected node, by its first output that leads nowhere
    yet, or into the one selected transition; None when neither is selected."""
    parts, scene = canvas.selection.parts, canvas.graph_scene
    if parts == Parts(edges=parts.edges) and len(parts) == 1:
        (edge,) = parts.edges
        middle = scene.edges[edge].middle()
        return AddPlace((middle.x(), middle.y()), edge=edge, loose=True)
    if parts != Parts(nodes=parts.nodes) or len(parts) != 1:
        return None
    (node,) = parts.nodes
    item = scene.nodes[node]
    if not item.node.outputs:
        card = item.card()
        return AddPlace((card.right() + GAP + CARD_WIDTH / 2, card.center().y()))
    leading = {one.edge.source.port for one in scene.outbound.get(node, {}).values() if one.edge.target is not None}
    ports = [port.id for port in item.node.outputs]
    port = next((name for name in ports if name not in leading), ports[0])
    at = item.port_at(port, output=True)
    return AddPlace((at.x() + 2 * GRID, at.y()), source=PortRef(node, port), loose=True)


def rank(kinds: Sequence[NodeType], words: str, first: Sequence[str] = ()) -> list[NodeType]:
    """The types that fit what was typed, the best first; types named in `first` win ties, in that order."""
    wanted = words.casefold().split()
    before = {name: position for position, name in enumerate(first)}
    found: list[tuple[int, int, int, NodeType]] = []
    for position, kind in enumerate(kinds):
        scores = [fitness(word, kind.title, kind.words, kind.category) for word in wanted]
        if all(scores):
            found.append((-sum(scores), before.get(kind.id, len(before)), position, kind))
    return [kind for *_, kind in sorted(found, key=lambda row: row[:3])]


class QuickAdd(SearchList):
    """The kinds of nodes that may stand at a place; `place` waits for a choice while it is open."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas, tr("What comes next?"), tr("Kinds of nodes that fit here"))
        self.place: AddPlace | None = None
        self._recent: list[str] = []

    def open_at(self, place: AddPlace, typed: str = "") -> None:
        """Open for a place, with what the user already typed."""
        self.place = place
        self.open_near(self._canvas.viewportTransform().map(QPointF(*place.at)).toPoint(), typed)

    def kinds(self) -> list[NodeType]:
        """The types that may stand at the place."""
        place, model = self.place, self._canvas.model
        kinds = list(model.node_types())
        if place is None:
            return []
        if place.loose:
            return kinds
        if place.edge:
            return [kind for kind in kinds if model.can(InsertOnEdge(place.edge, place.at, type=kind.id))]
        if place.node:
            present = model.node(place.node).type
            return [kind for kind in kinds if kind.id != present and model.can(Replace(place.node, kind.id))]
        if place.source:
            return [kind for kind in kinds if kind.inputs]
        if place.target:
            return [kind for kind in kinds if kind.outputs]
        # In an empty graph only what may stand first; a model that does not say offers everything.
        first = set(model.suggestions(None)) if not model.node_ids() else set[str]()
        return [kind for kind in kinds if kind.id in first] or kinds

    def entries(self, text: str) -> list[Entry]:
        first = [*self._recent, *self._canvas.model.suggestions(self.place.source if self.place else None)]
        return self._kind_entries(text, first) + self._block_entries(text)

    def _block_entries(self, text: str) -> list[Entry]:
        """The user's blocks, where what is added need not fit to anything."""
        place, words = self.place, text.casefold().split()
        if place is None or place.source or place.target or place.edge or place.node:
            return []
        quiet = self._canvas.style_in_use.tokens.text_quiet
        return [
            Entry(PREFIX + name, f"{name}   ·   {tr('Block')}", "ph.bookmark-simple", quiet)
            for name in self._canvas.blocks.texts
            if all(fitness(word, name) for word in words)
        ]

    def _kind_entries(self, text: str, first: Sequence[str]) -> list[Entry]:
        style = self._canvas.style_in_use
        return [
            Entry(
                kind.id,
                f"{kind.title}   ·   {kind.category}",
                kind.icon,
                style.accent(kind.accent).ink,
                kind.description,
            )
            for kind in rank(self.kinds(), text, first)
        ]

    def picked(self, name: str) -> None:
        place, self.place = self.place, None
        if place is not None and name.startswith(PREFIX):
            self._canvas.blocks.insert(name.removeprefix(PREFIX), place.at)
        elif place is not None:
            self._recent = [name, *(kind for kind in self._recent if kind != name)][:_RECENT]
            add_at(self._canvas, name, place)


def add_at(canvas: "CanvasView", kind: str, place: AddPlace) -> None:
    """Ask for a new node at a place, where there is room."""
    scene = canvas.graph_scene
    place = _fitting(canvas, kind, place) if place.loose else place
    if place.node:
        canvas.ask(Replace(place.node, kind))
    elif place.edge and place.edge in scene.edges:
        at, shift = room_for_insert(scene, place.edge)
        canvas.ask_and_select(InsertOnEdge(place.edge, at, type=kind, shift=shift))
    elif place.source:
        port = scene.nodes[place.source.node].port_at(place.source.port, output=True)
        near = abs(place.at[0] - port.x()) < GAP and abs(place.at[1] - port.y()) < CARD_HEIGHT
        at = (
            after_output(scene, *place.source)
            if near
            else free_spot(scene, (place.at[0], place.at[1] - CARD_HEIGHT / 2))
        )
        canvas.ask_and_select(AddNode(kind, at, source=place.source))
    elif place.target:
        at = free_spot(scene, (place.at[0] - CARD_WIDTH, place.at[1] - CARD_HEIGHT / 2))
        canvas.ask_and_select(AddNode(kind, at, target=place.target))
    else:
        at = free_spot(scene, (place.at[0] - CARD_WIDTH / 2, place.at[1] - CARD_HEIGHT / 2))
        canvas.ask_and_select(AddNode(kind, at))


def _fitting(canvas: "CanvasView", kind: str, place: AddPlace) -> AddPlace:
    """A loose place as this kind of node can take it: as it is, or beside and connected to nothing."""
    if place.source:
        if any(one.inputs for one in canvas.model.node_types() if one.id == kind):
            return place
        x, y = after_output(canvas.graph_scene, *place.source)
    else:
        if canvas.model.can(InsertOnEdge(place.edge, place.at, type=kind)):
            return place
        x, y = place.at[0] - CARD_WIDTH / 2, place.at[1] + CARD_HEIGHT
    return AddPlace((x + CARD_WIDTH / 2, y + CARD_HEIGHT / 2))
