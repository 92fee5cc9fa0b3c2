"""Looks after published journeys: they go live on their day, keep a log of who was in them, and finish by themselves.

A live journey is rehearsed once a day from its start up to the present. What comes of it replaces the journey's rows in
two tables that campaigns and other journeys can ask: who was inside when, and what became of each action for whom.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sqlglot import exp

from engine.account_data.rows import put_query
from engine.accounts.model import CATALOG
from engine.database import Cursor, Store, stored
from engine.document.files import from_text
from engine.document.model import Document, Kind
from engine.journey.calendar import micros
from engine.journey.contract import Exit
from engine.journey.options import RunOptions
from engine.journey.plan import Plan
from engine.journey.properties import read_properties
from engine.journey.publishing import starts_at
from engine.journey.simulate import Simulated
from engine.problems import EngineError, Problem
from engine.runner.journeys import check_journey_document, data_version_of, rehearse
from engine.trees import col, number, query, text
from engine.workspace import Workspace
from engine.workspace.documents import DocumentEntry
from engine.workspace.launches import Outcome
from engine.workspace.statuses import Status

MEMBERS, OUTCOMES = "journey_member", "journey_outcome"
INSIDE = frozenset({Status.LIVE, Status.CLOSED})


def look_after_journeys(workspace: Workspace, now: datetime) -> Iterator[tuple[str, Problem]]:
    """Do what is due for every published journey; which could not be looked after, and why. `now` has a zone.

    What is wrong with one journey keeps nothing else from going on, and is tried again on the next day.
    Errors: Cancelled.
    """
    present = _utc(now)
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
    """Write that whoever is inside a journey leaves it now, because it is aborted. Errors: Cancelled,
    those of a rehearsal."""
    entry = workspace.documents.get(document)
    if entry.status in INSIDE:
        keep_log(workspace, from_text(workspace.documents.load(document)), entry, _utc(now), aborts=True)


def keep_log(
    workspace: Workspace, document: Document, entry: DocumentEntry, present: datetime, *, aborts: bool = False
) -> None:
    """Write who was in a journey up to the present (UTC), and note it as finished when nothing of it is to come.

    With `aborts`, whoever is inside leaves now: it was aborted. Errors: Cancelled, those of a rehearsal.
    """
    start = _start(workspace, document)
    last = read_properties(document.journey).schedule.end_date
    end = present if last is None else min(present, datetime.combine(last, datetime.min.time()))
    if end <= start:
        return
    closed = entry.changed.isoformat() if entry.status == Status.CLOSED else None
    options = RunOptions(sim_start=start.isoformat(), sim_end=end.isoformat(), closes=closed)
    plan = check_journey_document(workspace, document, as_of=start.replace(tzinfo=UTC))[0].plan
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
    """Whether the recurrence of a journey has come to its end, and nobody can enter any more."""
    recurrence = read_properties(document.journey).schedule.recurrence
    last = None if recurrence is None else recurrence.end_date
    return last is not None and present >= datetime.combine(last + timedelta(days=1), datetime.min.time())


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
    missing = [one for one in CATALOG.tables
               if one.name in {MEMBERS, OUTCOMES} and one.name not in workspace.catalog().table_by_name]  # fmt: skip
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
    with workspace.together():
        workspace.schemas.add(*missing)
        for name, rows in ((MEMBERS, members), (OUTCOMES, outcomes)):
            _replace(workspace, name, journey, rows)


def _replace(workspace: Workspace, name: str, journey: str, rows: exp.Select) -> None:
    """Make `rows` all that a table holds of a journey; those of others stay."""
    table = workspace.catalog().table_by_name[name]
    columns = [one.name for one in table.attributes]
    shaped = exp.select(*(
        exp.alias_(exp.Cast(this=col("r", one.name), to=one.type.to_sql()), one.name, quoted=True)
        for one in table.attributes
    )).from_(rows.subquery("r"))  # fmt: skip
    standing = workspace.datasets.current(name)
    whole: exp.Query = shaped
    if standing is not None:
        others = query("SELECT $all FROM s AS s WHERE s.journey_id <> $journey",
                       s=stored(Store.DATA, standing.physical), journey=text(journey), all=number(1))  # fmt: skip
        others = others.select(*(col("s", one) for one in columns), append=False, copy=False)
        whole = exp.union(shaped, others, distinct=False)
    put_query(workspace, table, whole, f"journey {journey}")


def _utc(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(tzinfo=None)
