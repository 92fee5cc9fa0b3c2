"""The windows of the program: all of one process, sharing what is open."""

from pathlib import Path

from PySide6.QtCore import QObject

from app.beacon import Beacon, Request, ask, program_folder
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

    def listen(self) -> None:
        """Open what other starts of the program hand over, unless another process does so already."""
        place = program_folder()
        if ask(place, {}) is None:
            Beacon(place, self).asked.connect(self._hand_over)

    def _hand_over(self, request: Request) -> None:
        request.answer()
        named = request.words.get("open")
        paths = [Path(str(one)) for one in named] if isinstance(named, list) else []
        if paths:
            active = next((one for one in self.open if one.isActiveWindow()), None)
            window = active or (self.open[-1] if self.open else self.make())
            window.come_to_front()
            window.arrivals.take(paths)

    def _come_to_front(self, desk: Desk) -> None:
        for window in self.open:
            if window.desk is desk:
                window.come_to_front()
                return
