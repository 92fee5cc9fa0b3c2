"""One member of an audience with all that is known: the record, what is linked to it, the audiences it is in."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlglot import exp

from engine.account_data.details import MOST, Detail, Listing
from engine.catalog.model import Attribute, Catalog, End, Table
from engine.database import Cursor, Store, stored
from engine.relations import IDENTITY, Column, ascending, column
from engine.texts import say
from engine.types import STRING, DataType, Kind
from engine.workspace import Workspace
from engine.workspace.audiences import SavedAudience

AUDIENCES = "audiences"
_AUDIENCE_COLUMNS = (
    Column("id", STRING, "Audience ID"), Column("label", STRING, say("Audience")),
    Column("status", STRING, say("Status")), Column("changed", DataType(Kind.DATETIME), say("Last updated")),
)  # fmt: skip


def member_detail(workspace: Workspace, audience: SavedAudience, identity: str) -> Detail | None:
    """A member by its identity; None for nobody of that audience.

    Facts: what the audience keeps, then the record of its dimension, if there is one. Listings: one for each link of
    the record by the link's name, at most `MOST` rows in the order of their keys, without a key in that of their
    columns; and the audiences.
    """
    return workspace.database.reader.run(lambda cursor: _found(workspace, audience, identity, cursor))


def links_of(catalog: Catalog, audience: SavedAudience) -> tuple[End, ...]:
    """The links whose records are told of a member, in the order of the catalogue."""
    dimension = catalog.dimension_by_name.get(audience.dimension)
    return () if dimension is None else tuple(catalog.ends.get(dimension.table, {}).values())


def _found(workspace: Workspace, audience: SavedAudience, identity: str, cursor: Cursor) -> Detail | None:
    members = exp.alias_(stored(Store.DATA, audience.physical), "m", table=True)
    named = column("m", IDENTITY).eq(exp.Literal.string(identity))
    kept = [column("m", one.name) for one in audience.columns]
    own = cursor.fetch(exp.select(column("m", IDENTITY), *kept).from_(members).where(named))
    if not own:
        return None
    facts: list[tuple[Column, Any]] = list(zip(audience.columns, own[0][1:], strict=True))
    listings: dict[str, Listing] = {}
    catalog = workspace.catalog()
    current = {name: stored(Store.DATA, one.physical) for name, one in workspace.datasets.snapshot().items()}
    dimension = catalog.dimension_by_name.get(audience.dimension)
    table = None if dimension is None else catalog.table_by_name.get(dimension.table)
    if table is not None and table.name in current:
        record = _record(table, current[table.name], audience.identity, identity)
        for values in cursor.fetch(record.copy()):
            facts += zip(map(_column, table.attributes), values, strict=True)
        listings |= _linked(cursor, catalog, audience, current, record)
    listings[AUDIENCES] = Listing(_AUDIENCE_COLUMNS, tuple(_audiences(workspace, cursor, audience, identity)))
    return Detail(identity, identity, tuple(facts), listings)


def _record(table: Table, rows: exp.Table, name: str, identity: str) -> exp.Select:
    """The record that an identity names, the first by key; nothing for nobody's."""
    found = exp.select(*(column("t", one.name) for one in table.attributes))
    found = found.from_(exp.alias_(rows.copy(), "t", table=True))
    if name not in table.by_name:
        return found.where(exp.false())
    text = exp.Cast(this=column("t", name), to=STRING.to_sql())
    found = found.where(text.eq(exp.Literal.string(identity)))
    return found.order_by(*_order(table)).limit(1)


def _order(table: Table) -> list[exp.Ordered]:
    """The order of a table's rows: that of its key; of all its columns, where nothing tells them apart."""
    return [ascending(column("t", name)) for name in table.key or [one.name for one in table.attributes]]


def _linked(
    cursor: Cursor, catalog: Catalog, audience: SavedAudience, current: Mapping[str, exp.Table], record: exp.Select
) -> dict[str, Listing]:
    found: dict[str, Listing] = {}
    for end in links_of(catalog, audience):
        table = catalog.table_by_name.get(end.there)
        if table is None or end.there not in current:
            continue
        columns = tuple(_column(one) for one in table.attributes)
        key = column("t", table.key[0]) if table.key else exp.null()
        query = exp.select(exp.Cast(this=key, to=STRING.to_sql()), *(column("t", one.name) for one in columns))
        query = query.from_(exp.alias_(current[end.there].copy(), "t", table=True))
        query = query.join(record.subquery("r"), on=exp.and_(*(
            column("t", there).eq(column("r", here)) for here, there in end.pairs
        )))  # fmt: skip
        rows = cursor.fetch(query.order_by(*_order(table)).limit(MOST))
        found[end.name] = Listing((Column("id", STRING, "ID"), *columns), tuple(rows))
    return found


def _audiences(
    workspace: Workspace, cursor: Cursor, audience: SavedAudience, identity: str
) -> Iterator[tuple[Any, ...]]:
    """The audiences about the same records that a member is in, this one among them, by label."""
    same = [
        one
        for one in workspace.audiences.usable()
        if (one.dimension, one.identity) == (audience.dimension, audience.identity)
    ]
    for one in same:
        members = exp.select("1").from_(exp.alias_(stored(Store.DATA, one.physical), "m", table=True))
        members = members.where(column("m", IDENTITY).eq(exp.Literal.string(identity))).limit(1)
        if cursor.fetch(members):
            yield one.id, one.label, one.status.value, one.changed


def _column(attribute: Attribute) -> Column:
    return Column(attribute.name, attribute.type, attribute.title)
