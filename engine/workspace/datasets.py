"""Which stored state of each table is current. Data is written under a new name first; one commit here shows it.

The states before are kept for a while, so that a load can be undone, and as long as a run that is not over reads them.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from engine.database import Database, Store
from engine.problems import EngineError, Problem
from engine.workspace.models import Load, Reject, TableVersion
from engine.workspace.runs import pinned_tables
from engine.workspace.store import MetadataStore, utc_now

KEPT_VERSIONS = 3


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """Lines of a file that were not loaded: where, what stood there, and each reason (code, column, value, reason)."""

    first_line: int
    last_line: int
    raw: str
    errors: tuple[Mapping[str, JsonValue], ...]
    id: int | None = None


@dataclass(frozen=True, slots=True)
class LoadRecord:
    """The ledger of one load. `counts` says how many lines were read, loaded, rejected, blank and so on."""

    table: str
    file: str
    sha256: str = ""
    options: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    counts: Mapping[str, int] = field(default_factory=dict[str, int])
    rejects: Sequence[RejectedLine] = ()
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    status: str = "active"
    problem: str = ""
    started: datetime | None = None
    """When it began (UTC, as `ended`); a load that is under way knows it, and it is read back with the ledger."""
    ended: datetime | None = None
    made_by: str = ""

    @property
    def seconds(self) -> float | None:
        """How long it took; None before it ended."""
        return None if self.started is None or self.ended is None else (self.ended - self.started).total_seconds()


@dataclass(frozen=True, slots=True)
class StoredTable:
    """A stored state of a table."""

    physical: str
    rows: int
    number: int


class Datasets:
    """The stored tables of a workspace."""

    def __init__(self, store: MetadataStore, database: Database) -> None:
        self._store = store
        self._database = database

    def begin(self, table: str) -> str:
        """A new physical name for the next state of a table; nobody sees it until `commit`."""
        del table
        return f"t_{uuid.uuid4().hex}"

    def commit(self, record: LoadRecord, physical: str, rows: int) -> StoredTable:
        """Make `physical` the current state of the table, with the load's ledger, in one commit."""
        with self._store.session() as session:
            session.add(_row(record))
            session.flush()
            session.add_all(_rejects(record))
            last = session.scalar(select(func.max(TableVersion.number)).where(TableVersion.table == record.table))
            number = (last or 0) + 1
            session.add(
                TableVersion(
                    physical=physical, table=record.table, number=number, rows=rows, load=record.id, created=utc_now()
                )
            )
        self._forget_old(record.table)
        return StoredTable(physical, rows, number)

    def fail(self, record: LoadRecord) -> None:
        """Keep the ledger of a load that changed nothing."""
        with self._store.session() as session:
            session.add(_row(record))
            session.flush()
            session.add_all(_rejects(record))

    def snapshot(self) -> dict[str, StoredTable]:
        """Table to its current state."""
        return dict(self._store.remembered("datasets", [TableVersion], _current))

    def current(self, table: str) -> StoredTable | None:
        """The current state of a table; None before the first load."""
        return self.snapshot().get(table)

    def loads(self, table: str | None = None) -> list[LoadRecord]:
        """The ledgers, newest first, without their rejected lines."""
        query = select(Load).order_by(Load.started.desc())
        if table is not None:
            query = query.where(Load.table == table)
        with self._store.session() as session:
            return [_record(row) for row in session.scalars(query)]

    def rejects(self, load: str) -> list[RejectedLine]:
        """The rejected lines of a load that were not mended yet, in file order."""
        with self._store.session() as session:
            rows = session.scalars(
                select(Reject).where(Reject.load == load, Reject.mended_by.is_(None)).order_by(Reject.first_line)
            ).all()
        return [RejectedLine(row.first_line, row.last_line, row.raw, _errors(row.errors), row.id) for row in rows]

    def mended(self, rejects: Sequence[int], load: str) -> None:
        """Note that rejected lines were corrected and loaded by another load."""
        with self._store.session() as session:
            for row in session.scalars(select(Reject).where(Reject.id.in_(rejects))):
                row.mended_by = load

    def forget_rejects(self, before: datetime) -> None:
        """Forget the rejected lines of loads that began before an instant (UTC); their counts are kept."""
        old = select(Load.id).where(Load.started < before)
        with self._store.session() as session:
            session.execute(delete(Reject).where(Reject.load.in_(old)))

    def undo(self, load: str) -> StoredTable | None:
        """Bring a table back to its state before its latest load; that state, or None when there was none.

        Errors: not-the-latest-load, nothing-to-undo.
        """
        with self._store.session() as session:
            version = session.scalar(select(TableVersion).where(TableVersion.load == load))
            if version is None or version.withdrawn:
                raise EngineError(_nothing_to_undo())
            later = session.scalar(
                select(TableVersion).where(
                    TableVersion.table == version.table,
                    TableVersion.number > version.number,
                    TableVersion.withdrawn.is_(False),
                )
            )
            if later is not None:
                raise EngineError(not_the_latest())
            version.withdrawn = True
            row = session.get(Load, load)
            if row is not None:
                row.status = "inactive"
            table = version.table
        return self.current(table)

    def states_around(self, load: str) -> tuple[str, str | None, str, str] | None:
        """A table, and its stored states before a load, after it and now; None for one that `undo` answers for.

        Errors: nothing-to-undo, and not-the-latest-load, when the state before is kept no longer.
        """
        with self._store.session() as session:
            version = session.scalar(select(TableVersion).where(TableVersion.load == load))
            row = session.get(Load, load)
            if version is None or version.withdrawn:
                return None
            if row is not None and row.status != "active":
                raise EngineError(_nothing_to_undo())
            same = select(TableVersion).where(TableVersion.table == version.table).order_by(TableVersion.number)
            every = list(session.scalars(same))
            kept = [one for one in every if not one.withdrawn]
            if kept[-1] is version:
                return None
            before = [one for one in kept if one.number < version.number]
            if not before and sum(1 for one in every if one.number < version.number) < version.number - 1:
                raise EngineError(not_the_latest())
            return version.table, before[-1].physical if before else None, version.physical, kept[-1].physical

    def commit_without(self, load: str, physical: str, rows: int) -> StoredTable:
        """Make `physical` the current state of a table, in which a load has no effect any more."""
        with self._store.session() as session:
            version = session.scalars(select(TableVersion).where(TableVersion.load == load)).one()
            table = version.table
            last = session.scalar(select(func.max(TableVersion.number)).where(TableVersion.table == table)) or 0
            session.add(
                TableVersion(physical=physical, table=table, number=last + 1, rows=rows, load=None, created=utc_now())
            )
            row = session.get(Load, load)
            if row is not None:
                row.status = "inactive"
        self._forget_old(table)
        return StoredTable(physical, rows, last + 1)

    def _forget_old(self, table: str) -> None:
        with self._store.session() as session:
            versions = session.scalars(
                select(TableVersion)
                .where(TableVersion.table == table, TableVersion.withdrawn.is_(False))
                .order_by(TableVersion.number.desc())
            ).all()
            pinned = pinned_tables(session)
            old = [version.physical for version in versions[KEPT_VERSIONS:] if version.physical not in pinned]
            session.execute(delete(TableVersion).where(TableVersion.physical.in_(old)))
        gone = [*old, *(f"{name}_gone" for name in old)]
        self._store.afterwards(lambda: self._database.drop(Store.DATA, gone))

    def physical_names(self) -> set[str]:
        """Every physical table that a committed row names, and the tombstones that may stand beside it."""
        with self._store.session() as session:
            names = session.scalars(select(TableVersion.physical)).all()
        return {*names, *(f"{name}_gone" for name in names)}


