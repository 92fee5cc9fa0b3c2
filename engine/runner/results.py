"""What a run found: exact counts per node and transition, reasons, reach, problems. Values, with their JSON form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import JsonValue

from engine.problems import Problem


class Mode(StrEnum):
    """A design-time run projects past waits and channels; a test stops at the first channel; a real run has effects."""

    DESIGN = "design"
    TEST = "test"
    REAL = "real"


class State(StrEnum):
    """What became of a node in a run; one that is pending waits to be confirmed by hand."""

    DONE = "done"
    FAILED = "failed"
    WAITING = "waiting"
    PAUSED = "paused"
    PENDING = "pending"
    NOT_REACHED = "not-reached"


@dataclass(frozen=True, slots=True)
class NodeResult:
    """A node's conservation: entered = left + waiting + all that was dropped. Counts are rows of the entering unit.

    `reach` counts a message's rows by send status, `outcomes` what came of a journey's action by code. `seconds` is
    zero for a population that was stored already.
    """

    id: str
    type: str
    state: State
    entered: int = 0
    left: int = 0
    waiting: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict[str, int])
    reach: Mapping[str, int] = field(default_factory=dict[str, int])
    outcomes: Mapping[str, int] = field(default_factory=dict[str, int])
    seconds: float = 0.0
    reused: bool = False
    population: str | None = None
    note: str = ""

    @property
    def conserved(self) -> bool:
        return self.entered == self.left + self.waiting + sum(self.dropped.values())

    def to_json(self) -> dict[str, JsonValue]:
        found: dict[str, JsonValue] = {
            "id": self.id,
            "type": self.type,
            "state": self.state.value,
            "in": self.entered,
            "out": self.left,
            "waiting": self.waiting,
            "dropped": dict(self.dropped),
            "seconds": round(self.seconds, 4),
        }
        if self.reach:
            found["reach"] = dict(self.reach)
        if self.outcomes:
            found["outcomes"] = dict(self.outcomes)
        if self.note:
            found["note"] = self.note
        return found


@dataclass(frozen=True, slots=True)
class TransitionResult:
    """The exact count of a transition: rows, and distinct targets. Both are None where no population passes.

    A journey's transition has the number of `accounts` that crossed it (each entry counts again) and of the `people`
    who came with them; in a journey of people the accounts are None.
    """

    id: str
    source: str
    port: str
    target: str | None
    label: str
    unit: str | None
    rows: int | None
    targets: int | None
    active: bool = True
    accounts: int | None = None
    people: int | None = None

    def to_json(self) -> dict[str, JsonValue]:
        of_journey: dict[str, JsonValue] = (
            {} if self.people is None else {"accounts": self.accounts, "people": self.people}
        )
        return {
            "id": self.id,
            "from": self.source,
            "port": self.port,
            "to": self.target,
            "label": self.label,
            "unit": self.unit,
            "rows": self.rows,
            "targets": self.targets,
            "active": self.active,
            **of_journey,
        }


@dataclass(frozen=True, slots=True)
class RunResult:
    """One run of one document, whole; with `suspended`, failures kept it from going on."""

    document: str
    kind: str
    mode: Mode
    as_of: str
    data_version: str
    nodes: tuple[NodeResult, ...]
    transitions: tuple[TransitionResult, ...]
    problems: tuple[Problem, ...]
    run: str | None = None
    journey: Mapping[str, JsonValue] | None = None
    """For a journey: its clock, its passes, its entries and how they ended."""
    suspended: bool = False

    @property
    def ok(self) -> bool:
        return not any(problem.is_error for problem in self.problems)

    def node(self, name: str) -> NodeResult:
        return next(node for node in self.nodes if node.id == name)

    def transition(self, name: str) -> TransitionResult:
        return next(transition for transition in self.transitions if transition.id == name)

    def to_json(self) -> dict[str, JsonValue]:
        return {
            "document": self.document,
            "kind": self.kind,
            "mode": self.mode.value,
            "as_of": self.as_of,
            "data_version": self.data_version,
            "nodes": [node.to_json() for node in self.nodes],
            "transitions": [transition.to_json() for transition in self.transitions],
            "problems": [problem_to_json(problem) for problem in self.problems],
            **({"run": self.run} if self.run else {}),
            **({"journey": dict(self.journey)} if self.journey is not None else {}),
        }


def problem_to_json(problem: Problem) -> dict[str, JsonValue]:
    """A problem with the parts that say something."""
    parts: dict[str, JsonValue] = {
        "severity": problem.severity.value,
        "code": problem.code,
        "check": problem.check,
        "node": problem.node,
        "field": problem.field,
        "position": problem.position,
        "what": problem.what,
        "why": problem.why,
        "fix": problem.fix,
    }
    return {name: value for name, value in parts.items() if value not in (None, "")}


@dataclass(frozen=True, slots=True)
class Event:
    """News of a run while it lasts. `done` of `total` steps are computed."""

    kind: str
    node: str | None = None
    result: NodeResult | None = None
    transitions: tuple[TransitionResult, ...] = ()
    done: int = 0
    total: int = 0
