"""The workspace folder as one thing: locked, opened, swept, closed."""

import shutil
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from engine.catalog.model import Catalog
from engine.database import DEFAULT_MEMORY, Database, Store
from engine.expressions import NATIVES
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace.approvals import Approvals
from engine.workspace.audiences import Audiences
from engine.workspace.audit import Audit, AuditedSession
from engine.workspace.calendars import Calendars
from engine.workspace.datasets import Datasets
from engine.workspace.digests import Digests
from engine.workspace.documents import Documents
from engine.workspace.drafts import Drafts
from engine.workspace.imports import Imports
from engine.workspace.launches import Launches
from engine.workspace.lock import WINDOW, WorkspaceLock, writable
from engine.workspace.plans import Plans
from engine.workspace.populations import PopulationIndex
from engine.workspace.receipts import Receipts
from engine.workspace.recurring import RecurringLoads
from engine.workspace.runs import Runs
from engine.workspace.schemas import SchemaStore
from engine.workspace.signals import Signals
from engine.workspace.store import FILE, MetadataStore, Stamp, stamp_of
from engine.workspace.templates import Templates
from engine.workspace.wishes import Wishes

NEARLY_FULL = 200_000_000
"""Bytes that a disk should have left for the work of a session."""
LEAST_CACHE = 1_000_000
"""Bytes of the smallest cache that is worth to be let go."""


class Workspace:
    """All that belongs together: schemas, data, documents, audiences and runs, in one folder, for one process."""

    def __init__(
        self,
        folder: Path,
        *,
        memory_limit: str = DEFAULT_MEMORY,
        threads: int | None = None,
        program: str = WINDOW,
    ) -> None:
        """Open a folder. Use `create` or `open`. Errors: workspace-in-use, workspace-unreadable."""
        self.folder = folder
        self.left_as: Stamp = ()
        self._closed = False
        self._lock = WorkspaceLock(folder, program)
        try:
            _make_room(folder)
            self._metadata = MetadataStore(folder, AuditedSession)
            self.database = Database(folder, memory_limit=memory_limit, threads=threads, natives=NATIVES)
        except BaseException:
            self._lock.release()
            raise
        self.schemas = SchemaStore(self._metadata)
        self.datasets = Datasets(self._metadata, self.database)
        self.documents = Documents(self._metadata)
        self.drafts = Drafts(self._metadata)
        self.audiences = Audiences(self._metadata)
        self.runs = Runs(self._metadata)
        self.signals = Signals(self._metadata)
        self.launches = Launches(self._metadata)
        self.receipts = Receipts(self._metadata)
        self.imports = Imports(self._metadata)
        self.templates = Templates(self._metadata)
        self.calendars = Calendars(self._metadata)
        self.recurring = RecurringLoads(self._metadata)
        self.approvals = Approvals(self._metadata)
        self.audit = Audit(self._metadata)
        self.wishes = Wishes()
        self.plans = Plans()
        self.digests = Digests()
        self.populations = PopulationIndex(self._metadata, self.database, Store.WORK)
        self.run_populations = PopulationIndex(self._metadata, self.database, Store.RUNS)
        self._sweep()

    @classmethod
    def create(cls, folder: Path, *, memory_limit: str = DEFAULT_MEMORY, threads: int | None = None) -> "Workspace":
        """A new workspace in a new or empty folder. Errors: workspace-exists, workspace-read-only."""
        with writable(folder):
            if (folder / FILE).exists():
                raise EngineError(
                    Problem(
                        code="workspace-exists",
                        what=say("There is a workspace in {folder} already.", folder=quoted(folder.name)),
                        fix="Open it, or choose another folder.",
                    )
                )
            folder.mkdir(parents=True, exist_ok=True)
            return cls(folder, memory_limit=memory_limit, threads=threads)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        memory_limit: str = DEFAULT_MEMORY,
        threads: int | None = None,
        program: str = WINDOW,
    ) -> "Workspace":
        """An existing workspace; `program` is who others are told holds it.

        Errors: no-workspace, workspace-in-use, workspace-unreadable, workspace-read-only.
        """
        with writable(folder):
            if not (folder / FILE).exists():
                raise EngineError(
                    Problem(
                        code="no-workspace",
                        what=say("There is no workspace in {folder}.", folder=quoted(str(folder))),
                        fix="Choose another folder, or import a file to begin one.",
                    )
                )
            return cls(folder, memory_limit=memory_limit, threads=threads, program=program)

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def catalog(self) -> Catalog:
        """The whole catalogue."""
        return self.schemas.catalog()

    def together(self) -> AbstractContextManager[None]:
        """All that this thread notes inside is kept as a whole, or not at all."""
        return self._metadata.together()

    @property
    def is_together(self) -> bool:
        """Whether this thread is inside `together`."""
        return self._metadata.is_together

    def afterwards(self, work: Callable[[], None]) -> None:
        """Do something once what was noted is kept."""
        self._metadata.afterwards(work)

    @property
    def files(self) -> Path:
        """Where exports and the outbox go."""
        return self.folder / "files"

    def close(self) -> None:
        """Finish what runs and let others in. `left_as` tells from then on what it looked like before they were.

        What is closed stays closed: closing it again does nothing.
        """
        if self._closed:
            return
        self._closed = True
        self.database.close()
        self._metadata.close()
        self.left_as = stamp_of(self.folder)
        self._lock.release()

    def _sweep(self) -> None:
        """Drop what a crash left half-written: tables that no committed row names, and spilled files."""
        named: Mapping[Store, set[str]] = {
            Store.DATA: self.datasets.physical_names()
            | self.audiences.physical_names()
            | self.runs.history_tables()
            | self.runs.pinned_tables(),
            Store.RUNS: self.run_populations.names(),
            Store.WORK: self.populations.names(),
        }
        for store, names in named.items():
            self.database.drop(store, self.database.tables(store) - names)
        self.populations.forget(self.populations.names() - self.database.tables(Store.WORK))
        self.runs.interrupt_orphans()
        self.documents.reset_publishing()
        for folder in ("spill", "staging"):
            for left in (self.files / folder).iterdir():
                shutil.rmtree(left) if left.is_dir() else left.unlink()


def _make_room(folder: Path) -> None:
    """Let the cache go where the disk is nearly full: DuckDB itself needs room to make a file smaller.

    What it held is counted anew; without this, a disk that the cache has filled would stay full.
    """
    cache = folder / f"{Store.WORK.value}.duckdb"
    if cache.exists() and cache.stat().st_size > LEAST_CACHE and shutil.disk_usage(folder).free < NEARLY_FULL:
        for path in (cache, cache.with_name(f"{cache.name}.wal")):
            path.unlink(missing_ok=True)
