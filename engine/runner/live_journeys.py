"""Looks after published journeys: they go live on their day, keep a log of who was in them, and finish by themselves.

A live journey is rehearsed once a day from its start up to the present. What comes of it replaces the journey's rows in
two tables that campaigns and other journeys can ask: who was inside when, and what became of each action for whom.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial

from sqlglot import exp

from engine.accounts.model import CATALOG
from engine.catalog.model import Table
from engine.database import Cursor, Store, stored
from engine.document.files import from_text
from engine.document.model import Document, Kind
from engine.journey.calendar import micros, zone_of
from engine.journey.contract import Exit
from engine.journey.options import RunOptions
from engine.journey.plan import Plan
from engine.journey.properties import read_properties
from engine.journey.publishing import starts_at
from engine.journey.simulate import Simulated
from engine.problems import EngineError, Problem
from engine.runner.journeys import check_journey_document, data_version_of, rehearse
from engine.trees import col, number, query, text
from engine.workspace import LoadRecord, Workspace
from engine.workspace.documents import DocumentEntry
from engine.workspace.launches import Outcome
from engine.workspace.statuses import Status
from engine.workspace.store import as_utc

MEMBERS, OUTCOMES = "journey_member", "journey_outcome"
INSIDE = frozenset({Status.LIVE, Status.CLOSED})
Own = Callable[[exp.Select | None], exp.Query | None]
"""What a table is to hold of a journey, made of what it holds now: None before it was ever filled, or for nothing."""


def look_after_journeys(workspace: Workspace, now: datetime) -> Iterator[tuple[str, Problem]]:
    """Do what is due for every published journey; which could not be looked after, and why. `now` has a zone.

    What is wrong with one journey keeps nothing else from going on, and is tried again on the next day.
    Errors: Cancelled.
    """
    present = as_utc(now)
    failed = {
        name for name, one in workspace.launches.latest().items()
        if one.outcome is Outcome.FAILED and one.planned >= _day(present)
    }  # fmt: skip
    for entry in workspace.documents.list():
        published = entry.kind == Kind.JOURNEY.value and entry.status in {*INSIDE, Status.SCHEDULED}
        if not published or entry.id in failed:
            continue
        try:
            _look_after(workspace, entry, present)
        except EngineError as error:
            workspace.launches.note(entry.id, present, Outcome.FAILED)
            yield entry.id, error.problem


def _look_after(workspace: Workspace, entry: DocumentEntry, present: datetime) -> None:
    document = from_text(workspace.documents.load(entry.id))
    if entry.status == Status.SCHEDULED and _start(workspace, document) <= present:
        workspace.documents.set_status(entry.id, Status.LIVE, present)
        entry = workspace.documents.get(entry.id)
    looked = [one.planned for one in workspace.launches.list(entry.id)]
    if entry.status in INSIDE and (len(looked) < 2 or looked[-1] < _day(present)):
        keep_log(workspace, document, entry, present)
        workspace.launches.note(entry.id, present, Outcome.WATCHED)


def abort_journey(workspace: Workspace, document: str, now: datetime) -> None:
    """Write that whoever is inside a journey leaves it now, because it is aborted; of one that cannot be rehearsed any
    more, whoever was inside at the last look. Errors: Cancelled."""
    entry, present = workspace.documents.get(document), as_utc(now)
    if entry.status not in INSIDE:
        return
    try:
        keep_log(workspace, from_text(workspace.documents.load(document)), entry, present, aborts=True)
    except EngineError:
        _keep(workspace, document, {MEMBERS: partial(_left, at=present)})


def forget_log(workspace: Workspace, journey: str) -> None:
    """Remove what the log tells of a journey."""
    _keep(workspace, journey, {name: lambda _mine: None for name in (MEMBERS, OUTCOMES)})


def keep_log(
    workspace: Workspace, document: Document, entry: DocumentEntry, present: datetime, *, aborts: bool = False
) -> None:
    """Write who was in a journey up to the present (UTC), and note it as finished when nothing of it is to come.

    With `aborts`, whoever is inside leaves now: it was aborted. Errors: Cancelled, those of a rehearsal, and the first
    of its check: what can run in part only would tell of exits that never happened.
    """
    start = _start(workspace, document)
    last = read_properties(document.journey).schedule.end_date
    end = present if last is None else min(present, datetime.combine(last, datetime.min.time()))
    if end <= start:
        return
    closed = entry.closed.isoformat() if entry.status == Status.CLOSED and entry.closed is not None else None
    options = RunOptions(sim_start=start.isoformat(), sim_end=end.isoformat(), closes=closed)
    checked, problems = check_journey_document(workspace, document, as_of=start.replace(tzinfo=UTC))
    for problem in problems:
        if problem.is_error:
            raise EngineError(problem)
    plan = checked.plan
    sources = {name: stored(Store.DATA, one.physical) for name, one in workspace.datasets.snapshot().items()}

    def run(cursor: Cursor) -> tuple[Simulated, int, int]:
        found = rehearse(workspace, plan, options, sources, data_version_of(sources), lambda _event: None, cursor)
        tokens = found.stored.table("tokens")
        inside = query("SELECT COUNT(*), COUNT(*) FILTER (WHERE t.exited IS NULL) FROM t AS t", t=tokens)
        ((been, there),) = cursor.fetch(inside)
        return found, int(been), int(there)

    found, been, there = workspace.database.writer.run(run)
    _write(workspace, document.id, plan, found, micros(present) if aborts else None)
    over = last is not None and present >= datetime.combine(last, datetime.min.time())
    shut = entry.status == Status.CLOSED or (been > 0 and _no_more_entries(document, present))
    if not aborts and (over or (shut and there == 0)):
        workspace.documents.set_status(document.id, Status.COMPLETED, present)


def _no_more_entries(document: Document, present: datetime) -> bool:
    """Whether the last day of a journey's recurrence is over where its clock stands: nobody can enter any more."""
    recurrence = read_properties(document.journey).schedule.recurrence
    if recurrence is None or recurrence.end_date is None:
        return False
    zone = zone_of(recurrence.zone) or UTC
    return present >= as_utc(datetime.combine(recurrence.end_date + timedelta(days=1), datetime.min.time(), zone))


