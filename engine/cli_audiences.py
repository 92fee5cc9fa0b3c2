"""The commands about saved audiences: looked at, brought in, evaluated, let last longer, written elsewhere."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import JsonValue
from rich.table import Table

from engine.cli_campaigns import Now, present_of
from engine.problems import EngineError, Problem
from engine.terminal import Folder, Json, counted, find_audience, open_folder, out, plain, print_json, utc_clock
from engine.texts import say

MOST = 25
"""So many audiences can be evaluated at once."""
audience = typer.Typer(help="Saved audiences; `jalon audiences` lists them.", no_args_is_help=True)
Label = Annotated[str, typer.Argument(help="The audience by its label, id or external id.")]


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command()(audiences)
    app.add_typer(audience, name="audience")


def audiences(
    label: Annotated[str | None, typer.Argument(help="Show the members and attributes of this audience.")] = None,
    workspace: Folder = None,
    limit: Annotated[int, typer.Option(help="How many members to show.", min=0)] = 20,
    to: Annotated[
        Path | None, typer.Option("--to", help="Write all members to this .csv, .jsonl, .parquet or .xlsx file.")
    ] = None,
    attribute: Annotated[
        list[str] | None, typer.Option(help="With --to: only this attribute beside the identity; repeat for several.")
    ] = None,
    json_output: Json = False,
) -> None:
    """List the saved audiences: their members, and how many came, stayed and left at the last run."""
    from engine.runner.audiences import export_members
    from engine.runner.records import members

    if to is not None and label is None:
        raise typer.BadParameter("name the audience that is to be written", param_hint="--to")

    with open_folder(workspace) as opened:
        shown = opened.audiences.list() if label is None else [find_audience(opened, label)]
        names, rows = ([], []) if label is None else members(opened, shown[0], limit)
        if to is not None:
            export_members(opened, shown[0], to, utc_clock(), attributes=attribute)
    if json_output:
        described: list[JsonValue] = [
            {
                "id": one.id,
                "label": one.label,
                "status": one.status.value,
                "tags": [*one.tags],
                "folder": one.folder,
                "document": one.document,
                "dimension": one.dimension,
                "identity": one.identity,
                "version": one.number,
                "members": one.rows,
                "attributes": {column.name: str(column.type) for column in one.columns},
                "changes": dict(one.counts),
                "churn": one.churn,
                "external": one.external,
                "evaluated": one.evaluated,
                "expires": None if one.expires is None else f"{one.expires.isoformat(timespec='seconds')}Z",
            }
            for one in shown
        ]
        people: list[JsonValue] = [dict(zip(names, map(plain, row), strict=True)) for row in rows]
        print_json(described if label is None else {"audience": described[0], "members": people})
        return
    lines = Table("Audience", "Status", "Campaign", "Dimension")
    for title in ("Members", "Came", "Stayed", "Left"):
        lines.add_column(title, justify="right")
    for one in shown:
        changes = (f"{one.counts.get(name, 0):,}" for name in ("realized", "existing", "exiting"))
        lines.add_row(one.label, one.status.value, one.document, one.dimension, f"{one.rows:,}", *changes)
    out.print(lines)
    if label is not None:
        found = Table(*names, caption=f"{len(rows):,} of {counted(shown[0].rows, 'member')}")
        for row in rows:
            found.add_row(*("" if value is None else str(value) for value in row))
        out.print(found)


@audience.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="The members, one a line.")],
    label: Annotated[str, typer.Option(help="The audience; one that is there gets these members.")],
    dimension: Annotated[str, typer.Option(help="The targeting dimension that they are of.")],
    identity: Annotated[str, typer.Option(help="The column that names them.")],
    workspace: Folder = None,
    attribute: Annotated[
        list[str] | None, typer.Option(help="Keep this column; repeat for several. All without it.")
    ] = None,
    days: Annotated[int | None, typer.Option(help="How long they last, 1 to 90 days; 30 the first time.")] = None,
    external: Annotated[str | None, typer.Option("--external-id", help="What other programs call it.")] = None,
    json_output: Json = False,
) -> None:
    """Bring in the members of an audience from a file."""
    from engine.runner.audience_files import import_members

    with open_folder(workspace) as opened:
        made = import_members(opened, file, label, dimension, identity, attribute, days=days, external=external)
    if json_output:
        print_json({"audience": made.label, "id": made.id, "members": made.rows, "changes": dict(made.counts)})
        return
    out.print(
        f"{made.label} has {counted(made.rows, 'member')}, until {made.expires:%Y-%m-%d %H:%M} UTC.", markup=False
    )


@audience.command()
def evaluate(
    labels: Annotated[list[str], typer.Argument(help="At most 25 audiences.")],
    workspace: Folder = None,
    json_output: Json = False,
) -> None:
    """Evaluate audiences now: the campaigns that save them run."""
    from engine.runner.audiences import refresh_audience

    if len(labels) > MOST:
        raise typer.BadParameter(f"at most {MOST} at once", param_hint="LABELS")
    found: list[JsonValue] = []
    with open_folder(workspace) as opened:
        for label in labels:
            before = find_audience(opened, label)
            refresh_audience(opened, before)
            after = find_audience(opened, before.id)
            found.append({"audience": after.label, "members": after.rows, "changes": dict(after.counts)})
            if not json_output:
                out.print(f"{after.label} has {counted(after.rows, 'member')}.", markup=False)
    if json_output:
        print_json(found)


@audience.command()
def schedule(
    label: Label,
    workspace: Folder = None,
    daily: Annotated[str | None, typer.Option(help="Every day at this time of its campaign's zone.")] = None,
    before_run: Annotated[
        bool, typer.Option("--before-run", help="Before each run of a campaign that reads it.")
    ] = False,
    never: Annotated[bool, typer.Option("--never", help="Only when its campaign runs.")] = False,
    now: Now = None,
) -> None:
    """Say when an audience is evaluated by itself; `jalon schedule run`, `jalon due` and the window look after it."""
    from engine.runner.evaluating import set_evaluation
    from engine.workspace.audience_terms import BEFORE_RUN

    if sum((daily is not None, before_run, never)) != 1:
        raise typer.BadParameter("choose one", param_hint="--daily, --before-run, --never")
    with open_folder(workspace) as opened:
        wanted = daily if daily is not None else BEFORE_RUN if before_run else ""
        set_evaluation(opened, find_audience(opened, label), wanted, present_of(now, "UTC"))


@audience.command()
def extend(label: Label, workspace: Folder = None) -> None:
    """Let members from a file last as long again, in their last seven days."""
    from engine.runner.expiring import extend_audience
    from engine.workspace.store import utc_now

    with open_folder(workspace) as opened:
        found = find_audience(opened, label)
        expires = extend_audience(opened, found, utc_now())
    out.print(f"{found.label} lasts until {expires:%Y-%m-%d %H:%M} UTC.", markup=False)


@audience.command()
def name(
    label: Label,
    external: Annotated[str, typer.Argument(help="What other programs call it; empty for nothing.")],
    workspace: Folder = None,
) -> None:
    """Give an audience an external id."""
    with open_folder(workspace) as opened:
        opened.audiences.change(find_audience(opened, label).id, external=external)


@audience.command()
def member(
    label: Label,
    identity: Annotated[str, typer.Argument(help="Whom to look at.")],
    workspace: Folder = None,
    json_output: Json = False,
) -> None:
    """Show one member: attributes, what is linked to the record, the audiences it is in."""
    from engine.runner.member_detail import member_detail

    with open_folder(workspace) as opened:
        found = member_detail(opened, find_audience(opened, label), identity)
    if found is None:
        what = say("Nobody in this audience is called so.")
        raise EngineError(Problem(code="no-such-member", what=what, fix="Choose one of its members."))
    if json_output:
        facts: dict[str, JsonValue] = {column.name: plain(value) for column, value in found.facts}
        listings: dict[str, JsonValue] = {
            link: [
                {column.name: plain(value) for column, value in zip(one.columns[1:], row[1:], strict=True)}
                for row in one.rows
            ]
            for link, one in found.listings.items()
        }
        print_json({"identity": found.id, "attributes": facts, "linked": listings})
        return
    out.print(found.name, style="bold", markup=False)
    for column, value in found.facts:
        out.print(f"  {column.title}: {'' if value is None else value}", markup=False)
    for link, one in found.listings.items():
        lines = Table(*(column.title for column in one.columns[1:]), title=f"{link}: {len(one.rows):,}")
        for row in one.rows:
            lines.add_row(*("" if value is None else str(value) for value in row[1:]))
        out.print(lines)


@audience.command()
def table(
    label: Label,
    name: Annotated[str, typer.Argument(metavar="TABLE", help="A new table, or one that holds its members already.")],
    workspace: Folder = None,
    attribute: Annotated[
        list[str] | None, typer.Option(help="Only this attribute beside the identity; repeat for several.")
    ] = None,
    json_output: Json = False,
) -> None:
    """Write the members into a table of the workspace, with the ledger of a load."""
    from engine.runner.audiences import export_to_table

    with open_folder(workspace) as opened:
        done = export_to_table(opened, find_audience(opened, label), name, utc_clock(), attributes=attribute)
    if json_output:
        print_json({"table": done.table.name, "rows": done.rows, "load": done.record.id, "sha256": done.record.sha256})
        return
    out.print(f"{done.table.name} has {counted(done.rows, 'record')}.", markup=False)
