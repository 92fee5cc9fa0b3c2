"""From a condition to a predicate over the rows of a node, read as of each row's turn."""

from sqlglot import exp

from engine.catalog.sources import Typed
from engine.journey.conditions.comparing import earliest, holds
from engine.journey.conditions.logic import combined
from engine.journey.conditions.model import (
    AccountListFilter,
    AttributeFilter,
    Condition,
    Constraint,
    EventFilter,
    Filter,
    JourneyFilter,
    Logic,
    Operator,
    OpportunityFilter,
    RoleFilter,
)
from engine.journey.memberships import account_list
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.world import JourneyWorld
from engine.problems import EngineError, Problem
from engine.trees import all_of, any_of, col, negated, query
from engine.types import DataType


class ConditionCompiler:
    """Compiles conditions over the rows of one node. They speak of accounts, or of people with `of_people`."""

    def __init__(self, world: JourneyWorld, rows: Rows, *, of_people: bool) -> None:
        self._world = world
        self._rows = rows
        self._entity = Entity.PERSON if of_people else Entity.ACCOUNT

    def condition(self, condition: Condition) -> exp.Expr:
        """The predicate of a condition, always decided. Errors: those of its filters, with the path of the field."""
        found = [self._at(one, place) for place, one in enumerate(condition.filters)]
        if condition.logic is Logic.ADVANCED:
            return combined(condition.expression, found)
        return any_of(found) if condition.logic is Logic.ANY and found else all_of(found)

    def filter(self, one: Filter) -> exp.Expr:
        """The predicate of one filter, always decided."""
        match one:
            case AttributeFilter():
                return holds(one, self._rows.field(self._entity, one.attribute), self._rows["at"])
            case AccountListFilter():
                return self._said(one.holds, any_of([self._in_list(name) for name in one.lists]))
            case JourneyFilter():
                inside = [self._rows.inside(self._world.journey(name, "journeys").id) for name in one.journeys]
                return self._said(one.holds, any_of(inside))
            case OpportunityFilter():
                return self._said(one.holds, self._opportunity(one))
            case EventFilter():
                return self._event(one)
            case RoleFilter():
                return self._said(one.holds, holds(one, self._rows.roles(), self._rows["at"]))
            case _:
                raise EngineError(
                    Problem(code="unsupported-filter", what=f"The filter {one.kind!r} cannot be used here.")
                )

    def _at(self, one: Filter, place: int) -> exp.Expr:
        try:
            return self.filter(one)
        except EngineError as error:
            raise EngineError(error.problem.at(field=f"filters[{place}].")) from error

    def _said(self, wanted: bool, found: exp.Expr) -> exp.Expr:
        return found if wanted else negated(found)

    def _in_list(self, reference: str) -> exp.Expr:
        row = self._world.references.get("account_list", reference, "lists")
        return self._rows.value(account_list(self._rows.ground, str(row["list_id"])))

    def _opportunity(self, one: OpportunityFilter) -> exp.Expr:
        table = self._world.catalog.table_by_name["opportunity"]
        wanted = [self._constraint(part, "o", {name: kind.type for name, kind in table.by_name.items()})
                  for part in one.where]  # fmt: skip
        accounts = query(
            "SELECT DISTINCT a.account FROM opportunities AS o JOIN accounts AS a ON a.account_id = o.account_id"
            " WHERE $wanted",
            opportunities=self._rows.ground.source("opportunity"),
            accounts=self._rows.ground.entity(Entity.ACCOUNT),
            wanted=all_of(wanted),
        )
        return exp.In(this=self._rows["account"], query=accounts.subquery(copy=False))

    def _constraint(self, part: Constraint, alias: str, types: "dict[str, DataType]") -> exp.Expr:
        if part.field not in types:
            raise EngineError(unknown_field(part.field, types))
        return holds(part, Typed(col(alias, part.field), types[part.field]), self._rows["at"])

    def _event(self, one: EventFilter) -> exp.Expr:
        table = self._world.catalog.table_by_name["activity"]
        types = {name: attribute.type for name, attribute in table.by_name.items()}
        matches = all_of([self._constraint(part, "a", types) for part in one.where])
        since = None
        if one.date is not None:
            operator = one.date.operator
            if operator is Operator.IN_PAST:
                since = earliest(one.date, self._rows["entered"])
            elif operator is Operator.SINCE_ENTRY:
                since = self._rows["entered"]
            else:
                raise EngineError(
                    Problem(code="wrong-operator", what=f"{operator.value!r} does not fit a look back.",
                            fix="Choose in-past or since-entry.", field="date.operator")
                )  # fmt: skip
        columns = tuple(dict.fromkeys(part.field for part in one.where))
        times = self._rows.heard(one.event, columns, since, matches)
        often = exp.GTE(this=times, expression=exp.Literal.number(one.at_least))
        return self._said(not one.inactive, exp.Paren(this=often))


def unknown_field(name: str, known: "dict[str, DataType]") -> Problem:
    """The problem that a constraint names a field that is not there."""
    return Problem(
        code="unknown-attribute", what=f"There is no field {name!r}.", fix=f"Choose one of {', '.join(sorted(known))}.",
        field="field", values={"name": name},
    )  # fmt: skip
