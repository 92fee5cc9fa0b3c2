"""The graph of a journey in running order: each node with its rank, what feeds it, and its group of people."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.document.graph import in_order
from engine.document.model import Document, Node
from engine.journey.contract import Place, Role, Settings
from engine.journey.registry import AnyNode, all_nodes
from engine.journey.settings import read_settings
from engine.journey.world import JourneyWorld


@dataclass(frozen=True, slots=True)
class Feed:
    """An arrow into a node: the transition, the rank that it leaves, and by which output."""

    transition: str
    rank: int
    port: str


@dataclass(frozen=True, slots=True)
class PlannedNode:
    """A node in the order of a run. `group` is the rank of the split whose people it acts on, with their outputs."""

    rank: int
    node: Node
    kind: AnyNode
    place: Place[Settings]
    feeds: tuple[Feed, ...]
    group: int | None = None
    group_ports: tuple[str, ...] = ()
    journey: int = 0
    """0 for the journey that is rehearsed, and then those that it starts, in the order in which they were found."""

    @property
    def id(self) -> str:
        return self.node.id

    @property
    def role(self) -> Role:
        return self.kind.role_at(self.place)


@dataclass(frozen=True, slots=True)
class Plan:
    """A journey that can run. `closes` says which close node ends the group of which split, by rank.

    `linked` are the journeys that run with it, because it adds accounts or people to them.
    """

    document: Document
    world: JourneyWorld
    nodes: tuple[PlannedNode, ...]
    closes: Mapping[int, int] = field(default_factory=dict[int, int])
    linked: "tuple[Plan, ...]" = ()

    @property
    def every(self) -> tuple[PlannedNode, ...]:
        """The nodes of all journeys that run, by rank."""
        return (*self.nodes, *(one for plan in self.linked for one in plan.nodes))

    @property
    def every_close(self) -> Mapping[int, int]:
        """The close nodes of all journeys that run."""
        return {split: close for plan in (self, *self.linked) for split, close in plan.closes.items()}

    def at(self, rank: int) -> PlannedNode:
        """The node of a rank."""
        return next(one for one in self.nodes if one.rank == rank)


def make_plan(
    document: Document, world: JourneyWorld, blocked: frozenset[str] = frozenset(), first: int = 1, journey: int = 0
) -> Plan:
    """The plan of all nodes that can run: known, with settings that fit, and not behind one that cannot.

    Ranks count from `first`; `journey` is the number of the journey among those that run together.
    """
    nodes: dict[str, PlannedNode] = {}
    closes: dict[int, int] = {}
    rank = first
    for name in in_order(document):
        node = document.node_by_id[name]
        kind = all_nodes().get(node.type)
        settings = None if kind is None else read_settings(kind.settings, kind.title, node.settings)[0]
        feeds = tuple(
            Feed(one.id, nodes[one.source].rank, one.port)
            for one in document.inbound.get(name, ())
            if one.source in nodes
        )
        lonely = not feeds and kind is not None and kind.role is not Role.SOURCE
        if kind is None or settings is None or name in blocked or lonely:
            continue
        group, ports = _group_of(feeds, nodes)
        if kind.role is Role.CLOSE and group is not None:
            closes[group] = rank
            group, ports = None, ()
        place = Place(name, node.label or kind.title, settings, world, in_group=group is not None)
        nodes[name] = PlannedNode(rank, node, kind, place, feeds, group, ports, journey)
        rank += 1
    return Plan(document, world, tuple(nodes.values()), closes)


def _group_of(feeds: tuple[Feed, ...], nodes: Mapping[str, PlannedNode]) -> tuple[int | None, tuple[str, ...]]:
    """The split whose people come by these feeds, and the outputs by which they left it."""
    by_rank = {one.rank: one for one in nodes.values()}
    for feed in feeds:
        source = by_rank[feed.rank]
        if source.role is Role.GROUP:
            ports = tuple(one.port for one in feeds if one.rank == source.rank)
            return source.rank, ports
        if source.group is not None:
            ports = tuple(port for one in feeds for port in by_rank[one.rank].group_ports)
            return source.group, tuple(dict.fromkeys(ports))
    return None, ()
