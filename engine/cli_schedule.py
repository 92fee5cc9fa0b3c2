"""`jalon schedule`: looks after launches without a window, and tells the system's scheduler how to keep that going."""

import json
import signal
import sys
import threading
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from pydantic import JsonValue

from engine.cli_campaigns import Now, occurrence_to_json, present_of, show_occurrence
from engine.cli_recurring import look_to_json, show_look
from engine.problems import EngineError, Problem
from engine.terminal import Folder, Json, default_workspace, open_folder, out, print_json

if TYPE_CHECKING:
    from engine.runner.watching import Round

schedule = typer.Typer(name="schedule", help="Look after the launches of published campaigns.", no_args_is_help=True)


@schedule.command()
def run(
    workspace: Folder = None,
    missed: Annotated[str, typer.Option(help="A single launch that was missed: ask, run or skip.")] = "ask",
    clock: Annotated[
        Path | None,
        typer.Option(help="Take the time from this file, which holds an instant such as 2025-10-02T09:00:00+02:00."),
    ] = None,
    json_output: Json = False,
) -> None:
    """Run launches and load new files when they are due, until it is stopped; with --json, one line of JSON per look.

    The workspace is held only while something runs, so a window can open it in between; the window then looks after
    its launches itself. A launch that was missed while nothing ran is said: a recurring one is not made up for, a
    single one is asked about. A run that was cut off goes on.
    """
    from engine.runner.present import ClockPresent, FilePresent
    from engine.runner.publishing import Late
    from engine.runner.watching import Watch

    if missed not in list(Late):
        raise typer.BadParameter(f"choose one of {', '.join(Late)}", param_hint="--missed")
    folder = workspace or default_workspace()
    stop = threading.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, lambda _number, _frame: stop.set())
    present = ClockPresent() if clock is None else FilePresent(clock)
    Watch(folder, present, late=Late(missed)).go_on(_tell_json if json_output else _tell, stop.is_set)


@schedule.command("next")
def next_(
    workspace: Folder = None,
    now: Now = None,
    count: Annotated[int, typer.Option(help="How many launches to show of each campaign.")] = 3,
    json_output: Json = False,
) -> None:
    """List the launches that come next."""
    from engine.runner.inventory import Inventory

    with open_folder(workspace) as opened:
        lines = Inventory(opened).lines(now=present_of(now, "UTC"), launches=count)
    planned = [(line, moment) for line in lines for moment in line.launches]
    if json_output:
        print_json([{"document": line.id, "planned": moment.isoformat()} for line, moment in planned])
        return
    for line, moment in sorted(planned, key=lambda one: one[1]):
        local = moment.astimezone(ZoneInfo(line.zone))
        out.print(f"{local:%Y-%m-%d %H:%M}  {line.name or line.id}", markup=False)
    if not planned:
        out.print("Nothing is planned.")


@schedule.command()
def unit(
    workspace: Folder = None,
    system: Annotated[
        str | None, typer.Option(help="linux, macos or windows; by default the system that this is.")
    ] = None,
    install: Annotated[bool, typer.Option("--install", help="Write the file where it belongs.")] = False,
    json_output: Json = False,
) -> None:
    """Show what makes the system's own scheduler keep `jalon schedule run` going, and how to switch it on."""
    from engine.runner.units import System, this_system, unit_for

    if system is not None and system not in list(System):
        raise typer.BadParameter(f"choose one of {', '.join(System)}", param_hint="--system")
    kind = this_system() if system is None else System(system)
    made = unit_for(kind, _program(), (workspace or default_workspace()).resolve())
    path = Path(made.path).expanduser()
    if install and made.path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made.content, encoding="utf-8")
    elif install:
        what = "This system's scheduler takes no file."
        raise EngineError(Problem(code="no-unit-file", what=what, fix="Use the command instead."))
    if json_output:
        steps: list[JsonValue] = [*made.steps]
        print_json({"path": str(path) if made.path else "", "content": made.content, "steps": steps})
        return
    if made.content and not install:
        out.print(f"# {path}\n{made.content}", markup=False, soft_wrap=True)
    if install:
        out.print(f"Written to {path}.", markup=False, soft_wrap=True)
    out.print("Switch it on with:", markup=False)
    for step in made.steps:
        out.print(f"  {step}", markup=False, soft_wrap=True)


def _program() -> Path:
    """The command that this is, for the scheduler to call."""
    beside = Path(sys.executable).with_name("jalon.exe" if sys.platform == "win32" else "jalon")
    return beside if beside.exists() else Path(sys.argv[0]).resolve()


def _tell(done: "Round") -> None:
    now = done.now.astimezone()
    if done.held_by:
        out.print(f"{now:%Y-%m-%d %H:%M}  The workspace is open in {done.held_by}, which looks after it.", markup=False)
    for look in done.loaded:
        show_look(look)
    for one in done.done:
        show_occurrence(one)
    sys.stdout.flush()


def _tell_json(done: "Round") -> None:
    found: dict[str, JsonValue] = {
        "now": done.now.isoformat(),
        "loaded": [look_to_json(one) for one in done.loaded],
        "done": [occurrence_to_json(one) for one in done.done],
        "next": _iso(done.due),
    }
    if done.held_by:
        found["held_by"] = done.held_by
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
