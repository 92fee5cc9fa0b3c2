"""The operators: which types they take, and what they compile to. Comparison of a value with what stands on its right.

A comparison with a missing value is not true; only "empty", and a negative operator that includes empty values, return
records without one.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from math import isfinite

from sqlglot import exp

from engine.catalog.sources import Typed
from engine.expressions import like
from engine.problems import EngineError, Problem
from engine.rules.model import Operator, Scalar
from engine.texts import Text, quoted, say
from engine.types import DATE, DATETIME, STRING, DataType, Family, Kind

_ORDERED = frozenset({Family.NUMBER, Family.MOMENT})
_ANY = frozenset({Family.TEXT, Family.NUMBER, Family.MOMENT, Family.BOOLEAN})
_LISTED = frozenset({Family.TEXT, Family.NUMBER, Family.MOMENT})
_TEXT = frozenset({Family.TEXT})
_MOMENT = frozenset({Family.MOMENT})

FAMILIES: Mapping[Operator, frozenset[Family]] = {
    Operator.EQUAL: _ANY,
    Operator.NOT_EQUAL: _ANY,
    Operator.GREATER: _ORDERED,
    Operator.GREATER_OR_EQUAL: _ORDERED,
    Operator.LESS: _ORDERED,
    Operator.LESS_OR_EQUAL: _ORDERED,
    Operator.BETWEEN: _ORDERED,
    Operator.IN: _LISTED,
    Operator.NOT_IN: _LISTED,
    Operator.EMPTY: _ANY,
    Operator.NOT_EMPTY: _ANY,
    Operator.STARTS_WITH: _TEXT,
    Operator.NOT_STARTS_WITH: _TEXT,
    Operator.CONTAINS: _TEXT,
    Operator.NOT_CONTAINS: _TEXT,
    Operator.LIKE: _TEXT,
    Operator.NOT_LIKE: _TEXT,
    Operator.WITHIN: _MOMENT,
    Operator.NOT_WITHIN: _MOMENT,
    Operator.ANNIVERSARY: _MOMENT,
}
"""The matrix of operators and types."""

NEGATIVE: Mapping[Operator, Operator] = {
    Operator.NOT_EQUAL: Operator.EQUAL,
    Operator.NOT_IN: Operator.IN,
    Operator.NOT_STARTS_WITH: Operator.STARTS_WITH,
    Operator.NOT_CONTAINS: Operator.CONTAINS,
    Operator.NOT_LIKE: Operator.LIKE,
    Operator.NOT_WITHIN: Operator.WITHIN,
}
"""A negative operator and what it denies."""

WITHOUT_VALUE = frozenset({Operator.EMPTY, Operator.NOT_EMPTY, Operator.ANNIVERSARY})

_COMPARISONS: Mapping[Operator, type[exp.Binary]] = {
    Operator.EQUAL: exp.EQ,
    Operator.GREATER: exp.GT,
    Operator.GREATER_OR_EQUAL: exp.GTE,
    Operator.LESS: exp.LT,
    Operator.LESS_OR_EQUAL: exp.LTE,
}


def is_empty(value: Typed) -> exp.Expr:
    """No value, or an empty text."""
    missing = value.tree.copy().is_(exp.null())
    if value.type.family is Family.TEXT:
        return exp.Paren(this=exp.Or(this=missing, expression=value.tree.copy().eq(exp.Literal.string(""))))
    return missing


def compare(operator: Operator, left: Typed, rights: list[exp.Expr], *, include_empty: bool) -> exp.Expr:
    """`left` compared with values that are already trees; null where `left` has no value, unless that is asked for."""
    positive = NEGATIVE.get(operator)
    if positive is not None:
        denied = exp.Not(this=exp.Paren(this=compare(positive, left, rights, include_empty=False)))
        if not include_empty:
            return denied
        return exp.Paren(this=exp.Or(this=denied, expression=is_empty(left)))
    if operator in WITHOUT_VALUE:
        return is_empty(left) if operator is Operator.EMPTY else exp.Not(this=is_empty(left))
    value = left.tree.copy()
    match operator:
        case Operator.IN:
            return exp.In(this=value, expressions=rights)
        case Operator.BETWEEN:
            return exp.Between(this=value, low=rights[0], high=rights[1])
        case Operator.WITHIN:
            after = exp.GTE(this=value, expression=rights[0])
            return exp.Paren(this=exp.And(this=after, expression=exp.LT(this=value.copy(), expression=rights[1])))
        case Operator.STARTS_WITH:
            return exp.StartsWith(this=value, expression=rights[0])
        case Operator.CONTAINS:
            return exp.Contains(this=value, expression=rights[0])
        case Operator.LIKE:
            return like(value, rights[0].name)
        case _:
            return _COMPARISONS[operator](this=value, expression=rights[0])


def anniversary(left: Typed, now: datetime) -> exp.Expr:
    """The same day and month as now; 29 February falls on the 28th in other years."""
    day = exp.func("day", left.tree.copy(), dialect="duckdb").eq(exp.Literal.number(now.day))
    month = exp.func("month", left.tree.copy(), dialect="duckdb").eq(exp.Literal.number(now.month))
    same = exp.and_(month, day)
    if (now.month, now.day) != (2, 28) or _is_leap(now.year):
        return exp.Paren(this=same)
    leap_day = exp.and_(
        exp.func("month", left.tree.copy(), dialect="duckdb").eq(exp.Literal.number(2)),
        exp.func("day", left.tree.copy(), dialect="duckdb").eq(exp.Literal.number(29)),
    )
    return exp.Paren(this=exp.or_(same, leap_day))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def literal(value: Scalar | date, kind: DataType) -> exp.Expr:
    """A value written in a rule, as a literal of the attribute's type. Errors: wrong-value (V07)."""
    if value is None:
        raise _wrong(value, kind, "Give a value, or use 'is empty'.")
    match kind.family:
        case Family.TEXT:
            if isinstance(value, bool | int | float):
                raise _wrong(value, kind, "Write it as a text.")
            return exp.Literal.string(str(value))
        case Family.NUMBER:
            return _number(value, kind)
        case Family.BOOLEAN:
            if not isinstance(value, bool):
                raise _wrong(value, kind, "Choose true or false.")
            return exp.true() if value else exp.false()
        case _:
            return _moment(value, kind)


