"""The keyboard's place in the graph: one part at a time, reached along transitions first and by geometry then.

Right and Left follow transitions, Up and Down go through siblings; the other way around where nodes are read from top
to bottom. Where several ways lead on, a numbered list asks.
Walking selects what it comes to, and the view follows. None of it is part of the document.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from canvas.items.counts import count_words
from canvas.items.edge import EdgeItem
from canvas.model import GraphChange
from canvas.placing import downstream, upstream
from canvas.views import Parts
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

Part = tuple[str, str]
"""Kind and id: nodes, edges, notes or frames."""
NOBODY: Part = ("", "")
_SIDEWAYS = 2.0
"""How much dearer a step aside is than one ahead, when the nearest part is looked for."""


class Walk(QObject):
    """Which part the keys act on. `visible` while the keyboard, and not the mouse, brought it there."""

    arrived = Signal(str, str)
    """Kind and id of the part the keyboard came to, by a key or by a click."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._at = NOBODY
        self._place = QPointF()
        canvas.graph_scene.applied.connect(self._applied)

    @property
    def at(self) -> Part:
        """The part the keys act on; two empty texts when there is none."""
        return self._at

    @property
    def node(self) -> str:
        """The node the keys act on; empty when they act on something else."""
        return self._at[1] if self._at[0] == "nodes" else ""

    @property
    def visible(self) -> bool:
        return bool(self._canvas.look.focused[0])

    def go(self, kind: str, name: str, visible: bool = True, add: bool = False) -> None:
        """Come to a part: select it (or add it), show it, and draw the ring when the keyboard did it."""
        if kind == "nodes" and name in self._canvas.graph_scene.folding.homes:
            kind, name = "frames", self._canvas.graph_scene.folding.homes[name]
        self.note(kind, name, visible)
        if not kind:
            return
        parts = Parts.of(**{kind: [name]})
        if add:
            self._canvas.selection.add(parts)
        else:
            self._canvas.selection.set(parts)
        self._canvas.reveal(self.area())

    def note(self, kind: str, name: str, visible: bool) -> None:
        """Remember a place without selecting anything: a click has done that."""
        self._at = (kind, name) if name else NOBODY
        self._place = self.area().center()
        self._canvas.look.focused = self._at if visible else NOBODY
        self._canvas.viewport().update()
        self._canvas.actions_by_id.refresh()
        self.arrived.emit(*self._at)

    def enter(self) -> None:
        """The keyboard came to the canvas: show where it is, or begin where the graph begins."""
        if self._at == NOBODY:
            self._begin()
        else:
            self.note(*self._at, visible=True)

    def area(self) -> QRectF:
        """Where the part is, in scene coordinates."""
        return self._area(self._at)

    def _area(self, part: Part) -> QRectF:
        if part == NOBODY:
            return QRectF()
        if part[0] == "edges":
            return self._canvas.graph_scene.edges[part[1]].pill()
        return self._canvas.graph_scene.bounds_of(Parts.of(**{part[0]: [part[1]]}))

    def _applied(self, change: GraphChange) -> None:
        """After a deletion, the keyboard stands at what is nearest to where it was."""
        kind, name = self._at
        if not kind or name in getattr(self._canvas.graph_scene, kind):
            return
        visible = self.visible
        near = min(self._parts(), key=lambda part: _far(self._area(part).center() - self._place), default=NOBODY)
        self.note(*near, visible=visible)

    # Steps

    def step(self, across: int, down: int, add: bool = False) -> None:
        """One step right (1) or left (-1), or down (1) or up (-1); `add` keeps what is selected."""
        ahead, aside = (down, across) if self._reads_down() else (across, down)
        if self._at == NOBODY:
            self._begin()
        elif self._at[0] == "edges":
            self._leave_edge(ahead, aside)
        elif ahead and self._follow(ahead, add):
            return
        elif not (aside and self.node and self._to_sibling(aside, add)):
            self._to_nearest(across, down, add)

    def _reads_down(self) -> bool:
        """Whether the way on from here runs down."""
        scene, (kind, name) = self._canvas.graph_scene, self._at
        if kind == "edges":
            return scene.edges[name].down
        if kind == "frames":
            fold = scene.folding.folds.get(name)
            return fold is not None and any(scene.nodes[node].node.down for node in fold.nodes)
        return kind == "nodes" and scene.nodes[name].node.down

    def _begin(self) -> None:
        chosen = self._canvas.selection.parts.nodes
        entries = sorted(chosen or self._entries(), key=self._reading_order)
        if entries:
            self.go("nodes", entries[0])
        else:
            self._to_nearest(1, 0, False)

    def _entries(self) -> set[str]:
        scene = self._canvas.graph_scene
        return {name for name in scene.nodes if not scene.inbound.get(name)} or set(scene.nodes)

    def _reading_order(self, node: str) -> tuple[float, float, str]:
        view = self._canvas.graph_scene.nodes[node].node
        return (view.y, view.x, node) if view.down else (view.x, view.y, node)

    def _height(self, node: str) -> tuple[float, float, str]:
        """Sorts siblings as they stand beside each other."""
        view = self._canvas.graph_scene.nodes[node].node
        return (view.x, view.y, node) if view.down else (view.y, view.x, node)

    def _ahead(self, node: str, across: int) -> list[EdgeItem]:
        """The transitions to follow, as they are read, with a node at the other end."""
        scene = self._canvas.graph_scene
        edges = (scene.outbound if across > 0 else scene.inbound).get(node, {}).values()
        return sorted((item for item in edges if item.edge.target is not None), key=EdgeItem.rank)

    def _ways(self, across: int) -> list[EdgeItem]:
        """The transitions to follow from here: those of the node, or those that cross a collapsed frame's border."""
        scene = self._canvas.graph_scene
        fold = scene.folding.folds.get(self._at[1]) if self._at[0] == "frames" else None
        if fold is not None:
            return [scene.edges[name] for name in (fold.leaving if across > 0 else fold.entering)]
        return self._ahead(self.node, across) if self.node else []

    def _follow(self, across: int, add: bool) -> bool:
        ways: dict[str, EdgeItem] = {}
        for item in self._ways(across):
            target = item.edge.target
            ways.setdefault(target.node if across > 0 and target is not None else item.edge.source.node, item)
        self._choose([(self._words(item, across > 0), self._goer("nodes", name, add)) for name, item in ways.items()])
        return bool(ways)

    def _goer(self, kind: str, name: str, add: bool = False) -> Callable[[], None]:
        return lambda: self.go(kind, name, add=add)

    def _words(self, item: EdgeItem, forward: bool) -> str:
        """A branch in one line: its label, where it leads, and its count."""
        scene, edge = self._canvas.graph_scene, item.edge
        other = edge.target.node if forward and edge.target is not None else edge.source.node
        title = scene.nodes[other].node.title
        count = count_words(self._canvas.model.count(edge.id), self._canvas.look)
        arrow = "→" if forward else "←"
        return f"{edge.label} {arrow} {title} ({count})" if edge.label else f"{arrow} {title} ({count})"

    def _choose(self, options: list[tuple[str, Callable[[], None]]]) -> None:
        corner = self._canvas.viewportTransform().map(self.area().topRight()).toPoint()
        self._canvas.chooser.ask(options, corner)

    def _to_sibling(self, down: int, add: bool) -> bool:
        scene, node = self._canvas.graph_scene, self.node
        before = [item.edge.source.node for item in scene.inbound.get(node, {}).values()]
        siblings = {node}
        for name in before:
            siblings |= {item.edge.target.node for item in self._ahead(name, 1) if item.edge.target is not None}
        row = sorted(siblings, key=self._height)
        index = row.index(node) + down
        if 0 <= index < len(row):
            self.go("nodes", row[index], add=add)
        return 0 <= index < len(row)

    def _parts(self) -> Iterable[Part]:
        scene = self._canvas.graph_scene
        yield from (("nodes", name) for name, item in scene.nodes.items() if item.isVisible())
        yield from (("notes", name) for name, item in scene.notes.items() if item.isVisible())
        yield from (("frames", name) for name, item in scene.frames.items() if item.frame.collapsed)

    def _to_nearest(self, across: int, down: int, add: bool) -> None:
        """The nearest part in a direction, within 45 degrees of it or a little more."""
        here = self.area().center() if self._at != NOBODY else self._canvas.visible_area().center()
        best: tuple[float, Part] | None = None
        for part in self._parts():
            away = self._area(part).center() - here
            ahead = away.x() * across + away.y() * down
            aside = abs(away.y() if across else away.x())
            if part != self._at and ahead > 0 and aside <= _SIDEWAYS * ahead:
                cost = ahead + _SIDEWAYS * aside
                if best is None or cost < best[0]:
                    best = (cost, part)
        if best is not None:
            self.go(*best[1], add=add)
        else:
            self._canvas.announced.emit(tr("Nothing further in this direction."))

    # Transitions and frames

    def to_edge(self) -> None:
        """From a node to a transition that leaves it, or else enters it."""
        node = self.node
        if not node:
            return
        scene = self._canvas.graph_scene
        leaving = scene.outbound.get(node, {}).values() or scene.inbound.get(node, {}).values()
        rows = sorted(leaving, key=EdgeItem.rank)
        self._choose([(self._edge_words(item), self._goer("edges", item.edge.id)) for item in rows])

    def _edge_words(self, item: EdgeItem) -> str:
        open_end = f"{item.edge.label} → …".strip()
        return self._words(item, True) if item.edge.target is not None else open_end

    def _leave_edge(self, across: int, down: int) -> None:
        scene = self._canvas.graph_scene
        edge = scene.edges[self._at[1]].edge
        if across > 0 and edge.target is not None:
            self.go("nodes", edge.target.node)
        elif across < 0:
            self.go("nodes", edge.source.node)
        elif down:
            row = sorted(scene.outbound[edge.source.node].values(), key=EdgeItem.rank)
            index = [item.edge.id for item in row].index(edge.id) + down
            if 0 <= index < len(row):
                self.go("edges", row[index].edge.id)

    def to_frame(self) -> None:
        """From a node to the frame around it."""
        frames = self._canvas.graph_scene.frames.values()
        around = next((item.frame.id for item in frames if self.node and self.node in item.frame.nodes), "")
        if around:
            self.go("frames", around)

    # Ends

    def to_entry(self) -> None:
        """To where the way here begins."""
        scene = self._canvas.graph_scene
        before = upstream(scene, [self.node]) & self._entries() if self.node else self._entries()
        self._to_first(before or self._entries())

    def to_end(self) -> None:
        """To where the way from here ends."""
        scene = self._canvas.graph_scene
        after = downstream(scene, [self.node] if self.node else scene.nodes)
        ends = {name for name in after if not self._ahead(name, 1)}
        self._to_first(ends or after)

    def _to_first(self, nodes: set[str]) -> None:
        if nodes:
            self.go("nodes", min(nodes, key=self._height))


def _far(away: QPointF) -> float:
    return away.manhattanLength()
