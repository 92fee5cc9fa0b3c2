"""The folders of the inventory, nested as their paths say, each with how many audiences it holds."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from app.words import number, tr
from engine.workspace.audiences import AudienceStatus, SavedAudience

_PATH = Qt.ItemDataRole.UserRole


class FolderTree(QTreeWidget):
    """The first line is everything; choosing a folder shows what is in it and below it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Folders"))
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.currentItemChanged.connect(lambda: self.chosen.emit(self.folder))

    @property
    def folder(self) -> str:
        """The folder that is chosen; empty for everything."""
        index = self.currentIndex()
        return str(index.data(_PATH) or "") if index.isValid() else ""

    def show_audiences(self, audiences: Iterable[SavedAudience]) -> None:
        """Show the folders of what is not deleted; the chosen one stays so while it is there."""
        living = [one for one in audiences if one.status is not AudienceStatus.DELETED]
        below = Counter(path for one in living for path in _above(one.folder))
        before = self.folder
        self.blockSignals(True)
        self.clear()
        every = self._line(None, tr("All audiences"), "", len(living))
        lines = {"": every}
        self.setCurrentItem(every)
        for path in sorted(below, key=str.casefold):
            parent, _, name = path.rpartition("/")
            lines[path] = self._line(lines[parent] if parent else None, name, path, below[path])
            if path == before:
                self.setCurrentItem(lines[path])
        self.expandAll()
        self.blockSignals(False)
        if self.folder != before:
            self.chosen.emit(self.folder)

    def _line(self, parent: QTreeWidgetItem | None, name: str, path: str, rows: int) -> QTreeWidgetItem:
        line = QTreeWidgetItem([f"{name}  {number(rows)}"])
        line.setData(0, _PATH, path)
        line.setToolTip(0, path)
        if parent is None:
            self.addTopLevelItem(line)
        else:
            parent.addChild(line)
        return line


def _above(path: str) -> list[str]:
    """A folder and all that it is in."""
    parts = path.split("/") if path else []
    return ["/".join(parts[:many]) for many in range(1, len(parts) + 1)]
