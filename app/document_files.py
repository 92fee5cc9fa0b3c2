"""Files in and out of the open workspace: documents that are read and written, data that is imported."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog

from app.desk import Desk
from app.document_tabs import DocumentTabs
from app.inspector.notices import ProgressStrip
from app.words import said, told, tr
from app.worker import finished
from engine.document.files import looks_like_records, read_document, write_document
from engine.document.model import Document
from engine.ingest.service import Imported, start_import, table_name
from engine.lanes import Job
from engine.problems import Cancelled, EngineError


class DocumentFiles(QObject):
    """Asks for files, and hands what they hold to the tabs."""

    look_wanted = Signal(object)
    """The Path of a data file whose table is there already: what would become of it is to be looked at first."""

    def __init__(self, tabs: DocumentTabs) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._turn = asyncio.Lock()
        """What is dropped while files are imported waits, so that it knows which tables they made."""
        self._under_way: Job[Imported] | None = None
        self.progress = ProgressStrip()
        self.progress.cancel.clicked.connect(self._cancel)
        tabs.add_below(self.progress)

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
            desk.tasks.start(self._open_in_turn(desk, paths), of=self)

    async def _open_in_turn(self, desk: Desk, paths: list[Path]) -> None:
        async with self._turn:
            await self._open_files(desk, paths)

    async def _open_files(self, desk: Desk, paths: list[Path]) -> None:
        """Each file for itself: one that cannot be read keeps none of the others away. Whoever cancels one, cancels
        all that come after it."""
        loaded: set[str] = set()
        words: list[str] = []
        for path in paths:
            try:
                if path.suffix.lower() == ".json" and not await desk.worker.run(looks_like_records, path):
                    self._tabs.show_document(desk, await desk.worker.run(read_document, path))
                elif (table := table_name(path)) in loaded or table in desk.catalog.table_by_name:
                    # Rows that campaigns count on are never replaced by a mere drop.
                    self.look_wanted.emit(path)
                    again = tr("There is a table {table} already. See what {name} would change before you load it.",
                               table=table, name=path.name)  # fmt: skip
                    words.append(again)
                else:
                    words.append(await self._import(desk, path))
                    loaded.add(table)
            except Cancelled:
                words.append(tr("The import of {name} was cancelled; nothing of it was loaded.", name=path.name))
                break
            except EngineError as error:
                words.append(told(error.problem))
        if loaded:
            await desk.load()
            for page in self._tabs.pages:
                page.controller.count()
        if words:
            self._tabs.said.emit("\n".join(words))

    async def _import(self, desk: Desk, path: Path) -> str:
        """Load a file into a table of its own; what to say of it."""
        job = self._under_way = start_import(desk.workspace, path)
        self.progress.begin(tr("Importing {name}…", name=path.name), job.progress)
        try:
            found = await finished(job)
        finally:
            self._under_way = None
            self.progress.end()
        words = tr("{name}: {n} row(s) loaded into {table}.", name=path.name, n=found.rows, table=found.table.title)
        if not found.rows:
            # The only line of a list was perhaps meant to be a row.
            words = tr(
                "{name} only names columns: {table} has no rows. "
                "If the line is a row, import the file again without “The first line names the columns”.",
                name=path.name, table=found.table.title,
            )  # fmt: skip
        return " ".join((words, *(said(one) for one in found.remarks)))

    def _cancel(self) -> None:
        if self._under_way is not None:
            self._under_way.cancel()

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
