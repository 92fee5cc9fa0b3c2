"""From a comparison to a predicate over a value that is already a tree. What the words mean stands here, once."""

from datetime import timedelta

from sqlglot import exp

from engine.catalog.sources import Typed
from engine.expressions import like
from engine.journey.conditions.model import Comparison, Operator, Unit
from engine.problems import EngineError, Problem
from engine.rules.model import Scalar
from engine.rules.operators import literal
from engine.texts import quoted, say
from engine.trees import any_of, negated, number, sure, tree
from engine.types import DATE, DATETIME, DataType, Family, Kind

NEGATIVE = {
    Operator.IS_NOT: Operator.IS,
    Operator.NOT_STARTS_WITH: Operator.STARTS_WITH,
    Operator.NOT_ENDS_WITH: Operator.ENDS_WITH,
    Operator.NOT_CONTAINS: Operator.CONTAINS,
    Operator.NOT_MATCHES: Operator.MATCHES,
    Operator.NOT_IN_PAST: Operator.IN_PAST,
    Operator.NOT_EMPTY: Operator.EMPTY,
}
"""A negative operator and what it denies. It holds where there is no value."""

_TEXT = frozenset({
    Operator.IS, Operator.IS_ANY, Operator.STARTS_WITH, Operator.ENDS_WITH, Operator.CONTAINS, Operator.MATCHES,
    Operator.EMPTY,
})  # fmt: skip
_NUMBER = frozenset({
    Operator.IS, Operator.IS_ANY, Operator.GREATER, Operator.LESS, Operator.AT_LEAST, Operator.AT_MOST,
    Operator.BETWEEN, Operator.EMPTY,
})  # fmt: skip
_BOOLEAN = frozenset({Operator.IS, Operator.IS_ANY, Operator.TRUE, Operator.FALSE, Operator.EMPTY})
_MOMENT = frozenset({
    Operator.IS, Operator.IS_ANY, Operator.ON, Operator.BEFORE, Operator.AFTER, Operator.BETWEEN, Operator.IN_PAST,
    Operator.IN_NEXT, Operator.SINCE_ENTRY, Operator.ANNIVERSARY, Operator.EMPTY,
})  # fmt: skip
FITTING = {Family.TEXT: _TEXT, Family.NUMBER: _NUMBER, Family.BOOLEAN: _BOOLEAN, Family.MOMENT: _MOMENT,
           Family.LIST: _TEXT}  # fmt: skip
"""Which operators, and their negations, fit which values."""

OF_NUMBERS = frozenset({Operator.GREATER, Operator.LESS, Operator.AT_LEAST, Operator.AT_MOST})
"""Operators that fit nothing but numbers."""
ONE_VALUE = OF_NUMBERS | {Operator.BEFORE, Operator.AFTER, Operator.ON}
"""Operators that compare with one value alone."""
_WITHOUT_VALUE = frozenset({
    Operator.EMPTY, Operator.TRUE, Operator.FALSE, Operator.IS_ANY, Operator.IN_PAST, Operator.IN_NEXT,
    Operator.SINCE_ENTRY, Operator.ANNIVERSARY,
})  # fmt: skip
_MONTHS = {Unit.MONTHS: 1, Unit.QUARTERS: 3, Unit.YEARS: 12}
_SPANS = {
    Unit.HOURS: timedelta(hours=1),
    Unit.DAYS: timedelta(days=1),
    Unit.WEEKS: timedelta(weeks=1),
}


def holds(comparison: Comparison, value: Typed, now: exp.Expr, entered: exp.Expr | None = None) -> exp.Expr:
    """A predicate that is always decided. `now` and `entered` are instants in microseconds.

    A comparison without a value holds for every value, as the dialogs do that are left empty.
    Errors: wrong-operator, wrong-value.
    """
    positive = NEGATIVE.get(comparison.operator, comparison.operator)
    if positive not in FITTING[value.type.family]:
        raise EngineError(_wrong_operator(comparison.operator, value.type))
    if positive not in _WITHOUT_VALUE and not comparison.values:
        return exp.true()
    if positive in ONE_VALUE and len(comparison.values) > 1:
        raise EngineError(_many_values("Several values are given where one is compared.", "Leave one."))
    found = sure(_positive(comparison, positive, value, now, entered))
    return found if positive is comparison.operator else negated(found)


def _positive(
    comparison: Comparison, operator: Operator, value: Typed, now: exp.Expr, entered: exp.Expr | None
) -> exp.Expr:
    if operator is Operator.IS_ANY:
        return negated(value.tree.copy().is_(exp.null()))
    if operator is Operator.EMPTY:
        return _empty(value)
    match value.type.family:
        case Family.TEXT:
            return any_of([_text(operator, value.tree, one) for one in comparison.values])
        case Family.LIST:
            return tree(
                "LEN(LIST_FILTER($list, x -> $matches)) > 0", list=value.tree,
                matches=any_of([_text(operator, exp.column("x"), one) for one in comparison.values]),
            )  # fmt: skip
        case Family.NUMBER:
            return _number(operator, value, comparison.values)
        case Family.BOOLEAN:
            return _boolean(operator, value, comparison.values)
        case Family.MOMENT:
            return _moment(comparison, operator, value, now, entered)


def _empty(value: Typed) -> exp.Expr:
    missing = value.tree.copy().is_(exp.null())
    if value.type.family is Family.TEXT:
        return any_of([missing, value.tree.copy().eq(exp.Literal.string(""))])
    if value.type.family is Family.LIST:
        return any_of([missing, tree("LEN($list) = 0", list=value.tree)])
    return missing


def plain_text(value: exp.Expr) -> exp.Expr:
    """A text without regard to case and outer spaces."""
    return exp.Lower(this=exp.Trim(this=value.copy()))


