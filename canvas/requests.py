"""What the canvas asks of a model. One gesture is one request, and one request is one undo step.

The canvas changes nothing itself: it hands a request to `GraphModel.ask` and waits for the model's signals.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from canvas.views import NOTHING, Parts, Point, PortRef, Rect


def _nowhere() -> dict[str, Point]:
    return {}


def _no_members() -> dict[str, tuple[str, ...]]:
    return {}


AUTOMATIC = -1.0
"""Where the canvas finds room for a label by itself."""


@dataclass(frozen=True, slots=True)
class Move:
    """Put parts at new positions (their top left corners). Resizing a note or a frame is SetNote or SetFrame."""

    nodes: Mapping[str, Point] = field(default_factory=_nowhere)
    notes: Mapping[str, Point] = field(default_factory=_nowhere)
    frames: Mapping[str, Point] = field(default_factory=_nowhere)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=_no_members)
    """Frames whose nodes change with the move, because some were taken in or out: frame to all its nodes then."""
    reason: str = "move"
    """Why: move, align, layout, turn, make-room, nudge. It names the undo step, and nudges may merge."""


@dataclass(frozen=True, slots=True)
class AddNode:
    """Add a node of a type; with `source` or `target` it is connected at once to that port."""

    type: str
    at: Point
    source: PortRef | None = None
    target: PortRef | None = None


@dataclass(frozen=True, slots=True)
class InsertOnEdge:
    """Put a node into a transition: a new one of `type`, or the present `node`. `shift` makes room downstream."""

    edge: str
    at: Point
    type: str = ""
    node: str = ""
    shift: Mapping[str, Point] = field(default_factory=_nowhere)


@dataclass(frozen=True, slots=True)
class Connect:
    """Draw a transition from an output to an input. An open transition of that output may be used."""

    source: PortRef
    target: PortRef


@dataclass(frozen=True, slots=True)
class Reconnect:
    """Put one end of a transition, or both, elsewhere. The end that is None stays."""

    edge: str
    source: PortRef | None = None
    target: PortRef | None = None


@dataclass(frozen=True, slots=True)
class MovePort:
    """Move all transitions of one port to another port of the same direction."""

    port: PortRef
    to: PortRef
    output: bool


@dataclass(frozen=True, slots=True)
class Delete:
    """Delete parts; transitions of a deleted node go with it."""

    parts: Parts


@dataclass(frozen=True, slots=True)
class DeleteAndHeal:
    """Delete nodes and join what came in to what went out."""

    nodes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Copy parts, moved by `by`; `keep_incoming` also copies the transitions that enter from outside."""

    parts: Parts
    by: Point
    keep_incoming: bool = False


@dataclass(frozen=True, slots=True)
class Paste:
    """Add what `text` describes (made by GraphModel.copy), its top left at `at`."""

    text: str
    at: Point


@dataclass(frozen=True, slots=True)
class Replace:
    """Change the type of a node; name, position and what fits of settings and transitions stay."""

    node: str
    type: str


@dataclass(frozen=True, slots=True)
class Rename:
    """Give a node its title."""

    node: str
    title: str


@dataclass(frozen=True, slots=True)
class SetNode:
    """Change how nodes look or whether they take part. None leaves a property as it is."""

    nodes: frozenset[str]
    disabled: bool | None = None
    compact: bool | None = None
    accent: str | None = None


@dataclass(frozen=True, slots=True)
class SetEdge:
    """Change a transition's label, reroute points or label place. None leaves a property as it is.

    AUTOMATIC as `label_at` gives the label back to the canvas, which finds a place for it.
    """

    edge: str
    label: str | None = None
    points: tuple[Point, ...] | None = None
    label_at: float | None = None

    def values(self) -> dict[str, Any]:
        """What is to be changed, by the names of EdgeView's fields."""
        given = {"label": self.label, "points": self.points, "label_at": self.label_at}
        found: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        if self.label_at == AUTOMATIC:
            found["label_at"] = None
        return found


@dataclass(frozen=True, slots=True)
class AddNote:
    """Add a note."""

    rect: Rect
    text: str = ""


@dataclass(frozen=True, slots=True)
class SetNote:
    """Change a note. None leaves a property as it is."""

    note: str
    text: str | None = None
    rect: Rect | None = None
    accent: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class AddFrame:
    """Add a frame around nodes."""

    rect: Rect
    nodes: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class SetFrame:
    """Change a frame. None leaves a property as it is."""

    frame: str
    title: str | None = None
    rect: Rect | None = None
    nodes: tuple[str, ...] | None = None
    accent: str | None = None
    collapsed: bool | None = None
    level: int | None = None
    push: Move | None = None
    """What makes room for a frame that is expanded, or takes its place back when it is collapsed."""


Request = (
    Move
    | AddNode
    | InsertOnEdge
    | Connect
    | Reconnect
    | MovePort
    | Delete
    | DeleteAndHeal
    | Duplicate
    | Paste
    | Replace
    | Rename
    | SetNode
    | SetEdge
    | AddNote
    | SetNote
    | AddFrame
    | SetFrame
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Allowed, or refused with a sentence for the user. True when allowed."""

    reason: str = ""

    def __bool__(self) -> bool:
        return not self.reason


ALLOWED = Answer()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a request: refused with a reason, or done with the parts it created. True when done."""

    reason: str = ""
    created: Parts = NOTHING
    notice: str = ""
    """A sentence for the user about what was done, such as: two references of what was pasted lead nowhere here."""

    def __bool__(self) -> bool:
        return not self.reason
