"""Durations and the first fitting instant after them: calendar months, weekdays, local times, daylight saving.

Zone rules come from Python's zoneinfo: the fitting instants of the whole run are listed once and joined.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field
from sqlglot import exp

from engine.journey.order import DAY, FOREVER, HOUR, MINUTE
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.texts import quoted, say
from engine.trees import col, join, number, query, tree

WEEK = 7 * DAY


class DurationUnit(StrEnum):
    """Units of a wait; months are calendar months, all others have a fixed length."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


_FIXED = {DurationUnit.MINUTES: MINUTE, DurationUnit.HOURS: HOUR, DurationUnit.DAYS: DAY, DurationUnit.WEEKS: WEEK}

Weekday = Literal["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class MustEndOn(BaseModel):
    """On which days, at which local time, a wait ends."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    days: tuple[Weekday, ...] = Field(default=WEEKDAYS, min_length=1, title="Days")
    time: _TIME = Field(default="00:00", title="Time")
    zone: str = Field(default="UTC", title="Time zone")

    def check(self, field: str) -> Iterator[Problem]:
        """What is wrong with it: the zone."""
        if zone_of(self.zone) is None:
            yield Problem(
                code="unknown-zone", what=say("There is no time zone {zone}.", zone=quoted(self.zone)),
                fix="Choose one such as Europe/Paris or UTC.", field=f"{field}.zone", check="V02",
            )  # fmt: skip


def zone_of(name: str) -> ZoneInfo | None:
    """The time zone of that name; None when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def after(at: exp.Expr, value: int, unit: DurationUnit) -> exp.Expr:
    """The instant a duration later, in microseconds. A day that a month does not have becomes its last."""
    if unit is DurationUnit.MONTHS:
        return tree("EPOCH_US(MAKE_TIMESTAMP($at) + TO_MONTHS($months))", at=at, months=number(value))
    return exp.Paren(this=exp.Add(this=at.copy(), expression=number(value * _FIXED[unit])))


def ending(rows: Rows, at: exp.Expr, wanted: MustEndOn | None) -> exp.Expr:
    """The first instant at or after `at` that fits; beyond the horizon there is none."""
    if wanted is None:
        return at
    instants = [number(one) for one in fitting(wanted, rows.ground.start, rows.ground.end)]
    candidates = query("SELECT UNNEST($list::BIGINT[]) AS at", list=exp.Array(expressions=instants))
    rows.join("ending", join("ASOF LEFT JOIN c AS ending ON $at <= ending.at", c=candidates, at=at))
    return exp.Coalesce(this=col("ending", "at"), expressions=[number(FOREVER)])


def fitting(wanted: MustEndOn, start: int, end: int) -> list[int]:
    """The instants from `start` to `end` at which a local clock shows the time on one of the days, in microseconds.

    A local time that does not exist is moved on by the gap; of one that occurs twice the first counts.
    """
    zone = zone_of(wanted.zone) or ZoneInfo("UTC")
    clock = time.fromisoformat(wanted.time)
    day, last = _day(start, zone) - timedelta(days=1), _day(end, zone) + timedelta(days=1)
    found: list[int] = []
    while day <= last:
        if WEEKDAYS[day.weekday()] in wanted.days:
            instant = micros(datetime.combine(day, clock, tzinfo=zone))
            if start <= instant <= end:
                found.append(instant)
        day += timedelta(days=1)
    return sorted(set(found))


def _day(instant: int, zone: ZoneInfo) -> date:
    return moment(instant).replace(tzinfo=UTC).astimezone(zone).date()


def micros(instant: datetime) -> int:
    """Microseconds since 1970; a moment without an offset is in UTC."""
    aware = instant if instant.tzinfo is not None else instant.replace(tzinfo=UTC)
    return (aware - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


def moment(instant: int) -> datetime:
    """The same the other way round, in UTC without an offset."""
    return datetime(1970, 1, 1) + timedelta(microseconds=instant)  # noqa: DTZ001 - UTC, as all instants of a run
