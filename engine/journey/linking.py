"""Journeys that act on other journeys: who is inside one, who may enter it, and what a run records of it.

A run records who would be added and removed. With `linked_journeys` on simulate the other journey runs with it (see
`engine.journey.linked`); otherwise it is rehearsed by itself.
"""

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from sqlglot import exp

from engine.journey.calendar import micros
from engine.journey.contract import Change, Check, Move, Outcome, Place, Work, remark, unset
from engine.journey.memberships import inside_journey, journey_entered, journey_exited, journey_times
from engine.journey.properties import JourneyType, Timing
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.world import JourneyShape
from engine.problems import EngineError, Problem
from engine.texts import declared, quoted, say
from engine.trees import any_of, negated, number, sure, text, tree

OPEN = frozenset({"live", "scheduled"})
_BLOCKED = {
    "closed": Outcome.TARGET_CLOSED,
    "aborted": Outcome.TARGET_ABORTED,
    "completed": Outcome.TARGET_FINISHED,
    "archived": Outcome.TARGET_FINISHED,
    "stopped": Outcome.TARGET_ABORTED,
}


def check_target(place: Place[Any], reference: str, kind: JourneyType) -> Iterator[Problem]:
    """What is wrong with the journey that an action aims at (V08)."""
    if not reference:
        yield unset("No journey is chosen.", "journey", "Choose a live journey.", "V02")
        return
    try:
        target = place.world.journey(reference)
    except EngineError as error:
        yield error.problem
        return
    if target.type is not kind:
        yield Problem(
            code="wrong-journey",
            what=say("{target} is a {type} journey.", target=quoted(target.name), type=declared(target.type.value)),
            fix=say("Choose a journey of type {kind}.", kind=declared(kind.value)),
            field="journey",
            check="V08",
        )
    elif target.status in _BLOCKED:
        yield remark(
            "target-not-open",
            say(
                "{target} takes nobody any more: it is {status}.",
                target=quoted(target.name),
                status=declared(target.status),
            ),
            fix="Everybody is skipped; choose a live journey.",
            check="V08",
            field_name="journey",
        )
    elif target.status not in OPEN:
        yield Problem(
            code="not-live",
            what=say("{target} is not live.", target=quoted(target.name)),
            fix="Publish it first, or choose another.",
            field="journey",
            check="V08",
        )


def adding(place: Place[Any], rows: Rows, reference: str, entity: Entity) -> Work:
    """Add the account or person to another journey, at the node after its audience."""
    target, ground = place.world.journey(reference), rows.ground
    inside = inside_journey(ground, target.id, entity)
    times = journey_times(ground, target.id, entity)
    entered = journey_entered(ground, target.id, entity)
    blocked = _BLOCKED.get(target.status)
    checks = [] if blocked is None else [Check(blocked, exp.true())]
    last = target.properties.schedule.end_date
    if last is not None:
        over = number(micros(datetime.combine(last, time())))
        checks.append(Check(Outcome.TARGET_FINISHED, exp.GTE(this=rows["at"], expression=over)))
    return Work(
        checks=(
            *checks,
            Check(Outcome.ALREADY_IN_JOURNEY, sure(rows.value(inside)), idle=True),
            Check(Outcome.REENTRY, _shut_out(rows, target, entity)),
        ),
        changes=(
            Change(inside, exp.true()),
            Change(times, number(1), adds=True, once=True),
            Change(entered, rows["at"], once=True),
        ),
        moves=(Move(target.id, starts=True),),
        after=text(target.id),
    )


def removing(place: Place[Any], rows: Rows, reference: str, entity: Entity) -> Work:
    """Take the account or person out of another journey."""
    target = place.world.journey(reference)
    inside = inside_journey(rows.ground, target.id, entity)
    return Work(
        checks=(Check(Outcome.NOT_IN_JOURNEY, negated(sure(rows.value(inside))), idle=True),),
        changes=(
            Change(inside, exp.false()),
            Change(journey_exited(rows.ground, target.id, entity), rows["at"], once=True),
        ),
        moves=(Move(target.id, starts=False),),
        before=text(target.id),
    )


def _shut_out(rows: Rows, target: JourneyShape, entity: Entity) -> exp.Expr:
    """Whether somebody has been in a journey, before the run or in it, and its rules of re-entry keep them out."""
    rule, ground = target.properties.re_entry, rows.ground
    times = exp.Coalesce(this=rows.value(journey_times(ground, target.id, entity)), expressions=[number(0)])
    been = exp.GT(this=times, expression=number(0))
    if not rule.enabled:
        return been
    logged = journey_entered if rule.timing is Timing.FROM_START else journey_exited
    since = rows.value(logged(ground, target.id, entity))
    delay = int(rule.delay.span.total_seconds()) * 1_000_000
    kept: list[exp.Expr] = [tree("$at < $since + $delay", at=rows["at"], since=since, delay=number(delay))]
    if rule.limit is not None:
        kept.append(exp.GTE(this=times.copy(), expression=number(rule.limit)))
    return exp.and_(been, exp.Coalesce(this=any_of(kept), expressions=[exp.false()]))
