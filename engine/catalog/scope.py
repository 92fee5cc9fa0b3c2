"""The rows that paths, rules and expressions speak about, and the joins that what was asked so far needs.

Whatever the data, a join asked for here never multiplies a row: it goes to a declared key, or to the first record.
A path through a collection is refused; `collection` opens it as a scope of its own, to be reduced before it is joined.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlglot import exp

from engine.catalog.model import End, Table
from engine.catalog.paths import Path, read_path, unknown
from engine.catalog.sources import Sources, Surroundings, Typed
from engine.problems import EngineError, Problem
from engine.relations import Relation, ascending, column


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection as seen by its owners: `inner` is the scope of its records, `owner` their owner's key in it.

    `keys` are the matching columns of the owner's own scope.
    """

    inner: "RowScope"
    owner: tuple[exp.Expr, ...]
    keys: tuple[exp.Expr, ...]


class RowScope:
    """Rows known as `alias`: records of a table, or rows of a population whose keys name records of a table."""

    def __init__(
        self,
        surroundings: Surroundings,
        alias: str,
        *,
        table: str | None,
        relation: Relation | None = None,
        sources: Sources | None = None,
    ) -> None:
        self._surroundings = surroundings
        self.alias = alias
        self.table = table
        self.relation = relation
        self._sources = sources
        self._joins: dict[str, exp.Join] = {}

    @classmethod
    def of_table(cls, sources: Sources, table: str, alias: str) -> "RowScope":
        """The records of a table."""
        return cls(sources.surroundings, alias, table=table, sources=sources)

    @classmethod
    def of_population(cls, sources: Sources, relation: Relation, alias: str) -> "RowScope":
        """The rows of a population: its own columns first, then what its targeting dimension leads to."""
        table = _table_of(sources.surroundings, relation)
        return cls(sources.surroundings, alias, table=table, relation=relation, sources=sources)

    @classmethod
    def to_check(cls, surroundings: Surroundings, of: str | Relation) -> "RowScope":
        """The same without data: names and types only."""
        if isinstance(of, str):
            return cls(surroundings, "t", table=of)
        return cls(surroundings, "t", table=_table_of(surroundings, of), relation=of)

    @property
    def surroundings(self) -> Surroundings:
        return self._surroundings

    def attribute(self, path: str) -> Typed:
        """The value at the end of `path`. Errors: unknown-attribute, unknown-link, path-through-collection (V07)."""
        if self.relation is not None and path in self.relation:
            return Typed(column(self.alias, path), self.relation[path].type)
        if self.table is None:
            known = self.relation.names if self.relation is not None else ()
            raise EngineError(unknown("column", path, known))
        found = read_path(self._surroundings.catalog, self.table, path)
        if found.is_collection or found.attribute is None:
            raise EngineError(_through_collection(found))
        return Typed(column(self._follow(found.links), found.attribute.name), found.attribute.type)

    def collection(self, path: str, *, or_record: bool = False) -> tuple[Collection, str]:
        """The first collection on `path`, and what of the path is left inside it.

        Links of one record that stand before it are joined here. With `or_record`, a path that ends on a link to one
        record opens that one as if it were a collection. Errors: not-a-collection, unknown-link (V07).
        """
        table = self.table
        if table is None:
            raise EngineError(unknown("link", path, ()))
        parts = [part for part in path.split("/") if part]
        links: list[End] = []
        for position, name in enumerate(parts):
            end = self._surroundings.catalog.ends.get(table, {}).get(name)
            if end is None:
                break
            links.append(end)
            table = end.there
            if end.is_collection:
                return self._opened(links), "/".join(parts[position + 1 :])
        if or_record and links and len(links) == len(parts):
            return self._opened(links), ""
        read_path(self._surroundings.catalog, self.table or "", path, ends_on_link=len(links) == len(parts))
        raise EngineError(
            Problem(
                code="not-a-collection",
                what=f"{path!r} leads to one record, not to several.",
                fix="Use its attributes directly, or choose a link to many records.",
                check="V07",
                values={"path": path},
            )
        )

    def joins(self) -> list[exp.Join]:
        """The joins to add after the rows, in an order in which each finds what it needs."""
        return [join.copy() for join in self._joins.values()]

    def join(self, alias: str, join: exp.Join) -> None:
        """Add a join that keeps every row and multiplies none; a second one of the same alias is the same join."""
        self._joins.setdefault(alias, join)

    def key(self) -> tuple[exp.Expr, ...]:
        """The columns that name the record of a row."""
        names = self.relation.key if self.relation is not None else self._catalog_table().key
        return tuple(column(self.alias, name) for name in names)

    def row_key(self) -> tuple[exp.Expr, ...]:
        """The columns that tell rows apart."""
        names = self.relation.row_key if self.relation is not None else self._catalog_table().key
        return tuple(column(self.alias, name) for name in names)

    def names(self) -> Iterator[str]:
        """Paths that can be written here: columns, attributes, and the attributes one link away."""
        if self.relation is not None:
            yield from (added.name for added in self.relation.added)
        if self.table is None:
            return
        catalog = self._surroundings.catalog
        yield from (attribute.name for attribute in self._catalog_table().attributes)
        for end in catalog.ends.get(self.table, {}).values():
            for attribute in catalog.table_by_name[end.there].attributes:
                yield f"{end.name}/{attribute.name}"

    def _catalog_table(self) -> Table:
        assert self.table is not None
        return self._surroundings.catalog.table_by_name[self.table]

    def _record(self) -> str:
        """The alias under which the records themselves stand."""
        if self.relation is None or self.table is None:
            return self.alias
        alias = f"{self.alias}/"
        if alias not in self._joins and self._sources is not None:
            pairs = zip(self._catalog_table().key, self.relation.key, strict=True)
            on = exp.and_(*(column(alias, here).eq(column(self.alias, there)) for here, there in pairs))
            self.join(alias, exp.Join(this=self._sources.table(self.table, alias), on=on, side="LEFT"))
        return alias

    def _follow(self, links: tuple[End, ...]) -> str:
        alias = self._record()
        for end in links:
            here, alias = alias, f"{alias.rstrip('/')}/{end.name}"
            if alias not in self._joins and self._sources is not None:
                on = exp.and_(*(column(alias, there).eq(column(here, mine)) for mine, there in end.pairs))
                self.join(alias, exp.Join(this=self._one_each(end, alias, self._sources), on=on, side="LEFT"))
        return alias

    def _one_each(self, end: End, alias: str, sources: Sources) -> exp.Expr:
        """The far table with at most one record per value of the link's columns."""
        table = self._surroundings.catalog.table_by_name[end.there]
        columns = [there for _, there in end.pairs]
        if set(table.key) <= set(columns) and table.key:
            return sources.table(end.there, alias)
        order = [ascending(column("s", part)) for part in table.key or table.by_name]
        rank = exp.Window(
            this=exp.RowNumber(),
            partition_by=[column("s", name) for name in columns],
            order=exp.Order(expressions=order),
        )
        ranked = (
            exp.select(exp.Column(this=exp.Star(), table=exp.to_identifier("s", quoted=True)))
            .select(exp.alias_(rank, "_rank", quoted=True))
            .from_(sources.table(end.there, "s"))
        )
        first = exp.select("*").from_(ranked.subquery("s")).where(column("s", "_rank").eq(exp.Literal.number(1)))
        return first.subquery(exp.to_identifier(alias, quoted=True))

    def _opened(self, links: list[End]) -> Collection:
        *before, last = links
        here = self._follow(tuple(before))
        alias = f"c:{last.there}"
        inner = RowScope(self._surroundings, alias, table=last.there, sources=self._sources)
        owner = tuple(column(alias, there) for _, there in last.pairs)
        return Collection(inner, owner, tuple(column(here, mine) for mine, _ in last.pairs))


def _table_of(surroundings: Surroundings, relation: Relation) -> str | None:
    dimension = surroundings.catalog.dimension_by_name.get(relation.dimension or "")
    return dimension.table if dimension is not None else None


def _through_collection(path: Path) -> Problem:
    end = next((link for link in path.links if link.is_collection), None)
    return Problem(
        code="path-through-collection",
        what=f"{str(path)!r} leads to several records{f' of {end.there}' if end else ''}, so it has no single value.",
        fix="Ask whether such a record exists, or use an aggregate such as count or sum.",
        check="V07",
        values={"path": str(path)},
    )
