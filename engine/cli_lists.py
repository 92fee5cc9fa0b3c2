"""The commands about account lists, communication limits and exports of buying groups."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import JsonValue
from rich.table import Table

from engine.document.files import read_text
from engine.terminal import Folder, Json, counted, instant_or_now, open_folder, out, print_json
from engine.texts import say

if TYPE_CHECKING:
    from engine.account_data.lists import Filled

lists = typer.Typer(help="Account lists: static ones are filled, dynamic ones follow a filter.", no_args_is_help=True)
limits = typer.Typer(help="Communication limits: how many messages a person may get.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(help="The name, or the id.")]
At = Annotated[str | None, typer.Option("--at", help="The instant of the change, in UTC; by default now.")]
_FILTER = say("Choose a JSON file with a condition on accounts.")
FilterFile = Annotated[Path, typer.Option("--filter", help="A JSON file with a condition on accounts.")]


def register(app: typer.Typer) -> None:
    """Add these commands to those about accounts."""
    app.add_typer(lists, name="list")
    app.add_typer(limits, name="limit")
    app.command("export")(export)


@lists.command("show")
def show(workspace: Folder = None, json_output: Json = False) -> None:
    """The account lists with how many accounts are in each."""
    from engine.account_data.lists import members
    from engine.account_data.rows import current_rows

    with open_folder(workspace) as opened:
        rows = [(row, len(members(opened, row["list_id"]))) for row in current_rows(opened, "account_list")]
    if json_output:
        print_json([{"id": row["list_id"], "name": row["name"], "kind": row["kind"], "status": row["status"],
                     "accounts": count} for row, count in rows])  # fmt: skip
        return
    table = Table("List", "Type", "Status")
    table.add_column("Accounts", justify="right")
    for row, count in rows:
        table.add_row(str(row["name"]), str(row["kind"]), str(row["status"]), f"{count:,}")
    out.print(table)


@lists.command("create")
def create(
    name: Name, workspace: Folder = None, at: At = None,
    dynamic: Annotated[Path | None, typer.Option("--filter", help="A JSON condition: the list follows it.")] = None,
) -> None:  # fmt: skip
    """Draft a list: static and empty, or dynamic with a filter."""
    from engine.account_data.lists import draft_list

    with open_folder(workspace) as opened:
        definition = None if dynamic is None else read_text(dynamic, _FILTER)
        row = draft_list(opened, name, instant_or_now(at), definition)
    out.print(f"{row['list_id']} is a draft.")


@lists.command("publish")
def publish(name: Name, workspace: Folder = None, at: At = None) -> None:
    """Make a draft live; journeys can then use it. The filter of a dynamic one is fixed from now on."""
    from engine.account_data.lists import publish_list

    with open_folder(workspace) as opened:
        publish_list(opened, name, instant_or_now(at))
    out.print(f"{name} is live.")


@lists.command("fill")
def fill(name: Name, rule: FilterFile, workspace: Folder = None, at: At = None, json_output: Json = False) -> None:
    """Add to a static list, once, the accounts that a filter finds."""
    from engine.account_data.lists import fill_list

    with open_folder(workspace) as opened:
        done = fill_list(opened, name, read_text(rule, _FILTER), instant_or_now(at))
    _show_filled(done, json_output)


@lists.command("import")
def import_accounts(name: Name, file: Path, workspace: Folder = None, at: At = None, json_output: Json = False) -> None:
    """Add to a static list the accounts that a CSV names, by id or name, in its first column."""
    from engine.account_data.lists import import_members

    with open_folder(workspace) as opened:
        done = import_members(opened, name, file, instant_or_now(at))
    _show_filled(done, json_output)


@lists.command("refresh")
def refresh(workspace: Folder = None, at: At = None) -> None:
    """Bring the dynamic lists up to date, as happens daily."""
    from engine.account_data.lists import refresh_lists

    with open_folder(workspace) as opened:
        for name, done in refresh_lists(opened, instant_or_now(at)).items():
            out.print(f"{name}: {done.added:,} came, {done.removed:,} left.")


Destination = Annotated[str, typer.Argument(help="The name of the destination, or its id.")]


@lists.command("activate-people")
def activate_people(name: Name, destination: Destination, workspace: Folder = None, at: At = None) -> None:
    """Hand the people of a live people list to a destination."""
    from engine.account_data.external import activate_list

    with open_folder(workspace) as opened:
        given = activate_list(opened, name, destination, instant_or_now(at))
    out.print(f"Active there: {counted(given, 'person', 'people')}.")


@lists.command("deactivate-people")
def deactivate_people(name: Name, destination: Destination, workspace: Folder = None, at: At = None) -> None:
    """Take the people of a people list out of a destination."""
    from engine.account_data.external import deactivate_list

    with open_folder(workspace) as opened:
        taken = deactivate_list(opened, name, destination, instant_or_now(at))
    out.print(f"Active no longer: {counted(taken, 'person', 'people')}.")


@limits.command("create")
def create_limit(
    name: Name, workspace: Folder = None, at: At = None,
    count: Annotated[int, typer.Option(help="How many messages are allowed.")] = 1,
    frequency: Annotated[str, typer.Option(help="hourly, daily, weekly or monthly.")] = "daily",
    every: Annotated[int, typer.Option(help="Counts anew every so many of them.")] = 1,
) -> None:  # fmt: skip
    """Draft a rule; it counts once it is activated."""
    from engine.account_data.limits import save_limit

    with open_folder(workspace) as opened:
        rule = {"name": name, "capping_count": count, "frequency": frequency, "every": every}
        row = save_limit(opened, rule, instant_or_now(at))
    out.print(f"{row['rule_id']} is a draft.")


@limits.command("activate")
def activate(name: Name, workspace: Folder = None, at: At = None) -> None:
    """Let a rule count from now on."""
    from engine.account_data.limits import activate_limit

    with open_folder(workspace) as opened:
        activate_limit(opened, name, instant_or_now(at))
    out.print(f"{name} is active.")


@limits.command("deactivate")
def deactivate(name: Name, workspace: Folder = None, at: At = None) -> None:
    """Let a rule count no longer."""
    from engine.account_data.limits import deactivate_limit

    with open_folder(workspace) as opened:
        deactivate_limit(opened, name, instant_or_now(at))
    out.print(f"{name} is inactive.")


def export(
    file: Annotated[Path, typer.Argument(help="Where to write the CSV.")],
    workspace: Folder = None,
    interest: Annotated[list[str] | None, typer.Option(help="Only groups of this interest; repeat.")] = None,
    unassigned: Annotated[list[str] | None, typer.Option(help="Only groups where nobody has this role.")] = None,
    least: Annotated[float, typer.Option(help="Completeness of at least this percentage.")] = 0,
    most: Annotated[float, typer.Option(help="Completeness of at most this percentage.")] = 100,
) -> None:
    """Write the accounts of buying groups to a CSV."""
    from engine.account_data.external import GroupFilter, export_accounts

    chosen = GroupFilter(
        interests=tuple(interest or ()), unassigned_roles=tuple(unassigned or ()), completeness=(least, most)
    )
    with open_folder(workspace) as opened:
        rows = export_accounts(opened, chosen, file)
    out.print(f"{counted(rows, 'account')} written.")


def _show_filled(done: "Filled", json_output: bool) -> None:
    if json_output:
        unknown: list[JsonValue] = list(done.unknown)
        print_json({"added": done.added, "already": done.already, "unknown": unknown})
        return
    out.print(f"{counted(done.added, 'account')} added; in the list already: {done.already:,}.")
    for line in done.unknown[:10]:
        out.print(f"  no account, or several: {line}", style="yellow", markup=False)
