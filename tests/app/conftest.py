"""An event loop that runs whenever Qt's does, so that what the window awaits goes on while a test waits."""

import asyncio
from collections.abc import Iterator

import pytest
import qasync
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from app.theme import apply_theme
from canvas import LIGHT


@pytest.fixture(scope="session", autouse=True)
def event_loop_of_qt(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """One loop for the whole session; Qt runs it whenever it handles events."""
    loop = qasync.QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    asyncio.events._set_running_loop(loop)
    yield loop
    asyncio.events._set_running_loop(None)
    asyncio.set_event_loop(None)
    loop.close()


@pytest.fixture
def style(qapp: QApplication) -> Iterator[None]:
    """The style of the program, for as long as a test runs."""
    apply_theme(qapp, LIGHT)
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
