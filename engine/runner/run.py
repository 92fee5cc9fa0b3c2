"""Executes a plan on the writing thread and tells of each node as soon as its counts are known.

Populations are stored under their fingerprints, so a run only computes what no earlier run has. Nothing displayed
steers the execution: which path goes on is decided from the stored populations themselves.
"""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlglot import exp

from engine.compiler.plan import Plan, PlannedNode, Step
from engine.contract import Category, Counted, Effect, Inbound, Port
from engine.database import Cursor, Store
from engine.document.graph import upstream
from engine.document.model import Transition
from engine.problems import EngineError, Problem, Severity
from engine.relations import PORT, Relation
from engine.runner.counting import Counting, Counts, Populations
from engine.runner.results import Event, Mode, NodeResult, RunResult, State, TransitionResult
from engine.texts import Text, say, sentences, with_values

log = logging.getLogger(__name__)

Emit = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """What a real run has done before it was interrupted or began to wait; empty for all others.

    `passed` are the nodes that it has done, `released` the pause points that it may pass, `due` says of a waiting node
    whether its time has come, and `apply` does an effect of a node unless it was done already. With `asks`, what is
    not `confirmed` waits for it where it must be. `pausing` says that no further activity begins; neither does one
    after more failures in a row than it `bears`, None being any number.
    """

    passed: frozenset[str] = frozenset()
    released: frozenset[str] = frozenset()
    asks: bool = False
    confirmed: frozenset[str] = frozenset()
    pausing: Callable[[], bool] = field(default=lambda: False)
    bears: int | None = None
    due: Callable[[str, PlannedNode], bool] = field(default=lambda _name, _node: False)
    apply: Callable[[str, int, Effect], None] = field(default=lambda _node, _place, _effect: None)


def execute(
    plan: Plan,
    cursor: Cursor,
    populations: Populations,
    *,
    mode: Mode = Mode.DESIGN,
    emit: Emit = lambda _event: None,
    progress: Progress | None = None,
    data_version: str = "",
) -> RunResult:
    """Run a plan to its end. Errors: Cancelled; a failing step is a problem of its node and stops only what follows."""
    run = _Run(plan, cursor, populations, mode, emit, progress or Progress())
    for name in _order(plan):
        run.node(name)
    run.end()
    document = plan.checked.document
    clock = plan.checked.world.surroundings.clock
    return RunResult(
        document=document.id,
        kind=document.kind.value,
        mode=mode,
        as_of=clock.now.replace(tzinfo=clock.zone).isoformat(),
        data_version=data_version,
        nodes=tuple(run.results[node.id] for node in document.nodes if node.id in run.results),
        transitions=run.all_transitions(),
        problems=(*plan.checked.problems, *plan.problems, *run.problems),
        suspended=run.suspended,
    )


def _order(plan: Plan) -> list[str]:
    """The nodes so that each comes after those before it, and what no message precedes before all messages."""
    document, late = plan.checked.document, set[str]()
    for name, checked in plan.checked.nodes.items():
        entering = {one.source for one in document.inbound.get(name, ())}
        if checked.activity.category is Category.CHANNEL or entering & late:
            late.add(name)
    return sorted(plan.checked.nodes, key=lambda name: name in late)


