"""Simulated activities that follow links and compare fields: Enrichment, Reconciliation, Change dimension."""

from dataclasses import replace
from typing import Any

from tests.engine import twin
from tests.engine.twin import Row, Rows
from tests.engine.twins import world
from tests.engine.twins.populations import (
    DIMENSIONS,
    Entering,
    Left,
    Population,
    Settings,
    expression,
    key_columns,
    key_of,
    look,
    record_of,
)
from tests.engine.twins.rules import holds, linked, reduced


def enrichment(node: Entering) -> Left:
    settings = node.settings
    primary = settings.get("primary_set")
    source = node.source if primary is None else node.several([primary])[0]
    rows: Rows = []
    for row in source.rows:
        added = {
            pick.get("alias") or pick["attribute"].rsplit("/", 1)[-1]:
            look(source, row, pick["attribute"]) if "attribute" in pick else expression(source, row, pick["expression"])
            for pick in settings.get("attributes", [])
        }  # fmt: skip
        record = record_of(source, row)
        for one in settings.get("aggregates", []):
            rule = one | {"kind": "aggregate", "rule": one.get("filter")}
            nothing = 0 if one["function"] in {"count", "count-distinct"} else None
            added[one["alias"]] = nothing if record is None else reduced(source.table, record, rule)
        for one in settings.get("collections", []):
            added |= _lines(source, record, one)
        dropped = False
        for link in settings.get("links", []):
            found = _linked(node, source, row, link)
            dropped = dropped or (found is None and link.get("relation") == "1")
            added |= {pick["alias"]: None if found is None else found[pick["attribute"]] for pick in link["attributes"]}
        if not dropped:
            rows.append(row | added)
    return Left({"result": replace(source, rows=rows)}, frozenset(["result"]), len(source.rows))


def _lines(source: Population, record: dict[str, Any] | None, one: Settings) -> Row:
    table, found = ("orders", []) if record is None else linked(source.table, record, one["link"])
    found = [line for line in found if holds(table, line, one.get("filter"))]
    sort = one.get("sort")
    if sort is not None:
        known = [line for line in found if line[sort["attribute"]] is not None]
        known.sort(key=lambda line: line[sort["attribute"]], reverse=sort["descending"])
        found = known + [line for line in found if line[sort["attribute"]] is None]
    found = found[: one["lines"]]
    row: Row = {
        f"{one['name']}{place}_{name}": found[place - 1][name] if place <= len(found) else None
        for place in range(1, one["lines"] + 1)
        for name in one["attributes"]
    }
    row[f"{one['name']}s"] = [{name: line[name] for name in one["attributes"]} for line in found] or None
    return row


def _linked(node: Entering, source: Population, row: Row, link: Settings) -> Row | None:
    """The first record, or row of another population, whose fields equal the row's."""
    if link.get("set"):
        other = node.several([link["set"]])[0]
        names = {pick["attribute"] for pick in link["attributes"]} | {one["destination"] for one in link["joins"]}
        others = [
            {name: look(other, one, name) for name in names} for one in twin.by_row_key(other.rows, other.row_key)
        ]
    else:
        others = sorted(world.RECORDS[link["table"]], key=lambda one: [one[part] for part in world.KEYS[link["table"]]])
    for one in others:
        values = [(look(source, row, pair["source"]), one[pair["destination"]]) for pair in link["joins"]]
        if all(mine is not None and mine == theirs for mine, theirs in values):
            return one
    return None


def reconciliation(node: Entering) -> Left:
    settings, source = node.settings, node.source
    table = DIMENSIONS[settings["dimension"]]
    rules = [settings.get("rule"), settings.get("filter")]
    records = [one for one in world.RECORDS[table] if all(holds(table, one, rule) for rule in rules)]
    records.sort(key=lambda one: [one[part] for part in world.KEYS[table]])
    matched: Rows = []
    unmatched: Rows = []
    ambiguous = 0
    for row in source.rows:
        found = [one for one in records if all(_agree(source, row, one, pair) for pair in settings["pairs"])]
        ambiguous += len(found) > 1
        wanted = found if settings.get("one_row_per_match") else found[:1]
        matched += [key_of(table, one) | _moved(source, row) for one in wanted]
        if not found:
            unmatched.append(dict.fromkeys(key_columns(table)) | _moved(source, row))
    moved = _moved_shape(source, settings["dimension"])
    keeps = settings.get("keep_unreconciled", True)
    rows = matched + (unmatched if keeps else [])
    outputs: dict[str, Population | None] = {"result": replace(moved, rows=rows)}
    if settings.get("complement") and not keeps:
        outputs["complement"] = replace(moved, rows=unmatched)
    said = {} if settings.get("one_row_per_match") else {"ambiguous-rows": ambiguous}
    return Left(outputs, frozenset(outputs), len(source.rows), remarks=said)


