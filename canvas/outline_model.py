"""The graph as a table for the outline: nodes in the order of the flow, and under each the transitions that leave it.

Columns: name, state, count. Rows are read from the scene when they are shown, so that thousands cost little; a name is
edited by one request, as on the canvas.
"""

from collections.abc import Iterable
from dataclasses import replace
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from canvas import spoken
from canvas.icons import icon
from canvas.items.marks import run_words
from canvas.model import GraphChange
from canvas.requests import Rename, SetEdge
from canvas.scene import CanvasScene
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

Index = QModelIndex | QPersistentModelIndex
Part = tuple[str, str]
NAME, STATE, COUNT = range(3)
_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole


def flow_order(scene: CanvasScene) -> list[str]:
    """All nodes, each after those that lead to it, else from left to right and top to bottom; circles are cut."""
    places = {name: (item.node.x, item.node.y, name) for name, item in scene.nodes.items()}
    waiting = {name: _sources(scene, name) for name in places}
    ready = [places[name] for name, before in waiting.items() if not before]
    heapify(ready)
    order: list[str] = []
    while len(order) < len(places):
        if not ready:  # a circle: its leftmost node goes first
            heappush(ready, min(places[name] for name, before in waiting.items() if before))
        name = heappop(ready)[2]
        if name not in waiting:
            continue
        del waiting[name]
        order.append(name)
        for item in scene.outbound.get(name, {}).values():
            target = item.edge.target
            if target is not None and target.node in waiting and waiting[target.node]:
                waiting[target.node].discard(name)
                if not waiting[target.node]:
                    heappush(ready, places[target.node])
    return order


def _sources(scene: CanvasScene, node: str) -> set[str]:
    return {item.edge.source.node for item in scene.inbound.get(node, {}).values()} - {node}


class OutlineModel(QAbstractItemModel):
    """Rows of the first level are nodes, their children transitions. An index holds its node's row plus one."""

    def __init__(self, canvas: "CanvasView", parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._scene = canvas.graph_scene
        self._order: list[str] = []
        self._rows: dict[str, int] = {}
        self._read()
        self._scene.applied.connect(self._applied)
        canvas.model.counted.connect(self._counted)
        canvas.model.status_changed.connect(self._restated)

    # Following the graph

    def _read(self) -> None:
        self._order = flow_order(self._scene)
        self._rows = {name: row for row, name in enumerate(self._order)}

    def _applied(self, change: GraphChange) -> None:
        shape = change.added.nodes | change.added.edges | change.removed.nodes | change.removed.edges
        if shape or change.changed.edges or change == GraphChange():
            self.beginResetModel()
            self._read()
            self.endResetModel()
        else:
            self._tell(change.changed.nodes)

    def _restated(self, nodes: Iterable[str]) -> None:
        self._tell(nodes)

    def _counted(self, edges: Iterable[str]) -> None:
        self._tell(
            {self._scene.edges[edge].edge.source.node for edge in edges if edge in self._scene.edges}, inside=True
        )

    def _tell(self, nodes: Iterable[str], inside: bool = False) -> None:
        """These rows changed; with `inside`, what stands under them."""
        for node in nodes:
            at = self.index_of(("nodes", node))
            if inside:
                last = self.rowCount(at) - 1
                if last >= 0:
                    self.dataChanged.emit(self.index(0, 0, at), self.index(last, 2, at))
            elif at.isValid():
                self.dataChanged.emit(at, at.siblingAtColumn(2))

    # Places

    def part(self, index: Index) -> Part:
        """What a row stands for; two empty texts for none."""
        if not index.isValid():
            return ("", "")
        owner = index.internalId()
        if not owner:
            return ("nodes", self._order[index.row()])
        return ("edges", self._leaving(self._order[owner - 1])[index.row()])

    def index_of(self, part: Part) -> QModelIndex:
        """The row of a node or a transition; an invalid index for anything else."""
        kind, name = part
        if kind == "nodes" and name in self._rows:
            return self.index(self._rows[name], 0)
        if kind == "edges" and name in self._scene.edges:
            source = self._scene.edges[name].edge.source.node
            return self.index(self._leaving(source).index(name), 0, self.index(self._rows[source], 0))
        return QModelIndex()

    def _leaving(self, node: str) -> list[str]:
        edges = self._scene.outbound.get(node, {}).values()
        return [item.edge.id for item in sorted(edges, key=lambda item: (*item.rank(), item.edge.id))]

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: Index = _NOWHERE) -> Any:  # the toolkit has another method of this name
        owner = child.internalId() if child.isValid() else 0
        return self.createIndex(owner - 1, 0, 0) if owner else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._order)
        if parent.internalId() or parent.column():
            return 0
        return len(self._scene.outbound.get(self._order[parent.row()], {}))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 3

    # Contents

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if role != _ROLE.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (tr("Name"), tr("State"), tr("Count"))[section]

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        kind, name = self.part(index)
        if not kind or name not in getattr(self._scene, kind):
            return None
        column = index.column()
        if role == _ROLE.DisplayRole:
            return self._node_text(name, column) if kind == "nodes" else self._edge_text(name, column)
        if role == _ROLE.EditRole and column == 0:
            return self._scene.nodes[name].node.title if kind == "nodes" else self._scene.edges[name].edge.label
        if role == _ROLE.DecorationRole and column == 0 and kind == "nodes":
            view, style = self._scene.nodes[name].node, self._canvas.style_in_use
            return icon(view.icon, style.accent(view.accent).ink)
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleTextRole) and column == 0:
            return spoken.part(self._canvas, kind, name)
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleTextRole) and column == 2 and kind == "edges":
            return spoken.count_words(self._canvas, self._canvas.model.count(name))
        if role == _ROLE.TextAlignmentRole and column == 2:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _node_text(self, name: str, column: int) -> str:
        if column == 0:
            return self._scene.nodes[name].node.title
        if column == 1:
            status = self._canvas.model.status(name)
            remarks = tr("{n} remark(s)", status.badge.count) if status.badge is not None else ""
            off = tr("switched off") if self._scene.nodes[name].node.disabled else ""
            return ", ".join(word for word in (run_words(status), off, status.tally, remarks) if word)
        return ""

    def _edge_text(self, name: str, column: int) -> str:
        edge = self._scene.edges[name].edge
        if column == 0:
            target = self._scene.nodes[edge.target.node].node.title if edge.target is not None else tr("nothing yet")
            return f"{edge.label} → {target}".strip()
        # The unit is the same all the way down: it is said, and shown where the pointer rests.
        return spoken.count_words(self._canvas, replace(self._canvas.model.count(name), unit="")) if column == 2 else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == 0 and not self._canvas.model.read_only():
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        kind, name = self.part(index)
        text = str(value)
        if role != _ROLE.EditRole or not kind or text == self.data(index, _ROLE.EditRole):
            return False
        return bool(self._canvas.ask(Rename(name, text) if kind == "nodes" else SetEdge(name, label=text)))
