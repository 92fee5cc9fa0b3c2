"""Foreign files as records of text, each with its lines; nothing is guessed, converted or lost on the way.

Delimited text is read with an explicit dialect by a strict reader. A record that cannot be read is handed on with its
raw text and the reason. Lines are physical lines of the file, counted from 1; a record may span several.
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import JsonValue

from engine.layouts import FileFormat, FileLayout
from engine.misfits import system_reason
from engine.problems import EngineError, Problem
from engine.texts import grouped, quoted, say

if TYPE_CHECKING:
    from fastexcel import ExcelReader

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))

CORRUPT = "ING-1401"
UNTERMINATED = "ING-1402"


@dataclass(frozen=True, slots=True)
class Record:
    """`fields` is None when the record cannot be read; `code` and `reason` then say why."""

    first_line: int
    last_line: int
    raw: str
    fields: list[str | None] | None
    code: str = ""
    reason: str = ""
    blank: bool = False


@dataclass(slots=True)
class Reading:
    """A file being read: its header, its records, and how many lines went by so far."""

    header: list[str]
    records: Iterator[Record]
    header_lines: int = 0


def read_records(path: Path, layout: FileLayout) -> Reading:
    """The records of a file. Errors: ING-106 (empty), ING-118 (no header), ING-120 (unreadable), ING-121 (header)."""
    match layout.format:
        case FileFormat.DELIMITED:
            return _delimited(path, layout)
        case FileFormat.FIXED:
            return _fixed(path, layout)
        case FileFormat.JSON | FileFormat.JSON_LINES:
            return _json(path, layout)
        case FileFormat.EXCEL:
            return _excel(path, layout)
        case FileFormat.PARQUET | FileFormat.DUCKDB:
            raise ValueError("Files that are typed are read column by column")


def file_problem(code: str, what: str, fix: str, why: str = "") -> EngineError:
    """A fault of the file as a whole."""
    return EngineError(Problem(code=code, what=what, why=why, fix=fix, check="V20"))


def _lines(path: Path, layout: FileLayout) -> Iterator[str]:
    """Physical lines with their ends. NUL characters stay, and make the record corrupt."""
    try:
        with path.open(encoding=layout.encoding, errors="strict", newline="") as file:
            yield from file
    except UnicodeError as error:
        what = say("{path} is not written in {encoding}.", path=quoted(path.name), encoding=layout.encoding)
        if isinstance(error, UnicodeDecodeError):
            what = say(
                "{path} is not written in {encoding} at byte {place}.",
                path=quoted(path.name),
                encoding=layout.encoding,
                place=grouped(error.start),
            )
        raise file_problem(
            "ING-120",
            what,
            "Choose another encoding, such as cp1252 or utf-16.",
        ) from error
    except LookupError as error:
        raise file_problem(
            "ING-120",
            say("There is no encoding {encoding}.", encoding=quoted(layout.encoding)),
            "Choose utf-8 or cp1252.",
        ) from error
    except OSError as error:
        raise file_problem(
            "ING-120",
            say("{path} cannot be read.", path=quoted(path.name)),
            "Choose another file.",
            system_reason(error),
        ) from error


class _Traced:
    """Lines handed to the reader one by one, remembered until their record is complete."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.number = 0
        self.held: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        self.held.append(line)
        return line

    def take(self) -> str:
        raw = "".join(self.held)
        self.held.clear()
        return raw


def _delimited(path: Path, layout: FileLayout) -> Reading:
    traced = _Traced(_lines(path, layout))
    for _ in range(layout.skip_lines):
        if next(traced, None) is None:
            break
    traced.take()
    reader = csv.reader(
        traced,
        delimiter=layout.delimiter,
        quotechar=layout.quote or None,
        quoting=csv.QUOTE_MINIMAL if layout.quote else csv.QUOTE_NONE,
        doublequote=True,
        strict=True,
    )
    header = [column.source or column.name for column in layout.columns]
    if layout.header:
        header = _header(path, reader, traced)
    lines_before = traced.number
    first = next(reader_records(reader, traced, len(header) or None), None)
    if first is None and not layout.header:
        raise file_problem("ING-106", say("{path} is empty.", path=quoted(path.name)), "Choose a file with rows in it.")
    if not header and first is not None:
        header = [f"column_{place + 1}" for place in range(len(first.fields or [""]))]
    return Reading(header, _after(first, reader_records(reader, traced, len(header))), lines_before)


