"""From a condition to a predicate over the rows of a node, read as of each row's turn."""

from sqlglot import exp

from engine.accounts.intent import those_interested
from engine.catalog.sources import Typed
from engine.journey.conditions.comparing import earliest, holds
from engine.journey.conditions.groups import matched_group, member_of_group
from engine.journey.conditions.linked import has_object, member_of_program, unknown_field
from engine.journey.conditions.logic import joined
from engine.journey.conditions.model import (
    AccountListFilter,
    AttributeFilter,
    BuyingGroupFilter,
    Condition,
    Constraint,
    EventFilter,
    Filter,
    IntentFilter,
    JourneyFilter,
    MemberFilter,
    ObjectFilter,
    Operator,
    OpportunityFilter,
    PeopleListFilter,
    ProgramFilter,
    RoleFilter,
)
from engine.journey.memberships import account_list, inside_journey, people_list
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.world import JourneyWorld
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.trees import all_of, any_of, col, negated, query
from engine.types import DataType

Belonging = (
    AccountListFilter
    | JourneyFilter
    | OpportunityFilter
    | RoleFilter
    | BuyingGroupFilter
    | MemberFilter
    | PeopleListFilter
    | IntentFilter
    | ProgramFilter
    | ObjectFilter
)


class ConditionCompiler:
    """Compiles conditions over the rows of one node. They speak of accounts, or of people with `of_people`."""

    def __init__(self, world: JourneyWorld, rows: Rows, *, of_people: bool) -> None:
        self._world = world
        self._rows = rows
        self._entity = Entity.PERSON if of_people else Entity.ACCOUNT

    def condition(self, condition: Condition) -> exp.Expr:
        """The predicate of a condition, always decided. Errors: those of its filters, with the path of the field."""
        return joined(condition, [self._at(one, place) for place, one in enumerate(condition.filters)])

    def filter(self, one: Filter) -> exp.Expr:
        """The predicate of one filter, always decided."""
        match one:
            case AttributeFilter():
                return holds(one, self._rows.field(self._entity, one.attribute), self._rows["at"])
            case EventFilter():
                return self._event(one)
            case _:
                found = self._belonging(one)
                return found if one.holds else negated(found)

    def _belonging(self, one: Belonging) -> exp.Expr:
        """Whether something is there, or somebody belongs to it; whether that is wanted is another question."""
        match one:
            case AccountListFilter():
                return any_of([self._in_list(name) for name in one.lists])
            case JourneyFilter():
                return any_of([self._in_journey(name) for name in one.journeys])
            case OpportunityFilter():
                return self._opportunity(one)
            case RoleFilter():
                return holds(one, self._rows.roles(), self._rows["at"])
            case BuyingGroupFilter():
                return matched_group(self._world, self._rows, one)
            case MemberFilter():
                return member_of_group(self._world, self._rows, one)
            case PeopleListFilter():
                return any_of([self._in_people_list(name) for name in one.lists])
            case IntentFilter():
                return self._intent(one)
            case _:
                return self._linked(one)

    def _linked(self, one: ProgramFilter | ObjectFilter) -> exp.Expr:
        if isinstance(one, ProgramFilter):
            return any_of([member_of_program(self._world, self._rows, name, one) for name in one.programs])
        return has_object(self._world, self._rows, one, of_people=self._entity is Entity.PERSON)

    def _at(self, one: Filter, place: int) -> exp.Expr:
        try:
            return self.filter(one)
        except EngineError as error:
            raise EngineError(error.problem.at(field=f"filters[{place}].")) from error

    def _in_list(self, reference: str) -> exp.Expr:
        row = self._world.references.get("account_list", reference, "lists")
        return self._rows.value(account_list(self._rows.ground, row))

    def _in_journey(self, reference: str) -> exp.Expr:
        journey = self._world.journey(reference, "journeys").id
        return self._rows.value(inside_journey(self._rows.ground, journey, self._entity))

    def _in_people_list(self, reference: str) -> exp.Expr:
        row = self._world.references.get("people_list", reference, "lists")
        return self._rows.value(people_list(self._rows.ground, row))

    def _intent(self, one: IntentFilter) -> exp.Expr:
        interested = those_interested(self._rows.ground.source("intent_score"), one.of, one.keys, one.levels)
        people = query(
            "SELECT p.person FROM interested AS s JOIN people AS p ON p.person_id = s.entity_id",
            interested=interested,
            people=self._rows.ground.entity(Entity.PERSON),
        )
        return exp.In(this=self._rows["person"], query=people.subquery(copy=False))

    def _opportunity(self, one: OpportunityFilter) -> exp.Expr:
        table = self._world.catalog.table_by_name["opportunity"]
        wanted = [
            self._constraint(part, "o", {name: kind.type for name, kind in table.by_name.items()}) for part in one.where
        ]
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
                    Problem(
                        code="wrong-operator",
                        what=say("{operator} does not fit a look back.", operator=quoted(operator.value)),
                        fix="Choose in-past or since-entry.",
                        field="date.operator",
                    )
                )
        columns = tuple(dict.fromkeys(part.field for part in one.where))
        times = self._rows.heard(one.event, columns, since, matches)
        often = exp.GTE(this=times, expression=exp.Literal.number(one.at_least))
        return negated(often) if one.inactive else exp.Paren(this=often)
