"""Persons without a profile: whom a message addresses by a link that leads to nobody yet, as records to be added.

A targeting dimension that holds no persons says by which links it leads to them. Where the last link names a person who
has no record, a message that addresses the row makes one: the key that the link names, the address, and since when.
"""

from collections.abc import Callable, Collection
from datetime import UTC
from typing import Any

from sqlglot import exp

from engine.catalog.model import Channel, Dimension, End, Table
from engine.catalog.paths import read_path
from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources, Typed
from engine.contract import Effect, Place
from engine.relations import SEND_STATUS, Relation, ascending, column
from engine.selecting import joined, named
from engine.texts import say
from engine.types import Family


def newcomers(
    place: Place[Any],
    sources: Sources,
    rows: Relation,
    dimension: Dimension,
    channel: Channel,
    address: Callable[[RowScope], Typed],
    addressed: Collection[str],
) -> Effect | None:
    """What gives profiles to those whom a message addresses; None where the dimension leads to no table of persons.

    `rows` are what left the message: those with one of the send statuses `addressed` are meant.
    """
    if not dimension.profile:
        return None
    path = read_path(place.catalog, dimension.table, dimension.profile, ends_on_link=True)
    last, persons = path.links[-1], place.catalog.table_by_name[path.end_table]
    if any(link.is_collection for link in path.links) or {there for _, there in last.pairs} != set(persons.key):
        return None
    scope = RowScope.of_population(sources, rows, "p")
    before = dimension.profile.rpartition("/")[0]
    keys = _keys(scope, last, f"{before}/" if before else "")
    values = _values(place, persons, channel, address(scope))
    known = scope.attribute(f"{dimension.profile}/{persons.key[0]}").tree
    picked = [named(keys[part], part) for part in persons.key]
    for name, value in values.items():
        picked += [named(value, f"v_{name}"), named(exp.true(), f"w_{name}")]
    select = joined(rows.rows("p").select(*picked), scope)
    select = select.where(known.copy().is_(exp.null()), *(exp.Not(this=_missing(key)) for key in keys.values()))
    select = select.where(column("p", SEND_STATUS).isin(*(exp.Literal.string(one) for one in sorted(addressed))))
    rank = exp.Window(
        this=exp.RowNumber(),
        partition_by=[key.copy() for key in keys.values()],
        order=exp.Order(expressions=[ascending(part) for part in scope.row_key()]),
    )
    return Effect(
        "create-profiles",
        {"table": persons.name, "operation": "insert", "fields": tuple(values)},
        select.qualify(exp.EQ(this=rank, expression=exp.Literal.number(1))),
        would=say("Would give a profile to {n} person(s) who (has|have) none."),
    )


def _keys(scope: RowScope, last: End, before: str) -> dict[str, exp.Expr]:
    """Each column of the persons' key to what names it where the last link begins."""
    return {there: scope.attribute(f"{before}{here}").tree for here, there in last.pairs}


def _values(place: Place[Any], persons: Table, channel: Channel, address: Typed) -> dict[str, exp.Expr]:
    """What else is known of a newcomer, by column: the address, and the version that the run's instant gives."""
    own = (one.addresses.get(channel) for one in place.catalog.dimensions if one.table == persons.name)
    column_of_address = next((path for path in own if path is not None and path in persons.by_name), None)
    found: dict[str, exp.Expr] = {}
    if column_of_address is not None and column_of_address not in persons.key:
        found[column_of_address] = address.tree
    if persons.version is not None and persons.version not in persons.key:
        found[persons.version] = _now(place, persons)
    return found


def _now(place: Place[Any], persons: Table) -> exp.Expr:
    clock, attribute = place.surroundings.clock, persons.by_name[persons.version or ""]
    instant = clock.now.replace(tzinfo=clock.zone)
    if attribute.type.family is Family.NUMBER:
        return exp.Literal.number(int(instant.timestamp()))
    kept = instant.astimezone(UTC).replace(tzinfo=None) if attribute.instant else clock.now
    return exp.Cast(this=exp.Literal.string(kept.isoformat(sep=" ")), to=attribute.type.to_sql())


def _missing(part: exp.Expr) -> exp.Expr:
    return part.copy().is_(exp.null())
