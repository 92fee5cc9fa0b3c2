"""Changes by key: of each key the newest record wins, an older one changes nothing, and loading twice is harmless.

Of several records of one key in a file the highest version wins, and of equal versions the last line. A stored record
gives way only to a higher version; an equal one is the same record seen again. A deleted record leaves its key and
version behind, so that a late older record cannot bring it back.
"""

from sqlglot import exp

from engine.catalog.model import Table
from engine.database import Cursor, Store, stored
from engine.relations import column

CHANGE = "_change_request_type"
GONE = "_gone"
"""Suffix of the table that keeps keys and versions of deleted records."""


def merged(
    cursor: Cursor, checked: exp.Table, incoming: exp.Select, table: Table, physical: str, current: str | None
) -> dict[str, int]:
    """Write the next state of a table; how many records were inserted, updated, deleted and ignored."""
    names = [attribute.name for attribute in table.attributes]
    work = f"{checked.name}_w"
    has_change = CHANGE in cursor.columns(exp.select("*").from_(checked.copy()))
    change: exp.Expr = exp.column(CHANGE, quoted=True) if has_change else exp.Literal.string("u")
    source = incoming.select(exp.alias_(change, CHANGE, quoted=True), exp.column("_line", quoted=True))
    order = [exp.Ordered(this=exp.column("_line", quoted=True), desc=True)]
    if table.version is not None:
        order.insert(0, exp.Ordered(this=exp.column(table.version, quoted=True), desc=True, nulls_first=False))
    rank = exp.Window(
        this=exp.RowNumber(),
        partition_by=[exp.column(part, quoted=True) for part in table.key],
        order=exp.Order(expressions=order),
    )
    ranked = exp.select("*", exp.alias_(rank, "_rank", quoted=True)).from_(source.subquery("i"))
    before = _before(cursor, table, names, current)
    state = (
        exp.select("*").from_(ranked.subquery("n")).where(exp.column("_rank", quoted=True).eq(exp.Literal.number(1)))
    )
    on = exp.and_(*(column("b", part).eq(column("n", part)) for part in table.key))
    newer: exp.Expr = exp.true()
    if table.version is not None:
        newer = exp.Coalesce(
            this=exp.GT(this=column("n", table.version), expression=column("b", table.version)),
            expressions=[column("b", table.version).is_(exp.null())],
        )
    known = exp.Coalesce(this=column("b", "_known"), expressions=[exp.false()])
    alive = exp.Coalesce(this=column("b", "_alive"), expressions=[exp.false()])
    deletes = column("n", CHANGE).eq(exp.Literal.string("d"))
    verdict = (
        exp.Case(default=exp.Literal.string("inserted"))
        .when(exp.and_(known, exp.Not(this=newer)), exp.Literal.string("ignored"), copy=False)
        .when(deletes, exp.Literal.string("deleted"), copy=False)
        .when(alive, exp.Literal.string("updated"), copy=False)
    )
    joined = (
        exp.select(*(column("n", name) for name in names))
        .select(exp.alias_(verdict, "_verdict", quoted=True))
        .from_(state.subquery("n"))
        .join(before.subquery("b"), on=on, join_type="left")
    )
    try:
        cursor.create(Store.WORK, work, joined)
        counted = _verdicts(cursor, work)
        read = int(cursor.value(exp.select(exp.Count(this=exp.Star())).from_(source.subquery("i"))))
        _write_state(cursor, work, before, table, names, physical)
    finally:
        cursor.drop(Store.WORK, work)
    ignored = counted.get("ignored", 0) + read - sum(counted.values())
    return {**{name: counted.get(name, 0) for name in ("inserted", "updated", "deleted")}, "ignored": ignored}


def _before(cursor: Cursor, table: Table, names: list[str], current: str | None) -> exp.Query:
    """Records and tombstones as they are. Shape: one row per key; `_alive` is false for a tombstone."""
    known = exp.alias_(exp.true(), "_known", quoted=True)
    if current is None:
        types = {attribute.name: attribute.type.to_sql() for attribute in table.attributes}
        nothing = [exp.alias_(exp.Cast(this=exp.null(), to=types[name]), name, quoted=True) for name in names]
        return exp.select(*nothing, known, exp.alias_(exp.true(), "_alive", quoted=True)).where(exp.false())
    alive = exp.select(*(exp.column(name, quoted=True) for name in names)).from_(stored(Store.DATA, current))
    living = alive.select(known.copy(), exp.alias_(exp.true(), "_alive", quoted=True))
    if current + GONE not in cursor.tables(Store.DATA):
        return living
    gone = exp.select(*(exp.column(name, quoted=True) for name in names)).from_(stored(Store.DATA, current + GONE))
    return exp.union(
        living,
        gone.select(known.copy(), exp.alias_(exp.false(), "_alive", quoted=True)),
        distinct=False,
    )


def _verdicts(cursor: Cursor, work: str) -> dict[str, int]:
    verdict = exp.column("_verdict", quoted=True)
    rows = cursor.fetch(
        exp.select(verdict, exp.Count(this=exp.Star())).from_(stored(Store.WORK, work)).group_by(verdict.copy())
    )
    return {str(name): int(count) for name, count in rows}


def _write_state(cursor: Cursor, work: str, before: exp.Query, table: Table, names: list[str], physical: str) -> None:
    """The records that stay and those that came; beside them, the tombstones."""
    columns = [exp.column(name, quoted=True) for name in names]
    touched = exp.select("1").from_(exp.alias_(stored(Store.WORK, work), "w", table=True))
    touched = touched.where(
        *(column("w", part).eq(column("b", part)) for part in table.key),
        column("w", "_verdict").neq(exp.Literal.string("ignored")),
    )
    kept = exp.select(*(column("b", name) for name in names)).from_(before.subquery("b"))
    kept = kept.where(exp.Not(this=exp.Exists(this=touched)))
    came = exp.select(*columns).from_(stored(Store.WORK, work))
    verdict = exp.column("_verdict", quoted=True)
    arrived = exp.In(this=verdict, expressions=[exp.Literal.string("inserted"), exp.Literal.string("updated")])
    left = verdict.copy().eq(exp.Literal.string("deleted"))
    alive = column("b", "_alive")
    records = exp.union(kept.where(alive), came.where(arrived), distinct=False)
    tombstones = exp.union(kept.where(exp.Not(this=alive.copy())), came.where(left), distinct=False)
    with cursor.transaction():
        cursor.create(Store.DATA, physical, records)
        cursor.create(Store.DATA, physical + GONE, tombstones)
