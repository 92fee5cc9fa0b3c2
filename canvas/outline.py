"""The outline: the same graph as a list in the order of the flow, for those who do not use the picture of it.

It is in step with the selection of the canvas, and the actions of the canvas work in it by their keys and its menu.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeView, QVBoxLayout, QWidget

from canvas.items.hit import NOWHERE, Hit, Spot
from canvas.outline_model import COUNT, NAME, STATE, OutlineModel
from canvas.search_list import fitness
from canvas.views import Parts
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_OF_THE_PICTURE = frozenset({"walk", "place", "view"})
"""Groups of actions that move about the picture; the list has its own arrows."""
_OWN_KEYS = frozenset({"edit.rename", "select.all", "add.node-here", "add.connect"})
_INDENT = 14
_COUNT_CHARACTERS, _STATE_CHARACTERS = 10, 18
_ROWS = QItemSelectionModel.SelectionFlag.Rows


class Outline(QWidget):
    """A search field over the list."""

    def __init__(self, canvas: "CanvasView", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._following = False
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeView(self)
        self.rows = OutlineModel(canvas, self.tree)
        self.tree.setModel(self.rows)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(_INDENT)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setAccessibleName(tr("Nodes and transitions in the order of the flow"))
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().moveSection(COUNT, STATE)
        self.tree.viewport().installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(6, 6, 6, 6)
        box.addWidget(self.search)
        box.addWidget(self.tree)
        for name, record in canvas.actions_by_id.records.items():
            if record.group not in _OF_THE_PICTURE and name not in _OWN_KEYS:
                self.tree.addAction(canvas.actions_by_id[name])
        self.search.textChanged.connect(self.narrow)
        self.search.returnPressed.connect(self.tree.setFocus)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.tree.activated.connect(self._open)
        self.tree.selectionModel().selectionChanged.connect(self._chosen)
        self.rows.modelReset.connect(self._reset)
        canvas.selection.changed.connect(self.follow)
        self._reset()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Names have the room that counts leave; states stand in sight where there is room for all three."""
        if watched is self.tree.viewport() and event.type() is QEvent.Type.Resize:
            room, size = self.tree.viewport().width(), self.fontMetrics().averageCharWidth()
            header = self.tree.header()
            count = max(_COUNT_CHARACTERS * size, header.sectionSizeHint(COUNT))
            state = _STATE_CHARACTERS * size
            wide = room > 2 * (count + state)
            header.setSectionHidden(STATE, not wide)
            name = room - count - state if wide else room - count
            for section, width in ((NAME, name), (COUNT, count), (STATE, state)):
                header.resizeSection(section, max(width, count))
        return super().eventFilter(watched, event)

    def _reset(self) -> None:
        self.tree.expandAll()
        self.follow()
        self.narrow(self.search.text())

    def narrow(self, text: str) -> None:
        """Show only the nodes whose name or kind fits."""
        words = text.casefold().split()
        for row in range(self.rows.rowCount()):
            node = self._canvas.graph_scene.nodes[self.rows.part(self.rows.index(row, 0))[1]].node
            fits = all(fitness(word, node.title, node.summary, node.type_title) for word in words)
            self.tree.setRowHidden(row, QModelIndex(), not fits)

    def follow(self) -> None:
        """Mark what the canvas has selected, and show the first of it."""
        if self._following:
            return
        parts = self._canvas.selection.parts
        chosen = [("nodes", name) for name in parts.nodes] + [("edges", name) for name in parts.edges]
        marked = QItemSelection()
        places = sorted(
            (self.rows.index_of(part) for part in chosen), key=lambda index: (index.parent().row(), index.row())
        )
        for index in places:
            marked.select(index, index)
        self._following = True
        self.tree.selectionModel().select(marked, QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS)
        if places and places[0].isValid():
            self.tree.selectionModel().setCurrentIndex(places[0], QItemSelectionModel.SelectionFlag.NoUpdate)
            self.tree.scrollTo(places[0])
        self._following = False

    def _chosen(self) -> None:
        if self._following:
            return
        rows = [self.rows.part(index) for index in self.tree.selectionModel().selectedRows()]
        self._following = True
        self._canvas.selection.set(
            Parts.of((name for kind, name in rows if kind == "nodes"), (name for kind, name in rows if kind == "edges"))
        )
        kind, name = self.rows.part(self.tree.currentIndex())
        if kind and len(rows) == 1:
            self._canvas.walk.note(kind, name, visible=False)
            self._canvas.reveal(self._canvas.walk.area())
        self._following = False

    def _open(self, index: QModelIndex) -> None:
        kind, name = self.rows.part(index)
        if kind:
            self._canvas.opened.emit(kind, name)

    def _menu(self, at: QPoint) -> None:
        kind, name = self.rows.part(self.tree.indexAt(at))
        spot = {"nodes": Spot.NODE, "edges": Spot.EDGE}.get(kind)
        self._canvas.menus.open(Hit(spot, name) if spot else NOWHERE, self.tree.viewport().mapToGlobal(at))
