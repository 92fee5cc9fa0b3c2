"""`jalon recurring`: folders whose new files are loaded into tables, each file exactly once."""

from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import JsonValue
from rich.table import Table

from engine.cli_campaigns import Now, present_of
from engine.problems import EngineError, Problem
from engine.terminal import Folder, Json, open_folder, out, print_json

if TYPE_CHECKING:
    from engine.runner.recurring import Look
    from engine.workspace.recurring import FileEntry, RecurringLoad

recurring = typer.Typer(
    name="recurring",
    help="Load the new files of a folder into a table, each exactly once. `jalon schedule run` and the window look "
    "after it.",
    no_args_is_help=True,
)
TableName = Annotated[str, typer.Argument(help="The table that the files go into.")]


@recurring.command()
def add(
    table: TableName,
    folder: Annotated[Path, typer.Argument(help="Where the files appear.")],
    pattern: Annotated[str, typer.Option(help="What their names have in common, such as orders-*.csv.")] = "*.csv",
    like: Annotated[
        Path | None, typer.Option(help="A file that shows how they are laid out; by default the first.")
    ] = None,
    mode: Annotated[str, typer.Option(help="append, upsert or replace.")] = "append",
    key: Annotated[list[str] | None, typer.Option(help="A column of a new table's key; repeat for several.")] = None,
    version: Annotated[str | None, typer.Option(help="The column that tells newer records from older.")] = None,
    threshold: Annotated[float, typer.Option(help="Share of rows (0-100) that may be rejected.")] = 5.0,
    daily: Annotated[str | None, typer.Option(help="Look every day at this time, such as 06:30.")] = None,
    every: Annotated[int | None, typer.Option(help="Look every so many minutes, 15 at least.", min=15)] = None,
    zone: Annotated[str, typer.Option(help="The time zone of the schedule.")] = "UTC",
    workspace: Folder = None,
    now: Now = None,
) -> None:
    """Look after a folder from now on; without a schedule, files are loaded as soon as they are there."""
    from engine.ingest.load import LoadMode
    from engine.ingest.service import preview_file
    from engine.runner.recurring import add_recurring
    from engine.workspace.recurring import RecurringLoad

    if mode not in list(LoadMode):
        raise typer.BadParameter(f"choose one of {', '.join(LoadMode)}", param_hint="--mode")
    if daily is not None and every is not None:
        raise typer.BadParameter("choose one of --daily and --every", param_hint="--every")
    schedule: dict[str, JsonValue] = {}
    if daily is not None:
        schedule = {"mode": "daily", "at": daily}
    elif every is not None:
        schedule = {"mode": "periodic", "minutes": every}
    sample = like or next(iter(sorted(one for one in folder.glob(pattern) if one.is_file())), None)
    if sample is None:
        raise EngineError(
            Problem(
                code="no-sample",
                what=f"There is no file {pattern!r} in {str(folder)!r} yet.",
                fix="Show one that is laid out alike with --like.",
            )
        )
    with open_folder(workspace, create=True) as opened:
        found = preview_file(opened, sample)
        layout = found.layout.model_copy(update={"columns": tuple(one.layout for one in found.guesses)})
        load = RecurringLoad(
            table, str(folder), pattern, layout, mode, tuple(key or ()), version, threshold, schedule, zone
        )
        add_recurring(opened, load, now=present_of(now, "UTC"))
    out.print(f"New files {pattern} of {folder} are loaded into {table}.", markup=False)


@recurring.command("list")
def list_(workspace: Folder = None, json_output: Json = False) -> None:
    """List the recurring loads: their folders, when each is looked at, and what became of its files."""
    from engine.runner.recurring import due_at

    with open_folder(workspace) as opened:
        found = [(one, opened.recurring.files(one.table)) for one in opened.recurring.list()]
    if json_output:
        print_json([_load_to_json(load, files) for load, files in found])
        return
    lines = Table("Table", "Folder", "Files", "Next look")
    for title in ("Loaded", "Failed"):
        lines.add_column(title, justify="right")
    for load, files in found:
        due = due_at(load)
        when = "paused" if due is None and not load.active else "" if due is None else f"{due:%Y-%m-%d %H:%M} UTC"
        counts = [str(sum(one.outcome == name for one in files)) for name in ("loaded", "failed")]
        lines.add_row(load.table, load.folder, load.pattern, when, *counts)
    out.print(lines)
    for load, _ in found:
        if load.problem:
            out.print(f"{load.table}: {load.problem}", style="yellow", markup=False)


