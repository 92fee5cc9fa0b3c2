"""The command line: proof that the engine is headless. Each command calls the same services as everybody else.

Exit status: 0 done, 1 problems found, 2 wrong usage. `--json` prints one JSON value and nothing else.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from platformdirs import user_data_path
from pydantic import JsonValue
from rich.table import Table
from typer.main import get_group

from engine import (
    cli_accounts,
    cli_approvals,
    cli_audiences,
    cli_audit,
    cli_bundles,
    cli_campaigns,
    cli_data,
    cli_dossier,
    cli_journeys,
    cli_life,
)
from engine.cli_keys import keys
from engine.cli_recurring import recurring
from engine.cli_schedule import schedule
from engine.document.model import Kind
from engine.problems import Cancelled, EngineError, Problem
from engine.runner.results import problem_to_json
from engine.terminal import (
    AsOf,
    DocumentName,
    Folder,
    Json,
    counted,
    default_workspace,
    err,
    find_document,
    named_or_read,
    open_folder,
    out,
    plain,
    print_json,
    show_counting,
    show_problem,
    show_progress,
    show_result,
)
from engine.workspace import Workspace

if TYPE_CHECKING:
    from engine.runner.orders import Answer, RunOrder

app = typer.Typer(
    name="jalon",
    help="Design campaigns as a graph, with an exact count on every transition.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@dataclass(frozen=True, slots=True)
class Desktop:
    """What the window does for the command line.

    `show` opens a workspace in a window and gives the exit status; without it everything stays in the terminal.
    `ask` hands an order to the process that has a workspace open; None when that one does not answer.
    """

    show: Callable[[Path], int] | None = None
    ask: "Callable[[Path, RunOrder], Answer | None]" = lambda _folder, _order: None


def main(desktop: Desktop | None = None) -> None:
    """Run the command line; problems become a message and exit status 1, never a traceback."""
    try:
        app(obj=desktop or Desktop())
    except EngineError as error:
        _fail(error.problem, as_json="--json" in sys.argv)
    except (Cancelled, KeyboardInterrupt):
        err.print("Cancelled. Nothing was changed.")
        sys.exit(1)


def _fail(problem: Problem, *, as_json: bool) -> None:
    if as_json:
        print_json({"problems": [problem_to_json(problem)]})
    else:
        show_problem(problem)
    sys.exit(1)


def names() -> set[str]:
    """The names of all commands."""
    return set(get_group(app).commands)


def desktop_of(context: typer.Context) -> Desktop:
    """The window's part; nothing where a test calls a command alone."""
    return context.obj if isinstance(context.obj, Desktop) else Desktop()


@app.command()
def run(
    context: typer.Context, document: DocumentName, workspace: Folder = None, as_of: AsOf = None,
    json_output: Json = False,
    real: Annotated[bool, typer.Option("--real", help="Apply effects: save audiences, write files, signal.")] = False,
    options: Annotated[
        list[str] | None, typer.Option("--set", help="An option of a journey's run, NAME=VALUE; repeat for several.")
    ] = None,
) -> None:  # fmt: skip
    """Count every transition of a document. While a window has the workspace open, it is done there."""
    from engine.runner.orders import RunOrder, carry_out, ordered_document

    name, content = named_or_read(document)
    order = RunOrder(name, content, as_of, real, cli_journeys.read_options(options or []))
    try:
        with (
            open_folder(workspace) as opened,
            show_progress(ordered_document(opened, order), quiet=json_output) as emit,
        ):
            subject, result = carry_out(opened, order, emit)
    except EngineError as error:
        answer = _answer(error, desktop_of(context), workspace, order)
        if answer is None:
            raise
        subject, result = answer.value()
    print_json(result.to_json()) if json_output else show_result(subject, result)
    raise typer.Exit(0 if result.ok else 1)


def _answer(error: EngineError, desktop: Desktop, workspace: Path | None, order: "RunOrder") -> "Answer | None":
    """What the window that has the workspace open answers, if that is what is in the way and it answers."""
    if error.problem.code != "workspace-in-use":
        return None
    err.print("A window has this workspace open; it does the work.")
    return desktop.ask(workspace or default_workspace(), order)


@app.command()
def check(document: DocumentName, workspace: Folder = None, json_output: Json = False) -> None:
    """Find everything that is wrong with a document, without counting."""
    from engine.runner.service import check_document

    with open_folder(workspace) as opened:
        checked = check_document(opened, find_document(opened, document))
    if json_output:
        print_json({"problems": [problem_to_json(problem) for problem in checked.problems]})
    else:
        for problem in checked.problems:
            show_problem(problem)
        if not checked.problems:
            out.print("No problems found.")
    raise typer.Exit(1 if checked.has_errors else 0)


