"""The commands about data apart from any document: values of a column, links between tables, predefined filters."""

import json
from pathlib import Path
from typing import Annotated

import typer
from pydantic import JsonValue, ValidationError
from rich.table import Table

from engine.problems import EngineError, Problem
from engine.terminal import Folder, Json, counted, open_folder, out, plain, print_json, utc_clock

filters = typer.Typer(help="Predefined filters: rules with a name, to be used in other rules.", no_args_is_help=True)
FilterName = Annotated[str, typer.Argument(help="The filter's id, as rules name it.")]


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command()(values)
    app.command()(links)
    app.command()(loads)
    app.add_typer(filters, name="filter")


def values(
    table: Annotated[str, typer.Argument(help="A table.")],
    attribute: Annotated[str, typer.Argument(help="A path, such as city or product/label.")],
    workspace: Folder = None,
    rule: Annotated[Path | None, typer.Option(help="A JSON file with a rule: only records that match it.")] = None,
    limit: Annotated[int, typer.Option(help="How many values to show.", min=1)] = 20,
    json_output: Json = False,
) -> None:
    """Show how often each value of an attribute occurs, the most frequent first."""
    from engine.rules import read_rule
    from engine.runner.records import distribution

    wanted = None if rule is None else read_rule(_read_json(rule))
    with open_folder(workspace) as opened:
        found = distribution(opened, table, attribute, utc_clock(), rule=wanted, most=limit)
    if json_output:
        shown: list[JsonValue] = [
            {"value": plain(one.value), "rows": one.rows, "share": one.share} for one in found.values
        ]
        print_json({"rows": found.rows, "different": found.different, "partial": found.partial, "values": shown})
        return
    caption = f"{len(found.values):,} of {counted(found.different, 'value')}" if found.partial else None
    lines = Table(attribute, caption=caption)
    lines.add_column("Records", justify="right")
    lines.add_column("%", justify="right")
    for one in found.values:
        lines.add_row("–" if one.value is None else str(one.value), f"{one.rows:,}", f"{100 * one.share:.1f}")
    out.print(lines)


def links(
    workspace: Folder = None,
    add: Annotated[
        list[str] | None, typer.Option(help="Add a suggested link, named as TABLE/LINK; repeat for several.")
    ] = None,
    json_output: Json = False,
) -> None:
    """Suggest links between tables from the data that are stored, each with its evidence."""
    from engine.catalog.paths import unknown
    from engine.ingest.links import suggest_links

    with open_folder(workspace) as opened:
        found = {f"{one.link.source}/{one.link.name}": one for one in suggest_links(opened)}
        for name in add or ():
            if name not in found:
                raise EngineError(unknown("suggested link", name, found))
        opened.schemas.add(*(found[name].link for name in add or ()))
    if json_output:
        print_json(
            [
                one.link.model_dump(mode="json")
                | {
                    "filled": one.filled,
                    "matched": one.matched,
                    "different": one.different,
                    "added": name in (add or ()),
                }
                for name, one in found.items()
            ]
        )
        return
    for name, one in found.items():
        out.print(f"{name}{' (added)' if name in (add or ()) else ''}", style="bold", markup=False)
        out.print(f"  {one.link.cardinality.value}: {one.evidence}.", markup=False)
    if not found:
        out.print("No further link is suggested by the data.")


def loads(
    table: Annotated[str | None, typer.Argument(help="Only the loads of this table.")] = None,
    workspace: Folder = None,
    back: Annotated[str | None, typer.Option("--take-back", help="Take this load back first, by its id.")] = None,
    json_output: Json = False,
) -> None:
    """List the loads of files into tables, newest first: how each ended, and what became of its lines.

    A load can be taken back unless a later one changed the same records.
    """
    from engine.ingest.taking_back import take_back

    with open_folder(workspace) as opened:
        if back is not None:
            take_back(opened, back)
        found = opened.datasets.loads(table)
    if json_output:
        print_json(
            [
                {"load": one.id, "table": one.table, "file": one.file, "status": one.status,
                 "counts": dict(one.counts), "problem": one.problem}
                for one in found
            ]
        )  # fmt: skip
        return
    lines = Table("Table", "File", "Status", "Loaded", "Rejected")
    for one in found:
        counts = (f"{one.counts.get(name, 0):,}" for name in ("loaded", "rejected"))
        lines.add_row(one.table, one.file, one.status, *counts)
    out.print(lines)
    for one in found:
        if one.problem:
            out.print(f"{one.file}: {one.problem}", style="yellow", markup=False)


