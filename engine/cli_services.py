"""The commands about external services that journeys call: their description, their fields, what they answer here."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import JsonValue

from engine.terminal import Folder, Json, instant_or_now, open_folder, out, plain, print_json

services = typer.Typer(help="External services that journeys call; here stubs answer.", no_args_is_help=True)
Service = Annotated[str, typer.Argument(help="The name or id of a service.")]
Pairs = Annotated[list[str] | None, typer.Option(help="THEIRS=OURS; repeat for several.")]


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(services, name="services")


@services.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="Its OpenAPI 3.0 description, as JSON.")],
    workspace: Folder = None,
    timeout: Annotated[int, typer.Option(help="How many minutes it has to answer, 1 to 240.")] = 5,
    json_output: Json = False,
) -> None:
    """Read the description of a service; it is a draft until it is activated."""
    from engine.account_data.services import import_service

    with open_folder(workspace) as opened:
        row = import_service(opened, file, instant_or_now(None), timeout)
    _tell(row, as_json=json_output)


@services.command("map")
def map_(
    service: Service,
    workspace: Folder = None,
    send: Pairs = None,
    write: Pairs = None,
    header: Pairs = None,
    timeout: Annotated[int | None, typer.Option(help="How many minutes it has to answer, 1 to 240.")] = None,
    json_output: Json = False,
) -> None:
    """Say which fields a draft is sent and which it writes."""
    from engine.account_data.services import map_service

    with open_folder(workspace) as opened:
        row = map_service(opened, service, instant_or_now(None), outgoing=_pairs(send), incoming=_pairs(write),
                          headers=_pairs(header), timeout=timeout)  # fmt: skip
    _tell(row, as_json=json_output)


@services.command("answer")
def answer(
    service: Service,
    workspace: Folder = None,
    table: Annotated[Path | None, typer.Option(help="A CSV file: an id, and a column for each answer.")] = None,
    formula: Annotated[list[str] | None, typer.Option(help="NAME=EXPRESSION over the fields.")] = None,
    value: Annotated[list[str] | None, typer.Option(help="NAME=VALUE, the same for everybody.")] = None,
    latency: Annotated[int, typer.Option(help="Seconds until it answers.", min=0)] = 0,
    failure_rate: Annotated[float, typer.Option(help="The share that fails, 0 to 1.", min=0, max=1)] = 0,
    json_output: Json = False,
) -> None:
    """Say what a service answers in a rehearsal: by a table, by formulas, or always the same."""
    from engine.account_data.services import answers_from, set_stub

    if sum(one is not None for one in (table, formula, value)) != 1:
        raise typer.BadParameter("give a table, formulas or values", param_hint="--table, --formula, --value")
    stub: dict[str, Any] = {"kind": "fixed", "values": _pairs(value)}
    if table is not None:
        stub = answers_from(table)
    elif formula is not None:
        stub = {"kind": "formulas", "formulas": _pairs(formula)}
    with open_folder(workspace) as opened:
        row = set_stub(
            opened, service, {**stub, "latency": latency, "failure_rate": failure_rate}, instant_or_now(None)
        )
    _tell(row, as_json=json_output)


@services.command()
def activate(service: Service, workspace: Folder = None, json_output: Json = False) -> None:
    """Offer a service to journeys."""
    from engine.account_data.services import set_status

    with open_folder(workspace) as opened:
        row = set_status(opened, service, instant_or_now(None), active=True)
    _tell(row, as_json=json_output)


@services.command()
def deactivate(service: Service, workspace: Folder = None, json_output: Json = False) -> None:
    """Make a service a draft again."""
    from engine.account_data.services import set_status

    with open_folder(workspace) as opened:
        row = set_status(opened, service, instant_or_now(None), active=False)
    _tell(row, as_json=json_output)


def _pairs(written: list[str] | None) -> dict[str, str] | None:
    if written is None:
        return None
    parts = [one.partition("=") for one in written]
    if not all(equals and name.strip() for name, equals, _ in parts):
        raise typer.BadParameter("write it as NAME=VALUE")
    return {name.strip(): value.strip() for name, _, value in parts}


def _tell(row: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        told: dict[str, JsonValue] = {name: plain(row[name]) for name in
                                      ("action_id", "name", "status", "split", "context", "timeout_min")}  # fmt: skip
        told |= {name: json.loads(row[name] or "{}") for name in ("spec", "mapping")}
        print_json(told)
        return
    out.print(f"{row['name']} is {row['status']}.", markup=False)