def _after(first: Record | None, rest: Iterator[Record]) -> Iterator[Record]:
    if first is not None:
        yield first
        yield from rest


def _header(path: Path, reader: Any, traced: _Traced) -> list[str]:
    try:
        names = next(reader, None)
    except csv.Error as error:
        raise file_problem(
            "ING-118",
            say("The header of {path} cannot be read.", path=quoted(path.name)),
            "Correct it.",
            "A quote in it is not closed, or it holds a name without end.",
        ) from error
    if names is None:
        raise file_problem("ING-106", say("{path} is empty.", path=quoted(path.name)), "Choose a file with rows in it.")
    traced.take()
    names = [name.strip().removeprefix("\ufeff") for name in names]
    if not any(names):
        raise file_problem(
            "ING-118",
            say("The header of {path} is empty.", path=quoted(path.name)),
            "Name the columns in the first line.",
        )
    names = [name or f"column_{place + 1}" for place, name in enumerate(names)]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise file_problem(
            "ING-121",
            say("{path} has two columns called {twice}.", path=quoted(path.name), twice=quoted(twice[0])),
            "Give each column its own name.",
        )
    return names


def reader_records(reader: Any, traced: _Traced, width: int | None) -> Iterator[Record]:
    """The records that a csv reader finds. Shape: one per record of the file, blank lines included."""
    while True:
        first = traced.number + 1
        try:
            fields: list[str] | None = next(reader, None)
        except csv.Error as error:
            ended = "unexpected end of data" in str(error)
            reason = (
                say("A quote that opens on line {first} is never closed.", first=first)
                if ended
                else say("The quoting is wrong: {error}.", error=error)
            )
            yield Record(first, traced.number, traced.take(), None, UNTERMINATED if ended else CORRUPT, reason)
            continue
        if fields is None:
            return
        last, raw = traced.number, traced.take()
        if not fields or (len(fields) == 1 and not fields[0].strip() and width != 1):
            yield Record(first, last, raw, None, blank=True)
        elif width is not None and len(fields) != width:
            reason = say("There (is|are) {n} field(s) where the header has {width}.", n=len(fields), width=width)
            yield Record(first, last, raw, None, CORRUPT, reason)
        elif "\0" in raw:
            yield Record(first, last, raw, None, CORRUPT, say("The line contains a NUL character."))
        else:
            yield Record(first, last, raw, list(fields))


def _fixed(path: Path, layout: FileLayout) -> Reading:
    if not layout.columns or any(column.width is None for column in layout.columns):
        raise file_problem("ING-121", "A fixed-width file needs the width of every column.", "Give the widths.")
    edges = [0]
    for column in layout.columns:
        edges.append(edges[-1] + (column.width or 0))
    before = layout.skip_lines + (1 if layout.header else 0)

    def records() -> Iterator[Record]:
        for number, line in enumerate(_lines(path, layout), start=1):
            if number <= before:
                continue
            text = line.rstrip("\r\n")
            if not text.strip():
                yield Record(number, number, line, None, blank=True)
            elif len(text) > edges[-1]:
                yield Record(
                    number,
                    number,
                    line,
                    None,
                    CORRUPT,
                    say("The line is longer than {n} character(s).", n=edges[-1]),
                )
            else:
                yield Record(number, number, line, [text[a:b].strip() for a, b in pairwise(edges)])

    return Reading([column.source or column.name for column in layout.columns], records(), before)


