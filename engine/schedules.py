"""When a campaign runs: schedules as values, and their launches as pure computation on wall time.

A launch is planned in local wall time of the campaign's zone. A time that the clock skips in spring happens at the
first minute after the gap; a time that comes twice in autumn happens once, the first time. The present is never read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice, pairwise
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from engine.asking import asked_when
from engine.misfits import misfit
from engine.problems import EngineError, Problem, Severity, field_path
from engine.texts import say

LEAST_MINUTES = 15
HORIZON_DAYS = 366 * 12
"""How far ahead a launch is looked for; a schedule without one in twelve years has none."""
_EARLIEST, _LATEST = datetime.fromisoformat("0001-01-03"), datetime.fromisoformat("9999-12-20")
"""Wall times between which a day and a zone can be added without leaving the calendar; they stand for all beyond."""


TOO_LATE = frozenset({"once-in-the-past", "no-launch"})
"""Faults that come with time: they stop a publication, but not the last run of what is published."""


class Part(BaseModel):
    """A frozen part of a schedule."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Validity(Part):
    """The period outside which nothing runs; both days count."""

    start: date | None = Field(default=None, title="First day")
    end: date | None = Field(default=None, title="Last day")


Weekday = Annotated[int, Field(ge=0, le=6, description="0 is Monday, 6 is Sunday.")]
Month = Annotated[int, Field(ge=1, le=12)]
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


class AsSoonAsPossible(Part):
    """One run when it is published."""

    mode: Literal["as-soon-as-possible"] = "as-soon-as-possible"


class Once(Part):
    """One run at a moment."""

    mode: Literal["once"]
    at: datetime = Field(description="Local time in the campaign's zone.")


class Daily(Part):
    """One run on every chosen day."""

    mode: Literal["daily"]
    at: time
    weekdays: tuple[Weekday, ...] = EVERY_DAY
    validity: Validity = Validity()


class Hours(Part):
    """Several runs a day, at given times."""

    mode: Literal["hours"]
    times: tuple[time, ...]
    weekdays: tuple[Weekday, ...] = EVERY_DAY
    validity: Validity = Validity()


class Periodic(Part):
    """Several runs a day, every so many minutes within a window."""

    mode: Literal["periodic"]
    minutes: int = Field(ge=1, title="Every so many minutes")
    start: time = Field(default=time(0, 0), title="From")
    end: time = Field(default=time(23, 59), title="Until")
    weekdays: tuple[Weekday, ...] = EVERY_DAY
    validity: Validity = Validity()


class Weekly(Part):
    """Runs on chosen days of every n-th week, counted from the week of `starting`."""

    mode: Literal["weekly"]
    every: int = Field(default=1, ge=1, title="Every so many weeks")
    starting: date = Field(title="Counted from the week of")
    weekdays: tuple[Weekday, ...]
    at: time
    validity: Validity = Validity()


class DayRule(StrEnum):
    """Which days of a month."""

    EVERY_DAY = "every-day"
    LAST_DAY = "last-day"
    DAY_NUMBER = "day-number"
    NTH_WEEKDAY = "nth-weekday"
    WEEKDAYS = "weekdays"


class Monthly(Part):
    """Runs on chosen days of chosen months. A month without the day has no run."""

    mode: Literal["monthly"]
    at: time
    months: tuple[Month, ...] = tuple(range(1, 13))
    day_rule: DayRule = DayRule.LAST_DAY
    day: int = Field(default=1, ge=1, le=31, json_schema_extra=asked_when("day_rule", DayRule.DAY_NUMBER))
    nth: int = Field(
        default=1,
        ge=-1,
        le=5,
        description="1 to 5, or -1 for the last.",
        json_schema_extra=asked_when("day_rule", DayRule.NTH_WEEKDAY),
    )
    weekday: Weekday = Field(default=0, description="", json_schema_extra=asked_when("day_rule", DayRule.NTH_WEEKDAY))
    weekdays: tuple[Weekday, ...] = Field(default=(), json_schema_extra=asked_when("day_rule", DayRule.WEEKDAYS))
    validity: Validity = Validity()


class SignalParameter(Part):
    """A value that the signal carries."""

    name: str = Field(min_length=1)
    type: str = "string"
    test_value: str | None = None


class OnSignal(Part):
    """A run whenever another campaign or program says so."""

    mode: Literal["signal"]
    parameters: tuple[SignalParameter, ...] = ()


