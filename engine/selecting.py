"""Pieces that several activities share: reading a population, picking attributes, ranking rows, fair draws."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Annotated

from pydantic import Field, model_validator
from sqlglot import exp

from engine.catalog.model import Dimension, Table
from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources, Typed
from engine.contract import Entrants, Hint, Settings, population_columns, population_of
from engine.expressions import check_expression, compile_expression, row_digest
from engine.problems import EngineError, Problem
from engine.relations import ORIGIN, Column, Origin, Relation, ascending, column, descending, key_names
from engine.texts import quoted, say
from engine.types import DataType, Kind


class AttributePick(Settings):
    """An attribute, or an expression, that becomes a column."""

    attribute: Annotated[str | None, Hint("attribute", "in")] = Field(
        default=None, title="Attribute", description="A path such as city or product/label."
    )
    expression: Annotated[str | None, Hint("expression", "in")] = Field(
        default=None, title="Expression", description="Instead of an attribute."
    )
    alias: str = Field(default="", title="Name", description="The column's name; empty means the attribute's own.")
    label: str = Field(default="", title="Label")

    @model_validator(mode="after")
    def _names_one_thing(self) -> "AttributePick":
        if (self.attribute is None) == (self.expression is None):
            raise ValueError(say("choose either an attribute or an expression"))
        if self.expression is not None and not self.alias:
            raise ValueError(say("an expression needs a name for its column"))
        return self

    @property
    def name(self) -> str:
        """The name of the column."""
        return self.alias or (self.attribute or "").rsplit("/", 1)[-1]

    def value(self, scope: RowScope, *, windows: bool = False) -> Typed:
        """The value in a scope. Errors: unknown-attribute and its like, expression-syntax (V07, V08)."""
        if self.attribute is not None:
            return scope.attribute(self.attribute)
        return compile_expression(self.expression or "", scope, windows=windows)

    def column(self, scope: RowScope, node: str, *, windows: bool = False) -> Column:
        """The column that this adds. Errors: as `value`."""
        return Column(self.name, self.value(scope, windows=windows).type, label=self.label, origin=node)

    def check(self, scope: RowScope, field: str, *, windows: bool = False) -> Iterator[Problem]:
        """All that is wrong with it."""
        if self.expression is not None:
            for problem in check_expression(self.expression, scope, windows=windows)[1]:
                yield problem.at(field=f"{field}.expression")
            return
        try:
            self.value(scope)
        except EngineError as error:
            yield error.problem.at(field=f"{field}.attribute")


def reading(relation: Relation, scope: RowScope) -> exp.Select:
    """SELECT every column of a population, with the joins that the scope needs. Call it after asking the scope.

    Shape: one row per row of the population.
    """
    return joined(relation.rows(scope.alias).select(*columns_of(relation, scope.alias)), scope)


def joined(select: exp.Select, scope: RowScope) -> exp.Select:
    """The same query with the joins that the scope needs."""
    for join in scope.joins():
        select = select.join(join, copy=False)
    return select


def columns_of(relation: Relation, alias: str) -> list[exp.Expr]:
    """The columns of a population as they are."""
    return [column(alias, name) for name in relation.names]


def rows_entering(source: Relation, names: Mapping[str, str]) -> Entrants:
    """The rows of a population as what a node answers for; `names` says what its outputs call their columns."""
    query = source.rows("p").select(*columns_of(source, "p"))
    return Entrants(source, query, {name: names[name] for name in source.row_key})


def records_of(dimension: Dimension, table: Table, sources: Sources) -> Entrants:
    """The records of a table as what a source answers for."""
    shape = population_of(dimension, table)
    keys = [named(column("t", part), name) for part, name in zip(table.key, shape.key, strict=True)]
    return Entrants(shape, exp.select(*keys).from_(sources.table(table.name, "t")), {name: name for name in shape.key})


def named(value: exp.Expr, name: str) -> exp.Expr:
    """A value under a quoted name."""
    return exp.alias_(value, name, quoted=True)


def draw(scope: RowScope, salt: str) -> exp.Expr:
    """A value per row whose order is a fair shuffle: md5 of seed, salt and key, equal on every machine."""
    surroundings = scope.surroundings
    return row_digest(surroundings.seed, scope.row_key(), salt)


def drawn_first(digest: exp.Expr) -> exp.Expr:
    """The first two digits of a draw, of 256 that are about equally frequent: rows in order of draws, coarsely."""
    return exp.Substring(this=digest, start=exp.Literal.number(1), length=exp.Literal.number(2))


def place_among(order: Sequence[exp.Expr], scope: RowScope, partition: Iterable[exp.Expr] = ()) -> exp.Window:
    """row_number() in that order; the row's key ends every order, so that no tie is left to chance."""
    terms = [*order, *(ascending(part) for part in scope.row_key())]
    return exp.Window(
        this=exp.RowNumber(),
        partition_by=[part.copy() for part in partition],
        order=exp.Order(expressions=terms),
    )


