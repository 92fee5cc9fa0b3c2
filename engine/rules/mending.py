"""What a rule says of one record whose lines are known: whether it holds, what decides, what would let it through.

Pure: it is given the truth of each line and the value that the line found, and asks no data.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from engine.rules.model import (
    Aggregate,
    Condition,
    Group,
    Logic,
    Operator,
    Right,
    Rule,
    Scalar,
    counted_items,
    takes_part,
)

Leaves = Mapping[str, bool]
"""The path of each line to whether it holds."""

_REACHING_UP = frozenset({Operator.GREATER, Operator.GREATER_OR_EQUAL})
_REACHING_DOWN = frozenset({Operator.LESS, Operator.LESS_OR_EQUAL})


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a rule and what would stand in its place; None when it would be switched off."""

    path: str
    before: Rule
    after: Rule | None


def holds(rule: Rule, leaves: Leaves, path: str = "") -> bool:
    """Whether a rule holds, by the truth of its lines; a line that is not known does not."""
    if not takes_part(rule):
        return True
    if not isinstance(rule, Group):
        return leaves.get(path, False)
    items = [holds(item, leaves, inner) for inner, item in _items(rule, path)]
    if rule.operator is Logic.OR:
        return any(items) or not items
    if rule.operator is Logic.EXCEPT and len(items) > 1:
        return items[0] and not all(items[1:])
    return all(items)


def deciding(rule: Rule, leaves: Leaves, path: str = "") -> Iterator[str]:
    """The paths of the lines because of which a rule that does not hold does not hold."""
    if not isinstance(rule, Group):
        yield path
        return
    items = list(_items(rule, path))
    if rule.operator is Logic.EXCEPT and len(items) > 1 and holds(items[0][1], leaves, items[0][0]):
        # It would have gone on, if it did not match what is taken away.
        yield from (inner for item_path, item in items[1:] for inner in _leaf_paths(item, item_path))
        return
    wanted = items[:1] if rule.operator is Logic.EXCEPT else items
    for inner, item in wanted:
        if not holds(item, leaves, inner):
            yield from deciding(item, leaves, inner)


def smallest_change(rule: Rule, leaves: Leaves, values: Mapping[str, Any]) -> tuple[Change, ...]:
    """The fewest lines to change so that a rule holds for a record; nothing when it does already.

    A line moves its bound to the value that it found, or takes the value into its list, where that can be done;
    otherwise it is switched off.
    """
    return () if holds(rule, leaves) else tuple(_mended(rule, "", leaves, values))


def changed(rule: Rule, changes: Sequence[Change], path: str = "") -> Rule:
    """A rule with changes made to it."""
    for change in changes:
        if change.path == path:
            return change.after if change.after is not None else rule.model_copy(update={"disabled": True})
    if not isinstance(rule, Group):
        return rule
    items = tuple(changed(item, changes, _under(path, place)) for place, item in enumerate(rule.items))
    return rule.model_copy(update={"items": items})


def _mended(rule: Rule, path: str, leaves: Leaves, values: Mapping[str, Any]) -> list[Change]:
    if holds(rule, leaves, path):
        return []
    if not isinstance(rule, Group):
        return [Change(path, rule, _taking_in(rule, values.get(path)))]
    items = list(_items(rule, path))
    if rule.operator is Logic.OR:
        ways = [(_mended(item, inner, leaves, values), inner, item) for inner, item in items]
        # An item that is switched off altogether lets nobody in while another one still asks for something.
        able = [way for way, inner, item in ways if takes_part(changed(item, way, inner))]
        return min(able, key=_cost, default=[Change(path, rule, None)])
    if rule.operator is Logic.EXCEPT and len(items) > 1:
        return _mended_exception(items, leaves, values)
    return [change for inner, item in items for change in _mended(item, inner, leaves, values)]


def _cost(changes: Sequence[Change]) -> tuple[int, int]:
    return len(changes), sum(one.after is None for one in changes)


def _mended_exception(items: list[tuple[str, Rule]], leaves: Leaves, values: Mapping[str, Any]) -> list[Change]:
    (first_path, first), *rest = items
    changes = _mended(first, first_path, leaves, values)
    if not all(holds(item, leaves, inner) for inner, item in rest):
        return changes
    moved = [(inner, item, _leaving_out(item, values.get(inner))) for inner, item in rest]
    for inner, item, without in moved:
        if without is not None:
            return [*changes, Change(inner, item, without)]
    return [*changes, *(Change(inner, item, None) for inner, item in rest)]


def _taking_in(line: Rule, found: Any) -> Rule | None:
    """The line with its bound moved, or its list grown, so that it holds for a value; None where it has neither."""
    value = _scalar(found)
    if not isinstance(line, Condition | Aggregate) or value is None or not _is_literal(line):
        return None
    match line.operator:
        case one if one in _REACHING_UP:
            return line.model_copy(update={"operator": Operator.GREATER_OR_EQUAL, "value": value})
        case one if one in _REACHING_DOWN:
            return line.model_copy(update={"operator": Operator.LESS_OR_EQUAL, "value": value})
        case Operator.BETWEEN if line.values is not None and len(line.values) == 2:
            low, high = line.values
            bounds = (value, high) if _is_less(value, low) else (low, value)
            return line.model_copy(update={"values": bounds})
        case Operator.EQUAL if line.value is not None:
            return line.model_copy(update={"operator": Operator.IN, "value": None, "values": (line.value, value)})
        case Operator.IN if line.values is not None:
            return line.model_copy(update={"values": (*line.values, value)})
        case _:
            return None


def _leaving_out(line: Rule, found: Any) -> Rule | None:
    """The line with its bound moved so that it does not hold for a value; None where it has none."""
    value = _scalar(found)
    if not isinstance(line, Condition | Aggregate) or value is None or not _is_literal(line):
        return None
    if line.operator in _REACHING_UP:
        return line.model_copy(update={"operator": Operator.GREATER, "value": value})
    if line.operator in _REACHING_DOWN:
        return line.model_copy(update={"operator": Operator.LESS, "value": value})
    if line.operator is Operator.IN and line.values is not None and len(line.values) > 1 and value in line.values:
        return line.model_copy(update={"values": tuple(one for one in line.values if one != value)})
    return None


def _is_literal(line: Right) -> bool:
    """Whether the line compares with values that are written in it."""
    other = (line.value_expression, line.variable, line.relative, line.period)
    return all(one is None for one in other) and not (line.value is None and line.values is None)


def _is_less(value: Scalar, bound: Scalar) -> bool:
    if isinstance(value, int | float) and isinstance(bound, int | float):
        return value < bound
    return str(value) < str(bound)


def _scalar(value: Any) -> Scalar:
    match value:
        case bool() | "":
            return None
        case int() | float() | str():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date() | time():
            return value.isoformat()
        case _:
            return None


def _items(group: Group, path: str) -> Iterator[tuple[str, Rule]]:
    for place, item in counted_items(group):
        yield _under(path, place), item


def _leaf_paths(rule: Rule, path: str) -> Iterator[str]:
    if not isinstance(rule, Group):
        yield path
        return
    for inner, item in _items(rule, path):
        yield from _leaf_paths(item, inner)


def _under(path: str, place: int) -> str:
    return f"{path}.items[{place}]".lstrip(".")