@recurring.command()
def look(
    table: Annotated[str | None, typer.Argument(help="Only this table; by default all.")] = None,
    workspace: Folder = None,
    now: Now = None,
    json_output: Json = False,
) -> None:
    """Look at the folders now, whatever their schedules say."""
    from engine.runner.recurring import look_at

    with open_folder(workspace) as opened:
        loads = opened.recurring.list() if table is None else [opened.recurring.get(table)]
        done = [look_at(opened, one, now=present_of(now, "UTC")) for one in loads]
    if json_output:
        print_json([look_to_json(one) for one in done])
    else:
        for one in done:
            show_look(one)
        if not any(one.tells for one in done):
            out.print("There is no new file.")
    if any(one.problem is not None or any(file.outcome == "failed" for file in one.files) for one in done):
        raise typer.Exit(1)


@recurring.command()
def files(table: TableName, workspace: Folder = None, json_output: Json = False) -> None:
    """List the files of a recurring load that were dealt with, the latest first."""
    with open_folder(workspace) as opened:
        opened.recurring.get(table)
        found = opened.recurring.files(table)
    if json_output:
        print_json([_file_to_json(one) for one in found])
        return
    lines = Table("File", "Outcome", "When (UTC)", "Remark")
    for one in found:
        lines.add_row(one.stamp.name, one.outcome.value, f"{one.dealt:%Y-%m-%d %H:%M}", one.problem)
    out.print(lines)


@recurring.command()
def again(
    table: TableName,
    file: Annotated[str, typer.Argument(help="The name of a file that was dealt with.")],
    workspace: Folder = None,
) -> None:
    """Forget a file, so that the next look loads it again."""
    from engine.catalog.paths import unknown

    with open_folder(workspace) as opened:
        opened.recurring.get(table)
        known = {one.stamp.name: one for one in opened.recurring.files(table)}
        if file not in known:
            raise EngineError(unknown("file", file, known))
        opened.recurring.forget(table, known[file].sha256)


@recurring.command()
def pause(table: TableName, workspace: Folder = None) -> None:
    """Look at the folder no longer, until it is resumed."""
    _switch(table, workspace, active=False)


@recurring.command()
def resume(table: TableName, workspace: Folder = None) -> None:
    """Look at the folder again."""
    _switch(table, workspace, active=True)


def _switch(table: str, workspace: Path | None, *, active: bool) -> None:
    with open_folder(workspace) as opened:
        opened.recurring.change(replace(opened.recurring.get(table), active=active))


@recurring.command()
def remove(table: TableName, workspace: Folder = None) -> None:
    """Look at the folder no longer, and forget its files; what was loaded stays."""
    with open_folder(workspace) as opened:
        opened.recurring.get(table)
        opened.recurring.remove(table)


def show_look(done: "Look") -> None:
    """What a look did, in words."""
    if done.problem is not None:
        out.print(f"{done.load.table}: {done.problem}", style="yellow", markup=False)
    words = {"loaded": "loaded", "failed": "not loaded", "same": "not loaded, the same as"}
    for one in done.files:
        style = None if one.outcome == "loaded" else "yellow"
        text = f"{done.load.table}: {one.stamp.name} {words[one.outcome]} {one.problem}".rstrip()
        out.print(text, style=style, markup=False)


def look_to_json(done: "Look") -> JsonValue:
    """What a look did, as JSON."""
    found: list[JsonValue] = [_file_to_json(one) for one in done.files]
    waiting: list[JsonValue] = [*done.unsettled]
    problem = None if done.problem is None else str(done.problem)
    return {"table": done.load.table, "files": found, "unsettled": waiting, "problem": problem}


def _file_to_json(one: "FileEntry") -> JsonValue:
    return {
        "file": one.stamp.name,
        "sha256": one.sha256,
        "outcome": one.outcome.value,
        "load": one.load,
        "problem": one.problem,
        "dealt": one.dealt.replace(tzinfo=UTC).isoformat(),
    }


def _load_to_json(load: "RecurringLoad", files: "tuple[FileEntry, ...]") -> JsonValue:
    from engine.runner.recurring import due_at

    due = due_at(load)
    return {
        "table": load.table,
        "folder": load.folder,
        "pattern": load.pattern,
        "mode": load.mode,
        "active": load.active,
        "schedule": dict(load.schedule),
        "next": None if due is None else due.isoformat(),
        "problem": load.problem,
        "files": len(files),
    }
