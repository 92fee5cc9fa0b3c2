"""The rows that travel: as they are, invented, or a masked sample; each table and each audience as one Parquet file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlglot import exp

from engine.bundles import parts
from engine.bundles.expected import member_columns
from engine.bundles.inventing import Invention, StoredColumns
from engine.bundles.manifest import Contents
from engine.bundles.people import Columns, sort_columns, with_audience
from engine.bundles.renaming import Column
from engine.database import Cursor
from engine.document.model import Document
from engine.runner.exporting import write_rows
from engine.trees import col, number, query, text, tree
from engine.workspace import Workspace

MOST_SAMPLED = 1_000
"""People in a masked sample."""
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Sent:
    """A part with rows: where it stands in the bundle, the table or audience, and the file that holds it."""

    path: str
    of: str
    file: Path


def send_data(
    workspace: Workspace,
    documents: Sequence[Document],
    reads: tuple[set[str], set[str]],
    contents: Contents,
    folder: Path,
    tell: Tell,
) -> list[Sent]:
    """Write the rows that documents are counted from into files of a folder. Errors: cannot-invent, storage-failed."""
    held = list(_stored(workspace, *reads))
    if contents is Contents.FULL:
        return [_as_they_are(workspace, sent, table, tell) for sent, table in _placed(held, folder)]
    catalog = workspace.catalog()
    columns = sort_columns(catalog, reads[0], documents)
    for audience in workspace.audiences.list():
        if audience.id in reads[1]:
            columns = with_audience(columns, catalog, audience, f"audience:{audience.id}")
    work = partial(_invented, [*_placed(held, folder)], columns, documents[0], contents, tell)
    return workspace.database.writer.run(work)


def _stored(workspace: Workspace, tables: set[str], audiences: set[str]) -> Iterator[tuple[str, str, StoredColumns]]:
    """Part, name and stored columns of all rows that are to travel."""
    current, catalog = workspace.datasets.snapshot(), workspace.catalog()
    for name in sorted(tables):
        types = {column.name: column.type for column in catalog.table_by_name[name].attributes}
        yield parts.table_data_path(name), name, StoredColumns(name, current[name].physical, types)
    for audience in workspace.audiences.list():
        if audience.id in audiences:
            types = {column.name: column.type for column in member_columns(catalog, audience)}
            held = StoredColumns(f"audience:{audience.id}", audience.physical, types)
            yield parts.members_path(audience.id), audience.id, held


def _placed(held: list[tuple[str, str, StoredColumns]], folder: Path) -> Iterator[tuple[Sent, StoredColumns]]:
    for place, (path, of, table) in enumerate(held):
        yield Sent(path, of, folder / f"{place}.parquet"), table


def _as_they_are(workspace: Workspace, sent: Sent, table: StoredColumns, tell: Tell) -> Sent:
    tell(sent.of)
    rows = ordered_rows(table.rows, list(table.types))
    workspace.database.reader.run(partial(write_rows, rows, sent.file))
    return sent


def ordered_rows(table: exp.Table, columns: Sequence[str]) -> exp.Select:
    """All rows of a table in an order that depends on nothing but them, so that equal data give equal files."""
    terms = [exp.column(name, quoted=True) for name in columns]
    return exp.select(*terms).from_(table).order_by(*(term.copy() for term in terms))


def _invented(
    held: list[tuple[Sent, StoredColumns]],
    columns: Columns,
    first: Document,
    contents: Contents,
    tell: Tell,
    cursor: Cursor,
) -> list[Sent]:
    masked = contents is Contents.MASKED
    tables = [table for _, table in held]
    with Invention(cursor, columns, tables, first.id, masked) as invention:
        sample = _sample(columns, tables, first.id) if masked else None
        for sent, table in held:
            tell(sent.of)
            invention.write(table, sent.file, None if sample is None else sample.rows_of(table))
    return [sent for sent, _ in held]


@dataclass(frozen=True, slots=True)
class _Sample:
    """Some people, by their keys, and all that belongs to them."""

    keys: exp.Select
    columns: frozenset[Column]

    def rows_of(self, table: StoredColumns) -> exp.Query | None:
        """The rows of a table that belong to somebody of the sample; None for all, when it knows nobody."""
        for name in table.types:
            if (table.name, name) in self.columns:
                return query(
                    "SELECT t.* FROM t AS t WHERE $here IN (SELECT k.key FROM k AS k)",
                    t=table.rows, here=col("t", name), k=self.keys,
                )  # fmt: skip
        return None


def _sample(columns: Columns, tables: Sequence[StoredColumns], seed: str) -> _Sample | None:
    """People drawn by a fair shuffle of the largest group of keys that has a table of its own."""
    known = {table.name: table for table in tables}
    groups = sorted(columns.keys, key=lambda group: (-len(group), sorted(group)))
    for group in groups:
        owner = next((known[table] for table, _ in sorted(group) if table in known), None)
        if owner is None:
            continue
        column = next(name for table, name in sorted(group) if table == owner.name)
        drawn = tree("MD5($seed || CAST($key AS VARCHAR))", seed=text(f"{seed}:"), key=col("t", column))
        keys = query("SELECT DISTINCT $key AS key, $drawn AS drawn FROM t AS t", t=owner.rows,
                     key=col("t", column), drawn=drawn)  # fmt: skip
        some = query("SELECT s.key FROM s AS s ORDER BY s.drawn, s.key LIMIT 1", s=keys).limit(number(MOST_SAMPLED))
        return _Sample(some, group)
    return None
