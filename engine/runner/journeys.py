"""Rehearses journeys in a workspace: gathers what stands around one, runs it, and tells its counts as other runs do."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from time import perf_counter

from pydantic import JsonValue
from sqlglot import exp

from engine.account_data.programs import tokens_of
from engine.accounts.model import CATALOG
from engine.catalog.model import Catalog
from engine.database import Cursor, Store, stored
from engine.document.files import from_text
from engine.document.model import Document, Kind
from engine.journey.calendar import moment
from engine.journey.checking import CheckedJourney, check_journey
from engine.journey.contract import Exit, Port, Role, remark
from engine.journey.counting import JourneyCounts, NodeCounts, count
from engine.journey.named import temp
from engine.journey.options import RunOptions
from engine.journey.plan import Plan, PlannedNode, make_plan
from engine.journey.properties import JourneyProperties, read_properties
from engine.journey.publishing import end_problems, publish_problems, starts_at
from engine.journey.rows import Rows
from engine.journey.simulate import Simulated, fingerprint, simulate, span_of
from engine.journey.statements import statements
from engine.journey.tables import RunGround
from engine.journey.world import BESIDE, KEYS, JourneyShape, JourneyWorld, References, Row
from engine.journey.writing import message_problems
from engine.lanes import Job
from engine.problems import EngineError, Problem
from engine.runner.clock import clock_of
from engine.runner.linked_journeys import with_linked
from engine.runner.results import Event, Mode, NodeResult, RunResult, State, TransitionResult
from engine.runner.service import audience_shapes
from engine.texts import grouped, quoted, say
from engine.trees import col
from engine.workspace import Workspace
from engine.workspace.populations import NewPopulation
from engine.workspace.store import as_utc

_REFERRED = frozenset({*KEYS, *BESIDE})

_NOBODY = remark("nobody-enters", "Nobody enters in this rehearsal.", check="V20",
                 fix="Widen the audience, or rehearse a longer span.")  # fmt: skip
Tell = Callable[[Event], None]


def check_journey_document(
    workspace: Workspace, document: Document, *, as_of: datetime | None = None
) -> tuple[CheckedJourney, tuple[Problem, ...]]:
    """What of a journey can run, and its problems, those of its properties included. Errors: unknown-zone."""
    world, problems = world_of_journey(workspace, document, as_of)
    checked = check_journey(document, world)
    unfit = tuple(_unfit(checked.plan))
    if unfit:
        blocked = frozenset(one.node for one in (*checked.problems, *unfit) if one.is_error and one.node)
        checked = CheckedJourney(make_plan(document, world, blocked), (*checked.problems, *unfit))
    return checked, (*problems, *checked.problems)


def is_kept_from_running(checked: CheckedJourney, problems: tuple[Problem, ...]) -> bool:
    """Whether nothing at all of a journey can be rehearsed, for what `check_journey_document` found."""
    return not checked.can_run or any(problem.is_error and problem.node is None for problem in problems)


def _unfit(plan: Plan) -> Iterator[Problem]:
    """What is wrong with the filters of nodes, which shows when they are compiled."""
    ground = RunGround({}, plan.world.catalog, RunOptions(), (0, 1))
    for one in plan.nodes:
        if '"filters"' not in json.dumps(one.node.settings, default=str):
            continue
        try:
            rows = Rows(ground, temp("candidate"), of_people=plan.world.of_people)
            if one.role is Role.SOURCE and one.kind.happenings(one.place, rows) is None:
                one.kind.members(one.place, rows)
            statements(one, ground)
        except EngineError as error:
            yield error.problem.at(node=one.id)


def journey_publish_problems(workspace: Workspace, document: Document, now: datetime) -> tuple[Problem, ...]:
    """What keeps a journey from being published at `now`, beyond the problems of its check. Errors: unknown-zone."""
    world, _ = world_of_journey(workspace, document, now)
    tokens = {one.name for one in world.properties.my_tokens}
    program = world.references.find("program", world.properties.parent_program)
    tokens |= {name for name, *_ in tokens_of(workspace, str(program["program_id"]))} if program is not None else set()
    return (*publish_problems(world, document.description), *message_problems(document, tokens))


def journey_starts(document: Document) -> datetime | None:
    """When a journey that is published starts; None for at once. Errors: wrong-journey."""
    return starts_at(read_properties(document.journey))


def journey_ending(document: Document, end: date, now: datetime) -> Document:
    """A journey that ends on another day; `now` is UTC. Errors: wrong-end-date, wrong-journey."""
    properties = read_properties(document.journey)
    for problem in end_problems(properties.schedule.start_date, end, now):
        raise EngineError(problem)
    schedule = {**properties.schedule.model_dump(mode="json", exclude_defaults=True), "end_date": end.isoformat()}
    return document.model_copy(update={"journey": {**document.journey, "schedule": schedule}})


def world_of_journey(
    workspace: Workspace, document: Document, as_of: datetime | None = None
) -> tuple[JourneyWorld, tuple[Problem, ...]]:
    """What stands around a journey in its workspace, and what is wrong with its properties. Errors: unknown-zone."""
    problems: tuple[Problem, ...] = ()
    try:
        properties = read_properties(document.journey)
    except EngineError as error:
        properties, problems = JourneyProperties(), (error.problem,)
    clock = clock_of(document, as_of)
    present = as_utc(clock.now.replace(tzinfo=clock.zone))
    catalog = workspace.catalog()
    references = References(workspace.database.reader.run(partial(_objects, workspace, catalog)))
    journeys = {one.id: one for one in _other_journeys(workspace, document)}
    world = JourneyWorld(
        _with_model(catalog), properties, references, present, clock.zone, document.id, document.name, journeys,
        audience_shapes(workspace),
    )  # fmt: skip
    return world, problems


def _objects(workspace: Workspace, catalog: Catalog, cursor: Cursor) -> dict[str, tuple[Row, ...]]:
    """The rows of the small tables that journeys refer to."""
    found: dict[str, tuple[Row, ...]] = {}
    for name, table in workspace.datasets.snapshot().items():
        if name not in _REFERRED or not table.rows or name not in catalog.table_by_name:
            continue
        names = [one.name for one in catalog.table_by_name[name].attributes]
        rows = exp.select(*(col("t", one) for one in names)).from_(
            exp.alias_(stored(Store.DATA, table.physical), "t", table=True)
        )
        order = (col("t", one) for one in catalog.table_by_name[name].key)
        found[name] = tuple(dict(zip(names, row, strict=True)) for row in cursor.fetch(rows.order_by(*order)))
    return found


def _with_model(catalog: Catalog) -> Catalog:
    """The workspace's catalogue with the tables of the data model that it lacks, which then have no rows."""
    known = {table.name for table in catalog.tables}
    missing = tuple(table for table in CATALOG.tables if table.name not in known)
    return catalog.model_copy(update={"tables": (*catalog.tables, *missing)}) if missing else catalog


