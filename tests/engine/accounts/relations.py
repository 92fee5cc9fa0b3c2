"""Small relations for tests of queries: rows in, rows out, on a database of their own."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import duckdb
from sqlglot import exp

Rows = Sequence[Mapping[str, Any]]


def values(rows: Rows, types: str) -> exp.Query:
    """A relation of these rows; `types` are "name:type", apart by spaces. A row leaves out what is empty."""
    columns = [part.split(":") for part in types.split()]
    selects = [
        exp.select(
            *(exp.alias_(exp.cast(exp.convert(row.get(name)), kind), name, quoted=True) for name, kind in columns)
        )
        for row in rows
    ]
    empty = exp.select(*(exp.alias_(exp.cast(exp.null(), kind), name, quoted=True) for name, kind in columns)).where(
        "FALSE"
    )
    found: exp.Query = empty
    for one in selects:
        found = exp.union(found, one, distinct=False, copy=False)
    return found


def fetch(query: exp.Query) -> list[dict[str, Any]]:
    """The rows of a query."""
    found = _memory().execute(query.sql(dialect="duckdb"))
    names = [one[0] for one in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@cache
def _memory() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": 1})


def by(rows: list[dict[str, Any]], *keys: str, value: str) -> dict[Any, Any]:
    """One column of the rows by their key."""
    return {(row[keys[0]] if len(keys) == 1 else tuple(row[key] for key in keys)): row[value] for row in rows}
