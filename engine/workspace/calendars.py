"""Calendars of others, shown beside the launches: at most three, each a list of named days."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from engine.problems import EngineError, Problem
from engine.texts import say
from engine.workspace.models import CalendarRow
from engine.workspace.store import MetadataStore

MOST_CALENDARS = 3


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something that lasts from one day to another; both days count."""

    name: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar of others."""

    id: str
    name: str
    hidden: bool
    events: tuple[CalendarEvent, ...]


class Calendars:
    """Add, list, hide, remove."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    def add(self, name: str, events: Sequence[CalendarEvent]) -> str:
        """Keep a calendar; its id. Errors: too-many-calendars."""
        with self._store.session() as session:
            if (session.scalar(select(func.count()).select_from(CalendarRow)) or 0) >= MOST_CALENDARS:
                raise EngineError(
                    Problem(
                        code="too-many-calendars",
                        what=say("There are {most_calendars} calendars already.", most_calendars=MOST_CALENDARS),
                        fix="Remove one first.",
                    )
                )
            row = CalendarRow(
                id=uuid.uuid4().hex,
                name=name,
                hidden=False,
                events=[[one.name, one.start.isoformat(), one.end.isoformat()] for one in events],
            )
            session.add(row)
            return row.id

    def list(self) -> "list[Calendar]":
        """All calendars, by name."""
        with self._store.session() as session:
            rows = session.scalars(select(CalendarRow).order_by(CalendarRow.name, CalendarRow.id)).all()
            return [Calendar(row.id, row.name, row.hidden, tuple(_events(row))) for row in rows]

    def hide(self, calendar: str, hidden: bool) -> None:
        """Leave a calendar out of the picture, or show it again."""
        with self._store.session() as session:
            row = session.get(CalendarRow, calendar)
            if row is not None:
                row.hidden = hidden

    def remove(self, calendar: str) -> None:
        """Take a calendar away."""
        with self._store.session() as session:
            row = session.get(CalendarRow, calendar)
            if row is not None:
                session.delete(row)


def _events(row: CalendarRow) -> "list[CalendarEvent]":
    found = row.events if isinstance(row.events, list) else []
    return [
        CalendarEvent(str(one[0]), date.fromisoformat(str(one[1])), date.fromisoformat(str(one[2])))
        for one in found
        if isinstance(one, list)
    ]
