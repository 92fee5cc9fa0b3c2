"""By which identities the members of an audience can be known: how many have each of them, which ones together."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlglot import exp

from engine.catalog.model import Attribute, Catalog
from engine.database import Cursor, Store, stored
from engine.relations import IDENTITY, column
from engine.types import STRING
from engine.workspace import Workspace
from engine.workspace.audiences import SavedAudience


@dataclass(frozen=True, slots=True)
class Identities:
    """`groups` maps which identities members have, in the order of `names`, to how many have exactly these.

    `titles` says what the identities are called. A member without a record has that by which the audience knows it.
    """

    names: tuple[str, ...]
    titles: tuple[str, ...]
    groups: Mapping[tuple[bool, ...], int]

    def having(self, name: str) -> int:
        """How many members have an identity."""
        place = self.names.index(name)
        return sum(rows for has, rows in self.groups.items() if has[place])

    def overlap(self, one: str, other: str) -> tuple[int, int, int]:
        """How many have the first alone, both, and the second alone."""
        first, second = self.names.index(one), self.names.index(other)
        found = dict.fromkeys(((True, False), (True, True), (False, True)), 0)
        for has, rows in self.groups.items():
            pair = (has[first], has[second])
            if pair in found:
                found[pair] += rows
        return found[True, False], found[True, True], found[False, True]


def identity_columns(catalog: Catalog, audience: SavedAudience) -> tuple[Attribute, ...]:
    """The columns of the records that name a person, first that by which the audience knows its members."""
    dimension = catalog.dimension_by_name.get(audience.dimension)
    table = None if dimension is None else catalog.table_by_name.get(dimension.table)
    if table is None or audience.identity not in table.by_name:
        return ()
    others = {one.identity for one in catalog.dimensions if one.table == table.name and one.identity}
    addresses = {path for one in catalog.dimensions if one.table == table.name for path in one.addresses.values()}
    known = [
        one
        for one in table.attributes
        if one.name != audience.identity and (one.identity or one.name in others | addresses)
    ]
    return (table.by_name[audience.identity], *known)


def identities_of(workspace: Workspace, audience: SavedAudience) -> Identities:
    """Which identities the members have, as their records are now; an empty text is none."""
    catalog = workspace.catalog()
    columns = identity_columns(catalog, audience)
    dimension = catalog.dimension_by_name.get(audience.dimension)
    current = {} if dimension is None else workspace.datasets.snapshot()
    if dimension is None or not columns or dimension.table not in current:
        return Identities((), (), {})
    text = STRING.to_sql()
    own = exp.Cast(this=column("t", audience.identity), to=text)
    records = stored(Store.DATA, current[dimension.table].physical)
    # Several records of one identity are one member, who has what any of them has.
    has = [
        exp.Max(this=exp.Coalesce(
            this=exp.Nullif(this=exp.Cast(this=column("t", one.name), to=text.copy()),
                            expression=exp.Literal.string("")).is_(exp.null()).not_(),
            expressions=[exp.false()],
        ))
        for one in columns[1:]
    ]  # fmt: skip
    each = (
        exp.select(*(exp.alias_(one, f"h{place}", quoted=True) for place, one in enumerate(has)), column("m", IDENTITY))
        .from_(exp.alias_(stored(Store.DATA, audience.physical), "m", table=True))
        .join(exp.alias_(records, "t", table=True), on=own.eq(column("m", IDENTITY)), join_type="left")
        .group_by(column("m", IDENTITY))
    )
    flags = [column("e", f"h{place}") for place in range(len(has))]
    counted = exp.select(*flags, exp.Count(this=exp.Star())).from_(each.subquery("e"))
    if flags:
        counted = counted.group_by(*(flag.copy() for flag in flags))

    def read(cursor: Cursor) -> dict[tuple[bool, ...], int]:
        return {(True, *map(bool, values)): int(rows) for *values, rows in cursor.fetch(counted)}

    return Identities(
        tuple(one.name for one in columns), tuple(one.title for one in columns), workspace.database.reader.run(read)
    )
