"""A campaign or journey as a frozen value. It knows nothing of activities: settings stay the raw JSON they were.

A field or a node type that this version does not know is kept as it is, so that a newer file survives an older program.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints

FORMAT = 1

Identifier = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Part(BaseModel):
    """A frozen part of a document that keeps what it does not know."""

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True)


class Kind(StrEnum):
    """What a document designs."""

    CAMPAIGN = "campaign"
    JOURNEY = "journey"


class Node(Part):
    """An activity on the canvas. `version` is that of its settings' format."""

    id: Identifier
    type: str = Field(description="The kind of activity, such as build-audience.")
    version: int = 1
    label: str = ""
    settings: dict[str, JsonValue] = Field(default_factory=dict[str, JsonValue])
    disabled: bool = Field(default=False, description="It and all that follows on its path are skipped.")
    paused: bool = Field(default=False, description="A real or test run stops before it.")
    compact: bool = Field(default=False, description="Its card shows the title alone.")
    accent: str = Field(default="", description="The colour of its card; empty means that of its kind.")


class Transition(Part):
    """An arrow from an output of one node to the next node; `to` is empty while nothing follows."""

    id: Identifier
    source: str = Field(alias="from", description="The node that it leaves.")
    port: str = Field(default="result", description="The output that it leaves by.")
    target: str | None = Field(default=None, alias="to", description="The node that it enters.")
    label: str = ""
    points: tuple[tuple[float, float], ...] = Field(default=(), description="Where its line is led through.")
    label_at: float | None = Field(default=None, description="Where along the line its label stands, from 0 to 1.")


class Note(Part):
    """A remark on the canvas, in simple Markdown."""

    id: Identifier
    text: str = ""
    size: tuple[float, float] | None = Field(default=None, description="Width and height.")
    accent: str = ""
    level: int = Field(default=0, description="Of two that overlap, the one of the higher level is in front.")


class Frame(Part):
    """A titled frame around nodes."""

    id: Identifier
    title: str = ""
    nodes: tuple[str, ...] = ()
    rect: tuple[float, float, float, float] | None = Field(default=None, description="Left, top, width, height.")
    accent: str = ""
    collapsed: bool = False
    level: int = Field(default=0, description="Of two that overlap, the one of the higher level is in front.")


class DeclaredVariable(Part):
    """A global variable or a parameter of the signal. Its value is text; `type` says how expressions read it."""

    name: Identifier
    type: str = "string"
    value: str | None = Field(default=None, description="The value; for a signal's parameter, the test value.")


class OnError(StrEnum):
    """What a real run does when an activity fails."""

    SUSPEND = "suspend"
    IGNORE = "ignore"
    ABORT = "abort"


class Execution(Part):
    """How real runs are done, and what is kept of them."""

    on_error: OnError = Field(
        default=OnError.SUSPEND,
        description="Suspend: the run stops and can be continued; ignore: its other paths go on; abort: it is over.",
    )
    most_errors: int = Field(default=0, ge=0, description="With ignore, how many in a row are borne; 0 bears all.")
    keep_populations: bool = Field(default=False, description="Keep the populations of earlier runs.")
    history_days: int = Field(default=30, ge=1, description="For how many days logs and tasks are kept.")
    log_sql: bool = Field(default=False, description="Write the SQL of each activity to the log.")


class Document(Part):
    """A campaign (or journey): a graph of nodes and transitions, and what holds for the whole of it."""

    format: int = FORMAT
    kind: Kind = Kind.CAMPAIGN
    id: Identifier
    name: str = ""
    description: str = ""
    zone: str = Field(default="UTC", description="The time zone that every activity uses, such as Europe/Paris.")
    as_of: str | None = Field(
        default=None, description="The frozen instant to count at, as local time in the zone; empty means now."
    )
    dimension: str = Field(default="", description="The targeting dimension offered to new activities.")
    merge_policy: str = Field(
        default="", description="How profiles are merged; only audiences of the same policy can be read."
    )
    seed: int = Field(default=0, description="Decides every random choice; the same seed chooses the same people.")
    schedule: dict[str, JsonValue] = Field(default_factory=dict[str, JsonValue])
    journey: dict[str, JsonValue] = Field(
        default_factory=dict[str, JsonValue], description="For a journey: its type, schedule, re-entry and the like."
    )
    execution: Execution = Execution()
    supervisors: tuple[str, ...] = Field(default=(), description="Who is told when a run fails.")
    variables: tuple[DeclaredVariable, ...] = ()
    nodes: tuple[Node, ...] = ()
    transitions: tuple[Transition, ...] = ()
    layout: Mapping[str, tuple[float, float]] = Field(
        default_factory=dict[str, tuple[float, float]], description="Node id to position."
    )
    notes: tuple[Note, ...] = ()
    frames: tuple[Frame, ...] = ()

    @cached_property
    def node_by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def inbound(self) -> dict[str, tuple[Transition, ...]]:
        """Node id to the transitions that enter it, in document order."""
        return self._grouped(lambda transition: transition.target)

    @cached_property
    def outbound(self) -> dict[str, tuple[Transition, ...]]:
        """Node id to the transitions that leave it, in document order."""
        return self._grouped(lambda transition: transition.source)

    def _grouped(self, end: Callable[[Transition], str | None]) -> dict[str, tuple[Transition, ...]]:
        found: dict[str, list[Transition]] = {node.id: [] for node in self.nodes}
        for transition in self.transitions:
            found.setdefault(end(transition) or "", []).append(transition)
        return {node: tuple(transitions) for node, transitions in found.items()}
