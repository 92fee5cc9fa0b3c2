"""The window works with no network at all, and nothing tries to reach one."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.document.files import to_text
from tests.app.window import open_window
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop

_ATTEMPTS: list[str] = []
_WATCHED = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _WATCHED and _watching and not _is_local(arguments):
        _ATTEMPTS.append(f"{event} {arguments}")


def _is_local(arguments: tuple[Any, ...]) -> bool:
    """A socket of the system's own, as asyncio uses to wake itself up."""
    return bool(arguments) and isinstance(arguments[0], socket.socket) and arguments[0].family == socket.AF_UNIX


_watching = False
sys.addaudithook(_watch)


@pytest.fixture
def attempts() -> Iterator[list[str]]:
    """What tried to reach a network while the test ran."""
    global _watching  # an audit hook can never be taken away again
    _ATTEMPTS.clear()
    _watching = True
    yield _ATTEMPTS
    _watching = False


def _open_connections() -> list[Any]:
    """All sockets of this process that a network could reach, also those that Qt made."""
    return psutil.Process().net_connections(kind="inet")


def test_a_journey_through_the_window_never_tries_to_reach_a_network(
    qtbot: QtBot, tmp_path: Path, attempts: list[str]
) -> None:
    document = campaign(
        [build("london", condition("city", value="London")), node("mail", "email")], "london>mail", name="Londoners"
    )
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Londoners", kind="campaign")
    before = _open_connections()
    user = open_window(qtbot, tmp_path, tmp_path / "shop")
    user.until(lambda: user.window.page is not None)

    assert user.count("london") == 3
    user.click_node("mail")
    user.window.show_help()
    user.window.show_shortcuts()
    for section in user.window.sections:
        user.window.show_section(section)
    user.window.tabs.new_document()
    user.settled()
    QTest.keyClick(user.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    user.until(lambda: not user.window.tabs.tabText(user.window.tabs.count() - 1).endswith("•"))
    open_now = _open_connections()
    user.window.close()

    assert attempts == []
    assert open_now == before
