# ruff: noqa: E501 - the catalogue is a table, read row by row
"""Functions of dates. Date-times have no zone: they are wall time in the campaign's own."""

from collections.abc import Iterator

from sqlglot import exp

from engine.expressions.signatures import Build, Function, Group, Moment, Reads, function
from engine.expressions.trees import binary, case, cast, elapsed, exactly, floored, in_zone, instant, number, shifted
from engine.types import DATE, DATETIME, INTEGER, TIME

_UNITS = ("Second", "Minute", "Hour", "Day", "Month", "Year")
_GROUP = Group.DATE


def _now(moment: Moment) -> exp.Expr:
    return instant(moment.clock.now.isoformat(sep=" "))


def _shift(unit: str, sign: int) -> Build:
    return lambda a, _: shifted(a[0], a[1], unit.upper(), sign)


def _ago(unit: str) -> Build:
    return lambda a, m: shifted(_now(m), a[0], unit.upper(), -1)


def _diff(unit: str) -> Build:
    return lambda a, _: elapsed(unit.upper(), a[0], a[1])


def _old(unit: str) -> Build:
    return lambda a, m: elapsed(unit.upper(), _now(m), a[0])


def _part(kind: type[exp.Func]) -> Build:
    return lambda a, _: kind(this=a[0])


def _trunc(unit: str) -> Build:
    return lambda a, _: exactly(_start(unit, a[0]), DATE)


def _start(unit: str, moment: exp.Expr) -> exp.Expr:
    return exp.TimestampTrunc(this=moment.copy(), unit=exp.var(unit.upper()))


def _compare(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    return case(
        (binary(exp.LT, a[0], a[1]), number(-1)),
        (binary(exp.GT, a[0], a[1]), number(1)),
        (binary(exp.EQ, a[0], a[1]), number(0)),
    )


def _days_ago_int(a: list[exp.Expr], moment: Moment) -> exp.Expr:
    day = shifted(_now(moment), a[0], "DAY", -1)
    return cast(exp.TimeToStr(this=day, format=exp.Literal.string("%Y%m%d")), INTEGER)


def _year_and_month(a: list[exp.Expr], _moment: Moment) -> exp.Expr:
    return binary(exp.Add, binary(exp.Mul, exp.Year(this=a[0].copy()), number(100)), exp.Month(this=a[0].copy()))


def _by_unit() -> Iterator[Function]:
    parts: dict[str, type[exp.Func]] = {
        "Second": exp.Second, "Minute": exp.Minute, "Hour": exp.Hour,
        "Day": exp.Day, "Month": exp.Month, "Year": exp.Year,
    }  # fmt: skip
    for unit in _UNITS:
        low = unit.lower()
        taken = "date|time" if unit in {"Second", "Minute", "Hour"} else "date"
        yield function(
            f"Add{unit}s(moment: date, count: whole) -> datetime", _GROUP, f"The moment plus {low}s.", _shift(low, 1)
        )
        yield function(
            f"Sub{unit}s(moment: date, count: whole) -> datetime", _GROUP, f"The moment minus {low}s.", _shift(low, -1)
        )
        yield function(f"{unit}(moment: {taken}) -> long", _GROUP, f"The {low} of a moment.", _part(parts[unit]))
        yield function(f"{unit}sDiff(end: date, start: date) -> long", _GROUP,
                       f"Complete {low}s from start to end; negative when the end comes first.", _diff(low))  # fmt: skip
    for unit in ("Day", "Month", "Year"):
        low = unit.lower()
        yield function(
            f"{unit}sOld(moment: date) -> long", _GROUP, f"Complete {low}s from then until now.", _old(low), Reads.CLOCK
        )


_YEARS_AGO = function("YearsAgo(years: whole) -> datetime", _GROUP, "Now minus that many years; of a date, the complete years from it until now.",
                      _ago("year"), Reads.CLOCK)  # fmt: skip

FUNCTIONS = (
    *_by_unit(),
    function("ConvertNTZ(moment: date) -> datetime", _GROUP, "A date-time without a zone, taken as wall time in the campaign's own.", lambda a, _: a[0]),
    function("DateCmp(first: date, second: date) -> integer", _GROUP, "-1, 0 or 1: whether the first moment is earlier, equal or later.", _compare),
    function("DateOnly(moment: date) -> datetime", _GROUP, "The same day at 00:00.", lambda a, _: _start("DAY", a[0])),
    function("DayOfYear(moment: date) -> long", _GROUP, "The day's number in its year, 1 to 366.", _part(exp.DayOfYear)),
    function("DaysAgo(days: whole) -> datetime", _GROUP, "Now minus that many days.", _ago("day"), Reads.CLOCK),
    function("MonthsAgo(months: whole) -> datetime", _GROUP, "Now minus that many months.", _ago("month"), Reads.CLOCK),
    function("DaysAgoInt(days: whole) -> integer", _GROUP, "The date that many days ago, as the number yyyymmdd.", _days_ago_int, Reads.CLOCK),
    function("YearsAgo(date: date) -> long", _GROUP, "The complete years from a date until now; of a number, now minus that many years.",
             _old("year"), Reads.CLOCK, other=_YEARS_AGO),
    function("GetDate() -> datetime", _GROUP, "The instant that the campaign counts at.", lambda _, m: _now(m), Reads.CLOCK),
    function("Oldest(first: D, second: D) -> D", _GROUP, "The earlier of two dates; an empty one is left out.",
             lambda a, _: exp.Least(this=a[0], expressions=[a[1]], ignore_nulls=True)),
    function("ToDate(moment: date|text) -> date", _GROUP, "The date of a moment; empty for a text that is none.", lambda a, _: cast(cast(a[0], DATETIME), DATE)),
    function("ToDateTime(moment: date|text) -> datetime", _GROUP, "A text read as a date-time; empty if it is none.", lambda a, _: cast(a[0], DATETIME)),
    function("ToTimestamp(moment: date|text) -> datetime", _GROUP, "A text read as a date-time; empty if it is none.", lambda a, _: cast(a[0], DATETIME)),
    function("ToTimeZone(moment: date, zone: zone) -> datetime", _GROUP, "A moment in UTC as wall time in a zone.",
             lambda a, _: in_zone(a[0], "UTC", a[1].name)),
    function("TruncDate(moment: date, seconds: whole) -> datetime", _GROUP, "A moment brought down to a multiple of seconds.", lambda a, _: floored(a[0], a[1])),
    function("TruncDateTZ(moment: date, seconds: whole, zone: zone) -> datetime", _GROUP,
             "A moment in UTC as wall time in a zone, brought down to a multiple of seconds.",
             lambda a, _: floored(in_zone(a[0], "UTC", a[2].name), a[1])),
    function("TruncTime(moment: date, seconds: whole) -> time", _GROUP, "The time of day brought down to a multiple of seconds.",
             lambda a, _: cast(floored(a[0], a[1]), TIME)),
    function("TruncWeek(moment: date) -> date", _GROUP, "The Monday of the week.", _trunc("week")),
    function("TruncQuarter(moment: date) -> date", _GROUP, "The first day of the quarter.", _trunc("quarter")),
    function("TruncYear(moment: date) -> date", _GROUP, "The first day of the year.", _trunc("year")),
    function("WeekDay(moment: date) -> long", _GROUP, "The day of the week, from 0 for Monday to 6 for Sunday.",
             lambda a, _: binary(exp.Sub, exp.DayOfWeekIso(this=a[0]), number(1))),
    function("YearAndMonth(moment: date) -> long", _GROUP, "Year and month as the number yyyymm.", _year_and_month),
)  # fmt: skip
