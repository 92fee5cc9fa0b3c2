"""The SQLite file: opened with its migrations applied, and one session per piece of work."""

import sqlite3
import threading
from collections.abc import Callable, Generator, Hashable, Iterable
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Engine, String, column, create_engine, event, select, table
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Session

from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace.remembering import Remembered

if TYPE_CHECKING:
    from alembic.config import Config

FILE = "workspace.sqlite"
T = TypeVar("T")
_MIGRATIONS = Path(__file__).parent / "migrations"
Stamp = tuple[tuple[int, int], ...]
"""When the files of the metadata were written last (ns), and their sizes (bytes)."""


def stamp_of(folder: Path) -> Stamp:
    """Changes when anybody changed the workspace; nothing is opened for it."""
    found: list[tuple[int, int]] = []
    for name in (FILE, f"{FILE}-wal"):
        try:
            status = (folder / name).stat()
        except FileNotFoundError:
            continue
        found.append((status.st_mtime_ns, status.st_size))
    return tuple(found)


def _is_full(error: OperationalError) -> bool:
    return isinstance(error.orig, sqlite3.Error) and error.orig.sqlite_errorcode == sqlite3.SQLITE_FULL


def utc_now() -> datetime:
    """The present, for bookkeeping only: no count ever reads it."""
    return datetime.now(UTC).replace(tzinfo=None)


def as_utc(moment: datetime) -> datetime:
    """A moment with a zone as the workspace keeps it: in UTC, without one."""
    return moment.astimezone(UTC).replace(tzinfo=None)


class _Shared(threading.local):
    """The transaction that is open on this thread for several pieces of work, and what follows its commit."""

    session: Session | None = None
    later: list[Callable[[], None]] | None = None


class MetadataStore:
    """workspace.sqlite of one folder."""

    def __init__(self, folder: Path, kind: type[Session] = Session) -> None:
        """`kind` are the sessions that it opens."""
        self._kind = kind
        self._engine = create_engine(f"sqlite:///{folder / FILE}")
        event.listen(self._engine, "connect", _prepare)
        self._migrate(folder)
        self._shared = _Shared()
        self._remembered = Remembered(self._engine)

    @contextmanager
    def session(self) -> Generator[Session]:
        """One transaction: committed at the end, or nothing of it. Errors: storage-failed.

        Inside `together`, it is part of that transaction.
        """
        if self._shared.session is not None:
            yield self._shared.session
            self._shared.session.flush()
            return
        try:
            with (
                self._remembered.transaction(),
                self._kind(self._engine, expire_on_commit=False) as session,
                session.begin(),
            ):
                yield session
        except OperationalError as error:
            raise EngineError(
                Problem(
                    code="storage-failed",
                    what="The workspace could not be read or written.",
                    why="The disk is full." if _is_full(error) else str(error.orig),
                    fix="Check that the disk is not full and that the folder can be written. Nothing was lost.",
                )
            ) from error

    def remembered(self, name: Hashable, tables: Iterable[type[DeclarativeBase]], read: Callable[[Session], T]) -> T:
        """What `read` finds in some tables, read anew only after one of them was written to. It must not be changed."""

        def reading() -> T:
            with self.session() as session:
                return read(session)

        return self._remembered.value(name, [one.__tablename__ for one in tables], reading)

    @contextmanager
    def together(self) -> Generator[None]:
        """All sessions that this thread opens inside are one transaction, so that a crash keeps all or nothing.

        Inside another one, it is part of that.
        """
        if self._shared.session is not None:
            yield
            return
        later: list[Callable[[], None]] = []
        with self.session() as session:
            self._shared.session, self._shared.later = session, later
            try:
                yield
            finally:
                self._shared.session, self._shared.later = None, None
        for work in later:
            work()

    @property
    def is_together(self) -> bool:
        """Whether this thread is inside `together`."""
        return self._shared.session is not None

    def afterwards(self, work: Callable[[], None]) -> None:
        """Do what must only happen once the transaction that is open, if any, is committed, such as dropping tables."""
        if self._shared.later is None:
            work()
        else:
            self._shared.later.append(work)

    def close(self) -> None:
        self._engine.dispose()

    def _migrate(self, folder: Path) -> None:
        if self._revision() == newest_revision():
            return
        # Alembic takes a while to load, and only a workspace of an older version needs it.
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        config.attributes["engine"] = self._engine
        try:
            command.upgrade(config, "head")
        except OperationalError as error:
            raise EngineError(
                Problem(
                    code="workspace-unreadable",
                    what=say("The workspace {folder} cannot be opened.", folder=quoted(folder.name)),
                    why=str(error.orig),
                    fix="Check that the folder can be written and that the disk is not full.",
                )
            ) from error

    def _revision(self) -> str | None:
        """The migration that the file has come to; None for a new file."""
        with self._engine.connect() as connection, suppress(OperationalError):
            found: str | None = connection.scalar(
                select(column("version_num", String)).select_from(table("alembic_version"))
            )
            return found
        return None


def newest_revision() -> str:
    """The migration that all workspaces are to come to: each is numbered in the name of its file."""
    return max(path.stem.rpartition("_")[2] for path in (_MIGRATIONS / "versions").glob("*.py"))


def _prepare(connection: Any, _record: Any) -> None:
    """Every connection keeps references true and survives a power cut."""
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "busy_timeout=5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def engine_of(config: "Config") -> Engine:
    """The engine that the migrations run on."""
    engine: Engine = config.attributes["engine"]
    return engine
