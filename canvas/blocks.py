"""Blocks: parts kept under a name, to be inserted again in this or another graph from palette or quick add.

They belong to the user, not to a document: a program keeps `texts` when `changed` comes, and gives them back.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPointF, Signal

from canvas.dropping import DropHandler
from canvas.gestures.drop import PALETTE_FORMAT
from canvas.placing import snapped
from canvas.requests import Paste
from canvas.views import Point
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

PREFIX = "block:"
"""What the id of a palette entry begins with when it is a block."""


class Blocks(QObject):
    """Name to text, as GraphModel.copy made it."""

    changed = Signal()

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.texts: dict[str, str] = {}
        canvas.dropping.handlers.append(DropHandler("block", tr("Insert the block"), self._carried, self._dropped))

    def take(self, texts: dict[str, str]) -> None:
        """Have these blocks from now on."""
        self.texts = dict(texts)
        self.changed.emit()

    def keep(self) -> str:
        """Keep what is selected, under a name of its own."""
        canvas = self._canvas
        nodes = sorted(canvas.selection.parts.nodes, key=lambda name: canvas.graph_scene.nodes[name].node.x)
        title = canvas.graph_scene.nodes[nodes[0]].node.title if nodes else tr("Note")
        name = self._free(tr("{title} and {count} more").format(title=title, count=len(nodes) - 1)
                          if len(nodes) > 1 else title)  # fmt: skip
        self.texts[name] = canvas.model.copy(canvas.selection.parts)
        self.changed.emit()
        canvas.announced.emit(tr("Kept as a block: {name}").format(name=name))
        return name

    def _free(self, name: str) -> str:
        found, number = name, 1
        while found in self.texts:
            number += 1
            found = f"{name} {number}"
        return found

    def rename(self, name: str, wanted: str) -> None:
        """Give a block another name; the order stays."""
        wanted = wanted.strip()
        if name in self.texts and wanted and wanted != name:
            wanted = self._free(wanted)
            self.texts = {wanted if key == name else key: text for key, text in self.texts.items()}
            self.changed.emit()

    def remove(self, name: str) -> None:
        """Forget a block."""
        if self.texts.pop(name, None) is not None:
            self.changed.emit()

    def insert(self, name: str, at: Point) -> None:
        """Insert a block, its top left at a point."""
        if name in self.texts:
            self._canvas.ask_and_select(Paste(self.texts[name], snapped(at)))

    def _name(self, data: QMimeData) -> str:
        kind = bytes(data.data(PALETTE_FORMAT).data()).decode()
        return kind.removeprefix(PREFIX) if kind.startswith(PREFIX) else ""

    def _carried(self, data: QMimeData) -> bool:
        return self._name(data) in self.texts

    def _dropped(self, data: QMimeData, at: QPointF) -> None:
        self.insert(self._name(data), (at.x(), at.y()))
