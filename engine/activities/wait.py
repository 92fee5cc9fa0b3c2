"""Wait: go on later, with the same population."""

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from engine.asking import asked_when
from engine.contract import Activity, Arity, Category, Hint, Place, Settings, Wait, warning
from engine.problems import Problem
from engine.selecting import missing_setting
from engine.texts import Text, say

KEPT = timedelta(days=5)


class WaitKind(StrEnum):
    """Until when."""

    DURATION = "duration"
    FIXED = "fixed"


class WaitUnit(StrEnum):
    """Units of a duration."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"


class WaitSettings(Settings):
    """How long, or until when."""

    kind: WaitKind = Field(default=WaitKind.DURATION, title="Wait for")
    amount: int = Field(default=1, title="Duration", json_schema_extra=asked_when("kind", WaitKind.DURATION))
    unit: WaitUnit = Field(default=WaitUnit.DAY, title="Unit", json_schema_extra=asked_when("kind", WaitKind.DURATION))
    at: Annotated[str | None, Hint("moment")] = Field(
        default=None,
        title="Date and time",
        description="Such as 2025-12-01T09:00.",
        json_schema_extra=asked_when("kind", WaitKind.FIXED),
    )


class WaitActivity(Activity[WaitSettings]):
    """Pause the path for a time, or until a moment."""

    type_id = "wait"
    title = "Wait"
    category = Category.FLOW
    icon = "ph.hourglass"
    synonyms = ("delay", "pause", "later")
    settings = WaitSettings
    arity = Arity(least=0, most=1)
    starts = True

    def card(self, settings: WaitSettings) -> tuple[Text, ...]:
        if settings.kind is WaitKind.DURATION:
            return (_span(settings.amount, settings.unit),)
        return (say("Until {when}", when=settings.at.replace("T", " ")),) if settings.at else ()

    def check(self, place: Place[WaitSettings]) -> Iterator[Problem]:
        settings, now = place.settings, place.surroundings.clock.now
        if settings.kind is WaitKind.DURATION:
            if settings.amount <= 0:
                yield missing_setting("The duration must be longer than nothing.", "amount", "Write 1 or more.", "V21")
                return
            end = now + _duration(settings)
        else:
            try:
                end = place.surroundings.clock.wall_time(settings.at or "")
            except ValueError:
                yield missing_setting("The moment is not set.", "at", "Write it as 2025-12-01T09:00.", "V21")
                return
            if end <= now:
                yield warning("wait-in-the-past", "The moment is past, so nothing waits.", check="V21", field="at")
        if end - now > KEPT:
            yield warning(
                "long-wait",
                "The wait is longer than 5 days.",
                fix="The population is kept until then; the data may have changed by that time.",
                check="V21",
                field="amount" if settings.kind is WaitKind.DURATION else "at",
            )

    def waits(self, place: Place[WaitSettings]) -> Wait:
        settings = place.settings
        if settings.kind is WaitKind.FIXED:
            return Wait(until=place.surroundings.clock.wall_time(settings.at or "").isoformat())
        return Wait(seconds=int(_duration(settings).total_seconds()))


def _span(amount: int, unit: WaitUnit) -> Text:
    match unit:
        case WaitUnit.SECOND:
            return say("{n} second(s)", n=amount)
        case WaitUnit.MINUTE:
            return say("{n} minute(s)", n=amount)
        case WaitUnit.HOUR:
            return say("{n} hour(s)", n=amount)
        case WaitUnit.DAY:
            return say("{n} day(s)", n=amount)


def _duration(settings: WaitSettings) -> timedelta:
    return settings.amount * timedelta(**{f"{settings.unit.value}s": 1})
