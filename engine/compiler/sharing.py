"""Which reductions of collections are computed once for all steps, and how a step reads them from where they stand.

Reducing a collection is what costs most in a campaign, so it is done once and stored. Where owners are found by the
declared key of a table, the values are stored for the records of that table that own something: it is their home. A
step that wants such records only, and asks the table for nothing but its key, then reads the stored rows instead of
the table, and joins nothing at all.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlglot import exp

from engine.catalog.sources import Reduction
from engine.compiler.missing import turns_away
from engine.compiler.sources import owner_name, scan, value_name
from engine.contract import Query
from engine.fingerprints import fingerprint
from engine.relations import column

Keys = Mapping[str, tuple[str, ...]]
"""A stored table, as `address` writes it, to the columns of its declared key."""

_RECORDS, _VALUES = "t", "g"
_WORTH_A_HOME = 3
"""From so many uses on it pays to bring the values to their home first: joining them once costs what few joins do."""


@dataclass(frozen=True, slots=True)
class Home:
    """A table whose declared key names the owners: its address, and the column that holds each part of the owner."""

    address: str
    columns: tuple[str, ...]

    def name_of(self, alias: str) -> str:
        """What the values of a reduction are known by where they stand at this home."""
        return f"{alias}@{self.address}({','.join(self.columns)})"


@dataclass(frozen=True, slots=True)
class Use:
    """A query's join of a reduction. `beside` is the alias of the table that is its home there."""

    alias: str
    home: Home | None
    beside: str
    join: exp.Join

    @property
    def name(self) -> str:
        """What the stored values are known by: the same reduction may stand at a home, or by itself."""
        return self.alias if self.home is None else self.home.name_of(self.alias)


@dataclass(frozen=True, slots=True)
class SharedScan:
    """A statement that computes several reductions, and the names that they are known by."""

    table: str
    query: exp.Select
    names: tuple[str, ...]


def address(table: exp.Table) -> str:
    """A stored table, whatever alias it is read under."""
    return f"{table.catalog}.{table.name}"


def uses_in(query: exp.Expr, keys: Keys) -> Iterator[Use]:
    """The reductions that a query joins itself; those inside another reduction stay there."""
    for select in query.find_all(exp.Select):
        yield from _uses_of(select, keys)


def _uses_of(select: exp.Select, keys: Keys) -> list[Use]:
    joins: list[exp.Join] = select.args.get("joins") or []
    found = [join for join in joins if is_reduction(join.this) and _outermost(join.this)]
    return [Use(join.this.alias, *_home(select, join, keys), join) for join in found]


def is_reduction(joined: exp.Expr) -> bool:
    """Whether what a query joins is a collection brought down to a value per owner."""
    return isinstance(joined, exp.Subquery) and joined.alias.startswith("r_")


def _outermost(subquery: exp.Expr) -> bool:
    above = subquery.find_ancestor(exp.Subquery)
    while above is not None:
        if is_reduction(above):
            return False
        above = above.find_ancestor(exp.Subquery)
    return True


def _home(select: exp.Select, join: exp.Join, keys: Keys) -> tuple[Home | None, str]:
    """The table of the same query whose declared key the owners are compared with, and its alias."""
    columns: dict[str, str] = {}
    aliases: set[str] = set()
    on = join.args["on"]
    for equal in on.flatten() if isinstance(on, exp.And) else [on]:
        mine, theirs = equal.this, equal.expression
        if not isinstance(theirs, exp.Column):
            return None, ""
        columns[mine.name] = theirs.name
        aliases.add(theirs.table)
    ordered = tuple(columns[owner_name(part)] for part in range(len(columns)))
    for table in _tables_of(select):
        if {table.alias} == aliases and set(keys.get(address(table), ())) == set(ordered):
            return Home(address(table), ordered), table.alias
    return None, ""


