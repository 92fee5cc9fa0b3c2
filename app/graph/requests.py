"""What the canvas asks for, as edits of the engine: one request is one edit, and so one undo step."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from app.graph.kinds import ENTRY, Kinds
from app.words import said, tr
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
from canvas.views import NOTHING, EdgeView, NodeView, Parts, PortRef
from engine.document import edits
from engine.document.drafts import changed
from engine.document.edits import Edit
from engine.document.fragments import Fragment, fragment_text, read_fragment, with_new_ids
from engine.document.model import Document, Frame, Node, Note, Transition


@dataclass(frozen=True, slots=True)
class Asked:
    """An edit, the name of its undo step, what it makes, and the key under which later edits merge into it."""

    edit: Edit
    text: str
    created: Parts = NOTHING
    merge: str = ""


class Writer:
    """Turns requests into edits of one state of a document."""

    def __init__(
        self, document: Document, nodes: Mapping[str, NodeView], drawn: Mapping[str, EdgeView], kinds: Kinds
    ) -> None:
        self._document = document
        self._nodes = nodes
        self._drawn = drawn
        self._kinds = kinds.by_id
        self._transitions = {one.id: one for one in document.transitions}
        self._taken = {*document.node_by_id, *self._transitions, *(one.id for one in document.notes)}
        self._taken |= {one.id for one in document.frames}

    def asked(self, request: Request) -> Asked:
        """The edit of a request. Errors: EngineError, for text that is no part of a canvas."""
        found: Asked = _WRITERS[type(request)](self, request)
        return found

    def new_id(self, stem: str) -> str:
        """An id that no part of the document has: "split", "split-2"..."""
        name, number = stem, 1
        while name in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name)
        return name

    def _arrow_id(self) -> str:
        number = len(self._transitions) + 1
        while f"t{number}" in self._taken:
            number += 1
        self._taken.add(f"t{number}")
        return f"t{number}"

    def _arrow(self, source: str, port: str, target: str, label: str = "") -> Transition:
        values = {"id": self._arrow_id(), "from": source, "port": port, "to": target, "label": label}
        return Transition.model_validate(values)

    def _node(self, kind: str) -> Node:
        return Node(id=self.new_id(kind), type=kind, version=self._kinds[kind].version)

    def _told(self, nodes: Collection[str], one: str, several: str) -> str:
        """The name of a step: which activity it is about when that is one, else only what was done."""
        if len(nodes) != 1:
            return several
        (name,) = nodes
        return one.format(node=self._nodes[name].title)

    def add_node(self, request: AddNode) -> Asked:
        node = self._node(request.type)
        steps: list[Edit] = [edits.AddNode(node, request.at)]
        ports = self._kinds[request.type].new_outputs
        if request.source is not None:
            steps.append(self._connection(request.source, PortRef(node.id, ENTRY)))
        if request.target is not None and ports:
            steps.append(self._connection(PortRef(node.id, ports[0].id), request.target))
        text = tr("Add {title}", title=said(self._kinds[request.type].title))
        return Asked(_one(steps), text, Parts.of(nodes=[node.id]))

    def insert(self, request: InsertOnEdge) -> Asked:
        shift: list[Edit] = [edits.MoveNodes(dict(request.shift))] if request.shift else []
        arrow = self._transitions.get(request.edge)
        if request.node:
            return Asked(_one([*self._put_in(request, arrow), *shift]), tr("Put into the transition"))
        node = self._node(request.type)
        text = tr("Insert {title}", title=said(self._kinds[request.type].title))
        made = Parts.of(nodes=[node.id])
        ports = self._kinds[request.type].new_outputs
        if arrow is None or arrow.target is None or not ports:
            source = self._drawn[request.edge].source
            steps: list[Edit] = [edits.AddNode(node, request.at), self._connection(source, PortRef(node.id, ENTRY))]
            return Asked(_one([*steps, *shift]), text, made)
        step = edits.InsertOnTransition(arrow.id, node, self._arrow_id(), ports[0].id, request.at)
        return Asked(_one([step, *shift]), text, made)

    def _put_in(self, request: InsertOnEdge, arrow: Transition | None) -> list[Edit]:
        moved: list[Edit] = [edits.MoveNodes({request.node: request.at})]
        outputs = self._nodes[request.node].outputs
        if arrow is None or arrow.target is None or not outputs:
            return [*moved, self._connection(self._drawn[request.edge].source, PortRef(request.node, ENTRY))]
        first = self._arrow(arrow.source, arrow.port, request.node, arrow.label)
        onward = edits.Reconnect(arrow.id, request.node, outputs[0].id, arrow.target)
        return [*moved, edits.Connect(first), onward]

    def _connection(self, source: PortRef, target: PortRef) -> Edit:
        """A new transition, or the open one of that output led on."""
        for one in self._document.transitions:
            if (one.source, one.port) == source and one.target is None:
                return edits.Reconnect(one.id, one.source, one.port, target.node)
        return edits.Connect(self._arrow(source.node, source.port, target.node))

    def connect(self, request: Connect) -> Asked:
        edit = self._connection(request.source, request.target)
        made = edit.transition.id if isinstance(edit, edits.Connect) else ""
        return Asked(edit, tr("Connect"), Parts.of(edges=[made] if made else []))

    def reconnect(self, request: Reconnect) -> Asked:
        shown = self._drawn[request.edge]
        source, target = request.source or shown.source, request.target or shown.target
        arrow = self._transitions.get(request.edge)
        if arrow is None:
            assert target is not None, "an open output is only ever led on"
            return self.connect(Connect(source, target))
        to = target.node if target else None
        return Asked(edits.Reconnect(arrow.id, source.node, source.port, to), tr("Reconnect"))

    def move_port(self, request: MovePort) -> Asked:
        steps: list[Edit] = []
        for one in self._document.transitions:
            if request.output and (one.source, one.port) == request.port:
                steps.append(edits.Reconnect(one.id, request.to.node, request.to.port, one.target))
            elif not request.output and one.target == request.port.node:
                steps.append(edits.Reconnect(one.id, one.source, one.port, request.to.node))
        return Asked(_one(steps), tr("Move transitions"))

    def move(self, request: Move) -> Asked:
        steps: list[Edit] = [edits.MoveNodes({**request.nodes, **request.notes})]
        frames = {frame.id: frame for frame in self._document.frames}
        for name in sorted(request.frames.keys() | request.members.keys()):
            values: dict[str, object] = {}
            if name in request.frames:
                x, y = request.frames[name]
                rect = frames[name].rect or (x, y, 480.0, 240.0)
                values["rect"] = (x, y, rect[2], rect[3])
            if name in request.members:
                values["nodes"] = request.members[name]
            steps.append(edits.SetFrame(changed(frames[name], **values)))
        names = sorted([*request.nodes, *request.notes, *request.frames])
        merge = f"nudge:{','.join(names)}" if request.reason == "nudge" else ""
        words = {"align": tr("Align"), "layout": tr("Lay out"), "turn": tr("Turn the layout"),
                 "make-room": tr("Make room")}  # fmt: skip
        alone = request.nodes if not (request.notes or request.frames) else ()
        moved = self._told(alone, tr("Move “{node}”"), tr("Move"))
        return Asked(_one(steps), words.get(request.reason, moved), merge=merge)

    def delete(self, request: Delete) -> Asked:
        parts = request.parts
        nodes = tuple(node.id for node in self._document.nodes if node.id in parts.nodes)
        steps: list[Edit] = [edits.RemoveNodes(nodes)] if nodes else []
        for one in self._document.transitions:
            if one.id in parts.edges and one.source not in nodes and one.target not in nodes:
                steps.append(edits.Disconnect(one.id))
        steps += [edits.RemoveNote(one.id) for one in self._document.notes if one.id in parts.notes]
        steps += [edits.RemoveFrame(one.id) for one in self._document.frames if one.id in parts.frames]
        alone = nodes if not (parts.notes or parts.frames) else ()
        return Asked(_one(steps), self._told(alone, tr("Delete “{node}”"), tr("Delete")))

    def heal(self, request: DeleteAndHeal) -> Asked:
        nodes = [node.id for node in self._document.nodes if node.id in request.nodes]
        return Asked(_one([edits.RemoveAndHeal(node) for node in nodes]), tr("Delete and join neighbours"))

    def duplicate(self, request: Duplicate) -> Asked:
        nodes = [node.id for node in self._document.nodes if node.id in request.parts.nodes]
        steps: list[Edit] = []
        made = NOTHING
        if nodes:
            # Positions that the layout found are not in the document, so they are taken from what is shown.
            shown = changed(self._document, layout={name: (view.x, view.y) for name, view in self._nodes.items()})
            fragment = with_new_ids(read_fragment(fragment_text(shown, nodes)), self._document, request.by)
            steps.append(edits.Paste(fragment))
            self._taken |= {node.id for node in fragment.nodes} | {one.id for one in fragment.transitions}
            if request.keep_incoming:
                renamed = dict(zip(nodes, (one.id for one in fragment.nodes), strict=True))
                steps += self._copies_of_entering(renamed)
            made = Parts.of(nodes=[node.id for node in fragment.nodes])
        more, notes = self._copies_of_notes(request.parts.notes, request.by)
        return Asked(_one([*steps, *more]), tr("Duplicate"), made | Parts.of(notes=notes))

    def _copies_of_entering(self, renamed: Mapping[str, str]) -> list[Edit]:
        return [
            edits.Connect(self._arrow(one.source, one.port, renamed[one.target]))
            for one in self._document.transitions
            if one.target is not None and one.target in renamed and one.source not in renamed
        ]

    def _copies_of_notes(self, names: Collection[str], by: tuple[float, float]) -> tuple[list[Edit], list[str]]:
        steps: list[Edit] = []
        made: list[str] = []
        for note in self._document.notes:
            if note.id in names:
                x, y = self._document.layout.get(note.id, (0.0, 0.0))
                made.append(self.new_id("note"))
                steps.append(edits.AddNote(changed(note, id=made[-1]), (x + by[0], y + by[1])))
        return steps, made

    def paste(self, request: Paste) -> Asked:
        fragment = read_fragment(request.text)
        left = min((x for x, _ in fragment.layout.values()), default=0.0)
        top = min((y for _, y in fragment.layout.values()), default=0.0)
        placed: Fragment = with_new_ids(fragment, self._document, (request.at[0] - left, request.at[1] - top))
        return Asked(edits.Paste(placed), tr("Paste"), Parts.of(nodes=[node.id for node in placed.nodes]))

    def replace(self, request: Replace) -> Asked:
        old, kind = self._document.node_by_id[request.node], self._kinds[request.type]
        known = kind.settings.model_fields.keys()
        settings = {name: value for name, value in old.settings.items() if name in known}
        new = changed(old, type=request.type, version=kind.version, settings=settings)
        ports = [port.id for port in kind.outputs_of(new)]
        steps: list[Edit] = [edits.ReplaceNode(new)]
        for one in self._document.outbound[request.node]:
            if one.port not in ports and ports:
                steps.append(edits.Reconnect(one.id, one.source, ports[0], one.target))
        return Asked(_one(steps), tr("Replace by {title}", title=said(kind.title)))

    def rename(self, request: Rename) -> Asked:
        text = tr("Rename “{node}”", node=self._nodes[request.node].title)
        return Asked(edits.SetLabel(request.node, request.title), text, merge=f"label:{request.node}")

    def set_node(self, request: SetNode) -> Asked:
        steps: list[Edit] = []
        for node in self._document.nodes:
            if node.id in request.nodes:
                if request.disabled is not None:
                    steps.append(edits.SetDisabled(node.id, request.disabled))
                look = {
                    name: value
                    for name, value in (("compact", request.compact), ("accent", request.accent))
                    if value is not None
                }
                if look:
                    steps.append(edits.ReplaceNode(changed(node, **look)))
        words = {
            True: self._told(request.nodes, tr("Switch off “{node}”"), tr("Switch off")),
            False: self._told(request.nodes, tr("Switch on “{node}”"), tr("Switch on")),
            None: tr("Change the look"),
        }
        return Asked(_one(steps), words[request.disabled])

    def set_edge(self, request: SetEdge) -> Asked:
        new = changed(self._transitions[request.edge], **request.values())
        return Asked(edits.SetTransition(new), tr("Change the transition"))

    def add_note(self, request: AddNote) -> Asked:
        left, top, width, height = request.rect
        note = Note(id=self.new_id("note"), text=request.text, size=(width, height))
        return Asked(edits.AddNote(note, (left, top)), tr("Add a note"), Parts.of(notes=[note.id]))

    def set_note(self, request: SetNote) -> Asked:
        old = next(note for note in self._document.notes if note.id == request.note)
        values: dict[str, object] = {}
        steps: list[Edit] = []
        if request.rect is not None:
            left, top, width, height = request.rect
            values["size"] = (width, height)
            steps.append(edits.MoveNodes({old.id: (left, top)}))
        values |= {
            name: getattr(request, name) for name in ("text", "accent", "level") if getattr(request, name) is not None
        }
        return Asked(_one([edits.SetNote(changed(old, **values)), *steps]), tr("Change the note"))

    def add_frame(self, request: AddFrame) -> Asked:
        frame = Frame(id=self.new_id("frame"), title=request.title, nodes=request.nodes, rect=request.rect)
        return Asked(edits.AddFrame(frame), tr("Group in a frame"), Parts.of(frames=[frame.id]))

    def set_frame(self, request: SetFrame) -> Asked:
        old = next(frame for frame in self._document.frames if frame.id == request.frame)
        values = {
            name: getattr(request, name)
            for name in ("title", "rect", "nodes", "accent", "collapsed", "level")
            if getattr(request, name) is not None
        }
        steps: list[Edit] = [edits.SetFrame(changed(old, **values))]
        if request.push is not None:
            steps.append(self.move(request.push).edit)
        words = {True: tr("Collapse the frame"), False: tr("Expand the frame"), None: tr("Change the frame")}
        return Asked(_one(steps), words[request.collapsed])


_WRITERS: Mapping[type[Any], Callable[[Writer, Any], Asked]] = {
    AddNode: Writer.add_node,
    InsertOnEdge: Writer.insert,
    Connect: Writer.connect,
    Reconnect: Writer.reconnect,
    MovePort: Writer.move_port,
    Move: Writer.move,
    Delete: Writer.delete,
    DeleteAndHeal: Writer.heal,
    Duplicate: Writer.duplicate,
    Paste: Writer.paste,
    Replace: Writer.replace,
    Rename: Writer.rename,
    SetNode: Writer.set_node,
    SetEdge: Writer.set_edge,
    AddNote: Writer.add_note,
    SetNote: Writer.set_note,
    AddFrame: Writer.add_frame,
    SetFrame: Writer.set_frame,
}


def _one(steps: list[Edit]) -> Edit:
    return steps[0] if len(steps) == 1 else edits.Batch(tuple(steps))
