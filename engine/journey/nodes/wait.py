"""Wait: stay for a time, or until a date, and perhaps until a fitting day and time after that."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.asking import asked_when
from engine.contract import Hint
from engine.journey.calendar import DurationUnit, MustEndOn, after, ending, micros
from engine.journey.contract import OUT, JourneyNode, Passage, Place, Settings, remark, unset
from engine.journey.options import RunMode
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.trees import number, text


class WaitType(StrEnum):
    """How the end of a wait is given."""

    DURATION = "duration"
    DATE = "date"


class WaitSettings(Settings):
    """How long, or until when."""

    type: WaitType = Field(default=WaitType.DURATION, title="Type")
    value: int = Field(default=5, ge=0, le=100_000, title="Duration", json_schema_extra=asked_when("type", "duration"))
    unit: DurationUnit = Field(
        default=DurationUnit.DAYS, title="Unit", json_schema_extra=asked_when("type", "duration")
    )
    must_end_on: MustEndOn | None = Field(
        default=None,
        title="Must end on",
        description="Off: on any day.",
        json_schema_extra=asked_when("type", "duration"),
    )
    date: Annotated[str, Hint("moment")] = Field(
        default="", title="Date", description="In UTC.", json_schema_extra=asked_when("type", "date"),
    )  # fmt: skip


class Wait(JourneyNode[WaitSettings]):
    """Hold accounts or people for a time, or until a date."""

    type_id = "wait"
    title = "Wait"
    icon = "ph.hourglass"
    settings = WaitSettings

    def check(self, place: Place[WaitSettings]) -> Iterator[Problem]:
        settings = place.settings
        if settings.type is WaitType.DATE:
            yield from check_date(settings.date, "date", place)
            return
        if settings.value == 0 and settings.must_end_on is None:
            yield unset("The duration is nothing.", "value", "Write 1 or more, or say on which day it must end.")
        if settings.must_end_on is not None:
            yield from settings.must_end_on.check("must_end_on")

    def passage(self, place: Place[WaitSettings], rows: Rows) -> Passage:
        if rows.ground.options.mode is RunMode.STRUCTURE:
            return Passage(text(OUT))
        settings = place.settings
        if settings.type is WaitType.DATE:
            until = number(micros(datetime.fromisoformat(settings.date)))
            return Passage(text(OUT), at=exp.Greatest(this=rows["at"], expressions=[until], ignore_nulls=True))
        end = after(rows["at"], settings.value, settings.unit)
        return Passage(text(OUT), at=ending(rows, end, settings.must_end_on))


def check_date(written: str, field_name: str, place: Place[WaitSettings]) -> Iterator[Problem]:
    """What is wrong with a date to wait for."""
    try:
        until = datetime.fromisoformat(written)
    except ValueError:
        yield unset("The date is not set.", field_name, "Write it as 2026-03-01T09:00.")
        return
    end = place.world.properties.schedule.end_date
    if until.replace(tzinfo=None) <= place.world.now:
        yield remark("date-is-past", "The date is past, so nobody waits.", check="V16", field_name=field_name)
    elif end is not None and until.date() > end:
        yield remark("date-after-end", "The date is after the journey's end.", check="V16", field_name=field_name)
