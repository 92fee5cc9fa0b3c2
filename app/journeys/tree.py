"""What a journey's graph is like whatever is edited: each path has its end, each group of people its close.

`completed` adds to an edit what follows from it; it is pure.
"""

from collections.abc import Iterator

from app.graph.kinds import kinds_of
from app.words import tr
from engine.document.edits import (
    AddFrame,
    AddNode,
    Batch,
    Connect,
    Disconnect,
    Edit,
    RemoveFrame,
    RemoveNodes,
    SetFrame,
    apply,
)
from engine.document.graph import downstream
from engine.document.model import Document, Frame, Node, Transition
from engine.problems import EngineError, Problem

END, CLOSE, MERGE, SPLIT_PEOPLE, VARIANT = "end", "close", "merge", "split-people", "variant"
SOURCES = frozenset({"account-audience", "person-audience"})
_MOST = 2_000
"""Steps that may follow from one edit; a document from elsewhere may lack all its ends."""


def of_people(document: Document) -> bool:
    """Whether people move, not accounts."""
    return document.journey.get("type") == "person"


def opens_group(document: Document, node: Node) -> bool:
    """Whether a node opens paths of people that a close node ends."""
    if of_people(document):
        return False
    return node.type == SPLIT_PEOPLE or (node.type == VARIANT and node.settings.get("by") == "people")


def ports_of(document: Document, node: Node) -> list[str]:
    """The outputs of a node, from top to bottom."""
    kind = kinds_of(document).get(node.type)
    return [port.id for port in kind.outputs_of(node)] if kind is not None else []


def close_of(document: Document, split: str) -> str | None:
    """The close node of a group: the first that its paths lead to."""
    waiting, seen = [split], {split}
    while waiting:
        for arrow in document.outbound.get(waiting.pop(0), ()):
            if arrow.target is None or arrow.target in seen:
                continue
            if document.node_by_id[arrow.target].type == CLOSE:
                return arrow.target
            seen.add(arrow.target)
            waiting.append(arrow.target)
    return None


def group_of(document: Document, node: str) -> str | None:
    """The split whose people come by a node; None outside of all groups. What follows a close is outside."""
    if document.node_by_id[node].type == CLOSE:
        return None
    waiting, seen = [node], {node}
    while waiting:
        for arrow in document.inbound.get(waiting.pop(), ()):
            source = document.node_by_id.get(arrow.source)
            if source is None or source.id in seen or source.type == CLOSE:
                continue
            if opens_group(document, source):
                return source.id
            seen.add(source.id)
            waiting.append(source.id)
    return None


def inside(document: Document, split: str) -> set[str]:
    """The nodes on the paths of a group, without the split and its close."""
    close = close_of(document, split)
    after = downstream(document, split)
    return after - ({close} | downstream(document, close) if close is not None else set())


def free_id(document: Document, stem: str) -> str:
    """An id that no part of a document has."""
    taken = {*document.node_by_id, *(one.id for one in document.transitions), *(one.id for one in document.frames)}
    name, place = stem, 1
    while name in taken:
        place += 1
        name = f"{stem}-{place}"
    return name


def arrow(document: Document, source: str, port: str, target: str) -> Transition:
    """A new transition."""
    place = len(document.transitions) + 1
    name = free_id(document, f"t{place}")
    return Transition.model_validate({"id": name, "from": source, "port": port, "to": target})


def completed(document: Document, edit: Edit) -> Edit:
    """The edit and all that follows from it, as one. Errors: path-has-nodes, where a path goes that leads to nodes."""
    try:
        now = apply(document, edit).document
    except EngineError:
        # Whoever applies it will tell.
        return edit
    _refuse_stranded(now)
    steps: list[Edit] = []
    while (more := next(_missing(now), None)) is not None and len(steps) < _MOST:
        steps.append(more)
        now = apply(now, more).document
    return Batch((edit, *steps)) if steps else edit