@filters.command("list")
def list_filters(workspace: Folder = None, json_output: Json = False) -> None:
    """List the predefined filters, favourites first, each as a sentence."""
    from engine.rules import read_rule
    from engine.rules.sentences import to_sentence

    with open_folder(workspace) as opened:
        catalog = opened.catalog()
    ordered = sorted(catalog.filters, key=lambda one: (not one.favourite, one.label))
    if json_output:
        print_json([one.model_dump(mode="json") for one in ordered])
        return
    for one in ordered:
        dimension = catalog.dimension_by_name.get(one.dimension)
        table = dimension.table if dimension is not None else ""
        out.print(f"{'* ' if one.favourite else ''}{one.id}: {one.label}", style="bold", markup=False)
        out.print(f"  {one.dimension}: {to_sentence(read_rule(one.rule), catalog, table)}", markup=False)
        for parameter in one.parameters:
            out.print(f"  parameter {parameter}", markup=False)
    if not ordered:
        out.print("There is no predefined filter yet.")


@filters.command("save")
def save(
    name: FilterName,
    rule: Annotated[Path, typer.Argument(help="A JSON file with the rule.")],
    dimension: Annotated[str, typer.Option(help="The targeting dimension that it is about.")],
    workspace: Folder = None,
    label: Annotated[str, typer.Option(help="What users read; by default the id.")] = "",
    description: Annotated[str, typer.Option()] = "",
    parameter: Annotated[
        list[str] | None, typer.Option(help="A place in the rule that is filled anew, such as items[0].value.")
    ] = None,
    favourite: Annotated[bool, typer.Option("--favourite")] = False,
    shared: Annotated[bool, typer.Option("--shared")] = False,
) -> None:
    """Keep a rule as a predefined filter, or change it. Rules then name it as {"kind": "filter", "filter": NAME}."""
    from engine.catalog.model import Filter
    from engine.runner.records import save_filter

    raw = _read_json(rule)
    try:
        added = Filter.model_validate(
            {
                "id": name,
                "label": label or name,
                "dimension": dimension,
                "rule": raw,
                "parameters": parameter or [],
                "description": description,
                "favourite": favourite,
                "shared": shared,
            }
        )
    except ValidationError as error:
        raise EngineError(
            Problem(code="wrong-rule", what="The rule cannot be read.", why=str(error.errors()[0]["msg"]), check="V07")
        ) from error
    with open_folder(workspace) as opened:
        save_filter(opened, added, utc_clock())


@filters.command("remove")
def remove(name: FilterName, workspace: Folder = None) -> None:
    """Forget a predefined filter that no other filter uses."""
    from engine.runner.records import remove_filter

    with open_folder(workspace) as opened:
        remove_filter(opened, name)


@filters.command("count")
def count(
    name: FilterName,
    values: Annotated[
        list[str] | None, typer.Argument(help="Parameters as PLACE=VALUE; the value is JSON or text.")
    ] = None,
    workspace: Folder = None,
    json_output: Json = False,
) -> None:
    """Count the records that a predefined filter finds."""
    from engine.runner.records import count_filter

    parameters: dict[str, JsonValue] = {}
    for written in values or ():
        place, equals, value = written.partition("=")
        if not equals or not place:
            raise typer.BadParameter("write parameters as PLACE=VALUE", param_hint="VALUES")
        try:
            parameters[place] = json.loads(value)
        except ValueError:
            parameters[place] = value
    with open_folder(workspace) as opened:
        rows = count_filter(opened, name, parameters, utc_clock())
    print_json({"filter": name, "rows": rows}) if json_output else out.print(f"Matching: {counted(rows, 'record')}.")


def _read_json(path: Path) -> JsonValue:
    try:
        found: JsonValue = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        what = f"{path.name!r} cannot be read as JSON."
        raise EngineError(
            Problem(code="unreadable-file", what=what, why=str(error), fix="Correct the file, or choose another.")
        ) from error
    return found