def _day(instant: datetime) -> datetime:
    """The midnight with which its day began."""
    return datetime.combine(instant.date(), datetime.min.time())


def _start(workspace: Workspace, document: Document) -> datetime:
    """When a published journey starts: on its date, or when it was published (UTC)."""
    planned = starts_at(read_properties(document.journey))
    if planned is not None:
        return planned
    looked = workspace.launches.list(document.id)
    return looked[0].planned if looked else workspace.documents.get(document.id).changed


def _write(workspace: Workspace, journey: str, plan: Plan, run: Simulated, aborted: int | None) -> None:
    names = {one.rank: one.id for one in plan.nodes}
    node = exp.Case(default=text(""))
    for rank, name in names.items():
        node = node.when(col("c", "rank").eq(number(rank)), text(name), copy=False)
    people = {"a": run.stored.table("accounts"), "p": run.stored.table("persons"), "journey": text(journey)}
    left: exp.Expr = col("t", "exited")
    why: exp.Expr = col("t", "reason")
    if aborted is not None:
        left = exp.Coalesce(this=left, expressions=[number(aborted)])
        why = exp.Coalesce(this=why, expressions=[text(Exit.ABORTED)])
    members = query(
        "SELECT $journey AS journey_id, COALESCE(a.account_id, '') AS account_id,"
        " COALESCE(p.person_id, '') AS person_id, t.entry AS entry_no, MAKE_TIMESTAMP(t.entered) AS entered_at,"
        " MAKE_TIMESTAMP($left) AS exited_at, $why AS exit_reason, $node AS current_node_id FROM tokens AS t"
        " LEFT JOIN a AS a ON a.account = t.account LEFT JOIN p AS p ON p.person = t.person"
        " LEFT JOIN crossings AS c ON c.token = t.token AND c.at <= $end AND c.at_out > $end",
        tokens=run.stored.table("tokens"), crossings=run.stored.table("crossings"), left=left, why=why, node=node,
        end=number(run.end), **people,
    )  # fmt: skip
    outcomes = query(
        "SELECT $journey AS journey_id, $node AS node_id, COALESCE(a.account_id, '') AS account_id,"
        " COALESCE(p.person_id, '') AS person_id, t.entry AS entry_no, MAKE_TIMESTAMP(c.at) AS at_ts, c.outcome,"
        " c.before AS old_value, c.after AS new_value FROM acts AS c JOIN tokens AS t ON t.token = c.token"
        " LEFT JOIN a AS a ON a.account = c.account LEFT JOIN p AS p ON p.person = c.person",
        acts=run.stored.table("acts"), tokens=run.stored.table("tokens"), node=node.copy(), **people,
    )  # fmt: skip
    _keep(workspace, journey, {MEMBERS: lambda _mine: members, OUTCOMES: lambda _mine: outcomes})


