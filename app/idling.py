"""Keeps the window fluent while other threads work: garbage is looked for when nobody waits, and turns are short.

A full search for garbage looks at every object there is while all threads stand still, a window with a large document
for half a second; and Python lets a thread that counts go on for 5 ms before the window may go on, each time it paints.
"""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

_TURN_S = 0.0005
_LOOK_MS = 2000
_QUIET = 3
"""So few searches among the youngest objects since the last look mean that nothing is being done."""
_DUE, _OVERDUE = 20, 3000
"""Searches among the younger objects after which a full one is worth while, and after which it waits no longer."""
_NEVER = 1_000_000_000


class Idling(QObject):
    """Takes over the full searches for garbage of this process."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN_S)
        youngest, younger, _ = gc.get_threshold()
        gc.set_threshold(youngest, younger, _NEVER)
        self._searches = _searches()
        self._done = self._searches[1]
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> bool:
        """Search now if nothing else is done, or if it can wait no longer; whether it was done."""
        before, self._searches = self._searches, _searches()
        waiting = self._searches[1] - self._done
        quiet = self._searches[0] - before[0] <= _QUIET
        if waiting < _OVERDUE and not (quiet and waiting >= _DUE):
            return False
        gc.collect()
        self._done = self._searches[1]
        return True


def _searches() -> tuple[int, int]:
    """How often the youngest and the younger objects were searched."""
    youngest, younger, _ = gc.get_stats()
    return youngest["collections"], younger["collections"]
