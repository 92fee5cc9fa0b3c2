"""What a model hands out: frozen values, one per part of the graph. Nothing here knows how it is drawn.

Positions and sizes are in scene units, one pixel at 100 % zoom and the normal text size. A position is a top left.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import NamedTuple

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""Left, top, width, height."""


class PortRef(NamedTuple):
    """One port of one node."""

    node: str
    port: str


class CountState(StrEnum):
    """How far a count can be trusted; NONE says that nothing is counted here, so that no pill stands for it."""

    NONE = "none"
    UNKNOWN = "unknown"
    ESTIMATED = "estimated"
    COMPUTING = "computing"
    EXACT = "exact"
    STALE = "stale"
    ERROR = "error"


class RunState(StrEnum):
    """Where a node stands in the present or the last run."""

    NONE = "none"
    QUEUED = "queued"
    RUNNING = "running"
    WAITING = "waiting"
    DONE = "done"
    WARNING = "warning"
    FAILED = "failed"
    SKIPPED = "skipped"


class Severity(StrEnum):
    """How bad a remark is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Badge:
    """A count of remarks on a node, with the sentences a tooltip shows."""

    severity: Severity
    count: int
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """The number on a transition. `previous` and `entry` are shares from 0 to 1, when they are known.

    `seconds` is how long the query took, `run` says in words which run found the number.
    """

    state: CountState = CountState.UNKNOWN
    value: int | None = None
    unit: str = ""
    previous: float | None = None
    entry: float | None = None
    detail: str = ""
    seconds: float | None = None
    run: str = ""
    icon: str = ""
    """What stands before the number where two are shown, such as a house; a name of the icon library."""
    second: int | None = None
    """Another count of the same flow, such as the people who came with the accounts."""
    second_icon: str = ""
    change: int | None = None
    """How much more it is than what it is compared with; None while it is compared with nothing."""


@dataclass(frozen=True, slots=True)
class Status:
    """What a node shows besides its document: run state, progress from 0 to 1 when known, and remarks."""

    run: RunState = RunState.NONE
    progress: float | None = None
    badge: Badge | None = None
    detail: str = ""
    words: str = ""
    """What the card says of the state instead of its usual word."""
    tally: str = ""
    """What became of those who came in, in a few words with numbers; the last line of the card."""
    outdated: bool = False
    """Whether an edit has overtaken the tally."""


@dataclass(frozen=True, slots=True)
class PortView:
    """An input or an output. `many` says that several transitions may meet here."""

    id: str
    label: str = ""
    many: bool = True
    problem: str = ""


@dataclass(frozen=True, slots=True)
class NodeView:
    """One activity: what its card says and where it stands."""

    id: str
    type: str
    title: str
    x: float
    y: float
    type_title: str = ""
    icon: str = "ph.square"
    summary: tuple[str, ...] = ()
    inputs: tuple[PortView, ...] = ()
    outputs: tuple[PortView, ...] = ()
    accent: str = "grey"
    disabled: bool = False
    compact: bool = False
    down: bool = False
    """Whether it is read from top to bottom: inputs on its upper edge, outputs on its lower one."""
    missing: bool = False
    """True when this program does not know the type; it is shown as a placeholder."""


@dataclass(frozen=True, slots=True)
class EdgeView:
    """One transition. `target` is None while nothing follows it; `points` are the user's reroute points, in order."""

    id: str
    source: PortRef
    target: PortRef | None
    label: str = ""
    points: tuple[Point, ...] = ()
    label_at: float | None = None
    """Where along the way the label stands, from 0 to 1; None means beside the source."""
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class NoteView:
    """A remark on the canvas, in simple Markdown."""

    id: str
    text: str
    rect: Rect
    accent: str = "amber"
    level: int = 0
    """Which of two notes that overlap is in front: the one of the higher level."""


@dataclass(frozen=True, slots=True)
class FrameView:
    """A titled frame around nodes."""

    id: str
    title: str
    rect: Rect
    nodes: tuple[str, ...] = ()
    accent: str = "blue"
    collapsed: bool = False
    level: int = 0
    """Which of two frames that overlap is in front: the one of the higher level."""


PartView = NodeView | EdgeView | NoteView | FrameView


@dataclass(frozen=True, slots=True)
class NodeType:
    """An entry of the palette. `inputs` and `outputs` are those of a new node; `words` are synonyms for search."""

    id: str
    title: str
    category: str
    icon: str = "ph.square"
    accent: str = "grey"
    description: str = ""
    words: tuple[str, ...] = ()
    inputs: tuple[PortView, ...] = ()
    outputs: tuple[PortView, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """A set of parts by id, kind by kind: a selection, what to delete, what changed."""

    nodes: frozenset[str] = frozenset()
    edges: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    frames: frozenset[str] = frozenset()

    @staticmethod
    def of(
        nodes: Iterable[str] = (), edges: Iterable[str] = (), notes: Iterable[str] = (), frames: Iterable[str] = ()
    ) -> "Parts":
        return Parts(frozenset(nodes), frozenset(edges), frozenset(notes), frozenset(frames))

    def __or__(self, other: "Parts") -> "Parts":
        return Parts(
            self.nodes | other.nodes, self.edges | other.edges, self.notes | other.notes, self.frames | other.frames
        )

    def __sub__(self, other: "Parts") -> "Parts":
        return Parts(
            self.nodes - other.nodes, self.edges - other.edges, self.notes - other.notes, self.frames - other.frames
        )

    def __and__(self, other: "Parts") -> "Parts":
        return Parts(
            self.nodes & other.nodes, self.edges & other.edges, self.notes & other.notes, self.frames & other.frames
        )

    def __xor__(self, other: "Parts") -> "Parts":
        return (self | other) - (self & other)

    def __bool__(self) -> bool:
        return bool(self.nodes or self.edges or self.notes or self.frames)

    def __len__(self) -> int:
        return sum(len(getattr(self, field.name)) for field in fields(self))


NOTHING = Parts()
