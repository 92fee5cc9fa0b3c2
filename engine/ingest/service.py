"""Files into a workspace: preview, rehearsal, import with a schema made on the way."""

import dataclasses
import re
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import JsonValue
from sqlglot import exp

from engine.catalog.model import Attribute, Table
from engine.database import Cursor, Store, stored
from engine.ingest.detect import detect_layout
from engine.ingest.guess import Guess, guess_columns, remarks_of
from engine.ingest.load import LoadMode, LoadOptions, Outcome, TooManyRejectsError, load_staged
from engine.ingest.records import file_problem, sheet_names
from engine.ingest.staging import LINE, Staged, Tell, Unchanged, digest, stage
from engine.lanes import Job
from engine.layouts import TYPED, ColumnLayout, FileFormat, FileLayout
from engine.problems import EngineError, Problem
from engine.texts import grouped, quoted, say
from engine.types import DataType, Kind
from engine.workspace import LoadRecord, RejectedLine, Workspace
from engine.workspace.store import utc_now

_TYPES = {
    "BOOLEAN": "boolean", "TINYINT": "byte", "SMALLINT": "short", "INTEGER": "integer", "BIGINT": "long",
    "UTINYINT": "short", "USMALLINT": "integer", "UINTEGER": "long", "FLOAT": "double", "DOUBLE": "double",
    "DATE": "date", "TIME": "time",
}  # fmt: skip
HEADER = "header_of_file"
"""Where a ledger keeps the names of the columns as they stood in the file."""
LARGE_FILE = 1_000_000_000
"""The bytes from which on one is told that a file takes a while. Nothing leaves the computer, so nothing is refused for
its size, as long as `LoadOptions.most_bytes` says nothing else."""
LARGE_UPDATE = 0.2
"""The share of a table's records that an update had better not exceed."""
Before = Callable[[Cursor, Staged], None]
"""What is done with the records of a file before they are converted, such as taking out some of them."""
Noted = Callable[[LoadRecord], None]
"""What is noted in the same transaction as a load; an error of it undoes the load."""
KEY_NAME = re.compile(r"(^|_)(id|key|code|no|number|uuid)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: the table, its ledger, and what a person should look at."""

    table: Table
    record: LoadRecord
    rows: int
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """A file before anything is written: its layout, the guessed columns, the first rows."""

    layout: FileLayout
    guesses: tuple[Guess, ...]
    rows: tuple[tuple[Any, ...], ...]
    rejects: tuple[RejectedLine, ...]
    sheets: tuple[str, ...] = ()
    """The sheets of a workbook, of which the layout names one or means the first."""


def import_file(
    workspace: Workspace,
    path: Path,
    *,
    table: str | None = None,
    layout: FileLayout | None = None,
    key: Sequence[str] | None = None,
    version: str | None = None,
    options: LoadOptions | None = None,
    tell: Tell = lambda _lines: None,
    before: Before | None = None,
    noted: Noted | None = None,
) -> Imported:
    """Load a file into a table, which is created if it is new. Errors: those of `load_staged` and of reading."""
    wish = _Wish(path, table or table_name(path), layout, key, version, options or LoadOptions(), tell, before, noted)
    return workspace.database.writer.run(partial(_import, workspace, wish))


def start_import(
    workspace: Workspace,
    path: Path,
    *,
    table: str | None = None,
    layout: FileLayout | None = None,
    key: Sequence[str] | None = None,
    version: str | None = None,
    options: LoadOptions | None = None,
    tell: Tell = lambda _lines: None,
    before: Before | None = None,
    noted: Noted | None = None,
) -> Job[Imported]:
    """The same without waiting: a job that can be cancelled. `tell` hears how many lines were read."""
    wish = _Wish(path, table or table_name(path), layout, key, version, options or LoadOptions(), tell, before, noted)
    return workspace.database.writer.submit(partial(_import, workspace, wish), leaves=True)


def table_name(path: Path) -> str:
    """The table that a file goes into when nothing else is said."""
    return re.sub(r"\W+", "_", path.stem).strip("_").lower() or "table"


@dataclass(frozen=True, slots=True)
class _Wish:
    path: Path
    table: str
    layout: FileLayout | None
    key: Sequence[str] | None
    version: str | None
    options: LoadOptions
    tell: Tell
    before: Before | None = None
    noted: Noted | None = None


def _import(workspace: Workspace, wish: _Wish, cursor: Cursor) -> Imported:
    started = utc_now()
    large = _large_file(wish.path, wish.options.most_bytes)
    layout = wish.layout or detect_layout(wish.path)
    unchanged = Unchanged(wish.path)
    staged = stage(cursor, wish.path, layout, wish.tell)
    try:
        sha256 = digest(wish.path)
        unchanged.check()
        if wish.before is not None:
            wish.before(cursor, staged)
        guesses = guesses_of(cursor, staged, layout)
        schema = workspace.catalog().table_by_name.get(wish.table)
        remarks = (*large, *remarks_of(guesses))
        if schema is None:
            schema = _new_schema(cursor, staged, guesses, wish)
            if not layout.columns:
                layout = layout.model_copy(update={"columns": tuple(guess.layout for guess in guesses)})
        noted: dict[str, JsonValue] = layout.model_dump(mode="json")
        noted |= {HEADER: [*staged.header], "mode": wish.options.mode.value}
        record = LoadRecord(schema.name, wish.path.name, sha256, noted, started=started)
        return _commit(workspace, cursor, staged, schema, layout, wish.options, record, remarks, wish.noted)
    finally:
        cursor.drop(Store.WORK, staged.name)


def _commit(
    workspace: Workspace,
    cursor: Cursor,
    staged: Staged,
    schema: Table,
    layout: FileLayout,
    options: LoadOptions,
    record: LoadRecord,
    remarks: tuple[str, ...] = (),
    noted: Noted | None = None,
) -> Imported:
    if options.mode is LoadMode.UPSERT and not schema.key:
        raise EngineError(
            Problem(
                code="no-key",
                what=say("Records of {schema} cannot be updated, because it has no primary key.", schema=schema.title),
                fix="Choose the columns that tell its records apart.",
                check="V28",
            )
        )
    current = workspace.datasets.current(schema.name)
    physical = workspace.datasets.begin(schema.name)
    try:
        outcome: Outcome = load_staged(
            cursor, staged, schema, layout, physical, current.physical if current else None, options
        )
    except EngineError as error:
        rejects = error.rejects if isinstance(error, TooManyRejectsError) else []
        failed = dataclasses.replace(record, status="failed", problem=error.problem.text, rejects=rejects)
        workspace.datasets.fail(failed)
        raise
    record = dataclasses.replace(record, counts=outcome.counts, rejects=outcome.rejects)
    try:
        cursor.decide()
        with workspace.together():
            workspace.schemas.add(schema)
            workspace.datasets.commit(record, physical, outcome.rows)
            if noted is not None:
                noted(record)
    except BaseException:
        cursor.drop(Store.DATA, physical)
        raise
    if current is not None and options.mode is LoadMode.UPSERT:
        remarks = (*remarks, *_large_update(current.rows, outcome.counts))
    return Imported(schema, record, outcome.rows, remarks)


def _large_file(path: Path, most: int | None) -> tuple[str, ...]:
    """What to say of the size of a file. Errors: file-too-large, when it has more than `most` bytes."""
    size = path.stat().st_size if path.is_file() else 0
    if most is not None and size > most:
        raise file_problem(
            "file-too-large",
            say(
                "{path} has {n} byte(s); at most {most} are wanted.", path=quoted(path.name), n=size, most=grouped(most)
            ),
            "Raise the limit, or load a smaller part of the file.",
        )
    if size <= LARGE_FILE:
        return ()
    return (
        say(
            "The file has {size} GB, which takes a while; Parquet is read faster than text.",
            size=f"{size / 1000000000:.1f}",
        ),
    )


def _large_update(rows: int, counts: Mapping[str, int]) -> Iterator[str]:
    changed = counts.get("updated", 0) + counts.get("deleted", 0)
    if changed > rows * LARGE_UPDATE:
        share = 100 * changed / max(1, rows)
        yield say(
            "{n} of {records} changed ({share} %); a load of all of them may be faster.",
            n=changed,
            records=say("{n} record(s)", n=rows),
            share=f"{share:.0f}",
        )


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a load would do: its counts, what it would reject and why, and the first rows as they would be stored."""

    table: Table
    counts: Mapping[str, int]
    rejects: tuple[RejectedLine, ...]
    rows: tuple[tuple[Any, ...], ...]


def rehearse_import(
    workspace: Workspace,
    path: Path,
    *,
    table: str,
    layout: FileLayout,
    key: Sequence[str] | None = None,
    version: str | None = None,
    options: LoadOptions | None = None,
    shown: int = 50,
) -> Job[Rehearsal]:
    """Do a whole load and keep nothing of it. Errors of the job: those of a load, but for too many rejects."""
    everything = dataclasses.replace(options or LoadOptions(), partial=True, threshold=100.0, most_rejects=None)
    wish = _Wish(path, table, layout, key, version, everything, lambda _lines: None)
    return workspace.database.writer.submit(partial(_rehearse, workspace, wish, shown), leaves=True)


def _rehearse(workspace: Workspace, wish: _Wish, shown: int, cursor: Cursor) -> Rehearsal:
    layout = wish.layout or detect_layout(wish.path)
    unchanged = Unchanged(wish.path)
    staged = stage(cursor, wish.path, layout)
    physical = f"s_{uuid.uuid4().hex}"
    try:
        unchanged.check()
        schema = workspace.catalog().table_by_name.get(wish.table)
        if schema is None:
            schema = _new_schema(cursor, staged, guesses_of(cursor, staged, layout), wish)
        current = workspace.datasets.current(schema.name)
        outcome = load_staged(
            cursor, staged, schema, layout, physical, None if current is None else current.physical, wish.options
        )
        names = [exp.column(one.name, quoted=True) for one in schema.attributes]
        first = cursor.fetch(exp.select(*names).from_(stored(Store.DATA, physical)).limit(shown))
    finally:
        cursor.drop(Store.DATA, physical)
        cursor.drop(Store.WORK, staged.name)
    rejects = sorted(outcome.rejects, key=lambda line: line.first_line)
    return Rehearsal(schema, outcome.counts, tuple(rejects), tuple(first))


def preview_file(workspace: Workspace, path: Path, layout: FileLayout | None = None, rows: int = 10) -> Preview:
    """What a file holds, without keeping any of it. Errors: those of reading."""
    chosen = layout or detect_layout(path)

    def look(cursor: Cursor) -> Preview:
        staged = stage(cursor, path, chosen)
        try:
            query = exp.select(*(exp.column(f"f{place}", quoted=True) for place in range(len(staged.header))))
            first = cursor.fetch(query.from_(staged.table).order_by(exp.column(LINE, quoted=True)).limit(rows))
            guesses = guesses_of(cursor, staged, chosen)
            sheets = sheet_names(path) if chosen.format is FileFormat.EXCEL else ()
            return Preview(chosen, tuple(guesses), tuple(first), tuple(staged.rejects), sheets)
        finally:
            cursor.drop(Store.WORK, staged.name)

    return workspace.database.writer.run(look)


def read_typed(
    cursor: Cursor, path: Path, layout: FileLayout, most_errors: int, table: str, zone: str
) -> tuple[int, list[RejectedLine]]:
    """Read a file for an activity into a work table of typed columns and `_line`; its rows, and what was rejected.

    Instants become wall time in `zone`.

    Errors: those of reading it, ING-121 (its columns differ from the layout's), too-many-rejects (V20).
    """
    staged = stage(cursor, path, layout)
    try:
        wanted = [column for column in layout.columns if not column.ignore]
        known = [column.source or column.name for column in layout.columns]
        missing = [name for name in known if name not in staged.header]
        strange = [name for name in staged.header if name not in known]
        if missing or strange:
            raise _other_layout(path.name, missing, strange)
        attributes = (Attribute(name=one.name, type=one.type, instant=one.type.kind is Kind.DATETIME) for one in wanted)
        schema = Table(name="file", attributes=tuple(attributes))
        options = LoadOptions(most_rejects=most_errors, lines=True, zone=zone)
        physical = f"s_{table}"
        outcome = load_staged(cursor, staged, schema, layout, physical, None, options)
        names = [exp.column(name, quoted=True) for name in (LINE, *(one.name for one in wanted))]
        cursor.create(Store.WORK, table, exp.select(*names).from_(stored(Store.DATA, physical)))
        cursor.drop(Store.DATA, physical)
        return outcome.rows, outcome.rejects
    finally:
        cursor.drop(Store.WORK, staged.name)


def _other_layout(file: str, missing: Sequence[str], strange: Sequence[str]) -> EngineError:
    lacks = say("it has no column {names}", names=", ".join(map(repr, missing)))
    brings = say("the sample has no column {names}", names=", ".join(map(repr, strange)))
    both = say("{one}, and {other}", one=lacks, other=brings)
    parts = both if missing and strange else lacks if missing else brings
    return file_problem(
        "ING-121",
        say("The file {file} is not laid out like the sample: {parts}.", file=quoted(file), parts=parts),
        "Choose another file, or the sample anew; columns that are not needed can be ignored.",
    )


def guesses_of(cursor: Cursor, staged: Staged, layout: FileLayout) -> list[Guess]:
    """A type for each column: from its values, from the layout where it says so, from the file where it is typed."""
    kinds = cursor.columns(exp.select("*").from_(staged.table))
    if layout.format in TYPED:
        return [
            Guess(name, _of_database(kind), None, staged.rows, 0, instant="TIME ZONE" in kind)
            for name, kind in ((name, kinds[f"f{place}"]) for place, name in enumerate(staged.header))
        ]
    guessed = guess_columns(cursor, staged.table, [f"f{place}" for place in range(len(staged.header))])
    by_header = {(one.source or one.name): one for one in layout.columns if one.expression is None}
    named = [dataclasses.replace(guess, name=name) for guess, name in zip(guessed, staged.header, strict=True)]
    return [_as_laid_out(guess, by_header.get(guess.name)) for guess in named]


def _as_laid_out(guess: Guess, column: ColumnLayout | None) -> Guess:
    if column is None:
        return guess
    return dataclasses.replace(guess, name=column.name, type=column.type, date_format=column.date_format, remark="")


def _of_database(kind: str) -> DataType:
    if kind.startswith("DECIMAL"):
        return DataType.parse(kind.lower())
    if kind.startswith("TIMESTAMP"):
        return DataType(Kind.DATETIME)
    return DataType.parse(_TYPES.get(kind, "string"))


def _new_schema(cursor: Cursor, staged: Staged, guesses: Sequence[Guess], wish: _Wish) -> Table:
    key = tuple(wish.key) if wish.key is not None else _suggested_key(cursor, staged, guesses)
    zoned = wish.layout is not None and wish.layout.zone is not None
    columns = () if wish.layout is None else wish.layout.columns
    said = {one.source or one.name: one for one in columns if one.expression is None}
    attributes: list[Attribute] = []
    for header, guess in zip(staged.header, guesses, strict=True):
        column = said.get(header, guess.layout)
        if not column.ignore:
            instant = guess.instant or (zoned and column.type.kind is Kind.DATETIME)
            attributes.append(Attribute(name=column.name, type=column.type, label=column.label, instant=instant))
    computed = (one for one in columns if one.expression is not None)
    attributes += [Attribute(name=one.name, type=one.type, label=one.label) for one in computed if not one.ignore]
    return Table(name=wish.table, attributes=tuple(attributes), key=key, version=wish.version)


def _suggested_key(cursor: Cursor, staged: Staged, guesses: Sequence[Guess]) -> tuple[str, ...]:
    """The first column, names of keys before others, whose values are all there and all different."""
    places = sorted(range(len(guesses)), key=lambda place: (not KEY_NAME.search(guesses[place].name), place))
    for place in places:
        if guesses[place].values != staged.rows or not staged.rows or guesses[place].type.kind is Kind.DOUBLE:
            continue
        distinct = exp.Count(this=exp.Distinct(expressions=[exp.column(f"f{place}", quoted=True)]))
        if int(cursor.value(exp.select(distinct).from_(staged.table))) == staged.rows:
            return (guesses[place].name,)
    return ()
