"""Listen for an event: wait until somebody of the account, or the account itself, does something, or time runs out.

Recorded events count from the instant of arrival on, that instant included; events of the run itself count when they
come after the arrival in the order of everything. The first one wins; one at the very deadline wins over the time-out,
if it comes before the time-out's own turn.
"""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from sqlglot import exp

from engine.accounts.events import EVENT_BY_TYPE, EXPERIENCE
from engine.asking import asked_when, asked_when_all
from engine.contract import Hint
from engine.journey.calendar import DurationUnit, MustEndOn, after, ending, micros
from engine.journey.conditions import Condition, Constraint
from engine.journey.contract import (
    EVENT,
    TIMEOUT,
    Context,
    Exit,
    JourneyNode,
    Passage,
    Place,
    Port,
    Settings,
    unset,
)
from engine.journey.hearing import Hearing, first_heard
from engine.journey.options import EventOutcome, RunMode
from engine.journey.order import FOREVER, Phase
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.texts import declared, quoted, say
from engine.trees import number, text, tree

MOST_TRIGGERS = 10


class TimeoutType(StrEnum):
    """How the time-out is given."""

    DURATION = "duration"
    DATE = "date"


class Trigger(BaseModel):
    """An event and what must be true of it. With `times` k, the k-th such event of one person counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    event: Annotated[str, Hint("event")] = Field(default="", title="Event")
    where: tuple[Constraint, ...] = Field(default=(), title="Constraints")
    times: int = Field(default=1, ge=1, le=1000, title="Minimum number of times")


_LASTING = asked_when_all(asked_when("timeout", True), asked_when("timeout_type", "duration"))


class ListenSettings(Settings):
    """What to listen for, and for how long."""

    on: Context = Field(default=Context.PEOPLE, title="Event type")
    triggers: tuple[Trigger, ...] = Field(default=(), title="Events")
    filters: Condition | None = Field(default=None, title="Filters", description="Who must have done it.")
    timeout: bool = Field(default=False, title="Timeout")
    timeout_type: TimeoutType = Field(
        default=TimeoutType.DURATION, title="Timeout type", json_schema_extra=asked_when("timeout", True)
    )
    value: int = Field(default=5, ge=1, le=100_000, title="Duration", json_schema_extra=_LASTING)
    unit: DurationUnit = Field(default=DurationUnit.DAYS, title="Unit", json_schema_extra=_LASTING)
    must_end_on: MustEndOn | None = Field(default=None, title="Must end on", json_schema_extra=_LASTING)
    date: Annotated[str, Hint("moment")] = Field(
        default="", title="End on", description="In UTC.",
        json_schema_extra=asked_when_all(asked_when("timeout", True), asked_when("timeout_type", "date")),
    )  # fmt: skip
    timeout_path: bool = Field(default=True, title="Set timeout path", json_schema_extra=asked_when("timeout", True))


def _of_others(settings: ListenSettings) -> Iterator[Problem]:
    """Events of accounts where people are listened to, and the other way about: they would never be heard."""
    for position, trigger in enumerate(settings.triggers):
        known = EVENT_BY_TYPE.get(trigger.event)
        if known is not None and known.of_account is not (settings.on is Context.ACCOUNTS):
            event = quoted(declared(known.label))
            what = (
                say("{event} happens to accounts, not to people.", event=event)
                if known.of_account
                else say("{event} happens to people, not to accounts.", event=event)
            )
            yield Problem(
                code="event-of-others",
                what=what,
                why="It is never heard here.",
                fix="Choose another event, or change the event type.",
                field=f"triggers[{position}].event",
                check="V02",
            )


def _timeout(settings: ListenSettings) -> str:
    """What the path is called that is taken when the event did not come."""
    if settings.timeout_type is TimeoutType.DATE:
        return say("Timeout on {date}", date=settings.date.replace("T", " "))
    count = settings.value
    return {
        DurationUnit.MINUTES: say("Timeout after {n} minute(s)", n=count),
        DurationUnit.HOURS: say("Timeout after {n} hour(s)", n=count),
        DurationUnit.DAYS: say("Timeout after {n} day(s)", n=count),
        DurationUnit.WEEKS: say("Timeout after {n} week(s)", n=count),
        DurationUnit.MONTHS: say("Timeout after {n} month(s)", n=count),
    }[settings.unit]


class Listen(JourneyNode[ListenSettings]):
    """Wait for an event; go another way when it does not come in time."""

    type_id = "listen"
    title = "Listen for an event"
    icon = "ph.ear"
    settings = ListenSettings

    def ports(self, settings: ListenSettings) -> tuple[Port, ...]:
        event = Port(EVENT, say("Listened to event"))
        if not settings.timeout or not settings.timeout_path:
            return (event,)
        return (event, Port(TIMEOUT, _timeout(settings)))

    def check(self, place: Place[ListenSettings]) -> Iterator[Problem]:
        settings = place.settings
        if not settings.triggers or not all(trigger.event for trigger in settings.triggers):
            yield unset("No event is chosen.", "triggers", "Choose an event to listen for.")
        if len(settings.triggers) > MOST_TRIGGERS:
            yield Problem(
                code="many-triggers",
                what=say("The node has {n} event(s).", n=len(settings.triggers)),
                why=say("At most {most_triggers} are allowed.", most_triggers=MOST_TRIGGERS),
                fix="Remove some.",
                field="triggers",
                check="V02",
            )
        yield from _of_others(settings)
        for position, trigger in enumerate(settings.triggers):
            kind = place.world.references.find("event_catalog", trigger.event) if trigger.event else None
            if kind is not None and kind.get("folder") == EXPERIENCE and not trigger.where:
                yield unset(
                    say("Nothing is asked of the event {event}.", event=quoted(trigger.event)),
                    f"triggers[{position}].where",
                    "Add at least one constraint.",
                    "V11",
                )
        if settings.timeout and settings.timeout_type is TimeoutType.DATE:
            try:
                datetime.fromisoformat(settings.date)
            except ValueError:
                yield unset("The date of the time-out is not set.", "date", "Write it as 2026-03-01T09:00.")
        if settings.timeout and settings.must_end_on is not None:
            yield from settings.must_end_on.check("must_end_on")

    def passage(self, place: Place[ListenSettings], rows: Rows) -> Passage:
        settings = place.settings
        timed_out: exp.Expr = text(TIMEOUT) if settings.timeout_path else exp.null()
        if rows.ground.options.mode is RunMode.STRUCTURE:
            if rows.ground.options.reaches_all and settings.timeout and settings.timeout_path:
                return Passage(text(EVENT), also=text(TIMEOUT))
            heard = rows.ground.options.outcome is not EventOutcome.TIMEOUT or not settings.timeout
            return _gone(text(EVENT) if heard else timed_out, exp.false() if heard else exp.true(), None, None)
        deadline = _deadline(settings, rows)
        hearings = [Hearing(one.event, one.where, one.times) for one in settings.triggers]
        event_at, event_phase = first_heard(
            place.world,
            rows,
            hearings,
            of_people=settings.on is Context.PEOPLE,
            filters=settings.filters,
            deadline=deadline,
        )
        silent = event_at.copy().is_(exp.null())
        port = exp.Case(default=text(EVENT)).when(silent, timed_out, copy=False)
        late = tree(
            "CASE WHEN $deadline = v.at THEN v.phase ELSE $nodes END", deadline=deadline, nodes=number(Phase.NODES)
        )
        return _gone(
            exp.Paren(this=port),
            silent,
            exp.Coalesce(this=event_at, expressions=[deadline]),
            exp.Paren(this=exp.Case(default=event_phase).when(silent.copy(), late, copy=False)),
        )


def _gone(port: exp.Expr, timed_out: exp.Expr, at: exp.Expr | None, phase: exp.Expr | None) -> Passage:
    leaves = exp.and_(timed_out.copy(), port.copy().is_(exp.null()))
    return Passage(port, exp.Case().when(leaves, text(Exit.TIMEOUT_NO_PATH), copy=False), at, phase)


def _deadline(settings: ListenSettings, rows: Rows) -> exp.Expr:
    if not settings.timeout:
        return number(FOREVER)
    if settings.timeout_type is TimeoutType.DATE:
        until = number(micros(datetime.fromisoformat(settings.date)))
        return exp.Greatest(this=rows["at"], expressions=[until], ignore_nulls=True)
    return ending(rows, after(rows["at"], settings.value, settings.unit), settings.must_end_on)