Recurring = Daily | Hours | Periodic | Weekly | Monthly
Schedule = Annotated[
    AsSoonAsPossible | Once | Daily | Hours | Periodic | Weekly | Monthly | OnSignal, Field(discriminator="mode")
]


_READ: TypeAdapter[Schedule] = TypeAdapter(Schedule)


def read_schedule(raw: Mapping[str, JsonValue]) -> Schedule:
    """A schedule from its JSON form; an empty one runs as soon as possible. Errors: wrong-schedule (V29)."""
    if not raw:
        return AsSoonAsPossible()
    try:
        return _READ.validate_python(dict(raw))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = [part for part in first["loc"] if part != raw.get("mode")]
        raise EngineError(
            Problem(
                code="wrong-schedule",
                what="The schedule cannot be read.",
                why=misfit(first),
                fix="Set it again.",
                field=field_path(("schedule", *place)),
                check="V29",
            )
        ) from error


def launches(schedule: Schedule, zone: ZoneInfo, after: datetime) -> Iterator[datetime]:
    """The launches after an instant, in order, as instants with their zone. Empty for the modes that plan none."""
    match schedule:
        case AsSoonAsPossible() | OnSignal():
            return
        case Once():
            moment = _real(schedule.at.replace(tzinfo=None), zone)
            if moment > after:
                yield moment
        case _:
            yield from _recurring(schedule, zone, after)


def _recurring(schedule: Recurring, zone: ZoneInfo, after: datetime) -> Iterator[datetime]:
    day = after.astimezone(zone).date() - timedelta(days=1)
    first = max(day, schedule.validity.start or day)
    last = _horizon(first, schedule.validity)
    previous = after
    while first <= last:
        if _runs_on(schedule, first):
            for moment in (_real(datetime.combine(first, at), zone) for at in _times(schedule)):
                if moment > previous:
                    previous = moment
                    yield moment
                    last = _horizon(first, schedule.validity)
        first += timedelta(days=1)


def _horizon(day: date, validity: Validity) -> date:
    """The last day on which launches are looked for from a day on; before that day when there is none."""
    end = min(validity.end or _LATEST.date(), _LATEST.date())
    return day + timedelta(days=min(HORIZON_DAYS, (end - day).days))


def _runs_on(schedule: Recurring, day: date) -> bool:
    if (schedule.validity.start or day) > day or (schedule.validity.end or day) < day:
        return False
    match schedule:
        case Daily() | Hours() | Periodic():
            return day.weekday() in schedule.weekdays
        case Weekly():
            monday = schedule.starting - timedelta(days=schedule.starting.weekday())
            weeks = (day - monday).days // 7
            return day >= schedule.starting and weeks % schedule.every == 0 and day.weekday() in schedule.weekdays
        case Monthly():
            return day.month in schedule.months and _is_day(schedule, day)


def _is_day(schedule: Monthly, day: date) -> bool:
    week = (day.day - 1) // 7 + 1
    last_of_month = (day + timedelta(days=1)).month != day.month
    last_such_day = (day + timedelta(days=7)).month != day.month
    match schedule.day_rule:
        case DayRule.EVERY_DAY:
            return True
        case DayRule.LAST_DAY:
            return last_of_month
        case DayRule.DAY_NUMBER:
            return day.day == schedule.day
        case DayRule.NTH_WEEKDAY:
            right = last_such_day if schedule.nth == -1 else week == schedule.nth
            return day.weekday() == schedule.weekday and right
        case DayRule.WEEKDAYS:
            return day.weekday() in schedule.weekdays


