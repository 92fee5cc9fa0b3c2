# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the stubs of pyarrow leave the element types of arrays and fields open)
"""A file's records as a table of texts, and what could not even be read as a record."""

import hashlib
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sqlglot import exp

from engine.database import Cursor, Store, stored
from engine.database.foreign import foreign_table
from engine.ingest.records import Record, file_problem, read_records
from engine.layouts import FileFormat, FileLayout
from engine.misfits import system_reason
from engine.texts import grouped, quoted, say
from engine.workspace import RejectedLine

if TYPE_CHECKING:
    import pyarrow as pa

LINE, LAST_LINE = "_line", "_last_line"
_BATCH = 50_000
_MOST_RAW = 100_000


@dataclass(slots=True)
class Staged:
    """Shape of `table`: one row per readable record, all columns text, with its lines. Counts are physical lines."""

    table: exp.Table
    header: list[str]
    rows: int = 0
    header_lines: int = 0
    blank_lines: int = 0
    row_lines: int = 0
    rejected_lines: int = 0
    lines: int = 0
    rejects: list[RejectedLine] = field(default_factory=list[RejectedLine])

    @property
    def name(self) -> str:
        return self.table.name


Tell = Callable[[int], None]


def stage(cursor: Cursor, path: Path, layout: FileLayout, tell: Tell = lambda _lines: None) -> Staged:
    """Read a file into a table of texts. Errors: those of reading it; nothing stays then."""
    import pyarrow as pa

    if layout.format is FileFormat.PARQUET:
        return _stage_parquet(cursor, path)
    if layout.format is FileFormat.DUCKDB:
        with foreign_table(path, layout.sheet, _BATCH) as (names, schema, batches):
            return _stage_typed(cursor, names, schema, batches)
    reading = read_records(path, layout)
    staged = Staged(stored(Store.WORK, f"s_{uuid.uuid4().hex}"), reading.header, header_lines=reading.header_lines)
    staged.lines = reading.header_lines
    schema = pa.schema(
        [pa.field(LINE, pa.int64()), pa.field(LAST_LINE, pa.int64())]
        + [pa.field(f"f{place}", pa.string()) for place in range(len(reading.header))]
    )
    cursor.load(Store.WORK, staged.name, _batches(reading.records, staged, schema, tell), schema)
    _reconcile(staged)
    return staged


def _batches(records: Iterator[Record], staged: Staged, schema: "pa.Schema", tell: Tell) -> "Iterator[pa.RecordBatch]":
    held: list[Record] = []
    for record in records:
        length = record.last_line - record.first_line + 1
        staged.lines += length
        if record.blank:
            staged.blank_lines += length
        elif record.fields is None:
            staged.rejected_lines += length
            staged.rejects.append(rejected(record))
        else:
            staged.row_lines += length
            held.append(record)
        if len(held) >= _BATCH:
            yield _batch(held, schema)
            staged.rows += len(held)
            held.clear()
            tell(staged.lines)
    if held:
        yield _batch(held, schema)
        staged.rows += len(held)


def _batch(records: list[Record], schema: "pa.Schema") -> "pa.RecordBatch":
    import pyarrow as pa

    columns = list(zip(*(record.fields or () for record in records), strict=True))
    arrays = [pa.array([record.first_line for record in records]), pa.array([record.last_line for record in records])]
    return pa.RecordBatch.from_arrays([*arrays, *(pa.array(values, pa.string()) for values in columns)], schema=schema)


def rejected(record: Record) -> RejectedLine:
    """A record that could not be read, for the ledger."""
    error = {"code": record.code, "column": None, "value": None, "reason": record.reason}
    return RejectedLine(record.first_line, record.last_line, record.raw[:_MOST_RAW], (error,))


