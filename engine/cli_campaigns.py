"""The commands about campaigns that live: publish, run what is due, signal, look at runs and go on with one."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from pydantic import JsonValue
from rich.table import Table

from engine.document.files import from_text
from engine.runner.results import problem_to_json
from engine.terminal import (
    DocumentName,
    Folder,
    Json,
    find_document,
    open_folder,
    out,
    print_json,
    show_problem,
    show_progress,
    show_result,
)

if TYPE_CHECKING:
    from engine.runner.publishing import Occurrence

Now = Annotated[str | None, typer.Option("--now", help="Another present than the clock's, such as 2025-10-01T09:00.")]
RunName = Annotated[str, typer.Argument(help="A run's id, as `jalon runs` lists it.")]


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command()(publish)
    app.command()(due)
    app.command()(signal)
    app.command()(runs)
    app.command("continue")(continue_)
    app.command()(forget)


def publish(
    document: DocumentName,
    workspace: Folder = None,
    person: Annotated[str, typer.Option("--as", help="Who you are; the account's name without it.")] = "",
    comment: Annotated[str, typer.Option("--comment", "-m", help="A remark for those who must agree.")] = "",
    now: Now = None,
    json_output: Json = False,
) -> None:
    """Publish a campaign: from now on it runs as its schedule says, whenever `jalon due` is called.

    Where a policy says that others must agree, they are asked.
    """
    from engine.runner.approvals import request_approval
    from engine.runner.policies import met_policies
    from engine.runner.publication import publication_problems
    from engine.runner.publishing import publish as publish_document
    from engine.runner.service import schedule_of
    from engine.schedule_sentences import schedule_sentence
    from engine.schedules import preview

    with open_folder(workspace) as opened:
        subject = find_document(opened, document)
        present = present_of(now, subject.zone)
        opened.documents.person = person.strip() or opened.documents.person
        warnings = [one for one in publication_problems(opened, subject, present) if not one.is_error]
        if met_policies(opened, subject, opened.documents.person):
            request_approval(opened, subject, now=present, comment=comment)
        else:
            publish_document(opened, subject, now=present)
        status = opened.documents.get(subject.id).status
        schedule = schedule_of(subject)
        launches = preview(schedule, ZoneInfo(subject.zone), present)
    sentence = schedule_sentence(schedule)
    if json_output:
        print_json(
            {
                "document": subject.id,
                "status": status,
                "schedule": sentence,
                "launches": [launch.isoformat() for launch in launches],
                "problems": [problem_to_json(one) for one in warnings],
            }
        )
        return
    for one in warnings:
        show_problem(one)
    out.print(f"{subject.name or subject.id} is {status}. {sentence}.", markup=False)
    for launch in launches:
        out.print(f"  {launch:%Y-%m-%d %H:%M}", markup=False)


def due(
    workspace: Folder = None,
    now: Now = None,
    missed: Annotated[str, typer.Option(help="A single launch that was missed: ask, run or skip.")] = "ask",
    json_output: Json = False,
) -> None:
    """Run what is due: launches of published campaigns, waits that are over, signals not delivered yet."""
    from engine.runner.publishing import Late, run_due
    from engine.workspace.launches import Outcome

    if missed not in list(Late):
        raise typer.BadParameter(f"choose one of {', '.join(Late)}", param_hint="--missed")
    with open_folder(workspace) as opened:
        done = run_due(opened, now=present_of(now, "UTC"), late=Late(missed))
    if json_output:
        found: list[JsonValue] = [occurrence_to_json(one) for one in done]
        print_json(found)
    else:
        for one in done:
            show_occurrence(one)
        if not done:
            out.print("Nothing is due.")
    raise typer.Exit(1 if any(one.outcome in {Outcome.FAILED, Outcome.ASKING} for one in done) else 0)


def signal(
    campaign: Annotated[str, typer.Argument(help="The id of a published campaign.")],
    values: Annotated[list[str] | None, typer.Argument(help="Parameters as NAME=VALUE.")] = None,
    workspace: Folder = None,
    json_output: Json = False,
) -> None:
    """Signal a published campaign, which then runs or goes on. At most once an hour."""
    from engine.runner.real import send_signal

    parameters: dict[str, str] = {}
    for written in values or ():
        name, equals, value = written.partition("=")
        if not equals or not name:
            raise typer.BadParameter("write parameters as NAME=VALUE", param_hint="VALUES")
        parameters[name] = value
    with open_folder(workspace) as opened:
        result = send_signal(opened, campaign, parameters, sender="command line")
        subject = from_text(opened.documents.load(campaign))
    print_json(result.to_json()) if json_output else show_result(subject, result)
    raise typer.Exit(0 if result.ok else 1)


def runs(
    document: Annotated[str | None, typer.Argument(help="Only the runs of this document.")] = None,
    workspace: Folder = None,
    json_output: Json = False,
) -> None:
    """List real runs, newest first: how each stands, and what happened last."""
    with open_folder(workspace) as opened:
        found = [(run, opened.runs.lines(run.id)) for run in opened.runs.list(document)]
    if json_output:
        print_json(
            [
                {
                    "run": run.id,
                    "document": run.document,
                    "mode": run.mode,
                    "status": run.status,
                    "as_of": run.as_of,
                    "log": [{"level": level, "node": node, "text": text} for level, node, text in lines],
                }
                for run, lines in found
            ]
        )
        return
    table = Table()
    table.add_column("Run", no_wrap=True)
    for title in ("Document", "Status", "At", "Last"):
        table.add_column(title)
    for run, lines in found:
        table.add_row(run.id, run.document, run.status, run.as_of, lines[-1][2] if lines else "")
    out.print(table)


def continue_(run: RunName, workspace: Folder = None, now: Now = None, json_output: Json = False) -> None:
    """Go on with a run that waits, was cut off or failed. Nothing that it did already is done twice."""
    from engine.runner.real import continue_run

    with open_folder(workspace) as opened:
        subject = from_text(opened.runs.get(run).content)
        wall = None if now is None else present_of(now, subject.zone).replace(tzinfo=None)
        with show_progress(subject, quiet=json_output) as emit:
            result = continue_run(opened, run, now=wall, emit=emit)
    print_json(result.to_json()) if json_output else show_result(subject, result)
    raise typer.Exit(0 if result.ok else 1)


def forget(
    document: Annotated[str, typer.Argument(help="The id of a campaign.")],
    node: Annotated[str, typer.Argument(help="An Incremental query of it.")],
    workspace: Folder = None,
) -> None:
    """Forget what an Incremental query returned before, so that its next run returns everything that matches."""
    from engine.catalog.paths import unknown
    from engine.problems import EngineError

    with open_folder(workspace) as opened:
        known = opened.runs.histories(document)
        if node not in known:
            raise EngineError(unknown("history", node, known, inside=document))
        opened.runs.set_history(document, node, None, None)


def occurrence_to_json(one: "Occurrence") -> JsonValue:
    """What was due and what became of it."""
    return {
        "document": one.document,
        "outcome": one.outcome.value,
        "planned": None if one.planned is None else one.planned.isoformat(),
        "run": one.run,
        "problems": [] if one.problem is None else [problem_to_json(one.problem)],
    }


def show_occurrence(one: "Occurrence") -> None:
    """The same for people, with what was wrong."""
    moment = "" if one.planned is None else f", planned for {one.planned:%Y-%m-%d %H:%M}"
    out.print(f"{one.document}: {one.outcome.value}{moment}", markup=False)
    problems = () if one.result is None else one.result.problems
    for problem in problems if one.problem is None else (one.problem, *problems):
        show_problem(problem)


def present_of(written: str | None, zone: str) -> datetime:
    """The present with its zone: that of the clock, or the one that was written, as wall time unless it says more."""
    from engine.runner.clock import read_instant

    if written is None:
        return datetime.now(ZoneInfo(zone))
    moment = read_instant(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))
