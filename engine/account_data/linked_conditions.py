"""Filters about what belongs to an account or a person, over the stored rows as they stand at one instant.

They mean what they mean in a journey at that instant (`engine.journey.conditions`): what the tables hold then is what a
journey would find if it began.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlglot import exp

from engine.account_data.naming import Known
from engine.accounts.model import CATALOG
from engine.catalog.sources import Typed
from engine.journey.conditions.comparing import earliest, holds
from engine.journey.conditions.linked import unknown_field
from engine.journey.conditions.model import (
    BuyingGroupFilter,
    Comparison,
    Constraint,
    EventFilter,
    Filter,
    JourneyFilter,
    MemberFilter,
    Operator,
    OpportunityFilter,
    ProgramFilter,
    RoleCount,
)
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.trees import all_of, any_of, col, negated, number, query, sure, text, tree
from engine.types import DOUBLE, LONG, STRING

OF_ACCOUNTS = frozenset({"has-opportunity", "account-list", "journey-member", "buying-group"})
OF_PEOPLE = frozenset(
    {
        "event-history",
        "buying-group-member",
        "list-member",
        "program-member",
        "journey-member",
        "intent",
    }
)
"""The filters that can be asked of stored rows, beside attributes."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The rows that are asked about: those of `entity` known as `alias`, at `now` (microseconds), beside `tables`."""

    entity: str
    alias: str
    tables: Mapping[str, exp.Table]
    now: int
    known: Known

    @property
    def whose(self) -> exp.Expr:
        """The key of a row."""
        return col(self.alias, f"{self.entity}_id")

    @property
    def instant(self) -> exp.Expr:
        return number(self.now)

    def stands(self, alias: str, since: str, until: str) -> exp.Expr:
        """Whether a membership with its days is one at that instant."""
        return tree(
            "($since IS NULL OR EPOCH_US($since) <= $now) AND ($until IS NULL OR EPOCH_US($until) > $now)",
            since=col(alias, since), until=col(alias, until), now=self.instant,
        )  # fmt: skip

    def table(self, name: str) -> exp.Expr:
        return self.tables[name].copy()


def linked(one: Filter, rows: Stored) -> exp.Expr:
    """Whether a filter holds for a row; always decided. Errors: unfit-filter, unknown-attribute, wrong-operator."""
    if one.kind not in (OF_ACCOUNTS if rows.entity == "account" else OF_PEOPLE):
        raise EngineError(_unfit(one, rows))
    if isinstance(one, EventFilter):
        return _event(one, rows)
    found = _belonging(one, rows)
    return found if getattr(one, "holds", True) else negated(found)


def _belonging(one: Filter, rows: Stored) -> exp.Expr:
    match one:
        case OpportunityFilter():
            return _exists(
                query(
                    "SELECT 1 FROM o AS o WHERE o.account_id = $whose AND $wanted",
                    o=rows.table("opportunity"),
                    whose=rows.whose,
                    wanted=_constraints(one.where, "opportunity", "o", rows),
                )
            )
        case JourneyFilter():
            ids = [text(rows.known.journey(name)) for name in one.journeys]
            return _exists(
                query(
                    "SELECT 1 FROM m AS m WHERE $key = $whose AND $inside AND $stands",
                    m=rows.table("journey_member"),
                    key=col("m", f"{rows.entity}_id"),
                    whose=rows.whose,
                    inside=exp.In(this=col("m", "journey_id"), expressions=ids) if ids else exp.false(),
                    stands=rows.stands("m", "entered_at", "exited_at"),
                )
            )
        case BuyingGroupFilter():
            return _group(one, rows)
        case MemberFilter():
            return _member(one, rows)
        case ProgramFilter():
            return _in_program(one, rows)
        case _:
            raise EngineError(_unfit(one, rows))