def framed(document: Document) -> Document:
    """The same with a frame around each group of people, as a document from elsewhere may lack them."""
    while (step := next(_frames(document), None)) is not None:
        document = apply(document, step).document
    return document


def _refuse_stranded(document: Document) -> None:
    """A path goes only when nothing stands on it."""
    for one in document.transitions:
        source, target = document.node_by_id.get(one.source), document.node_by_id.get(one.target or "")
        if source is None or target is None or target.type in {END, CLOSE, MERGE}:
            continue
        if kinds_of(document).get(source.type) is not None and one.port not in ports_of(document, source):
            raise EngineError(
                Problem(code="path-has-nodes", what=tr("This path cannot go while there are nodes on it."),
                        fix=tr("Delete its nodes first."), node=source.id)
            )  # fmt: skip


def _missing(document: Document) -> Iterator[Edit]:
    """What is not yet as it must be; only the first is of use, since it changes what else is missing."""
    yield from _loose_arrows(document)
    yield from _idle_nodes(document)
    yield from _open_ports(document)
    yield from _frames(document)


def _loose_arrows(document: Document) -> Iterator[Edit]:
    """Transitions from outputs that are no more, second ones of an output, and those that lead nowhere."""
    taken: set[tuple[str, str]] = set()
    for one in document.transitions:
        source = document.node_by_id.get(one.source)
        if source is None or kinds_of(document).get(source.type) is None:
            continue
        if one.port not in ports_of(document, source) or one.target is None or (one.source, one.port) in taken:
            yield Disconnect(one.id)
        taken.add((one.source, one.port))


def _idle_nodes(document: Document) -> Iterator[Edit]:
    """Ends and closes that nothing leads to."""
    for node in document.nodes:
        if node.type in {END, CLOSE} and not document.inbound.get(node.id):
            yield RemoveNodes((node.id,))


def _open_ports(document: Document) -> Iterator[Edit]:
    for node in document.nodes:
        led = {one.port for one in document.outbound.get(node.id, ())}
        for port in ports_of(document, node):
            if port not in led:
                yield _led_on(document, node, port)


def _led_on(document: Document, node: Node, port: str) -> Edit:
    """Where an open path goes: to the close of its group, else to an end of its own."""
    split = node.id if opens_group(document, node) else group_of(document, node.id)
    if split is not None:
        close = close_of(document, split)
        if close is not None:
            return Connect(arrow(document, node.id, port, close))
        made = Node(id=free_id(document, CLOSE), type=CLOSE)
        return Batch((AddNode(made), Connect(arrow(document, node.id, port, made.id))))
    end = Node(id=free_id(document, END), type=END)
    return Batch((AddNode(end), Connect(arrow(document, node.id, port, end.id))))


def _frames(document: Document) -> Iterator[Edit]:
    """Each group of people with nodes on its paths stands in a frame, so that it can be collapsed."""
    frames = {one.id: one for one in document.frames}
    for node in document.nodes:
        if opens_group(document, node):
            close = close_of(document, node.id)
            within = inside(document, node.id)
            members = tuple(one.id for one in document.nodes if one.id in {node.id, close, *within})
            name = frame_of(node.id)
            old = frames.pop(name, None)
            if old is None:
                yield AddFrame(Frame(id=name, nodes=members))
            elif set(old.nodes) != set(members):
                yield SetFrame(old.model_copy(update={"nodes": members}))
    for name in frames:
        if name.startswith(_GROUP):
            yield RemoveFrame(name)


_GROUP = "people-of-"


def frame_of(split: str) -> str:
    """The id of the frame around a group."""
    return f"{_GROUP}{split}"


def only_by(document: Document, node: str) -> set[str]:
    """The nodes that can be reached by this one alone, and the node."""
    found = {node}
    again = True
    while again:
        again = False
        for name in downstream(document, node) - found:
            if all(one.source in found for one in document.inbound.get(name, ())):
                found.add(name)
                again = True
    return found
