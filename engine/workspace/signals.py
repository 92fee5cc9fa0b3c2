"""Signals to campaigns: noted when they are sent, delivered when the campaign runs, and not too often."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace.models import Signal
from engine.workspace.store import MetadataStore

LEAST_APART = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class SignalEntry:
    """A signal: to whom, what it carries, from whom, when (UTC), and the run that it started, if it did."""

    id: int
    document: str
    parameters: Mapping[str, str]
    sender: str
    sent: datetime
    run: str | None
    refused: str = ""


class Signals:
    """The signals of a workspace."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    def send(self, document: str, parameters: Mapping[str, str], *, sender: str, now: datetime) -> int:
        """Note a signal that is still to be delivered; its number. `now` is UTC.

        Errors: too-many-signals, when the campaign was signalled less than an hour before.
        """
        with self._store.session() as session:
            last = session.scalar(
                select(Signal)
                .where(Signal.document == document, Signal.refused == "")
                .order_by(Signal.sent.desc())
                .limit(1)
            )
            if last is not None and now - last.sent < LEAST_APART:
                raise EngineError(_too_soon(document, last.sent + LEAST_APART - now))
            row = Signal(document=document, parameters=dict(parameters), sender=sender, sent=now, run=None, refused="")
            session.add(row)
            session.flush()
            return row.id

    def pending(self) -> list[SignalEntry]:
        """The signals that were not delivered yet, oldest first."""
        with self._store.session() as session:
            query = select(Signal).where(Signal.run.is_(None), Signal.refused == "").order_by(Signal.id)
            return [_entry(row) for row in session.scalars(query)]

    def list(self, document: str) -> "list[SignalEntry]":
        """All signals to a campaign, newest first."""
        with self._store.session() as session:
            query = select(Signal).where(Signal.document == document).order_by(Signal.id.desc())
            return [_entry(row) for row in session.scalars(query)]

    def delivered(self, signal: int, run: str) -> None:
        """Note the run that a signal started or moved on."""
        with self._store.session() as session:
            session.get_one(Signal, signal).run = run

    def refuse(self, signal: int, why: str) -> None:
        """Note that a signal could not be delivered and will not be tried again."""
        with self._store.session() as session:
            session.get_one(Signal, signal).refused = why


def _too_soon(document: str, left: timedelta) -> Problem:
    minutes = -(-int(left.total_seconds()) // 60)
    return Problem(
        code="too-many-signals",
        what=say("{document} was signalled less than an hour ago.", document=quoted(document)),
        why="A published campaign takes at most one signal an hour.",
        fix=say("Send it again in {n} minute(s).", n=minutes),
        values={"document": document, "minutes": minutes},
    )


def _entry(row: Signal) -> SignalEntry:
    parameters = row.parameters if isinstance(row.parameters, dict) else {}
    values = {name: str(value) for name, value in parameters.items()}
    return SignalEntry(row.id, row.document, values, row.sender, row.sent, row.run, row.refused)
