"""Test: choose the one path that goes on, by a count, a variable or an expression."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.asking import asked_when
from engine.catalog.sources import Surroundings, Typed, Variable
from engine.contract import Activity, Ask, Category, Hint, Place, Port, PortCounts, Settings, warning
from engine.expressions import check_expression, compile_expression, variable_value
from engine.problems import EngineError, Problem
from engine.rules.model import Operator
from engine.rules.operators import FAMILIES, compare, literal
from engine.selecting import missing_setting
from engine.texts import quoted, say
from engine.types import BOOLEAN, LONG, STRING

DEFAULT = "default"
COUNT = "recCount"


class TestedValue(StrEnum):
    """What a condition looks at."""

    COUNT = "population-count"
    VARIABLE = "variable"
    EXPRESSION = "expression"


_COMPARED = asked_when("source", TestedValue.COUNT, TestedValue.VARIABLE)


class TestCondition(Settings):
    """A path and when it is taken."""

    label: str = Field(default="", title="Label")
    source: TestedValue = Field(default=TestedValue.COUNT, title="Condition type")
    variable: Annotated[str | None, Hint("variable")] = Field(
        default=None, title="Variable", json_schema_extra=asked_when("source", TestedValue.VARIABLE)
    )
    operator: Operator = Field(default=Operator.GREATER, title="Operator", json_schema_extra=_COMPARED)
    value: str | int | float | bool | None = Field(default=None, title="Value", json_schema_extra=_COMPARED)
    expression: Annotated[str | None, Hint("expression")] = Field(
        default=None,
        title="Expression",
        description="Such as $(vars/@recCount) > 10000.",
        json_schema_extra=asked_when("source", TestedValue.EXPRESSION),
    )


class TestSettings(Settings):
    """The conditions, in order; the first that holds is followed."""

    conditions: tuple[TestCondition, ...] = Field(default=(), title="Conditions")
    default_branch: bool = Field(default=True, title="Default condition")


class TestActivity(Activity[TestSettings]):
    """Follow the first path whose condition holds."""

    type_id = "test"
    title = "Test"
    category = Category.FLOW
    icon = "ph.question"
    synonyms = ("if", "condition", "decision")
    settings = TestSettings
    branches = "conditions"

    def ports(self, settings: TestSettings) -> tuple[Port, ...]:
        """Outputs "condition:1", "condition:2"..., then "default"."""
        found = [Port.named(f"condition:{number}", one.label, _title(number)) for number, one in _numbered(settings)]
        return (*found, *((Port(DEFAULT, "False"),) if settings.default_branch else ()))

    def check(self, place: Place[TestSettings]) -> Iterator[Problem]:
        settings = place.settings
        if not settings.conditions:
            yield missing_setting("There is no condition.", "conditions", "Add one.", "V22")
        if not settings.default_branch:
            yield warning(
                "no-default-branch",
                "When no condition holds, the campaign stops here.",
                fix="Switch the default condition on, unless you mean so.",
                check="V22",
                field="default_branch",
            )
        scope = _Numbers(_with_count(place.surroundings, 0))
        for number, condition in _numbered(settings):
            field = f"conditions[{number - 1}]"
            if condition.source is TestedValue.EXPRESSION:
                for problem in check_expression(condition.expression or "", scope)[1]:
                    yield problem.at(field=f"{field}.expression")
                continue
            try:
                _holds(condition, scope)
            except EngineError as error:
                yield error.problem.at(field=field)

    def activates(self, place: Place[TestSettings], entered: int, left: PortCounts, ask: Ask) -> frozenset[str]:
        del left
        scope = _Numbers(_with_count(place.surroundings, entered))
        for number, condition in _numbered(place.settings):
            if ask(_holds(condition, scope)):
                return frozenset((f"condition:{number}",))
        return frozenset((DEFAULT,)) if place.settings.default_branch else frozenset()


class _Numbers:
    """The scope of a test: variables, and no rows."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings

    @property
    def surroundings(self) -> Surroundings:
        return self._surroundings

    def attribute(self, path: str) -> Typed:
        raise EngineError(
            Problem(
                code="no-attributes",
                what=say("@{path} is an attribute of people; a test looks at the population as a whole.", path=path),
                fix="Use the population count or a variable.",
                check="V07",
            )
        )

    def names(self) -> tuple[str, ...]:
        return ()

    def row_key(self) -> tuple[exp.Expr, ...]:
        return ()


def _numbered(settings: TestSettings) -> list[tuple[int, TestCondition]]:
    return list(enumerate(settings.conditions, start=1))


def _title(number: int) -> str:
    return say("True") if number == 1 else say("Condition {number}", number=number)


def _with_count(surroundings: Surroundings, count: int) -> Surroundings:
    return replace(surroundings, variables={**surroundings.variables, COUNT: Variable(COUNT, count, LONG)})


def _holds(condition: TestCondition, scope: _Numbers) -> exp.Expr:
    """The condition as an expression over no rows. Errors: unknown-variable, wrong-operator, wrong-value."""
    if condition.source is TestedValue.EXPRESSION:
        found = compile_expression(condition.expression or "", scope)
        if found.type != BOOLEAN:
            raise EngineError(missing_setting("The expression is no condition.", "expression", "Compare it.", "V08"))
        return found.tree
    name = COUNT if condition.source is TestedValue.COUNT else condition.variable or ""
    # A signal may carry parameters that nobody declared; they read as empty until one does.
    variable = scope.surroundings.variables.get(name, Variable(name, None, STRING, declared=False))
    left = Typed(variable_value(variable), variable.type)
    if left.type.family not in FAMILIES[condition.operator]:
        raise EngineError(
            missing_setting(
                say(
                    "{operator} does not fit the type {left}.",
                    operator=quoted(condition.operator.value),
                    left=left.type,
                ),
                "operator",
                "Choose another.",
                "V07",
            )
        )
    rights = [] if condition.operator in {Operator.EMPTY, Operator.NOT_EMPTY} else [literal(condition.value, left.type)]
    return compare(condition.operator, left, rights, include_empty=False)
