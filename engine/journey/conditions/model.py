"""Conditions of journeys as documents hold them: filters joined by all, any or an expression such as "1 and (2 or 3)".

They are not the rule trees of campaigns: the words are the product's, texts are compared without regard to case and
outer spaces, several values mean any of them, and a negative operator holds where there is no value.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from engine.contract import Hint
from engine.rules.model import Scalar


class Part(BaseModel):
    """A frozen part of a condition; a name that it does not know is reported."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Operator(StrEnum):
    """How a value is compared; the ids are permanent."""

    IS = "is"
    IS_NOT = "is-not"
    IS_ANY = "is-any"
    STARTS_WITH = "starts-with"
    NOT_STARTS_WITH = "not-starts-with"
    ENDS_WITH = "ends-with"
    NOT_ENDS_WITH = "not-ends-with"
    CONTAINS = "contains"
    NOT_CONTAINS = "not-contains"
    MATCHES = "matches"
    NOT_MATCHES = "not-matches"
    EMPTY = "empty"
    NOT_EMPTY = "not-empty"
    GREATER = "greater-than"
    LESS = "less-than"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    BETWEEN = "between"
    TRUE = "true"
    FALSE = "false"
    ON = "on"
    BEFORE = "before"
    AFTER = "after"
    IN_PAST = "in-past"
    NOT_IN_PAST = "not-in-past"
    IN_NEXT = "in-next"
    SINCE_ENTRY = "since-entry"
    ANNIVERSARY = "anniversary"


class Unit(StrEnum):
    """Units of a look back or ahead."""

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    QUARTERS = "quarters"
    YEARS = "years"


class Comparison(Part):
    """A value compared. `values` are one, several (any of them), or both bounds; `count` and `unit` a span of time."""

    operator: Operator = Operator.IS
    values: tuple[Scalar, ...] = ()
    count: int = Field(default=30, ge=0, le=100_000)
    unit: Unit = Unit.DAYS


class Constraint(Comparison):
    """A field of a linked record or an event, compared."""

    field: str = Field(min_length=1)


class AttributeFilter(Comparison):
    """A field of the account or person."""

    kind: Literal["attribute"] = "attribute"
    attribute: str = Field(min_length=1)


class OpportunityFilter(Part):
    """The account has (or has not) an opportunity that meets all constraints."""

    kind: Literal["has-opportunity"] = "has-opportunity"
    holds: bool = True
    where: tuple[Constraint, ...] = ()


class AccountListFilter(Part):
    """The account is (or is not) in one of these account lists."""

    kind: Literal["account-list"] = "account-list"
    holds: bool = True
    lists: Annotated[tuple[str, ...], Hint("reference", "account_list")] = Field(min_length=1)


class JourneyFilter(Part):
    """The account, or the person, is (or is not) inside one of these journeys."""

    kind: Literal["journey-member"] = "journey-member"
    holds: bool = True
    journeys: Annotated[tuple[str, ...], Hint("journey")] = Field(min_length=1)


class RoleCount(Comparison):
    """How many members of a buying group have one of the roles."""

    roles: Annotated[tuple[str, ...], Hint("reference", "bg_role")] = ()


class BuyingGroupFilter(Part):
    """The account has (or has not) a buying group that meets all (or one) of what is given.

    `classic` is the older filter "Has buying group"; it means the same.
    """

    kind: Literal["buying-group"] = "buying-group"
    holds: bool = True
    classic: bool = False
    any_of: bool = Field(default=False, title="One of these is enough")
    interest: Annotated[Comparison | None, Hint("reference", "solution_interest")] = None
    stage: Annotated[Comparison | None, Hint("reference", "stage")] = None
    status: Comparison | None = None
    completeness: Comparison | None = None
    engagement: Comparison | None = None
    role_count: RoleCount | None = None


class MemberFilter(Part):
    """The person is (or is not) a member of a buying group of the account that meets all constraints."""

    kind: Literal["buying-group-member"] = "buying-group-member"
    holds: bool = True
    interest: Annotated[Comparison | None, Hint("reference", "solution_interest")] = None
    stage: Annotated[Comparison | None, Hint("reference", "stage")] = None
    status: Comparison | None = None
    completeness: Comparison | None = None
    engagement: Comparison | None = None
    role: Annotated[Comparison | None, Hint("reference", "bg_role")] = None
    is_removed: bool | None = None


class EventFilter(Part):
    """The person did (or, inactive, did not do) something, often enough, in a span before the entry."""

    kind: Literal["event-history"] = "event-history"
    event: Annotated[str, Hint("event")] = Field(min_length=1)
    where: tuple[Constraint, ...] = ()
    date: Comparison | None = None
    at_least: int = Field(default=1, ge=1)
    inactive: bool = False


class PeopleListFilter(Part):
    """The person is (or is not) in one of these lists, of Marketo or of people."""

    kind: Literal["list-member"] = "list-member"
    holds: bool = True
    lists: Annotated[tuple[str, ...], Hint("reference", "people_list mkto_list")] = Field(min_length=1)


class ProgramFilter(Part):
    """The person is (or is not) a member of one of these programs, in one of the statuses."""

    kind: Literal["program-member"] = "program-member"
    holds: bool = True
    programs: Annotated[tuple[str, ...], Hint("reference", "program")] = Field(min_length=1)
    statuses: tuple[str, ...] = ()
    success: bool | None = None


class IntentFilter(Part):
    """The person's intent for one of the keys is of one of the levels low, medium, high."""

    kind: Literal["intent"] = "intent"
    holds: bool = True
    of: Literal["category", "product", "keyword"] = "product"
    keys: tuple[str, ...] = ()
    levels: tuple[Literal["low", "medium", "high"], ...] = ()


class ObjectFilter(Part):
    """There is (or is not) a record of a custom object of the account or person that meets all constraints."""

    kind: Literal["custom-object"] = "custom-object"
    holds: bool = True
    object: Annotated[str, Hint("reference", "custom_object")] = Field(min_length=1)
    where: tuple[Constraint, ...] = ()


class RoleFilter(Comparison):
    """The person has (or has not) a role in the account; `operator` and `values` say which."""

    kind: Literal["role-in-account"] = "role-in-account"
    holds: bool = True


Filter = Annotated[
    AttributeFilter
    | OpportunityFilter
    | AccountListFilter
    | JourneyFilter
    | BuyingGroupFilter
    | MemberFilter
    | EventFilter
    | PeopleListFilter
    | ProgramFilter
    | IntentFilter
    | ObjectFilter
    | RoleFilter,
    Field(discriminator="kind"),
]


class Logic(StrEnum):
    """How filters combine."""

    ALL = "all"
    ANY = "any"
    ADVANCED = "advanced"


class Condition(Part):
    """Filters and how they combine; without filters it holds for everybody."""

    logic: Logic = Logic.ALL
    expression: str = Field(default="", description="For advanced logic, such as 1 and (2 or 3).", max_length=2000)
    filters: tuple[Filter, ...] = ()
