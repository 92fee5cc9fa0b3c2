"""Files in and out of the open workspace: documents that are read and written, data that is imported."""

import mimetypes
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog

from app.desk import Desk
from app.document_tabs import DocumentTabs
from app.words import said, tr
from engine.document.files import read_document, write_document
from engine.document.model import Document
from engine.ingest.service import import_file
from engine.problems import EngineError, Problem

_NEVER_DATA = ("image/", "audio/", "video/", "font/", "application/pdf", "application/msword", "text/html")


def refuse_no_data(path: Path) -> None:
    """A picture or a film could be read as text, too, and would make a table of nonsense. Errors: no-data-file."""
    kind, _ = mimetypes.guess_type(path.name)
    if kind is not None and kind.startswith(_NEVER_DATA):
        raise EngineError(
            Problem(
                code="no-data-file",
                what=tr("{name} holds no table.", name=path.name),
                fix=tr("Choose CSV, TSV, JSON Lines, Parquet or Excel."),
            )
        )


class DocumentFiles(QObject):
    """Asks for files, and hands what they hold to the tabs."""

    def __init__(self, tabs: DocumentTabs) -> None:
        super().__init__(tabs)
        self._tabs = tabs

    def choose_document(self) -> None:
        """Choose among the documents of the workspace."""
        desk = self._tabs.desk
        if desk is None:
            return
        names = {f"{entry.name} ({entry.id})": entry.id for entry in desk.documents}
        chosen, done = QInputDialog.getItem(self._tabs, tr("Open a campaign"), tr("Campaign"), list(names), 0, False)
        if done and chosen in names:
            self._tabs.open_document(names[chosen])

    def read_file(self) -> None:
        """Open a document file."""
        path, _ = QFileDialog.getOpenFileName(self._tabs, tr("A document file"), "", "JSON (*.json)")
        if path:
            self.open_files([Path(path)])

    def open_files(self, paths: list[Path]) -> None:
        """Open documents and import data, whatever each file is."""
        desk = self._tabs.desk
        if desk is not None and paths:
            desk.tasks.start(self._open_files(desk, paths))

    async def _open_files(self, desk: Desk, paths: list[Path]) -> None:
        data = [path for path in paths if path.suffix != ".json"]
        for path in paths:
            if path.suffix == ".json":
                self._tabs.show_document(desk, await desk.worker.run(read_document, path))
        for path in data:
            refuse_no_data(path)
            self._tabs.said.emit(tr("Importing {name}…", name=path.name))
            found = await desk.worker.run(import_file, desk.workspace, path)
            remarks = " ".join(said(one) for one in found.remarks)
            words = tr("{name}: {n} row(s) loaded into {table}.", name=path.name, n=found.rows,
                       table=found.table.title)  # fmt: skip
            self._tabs.said.emit(f"{words} {remarks}".strip())
        if data:
            await desk.load()
            for page in self._tabs.pages:
                page.controller.count()

    def import_data(self) -> None:
        """Load files into tables."""
        paths, _ = QFileDialog.getOpenFileNames(self._tabs, tr("Files to import"))
        self.open_files([Path(path) for path in paths])

    def write_file(self) -> None:
        """Write the document in front to a file."""
        page, desk = self._tabs.page, self._tabs.desk
        if page is None or desk is None:
            return
        path, _ = QFileDialog.getSaveFileName(
            self._tabs, tr("A document file"), f"{page.session.document.id}.json", "*.json"
        )
        if path:
            desk.tasks.start(self._write_file(desk, page.session.document, Path(path)))

    async def _write_file(self, desk: Desk, document: Document, path: Path) -> None:
        await desk.worker.run(write_document, document, path)
        self._tabs.said.emit(tr("Written to {name}.", name=path.name))
