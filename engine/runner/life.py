"""The life of a document: every command on it as a whole, each refused where `engine.runner.commands` says so.

The present is always given, with its zone. What is published runs through `engine.runner.publishing`.
"""

import re
import unicodedata
from collections.abc import Collection
from datetime import date, datetime
from zoneinfo import ZoneInfo

from engine.document.files import from_text, to_text
from engine.document.model import Document, Kind
from engine.journey.copying import Extent, as_template, copied
from engine.lanes import Job
from engine.problems import EngineError, Problem
from engine.runner.commands import Command, Standing, require
from engine.runner.journal import ACTION
from engine.runner.publishing import settle
from engine.runner.real import continue_run
from engine.runner.results import Mode, RunResult
from engine.runner.run import Emit
from engine.runner.testing import resume_test, start_test
from engine.texts import say
from engine.workspace import Workspace
from engine.workspace.runs import FAILED, INTERRUPTED, PAUSED, RUNNING, UNDER_WAY, UNFINISHED, RunSummary
from engine.workspace.statuses import OVER, Status
from engine.workspace.store import as_utc


def start_testing(
    workspace: Workspace, document: Document, *, as_of: datetime | None = None, emit: Emit = lambda _event: None
) -> Job[RunResult]:
    """Start a test run of a draft, saved or not. Errors: test-needs-draft, test-under-way."""
    if workspace.documents.has(document.id):
        require(workspace, document.id, Command.START)
    return start_test(workspace, document, as_of=as_of, emit=emit)


def restart(
    workspace: Workspace, document: Document, *, as_of: datetime | None = None, emit: Emit = lambda _event: None
) -> Job[RunResult]:
    """Reset the test run of a draft and start it again. Errors: test-needs-draft, never-tested."""
    require(workspace, document.id, Command.RESTART)
    _end_runs(workspace, document.id, Mode.TEST, "The test run was restarted.")
    return start_test(workspace, document, as_of=as_of, emit=emit)


def pause(workspace: Workspace, document: str) -> None:
    """Begin no further activity of the run that is under way. Errors: nothing-runs."""
    require(workspace, document, Command.PAUSE)
    workspace.wishes.pause(document)
    for run in _under_way(workspace, document):
        workspace.runs.log(run.id, say("A pause was asked for."), level=ACTION)


def resume(workspace: Workspace, document: str, *, now: datetime, emit: Emit = lambda _event: None) -> RunResult:
    """Go on with the run that is paused, or failed and was mended. Errors: nothing-paused, and those of the run."""
    standing = require(workspace, document, Command.RESUME)
    workspace.wishes.forget(document)
    mode = Mode.TEST if standing.status is Status.DRAFT else Mode.REAL
    run = next(one for one in workspace.runs.summaries(document) if one.mode == mode.value)
    workspace.runs.log(run.id, say("The run is resumed."), level=ACTION)
    if mode is Mode.TEST:
        return resume_test(workspace, run.id, emit=emit).result()
    result = continue_run(workspace, run.id, now=_wall(workspace, run.id, now), emit=emit)
    settle(workspace, document, now)
    return result


def confirm(workspace: Workspace, document: str, *, now: datetime, emit: Emit = lambda _event: None) -> RunResult:
    """Release the messages that wait to be confirmed. Errors: nothing-to-confirm, and those of the run."""
    require(workspace, document, Command.CONFIRM)
    run = next(one for one in workspace.runs.summaries(document) if one.mode == Mode.REAL.value)
    workspace.runs.log(run.id, say("The messages are confirmed."), level=ACTION)
    result = continue_run(workspace, run.id, now=_wall(workspace, run.id, now), emit=emit, confirm=True)
    settle(workspace, document, now)
    return result


def stop(workspace: Workspace, document: str, *, now: datetime) -> Status:
    """End the test run of a draft, or stop for good what is published; the new status. Errors: nothing-to-stop."""
    standing = require(workspace, document, Command.STOP)
    if standing.status is Status.DRAFT:
        _end_runs(workspace, document, Mode.TEST, "The test run was stopped.")
        return Status.DRAFT
    _take_all_out(workspace, document, standing, now)
    with workspace.together():
        _end_runs(workspace, document, Mode.REAL, "The campaign was stopped.")
        workspace.documents.set_status(document, Status.STOPPED, as_utc(now))
    return Status.STOPPED


