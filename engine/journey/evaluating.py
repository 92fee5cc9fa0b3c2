"""The daily instants of a run, and the rows at which something is evaluated for everybody at each of them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from sqlglot import exp

from engine.journey.calendar import MustEndOn, fitting, micros, moment, zone_of
from engine.journey.ground import Ground
from engine.journey.options import Evaluation
from engine.journey.order import FOREVER, Phase, key
from engine.journey.properties import Recurrence
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.trees import col, number, query


def days_of(ground: Ground) -> list[int]:
    """The instants of the daily jobs, in microseconds: those at which the audience is evaluated, too."""
    options = ground.options
    return fitting(
        MustEndOn(time=options.audience_eval_time, zone=options.audience_eval_zone), ground.start, ground.end
    )


def instants_of(ground: Ground) -> list[int]:
    """The evaluations of the audience, in microseconds: daily, or as the journey recurs, until it is closed."""
    recurs = ground.recurrence
    found = days_of(ground) if recurs is None else recurring(recurs, ground.start, ground.end)
    found = found[:1] if ground.options.audience_eval is Evaluation.ONCE else found
    return [one for one in found if one < closing_of(ground)]


def closing_of(ground: Ground) -> int:
    """From when on nobody enters, in microseconds."""
    closes = ground.options.closes
    return FOREVER if closes is None else micros(datetime.fromisoformat(closes))


def recurring(wanted: Recurrence, start: int, end: int) -> list[int]:
    """The instants from `start` to `end` at which a journey's audience is evaluated, in microseconds.

    Weeks and months are counted from the day on which it begins; a day that a month does not have becomes its last.
    """
    zone = zone_of(wanted.zone) or ZoneInfo("UTC")
    first = wanted.start_date or moment(start).replace(tzinfo=UTC).astimezone(zone).date()
    last = min(moment(end).date() + timedelta(days=1), wanted.end_date or date.max)
    clock = time.fromisoformat(wanted.time)
    step = {"daily": relativedelta(days=1), "weekly": relativedelta(weeks=1), "monthly": relativedelta(months=1)}
    found: list[int] = []
    for place in count():
        day = first + step[wanted.frequency] * place
        if day > last:
            return found
        instant = micros(datetime.combine(day, clock, tzinfo=zone))
        if start <= instant <= end:
            found.append(instant)
    raise AssertionError


def days_relation(days: Sequence[int]) -> exp.Select:
    """Shape: one row per instant: `place`, from 1 on, and `at`."""
    return query(
        "SELECT UNNEST(RANGE(1, $many))::BIGINT AS place, UNNEST($instants::BIGINT[]) AS at",
        many=number(len(days) + 1), instants=exp.Array(expressions=[number(one) for one in days]),
    )  # fmt: skip


def candidates(ground: Ground, entity: Entity, instants: Sequence[int], phase: Phase, rank: int = 0) -> exp.Select:
    """Everybody at each instant. Shape: the columns of `rows.VISIT`; no two rows have the same token and person."""
    name = entity.columns[0]
    whose = {"account": number(0), "person": number(0), name: col("e", name)}
    unit = exp.Neg(this=whose["person"]) if entity is Entity.PERSON else whose["account"]
    return query(
        "SELECT CAST(i.place * 16777216 + $account AS BIGINT) AS token, CAST($unit AS BIGINT) AS unit, 1 AS entry,"
        " i.at AS entered, $account AS account, $person AS person, i.at, $phase AS phase, $key AS key"
        " FROM entities AS e CROSS JOIN instants AS i",
        entities=ground.entity(entity), unit=unit, account=whose["account"], person=whose["person"],
        instants=days_relation(instants), phase=number(phase),
        key=key(ground.start, col("i", "at"), number(phase), rank, whose["account"], whose["person"]),
    )  # fmt: skip


def is_moving(rows: Rows, *terms: exp.Expr) -> bool:
    """Whether terms may differ from one instant to the next."""
    return any(
        one.table in {rows.alias, rows.inner} and one.name in {"at", "key", "entered", "phase"}
        for one in rows.select(*terms).find_all(exp.Column)
    )
