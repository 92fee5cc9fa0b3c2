"""Writing files, in a real run: what is extracted and which lines were rejected; and deleting what was loaded."""

import csv
import filecmp
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from engine.problems import EngineError, Problem
from engine.runner.effects.work import Work
from engine.runner.exporting import write_new, write_rows
from engine.runner.files import rejects_path
from engine.texts import quoted, say


def extract_file(work: Work) -> str:
    values = work.values
    rows = work.count(work.query.copy().subquery("r"))
    if not rows and values["skip_when_empty"]:
        return say("Nobody entered, so no file was written.")
    folder = work.workspace.files / "exports"
    folder.mkdir(exist_ok=True)
    names = _names(values)
    written = folder / f".{work.run}{Path(names[0]).suffix}"
    if values["format"] in _SUFFIXES:
        write_rows(work.query, written, work.cursor)
    else:
        write_new(written, partial(_write_text, work))
    path = _settled(written, [folder / name for name in names])
    return say("{n} row(s) (was|were) written to {path}.", n=rows, path=path.name)


_SUFFIXES = {"excel": ".xlsx", "parquet": ".parquet"}
_MOST_AT_ONE_INSTANT = 1000


def _names(values: Mapping[str, Any]) -> list[str]:
    """The names that the file may have, in order: its own, or with the time and, where that is taken, a number."""
    name = Path(values["file_name"])
    suffix = _SUFFIXES.get(values["format"], name.suffix)
    stem = name.stem if suffix == name.suffix else name.name
    if not values["append_timestamp"]:
        return [f"{stem}{suffix}"]
    stamped = f"{stem}_{values['now']:%Y%m%d_%H%M%S}"
    return [f"{stamped}{suffix}", *(f"{stamped}_{number}{suffix}" for number in range(2, _MOST_AT_ONE_INSTANT))]


def _settled(written: Path, places: list[Path]) -> Path:
    """Put a file where nothing stands yet. Errors: file-exists.

    One that stands there with the same content is the same file: a run that goes on after a crash writes it again.
    """
    try:
        for place in places:
            if not place.exists():
                written.replace(place)
                return place
            if filecmp.cmp(written, place, shallow=False):
                return place
    finally:
        written.unlink(missing_ok=True)
    raise EngineError(
        Problem(
            code="file-exists",
            what=say(
                "There is another file {places} already, and no file is ever written over.",
                places=quoted(places[0].name),
            ),
            fix="Append the time to the name, or move the file away.",
            field="append_timestamp",
        )
    )


def _write_text(work: Work, path: Path) -> None:
    values = work.values
    names: list[str] = values["headers"]
    with path.open("w", encoding=values["encoding"], newline="") as file:
        rows = work.cursor.fetch(work.query)
        texts = [["" if value is None else str(value) for value in row] for row in rows]
        if values["format"] == "xml":
            file.write(_xml(names, texts))
        elif values["format"] == "fixed":
            widths = [one["width"] for one in values["columns"]]
            lines = ([names] if values["header"] else []) + texts
            file.writelines(_fixed(line, widths) for line in lines)
        else:
            quote = values["quote"]
            writer = csv.writer(
                file,
                delimiter="\t" if values["format"] == "text" and values["delimiter"] == "," else values["delimiter"],
                quotechar=quote or None,
                quoting=csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE,
                escapechar=None if quote else "\\",
            )
            if values["header"]:
                writer.writerow(names)
            writer.writerows(texts)


def _fixed(values: list[str], widths: list[int]) -> str:
    return "".join(value[:width].ljust(width) for value, width in zip(values, widths, strict=True)) + "\n"


def _xml(names: list[str], rows: list[list[str]]) -> str:
    parts = ['<?xml version="1.0"?>\n<rows>\n']
    for row in rows:
        cells = "".join(f'<value name="{_said(n)}">{_said(v)}</value>' for n, v in zip(names, row, strict=True))
        parts.append(f"<row>{cells}</row>\n")
    return "".join([*parts, "</rows>\n"])


def _said(text: str) -> str:
    """A text inside XML; a sign that no XML file can hold becomes the sign for what is unknown."""
    return escape(_NOT_XML.sub("\ufffd", text), {'"': "&quot;"})


_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def keep_rejects(work: Work) -> str:
    path = rejects_path(work.workspace, work.values["file"])
    if not work.count(work.query.copy().subquery("r")):
        path.unlink(missing_ok=True)
        return say("No line was rejected.")
    rows = write_rows(work.query, path, work.cursor)
    return say("{n} reason(s) to reject lines (was|were) written to {path}.", n=rows, path=path.name)


def delete_file(work: Work) -> str:
    path = Path(work.values["path"])
    path.unlink(missing_ok=True)
    return say("{path} was deleted.", path=path.name)
