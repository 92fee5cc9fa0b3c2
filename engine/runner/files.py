"""The files that activities load at run time: read once per content, stored as tables, told apart by their digest."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlglot import exp

from engine.checking import Checked
from engine.contract import FileToLoad
from engine.database import Cursor, Store, stored
from engine.ingest.service import read_typed
from engine.problems import EngineError, Problem
from engine.workspace import Workspace
from engine.workspace.populations import NewPopulation


@dataclass(frozen=True, slots=True)
class Staged:
    """Node to the stored rows of its file, and what went wrong with the others."""

    tables: Mapping[str, exp.Table] = field(default_factory=dict[str, exp.Table])
    problems: tuple[Problem, ...] = ()


def stage_files(workspace: Workspace, checked: Checked) -> Staged:
    """Read the files of all nodes that load one; a file that is stored already is not read again.

    Only a file that is new waits for the writing thread, so that looking at a count never waits for another count.
    """
    tables: dict[str, exp.Table] = {}
    problems: list[Problem] = []
    for name, node in checked.nodes.items():
        wanted = node.activity.loads(node.place)
        if wanted is None:
            continue
        try:
            tables[name] = _staged(workspace, wanted)
        except EngineError as error:
            problems.append(error.problem.at(node=name))
    return Staged(tables, tuple(problems))


def _staged(workspace: Workspace, wanted: FileToLoad) -> exp.Table:
    path = Path(wanted.path)
    content = f"{file_digest(path)}\n{wanted.layout.model_dump_json()}\n{wanted.most_errors}"
    table = f"p_file_{hashlib.md5(content.encode(), usedforsecurity=False).hexdigest()[:24]}"
    if workspace.populations.counts(table) is None:
        if path.stat().st_size > wanted.most_bytes:
            raise EngineError(
                Problem(
                    code="file-too-large",
                    what=f"The file {path.name!r} has more than {wanted.most_bytes / 1e6:g} MB.",
                    fix="Import it into the workspace instead, and build the audience from its table.",
                    check="V20",
                )
            )

        def read(cursor: Cursor) -> int:
            return read_typed(cursor, path, wanted.layout, wanted.most_errors, table)

        rows = workspace.database.writer.run(read)
        workspace.populations.record(NewPopulation(table, rows, {}))
    return stored(Store.WORK, table)


def file_digest(path: Path) -> str:
    """SHA-256 of a file's content. Errors: no-such-file."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EngineError(
            Problem(
                code="no-such-file",
                what=f"The file {path.name!r} cannot be read.",
                why=error.strerror or "",
                fix="Choose the file again.",
                check="V20",
            )
        ) from error
