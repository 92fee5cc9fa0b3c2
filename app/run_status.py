"""What the status bar says of counting: that it goes on, how far it is, how long it took; and the zoom."""

from math import fsum

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QProgressBar, QStackedWidget, QStatusBar

from app.document_page import DocumentPage
from app.shell.canvas_tools import CanvasTools
from app.words import tr
from canvas import ZoomBox
from engine.runner.results import RunResult


class RunStatus:
    """The permanent parts of a status bar."""

    def __init__(self, bar: QStatusBar) -> None:
        self.text = QLabel()
        self.progress = QProgressBar()
        self.progress.setFixedWidth(140)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.zooms = QStackedWidget()
        self.zooms.setFixedSize(92, 22)
        self.tools = CanvasTools()
        for widget in (self.progress, self.text, self.tools, self.zooms):
            bar.addPermanentWidget(widget)
        bar.setSizeGripEnabled(False)
        self.show_page(None, running=False)

    def show_page(self, page: DocumentPage | None, *, running: bool) -> None:
        """Show how the counting of the page in front stands."""
        self.progress.setVisible(running and page is not None)
        last = page.session.counts.last if page is not None else None
        if running:
            self.progress.setRange(0, 0)
            self.text.setText(tr("Counting…"))
        else:
            self.text.setText(_words(last) if last is not None else "")
        self.tools.show_canvas(page.canvas if page is not None else None)
        self.zooms.setVisible(page is not None)
        if page is not None:
            self.zooms.setCurrentWidget(self._zoom_of(page))

    def _zoom_of(self, page: DocumentPage) -> ZoomBox:
        """The zoom box of a page, made when it is first needed; it goes with its page."""
        found = next((box for box in self.zooms.findChildren(ZoomBox) if box.property("page") == id(page)), None)
        if found is None:
            found = ZoomBox(page.canvas)
            found.setProperty("page", id(page))
            self.zooms.addWidget(found)
            page.destroyed.connect(found.deleteLater)
        return found

    def show_progress(self, done: int, total: int) -> None:
        """Steps done, and in all."""
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)


def _words(last: RunResult) -> str:
    if not last.nodes:
        return tr("Nothing could be counted: see Problems.") if any(one.is_error for one in last.problems) else ""
    # A journey is rehearsed as a whole, so its nodes have no times of their own.
    whole = (last.journey or {}).get("seconds")
    seconds = whole if isinstance(whole, float) else fsum(node.seconds for node in last.nodes)
    words = tr("Counted in {seconds} s", seconds=QLocale().toString(seconds, "f", 2))
    return words if seconds else tr("Counted before; nothing had to run.")
