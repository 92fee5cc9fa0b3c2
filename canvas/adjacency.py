"""Which transitions touch which node and which port: kept true edge by edge, so that nobody has to search."""

from canvas.items.edge import EdgeItem
from canvas.views import EdgeView, PortRef

_MANY = 20
"""From here on, labels at one output are no longer told apart by their place."""
_Pair = tuple[PortRef, PortRef | None]


class Adjacency:
    """The transitions of one scene, by node, by port, and by pair of ports."""

    def __init__(self) -> None:
        self.inbound: dict[str, dict[str, EdgeItem]] = {}
        self.outbound: dict[str, dict[str, EdgeItem]] = {}
        self._leaving: dict[PortRef, dict[str, EdgeItem]] = {}
        self._arriving: dict[PortRef, dict[str, EdgeItem]] = {}
        self._lanes: dict[_Pair, dict[str, int]] = {}

    def clear(self) -> None:
        """Forget all transitions."""
        for shelf in (self.inbound, self.outbound, self._leaving, self._arriving, self._lanes):
            shelf.clear()

    def link(self, item: EdgeItem) -> None:
        """A transition is there; it gets a lane of its own among those of the same ports."""
        edge = item.edge
        lanes = self._lanes.setdefault((edge.source, edge.target), {})
        taken = set(lanes.values())
        item.lane = lanes[edge.id] = next(lane for lane in range(len(taken) + 1) if lane not in taken)
        self.outbound.setdefault(edge.source.node, {})[edge.id] = item
        leaving = self._leaving.setdefault(edge.source, {})
        leaving[edge.id] = item
        self._tell(leaving, item)
        if edge.target is not None:
            self.inbound.setdefault(edge.target.node, {})[edge.id] = item
            arriving = self._arriving.setdefault(edge.target, {})
            arriving[edge.id] = item
            self._tell(arriving, item)

    def unlink(self, edge: EdgeView) -> None:
        """A transition is gone, or about to change its ends."""
        self._lanes.get((edge.source, edge.target), {}).pop(edge.id, None)
        self.outbound.get(edge.source.node, {}).pop(edge.id, None)
        leaving = self._leaving.get(edge.source, {})
        leaving.pop(edge.id, None)
        self._tell(leaving)
        if edge.target is not None:
            self.inbound.get(edge.target.node, {}).pop(edge.id, None)
            arriving = self._arriving.get(edge.target, {})
            arriving.pop(edge.id, None)
            self._tell(arriving)

    def forget_node(self, node: str) -> None:
        """A node is gone, its transitions before it."""
        self.inbound.pop(node, None)
        self.outbound.pop(node, None)

    def edges_of(self, node: str) -> set[str]:
        """The ids of a node's transitions."""
        return self.inbound.get(node, {}).keys() | self.outbound.get(node, {}).keys()

    def _tell(self, crowd: dict[str, EdgeItem], newcomer: EdgeItem | None = None) -> None:
        """Let those at one port know whether they share it; beyond two, only the newcomer learns anything new."""
        touched = crowd.values() if len(crowd) <= 2 or newcomer is None else (newcomer,)
        for item in touched:
            edge = item.edge
            arriving = self._arriving.get(edge.target, {}) if edge.target is not None else {}
            leaving = self._leaving.get(edge.source, {})
            rank = list(leaving).index(edge.id) if edge.id in leaving and len(leaving) < _MANY else 0
            item.set_shares(len(leaving) > 1, len(arriving) > 1, rank)
