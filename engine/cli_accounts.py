"""The commands about accounts and people: their tables, generated companies, exports of other systems."""

from datetime import datetime
from typing import Annotated

import typer

from engine.problems import EngineError, Problem
from engine.terminal import Folder, Json, err, open_folder, out, print_json

accounts = typer.Typer(help="Accounts, people, opportunities and activities.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(accounts, name="accounts")


@accounts.command()
def create(workspace: Folder = None, json_output: Json = False) -> None:
    """Add the tables of accounts and people, with default roles, personas and scoring models; what is there stays."""
    from engine.account_data.setup import create_account_data
    from engine.accounts.model import CATALOG

    with open_folder(workspace, create=True) as opened:
        create_account_data(opened)
        rows = {name: one.rows for name, one in opened.datasets.snapshot().items() if name in CATALOG.table_by_name}
    print_json(dict(rows)) if json_output else out.print(f"{len(rows)} tables are ready.")


@accounts.command()
def generate(
    workspace: Folder = None,
    number: Annotated[int, typer.Option("--accounts", help="How many accounts.", min=1)] = 1_000,
    people: Annotated[int | None, typer.Option(help="How many people; by default ten for each account.")] = None,
    activities: Annotated[int | None, typer.Option(help="About how many; by default ten for each person.")] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same company everywhere.")] = 1,
    since: Annotated[str, typer.Option(help="The first day with activities.")] = "2025-01-06",
    days: Annotated[int, typer.Option(help="How many days have activities.", min=1)] = 455,
    replace: Annotated[bool, typer.Option("--replace", help="Take the place of records that are there.")] = False,
    json_output: Json = False,
) -> None:
    """Fill a workspace with a company that does not exist: accounts, people, opportunities, activities, lists."""
    from engine.account_data.generator.generate import generate_company
    from engine.account_data.generator.scale import Scale

    persons = people if people is not None else 10 * number
    happened = activities if activities is not None else 10 * persons
    scale = Scale(number, persons, happened, seed, _day(since), days)
    with open_folder(workspace, create=True) as opened:
        made = generate_company(opened, scale, (lambda _name: None) if json_output else _say, replace=replace)
    if json_output:
        print_json(dict(made))
        return
    for name, rows in made.items():
        out.print(f"{name}: {rows:,} rows")


def _say(name: str) -> None:
    err.print(f"Generating {name}…")


def _day(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written)
    except ValueError as error:
        raise EngineError(
            Problem(code="wrong-day", what=f"{written!r} is no day.", fix="Write it as 2025-01-06.")
        ) from error