def _group(one: BuyingGroupFilter, rows: Stored) -> exp.Expr:
    nested = _about_group(one, rows)
    if one.role_count is not None:
        nested.append(holds(one.role_count, Typed(_role_count(one.role_count, rows), LONG), rows.instant))
    met = any_of(nested) if one.any_of and nested else all_of(nested)
    return _exists(
        query(
            "SELECT 1 FROM g AS g LEFT JOIN i AS i ON i.si_id = g.si_id LEFT JOIN s AS s ON s.stage_id = g.stage_id"
            " WHERE g.account_id = $whose AND $interest AND $met",
            g=rows.table("buying_group"),
            i=rows.table("solution_interest"),
            s=rows.table("stage"),
            whose=rows.whose,
            interest=_interest(one.interest, rows.known),
            met=met,
        )
    )


def _member(one: MemberFilter, rows: Stored) -> exp.Expr:
    nested = _about_group(one, rows)
    if one.is_removed is not None:
        gone = exp.func("COALESCE", col("m", "is_removed"), exp.false())
        nested.append(gone if one.is_removed else exp.Not(this=gone))
    if one.role is not None:
        nested.append(
            holds(one.role, Typed(exp.func("COALESCE", col("r", "name"), col("m", "role_id")), STRING), rows.instant)
        )
    return _exists(
        query(
            "SELECT 1 FROM m AS m JOIN g AS g ON g.bg_id = m.bg_id LEFT JOIN i AS i ON i.si_id = g.si_id"
            " LEFT JOIN s AS s ON s.stage_id = g.stage_id LEFT JOIN r AS r ON r.role_id = m.role_id"
            " WHERE m.person_id = $whose AND $interest AND $met",
            m=rows.table("bg_member"),
            g=rows.table("buying_group"),
            i=rows.table("solution_interest"),
            s=rows.table("stage"),
            r=rows.table("bg_role"),
            whose=rows.whose,
            interest=_interest(one.interest, rows.known),
            met=all_of(nested),
        )
    )


def _about_group(one: BuyingGroupFilter | MemberFilter, rows: Stored) -> list[exp.Expr]:
    stage = exp.func("COALESCE", col("s", "name"), col("g", "stage_id"))
    asked = (
        (one.stage, Typed(stage, STRING)),
        (one.status, Typed(col("g", "status"), STRING)),
        (one.completeness, Typed(col("g", "completeness"), DOUBLE)),
        (one.engagement, Typed(col("g", "engagement"), DOUBLE)),
    )
    return [holds(wanted, value, rows.instant) for wanted, value in asked if wanted is not None]


def _interest(wanted: Comparison | None, known: Known) -> exp.Expr:
    """The interests that a comparison with their names means; all without one."""
    if wanted is None or not wanted.values:
        return exp.true()
    ids = [text(str(known.get("solution_interest", str(one), "interest")["si_id"])) for one in wanted.values]
    found = sure(exp.In(this=col("i", "si_id"), expressions=ids))
    return negated(found) if wanted.operator is Operator.IS_NOT else found


def _role_count(wanted: RoleCount, rows: Stored) -> exp.Expr:
    ids = [text(str(rows.known.get("bg_role", one, "roles")["role_id"])) for one in wanted.roles]
    counted = query(
        "SELECT COUNT(*) AS n FROM m AS m WHERE m.bg_id = g.bg_id AND NOT COALESCE(m.is_removed, FALSE) AND $roles",
        m=rows.table("bg_member"),
        roles=exp.In(this=col("m", "role_id"), expressions=ids) if ids else exp.true(),
    )
    return counted.subquery(copy=False)


def in_account_list(list_id: str, rows: Stored) -> exp.Expr:
    """Whether an account is in a list."""
    return _listed("account_list_member", list_id, rows.whose, rows)


def in_people_list(list_id: str, rows: Stored) -> exp.Expr:
    """Whether a person is in a list."""
    return _listed("people_list_member", list_id, rows.whose, rows)


