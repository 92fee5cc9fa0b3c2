"""Enrichment: more columns for the same rows, from attributes, linked collections, or another population.

It never multiplies a row. Only a link that demands exactly one record drops the rows that have none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.catalog.row_links import RowLink, with_links
from engine.catalog.scope import SOURCE, RowScope
from engine.catalog.sources import Sources
from engine.collecting import Collected, check_collected, collect, collected_columns
from engine.contract import (
    RESULT,
    Activity,
    Arity,
    Category,
    Compiled,
    Counted,
    Hint,
    Outputs,
    Place,
    Reason,
    Settings,
    warning,
)
from engine.problems import EngineError, Problem
from engine.relations import Column, Relation, column
from engine.rules import Aggregate, Rule, check_rule, compile_rule
from engine.rules.aggregates import aggregate_value
from engine.rules.check import NoData
from engine.rules.model import Function
from engine.selecting import AttributePick, check_pair, columns_of, joined, missing_setting, named, unique_names
from engine.texts import quoted, say


class Aggregated(Settings):
    """A linked collection reduced to one value."""

    attribute: Annotated[str, Hint("collected", "primary_set")] = Field(
        title="Attribute", description="Such as purchases/price; a link alone to count records."
    )
    function: Function = Field(default=Function.AVERAGE, title="Function")
    filter: Annotated[Rule | None, Hint("rule", "attribute")] = Field(default=None, title="Filter")
    alias: str = Field(min_length=1, title="Name")
    label: str = Field(default="", title="Label")


class Relationship(StrEnum):
    """How many records of the other side a row must meet."""

    ONE = "1"
    AT_MOST_ONE = "0-1"
    MANY = "N"


class JoinPair(Settings):
    """A field of the row and the field of the linked record that must equal it."""

    source: Annotated[str, Hint("attribute", "primary_set")] = Field(title="Source")
    destination: Annotated[str, Hint("attribute", "table")] = Field(title="Destination")


class EnrichmentLink(Settings):
    """A link made for this campaign: to a table, or to the rows of another transition.

    It leads on from here until the rows stand for something else: with the name "file", paths such as file/price. A
    link to many records is a collection, to be collected, aggregated, or asked whether such a record exists.
    """

    relation: Relationship = Field(default=Relationship.AT_MOST_ONE, title="Relation")
    table: Annotated[str | None, Hint("table")] = Field(default=None, title="Table")
    set: Annotated[str | None, Hint("transition")] = Field(
        default=None, title="Transition", description="Instead of a table."
    )
    joins: tuple[JoinPair, ...] = Field(default=(), title="Equal fields")
    rule: Annotated[Rule | None, Hint("rule", "table")] = Field(
        default=None,
        title="Advanced join",
        description="Conditions on the linked record; source/… is a column of the row, such as [source/@email].",
    )
    attributes: tuple[AttributePick, ...] = Field(default=(), title="Columns to add")
    name: str = Field(default="", title="Name", description="How paths begin; empty means the table or transition.")
    label: str = Field(default="", title="Label")

    @property
    def path(self) -> str:
        """The name by which paths follow it."""
        return self.name or self.table or self.set or ""


class EnrichmentSettings(Settings):
    """What to add."""

    primary_set: Annotated[str | None, Hint("transition")] = Field(
        default=None, title="Primary set", description="Which transition is enriched."
    )
    attributes: tuple[AttributePick, ...] = Field(default=(), title="Attributes")
    collections: tuple[Collected, ...] = Field(default=(), title="Collected data")
    aggregates: tuple[Aggregated, ...] = Field(default=(), title="Aggregated data")
    links: tuple[EnrichmentLink, ...] = Field(default=(), title="Links")


class Enrichment(Activity[EnrichmentSettings]):
    """Add attributes, linked records and totals to each row."""

    type_id = "enrichment"
    title = "Enrichment"
    category = Category.TARGETING
    icon = "ph.sparkle"
    synonyms = ("add data", "columns", "attributes", "collect", "aggregate")
    settings = EnrichmentSettings
    arity = Arity(least=1, most=None)
    reasons = (Reason("no-linked-record", "The link that demands a record found none"),)

    def check(self, place: Place[EnrichmentSettings]) -> Iterator[Problem]:
        settings = place.settings
        if len(place.inputs) > 1 and settings.primary_set is None:
            yield missing_setting("The primary set is not chosen.", "primary_set", "Choose the set to enrich.", "V09")
            return
        yield from self._check_links(place)
        try:
            scope = RowScope.to_check(place.surroundings, _linked(place))
        except EngineError:
            return  # said above, at its own field
        for position, pick in enumerate(settings.attributes):
            yield from pick.check(scope, f"attributes[{position}]", windows=True)
        for position, collected in enumerate(settings.collections):
            yield from check_collected(collected, scope, f"collections[{position}]")
        for position, aggregated in enumerate(settings.aggregates):
            rule = _as_rule(aggregated)
            for problem in check_rule(rule, scope):
                yield problem.at(field=f"aggregates[{position}]")
        try:
            yield from unique_names(_added(place, scope), "attributes")
        except EngineError:
            return  # said above, at its own field

    def _check_links(self, place: Place[EnrichmentSettings]) -> Iterator[Problem]:
        known = set(place.catalog.ends.get(RowScope.to_check(place.surroundings, _primary(place)).table or "", {}))
        for position, link in enumerate(place.settings.links):
            field = f"links[{position}]"
            if (link.table is None) == (link.set is None):
                yield missing_setting("The other side of the link is not chosen.", f"{field}.table", "Choose a table.")
                continue
            if link.path in known or "/" in link.path or link.path == SOURCE:
                yield missing_setting(
                    say("The link cannot be called {path}.", path=quoted(link.path)),
                    f"{field}.name",
                    "Write another name.",
                    "V17",
                )
            known.add(link.path)
            yield from self._check_link(place, position, link, field)

    def _check_link(
        self, place: Place[EnrichmentSettings], position: int, link: EnrichmentLink, field: str
    ) -> Iterator[Problem]:
        if not link.joins and link.rule is None:
            yield missing_setting("No fields to join by are chosen.", f"{field}.joins", "Add a pair of fields.")
        try:
            row = RowScope.to_check(place.surroundings, _linked(place, position))
            other = RowScope.to_check(place.surroundings, _target(place, link), beside=row)
        except EngineError as error:
            yield error.problem.at(field=field)
            return
        for number, pair in enumerate(link.joins):
            yield from check_pair((row, pair.source), (other, pair.destination), f"{field}.joins[{number}]")
        if link.rule is not None:
            for problem in check_rule(link.rule, other):
                yield problem.at(field=f"{field}.rule")
        if link.attributes and link.relation is Relationship.MANY:
            yield missing_setting(
                say("{path} leads to several records, so it gives no single column.", path=quoted(link.path)),
                f"{field}.attributes",
                "Collect or aggregate its records instead.",
                "V17",
            )
            return
        record = RowScope.to_check(place.surroundings, _target(place, link))
        for number, pick in enumerate(link.attributes):
            yield from pick.check(record, f"{field}.attributes[{number}]")

    def shapes(self, place: Place[EnrichmentSettings]) -> Outputs:
        return {RESULT: _shape(place)}

    def compile(self, place: Place[EnrichmentSettings], sources: Sources) -> Compiled:
        settings, primary = place.settings, _primary(place)
        scope = RowScope.of_population(sources, _linked(place), "p")
        added: dict[str, exp.Expr] = {}
        for pick in settings.attributes:
            added[pick.name] = pick.value(scope, windows=True).tree
        for collected in settings.collections:
            added |= collect(collected, scope, sources)
        for aggregated in settings.aggregates:
            added[aggregated.alias] = aggregate_value(_as_rule(aggregated), scope, sources).tree
        demanded: list[exp.Expr] = []
        for link in settings.links:
            for pick in link.attributes:
                added[pick.name] = pick.value(scope.linked(link.path)).tree
            if link.relation is Relationship.ONE:
                demanded.append(scope.found(link.path))
        kept = [one for one in columns_of(primary, "p") if one.name not in added]
        select = primary.rows("p").select(*kept, *(named(value, name) for name, value in added.items()))
        select = joined(select, scope).where(*demanded)
        order = {one.alias_or_name: one for one in select.expressions}
        return select.select(*(order[name] for name in _shape(place).names), append=False)

    def warnings(self, place: Place[EnrichmentSettings], sources: Sources, outputs: Outputs) -> Iterator[Counted]:
        del outputs
        scope = RowScope.of_population(sources, _linked(place), "p")
        for position, link in enumerate(place.settings.links):
            if link.relation is Relationship.MANY:
                continue
            several = scope.met(link.path, sources).select(exp.Literal.number(1))
            several = several.group_by(*(column("s", name) for name in _primary(place).row_key))
            several = several.having(exp.GT(this=exp.Count(this=exp.Star()), expression=exp.Literal.number(1)))
            yield Counted(
                warning(
                    "several-linked-records",
                    say(
                        "{n} row(s) (meets|meet) more than one record of {path}; the first by key was taken.",
                        path=quoted(link.path),
                    ),
                    fix="Join by more fields, or make it a collection.",
                    field=f"links[{position}].relation",
                ),
                exp.select(exp.Count(this=exp.Star())).from_(several.subquery("m")),
            )

    def needs(self, place: Place[EnrichmentSettings]) -> tuple[str, ...]:
        used = {place.settings.primary_set, *(link.set for link in place.settings.links)}
        wanted = tuple(one.transition for one in place.inputs if {one.transition, one.node} & used)
        return wanted if place.settings.primary_set is not None else super().needs(place)

    def entering(self, place: Place[EnrichmentSettings]) -> tuple[str, ...]:
        chosen = place.settings.primary_set
        wanted = [one.transition for one in place.inputs if chosen in {None, one.transition, one.node}]
        return tuple(wanted[:1])


def _primary(place: Place[EnrichmentSettings]) -> Relation:
    return place.source if place.settings.primary_set is None else place.input(place.settings.primary_set)


def _target(place: Place[EnrichmentSettings], link: EnrichmentLink) -> str | Relation:
    return place.input(link.set) if link.set is not None else link.table or ""


def _linked(place: Place[EnrichmentSettings], most: int | None = None) -> Relation:
    """The primary set with its links, or with the first `most` of them. Errors: unknown-input, no-population."""
    links = [
        RowLink(
            name=link.path,
            target=_target(place, link),
            pairs=tuple((pair.source, pair.destination) for pair in link.joins),
            condition=None if link.rule is None else Joining(link.rule),
            many=link.relation is Relationship.MANY,
        )
        for link in place.settings.links[:most]
    ]
    return with_links(_primary(place), links) if links else _primary(place)


@dataclass(frozen=True, slots=True)
class Joining:
    """An advanced join as a condition on the records of a link."""

    rule: Rule

    def __call__(self, records: RowScope, sources: Sources) -> exp.Expr:
        return compile_rule(self.rule, records, sources)


def _shape(place: Place[EnrichmentSettings]) -> Relation:
    linked = _linked(place)
    return linked.with_columns(_added(place, RowScope.to_check(place.surroundings, linked)))


def _as_rule(aggregated: Aggregated) -> Aggregate:
    return Aggregate(function=aggregated.function, attribute=aggregated.attribute, rule=aggregated.filter, value=0)


def _added(place: Place[EnrichmentSettings], scope: RowScope) -> list[Column]:
    """The new columns. Errors: EngineError, for a path that does not exist."""
    settings, node = place.settings, place.node
    columns = [pick.column(scope, node, windows=True) for pick in settings.attributes]
    for collected in settings.collections:
        columns += collected_columns(collected, scope, node)
    for aggregated in settings.aggregates:
        kind = aggregate_value(_as_rule(aggregated), scope, NoData(scope.surroundings)).type
        columns.append(Column(aggregated.alias, kind, label=aggregated.label, origin=node))
    for link in settings.links:
        columns += [pick.column(scope.linked(link.path), node) for pick in link.attributes]
    return columns
