"""Deduplication: of rows that agree on chosen fields, keep one or a few."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.asking import asked_when
from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources, Typed
from engine.contract import (
    COMPLEMENT,
    RESULT,
    Activity,
    Category,
    Compiled,
    Counted,
    Hint,
    Outputs,
    Place,
    Port,
    Reason,
    Same,
    Settings,
    warning,
)
from engine.expressions import compile_expression
from engine.problems import EngineError, Problem
from engine.relations import PORT, ascending
from engine.selecting import (
    check_expression_field,
    columns_of,
    draw,
    joined,
    missing_setting,
    named,
    ordered,
    place_among,
)
from engine.texts import say
from engine.types import Family


class KeepMethod(StrEnum):
    """Which of the duplicates stay."""

    RANDOM = "random"
    EXPRESSION = "expression"
    NON_EMPTY = "non-empty"
    VALUES = "values"


class DeduplicationSettings(Settings):
    """When rows are duplicates, and which of them stay."""

    fields: Annotated[tuple[str, ...], Hint("attribute", "in")] = Field(
        default=(), title="Same when equal", description="Attributes that duplicates share."
    )
    keep: int = Field(default=1, ge=0, title="Duplicates to keep", description="0 keeps all of them.")
    method: KeepMethod = Field(default=KeepMethod.RANDOM, title="Which ones")
    expression: Annotated[str | None, Hint("expression", "in")] = Field(
        default=None,
        title="Expression",
        description="For expression and list of values.",
        json_schema_extra=asked_when("method", KeepMethod.EXPRESSION, KeepMethod.VALUES),
    )
    descending: bool = Field(
        default=True, title="Highest first", json_schema_extra=asked_when("method", KeepMethod.EXPRESSION)
    )
    non_empty: Annotated[tuple[str, ...], Hint("attribute", "in")] = Field(
        default=(), title="Prefer rows with a value in", json_schema_extra=asked_when("method", KeepMethod.NON_EMPTY)
    )
    preferred: tuple[str, ...] = Field(
        default=(),
        title="Preferred values",
        description="The first found wins.",
        json_schema_extra=asked_when("method", KeepMethod.VALUES),
    )
    ignore_case_and_spaces: bool = Field(default=False, title="Ignore case and spaces")
    complement: bool = Field(default=False, title="Generate complement")


class Deduplication(Activity[DeduplicationSettings]):
    """Keep one row, or a few, of those that agree on chosen fields."""

    type_id = "deduplication"
    title = "Deduplication"
    category = Category.TARGETING
    icon = "ph.copy-simple"
    synonyms = ("duplicates", "unique", "distinct")
    settings = DeduplicationSettings
    reasons = (Reason("duplicate", "A duplicate of a row that was kept"),)

    def ports(self, settings: DeduplicationSettings) -> tuple[Port, ...]:
        """The rows kept; with the complement, also the duplicates."""
        return (Port(RESULT, "Result"), *((Port(COMPLEMENT, "Duplicates"),) if settings.complement else ()))

    def check(self, place: Place[DeduplicationSettings]) -> Iterator[Problem]:
        settings = place.settings
        scope = RowScope.to_check(place.surroundings, place.source)
        if not settings.fields:
            yield missing_setting("No field tells which rows are duplicates.", "fields", "Add an attribute.", "V15")
        for name, paths in (("fields", settings.fields), ("non_empty", settings.non_empty)):
            for position, path in enumerate(paths):
                try:
                    scope.attribute(path)
                except EngineError as error:
                    yield error.problem.at(field=f"{name}[{position}]")
        yield from self._check_method(settings, scope)

    def _check_method(self, settings: DeduplicationSettings, scope: RowScope) -> Iterator[Problem]:
        if settings.method in {KeepMethod.EXPRESSION, KeepMethod.VALUES}:
            if settings.expression is None:
                yield missing_setting("The expression is missing.", "expression", "Write one, such as @price.", "V15")
            else:
                yield from check_expression_field(settings.expression, scope, "expression", windows=True)
        if settings.method is KeepMethod.NON_EMPTY and not settings.non_empty:
            yield missing_setting("No field to prefer is chosen.", "non_empty", "Add an attribute.", "V15")
        if settings.method is KeepMethod.VALUES and not settings.preferred:
            yield missing_setting("No preferred value is given.", "preferred", "Add a value.", "V15")

    def shapes(self, place: Place[DeduplicationSettings]) -> Outputs:
        kept = replace(place.source, distinct=place.source.distinct or _one_per_record(place))
        return {port.id: kept if port.id == RESULT else place.source for port in self.ports(place.settings)}

    def compile(self, place: Place[DeduplicationSettings], sources: Sources) -> Compiled:
        settings = place.settings
        if settings.keep == 0 and not settings.complement:
            return Same(place.source)
        scope = RowScope.of_population(sources, place.source, "p")
        group = [_compared(scope.attribute(path), settings) for path in settings.fields]
        rank = place_among(_order(settings, scope), scope, group)
        kept: exp.Expr = exp.true()
        if settings.keep:
            kept = exp.LTE(this=rank, expression=exp.Literal.number(settings.keep))
        select = joined(place.source.rows("p").select(*columns_of(place.source, "p")), scope)
        if not settings.complement:
            return select.qualify(kept)
        port = exp.Case(default=exp.Literal.string(COMPLEMENT)).when(kept, exp.Literal.string(RESULT), copy=False)
        return select.select(named(port, PORT))

    def warnings(self, place: Place[DeduplicationSettings], sources: Sources, outputs: Outputs) -> Iterator[Counted]:
        del outputs
        scope = RowScope.of_population(sources, place.source, "p")
        empty = exp.and_(
            *(_compared(scope.attribute(path), place.settings).is_(exp.null()) for path in place.settings.fields)
        )
        query = joined(place.source.rows("p").select(exp.Count(this=exp.Star())), scope).where(empty)
        yield Counted(
            warning(
                "empty-duplicates",
                say(
                    "{n} row(s) (has|have) no value in the fields that tell duplicates; "
                    "(it counts|they count) as one group."
                ),
                fix="Exclude them first, unless you mean so.",
                check="V16",
                field="fields",
            ),
            query,
        )


def _one_per_record(place: Place[DeduplicationSettings]) -> bool:
    """Whether the rows kept stand for a record each: when what names the record is all that tells them apart."""
    source, fields = place.source, set(place.settings.fields)
    if place.settings.keep != 1 or source.dimension is None or fields & set(source.names):
        return False
    return fields == set(place.table(source.dimension).key)


def _compared(value: Typed, settings: DeduplicationSettings) -> exp.Expr:
    """What is compared: an empty text is no value."""
    if value.type.family is not Family.TEXT:
        return value.tree
    tree = value.tree
    if settings.ignore_case_and_spaces:
        tree = exp.Lower(this=exp.Trim(this=tree))
    return exp.Nullif(this=tree, expression=exp.Literal.string(""))


def _order(settings: DeduplicationSettings, scope: RowScope) -> list[exp.Expr]:
    match settings.method:
        case KeepMethod.RANDOM:
            return [ascending(draw(scope, "deduplication"))]
        case KeepMethod.EXPRESSION:
            value = compile_expression(settings.expression or "", scope, windows=True)
            return [ordered(value.tree, desc=settings.descending)]
        case KeepMethod.NON_EMPTY:
            plain = settings.model_copy(update={"ignore_case_and_spaces": False})
            empties = [_compared(scope.attribute(path), plain).is_(exp.null()) for path in settings.non_empty]
            return [ascending(empty) for empty in empties]
        case KeepMethod.VALUES:
            value = compile_expression(settings.expression or "", scope, windows=True)
            text = exp.Cast(this=value.tree, to=exp.DataType(this=exp.DType.VARCHAR))
            rank = exp.Case(default=exp.Literal.number(len(settings.preferred)))
            for position, wanted in enumerate(settings.preferred):
                rank = rank.when(text.copy().eq(exp.Literal.string(wanted)), exp.Literal.number(position), copy=False)
            return [ascending(rank)]
