"""The graph of the demo: views by id with adjacency kept beside them, changed only through recorded changes."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Literal

from canvas.model import GraphChange
from canvas.views import EdgeView, FrameView, NodeType, NodeView, NoteView, Parts, PartView, PortRef, PortView

Kind = Literal["nodes", "edges", "notes", "frames"]


@dataclass(frozen=True, slots=True)
class Change:
    """One part before and after; None stands for absent."""

    kind: Kind
    id: str
    before: PartView | None
    after: PartView | None

    def inverse(self) -> "Change":
        return Change(self.kind, self.id, self.after, self.before)


class Graph:
    """Nodes, transitions, notes and frames by id, and which transitions touch which node."""

    def __init__(self, types: Iterable[NodeType]) -> None:
        self.types = {entry.id: entry for entry in types}
        self.nodes: dict[str, NodeView] = {}
        self.edges: dict[str, EdgeView] = {}
        self.notes: dict[str, NoteView] = {}
        self.frames: dict[str, FrameView] = {}
        self.inbound: dict[str, dict[str, None]] = {}
        self.outbound: dict[str, dict[str, None]] = {}
        self._last = 0

    def fresh_id(self, prefix: str) -> str:
        """An id that no part has had since the graph was made."""
        while True:
            self._last += 1
            name = f"{prefix}{self._last}"
            if name not in self.nodes and name not in self.edges and name not in self.notes and name not in self.frames:
                return name

    def put(self, change: Change) -> None:
        """Make one part what the change says, and keep the adjacency true."""
        before, after = change.before, change.after
        if isinstance(before, EdgeView):
            self._unlink(before)
        match after:
            case NodeView():
                self.nodes[change.id] = after
            case EdgeView():
                self.edges[change.id] = after
                self.outbound.setdefault(after.source.node, {})[after.id] = None
                if after.target is not None:
                    self.inbound.setdefault(after.target.node, {})[after.id] = None
            case NoteView():
                self.notes[change.id] = after
            case FrameView():
                self.frames[change.id] = after
            case None:
                self._remove(change)

    def _remove(self, change: Change) -> None:
        match change.kind:
            case "nodes":
                del self.nodes[change.id]
            case "edges":
                del self.edges[change.id]
            case "notes":
                del self.notes[change.id]
            case "frames":
                del self.frames[change.id]

    def _unlink(self, edge: EdgeView) -> None:
        self.outbound[edge.source.node].pop(edge.id, None)
        if edge.target is not None:
            self.inbound[edge.target.node].pop(edge.id, None)

    def edges_in(self, node: str, port: str | None = None) -> list[EdgeView]:
        """The transitions that enter a node, or one of its inputs."""
        found = [self.edges[edge] for edge in self.inbound.get(node, {})]
        return [edge for edge in found if port is None or (edge.target is not None and edge.target.port == port)]

    def edges_out(self, node: str, port: str | None = None) -> list[EdgeView]:
        """The transitions that leave a node, or one of its outputs."""
        found = [self.edges[edge] for edge in self.outbound.get(node, {})]
        return [edge for edge in found if port is None or edge.source.port == port]

    def output(self, ref: PortRef) -> PortView | None:
        """The output a reference names, if there is one."""
        node = self.nodes.get(ref.node)
        return next((port for port in node.outputs if port.id == ref.port), None) if node else None

    def input(self, ref: PortRef) -> PortView | None:
        """The input a reference names, if there is one."""
        node = self.nodes.get(ref.node)
        return next((port for port in node.inputs if port.id == ref.port), None) if node else None

    def reaches(self, start: str, goal: str) -> bool:
        """Whether a path leads from one node to another."""
        seen = {start}
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node == goal:
                return True
            for edge in self.edges_out(node):
                if edge.target is not None and edge.target.node not in seen:
                    seen.add(edge.target.node)
                    waiting.append(edge.target.node)
        return False


def notice(changes: Iterable[Change]) -> GraphChange:
    """The one batched notice for a list of changes; a part touched twice is told once."""
    first: dict[tuple[Kind, str], PartView | None] = {}
    last: dict[tuple[Kind, str], PartView | None] = {}
    for change in changes:
        key = (change.kind, change.id)
        first.setdefault(key, change.before)
        last[key] = change.after
    sorted_out: dict[str, dict[Kind, list[str]]] = {"added": {}, "removed": {}, "changed": {}, "moved": {}}
    for key, after in last.items():
        what = _what(first[key], after)
        if what:
            sorted_out[what].setdefault(key[0], []).append(key[1])
    return GraphChange(**{what: Parts.of(**ids) for what, ids in sorted_out.items()})


def _what(before: PartView | None, after: PartView | None) -> str:
    if before is None or after is None:
        return "" if before is after else "added" if before is None else "removed"
    if before == after:
        return ""
    return "moved" if _placeless(before) == _placeless(after) else "changed"


_NODE = attrgetter(*(field.name for field in fields(NodeView) if field.name not in ("x", "y")))
_EDGE = attrgetter(*(field.name for field in fields(EdgeView)))


def _placeless(part: PartView) -> object:
    """All that a part says but where it stands."""
    match part:
        case NodeView():
            return _NODE(part)
        case EdgeView():
            return _EDGE(part)
        case _:
            return tuple(
                getattr(part, name) if name != "rect" else part.rect[2:] for name in part.__slots__ if name != "id"
            )
