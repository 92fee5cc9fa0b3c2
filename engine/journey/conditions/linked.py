"""Filters about what is linked to a person or an account: membership of programs, records of custom objects."""

from collections.abc import Mapping

from sqlglot import exp

from engine.catalog.sources import Typed
from engine.journey.conditions.comparing import holds
from engine.journey.conditions.model import ObjectFilter, ProgramFilter
from engine.journey.memberships import program_status
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.world import JourneyWorld, Row
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.trees import all_of, col, query, sure, text
from engine.types import DataType


def member_of_program(world: JourneyWorld, rows: Rows, reference: str, one: ProgramFilter) -> exp.Expr:
    """Whether the person has a status in a program, and, where it is asked for, one of these or one of success.

    Errors: unknown-reference (V08).
    """
    program = world.references.get("program", reference, "programs")
    status = rows.value(program_status(rows.ground, str(program["program_id"])))
    wanted: list[exp.Expr] = [exp.Not(this=exp.Paren(this=status.copy().is_(exp.null())))]
    if one.statuses:
        names = [text(name.strip().casefold()) for name in one.statuses]
        wanted.append(sure(exp.In(this=exp.Lower(this=status.copy()), expressions=names)))
    if one.success is not None:
        steps = world.references.rows("program_status", type_id=program.get("type_id"))
        good = [text(str(row["name"])) for row in steps if row.get("is_success")]
        succeeded = sure(exp.In(this=status.copy(), expressions=good)) if good else exp.false()
        wanted.append(succeeded if one.success else exp.Not(this=succeeded))
    return all_of(wanted)


def has_object(world: JourneyWorld, rows: Rows, one: ObjectFilter, *, of_people: bool) -> exp.Expr:
    """Whether a custom object has a record of the account, or of the person, that meets all constraints.

    A person has the records of the account, too. Errors: unknown-reference (V08), unknown-attribute, unfit-filter.
    """
    found = world.references.get("custom_object", one.object, "object")
    entity = Entity.PERSON if str(found.get("parent")) == "person" else Entity.ACCOUNT
    if entity is Entity.PERSON and not of_people:
        raise EngineError(
            Problem(
                code="unfit-filter",
                what=say("Records of {name} belong to people, not to accounts.", name=quoted(found["name"])),
                fix="Choose an object of accounts, or split by people.",
                field="object",
                check="V08",
            )
        )
    types = _fields(world, found)
    key = _key(found, entity)
    if key not in types:
        raise EngineError(unknown_field(key, types))
    for part in one.where:
        if part.field not in types:
            raise EngineError(unknown_field(part.field, types))
    wanted = all_of([holds(part, Typed(col("o", part.field), types[part.field]), rows["at"]) for part in one.where])
    name = entity.columns[0]
    owners = query(
        "SELECT DISTINCT $whose FROM records AS o JOIN entities AS e ON $id = CAST($other AS VARCHAR) WHERE $wanted",
        records=rows.ground.source(str(found["table_name"])),
        entities=rows.ground.entity(entity),
        whose=col("e", name),
        id=col("e", f"{name}_id"),
        other=col("o", key),
        wanted=wanted,
    )
    return exp.In(this=rows[name], query=owners.subquery(copy=False))


def _fields(world: JourneyWorld, found: Row) -> dict[str, DataType]:
    """The fields of an object: those of its table, or of these the ones that were selected."""
    table = world.catalog.table_by_name.get(str(found.get("table_name") or ""))
    if table is None:
        raise EngineError(
            Problem(
                code="unknown-reference",
                what=say("The table of {name} is not there.", name=quoted(found["name"])),
                fix="Load it, or name another table in the custom object.",
                field="object",
                check="V08",
            )
        )
    chosen = {str(one) for one in found.get("fields") or ()}
    needed = {str(found.get(part) or "") for part in ("pk", "fk", "version_col")}
    return {name: kind.type for name, kind in table.by_name.items() if not chosen or name in chosen or name in needed}


def _key(found: Row, entity: Entity) -> str:
    return str(found.get("fk") or f"{entity.columns[0]}_id")


def unknown_field(name: str, known: Mapping[str, DataType]) -> Problem:
    """The problem that a constraint names a field that is not there."""
    return Problem(
        code="unknown-attribute",
        what=say("There is no field {name}.", name=quoted(name)),
        fix=say("Choose one of {names}.", names=", ".join(sorted(known))),
        field="field",
        values={"name": name},
    )
