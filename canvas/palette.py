"""The palette: kinds of nodes by category, to drag onto the canvas or to add with Enter or a click."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from canvas.blocks import PREFIX
from canvas.gestures.drop import PALETTE_FORMAT
from canvas.icons import icon
from canvas.quick_add import AddPlace, add_at, place_of_selection, rank
from canvas.search_list import fitness
from canvas.style import CARD_WIDTH
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_INDENT = 12
_KIND = Qt.ItemDataRole.UserRole


def palette_data(kind: str) -> QMimeData:
    """What a drag from a palette carries."""
    data = QMimeData()
    data.setData(PALETTE_FORMAT, kind.encode())
    return data


class _Tree(QTreeWidget):
    """A tree whose leaves can be dragged out."""

    unwanted = Signal()
    """Delete was pressed."""

    def showEvent(self, event: QShowEvent) -> None:
        # Rows that were measured before the program's style reached the tree have another height.
        self.doItemsLayout()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803  # the name that Qt gives it
        item = self.currentItem()
        kind = str(item.data(0, _KIND) or "") if item is not None else ""
        if kind:
            drag = QDrag(self)
            drag.setMimeData(palette_data(kind))
            drag.exec(Qt.DropAction.CopyAction)


class Palette(QWidget):
    """A search field over a tree of categories."""

    def __init__(self, canvas: "CanvasView", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._filling = False
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search for a kind of node"))
        self.search.setClearButtonEnabled(True)
        self.tree = _Tree(self)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(_INDENT)
        self.tree.setUniformRowHeights(True)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setDragEnabled(True)
        self.tree.setEditTriggers(QTreeWidget.EditTrigger.EditKeyPressed)
        self.tree.setAccessibleName(tr("Kinds of nodes"))
        box = QVBoxLayout(self)
        box.setContentsMargins(6, 6, 6, 6)
        box.addWidget(self.search)
        box.addWidget(self.tree)
        self.search.textChanged.connect(self.fill)
        self.search.returnPressed.connect(self._add_first)
        self.tree.itemActivated.connect(self._add_item)
        self.tree.itemChanged.connect(self._renamed)
        self.tree.unwanted.connect(self._forget)
        canvas.blocks.changed.connect(lambda: self.fill(self.search.text()))
        canvas.restyled.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        """Take the colours of the canvas."""
        self.setPalette(self._canvas.palette())
        self.fill(self.search.text())

    def fill(self, text: str) -> None:
        """Show the types that fit a search."""
        self._filling = True
        self.tree.clear()
        heads: dict[str, QTreeWidgetItem] = {}
        style = self._canvas.style_in_use
        self._fill_blocks(text)
        for kind in rank(self._canvas.model.node_types(), text):
            if kind.category not in heads:
                heads[kind.category] = QTreeWidgetItem(self.tree, [kind.category])
                heads[kind.category].setFlags(Qt.ItemFlag.ItemIsEnabled)
                heads[kind.category].setForeground(0, QColor(style.tokens.text_quiet))
                heads[kind.category].setFont(0, style.small_font)
            leaf = QTreeWidgetItem(heads[kind.category], [kind.title])
            leaf.setIcon(0, icon(kind.icon, style.accent(kind.accent).ink, selected=style.tokens.card))
            leaf.setToolTip(0, kind.description)
            leaf.setData(0, _KIND, kind.id)
        self.tree.expandAll()
        self._filling = False

    def _fill_blocks(self, text: str) -> None:
        """The user's own blocks come first; their names are changed where they stand."""
        words = text.casefold().split()
        names = [name for name in self._canvas.blocks.texts if all(fitness(word, name) for word in words)]
        if not names:
            return
        tokens = self._canvas.style_in_use.tokens
        head = QTreeWidgetItem(self.tree, [tr("Blocks")])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for name in names:
            leaf = QTreeWidgetItem(head, [name])
            leaf.setIcon(0, icon("ph.bookmark-simple", tokens.text_quiet, selected=tokens.card))
            leaf.setToolTip(0, tr("Insert the block. F2 gives it another name, Delete forgets it."))
            leaf.setData(0, _KIND, PREFIX + name)
            leaf.setFlags(leaf.flags() | Qt.ItemFlag.ItemIsEditable)

    def _renamed(self, item: QTreeWidgetItem) -> None:
        kind = str(item.data(0, _KIND) or "")
        if not self._filling and kind.startswith(PREFIX):
            self._canvas.blocks.rename(kind.removeprefix(PREFIX), item.text(0))

    def _forget(self) -> None:
        item = self.tree.currentItem()
        kind = str(item.data(0, _KIND) or "") if item is not None else ""
        if kind.startswith(PREFIX):
            self._canvas.blocks.remove(kind.removeprefix(PREFIX))

    def _add_first(self) -> None:
        found = rank(self._canvas.model.node_types(), self.search.text())
        if found:
            self.add(found[0].id)

    def _add_item(self, item: QTreeWidgetItem) -> None:
        kind = str(item.data(0, _KIND) or "")
        if kind:
            self.add(kind)

    def add(self, kind: str) -> None:
        """Add a node as the selection says, or in the middle of what is seen; a block goes into the middle."""
        canvas = self._canvas
        middle = canvas.visible_area().center()
        if kind.startswith(PREFIX):
            canvas.blocks.insert(kind.removeprefix(PREFIX), (middle.x() - CARD_WIDTH / 2, middle.y()))
            return
        place = place_of_selection(canvas) or AddPlace((middle.x(), middle.y()))
        add_at(canvas, kind, place)
