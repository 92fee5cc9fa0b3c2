"""The rows that paths, rules and expressions speak about, and the joins that what was asked so far needs.

Whatever the data, a join asked for here never multiplies a row: it goes to a declared key, or to the first record.
A path through a collection is refused; `collection` opens it as a scope of its own, to be reduced before it is joined.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlglot import exp

from engine.catalog.model import Attribute, End, Table
from engine.catalog.paths import one_record, read_path, several_records, through_collection, unknown
from engine.catalog.row_links import LinkedRelation, RowLink
from engine.catalog.sources import UTC, Sources, Surroundings, Typed
from engine.problems import EngineError
from engine.relations import Relation, ascending, column

SOURCE = "source"
"""How conditions on records speak of the row that stands beside them."""

_FOUND = "_found"


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection as seen by its owners: `inner` is the scope of its records, `owner` their owner's key in it.

    `keys` are the matching columns of the owner's own scope, `where` what tells the collection's records from others.
    """

    inner: "RowScope"
    owner: tuple[exp.Expr, ...]
    keys: tuple[exp.Expr, ...]
    where: tuple[exp.Expr, ...] = ()


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
        beside: "RowScope | None" = None,
        joins: dict[str, exp.Join] | None = None,
    ) -> None:
        self._surroundings = surroundings
        self.alias = alias
        self.table = table
        self.relation = relation
        self._sources = sources
        self._beside = beside
        self._joins: dict[str, exp.Join] = {} if joins is None else joins

    @classmethod
    def of_table(cls, sources: Sources, table: str, alias: str, *, beside: "RowScope | None" = None) -> "RowScope":
        """The records of a table; the rows that stand `beside` them are reached by paths that begin with "source/"."""
        return cls(sources.surroundings, alias, table=table, sources=sources, beside=beside)

    @classmethod
    def of_population(cls, sources: Sources, relation: Relation, alias: str) -> "RowScope":
        """The rows of a population: its own columns first, then what its targeting dimension leads to."""
        table = _table_of(sources.surroundings, relation)
        return cls(sources.surroundings, alias, table=table, relation=relation, sources=sources)

    @classmethod
    def to_check(
        cls, surroundings: Surroundings, of: str | Relation, *, beside: "RowScope | None" = None
    ) -> "RowScope":
        """The same without data: names and types only."""
        return _scope_of(surroundings, of, "t" if beside is None else "r", None, beside)

    @property
    def surroundings(self) -> Surroundings:
        return self._surroundings

    def attribute(self, path: str) -> Typed:
        """The value at the end of `path`. Errors: unknown-attribute, unknown-link, path-through-collection (V07)."""
        if self.relation is not None and path in self.relation:
            return Typed(column(self.alias, path), self.relation[path].type)
        first, _, rest = path.partition("/")
        if self._beside is not None and first == SOURCE:
            return self._beside.attribute(rest)
        if first in self._links:
            return self.linked(first).attribute(rest)
        if self.table is None:
            known = self.relation.names if self.relation is not None else ()
            raise EngineError(unknown("column", path, known))
        found = read_path(self._surroundings.catalog, self.table, path)
        if found.is_collection or found.attribute is None:
            raise EngineError(through_collection(found))
        return Typed(self._read(found.attribute, self._follow(found.links)), found.attribute.type)

    def collection(self, path: str, *, or_record: bool = False) -> tuple[Collection, str]:
        """The first collection on `path`, and what of the path is left inside it.

        Links of one record that stand before it are joined here. With `or_record`, a path that ends on a link to one
        record opens that one as if it were a collection. Errors: not-a-collection, unknown-link (V07).
        """
        parts = [part for part in path.split("/") if part]
        if parts and parts[0] in self._links:
            return self._along(self._links[parts[0]], "/".join(parts[1:]), or_record=or_record)
        table = self.table
        if table is None:
            raise EngineError(unknown("link", path, self._links))
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
        raise EngineError(one_record(path))

    def linked(self, name: str) -> "RowScope":
        """The one record that a link made on the canvas leads to, as a scope whose joins are this one's.

        Errors: unknown-link, path-through-collection (V07).
        """
        link = self._link(name)
        if link.many:
            raise EngineError(several_records(name, link.target if isinstance(link.target, str) else ""))
        alias = f"{self.alias}/{name}"
        if alias not in self._joins and self._sources is not None:
            self.join(alias, self._first_met(link, alias, self._sources))
        return _scope_of(self._surroundings, link.target, alias, self._sources, joins=self._joins)

    def found(self, name: str) -> exp.Expr:
        """Whether a link made on the canvas leads to a record."""
        return exp.Not(this=column(self.linked(name).alias, _FOUND).is_(exp.null()))

    def met(self, name: str, sources: Sources) -> exp.Select:
        """Shape: one row per row and record that a link made on the canvas brings together; nothing selected yet."""
        return self._meeting(self._link(name), sources)[0]

    def rows(self, sources: Sources) -> exp.Table:
        """The stored table to read these rows from; see `among`."""
        if self.relation is not None:
            return self.relation.standing(self.alias)
        return sources.table(self.table or "", self.alias)

    def among(self) -> list[exp.Expr]:
        """What tells these rows from others of the same stored table."""
        return [] if self.relation is None else self.relation.among(self.alias)

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

    def telling_apart(self) -> list[exp.Expr]:
        """The same as values that are never missing, so that they can be compared with =."""
        sure = self.relation is None or self.relation.unique
        return [part if sure else _never_null(part) for part in self.row_key()]

    def names(self) -> Iterator[str]:
        """Paths that can be written here: columns, attributes, and the attributes one link away."""
        if self.relation is not None:
            yield from (added.name for added in self.relation.added)
        for link in self._links.values():
            inner = _scope_of(self._surroundings, link.target, link.name, None)
            yield from (f"{link.name}/{name}" for name in inner.names() if not link.many and "/" not in name)
        if self._beside is not None:
            yield from (f"{SOURCE}/{name}" for name in self._beside.names())
        if self.table is None:
            return
        catalog = self._surroundings.catalog
        yield from (attribute.name for attribute in self._catalog_table().attributes)
        for end in catalog.ends.get(self.table, {}).values():
            for attribute in catalog.table_by_name[end.there].attributes:
                yield f"{end.name}/{attribute.name}"

    @property
    def _links(self) -> dict[str, RowLink]:
        links = self.relation.links if isinstance(self.relation, LinkedRelation) else ()
        return {link.name: link for link in links}

    def _link(self, name: str) -> RowLink:
        link = self._links.get(name)
        if link is None:
            raise EngineError(unknown("link", name, self._links))
        return link

    def _along(self, link: RowLink, rest: str, *, or_record: bool) -> "tuple[Collection, str]":
        """The collection that a path opens which begins with a link made on the canvas."""
        if not link.many:
            if not rest:
                raise EngineError(one_record(link.name))
            return self.linked(link.name).collection(rest, or_record=or_record)
        inner = _scope_of(self._surroundings, link.target, f"c:{link.name}", self._sources)
        owner = [inner.attribute(there).tree for _, there in link.pairs]
        keys = [self.attribute(here).tree for here, _ in link.pairs]
        where = inner.among()
        if link.condition is not None and self._sources is not None:
            # The rows themselves stand beside the records, so that a condition can speak of both.
            row = self._row(link, f"s:{link.name}", self._sources)
            inner = _scope_of(self._surroundings, link.target, inner.alias, self._sources, beside=row)
            inner.join(row.alias, exp.Join(this=row.rows(self._sources), kind="CROSS"))
            met = [row.attribute(here).tree.eq(tree.copy()) for (here, _), tree in zip(link.pairs, owner, strict=True)]
            condition = link.condition(inner, self._sources)
            for join in row.joins():
                inner.join(join.alias_or_name, join)
            where += [*row.among(), *met, condition]
            owner, keys = row.telling_apart(), self.telling_apart()
        return Collection(inner, tuple(owner), tuple(keys), tuple(where)), rest

    def _row(self, link: RowLink, alias: str, sources: Sources) -> "RowScope":
        """These rows once more under another alias, with the links before one of them."""
        assert isinstance(self.relation, LinkedRelation)
        before = self.relation.links[: self.relation.links.index(link)]
        return _scope_of(self._surroundings, replace(self.relation, links=before), alias, sources)

    def _meeting(self, link: RowLink, sources: Sources) -> "tuple[exp.Select, RowScope, RowScope]":
        row = self._row(link, "s", sources)
        record = _scope_of(self._surroundings, link.target, "x", sources, beside=row)
        conditions: list[exp.Expr] = [
            row.attribute(here).tree.eq(record.attribute(there).tree) for here, there in link.pairs
        ]
        if link.condition is not None:
            conditions.append(link.condition(record, sources))
        return meeting(row, record, sources, conditions), row, record

    def _first_met(self, link: RowLink, alias: str, sources: Sources) -> exp.Join:
        """The first record, by its key, that each row meets."""
        if link.condition is None:
            record = _scope_of(self._surroundings, link.target, "x", sources)
            values = [record.attribute(there).tree for _, there in link.pairs]
            select = exp.Select().from_(record.rows(sources)).where(*record.among())
            for join in record.joins():
                select = select.join(join, copy=False)
            met = [self.attribute(here).tree for here, _ in link.pairs]
        else:
            select, row, record = self._meeting(link, sources)
            values, met = row.telling_apart(), self.telling_apart()
        rank = exp.Window(
            this=exp.RowNumber(),
            partition_by=[value.copy() for value in values],
            order=exp.Order(expressions=[ascending(part) for part in record.row_key()]),
        )
        names = [f"_met_{place}" for place in range(len(values))]
        select = select.select(*(exp.alias_(one, name, quoted=True) for one, name in zip(values, names, strict=True)))
        select = select.select(
            *(column("x", name) for name in record.own_names()), exp.alias_(exp.true(), _FOUND, quoted=True)
        )
        first = select.qualify(exp.EQ(this=rank, expression=exp.Literal.number(1)))
        on = exp.and_(*(column(alias, name).eq(value) for name, value in zip(names, met, strict=True)))
        return exp.Join(this=first.subquery(exp.to_identifier(alias, quoted=True)), on=on, side="LEFT")

    def own_names(self) -> tuple[str, ...]:
        """The columns of the rows themselves."""
        if self.relation is not None:
            return self.relation.names
        return tuple(attribute.name for attribute in self._catalog_table().attributes)

    def _catalog_table(self) -> Table:
        assert self.table is not None
        return self._surroundings.catalog.table_by_name[self.table]

    def _read(self, attribute: Attribute, alias: str) -> exp.Expr:
        """An instant is read as wall time in the campaign's zone, as its clock is; all else as it is stored."""
        value, zone = column(alias, attribute.name), self._surroundings.clock.zone.key
        if not attribute.instant or zone == UTC:
            return value
        here = exp.Literal.string(zone)
        return exp.ConvertTimezone(source_tz=exp.Literal.string(UTC), target_tz=here, timestamp=value)

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


