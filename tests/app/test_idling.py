"""Searches for garbage: on the thread of the window alone; full ones only when nobody waits."""

import gc
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from app.idling import Idling


@pytest.fixture
def kept() -> Iterator[None]:
    """The settings of the process as they were."""
    threshold, turn = gc.get_threshold(), sys.getswitchinterval()
    gc.set_threshold(700, 10, 10)
    gc.collect()
    yield
    gc.set_threshold(*threshold)
    sys.setswitchinterval(turn)


class Loop:
    """An object that only a search for garbage finds; it notes the thread that took it away."""

    def __init__(self, gone: list[int] | None = None) -> None:
        self.me = self
        self.gone = gone

    def __del__(self) -> None:
        if self.gone is not None:
            self.gone.append(threading.get_ident())


def _full() -> int:
    return int(gc.get_stats()[2]["collections"])


@pytest.mark.usefixtures("kept")
def test_no_full_search_while_work_goes_on_and_one_when_it_rests(qapp: QObject) -> None:
    idling = Idling(qapp)
    before = _full()
    loops = [Loop() for _ in range(300_000)]  # much that stays: Python itself would search all of it several times
    assert _full() == before
    assert not idling.look(), "something was done since the last look"
    del loops
    looks = [idling.look() for _ in range(40)]
    assert looks.count(True) == 1, "once nothing is done, and there was much to look through; once is enough"
    assert not any(looks[:10]), "not at once: somebody may be about to go on"
    assert _full() == before + 1
    idling.deleteLater()


@pytest.mark.usefixtures("kept")
def test_what_another_thread_finds_lost_is_taken_away_on_the_thread_of_the_window(qapp: QObject) -> None:
    idling = Idling(qapp)
    gone: list[int] = []
    Loop(gone)
    worker = threading.Thread(target=lambda: [Loop() for _ in range(50_000)])
    worker.start()
    worker.join()
    assert not gone, "a timer of Qt's that is taken away on another thread than its own crashes the window"
    idling.look()
    assert gone == [threading.get_ident()]
    idling.deleteLater()
