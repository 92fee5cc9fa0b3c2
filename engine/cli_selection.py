"""The commands about what journeys may use: managed and updatable fields, events, custom objects."""

from typing import Annotated

import typer

from engine.terminal import Folder, Json, instant_or_now, open_folder, out, print_json

Many = Annotated[list[str] | None, typer.Option(help="Repeat for several.")]


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("fields")(fields)
    app.command("event")(event)
    app.command("object")(object_)


def fields(
    entity: Annotated[str, typer.Argument(help="account, person or opportunity.")],
    workspace: Folder = None,
    manage: Many = None,
    unmanage: Many = None,
    update: Annotated[list[str] | None, typer.Option(help="Journeys may change it; repeat for several.")] = None,
    protect: Annotated[list[str] | None, typer.Option(help="Journeys may not change it.")] = None,
    json_output: Json = False,
) -> None:
    """Show and choose the fields that stand in filters (managed), and those that journeys may change (updatable)."""
    from engine.account_data.rows import current_rows
    from engine.account_data.selection import select_fields

    with open_folder(workspace) as opened:

        def chosen(flag: str) -> set[str]:
            rows = current_rows(opened, "field_catalog")
            return {str(row["column"]) for row in rows if row["entity"] == entity and row[flag]}

        if manage or unmanage or update or protect:
            changed = chosen("is_updatable") | {*(update or ())} - {*(protect or ())} - {*(unmanage or ())}
            shown = chosen("is_managed") | {*(manage or ())} | {*(update or ())}
            select_fields(opened, entity, shown - {*(unmanage or ())}, changed - {*(unmanage or ()), *(protect or ())})
        managed, updatable = chosen("is_managed"), chosen("is_updatable")
    if json_output:
        print_json({"managed": [*sorted(managed)], "updatable": [*sorted(updatable)]})
        return
    for name in sorted(managed):
        out.print(f"{name}{'  (updatable)' if name in updatable else ''}", markup=False)


def event(
    kind: Annotated[str, typer.Argument(metavar="TYPE", help="The type of an event, such as web.formFilledOut.")],
    workspace: Folder = None,
    field: Annotated[list[str] | None, typer.Option(help="PATH=TYPE: string, integer, double, boolean.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Offer it no longer.")] = False,
) -> None:
    """Offer a type of event to journeys, with the fields that may be asked of it."""
    from engine.account_data.selection import select_event, withdraw_event

    with open_folder(workspace) as opened:
        if remove:
            withdraw_event(opened, kind)
        else:
            parts = [one.partition("=") for one in field or ()]
            select_event(opened, kind, {path.strip(): as_.strip() or "string" for path, _, as_ in parts})
    out.print(f"{kind} is {'not offered any more' if remove else 'offered'}.", markup=False)


def object_(
    name: Annotated[str, typer.Argument(help="What it is called.")],
    table: Annotated[str, typer.Argument(help="The table that holds its records.")],
    parent: Annotated[str, typer.Argument(help="account or person.")],
    workspace: Folder = None,
    field: Many = None,
    foreign_key: Annotated[str, typer.Option(help="The column that names the account or person.")] = "",
    json_output: Json = False,
) -> None:
    """Make a table a custom object of accounts or people."""
    from engine.account_data.selection import save_object

    with open_folder(workspace) as opened:
        row = save_object(opened, name, table, parent, field or (), instant_or_now(None), foreign_key=foreign_key)
    if json_output:
        print_json({"object": row["schema_id"], "fields": [*row["fields"]]})
        return
    out.print(f"{row['name']}: {', '.join(row['fields'])}", markup=False)
