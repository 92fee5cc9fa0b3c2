"""Relative dates: what "this month" or "30 days ago" is at the frozen instant. Pure arithmetic on wall time.

A period is half-open: it contains its first instant and not its last. Weeks begin on Monday. With units of a day and
more, "the last n" begins at the start of a day and ends with today; with minutes and hours it is exact.
"""

from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from engine.rules.model import Period, Preset, Relative, Unit

_SHORT = {Unit.MINUTE, Unit.HOUR}
_EARLIEST, _LATEST = datetime.fromisoformat("0001-01-03"), datetime.fromisoformat("9999-12-28")
"""They stand for all that is beyond: three thousand years ago is before every record, and no fault."""


def moment(relative: Relative, now: datetime) -> date | datetime:
    """The moment that a relative date names: a date for units of a day and more."""
    sign = 1 if relative.ahead else -1
    shifted = _shifted(now, relative.unit, relative.count * sign)
    return shifted if relative.unit in _SHORT else shifted.date()


def bounds(period: Period, now: datetime) -> tuple[datetime, datetime]:
    """The first instant of a period, and the first after it."""
    now = min(max(now, _EARLIEST), _LATEST)
    today = datetime.combine(now.date(), time.min)
    day = timedelta(days=1)
    match period.preset:
        case Preset.TODAY:
            return today, today + day
        case Preset.YESTERDAY:
            return today - day, today
        case Preset.TOMORROW:
            return today + day, today + 2 * day
        case Preset.THIS | Preset.PREVIOUS | Preset.COMING:
            first = start_of(period.unit, now)
            first = _shifted(first, period.unit, {Preset.PREVIOUS: -1, Preset.COMING: 1}.get(period.preset, 0))
            return first, _shifted(first, period.unit, 1)
        case Preset.LAST:
            if period.unit in _SHORT:
                return _shifted(now, period.unit, -period.count), now + timedelta(microseconds=1)
            return _shifted(today, period.unit, -period.count), today + day
        case Preset.NEXT:
            if period.unit in _SHORT:
                return now, _shifted(now, period.unit, period.count)
            return today, _shifted(today, period.unit, period.count) + day


def start_of(unit: Unit, now: datetime) -> datetime:
    """The first instant of the unit that `now` is in."""
    match unit:
        case Unit.MINUTE:
            return now.replace(second=0, microsecond=0)
        case Unit.HOUR:
            return now.replace(minute=0, second=0, microsecond=0)
        case _:
            pass
    day = datetime.combine(now.date(), time.min)
    match unit:
        case Unit.WEEK:
            return day - timedelta(days=day.weekday())
        case Unit.MONTH:
            return day.replace(day=1)
        case Unit.QUARTER:
            return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        case Unit.YEAR:
            return day.replace(month=1, day=1)
        case _:
            return day


def _shifted(when: datetime, unit: Unit, count: int) -> datetime:
    """So many units later, or earlier, within the calendar."""
    try:
        return min(max(when + _delta(unit, count), _EARLIEST), _LATEST)
    except (OverflowError, ValueError):
        return _LATEST if count > 0 else _EARLIEST


def _delta(unit: Unit, count: int) -> relativedelta:
    match unit:
        case Unit.MINUTE:
            return relativedelta(minutes=count)
        case Unit.HOUR:
            return relativedelta(hours=count)
        case Unit.DAY:
            return relativedelta(days=count)
        case Unit.WEEK:
            return relativedelta(weeks=count)
        case Unit.MONTH:
            return relativedelta(months=count)
        case Unit.QUARTER:
            return relativedelta(months=3 * count)
        case Unit.YEAR:
            return relativedelta(years=count)
