"""One row, or a few, on which expressions are computed by the real database: type, value, and the query in between."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlglot import exp

from engine.catalog.model import Catalog
from engine.catalog.paths import unknown
from engine.catalog.sources import Clock, Surroundings, Typed, Variable
from engine.database import Database, to_text
from engine.expressions import compile_expression
from engine.problems import EngineError
from engine.relations import column
from engine.types import DATETIME, LONG, STRING, DataType

NOW = datetime(2025, 10, 1, 9, 0)

COLUMNS: dict[str, str] = {
    "id": "long",
    "name": "string",
    "city": "string",
    "empty": "string",
    "none": "string",
    "first name": "string",
    "Ünï'cöde 😀": "string",
    "age": "integer",
    "tiny": "byte",
    "big": "long",
    "score": "double",
    "price": "decimal(12,2)",
    "missing": "integer",
    "born": "date",
    "seen": "datetime",
    "never": "datetime",
    "opens": "time",
    "member": "boolean",
    "product/label": "string",
}

ROW: dict[str, Any] = {
    "id": 1,
    "name": "Anna",
    "city": "Paris",
    "empty": "",
    "none": None,
    "first name": "Zoë",
    "Ünï'cöde 😀": "ok",
    "age": 42,
    "tiny": -128,
    "big": 2**40,
    "score": 2.5,
    "price": Decimal("19.99"),
    "missing": None,
    "born": date(2000, 2, 29),
    "seen": datetime(2025, 9, 30, 23, 59, 58, 500000),
    "never": None,
    "opens": time(9, 30, 15),
    "member": True,
    "product/label": "Mug",
}


def variable(value: str | int | float | bool | None, kind: DataType = STRING, *, declared: bool = True) -> Variable:
    return Variable("x", value, kind, declared)


@dataclass
class SmallScope:
    """A scope over `COLUMNS`, standing in the query as t."""

    variables: Mapping[str, Variable] = field(default_factory=dict[str, Variable])
    seed: int = 7

    @property
    def surroundings(self) -> Surroundings:
        return Surroundings(Catalog(), Clock(NOW, ZoneInfo("Europe/Paris")), self.variables, self.seed)

    def attribute(self, path: str) -> Typed:
        if path not in COLUMNS:
            raise EngineError(unknown("attribute", path, COLUMNS))
        return Typed(column("t", path), DataType.parse(COLUMNS[path]))

    def names(self) -> Iterable[str]:
        return [*COLUMNS, "purchases/price"]

    def row_key(self) -> tuple[exp.Expr, ...]:
        return (column("t", "id"),)


def _rows(rows: Sequence[Mapping[str, Any]]) -> exp.Query:
    """A table of rows with the types of `COLUMNS`, all written as texts first."""
    written = [tuple(None if row.get(name) is None else str(row[name]) for name in COLUMNS) for row in rows]
    places = [f"c{place}" for place in range(len(COLUMNS))]
    typed = [
        exp.alias_(exp.Cast(this=exp.column(place), to=DataType.parse(kind).to_sql()), name, quoted=True)
        for place, (name, kind) in zip(places, COLUMNS.items(), strict=True)
    ]
    return exp.select(*typed).from_(exp.values(written, alias="v", columns=places))


@dataclass
class Calculator:
    """Computes expressions on `ROW`, with what a test changes in it."""

    database: Database

    def value(
        self, expression: str, changes: Mapping[str, Any] | None = None, *, scope: SmallScope | None = None
    ) -> Any:
        """The value of an expression on one row; its type must be the one that the database finds."""
        typed = compile_expression(expression, scope or SmallScope(), windows=True)
        return self.values(typed, [ROW | dict(changes or {})])[0]

    def values(self, typed: Typed, rows: Sequence[Mapping[str, Any]]) -> list[Any]:
        """The value of a compiled expression on each row, in the order of their ids."""
        source = _rows(rows).subquery("t")
        query = exp.select(exp.alias_(typed.tree, "v"), exp.alias_(column("t", "id"), "i")).from_(source).order_by("i")
        found = self.database.reader.run(lambda cursor: (cursor.columns(query), cursor.fetch(query)))
        expected = to_text(typed.type.to_sql()).replace("TEXT", "VARCHAR").replace("INT", "INTEGER")
        expected = expected.replace("BIGINTEGER", "BIGINT").replace("TINYINTEGER", "TINYINT").replace(", ", ",")
        assert found[0]["v"].replace(", ", ",") == expected, f"{typed.tree.sql()} is said to be {typed.type}"
        return [row[0] for row in found[1]]

    def aggregate(self, expression: str, rows: Sequence[Mapping[str, Any]]) -> Any:
        """The value of an aggregate over rows."""
        typed = compile_expression(expression, SmallScope(), aggregates=True)
        query = exp.select(exp.alias_(typed.tree, "v")).from_(_rows(rows).subquery("t"))
        found = self.database.reader.run(lambda cursor: (cursor.columns(query)["v"], cursor.value(query)))
        expected = to_text(typed.type.to_sql()).replace("TEXT", "VARCHAR").replace(", ", ",")
        assert found[0].replace("INTEGER", "INT").replace(", ", ",") == expected
        return found[1]


__all__ = ["COLUMNS", "DATETIME", "LONG", "NOW", "ROW", "Calculator", "SmallScope", "variable"]
