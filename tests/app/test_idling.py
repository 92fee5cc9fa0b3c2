"""Searches for garbage: on the thread of the window alone; full ones only when nobody waits."""

import gc
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer

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
def test_no_search_goes_over_more_than_was_lately_made(qapp: QObject) -> None:
    """A search takes as long as there are objects to look through: the window stands still for that long."""
    idling = Idling(qapp)
    kept: list[list[object]] = []
    most = 0
    for _ in range(60):
        kept.extend([] for _ in range(2_000))
        searched = len(gc.get_objects(0)) + len(gc.get_objects(1))
        idling.look()
        most = max(most, searched)
    assert most < 40_000 < len(kept), "what stays becomes old soon, and is not looked through again and again"
    idling.deleteLater()


@pytest.mark.usefixtures("kept")
def test_the_next_search_comes_sooner_while_much_is_made(qapp: QObject) -> None:
    idling = Idling(qapp)
    timer = idling.findChild(QTimer)
    assert timer is not None
    idling.look()
    idling.look()
    resting = timer.interval()
    loops = [Loop() for _ in range(5_000)]
    idling.look()
    assert timer.interval() < resting
    del loops
    idling.look()
    idling.look()
    assert timer.interval() == resting
    idling.deleteLater()


@pytest.mark.usefixtures("kept")
def test_no_full_search_while_work_goes_on_and_one_when_it_rests(qapp: QObject) -> None:
    idling = Idling(qapp)
    before = _full()
    loops = [Loop() for _ in range(300_000)]  # much that stays: Python itself would search all of it several times
    assert _full() == before
    assert not idling.look(), "something was done since the last look"
    del loops
    looks = [idling.look() for _ in range(80)]
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
