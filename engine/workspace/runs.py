"""The history of runs, their logs, and what incremental queries returned before."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from engine.catalog.paths import unknown
from engine.problems import EngineError
from engine.texts import say
from engine.workspace.models import IncrementalHistory, Run, RunLog, RunTask
from engine.workspace.store import MetadataStore, utc_now

RUNNING, WAITING, PAUSED, FINISHED, FAILED = "running", "waiting", "paused", "finished", "failed"
INTERRUPTED, ABORTED, STOPPED = "interrupted", "aborted", "stopped"
UNFINISHED = (RUNNING, WAITING, PAUSED, INTERRUPTED, FAILED)
"""Runs that go on or can be continued; what they read is kept for them."""
UNDER_WAY = (RUNNING, WAITING, PAUSED)
"""Runs beside which no other begins."""


CUT_OFF = say("Jalon was closed during this run. Continue it: what is done already is not done again.")


SUPERSEDED = say("Another run of this campaign began, so this one cannot be continued.")


@dataclass(frozen=True, slots=True)
class RunEntry:
    """A run: `reads` names the stored tables it works on, `state` what it has done so far, `result` its counts."""

    id: str
    document: str
    mode: str
    status: str
    as_of: str
    content: str
    reads: Mapping[str, JsonValue]
    state: Mapping[str, JsonValue]
    result: JsonValue
    started: datetime
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of a run's log; `time` is UTC."""

    time: datetime
    level: str
    node: str | None
    text: str


@dataclass(frozen=True, slots=True)
class TaskEntry:
    """An activity that a run brought as far as it could, and the variables that it worked with; times are UTC."""

    node: str
    state: str
    started: datetime
    ended: datetime
    entered: int
    left: int
    variables: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RunSummary:
    """A run without what it holds."""

    id: str
    document: str
    mode: str
    status: str
    as_of: str
    started: datetime
    ended: datetime | None


_SUMMARY = (Run.id, Run.document, Run.mode, Run.status, Run.as_of, Run.started, Run.ended)


