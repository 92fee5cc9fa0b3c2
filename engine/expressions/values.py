"""Compiled values: what a piece of an expression is worth, how literals are read, and how values are made to fit."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Protocol

from sqlglot import exp

from engine.catalog.sources import Variable
from engine.expressions.signatures import Function, Moment, Sort, sort_of
from engine.expressions.syntax import Literal, Node
from engine.expressions.trees import cast, exactly, nothing, number, text, whole
from engine.texts import declared, say
from engine.types import BOOLEAN, DATE, DATETIME, DOUBLE, INTEGER, LONG, STRING, TIME, DataType, Kind

_BIGGEST_INTEGER, _BIGGEST_LONG = 2**31 - 1, 2**63 - 1
_LONGEST_LONG = 19
# Prices and quantities have two to six decimals; more would only leave less room before the point.
_MOST_SCALE = 18


@dataclass(frozen=True, slots=True)
class Value:
    """A compiled piece and the place where it is written.

    `type` is None for null and for what is wrong, which fit everywhere. `literal` is the text of a text literal.
    `free` marks a variable that holds a text, as all variables may: it becomes what its neighbour needs.
    """

    tree: exp.Expr
    type: DataType | None
    position: int
    literal: str | None = None
    free: bool = False

    @property
    def sort(self) -> Sort | None:
        return None if self.type is None else sort_of(self.type)


class Work(Protocol):
    """What operators and calls need of the compiler they work for."""

    def compile(self, node: Node) -> Value:
        """The value of a node; what is wrong in it has been told, and null stands for it."""
        ...

    def wrong(self, code: str, what: str, position: int, fix: str = "", *, check: str = "V08") -> Value:
        """Tell a problem; the value to go on with."""
        ...

    def warn(self, code: str, what: str, position: int, fix: str) -> None:
        """Tell what works but is hardly meant."""
        ...

    def within(self, place: str) -> AbstractContextManager[None]:
        """Compile what follows inside an "aggregate", an "over" (its aggregate) or a "window" (its parts)."""
        ...

    def allows(self, function: Function, position: int) -> bool:
        """Whether a function may stand here; if not, that has been told."""
        ...

    def stop(self) -> None:
        """Build nothing more: the expression has grown too large."""
        ...

    @property
    def stopped(self) -> bool: ...

    @property
    def moment(self) -> Moment:
        """What functions read beside their arguments."""
        ...


def no_value(position: int) -> Value:
    """What stands for a piece that is wrong, so that the rest can still be checked."""
    return Value(nothing(STRING), None, position)


def literal(node: Literal) -> Value | None:
    """The value of a literal; None for a number beyond all numbers."""
    if node.value is None:
        return Value(exp.null(), None, node.position)
    if isinstance(node.value, bool):
        return Value(exp.true() if node.value else exp.false(), BOOLEAN, node.position)
    if not node.is_number:
        return Value(text(node.value), STRING, node.position, literal=node.value)
    if node.value.isdigit() and len(node.value.lstrip("0")) <= _LONGEST_LONG:
        amount = int(node.value)
        if amount <= _BIGGEST_LONG:
            return Value(number(amount), INTEGER if amount <= _BIGGEST_INTEGER else LONG, node.position)
    fraction = float(node.value)
    return None if fraction == float("inf") else Value(number(fraction), DOUBLE, node.position)


def variable_value(variable: Variable) -> exp.Expr:
    """The value of a variable as a literal of its type; null where it cannot be read so."""
    if variable.value is None:
        return nothing(variable.type)
    if variable.type.kind is Kind.STRING:
        return text(str(variable.value))
    return cast(text(str(variable.value)), variable.type)


def as_moment(value: Value, sort: Sort) -> Value | None:
    """A text literal that reads as a date, a date-time or a time of day, as such; None if it does not.

    A date-time with an offset is refused: the data have none, so it could only be misunderstood.
    """
    if value.literal is None or sort not in {Sort.DATE, Sort.TIME}:
        return None
    readers = ((time, TIME),) if sort is Sort.TIME else ((date, DATE), (datetime, DATETIME))
    for reader, kind in readers:
        try:
            found = reader.fromisoformat(value.literal.strip())
        except ValueError:
            continue
        if isinstance(found, date) and not isinstance(found, datetime):
            return replace(value, tree=exactly(text(found.isoformat()), kind), type=kind, literal=None)
        if found.tzinfo is None:
            written = found.isoformat(sep=" ") if isinstance(found, datetime) else found.isoformat()
            return replace(value, tree=exactly(text(written), kind), type=kind, literal=None)
    return None


USUAL = {Sort.TEXT: STRING, Sort.NUMBER: DOUBLE, Sort.DATE: DATETIME, Sort.TIME: TIME, Sort.BOOLEAN: BOOLEAN}
"""The type that a value of a sort has when nothing else is known."""


def fitted(value: Value, sort: Sort) -> Value | None:
    """The value as one of `sort`, where the language allows that without asking; None where it does not."""
    if value.sort is None or value.sort is sort:
        return value
    if value.free and sort in USUAL:
        return replace(value, tree=cast(value.tree, USUAL[sort]), type=USUAL[sort], literal=None, free=False)
    return as_moment(value, sort)


def converted(value: Value, to: DataType) -> exp.Expr:
    """The tree of a value of the right sort, in exactly the type `to`."""
    if value.type is None:
        return nothing(to)
    if value.type == to:
        return value.tree.copy()
    if not to.is_integer:
        return exactly(value.tree, to)
    if not value.type.is_integer:
        return whole(value.tree, to)
    if to == LONG or isinstance(value.tree, exp.Literal):
        return exactly(value.tree, to)
    return cast(value.tree, to)


def common(types: Sequence[DataType]) -> DataType | None:
    """The type that values of one sort have together; None when there is none to be found."""
    if not types:
        return None
    if any(one.kind is Kind.DOUBLE for one in types):
        return DOUBLE
    decimals = [one for one in types if one.kind is Kind.DECIMAL]
    if decimals and len(set(types)) > 1:
        return DataType(Kind.DECIMAL, 38, min(max(one.scale for one in decimals), _MOST_SCALE))
    if all(one.is_integer for one in types):
        return LONG if LONG in types else INTEGER if len(set(types)) > 1 else types[0]
    return DATETIME if DATETIME in types else types[0]


def together(work: Work, values: Sequence[Value]) -> tuple[list[Value], DataType | None]:
    """Values brought to one sort, and the type that they have in common. What does not fit is told where it stands."""
    # A text in quotes and a variable adapt to what is fixed.
    fixed = [value for value in values if value.sort is not None and value.literal is None and not value.free]
    leading = next(iter(fixed or [value for value in values if value.sort is not None]), None)
    if leading is None or leading.sort is None:
        return list(values), None
    found: list[Value] = []
    for value in values:
        fit = fitted(value, leading.sort)
        found.append(mismatch(work, value, leading.sort) if fit is None else fit)
    return found, common([value.type for value in found if value.type is not None])


def mismatch(work: Work, value: Value, wanted: Sort, fix: str = "") -> Value:
    """Tell that a value is of the wrong sort, and how to mend it."""
    has = declared(value.sort.value) if value.sort is not None else say("empty")
    return work.wrong(
        "wrong-type",
        say("This is {has}; {wanted} is needed here.", has=has, wanted=declared(wanted.value)),
        value.position,
        fix or advice(value, wanted),
        check="V07",
    )


def advice(value: Value, wanted: Sort) -> str:
    """How to make a value one of the wanted sort."""
    if wanted is Sort.DATE:
        return (
            say("Write it as '2025-12-31' or '2025-12-31 09:00', without an offset.")
            if value.literal is not None
            else say("Convert it with ToDate(…) or ToDateTime(…).")
        )
    return {
        Sort.NUMBER: say("Write numbers without quotes, or convert with ToDouble(…) or ToInteger(…)."),
        Sort.TEXT: say("Write texts in quotes ('…'), or convert with ToString(…)."),
        Sort.TIME: say("Write it as '09:30', or convert with TruncTime(…, 1)."),
        Sort.BOOLEAN: say("Compare it with something, such as @age >= 18."),
        Sort.LIST: say("Choose an attribute that is a list."),
    }[wanted]
