"""What a document's canvas asks of the program: the first rows behind a count, versions to compare with, a caption."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from app.desk import Desk
from app.graph import GraphAdapter
from app.inspector.service import EngineService, Place
from app.inspector.values import shown, title
from app.session import Session
from app.words import moment, number, told, tr
from app.worker import finished
from canvas import CanvasView, Caption
from engine.document.files import from_text
from engine.problems import EngineError
from engine.runner.views import Look
from engine.workspace.documents import VersionEntry

_ROWS = 10


class PageHooks(QObject):
    """Answers one canvas. Everything slow is awaited."""

    def __init__(
        self, session: Session, adapter: GraphAdapter, canvas: CanvasView, desk: Desk, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._adapter, self._canvas, self._desk = session, adapter, canvas, desk
        self._window = parent
        canvas.caption = self.caption
        canvas.peek_wanted.connect(self._peek)
        canvas.comparison_wanted.connect(self._choose_version)

    def caption(self) -> Caption:
        """What the head of a print says."""
        name = self._session.document.id
        entry = next((entry for entry in self._desk.documents if entry.id == name), None)
        version = ""
        if entry is not None:
            version = tr("Version {number}", number=entry.version)
            if not self._session.stack.isClean():
                version = tr("{version}, edited since", version=version)
        today = QLocale().toString(QDate.currentDate(), QLocale.FormatType.ShortFormat)
        return Caption(self._session.title, version, today)

    # First rows

    def _peek(self, edge: str) -> None:
        self._desk.tasks.start(self._show_rows(edge), of=self)

    async def _show_rows(self, edge: str) -> None:
        peek, session = self._canvas.overlays.peek, self._session
        source = self._adapter.edge(edge).source
        if session.counts.output(*source).result is None:
            peek.tell(edge, tr("This has not been counted yet."))
            return
        service = EngineService(self._desk.workspace)
        try:
            population = await finished(service.find(Place(session.document, ":".join(source), session.as_of)))
            opened = await finished(service.open(population, Look()))
            page = await finished(service.page(opened.view, 0, _ROWS))
        except EngineError as error:
            peek.tell(edge, told(error.problem))
            return
        rows = [[shown(value) for value in row] for row in page.rows]
        words = tr("{n} row(s)", opened.total) if rows else tr("No rows.")
        if len(rows) < opened.total:
            words = tr("The first {shown} of {rows}", shown=number(len(rows)), rows=words)
        peek.show_rows(edge, [title(column) for column in page.columns], rows, words)

    # Versions

    def _choose_version(self) -> None:
        self._desk.tasks.start(self._ask_for_version(), of=self)

    async def _ask_for_version(self) -> None:
        documents, name = self._desk.workspace.documents, self._session.document.id
        found = await self._desk.reader.run(documents.versions, name)
        if not found:
            self._canvas.refuse(tr("No version of this document was saved yet."))
            return
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(tr("Compare with a version"))
        dialog.setLabelText(tr("Version"))
        dialog.setOkButtonText(tr("Compare"))
        names = _names(found)

        def choose(chosen: str) -> None:
            self.compare_with(names[chosen])

        dialog.setComboBoxItems(list(names))
        dialog.textValueSelected.connect(choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def compare_with(self, version: int) -> None:
        """Mark what has become different since a saved version."""
        self._desk.tasks.start(self._compare(version), of=self)

    async def _compare(self, version: int) -> None:
        documents, name = self._desk.workspace.documents, self._session.document.id
        content = await self._desk.worker.run(documents.load, name, version)
        before = self._adapter.snapshot_of(from_text(content))
        self._canvas.overlays.comparison.show_against(before, tr("version {number}", number=version))


def _names(versions: Sequence[VersionEntry]) -> dict[str, int]:
    """The versions as a list shows them, the latest first."""
    rows = sorted(versions, key=lambda entry: entry.number, reverse=True)
    return {
        " · ".join(part for part in (tr("Version {number}", number=entry.number), entry.name, moment(entry.created))
                   if part): entry.number
        for entry in rows
    }  # fmt: skip
