"""Which comparisons fit which attribute, and what they are called."""

from app.words import tr
from engine.journey.conditions.comparing import FITTING, NEGATIVE
from engine.journey.conditions.model import Operator
from engine.types import DataType

_OFFERED = (
    Operator.IS, Operator.IS_NOT, Operator.STARTS_WITH, Operator.NOT_STARTS_WITH, Operator.ENDS_WITH,
    Operator.CONTAINS, Operator.NOT_CONTAINS, Operator.GREATER, Operator.LESS, Operator.AT_LEAST, Operator.AT_MOST,
    Operator.BETWEEN, Operator.TRUE, Operator.FALSE, Operator.ON, Operator.BEFORE, Operator.AFTER, Operator.EMPTY,
    Operator.NOT_EMPTY,
)  # fmt: skip
"""In the order in which they are offered; looks back and ahead are for journeys, which have a clock of their own."""
WITHOUT_VALUE = frozenset({Operator.EMPTY, Operator.NOT_EMPTY, Operator.TRUE, Operator.FALSE})


def fitting(kind: DataType) -> list[Operator]:
    """The comparisons that a value of a type can be asked with."""
    known = FITTING[kind.family]
    return [one for one in _OFFERED if NEGATIVE.get(one, one) in known]


def operator_word(one: Operator) -> str:
    """What a comparison is called."""
    return {
        Operator.IS: tr("is"), Operator.IS_NOT: tr("is not"), Operator.STARTS_WITH: tr("starts with"),
        Operator.NOT_STARTS_WITH: tr("does not start with"), Operator.ENDS_WITH: tr("ends with"),
        Operator.CONTAINS: tr("contains"), Operator.NOT_CONTAINS: tr("does not contain"),
        Operator.GREATER: tr("is greater than"), Operator.LESS: tr("is less than"),
        Operator.AT_LEAST: tr("is at least"), Operator.AT_MOST: tr("is at most"), Operator.BETWEEN: tr("is between"),
        Operator.TRUE: tr("is true"), Operator.FALSE: tr("is false"), Operator.ON: tr("is on"),
        Operator.BEFORE: tr("is before"), Operator.AFTER: tr("is after"), Operator.EMPTY: tr("is empty"),
        Operator.NOT_EMPTY: tr("is not empty"),
    }.get(one, one.value)  # fmt: skip
