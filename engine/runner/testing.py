"""Test runs: all of a draft but its effects, up to the first message of each path, with a log like that of real runs.

A test run reads and fills the cache of design time, so that going on after a pause computes nothing twice. Signals are
not waited for: the test values of their parameters are used. Waits are over at once.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from pydantic import JsonValue

from engine.contract import Category
from engine.database import Cursor
from engine.document.files import from_text
from engine.document.files import to_text as document_text
from engine.document.model import Document, Kind
from engine.lanes import Job
from engine.problems import Cancelled
from engine.registry import all_activities
from engine.runner.execution import statements
from engine.runner.journal import ACTION, Journal
from engine.runner.receivers import nodes_in
from engine.runner.results import Mode, RunResult, State
from engine.runner.run import Emit, Progress, execute
from engine.runner.service import Recorded, plan_document, prepare_test
from engine.texts import say
from engine.workspace import Workspace
from engine.workspace.runs import FAILED, FINISHED, PAUSED, STOPPED


def start_test(
    workspace: Workspace,
    document: Document,
    *,
    as_of: datetime | None = None,
    emit: Emit = lambda _event: None,
) -> Job[RunResult]:
    """Begin a test run: a job that can be cancelled. `emit` is called on the writing thread.

    A journey is rehearsed as at design time.
    """
    if document.kind is Kind.JOURNEY:
        from engine.runner.journeys import start_journey

        return start_journey(workspace, document, as_of=as_of, emit=emit)
    job = workspace.database.writer.submit(partial(_begin, workspace, document, as_of, emit))
    workspace.wishes.watch(document.id, job)
    return job


def resume_test(workspace: Workspace, run: str, *, emit: Emit = lambda _event: None) -> Job[RunResult]:
    """Go on with a test run that is paused, past the points where it paused. Errors: unknown-run."""
    entry = workspace.runs.get(run)
    released = [*_released(entry.state), *nodes_in(entry, State.PAUSED)]
    document, as_of = from_text(entry.content), datetime.fromisoformat(entry.as_of)
    workspace.runs.resume(run)
    job = workspace.database.writer.submit(partial(_go, workspace, document, run, as_of, released, emit))
    workspace.wishes.watch(document.id, job)
    return job


def _released(state: Mapping[str, JsonValue]) -> list[str]:
    found = state.get("released")
    return [str(one) for one in found] if isinstance(found, list) else []


def _begin(workspace: Workspace, document: Document, as_of: datetime | None, emit: Emit, cursor: Cursor) -> RunResult:
    clock = prepare_test(workspace, document, as_of=as_of).checked.world.surroundings.clock
    run = workspace.runs.start(
        document.id, mode=Mode.TEST.value, as_of=clock.now.isoformat(), content=document_text(document), reads={}
    )
    workspace.runs.log(
        run,
        say("The test run begins, as of {now}, seed {seed}.", now=f"{clock.now:%Y-%m-%d %H:%M}", seed=document.seed),
    )
    return _go(workspace, document, run, clock.now, [], emit, cursor)


def _go(
    workspace: Workspace,
    document: Document,
    run: str,
    as_of: datetime,
    released: list[str],
    emit: Emit,
    cursor: Cursor,
) -> RunResult:
    workspace.runs.progress(run, {"released": [*released]})
    prepared = prepare_test(workspace, document, as_of=as_of)
    surroundings = prepared.checked.world.surroundings
    values = {one.name: "" if one.value is None else str(one.value) for one in surroundings.variables.values()}
    journal = Journal(workspace, run, document, values, emit)
    plan = plan_document(workspace, prepared)
    if document.execution.log_sql:
        journal.know(statements(plan))
    recorded = Recorded(workspace.populations, used=plan.reused)
    progress = Progress(frozenset(released), pausing=lambda: workspace.wishes.pausing(document.id), bears=None)
    try:
        result = execute(
            plan, cursor, recorded, mode=Mode.TEST, emit=journal.take, progress=progress,
            data_version=prepared.data_version,
        )  # fmt: skip
    except BaseException as error:
        stopped = isinstance(error, Cancelled)
        journal.add(say("The test run was stopped.") if stopped else say("The test run failed."), level=ACTION)
        journal.keep()
        workspace.runs.finish(run, STOPPED if stopped else FAILED, None)
        raise
    finally:
        recorded.keep()
        workspace.wishes.forget(document.id)
    status = _status(result)
    journal.problems(result.problems)
    journal.add(_ENDS[status])
    journal.keep()
    workspace.runs.finish(run, status, result.to_json())
    return result


def _status(result: RunResult) -> str:
    """How a test run ended: one that is held up by messages alone is finished, for it goes no further."""
    if not result.ok:
        return FAILED
    paused = [node for node in result.nodes if node.state is State.PAUSED]
    return PAUSED if any(all_activities()[one.type].category is not Category.CHANNEL for one in paused) else FINISHED


_ENDS = {
    FINISHED: say("The test run is finished."),
    PAUSED: say("The test run is paused."),
    FAILED: say("The test run found errors."),
}
