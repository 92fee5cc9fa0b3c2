"""Reconciliation: rows of a file or of another dimension, attached to existing records.

A row that fits several records is attached to the first by key, and counted in a warning.
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources
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
    Settings,
    warning,
)
from engine.problems import EngineError, Problem
from engine.relations import PORT, Relation, ascending, column, key_names
from engine.rules import Rule, check_rule, compile_rule
from engine.selecting import joined, missing_setting, moved, named


class Match(Settings):
    """A field of the row and the field of the record that must equal it."""

    source: Annotated[str, Hint("attribute", "in")] = Field(
        title="Source", description="A column of the rows that enter."
    )
    destination: Annotated[str, Hint("attribute", "dimension")] = Field(
        title="Destination", description="An attribute of the dimension."
    )
    ignore_case: bool = Field(default=False, title="Ignore case")


class ReconciliationSettings(Settings):
    """Which records, and when a row is one of them."""

    dimension: Annotated[str, Hint("dimension")] = Field(default="", title="Targeting dimension")
    pairs: tuple[Match, ...] = Field(default=(), title="Equal fields", description="All of them must be equal.")
    rule: Annotated[Rule | None, Hint("rule", "dimension")] = Field(
        default=None, title="Advanced conditions", description="Which records may be found."
    )
    keep_unreconciled: bool = Field(default=True, title="Keep unreconciled data")
    one_row_per_match: bool = Field(default=False, title="One row per match")
    complement: bool = Field(default=False, title="Generate complement", description="The rows that fit no record.")


class Reconciliation(Activity[ReconciliationSettings]):
    """Attach rows of a file to the records they mean."""

    type_id = "reconciliation"
    title = "Reconciliation"
    category = Category.TARGETING
    icon = "ph.link"
    synonyms = ("match", "identify", "lookup")
    settings = ReconciliationSettings
    reasons = (Reason("unreconciled", "Fits no record"),)

    def ports(self, settings: ReconciliationSettings) -> tuple[Port, ...]:
        """The result; with the complement, also the rows that fit no record."""
        has_rest = settings.complement and not settings.keep_unreconciled
        return (Port(RESULT, "Result"), *((Port(COMPLEMENT, "Unreconciled"),) if has_rest else ()))

    def check(self, place: Place[ReconciliationSettings]) -> Iterator[Problem]:
        settings = place.settings
        table = place.table(settings.dimension or place.source.dimension or "")
        here = RowScope.to_check(place.surroundings, place.source)
        there = RowScope.to_check(place.surroundings, table.name)
        if not settings.pairs:
            yield missing_setting("No fields to compare are chosen.", "pairs", "Add a pair of fields.")
        for position, pair in enumerate(settings.pairs):
            for scope, path, name in ((here, pair.source, "source"), (there, pair.destination, "destination")):
                try:
                    scope.attribute(path)
                except EngineError as error:
                    yield error.problem.at(field=f"pairs[{position}].{name}")
        if settings.rule is not None:
            for problem in check_rule(settings.rule, there):
                yield problem.at(field="rule")

    def shapes(self, place: Place[ReconciliationSettings]) -> Outputs:
        return dict.fromkeys((port.id for port in self.ports(place.settings)), _moved(place)[0])

    def compile(self, place: Place[ReconciliationSettings], sources: Sources) -> Compiled:
        settings, source = place.settings, place.source
        shape, kept = _moved(place)
        here = RowScope.of_population(sources, source, "p")
        pairs = [(here.attribute(pair.source), f"_d{position}", pair) for position, pair in enumerate(settings.pairs)]
        found = _records(place, sources)
        on = exp.and_(
            *(column("m", name).eq(_folded(value.tree, ignore_case=pair.ignore_case)) for value, name, pair in pairs)
        )
        select = joined(source.rows("p"), here).join(found.subquery("m"), on=on, join_type="left")
        keys = [named(column("m", name), name) for name in shape.key]
        select = select.select(*keys, *(named(column("p", old), new) for old, new in kept.items()))
        missing = column("m", shape.key[0]).is_(exp.null())
        if settings.keep_unreconciled:
            return select
        if not settings.complement:
            return select.where(exp.Not(this=missing))
        port = exp.Case(default=exp.Literal.string(RESULT)).when(missing, exp.Literal.string(COMPLEMENT), copy=False)
        return select.select(named(port, PORT))

    def conserves(self, place: Place[ReconciliationSettings]) -> tuple[str, ...] | None:
        kept = _moved(place)[1]
        return tuple(kept[name] for name in place.source.row_key) if place.settings.one_row_per_match else None

    def warnings(self, place: Place[ReconciliationSettings], sources: Sources, outputs: Outputs) -> Iterator[Counted]:
        del outputs
        if place.settings.one_row_per_match:
            return
        here = RowScope.of_population(sources, place.source, "p")
        pairs = [
            (here.attribute(pair.source), f"_d{position}", pair) for position, pair in enumerate(place.settings.pairs)
        ]
        several = _records(place, sources).subquery("m")
        on = exp.and_(
            *(column("m", name).eq(_folded(value.tree, ignore_case=pair.ignore_case)) for value, name, pair in pairs)
        )
        query = joined(place.source.rows("p").select(exp.Count(this=exp.Star())), here).join(several, on=on)
        yield Counted(
            warning(
                "ambiguous-rows",
                "{count} rows fit more than one record; the first by key was taken.",
                fix="Add a field to compare, or choose one row per match.",
                field="pairs",
            ),
            query.where(exp.GT(this=column("m", "_several"), expression=exp.Literal.number(1))),
        )


def _folded(value: exp.Expr, *, ignore_case: bool) -> exp.Expr:
    return exp.Lower(this=value) if ignore_case else value


def _records(place: Place[ReconciliationSettings], sources: Sources) -> exp.Select:
    """Shape: one row per value of the destination fields (per record, for one row per match): key, values, how many."""
    settings = place.settings
    table = place.table(settings.dimension or place.source.dimension or "")
    there = RowScope.of_table(sources, table.name, "t")
    values = [_folded(there.attribute(pair.destination).tree, ignore_case=pair.ignore_case) for pair in settings.pairs]
    names = key_names(len(table.key))
    select = exp.select(
        *(named(column("t", part), name) for part, name in zip(table.key, names, strict=True)),
        *(named(value.copy(), f"_d{position}") for position, value in enumerate(values)),
    ).from_(sources.table(table.name, "t"))
    condition = None if settings.rule is None else compile_rule(settings.rule, there, sources)
    select = joined(select, there)
    if condition is not None:
        select = select.where(condition)
    several = exp.Window(this=exp.Count(this=exp.Star()), partition_by=[value.copy() for value in values])
    select = select.select(named(several, "_several"))
    if settings.one_row_per_match:
        return select
    order = [ascending(column("t", part)) for part in table.key]
    rank = exp.Window(
        this=exp.RowNumber(), partition_by=[value.copy() for value in values], order=exp.Order(expressions=order)
    )
    return select.qualify(exp.EQ(this=rank, expression=exp.Literal.number(1)))


def _moved(place: Place[ReconciliationSettings]) -> tuple[Relation, dict[str, str]]:
    name = place.settings.dimension or place.source.dimension or ""
    return moved(place.source, place.table(name), place.dimension(name).name)
