"""The commands about documents as a whole: the list, their status, their copies, templates and versions."""

from datetime import UTC
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from pydantic import JsonValue
from rich.table import Table

from engine.cli_campaigns import Now, present_of
from engine.document.files import from_text
from engine.terminal import (
    AsOf,
    DocumentName,
    Folder,
    Json,
    counted,
    find_document,
    open_folder,
    out,
    print_json,
    show_progress,
    show_result,
)

Name = Annotated[str, typer.Argument(help="The id of a document.")]
template = typer.Typer(name="template", help="Templates: documents to begin others from.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("list")(list_)
    app.command("test")(run_test)
    for command in (confirm, stop, close, archive, delete, duplicate, tag, history, purge, report, versions):
        app.command()(command)
    app.command("draft")(draft)
    app.add_typer(template)


def list_(
    workspace: Folder = None,
    every: Annotated[bool, typer.Option("--all", help="Also what is stopped, completed or archived.")] = False,
    now: Now = None,
    json_output: Json = False,
) -> None:
    """List the documents: status, tags, last and next run."""
    from engine.runner.inventory import Inventory
    from engine.workspace.statuses import OVER

    with open_folder(workspace) as opened:
        lines = [one for one in Inventory(opened).lines(now=present_of(now, "UTC")) if every or one.status not in OVER]
    if json_output:
        found: list[JsonValue] = [
            {
                "document": one.id,
                "name": one.name,
                "kind": one.kind,
                "status": one.status.value,
                "version": one.version,
                "tags": [*one.tags],
                "channels": [*one.facts.channels],
                "changed": one.changed.replace(tzinfo=UTC).isoformat(),
                "last_run": None if one.last_run is None else one.last_run.status,
                "next_run": None if one.next_run is None else one.next_run.isoformat(),
            }
            for one in lines
        ]
        print_json(found)
        return
    table = Table("Document", "Name", "Status", "Tags", "Last run", "Next run")
    for one in lines:
        moment = "" if one.next_run is None else f"{one.next_run.astimezone(ZoneInfo(one.zone)):%Y-%m-%d %H:%M}"
        last = "" if one.last_run is None else one.last_run.status
        table.add_row(one.id, one.name, one.status.value, ", ".join(one.tags), last, moment)
    out.print(table)


def run_test(document: DocumentName, workspace: Folder = None, as_of: AsOf = None, json_output: Json = False) -> None:
    """Test-run a draft: everything but its effects, up to the first message of each path."""
    from engine.runner.clock import read_instant
    from engine.runner.life import start_testing

    with open_folder(workspace) as opened:
        subject = find_document(opened, document)
        with show_progress(subject, quiet=json_output) as emit:
            instant = None if as_of is None else read_instant(as_of)
            result = start_testing(opened, subject, as_of=instant, emit=emit).result()
    print_json(result.to_json()) if json_output else show_result(subject, result)
    raise typer.Exit(0 if result.ok else 1)


def confirm(document: Name, workspace: Folder = None, now: Now = None, json_output: Json = False) -> None:
    """Release the messages of a campaign that wait to be confirmed."""
    from engine.runner.life import confirm as confirm_messages

    with open_folder(workspace) as opened:
        subject = from_text(opened.documents.load(document))
        with show_progress(subject, quiet=json_output) as emit:
            result = confirm_messages(opened, document, now=present_of(now, subject.zone), emit=emit)
    print_json(result.to_json()) if json_output else show_result(subject, result)
    raise typer.Exit(0 if result.ok else 1)


def stop(document: Name, workspace: Folder = None, now: Now = None) -> None:
    """Stop what is scheduled or live, for good."""
    from engine.runner.life import stop as stop_document

    with open_folder(workspace) as opened:
        status = stop_document(opened, document, now=present_of(now, "UTC"))
    out.print(f"{document} is {status.value}.", markup=False)


def close(document: Name, workspace: Folder = None, now: Now = None) -> None:
    """Let the run of a recurring campaign come to its end, and begin no other."""
    from engine.runner.life import close as close_document

    with open_folder(workspace) as opened:
        close_document(opened, document, now=present_of(now, "UTC"))
    out.print(f"{document} is closed.", markup=False)


def draft(document: Name, workspace: Folder = None, now: Now = None) -> None:
    """Take a publication back, so that the document can be edited."""
    from engine.runner.life import back_to_draft

    with open_folder(workspace) as opened:
        back_to_draft(opened, document, now=present_of(now, "UTC"))
    out.print(f"{document} is a draft again.", markup=False)


def archive(document: Name, workspace: Folder = None, now: Now = None) -> None:
    """Take a document out of sight; it is erased after 30 days."""
    from engine.runner.life import archive as archive_document

    with open_folder(workspace) as opened:
        archive_document(opened, document, now=present_of(now, "UTC"))
    out.print(f"{document} is archived.", markup=False)


def delete(document: Name, workspace: Folder = None) -> None:
    """Remove a draft with its versions, for good."""
    from engine.runner.life import delete as delete_document

    with open_folder(workspace) as opened:
        delete_document(opened, document)
    out.print(f"{document} is deleted.", markup=False)


def duplicate(
    document: Name,
    name: Annotated[str, typer.Argument(help="What the copy is called.")],
    workspace: Folder = None,
) -> None:
    """Make a new draft with everything but the runs."""
    from engine.runner.life import duplicate as duplicate_document

    with open_folder(workspace) as opened:
        copy = duplicate_document(opened, document, name)
    out.print(copy.id, markup=False)


def tag(
    document: Name,
    tags: Annotated[list[str] | None, typer.Argument(help="All its tags; none takes them away.")] = None,
    workspace: Folder = None,
) -> None:
    """Give a document the words by which it is found."""
    with open_folder(workspace) as opened:
        opened.documents.get(document)
        opened.documents.set_tags(document, tags or ())
        found = opened.documents.get(document).tags
    out.print(", ".join(found) or "No tags.", markup=False)


def history(
    run: Annotated[str, typer.Argument(help="A run's id, as `jalon runs` lists it.")],
    workspace: Folder = None,
    json_output: Json = False,
) -> None:
    """Show the log and the tasks of a run."""
    with open_folder(workspace) as opened:
        opened.runs.get(run)
        lines, tasks = opened.runs.log_of(run), opened.runs.tasks(run)
    if json_output:
        print_json(
            {
                "log": [
                    {"time": one.time.isoformat(), "level": one.level, "node": one.node, "text": one.text}
                    for one in lines
                ],
                "tasks": [
                    {
                        "node": one.node,
                        "state": one.state,
                        "started": one.started.isoformat(),
                        "ended": one.ended.isoformat(),
                        "in": one.entered,
                        "out": one.left,
                        "variables": dict(one.variables),
                    }
                    for one in tasks
                ],
            }
        )
        return
    for one in lines:
        out.print(f"{one.time:%Y-%m-%d %H:%M:%S}  {one.level:<8}{one.text}", markup=False)


def purge(document: Name, workspace: Folder = None) -> None:
    """Remove the runs of a document that are over, with their logs and tasks."""
    from engine.runner.life import purge_history

    with open_folder(workspace) as opened:
        gone = purge_history(opened, document)
    out.print(f"{counted(gone, 'run')} removed.", markup=False)


def report(
    document: Name,
    day: Annotated[bool, typer.Option("--last-day", help="Only the runs of the last 24 hours.")] = False,
    now: Now = None,
    workspace: Folder = None,
) -> None:
    """Print, as CSV, what the runs of a campaign came to: activities with their messages, then runs."""
    from engine.runner.reports import as_csv, last_day, report_on

    with open_folder(workspace) as opened:
        opened.documents.get(document)
        since = last_day(present_of(now, "UTC")) if day else None
        text = as_csv(report_on(opened, document, since=since))
    out.print(text, end="", markup=False, soft_wrap=True)


def versions(
    document: Name,
    name: Annotated[list[str] | None, typer.Option(help="Name a version, as NUMBER=NAME.")] = None,
    workspace: Folder = None,
    json_output: Json = False,
) -> None:
    """List the versions of a document, and name them."""
    with open_folder(workspace) as opened:
        for written in name or ():
            number, equals, text = written.partition("=")
            if not equals or not number.isdecimal():
                raise typer.BadParameter("write it as NUMBER=NAME", param_hint="--name")
            opened.documents.name_version(document, int(number), text)
        found = opened.documents.versions(document)
    if json_output:
        print_json([{"number": one.number, "name": one.name, "created": one.created.isoformat()} for one in found])
        return
    for version in found:
        out.print(f"{version.number:>4}  {version.created:%Y-%m-%d %H:%M}  {version.name}", markup=False)


@template.command("list")
def list_templates(workspace: Folder = None, json_output: Json = False) -> None:
    """List the templates."""
    with open_folder(workspace) as opened:
        found = opened.templates.list()
    if json_output:
        print_json([{"template": one.id, "name": one.name, "description": one.description} for one in found])
        return
    for one in found:
        out.print(f"{one.id}  {one.name}", markup=False)


@template.command("save")
def save_template(
    document: DocumentName,
    name: Annotated[str, typer.Argument(help="What the template is called.")],
    workspace: Folder = None,
) -> None:
    """Keep a document as a template."""
    from engine.runner.life import save_template as save

    with open_folder(workspace) as opened:
        made = save(opened, find_document(opened, document), name)
    out.print(made, markup=False)


@template.command("use")
def use_template(
    template_id: Annotated[str, typer.Argument(metavar="TEMPLATE", help="The id of a template.")],
    name: Annotated[str, typer.Argument(help="What the new draft is called.")],
    workspace: Folder = None,
) -> None:
    """Make a new draft from a template."""
    from engine.runner.life import from_template

    with open_folder(workspace) as opened:
        made = from_template(opened, template_id, name)
    out.print(made.id, markup=False)


@template.command("remove")
def remove_template(
    template_id: Annotated[str, typer.Argument(metavar="TEMPLATE", help="The id of a template.")],
    workspace: Folder = None,
) -> None:
    """Take a template away; what was made from it stays."""
    with open_folder(workspace) as opened:
        opened.templates.get(template_id)
        opened.templates.remove(template_id)
