"""Looking at a population: filtered by a rule, searched, sorted, with attributes of linked tables beside its own.

A view shows the stored rows that were counted; nothing in it changes a count. The order of a large view is computed
once and stored with the cache of design-time populations, so that any place in it is then found at once. All of it
reads on the reading thread, so that an answer comes while a long count runs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlglot import exp

from engine.catalog.paths import read_path, unknown
from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources
from engine.database import Cursor, Store, stored, to_text
from engine.fingerprints import fingerprint
from engine.problems import EngineError
from engine.relations import Column, Relation, ascending, column
from engine.rules import Rule, compile_rule
from engine.runner.exporting import Tell, write_rows
from engine.runner.summaries import Summary, summarise
from engine.selecting import joined, named
from engine.types import STRING
from engine.workspace import Workspace
from engine.workspace.populations import NewPopulation

WORTH_STORING = 50_000
"""Rows from which on storing the order costs less than finding it again for every page."""

_PLACE = "_place"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sort:
    """A column to sort by."""

    name: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What to show: the rows that a rule and a search let through, the order, and paths of attributes to add."""

    rule: Rule | None = None
    search: str = ""
    sort: tuple[Sort, ...] = ()
    attributes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a view, in order, and how many there are in all."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int


class View:
    """A look at a stored population. Shape: one row per row that the look lets through."""

    def __init__(self, workspace: Workspace, relation: Relation, sources: Sources, look: Look) -> None:
        """Errors: unknown-column, unknown-attribute, path-through-collection, and those of the rule."""
        self._workspace = workspace
        scope = RowScope.of_population(sources, relation, "p")
        linked = [_linked(scope, path) for path in look.attributes]
        self.columns = (*relation.columns, *(one for one, _ in linked))
        terms = {name: column("p", name) for name in relation.names} | {one.name: term for one, term in linked}
        conditions = [] if look.rule is None else [compile_rule(look.rule, scope, sources)]
        if look.search:
            conditions.append(_contains(list(terms.values()), look.search))
        select = relation.rows("p").select(*(named(term, name) for name, term in terms.items()))
        self.rows = joined(select.where(*conditions), scope)
        """The query without its order."""
        self._order = [*(self._sorted(one) for one in look.sort), *relation.order("v")]
        self._total: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.columns)

    @property
    def table(self) -> str:
        """Where the rows in order stand, once `store` has put them there."""
        return f"v_{fingerprint(self._numbered())}"

    @property
    def is_stored(self) -> bool:
        return self._workspace.populations.holds(self.table)

    @property
    def total(self) -> int:
        """How many rows there are."""
        if self._total is None:
            count = exp.select(exp.Count(this=exp.Star())).from_(self.rows.subquery("v"))
            self._total = int(self._read(lambda cursor: cursor.value(count)))
        return self._total

    def store(self) -> None:
        """Store the rows in their order, unless that is done or not worth it. Errors: Cancelled."""
        if self.total < WORTH_STORING or self.is_stored:
            return
        self._read(lambda cursor: cursor.create(Store.WORK, self.table, self._numbered(), replace=True))
        self._workspace.populations.record(NewPopulation(self.table, self.total, None))

    def page(self, offset: int = 0, limit: int = 100) -> Page:
        """Rows from `offset` on."""
        if self.is_stored:
            place = exp.column(_PLACE, quoted=True)
            select = exp.select(*(exp.column(name, quoted=True) for name in self.names))
            select = select.from_(stored(Store.WORK, self.table)).order_by(ascending(place.copy()))
            first, last = exp.Literal.number(max(offset, 0)), exp.Literal.number(max(offset, 0) + limit)
            select = select.where(exp.GTE(this=place, expression=first), exp.LT(this=place.copy(), expression=last))
        else:
            select = self.in_order().offset(offset).limit(limit)
        return Page(self.columns, tuple(self._read(lambda cursor: cursor.fetch(select))), self.total)

    def summary(self, name: str) -> Summary:
        """Statistics of one column. Errors: unknown-column."""
        return self._read(partial(summarise, self.rows, self._column(name)))

    def export(self, path: Path, *, names: Sequence[str] = (), tell: Tell = lambda _rows: None) -> int:
        """Write all rows, or only the columns `names`, to a .csv, .jsonl, .parquet or .xlsx file; how many.

        Errors: unknown-column, unknown-format, too-many-rows, storage-failed, Cancelled.
        """
        chosen = [self._column(name).name for name in names] or list(self.names)
        select = self.in_order().select(*(column("v", name) for name in chosen), append=False)
        return self._read(lambda cursor: write_rows(select, path, cursor, tell))

    def in_order(self) -> exp.Select:
        """The query that reads all rows in order."""
        select = exp.select(*(column("v", name) for name in self.names)).from_(self.rows.subquery("v"))
        return select.order_by(*self._order)

    def sql(self) -> str:
        """The same, to look at."""
        return to_text(self.in_order())

    def _numbered(self) -> exp.Select:
        number = exp.Window(this=exp.RowNumber(), order=exp.Order(expressions=[one.copy() for one in self._order]))
        place = exp.Sub(this=number, expression=exp.Literal.number(1))
        select = exp.select(named(place, _PLACE), *(column("v", name) for name in self.names))
        return select.from_(self.rows.subquery("v"))

    def _sorted(self, sort: Sort) -> exp.Ordered:
        return exp.Ordered(this=column("v", self._column(sort.name).name), desc=sort.descending, nulls_first=False)

    def _column(self, name: str) -> Column:
        for one in self.columns:
            if one.name == name:
                return one
        raise EngineError(unknown("column", name, self.names))

    def _read(self, work: Callable[[Cursor], T]) -> T:
        return self._workspace.database.reader.run(work)


def _linked(scope: RowScope, path: str) -> tuple[Column, exp.Expr]:
    """The column that an attribute of a linked record becomes, named by its path."""
    value = scope.attribute(path)
    title = path
    if scope.table is not None:
        found = read_path(scope.surroundings.catalog, scope.table, path)
        attribute = "" if found.attribute is None else found.attribute.title
        title = " › ".join([*(link.title for link in found.links), attribute])
    return Column(path, value.type, label=title), value.tree


def _contains(terms: list[exp.Expr], search: str) -> exp.Expr:
    wanted = exp.Literal.string(search.lower())
    texts = [exp.Lower(this=exp.Cast(this=term.copy(), to=STRING.to_sql())) for term in terms]
    return exp.or_(*(exp.Contains(this=one, expression=wanted.copy()) for one in texts))
