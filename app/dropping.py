"""What comes into the window from outside and goes with the user: files that are dropped or pasted, and kept blocks.

What becomes of files is the matter of `app.arrivals`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF
from PySide6.QtGui import QDropEvent

from app.document_page import DocumentPage
from app.words import tr
from canvas import CanvasView, DropHandler

if TYPE_CHECKING:
    from app.main_window import MainWindow


def paths_of(data: QMimeData) -> list[Path]:
    """The files that are dropped or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class Dropping(QObject):
    """Sees to one window. Blocks belong to the user, so that all documents have the same."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        window.tabs.page_made.connect(self._dress)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files may be dropped on any part of the window that has no use of its own for them."""
        if isinstance(event, QDropEvent) and self._window.desk is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self._window.arrivals.take(paths_of(event.mimeData()))
            return True
        return super().eventFilter(watched, event)

    # The canvas of each document

    def _dress(self, page: DocumentPage) -> None:
        canvas = page.canvas
        canvas.dropping.handlers.append(
            DropHandler("files", tr("Open or import the files"), lambda data: bool(paths_of(data)), self._dropped)
        )
        canvas.blocks.take(dict(self._window.preferences.blocks))
        canvas.blocks.changed.connect(lambda: self._keep_blocks(canvas))

    def _dropped(self, data: QMimeData, _at: QPointF) -> None:
        self._window.arrivals.take(paths_of(data))

    def _keep_blocks(self, canvas: CanvasView) -> None:
        preferences, texts = self._window.preferences, canvas.blocks.texts
        if texts == preferences.blocks:
            return
        preferences.blocks = texts
        for page in self._window.tabs.pages:
            if page.canvas is not canvas:
                page.canvas.blocks.take(texts)
