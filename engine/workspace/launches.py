"""What became of the planned launches of each campaign, so that none happens twice and none is lost silently."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from sqlalchemy import ColumnElement, delete, func, select

from engine.workspace.models import Launch
from engine.workspace.store import MetadataStore


class Outcome(StrEnum):
    """What became of something planned.

    `watched` is the moment since when a schedule is looked after: nothing ran then. `continued` is said of a run that
    waited, and of no launch.
    """

    WATCHED = "watched"
    STARTED = "started"
    FAILED = "failed"
    SKIPPED = "skipped"
    MISSED = "missed"
    ASKING = "asking"
    CONTINUED = "continued"


@dataclass(frozen=True, slots=True)
class LaunchEntry:
    """A launch: when it was planned (UTC), what became of it, and its run."""

    document: str
    planned: datetime
    outcome: Outcome
    run: str | None


class Launches:
    """The launches of a workspace."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    def note(self, document: str, planned: datetime, outcome: Outcome, run: str | None = None) -> None:
        """Note what became of a launch; a later word replaces an earlier one. `planned` is UTC."""
        with self._store.session() as session:
            row = session.get(Launch, (document, planned))
            if row is None:
                session.add(Launch(document=document, planned=planned, outcome=outcome.value, run=run))
            else:
                row.outcome, row.run = outcome.value, run

    def get(self, document: str, planned: datetime) -> LaunchEntry | None:
        """What became of a launch, which was planned for an instant (UTC); None where nothing is noted."""
        with self._store.session() as session:
            row = session.get(Launch, (document, planned))
            return None if row is None else _entry(row)

    def list(self, document: str) -> "list[LaunchEntry]":
        """The launches of a campaign, oldest first."""
        query = select(Launch).where(Launch.document == document).order_by(Launch.planned)
        with self._store.session() as session:
            return [_entry(row) for row in session.scalars(query)]

    def between(self, start: datetime, end: datetime) -> dict[str, tuple[LaunchEntry, ...]]:
        """Document to its launches of a period, oldest first; its end, in UTC as its start, is not part of it."""
        return self._grouped(Launch.planned >= start, Launch.planned < end)

    def asking(self) -> dict[str, tuple[LaunchEntry, ...]]:
        """Document to its launches that were missed and wait for a decision, oldest first."""
        return self._grouped(Launch.outcome == Outcome.ASKING.value)

    def latest(self) -> dict[str, LaunchEntry]:
        """Document to its last launch, or to when its schedule began to be watched."""
        last = select(Launch.document, func.max(Launch.planned).label("planned")).group_by(Launch.document).subquery()
        query = select(Launch).join(last, (Launch.document == last.c.document) & (Launch.planned == last.c.planned))
        with self._store.session() as session:
            return {row.document: _entry(row) for row in session.scalars(query)}

    def _grouped(self, *conditions: ColumnElement[bool]) -> dict[str, tuple[LaunchEntry, ...]]:
        query = select(Launch).where(*conditions).order_by(Launch.document, Launch.planned)
        with self._store.session() as session:
            entries = [_entry(row) for row in session.scalars(query)]
        return {name: tuple(own) for name, own in groupby(entries, key=lambda one: one.document)}

    def erase(self, document: str) -> None:
        """Forget the launches of a document."""
        with self._store.session() as session:
            session.execute(delete(Launch).where(Launch.document == document))


def _entry(row: Launch) -> LaunchEntry:
    return LaunchEntry(row.document, row.planned, Outcome(row.outcome), row.run)
