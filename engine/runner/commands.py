"""What may be done with a document in which status, as one table; what is refused says why and what to do instead.

It only decides. `engine.runner.life` does it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.document.files import from_text
from engine.document.model import Kind
from engine.problems import EngineError, Problem
from engine.runner.receivers import nodes_in
from engine.runner.results import Mode, State
from engine.runner.service import schedule_of
from engine.schedules import AsSoonAsPossible, Once
from engine.texts import declared, say, with_values
from engine.workspace import Workspace
from engine.workspace.launches import Outcome
from engine.workspace.runs import ABORTED, FAILED, FINISHED, INTERRUPTED, PAUSED, RUNNING, WAITING, RunEntry
from engine.workspace.statuses import OVER, PUBLISHED, Status


class Command(StrEnum):
    """What can be done with a document as a whole."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    RESTART = "restart"
    PUBLISH = "publish"
    APPROVE = "approve"
    REQUEST_CHANGES = "request-changes"
    WITHDRAW = "withdraw"
    CONFIRM = "confirm"
    CLOSE = "close"
    BACK_TO_DRAFT = "back-to-draft"
    DUPLICATE = "duplicate"
    ARCHIVE = "archive"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Standing:
    """All that decides what may be done with a document.

    `run` and `test` are how its latest real and test run stand, empty without one. `held` says that the real run came
    to a pause point, `pending` that messages wait to be confirmed, `executed` that a launch or a signal began a run
    since the publication, `completed` that one of these came to its end. `journey` says that it is one: it is
    rehearsed instead of test-run, those inside stop where they are when it is stopped, and nothing leads back to draft.
    """

    status: Status
    recurring: bool = False
    run: str = ""
    test: str = ""
    held: bool = False
    pending: bool = False
    executed: bool = False
    completed: bool = False
    journey: bool = False


def standing_of(workspace: Workspace, document: str) -> Standing:
    """How a document stands now. Errors: unknown-document."""
    entry = workspace.documents.get(document)
    runs = {mode: _latest(workspace, document, mode) for mode in (Mode.REAL, Mode.TEST)}
    real, test = runs[Mode.REAL], runs[Mode.TEST]
    begun = {one.run for one in workspace.launches.list(document) if one.outcome is not Outcome.WATCHED and one.run}
    begun |= {one.run for one in workspace.signals.list(document) if one.run}
    ended = {one.id for one in workspace.runs.summaries(document) if one.status == FINISHED}
    return Standing(
        status=Status(entry.status),
        recurring=recurs(workspace, document),
        run="" if real is None else real.status,
        test="" if test is None else test.status,
        held=real is not None and real.status == WAITING and bool(nodes_in(real, State.PAUSED)),
        pending=real is not None and bool(nodes_in(real, State.PENDING)),
        executed=bool(begun),
        completed=bool(begun & ended),
        journey=entry.kind == Kind.JOURNEY.value,
    )


def recurs(workspace: Workspace, document: str) -> bool:
    """Whether a campaign may run more than once: by its schedule, or by signals."""
    try:
        schedule = schedule_of(from_text(workspace.documents.load(document)))
    except EngineError:
        return False
    return not isinstance(schedule, AsSoonAsPossible | Once)


def refusal(command: Command, standing: Standing) -> Problem | None:
    """Why a command is refused; None when it may be given."""
    reason = _GUARDS[command](standing)
    if not reason:
        return None
    what, fix = REASONS[reason]
    return Problem(
        code=reason,
        what=with_values(what, status=declared(standing.status)),
        fix=fix,
        values={"command": command.value, "status": standing.status.value},
    )


def require(workspace: Workspace, document: str, command: Command) -> Standing:
    """How a document stands, when a command may be given. Errors: unknown-document, and the codes of REASONS."""
    found = standing_of(workspace, document)
    problem = refusal(command, found)
    if problem is not None:
        raise refused(workspace, document, command, problem)
    return found


def refused(workspace: Workspace, document: str, command: Command, problem: Problem) -> EngineError:
    """The error that a command is refused, which is noted in the audit."""
    name = next((one.name for one in workspace.documents.list() if one.id == document), "")
    workspace.audit.denied("document", document, name, command.value, problem.code)
    return EngineError(problem)


def _latest(workspace: Workspace, document: str, mode: Mode) -> RunEntry | None:
    found = next((one for one in workspace.runs.summaries(document) if one.mode == mode.value), None)
    return None if found is None else workspace.runs.get(found.id)


def _start(one: Standing) -> str:
    if one.journey:
        return "journey-rehearsed"
    if one.status is not Status.DRAFT:
        return "test-needs-draft"
    return "test-under-way" if one.test in {RUNNING, PAUSED} else ""


def _pause(one: Standing) -> str:
    return "" if RUNNING in {one.run, one.test} else "nothing-runs"


def _resume(one: Standing) -> str:
    if one.status is Status.DRAFT and one.test == PAUSED:
        return ""
    if one.status in {*PUBLISHED, Status.CLOSED} and (one.run in {PAUSED, FAILED, INTERRUPTED} or one.held):
        return ""
    return "nothing-paused"


