"""The demo's list of all remarks: one line each, always up to date; a choice goes to the node."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from canvas.view import CanvasView
from canvas.words import tr

_NODE = Qt.ItemDataRole.UserRole


class Remarks(QListWidget):
    """Follows one canvas."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__()
        self._canvas = canvas
        self.setAccessibleName(tr("Remarks"))
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)
        canvas.model.status_changed.connect(self.fill)
        canvas.graph_scene.applied.connect(self.fill)
        canvas.remarks_wanted.connect(self.choose)
        self.fill()

    def fill(self) -> None:
        """Read all remarks anew."""
        self.clear()
        for name, item in self._canvas.graph_scene.nodes.items():
            badge = self._canvas.model.status(name).badge
            for sentence in badge.sentences if badge is not None else ():
                row = QListWidgetItem(f"{item.node.title}: {sentence}")
                row.setData(_NODE, name)
                self.addItem(row)

    def choose(self, node: str) -> None:
        """Mark the first remark on a node."""
        for index in range(self.count()):
            if self.item(index).data(_NODE) == node:
                self.setCurrentRow(index)
                return

    def _go(self, row: QListWidgetItem) -> None:
        self._canvas.walk.go("nodes", str(row.data(_NODE)))
