"""What the status bar says of counting: that it goes on, how far it is, how long it took, and as of when."""

from math import fsum

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar

from app.document_page import DocumentPage
from app.words import moment, tr


class RunStatus:
    """Three permanent parts of a status bar."""

    def __init__(self, bar: QStatusBar) -> None:
        self.text = QLabel()
        self.progress = QProgressBar()
        self.progress.setFixedWidth(140)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.as_of = QLabel()
        for widget in (self.text, self.progress, self.as_of):
            bar.addPermanentWidget(widget)

    def show_page(self, page: DocumentPage | None, *, running: bool) -> None:
        """Show how the counting of the page in front stands."""
        self.progress.setVisible(running and page is not None)
        last = page.session.counts.last if page is not None else None
        if running:
            self.progress.setRange(0, 0)
            self.text.setText(tr("Counting…"))
        elif last is not None:
            seconds = fsum(node.seconds for node in last.nodes)
            self.text.setText(tr("Counted in {seconds} s", seconds=QLocale().toString(seconds, "f", 2)))
        else:
            self.text.clear()
        instant = page.session.as_of if page is not None else None
        self.as_of.setText(tr("As of {instant}", instant=moment(instant)) if instant is not None else "")

    def show_progress(self, done: int, total: int) -> None:
        """Steps done, and in all."""
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)
