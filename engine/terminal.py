"""What the commands share: the options that all take, the workspace they open, and how results are printed."""

import json
import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from platformdirs import user_data_path
from pydantic import JsonValue
from rich.console import Console
from rich.table import Table

from engine.catalog.sources import Clock
from engine.document.files import from_text, read_document, to_text
from engine.document.model import Document
from engine.problems import EngineError, Problem, Severity
from engine.runner.results import Event, RunResult
from engine.workspace import SavedAudience, Workspace
from engine.workspace.store import as_utc

out, err = Console(highlight=False), Console(stderr=True, highlight=False)

Folder = Annotated[Path | None, typer.Option("--workspace", "-w", help="The workspace folder.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON value and nothing else.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="The instant to count at, such as 2025-10-01T09:00.")]
DocumentName = Annotated[str, typer.Argument(help="A document file, or the id of a document in the workspace.")]


def counted(number: int, one: str, many: str = "") -> str:
    """A number of things in words: 1 row, 1,234 rows."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def default_workspace() -> Path:
    """The folder that is used when none is named: $JALON_WORKSPACE, or one in the user's data folder."""
    named = os.environ.get("JALON_WORKSPACE")
    return Path(named) if named else user_data_path("jalon") / "workspace"


@contextmanager
def open_folder(folder: Path | None, *, create: bool = False) -> Generator[Workspace]:
    """The workspace that a command works on, made if it may and must be."""
    where = folder or default_workspace()
    exists = (where / "workspace.sqlite").exists()
    with Workspace.create(where) if create and not exists else Workspace.open(where) as workspace:
        yield workspace


def find_document(workspace: Workspace, name: str) -> Document:
    """A document file, or a document of the workspace. Errors: no-such-file, unknown-document."""
    name, content = named_or_read(name)
    return from_text(content or workspace.documents.load(name))


def find_audience(workspace: Workspace, wanted: str) -> SavedAudience:
    """The audience of a label, an id or an external id. Errors: unknown-audience."""
    from engine.catalog.paths import unknown

    every = workspace.audiences.list()
    for names in ((one.label for one in every), (one.id for one in every), (one.external for one in every)):
        for one, called in zip(every, names, strict=True):
            if called and called == wanted:
                return one
    raise EngineError(unknown("audience", wanted, [one.label for one in every]))


def named_or_read(name: str) -> tuple[str, str]:
    """The name of a document of the workspace, and no text; or the text of a document file. Errors: no-such-file."""
    path = Path(name)
    if path.suffix == ".json" or path.exists():
        return "", to_text(read_document(path))
    return name, ""


@contextmanager
def show_progress(document: Document, *, quiet: bool) -> Generator[Callable[[Event], None]]:
    """A line that says which activity is being counted, where somebody can see it."""
    if quiet or not err.is_terminal:
        yield lambda _event: None
        return
    with err.status("Counting…") as status:
        yield lambda event: status.update(f"{event.done} of {event.total}: {node_name(document, event.node)}")


@contextmanager
def show_counting(name: str, *, quiet: bool) -> Generator[Callable[[int], None]]:
    """A line that says how far a file is read."""
    if quiet or not err.is_terminal:
        yield lambda _lines: None
        return
    with err.status(f"{name}…") as status:
        yield lambda lines: status.update(f"{name}: {counted(lines, 'line')}")


def node_name(document: Document, node: str | None) -> str:
    """What users read for a node."""
    found = document.node_by_id.get(node or "")
    return "" if found is None else found.label or found.id


def show_result(document: Document, result: RunResult) -> None:
    """Every count of a run, and its problems."""
    if result.journey is not None:
        show_journey(document, result)
        return
    out.print(f"\n{document.name or document.id}", style="bold", markup=False)
    if document.description:
        out.print(document.description, markup=False)
    table = Table("From", "Transition", "To", "Unit")
    table.add_column("Rows", justify="right")
    table.add_column("Targets", justify="right")
    for one in result.transitions:
        rows = "–" if one.rows is None else f"{one.rows:,}"
        targets = "" if one.targets in {None, one.rows} else f"{one.targets:,}"
        table.add_row(
            node_name(document, one.source), one.label, node_name(document, one.target), one.unit or "", rows, targets
        )
    out.print(table)
    for node in result.nodes:
        if node.reach:
            parts = ", ".join(f"{number:,} {status}" for status, number in node.reach.items())
            out.print(f"{node_name(document, node.id)} reaches: {parts}", markup=False)
        if not node.conserved:
            err.print(f"{node_name(document, node.id)}: the counts do not add up; please report this.", style="red")
    for problem in result.problems:
        show_problem(problem)


def show_journey(document: Document, result: RunResult) -> None:
    """Every count of a rehearsed journey: accounts and people on each transition, and what came of its actions."""
    told = result.journey or {}
    out.print(f"\n{document.name or document.id}", style="bold", markup=False)
    out.print(f"{told['start']} to {told['end']} UTC; {told['entered']:,} entered, {told['excluded']:,} excluded, "
              f"{told['in_progress']:,} in progress; {counted(int(str(told['passes'])), 'pass', 'passes')}",
              markup=False)  # fmt: skip
    table = Table("From", "Transition", "To")
    for title in ("Accounts", "People"):
        table.add_column(title, justify="right")
    for one in result.transitions:
        counts = ("" if count is None else f"{count:,}" for count in (one.accounts, one.people))
        table.add_row(node_name(document, one.source), one.label, node_name(document, one.target), *counts)
    out.print(table)
    for node in result.nodes:
        parts = [f"{number:,} {code}" for code, number in (node.outcomes or node.dropped).items()]
        parts += [f"{node.waiting:,} at this step"] if node.waiting else []
        if parts:
            out.print(f"{node_name(document, node.id)}: {', '.join(parts)}", markup=False)
        if not node.conserved:
            err.print(f"{node_name(document, node.id)}: the counts do not add up; please report this.", style="red")
    _show_linked(told.get("linked"))
    for problem in result.problems:
        show_problem(problem)


def _show_linked(linked: JsonValue) -> None:
    """What happened in the journeys that ran together with the one that was rehearsed, a line each."""
    for one in linked if isinstance(linked, list) else ():
        if isinstance(one, dict) and isinstance(one["exits"], dict):
            ended = "".join(f", {number:,} {reason}" for reason, number in one["exits"].items())
            out.print(f"In {one['name']}: {one['entered']:,} entered, {one['in_progress']:,} in progress{ended}",
                      markup=False)  # fmt: skip


def show_problem(problem: Problem) -> None:
    """One problem, where and in words."""
    error = problem.severity is Severity.ERROR
    place = " ".join(part for part in (problem.node, problem.field) if part)
    err.print(f"{'Error' if error else 'Warning'}{f' at {place}' if place else ''}: {problem}",
              style="red" if error else "yellow", markup=False)  # fmt: skip


def instant_or_now(written: str | None) -> datetime:
    """An instant in UTC as commands take it, such as 2026-01-05T09:00; the present without one. Errors: wrong-as-of."""
    if written is None:
        return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    try:
        found = datetime.fromisoformat(written)
    except ValueError as error:
        what = f"{written!r} is not an instant."
        raise EngineError(Problem(code="wrong-as-of", what=what, fix="Write it as 2026-01-05T09:00.")) from error
    return found if found.tzinfo is None else as_utc(found)


def utc_clock() -> Clock:
    """The present to the second, in UTC, for questions that no document asks."""
    return Clock(datetime.now(UTC).replace(tzinfo=None, microsecond=0), ZoneInfo("UTC"))


def plain(value: object) -> JsonValue:
    """A value as JSON can hold it."""
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def print_json(value: JsonValue) -> None:
    """One JSON value and nothing else."""
    sys.stdout.write(json.dumps(value, indent=2, ensure_ascii=False) + "\n")
