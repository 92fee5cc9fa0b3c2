"""What each request does to the demo's graph. Every change goes through a Draft, which records how to take it back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from canvas.demo import text
from canvas.demo.graph import Change, Graph, Kind
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
    SetEdge,
    SetFrame,
    SetNode,
    SetNote,
)
from canvas.views import EdgeView, FrameView, NodeView, NoteView, Parts, PartView, Point, PortRef
from canvas.words import tr


class Draft:
    """The changes of one request, made at once and remembered in order."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.changes: list[Change] = []

    def set(self, part: PartView) -> None:
        kind, before = self._shelf(part)
        if before != part:  # equal is not the same bytes: 0 and 0.0 would not come back alike
            self._do(Change(kind, part.id, before, part))

    def remove(self, part: PartView) -> None:
        self._do(Change(self._shelf(part)[0], part.id, part, None))

    def _do(self, change: Change) -> None:
        self.graph.put(change)
        self.changes.append(change)

    def _shelf(self, part: PartView) -> tuple[Kind, PartView | None]:
        match part:
            case NodeView():
                return "nodes", self.graph.nodes.get(part.id)
            case EdgeView():
                return "edges", self.graph.edges.get(part.id)
            case NoteView():
                return "notes", self.graph.notes.get(part.id)
            case FrameView():
                return "frames", self.graph.frames.get(part.id)

    def created(self) -> Parts:
        """What was not there before."""
        made: dict[str, list[str]] = {}
        for change in self.changes:
            if change.before is None:
                made.setdefault(change.kind, []).append(change.id)
        return Parts.of(**made)


def move(draft: Draft, request: Move) -> str:
    graph = draft.graph
    for node, (x, y) in request.nodes.items():
        draft.set(replace(graph.nodes[node], x=x, y=y))
    for name, (x, y) in request.notes.items():
        note = graph.notes[name]
        draft.set(replace(note, rect=(x, y, *note.rect[2:])))
    for name, (x, y) in request.frames.items():
        frame = graph.frames[name]
        draft.set(replace(frame, rect=(x, y, *frame.rect[2:])))
    for name, members in request.members.items():
        draft.set(replace(graph.frames[name], nodes=members))
    if request.members and not (request.nodes or request.notes or request.frames):
        return tr("Change frame")
    words = {"layout": tr("Lay out"), "turn": tr("Turn the layout"), "align": tr("Align"), "make-room": tr("Make room")}
    return words.get(request.reason, tr("Move"))


def _free_title(graph: Graph, title: str) -> str:
    """A title that no node has yet."""
    taken = {node.title for node in graph.nodes.values()}
    found, number = title, 1
    while found in taken:
        number += 1
        found = f"{title} {number}"
    return found


def _new_node(draft: Draft, type_id: str, at: Point) -> NodeView:
    kind = draft.graph.types[type_id]
    taken = {node.title for node in draft.graph.nodes.values() if node.type == type_id}
    title, number = kind.title, 1
    while title in taken:
        number += 1
        title = f"{kind.title} {number}"
    node = NodeView(
        draft.graph.fresh_id("n"), type_id, title, *at, type_title=kind.title, icon=kind.icon, accent=kind.accent,
        inputs=kind.inputs, outputs=kind.outputs, summary=(tr("Not set up yet"),),
    )  # fmt: skip
    draft.set(node)
    return node


def _link(draft: Draft, source: PortRef, target: PortRef, label: str = "") -> None:
    waiting = next((edge for edge in draft.graph.edges_out(*source) if edge.target is None), None)
    if waiting:
        draft.set(replace(waiting, target=target))
        return
    port = draft.graph.output(source)
    shown = label or (port.label if port else "")
    draft.set(EdgeView(draft.graph.fresh_id("t"), source, target, label=shown))


def add_node(draft: Draft, request: AddNode) -> str:
    node = _new_node(draft, request.type, request.at)
    if request.source and node.inputs:
        _link(draft, request.source, PortRef(node.id, node.inputs[0].id))
    if request.target and node.outputs:
        _link(draft, PortRef(node.id, node.outputs[0].id), request.target)
    return tr("Add {name}").format(name=node.title)


def insert_on_edge(draft: Draft, request: InsertOnEdge) -> str:
    edge = draft.graph.edges[request.edge]
    if request.node:
        node = replace(draft.graph.nodes[request.node], x=request.at[0], y=request.at[1])
        draft.set(node)
    else:
        node = _new_node(draft, request.type, request.at)
    draft.set(replace(edge, target=PortRef(node.id, node.inputs[0].id), points=()))
    if edge.target:
        _link(draft, PortRef(node.id, node.outputs[0].id), edge.target)
    move(draft, Move(request.shift))
    return tr("Insert {name}").format(name=node.title)