def _other_journeys(workspace: Workspace, document: Document) -> list[JourneyShape]:
    found: list[JourneyShape] = []
    for entry in workspace.documents.list():
        if entry.id == document.id or entry.kind != Kind.JOURNEY.value:
            continue
        other = from_text(workspace.documents.load(entry.id))
        try:
            properties = read_properties(other.journey)
        except EngineError:
            continue
        found.append(JourneyShape(other.id, other.name, properties.type, entry.status, properties))
    return found


def start_journey(
    workspace: Workspace,
    document: Document,
    *,
    options: RunOptions | None = None,
    as_of: datetime | None = None,
    emit: Tell = lambda _event: None,
) -> Job[RunResult]:
    """Rehearse a journey without waiting: a job that can be cancelled. `emit` is called on the writing thread."""
    work = partial(_run, workspace, document, options or RunOptions(), as_of, emit)
    return workspace.database.writer.submit(work, leaves=True)


def run_journey(
    workspace: Workspace,
    document: Document,
    *,
    options: RunOptions | None = None,
    as_of: datetime | None = None,
    emit: Tell = lambda _event: None,
) -> RunResult:
    """The same, and wait for it. Errors: Cancelled, unknown-zone, wrong-span."""
    return start_journey(workspace, document, options=options, as_of=as_of, emit=emit).result()


