"""What may be asked for on a journey's canvas, and the edits of that: a tree that grows from its transitions."""

from collections.abc import Callable, Mapping
from typing import Any

from app.graph.refusals import Rules
from app.graph.requests import Asked, Writer
from app.journeys.tree import (
    CLOSE,
    END,
    MERGE,
    SOURCES,
    close_of,
    group_of,
    inside,
    only_by,
    opens_group,
)
from app.words import said, tr
from canvas.requests import (
    AddNode,
    Connect,
    Delete,
    DeleteAndHeal,
    InsertOnEdge,
    Move,
    MovePort,
    Reconnect,
    Replace,
    Request,
    SetNode,
)
from canvas.views import Parts, PortRef
from engine.document import edits
from engine.document.edits import Batch, Edit
from engine.document.graph import affected
from engine.document.model import Document, Node, Transition
from engine.journey.registry import all_nodes


class TreeRules(Rules):
    """The rules over one state of a journey."""

    @property
    def document(self) -> Document:
        return self._document

    def refusal(self, request: Request) -> str:
        found = _REFUSALS.get(type(request))
        if found is not None:
            reason: str = found(self, request)
            return reason
        return super().refusal(request)

    def link(self, source: PortRef, target: PortRef, ignoring: str = "") -> str:
        """Only a merge takes several paths, a close those of its group; what stands alone may be led to."""
        there = self.document.node_by_id.get(target.node)
        if there is None or source.node not in self.document.node_by_id:
            return tr("A transition starts at an output.")
        if source.node in affected(self.document, [target.node]):
            return tr("This would make a circle: the flow must not come back to where it was.")
        entered = [one for one in self.document.inbound.get(target.node, ()) if one.id != ignoring]
        if any((one.source, one.port) == source for one in entered):
            return tr("These two are already connected.")
        if there.type != MERGE and (entered or there.type in SOURCES):
            return tr("Paths come together in a merge only. Insert one where they shall meet.")
        if there.type == MERGE and self.split_of(source.node) is not None:
            return tr("The paths of people come together in the close of their group.")
        led = next((one for one in self.document.outbound.get(source.node, ()) if one.port == source.port), None)
        if led is not None and led.id != ignoring and not self._is_end(led):
            return tr("This path goes on already. Only one that ends can be led elsewhere.")
        return ""

    def split_of(self, node: str) -> str | None:
        """The group that the outputs of a node belong to."""
        found = self.document.node_by_id.get(node)
        if found is not None and opens_group(self.document, found):
            return node
        return group_of(self.document, node)

    def _is_end(self, one: Transition) -> bool:
        return one.target is not None and self.document.node_by_id[one.target].type == END

    def add(self, request: AddNode) -> str:
        if request.source is None:
            return tr("A journey grows from its transitions: select one, or the node that it goes after.")
        return self._may_stand(request.type, self.split_of(request.source.node))

    def insert(self, request: InsertOnEdge) -> str:
        one = next((each for each in self.document.transitions if each.id == request.edge), None)
        if one is None:
            return tr("This transition is no longer there.")
        if request.node:
            return tr("A journey arranges itself. Cut the node and paste it elsewhere.")
        return self._may_stand(request.type, self.split_of(one.source))

    def _may_stand(self, kind: str, split: str | None) -> str:
        found = self._kinds.get(kind)
        if found is None or not found.offered:
            return tr("This kind of activity is unknown here.")
        if split is not None and not all_nodes()[kind].in_groups:
            return tr("Only actions on people stand on the paths of people.")
        return ""

    def replace(self, request: Replace) -> str:
        node = self.document.node_by_id.get(request.node)
        if node is None or node.type in {*SOURCES, END, CLOSE}:
            return tr("This node comes and goes by itself.")
        new = self._kinds.get(request.type)
        if new is None or not new.offered or len(new.new_outputs) != 1 or len(self._nodes[node.id].outputs) != 1:
            return tr("A node can only give way to one with one path, as it has itself.")
        return self._may_stand(request.type, group_of(self.document, node.id))

    def move(self, request: Move) -> str:
        if not request.nodes or request.reason == "turn":
            return ""
        return tr("A journey arranges itself: nodes stay where they are.")

    def delete(self, request: Delete) -> str:
        if request.parts.nodes:
            return self._deletion(request.parts.nodes)
        arrows = [one for one in self.document.transitions if one.id in request.parts.edges]
        if any(one.target is None or self.document.node_by_id[one.target].type != MERGE for one in arrows):
            return tr("A transition goes with its nodes. Only one that enters a merge can be removed.")
        return super().refusal(request)

    def heal(self, request: DeleteAndHeal) -> str:
        return self._deletion(request.nodes)

    def _deletion(self, names: frozenset[str]) -> str:
        nodes = [self.document.node_by_id[name] for name in names if name in self.document.node_by_id]
        if not nodes:
            return tr("Select an activity first.")
        if any(node.type in SOURCES for node in nodes):
            return tr("The audience always stands first.")
        if all(node.type in {END, CLOSE} for node in nodes):
            return tr("Ends and closes come and go by themselves.")
        for node in nodes:
            if node.type == MERGE and len(self.document.inbound.get(node.id, ())) > 1:
                return tr("A merge can only be deleted when one path is left in it.")
        return ""

    def set_node(self, request: SetNode) -> str:
        if request.disabled is not None:
            return tr("The nodes of a journey cannot be switched off.")
        return super().refusal(request)

    def move_port(self, request: MovePort) -> str:
        del request
        return tr("Paths come together in a merge only. Insert one where they shall meet.")


