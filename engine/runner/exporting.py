"""Query results into files that other programs open: CSV, JSON Lines, Parquet and Excel. All or nothing."""

import csv
import json
import math
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sqlglot import exp

from engine.database import Cursor
from engine.misfits import system_reason
from engine.problems import EngineError, Problem
from engine.texts import quoted, say

if TYPE_CHECKING:
    import pyarrow as pa

T = TypeVar("T")
MOST_EXCEL_ROWS = 1_048_575
_EXACT_IN_EXCEL = 10**15
"""Excel keeps numbers as doubles; a longer one is written as text, so that no digit is lost."""

Tell = Callable[[int], None]
"""Told now and then how many rows are written."""


def write_rows(select: exp.Query, path: Path, cursor: Cursor, tell: Tell = lambda _rows: None) -> int:
    """Write a query's rows to a file by the format that its name ends in; how many rows.

    Errors: unknown-format, too-many-rows, storage-failed, Cancelled; after any of them no new file is there.
    """
    writers = {".csv": _write_csv, ".jsonl": _write_json_lines, ".parquet": _write_parquet, ".xlsx": _write_excel}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise EngineError(
            Problem(
                code="unknown-format",
                what=say("Files that end in {suffix} cannot be written.", suffix=quoted(path.suffix))
                if path.suffix
                else say("The name of the file does not say its format."),
                fix=say("Choose one of {names}.", names=", ".join(writers)),
            )
        )
    return write_new(path, partial(writer, _told(cursor.batches(select), tell)))


def write_new(path: Path, write: Callable[[Path], T]) -> T:
    """Write a file beside its place, and put it there when it is whole. Errors: storage-failed, wrong-encoding."""
    partly = path.with_name(f".{path.name}.part")
    try:
        # Before a writer begins, each of which would wrap what the system says in words of its own.
        partly.touch()
        found = write(partly)
        partly.replace(path)
    except UnicodeEncodeError as error:
        raise EngineError(
            Problem(
                code="wrong-encoding",
                what=say(
                    "The encoding {encoding} has no sign for {object}.",
                    encoding=error.encoding,
                    object=quoted(error.object[error.start : error.end]),
                ),
                fix="Choose utf-8, or leave out the column that holds it.",
                field="encoding",
            )
        ) from error
    except OSError as error:
        raise EngineError(
            Problem(
                code="storage-failed",
                what=say("{path} could not be written.", path=quoted(path.name)),
                why=system_reason(error),
                fix="Check that the folder can be written and that the disk is not full.",
            )
        ) from error
    finally:
        partly.unlink(missing_ok=True)
    return found


def _told(batches: "Iterator[pa.RecordBatch]", tell: Tell) -> "Iterator[pa.RecordBatch]":
    rows = 0
    for batch in batches:
        yield batch
        rows += batch.num_rows
        tell(rows)


def _write_csv(batches: "Iterator[pa.RecordBatch]", path: Path) -> int:
    rows = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for place, batch in enumerate(batches):
            if place == 0:
                writer.writerow(batch.schema.names)
            writer.writerows(zip(*batch.to_pydict().values(), strict=True))
            rows += batch.num_rows
    return rows


def _write_json_lines(batches: "Iterator[pa.RecordBatch]", path: Path) -> int:
    """An object a line. What JSON has no type for is its text: exact numbers keep all their digits."""
    rows = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        for batch in batches:
            file.writelines(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in batch.to_pylist())
            rows += batch.num_rows
    return rows


def _write_parquet(batches: "Iterator[pa.RecordBatch]", path: Path) -> int:
    import pyarrow.parquet as pq

    first = next(batches)
    rows = first.num_rows
    with pq.ParquetWriter(path, first.schema) as writer:
        writer.write_batch(first)
        for batch in batches:
            writer.write_batch(batch)
            rows += batch.num_rows
    return rows


def _write_excel(batches: "Iterator[pa.RecordBatch]", path: Path) -> int:
    from xlsxwriter.exceptions import XlsxWriterException

    try:
        return _fill_workbook(batches, path)
    except XlsxWriterException as error:
        # It wraps what the system said, which is told in words of its own.
        raise next((one for one in error.args if isinstance(one, OSError)), OSError(str(error))) from error


def _fill_workbook(batches: "Iterator[pa.RecordBatch]", path: Path) -> int:
    import xlsxwriter

    rows = 0
    # Texts stay texts: nothing that a person typed becomes a formula or a link.
    plain = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(path, plain) as book:
        sheet = book.add_worksheet()
        for place, batch in enumerate(batches):
            if place == 0:
                sheet.write_row(0, 0, batch.schema.names)
            if rows + batch.num_rows > MOST_EXCEL_ROWS:
                raise EngineError(
                    Problem(
                        code="too-many-rows",
                        what=say("An Excel sheet holds at most {n} row(s).", n=MOST_EXCEL_ROWS),
                        fix="Export as CSV or Parquet.",
                    )
                )
            for values in zip(*batch.to_pydict().values(), strict=True):
                rows += 1
                sheet.write_row(rows, 0, [_cell(value) for value in values])
    return rows


def _cell(value: object) -> str | int | float | bool:
    match value:
        case None:
            return ""
        case bool() | str():
            return value
        case int():
            return value if abs(value) < _EXACT_IN_EXCEL else str(value)
        case Decimal():
            return float(value) if abs(value) < _EXACT_IN_EXCEL else str(value)
        case float() if math.isfinite(value):
            return value
        case datetime():
            return value.isoformat(sep=" ")
        case _:
            return str(value)