@app.command()
def explain(document: DocumentName, workspace: Folder = None, as_of: AsOf = None, json_output: Json = False) -> None:
    """Show what would run and why, and the SQL of each step."""
    from engine.runner.clock import read_instant
    from engine.runner.explain import explain_plan
    from engine.runner.service import plan_document, prepare

    with open_folder(workspace) as opened:
        instant = None if as_of is None else read_instant(as_of)
        subject = find_document(opened, document)
        if subject.kind is Kind.JOURNEY:
            cli_journeys.show_statements(opened, subject, as_json=json_output)
            return
        plan = plan_document(opened, prepare(opened, subject, as_of=instant))
    steps = explain_plan(plan)
    if json_output:
        print_json([step.to_json() for step in steps])
        return
    for step in steps:
        out.print(f"[bold]{step.title}[/bold]  {step.reason}", markup=True)
        if step.runs:
            out.print(step.sql, markup=False)
    for problem in (*plan.checked.problems, *plan.problems):
        show_problem(problem)


@app.command("import")
def import_files(
    files: Annotated[list[Path], typer.Argument(help="CSV, TSV, JSON, JSON Lines, Parquet or Excel files.")],
    workspace: Folder = None,
    table: Annotated[str | None, typer.Option(help="The table's name; by default the file's.")] = None,
    key: Annotated[list[str] | None, typer.Option(help="A column of the primary key; repeat for several.")] = None,
    version: Annotated[str | None, typer.Option(help="The column that tells newer records from older.")] = None,
    mode: Annotated[str, typer.Option(help="replace, append or upsert.")] = "replace",
    threshold: Annotated[float, typer.Option(help="Share of rows (0-100) that may be rejected.")] = 5.0,
    most_megabytes: Annotated[
        int | None, typer.Option(min=1, help="Refuse files that are larger, such as 100; by default none is.")
    ] = None,
    json_output: Json = False,
) -> None:
    """Load files into tables; the workspace and the schemas are created if they are new."""
    from engine.ingest.load import LoadMode, LoadOptions
    from engine.ingest.service import import_file

    if mode not in list(LoadMode):
        raise typer.BadParameter(f"choose one of {', '.join(LoadMode)}", param_hint="--mode")
    if table is not None and len(files) > 1:
        raise typer.BadParameter("name a table for one file at a time", param_hint="--table")
    most = None if most_megabytes is None else most_megabytes * 1_000_000
    options = LoadOptions(LoadMode(mode), threshold=threshold, most_bytes=most)
    ledger: list[JsonValue] = []
    with open_folder(workspace, create=True) as opened:
        for path in files:
            with show_counting(path.name, quiet=json_output) as tell:
                done = import_file(opened, path, table=table, key=key, version=version, options=options, tell=tell)
            ledger.append({
                "table": done.table.name, "rows": done.rows, "key": list(done.table.key), "load": done.record.id,
                "counts": dict(done.record.counts), "remarks": list(done.remarks),
                "rejects": [
                    {"line": line.first_line, "errors": [dict(error) for error in line.errors]}
                    for line in done.record.rejects
                ],
            })  # fmt: skip
            if not json_output:
                counts = done.record.counts
                out.print(
                    f"{done.table.name}: {counted(done.rows, 'row')}; of {counted(counts['lines'], 'line')} "
                    f"{counts['loaded']:,} loaded, "
                    f"{counts['rejected']:,} rejected, {counts['blank_lines']:,} blank, "
                    f"{counts['header_lines']:,} header."
                )
                for remark in done.remarks:
                    out.print(f"  {remark}", style="yellow", markup=False)
    if json_output:
        print_json(ledger)


@app.command()
def catalog(
    file: Annotated[
        Path | None,
        typer.Argument(help="Schemas to add: a .sql file of CREATE TABLE, an .xlsx workbook, or JSON as printed here."),
    ] = None,
    workspace: Folder = None,
    template: Annotated[
        Path | None, typer.Option(help="Write the schemas to this .xlsx workbook, to fill in and read again.")
    ] = None,
) -> None:
    """Print the tables, links and targeting dimensions of the workspace as JSON; with a file, add what it defines."""
    from engine.catalog.files import read_catalog
    from engine.catalog.workbook import write_workbook

    with open_folder(workspace, create=file is not None or template is not None) as opened:
        if file is not None:
            added, problems = read_catalog(file)
            opened.schemas.add(*added.tables, *added.links, *added.dimensions, *added.filters)
            for problem in problems:
                show_problem(problem)
        if template is not None:
            write_workbook(opened.catalog(), template)
        print_json(opened.catalog().model_dump(mode="json", exclude_defaults=True))