def connect(draft: Draft, request: Connect) -> str:
    _link(draft, request.source, request.target)
    return tr("Connect")


def reconnect(draft: Draft, request: Reconnect) -> str:
    edge = draft.graph.edges[request.edge]
    draft.set(replace(edge, source=request.source or edge.source, target=request.target or edge.target, points=()))
    return tr("Reconnect")


def move_port(draft: Draft, request: MovePort) -> str:
    if request.output:
        for edge in draft.graph.edges_out(*request.port):
            draft.set(replace(edge, source=request.to))
    else:
        for edge in draft.graph.edges_in(*request.port):
            draft.set(replace(edge, target=request.to))
    return tr("Move transitions")


def delete(draft: Draft, request: Delete) -> str:
    graph = draft.graph
    edges = set(request.parts.edges)
    for node in request.parts.nodes:
        edges |= graph.inbound.get(node, {}).keys() | graph.outbound.get(node, {}).keys()
    for edge in sorted(edges & graph.edges.keys()):
        draft.remove(graph.edges[edge])
    for node in sorted(request.parts.nodes & graph.nodes.keys()):
        draft.remove(graph.nodes[node])
    for note in sorted(request.parts.notes & graph.notes.keys()):
        draft.remove(graph.notes[note])
    for name in sorted(request.parts.frames & graph.frames.keys()):
        draft.remove(graph.frames[name])
    for frame in list(graph.frames.values()):
        left = tuple(node for node in frame.nodes if node not in request.parts.nodes)
        if left != frame.nodes:
            draft.set(replace(frame, nodes=left))
    return tr("Delete")


def delete_and_heal(draft: Draft, request: DeleteAndHeal) -> str:
    graph = draft.graph
    for node in sorted(request.nodes & graph.nodes.keys()):
        before, after = graph.edges_in(node), graph.edges_out(node)
        delete(draft, Delete(Parts.of(nodes=[node])))
        for edge in before:
            for target in {link.target: None for link in after if link.target is not None}:
                taken = any(link.source == edge.source for link in graph.edges_in(target.node, target.port))
                if not taken and target.node != edge.source.node:
                    _link(draft, edge.source, target, edge.label)
    return tr("Delete and heal")


def _insert(draft: Draft, parts: Iterable[PartView], by: Point, keep_outside: bool = False) -> None:
    names: dict[str, str] = {}
    rows = list(parts)
    for part in rows:
        if isinstance(part, NodeView):
            names[part.id] = draft.graph.fresh_id("n")
            view = replace(part, id=names[part.id], x=part.x + by[0], y=part.y + by[1])
            missing = view.type not in draft.graph.types
            draft.set(replace(view, title=_free_title(draft.graph, view.title), missing=missing))
    for part in rows:
        match part:
            case EdgeView():
                source = part.source._replace(node=names.get(part.source.node, part.source.node))
                target = part.target and part.target._replace(node=names.get(part.target.node, part.target.node))
                if keep_outside or (part.source.node in names and part.target and part.target.node in names):
                    points = tuple((x + by[0], y + by[1]) for x, y in part.points)
                    edge = replace(part, id=draft.graph.fresh_id("t"), source=source, target=target, points=points)
                    draft.set(edge)
            case NoteView():
                draft.set(replace(part, id=draft.graph.fresh_id("note"), rect=_moved(part.rect, by)))
            case FrameView():
                members = tuple(names[node] for node in part.nodes if node in names)
                draft.set(replace(part, id=draft.graph.fresh_id("frame"), rect=_moved(part.rect, by), nodes=members))
            case NodeView():
                pass


def _moved(rect: tuple[float, float, float, float], by: Point) -> tuple[float, float, float, float]:
    return rect[0] + by[0], rect[1] + by[1], rect[2], rect[3]


def duplicate(draft: Draft, request: Duplicate) -> str:
    graph = draft.graph
    shelves = text.inside(_shelves(graph), request.parts)
    if request.keep_incoming:
        for node in request.parts.nodes:
            shelves["edges"].update({edge.id: edge for edge in graph.edges_in(node)})
    _insert(draft, [part for shelf in shelves.values() for part in shelf.values()], request.by, request.keep_incoming)
    return tr("Duplicate")


