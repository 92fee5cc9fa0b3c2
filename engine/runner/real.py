"""Real runs: with effects, with history, and able to wait over restarts.

A run reads the tables that were current when it began, also after a restart, and its clock stays frozen. What it has
done is noted before the next thing begins, so that going on never does anything twice.
"""

import dataclasses
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import JsonValue
from sqlglot import exp

from engine.checking import Checked
from engine.compiler.plan import PlannedNode, make_plan
from engine.compiler.sources import Snapshot
from engine.contract import Effect
from engine.database import Cursor
from engine.document.files import from_text, to_text
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.runner.effects import apply_effect
from engine.runner.results import Mode, RunResult, State
from engine.runner.run import Emit, Progress, execute
from engine.runner.service import Recorded, check_document, data_version, prepare
from engine.workspace import Workspace
from engine.workspace.runs import FAILED, FINISHED, WAITING, RunEntry

FOREVER = datetime(9999, 1, 1)  # noqa: DTZ001 - wall time, as all moments of a run
_GROUPS = ("tables", "audiences", "files", "histories")


def start_real_run(
    workspace: Workspace, document: Document, *, as_of: datetime | None = None, emit: Emit = lambda _event: None
) -> RunResult:
    """Run a document for real. Errors: not-publishable (V-codes of errors), Cancelled."""
    return workspace.database.writer.run(partial(_start, workspace, document, as_of, emit))


def continue_run(
    workspace: Workspace, run: str, *, now: datetime | None = None, emit: Emit = lambda _event: None
) -> RunResult:
    """Go on with a run that waits; `now` is wall time in the document's zone. Errors: unknown-run, not-waiting."""
    entry = workspace.runs.get(run)
    if entry.status != WAITING:
        raise EngineError(
            Problem(
                code="not-waiting",
                what=f"This run does not wait; it is {entry.status}.",
                fix="Start a new run.",
            )
        )
    return workspace.database.writer.run(partial(_continue, workspace, entry, now, emit))


def _start(workspace: Workspace, document: Document, as_of: datetime | None, emit: Emit, cursor: Cursor) -> RunResult:
    prepared = prepare(workspace, document, as_of=as_of)
    checked, snapshot = prepared.checked, prepared.snapshot
    for problem in (*checked.problems, *prepared.problems):
        if problem.is_error:
            what = f"The campaign cannot be published: {problem.what}"
            raise EngineError(dataclasses.replace(problem, what=what, code="not-publishable"))
    clock = checked.world.surroundings.clock
    run = workspace.runs.start(
        document.id,
        mode=Mode.REAL.value,
        as_of=clock.now.isoformat(),
        content=to_text(document),
        reads=_reads_to_json(snapshot),
    )
    return _Execution(workspace, checked, snapshot, run, {}, clock.now, emit).go(cursor)


def _continue(workspace: Workspace, entry: RunEntry, now: datetime | None, emit: Emit, cursor: Cursor) -> RunResult:
    document = from_text(entry.content)
    frozen = datetime.fromisoformat(entry.as_of)
    checked = check_document(workspace, document, as_of=frozen)
    present = now or datetime.now(ZoneInfo(document.zone)).replace(tzinfo=None)
    snapshot = _reads_from_json(entry.reads)
    return _Execution(workspace, checked, snapshot, entry.id, dict(entry.state), present, emit).go(cursor)


class _Execution:
    """One stretch of a real run: from its start, or from where it waited."""

    def __init__(
        self,
        workspace: Workspace,
        checked: Checked,
        snapshot: Snapshot,
        run: str,
        state: dict[str, Any],
        present: datetime,
        emit: Emit,
    ) -> None:
        self._workspace = workspace
        self._checked = checked
        self._snapshot = snapshot
        self._run = run
        self._due: dict[str, str] = dict(state.get("due", {}))
        self._applied: list[str] = list(state.get("applied", []))
        self._present = present
        self._emit = emit

    def go(self, cursor: Cursor) -> RunResult:
        index = self._workspace.run_populations
        prefix = f"r{self._run[:12]}_"
        reductions = {alias: table for alias, table in index.reductions().items() if table.startswith(prefix)}
        plan = make_plan(
            self._checked, self._snapshot, index.names().__contains__, reductions, store="runs", prefix=prefix
        )
        recorded = Recorded(index, self._run)
        progress = Progress(due=self._is_due, apply=partial(self._apply, cursor))
        try:
            result = execute(
                plan,
                cursor,
                recorded,
                mode=Mode.REAL,
                emit=self._emit,
                progress=progress,
                data_version=data_version(self._snapshot),
            )
        except BaseException:
            self._workspace.runs.finish(self._run, FAILED, None)
            raise
        finally:
            recorded.keep()
        result = dataclasses.replace(result, run=self._run)
        status = WAITING if any(node.state is State.WAITING for node in result.nodes) else FINISHED
        if not result.ok:
            status = FAILED
        self._workspace.runs.finish(self._run, status, result.to_json())
        self._log(result)
        return result

    def _is_due(self, name: str, planned: PlannedNode) -> bool:
        """Whether a wait is over; the first time it is seen, it begins."""
        if name not in self._due:
            wait = planned.checked.activity.waits(planned.place)
            if wait is None:
                return True
            until = FOREVER if wait.until is None else datetime.fromisoformat(wait.until)
            if wait.seconds is not None:
                until = self._present + timedelta(seconds=wait.seconds)
            self._due[name] = until.isoformat()
            self._save()
        return datetime.fromisoformat(self._due[name]) <= self._present

    def _apply(self, cursor: Cursor, node: str, effect: Effect) -> None:
        mark = f"{node}/{effect.kind}"
        if mark in self._applied:
            return
        said = apply_effect(self._workspace, cursor, self._checked.document, self._run, node, effect)
        self._applied.append(mark)
        self._save()
        self._workspace.runs.log(self._run, said, node=node)

    def _save(self) -> None:
        due: dict[str, JsonValue] = dict(self._due)
        self._workspace.runs.progress(self._run, {"due": due, "applied": list[JsonValue](self._applied)})

    def _log(self, result: RunResult) -> None:
        for problem in result.problems:
            level = "error" if problem.is_error else "warning"
            self._workspace.runs.log(self._run, str(problem), level=level, node=problem.node)


def _reads_to_json(snapshot: Snapshot) -> dict[str, JsonValue]:
    found: dict[str, JsonValue] = {
        group: {name: [table.catalog, table.name] for name, table in getattr(snapshot, group).items()}
        for group in _GROUPS
    }
    found["rows"] = dict(snapshot.rows)
    found["last_executions"] = {name: moment.isoformat() for name, moment in snapshot.last_executions.items()}
    return found


def _reads_from_json(reads: Mapping[str, Any]) -> Snapshot:
    groups = {
        group: {
            name: exp.table_(table, db="main", catalog=store, quoted=True)
            for name, (store, table) in reads[group].items()
        }
        for group in _GROUPS
    }
    last = {name: datetime.fromisoformat(moment) for name, moment in reads["last_executions"].items()}
    return Snapshot(rows=reads["rows"], last_executions=last, **groups)
