"""Whether the canvas may do what it asks for, and if not, the sentence that says why. One place, asked by everybody."""

from collections.abc import Mapping

from app.graph.kinds import ENTRY, Kinds
from app.words import tr
from canvas.requests import (
    AddFrame,
    AddNode,
    AddNote,
    Connect,
    Delete,
    DeleteAndHeal,
    Duplicate,
    InsertOnEdge,
    MovePort,
    Paste,
    Reconnect,
    Replace,
    Request,
    SetEdge,
    SetNode,
)
from canvas.views import EdgeView, NodeView, PortRef
from engine.document.graph import affected
from engine.document.model import Document


class Rules:
    """The rules over one state of a document."""

    def __init__(
        self, document: Document, nodes: Mapping[str, NodeView], edges: Mapping[str, EdgeView], kinds: Kinds
    ) -> None:
        self._document = document
        self._nodes = nodes
        self._edges = edges
        self._kinds = kinds

    def refusal(self, request: Request) -> str:
        """Empty when the request may be done; otherwise why not."""
        match request:
            case Connect(source, target):
                return self.link(source, target)
            case Reconnect():
                return self._reconnect(request)
            case InsertOnEdge():
                return self._insert(request)
            case MovePort():
                return self._move_port(request)
            case AddNode(type_id) | Replace(_, type_id):
                return "" if self._kinds.get(type_id) else tr("This kind of activity is unknown here.")
            case DeleteAndHeal(nodes) | SetNode(nodes):
                return "" if nodes & self._nodes.keys() else tr("Select an activity first.")
            case Delete(parts) | Duplicate(parts):
                return "" if parts else tr("Nothing is selected.")
            case SetEdge(edge):
                return self._drawn(edge)
            case Paste() | AddNote() | AddFrame() | _:
                return ""

    def link(self, source: PortRef, target: PortRef, ignoring: str = "") -> str:
        """Why no transition may run between two ports; `ignoring` is one that would leave its place."""
        first, second = self._nodes.get(source.node), self._nodes.get(target.node)
        if first is None or second is None or source.port not in {port.id for port in first.outputs}:
            return tr("A transition starts at an output.")
        if not second.inputs:
            return tr("{title} always stands first: nothing can enter it.", title=second.title)
        if source.node == target.node:
            return tr("An activity cannot follow itself.")
        there = [one for one in self._entering(target.node) if one.id != ignoring]
        if any(one.source == source for one in there):
            return tr("These two are already connected.")
        if there and not second.inputs[0].many:
            return tr("{title} takes one transition only. Remove the present one first.", title=second.title)
        if source.node in affected(self._document, [target.node]):
            return tr("This would make a circle: the flow must not come back to where it was.")
        return ""

    def _entering(self, node: str) -> list[EdgeView]:
        return [edge for edge in self._edges.values() if edge.target is not None and edge.target.node == node]

    def _drawn(self, edge: str) -> str:
        if edge in {one.id for one in self._document.transitions}:
            return ""
        return tr("This output leads nowhere yet. Connect it first.")

    def _reconnect(self, request: Reconnect) -> str:
        edge = self._edges.get(request.edge)
        if edge is None:
            return tr("This transition is no longer there.")
        source, target = request.source or edge.source, request.target or edge.target
        if target is None or (source, target) == (edge.source, edge.target):
            return ""
        return self.link(source, target, ignoring=edge.id)

    def _insert(self, request: InsertOnEdge) -> str:
        if request.edge not in self._edges:
            return tr("This transition is no longer there.")
        if request.node:
            node = self._nodes.get(request.node)
            if node is None:
                return tr("This activity is no longer there.")
            if self._entering(node.id) or any(
                edge.source.node == node.id and edge.target is not None for edge in self._edges.values()
            ):
                return tr("Only an activity without transitions can be put into one.")
            fits = bool(node.inputs) and (bool(node.outputs) or self._edges[request.edge].target is None)
        else:
            kind = self._kinds.get(request.type)
            if kind is None:
                return tr("This kind of activity is unknown here.")
            fits = bool(kind.entries) and (bool(kind.new_outputs) or self._edges[request.edge].target is None)
        return "" if fits else tr("Only an activity with an input and an output fits into a transition.")

    def _move_port(self, request: MovePort) -> str:
        if request.output:
            moving = [one for one in self._edges.values() if one.source == request.port and one.target is not None]
        else:
            moving = self._entering(request.port.node)
        if not moving:
            return tr("Nothing is connected here.")
        for edge in moving:
            source = request.to if request.output else edge.source
            target = edge.target if request.output else PortRef(request.to.node, ENTRY)
            if target is not None and (problem := self.link(source, target, ignoring=edge.id)):
                return problem
        return ""