def take_out(cursor: Cursor, staged: Staged, reasons: list[tuple[str, exp.Expr, str]]) -> int:
    """Take records out of a staged file and into the ledger; how many. The first reason that holds is the record's.

    `reasons` are (code, condition over the staged table, words).
    """
    place = exp.Case()
    for number, (_, condition, _) in enumerate(reasons):
        place = place.when(condition.copy(), exp.Literal.number(number), copy=False)
    if not reasons:
        return 0
    fields = [exp.column(f"f{number}", quoted=True) for number in range(len(staged.header))]
    chosen = exp.select(exp.alias_(place, "_reason", quoted=True), exp.column(LINE, quoted=True),
                        exp.column(LAST_LINE, quoted=True), *fields).from_(staged.table)  # fmt: skip
    wrong = exp.Not(this=exp.column("_reason", quoted=True).is_(exp.null()))
    rows = cursor.fetch(
        exp.select("*").from_(chosen.subquery("c")).where(wrong).order_by(exp.column(LINE, quoted=True))
    )
    for number, first, last, *values in rows:
        code, _, reason = reasons[number]
        raw = ",".join("" if value is None else str(value) for value in values)
        error = {"code": code, "column": None, "value": None, "reason": reason}
        staged.rejects.append(RejectedLine(first, last, raw[:_MOST_RAW], (error,)))
    if rows:
        lines = [exp.Literal.number(row[1]) for row in rows]
        cursor.execute(exp.delete(staged.table, where=exp.In(this=exp.column(LINE, quoted=True), expressions=lines)))
        staged.rows -= len(rows)
    return len(rows)


def _reconcile(staged: Staged) -> None:
    seen = staged.header_lines + staged.blank_lines + staged.row_lines + staged.rejected_lines
    if seen != staged.lines:
        raise file_problem(
            "ING-reconcile",
            say(
                "{n} line(s) (was|were) read, but only {seen} of (it|them) can be accounted for.",
                n=staged.lines,
                seen=grouped(seen),
            ),
            "Please report this; nothing was loaded.",
        )


def _stage_parquet(cursor: Cursor, path: Path) -> Staged:
    """Parquet is typed already."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise file_problem(
            "ING-120",
            say("{path} is no Parquet file.", path=quoted(path.name)),
            "Choose another.",
            "It is damaged or incomplete, or it is a file of another kind.",
        ) from error
    names = [str(name) for name in file.schema_arrow.names]
    return _stage_typed(cursor, names, file.schema_arrow, file.iter_batches(_BATCH))


def _stage_typed(cursor: Cursor, names: list[str], kinds: "pa.Schema", batches: "Iterator[pa.RecordBatch]") -> Staged:
    """Columns that are typed keep their types, and get line numbers."""
    import pyarrow as pa

    fields = [pa.field(f"f{place}", _plain(field.type)) for place, field in enumerate(kinds)]
    schema = pa.schema([pa.field(LINE, pa.int64()), pa.field(LAST_LINE, pa.int64()), *fields])
    staged = Staged(stored(Store.WORK, f"s_{uuid.uuid4().hex}"), names)

    def numbered() -> "Iterator[pa.RecordBatch]":
        for batch in batches:
            numbers = pa.array(range(staged.rows + 1, staged.rows + len(batch) + 1), pa.int64())
            columns = [column.cast(field.type) for column, field in zip(batch.columns, fields, strict=True)]
            staged.rows += len(batch)
            yield pa.RecordBatch.from_arrays([numbers, numbers, *columns], schema=schema)

    cursor.load(Store.WORK, staged.name, numbered(), schema)
    staged.lines = staged.row_lines = staged.rows
    return staged


def _plain(kind: "pa.DataType") -> "pa.DataType":
    import pyarrow as pa

    return kind.value_type if pa.types.is_dictionary(kind) else kind


class Unchanged:
    """Notices that a file changed while it was read: then what was read is neither the old one nor the new one."""

    def __init__(self, path: Path) -> None:
        self._path, self._before = path, _stamp(path)

    def check(self) -> None:
        """Errors: ING-120, when it did."""
        if _stamp(self._path) != self._before:
            raise file_problem(
                "ING-120",
                say("{path} was written to while it was read.", path=quoted(self._path.name)),
                "Wait until it is complete, then import it again. Nothing was loaded.",
            )


def _stamp(path: Path) -> tuple[int, int]:
    """When a file was written last (ns), and its size (bytes). Errors: ING-120."""
    try:
        found = path.stat()
    except OSError as error:
        raise file_problem(
            "ING-120",
            say("{path} cannot be read.", path=quoted(path.name)),
            "Choose another file.",
            system_reason(error),
        ) from error
    return found.st_mtime_ns, found.st_size


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
