"""The rule tree, as documents hold it. It says which records match; what the words mean is in the rooms beside."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from engine.texts import say

Scalar = str | bool | int | float | None


class RulePart(BaseModel):
    """A frozen part of a rule; a name that it does not know is reported."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Operator(StrEnum):
    """How an attribute is compared; the ids are permanent."""

    EQUAL = "equal"
    NOT_EQUAL = "not-equal"
    GREATER = "greater"
    GREATER_OR_EQUAL = "greater-or-equal"
    LESS = "less"
    LESS_OR_EQUAL = "less-or-equal"
    BETWEEN = "between"
    IN = "in"
    NOT_IN = "not-in"
    EMPTY = "empty"
    NOT_EMPTY = "not-empty"
    STARTS_WITH = "starts-with"
    NOT_STARTS_WITH = "not-starts-with"
    CONTAINS = "contains"
    NOT_CONTAINS = "not-contains"
    LIKE = "like"
    NOT_LIKE = "not-like"
    WITHIN = "within"
    NOT_WITHIN = "not-within"
    ANNIVERSARY = "anniversary"


class Unit(StrEnum):
    """Units of relative dates."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Relative(RulePart):
    """A moment counted from now: `count` units ago, or ahead. Units of a day and more give a date."""

    count: int = Field(ge=0, le=100_000)
    unit: Unit
    ahead: bool = False


class Preset(StrEnum):
    """Periods with a name."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    TOMORROW = "tomorrow"
    THIS = "this"
    PREVIOUS = "previous"
    COMING = "coming"
    LAST = "last"
    NEXT = "next"


class Period(RulePart):
    """A period counted from now.

    today, yesterday, tomorrow; this, previous or coming week, month, quarter or year; the last or next `count` units.
    """

    preset: Preset
    unit: Unit = Unit.DAY
    count: int = Field(default=1, ge=1, le=100_000)


class Item(RulePart):
    """A part that can be switched off without being forgotten."""

    disabled: bool = Field(default=False, description="Kept, but as if it were not there.")


class Right(Item):
    """What is compared with: exactly one of these, or none for "empty"."""

    value: Scalar = Field(default=None, description="A text, number, true or false, or a date as 2025-12-31.")
    values: tuple[Scalar, ...] | None = Field(default=None, description="The list of in, or both bounds of between.")
    value_expression: str | None = Field(default=None, description="An expression, such as DaysAgo(100).")
    variable: str | None = Field(default=None, description="The name of a variable.")
    relative: Relative | None = None
    period: Period | None = None
    ignore_case: bool = False
    include_empty: bool = Field(default=False, description="A negative operator also returns records without a value.")


class Condition(Right):
    """An attribute (or an expression) compared with something."""

    kind: Literal["condition"] = "condition"
    attribute: str | None = Field(default=None, description="A path such as city or product/brand/label.")
    expression: str | None = Field(default=None, description="Instead of an attribute, such as Length(@city).")
    operator: Operator = Operator.EQUAL

    @model_validator(mode="after")
    def _has_one_left(self) -> Condition:
        if (self.attribute is None) == (self.expression is None):
            raise ValueError(say("a condition has either an attribute or an expression"))
        return self


class Exists(Item):
    """There is (or is no) linked record that matches all of `rule`."""

    kind: Literal["exists"] = "exists"
    link: str = Field(description="The path of links, such as purchases.")
    negated: bool = False
    rule: Rule | None = Field(default=None, description="Conditions on one and the same linked record.")


class Function(StrEnum):
    """How a collection is reduced to one value."""

    COUNT = "count"
    COUNT_DISTINCT = "count-distinct"
    SUM = "sum"
    AVERAGE = "average"
    MIN = "min"
    MAX = "max"


class Aggregate(Right):
    """A collection reduced to one value and compared. Without records, a count is 0 and all else has no value."""

    kind: Literal["aggregate"] = "aggregate"
    function: Function
    attribute: str = Field(description="The path of the reduced attribute, such as purchases/price; a link to count.")
    operator: Operator = Operator.GREATER_OR_EQUAL
    rule: Rule | None = Field(default=None, description="Which linked records count.")


class FilterReference(Item):
    """A predefined filter, with values for its parameters."""

    kind: Literal["filter"] = "filter"
    filter: str
    parameters: dict[str, JsonValue] = Field(default_factory=dict[str, JsonValue])


class AudienceReference(Item):
    """Membership of a saved audience."""

    kind: Literal["audience"] = "audience"
    audience: str
    negated: bool = False


class Logic(StrEnum):
    """How the items of a group combine."""

    AND = "and"
    OR = "or"
    EXCEPT = "except"


class Group(Item):
    """Items that all hold (and), of which one holds (or), or of which the first holds and not all others (except)."""

    kind: Literal["group"] = "group"
    operator: Logic = Logic.AND
    items: tuple[Rule, ...] = ()


Rule = Annotated[
    Group | Condition | Exists | Aggregate | FilterReference | AudienceReference, Field(discriminator="kind")
]

for _model in (Exists, Aggregate, Group):
    _model.model_rebuild()


def takes_part(rule: Rule) -> bool:
    """Whether a part counts: it is not switched off, and neither is all that stands in it."""
    if rule.disabled:
        return False
    return not isinstance(rule, Group) or not rule.items or any(takes_part(item) for item in rule.items)


def counted_items(group: Group) -> list[tuple[int, Rule]]:
    """The items of a group that take part, each with its place.

    What an exception is made from is always its first item; when that one is switched off, it stands for everybody.
    """
    excepts = group.operator is Logic.EXCEPT
    return [(place, item) for place, item in enumerate(group.items) if takes_part(item) or (excepts and place == 0)]


DEEPEST = 40
"""How deep groups may nest."""