class Runs:
    """The runs of a workspace."""

    def __init__(self, store: MetadataStore) -> None:
        self._store = store

    def start(self, document: str, *, mode: str, as_of: str, content: str, reads: Mapping[str, JsonValue]) -> str:
        """Note that a run began; its id."""
        name = uuid.uuid4().hex
        with self._store.session() as session:
            session.add(
                Run(
                    id=name,
                    document=document,
                    version=None,
                    mode=mode,
                    status=RUNNING,
                    as_of=as_of,
                    content=content,
                    reads=dict(reads),
                    state={},
                    result=None,
                    started=utc_now(),
                    ended=None,
                )
            )
        return name

    def progress(self, run: str, state: Mapping[str, JsonValue]) -> None:
        """Note what a run has done, so that it can go on after a restart."""
        with self._store.session() as session:
            session.get_one(Run, run).state = dict(state)

    def finish(self, run: str, status: str, result: JsonValue) -> None:
        """Note how a run ended, or that it waits."""
        with self._store.session() as session:
            row = session.get_one(Run, run)
            row.status, row.result = status, result
            row.ended = None if status in UNDER_WAY else utc_now()

    def reads(self, run: str, reads: Mapping[str, JsonValue]) -> None:
        """Note which stored tables a run works on."""
        with self._store.session() as session:
            session.get_one(Run, run).reads = dict(reads)

    def supersede(self, document: str) -> None:
        """A new run of a document begins, so those that were cut off or failed cannot be continued any more."""
        with self._store.session() as session:
            left = select(Run).where(
                Run.document == document, Run.mode == "real", Run.status.in_((INTERRUPTED, FAILED))
            )
            for row in session.scalars(left).all():
                row.status = STOPPED
                session.add(RunLog(run=row.id, time=utc_now(), level="info", node=None, text=SUPERSEDED))

    def resume(self, run: str) -> None:
        """Note that a run goes on."""
        with self._store.session() as session:
            row = session.get_one(Run, run)
            row.status, row.ended = RUNNING, None

    def log(self, run: str, text: str, *, level: str = "info", node: str | None = None) -> None:
        """Add a line to a run's log."""
        with self._store.session() as session:
            session.add(RunLog(run=run, time=utc_now(), level=level, node=node, text=text))

    def lines(self, run: str) -> list[tuple[str, str | None, str]]:
        """The log of a run: (level, node, text), oldest first."""
        return [(one.level, one.node, one.text) for one in self.log_of(run)]

    def log_of(self, run: str) -> list[LogLine]:
        """The log of a run, oldest first."""
        with self._store.session() as session:
            rows = session.scalars(select(RunLog).where(RunLog.run == run).order_by(RunLog.id)).all()
            return [LogLine(row.time, row.level, row.node, row.text) for row in rows]

    def keep(self, run: str, lines: Sequence[LogLine], tasks: Sequence[TaskEntry]) -> None:
        """Add lines to a run's log, and tasks to its list, in one commit."""
        with self._store.session() as session:
            session.add_all(
                RunLog(run=run, time=one.time, level=one.level, node=one.node, text=one.text) for one in lines
            )
            session.add_all(
                RunTask(
                    run=run, node=one.node, state=one.state, started=one.started, ended=one.ended,
                    entered=one.entered, left=one.left, variables=dict(one.variables),
                )
                for one in tasks
            )  # fmt: skip

    def tasks(self, run: str) -> list[TaskEntry]:
        """What a run did, in the order in which it did it."""
        with self._store.session() as session:
            rows = session.scalars(select(RunTask).where(RunTask.run == run).order_by(RunTask.id)).all()
            return [_task(row) for row in rows]

    def summaries(self, document: str | None = None) -> list[RunSummary]:
        """Runs without what they hold, newest first."""
        query = select(*_SUMMARY)
        if document is not None:
            query = query.where(Run.document == document)
        with self._store.session() as session:
            return [RunSummary(*row) for row in session.execute(query.order_by(Run.started.desc(), Run.id))]

    def latest(self, mode: str) -> dict[str, RunSummary]:
        """Document to its latest run of a mode."""
        each = select(Run.document, func.max(Run.started).label("started"))
        last = each.where(Run.mode == mode).group_by(Run.document).subquery()
        query = select(*_SUMMARY).where(Run.mode == mode)
        query = query.join(last, (Run.document == last.c.document) & (Run.started == last.c.started))
        with self._store.session() as session:
            found = [RunSummary(*row) for row in session.execute(query.order_by(Run.id.desc()))]
        return {one.document: one for one in found}

    def standing_at(self, *statuses: str) -> "list[RunSummary]":
        """The real runs of all documents that are in one of these statuses, newest first."""
        query = select(*_SUMMARY).where(Run.mode == "real", Run.status.in_(statuses))
        with self._store.session() as session:
            return [RunSummary(*row) for row in session.execute(query.order_by(Run.started.desc(), Run.id))]

    def erase(self, runs: Iterable[str]) -> None:
        """Remove runs with their logs and tasks."""
        gone = list(runs)
        with self._store.session() as session:
            for table in (RunLog, RunTask):
                session.execute(delete(table).where(table.run.in_(gone)))
            session.execute(delete(Run).where(Run.id.in_(gone)))

    def get(self, run: str) -> RunEntry:
        """One run. Errors: unknown-run."""
        with self._store.session() as session:
            row = session.get(Run, run)
            if row is None:
                raise EngineError(unknown("run", run, session.scalars(select(Run.id)).all()))
            return _entry(row)

    def reads_of(self, run: str) -> Mapping[str, JsonValue]:
        """The stored tables that a run worked on; empty when it is kept no longer."""
        with self._store.session() as session:
            found = session.scalar(select(Run.reads).where(Run.id == run))
        return found if isinstance(found, dict) else {}

    def list(self, document: str | None = None) -> "list[RunEntry]":
        """Runs, newest first."""
        query = select(Run).order_by(Run.started.desc())
        if document is not None:
            query = query.where(Run.document == document)
        with self._store.session() as session:
            return [_entry(row) for row in session.scalars(query)]

    def latest_content(self, document: str) -> str | None:
        """The document as its latest real run that got to its end, or to a wait, had it."""
        query = select(Run.content).where(
            Run.document == document, Run.mode == "real", Run.status.in_((FINISHED, WAITING))
        )
        with self._store.session() as session:
            return session.scalar(query.order_by(Run.started.desc()).limit(1))

    def interrupt_orphans(self) -> int:
        """Runs that a crash cut off become interrupted; how many there were."""
        with self._store.session() as session:
            rows = session.scalars(select(Run).where(Run.status == RUNNING)).all()
            for row in rows:
                row.status, row.ended = INTERRUPTED, utc_now()
                session.add(RunLog(run=row.id, time=utc_now(), level="error", node=None, text=CUT_OFF))
            return len(rows)

    def give_up(self, run: str) -> None:
        """Note that a run will not be continued, so that what it reads need not be kept. Errors: unknown-run."""
        with self._store.session() as session:
            row = session.get(Run, run)
            if row is None:
                raise EngineError(unknown("run", run, session.scalars(select(Run.id)).all()))
            row.status, row.ended = STOPPED, row.ended or utc_now()

    def pinned_tables(self) -> set[str]:
        """The stored tables that unfinished runs read."""
        with self._store.session() as session:
            return pinned_tables(session)

    def histories(self, document: str) -> dict[str, tuple[str | None, datetime | None]]:
        """Node to the table of keys it returned before, and its last execution."""
        query = select(IncrementalHistory).where(IncrementalHistory.document == document)

        def read(session: Session) -> dict[str, tuple[str | None, datetime | None]]:
            return {row.node: (row.physical, row.last_execution) for row in session.scalars(query)}

        return dict(self._store.remembered(("histories", document), [IncrementalHistory], read))

    def set_history(self, document: str, node: str, physical: str | None, last: datetime | None) -> None:
        """Make a table the history of an incremental query; None forgets it."""
        with self._store.session() as session:
            row = session.get(IncrementalHistory, (document, node))
            if row is None:
                row = IncrementalHistory(document=document, node=node)
                session.add(row)
            row.physical, row.last_execution = physical, last

    def history_tables(self) -> set[str]:
        """Every physical table that a committed row names."""
        with self._store.session() as session:
            found = session.scalars(select(IncrementalHistory.physical)).all()
        return {name for name in found if name is not None}


def pinned_tables(session: Session) -> set[str]:
    """The stored tables that unfinished runs read."""
    found: set[str] = set()
    for reads in session.scalars(select(Run.reads).where(Run.mode == "real", Run.status.in_(UNFINISHED))):
        for group in ("tables", "audiences", "histories"):
            named = reads.get(group) if isinstance(reads, dict) else None
            places = named.values() if isinstance(named, dict) else ()
            found |= {str(place[1]) for place in places if isinstance(place, list)}
    return found


def _task(row: RunTask) -> TaskEntry:
    values = row.variables if isinstance(row.variables, dict) else {}
    texts = {name: str(value) for name, value in values.items()}
    return TaskEntry(row.node, row.state, row.started, row.ended, row.entered, row.left, texts)


def _entry(row: Run) -> RunEntry:
    return RunEntry(
        id=row.id,
        document=row.document,
        mode=row.mode,
        status=row.status,
        as_of=row.as_of,
        content=row.content,
        reads=row.reads if isinstance(row.reads, dict) else {},
        state=row.state if isinstance(row.state, dict) else {},
        result=row.result,
        started=row.started,
        ended=row.ended,
    )