def _tables_of(select: exp.Select) -> Iterator[exp.Table]:
    """The tables that a query reads itself."""
    joins: list[exp.Expr] = select.args.get("joins") or []
    from_: exp.Expr | None = select.args.get("from_")
    for place in (from_, *joins):
        if place is not None and isinstance(place.this, exp.Table):
            yield place.this


def shared_scans(
    queries: Iterable[tuple[Iterable[Use], Mapping[str, Reduction]]], stored: Mapping[str, str], prefix: str
) -> list[SharedScan]:
    """The scans worth doing once for all: those of plain aggregates, and those that more than one step asks for.

    A query comes as its uses of reductions, and those by alias; what is `stored` already is not computed again.
    """
    asked: dict[tuple[str, Home | None], list[tuple[Use, Reduction]]] = {}
    for used, reductions in queries:
        for use in used:
            reduction = reductions.get(use.alias)
            if reduction is not None and use.alias not in stored and use.name not in stored:
                base = " ".join((reduction.rows.sql(), *(owner.sql() for owner in reduction.owner)))
                asked.setdefault((base, use.home), []).append((use, reduction))
    groups: dict[tuple[str, Home | None], list[tuple[Use, Reduction]]] = {}
    for (base, home), uses in asked.items():
        groups.setdefault((base, home if len(uses) >= _WORTH_A_HOME else None), []).extend(uses)
    return [
        _shared_scan({use.alias: reduction for use, reduction in uses}, home, prefix)
        for (_, home), uses in groups.items()
        if len(uses) > 1 or any(reduction.where is None for _, reduction in uses)
    ]


def _shared_scan(reductions: Mapping[str, Reduction], home: Home | None, prefix: str) -> SharedScan:
    query = scan([*reductions.values()])
    alone = len(reductions) == 1
    for alias, reduction in reductions.items():
        measure = reduction.measure.copy() if alone else _filtered(reduction)
        query = query.select(exp.alias_(measure, value_name(alias), quoted=True))
    if home is not None:
        query = _at_home(query, home, reductions)
    names = tuple(alias if home is None else home.name_of(alias) for alias in reductions)
    return SharedScan(f"{prefix}a_{fingerprint(query)}", query, names)


def _at_home(values: exp.Select, home: Home, aliases: Iterable[str]) -> exp.Select:
    """Shape: one row per record of the home that owns something: its key as the owner, and the values."""
    catalog, _, name = home.address.partition(".")
    records = exp.alias_(exp.table_(name, db="main", catalog=catalog, quoted=True), _RECORDS, table=True, quoted=True)
    parts = [(column(_RECORDS, key), owner_name(part)) for part, key in enumerate(home.columns)]
    met = exp.and_(*(column(_VALUES, owner).eq(key.copy()) for key, owner in parts))
    select = exp.select(*(exp.alias_(key, owner, quoted=True) for key, owner in parts)).from_(records)
    return select.select(*(column(_VALUES, value_name(alias)) for alias in aliases)).join(
        values.subquery(exp.to_identifier(_VALUES, quoted=True)), on=met
    )


def _filtered(reduction: Reduction) -> exp.Expr:
    """The measure over the records that its own condition lets through, within a scan of more."""
    measure = reduction.measure.copy()
    if reduction.where is None:
        return measure
    where = reduction.where

    def narrow(node: exp.Expr) -> exp.Expr:
        kept = exp.Filter(this=node, expression=exp.Where(this=where.copy()))
        if isinstance(node, exp.Count) and isinstance(node.this, exp.Star):
            # An owner of whom no record is wanted has no value, as if it were not in the scan.
            return exp.Nullif(this=kept, expression=exp.Literal.number(0))
        return kept

    if isinstance(measure, exp.AggFunc):
        return narrow(measure)
    for aggregate in list(measure.find_all(exp.AggFunc)):
        aggregate.replace(narrow(aggregate.copy()))
    return measure


