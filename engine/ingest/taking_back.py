"""Takes one load of a table back, though others came after it, as long as none of them changed the same records."""

from dataclasses import dataclass
from functools import partial

from sqlglot import exp

from engine.catalog.model import Table
from engine.database import Cursor, Store, stored
from engine.ingest.cdc import GONE
from engine.problems import EngineError, Problem
from engine.relations import ascending, column
from engine.texts import say
from engine.workspace import Workspace
from engine.workspace.datasets import StoredTable, not_the_latest

_ALIVE = "_alive"
_TOLD = 3
"""Records that are named when a later load changed them."""


@dataclass(frozen=True, slots=True)
class _States:
    """A table before a load, after it, and now. Before the first load there is none."""

    table: Table
    before: str | None
    after: str
    now: str


def take_back(workspace: Workspace, load: str) -> StoredTable | None:
    """Bring the records that a load changed back to what they were; the table then, or None when there is none left.

    The latest load of a table is taken back whole. Of an earlier one, the records keep what later loads added to
    others. Errors: nothing-to-undo; changed-since, with the records that a later load changed too; and
    not-the-latest-load, when the table has no key or its state before is kept no longer.
    """
    return workspace.database.writer.run(partial(_take_back, workspace, load))


def _take_back(workspace: Workspace, load: str, cursor: Cursor) -> StoredTable | None:
    found = workspace.datasets.states_around(load)
    if found is None:
        return workspace.datasets.undo(load)
    name, before, after, now = found
    table = workspace.catalog().table_by_name.get(name)
    if table is None or not table.key or not _same_columns(cursor, table, before, after, now):
        raise EngineError(not_the_latest())
    states = _States(table, before, after, now)
    mine = _changed(cursor, table, before, after)
    later = _changed(cursor, table, after, now)
    _refuse_changed(cursor, table, mine, later)
    physical = workspace.datasets.begin(name)
    tables = cursor.tables(Store.DATA)
    with cursor.transaction():
        cursor.create(Store.DATA, physical, _records(cursor, states, mine, alive=True))
        if any(one is not None and one + GONE in tables for one in (before, after, now)):
            cursor.create(Store.DATA, physical + GONE, _records(cursor, states, mine, alive=False))
    rows = int(cursor.value(exp.select(exp.Count(this=exp.Star())).from_(stored(Store.DATA, physical))))
    return workspace.datasets.commit_without(load, physical, rows)


def _same_columns(cursor: Cursor, table: Table, *states: str | None) -> bool:
    wanted = {one.name for one in table.attributes}
    there = [exp.select("*").from_(stored(Store.DATA, one)) for one in states if one is not None]
    return all(wanted <= set(cursor.columns(one)) for one in there)


def _state(cursor: Cursor, table: Table, physical: str | None) -> exp.Query:
    """The records of a state and those deleted. Shape: one row per key, its columns and whether it is there."""
    names = [one.name for one in table.attributes]
    if physical is None:
        nothing = [exp.alias_(exp.Cast(this=exp.null(), to=one.type.to_sql()), one.name, quoted=True)
                   for one in table.attributes]  # fmt: skip
        return exp.select(*nothing, exp.alias_(exp.true(), _ALIVE, quoted=True)).where(exp.false())

    def part(name: str, there: exp.Expr) -> exp.Select:
        source = exp.alias_(stored(Store.DATA, name), "s", table=True)
        return exp.select(*(column("s", one) for one in names), exp.alias_(there, _ALIVE, quoted=True)).from_(source)

    found = part(physical, exp.true())
    if physical + GONE not in cursor.tables(Store.DATA):
        return found
    return exp.union(found, part(physical + GONE, exp.false()), distinct=False)


def _changed(cursor: Cursor, table: Table, one: str | None, other: str | None) -> exp.Select:
    """The keys of records that differ between two states."""
    first, second = _state(cursor, table, one), _state(cursor, table, other)

    def all_of(state: exp.Query) -> exp.Select:
        return exp.select("*").from_(state.copy().subquery("s"))

    gone, came = exp.except_(all_of(first), all_of(second)), exp.except_(all_of(second), all_of(first))
    both = exp.union(all_of(gone), all_of(came), distinct=False)
    return exp.select(*(column("d", part) for part in table.key)).distinct().from_(both.subquery("d"))


def _refuse_changed(cursor: Cursor, table: Table, mine: exp.Select, later: exp.Select) -> None:
    """Errors: changed-since."""
    among = exp.select("1").from_(later.subquery("l"))
    among = among.where(*(column("l", part).eq(column("m", part)) for part in table.key))
    keys = [column("m", part) for part in table.key]
    both = exp.select(*keys).from_(mine.subquery("m")).where(exp.Exists(this=among))
    count = int(cursor.value(exp.select(exp.Count(this=exp.Star())).from_(both.copy().subquery("b"))))
    if not count:
        return
    order = [ascending(column("m", part)) for part in table.key]
    some = [" / ".join(map(str, row)) for row in cursor.fetch(both.order_by(*order).limit(_TOLD))]
    raise EngineError(
        Problem(
            code="changed-since",
            what=say("A later load changed the same records, in number: {n}.", n=count),
            why=say("Such as {names}.", names=", ".join(some)),
            fix="Undo the later loads first, from the newest.",
            values={"records": count},
        )
    )


def _records(cursor: Cursor, states: _States, mine: exp.Select, *, alive: bool) -> exp.Query:
    """What is there (or was deleted) when the records of the load are as before it, and all others as they are now."""
    table = states.table
    names = [one.name for one in table.attributes]

    def part(state: str | None, name: str, *, changed: bool) -> exp.Select:
        same = exp.select("1").from_(mine.copy().subquery("m"))
        same = same.where(*(column("m", key).eq(column(name, key)) for key in table.key))
        wanted: exp.Expr = exp.Exists(this=same)
        there: exp.Expr = column(name, _ALIVE)
        source = _state(cursor, table, state).subquery(name)
        found = exp.select(*(column(name, one) for one in names)).from_(source)
        return found.where(wanted if changed else exp.Not(this=wanted), there if alive else exp.Not(this=there))

    kept = part(states.now, "n", changed=False)
    return exp.union(kept, part(states.before, "o", changed=True), distinct=False)
