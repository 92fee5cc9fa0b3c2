"""The open workspace as the window uses it: everything slow is awaited, everything that fails is told in words."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.life.life import Life
from app.vanishing import FolderWatch, gone
from app.words import tr
from app.worker import Tasks, Worker
from engine.catalog.model import Catalog, Filter
from engine.catalog.sources import Clock
from engine.document.files import from_text, to_text
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.runner.records import save_filter
from engine.workspace import Workspace
from engine.workspace.audiences import SavedAudience
from engine.workspace.documents import DocumentEntry
from engine.workspace.drafts import DraftEntry
from engine.workspace.statuses import Status

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shown:
    """A document in a tab of some window: what brings it to the front, and what closes it."""

    bring: Callable[[], None]
    close: Callable[[], None]


class Desk(QObject):
    """One workspace, its worker, and what is known of it without asking it again."""

    catalog_changed = Signal()
    documents_changed = Signal()
    accounts_changed = Signal()
    """Rows about accounts, people or buying groups were written, in whichever window."""
    failed = Signal(object)
    """A Problem that has no better place than a notice."""

    def __init__(self, workspace: Workspace, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.worker = worker
        self.reader = Worker("jalon-reading")
        """What a screen shows is read here, so that it waits for nothing that is being checked, written or run."""
        self.keeper = Worker("jalon-drafts")
        """Drafts are written here: what was typed waits for nothing else until it is on disk."""
        self.tasks = Tasks(self.tell)
        self.catalog = Catalog()
        self.documents: list[DocumentEntry] = []
        self.drafts: set[str] = set()
        """The documents with a draft; one that is in no version yet is only there."""
        self.audiences: list[SavedAudience] = []
        self.shown: dict[str, Shown] = {}
        """The documents that are open, in whichever window: one is edited at one place."""
        self.life = Life(self)
        self.watch = FolderWatch(workspace.folder, self.reader, self.tasks, self)

    @property
    def name(self) -> str:
        return self.workspace.folder.name

    async def load(self) -> None:
        """Read the catalogue and the list of documents."""
        self.catalog = await self.worker.run(self.workspace.catalog)
        self.catalog_changed.emit()
        await self.reload()

    async def reload(self) -> None:
        """Read anew what there is of documents and audiences."""
        self.documents = await self.worker.run(self.workspace.documents.list)
        self.drafts = await self.worker.run(self.workspace.drafts.names)
        self.audiences = await self.worker.run(self.workspace.audiences.list)
        self.documents_changed.emit()

    def status_of(self, document: str) -> str:
        """The status of a document, as it was read last; one that was never saved is a draft."""
        return next((one.status for one in self.documents if one.id == document), "draft")

    async def open_document(self, name: str) -> tuple[Document, DraftEntry | None]:
        """A document of the workspace, and its draft if it was edited since. Errors: unknown-document, unreadable."""
        draft = await self.worker.run(self.workspace.drafts.load, name)
        if draft is not None and self.status_of(name) == Status.DRAFT:
            return from_text(draft.content), draft
        return from_text(await self.worker.run(self.workspace.documents.load, name)), None

    async def save(self, document: Document) -> int:
        """Store a new version of a document; its number. Errors: workspace-gone."""
        if self.watch.gone:
            raise EngineError(gone(self.watch.folder))

        def store() -> int:
            content = to_text(document)
            name = document.name or document.id
            return self.workspace.documents.save(document.id, content, name=name, kind=document.kind.value)

        number = await self.worker.run(store)
        self.documents = await self.worker.run(self.workspace.documents.list)
        self.documents_changed.emit()
        return number

    async def keep_filter(self, kept: Filter, clock: Clock) -> None:
        """Keep a predefined filter for everybody who builds rules. Errors: those of `save_filter`."""
        await self.worker.run(save_filter, self.workspace, kept, clock)
        self.catalog = await self.worker.run(self.workspace.catalog)
        self.catalog_changed.emit()

    def tell(self, error: BaseException) -> None:
        """Show what went wrong. What nobody expected is logged with its trace and told as our own mistake."""
        if isinstance(error, EngineError):
            self.failed.emit(error.problem)
            return
        self.failed.emit(
            Problem(
                code="unexpected",
                what=unexpected(error),
                fix=tr("Your work is kept. Try again; if it happens again, tell us what you did."),
            )
        )

    def close(self) -> None:
        """Cancel what runs and let others in."""
        self.watch.close()
        self.tasks.cancel()
        self.life.close()
        self.reader.close()
        self.keeper.close()
        self.workspace.close()


def unexpected(error: BaseException) -> str:
    """What to say of an error that nobody expected; its trace is logged."""
    log.error("unexpected", exc_info=error)
    return tr("Something went wrong that should not have: {error}", error=f"{type(error).__name__}: {error}")
