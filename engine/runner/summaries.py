"""What a column holds: how many values are missing or differ, bounds, middle, the frequent values, the distribution.

The bars of a distribution are bounded by the same comparisons that a rule makes, so that a filter on a bar finds
exactly the rows that the bar counts.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, localcontext
from itertools import pairwise
from typing import Any

from dateutil.relativedelta import relativedelta
from sqlglot import exp

from engine.database import Cursor
from engine.relations import Column, ascending, column
from engine.rules.operators import literal
from engine.types import Family, Kind

MOST_BARS = 30
MOST_FREQUENT = 20

Bound = int | float | date


@dataclass(frozen=True, slots=True)
class Bar:
    """The rows whose value is at least `low` and less than `high`."""

    low: Bound
    high: Bound
    rows: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Statistics of one column. `missing` rows have no value, `empty` an empty text.

    `bars` are there for numbers and dates, lowest first and without gaps; they hold every finite value once.
    """

    column: Column
    rows: int
    missing: int
    empty: int
    distinct: int
    least: Any = None
    greatest: Any = None
    mean: float | None = None
    median: Any = None
    frequent: tuple[tuple[Any, int], ...] = ()
    bars: tuple[Bar, ...] = ()


def summarise(rows: exp.Select, one: Column, cursor: Cursor) -> Summary:
    """The statistics of a column of a query."""
    value = column("v", one.name)
    number, text = one.type.family is Family.NUMBER, one.type.family is Family.TEXT
    ordered = one.type.family in {Family.NUMBER, Family.MOMENT, Family.TEXT, Family.BOOLEAN}
    empty = exp.Count(this=exp.Case().when(value.copy().eq(exp.Literal.string("")), exp.Literal.number(1)))
    measures: list[exp.Expr] = [
        exp.Count(this=exp.Star()),
        exp.Count(this=value),
        empty if text else exp.Literal.number(0),
        exp.Count(this=exp.Distinct(expressions=[value.copy()])),
        exp.Min(this=value.copy()) if ordered else exp.null(),
        exp.Max(this=value.copy()) if ordered else exp.null(),
        exp.Avg(this=value.copy()) if number else exp.null(),
        exp.Median(this=value.copy()) if number else exp.null(),
    ]
    source = exp.select().from_(rows.subquery("v"))
    total, present, empties, distinct, least, greatest, mean, median = cursor.fetch(source.select(*measures))[0]
    frequent = source.select(value.copy(), exp.alias_(exp.Count(this=exp.Star()), "n")).group_by(value.copy())
    frequent = frequent.order_by("n DESC", ascending(value.copy())).limit(MOST_FREQUENT)
    return Summary(
        column=one,
        rows=total,
        missing=total - present,
        empty=empties,
        distinct=distinct,
        least=least,
        greatest=greatest,
        mean=None if mean is None else float(mean),
        median=median,
        frequent=tuple((row[0], row[1]) for row in cursor.fetch(frequent)),
        bars=_bars(source, one, least, greatest, cursor),
    )


def _bars(source: exp.Select, one: Column, least: Any, greatest: Any, cursor: Cursor) -> tuple[Bar, ...]:
    bounds = list(_bounds(one, least, greatest))
    if len(bounds) < 2:
        return ()
    value = column("v", one.name)
    place = exp.Case()
    for number, high in enumerate(bounds[1:]):
        low = exp.GTE(this=value.copy(), expression=literal(bounds[number], one.type))
        below = exp.LT(this=value.copy(), expression=literal(high, one.type))
        place = place.when(exp.and_(low, below), exp.Literal.number(number), copy=False)
    counted = source.select(exp.alias_(place, "place"), exp.alias_(exp.Count(this=exp.Star()), "n"))
    found = {row[0]: row[1] for row in cursor.fetch(counted.group_by(exp.Literal.number(1)))}
    return tuple(Bar(low, high, found.get(number, 0)) for number, (low, high) in enumerate(pairwise(bounds)))


def _bounds(one: Column, least: Any, greatest: Any) -> Iterator[Bound]:
    """The edges of the bars, evenly apart as a person would choose them; the last is above the greatest value."""
    if least is None or greatest is None or isinstance(least, time):
        return iter(())
    if one.type.family is Family.MOMENT:
        return _moments(least, greatest, days=one.type.kind is Kind.DATE)
    if one.type.family is not Family.NUMBER or not (math.isfinite(least) and math.isfinite(greatest)):
        return iter(())
    return _numbers(Decimal(str(least)), Decimal(str(greatest)), whole=one.type.is_integer)


def _numbers(least: Decimal, greatest: Decimal, *, whole: bool) -> Iterator[Bound]:
    with localcontext(prec=60):
        finest = Decimal(1 if whole else math.ulp(max(abs(least), abs(greatest))) * 2)
        step = _step(max((greatest - least) / MOST_BARS, finest), whole=whole)
        first = (least / step).to_integral_value(rounding="ROUND_FLOOR")
        count = int(((greatest / step).to_integral_value(rounding="ROUND_FLOOR")) - first) + 1
        edges = [(first + number) * step for number in range(count + 1)]
    if whole:
        return iter([int(edge) for edge in edges])
    rounded = [float(edge) for edge in edges]
    # Rounding may move an outer edge onto the value that it should hold.
    rounded[0] = min(rounded[0], float(least))
    rounded[-1] = max(rounded[-1], math.nextafter(float(greatest), math.inf))
    return iter(rounded)


def _step(least: Decimal, *, whole: bool) -> Decimal:
    """The smallest of 1, 2, 5, 10, 20... (or of 0.1, 0.2, 0.5...) that is at least `least`."""
    power = Decimal(1).scaleb(least.adjusted())
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= least)
    return max(step, Decimal(1)) if whole else step


_STEPS = (
    relativedelta(minutes=1), relativedelta(minutes=10), relativedelta(hours=1), relativedelta(hours=6),
    relativedelta(days=1), relativedelta(weeks=1), relativedelta(months=1), relativedelta(months=3),
    relativedelta(years=1), relativedelta(years=2), relativedelta(years=5), relativedelta(years=10),
    relativedelta(years=50), relativedelta(years=100), relativedelta(years=500),
)  # fmt: skip


def _moments(least: date, greatest: date, *, days: bool) -> Iterator[Bound]:
    for step in _STEPS:
        if days and step.normalized().days == 0 and not (step.months or step.years):
            continue
        try:
            edges = _walk(_floor(least, step), greatest, step)
        except (OverflowError, ValueError):
            # The edge after the last value would lie beyond the last year that dates know.
            return
        if len(edges) <= MOST_BARS + 1:
            yield from edges
            return


def _walk(edge: date, greatest: date, step: relativedelta) -> list[date]:
    edges = [edge]
    while edges[-1] <= greatest and len(edges) <= MOST_BARS + 1:
        edges.append(edges[-1] + step)
    return edges


def _floor(moment: date, step: relativedelta) -> date:
    """The last edge at or before a moment: midnight, Monday, the first of a month or of a round year."""
    if step.years:
        moment = moment.replace(year=max(moment.year - moment.year % step.years, 1), month=1, day=1)
    elif step.months:
        moment = moment.replace(month=moment.month - (moment.month - 1) % step.months, day=1)
    elif step.days == 7:
        moment -= relativedelta(days=moment.weekday())
    if not isinstance(moment, datetime):
        return moment
    if step.hours or step.minutes:
        hour = moment.hour - moment.hour % (step.hours or 1)
        minute = moment.minute - moment.minute % step.minutes if step.minutes else 0
        return moment.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
