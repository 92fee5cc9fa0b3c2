"""The commands about accounts and people: their tables, generated companies, exports of other systems."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import JsonValue

from engine import cli_lists, cli_selection, cli_services
from engine.problems import EngineError, Problem
from engine.terminal import Folder, Json, counted, err, instant_or_now, open_folder, out, print_json

if TYPE_CHECKING:
    from engine.account_data.importing.applying import Report
    from engine.account_data.importing.recognising import Mapping

accounts = typer.Typer(help="Accounts, people, opportunities and activities.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    cli_lists.register(accounts)
    cli_services.register(accounts)
    cli_selection.register(accounts)
    app.add_typer(accounts, name="accounts")


@accounts.command()
def create(workspace: Folder = None, json_output: Json = False) -> None:
    """Add the tables of accounts and people, with default roles, personas and scoring models; what is there stays."""
    from engine.account_data.setup import create_account_data
    from engine.accounts.model import CATALOG

    with open_folder(workspace, create=True) as opened:
        create_account_data(opened)
        rows = {name: one.rows for name, one in opened.datasets.snapshot().items() if name in CATALOG.table_by_name}
    print_json(dict(rows)) if json_output else out.print(f"{counted(len(rows), 'table')} ready.")


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
    scale = Scale(number, persons, happened, seed, instant_or_now(since), days)
    with open_folder(workspace, create=True) as opened:
        made = generate_company(opened, scale, (lambda _name: None) if json_output else _say, replace=replace)
    if json_output:
        print_json(dict(made))
        return
    for name, rows in made.items():
        out.print(f"{name}: {counted(rows, 'row')}")


@accounts.command("import")
def import_files(
    files: Annotated[
        list[Path], typer.Argument(help="Exports of Salesforce, HubSpot or Marketo, or files of our own.")
    ],
    workspace: Folder = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Load them; without it, only say what would be loaded.")
    ] = False,
    table: Annotated[str | None, typer.Option(help="Only into this table, when a file may fill several.")] = None,
    change: Annotated[
        list[str] | None, typer.Option("--map", help="COLUMN=HEADER fills a column from another header; repeat.")
    ] = None,
    json_output: Json = False,
) -> None:
    """Recognise exports of other systems, say which column fills which with the evidence, and load them by key."""
    from engine.account_data.importing.applying import apply_mapping, remapped
    from engine.account_data.importing.recognising import suggest_mappings

    wishes = dict(_pair(one) for one in change or ())
    found: list[JsonValue] = []
    with open_folder(workspace, create=True) as opened:
        for path in files:
            suggested = suggest_mappings(opened, path)
            chosen = [one for one in suggested.mappings if table in {None, one.table}]
            if not chosen:
                raise EngineError(_not_recognised(path.name, table))
            for one in chosen:
                mapping = remapped(one, suggested.headers, wishes) if wishes else one
                if not json_output:
                    _show_mapping(path.name, mapping)
                report = apply_mapping(opened, path, suggested.layout, mapping) if apply else None
                if report is not None and not json_output:
                    _show_report(report)
                found.append(_described(path.name, mapping, report))
    if json_output:
        print_json(found)
    elif not apply:
        out.print("Nothing was loaded; say --apply to load.")


def _pair(written: str) -> tuple[str, str]:
    name, equals, header = written.partition("=")
    if not equals or not name:
        raise typer.BadParameter("write it as COLUMN=HEADER", param_hint="--map")
    return name, header


def _not_recognised(file: str, table: str | None) -> Problem:
    return Problem(
        code="not-recognised",
        what=f"The columns of {file!r} fit no table{f' {table!r}' if table else ''} of the account data.",
        fix="Name its columns as those of a table, or load it as a table of its own with: jalon import FILE.",
    )


def _show_mapping(file: str, mapping: "Mapping") -> None:
    out.print(f"{file}: {mapping.title} of {mapping.system}, into {mapping.table}", style="bold", markup=False)
    for line in mapping.evidence:
        out.print(f"  {line}", markup=False)
    for one in mapping.columns:
        said = f"always {one.constant!r}" if one.constant is not None else f"from {one.source}"
        out.print(f"  {one.name:<24} {said}", markup=False)
    if mapping.unused:
        out.print(f"  Filling nothing, {counted(len(mapping.unused), 'column')} of the file: "
                  f"{', '.join(mapping.unused[:8])}{'…' if len(mapping.unused) > 8 else ''}",
                  style="dim", markup=False)  # fmt: skip


def _show_report(report: "Report") -> None:
    counts = report.counts
    told = ", ".join(f"{counts.get(name, 0):,} {name}" for name in ("inserted", "updated", "ignored", "rejected"))
    out.print(f"  {counted(counts.get('rows', 0), 'row')} read: {told}.", markup=False)
    for line in report.rejects[:5]:
        out.print(f"  line {line.first_line}: {line.errors[0]['reason']}", style="yellow", markup=False)
    for remark in report.remarks:
        out.print(f"  {remark}", style="yellow", markup=False)


def _described(file: str, mapping: "Mapping", report: "Report | None") -> JsonValue:
    described: dict[str, JsonValue] = {
        "file": file, "system": mapping.system, "table": mapping.table, "evidence": list(mapping.evidence),
        "columns": {one.name: one.constant if one.constant is not None else one.source for one in mapping.columns},
        "unused": list(mapping.unused),
    }  # fmt: skip
    if report is not None:
        described |= {
            "counts": dict(report.counts), "remarks": list(report.remarks),
            "rejects": [{"line": one.first_line, "errors": [dict(error) for error in one.errors]}
                        for one in report.rejects],
        }  # fmt: skip
    return described


@accounts.command()
def groups(
    interest: Annotated[str | None, typer.Option("--interest", help="Make groups of this solution interest…")] = None,
    audience: Annotated[str | None, typer.Option("--audience", help="…for the accounts of this audience.")] = None,
    workspace: Folder = None,
    at: Annotated[str | None, typer.Option("--at", help="The instant of the run, in UTC; by default now.")] = None,
    json_output: Json = False,
) -> None:
    """Run the daily jobs of buying groups: new groups, members, completeness, engagement. Both options add a job."""
    from engine.account_data.buying_groups import create_job, run_jobs

    if (interest is None) != (audience is None):
        raise typer.BadParameter("a new job needs an interest and an audience", param_hint="--interest, --audience")
    with open_folder(workspace) as opened:
        now = instant_or_now(at)
        ran = run_jobs(opened, now) if interest is None else create_job(opened, interest, audience or "", now)
    if json_output:
        print_json({"groups": ran.groups, "members": ran.members, "scores": ran.scores})
        return
    out.print(
        f"{counted(ran.groups, 'new group')}, {counted(ran.members, 'changed membership')}, "
        f"{counted(ran.scores, 'new score')}."
    )


@accounts.command()
def jobs(
    workspace: Folder = None,
    delete: Annotated[str | None, typer.Option("--delete", help="Forget the job of this id; its groups stay.")] = None,
    json_output: Json = False,
) -> None:
    """List the jobs that create buying groups, or delete one."""
    from engine.account_data.buying_groups import delete_job
    from engine.account_data.rows import current_rows

    with open_folder(workspace) as opened:
        if delete is not None:
            delete_job(opened, delete)
        found = current_rows(opened, "bg_job")
    if json_output:
        print_json([{"id": row["job_id"], "interest": row["si_id"], "audience": row["audience_id"],
                     "last_run": str(row["last_run_at"] or "")} for row in found])  # fmt: skip
        return
    for row in found:
        out.print(f"{row['job_id']}: {row['si_id']} for {row['audience_id']}, last run {row['last_run_at'] or 'never'}")


@accounts.command()
def score(
    subject: Annotated[str, typer.Argument(help="The id of a buying group or of a person.")],
    workspace: Folder = None,
    at: Annotated[
        str | None, typer.Option("--at", help="The instant to look back from, in UTC; by default now.")
    ] = None,
    json_output: Json = False,
) -> None:
    """Say line by line where the scores of a buying group, or of a person, come from."""
    from engine.account_data.scoring import explain_group, explain_person

    with open_folder(workspace) as opened:
        told = explain_group(opened, subject, instant_or_now(at)) or explain_person(opened, subject, instant_or_now(at))
    if not told:
        what = f"There is no buying group and no person {subject!r}."
        raise EngineError(Problem(code="unknown-reference", what=what, fix="Write the id as the tables have it."))
    if json_output:
        print_json(list[JsonValue](told))
        return
    for line in told:
        out.print(line, markup=False)


def _say(name: str) -> None:
    err.print(f"Generating {name}…")