def close(workspace: Workspace, document: str, *, now: datetime) -> None:
    """Let the run that is under way come to its end, and begin no other. Errors: close-needs-…"""
    require(workspace, document, Command.CLOSE)
    workspace.documents.set_status(document, Status.CLOSED, as_utc(now))


def back_to_draft(workspace: Workspace, document: str, *, now: datetime) -> None:
    """Take a publication back, so that the document can be edited. Errors: ran-already, back-needs-…"""
    require(workspace, document, Command.BACK_TO_DRAFT)
    with workspace.together():
        _end_runs(workspace, document, Mode.REAL, "The campaign became a draft again.")
        workspace.documents.set_status(document, Status.DRAFT, as_utc(now))


def archive(workspace: Workspace, document: str, *, now: datetime) -> None:
    """Take a document out of sight; what runs of it is stopped. Errors: archive-draft, archived-already."""
    standing = require(workspace, document, Command.ARCHIVE)
    _take_all_out(workspace, document, standing, now)
    with workspace.together():
        _end_runs(workspace, document, Mode.REAL, "The campaign was archived.")
        workspace.documents.set_status(document, Status.ARCHIVED, as_utc(now))


def delete(workspace: Workspace, document: str) -> None:
    """Remove a draft for good, saved or not, with its test runs. Errors: delete-needs-draft."""
    if workspace.documents.has(document):
        require(workspace, document, Command.DELETE)
    erase(workspace, document)


def erase(workspace: Workspace, document: str) -> None:
    """Remove a document with its versions, its draft, its runs and launches, and what a journey's log told of it."""
    workspace.wishes.stop(document)
    if workspace.documents.has(document) and workspace.documents.get(document).kind == Kind.JOURNEY.value:
        from engine.runner.live_journeys import forget_log

        forget_log(workspace, document)
    runs = [run.id for run in workspace.runs.summaries(document)]
    for run in runs:
        workspace.run_populations.forget_run(run)
    with workspace.together():
        workspace.runs.erase(runs)
        workspace.launches.erase(document)
        workspace.drafts.forget(document)
        workspace.approvals.erase(document)
        workspace.documents.erase(document)


def purge_history(workspace: Workspace, document: str) -> int:
    """Remove the runs of a document that are over, with their logs and tasks; how many."""
    over = [run.id for run in workspace.runs.summaries(document) if run.status not in UNFINISHED]
    for run in over:
        workspace.run_populations.forget_run(run)
    workspace.runs.erase(over)
    return len(over)


def change_end_date(workspace: Workspace, document: str, end: date, *, now: datetime) -> None:
    """Let a published journey end on another day; nothing else of it ever changes.

    Errors: end-date-of-draft, end-date-over, wrong-end-date, wrong-journey.
    """
    from engine.runner.journeys import journey_ending

    status = _status(workspace, document)
    if status in {Status.DRAFT, Status.PUBLISHING} or status in OVER:
        over = status in OVER
        raise EngineError(
            Problem(
                code="end-date-over" if over else "end-date-of-draft",
                what="The journey is over, so its end cannot be moved." if over else "The journey is not published.",
                fix="Duplicate it." if over else "Set the end date among its settings.",
            )
        )
    found = from_text(workspace.documents.load(document))
    content = to_text(journey_ending(found, end, as_utc(now)))
    with workspace.together():
        workspace.documents.set_status(document, Status.DRAFT, as_utc(now))
        workspace.documents.save(document, content, name=found.name or found.id, kind=found.kind.value)
        workspace.documents.set_status(document, status, as_utc(now))


