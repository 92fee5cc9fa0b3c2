"""The launches of a period as a calendar shows them, past and to come, and calendars of others read from files."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engine.document.files import read_text
from engine.problems import EngineError, Problem
from engine.runner.inventory import Line
from engine.schedules import launches
from engine.texts import quoted, say
from engine.workspace import Workspace
from engine.workspace.calendars import CalendarEvent
from engine.workspace.launches import Outcome
from engine.workspace.statuses import PUBLISHED
from engine.workspace.store import as_utc

MOST_BYTES = 1_000_000
MOST_BLOCKS = 10_000
_HEADER = ("event name", "start", "end")


@dataclass(frozen=True, slots=True)
class Block:
    """A launch: `start` is UTC, `outcome` what became of it; empty while it is to come."""

    document: str
    name: str
    start: datetime
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class DayLaunches:
    """The launches of one document on one day.

    `first` is when the first of them is (UTC), `outcomes` how many of them became what; those that are in none are to
    come.
    """

    day: date
    document: str
    name: str
    first: datetime
    count: int
    outcomes: Mapping[str, int]


def blocks(workspace: Workspace, lines: Sequence[Line], start: datetime, end: datetime, now: datetime) -> list[Block]:
    """The launches between two instants, in order: those that were, and those that schedules plan from `now` on."""
    found = sorted(_launches(workspace, lines, start, end, now), key=lambda one: (one.start, one.name))
    return found[:MOST_BLOCKS]


def days(
    workspace: Workspace, lines: Sequence[Line], start: datetime, end: datetime, now: datetime,
    zone: tzinfo | None = None,
) -> list[DayLaunches]:  # fmt: skip
    """The same by day and document, however many launches a day holds; in order of day, first launch and name.

    Days are those of a zone; of this machine, when none is given.
    """
    found: dict[tuple[date, str], list[Block]] = {}
    for block in _launches(workspace, lines, start, end, now):
        found.setdefault((block.start.astimezone(zone).date(), block.document), []).append(block)
    kept = [
        DayLaunches(
            day, document, launches[0].name, min(one.start for one in launches), len(launches),
            Counter(one.outcome for one in launches if one.outcome),
        )
        for (day, document), launches in found.items()
    ]  # fmt: skip
    return sorted(kept, key=lambda one: (one.day, one.first, one.name))


def _launches(
    workspace: Workspace, lines: Sequence[Line], start: datetime, end: datetime, now: datetime
) -> Iterator[Block]:
    noted = workspace.launches.between(as_utc(start), as_utc(end))
    # Schedules tell what comes after an instant; what begins with the period is in it.
    after = max(start.astimezone(UTC) - timedelta(microseconds=1), now)
    for line in lines:
        for launch in noted.get(line.id, ()):
            if launch.outcome is not Outcome.WATCHED:
                yield Block(line.id, line.name, launch.planned.replace(tzinfo=UTC), launch.outcome.value)
        for moment in _planned(line, after, end):
            yield Block(line.id, line.name, moment)


def _planned(line: Line, after: datetime, end: datetime) -> Iterator[datetime]:
    if line.status not in PUBLISHED or line.facts.schedule is None:
        return
    try:
        zone = ZoneInfo(line.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return
    for moment in launches(line.facts.schedule, zone, after):
        if moment >= end:
            return
        yield moment.astimezone(UTC)


def read_calendar(path: Path) -> list[CalendarEvent]:
    """The events of a CSV file: event name, start and end as mm/dd/yy or as 2025-12-24; a first line of titles may be.

    Errors: unreadable-file, wrong-calendar, with the line.
    """
    if path.is_file() and path.stat().st_size > MOST_BYTES:
        raise _wrong(path.name, 1, "The file is too large for a calendar.")
    text = read_text(path, say("Choose a CSV file in UTF-8."))
    found: list[CalendarEvent] = []
    reader = csv.reader(io.StringIO(text, newline=""))
    for row in reader:
        cells = [cell.strip() for cell in row]
        if not any(cells) or (not found and tuple(cell.lower() for cell in cells[:3]) == _HEADER):
            continue
        found.append(_event(path.name, reader.line_num, cells))
    if not found:
        raise _wrong(path.name, 1, "There is no event in it.")
    return found


def _event(file: str, number: int, cells: Sequence[str]) -> CalendarEvent:
    if len(cells) < len(_HEADER) or not cells[0]:
        raise _wrong(file, number, "A line holds a name, a start and an end.")
    start, end = (_day(file, number, cell) for cell in cells[1:3])
    if end < start:
        raise _wrong(file, number, say("{cells} ends before it starts.", cells=quoted(cells[0])))
    return CalendarEvent(cells[0], start, end)


def _day(file: str, number: int, text: str) -> date:
    for form in ("%m/%d/%y", "%m/%d/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise _wrong(file, number, say("{text} is no day such as 12/24/25.", text=quoted(text)))


def _wrong(file: str, number: int, why: str) -> EngineError:
    return EngineError(
        Problem(
            code="wrong-calendar",
            what=say("{file} is no calendar: line {number}.", file=quoted(file), number=number),
            why=why,
            fix="Write lines of event name, start (mm/dd/yy) and end (mm/dd/yy).",
            values={"file": file, "line": number},
        )
    )
