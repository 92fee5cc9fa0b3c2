"""The catalogue as a graph for the canvas: a card per table, a transition per link. It asks; the page does."""

from collections import Counter
from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal

from app.words import tr
from canvas.layout import Box, layered
from canvas.model import GraphChange, GraphModel
from canvas.requests import ALLOWED, Answer, Connect, Delete, Move, Outcome, Request
from canvas.views import Count, CountState, EdgeView, NodeView, Parts, Point, PortRef, PortView
from engine.catalog.model import Catalog, Link, Table

OUT, IN = "out", "in"
_SUMMARY = 2


def id_of(link: Link) -> str:
    """The id of a link's transition."""
    return f"{link.source}/{link.name}"


class DiagramModel(GraphModel):
    """Tables stand where the user put them; new ones where the layout finds room."""

    link_wanted = Signal(str, str)
    """A link was drawn from one table to another."""
    removal_wanted = Signal(object)
    """The ids of links to remove."""
    moved = Signal()
    """Tables stand elsewhere now."""

    def __init__(self, catalog: Catalog, rows: Mapping[str, int], places: Mapping[str, Point]) -> None:
        super().__init__()
        self.places: dict[str, Point] = dict(places)
        self._steps: list[tuple[dict[str, Point], dict[str, Point]]] = []
        self._undone: list[tuple[dict[str, Point], dict[str, Point]]] = []
        self.show_catalog(catalog, rows)

    def show_catalog(self, catalog: Catalog, rows: Mapping[str, int]) -> None:
        """Show another state of the catalogue."""
        self._catalog, self._rows = catalog, rows
        self._links = {id_of(one): one for one in catalog.links}
        if any(table.name not in self.places for table in catalog.tables):
            self._place_new()
        self.reset.emit()

    def _place_new(self) -> None:
        boxes = {one.name: Box(*self.places.get(one.name, (0.0, 0.0))) for one in self._catalog.tables}
        found = layered(boxes, [(one.source, one.target) for one in self._catalog.links])
        below = max((y for _, y in self.places.values()), default=-240.0) + 240.0
        new = {name: at for name, at in found.items() if name not in self.places}
        top = min((y for _, y in new.values()), default=0.0)
        for name, (x, y) in new.items():
            self.places[name] = (x, y - top + below)

    def table(self, name: str) -> Table:
        """The table of a card."""
        return self._catalog.table_by_name[name]

    def busiest(self) -> str:
        """The table with the most links, of several the one with the most rows; empty when there is no table."""
        links = Counter(name for one in self._catalog.links for name in (one.source, one.target))
        names = [one.name for one in self._catalog.tables]
        return max(names, key=lambda name: (links[name], self._rows.get(name, 0)), default="")

    def link(self, edge: str) -> Link:
        """The link of a transition."""
        return self._links[edge]

    def node_ids(self) -> Collection[str]:
        return [one.name for one in self._catalog.tables]

    def edge_ids(self) -> Collection[str]:
        return list(self._links)

    def node(self, node: str) -> NodeView:
        table = self._catalog.table_by_name[node]
        x, y = self.places[node]
        rows = tr("{n} row(s)", n=self._rows[node]) if node in self._rows else tr("no rows yet")
        key = tr("key: {names}", names=", ".join(table.key)) if table.key else tr("no key")
        dimensions = [one for one in self._catalog.dimensions if one.table == node]
        return NodeView(
            node, "table", table.title, x, y, tr("Table"), "ph.users" if dimensions else "ph.table", (rows, key),
            (PortView(IN, tr("is led to")),), (PortView(OUT, tr("leads to")),), "blue" if dimensions else "teal",
        )  # fmt: skip

    def edge(self, edge: str) -> EdgeView:
        link = self._links[edge]
        return EdgeView(
            edge, PortRef(link.source, OUT), PortRef(link.target, IN), f"{link.name} {link.cardinality.value}"
        )  # fmt: skip

    def count(self, edge: str) -> Count:  # noqa: ARG002  # nothing is counted on any link
        return Count(CountState.NONE)

    def can(self, request: Request) -> Answer:
        match request:
            case Move(notes=notes, frames=frames) if not notes and not frames:
                return ALLOWED
            case Connect(source, target) if source.node != target.node:
                return ALLOWED
            case Connect():
                return Answer(tr("A table is not linked with itself here; use “Add a link…”."))
            case Delete(parts) if parts.edges and not parts.nodes:
                return ALLOWED
            case Delete():
                return Answer(tr("Tables are not deleted in the diagram; take their loads back instead."))
            case _:
                return Answer(tr("The diagram shows tables and links; this cannot be done with them."))

    def ask(self, request: Request) -> Outcome:
        answer = self.can(request)
        if not answer:
            return Outcome(answer.reason)
        match request:
            case Move(nodes=nodes):
                self._step(dict(nodes))
            case Connect(source, target):
                self.link_wanted.emit(source.node, target.node)
            case Delete(parts):
                self.removal_wanted.emit(parts.edges)
            case _:
                return Outcome(answer.reason)
        return Outcome()

    def _step(self, after: dict[str, Point]) -> None:
        before = {name: self.places[name] for name in after}
        self._steps.append((before, after))
        self._undone.clear()
        self._put(after)

    def _put(self, places: Mapping[str, Point]) -> None:
        self.places |= places
        self.changed.emit(GraphChange(moved=Parts.of(nodes=places)))
        self.moved.emit()

    def copy(self, parts: Parts) -> str:
        return "\n".join(self._catalog.table_by_name[name].title for name in sorted(parts.nodes))

    def undo_text(self) -> str:
        return tr("Move") if self._steps else ""

    def redo_text(self) -> str:
        return tr("Move") if self._undone else ""

    def undo(self) -> None:
        if self._steps:
            step = self._steps.pop()
            self._undone.append(step)
            self._put(step[0])

    def redo(self) -> None:
        if self._undone:
            step = self._undone.pop()
            self._steps.append(step)
            self._put(step[1])
