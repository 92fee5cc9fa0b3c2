"""What is kept no longer: populations of earlier runs, old histories, what was put away long ago, a cache too large."""

from datetime import datetime, timedelta

from engine.document.files import from_text
from engine.document.model import Execution
from engine.problems import EngineError
from engine.runner.audiences import erase_audience
from engine.runner.life import erase
from engine.workspace import Workspace
from engine.workspace.audiences import DELETED_FOR
from engine.workspace.documents import DocumentEntry
from engine.workspace.runs import UNFINISHED, RunSummary
from engine.workspace.statuses import Status

ARCHIVED_FOR = timedelta(days=30)
"""How long what is archived can still be looked at and duplicated."""
DIAGNOSTICS_FOR = timedelta(days=30)
"""How long the lines of a file that were set aside can be repaired; how many they were stays in the ledger."""

AUDIT_FOR = timedelta(days=365)
"""How long it is known who did what."""


def tidy(workspace: Workspace, *, now: datetime) -> None:
    """Remove what is kept no longer; `now` is UTC. To be called about once a day."""
    runs: dict[str, list[RunSummary]] = {}
    for run in workspace.runs.summaries():
        runs.setdefault(run.document, []).append(run)
    entries = {entry.id: entry for entry in workspace.documents.list()}
    for document, found in runs.items():
        _tidy_runs(workspace, _execution(workspace, entries.get(document)), found, now)
    for entry in entries.values():
        if entry.status == Status.ARCHIVED and now - entry.changed >= ARCHIVED_FOR:
            erase(workspace, entry.id)
    for audience in workspace.audiences.list():
        if audience.deleted is not None and now - audience.deleted >= DELETED_FOR:
            erase_audience(workspace, audience)
    workspace.datasets.forget_rejects(now - DIAGNOSTICS_FOR)
    workspace.audit.forget(now - AUDIT_FOR)
    workspace.populations.evict(keep=set())


def _tidy_runs(workspace: Workspace, rules: Execution, runs: list[RunSummary], now: datetime) -> None:
    """The latest run of each kind is always kept, and so is whatever can still go on."""
    latest = {run.mode: run.id for run in reversed(runs)}
    over = [run for run in runs if run.status not in UNFINISHED and run.id not in latest.values()]
    old = [run.id for run in over if run.ended is not None and now - run.ended > timedelta(days=rules.history_days)]
    for run in over:
        if run.id in old or not rules.keep_populations:
            workspace.run_populations.forget_run(run.id)
    workspace.runs.erase(old)


def _execution(workspace: Workspace, entry: DocumentEntry | None) -> Execution:
    if entry is None:
        return Execution()
    try:
        return from_text(workspace.documents.load(entry.id)).execution
    except EngineError:
        return Execution()
