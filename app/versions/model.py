"""A version of a document as a graph that is only looked at: its cards, and the counts of its own run."""

from PySide6.QtCore import QObject

from app.graph import GraphAdapter
from app.session import Session
from app.words import tr
from engine.catalog.model import Catalog
from engine.document.model import Document


class FrozenVersion(QObject):
    """The model of one version; nothing edits it."""

    def __init__(self, document: Document, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = Session(document, self)
        self.graph = GraphAdapter(self.session, catalog, self)
        self.graph.lock(tr("This is a comparison of versions; nothing can be changed here."))