def duplicate(
    workspace: Workspace, document: str, name: str, extent: Extent = Extent.ALL, description: str | None = None
) -> Document:
    """A new draft with everything but the runs; of a draft that is being edited, as it is now.

    Of a journey, `extent` says how much. Errors: name-missing.
    """
    source = copied(current(workspace, document), extent)
    copy = _renamed(workspace, source, name)
    if description is not None:
        copy = copy.model_copy(update={"description": description})
    workspace.documents.save(copy.id, to_text(copy), name=copy.name, kind=copy.kind.value)
    if workspace.documents.has(document):
        workspace.documents.set_tags(copy.id, workspace.documents.get(document).tags)
    return copy


def save_template(
    workspace: Workspace, document: Document, name: str, description: str = "", extent: Extent = Extent.ALL
) -> str:
    """Keep a document as a template; its id. A journey is kept without its audience. Errors: name-missing."""
    _require_name(name)
    if document.kind is Kind.JOURNEY:
        document = as_template(copied(document, extent))
    content = to_text(document.model_copy(update={"name": name.strip()}))
    return workspace.templates.add(name.strip(), content, kind=document.kind.value, description=description)


def from_template(workspace: Workspace, template: str, name: str) -> Document:
    """A new draft with the activities and settings of a template. Errors: unknown-template, name-missing."""
    return begun_from(workspace, from_text(workspace.templates.get(template).content), name)


def begun_from(workspace: Workspace, document: Document, name: str) -> Document:
    """A new draft with the activities and settings of a document that is not in the workspace. Errors: name-missing."""
    made = _renamed(workspace, document, name)
    workspace.documents.save(made.id, to_text(made), name=made.name, kind=made.kind.value)
    return made


def current(workspace: Workspace, document: str) -> Document:
    """A document as it is now: as it is being edited, else as it was saved last. Errors: unknown-document."""
    draft = workspace.drafts.load(document)
    if draft is not None and (not workspace.documents.has(document) or _status(workspace, document) is Status.DRAFT):
        return from_text(draft.content)
    return from_text(workspace.documents.load(document))


def unsaved(workspace: Workspace, document: str) -> Standing:
    """How a document stands that was never saved: it may have been test-run."""
    test = next((one.status for one in workspace.runs.summaries(document)), "")
    return Standing(Status.DRAFT, test=test)


def free_id(name: str, taken: Collection[str]) -> str:
    """An id that reads like a name and that nobody has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "campaign"
    number, found = 2, stem
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    return found


def _renamed(workspace: Workspace, document: Document, name: str) -> Document:
    _require_name(name)
    taken = {one.id for one in workspace.documents.list()} | workspace.drafts.names()
    return document.model_copy(update={"id": free_id(name, taken), "name": name.strip()})


def _require_name(name: str) -> None:
    if not name.strip():
        raise EngineError(Problem(code="name-missing", what="A name is missing.", fix="Write one.", field="name"))


def _status(workspace: Workspace, document: str) -> Status:
    return Status(workspace.documents.get(document).status)


def _under_way(workspace: Workspace, document: str) -> list[RunSummary]:
    return [run for run in workspace.runs.summaries(document) if run.status in UNDER_WAY]


def _take_all_out(workspace: Workspace, document: str, standing: Standing, now: datetime) -> None:
    """Whoever is inside a journey leaves it now."""
    if standing.journey:
        from engine.runner.live_journeys import abort_journey

        abort_journey(workspace, document, now)


def _end_runs(workspace: Workspace, document: str, mode: Mode, why: str) -> None:
    """Runs that go on or could be continued are over, also one that is being done just now."""
    workspace.wishes.forget(document)
    open_ = {*UNDER_WAY, FAILED, INTERRUPTED} if mode is Mode.REAL else {RUNNING, PAUSED}
    for run in workspace.runs.summaries(document):
        if run.mode == mode.value and run.status in open_:
            workspace.runs.log(run.id, why, level=ACTION)
            if run.status != RUNNING or not workspace.wishes.stop(document):
                workspace.runs.give_up(run.id)


def _wall(workspace: Workspace, run: str, now: datetime) -> datetime:
    zone = ZoneInfo(from_text(workspace.runs.get(run).content).zone)
    return now.astimezone(zone).replace(tzinfo=None)
