"""`jalon audit`: who did what in a workspace, and when."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from engine.terminal import Folder, Json, counted, open_folder, out, print_json


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command()(audit)


def audit(
    about: Annotated[str, typer.Argument(help="The id of a document, an audience, a table; all without it.")] = "",
    workspace: Folder = None,
    to: Annotated[Path | None, typer.Option("--to", help="A CSV file for all that is kept.")] = None,
    verify: Annotated[
        bool,
        typer.Option("--verify", help="Look whether the entries are as they were written, and show the last seal."),
    ] = False,
    seal: Annotated[str, typer.Option(help="A seal that you noted: look whether it is still among them.")] = "",
    json_output: Json = False,
) -> None:
    """Show who added, changed or removed what, and what was refused; kept for a year."""
    from engine.runner.exporting import write_new
    from engine.workspace.audit import as_csv

    if verify or seal:
        _verify(workspace, seal, json_output)
        return
    with open_folder(workspace) as opened:
        found = opened.audit.entries(about=about, most=None if to else 1_000)
    if to is not None:
        write_new(to, lambda part: part.write_text(as_csv(found), encoding="utf-8"))
        out.print(f"{counted(len(found), 'entry', 'entries')} written to {to}.", markup=False)
        return
    if json_output:
        print_json([
            {"time": f"{one.time.isoformat()}Z", "person": one.person, "action": one.action, "kind": one.kind,
             "id": one.about, "name": one.name, "details": dict(one.details)} for one in found
        ])  # fmt: skip
        return
    table = Table("Time (UTC)", "Who", "Action", "What", "Name", "Details")
    for one in found:
        details = "; ".join(f"{name} {value}".strip() for name, value in one.details.items())
        table.add_row(f"{one.time:%Y-%m-%d %H:%M:%S}", one.person, one.action, one.kind, one.name, details)
    out.print(table)


def _verify(folder: Path | None, noted: str, json_output: bool) -> None:
    with open_folder(folder) as opened:
        found = opened.audit.verify(noted)
    if json_output:
        print_json({"whole": found.whole, "sealed": found.sealed, "unsealed": found.unsealed, "head": found.head,
                    "broken": found.broken, "missing": found.missing})  # fmt: skip
    elif found.broken is not None:
        out.print(f"Entry {found.broken} is not what was written, or one before it is missing.", style="red")
    elif found.missing:
        out.print("The entries fit together, but the seal that you noted is not among them: later ones were cut off.",
                  style="red")  # fmt: skip
    else:
        out.print(f"All {found.sealed:,} entries are as they were written. The last seal is {found.head}.")
    if found.unsealed and not json_output:
        out.print(f"{found.unsealed:,} older ones have no seal.")
    if not found.whole:
        raise typer.Exit(1)
