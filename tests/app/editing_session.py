"""A scripted editing session in a window of its own process: `python -m tests.app.editing_session WORKSPACE SEED`.

It edits without an end, and says each step once it is made: its time, how many steps are done, a hash of the document.
"""

import asyncio
import hashlib
import random
import sys
import tempfile
import time
from pathlib import Path

import qasync
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.main_window import MainWindow
from app.preferences import Preferences
from engine.document.edits import MoveNodes, SetLabel, SetSetting
from engine.document.files import to_text
from engine.document.model import Document

STEP_MS = 15


def fingerprint(document: Document) -> str:
    """What tells one state of a document from another."""
    return hashlib.sha256(to_text(document).encode()).hexdigest()


class Script:
    """Makes one random step after the other: typing, moving, settings, undo, redo, and a version now and then."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._random = random.Random(seed)
        self._done = 0
        self._timer = QTimer(window)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        page = self._window.page
        if page is None:
            return
        self._done += 1
        session, chance = page.session, self._random.random()
        node = self._random.choice([one.id for one in session.document.nodes])
        if chance < 0.35:
            page.select_node(node)
            line = self._window.panel.head.line
            line.setFocus()
            QTest.keyClicks(line, self._random.choice("abcdefgh"))
        elif chance < 0.55:
            session.do(SetLabel(node, f"Step {self._done}"), "Rename")
        elif chance < 0.7:
            session.do(MoveNodes({node: (self._done * 7.0, 0.0)}), "Move")
        elif chance < 0.8:
            session.do(SetSetting("london", "emit_when_empty", self._done % 2 == 0), "Set")
        elif chance < 0.9:
            session.undo()
        elif chance < 0.98:
            session.redo()
        else:
            self._window.tabs.save()
        print(time.time(), session.stack.index(), fingerprint(session.document), flush=True)


def main() -> None:
    """Edit until killed."""
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    program = QApplication(["editing"])
    events = qasync.QEventLoop(program)
    asyncio.set_event_loop(events)
    with tempfile.TemporaryDirectory() as place, events:
        settings = QSettings(f"{place}/settings.ini", QSettings.Format.IniFormat)
        window = MainWindow(Preferences(settings), Path(place) / "sample")
        window.show()
        window.workspaces.open(folder)
        script = Script(window, seed)
        events.run_forever()
        del script


if __name__ == "__main__":
    main()
