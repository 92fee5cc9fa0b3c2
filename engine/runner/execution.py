"""One stretch of a real run: from its start, or from where it waited, was cut off or failed.

A run reads the tables that were current when it began, also after a restart, and its clock stays frozen. What it does
and the note that it did so are kept in one transaction, so that going on never does anything twice.
"""

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import JsonValue
from sqlglot import exp

from engine.checking import Checked
from engine.compiler.plan import Plan, PlannedNode, make_plan
from engine.compiler.sources import Snapshot
from engine.contract import Effect
from engine.database import Cursor, Store, stored, to_text
from engine.document.files import from_text
from engine.document.files import to_text as document_text
from engine.document.model import Document, OnError
from engine.problems import Cancelled, EngineError
from engine.runner.effects import apply_effect
from engine.runner.files import write_refused
from engine.runner.journal import ACTION, Journal
from engine.runner.receivers import FOREVER, nodes_in
from engine.runner.results import Mode, RunResult, State
from engine.runner.run import Emit, Progress, execute
from engine.runner.service import Prepared, Recorded, check_document, data_version, prepare
from engine.runner.supervising import tell_supervisors
from engine.texts import declared, say
from engine.workspace import Workspace
from engine.workspace.launches import Outcome
from engine.workspace.populations import NewPopulation
from engine.workspace.runs import ABORTED, CUT_OFF, FAILED, FINISHED, INTERRUPTED, PAUSED, STOPPED, WAITING, RunEntry
from engine.workspace.statuses import Status

_GROUPS = ("tables", "audiences", "files", "rejects", "histories")


@dataclasses.dataclass(frozen=True, slots=True)
class Start:
    """How a run begins: at which instant, with which values of variables, and by which signal or launch, if by one.

    `planned` is the launch, in UTC; it is noted together with the run, so that it begins once or not at all. With
    `asks`, messages wait to be confirmed.
    """

    as_of: datetime | None = None
    variables: Mapping[str, str] = dataclasses.field(default_factory=dict[str, str])
    signal: int | None = None
    planned: datetime | None = None
    asks: bool = False


def begin(workspace: Workspace, document: Document, start: Start, emit: Emit, cursor: Cursor) -> RunResult:
    """Start a real run. Errors: not-publishable (V-codes of errors), Cancelled."""
    prepared = prepare(workspace, document, as_of=start.as_of, variables=start.variables)
    _refuse_wrong(workspace, prepared)
    clock = prepared.checked.world.surroundings.clock
    variables: dict[str, JsonValue] = dict(start.variables)
    with workspace.together():
        workspace.runs.supersede(document.id)
        run = workspace.runs.start(
            document.id,
            mode=Mode.REAL.value,
            as_of=clock.now.isoformat(),
            content=document_text(document),
            reads=_reads_to_json(prepared.snapshot),
        )
        state: dict[str, JsonValue] = {"variables": variables, "asks": start.asks}
        workspace.runs.progress(run, state)
        if start.signal is not None:
            workspace.signals.delivered(start.signal, run)
        if start.planned is not None:
            workspace.launches.note(document.id, start.planned, Outcome.STARTED, run)
            workspace.documents.set_status(document.id, Status.LIVE)
        workspace.runs.log(
            run, say("The run begins, as of {now}, seed {seed}.", now=f"{clock.now:%Y-%m-%d %H:%M}", seed=document.seed)
        )
    return _Execution(workspace, prepared.checked, prepared.snapshot, run, state, clock.now, emit).go(cursor)


def resume(
    workspace: Workspace, entry: RunEntry, now: datetime | None, emit: Emit, cursor: Cursor, *, confirm: bool = False
) -> RunResult:
    """Go on with a run, also past the points where it paused, and with `confirm` past those that wait for that.

    `now` is wall time in its zone. Errors: Cancelled.
    """
    document = from_text(entry.content)
    state: dict[str, Any] = dict(entry.state)
    state["released"] = [*state.get("released", ()), *nodes_in(entry, State.PAUSED)]
    if confirm:
        state["confirmed"] = [*state.get("confirmed", ()), *nodes_in(entry, State.PENDING)]
    as_of, variables = datetime.fromisoformat(entry.as_of), state.get("variables", {})
    earlier = {node: one["variables"] for one in reversed(state.get("earlier", [])) for node in one["nodes"]}
    checked = check_document(workspace, document, as_of=as_of, variables=variables, earlier=earlier)
    present = now or datetime.now(ZoneInfo(document.zone)).replace(tzinfo=None)
    snapshot = _reads_from_json(entry.reads)
    workspace.runs.resume(entry.id)
    passed = nodes_in(entry, State.DONE)
    return _Execution(workspace, checked, snapshot, entry.id, state, present, emit, passed).go(cursor)


