"""Full searches for garbage: none while something is done, one when nobody waits."""

import gc
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from app.idling import Idling


@pytest.fixture
def kept() -> Iterator[None]:
    """The settings of the process as they were."""
    threshold, turn = gc.get_threshold(), sys.getswitchinterval()
    yield
    gc.set_threshold(*threshold)
    sys.setswitchinterval(turn)


class Loop:
    """An object that only a search for garbage finds."""

    def __init__(self) -> None:
        self.me = self


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
    assert idling.look(), "nothing is done now, and there was much to look through"
    assert _full() == before + 1
    assert not idling.look(), "once is enough"
    idling.deleteLater()