def ordered(value: exp.Expr, *, desc: bool) -> exp.Expr:
    """An ORDER BY term with nulls last."""
    return descending(value) if desc else ascending(value)


def unique_names(columns: Iterable[Column], field: str) -> Iterator[Problem]:
    """A problem for each name that two columns bear (V17)."""
    seen: set[str] = set()
    for one in columns:
        if one.name in seen or one.name.startswith("_"):
            reserved = one.name.startswith("_")
            yield Problem(
                code="reserved-name" if reserved else "duplicate-alias",
                what=say("{name} begins with an underscore.", name=quoted(one.name))
                if reserved
                else say("Two columns are called {name}.", name=quoted(one.name)),
                fix="Give the column another name.",
                field=field,
                check="V17",
                values={"name": one.name},
            )
        seen.add(one.name)


def check_expression_field(expression: str, scope: RowScope, field: str, *, windows: bool = False) -> Iterator[Problem]:
    """All that is wrong with an expression in a field."""
    for problem in check_expression(expression, scope, windows=windows)[1]:
        yield problem.at(field=field)


def check_comparable(here: DataType, there: DataType, field: str) -> Iterator[Problem]:
    """A problem when values of two types can neither be equal nor take each other's place (V07)."""
    if here.family is there.family and (Kind.TIME in {here.kind, there.kind}) <= (here.kind is there.kind):
        return
    yield Problem(
        code="different-types",
        what=say("Values of the types {here} and {there} cannot be compared.", here=here, there=there),
        fix="Choose fields of one type, or give the column of the file its right type.",
        field=field,
        check="V07",
        values={"here": str(here), "there": str(there)},
    )


def check_pair(
    here: tuple[RowScope, str], there: tuple[RowScope, str], field: str, other: str = "destination"
) -> Iterator[Problem]:
    """All that keeps an attribute of one scope from being equal to one of another.

    `field` is the pair's place; its own fields are "source" and `other`.
    """
    kinds: list[DataType] = []
    for (scope, path), name in ((here, "source"), (there, other)):
        try:
            kinds.append(scope.attribute(path).type)
        except EngineError as error:
            yield error.problem.at(field=f"{field}.{name}")
    if len(kinds) == 2:
        yield from check_comparable(kinds[0], kinds[1], f"{field}.source")


def missing_setting(what: str, field: str, fix: str, check: str = "V06") -> Problem:
    """The problem that something must be chosen."""
    return Problem(code="missing-setting", what=what, fix=fix, field=field, check=check)


def moved(source: Relation, table: Table, dimension: str) -> tuple[Relation, dict[str, str]]:
    """The shape of rows that now stand for records of another table, and inbound column to its name there.

    What named a row before becomes its origin. The row key is the new key and all that told rows apart before.
    """
    names = dict(zip(source.key, key_names(len(source.key), ORIGIN), strict=True))
    names |= {name: f"_{name}" for name in source.names if name.startswith(ORIGIN)}
    kept = {name: names.get(name, name) for name in source.names}
    keys = population_columns(table)
    origins = tuple(Origin(one.dimension, tuple(kept[part] for part in one.key)) for one in source.origins)
    if source.key:
        origins = (Origin(source.dimension or "", tuple(kept[part] for part in source.key)), *origins)
    key = tuple(one.name for one in keys)
    shape = Relation(
        columns=(*keys, *(replace(one, name=kept[one.name]) for one in source.columns)),
        key=key,
        row_key=(*key, *(kept[part] for part in source.row_key)),
        dimension=dimension,
        origins=origins,
    )
    return shape, kept