def _number(value: Scalar | date, kind: DataType) -> exp.Expr:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise _wrong(value, kind, "Write a number, such as 12.5.")
    written = str(value).strip()
    try:
        number = float(written)
    except ValueError:
        raise _wrong(value, kind, "Write a number, such as 12.5.") from None
    # Python reads more than SQL does: digits of all scripts, and groups of them.
    if not isfinite(number) or not written.isascii() or "_" in written:
        raise _wrong(value, kind, "Write a number, such as 12.5.")
    if written.startswith("-"):
        return exp.Neg(this=exp.Literal.number(written[1:]))
    return exp.Literal.number(written.lstrip("+"))


def _moment(value: Scalar | date, kind: DataType) -> exp.Expr:
    if kind.kind is Kind.TIME:
        return _time(value, kind)
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value) if len(value) <= 10 else datetime.fromisoformat(value)
        except ValueError:
            raise _wrong(value, kind, "Write a date as 2025-12-31, or with a time as 2025-12-31 18:00.") from None
    if not isinstance(value, date):
        raise _wrong(value, kind, "Write a date as 2025-12-31.")
    if isinstance(value, datetime) and value.tzinfo is not None:
        raise _wrong(value.isoformat(), kind, "Leave out the offset: all moments are in the campaign's time zone.")
    exact = DATETIME if isinstance(value, datetime) else DATE
    return exp.Cast(this=exp.Literal.string(value.isoformat()), to=exact.to_sql())


def _time(value: Scalar | date, kind: DataType) -> exp.Expr:
    try:
        found = time.fromisoformat(str(value))
    except ValueError:
        raise _wrong(value, kind, "Write a time as 18:30.") from None
    return exp.Cast(this=exp.Literal.string(found.isoformat()), to=kind.to_sql())


def _wrong(value: Scalar | date, kind: DataType, fix: str) -> EngineError:
    told = say("Nothing") if value is None else quoted(value)
    return EngineError(
        Problem(
            code="wrong-value",
            what=_is_none(kind, told),
            fix=fix,
            check="V07",
            values={"value": str(told), "type": str(kind)},
        )
    )


def _is_none(kind: DataType, value: Text) -> Text:
    """What a value of a type is not, as a marketer says it."""
    match kind.family:
        case Family.NUMBER:
            return say("{value} is not a number.", value=value)
        case Family.BOOLEAN:
            return say("{value} is neither true nor false.", value=value)
        case Family.MOMENT:
            if kind.kind is Kind.TIME:
                return say("{value} is not a time of day.", value=value)
            return say("{value} is not a date that can be compared.", value=value)
        case _:
            return say("{value} is not a text.", value=value)


def folded(value: Typed) -> Typed:
    """A text without regard to case."""
    return Typed(exp.Lower(this=value.tree.copy()), STRING) if value.type.family is Family.TEXT else value


def lowered(right: exp.Expr) -> exp.Expr:
    """What stands on the right, without regard to case."""
    return exp.Literal.string(right.name.lower()) if isinstance(right, exp.Literal) else exp.Lower(this=right)
