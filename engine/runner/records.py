"""Records of a table apart from any document: how often each value occurs, and predefined filters over them.

It reads on the reading thread, so that an answer comes while a long count runs.
"""

from dataclasses import dataclass
from typing import Any

from pydantic import JsonValue
from sqlglot import exp

from engine.catalog.model import Filter
from engine.catalog.paths import unknown
from engine.catalog.scope import RowScope
from engine.catalog.sources import Clock, Surroundings
from engine.compiler.sources import NodeSources, Snapshot
from engine.database import Cursor, Store, stored
from engine.problems import EngineError, Problem
from engine.relations import IDENTITY, Column, Relation, ascending, column
from engine.rules import FilterReference, Rule, check_rule, compile_rule, read_rule
from engine.runner.lines import count_lines
from engine.runner.populations import StoredPopulation
from engine.selecting import joined, named
from engine.texts import quoted, say
from engine.types import STRING
from engine.workspace import SavedAudience, Workspace

MOST_VALUES = 20


@dataclass(frozen=True, slots=True)
class ValueCount:
    """A value, how many records have it, and their share (0-1) of all that were looked at. None is no value."""

    value: Any
    rows: int
    share: float


@dataclass(frozen=True, slots=True)
class Distribution:
    """The most frequent values of an attribute, the first of `different` ones (no value is one as well)."""

    rows: int
    different: int
    values: tuple[ValueCount, ...]

    @property
    def partial(self) -> bool:
        """Whether there are more values than these."""
        return self.different > len(self.values)


def distribution(
    workspace: Workspace, table: str, path: str, clock: Clock, *, rule: Rule | None = None, most: int = MOST_VALUES
) -> Distribution:
    """How often each value of an attribute occurs among the records of a table, or among those that match a rule.

    The most frequent come first, equally frequent ones by value. Errors: unknown-table, no-data, those of the path
    and of the rule (V07, V08).
    """
    sources = sources_of(workspace, clock)
    _require_table(sources, table)
    scope = RowScope.of_table(sources, table, "t")
    value = scope.attribute(path).tree
    condition = None if rule is None else compile_rule(rule, scope, sources)
    found = exp.select(named(value, "v")).from_(sources.table(table, "t"))
    found = joined(found, scope).where(condition)
    counted = exp.select(column("f", "v"), named(exp.Count(this=exp.Star()), "n")).from_(found.subquery("f"))
    groups = counted.group_by(column("f", "v"))
    totals = exp.select(
        exp.Coalesce(this=exp.Sum(this=column("g", "n")), expressions=[exp.Literal.number(0)]),
        exp.Count(this=exp.Star()),
    ).from_(groups.copy().subquery("g"))
    first = exp.select(column("g", "v"), column("g", "n")).from_(groups.subquery("g"))
    first = first.order_by(exp.Ordered(this=column("g", "n"), desc=True), ascending(column("g", "v"))).limit(most)

    def read(cursor: Cursor) -> Distribution:
        rows, different = cursor.fetch(totals)[0]
        values = tuple(ValueCount(one, number, number / rows) for one, number in cursor.fetch(first))
        return Distribution(int(rows), different, values)

    return workspace.database.reader.run(read)