def in_marketo_list(list_id: str, rows: Stored) -> exp.Expr:
    """Whether a record of the person is in a list of Marketo."""
    return _exists(
        query(
            "SELECT 1 FROM r AS r WHERE r.person_id = $whose AND $inside",
            r=rows.table("mkto_record"),
            whose=rows.whose,
            inside=_listed("mkto_list_member", list_id, col("r", "record_id"), rows),
        )
    )


def _listed(table: str, list_id: str, whose: exp.Expr, rows: Stored) -> exp.Expr:
    key = {"account_list_member": "account_id", "people_list_member": "person_id"}.get(table, "record_id")
    return _exists(
        query(
            "SELECT 1 FROM m AS m WHERE $key = $whose AND m.list_id = $list AND $stands",
            m=rows.table(table),
            key=col("m", key),
            whose=whose,
            list=text(list_id),
            stands=rows.stands("m", "added_at", "removed_at"),
        )
    )


def _in_program(one: ProgramFilter, rows: Stored) -> exp.Expr:
    ids = [text(str(rows.known.get("program", name, "programs")["program_id"])) for name in one.programs]
    wanted: list[exp.Expr] = [exp.In(this=col("p", "program_id"), expressions=ids) if ids else exp.false()]
    if one.statuses:
        names = [text(name.strip().casefold()) for name in one.statuses]
        wanted.append(exp.In(this=exp.Lower(this=col("m", "status")), expressions=names))
    if one.success is not None:
        good = exp.func("COALESCE", col("s", "is_success"), exp.false())
        wanted.append(good if one.success else exp.Not(this=good))
    return _exists(
        query(
            "SELECT 1 FROM m AS m JOIN p AS p ON p.program_id = m.program_id"
            " LEFT JOIN s AS s ON s.type_id = p.type_id AND s.name = m.status WHERE m.person_id = $whose AND $wanted",
            m=rows.table("program_member"),
            p=rows.table("program"),
            s=rows.table("program_status"),
            whose=rows.whose,
            wanted=all_of(wanted),
        )
    )


def _event(one: EventFilter, rows: Stored) -> exp.Expr:
    asked = [_constraints(one.where, "activity", "e", rows)]
    if one.date is not None:
        if one.date.operator is not Operator.IN_PAST:
            raise EngineError(
                Problem(
                    code="wrong-operator",
                    what=say("{operator} does not fit a look back here.", operator=quoted(one.date.operator.value)),
                    fix="Choose in-past.",
                    field="date.operator",
                )
            )
        since = exp.func("MAKE_TIMESTAMP", earliest(one.date, rows.instant), dialect="duckdb")
        asked.append(exp.GTE(this=col("e", "ts"), expression=since))
    times = query(
        "SELECT COUNT(*) AS n FROM e AS e WHERE e.person_id = $whose AND e.type = $type"
        " AND e.ts <= MAKE_TIMESTAMP($now) AND $asked",
        e=rows.table("activity"),
        whose=rows.whose,
        type=text(one.event),
        now=rows.instant,
        asked=all_of(asked),
    )
    often = exp.Paren(this=exp.GTE(this=times.subquery(copy=False), expression=number(one.at_least)))
    return negated(often) if one.inactive else often


def _constraints(wanted: Sequence[Constraint], table: str, alias: str, rows: Stored) -> exp.Expr:
    known = {one.name: one.type for one in CATALOG.table_by_name[table].attributes}
    found: list[exp.Expr] = []
    for part in wanted:
        if part.field not in known:
            raise EngineError(unknown_field(part.field, known))
        found.append(holds(part, Typed(col(alias, part.field), known[part.field]), rows.instant))
    return all_of(found)


def _exists(found: exp.Query) -> exp.Expr:
    return exp.Exists(this=found)


def _unfit(one: Filter, rows: Stored) -> Problem:
    whom = "accounts" if rows.entity == "account" else "people"
    return Problem(
        code="unfit-filter",
        what=say("A condition on {whom} cannot ask about {kind} here.", whom=whom, kind=quoted(one.kind)),
        fix="Ask it in a journey, or choose another filter.",
    )
