"""Whether a condition turns a record away for want of values, so that records without them need not be read at all.

It is computed with nothing but null, truth and plain numbers; of whatever else is asked, nothing is assumed.
"""

import operator
from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Final

from sqlglot import exp


class _Unsure(Enum):
    """What depends on the record: anything, or nothing but false and null."""

    OPEN = "open"
    NEVER = "never"


_OPEN: Final = _Unsure.OPEN
_NEVER: Final = _Unsure.NEVER
_Found = bool | Decimal | _Unsure | None
_COMPARED: Mapping[type[exp.Expr], Callable[[Decimal, Decimal], bool]] = {
    exp.GT: operator.gt,
    exp.GTE: operator.ge,
    exp.LT: operator.lt,
    exp.LTE: operator.le,
    exp.EQ: operator.eq,
    exp.NEQ: operator.ne,
}


def turns_away(condition: exp.Expr, aliases: Collection[str]) -> bool:
    """Whether a condition is never true of a record when all columns of these aliases are null."""
    found = _value(condition, aliases)
    return found is None or found is False or found is _NEVER


def _value(term: exp.Expr, aliases: Collection[str]) -> _Found:
    compared = _COMPARED.get(type(term))
    if compared is not None and not isinstance(term.expression, exp.Any | exp.All):
        return _compared(compared, _value(term.this, aliases), _value(term.expression, aliases))
    if isinstance(term, exp.And | exp.Or):
        return _joined(term, [_value(term.this, aliases), _value(term.expression, aliases)])
    if isinstance(term, exp.Coalesce):
        return _first(_value(one, aliases) for one in (term.this, *term.expressions))
    return _of_one(term, aliases)


def _of_one(term: exp.Expr, aliases: Collection[str]) -> _Found:
    if isinstance(term, exp.Column):
        return None if term.table in aliases else _OPEN
    if isinstance(term, exp.Literal):
        return _OPEN if term.is_string else Decimal(str(term.this))
    if isinstance(term, exp.Boolean):
        return bool(term.this)
    if isinstance(term, exp.Paren):
        return _value(term.this, aliases)
    if isinstance(term, exp.Not):
        inner = _value(term.this, aliases)
        return not inner if isinstance(inner, bool) else inner if inner is None else _OPEN
    if isinstance(term, exp.Is) and isinstance(term.expression, exp.Null):
        inner = _value(term.this, aliases)
        return _OPEN if isinstance(inner, _Unsure) else inner is None
    return None if isinstance(term, exp.Null) else _OPEN


def _compared(compare: Callable[[Decimal, Decimal], bool], one: _Found, other: _Found) -> _Found:
    if one is None or other is None:
        return None
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return compare(one, other)
    return _OPEN


def _joined(term: exp.And | exp.Or, found: list[_Found]) -> _Found:
    decides = isinstance(term, exp.Or)
    if any(one is decides for one in found):
        return decides
    if not decides and (None in found or _NEVER in found):
        return None if all(one is None or one is True for one in found) else _NEVER
    if any(one is _OPEN or isinstance(one, Decimal) for one in found):
        return _OPEN
    return _NEVER if _NEVER in found else None if None in found else not decides


def _first(values: Iterable[_Found]) -> _Found:
    for value in values:
        if value is not None:
            return _OPEN if value is _NEVER else value
    return None