_REFUSALS: Mapping[type[Any], Callable[[TreeRules, Any], str]] = {
    AddNode: TreeRules.add,
    InsertOnEdge: TreeRules.insert,
    Replace: TreeRules.replace,
    Move: TreeRules.move,
    Delete: TreeRules.delete,
    DeleteAndHeal: TreeRules.heal,
    SetNode: TreeRules.set_node,
    MovePort: TreeRules.move_port,
}


class TreeWriter(Writer):
    """The edits; what else follows from them, such as ends, is added by the session (see `tree.completed`)."""

    notice = ""
    """What to say of what was done."""

    def asked(self, request: Request) -> Asked:
        match request:
            case AddNode(kind, _, PortRef() as source):
                return self._grown(kind, self._at(source))
            case InsertOnEdge(edge, _, kind):
                return self._grown(kind, edge)
            case Connect(source, target):
                return Asked(self._led(source, target.node), tr("Connect"))
            case Reconnect(edge, source, target):
                return self._reconnected(edge, source, target)
            case Delete(parts) if parts.nodes:
                return self._deleted(parts.nodes)
            case DeleteAndHeal(nodes):
                return self._deleted(nodes)
            case Move(reason="turn"):
                return self._turned()
            case _:
                return super().asked(request)

    def _turned(self) -> Asked:
        """The whole journey from top to bottom, or from left to right again: it arranges itself either way."""
        kept = {name: one for name, one in self._document.journey.items() if name != "layout_direction"}
        down = self._document.journey.get("layout_direction") == "vertical"
        whole = kept if down else {**kept, "layout_direction": "vertical"}
        return Asked(edits.SetProperty("journey", whole), tr("Turn the layout"))

    def _at(self, source: PortRef) -> str:
        """The transition of an output."""
        return next(one.id for one in self._document.outbound[source.node] if one.port == source.port)

    def _grown(self, kind: str, edge: str) -> Asked:
        """A node of a kind put into a transition; what followed goes on by its first path."""
        node = self._node(kind)
        text = tr("Insert {title}", title=said(self._kinds[kind].title))
        made = Parts.of(nodes=[node.id])
        before = self._transitions[edge]
        if opens_group(self._document, node):
            close = self._node(CLOSE)
            last = edits.InsertOnTransition(before.id, close, self._arrow_id(), "out")
            first = edits.InsertOnTransition(last.entering, node, self._arrow_id(), self._first_port(kind))
            return Asked(Batch((last, first)), text, made)
        return Asked(edits.InsertOnTransition(before.id, node, self._arrow_id(), self._first_port(kind)), text, made)

    def _first_port(self, kind: str) -> str:
        """The output by which what followed goes on."""
        return self._kinds[kind].new_outputs[0].id

    def _led(self, source: PortRef, target: str) -> Edit:
        led = next((one for one in self._document.outbound.get(source.node, ()) if one.port == source.port), None)
        if led is None:
            return edits.Connect(self._arrow(source.node, source.port, target))
        return edits.Reconnect(led.id, source.node, source.port, target)

    def _reconnected(self, edge: str, source: PortRef | None, target: PortRef | None) -> Asked:
        one = self._transitions[edge]
        start = source or PortRef(one.source, one.port)
        steps: list[Edit] = [edits.Disconnect(one.id)] if start != (one.source, one.port) else []
        end = target.node if target is not None else one.target
        steps.append(self._led(start, end or ""))
        return Asked(steps[0] if len(steps) == 1 else Batch(tuple(steps)), tr("Reconnect"))

    def _deleted(self, names: frozenset[str]) -> Asked:
        """Nodes with one path give way to what follows; a split goes with all that only its paths lead to."""
        document, steps, gone = self._document, list[Edit](), set[str]()
        for node in [one for one in document.nodes if one.id in names and one.type not in {END, CLOSE, *SOURCES}]:
            if node.id in gone:
                continue
            lost = self._goes_with(document, node)
            gone |= lost
            for step in _steps_of_deletion(document, node, lost):
                steps.append(step)
                document = edits.apply(document, step).document
        more = len([one for one in gone - names if self._document.node_by_id[one].type not in {END, CLOSE}])
        self.notice = (
            tr("{n} node(s) that followed (was|were) deleted, too. Undo brings (it|them) back.", n=more) if more else ""
        )
        return Asked(steps[0] if len(steps) == 1 else Batch(tuple(steps)), tr("Delete"))

    def _goes_with(self, document: Document, node: Node) -> set[str]:
        if opens_group(document, node):
            close = close_of(document, node.id)
            return {node.id, *inside(document, node.id), *([close] if close is not None else [])}
        if len(self._nodes[node.id].outputs) > 1:
            return only_by(document, node.id)
        return {node.id}


def _steps_of_deletion(document: Document, node: Node, lost: set[str]) -> list[Edit]:
    """The steps that take a node out, with what goes along, and lead what entered to what follows, if anything."""
    onward = [
        one
        for name in lost
        for one in document.outbound.get(name, ())
        if one.target is not None and one.target not in lost
    ]
    after = onward[0].target if len({one.target for one in onward}) == 1 else None
    steps: list[Edit] = []
    if after is not None:
        steps += [
            edits.Reconnect(one.id, one.source, one.port, after)
            for one in document.inbound.get(node.id, ())
            if one.source not in lost
        ]
    return [*steps, edits.RemoveNodes(tuple(one.id for one in document.nodes if one.id in lost))]
