"""Journeys that act on other journeys: who is inside one, who may enter it, and what a run records of it.

A run records who would be added and removed; the other journey is rehearsed by itself.
"""

from collections.abc import Iterator
from typing import Any

from sqlglot import exp

from engine.journey.contract import Change, Check, Outcome, Place, Work, remark, unset
from engine.journey.ground import Ground
from engine.journey.memberships import inside_journey
from engine.journey.properties import JourneyType, Timing
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.world import JourneyShape
from engine.problems import EngineError, Problem
from engine.trees import any_of, col, join, negated, number, query, text, tree

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
        yield Problem(code="wrong-journey", what=f"{target.name!r} is a {target.type.value} journey.",
                      fix=f"Choose a journey of type {kind.value}.", field="journey", check="V08")  # fmt: skip
    elif target.status in _BLOCKED:
        yield remark("target-not-open", f"{target.name!r} takes nobody any more: it is {target.status}.",
                     fix="Everybody is skipped; choose a live journey.", check="V08", field_name="journey")  # fmt: skip
    elif target.status not in OPEN:
        yield Problem(code="not-live", what=f"{target.name!r} is not live.", fix="Publish it first, or choose another.",
                      field="journey", check="V08")  # fmt: skip


def adding(place: Place[Any], rows: Rows, reference: str, entity: Entity) -> Work:
    """Add the account or person to another journey, at the node after its audience."""
    target = place.world.journey(reference)
    inside = inside_journey(rows.ground, target.id, entity)
    blocked = _BLOCKED.get(target.status)
    checks = [] if blocked is None else [Check(blocked, exp.true())]
    return Work(
        checks=(
            *checks,
            Check(Outcome.ALREADY_IN_JOURNEY, rows.value(inside), idle=True),
            Check(Outcome.REENTRY, _shut_out(rows, target, entity)),
        ),
        changes=(Change(inside, exp.true()),),
        after=text(target.id),
    )


def removing(place: Place[Any], rows: Rows, reference: str, entity: Entity) -> Work:
    """Take the account or person out of another journey."""
    target = place.world.journey(reference)
    inside = inside_journey(rows.ground, target.id, entity)
    return Work(
        checks=(Check(Outcome.NOT_IN_JOURNEY, negated(rows.value(inside)), idle=True),),
        changes=(Change(inside, exp.false()),),
        before=text(target.id),
    )


def _shut_out(rows: Rows, target: JourneyShape, entity: Entity) -> exp.Expr:
    """Whether somebody has been in a journey and its rules of re-entry keep them out."""
    rule = target.properties.re_entry
    alias = f"been:{target.id}"
    column = entity.columns[0]
    rows.join(alias, join(
        f'LEFT JOIN b AS "{alias}" ON $mine = $theirs', b=_been(rows.ground, target.id, entity),
        mine=col(alias, column), theirs=rows[column],
    ))  # fmt: skip
    times = exp.Coalesce(this=col(alias, "times"), expressions=[number(0)])
    been = exp.GT(this=times, expression=number(0))
    if not rule.enabled:
        return been
    since = col(alias, "entered") if rule.timing is Timing.FROM_START else col(alias, "exited")
    delay = int(rule.delay.span.total_seconds()) * 1_000_000
    kept: list[exp.Expr] = [tree("$at < $since + $delay", at=rows["at"], since=since, delay=number(delay))]
    if rule.limit is not None:
        kept.append(exp.GTE(this=times.copy(), expression=number(rule.limit)))
    return exp.and_(been, exp.Coalesce(this=any_of(kept), expressions=[exp.false()]))


def _been(ground: Ground, journey: str, entity: Entity) -> exp.Select:
    """How often each was in a journey, and when last. Shape: the entity, `times`, `entered`, `exited`."""
    column = entity.columns[0]
    return query(
        "SELECT $whose, COUNT(*) AS times, EPOCH_US(MAX(m.entered_at)) AS entered, EPOCH_US(MAX(m.exited_at)) AS exited"
        " FROM members AS m JOIN entities AS e ON $id = $other WHERE m.journey_id = $journey GROUP BY $whose",
        members=ground.source("journey_member"), entities=ground.entity(entity), journey=text(journey),
        whose=col("e", column), id=col("e", f"{column}_id"), other=col("m", f"{column}_id"),
    )  # fmt: skip
