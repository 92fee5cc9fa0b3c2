"""The rows behind a count: the same stored rows that were counted, paged, sorted, searched, summarised and exported.

It reads on the reading thread, so that an answer comes while a long count runs.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter
from sqlglot import exp

from engine.catalog.paths import unknown
from engine.compiler.plan import Plan
from engine.database import Cursor, to_text
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.relations import Column, Relation, ascending, column
from engine.runner.service import plan_document, prepare
from engine.types import STRING, Family
from engine.workspace import Workspace

MOST_EXCEL_ROWS = 1_048_575


@dataclass(frozen=True, slots=True)
class Sort:
    """A column to sort by."""

    name: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a population, in order, and how many there are in all that the search found."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a column holds: how many values are missing or differ, bounds, mean, and the most frequent values."""

    column: Column
    rows: int
    missing: int
    distinct: int
    least: Any
    greatest: Any
    mean: float | None
    frequent: tuple[tuple[Any, int], ...]


def find_population(workspace: Workspace, document: Document, transition: str) -> "StoredPopulation":
    """The stored population of a transition, or of an open output "node:port".

    Errors: unknown-transition, no-population, not-counted-yet.
    """
    plan = plan_document(workspace, prepare(workspace, document))
    relation = relation_of(plan, transition)
    if relation.table not in workspace.populations.names():
        raise EngineError(
            Problem(
                code="not-counted-yet",
                what=f"The population of {transition!r} has not been counted yet.",
                fix="Run the campaign first.",
            )
        )
    return StoredPopulation(workspace, relation)


def relation_of(plan: Plan, transition: str) -> Relation:
    """Where the population of a transition stands. Errors: unknown-transition, no-population."""
    document = plan.checked.document
    ends = {one.id: (one.source, one.port) for one in document.transitions}
    ends |= {f"{name}:{port}": (name, port) for name, node in plan.nodes.items() for port in node.outputs}
    if transition not in ends:
        raise EngineError(unknown("transition", transition, ends))
    node, port = ends[transition]
    planned = plan.nodes.get(node)
    relation = None if planned is None else planned.outputs.get(port)
    if relation is None:
        raise EngineError(
            Problem(
                code="no-population",
                what=f"No population passes {transition!r}.",
                fix="Look at the problems of the activity before it.",
            )
        )
    return relation


class StoredPopulation:
    """A population that has been counted."""

    def __init__(self, workspace: Workspace, relation: Relation) -> None:
        self._workspace = workspace
        self.relation = relation

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.relation.columns

    def page(self, offset: int = 0, limit: int = 100, *, sort: Sequence[Sort] = (), search: str = "") -> Page:
        """Rows from `offset` on. Errors: unknown-column."""
        found = self._searched(search)
        select = found.order_by(*self._order(sort)).offset(offset).limit(limit)
        total = exp.select(exp.Count(this=exp.Star())).from_(found.copy().subquery("f"))

        def read(cursor: Cursor) -> Page:
            return Page(self.columns, tuple(cursor.fetch(select)), int(cursor.value(total)))

        return self._workspace.database.reader.run(read)

    def summary(self, name: str, most: int = 20) -> Summary:
        """Statistics of one column. Errors: unknown-column."""
        one = self._column(name)
        value = column("p", name)
        measures: list[exp.Expr] = [
            exp.Count(this=exp.Star()), exp.Count(this=value), exp.Count(this=exp.Distinct(expressions=[value.copy()])),
        ]  # fmt: skip
        comparable = one.type.family is not Family.LIST
        measures += [exp.Min(this=value.copy()), exp.Max(this=value.copy())] if comparable else [exp.null(), exp.null()]
        measures.append(exp.Avg(this=value.copy()) if one.type.family is Family.NUMBER else exp.null())
        frequent = self.relation.rows("p").select(value.copy(), exp.alias_(exp.Count(this=exp.Star()), "n"))
        frequent = frequent.group_by(value.copy()).order_by("n DESC", ascending(value.copy())).limit(most)
        rows = self.relation.rows("p").select(*measures)

        def read(cursor: Cursor) -> Summary:
            total, present, distinct, least, greatest, mean = cursor.fetch(rows)[0]
            return Summary(
                one, total, total - present, distinct, least, greatest, None if mean is None else float(mean),
                tuple((row[0], row[1]) for row in cursor.fetch(frequent)),
            )  # fmt: skip

        return self._workspace.database.reader.run(read)

    def export(self, path: Path, *, sort: Sequence[Sort] = ()) -> int:
        """Write all rows to a .csv, .parquet or .xlsx file; how many. Errors: unknown-format, too-many-rows."""
        select = self._searched("").order_by(*self._order(sort))
        return self._workspace.database.reader.run(partial(write_rows, select, path))

    def sql(self) -> str:
        """The query that reads the population, to look at."""
        return to_text(self._searched("").order_by(*self._order(())))

    def _column(self, name: str) -> Column:
        if name not in self.relation:
            raise EngineError(unknown("column", name, self.relation.names))
        return self.relation[name]

    def _searched(self, search: str) -> exp.Select:
        select = self.relation.rows("p").select(*(column("p", name) for name in self.relation.names))
        if not search:
            return select
        wanted = exp.Literal.string(search.lower())
        texts = [exp.Lower(this=exp.Cast(this=column("p", name), to=STRING.to_sql())) for name in self.relation.names]
        return select.where(exp.or_(*(exp.Contains(this=one, expression=wanted.copy()) for one in texts)))

    def _order(self, sort: Sequence[Sort]) -> list[exp.Expr]:
        chosen: list[exp.Expr] = [
            exp.Ordered(this=column("p", self._column(one.name).name), desc=one.descending, nulls_first=False)
            for one in sort
        ]
        return [*chosen, *self.relation.order("p")]


