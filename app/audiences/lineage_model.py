"""The lineage of an audience as a graph for the canvas: what it comes from at the left, what reads it at the right."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal

from app.words import said, tr
from canvas.layout import Box, layered
from canvas.model import GraphModel
from canvas.requests import Answer, Outcome, Request
from canvas.views import Count, CountState, EdgeView, NodeView, Parts, Point, PortRef, PortView
from engine.catalog.model import Catalog
from engine.runner.lineage import Lineage
from engine.workspace.audiences import SavedAudience
from engine.workspace.documents import DocumentEntry

HERE = "here"
_IN, _OUT = "in", "out"
_Card = tuple[str, str, str, tuple[str, ...], str]


class LineageModel(GraphModel):
    """Cards are named "table:…", "audience:…", "document:…" and "filter:…". It is looked at, and nothing more."""

    shown = Signal()
    """Another lineage is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[str, _Card] = {}
        self._edges: dict[str, tuple[str, str]] = {}
        self._places: Mapping[str, Point] = {}

    def show_lineage(self, one: SavedAudience | None, found: Lineage, catalog: Catalog) -> None:
        """Show where an audience comes from and where it goes; nothing when there is none."""
        self._cards, self._edges = {}, {}
        if one is not None:
            members = tr("{n} member(s)", n=one.rows)
            self._cards[HERE] = (one.label, tr("This audience"), "ph.users-three", (members,), "purple")
            self._upstream(found, catalog)
            self._downstream(found)
        boxes = {name: Box(0.0, 0.0) for name in self._cards}
        self._places = layered(boxes, list(self._edges.values()))
        self.reset.emit()
        self.shown.emit()

    def _upstream(self, found: Lineage, catalog: Catalog) -> None:
        into = HERE
        if found.writer is not None:
            into = self._document(found.writer, tr("writes it"))
            self._join(into, HERE)
        for name in found.tables:
            known = catalog.table_by_name.get(name)
            title = name if known is None else said(known.title)
            self._cards[f"table:{name}"] = (title, tr("Table"), "ph.table", (), "teal")
            self._join(f"table:{name}", into)
        for other in found.audiences:
            members = tr("{n} member(s)", n=other.rows)
            self._cards[f"audience:{other.id}"] = (
                other.label, tr("Audience"), "ph.users-three", (members,), "purple"
            )  # fmt: skip
            self._join(f"audience:{other.id}", into)

    def _downstream(self, found: Lineage) -> None:
        for entry in found.readers:
            self._join(HERE, self._document(entry, tr("reads it")))
        for kept in found.filters:
            self._cards[f"filter:{kept.id}"] = (kept.label, tr("Predefined filter"), "ph.funnel", (), "amber")
            self._join(HERE, f"filter:{kept.id}")

    def _document(self, entry: DocumentEntry, does: str) -> str:
        name = f"document:{entry.id}"
        kind = tr("Journey") if entry.kind == "journey" else tr("Campaign")
        self._cards[name] = (entry.name or entry.id, kind, "ph.path", (does,), "blue")
        return name

    def _join(self, source: str, target: str) -> None:
        self._edges[f"{source}>{target}"] = (source, target)

    # What the canvas reads

    def node_ids(self) -> Collection[str]:
        return list(self._cards)

    def edge_ids(self) -> Collection[str]:
        return list(self._edges)

    def node(self, node: str) -> NodeView:
        title, kind, icon, summary, accent = self._cards[node]
        x, y = self._places[node]
        sources, targets = zip(*self._edges.values(), strict=True) if self._edges else ((), ())
        inputs = (PortView(_IN, tr("comes from")),) if node in targets else ()
        outputs = (PortView(_OUT, tr("goes to")),) if node in sources else ()
        return NodeView(node, "lineage", title, x, y, kind, icon, summary, inputs, outputs, accent)

    def edge(self, edge: str) -> EdgeView:
        source, target = self._edges[edge]
        return EdgeView(edge, PortRef(source, _OUT), PortRef(target, _IN))

    def count(self, edge: str) -> Count:  # noqa: ARG002  # nothing is counted between these
        return Count(CountState.NONE)

    def read_only(self) -> str:
        return tr("The lineage follows from the documents; open one to change it.")

    def can(self, request: Request) -> Answer:
        del request
        return Answer(self.read_only())

    def ask(self, request: Request) -> Outcome:
        return Outcome(self.can(request).reason)

    def copy(self, parts: Parts) -> str:
        return "\n".join(self._cards[name][0] for name in sorted(parts.nodes))