def _text(operator: Operator, value: exp.Expr, written: Scalar) -> exp.Expr:
    plain = plain_text(value)
    shown = str(written).lower() if isinstance(written, bool) else str(written)
    wanted = exp.Literal.string(shown.strip().lower())
    match operator:
        case Operator.STARTS_WITH:
            return exp.StartsWith(this=plain, expression=wanted)
        case Operator.ENDS_WITH:
            return exp.EndsWith(this=plain, expression=wanted)
        case Operator.CONTAINS:
            return exp.Contains(this=plain, expression=wanted)
        case Operator.MATCHES:
            return like(plain, wanted.name)
        case _:
            return plain.eq(wanted)


def _number(operator: Operator, value: Typed, values: tuple[Scalar, ...]) -> exp.Expr:
    trees = [literal(one, value.type) for one in values]
    left = value.tree.copy()
    match operator:
        case Operator.GREATER:
            return exp.GT(this=left, expression=trees[0])
        case Operator.LESS:
            return exp.LT(this=left, expression=trees[0])
        case Operator.AT_LEAST:
            return exp.GTE(this=left, expression=trees[0])
        case Operator.AT_MOST:
            return exp.LTE(this=left, expression=trees[0])
        case Operator.BETWEEN:
            return exp.Between(this=left, low=trees[0], high=_second(trees))
        case _:
            return exp.In(this=left, expressions=trees)


def _boolean(operator: Operator, value: Typed, values: tuple[Scalar, ...]) -> exp.Expr:
    if operator is Operator.TRUE:
        return value.tree.copy()
    if operator is Operator.FALSE:
        return exp.Not(this=exp.Paren(this=value.tree.copy()))
    return exp.In(this=value.tree.copy(), expressions=[literal(one, value.type) for one in values])


def _moment(
    comparison: Comparison, operator: Operator, value: Typed, now: exp.Expr, entered: exp.Expr | None
) -> exp.Expr:
    instant = tree("MAKE_TIMESTAMP($now)", now=now)
    left = value.tree.copy()
    match operator:
        case Operator.IN_PAST:
            return exp.Between(this=left, low=_moved(instant, comparison, -1), high=instant)
        case Operator.IN_NEXT:
            return exp.Between(this=left, low=instant, high=_moved(instant, comparison, 1))
        case Operator.SINCE_ENTRY:
            return exp.GTE(this=left, expression=tree("MAKE_TIMESTAMP($at)", at=now if entered is None else entered))
        case Operator.ANNIVERSARY:
            return _anniversary(left, instant)
        case _:
            return _compared_moment(operator, value, comparison.values)


def _compared_moment(operator: Operator, value: Typed, values: tuple[Scalar, ...]) -> exp.Expr:
    left = value.tree.copy()
    kind = value.type if value.type.kind is Kind.TIME else None
    trees = [literal(one, kind or (DATE if len(str(one)) <= len("2025-12-31") else DATETIME)) for one in values]
    match operator:
        case Operator.BEFORE:
            return exp.LT(this=left, expression=trees[0])
        case Operator.AFTER:
            return exp.GT(this=left, expression=trees[0])
        case Operator.BETWEEN:
            return exp.Between(this=left, low=trees[0], high=_second(trees))
        case Operator.ON:
            return exp.Cast(this=left, to=DATE.to_sql()).eq(exp.Cast(this=trees[0], to=DATE.to_sql()))
        case _:
            return exp.In(this=left, expressions=trees)


def _anniversary(left: exp.Expr, now: exp.Expr) -> exp.Expr:
    """The same day and month as now; 29 February falls on the 28th in other years."""
    return tree(
        "(MONTH($left) = MONTH($now) AND DAY($left) = DAY($now)) OR (MONTH($left) = 2 AND DAY($left) = 29"
        " AND MONTH($now) = 2 AND DAY($now) = 28 AND DAY(LAST_DAY($now)) = 28)",
        left=left, now=now,
    )  # fmt: skip


def _moved(instant: exp.Expr, comparison: Comparison, sign: int) -> exp.Expr:
    if comparison.unit in _MONTHS:
        months = number(sign * comparison.count * _MONTHS[comparison.unit])
        return tree("$at + TO_MONTHS($months)", at=instant, months=exp.Paren(this=months))
    span = comparison.count * _SPANS[comparison.unit]
    micros = number(sign * (span // timedelta(microseconds=1)))
    return tree("$at + TO_MICROSECONDS($micros)", at=instant, micros=exp.Paren(this=micros))


def earliest(comparison: Comparison, reference: exp.Expr) -> exp.Expr:
    """The instant, in microseconds, from which a look back of "in past n units" counts."""
    return tree("EPOCH_US($at)", at=_moved(tree("MAKE_TIMESTAMP($at)", at=reference), comparison, -1))


def _second(trees: list[exp.Expr]) -> exp.Expr:
    if len(trees) < 2:
        raise EngineError(
            Problem(code="missing-value", what="One of the two bounds is missing.", fix="Give both.", field="values")
        )
    if len(trees) > 2:
        raise EngineError(_many_values("More than two bounds are given.", "Leave two."))
    return trees[1]


def _many_values(what: str, fix: str) -> Problem:
    return Problem(code="many-values", what=what, fix=fix, field="values")


def _wrong_operator(operator: Operator, kind: DataType) -> Problem:
    fitting = sorted(one.value for one in Operator if NEGATIVE.get(one, one) in FITTING[kind.family])
    return Problem(
        code="wrong-operator",
        what=say("{operator} does not fit the type {kind}.", operator=quoted(operator.value), kind=kind),
        fix=say("Choose one of {names}.", names=", ".join(fitting)),
        field="operator",
        values={"operator": operator.value, "type": str(kind)},
    )