def meeting(row: RowScope, record: RowScope, sources: Sources, conditions: Iterable[exp.Expr]) -> exp.Select:
    """Rows and records brought together. Shape: one row per pair that meets all conditions; nothing selected yet."""
    wanted = list(conditions)
    select = exp.Select().from_(row.rows(sources))
    for join in row.joins():
        select = select.join(join, copy=False)
    select = select.join(exp.Join(this=record.rows(sources), kind="CROSS"), copy=False)
    for join in record.joins():
        select = select.join(join, copy=False)
    return select.where(*row.among(), *record.among(), *wanted)


def _scope_of(
    surroundings: Surroundings,
    of: str | Relation,
    alias: str,
    sources: Sources | None,
    beside: RowScope | None = None,
    joins: dict[str, exp.Join] | None = None,
) -> RowScope:
    table = of if isinstance(of, str) else _table_of(surroundings, of)
    relation = None if isinstance(of, str) else of
    return RowScope(surroundings, alias, table=table, relation=relation, sources=sources, beside=beside, joins=joins)


def _never_null(value: exp.Expr) -> exp.Expr:
    """A text that differs exactly where the value differs, and that equals itself also where the value is missing."""
    text = exp.Cast(this=value.copy(), to=exp.DataType(this=exp.DType.VARCHAR))
    marked = exp.DPipe(this=exp.Literal.string("="), expression=text)
    return exp.Coalesce(this=marked, expressions=[exp.Literal.string("")])


def _table_of(surroundings: Surroundings, relation: Relation) -> str | None:
    dimension = surroundings.catalog.dimension_by_name.get(relation.dimension or "")
    return dimension.table if dimension is not None else None
