"""Recurring loads: folders whose new files are brought into a table, and what became of each of their files.

A file is told by its content: what was dealt with once is not looked at again, whatever it is called later.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pydantic import JsonValue
from sqlalchemy import delete, select

from engine.catalog.paths import unknown
from engine.layouts import FileLayout
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace.models import RecurringFileRow, RecurringLoadRow
from engine.workspace.store import MetadataStore, utc_now


class FileOutcome(StrEnum):
    """What became of a file. The same content under another name is not loaded again."""

    LOADED = "loaded"
    FAILED = "failed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class RecurringLoad:
    """New files of `folder` whose names match `pattern` go into `table`. Times are UTC; `schedule` is in `zone`.

    `key` and `version` count only when the first file makes the table. `threshold` is the share of rows (0-100) that
    may be rejected. `again` is when to look next in spite of the schedule, `problem` why the folder could not be read.
    """

    table: str
    folder: str
    pattern: str
    layout: FileLayout
    mode: str = "append"
    key: tuple[str, ...] = ()
    version: str | None = None
    threshold: float = 5.0
    schedule: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    zone: str = "UTC"
    active: bool = True
    looked: datetime = field(default_factory=utc_now)
    again: datetime | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells whether a file was touched, without reading it. `modified` is in nanoseconds since 1970."""

    name: str
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file that was dealt with: when (UTC), how, by which load, and why not.

    For the same content under another name, `problem` is the name that it had first.
    """

    stamp: FileStamp
    sha256: str
    outcome: FileOutcome
    load: str | None = None
    problem: str = ""
    dealt: datetime = field(default_factory=utc_now)
    id: int = 0


class RecurringLoads:
    """Add, change, list and remove; note and forget files."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    def add(self, load: RecurringLoad) -> None:
        """Keep a recurring load. Errors: recurring-load-exists, for a table has one source."""
        with self._store.session() as session:
            if session.get(RecurringLoadRow, load.table) is not None:
                raise EngineError(
                    Problem(
                        code="recurring-load-exists",
                        what=say("The table {table} is loaded from a folder already.", table=quoted(load.table)),
                        why="A table has one source, so that nothing is loaded twice.",
                        fix="Remove that recurring load first, or choose another table.",
                        values={"table": load.table},
                    )
                )
            session.add(
                RecurringLoadRow(
                    table=load.table,
                    folder=load.folder,
                    pattern=load.pattern,
                    settings=_settings(load),
                    active=load.active,
                    looked=load.looked,
                    again=load.again,
                    problem="",
                    created=utc_now(),
                )
            )

    def list(self) -> "list[RecurringLoad]":
        """All recurring loads, by table."""
        with self._store.session() as session:
            return [_load(row) for row in session.scalars(select(RecurringLoadRow).order_by(RecurringLoadRow.table))]

    def get(self, table: str) -> RecurringLoad:
        """The recurring load of a table. Errors: unknown-recurring-load."""
        found = {one.table: one for one in self.list()}
        if table not in found:
            raise EngineError(unknown("recurring load", table, found))
        return found[table]

    def change(self, load: RecurringLoad) -> None:
        """Take other settings; the folder, the pattern and what was done stay."""
        with self._store.session() as session:
            row = session.get(RecurringLoadRow, load.table)
            if row is not None:
                row.settings, row.active, row.again = _settings(load), load.active, load.again

    def looked(self, table: str, now: datetime, *, again: datetime | None = None, problem: str = "") -> None:
        """Note a look at the folder; `now` and `again` are UTC."""
        with self._store.session() as session:
            row = session.get(RecurringLoadRow, table)
            if row is not None:
                row.looked, row.again, row.problem = now, again, problem

    def remove(self, table: str) -> None:
        """Look at the folder no longer, and forget its files; what was loaded stays."""
        with self._store.session() as session:
            session.execute(delete(RecurringFileRow).where(RecurringFileRow.table == table))
            session.execute(delete(RecurringLoadRow).where(RecurringLoadRow.table == table))

    # Files

    def files(self, table: str) -> tuple[FileEntry, ...]:
        """The files that were dealt with, the latest first."""
        query = select(RecurringFileRow).where(RecurringFileRow.table == table).order_by(RecurringFileRow.id.desc())
        with self._store.session() as session:
            return tuple(_file(row) for row in session.scalars(query))

    def note(self, table: str, entry: FileEntry) -> None:
        """Note what became of a file; a later word about the same content under the same name replaces it."""
        with self._store.session() as session:
            row = session.scalar(
                select(RecurringFileRow).where(
                    RecurringFileRow.table == table,
                    RecurringFileRow.name == entry.stamp.name,
                    RecurringFileRow.sha256 == entry.sha256,
                )
            )
            if row is None:
                row = RecurringFileRow(table=table, name=entry.stamp.name, sha256=entry.sha256)
                session.add(row)
            row.size, row.modified = entry.stamp.size, entry.stamp.modified
            row.outcome, row.load, row.problem = entry.outcome.value, entry.load, entry.problem
            row.dealt = entry.dealt

    def forget(self, table: str, sha256: str) -> None:
        """Forget a content under all its names: the next look loads it."""
        with self._store.session() as session:
            session.execute(
                delete(RecurringFileRow).where(RecurringFileRow.table == table, RecurringFileRow.sha256 == sha256)
            )


def _settings(load: RecurringLoad) -> JsonValue:
    return {
        "layout": load.layout.model_dump(mode="json", exclude_defaults=True),
        "mode": load.mode,
        "key": [*load.key],
        "version": load.version,
        "threshold": load.threshold,
        "schedule": dict(load.schedule),
        "zone": load.zone,
    }


def _load(row: RecurringLoadRow) -> RecurringLoad:
    said = row.settings if isinstance(row.settings, dict) else {}
    key, schedule, threshold, version = (said.get(name) for name in ("key", "schedule", "threshold", "version"))
    return RecurringLoad(
        table=row.table,
        folder=row.folder,
        pattern=row.pattern,
        layout=FileLayout.model_validate(said.get("layout") or {}),
        mode=str(said.get("mode", "append")),
        key=tuple(map(str, key)) if isinstance(key, list) else (),
        version=version if isinstance(version, str) else None,
        threshold=threshold if isinstance(threshold, int | float) else 5.0,
        schedule=schedule if isinstance(schedule, dict) else {},
        zone=str(said.get("zone", "UTC")),
        active=row.active,
        looked=row.looked,
        again=row.again,
        problem=row.problem,
    )


def _file(row: RecurringFileRow) -> FileEntry:
    stamp = FileStamp(row.name, row.size, row.modified)
    return FileEntry(stamp, row.sha256, FileOutcome(row.outcome), row.load, row.problem, row.dealt, row.id)
