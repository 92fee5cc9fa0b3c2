"""Opens a workspace's three stores locked down, and runs query trees.

Two threads live here, one that writes and one that reads, each with a cursor of its own, so that a grid or a "why"
answers while a long count runs. Only values and sqlglot trees come in; only values and Arrow batches go out. No file
and no network can be reached from a query: the stores are attached first, then the doors are closed.
"""

import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import partial, wraps
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import duckdb
from sqlglot import exp

from engine.expressions.native import Native
from engine.fingerprints import SqlText, text_of
from engine.lanes import Lane, Wish
from engine.problems import Cancelled, EngineError, Problem
from engine.texts import say

if TYPE_CHECKING:
    import pyarrow as pa

DEFAULT_MEMORY = "4GiB"
_PACKING = "force_compression"

log = logging.getLogger(__name__)


class Store(StrEnum):
    """The three files of a workspace; each is attached under this name."""

    DATA = "data"
    RUNS = "runs"
    WORK = "work"


def stored(store: Store, table: str) -> exp.Table:
    """The stored table as a tree."""
    return exp.table_(table, db="main", catalog=store.value, quoted=True)


def to_text(tree: exp.Expr | SqlText) -> SqlText:
    """The statement that DuckDB is given, and that users may read."""
    return text_of(tree) if isinstance(tree, exp.Expr) else tree


_Scalar = str | int | float | bool | None


def _unless_null(function: Callable[..., _Scalar]) -> Callable[..., _Scalar]:
    # DuckDB counts the parameters, which `wraps` keeps.
    @wraps(function)
    def careful(*arguments: _Scalar) -> _Scalar:
        return None if None in arguments else function(*arguments)

    return careful


def _as_word(name: str, words: Iterable[str]) -> exp.Alias:
    """A column of texts as one of a type that has these values alone."""
    kind = exp.DataType(this=exp.DType.ENUM, expressions=[exp.Literal.string(word) for word in words])
    here = exp.column(name, quoted=True)
    return exp.Alias(this=exp.Cast(this=here, to=kind), alias=exp.to_identifier(name, quoted=True))


@dataclass(slots=True)
class _Packing:
    """How the tables that a lane creates are compressed now; empty when that is not known."""

    now: str = ""


