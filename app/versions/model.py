"""A version of a document as a graph that is only looked at: its cards, and the counts of its own run."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from app.graph import GraphAdapter
from app.session import Session
from app.words import tr
from canvas.views import Count, CountState, PortRef
from engine.catalog.model import Catalog
from engine.document.model import Document


class FrozenGraph(GraphAdapter):
    """The cards of a version, and as counts whatever it is told: it is never counted by itself."""

    _counts: Mapping[PortRef, int] = {}

    def show_counts(self, counts: Mapping[PortRef, int]) -> None:
        """How many came out of each output."""
        self._counts = counts
        self.counted.emit(frozenset(self.edge_ids()))

    def count(self, edge: str) -> Count:
        rows = self._counts.get(self.edge(edge).source)
        return super().count(edge) if rows is None else Count(CountState.EXACT, rows)


class FrozenVersion(QObject):
    """The model of one version; nothing edits it."""

    def __init__(self, document: Document, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = Session(document, self)
        self.graph = FrozenGraph(self.session, catalog, self)
        self.session.lock(tr("This is a comparison of versions; nothing can be changed here."))