class _Run:
    def __init__(
        self, plan: Plan, cursor: Cursor, populations: Populations, mode: Mode, emit: Emit, progress: Progress
    ) -> None:
        self._plan = plan
        self._cursor = cursor
        self._populations = populations
        self._counting = Counting(cursor, populations)
        self._mode = mode
        self._emit = emit
        self._progress = progress
        self._steps = {step.table: step for step in plan.steps}
        self._todo = len(plan.steps)
        self._done: dict[str, int] = {}
        self._numbers: dict[tuple[str, str], tuple[int, int]] = {}
        self._active: dict[tuple[str, str], bool] = {}
        self.results: dict[str, NodeResult] = {}
        self.transitions: dict[tuple[str, str], TransitionResult] = {}
        self.problems: list[Problem] = []
        self._failures = 0
        self.suspended = False

    def node(self, name: str) -> None:
        """Bring one node as far as this run can."""
        self._cursor.stop_if_cancelled()
        planned = self._plan.nodes.get(name)
        obstacle = self._obstacle(name, planned)
        if obstacle is not None or planned is None:
            self._failures += obstacle is None
            self._stop_at(name, *(obstacle or (State.FAILED, say("It could not be prepared; see the problems."))))
            return
        self._emit(Event("started", node=name, done=len(self._done), total=self._todo))
        started = time.perf_counter()
        try:
            computed = self._compute(planned)
            self._cursor.stop_if_cancelled()
            counts = self._counting.counts(planned, self._done.get(planned.population or ""))
        except EngineError as error:
            self._failures += 1
            self.problems.append(error.problem.at(node=name))
            self._stop_at(name, State.FAILED, say("The step failed; see the problems."))
            return
        self._finish(name, planned, counts, time.perf_counter() - started if computed else 0.0)

    def all_transitions(self) -> tuple[TransitionResult, ...]:
        """Every transition of the document, then the outputs that nothing is connected to."""
        document = self._plan.checked.document
        drawn = [self._drawn(transition) for transition in document.transitions]
        taken = {(transition.source, transition.port) for transition in document.transitions}
        return (*drawn, *(found for key, found in self.transitions.items() if key not in taken))

    def _drawn(self, transition: Transition) -> TransitionResult:
        found = self.transitions.get((transition.source, transition.port))
        if found is None:
            return TransitionResult(
                transition.id, transition.source, transition.port, transition.target, transition.label,
                unit=None, rows=None, targets=None, active=False,
            )  # fmt: skip
        return replace(found, id=transition.id, target=transition.target, label=transition.label or found.label)

    def _obstacle(self, name: str, planned: PlannedNode | None) -> tuple[State, str] | None:
        checked = self._plan.checked.nodes[name]
        if checked.node.disabled:
            return State.NOT_REACHED, say("It is disabled; the path ends here.")
        needed = set(checked.activity.needs(checked.place))
        inputs = [one for one in checked.place.inputs if one.transition in needed]
        silent = [one for one in inputs if not self._active.get((one.node, checked.input_ports[one.transition]), False)]
        if silent:
            if len(silent) < len(inputs) and not self._held(silent):
                self.problems.append(_unsatisfied(name, self._named(silent)))
            return State.NOT_REACHED, say("Nothing comes from {named}.", named=self._named(silent))
        if planned is not None and self._mode is not Mode.DESIGN:
            return self._halt(name, planned)
        return None

    def _halt(self, name: str, planned: PlannedNode) -> tuple[State, str] | None:
        """Why a run that is more than a design-time one does not begin a node that it could."""
        progress, checked = self._progress, planned.checked
        if name in progress.passed:
            return None
        if progress.bears is not None and self._failures > progress.bears:
            self.suspended = True
            return State.PAUSED, say("The run was suspended, because another activity failed.")
        if progress.pausing():
            return State.PAUSED, say("The run was paused; resume to go on.")
        if checked.node.paused and name not in progress.released:
            return State.PAUSED, say("It is a pause point; resume to go on.")
        if self._mode is Mode.TEST and checked.activity.category is Category.CHANNEL:
            return State.PAUSED, say("A test run stops at the first message of each path.")
        if progress.asks and name not in progress.confirmed and checked.activity.asks(planned.place.settings):
            return State.PENDING, say("It waits to be confirmed.")
        return None

    def _held(self, silent: list[Inbound]) -> bool:
        """Whether some of these paths only wait or pause, so that they may still come."""
        document = self._plan.checked.document
        above = {name for one in silent for name in (one.node, *upstream(document, one.node))}
        held = {State.WAITING, State.PAUSED, State.PENDING}
        return any(self.results[name].state in held for name in above & self.results.keys())

    def _named(self, inbounds: list[Inbound]) -> str:
        """The activities that transitions come from, as the user named them."""
        nodes = self._plan.checked.document.node_by_id
        return ", ".join(repr(nodes[inbound.node].label or inbound.node) for inbound in inbounds)

    def _stop_at(self, name: str, state: State, note: str) -> None:
        checked = self._plan.checked.nodes[name]
        self.results[name] = NodeResult(name, checked.node.type, state, note=note)
        for port in checked.activity.ports(checked.place.settings):
            self._active[name, port.id] = False
            self._say(name, port, None, active=False)
        self._tell(name)

    def _compute(self, planned: PlannedNode) -> bool:
        """Store the node's population if it is not there yet; whether anything had to be computed."""
        step = self._steps.get(planned.population or "")
        if step is None or step.table in self._done:
            return False
        for shared in self._plan.steps:
            if shared.shared and shared.table not in self._done and shared.table in step.reads:
                rows = self._store(shared)
                self._populations.record(shared.table, None, rows=rows, shared=shared.shared)
        self._store(step)
        return True

    def _store(self, step: Step) -> int:
        store = Store.RUNS if self._mode is Mode.REAL else Store.WORK
        # A run that was cancelled after this statement and before its count was written leaves the table behind.
        words = {PORT: step.ports} if step.ports else {}
        rows = self._cursor.create(store, step.table, step.text, replace=True, words=words)
        self._done[step.table] = rows
        return rows

    def _finish(self, name: str, planned: PlannedNode, counts: Counts | None, seconds: float) -> None:
        checked = planned.checked
        activity, place = checked.activity, planned.place
        for port, output in planned.outputs.items():
            self._number(output, counts, port)
        entered = self._entered(planned)
        left = counts.left if counts is not None else entered
        waits = self._mode is Mode.REAL and activity.waits(place) is not None and not self._progress.due(name, planned)
        per_port = {port: self._rows(output) for port, output in planned.outputs.items()}
        active = frozenset[str]() if waits else activity.activates(place, entered, per_port, self._cursor.value_of)
        dropped = {} if waits else dict(activity.losses(place, entered, left))
        self.results[name] = NodeResult(
            name,
            checked.node.type,
            State.WAITING if waits else State.DONE,
            entered=entered,
            left=0 if waits else left,
            waiting=entered if waits else 0,
            dropped=dropped,
            reach=counts.tally if counts is not None else {},
            seconds=seconds,
            reused=seconds == 0,
            population=planned.population,
            note=self._would(planned) if self._mode is Mode.TEST else "",
        )
        for shown in activity.ports(place.settings):
            self._active[name, shown.id] = shown.id in active
            self._say(name, shown, planned.outputs.get(shown.id), active=shown.id in active)
        self._tell(name)
        self._remark(name, planned)
        failures, self._failures = self._failures, 0
        if self._mode is Mode.REAL and not waits and not self._apply(name, planned, at_end=False):
            self._failures = failures + 1

    def _would(self, planned: PlannedNode) -> str:
        """What a real run would do here, in words."""
        said: list[Text] = []
        for effect in planned.checked.activity.effects(planned.place, planned.sources, planned.outputs):
            would = effect.would
            if would.counts and effect.query is not None:
                rows = exp.select(exp.Count(this=exp.Star())).from_(effect.query.copy().subquery("r"))
                would = with_values(would, n=self._cursor.value(rows))
            said += [would] if would else []
        return sentences(*said)

    def end(self) -> None:
        """Do what waited until the run came as far as it can; not after a failure, so that it can be tried again."""
        if self._mode is not Mode.REAL or any(one.state is State.FAILED for one in self.results.values()):
            return
        for name, planned in self._plan.nodes.items():
            if self.results[name].state is State.DONE:
                self._apply(name, planned, at_end=True)

    def _apply(self, name: str, planned: PlannedNode, *, at_end: bool) -> bool:
        """Do the effects of a node; whether its path goes on."""
        effects = planned.checked.activity.effects(planned.place, planned.sources, planned.outputs)
        try:
            for place, effect in enumerate(effects):
                if effect.at_end is at_end:
                    self._progress.apply(name, place, effect)
        except EngineError as error:
            return self._fail(name, planned, error.problem.at(node=name))
        return True

    def _fail(self, name: str, planned: PlannedNode, problem: Problem) -> bool:
        """An effect failed: the path goes on by the output for that, where there is one, and else ends here."""
        activity = planned.checked.activity
        ports = activity.ports(planned.place.settings)
        if activity.failure_port not in {port.id for port in ports}:
            self.problems.append(problem)
            self._stop_at(name, State.FAILED, say("What it does could not be done; see the problems."))
            return False
        self.problems.append(replace(problem, severity=Severity.WARNING))
        for port in ports:
            self._active[name, port.id] = port.id == activity.failure_port
            self._say(name, port, planned.outputs.get(port.id), active=port.id == activity.failure_port)
        self._tell(name)
        return True

    def _number(self, output: Relation | None, counts: Counts | None, port: str) -> None:
        if output is None or counts is None:
            return
        stands = port if output.port is not None else ""
        self._numbers[output.table, output.port or ""] = (counts.rows.get(stands, 0), counts.targets.get(stands, 0))

    def _rows(self, output: Relation | None) -> int:
        return 0 if output is None else self._numbers[output.table, output.port or ""][0]

    def _entered(self, planned: PlannedNode) -> int:
        if planned.asking.entered is not None:
            return self._counting.ask(planned, planned.asking.entered)
        place = planned.place
        primary = set(planned.checked.activity.entering(place))
        return sum(self._rows(inbound.relation) for inbound in place.inputs if inbound.transition in primary)

    def _say(self, name: str, port: Port, output: Relation | None, *, active: bool) -> None:
        rows = targets = None
        if output is not None and active:
            rows, targets = self._numbers[output.table, output.port or ""]
        self.transitions[name, port.id] = TransitionResult(
            id=f"{name}:{port.id}",
            source=name,
            port=port.id,
            target=None,
            label=port.label,
            unit=None if output is None else output.dimension,
            rows=rows,
            targets=targets,
            active=active,
        )

    def _tell(self, name: str) -> None:
        news = tuple(found for key, found in self.transitions.items() if key[0] == name)
        self._emit(Event("finished", name, self.results[name], news, len(self._done), self._todo))

    def _remark(self, name: str, planned: PlannedNode) -> None:
        for counted, question in planned.asking.remarks:
            number = self._counting.ask(planned, question)
            if number:
                self.problems.append(_with_count(counted, number).at(node=name))


def _unsatisfied(name: str, missing: str) -> Problem:
    return Problem(
        code="join-not-satisfied",
        what=say("Not all paths came here: {missing} stopped before.", missing=missing),
        why="It goes on only when all of them have come.",
        fix="Untick that path, or let it go on when it is empty.",
        severity=Severity.WARNING,
        node=name,
        values={"paths": missing},
    )


def _with_count(counted: Counted, number: int) -> Problem:
    values: Mapping[str, Any] = {**counted.problem.values, "count": number}
    return replace(counted.problem, what=with_values(counted.problem.what, n=number), values=values)