def _json(path: Path, layout: FileLayout) -> Reading:
    """Objects, flattened: the value at {"a": {"b": 1}} is the column "a.b"; a list stays as its JSON text."""
    objects = list(_json_lines(path, layout) if layout.format is FileFormat.JSON_LINES else _json_array(path, layout))
    header: dict[str, None] = {}
    for found in objects:
        if isinstance(found, dict):
            header.update(dict.fromkeys(found))
    if not header:
        raise file_problem(
            "ING-106", say("{path} holds no records.", path=quoted(path.name)), "Choose a file with objects in it."
        )

    def records() -> Iterator[Record]:
        for number, found in enumerate(objects, start=1):
            if isinstance(found, dict):
                yield Record(number, number, "", [found.get(name) for name in header])
            else:
                yield found

    return Reading(list(header), records())


def _json_lines(path: Path, layout: FileLayout) -> Iterator[dict[str, str | None] | Record]:
    for number, line in enumerate(_lines(path, layout), start=1):
        if not line.strip():
            yield Record(number, number, line, None, blank=True)
            continue
        try:
            value: JsonValue = json.loads(line, parse_float=str, parse_int=str)
        except (ValueError, RecursionError) as error:
            yield Record(number, number, line, None, CORRUPT, say("This is not JSON: {error}.", error=error))
            continue
        yield (
            _flat(value) if isinstance(value, dict) else Record(number, number, line, None, CORRUPT, say("No object."))
        )


def _json_array(path: Path, layout: FileLayout) -> Iterator[dict[str, str | None] | Record]:
    try:
        value: JsonValue = json.loads("".join(_lines(path, layout)), parse_float=str, parse_int=str)
    except json.JSONDecodeError as error:
        why = say("It cannot be read from line {line} on.", line=error.lineno)
        raise file_problem(
            "ING-120", say("{path} is not JSON.", path=quoted(path.name)), "Correct the file.", why
        ) from error
    except (ValueError, RecursionError) as error:
        raise file_problem(
            "ING-120", say("{path} is not JSON.", path=quoted(path.name)), "Correct the file."
        ) from error
    for place, item in enumerate(value if isinstance(value, list) else [value], start=1):
        raw = json.dumps(item)
        yield _flat(item) if isinstance(item, dict) else Record(place, place, raw, None, CORRUPT, say("No object."))


def _flat(value: dict[str, JsonValue], prefix: str = "") -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for name, inner in value.items():
        path = f"{prefix}{name}"
        if isinstance(inner, dict) and inner:
            found |= _flat(inner, f"{path}.")
        elif isinstance(inner, bool):
            found[path] = "true" if inner else "false"
        elif inner is None or isinstance(inner, str):
            found[path] = inner
        else:
            found[path] = json.dumps(inner, ensure_ascii=False)
    return found


def sheet_names(path: Path) -> tuple[str, ...]:
    """The sheets of a workbook, in their order. Errors: ING-120."""
    return tuple(_workbook(path).sheet_names)


def _workbook(path: Path) -> "ExcelReader":
    import fastexcel

    try:
        return fastexcel.read_excel(path)
    except Exception as error:  # whatever the library does not understand; its words are those of a programmer
        raise file_problem(
            "ING-120",
            say("{path} cannot be read.", path=quoted(path.name)),
            "Choose an .xlsx file.",
            say("It is damaged or protected, or it is no workbook."),
        ) from error


def _excel(path: Path, layout: FileLayout) -> Reading:
    """A sheet, every cell as text."""
    book = _workbook(path)
    try:
        sheet = book.load_sheet(layout.sheet or 0, dtypes="string", header_row=0 if layout.header else None)
        columns = sheet.to_arrow().to_pydict()
    except Exception as error:
        raise file_problem(
            "ING-120",
            say("{path} cannot be read.", path=quoted(path.name)),
            "Choose an .xlsx file.",
            "It has no such sheet, or the sheet is damaged.",
        ) from error
    header = [str(name) for name in columns]
    if not header:
        raise file_problem(
            "ING-106", say("{path} is empty.", path=quoted(path.name)), "Choose a sheet with rows in it."
        )

    def records() -> Iterator[Record]:
        for number, values in enumerate(zip(*columns.values(), strict=True), start=2 if layout.header else 1):
            if all(value is None for value in values):
                yield Record(number, number, "", None, blank=True)
            else:
                yield Record(number, number, "", list(values))

    return Reading(header, records(), 1 if layout.header else 0)