def _nothing_to_undo() -> Problem:
    return Problem(
        code="nothing-to-undo",
        what="This load has no effect that could be undone.",
        fix="Choose a load that is active.",
    )


def not_the_latest() -> Problem:
    """The problem that a load cannot be taken back before those that came after it."""
    return Problem(
        code="not-the-latest-load",
        what="A later load changed the same table.",
        fix="Undo the later loads first, from the newest.",
    )


def _current(session: Session) -> dict[str, StoredTable]:
    query = select(TableVersion).where(TableVersion.withdrawn.is_(False)).order_by(TableVersion.number)
    return {one.table: StoredTable(one.physical, one.rows, one.number) for one in session.scalars(query)}


def _row(record: LoadRecord) -> Load:
    now = utc_now()
    return Load(
        id=record.id,
        table=record.table,
        status=record.status,
        file=record.file,
        sha256=record.sha256,
        options=dict(record.options),
        counts=dict(record.counts),
        problem=record.problem,
        started=record.started or now,
        ended=now,
    )


def _rejects(record: LoadRecord) -> list[Reject]:
    return [
        Reject(
            load=record.id,
            first_line=line.first_line,
            last_line=line.last_line,
            raw=line.raw,
            errors=[dict(error) for error in line.errors],
        )
        for line in record.rejects
    ]


def _record(row: Load) -> LoadRecord:
    counts = {key: value for key, value in _mapping(row.counts).items() if isinstance(value, int)}
    return LoadRecord(
        row.table, row.file, row.sha256, _mapping(row.options), counts, (), row.id, row.status, row.problem,
        row.started, row.ended, row.made_by,
    )  # fmt: skip


def _mapping(value: JsonValue) -> dict[str, JsonValue]:
    return value if isinstance(value, dict) else {}


def _errors(value: JsonValue) -> tuple[Mapping[str, JsonValue], ...]:
    return tuple(one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()
