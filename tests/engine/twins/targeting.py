"""Simulated targeting: sources of people, Combine, Deduplication, Split."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from tests.engine import twin
from tests.engine.twin import Row, Rows
from tests.engine.twins import files, world
from tests.engine.twins.populations import (
    DIMENSIONS,
    IDENTITIES,
    SEED,
    Entering,
    Left,
    Population,
    Settings,
    expression,
    key_of,
    look,
    of_table,
    record_of,
)
from tests.engine.twins.rules import compared, holds, value_at


def build_audience(node: Entering) -> Left:
    settings = node.settings
    table = DIMENSIONS[settings["dimension"]]
    records = [one for one in world.RECORDS[table] if holds(table, one, settings.get("rule"))]
    rows = [key_of(table, one) for one in records]
    entered = len(world.RECORDS[table])
    if settings.get("restrict_to_inbound"):
        inside = [tuple(row[name] for name in node.source.key) for row in node.source.rows]
        rows = [row for row in rows if tuple(row.values()) in inside]
        entered = len(node.source.rows)
    goes_on = bool(rows) or settings.get("emit_when_empty", True)
    return Left({"result": of_table(settings["dimension"], rows)}, frozenset(["result"] if goes_on else []), entered)


def read_audience(node: Entering) -> Left:
    """One row per member that is a record of the dimension, which its identity names; the first by key."""
    dimension = node.settings["dimension"]
    table, identity = DIMENSIONS[dimension], IDENTITIES[dimension]
    members, own = node.memory.audiences[node.settings["audience"]]
    rows: Rows = []
    for member in members:
        found = [
            one
            for one in world.RECORDS[table]
            if one[identity] is not None and str(one[identity]) == member["_identity"]
        ]
        if not found:
            continue
        record = min(found, key=lambda one: [one[part] for part in world.KEYS[table]])
        values = {
            pick.get("alias") or pick["attribute"].rsplit("/", 1)[-1]:
            member[pick["attribute"]] if pick["attribute"] in own else value_at(table, record, pick["attribute"])
            for pick in node.settings.get("attributes", [])
        }  # fmt: skip
        rows.append(key_of(table, record) | values)
    return Left({"result": of_table(dimension, rows)}, frozenset(["result"]), len(members))


def incremental_query(node: Entering) -> Left:
    """What matches and is new: not returned before, or dated after the last run. Nothing goes on without any."""
    settings, memory = node.settings, node.memory
    table = DIMENSIONS[settings["dimension"]]
    records = [one for one in world.RECORDS[table] if holds(table, one, settings.get("rule"))]
    if settings.get("mode") == "date":
        last = memory.last_runs.get(memory.node)
        by_hand = settings.get("last_execution")
        since = last if last is not None or by_hand is None else datetime.fromisoformat(by_hand)
        at = {id(one): one[settings["date_field"]] for one in records}
        if since is not None:
            records = [one for one in records if (day := at[id(one)]) and datetime.combine(day, time.min) > since]
    else:
        days = settings.get("history_days", 0)
        oldest = world.NOW - timedelta(days=days)
        known = {key for key, when in memory.returned.get(memory.node, {}).items() if not days or when >= oldest}
        records = [one for one in records if tuple(key_of(table, one).values()) not in known]
    rows = [key_of(table, one) for one in records]
    goes_on = frozenset(["result"] if rows else [])
    return Left({"result": of_table(settings["dimension"], rows)}, goes_on, len(world.RECORDS[table]))


def load_file(node: Entering) -> Left:
    form = node.settings.get("form")
    rows = node.memory.files[node.settings["path"]] if form is None else files.rows_of(form)
    return Left({"result": Population(rows, None, ("_line",), ())}, frozenset(["result"]), len(rows))


def combine(node: Entering) -> Left:
    settings = node.settings
    names = settings.get("sets") or list(node.inputs)
    primary = settings.get("primary_set") or names[0]
    sets = node.several([primary, *(name for name in names if name != primary)])
    first = sets[0]
    ports = ["result", *(["complement"] if settings.get("complement") and settings["mode"] != "union" else [])]
    if settings["mode"] == "exclusion":
        kept, rest = _excluded(first, sets[1:], settings)
        entered = len(first.rows)
        outputs = {"result": replace(first, rows=kept), "complement": replace(first, rows=rest)}
    else:
        by_columns = settings.get("reconcile") == "columns"
        inside, outside = _by_columns(sets, settings["columns"]) if by_columns else _by_keys(sets)
        if settings["mode"] == "union":
            inside, outside = inside + outside, []
        row_key = ("_set", "_line") if by_columns else first.key
        outputs = {"result": replace(first, rows=inside, row_key=row_key),
                   "complement": replace(first, rows=outside, row_key=row_key)}  # fmt: skip
        whole = settings["mode"] == "union" or settings.get("complement")
        entered = sum(len(one.rows) for one in sets) if whole else len(first.rows)
    found: dict[str, Population | None] = {port: outputs[port] for port in ports}
    return Left(found, frozenset(ports), entered)


def _keys(population: Population) -> dict[tuple[Any, ...], Row]:
    """The first row of each key; a row without a key is nobody."""
    found: dict[tuple[Any, ...], Row] = {}
    for row in twin.by_row_key(population.rows, population.row_key):
        key = tuple(row[name] for name in population.key)
        if None not in key:
            found.setdefault(key, row)
    return found


def _by_keys(sets: list[Population]) -> tuple[Rows, Rows]:
    """One row per key, in every set or not; columns come from the first set that has a value."""
    each = [_keys(one) for one in sets]
    columns = list(dict.fromkeys(name for one in sets for row in one.rows for name in row if not name.startswith("_")))
    inside: Rows = []
    outside: Rows = []
    for key in dict.fromkeys(key for one in each for key in one):
        having = [one[key] for one in each if key in one]
        row = dict(zip(sets[0].key, key, strict=True))
        for name in columns:
            row[name] = next((one[name] for one in having if one.get(name) is not None), None)
        (inside if len(having) == len(sets) else outside).append(row)
    return inside, outside


def _by_columns(sets: list[Population], columns: list[str]) -> tuple[Rows, Rows]:
    """Rows with equal columns are the same; a missing value equals nothing. Of equal rows the first set's stays."""
    groups: dict[tuple[Any, ...], Rows] = {}
    places: dict[tuple[Any, ...], set[int]] = {}
    alone: Rows = []
    for place, population in enumerate(sets):
        for line, row in enumerate(twin.by_row_key(population.rows, population.row_key), start=1):
            values = tuple(look(population, row, name) for name in columns)
            marked = row | {"_set": place, "_line": line}
            if None in values:
                alone.append(marked)
            else:
                groups.setdefault(values, []).append(marked)
                places.setdefault(values, set()).add(place)
    inside = [rows[0] for values, rows in groups.items() if len(places[values]) == len(sets)]
    outside = [rows[0] for values, rows in groups.items() if len(places[values]) < len(sets)]
    return inside, outside + alone


