"""Changing the records of a table, in a real run."""

from collections.abc import Mapping
from typing import Any

from sqlglot import exp

from engine.catalog.model import Attribute
from engine.database import Store, stored
from engine.relations import column
from engine.runner.effects.work import Work
from engine.texts import say
from engine.workspace import LoadRecord


def update_data(work: Work) -> str:
    """The next state of the table: the old records with their changes, and the new ones."""
    name, operation = work.values["table"], work.values["operation"]
    table = work.workspace.catalog().table_by_name[name]
    current = work.workspace.datasets.current(name)
    changes = work.query.copy().subquery("n")
    matches = exp.and_(*(column("n", part).eq(column("o", part)) for part in table.key))
    there = None if current is None else exp.alias_(stored(Store.DATA, current.physical), "o", table=True)
    parts: list[exp.Query] = []
    if there is not None:
        kept = exp.select(*(_new_value(one, work.values, operation) for one in table.attributes))
        kept = kept.from_(there.copy()).join(changes.copy(), on=matches.copy(), join_type="left")
        if operation == "delete":
            kept = kept.where(column("n", table.key[0]).is_(exp.null()))
        parts.append(kept)
    if operation in {"insert", "insert-or-update"}:
        fresh = exp.select(
            *(_inserted(one.name, one.type.to_sql(), table.key, work.values) for one in table.attributes)
        )
        fresh = fresh.from_(changes.copy())
        if there is not None:
            fresh = fresh.where(
                exp.Not(this=exp.Exists(this=exp.select("1").from_(there.copy()).where(matches.copy())))
            )
        parts.append(fresh)
    if not parts:
        return say("{table} holds no records, so nothing changed.", table=table.title)
    physical = work.workspace.datasets.begin(name)
    query = parts[0] if len(parts) == 1 else exp.union(parts[0], parts[1], distinct=False)
    work.cursor.create(Store.DATA, physical, query)
    rows = work.count(stored(Store.DATA, physical))
    record = LoadRecord(name, f"updated by {work.document.name or work.document.id}")
    work.workspace.datasets.commit(record, physical, rows)
    return say("{table} was updated and has {n} record(s).", table=table.title, n=rows)


def create_profiles(work: Work) -> str:
    """Records for the persons whom a message addressed and who had none."""
    name = work.values["table"]
    title = work.workspace.catalog().table_by_name[name].title
    before = work.workspace.datasets.current(name)
    if not work.count(work.query.copy().subquery("r")):
        return say("Everybody whom it addressed has a profile.")
    update_data(work)
    after = work.workspace.datasets.current(name)
    made = (0 if after is None else after.rows) - (0 if before is None else before.rows)
    return say("{n} person(s) who had no profile (was|were) added to {title}.", n=made, title=title)


def _new_value(attribute: Attribute, values: Mapping[str, Any], operation: str) -> exp.Expr:
    name = attribute.name
    old = column("o", name)
    if name not in values["fields"] or operation in {"insert", "delete"}:
        return exp.alias_(old, name, quoted=True)
    new = exp.Cast(this=column("n", f"v_{name}"), to=attribute.type.to_sql())
    changed = exp.Case(default=old).when(column("n", f"w_{name}"), new, copy=False)
    return exp.alias_(changed, name, quoted=True)


def _inserted(name: str, kind: exp.DataType, key: tuple[str, ...], values: Mapping[str, Any]) -> exp.Expr:
    value: exp.Expr = exp.null()
    if name in key:
        value = column("n", name)
    elif name in values["fields"]:
        value = exp.Case().when(column("n", f"w_{name}"), column("n", f"v_{name}"), copy=False)
    return exp.alias_(exp.Cast(this=value, to=kind), name, quoted=True)
