"""The rules of the demo: may this be done, and if not, the sentence that says why. One place, asked by everybody."""

from canvas.demo.graph import Graph
from canvas.requests import (
    AddFrame,
    AddNode,
    AddNote,
    Connect,
    Delete,
    DeleteAndHeal,
    Duplicate,
    InsertOnEdge,
    Move,
    MovePort,
    Paste,
    Reconnect,
    Rename,
    Replace,
    Request,
    SetEdge,
    SetFrame,
    SetNode,
    SetNote,
)
from canvas.views import PortRef
from canvas.words import tr


def refusal(graph: Graph, request: Request, acyclic: bool) -> str:
    """Empty when the request may be done; otherwise why not."""
    match request:
        case Connect(source, target):
            return link_refusal(graph, source, target, acyclic)
        case Reconnect():
            return _reconnect_refusal(graph, request, acyclic)
        case InsertOnEdge():
            return _insert_refusal(graph, request)
        case MovePort():
            return _move_port_refusal(graph, request)
        case DeleteAndHeal(nodes):
            return _heal_refusal(graph, nodes)
        case AddNode(type_id) | Replace(_, type_id):
            return _type_refusal(graph, type_id)
        case _:
            return _missing_part(graph, request)


def link_refusal(graph: Graph, source: PortRef, target: PortRef, acyclic: bool, ignoring: str = "") -> str:
    """Why no transition may run between two ports; `ignoring` is one that would leave its place."""
    if graph.output(source) is None:
        return tr("A transition starts at an output.")
    entry = graph.input(target)
    if entry is None:
        return tr("A transition ends at an input.")
    if source.node == target.node:
        return tr("A node cannot follow itself.")
    there = [edge for edge in graph.edges_in(target.node, target.port) if edge.id != ignoring]
    if any(edge.source == source for edge in there):
        return tr("These two are already connected.")
    if there and not entry.many:
        return tr("This input takes one transition only. Remove the present one first.")
    if acyclic and graph.reaches(target.node, source.node):
        return tr("This would make a circle: the flow must not come back to where it was.")
    return ""


def _reconnect_refusal(graph: Graph, request: Reconnect, acyclic: bool) -> str:
    edge = graph.edges.get(request.edge)
    if edge is None:
        return tr("This transition is no longer there.")
    source = request.source or edge.source
    target = request.target or edge.target
    if target is None:
        return "" if graph.output(source) else tr("A transition starts at an output.")
    if (source, target) == (edge.source, edge.target):
        return ""
    return link_refusal(graph, source, target, acyclic, ignoring=edge.id)


def _insert_refusal(graph: Graph, request: InsertOnEdge) -> str:
    edge = graph.edges.get(request.edge)
    if edge is None:
        return tr("This transition is no longer there.")
    if request.node:
        node = graph.nodes.get(request.node)
        if node is None:
            return tr("This node is no longer there.")
        if request.node in (edge.source.node, edge.target.node if edge.target else ""):
            return tr("The node is already at this transition.")
        if graph.edges_in(request.node) or graph.edges_out(request.node):
            return tr("Only a node without transitions can be put into one.")
        inputs, outputs = node.inputs, node.outputs
    else:
        if problem := _type_refusal(graph, request.type):
            return problem
        inputs, outputs = graph.types[request.type].inputs, graph.types[request.type].outputs
    if not inputs or not outputs:
        return tr("Only a node with an input and an output fits into a transition.")
    return ""


def _move_port_refusal(graph: Graph, request: MovePort) -> str:
    moving = graph.edges_out(*request.port) if request.output else graph.edges_in(*request.port)
    if not moving:
        return tr("Nothing is connected here.")
    port = graph.output(request.to) if request.output else graph.input(request.to)
    if port is None:
        return tr("Move transitions from an output to an output, and from an input to an input.")
    if not request.output and not port.many and len(moving) + len(graph.edges_in(*request.to)) > 1:
        return tr("This input takes one transition only.")
    if any(request.to.node == (edge.target.node if edge.target else "") for edge in moving) and request.output:
        return tr("A node cannot follow itself.")
    if any(request.to.node == edge.source.node for edge in moving) and not request.output:
        return tr("A node cannot follow itself.")
    return ""


def _heal_refusal(graph: Graph, nodes: frozenset[str]) -> str:
    if not nodes:
        return tr("Select a node first.")
    for node in nodes:
        if node in graph.nodes and len(graph.edges_in(node)) > 1 and len(graph.edges_out(node)) > 1:
            return tr(
                "A node with several transitions on both sides cannot be healed: it is not clear who follows whom."
            )
    return ""


def _type_refusal(graph: Graph, type_id: str) -> str:
    return "" if type_id in graph.types else tr("This kind of node is unknown here.")


def _missing_part(graph: Graph, request: Request) -> str:
    gone = tr("This is no longer there.")
    match request:
        case Move(nodes, notes, frames, members):
            known = nodes.keys() <= graph.nodes.keys() and notes.keys() <= graph.notes.keys()
            return "" if known and frames.keys() | members.keys() <= graph.frames.keys() else gone
        case Delete(parts) | Duplicate(parts):
            return "" if parts else tr("Nothing is selected.")
        case Rename(node):
            return "" if node in graph.nodes else gone
        case SetNode(nodes):
            return "" if nodes and nodes <= graph.nodes.keys() else tr("Select a node first.")
        case SetEdge(edge):
            return "" if edge in graph.edges else gone
        case SetNote(note):
            return "" if note in graph.notes else gone
        case SetFrame(frame):
            return "" if frame in graph.frames else gone
        case Paste() | AddNote() | AddFrame():
            return ""
        case _:
            return gone
