"""The windows of the program: all of one process, sharing what is open."""

from pathlib import Path

from PySide6.QtCore import QObject

from app.desk import Desk
from app.main_window import MainWindow
from app.preferences import Preferences
from app.shared import Shared


class Windows(QObject):
    """Makes windows and keeps them until they are closed."""

    def __init__(self, preferences: Preferences, sample: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences, self._sample = preferences, sample
        self.shared = Shared(self)
        self.shared.wanted.connect(self._come_to_front)
        self.open: list[MainWindow] = []

    def make(self, folder: Path | None = None) -> MainWindow:
        """One more window, on a workspace or on the start page."""
        window = MainWindow(self._preferences, self._sample, self.shared)
        window.window_wanted.connect(self.make)
        window.closed.connect(lambda: self.open.remove(window))
        self.open.append(window)
        if len(self.open) > 1:
            window.move(self.open[-2].pos() + self.open[-2].rect().topLeft())
        window.show()
        if folder is not None:
            window.workspaces.open(folder)
        return window

    def _come_to_front(self, desk: Desk) -> None:
        for window in self.open:
            if window.desk is desk:
                window.come_to_front()
                return
