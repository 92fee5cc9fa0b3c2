"""The documents that are open, one tab each: opening, making, saving, closing."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QTabWidget, QWidget

from app.desk import Desk
from app.document_page import DocumentPage
from app.new_documents import blank_document, free_id
from app.words import number, tr
from canvas import Tokens
from engine.document.files import read_document, write_document
from engine.document.model import Document
from engine.ingest.service import import_file
from engine.workspace.drafts import DraftEntry


class DocumentTabs(QTabWidget):
    """The tabs of one workspace; none while no workspace is open."""

    page_made = Signal(object)
    page_dropped = Signal(object)
    said = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: Desk | None = None
        self.tokens = tokens
        self.setTabsClosable(True)
        self.setMovable(True)
        self.setDocumentMode(True)
        self.tabCloseRequested.connect(self.close_page)

    @property
    def page(self) -> DocumentPage | None:
        """The page in front."""
        found = self.currentWidget()
        return found if isinstance(found, DocumentPage) else None

    @property
    def pages(self) -> list[DocumentPage]:
        """All pages, in the order of their tabs."""
        widgets = [self.widget(index) for index in range(self.count())]
        return [widget for widget in widgets if isinstance(widget, DocumentPage)]

    def enter(self, desk: Desk, wanted: tuple[str, ...]) -> None:
        """Open a workspace's documents: those wanted that it has, else the one changed last."""
        self.desk = desk
        known = [*(entry.id for entry in desk.documents), *sorted(desk.drafts)]
        for name in [name for name in wanted if name in known] or known[:1]:
            self.open_document(name)

    def leave(self) -> None:
        """Close all tabs."""
        while self.count():
            self._drop(0)
        self.desk = None

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self.tokens = tokens
        for page in self.pages:
            page.canvas.set_tokens(tokens)

    def open_document(self, name: str) -> None:
        """Open a document of the workspace in a tab, or show the tab that it has."""
        if self.desk is not None:
            self.desk.tasks.start(self._open(self.desk, name))

    async def _open(self, desk: Desk, name: str) -> None:
        for page in self.pages:
            if page.session.document.id == name:
                self.setCurrentWidget(page)
                return
        document, draft = await desk.open_document(name)
        self.show_document(desk, document, draft)

    def show_document(self, desk: Desk, document: Document, draft: DraftEntry | None = None) -> DocumentPage:
        """Show a document in a tab of its own, and count it."""
        page = DocumentPage(document, desk, self.tokens, draft)
        self.page_made.emit(page)
        index = self.addTab(page, page.session.title)
        page.session.changed.connect(self._refresh_titles)
        page.session.stepped.connect(self._refresh_titles)
        self.setCurrentIndex(index)
        self._refresh_titles()
        page.controller.count()
        page.setFocus()
        return page

    def new_document(self) -> None:
        """A new campaign in a tab."""
        if self.desk is not None:
            taken = (
                {entry.id for entry in self.desk.documents}
                | self.desk.drafts
                | {page.session.document.id for page in self.pages}
            )
            self.show_document(self.desk, blank_document(free_id(taken), self.desk.catalog))

    def choose_document(self) -> None:
        """Choose among the documents of the workspace."""
        if self.desk is None:
            return
        names = {f"{entry.name} ({entry.id})": entry.id for entry in self.desk.documents}
        chosen, done = QInputDialog.getItem(self, tr("Open a campaign"), tr("Campaign"), list(names), 0, False)
        if done and chosen in names:
            self.open_document(names[chosen])

    def save(self) -> None:
        """Keep the document in front as a new version."""
        if self.desk is not None and self.page is not None:
            self.desk.tasks.start(self._save(self.desk, self.page))

    async def _save(self, desk: Desk, page: DocumentPage) -> None:
        version = await desk.save(page.session.document)
        page.session.stack.setClean()
        page.keeper.keep()
        self._refresh_titles()
        self.said.emit(tr("Saved as version {number}.", number=version))

    def read_file(self) -> None:
        """Open a document file."""
        path, _ = QFileDialog.getOpenFileName(self, tr("A document file"), "", "JSON (*.json)")
        if path:
            self.open_files([Path(path)])

    def open_files(self, paths: list[Path]) -> None:
        """Open documents and import data, whatever each file is."""
        if self.desk is not None and paths:
            self.desk.tasks.start(self._open_files(self.desk, paths))

    async def _open_files(self, desk: Desk, paths: list[Path]) -> None:
        data = [path for path in paths if path.suffix != ".json"]
        for path in paths:
            if path.suffix == ".json":
                self.show_document(desk, await desk.worker.run(read_document, path))
        for path in data:
            self.said.emit(tr("Importing {name}…", name=path.name))
            found = await desk.worker.run(import_file, desk.workspace, path)
            remarks = " ".join(found.remarks)
            words = tr("{name}: {rows} rows loaded into {table}.", name=path.name, rows=number(found.rows),
                       table=found.table.title)  # fmt: skip
            words = f"{words} {remarks}".strip()
            self.said.emit(words)
        if data:
            await desk.load()
            for page in self.pages:
                page.controller.count()

    def import_data(self) -> None:
        """Load files into tables."""
        paths, _ = QFileDialog.getOpenFileNames(self, tr("Files to import"))
        self.open_files([Path(path) for path in paths])

    def write_file(self) -> None:
        """Write the document in front to a file."""
        page, desk = self.page, self.desk
        if page is None or desk is None:
            return
        path, _ = QFileDialog.getSaveFileName(self, tr("A document file"), f"{page.session.document.id}.json", "*.json")
        if path:
            desk.tasks.start(self._write_file(desk, page.session.document, Path(path)))

    async def _write_file(self, desk: Desk, document: Document, path: Path) -> None:
        await desk.worker.run(write_document, document, path)
        self.said.emit(tr("Written to {name}.", name=path.name))

    def close_page(self, index: int | None = None) -> None:
        """Close a tab."""
        self._drop(self.currentIndex() if index is None else index)

    def _drop(self, index: int) -> None:
        page = self.widget(index)
        self.removeTab(index)
        if isinstance(page, DocumentPage):
            page.close_page()
            self.page_dropped.emit(page)
            page.deleteLater()

    def _refresh_titles(self) -> None:
        for index in range(self.count()):
            page = self.widget(index)
            if isinstance(page, DocumentPage):
                mark = "" if page.session.stack.isClean() else " •"
                self.setTabText(index, page.session.title + mark)
