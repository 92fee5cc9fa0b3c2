"""Rejected lines of a load: as fields that a person can correct, and loaded again once they are."""

import csv
import io
from collections.abc import Mapping, Sequence

from pydantic import JsonValue

from engine.catalog.model import Table
from engine.ingest.load import LoadMode, LoadOptions, TooManyRejectsError
from engine.ingest.service import HEADER, Imported, import_file
from engine.layouts import FileLayout
from engine.workspace import LoadRecord, RejectedLine, Workspace

_NOTES = (HEADER, "mode")
"""What a ledger notes beside the layout."""


def fields_of(record: LoadRecord, table: Table, line: RejectedLine) -> list[str]:
    """A rejected line as it stood in the file, in the order of the table's columns.

    A line that could not even be read is cut at the file's separators as far as that goes; what is left over stays in
    the last column, so that nothing is lost before a person has seen it.
    """
    layout = layout_of(record)
    header = record.options.get(HEADER)
    names = [str(name) for name in header] if isinstance(header, list) else [one.name for one in table.attributes]
    unread = any(error.get("column") is None for error in line.errors)
    values = _cut(line.raw, layout, len(names)) if unread else _read(line.raw)
    by_header = dict(zip(names, [*values, *([""] * len(names))], strict=False))
    sources = {one.name: one.source or one.name for one in layout.columns}
    return [by_header.get(sources.get(one.name, one.name), "") for one in table.attributes]


def _read(raw: str) -> list[str]:
    return [field for fields in csv.reader(io.StringIO(raw, newline="")) for field in fields]


def _cut(raw: str, layout: FileLayout, width: int) -> list[str]:
    plain = raw.replace(layout.quote, "").rstrip("\r\n") if layout.quote else raw.rstrip("\r\n")
    parts = plain.split(layout.delimiter)
    return parts if len(parts) <= width else [*parts[: width - 1], layout.delimiter.join(parts[width - 1 :])]


def layout_of(record: LoadRecord) -> FileLayout:
    """How the file of a load was read."""
    noted = {name: value for name, value in record.options.items() if name not in _NOTES}
    return FileLayout.model_validate(noted)


def reload_rejects(workspace: Workspace, load: str, corrected: Mapping[int, Sequence[str | None]]) -> Imported:
    """Load rejected rows again, corrected: the reject's id to its fields in the order of the table's columns.

    Errors: those of a load in which nothing may be rejected; then all of them stay in the ledger.
    """
    before = next(record for record in workspace.datasets.loads() if record.id == load)
    schema = workspace.catalog().table_by_name[before.table]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([attribute.name for attribute in schema.attributes])
    writer.writerows([["" if value is None else value for value in fields] for fields in corrected.values()])
    path = workspace.files / "staging" / f"{load}.csv"
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    try:
        imported = import_file(
            workspace,
            path,
            table=before.table,
            layout=_as_written(layout_of(before)),
            options=LoadOptions(mode=_mode(before.options.get("mode")), partial=False),
        )
    finally:
        path.unlink()
    workspace.datasets.mended(list(corrected), imported.record.id)
    return imported


def reload_right(
    workspace: Workspace, load: str, corrected: Mapping[int, Sequence[str | None]]
) -> dict[int, RejectedLine]:
    """Load those corrected rows that are right now, and give the others by the reject's id, with what is wrong.

    Either all rows of a load are taken or none, so all are tried first. Errors: those of `reload_rejects`, but for rows
    that are rejected again.
    """
    try:
        reload_rejects(workspace, load, corrected)
    except TooManyRejectsError as error:
        by_line: dict[int, int] = {}
        line = 2  # after the header
        for reject, fields in corrected.items():
            by_line[line] = reject
            line += 1 + sum(value.count("\n") for value in fields if value)
        wrong = {by_line[one.first_line]: one for one in error.rejects if one.first_line in by_line}
        if not wrong:
            raise
        right = {reject: fields for reject, fields in corrected.items() if reject not in wrong}
        if right:
            reload_rejects(workspace, load, right)
        return wrong
    return {}


def _mode(noted: JsonValue) -> LoadMode:
    return LoadMode.UPSERT if noted == LoadMode.UPSERT.value else LoadMode.APPEND


def _as_written(layout: FileLayout) -> FileLayout:
    """The layout of the file that is written here; how values are read stays as it was."""
    return FileLayout.model_validate(
        layout.model_dump()
        | {
            "format": "delimited",
            "encoding": "utf-8",
            "delimiter": ",",
            "quote": '"',
            "header": True,
            "skip_lines": 0,
            "columns": [one.model_copy(update={"source": None}) for one in layout.columns],
        }
    )