@app.command()
def schema(activity: Annotated[str | None, typer.Argument(help="An activity's type, such as split.")] = None) -> None:
    """Print the JSON Schema of a document, or of one activity's settings."""
    from engine.document.schema import document_schema
    from engine.registry import all_activities

    settings = {name: one.settings.model_json_schema() for name, one in all_activities().items()}
    if activity is not None and activity not in settings:
        raise typer.BadParameter(f"choose one of {', '.join(settings)}", param_hint="ACTIVITY")
    print_json(document_schema(settings) if activity is None else settings[activity])


@app.command()
def population(
    document: DocumentName,
    transition: Annotated[str, typer.Argument(help="A transition's id, or NODE:PORT for an open output.")],
    workspace: Folder = None,
    csv: Annotated[Path | None, typer.Option(help="Write all rows to a .csv, .parquet or .xlsx file.")] = None,
    limit: Annotated[int, typer.Option(help="How many rows to show.")] = 20,
    search: Annotated[str, typer.Option(help="Only rows that contain this text.")] = "",
    save: Annotated[str | None, typer.Option(help="Of a journey: save them as the audience of this label.")] = None,
    json_output: Json = False,
) -> None:
    """Show, export or save the rows behind a count."""
    from engine.runner.populations import find_population, not_taken
    from engine.runner.service import run_document

    with open_folder(workspace) as opened:
        subject = find_document(opened, document)
        if subject.kind is Kind.JOURNEY and save is not None:
            cli_journeys.save_population(opened, subject, transition, save, as_json=json_output)
            return
        if subject.kind is Kind.JOURNEY:
            cli_journeys.show_population(opened, subject, transition, csv, limit, search, as_json=json_output)
            return
        if save is not None:
            raise typer.BadParameter("a campaign saves an audience with its own activity", param_hint="--save")
        result = run_document(opened, subject)
        found = find_population(opened, subject, transition)
        if any(one.id == transition and not one.active for one in result.transitions):
            raise EngineError(not_taken(transition))
        if csv is not None:
            rows = found.export(csv)
            told = f"{counted(rows, 'row')} written."
            print_json({"rows": rows, "file": csv.name}) if json_output else out.print(told)
            return
        page = found.page(limit=limit, search=search)
    names = [one.title for one in page.columns]
    if json_output:
        print_json({"total": page.total, "rows": [dict(zip(names, map(plain, row), strict=True)) for row in page.rows]})
        return
    table = Table(*names, caption=f"{len(page.rows):,} of {counted(page.total, 'row')}")
    for row in page.rows:
        table.add_row(*("" if value is None else str(value) for value in row))
    out.print(table)


@app.command()
def why(
    document: DocumentName,
    node: Annotated[str, typer.Argument(help="The node to ask at.")],
    key: Annotated[list[str], typer.Argument(help="The key of a record, part by part.")],
    workspace: Folder = None,
    json_output: Json = False,
) -> None:
    """Say why a person or record is, or is not, at a node."""
    from engine.runner.why import why_not

    with open_folder(workspace) as opened:
        subject = find_document(opened, document)
        if subject.kind is Kind.JOURNEY:
            cli_journeys.show_why(opened, subject, node, key, as_json=json_output)
            return
        answer = why_not(opened, subject, node, tuple(key))
    if json_output:
        print_json(answer.to_json())
        return
    for line in answer.lines:
        out.print(line, markup=False)


@app.command()
def demo(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Option("--workspace", "-w", help="Where to build the sample workspace.")
    ] = None,
    headless: Annotated[bool, typer.Option("--headless", help="Stay in the terminal.")] = False,
    json_output: Json = False,
) -> None:
    """Build the sample workspace, run its campaigns and journeys, and print every count."""
    from engine.demo import add_company, build_demo, samples
    from engine.journey.examples import sample_journeys
    from engine.runner.service import run_document

    where = folder or user_data_path("jalon") / "demo"
    say: Callable[[str], None] = (lambda _text: None) if json_output else (lambda text: err.print(f"{text}…"))
    exists = (where / "workspace.sqlite").exists()
    workspace = Workspace.open(where) if exists else build_demo(where, say)
    with workspace:
        add_company(workspace, say)
        results = [(document, run_document(workspace, document)) for document in (*samples(), *sample_journeys())]
    if json_output:
        print_json([result.to_json() for _, result in results])
    else:
        for document, result in results:
            show_result(document, result)
        out.print(f"The workspace is in {where}. Try: jalon run lapsed-households -w {where}", markup=False)
    ok = all(result.ok for _, result in results)
    show = desktop_of(context).show
    if ok and show is not None and not headless and not json_output:
        raise typer.Exit(show(where))
    raise typer.Exit(0 if ok else 1)


cli_accounts.register(app)
cli_approvals.register(app)
cli_audit.register(app)
cli_bundles.register(app)
cli_campaigns.register(app)
cli_life.register(app)
app.add_typer(schedule)
app.add_typer(recurring)
app.add_typer(keys)
cli_data.register(app)
cli_audiences.register(app)
cli_dossier.register(app)