def _excluded(first: Population, others: list[Population], settings: Settings) -> tuple[Rows, Rows]:
    pairs = settings.get("exclusion_rules", [{}])[0].get("pairs")
    kept: Rows = []
    rest: Rows = []
    for row in first.rows:
        found = False
        for other in others:
            for theirs in other.rows:
                here = (
                    [row[name] for name in first.key]
                    if not pairs
                    else [look(first, row, one["source"]) for one in pairs]
                )
                there = (
                    [theirs[name] for name in other.key]
                    if not pairs
                    else [look(other, theirs, one["target"]) for one in pairs]
                )
                found = found or (None not in here and here == there)
        (rest if found else kept).append(row)
    return kept, rest


def deduplication(node: Entering) -> Left:
    settings, source = node.settings, node.source
    method = settings.get("method", "random")

    def order(row: Row) -> Any:
        if method == "random":
            return twin.digest(SEED, "deduplication", [row[name] for name in source.row_key])
        if method == "non-empty":
            return [look(source, row, name) in {None, ""} for name in settings["non_empty"]]
        value = expression(source, row, settings["expression"])
        if method == "values":
            return settings["preferred"].index(value) if value in settings["preferred"] else len(settings["preferred"])
        return (value is None, 0 if value is None else -value if settings.get("descending", True) else value)

    def compared_value(row: Row, name: str) -> Any:
        value = look(source, row, name)
        folds = settings.get("ignore_case_and_spaces") and isinstance(value, str)
        return value.strip().lower() if folds else value

    kept, rest = twin.deduplicate(
        source.rows, settings["fields"], settings.get("keep", 1), compared_value, order, source.row_key
    )
    ports = ["result", *(["complement"] if settings.get("complement") else [])]
    empty = sum(all(compared_value(row, name) in {None, ""} for name in settings["fields"]) for row in source.rows)
    return Left(
        {port: replace(source, rows=rows) for port, rows in zip(ports, (kept, rest), strict=False)},
        frozenset(ports), len(source.rows), remarks={"empty-duplicates": empty},
    )  # fmt: skip


def split(node: Entering) -> Left:
    settings, source = node.settings, node.source

    def fits(row: Row, rule: Any) -> bool:
        if rule["attribute"] in row:
            return compared(row[rule["attribute"]], rule)
        record = record_of(source, row)
        return compared(None, rule) if record is None else holds(source.table, record, rule)

    subsets = settings["subsets"]
    taken, left = twin.split(
        source.rows, subsets, fits, lambda row, name: look(source, row, name), source.row_key, SEED,
        overlap=bool(settings.get("overlap")),
    )  # fmt: skip
    outputs: dict[str, Population | None]
    if settings.get("same_table"):
        rows = [
            _aside(row) | {"_segment": subset.get("label") or f"Subset {number}"}
            for number, (subset, found) in enumerate(zip(subsets, taken, strict=True), start=1)
            for row in found
        ]
        row_key = (*_aside(dict.fromkeys(source.row_key)), *(["_segment"] if settings.get("overlap") else []))
        outputs = {"result": replace(source, rows=rows, row_key=row_key)}
        left = [_aside(row) | {"_segment": None} for row in left]
    else:
        row_key = source.row_key
        outputs = {f"subset:{number}": replace(source, rows=rows) for number, rows in enumerate(taken, start=1)}
    if settings.get("complement"):
        outputs["complement"] = replace(source, rows=left, row_key=row_key)
    skipped = {
        f"subset:{number}"
        for number, subset in enumerate(subsets, start=1)
        if subset.get("skip_empty") and not taken[number - 1]
    }
    return Left(outputs, frozenset(outputs) - skipped, len(source.rows))


def _aside(row: Row) -> Row:
    """The segment of an earlier split makes way for that of a new one."""
    return {f"_{name}" if name.endswith("_segment") else name: value for name, value in row.items()}