def write_rows(select: exp.Query, path: Path, cursor: Cursor) -> int:
    """Write a query's rows to a file by the format that its name ends in; how many rows. Old or new, never half."""
    writers = {".csv": _write_csv, ".parquet": _write_parquet, ".xlsx": _write_excel}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise EngineError(
            Problem(
                code="unknown-format",
                what=f"Files that end in {path.suffix or 'nothing'!r} cannot be written.",
                fix=f"Choose one of {', '.join(writers)}.",
            )
        )
    partly = path.with_name(f".{path.name}.part")
    try:
        rows = writer(cursor.batches(select), partly)
        partly.replace(path)
    except OSError as error:
        raise EngineError(
            Problem(
                code="storage-failed",
                what=f"{path.name!r} could not be written.",
                why=error.strerror or str(error),
                fix="Check that the folder can be written and that the disk is not full.",
            )
        ) from error
    finally:
        partly.unlink(missing_ok=True)
    return rows


def _write_csv(batches: Iterator[pa.RecordBatch], path: Path) -> int:
    rows = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for batch in batches:
            if rows == 0:
                writer.writerow(batch.schema.names)
            writer.writerows(zip(*batch.to_pydict().values(), strict=True))
            rows += batch.num_rows
    return rows


def _write_parquet(batches: Iterator[pa.RecordBatch], path: Path) -> int:
    rows = 0
    writer: pq.ParquetWriter | None = None
    try:
        for batch in batches:
            writer = writer or pq.ParquetWriter(path, batch.schema)
            writer.write_batch(batch)
            rows += batch.num_rows
    finally:
        if writer is not None:
            writer.close()
    if writer is None:
        path.touch()
    return rows


def _write_excel(batches: Iterator[pa.RecordBatch], path: Path) -> int:
    rows = 0
    with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for batch in batches:
            if rows == 0:
                sheet.write_row(0, 0, batch.schema.names)
            if rows + batch.num_rows > MOST_EXCEL_ROWS:
                raise EngineError(
                    Problem(
                        code="too-many-rows",
                        what=f"An Excel sheet holds at most {MOST_EXCEL_ROWS:,} rows.",
                        fix="Export as CSV or Parquet.",
                    )
                )
            for values in zip(*batch.to_pydict().values(), strict=True):
                rows += 1
                sheet.write_row(
                    rows, 0, [one if isinstance(one, int | float | bool) else str(one or "") for one in values]
                )
    return rows