def _run(
    workspace: Workspace, document: Document, options: RunOptions, as_of: datetime | None, emit: Tell, cursor: Cursor
) -> RunResult:
    began = perf_counter()
    checked, problems = check_journey_document(workspace, document, as_of=as_of)
    tables = workspace.datasets.snapshot()
    sources = {name: stored(Store.DATA, table.physical) for name, table in tables.items()}
    version = data_version_of(sources)
    now = checked.plan.world.now
    if is_kept_from_running(checked, problems):
        return RunResult(document.id, document.kind.value, Mode.DESIGN, now.isoformat(), version, (), (), problems)
    plan = plan_of_run(workspace, checked.plan, options, as_of)
    found = rehearse(workspace, plan, options, sources, version, emit, cursor)
    counts = count(cursor, plan, found)
    told: dict[str, JsonValue] = {
        "mode": options.mode.value, "sample": options.sample is not None, "upper_bounds": options.reaches_all,
        "seconds": round(perf_counter() - began, 4),
    }  # fmt: skip
    told |= {"linked": [_linked(cursor, one, found, place) for place, one in enumerate(plan.linked, start=1)]}
    result = _result(document, plan, found, counts, problems, version, bounds=options.reaches_all)
    return replace(result, journey={**(result.journey or {}), **told})


def plan_of_run(workspace: Workspace, plan: Plan, options: RunOptions, as_of: datetime | None = None) -> Plan:
    """The plan of a run: with the journeys that run together with it, if the options say so. Errors: unknown-zone."""
    return with_linked(workspace, plan, options, lambda document: world_of_journey(workspace, document, as_of)[0])


