"""Reconciliation: rows of a file or of another dimension, attached to existing records.

Conditions may compare a record with the row itself, whose columns they reach as source/….
A row that fits several records is attached to the first by key, and counted in a warning.
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.catalog.scope import RowScope, meeting
from engine.catalog.sources import Sources
from engine.contract import (
    COMPLEMENT,
    RESULT,
    Activity,
    Category,
    Compiled,
    Counted,
    Entrants,
    Hint,
    Outputs,
    Place,
    Port,
    Reason,
    Settings,
    warning,
)
from engine.problems import Problem
from engine.relations import PORT, Relation, ascending, column, key_names
from engine.rules import Rule, check_rule, compile_rule
from engine.rules.check import NoData
from engine.selecting import check_pair, missing_setting, moved, named, rows_entering
from engine.texts import say


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
        default=None,
        title="Advanced conditions",
        description="Conditions on the record; source/… is a column of the row, such as [source/@email].",
    )
    filter: Annotated[Rule | None, Hint("rule", "dimension")] = Field(
        default=None, title="Filter", description="Which records may be found."
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
        there = RowScope.to_check(place.surroundings, table.name, beside=here)
        for position, pair in enumerate(settings.pairs):
            yield from check_pair((here, pair.source), (there, pair.destination), f"pairs[{position}]")
        wrong = False
        if settings.rule is not None:
            for problem in check_rule(settings.rule, there):
                wrong = wrong or problem.is_error
                yield problem.at(field="rule")
        if settings.filter is not None:
            for problem in check_rule(settings.filter, RowScope.to_check(place.surroundings, table.name)):
                yield problem.at(field="filter")
        if not settings.pairs and not wrong and not _compares_rows(settings.rule, there):
            yield missing_setting(
                "Nothing compares the rows with the records.",
                "pairs",
                "Add a pair of fields, or a condition that mentions a column of the rows as source/….",
            )

    def shapes(self, place: Place[ReconciliationSettings]) -> Outputs:
        return dict.fromkeys((port.id for port in self.ports(place.settings)), _moved(place)[0])

    def compile(self, place: Place[ReconciliationSettings], sources: Sources) -> Compiled:
        settings, source = place.settings, place.source
        shape, kept = _moved(place)
        row = RowScope.of_population(sources, source, "p")
        found = _matches(place, sources).subquery("m")
        parts = enumerate(row.telling_apart())
        on = exp.and_(*(column("m", f"_row_{part}").eq(value) for part, value in parts))
        select = source.rows("p").join(found, on=on, join_type="left")
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

    def entrants(self, place: Place[ReconciliationSettings], sources: Sources) -> Entrants:
        del sources
        return rows_entering(place.source, _moved(place)[1])

    def warnings(self, place: Place[ReconciliationSettings], sources: Sources, outputs: Outputs) -> Iterator[Counted]:
        del outputs
        if place.settings.one_row_per_match:
            return
        query = exp.select(exp.Count(this=exp.Star())).from_(_matches(place, sources).subquery("m"))
        yield Counted(
            warning(
                "ambiguous-rows",
                say("{n} row(s) (fits|fit) more than one record; the first by key was taken."),
                fix="Add a field to compare, or choose one row per match.",
                field="pairs" if place.settings.pairs else "rule",
            ),
            query.where(exp.GT(this=column("m", "_several"), expression=exp.Literal.number(1))),
        )


def _folded(value: exp.Expr, *, ignore_case: bool) -> exp.Expr:
    return exp.Lower(this=value) if ignore_case else value


def _matches(place: Place[ReconciliationSettings], sources: Sources) -> exp.Select:
    """Shape: one row per row that fits a record (per record that it fits, for one row per match).

    Columns: what tells the row apart, the record's key, and how many records the row fits.
    """
    settings = place.settings
    table = place.table(settings.dimension or place.source.dimension or "")
    row = RowScope.of_population(sources, place.source, "s")
    record = RowScope.of_table(sources, table.name, "t", beside=row)
    conditions: list[exp.Expr] = []
    for pair in settings.pairs:
        ends = (row.attribute(pair.source).tree, record.attribute(pair.destination).tree)
        here, there = (_folded(value, ignore_case=pair.ignore_case) for value in ends)
        conditions.append(there.eq(here))
    conditions += [compile_rule(rule, record, sources) for rule in (settings.rule, settings.filter) if rule is not None]
    select = meeting(row, record, sources, conditions)
    rows, keys = row.telling_apart(), record.key()
    names = key_names(len(table.key))
    several = exp.Window(this=exp.Count(this=exp.Star()), partition_by=[part.copy() for part in rows])
    select = select.select(
        *(named(part, f"_row_{place}") for place, part in enumerate(rows)),
        *(named(part, name) for part, name in zip(keys, names, strict=True)),
        named(several, "_several"),
    )
    if settings.one_row_per_match:
        return select
    order = exp.Order(expressions=[ascending(part) for part in keys])
    rank = exp.Window(this=exp.RowNumber(), partition_by=[part.copy() for part in rows], order=order)
    return select.qualify(exp.EQ(this=rank, expression=exp.Literal.number(1)))


def _compares_rows(rule: Rule | None, record: RowScope) -> bool:
    """Whether a rule mentions the rows that stand beside the records."""
    if rule is None:
        return False
    predicate = compile_rule(rule, record, NoData(record.surroundings))
    return any(one.table.split("/")[0] == "t" for one in predicate.find_all(exp.Column))


def _moved(place: Place[ReconciliationSettings]) -> tuple[Relation, dict[str, str]]:
    name = place.settings.dimension or place.source.dimension or ""
    return moved(place.source, place.table(name), place.dimension(name).name)
