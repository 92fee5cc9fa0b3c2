"""Real runs, and the signals between campaigns: what the window, the command line and scripts call.

A signal is noted before it is delivered, so that a crash in between loses none; see `engine.runner.execution` for how
a run keeps its promises.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

from engine.database import Cursor
from engine.document.files import from_text
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.runner.execution import Start, begin, resume
from engine.runner.expiring import expire_audiences
from engine.runner.lineage import audiences_named
from engine.runner.receivers import FOREVER, OVER, listening, moments, nodes_in, require_receiver
from engine.runner.results import RunResult, State
from engine.runner.run import Emit
from engine.texts import declared, quoted, say
from engine.workspace import Workspace
from engine.workspace.audience_terms import BEFORE_RUN
from engine.workspace.audiences import AudienceStatus, SavedAudience
from engine.workspace.runs import FAILED, INTERRUPTED, PAUSED, WAITING
from engine.workspace.signals import SignalEntry
from engine.workspace.store import utc_now

_CAN_GO_ON = frozenset({WAITING, PAUSED, INTERRUPTED, FAILED})


def start_real_run(
    workspace: Workspace,
    document: Document,
    *,
    as_of: datetime | None = None,
    variables: Mapping[str, str] | None = None,
    emit: Emit = lambda _event: None,
    planned: datetime | None = None,
    asks: bool = False,
) -> RunResult:
    """Run a document for real, and then the campaigns that it signals. Errors: not-publishable, Cancelled.

    `planned` (UTC) is the launch that this run is; with `asks`, messages wait to be confirmed.
    """
    result = _begun(workspace, document, Start(as_of, variables or {}, planned=planned, asks=asks), emit)
    deliver_signals(workspace)
    return result


def _begun(
    workspace: Workspace, document: Document, start: Start, emit: Emit = lambda _event: None,
    under: frozenset[str] = frozenset(),
) -> RunResult:  # fmt: skip
    """A new run, after the audiences that it reads and that are to be evaluated first.

    `under` are the documents whose runs wait for this one: an audience that reads itself is evaluated once.
    """
    expire_audiences(workspace, utc_now())
    named, waiting = audiences_named(document), under | {document.id}
    writers = {
        one.document: one
        for one in workspace.audiences.usable()
        if one.evaluated == BEFORE_RUN and one.status is not AudienceStatus.INACTIVE
        and {one.id, one.label} & named and one.document not in waiting and workspace.documents.has(one.document)
    }  # fmt: skip
    for name, audience in writers.items():
        first = _begun(workspace, from_text(workspace.documents.load(name)), Start(), under=waiting)
        if not first.ok:
            raise EngineError(_not_evaluated(audience, first))
    return _done(workspace, document.id, partial(begin, workspace, document, start, emit))


def _not_evaluated(audience: SavedAudience, result: RunResult) -> Problem:
    return Problem(
        code="audience-not-evaluated",
        what=say("{audience} could not be evaluated, so what reads it was not run.", audience=quoted(audience.label)),
        why=next((one.what for one in result.problems if one.is_error), ""),
        fix="Look at the runs of the campaign that saves it.",
        values={"audience": audience.label},
    )


def continue_run(
    workspace: Workspace,
    run: str,
    *,
    now: datetime | None = None,
    emit: Emit = lambda _event: None,
    confirm: bool = False,
) -> RunResult:
    """Go on with a run that waits, was paused or cut off, or failed and can be tried again; nothing is done twice.

    With `confirm` it also passes the messages that wait for that. `now` is wall time in the document's zone.

    Errors: unknown-run, not-waiting, Cancelled.
    """
    entry = workspace.runs.get(run)
    if entry.status not in _CAN_GO_ON:
        raise EngineError(
            Problem(
                code="not-waiting",
                what=say("This run does not wait; it is {status}.", status=declared(entry.status)),
                fix="Start a new run.",
            )
        )
    result = _done(workspace, entry.document, partial(resume, workspace, entry, now, emit, confirm=confirm))
    deliver_signals(workspace)
    return result


def _done(workspace: Workspace, document: str, work: Callable[[Cursor], RunResult]) -> RunResult:
    """The result of a run, waited for; meanwhile it can be stopped."""
    job = workspace.database.writer.submit(work)
    workspace.wishes.watch(document, job)
    return job.result()


def send_signal(
    workspace: Workspace,
    campaign: str,
    parameters: Mapping[str, str] | None = None,
    *,
    sender: str = "",
    now: datetime | None = None,
) -> RunResult:
    """Signal a published campaign and run it; `now` (UTC) is the moment of sending.

    Errors: receiver-not-published (V26), not-on-signal (V26), too-many-signals; and those of the run.
    """
    require_receiver(workspace, campaign)
    signal = workspace.signals.send(campaign, parameters or {}, sender=sender, now=now or utc_now())
    sent = next(one for one in workspace.signals.pending() if one.id == signal)
    result = _delivered(workspace, sent)
    deliver_signals(workspace)
    return result


def deliver_signals(workspace: Workspace) -> None:
    """Run the campaigns of all signals that were sent and not yet delivered, and of those that they send in turn."""
    while pending := workspace.signals.pending():
        for signal in pending:
            with suppress(EngineError):
                _delivered(workspace, signal)


def _delivered(workspace: Workspace, signal: SignalEntry) -> RunResult:
    """What a signal set going; one that cannot be delivered is noted as refused. Errors: why it cannot."""
    try:
        return _deliver(workspace, signal)
    except EngineError as error:
        workspace.signals.refuse(signal.id, error.problem.text)
        raise


def _deliver(workspace: Workspace, signal: SignalEntry) -> RunResult:
    document = require_receiver(workspace, signal.document)
    waiting = listening(workspace, signal.document)
    if waiting is None:
        start = Start(variables=signal.parameters, signal=signal.id)
        return _begun(workspace, document, start)
    due = {node: OVER if moment == FOREVER else moment for node, moment in moments(waiting).items()}
    state: dict[str, Any] = {**waiting.state, "due": due}
    known = state.get("variables", {})
    # What the run has passed keeps the values that it saw; what follows sees those of the signal.
    state["earlier"] = [*state.get("earlier", ()), {"nodes": nodes_in(waiting, State.DONE), "variables": known}]
    state["variables"] = {**known, **signal.parameters}
    with workspace.together():
        workspace.signals.delivered(signal.id, waiting.id)
        workspace.runs.progress(waiting.id, state)
    entry = workspace.runs.get(waiting.id)
    return _done(workspace, entry.document, partial(resume, workspace, entry, None, lambda _event: None))