def _left(mine: exp.Select | None, at: datetime) -> exp.Query | None:
    """The rows of a journey, with whoever was inside gone by an abortion at an instant (UTC)."""
    if mine is None:
        return None
    return query(
        "SELECT s.journey_id, s.account_id, s.person_id, s.entry_no, s.entered_at,"
        " COALESCE(s.exited_at, MAKE_TIMESTAMP($at)) AS exited_at, CASE WHEN s.exited_at IS NULL THEN $aborted"
        " ELSE s.exit_reason END AS exit_reason, s.current_node_id FROM s AS s",
        s=mine, at=number(micros(at)), aborted=text(Exit.ABORTED),
    )  # fmt: skip


def _keep(workspace: Workspace, journey: str, rows: Mapping[str, Own]) -> None:
    """Replace what tables hold of a journey by what `rows` make of it, where None is nothing; those of others stay.

    It is one job from reading to committing, so that nothing that another journey writes meanwhile is lost, and no
    transaction waits for the writer.
    """
    known = workspace.catalog().table_by_name
    tables = {name: known.get(name) or CATALOG.table_by_name[name] for name in rows}

    def work(cursor: Cursor) -> None:
        made: dict[str, tuple[str, int]] = {}
        for name, own in rows.items():
            whole = _whole(workspace, tables[name], journey, own)
            if whole is not None:
                physical = workspace.datasets.begin(name)
                made[name] = physical, cursor.create(Store.DATA, physical, whole)
        with workspace.together():
            workspace.schemas.add(*(tables[name] for name in made if name not in known))
            for name, (physical, count) in made.items():
                record = LoadRecord(name, f"journey {journey}", counts={"loaded": count})
                workspace.datasets.commit(record, physical, count)

    workspace.database.writer.run(work)


def _whole(workspace: Workspace, table: Table, journey: str, own: Own) -> exp.Query | None:
    """The next state of a table; None when it has none yet and gets no rows."""
    standing = workspace.datasets.current(table.name)
    mine = others = None
    if standing is not None:
        before = exp.alias_(stored(Store.DATA, standing.physical), "s", table=True)
        rows = exp.select(*(col("s", one.name) for one in table.attributes)).from_(before)
        whose = col("s", "journey_id")
        mine, others = rows.where(whose.eq(text(journey))), rows.where(whose.neq(text(journey)))
    fresh = own(mine)
    if fresh is None:
        return others
    shaped = exp.select(*(
        exp.alias_(exp.Cast(this=col("r", one.name), to=one.type.to_sql()), one.name, quoted=True)
        for one in table.attributes
    )).from_(fresh.subquery("r"))  # fmt: skip
    return shaped if others is None else exp.union(shaped, others, distinct=False)
