"""Rows that the program makes itself, as the next state of a table. Files come in through `engine.ingest`."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlglot import exp

from engine.catalog.model import Table
from engine.database import Cursor, Store, stored
from engine.relations import column
from engine.types import DataType, Kind
from engine.workspace import LoadRecord, Workspace

P = ParamSpec("P")
T = TypeVar("T")


def arrow_type(kind: DataType) -> Any:
    """The Arrow type of a column."""
    import pyarrow as pa

    return pa.decimal128(kind.precision, kind.scale) if kind.kind is Kind.DECIMAL else _arrow_types()[kind.kind]


@cache
def _arrow_types() -> Mapping[Kind, Any]:
    import pyarrow as pa

    return {
        Kind.STRING: pa.string(), Kind.BOOLEAN: pa.bool_(), Kind.BYTE: pa.int8(), Kind.SHORT: pa.int16(),
        Kind.INTEGER: pa.int32(), Kind.LONG: pa.int64(), Kind.DOUBLE: pa.float64(), Kind.DATE: pa.date32(),
        Kind.DATETIME: pa.timestamp("us"), Kind.TIME: pa.time64("us"), Kind.LIST: pa.list_(pa.string()),
    }  # fmt: skip


def as_one(work: Callable[Concatenate[Workspace, P], T]) -> Callable[Concatenate[Workspace, P], T]:
    """A function that changes several tables: all of it is kept, or nothing.

    It is one job of the thread that writes. Elsewhere its transaction would stay open while it waits for that thread,
    and whatever that one notes meanwhile would find the workspace locked. So nobody may call it within a transaction
    of another thread; it may itself call others that are done as one.
    """

    @wraps(work)
    def alone(workspace: Workspace, /, *args: P.args, **kwargs: P.kwargs) -> T:
        def job(_cursor: Cursor) -> T:
            with workspace.together():
                return work(workspace, *args, **kwargs)

        writer = workspace.database.writer
        if workspace.is_together and not writer.is_here:
            raise RuntimeError(f"{work.__qualname__} waits for the writer within a transaction")
        return writer.run(job)

    return alone


def put_rows(workspace: Workspace, table: Table, rows: Sequence[Mapping[str, Any]], origin: str) -> None:
    """Make `rows` the whole content of a table; `origin` tells the ledger where they are from.

    Shape: each row is column to value; what it leaves out is empty. Errors: those of the database.
    """
    physical = workspace.datasets.begin(table.name)
    workspace.database.writer.run(partial(load_rows, physical, table, rows))
    workspace.datasets.commit(LoadRecord(table.name, origin, counts={"loaded": len(rows)}), physical, len(rows))


def put_query(workspace: Workspace, table: Table, query: exp.Query, origin: str) -> int:
    """Make the result of a query, which has the table's columns, the whole content of a table; its number of rows."""
    physical = workspace.datasets.begin(table.name)
    rows = workspace.database.writer.run(lambda cursor: cursor.create(Store.DATA, physical, query))
    workspace.datasets.commit(LoadRecord(table.name, origin, counts={"loaded": rows}), physical, rows)
    return rows


def current_rows(workspace: Workspace, table: str) -> list[dict[str, Any]]:
    """All rows of a small table, by its key; none when it was never filled. Shape: column to value."""
    schema = workspace.catalog().table_by_name[table]
    standing = workspace.datasets.current(table)
    if standing is None:
        return []
    names = [attribute.name for attribute in schema.attributes]
    query = exp.select(*(column("t", name) for name in names)).from_(
        exp.alias_(stored(Store.DATA, standing.physical), "t", table=True)
    )
    query = query.order_by(*(column("t", name) for name in schema.key))
    return [dict(zip(names, row, strict=True)) for row in fetched(workspace, query)]


def fetched(workspace: Workspace, query: exp.Query) -> list[tuple[Any, ...]]:
    """The rows of a query. What is done `as_one` has a transaction open and waits for nobody, so it reads by itself."""
    database = workspace.database
    lane = database.writer if database.writer.is_here else database.reader
    return lane.run(lambda cursor: cursor.fetch(query))


def load_rows(physical: str, table: Table, rows: Sequence[Mapping[str, Any]], cursor: Cursor) -> None:
    """Write rows under a physical name that nobody sees yet."""
    import pyarrow as pa

    schema = pa.schema([pa.field(one.name, arrow_type(one.type)) for one in table.attributes])
    batch = pa.RecordBatch.from_pylist([dict(row) for row in rows], schema=schema)
    cursor.load(Store.DATA, physical, [batch], schema)
