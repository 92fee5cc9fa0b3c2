# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# (the stubs of pyarrow leave the element types of fields open)
"""A DuckDB file of somebody else, read once for an import: one table of it, in Arrow batches.

It is attached read-only to a connection of its own that can reach nothing else: no further file, no network, no
extension. Only tables are read; a view, which is a statement of a stranger, never runs.
"""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
from sqlglot import exp

from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.trees import DIALECT, col, text

if TYPE_CHECKING:
    import pyarrow as pa

THERE = "there"
WORKSPACE_STORE = "workspace.sqlite"
_PLAIN = frozenset({
    "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "FLOAT", "DOUBLE", "DATE", "TIMESTAMP", "TIME",
    "TIMESTAMP WITH TIME ZONE", "VARCHAR",
})  # fmt: skip


@contextmanager
def foreign_table(
    path: Path, table: str | None, size: int
) -> "Generator[tuple[list[str], pa.Schema, Iterator[pa.RecordBatch]]]":
    """The columns of a table, their schema, and its rows in batches of at most `size`.

    `table` names it, perhaps with its schema before a dot; without it, it is the only one, or the one that is called
    as the file. What has no plain type comes as text. Errors: ING-106 (no table), ING-119 (which one), ING-120
    (unreadable, or a file of a workspace).
    """
    if (path.parent / WORKSPACE_STORE).exists():
        raise _problem(
            "ING-120",
            say("{path} belongs to a workspace.", path=quoted(path.name)),
            "Open the workspace, and export from it.",
        )
    with _explained(path):
        connection = duckdb.connect(":memory:", config={
            "autoinstall_known_extensions": "false", "autoload_known_extensions": "false",
        })  # fmt: skip
        try:
            connection.execute("SET TimeZone='UTC'")
            file = exp.Literal.string(str(path)).sql(dialect=DIALECT)
            connection.execute(f"ATTACH {file} AS {THERE} (READ_ONLY)")
            connection.execute("SET enable_external_access=false")
            connection.execute("SET lock_configuration=true")
            schema, name = _chosen(connection, path, table)
            source = exp.table_(name, db=schema, catalog=THERE, quoted=True)
            kinds = _rows(connection, exp.select("column_name", "data_type").from_(exp.func("duckdb_columns")).where(
                exp.column("database_name").eq(text(THERE)), exp.column("schema_name").eq(text(schema)),
                exp.column("table_name").eq(text(name)),
            ).order_by("column_index"))  # fmt: skip
            terms = [
                col("t", column) if kind in _PLAIN or kind.startswith("DECIMAL")
                else exp.alias_(exp.Cast(this=col("t", column), to=exp.DataType(this=exp.DType.VARCHAR)), column,
                                quoted=True)
                for column, kind in kinds
            ]  # fmt: skip
            query = exp.select(*terms).from_(exp.alias_(source, "t", table=True)).sql(dialect=DIALECT)
            reader = connection.sql(query).to_arrow_reader(size)
            yield [str(column) for column, _ in kinds], reader.schema, iter(reader)
        finally:
            connection.close()


def _chosen(connection: duckdb.DuckDBPyConnection, path: Path, wanted: str | None) -> tuple[str, str]:
    here = exp.select("schema_name", "table_name").from_(exp.func("duckdb_tables"))
    found = _rows(connection, here.where(exp.column("database_name").eq(text(THERE))).order_by("1", "2"))
    if not found:
        raise _problem(
            "ING-106", say("{path} has no table.", path=quoted(path.name)), "Choose a file with a table in it."
        )
    names = {f"{schema}.{name}": (schema, name) for schema, name in found}
    names |= {name: (schema, name) for schema, name in found if [one for _, one in found].count(name) == 1}
    if wanted is None and len(found) == 1:
        return str(found[0][0]), str(found[0][1])
    chosen = names.get(wanted or path.stem)
    if chosen is None:
        what = (
            say("{path} has no table {wanted}.", path=quoted(path.name), wanted=quoted(wanted))
            if wanted
            else say("{path} has {n} table(s).", path=quoted(path.name), n=len(found))
        )
        shown = ", ".join(name for _, name in found[:20])
        raise _problem("ING-119", what, say("Name one of these, or call the file after it: {shown}.", shown=shown))
    return str(chosen[0]), str(chosen[1])


def _rows(connection: duckdb.DuckDBPyConnection, query: exp.Query) -> list[tuple[Any, ...]]:
    return connection.execute(query.sql(dialect=DIALECT)).fetchall()


@contextmanager
def _explained(path: Path) -> Generator[None]:
    try:
        yield
    except duckdb.Error as error:
        why = str(error).partition("\n")[0]
        raise _problem(
            "ING-120", say("{path} is no DuckDB file that can be read.", path=quoted(path.name)), "Choose another.", why
        ) from error


def _problem(code: str, what: str, fix: str, why: str = "") -> EngineError:
    return EngineError(Problem(code=code, what=what, why=why, fix=fix, check="V20"))
