"""The files that activities load at run time: read once per content, stored as tables, told apart by their digest."""

import csv
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import JsonValue
from sqlglot import exp

from engine.checking import Checked
from engine.contract import FileToLoad
from engine.database import Cursor, Store, stored
from engine.ingest.load import TooManyRejectsError
from engine.ingest.service import read_typed
from engine.misfits import system_reason
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace import RejectedLine, Workspace
from engine.workspace.populations import NewPopulation

_WORDS = ("raw", "code", "column", "value", "reason")
REJECTS = ("line", "last_line", *_WORDS)
"""The columns of the rejected lines of a file as a table. Shape: one row per line and reason."""


@dataclass(frozen=True, slots=True)
class Staged:
    """Node to the stored rows of its file and to its rejected lines, and what went wrong with the others.

    `refused` are the rejected lines of files that were given up for having too many of them.
    """

    tables: Mapping[str, exp.Table] = field(default_factory=dict[str, exp.Table])
    rejects: Mapping[str, exp.Table] = field(default_factory=dict[str, exp.Table])
    problems: tuple[Problem, ...] = ()
    refused: Mapping[str, Sequence[RejectedLine]] = field(default_factory=dict[str, Sequence[RejectedLine]])


def stage_files(workspace: Workspace, checked: Checked) -> Staged:
    """Read the files of all nodes that load one; a file that is stored already is not read again.

    Only a file that is new waits for the writing thread, so that looking at a count never waits for another count.
    """
    tables: dict[str, exp.Table] = {}
    rejects: dict[str, exp.Table] = {}
    refused: dict[str, Sequence[RejectedLine]] = {}
    problems: list[Problem] = []
    for name, node in checked.nodes.items():
        wanted = node.activity.loads(node.place)
        if wanted is None:
            continue
        try:
            tables[name], rejects[name] = _staged(workspace, wanted)
        except EngineError as error:
            problems.append(error.problem.at(node=name))
            if isinstance(error, TooManyRejectsError):
                refused[name] = error.rejects
    return Staged(tables, rejects, tuple(problems), refused)


def _staged(workspace: Workspace, wanted: FileToLoad) -> tuple[exp.Table, exp.Table]:
    import pyarrow as pa

    path = Path(wanted.path)
    content = f"{file_digest(path)}\n{wanted.layout.model_dump_json()}\n{wanted.most_errors}\n{wanted.zone}"
    table = f"p_file_{hashlib.md5(content.encode(), usedforsecurity=False).hexdigest()[:24]}"
    rejects = f"{table}_rejects"
    index = workspace.populations
    if index.counts(table) is None or index.counts(rejects) is None:
        if path.stat().st_size > wanted.most_bytes:
            raise EngineError(
                Problem(
                    code="file-too-large",
                    what=say(
                        "The file {path} has more than {most_bytes} MB.",
                        path=quoted(path.name),
                        most_bytes=f"{wanted.most_bytes / 1000000.0:g}",
                    ),
                    fix="Import it into the workspace instead, and build the audience from its table.",
                    check="V20",
                )
            )

        def read(cursor: Cursor) -> tuple[int, int]:
            for old in (table, rejects):
                cursor.drop(Store.WORK, old)
            rows, lines = read_typed(cursor, path, wanted.layout, wanted.most_errors, table, wanted.zone)
            found = reject_rows(lines)
            schema = pa.schema([(name, pa.string() if name in _WORDS else pa.int64()) for name in REJECTS])
            cursor.load(Store.WORK, rejects, pa.Table.from_pylist(found, schema=schema).to_batches(), schema)
            return rows, len(found)

        rows, bad = workspace.database.writer.run(read)
        index.record(NewPopulation(table, rows, {}), NewPopulation(rejects, bad, {}))
    return stored(Store.WORK, table), stored(Store.WORK, rejects)


def reject_rows(lines: Iterable[RejectedLine]) -> list[dict[str, JsonValue]]:
    """Rejected lines as rows of `REJECTS`."""
    found: list[dict[str, JsonValue]] = []
    for line in lines:
        for error in line.errors:
            why = {name: error.get(name) for name in ("code", "column", "value", "reason")}
            found.append({"line": line.first_line, "last_line": line.last_line, "raw": line.raw, **why})
    return found


def write_refused(workspace: Workspace, file: str, lines: Sequence[RejectedLine]) -> Path:
    """Write the rejected lines of a file that was given up, ready to be mended; where."""
    path = rejects_path(workspace, file)
    partly = path.with_name(f".{path.name}.part")
    with partly.open("w", encoding="utf-8", newline="") as written:
        writer: csv.DictWriter[str] = csv.DictWriter(written, REJECTS)
        writer.writeheader()
        writer.writerows(reject_rows(lines))
    partly.replace(path)
    return path


def rejects_path(workspace: Workspace, file: str) -> Path:
    """Where the rejected lines of a file are written."""
    folder = workspace.files / "rejects"
    folder.mkdir(exist_ok=True)
    return folder / f"{Path(file).stem}_rejects.csv"


def file_digest(path: Path) -> str:
    """SHA-256 of a file's content. Errors: no-such-file."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EngineError(
            Problem(
                code="no-such-file",
                what=say("The file {path} cannot be read.", path=quoted(path.name)),
                why=system_reason(error),
                fix="Choose the file again.",
                check="V20",
            )
        ) from error
