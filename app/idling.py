"""Keeps the window fluent and whole while other threads work: garbage is looked for here alone, and turns are short.

Python looks for garbage on whichever thread happens to make an object. On another thread than the window's that would
take away widgets and timers which Qt still runs: the window would crash. And a full search looks at every object there
is while all threads stand still, a window with a large document for half a second, so it waits until nobody does.

Python also lets a thread that counts go on for 5 ms before the window may go on, each time it paints.
"""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

_TURN_S = 0.0005
_LOOK_MS, _BUSY_LOOK_MS = 40, 20
_BUSY = 1000
"""New objects found by one look after which the next comes sooner: a search takes as long as there are new ones."""
_GROWN = 15_000
"""New objects after which those that outlived a search are searched once more, and then count as old."""
_QUIET_LOOKS, _QUIET = 50, 3000
"""Nothing is being done when as many looks in a row found together no more objects than this that are new."""
_DUE, _OVERDUE = 140_000, 21_000_000
"""New objects after which a full search is worth while, and after which it waits no longer."""


class Idling(QObject):
    """Takes over the searches for garbage of this process; to be made on the thread of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN_S)
        # Not `disable`: what is left when the program ends is still put away.
        gc.set_threshold(0, *gc.get_threshold()[1:])
        self._new = self._grown = 0
        self._lately: list[int] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> bool:
        """Search among the youngest objects, and among all if nothing else is done; whether among all."""
        made = gc.get_count()[0]
        self._new += made
        self._grown += made
        self._lately = [*self._lately[1 - _QUIET_LOOKS :], made]
        quiet = len(self._lately) == _QUIET_LOOKS and sum(self._lately) <= _QUIET
        full = self._new >= _OVERDUE or (quiet and self._new >= _DUE)
        grown = full or self._grown >= _GROWN
        if full:
            self._new = 0
        if grown:
            self._grown = 0
        gc.collect(2 if full else 1 if grown else 0)
        self._timer.setInterval(_BUSY_LOOK_MS if made > _BUSY else _LOOK_MS)
        return full
