"""What the commands do for journeys: options of a run, the rows behind a count, statements, why a path was taken."""

from dataclasses import asdict, fields
from pathlib import Path

import typer
from pydantic import JsonValue, ValidationError
from rich.table import Table

from engine.document.model import Document
from engine.journey.options import RunOptions
from engine.problems import EngineError, Problem
from engine.terminal import counted, out, plain, print_json
from engine.workspace import Workspace


def read_options(written: list[str]) -> RunOptions:
    """The options of a rehearsal, each written NAME=VALUE. Errors: wrong-option."""
    values: dict[str, str] = {}
    for one in written:
        name, _, value = one.partition("=")
        values[name.strip()] = value.strip()
    try:
        return RunOptions.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        raise EngineError(
            Problem(
                code="wrong-option",
                what=f"The option {name!r} does not fit.",
                why=f"{first['msg']}.",
                fix=f"Write NAME=VALUE with one of {', '.join(RunOptions.model_fields)}.",
                field=name,
            )
        ) from error


def show_population(
    workspace: Workspace, document: Document, place: str, csv: Path | None, limit: int, search: str, *, as_json: bool
) -> None:
    """Print or write who crossed a transition of a journey, or who is at a node."""
    from engine.runner.journey_views import JourneyPopulation

    found = JourneyPopulation(workspace, document, place)
    if csv is not None:
        rows = found.export(csv)
        print_json({"rows": rows, "file": csv.name}) if as_json else out.print(f"{counted(rows, 'row')} written.")
        return
    page = found.page(limit=limit, search=search)
    if as_json:
        listed: list[JsonValue] = [dict(zip(page.titles, map(plain, row), strict=True)) for row in page.rows]
        print_json({"total": page.total, "rows": listed})
        return
    table = Table(*page.titles, caption=f"{len(page.rows):,} of {counted(page.total, 'row')}")
    for row in page.rows:
        table.add_row(*("" if value is None else str(value) for value in row))
    out.print(table)


def save_population(workspace: Workspace, document: Document, place: str, label: str, *, as_json: bool) -> None:
    """Save who crossed a transition of a journey, or came to a node, as an audience."""
    from engine.runner.journey_audiences import save_journey_audience

    saved = save_journey_audience(workspace, document, place, label)
    if as_json:
        print_json({"audience": saved.label, "dimension": saved.dimension, "members": saved.rows})
        return
    out.print(f"{saved.label}: {counted(saved.rows, 'member')}.", markup=False)


def show_statements(workspace: Workspace, document: Document, *, as_json: bool) -> None:
    """Print what each node would run."""
    from engine.runner.journey_views import explain_journey

    steps = explain_journey(workspace, document)
    if as_json:
        print_json([asdict(step) for step in steps])
        return
    for step in steps:
        out.print(f"[bold]{step.node}[/bold]  {step.title}", markup=True)
        out.print(step.sql, markup=False)


def show_why(workspace: Workspace, document: Document, node: str, key: list[str], *, as_json: bool) -> None:
    """Print why an account, or a person, took its path at a split."""
    from engine.journey.explaining import Evaluated
    from engine.runner.journey_views import why_path

    if len(key) != 1:
        raise typer.BadParameter("name one account or person", param_hint="KEY")
    lines = why_path(workspace, document, node, key[0])
    if as_json:
        shown = [field.name for field in fields(Evaluated) if field.name not in {"asked", "of_people"}]
        print_json([{name: getattr(line, name) for name in shown} for line in lines])
        return
    if not lines:
        out.print(f"{key[0]} was not at {node}, or nothing is decided there.", markup=False)
    for line in lines:
        value = "" if line.value is None else f" (found {line.value!r})"
        held = "holds" if line.holds else "does not hold"
        out.print(f"{line.at}  {line.path}: {line.filter} {held}{value}; took {line.taken}", markup=False)