def _stop(one: Standing) -> str:
    if one.journey and one.status is Status.CLOSED:
        return ""
    if one.status in PUBLISHED or (one.status is Status.DRAFT and one.test in {RUNNING, PAUSED}):
        return ""
    return "nothing-to-stop"


def _restart(one: Standing) -> str:
    if one.journey:
        return "journey-rehearsed"
    if one.status is not Status.DRAFT:
        return "test-needs-draft"
    return "" if one.test else "never-tested"


def _publish(one: Standing) -> str:
    if one.status is not Status.DRAFT:
        return "published-already"
    return "test-under-way" if one.test == RUNNING else ""


def _decide(one: Standing) -> str:
    return "" if one.status is Status.IN_REVIEW else "not-in-review"


def _confirm(one: Standing) -> str:
    return "" if one.status is Status.LIVE and one.pending else "nothing-to-confirm"


def _close(one: Standing) -> str:
    if one.status is not Status.LIVE:
        return "close-needs-live"
    return "" if one.recurring or one.journey else "close-needs-recurring"


def _back_to_draft(one: Standing) -> str:
    if one.journey:
        return "journey-stays-published"
    if one.status is Status.SCHEDULED:
        return "ran-already" if one.executed else ""
    if one.status is not Status.LIVE:
        return "back-needs-published"
    if one.completed:
        return "ran-already"
    return "" if one.run in {FAILED, ABORTED} else "back-needs-failure"


def _duplicate(_one: Standing) -> str:
    return ""


def _archive(one: Standing) -> str:
    if one.status is Status.DRAFT:
        return "archive-draft"
    return "archived-already" if one.status is Status.ARCHIVED else ""


def _delete(one: Standing) -> str:
    if one.journey:
        return "" if one.status in {Status.DRAFT, *OVER} else "delete-needs-end"
    return "" if one.status is Status.DRAFT else "delete-needs-draft"


_GUARDS: Mapping[Command, Callable[[Standing], str]] = {
    Command.START: _start,
    Command.PAUSE: _pause,
    Command.RESUME: _resume,
    Command.STOP: _stop,
    Command.RESTART: _restart,
    Command.PUBLISH: _publish,
    Command.APPROVE: _decide,
    Command.REQUEST_CHANGES: _decide,
    Command.WITHDRAW: _decide,
    Command.CONFIRM: _confirm,
    Command.CLOSE: _close,
    Command.BACK_TO_DRAFT: _back_to_draft,
    Command.DUPLICATE: _duplicate,
    Command.ARCHIVE: _archive,
    Command.DELETE: _delete,
}

REASONS: Mapping[str, tuple[str, str]] = {
    "test-needs-draft": (
        say("Only a draft is test-run; this one is {status}."),
        say("Duplicate it and test the copy."),
    ),
    "test-under-way": (say("A test run is under way."), say("Stop it, or restart it.")),
    "nothing-runs": (say("Nothing runs, so nothing can be paused."), ""),
    "nothing-paused": (say("No run is paused, so none can be resumed."), ""),
    "nothing-to-stop": (
        say("There is nothing to stop: it is {status} and no test runs."),
        say("Only test runs, and what is scheduled or live, can be stopped."),
    ),
    "never-tested": (say("It was never test-run, so it cannot be restarted."), say("Start a test run.")),
    "published-already": (
        say("Only a draft can be published; this one is {status}."),
        say("Duplicate it, or bring it back."),
    ),
    "nothing-to-confirm": (say("No message waits to be confirmed."), ""),
    "close-needs-live": (say("Only what is live can be closed; this one is {status}."), say("Stop it instead.")),
    "close-needs-recurring": (say("It runs only once, so there is nothing to close."), say("Stop it instead.")),
    "ran-already": (
        say("It has run already, so it cannot become a draft again."),
        say("Duplicate it and change the copy."),
    ),
    "not-in-review": (say("No publication waits for an approval here."), ""),
    "back-needs-published": (
        say("Only what is scheduled or live can become a draft again; this one is {status}."),
        say("Duplicate it and change the copy."),
    ),
    "back-needs-failure": (
        say("It is live, and its run did not fail, so it cannot become a draft again."),
        say("Stop it and duplicate it."),
    ),
    "archive-draft": (say("A draft is not archived."), say("Delete it, or publish it first.")),
    "archived-already": (say("It is archived already."), ""),
    "journey-rehearsed": (
        say("A journey is rehearsed as it is designed; it is not test-run."),
        say("Look at its counts."),
    ),
    "journey-stays-published": (
        say("Nothing leads a journey back to draft."),
        say("Duplicate it and change the copy."),
    ),
    "delete-needs-end": (say("A journey is not deleted while it is {status}."), say("Abort it first.")),
    "delete-needs-draft": (say("Only a draft can be deleted; this one is {status}."), say("Archive it instead.")),
}
"""Code to what is said and what to do instead."""