class Cursor:
    """One thread's way into the database. It is only ever used by the lane that owns it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, packing: _Packing, wish: Wish) -> None:
        self._connection = connection
        self._packing = packing
        self._wish = wish

    def execute(self, statement: exp.Expr) -> None:
        """Run a statement whose result nobody reads."""
        self._run(to_text(statement))

    def fetch(self, query: exp.Expr | SqlText) -> list[tuple[Any, ...]]:
        """All rows of a small result."""
        with _explained():
            rows: list[tuple[Any, ...]] = self._run(to_text(query)).fetchall()
        return rows

    def value(self, query: exp.Expr) -> Any:
        """The first value of the first row."""
        return self.fetch(query)[0][0]

    def value_of(self, term: exp.Expr) -> Any:
        """The value of an expression that reads no table."""
        return self.value(exp.Select().select(term))

    def batches(self, query: exp.Expr, size: int = 100_000) -> "Iterator[pa.RecordBatch]":
        """The result in Arrow batches of `size` rows, read as they are asked for; without rows, one empty batch."""
        import pyarrow as pa

        with _explained(), self._explained_by_arrow():
            self._stop_if_cancelled()
            reader = self._connection.sql(to_text(query)).to_arrow_reader(size)
            some = False
            for batch in reader:
                self._stop_if_cancelled()
                some = some or batch.num_rows > 0
                yield batch
            if not some:
                yield pa.RecordBatch.from_pylist([], schema=reader.schema)

    @contextmanager
    def _explained_by_arrow(self) -> Generator[None]:
        """Arrow tells of an interrupt, and of all other trouble of the query, as an OSError of its own."""
        try:
            yield
        except OSError as error:
            self._stop_if_cancelled()
            name = f"{str(error).partition(' Error:')[0].replace(' ', '')}Exception".lower()
            raise next((kind for kind in _PROBLEMS if kind.__name__.lower() == name), duckdb.Error)(
                str(error)
            ) from error

    def create(
        self,
        store: Store,
        table: str,
        query: exp.Query | SqlText,
        *,
        replace: bool = False,
        words: Mapping[str, Iterable[str]] = MappingProxyType({}),
    ) -> int:
        """Store the result of `query` as a new table, or with `replace` instead of another: all of it or nothing.

        `words` are the texts that a column may hold, for those that hold few different ones: it then takes a byte
        per row, and reads as before. Gives the number of rows.
        """
        text = to_text(query)
        if words:
            star = exp.select(exp.Star(replace=[_as_word(*column) for column in words.items()]))
            text = SqlText(f"{to_text(star)} FROM ({text}) AS q")
        creating = f"CREATE {'OR REPLACE ' if replace else ''}TABLE {to_text(stored(store, table))} AS {text}"
        self._pack(store)
        with _explained():
            return int(self._run(creating).fetchall()[0][0])

    def load(self, store: Store, table: str, batches: "Iterable[pa.RecordBatch]", schema: "pa.Schema") -> None:
        """Store Arrow batches as a new table, in one transaction. Errors: whatever `batches` raises; nothing stays."""
        import pyarrow as pa

        # DuckDB would wrap whatever the batches raise; it is kept, and raised as it was.
        raised: list[BaseException] = []

        def watched() -> "Iterator[pa.RecordBatch]":
            try:
                for batch in batches:
                    self._stop_if_cancelled()
                    yield batch
            except Exception as error:
                raised.append(error)
                raise

        self._connection.register("incoming", pa.RecordBatchReader.from_batches(schema, watched()))
        try:
            self._stop_if_cancelled()
            self._pack(store)
            self._connection.execute(f"CREATE TABLE {to_text(stored(store, table))} AS SELECT * FROM incoming")
        except duckdb.Error as error:
            if raised:
                raise raised[0] from error
            with _explained():
                raise
        finally:
            self._whatever_interrupts(lambda: self._connection.unregister("incoming"))

    def drop(self, store: Store, table: str) -> None:
        """Forget a table; it is no error if there is none."""
        dropping = to_text(exp.Drop(tables=[stored(store, table)], kind="TABLE", exists=True))
        with _explained():
            self._whatever_interrupts(lambda: self._connection.execute(dropping))

    def _whatever_interrupts(self, tidy: Callable[[], object]) -> None:
        """Tidy up after a job. Its cancellation is repeated until it is noticed, and must not stop the tidying, too."""
        try:
            tidy()
        except duckdb.InterruptException:
            self._wish.notice()
            tidy()

    def tables(self, store: Store) -> set[str]:
        """The names of the tables of a store."""
        here = exp.column("database_name").eq(exp.Literal.string(store.value))
        return {row[0] for row in self.fetch(exp.select("table_name").from_(exp.func("duckdb_tables")).where(here))}

    def columns(self, query: exp.Query) -> dict[str, str]:
        """Column name to DuckDB type of a query, without running it."""
        rows = self._run(f"DESCRIBE {to_text(query)}").fetchall()
        return {row[0]: row[1] for row in rows}

    def explain(self, query: exp.Query) -> str:
        """DuckDB's own plan. Errors: the query's, if it has any."""
        return "\n".join(row[-1] for row in self._run(f"EXPLAIN {to_text(query)}").fetchall())

    @contextmanager
    def transaction(self) -> Generator[None]:
        """All statements inside, which may write to one store only, or none of them."""
        self._run("BEGIN TRANSACTION")
        try:
            yield
        except BaseException:
            # What is not rolled back would be a part of whatever this connection does next.
            self._whatever_interrupts(self._roll_back)
            raise
        self._run("COMMIT")

    def _roll_back(self) -> None:
        with suppress(duckdb.TransactionException):  # it was rolled back already
            self._connection.execute("ROLLBACK")

    def checkpoint(self, store: Store) -> None:
        """Write the log into the file of a store."""
        self._pack(store)
        self._run(f"CHECKPOINT {store.value}")

    def stop_if_cancelled(self) -> None:
        """Errors: Cancelled, when somebody wished so. Long work between statements calls it now and then."""
        self._stop_if_cancelled()

    def decide(self) -> None:
        """From here on the work cannot be cancelled, because what it did is about to be seen. Errors: Cancelled."""
        self._wish.decide()

    def _pack(self, store: Store) -> None:
        """Tables created next are compressed, except in the cache: packing costs more than writing them plain."""
        packing = "uncompressed" if store is Store.WORK else "auto"
        if self._packing.now != packing:
            self._packing.now = ""
            self._run(f"SET {_PACKING}='{packing}'")
            self._packing.now = packing

    def _stop_if_cancelled(self) -> None:
        if self._wish.is_set():
            self._wish.notice()
            raise Cancelled

    def _run(self, text: str) -> duckdb.DuckDBPyConnection:
        self._stop_if_cancelled()
        with _explained():
            return self._connection.execute(text)


class Database:
    """The three stores of one workspace folder, open for this process alone."""

    def __init__(
        self,
        folder: Path,
        *,
        memory_limit: str = DEFAULT_MEMORY,
        threads: int | None = None,
        natives: Iterable[Native] = (),
    ) -> None:
        spill, staging = folder / "files" / "spill", folder / "files" / "staging"
        for needed in (spill, staging):
            needed.mkdir(parents=True, exist_ok=True)
        config: dict[str, str | bool | int | float | list[str]] = {
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "memory_limit": memory_limit,
            "temp_directory": str(spill),
            # Order is always asked for where it matters; not keeping it elsewhere lets large counts spill.
            "preserve_insertion_order": "false",
        }
        if threads is not None:
            config["threads"] = str(threads)
        with _explained():
            self._root = duckdb.connect(":memory:", config=config)
            # No value may depend on the machine's own zone.
            self._root.execute("SET GLOBAL TimeZone='UTC'")
            for store in Store:
                path = exp.Literal.string(str(folder / f"{store.value}.duckdb"))
                # The cache keeps no log: a crash takes it back to its last checkpoint, and opening sweeps the index.
                log_kept = " (RECOVERY_MODE no_wal_writes)" if store is Store.WORK else ""
                self._root.execute(f"ATTACH {to_text(path)} AS {store.value}{log_kept}")
            allowed = exp.array(exp.Literal.string(str(spill)), exp.Literal.string(str(staging)))
            self._root.execute(f"SET allowed_directories={to_text(allowed)}")
            writer, reader = self._root.cursor(), self._root.cursor()
            for setting in ("enable_progress_bar=true", "enable_progress_bar_print=false", "progress_bar_time=0"):
                reader.execute(f"SET {setting}")
            self._root.execute("SET enable_external_access=false")
            self._root.execute(f"SET allowed_configs=['{_PACKING}']")
            self._root.execute("SET lock_configuration=true")
            root: Any = self._root
            for native in natives:
                arguments = [duckdb.sqltype(to_text(kind.to_sql())) for kind in native.arguments]
                result = duckdb.sqltype(to_text(native.result.to_sql()))
                root.create_function(
                    native.name,
                    _unless_null(native.function),
                    parameters=arguments,
                    return_type=result,
                    # Otherwise a function that finds nothing could not say so.
                    null_handling="special",
                )
        self.writer = Lane(writer, "writer", partial(Cursor, writer, _Packing()))
        self.reader = Lane(reader, "reader", partial(Cursor, reader, _Packing()))

    def tables(self, store: Store) -> set[str]:
        """The names of the tables of a store."""
        return self.writer.run(lambda cursor: cursor.tables(store))

    def drop(self, store: Store, tables: Iterable[str]) -> None:
        """Forget tables, after the work that is queued already."""
        names = list(tables)

        def forget(cursor: Cursor) -> None:
            for name in names:
                cursor.drop(store, name)

        if names:
            self.writer.run(forget)

    def close(self) -> None:
        """Finish what runs, then let go of the files."""
        self.writer.close()
        self.reader.close()
        # What is still in the logs is written into the files now, packed as each store is.
        self._root.execute(f"RESET {_PACKING}")
        self._root.close()


_PROBLEMS: Mapping[type[duckdb.Error], tuple[str, str, str]] = {
    duckdb.OutOfMemoryException: (
        "out-of-memory",
        say("There is not enough memory or temporary disk space for this step."),
        say("Free disk space, raise the memory limit in the settings, or filter earlier in the graph."),
    ),
    duckdb.IOException: (
        "storage-failed",
        say("A file of the workspace could not be read or written."),
        say("Check that the disk is not full and that the folder can be written, then run again. Nothing was lost."),
    ),
    duckdb.FatalException: (
        "storage-stopped",
        say("The storage of the workspace stopped after a failure of the disk or the memory."),
        say("Close the workspace, see that the disk is not full, and open it again. Nothing was lost."),
    ),
    duckdb.ConversionException: (
        "conversion-failed",
        say("A value could not be converted to the type that this step needs."),
        say("Convert it explicitly in the expression, or exclude such values with a condition."),
    ),
    duckdb.OutOfRangeException: (
        "out-of-range",
        say("A number became too large for its type."),
        say("Use ToDouble() in the expression, or a smaller range of values."),
    ),
    duckdb.PermissionException: (
        "not-permitted",
        say("The query tried to reach a file or a setting, which is never allowed."),
        say("Import the file into the workspace first."),
    ),
}


@contextmanager
def _explained() -> Generator[None]:
    """DuckDB's exceptions become ours: known troubles with advice, the rest as a fault of the program."""
    try:
        yield
    except duckdb.InterruptException as error:
        raise Cancelled from error
    except duckdb.Error as error:
        code, what, fix = described(error)
        raise EngineError(Problem(code=code, what=what, why=str(error).splitlines()[0], fix=fix)) from error


def described(error: duckdb.Error) -> tuple[str, str, str]:
    """Code, words and advice for an exception of the database."""
    if isinstance(error, duckdb.TransactionException) and "Failed to commit" in str(error):
        # A disk that fills up while a transaction is written is told as its trouble, not as the disk's.
        return _PROBLEMS[duckdb.IOException]
    for kind in type(error).__mro__:
        if kind in _PROBLEMS:
            return _PROBLEMS[kind]
    log.error("unexpected database error", exc_info=error)
    return (
        "database-fault",
        say("The database refused a step that should have worked; this is a fault of Jalon, not yours."),
        say("Please report it with the log; your documents and data are unchanged."),
    )
