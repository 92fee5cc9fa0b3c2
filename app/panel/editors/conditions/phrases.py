"""What users read for operators, functions, units and periods."""

from app.words import tr
from engine.rules import Operator
from engine.rules.model import Function, Preset, Unit
from engine.rules.operators import FAMILIES
from engine.types import DataType, Family, Kind


def operator_words(operator: Operator, kind: DataType | None) -> str:
    """An operator; of dates one says before and after."""
    if kind is not None and kind.family is Family.MOMENT:
        dated = {
            Operator.GREATER: tr("is after"),
            Operator.GREATER_OR_EQUAL: tr("is on or after"),
            Operator.LESS: tr("is before"),
            Operator.LESS_OR_EQUAL: tr("is on or before"),
        }.get(operator)
        if dated is not None:
            return dated
    return {
        Operator.EQUAL: tr("is"),
        Operator.NOT_EQUAL: tr("is not"),
        Operator.GREATER: tr("is greater than"),
        Operator.GREATER_OR_EQUAL: tr("is at least"),
        Operator.LESS: tr("is less than"),
        Operator.LESS_OR_EQUAL: tr("is at most"),
        Operator.BETWEEN: tr("is between"),
        Operator.IN: tr("is one of"),
        Operator.NOT_IN: tr("is none of"),
        Operator.EMPTY: tr("is empty"),
        Operator.NOT_EMPTY: tr("is not empty"),
        Operator.STARTS_WITH: tr("starts with"),
        Operator.NOT_STARTS_WITH: tr("does not start with"),
        Operator.CONTAINS: tr("contains"),
        Operator.NOT_CONTAINS: tr("does not contain"),
        Operator.LIKE: tr("is like"),
        Operator.NOT_LIKE: tr("is not like"),
        Operator.WITHIN: tr("is in the period"),
        Operator.NOT_WITHIN: tr("is not in the period"),
        Operator.ANNIVERSARY: tr("has its anniversary today"),
    }[operator]


def operators_for(kind: DataType | None) -> tuple[Operator, ...]:
    """The operators that fit a type; all of them while it is not known."""
    if kind is None:
        return tuple(Operator)
    fitting = tuple(operator for operator in Operator if kind.family in FAMILIES[operator])
    if kind.kind is not Kind.TIME:
        return fitting
    # A time of day is in no week and has no anniversary.
    return tuple(one for one in fitting if FAMILIES[one] != FAMILIES[Operator.WITHIN])


def function_words(function: Function) -> str:
    """How a collection is brought down to one value."""
    return {
        Function.COUNT: tr("Number of"),
        Function.COUNT_DISTINCT: tr("Number of different"),
        Function.SUM: tr("Sum of"),
        Function.AVERAGE: tr("Average of"),
        Function.MIN: tr("Smallest"),
        Function.MAX: tr("Largest"),
    }[function]


def functions_for(kind: DataType | None) -> tuple[Function, ...]:
    """The functions that fit a type; records themselves can only be counted."""
    if kind is None:
        return (Function.COUNT,)
    if kind.family is Family.NUMBER:
        return tuple(Function)
    return (Function.COUNT, Function.COUNT_DISTINCT, Function.MIN, Function.MAX)


def preset_words(preset: Preset) -> str:
    """A period with a name."""
    return {
        Preset.TODAY: tr("today"),
        Preset.YESTERDAY: tr("yesterday"),
        Preset.TOMORROW: tr("tomorrow"),
        Preset.THIS: tr("this"),
        Preset.PREVIOUS: tr("the previous"),
        Preset.COMING: tr("the coming"),
        Preset.LAST: tr("the last"),
        Preset.NEXT: tr("the next"),
    }[preset]


COUNTED = frozenset({Preset.LAST, Preset.NEXT})
OF_UNIT = COUNTED | {Preset.THIS, Preset.PREVIOUS, Preset.COMING}
LONG_UNITS = (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