def _refuse_wrong(workspace: Workspace, prepared: Prepared) -> None:
    for node, lines in prepared.refused.items():
        checked = prepared.checked.nodes[node]
        file = checked.activity.loads(checked.place)
        if file is not None and file.keep_rejects:
            write_refused(workspace, file.path, lines)
    for problem in (*prepared.checked.problems, *prepared.problems):
        if problem.is_error:
            what = say("The campaign cannot be published: {what}", what=declared(problem.what))
            raise EngineError(dataclasses.replace(problem, what=what, code="not-publishable"))


def _with_own_files(workspace: Workspace, snapshot: Snapshot, run: str, cursor: Cursor) -> Snapshot:
    """The same with the rows of files kept among what the run stores; the cache they were read into may go."""
    own = {"files": {**snapshot.files}, "rejects": {**snapshot.rejects}}
    cached = [
        (group, node, table)
        for group, kept in own.items()
        for node, table in kept.items()
        if table.catalog != Store.RUNS
    ]
    for group, node, table in cached:
        digest = hashlib.md5(f"{group}/{node}".encode(), usedforsecurity=False).hexdigest()[:12]
        kept = own[group][node] = stored(Store.RUNS, f"r{run[:12]}_f_{digest}")
        cursor.create(Store.RUNS, kept.name, exp.select("*").from_(table.copy()), replace=True)
        workspace.run_populations.record(NewPopulation(kept.name, 0, None, run=run))
    found = dataclasses.replace(snapshot, files=own["files"], rejects=own["rejects"])
    if cached:
        workspace.runs.reads(run, _reads_to_json(found))
    return found


