"""Counts a stored population once: rows and targets by port, rows out, reach. The numbers behind every label.

They are kept beside the population under its name, so that a label, its list and its export come from the same rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import JsonValue, TypeAdapter
from sqlglot import exp

from engine.compiler.plan import PlannedNode
from engine.database import Cursor, Store, stored
from engine.relations import PORT, Relation


@dataclass(frozen=True, slots=True)
class Counts:
    """Port to rows and to distinct targets; `left` counts inbound rows that went on; `tally` counts a column's values.

    The port of a population with one output is "". `asked` are the answers to what its nodes asked beside it, such as
    how many records a source answers for, by the fingerprint of the question.
    """

    rows: Mapping[str, int]
    targets: Mapping[str, int]
    left: int
    tally: Mapping[str, int] = field(default_factory=dict[str, int])
    asked: Mapping[str, int] = field(default_factory=dict[str, int])

    def to_json(self) -> JsonValue:
        value: JsonValue = _ADAPTER.dump_python(self, mode="json")
        return value

    @classmethod
    def from_json(cls, value: JsonValue) -> "Counts":
        return _ADAPTER.validate_python(value)


_ADAPTER = TypeAdapter(Counts)


def count(cursor: Cursor, node: PlannedNode) -> Counts:
    """The counts of a node's stored population, in one grouped query and at most two more."""
    relation = next(output for output in node.outputs.values() if output is not None)
    table = stored(Store(relation.store), relation.table)
    several = len(node.outputs) > 1
    query = exp.select(exp.Count(this=exp.Star())).from_(table)
    if not relation.unique and relation.key:
        query = query.select(distinct_targets(relation))
    if several:
        query = query.select(exp.column(PORT, quoted=True)).group_by(exp.column(PORT, quoted=True))
    rows: dict[str, int] = {}
    targets: dict[str, int] = {}
    for found in cursor.fetch(query):
        port = found[-1] if several else ""
        rows[port] = found[0]
        targets[port] = found[0] if relation.unique or not relation.key else found[1]
    activity, place = node.checked.activity, node.place
    conserved = activity.conserves(place)
    left = sum(rows.values()) if conserved is None else _distinct_rows(cursor, table, conserved)
    return Counts(rows, targets, left, _tally(cursor, table, activity.tally))


def distinct_targets(relation: Relation) -> exp.Expr:
    """count(DISTINCT key); a key with a null part is no target."""
    parts: list[exp.Expr] = [exp.column(name, quoted=True) for name in relation.key]
    if len(parts) == 1:
        return exp.Count(this=exp.Distinct(expressions=parts))
    missing = exp.or_(*(part.is_(exp.null()) for part in parts))
    whole = exp.case().when(missing, exp.null()).else_(exp.func("struct_pack", *_named(relation, parts)))
    return exp.Count(this=exp.Distinct(expressions=[whole]))


def _named(relation: Relation, parts: list[exp.Expr]) -> list[exp.Expr]:
    return [
        exp.PropertyEQ(this=exp.to_identifier(name, quoted=True), expression=part)
        for name, part in zip(relation.key, parts, strict=True)
    ]


def _distinct_rows(cursor: Cursor, table: exp.Table, columns: tuple[str, ...]) -> int:
    inner = exp.select(*(exp.column(name, quoted=True) for name in columns)).distinct().from_(table)
    found: Any = cursor.value(exp.select(exp.Count(this=exp.Star())).from_(inner.subquery("d")))
    return int(found)


def _tally(cursor: Cursor, table: exp.Table, name: str) -> dict[str, int]:
    if not name:
        return {}
    column = exp.column(name, quoted=True)
    query = exp.select(column, exp.Count(this=exp.Star())).from_(table).group_by(column).order_by(column)
    return {str(value): int(number) for value, number in cursor.fetch(query)}
