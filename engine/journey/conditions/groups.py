"""Filters about buying groups: which group of the account meets them, and which members it has.

The interests are known while a filter is compiled, so each is looked at apart: nested filters hold on one group.
"""

from collections.abc import Iterator

from sqlglot import exp

from engine.catalog.sources import Typed
from engine.journey.conditions.comparing import holds
from engine.journey.conditions.model import BuyingGroupFilter, Comparison, MemberFilter, Operator, RoleCount
from engine.journey.derived import score_register
from engine.journey.memberships import buying_group, group_member, has_buying_group, was_removed
from engine.journey.rows import Rows
from engine.journey.world import JourneyWorld, Row
from engine.problems import EngineError
from engine.trees import all_of, any_of, text
from engine.types import DOUBLE, LONG, STRING


def matched_group(world: JourneyWorld, rows: Rows, one: BuyingGroupFilter) -> exp.Expr:
    """Whether the account has a buying group that meets all, or with `any_of` one, of the nested filters."""
    found: list[exp.Expr] = []
    for interest in _interests(world, one.interest):
        key = str(interest["si_id"])
        nested = list(_about_group(world, rows, interest, one))
        if one.role_count is not None:
            nested.append(_role_count(world, rows, key, one.role_count))
        met = any_of(nested) if one.any_of and nested else all_of(nested)
        found.append(all_of([rows.value(has_buying_group(rows.ground, key)), met]))
    return any_of(found)


def member_of_group(world: JourneyWorld, rows: Rows, one: MemberFilter) -> exp.Expr:
    """Whether the person is a member of a group of the account that meets all constraints; removed ones as asked."""
    found: list[exp.Expr] = []
    for interest in _interests(world, one.interest):
        key = str(interest["si_id"])
        role = rows.value(group_member(rows.ground, key))
        gone = rows.value(was_removed(rows.ground, key))
        current = exp.Not(this=exp.Paren(this=role.copy().is_(exp.null())))
        inside = {True: gone, False: current, None: any_of([current, gone])}[one.is_removed]
        nested = [inside, *_about_group(world, rows, interest, one)]
        if one.role is not None:
            nested.append(_named(world, "bg_role", "role_id", one.role, role, rows))
        found.append(all_of(nested))
    return any_of(found)


def _interests(world: JourneyWorld, wanted: Comparison | None) -> Iterator[Row]:
    """The interests that a comparison with their names means; all without one. Errors: unknown-reference (V08)."""
    for one in () if wanted is None else wanted.values:
        world.references.get("solution_interest", str(one), "interest")
    for row in world.references.rows("solution_interest"):
        names = {str(row["si_id"]).casefold(), str(row["name"]).casefold()}
        chosen = wanted is None or not wanted.values or any(str(one).casefold() in names for one in wanted.values)
        denied = wanted is not None and wanted.operator is Operator.IS_NOT and bool(wanted.values)
        if chosen is not denied:
            yield row


def _about_group(
    world: JourneyWorld, rows: Rows, interest: Row, one: BuyingGroupFilter | MemberFilter
) -> Iterator[exp.Expr]:
    key, now = str(interest["si_id"]), rows["at"]
    if one.stage is not None:
        stage = rows.value(buying_group(rows.ground, key, "stage_id"))
        yield _named(world, "stage", "stage_id", one.stage, stage, rows)
    if one.status is not None:
        yield holds(one.status, Typed(rows.value(buying_group(rows.ground, key, "status")), STRING), now)
    for name, wanted in (("completeness", one.completeness), ("engagement", one.engagement)):
        if wanted is not None:
            yield holds(wanted, Typed(rows.value(score_register(world, rows.ground, interest, name)), DOUBLE), now)


def _named(world: JourneyWorld, table: str, key: str, wanted: Comparison, value: exp.Expr, rows: Rows) -> exp.Expr:
    """A comparison with the name of an object, which is held by its key."""
    names = exp.Case(default=value.copy())
    ids = list(world.references.rows(table))
    for row in ids:
        names = names.when(value.copy().eq(text(str(row[key]))), text(str(row["name"])), copy=False)
    return holds(wanted, Typed(exp.Paren(this=names) if ids else value, STRING), rows["at"])


def _role_count(world: JourneyWorld, rows: Rows, interest: str, wanted: RoleCount) -> exp.Expr:
    roles = [_role(world, one) for one in wanted.roles]
    members = rows.pairs_with(group_member(rows.ground, interest), roles)
    return holds(wanted, Typed(members, LONG), rows["at"])


def _role(world: JourneyWorld, reference: str) -> str:
    """The id of a role of that id or name. Errors: unknown-reference."""
    try:
        return str(world.references.get("bg_role", reference, "roles")["role_id"])
    except EngineError:
        if list(world.references.rows("bg_role")):
            raise
        return reference
