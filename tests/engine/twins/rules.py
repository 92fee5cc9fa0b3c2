"""A slow twin of rules in plain Python, written from the specification: whether one record matches.

A line that compares a missing value does not match; an empty text is empty. `EXCEPT` removes what surely matches all
that stands under it. Under AND and OR nothing else is decided by a missing value, so two values, yes and no, suffice.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from tests.engine.twins import world
from tests.engine.twins.world import Record

Rule = dict[str, Any]

_NEGATIVE = {
    "not-equal": "equal",
    "not-in": "in",
    "not-starts-with": "starts-with",
    "not-contains": "contains",
    "not-like": "like",
    "not-within": "within",
}


def linked(table: str, record: Record, name: str) -> tuple[str, list[Record]]:
    """The records that a link leads to, in the order of their keys."""
    there, pairs = world.LINKS[table][name]
    found = [
        one
        for one in world.RECORDS[there]
        if all(record[mine] is not None and record[mine] == one[theirs] for mine, theirs in pairs)
    ]
    return there, sorted(found, key=lambda one: [one[part] for part in world.KEYS[there]])


def value_at(table: str, record: Record | None, path: str) -> Any:
    """The value at the end of a path of links to one record each; none as soon as a link leads nowhere."""
    *links, name = path.split("/")
    for link in links:
        if record is None:
            return None
        table, found = linked(table, record, link)
        record = found[0] if found else None
    return None if record is None else record[name]


def holds(table: str, record: Record, rule: Rule | None) -> bool:
    """Whether a record of a table matches a rule."""
    if rule is None:
        return True
    match rule["kind"]:
        case "group":
            return _group(table, record, rule)
        case "exists":
            found = _reached(table, record, rule["link"].split("/"))
            inner = rule.get("rule")
            there = _end(table, rule["link"].split("/"))
            return any(holds(there, one, inner) for one in found) is not rule.get("negated", False)
        case "aggregate":
            return compared(reduced(table, record, rule), rule)
        case _:
            return compared(value_at(table, record, rule["attribute"]), rule)


def _group(table: str, record: Record, rule: Rule) -> bool:
    parts = [holds(table, record, item) for item in rule["items"]]
    if rule["operator"] == "except":
        return parts[0] and not (parts[1:] and all(parts[1:]))
    return all(parts) if rule["operator"] == "and" else any(parts)


def _end(table: str, path: list[str]) -> str:
    for name in path:
        table = world.LINKS[table][name][0]
    return table


def _reached(table: str, record: Record, path: list[str]) -> list[Record]:
    found = [record]
    for name in path:
        found = [one for before in found for one in linked(table, before, name)[1]]
        table = world.LINKS[table][name][0]
    return found


def reduced(table: str, record: Record, rule: Rule) -> Any:
    """The value of an aggregate: counts are 0 without records, all else is missing."""
    parts = rule["attribute"].split("/")
    place = next(place for place, part in enumerate(parts, start=1) if part in world.COLLECTIONS)
    there, name = _end(table, parts[:place]), "/".join(parts[place:])
    found = _reached(table, record, parts[:place])
    found = [one for one in found if holds(there, one, rule.get("rule"))]
    if not name:
        return len(found)
    values = [one for one in (value_at(there, one, name) for one in found) if one is not None]
    match rule["function"]:
        case "count":
            return len(values)
        case "count-distinct":
            return len(set(values))
        case "sum":
            return sum(values) if values else None
        case "average":
            return sum(values) / len(values) if values else None
        case "min":
            return min(values, default=None)
        case _:
            return max(values, default=None)


def compared(value: Any, rule: Rule) -> bool:
    """Whether a value passes a comparison."""
    operator = rule.get("operator", "greater-or-equal" if rule["kind"] == "aggregate" else "equal")
    empty = value is None or value == ""
    if operator in {"empty", "not-empty"}:
        return empty is (operator == "empty")
    positive = _NEGATIVE.get(operator)
    if positive is not None:
        surely = value is not None and not compared(value, rule | {"operator": positive})
        return surely or (empty and bool(rule.get("include_empty")))
    if value is None:
        return False
    if rule.get("ignore_case") and isinstance(value, str):
        value = value.lower()
        rule = rule | {name: _lower(rule[name]) for name in ("value", "values") if name in rule}
    return _positive(operator, value, rule)


def _positive(operator: str, value: Any, rule: Rule) -> bool:
    match operator:
        case "in":
            return value in [_same_type(value, one) for one in rule["values"]]
        case "between":
            low, high = (_same_type(value, one) for one in rule["values"])
            return bool(low <= value <= high)
        case "starts-with":
            return bool(value.startswith(rule["value"]))
        case "contains":
            return rule["value"] in value
        case "like":
            return like(value, rule["value"])
        case "within":
            first, end = bounds(rule["period"])
            return first <= _at(value) < end
        case "anniversary":
            return (value.month, value.day) == (world.NOW.month, world.NOW.day)
        case _:
            right = moment(rule["relative"]) if "relative" in rule else rule["value"]
            return _ordered(operator, value, _same_type(value, right))


def _lower(value: Any) -> Any:
    return [one.lower() for one in value] if isinstance(value, list) else value.lower()


def _ordered(operator: str, left: Any, right: Any) -> bool:
    if isinstance(left, date) and isinstance(right, datetime):
        left = _at(left)
    results = {
        "equal": left == right,
        "greater": operator != "equal" and left > right,
        "greater-or-equal": operator != "equal" and left >= right,
        "less": operator != "equal" and left < right,
        "less-or-equal": operator != "equal" and left <= right,
    }
    return bool(results[operator])


def _same_type(value: Any, right: Any) -> Any:
    return date.fromisoformat(right) if isinstance(value, date) and isinstance(right, str) else right


def _at(value: date) -> datetime:
    return datetime.combine(value, time.min)


def like(value: str, pattern: str) -> bool:
    """Whether a text fits a pattern in which "%" stands for any text, also none."""
    first, *rest = pattern.split("%")
    if not rest:
        return value == pattern
    if not value.startswith(first):
        return False
    left = value[len(first) :]
    *middle, last = rest
    for part in middle:
        place = left.find(part)
        if place < 0:
            return False
        left = left[place + len(part) :]
    return left.endswith(last)


def units(unit: str, count: int) -> relativedelta:
    """So many days, weeks, months or years."""
    match unit:
        case "day":
            return relativedelta(days=count)
        case "week":
            return relativedelta(weeks=count)
        case "month":
            return relativedelta(months=count)
        case _:
            return relativedelta(years=count)


def moment(relative: dict[str, Any]) -> date:
    """The day so many units before or after now."""
    sign = 1 if relative.get("ahead") else -1
    return (world.NOW + units(relative["unit"], sign * relative["count"])).date()


def bounds(period: dict[str, Any]) -> tuple[datetime, datetime]:
    """The first instant of a period and the first after it."""
    today = datetime.combine(world.NOW.date(), time.min)
    one_day = timedelta(days=1)
    unit, count = period.get("unit", "day"), period.get("count", 1)
    match period["preset"]:
        case "today":
            return today, today + one_day
        case "yesterday":
            return today - one_day, today
        case "tomorrow":
            return today + one_day, today + 2 * one_day
        case "last":
            return today - units(unit, count), today + one_day
        case "next":
            return today, today + units(unit, count) + one_day
        case preset:
            starts = {"week": today - timedelta(days=today.weekday()), "month": today.replace(day=1),
                      "year": today.replace(month=1, day=1), "day": today}  # fmt: skip
            step = units(unit, 1)
            first = starts[unit] + {"previous": -step, "this": relativedelta(), "coming": step}[preset]
            return first, first + step
