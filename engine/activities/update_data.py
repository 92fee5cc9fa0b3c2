"""Update data: change records of a table from the population, in a real run."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.catalog.model import Table
from engine.catalog.paths import unknown
from engine.catalog.scope import RowScope
from engine.catalog.sources import UTC, Sources
from engine.contract import RESULT, Activity, Category, Counted, Effect, Hint, Outputs, Place, Port, Settings, warning
from engine.expressions import check_expression, compile_expression
from engine.expressions.trees import in_zone
from engine.problems import Problem
from engine.selecting import check_comparable, check_expression_field, joined, missing_setting, named
from engine.texts import say


class Operation(StrEnum):
    """What is done to the records."""

    UPSERT = "insert-or-update"
    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class FieldUpdate(Settings):
    """A column of the table and the expression that fills it."""

    target: Annotated[str, Hint("column", "table")] = Field(title="Field")
    expression: Annotated[str, Hint("expression", "in")] = Field(
        title="Value", description="An expression, such as @points + 10."
    )
    when: Annotated[str | None, Hint("expression", "in")] = Field(
        default=None, title="Taken into account if", description="A condition as an expression."
    )


class UpdateDataSettings(Settings):
    """Which records, and what changes in them."""

    operation: Operation = Field(default=Operation.UPSERT, title="Operation")
    table: Annotated[str, Hint("table")] = Field(default="", title="Table")
    keys: tuple[FieldUpdate, ...] = Field(default=(), title="Identification", description="Each key column's value.")
    fields: tuple[FieldUpdate, ...] = Field(default=(), title="Fields to update")
    outbound: bool = Field(default=False, title="Generate outbound transition")


class UpdateData(Activity[UpdateDataSettings]):
    """Insert, update or delete records of a table."""

    type_id = "update-data"
    title = "Update data"
    category = Category.DATA
    icon = "ph.database"
    synonyms = ("write", "insert", "upsert", "delete")
    settings = UpdateDataSettings

    def ports(self, settings: UpdateDataSettings) -> tuple[Port, ...]:
        """None, or the same population once more."""
        return (Port(RESULT, "Result"),) if settings.outbound else ()

    def check(self, place: Place[UpdateDataSettings]) -> Iterator[Problem]:
        settings = place.settings
        table = place.catalog.table_by_name.get(settings.table)
        if table is None:
            yield unknown("table", settings.table, place.catalog.table_by_name).at(field="table")
            return
        scope = RowScope.to_check(place.surroundings, place.source)
        missing = set(table.key) - {one.target for one in settings.keys}
        if missing or not table.key:
            yield missing_setting(
                say("The key of {table} is not filled.", table=table.title), "keys", "Give each key column a value."
            )
        for name, updates in (("keys", settings.keys), ("fields", settings.fields)):
            for position, update in enumerate(updates):
                yield from _check_update(update, table, scope, f"{name}[{position}]")
        if settings.operation is not Operation.DELETE and not settings.fields:
            yield missing_setting("No field is updated.", "fields", "Add a field.")

    def warnings(self, place: Place[UpdateDataSettings], sources: Sources, outputs: Outputs) -> Iterator[Counted]:
        del outputs
        scope = RowScope.of_population(sources, place.source, "p")
        missing = exp.or_(*(_stored(place, one, scope).is_(exp.null()) for one in place.settings.keys))
        query = joined(place.source.rows("p").select(exp.Count(this=exp.Star())), scope).where(missing)
        yield Counted(
            warning(
                "rows-without-key",
                say(
                    "{n} row(s) (names|name) no record, because a part of the key is missing; "
                    "(it changes|they change) nothing."
                ),
                fix="Exclude them before, or fill the key in another way.",
                field="keys",
            ),
            query,
        )

    def effects(self, place: Place[UpdateDataSettings], sources: Sources, outputs: Outputs) -> tuple[Effect, ...]:
        del outputs
        settings = place.settings
        values = {
            "table": settings.table,
            "operation": settings.operation.value,
            "fields": tuple(one.target for one in settings.fields),
            "now": place.surroundings.clock.now.isoformat(),
        }
        would = say(
            "Would take {n} record(s) to {table} ({operation}).",
            table=settings.table,
            operation=settings.operation.value,
        )
        return (Effect("update-data", values, _changes(place, sources), would=would),)


def _stored(place: Place[UpdateDataSettings], update: FieldUpdate, scope: RowScope) -> exp.Expr:
    """A value as the table keeps it: an instant in UTC."""
    value = compile_expression(update.expression, scope).tree
    target, zone = (
        place.catalog.table_by_name[place.settings.table].by_name[update.target],
        place.surroundings.clock.zone,
    )
    return in_zone(value, zone.key, UTC) if target.instant and zone.key != UTC else value


def _changes(place: Place[UpdateDataSettings], sources: Sources) -> exp.Select:
    """Shape: one row per key: the key, each field's new value as "v_<field>", and whether it counts as "w_<field>".

    Of several rows with one key the last by row key counts; a row that lacks a part of the key names no record.
    """
    settings = place.settings
    scope = RowScope.of_population(sources, place.source, "p")
    keys = [named(_stored(place, one, scope), one.target) for one in settings.keys]
    values: list[exp.Expr] = []
    for one in settings.fields:
        when = exp.true() if one.when is None else compile_expression(one.when, scope).tree
        values.append(named(_stored(place, one, scope), f"v_{one.target}"))
        values.append(named(exp.Coalesce(this=when, expressions=[exp.false()]), f"w_{one.target}"))
    order = [exp.Ordered(this=part, desc=True, nulls_first=False) for part in scope.row_key()]
    rank = exp.Window(
        this=exp.RowNumber(), partition_by=[one.this.copy() for one in keys], order=exp.Order(expressions=order)
    )
    select = joined(place.source.rows("p").select(*keys, *values), scope)
    select = select.where(*(exp.Not(this=one.this.copy().is_(exp.null())) for one in keys))
    return select.qualify(exp.EQ(this=rank, expression=exp.Literal.number(1)))


def _check_update(update: FieldUpdate, table: Table, scope: RowScope, field: str) -> Iterator[Problem]:
    attribute = table.by_name.get(update.target)
    if attribute is None:
        yield unknown("column", update.target, table.by_name, inside=table.name).at(field=f"{field}.target")
    kind, problems = check_expression(update.expression, scope)
    for problem in problems:
        yield problem.at(field=f"{field}.expression")
    if attribute is not None and kind is not None:
        yield from check_comparable(attribute.type, kind, f"{field}.expression")
    if update.when is not None:
        yield from check_expression_field(update.when, scope, f"{field}.when")
