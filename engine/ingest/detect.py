"""Proposes the layout of a file from its name and content. What it proposes is explicit and can be corrected."""

import codecs
import csv
import mimetypes
from pathlib import Path

from engine.ingest.records import file_problem
from engine.layouts import TYPED, FileFormat, FileLayout
from engine.misfits import system_reason
from engine.problems import EngineError, Problem
from engine.texts import quoted, say

_SAMPLE = 1 << 20
_FORMATS = {
    ".duckdb": FileFormat.DUCKDB,
    ".db": FileFormat.DUCKDB,
    ".parquet": FileFormat.PARQUET,
    ".xlsx": FileFormat.EXCEL,
    ".xls": FileFormat.EXCEL,
    ".json": FileFormat.JSON,
    ".jsonl": FileFormat.JSON_LINES,
    ".ndjson": FileFormat.JSON_LINES,
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


_NEVER_DATA = (
    "image/", "audio/", "video/", "font/", "text/html", "application/pdf", "application/msword", "application/zip",
    "application/x-tar", "application/vnd.ms-powerpoint",
    "application/vnd.openxmlformats-officedocument.presentationml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml",
)  # fmt: skip


def detect_layout(path: Path) -> FileLayout:
    """The layout that the file seems to have. Errors: ING-106 (empty), ING-120 (unreadable), no-data-file."""
    _refuse_no_data(path)
    known = _FORMATS.get(path.suffix.lower())
    try:
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
    except OSError as error:
        raise file_problem(
            "ING-120",
            say("{path} cannot be read.", path=quoted(path.name)),
            "Choose another file.",
            system_reason(error),
        ) from error
    if not sample:
        raise file_problem("ING-106", say("{path} is empty.", path=quoted(path.name)), "Choose a file with rows in it.")
    if known is not None and (known is FileFormat.EXCEL or known in TYPED):
        return FileLayout(format=known)
    encoding = _encoding(path, sample)
    if known is not None:
        return FileLayout(format=known, encoding=encoding)
    text = sample.decode(encoding, errors="ignore")
    delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter(text)
    return FileLayout(encoding=encoding, delimiter=delimiter)


def _refuse_no_data(path: Path) -> None:
    """A picture or an archive could be read as text, too, and would make a table of nonsense."""
    kind, packed = mimetypes.guess_type(path.name)
    if packed is not None or (kind is not None and kind.startswith(_NEVER_DATA)):
        raise EngineError(
            Problem(
                code="no-data-file",
                what=say("{name} holds no table.", name=path.name),
                fix="Choose CSV, TSV, JSON Lines, Parquet or Excel.",
            )
        )


def _encoding(path: Path, sample: bytes) -> str:
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name
    try:
        with path.open(encoding="utf-8") as file:
            while file.read(_SAMPLE):
                pass
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(sample).best()
        # Short Latin texts fit several code pages alike; the Western one is what most systems write.
        foreign = best and [one for one in best.alphabets if "Latin" not in one and one != "Control character"]
        return best.encoding if best is not None and foreign else "cp1252"
    return "utf-8"


def _delimiter(text: str) -> str:
    """The candidate that splits most lines into the same number of fields, and into more than one."""
    lines = text.splitlines()[:200]
    best, most = ",", 0.0
    for candidate in ",;\t|":
        try:
            widths = [len(fields) for fields in csv.reader(lines, delimiter=candidate) if fields]
        except csv.Error:
            continue
        width = max(set(widths), key=widths.count, default=1)
        score = widths.count(width) / max(len(widths), 1) * (width > 1) * (1 + width / 1000)
        if score > most:
            best, most = candidate, score
    return best
