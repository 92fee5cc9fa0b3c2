"""Records of a linked collection beside the row that owns them: as numbered columns, and as one array."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.catalog.scope import Collection, RowScope
from engine.catalog.sources import Sources
from engine.contract import Hint, Settings
from engine.problems import EngineError, Problem
from engine.relations import Column, ascending, column
from engine.rules import Rule, check_rule, compile_rule
from engine.selecting import joined, named, ordered
from engine.texts import quoted, say
from engine.types import LIST


class Sorting(Settings):
    """Which records of a collection come first."""

    attribute: Annotated[str, Hint("attribute", "link")] = Field(title="Attribute")
    descending: bool = Field(default=True, title="Highest first")


class Collected(Settings):
    """Records of a linked collection, as numbered columns and as one array.

    With the name "purchase" and the attribute "price": the columns purchase1_price, purchase2_price... and purchases.
    """

    link: Annotated[str, Hint("collection", "primary_set")] = Field(
        title="Collection", description="The path of links, such as purchases."
    )
    name: str = Field(min_length=1, title="Name of a line")
    attributes: Annotated[tuple[str, ...], Hint("attribute", "link")] = Field(
        min_length=1, title="Attributes", description="Paths from the linked record."
    )
    lines: int = Field(default=3, ge=1, le=100, title="Lines to retrieve")
    filter: Annotated[Rule | None, Hint("rule", "link")] = Field(default=None, title="Filter")
    sort: Sorting | None = Field(default=None, title="Sorting")


def check_collected(collected: Collected, scope: RowScope, field: str) -> Iterator[Problem]:
    """All that is wrong with it."""
    try:
        opened = open_collection(collected, scope)
    except EngineError as error:
        yield error.problem.at(field=f"{field}.link")
        return
    paths = [(path, f"{field}.attributes[{position}]") for position, path in enumerate(collected.attributes)]
    if collected.sort is not None:
        paths.append((collected.sort.attribute, f"{field}.sort.attribute"))
    for path, where in paths:
        try:
            opened.inner.attribute(path)
        except EngineError as error:
            yield error.problem.at(field=where)
    if collected.filter is not None:
        for problem in check_rule(collected.filter, opened.inner):
            yield problem.at(field=f"{field}.filter")


def open_collection(collected: Collected, scope: RowScope) -> Collection:
    """The collection that it names. Errors: path-through-collection (V17), not-a-collection (V07)."""
    opened, rest = scope.collection(collected.link)
    if rest:
        raise EngineError(
            Problem(
                code="path-through-collection",
                what=say("{link} goes on after its first collection.", link=quoted(collected.link)),
                fix="Choose the collection itself, and its attributes below.",
                check="V17",
            )
        )
    return opened


def collected_columns(collected: Collected, scope: RowScope, node: str) -> Iterator[Column]:
    """The columns that it adds. Errors: EngineError, for a path that does not exist."""
    opened = open_collection(collected, scope)
    for line in range(1, collected.lines + 1):
        for path in collected.attributes:
            yield Column(line_name(collected, line, path), opened.inner.attribute(path).type, origin=node)
    yield Column(f"{collected.name}s", LIST, origin=node)


def line_name(collected: Collected, line: int, path: str) -> str:
    """The column of one attribute of one line."""
    return f"{collected.name}{line}_{path.replace('/', '_')}"


def collect(collected: Collected, scope: RowScope, sources: Sources) -> dict[str, exp.Expr]:
    """Joins the first lines of each owner, reduced to one row, and gives the new columns' values."""
    opened = open_collection(collected, scope)
    inner = opened.inner
    values = {path: inner.attribute(path) for path in collected.attributes}
    where = None if collected.filter is None else compile_rule(collected.filter, inner, sources)
    order = [] if collected.sort is None else [
        ordered(inner.attribute(collected.sort.attribute).tree, desc=collected.sort.descending)
    ]  # fmt: skip
    order += [ascending(part) for part in inner.row_key()]
    rank = exp.Window(
        this=exp.RowNumber(), partition_by=[part.copy() for part in opened.owner], order=exp.Order(expressions=order)
    )
    owners = [f"o{position}" for position in range(len(opened.owner))]
    ranked = exp.select(*(named(part, name) for part, name in zip(opened.owner, owners, strict=True)), named(rank, "n"))
    for position, path in enumerate(collected.attributes):
        ranked = ranked.select(named(values[path].tree, f"a{position}"))
    ranked = joined(ranked.from_(inner.rows(sources)), inner).where(*opened.where, where, _of_rows(opened, scope))
    lines = exp.select(*(column("c", name) for name in owners)).from_(ranked.subquery("c"))
    lines = lines.where(_among_first(collected)).group_by(*(column("c", name) for name in owners))
    added: dict[str, exp.Expr] = {}
    alias = f"{collected.name}s"
    for line in range(1, collected.lines + 1):
        for position, path in enumerate(collected.attributes):
            name = line_name(collected, line, path)
            chosen = exp.Case().when(
                column("c", "n").eq(exp.Literal.number(line)), column("c", f"a{position}"), copy=False
            )
            lines = lines.select(named(exp.Max(this=chosen), name))
            added[name] = column(alias, name)
    lines = lines.select(named(_array(collected), alias))
    added[alias] = column(alias, alias)
    on = exp.and_(*(column(alias, name).eq(key) for name, key in zip(owners, opened.keys, strict=True)))
    scope.join(alias, exp.Join(this=lines.subquery(exp.to_identifier(alias, quoted=True)), on=on, side="LEFT"))
    return added


def _array(collected: Collected) -> exp.Expr:
    """The lines as one array of records, in order."""
    fields = [
        exp.PropertyEQ(
            this=exp.to_identifier(path.replace("/", "_"), quoted=True), expression=column("c", f"a{position}")
        )
        for position, path in enumerate(collected.attributes)
    ]
    record = exp.Struct(expressions=fields)
    return exp.ArrayAgg(this=exp.Order(this=record, expressions=[exp.Ordered(this=column("c", "n"))]))


def _among_first(collected: Collected) -> exp.Expr:
    return exp.LTE(this=column("c", "n"), expression=exp.Literal.number(collected.lines))


def _of_rows(opened: Collection, scope: RowScope) -> exp.Expr | None:
    """That a record's owner is among the rows, so that nobody else's records are sorted.

    None where the rows' own key does not say so: their records are then sorted like all.
    """
    if scope.relation is None or scope.table is None:
        return None
    names = scope.surroundings.catalog.table_by_name[scope.table].key
    parts = dict(zip(names, scope.relation.key, strict=True))
    keys = [key for key in opened.keys if isinstance(key, exp.Column)]
    if any(key.table != f"{scope.alias}/" or key.name not in parts for key in keys) or len(keys) < len(opened.keys):
        return None
    met = (column("o", parts[key.name]).eq(owner.copy()) for key, owner in zip(keys, opened.owner, strict=True))
    return exp.Exists(this=scope.relation.rows("o").select(exp.Literal.number(1)).where(*met))