def _times(schedule: Recurring) -> list[time]:
    match schedule:
        case Hours():
            return sorted(set(schedule.times))
        case Periodic():
            start, end = _minutes(schedule.start), _minutes(schedule.end)
            return [time(at // 60, at % 60) for at in range(start, end + 1, schedule.minutes)]
        case _:
            return [schedule.at]


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _real(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant of a wall time: the first of two, or the first valid minute after one that is skipped."""
    wall = min(max(wall, _EARLIEST), _LATEST)
    moment = wall.replace(tzinfo=zone, fold=0)
    while moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall:
        wall = (wall + timedelta(minutes=1)).replace(second=0, microsecond=0)
        moment = wall.replace(tzinfo=zone, fold=0)
    return moment


def preview(schedule: Schedule, zone: ZoneInfo, after: datetime, count: int = 10) -> list[datetime]:
    """The next launches, as many as there are up to `count`."""
    return list(islice(launches(schedule, zone, after), count))


def next_launch(schedule: Schedule, zone: ZoneInfo, after: datetime) -> datetime | None:
    """The next launch, if there is one; a slot that is past already is never made up for."""
    return next(launches(schedule, zone, after), None)


class Missed(StrEnum):
    """What happens to launches that were missed while nothing ran."""

    ASK = "ask"
    SKIPPED = "skipped"
    NONE = "none"


def missed(schedule: Schedule, zone: ZoneInfo, since: datetime, now: datetime) -> tuple[Missed, list[datetime]]:
    """The launches between two instants, and whether to ask (once) or to skip them (recurring)."""
    found: list[datetime] = []
    for moment in launches(schedule, zone, since):
        if moment > now:
            break
        found.append(moment)
    if not found:
        return Missed.NONE, []
    return (Missed.ASK if isinstance(schedule, Once) else Missed.SKIPPED), found


def overlaps(running: bool) -> Problem | None:
    """The warning that a slot is skipped, because the run before is still going on."""
    if not running:
        return None
    return Problem(
        code="slot-skipped",
        what="The run before is still going on, so this one was skipped.",
        fix="Plan the runs further apart.",
        check="V29",
    )


def check_schedule(schedule: Schedule, zone: ZoneInfo, now: datetime) -> Iterator[Problem]:
    """All that is wrong with a schedule (V29)."""
    match schedule:
        case AsSoonAsPossible() | OnSignal():
            return
        case Once():
            if _real(schedule.at.replace(tzinfo=None), zone) <= now:
                yield _late("once-in-the-past", "The moment is past.", "Choose a later one.", "at")
            return
        case _:
            pass
    validity = schedule.validity
    if validity.start is not None and validity.end is not None and validity.end < validity.start:
        yield _wrong("validity-reversed", "The validity ends before it starts.", "Choose a later end.", "validity.end")
    before = [*_check_selection(schedule), *_check_interval(schedule)]
    yield from before
    if not before and next_launch(schedule, zone, now) is None:
        yield _late("no-launch", "No launch falls inside the validity.", "Change the days or the validity.", "validity")


def _check_selection(schedule: Recurring) -> Iterator[Problem]:
    if isinstance(schedule, Daily | Hours | Periodic | Weekly) and not schedule.weekdays:
        yield _wrong("nothing-selected", "No week day is selected.", "Select at least one.", "weekdays")
    if isinstance(schedule, Hours) and not schedule.times:
        yield _wrong("nothing-selected", "No time is given.", "Add a time.", "times")
    if isinstance(schedule, Monthly):
        if not schedule.months:
            yield _wrong("nothing-selected", "No month is selected.", "Select at least one.", "months")
        if schedule.day_rule is DayRule.WEEKDAYS and not schedule.weekdays:
            yield _wrong("nothing-selected", "No week day is selected.", "Select at least one.", "weekdays")
        if schedule.day_rule is DayRule.NTH_WEEKDAY and schedule.nth == 0:
            yield _wrong("nothing-selected", "There is no zeroth week day.", "Choose 1 to 5, or the last.", "nth")


def _check_interval(schedule: Recurring) -> Iterator[Problem]:
    if isinstance(schedule, Periodic):
        if schedule.minutes < LEAST_MINUTES:
            yield _wrong(
                "too-often",
                say("Runs must be at least {least_minutes} minutes apart.", least_minutes=LEAST_MINUTES),
                "Raise it.",
                "minutes",
            )
        if _minutes(schedule.end) <= _minutes(schedule.start):
            yield _wrong("window-reversed", "The window ends before it starts.", "Choose a later end.", "end")
        elif _minutes(schedule.end) - _minutes(schedule.start) < schedule.minutes:
            yield _wrong("window-too-short", "The window is shorter than the interval.", "Widen it.", "end")
    if isinstance(schedule, Hours):
        times = sorted({_minutes(at) for at in schedule.times})
        around = [*times, *(times[:1] and [times[0] + 24 * 60])]
        if any(later - earlier < LEAST_MINUTES for earlier, later in pairwise(around)):
            yield _wrong(
                "too-often",
                say("Runs must be at least {least_minutes} minutes apart.", least_minutes=LEAST_MINUTES),
                "Move a time.",
                "times",
            )


def _wrong(code: str, what: str, fix: str, field: str) -> Problem:
    return Problem(code=code, what=what, fix=fix, field=field, check="V29")


def _late(code: str, what: str, fix: str, field: str) -> Problem:
    return replace(_wrong(code, what, fix, field), severity=Severity.WARNING)
