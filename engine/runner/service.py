"""Runs a document in a workspace: what the window, the command line and scripts call. It gathers, plans and executes.

A design-time run changes nothing but the cache. A real run applies effects and writes history; it can wait, survive a
restart and go on.
"""

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from types import MappingProxyType

from pydantic import JsonValue
from sqlglot import exp

from engine.catalog.sources import Surroundings, Variable
from engine.checking import Checked, check
from engine.compiler.plan import Plan, make_plan
from engine.compiler.sources import Snapshot
from engine.contract import AudienceShape, Receiver, World
from engine.database import Cursor, Store, stored
from engine.document.files import from_text
from engine.document.model import Document, Kind
from engine.lanes import Job
from engine.problems import EngineError, Problem
from engine.registry import all_activities, read_settings
from engine.runner.clock import clock_of
from engine.runner.counting import Counts
from engine.runner.files import stage_files
from engine.runner.results import RunResult
from engine.runner.run import Emit, execute
from engine.schedules import AsSoonAsPossible, OnSignal, Schedule, SignalParameter, read_schedule
from engine.types import STRING, DataType
from engine.workspace import RejectedLine, Workspace
from engine.workspace.populations import NewPopulation, PopulationIndex
from engine.workspace.statuses import PUBLISHED
from engine.workspace.store import utc_now


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with all that a run of it needs to know; `problems` are those of the files that it loads.

    `refused` are, by node, the rejected lines of files that have too many of them.
    """

    checked: Checked
    snapshot: Snapshot
    data_version: str
    problems: tuple[Problem, ...] = ()
    refused: Mapping[str, Sequence[RejectedLine]] = dataclasses.field(default_factory=dict[str, Sequence[RejectedLine]])


def check_document(
    workspace: Workspace,
    document: Document,
    *,
    as_of: datetime | None = None,
    variables: Mapping[str, str] = MappingProxyType({}),
    earlier: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Checked:
    """The shapes and problems of a document in this workspace. Errors: unknown-zone, wrong-as-of.

    `variables` are values that come with the run; nodes that it has passed keep the `earlier` ones they had then.
    A journey has problems only: its nodes have no shapes before they run.
    """
    if document.kind is Kind.JOURNEY:
        # Journeys are loaded when there is one: a window on campaigns opens sooner without them.
        from engine.runner.checked_journeys import JourneyChecked
        from engine.runner.journeys import check_journey_document

        found, problems = check_journey_document(workspace, document, as_of=as_of)
        return JourneyChecked(document, world_of(workspace, document, as_of, variables), {}, problems, plan=found.plan)
    world = world_of(workspace, document, as_of, variables)
    before = workspace.plans.get(document.id)
    if not earlier and before is not None and before.checked.document == document and before.checked.world == world:
        return before.checked
    return check(document, world, {node: _as_it_was(world, document, given) for node, given in earlier.items()})


def prepare(
    workspace: Workspace,
    document: Document,
    *,
    as_of: datetime | None = None,
    variables: Mapping[str, str] = MappingProxyType({}),
) -> Prepared:
    """A checked document and the stored tables it would read; its files are read if they are new.

    `variables` are values that come with the run, such as a signal's. Errors: unknown-zone, wrong-as-of.
    """
    checked = check_document(workspace, document, as_of=as_of, variables=variables)
    files = stage_files(workspace, checked)
    snapshot = dataclasses.replace(snapshot_of(workspace, checked), files=files.tables, rejects=files.rejects)
    return Prepared(checked, snapshot, data_version(snapshot), files.problems, files.refused)


def plan_document(workspace: Workspace, prepared: Prepared) -> Plan:
    """What would run now, at design time."""
    index = workspace.populations
    names = index.names()
    document = prepared.checked.document.id
    before = workspace.plans.get(document)
    plan = make_plan(prepared.checked, prepared.snapshot, names.__contains__, index.reductions(), before=before)
    workspace.plans.keep(document, plan)
    said = {problem.node for problem in prepared.problems}
    rest = (problem for problem in plan.problems if problem.node not in said)
    return dataclasses.replace(plan, problems=(*prepared.problems, *rest))


def run_document(
    workspace: Workspace,
    document: Document,
    *,
    as_of: datetime | None = None,
    emit: Emit = lambda _event: None,
) -> RunResult:
    """Count every transition of a document, at design time, and wait for it. Errors: Cancelled, unknown-zone."""
    return start_run(workspace, document, as_of=as_of, emit=emit).result()


def start_run(
    workspace: Workspace,
    document: Document,
    *,
    as_of: datetime | None = None,
    emit: Emit = lambda _event: None,
) -> Job[RunResult]:
    """The same without waiting: a job that can be cancelled. `emit` is called on the writing thread."""
    if document.kind is Kind.JOURNEY:
        from engine.runner.journeys import start_journey

        return start_journey(workspace, document, as_of=as_of, emit=emit)
    return workspace.database.writer.submit(partial(_run, workspace, document, as_of, emit), leaves=True)


def _run(workspace: Workspace, document: Document, as_of: datetime | None, emit: Emit, cursor: Cursor) -> RunResult:
    prepared = prepare(workspace, document, as_of=as_of)
    cursor.stop_if_cancelled()
    plan = plan_document(workspace, prepared)
    cursor.stop_if_cancelled()
    recorded = Recorded(workspace.populations, used=plan.reused)
    try:
        result = execute(plan, cursor, recorded, emit=emit, data_version=prepared.data_version)
    finally:
        recorded.keep()
    # The cache has a limit; what this document shows stays, however much it is.
    read = (*prepared.snapshot.files.values(), *prepared.snapshot.rejects.values())
    workspace.populations.evict(keep=plan.tables | {table.name for table in read})
    return result


def prepare_test(workspace: Workspace, document: Document, *, as_of: datetime | None = None) -> Prepared:
    """A document for a test run: it reads the audience members that its last test run read, for two hours."""
    prepared = prepare(workspace, document, as_of=as_of)
    known = {audience.id: audience for audience in workspace.audiences.usable()}
    members = dict(prepared.snapshot.audiences)
    for node in prepared.checked.nodes.values():
        taken = node.activity.takes(node.place)
        if taken is not None and taken.audience in known:
            audience = known[taken.audience]
            physical = workspace.audiences.for_test(document.id, audience, taken.attributes, utc_now())
            members[audience.id] = stored(Store.DATA, physical)
    return dataclasses.replace(prepared, snapshot=dataclasses.replace(prepared.snapshot, audiences=members))


class Recorded:
    """The index of stored populations, as the runner uses it: read once, written in one commit at the end of a run.

    A crash in between loses nothing but the cache: what is not in the index is swept away on opening.
    """

    def __init__(self, index: PopulationIndex, run: str | None = None, used: Sequence[str] = ()) -> None:
        self._index = index
        self._run = run
        self._used = used
        self._known = index.all_counts()
        self.sizes = index.sizes
        self._new: dict[str, NewPopulation] = {}

    def counts(self, table: str) -> Counts | None:
        found = self._new[table].counts if table in self._new else self._known.get(table)
        return None if found is None else Counts.from_json(found)

    def record(self, table: str, counts: Counts | None, *, rows: int | None = None, shared: Sequence[str] = ()) -> None:
        if rows is None:
            rows = 0 if counts is None else sum(counts.rows.values())
        value = None if counts is None else counts.to_json()
        self._new[table] = NewPopulation(table, rows, value, shared, self._run)

    def keep(self) -> None:
        """Write what was recorded."""
        self._index.record(*self._new.values(), used=self._used)
        self._new.clear()


def world_of(
    workspace: Workspace,
    document: Document,
    as_of: datetime | None = None,
    variables: Mapping[str, str] = MappingProxyType({}),
) -> World:
    """What stands around a document in its workspace. Errors: unknown-zone, wrong-as-of."""
    clock = clock_of(document, as_of)
    surroundings = Surroundings(
        catalog=workspace.catalog(), clock=clock, variables=variables_of(document, variables), seed=document.seed
    )
    dimensions = surroundings.catalog.dimensions
    return World(
        surroundings=surroundings,
        audiences=audience_shapes(workspace),
        document=document.id,
        merge_policy=document.merge_policy,
        default_dimension=document.dimension or (dimensions[0].name if dimensions else ""),
        receivers=_receivers(workspace, document),
    )


def _as_it_was(world: World, document: Document, given: Mapping[str, str]) -> World:
    surroundings = dataclasses.replace(world.surroundings, variables=variables_of(document, given))
    return dataclasses.replace(world, surroundings=surroundings)


def audience_shapes(workspace: Workspace) -> dict[str, AudienceShape]:
    """The saved audiences of a workspace as checks know them, by id."""
    return {
        audience.id: AudienceShape(
            id=audience.id,
            label=audience.label,
            columns=audience.columns,
            identity=audience.identity,
            document=audience.document,
            merge_policy=audience.merge_policy,
            dimension=audience.dimension,
            namespace=audience.namespace,
            physical=audience.physical,
            status=audience.status.value,
        )
        for audience in workspace.audiences.usable()
    }


def _receivers(workspace: Workspace, document: Document) -> Mapping[str, Receiver]:
    """The campaigns of the workspace; only those that this one names are looked into."""
    mentioned = {text for node in document.nodes for text in _texts(node.settings)}
    return {
        entry.id: Receiver(
            entry.id,
            on_signal=entry.id not in mentioned or listens(from_text(workspace.documents.load(entry.id))),
            published=entry.status in PUBLISHED,
        )
        for entry in workspace.documents.list()
    }


def _texts(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def listens(document: Document) -> bool:
    """Whether a signal can start a campaign, or move it on."""
    return isinstance(schedule_of(document), OnSignal) or any(
        node.type == "external-signal" and not node.disabled for node in document.nodes
    )


def variables_of(document: Document, given: Mapping[str, str] = MappingProxyType({})) -> dict[str, Variable]:
    """The document's variables, those that its signals carry, and the values that came with the run.

    A type that does not exist reads as text. A value that was never declared is a text; nothing offers its name.
    """
    found = {one.name: Variable(one.name, one.value, DataType.or_text(one.type)) for one in document.variables}
    for one in _signal_parameters(document):
        found.setdefault(one.name, Variable(one.name, one.test_value, DataType.or_text(one.type)))
    for node in document.nodes:
        activity = all_activities().get(node.type)
        settings = None if activity is None else read_settings(activity, node.settings, node.version)[0]
        for variable in () if activity is None or settings is None else activity.variables(settings):
            found.setdefault(variable.name, variable)
    for name, value in given.items():
        known = found.get(name)
        found[name] = Variable(name, value, STRING if known is None else known.type, declared=known is not None)
    return found


def _signal_parameters(document: Document) -> tuple[SignalParameter, ...]:
    try:
        schedule = schedule_of(document)
    except EngineError:
        return ()  # the check of the document says so, at its own field
    return schedule.parameters if isinstance(schedule, OnSignal) else ()


def schedule_of(document: Document) -> Schedule:
    """When a campaign runs: its own schedule, or that of the Scheduler on its canvas. Errors: wrong-schedule (V29)."""
    if document.schedule:
        return read_schedule(document.schedule)
    for node in document.nodes:
        planned = node.settings.get("schedule") if node.type == "scheduler" and not node.disabled else None
        if isinstance(planned, dict):
            return read_schedule(planned)
    return AsSoonAsPossible()


def snapshot_of(workspace: Workspace, checked: Checked) -> Snapshot:
    """The stored tables that are current now."""
    tables = workspace.datasets.snapshot()
    histories = workspace.runs.histories(checked.document.id)
    content = workspace.runs.latest_content(checked.document.id) if histories else None
    before = {} if content is None else from_text(content).node_by_id
    return Snapshot(
        tables={name: _of_data(table.physical) for name, table in tables.items()},
        rows={name: table.rows for name, table in tables.items()},
        audiences={audience.id: _of_data(audience.physical) for audience in workspace.audiences.usable()},
        histories={node: _of_data(name) for node, (name, _) in histories.items() if name is not None},
        last_executions={node: last for node, (_, last) in histories.items() if last is not None},
        ran_with={node: before[node].settings for node in histories if node in before},
    )


@lru_cache(maxsize=1000)
def _of_data(physical: str) -> exp.Table:
    """A stored table of the data. It is the same tree each time, so that equal snapshots are soon seen to be so."""
    return stored(Store.DATA, physical)


def data_version(snapshot: Snapshot) -> str:
    """A short digest of every stored table that could be read; equal data has equal digests in one workspace."""
    parts = [
        f"{name}={table.name}"
        for group in (snapshot.tables, snapshot.audiences, snapshot.files)
        for name, table in sorted(group.items())
    ]
    return hashlib.md5("\n".join(parts).encode(), usedforsecurity=False).hexdigest()[:12]