class _Execution:
    """The run while it goes."""

    def __init__(
        self,
        workspace: Workspace,
        checked: Checked,
        snapshot: Snapshot,
        run: str,
        state: dict[str, Any],
        present: datetime,
        emit: Emit,
        passed: Iterable[str] = (),
    ) -> None:
        self._workspace = workspace
        self._checked = checked
        self._snapshot = snapshot
        self._run = run
        self._due: dict[str, str] = dict(state.get("due", {}))
        self._applied: list[str] = list(state.get("applied", []))
        self._variables: dict[str, str] = dict(state.get("variables", {}))
        self._earlier: list[JsonValue] = list(state.get("earlier", []))
        self._released: list[str] = list(state.get("released", []))
        self._asks = bool(state.get("asks", False))
        self._confirmed: list[str] = list(state.get("confirmed", []))
        self._present = present
        self._passed = frozenset(passed)
        self._rules = checked.document.execution
        self._journal = Journal(workspace, run, checked.document, self._variables, emit)

    def go(self, cursor: Cursor) -> RunResult:
        recorded = Recorded(self._workspace.run_populations, self._run)
        try:
            self._snapshot = _with_own_files(self._workspace, self._snapshot, self._run, cursor)
            result = execute(
                self._plan(),
                cursor,
                recorded,
                mode=Mode.REAL,
                emit=self._journal.take,
                progress=self._progress(cursor),
                data_version=data_version(self._snapshot),
            )
        except BaseException as error:
            self._broken(error)
            raise
        finally:
            recorded.keep()
        result = dataclasses.replace(result, run=self._run)
        self._end(result)
        return result

    def _plan(self) -> Plan:
        index = self._workspace.run_populations
        prefix = f"r{self._run[:12]}_"
        reductions = {alias: table for alias, table in index.reductions().items() if table.startswith(prefix)}
        plan = make_plan(
            self._checked, self._snapshot, index.names().__contains__, reductions, store="runs", prefix=prefix
        )
        if self._rules.log_sql:
            self._journal.know(statements(plan))
        self._save(self._applied)
        return plan

    def _progress(self, cursor: Cursor) -> Progress:
        document = self._checked.document.id
        return Progress(
            self._passed,
            frozenset(self._released),
            asks=self._asks,
            confirmed=frozenset(self._confirmed),
            pausing=lambda: self._workspace.wishes.pausing(document),
            bears=self._bears,
            due=self._is_due,
            apply=partial(self._apply, cursor),
        )

    @property
    def _bears(self) -> int | None:
        """How many failures in a row the run bears."""
        if self._rules.on_error is OnError.IGNORE:
            return self._rules.most_errors or None
        return 0

    def _end(self, result: RunResult) -> None:
        """Note how far the run came."""
        paused = self._workspace.wishes.pausing(self._checked.document.id)
        self._workspace.wishes.forget(self._checked.document.id)
        status = self._status(result, paused)
        self._journal.problems(result.problems)
        self._journal.add(_ENDS[status])
        if status in {FAILED, ABORTED}:
            self._tell_supervisors(next((one.text for one in result.problems if one.is_error), _ENDS[status]))
        self._journal.keep()
        self._workspace.runs.finish(self._run, status, result.to_json())

    def _status(self, result: RunResult, paused: bool) -> str:
        ignored = self._rules.on_error is OnError.IGNORE and not result.suspended
        if not result.ok and not ignored:
            return ABORTED if self._rules.on_error is OnError.ABORT else FAILED
        states = {node.state for node in result.nodes}
        if paused and State.PAUSED in states:
            return PAUSED
        return WAITING if states & {State.WAITING, State.PAUSED, State.PENDING} else FINISHED

    def _broken(self, error: BaseException) -> None:
        """Note that the run was stopped, or that something went wrong that nobody expected."""
        self._workspace.wishes.forget(self._checked.document.id)
        status = STOPPED if isinstance(error, Cancelled) else FAILED
        if status == STOPPED and self._workspace.wishes.leaving:
            status = INTERRUPTED
        self._journal.add(_ENDS[status], level=ACTION if status == STOPPED else "error")
        if status == FAILED:
            why = error.problem.text if isinstance(error, EngineError) else str(error)
            self._tell_supervisors(why or _ENDS[status])
        self._journal.keep()
        self._workspace.runs.finish(self._run, status, None)

    def _tell_supervisors(self, why: str) -> None:
        people = tell_supervisors(self._workspace, self._checked.document, self._run, why)
        if people:
            self._journal.add(say("The run failed; to be told: {people}.", people=", ".join(people)), level=ACTION)

    def _is_due(self, name: str, planned: PlannedNode) -> bool:
        """Whether a wait is over; the first time it is seen, it begins."""
        if name not in self._due:
            wait = planned.checked.activity.waits(planned.place)
            if wait is None:
                return True
            until = datetime.fromisoformat(FOREVER if wait.until is None else wait.until)
            if wait.seconds is not None:
                until = self._present + timedelta(seconds=wait.seconds)
            self._due[name] = until.isoformat()
            self._save(self._applied)
        return datetime.fromisoformat(self._due[name]) <= self._present

    def _apply(self, cursor: Cursor, node: str, place: int, effect: Effect) -> None:
        mark = f"{node}/{place}"
        if mark in self._applied:
            return
        applied = [*self._applied, mark]
        with self._workspace.together():
            said = apply_effect(self._workspace, cursor, self._checked.document, self._run, node, effect)
            self._save(applied)
            self._workspace.runs.log(self._run, said, node=node)
        self._applied = applied

    def _save(self, applied: list[str]) -> None:
        due: dict[str, JsonValue] = dict(self._due)
        variables: dict[str, JsonValue] = dict(self._variables)
        lists = {
            "applied": list[JsonValue](applied),
            "released": list[JsonValue](self._released),
            "confirmed": list[JsonValue](self._confirmed),
            "earlier": self._earlier,
        }
        self._workspace.runs.progress(self._run, {"due": due, "variables": variables, "asks": self._asks, **lists})


_ENDS = {
    FINISHED: say("The run is finished."),
    WAITING: say("The run waits."),
    PAUSED: say("The run is paused."),
    FAILED: say("The run failed. It can be continued once the cause is mended."),
    ABORTED: say("The run failed and is over."),
    STOPPED: say("The run was stopped."),
    INTERRUPTED: CUT_OFF,
}


def statements(plan: Plan) -> dict[str, str]:
    """Node to the statement that computes its population."""
    queries = {name: node.query for name, node in plan.nodes.items()}
    return {name: to_text(query) for name, query in queries.items() if query is not None}


def _reads_to_json(snapshot: Snapshot) -> dict[str, JsonValue]:
    found: dict[str, JsonValue] = {
        group: {name: [table.catalog, table.name] for name, table in getattr(snapshot, group).items()}
        for group in _GROUPS
    }
    found["rows"] = dict(snapshot.rows)
    found["last_executions"] = {name: moment.isoformat() for name, moment in snapshot.last_executions.items()}
    found["ran_with"] = {name: dict(settings) for name, settings in snapshot.ran_with.items()}
    return found


def _reads_from_json(reads: Mapping[str, Any]) -> Snapshot:
    groups = {
        group: {
            name: exp.table_(table, db="main", catalog=store, quoted=True)
            for name, (store, table) in reads.get(group, {}).items()
        }
        for group in _GROUPS
    }
    last = {name: datetime.fromisoformat(moment) for name, moment in reads["last_executions"].items()}
    return Snapshot(rows=reads["rows"], last_executions=last, ran_with=reads.get("ran_with", {}), **groups)