def reading_stored(query: Query, stored: Mapping[str, str], keys: Keys, store: str) -> Query:
    """The same query, reading each reduction that is stored from where it stands."""
    if not any(use.name in stored or use.alias in stored for use in uses_in(query, keys)):
        return query
    changed = query.copy()
    for select in list(changed.find_all(exp.Select)):
        together: dict[tuple[str, str], list[Use]] = {}
        for use in _uses_of(select, keys):
            name = use.name if use.name in stored else use.alias
            if name not in stored:
                continue
            table = exp.table_(stored[name], db="main", catalog=store, quoted=True)
            use.join.set("this", exp.alias_(table, use.alias, table=True, quoted=True))
            at_home = use.home is not None and name == use.name
            beside = use.beside if at_home else f"= {_owner_of(use.join)}"
            together.setdefault((beside, table.name), []).append(use if at_home else replace(use, home=None))
        for uses in together.values():
            _merge(select, uses)
    return changed


def _owner_of(join: exp.Join) -> str:
    """What the parts of the owner are compared with, as text."""
    on = join.args["on"]
    return ", ".join(one.expression.sql() for one in (on.flatten() if isinstance(on, exp.And) else [on]))


def _merge(select: exp.Select, uses: list[Use]) -> None:
    """Reductions of one owner that stand in one table are read by one join, or in place of their home by none."""
    first = uses[0]
    instead = first.home is not None and _asked_for_its_key_only(select, first) and _wants_owners_only(select, uses)
    kept = first.beside if instead else first.alias
    for use in uses:
        if use is not first or instead:
            select.set("joins", [join for join in select.args["joins"] if join is not use.join])
        for found in _columns_of(select, use.alias):
            found.set("table", exp.to_identifier(kept, quoted=True))
    if instead:
        _take_its_place(select, first)


def _asked_for_its_key_only(select: exp.Select, use: Use) -> bool:
    """Whether nothing else of the home is read in a query, so that its stored values can take its place."""
    assert use.home is not None
    named = [one for one in select.find_all(exp.Table, exp.Subquery, exp.CTE) if one.alias == use.beside]
    everything = [star for star in select.find_all(exp.Star) if not isinstance(star.parent, exp.Count)]
    asked = {found.name for found in _columns_of(select, use.beside)}
    return len(named) == 1 and not everything and asked <= set(use.home.columns)


def _wants_owners_only(select: exp.Select, uses: list[Use]) -> bool:
    """Whether a query gives the same without the records of the home that own nothing.

    It does where its conditions turn them away, and where the home is itself joined to other rows: there, a record that
    is not found has no values either, as long as nothing but the joins asks for its key.
    """
    beside = uses[0].beside
    joins: list[exp.Join] = select.args.get("joins") or []
    own = next((one for one in joins if one.this.alias == beside), None)
    if own is None:
        where: exp.Expr | None = select.args.get("where")
        return where is not None and turns_away(where.this, {use.alias for use in uses})
    within = {id(own), *(id(use.join) for use in uses)}
    elsewhere = [one for one in _columns_of(select, beside) if not any(id(above) in within for above in _above(one))]
    return own.side == "LEFT" and not elsewhere


def _above(node: exp.Expr) -> Iterator[exp.Expr]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def _columns_of(select: exp.Select, alias: str) -> list[exp.Column]:
    return [found for found in select.find_all(exp.Column) if found.table == alias]


def _take_its_place(select: exp.Select, use: Use) -> None:
    assert use.home is not None
    owners = {key: owner_name(part) for part, key in enumerate(use.home.columns)}
    for found in _columns_of(select, use.beside):
        if found.name not in owners:
            continue  # a value
        renamed = column(use.beside, owners[found.name])
        shown = isinstance(found.parent, exp.Select) and found.arg_key == "expressions"
        found.replace(exp.alias_(renamed, found.name, quoted=True) if shown else renamed)
    table = next(one for one in _tables_of(select) if one.alias == use.beside)
    table.replace(exp.alias_(use.join.this.copy(), use.beside, table=True, quoted=True))