def paste(draft: Draft, request: Paste) -> str:
    parts = text.read(request.text)
    corners = [(part.x, part.y) for part in parts if isinstance(part, NodeView)]
    corners += [part.rect[:2] for part in parts if isinstance(part, NoteView | FrameView)]
    if corners:
        left, top = min(x for x, _ in corners), min(y for _, y in corners)
        _insert(draft, parts, (request.at[0] - left, request.at[1] - top))
    return tr("Paste")


def _shelves(graph: Graph) -> dict[str, dict[str, Any]]:
    return {"nodes": graph.nodes, "edges": graph.edges, "notes": graph.notes, "frames": graph.frames}


def write(graph: Graph, parts: Parts | None = None) -> str:
    """The whole graph, or the named parts of it, as text."""
    return text.write(_shelves(graph) if parts is None else text.inside(_shelves(graph), parts))


def replace_node(draft: Draft, request: Replace) -> str:
    node, kind = draft.graph.nodes[request.node], draft.graph.types[request.type]
    for edge in draft.graph.edges_in(node.id):
        if edge.target and edge.target.port not in {port.id for port in kind.inputs}:
            keep = kind.inputs and draft.graph.edges_in(node.id, kind.inputs[0].id) == []
            draft.set(replace(edge, target=PortRef(node.id, kind.inputs[0].id) if keep else None))
    for index, edge in enumerate(draft.graph.edges_out(node.id)):
        if edge.source.port not in {port.id for port in kind.outputs}:
            if index < len(kind.outputs):
                draft.set(replace(edge, source=PortRef(node.id, kind.outputs[index].id)))
            else:
                draft.remove(edge)
    draft.set(
        replace(
            node, type=kind.id, type_title=kind.title, icon=kind.icon, accent=kind.accent,
            inputs=kind.inputs, outputs=kind.outputs,
        )
    )  # fmt: skip
    return tr("Replace")


def rename(draft: Draft, request: Rename) -> str:
    draft.set(replace(draft.graph.nodes[request.node], title=request.title))
    return tr("Rename")


def _given(**values: object) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def set_node(draft: Draft, request: SetNode) -> str:
    values = _given(disabled=request.disabled, compact=request.compact, accent=request.accent)
    for node in sorted(request.nodes):
        draft.set(replace(draft.graph.nodes[node], **values))
        if request.disabled is not None:
            for edge in draft.graph.edges_out(node):
                draft.set(replace(edge, disabled=request.disabled))
    return tr("Change node")


def set_edge(draft: Draft, request: SetEdge) -> str:
    draft.set(replace(draft.graph.edges[request.edge], **request.values()))
    return tr("Change transition")


def add_note(draft: Draft, request: AddNote) -> str:
    draft.set(NoteView(draft.graph.fresh_id("note"), request.text, request.rect))
    return tr("Add note")


def set_note(draft: Draft, request: SetNote) -> str:
    values = _given(text=request.text, rect=request.rect, accent=request.accent, level=request.level)
    draft.set(replace(draft.graph.notes[request.note], **values))
    return tr("Change note")


def add_frame(draft: Draft, request: AddFrame) -> str:
    draft.set(FrameView(draft.graph.fresh_id("frame"), request.title or tr("Group"), request.rect, request.nodes))
    return tr("Group")


def set_frame(draft: Draft, request: SetFrame) -> str:
    values = _given(
        title=request.title, rect=request.rect, nodes=request.nodes, accent=request.accent,
        collapsed=request.collapsed, level=request.level,
    )  # fmt: skip
    draft.set(replace(draft.graph.frames[request.frame], **values))
    if request.push is not None:
        move(draft, request.push)
    if request.collapsed is not None:
        return tr("Collapse the frame") if request.collapsed else tr("Expand the frame")
    return tr("Change frame")


EDITS: dict[type, Callable[[Draft, Any], str]] = {
    Move: move, AddNode: add_node, InsertOnEdge: insert_on_edge, Connect: connect, Reconnect: reconnect,
    MovePort: move_port, Delete: delete, DeleteAndHeal: delete_and_heal, Duplicate: duplicate, Paste: paste,
    Replace: replace_node, Rename: rename, SetNode: set_node, SetEdge: set_edge, AddNote: add_note,
    SetNote: set_note, AddFrame: add_frame, SetFrame: set_frame,
}  # fmt: skip
"""Each request type to the function that does it and returns the name of the undo step."""
