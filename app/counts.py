"""What is known of a document's counts: the last exact numbers, and which of them an edit has made stale.

Counts are kept by node and port, because transitions come and go while a population stays what it is.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from engine.document.drafts import Change
from engine.document.graph import affected
from engine.document.model import Document
from engine.runner.results import Event, NodeResult, RunResult, TransitionResult

Output = tuple[str, str]
"""A node and one of its ports."""


class Trust(StrEnum):
    """How far what is shown can be trusted."""

    UNKNOWN = "unknown"
    STALE = "stale"
    COMPUTING = "computing"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Known:
    """The last result of an output and its trust."""

    trust: Trust
    result: TransitionResult | None = None


class Counts:
    """The counts and node states of one document."""

    def __init__(self) -> None:
        self._outputs: dict[Output, TransitionResult] = {}
        self._nodes: dict[str, NodeResult] = {}
        self._stale: set[str] = set()
        self._computing: set[str] = set()
        self.last: RunResult | None = None

    def output(self, node: str, port: str) -> Known:
        """What is known of an output."""
        found = self._outputs.get((node, port))
        if node in self._computing:
            return Known(Trust.COMPUTING, found)
        if found is None:
            return Known(Trust.UNKNOWN)
        return Known(Trust.STALE if node in self._stale else Trust.EXACT, found)

    def outputs(self) -> Collection[TransitionResult]:
        """The last results of all outputs."""
        return self._outputs.values()

    def node(self, node: str) -> NodeResult | None:
        """The last result of a node."""
        return self._nodes.get(node)

    def seconds(self, node: str) -> float | None:
        """How long a node's last count took; None when it was stored already."""
        found = self._nodes.get(node)
        return found.seconds or None if found is not None else None

    def is_stale(self, node: str) -> bool:
        """Whether an edit came after the node's last result."""
        return node in self._stale

    def stale(self) -> frozenset[str]:
        """The nodes whose last result an edit has overtaken; none of them is computed any more."""
        self._computing.clear()
        return frozenset(self._stale)

    def is_computing(self, node: str) -> bool:
        """Whether the node's population is being computed."""
        return node in self._computing

    def make_stale(self, before: Document, after: Document, change: Change) -> None:
        """Mark what an edit touched and all that follows it."""
        if change.properties:
            self._stale = {node.id for node in after.nodes}
            return
        ends = {(one.id, one.target) for document in (before, after) for one in document.transitions}
        fed = {target for name, target in ends if target is not None and name in change.transitions}
        self._stale |= affected(after, change.nodes | fed)

    def make_all_stale(self) -> None:
        """What is counted is counted in another way from now on."""
        self._stale = set(self._nodes)

    def began(self, nodes: Iterable[str]) -> None:
        """A run begins: what is stale or unknown is being computed."""
        self._computing = {node for node in nodes if node in self._stale or node not in self._nodes}

    def take(self, event: Event) -> frozenset[str]:
        """Take news of a run; the nodes that look different now."""
        if event.node is None or event.result is None:
            return frozenset()
        self._nodes[event.node] = event.result
        for one in event.transitions:
            self._outputs[one.source, one.port] = one
        self._stale.discard(event.node)
        self._computing.discard(event.node)
        return frozenset({event.node})

    def take_part(self, result: RunResult) -> None:
        """Take the result of a run of a part of the document; what is known of the rest stays."""
        for node in result.nodes:
            self._nodes[node.id] = node
            self._stale.discard(node.id)
        for one in result.transitions:
            self._outputs[one.source, one.port] = one

    def ended(self, result: RunResult | None) -> frozenset[str]:
        """A run ended, or was cancelled when there is no result; the nodes that look different now."""
        touched = set(self._computing)
        self._computing.clear()
        if result is not None:
            self.last = result
            touched |= self._stale
            self._stale.clear()
            self._nodes = {node.id: node for node in result.nodes}
            self._outputs = {(one.source, one.port): one for one in result.transitions}
        return frozenset(touched)