def members(workspace: Workspace, audience: SavedAudience, limit: int) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The first members of a saved audience by their identity: the names of what is kept, and a row for each."""
    names = ["_identity", *(one.name for one in audience.columns)]
    rows = exp.select(*(column("m", name) for name in names)).from_(
        exp.alias_(stored(Store.DATA, audience.physical), "m", table=True)
    )
    rows = rows.order_by(ascending(column("m", "_identity"))).limit(limit)
    found = workspace.database.reader.run(lambda cursor: cursor.fetch(rows))
    return [audience.identity or "identity", *names[1:]], found


def save_filter(workspace: Workspace, added: Filter, clock: Clock) -> None:
    """Keep a predefined filter, or change it. Errors: unknown-dimension, wrong-rule, unknown-parameter, V07, V08."""
    sources = sources_of(workspace, clock)
    for problem in check_rule(
        read_rule(added.rule), RowScope.to_check(sources.surroundings, _table_of(sources, added))
    ):
        if problem.is_error:
            raise EngineError(problem)
    known = list(_places(added.rule))
    for parameter in added.parameters:
        if parameter not in known:
            raise EngineError(unknown("parameter", parameter, known))
    workspace.schemas.add(added)


def remove_filter(workspace: Workspace, name: str) -> None:
    """Forget a predefined filter. Errors: unknown-filter, in-use, when another filter refers to it."""
    filters = workspace.catalog().filter_by_id
    found = filters.get(name)
    if found is None:
        raise EngineError(unknown("filter", name, filters))
    for other in filters.values():
        if any(place.endswith("filter") and value == name for place, value in _values(other.rule)):
            raise EngineError(
                Problem(
                    code="in-use",
                    what=say(
                        "{found} cannot be removed, because the filter {other} uses it.",
                        found=quoted(found.label),
                        other=quoted(other.label),
                    ),
                    fix="Remove or change that one first.",
                )
            )
    workspace.schemas.remove(found)


def count_filter(workspace: Workspace, name: str, parameters: dict[str, JsonValue], clock: Clock) -> int:
    """How many records of its targeting dimension a filter finds.

    Errors: unknown-filter, unknown-parameter, no-data, and those of the rule once its parameters are filled.
    """
    sources = sources_of(workspace, clock)
    filters = sources.surroundings.catalog.filter_by_id
    found = filters.get(name)
    if found is None:
        raise EngineError(unknown("filter", name, filters))
    for parameter in parameters:
        if parameter not in found.parameters:
            raise EngineError(unknown("parameter", parameter, found.parameters))
    rule = FilterReference(filter=name, parameters=parameters)
    table = _table_of(sources, found)
    sources.table(table, "t")
    for problem in check_rule(rule, RowScope.to_check(sources.surroundings, table)):
        if problem.is_error:
            raise EngineError(problem)
    return workspace.database.reader.run(lambda cursor: count_lines(rule, table, sources, cursor).matched)


def sources_of(workspace: Workspace, clock: Clock) -> NodeSources:
    """The stored tables and audiences that are current now, for questions that no document asks."""
    snapshot = Snapshot(
        tables={name: stored(Store.DATA, table.physical) for name, table in workspace.datasets.snapshot().items()},
        audiences={one.id: stored(Store.DATA, one.physical) for one in workspace.audiences.usable()},
    )
    return NodeSources(Surroundings(workspace.catalog(), clock), snapshot)


def _require_table(sources: NodeSources, table: str) -> None:
    tables = sources.surroundings.catalog.table_by_name
    if table not in tables:
        raise EngineError(unknown("table", table, tables))


def _table_of(sources: NodeSources, one: Filter) -> str:
    dimensions = sources.surroundings.catalog.dimension_by_name
    dimension = dimensions.get(one.dimension)
    if dimension is None:
        raise EngineError(unknown("targeting dimension", one.dimension, dimensions))
    return dimension.table


def _places(value: JsonValue) -> list[str]:
    return [place for place, _ in _values(value)]


def _values(value: JsonValue, path: str = "") -> list[tuple[str, JsonValue]]:
    """Every place of a rule's JSON, written as parameters are, with what stands there."""
    found = [(path, value)] if path else []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += _values(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            found += _values(inner, f"{path}[{place}]")
    return found


def records_of(workspace: Workspace, table: str, clock: Clock) -> StoredPopulation:
    """All records of a table, to be looked at as a population is. Errors: unknown-table, no-data."""
    sources = sources_of(workspace, clock)
    _require_table(sources, table)
    schema = sources.surroundings.catalog.table_by_name[table]
    rows = sources.table(table, "t")
    columns = tuple(Column(one.name, one.type, one.label) for one in schema.attributes)
    order = schema.key or tuple(one.name for one in columns)
    relation = Relation(columns, schema.key, order, store=Store.DATA.value, table=rows.name)
    return StoredPopulation(workspace, relation, sources)


def members_of(workspace: Workspace, audience: SavedAudience, clock: Clock) -> StoredPopulation:
    """The members of a saved audience, to be looked at as a population is. Shape: one row per identity."""
    columns = (Column(IDENTITY, STRING, audience.identity or "identity"), *audience.columns)
    relation = Relation(columns, (IDENTITY,), (IDENTITY,), store=Store.DATA.value, table=audience.physical)
    return StoredPopulation(workspace, relation, sources_of(workspace, clock))