def _agree(source: Population, row: Row, record: dict[str, Any], pair: Settings) -> bool:
    here, there = look(source, row, pair["source"]), record[pair["destination"]]
    if pair.get("ignore_case") and isinstance(here, str) and isinstance(there, str):
        here, there = here.lower(), there.lower()
    return here is not None and here == there


def _moved(source: Population, row: Row) -> Row:
    """The columns of a row that now stands for another record; what named it before is its origin."""
    names = dict(zip(source.key, ["_origin_key", "_origin_key_2"], strict=False))
    names |= {name: f"_{name}" for name in row if name.startswith("_origin_key")}
    return {names.get(name, name): value for name, value in row.items()}


def _moved_shape(source: Population, dimension: str) -> Population:
    columns = key_columns(DIMENSIONS[dimension])
    before = _moved(source, dict.fromkeys([*source.row_key, *source.key]))
    told_apart = [name for name in before if _is_of(name, source.row_key, source)]
    return Population([], dimension, (*columns, *told_apart), columns, source.dimension)


def _is_of(name: str, row_key: tuple[str, ...], source: Population) -> bool:
    return name in _moved(source, dict.fromkeys(row_key))


def change_dimension(node: Entering) -> Left:
    """Every row follows the links, outer; one row per linked record, or one with an empty key."""
    settings, source = node.settings, node.source
    table = DIMENSIONS[settings["dimension"]]
    way = settings["path"].split("/") if settings.get("path") else _WAYS[source.table, table]
    rows: Rows = []
    for row in source.rows:
        record = record_of(source, row)
        found = [record] if record is not None else []
        here = source.table
        for name in way:
            found = [one for before in found for one in linked(here, before, name)[1]]
            here = world.LINKS[here][name][0]
        rows += [key_of(table, one) | _moved(source, row) for one in found]
        if not found:
            rows.append(dict.fromkeys(key_columns(table)) | _moved(source, row))
    moved = _moved_shape(source, settings["dimension"])
    unmatched = sum(row["_key"] is None for row in rows)
    kept: Rows = rows
    rest: Rows = []
    if settings.get("keep"):
        kept, rest = _firsts(twin.by_row_key(rows, moved.row_key), moved.key)
    outputs: dict[str, Population | None] = {"result": replace(moved, rows=kept)}
    if settings.get("keep") and settings.get("complement"):
        outputs["complement"] = replace(moved, rows=rest)
    return Left(outputs, frozenset(outputs), len(source.rows), remarks={"unmatched-rows": unmatched})


_WAYS: dict[tuple[str, str], list[str]] = {
    ("orders", "people"): ["buyer"],
    ("people", "orders"): ["orders"],
    ("seats", "people"): ["holder"],
    ("people", "seats"): ["seats"],
    ("orders", "seats"): ["buyer", "seats"],
    ("seats", "orders"): ["holder", "orders"],
    ("shelf", "people"): ["keeper"],
    ("shelf", "orders"): ["keeper", "orders"],
    ("shelf", "seats"): ["keeper", "seats"],
    ("people", "people"): [],
    ("orders", "orders"): [],
    ("seats", "seats"): [],
}


def _firsts(rows: Rows, key: tuple[str, ...]) -> tuple[Rows, Rows]:
    """The first row of each key and all rows without one; the rest."""
    seen: set[tuple[Any, ...]] = set()
    kept: Rows = []
    rest: Rows = []
    for row in rows:
        value = tuple(row[name] for name in key)
        again = None not in value and value in seen
        (rest if again else kept).append(row)
        seen.add(value)
    return kept, rest