def rehearse(
    workspace: Workspace,
    plan: Plan,
    options: RunOptions,
    sources: Mapping[str, exp.Table],
    version: str,
    emit: Tell,
    cursor: Cursor,
) -> Simulated:
    """The run of a plan: the stored one, or a new one that is stored. Errors: as `run_journey`."""
    span = span_of(plan.world, options)
    where = fingerprint(plan, options, span, version)
    known = workspace.populations.counts(where.name("crossings"))
    there = all(workspace.populations.holds(name) for name in where.names) and (
        set(where.names) <= cursor.tables(Store.WORK)
    )
    if isinstance(known, dict) and there:
        workspace.populations.record(used=where.names)
        passes = known.get("passes")
        return Simulated(where, *span, passes if isinstance(passes, int) else 0, 0)

    def tell(done: int, total: int) -> None:
        emit(Event("progress", plan.every[min(done, len(plan.every)) - 1].id, done=done, total=total))

    found = simulate(cursor, plan, sources, options, where, tell)
    passes_made: JsonValue = {"passes": found.passes}
    workspace.populations.record(
        *(NewPopulation(name, found.rows // len(where.names), passes_made) for name in where.names)
    )
    return found


def data_version_of(sources: Mapping[str, exp.Table]) -> str:
    """A short digest of the stored tables: any may be that of a custom object."""
    parts = [f"{name}={sources[name].name}" for name in sorted(sources)]
    return hashlib.md5("\n".join(parts).encode(), usedforsecurity=False).hexdigest()[:12]


def _result(
    document: Document,
    plan: Plan,
    run: Simulated,
    counts: JourneyCounts,
    problems: tuple[Problem, ...],
    version: str,
    *,
    bounds: bool,
) -> RunResult:
    nodes = tuple(_node_result(one, counts.nodes[one.rank], counts, run) for one in plan.nodes)
    if not bounds:
        problems = (*problems, *(_not_conserved(node) for node in nodes if not node.conserved))
    if not counts.entered:
        source = next(one.id for one in plan.nodes if one.role is Role.SOURCE)
        problems = (*problems, _NOBODY.at(node=source))
    journey: dict[str, JsonValue] = {
        "start": moment(run.start).isoformat(),
        "end": moment(run.end).isoformat(),
        "passes": run.passes,
        "entered": counts.entered,
        "in_progress": counts.in_progress,
        "excluded": counts.excluded,
        "exits": dict(counts.reasons),
        "completion_rate": _rate(counts),
        "mean_days": None if counts.mean_days is None else round(counts.mean_days, 2),
    }
    return RunResult(
        document=document.id,
        kind=document.kind.value,
        mode=Mode.DESIGN,
        as_of=plan.world.now.isoformat(),
        data_version=version,
        nodes=nodes,
        transitions=tuple(_transitions(document, plan, counts)),
        problems=problems,
        journey=journey,
    )


def _rate(counts: JourneyCounts) -> float | None:
    """The share, in percent, of tokens that left without being aborted; None while nobody entered."""
    done = sum(many for reason, many in counts.reasons.items() if reason != Exit.ABORTED)
    return round(100 * done / counts.entered, 2) if counts.entered else None


def _linked(cursor: Cursor, plan: Plan, run: Simulated, place: int) -> dict[str, JsonValue]:
    """What happened in a journey that ran together with the one that is rehearsed."""
    counts = count(cursor, plan, run, journey=place)
    return {
        "journey": plan.document.id,
        "name": plan.document.name,
        "entered": counts.entered,
        "in_progress": counts.in_progress,
        "exits": dict(counts.reasons),
        "transitions": [
            {"id": one.id, "from": one.source, "port": one.port, "to": one.target, "rows": one.rows,
             "accounts": one.accounts, "people": one.people}
            for one in _transitions(plan.document, plan, counts)
        ],
    }  # fmt: skip


def _not_conserved(node: NodeResult) -> Problem:
    return Problem(
        code="counts-do-not-add-up",
        what=say(
            "At {node}, {n} came, but {left} left, {waiting} stay and {dropped} went out.",
            node=quoted(node.id),
            n=node.entered,
            left=grouped(node.left),
            waiting=grouped(node.waiting),
            dropped=grouped(sum(node.dropped.values())),
        ),
        why="This is a fault of Jalon, not yours.",
        fix="Please report it with the document.",
        node=node.id,
    )


def _node_result(one: PlannedNode, counts: NodeCounts, whole: JourneyCounts, run: Simulated) -> NodeResult:
    if one.group is not None:
        crossed = [whole.edges.get((one.group, port), (0, 0, 0)) for port in one.group_ports]
        tokens = sum(part[0] for part in crossed)
        counts = NodeCounts(tokens, tokens, tokens, 0, {}, counts.outcomes)
    return NodeResult(
        one.id,
        one.node.type,
        State.DONE,
        entered=counts.entered,
        left=counts.left,
        waiting=counts.at_step,
        dropped=counts.exited,
        outcomes=counts.outcomes,
        population=run.stored.prefix,
    )


def _transitions(document: Document, plan: Plan, counts: JourneyCounts) -> list[TransitionResult]:
    by_id = {one.id: one for one in plan.nodes}
    found: list[TransitionResult] = []
    taken: set[tuple[str, str]] = set()
    for one in document.transitions:
        taken.add((one.source, one.port))
        planned = by_id.get(one.source)
        port = None if planned is None else _port(planned, one.port)
        label = one.label or ("" if port is None else port.label)
        found.append(_crossed(one.id, planned, one.source, one.port, one.target, label, counts))
    for planned in plan.nodes:
        for port in planned.kind.ports(planned.place.settings):
            if ((planned.id, port.id) not in taken and not port.hidden) or port.hidden:
                found.append(
                    _crossed(f"{planned.id}:{port.id}", planned, planned.id, port.id, None, port.label, counts)
                )
    return found


def _port(planned: PlannedNode, name: str) -> Port | None:
    return next((port for port in planned.kind.ports(planned.place.settings) if port.id == name), None)


def _crossed(
    identity: str,
    planned: PlannedNode | None,
    source: str,
    port: str,
    target: str | None,
    label: str,
    counts: JourneyCounts,
) -> TransitionResult:
    if planned is None:
        return TransitionResult(identity, source, port, target, label, None, None, None, active=False)
    ports = [(planned.rank, port)]
    if planned.group is not None:
        ports = [(planned.group, name) for name in planned.group_ports]
    parts = [counts.edges.get(one, (0, 0, 0)) for one in ports]
    tokens, units, people = (sum(part[place] for part in parts) for place in range(3))
    of_people = planned.place.world.of_people
    return TransitionResult(
        identity, source, port, target, label, "person" if of_people else "account", rows=tokens, targets=units,
        accounts=None if of_people else tokens, people=people,
    )  # fmt: skip
