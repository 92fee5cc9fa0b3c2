"""What processes of the program ask each other: to show a workspace, to open files, to carry out a run.

One process listens for each workspace that it has open, and the first one for the program itself. They speak over a
local socket of the system, which no network reaches and only the same user may use: one line of JSON each way.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from platformdirs import user_data_path
from pydantic import JsonValue
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 500
_POLL_MS = 1000
_MOST_BYTES = 64_000_000

Words = Mapping[str, JsonValue]


class Request(QObject):
    """What another process asks; it waits for one answer, unless it has gone."""

    def __init__(self, socket: QLocalSocket, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self.words = words
        self._socket = socket
        self._there = True
        socket.disconnected.connect(self._gone)

    def answer(self, words: Words | None = None) -> None:
        """Answer, once."""
        if self._there:
            self._there = False
            self._socket.write(_line(words or {}))
            self._socket.flush()
            self._socket.disconnectFromServer()
        self.deleteLater()

    def _gone(self) -> None:
        self._there = False


class Beacon(QObject):
    """Listens for one folder until it is closed: that of a workspace, or the program's own."""

    asked = Signal(object)
    """A Request."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = _name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # Whoever comes here holds the folder, so a name that is taken is what a crash has left.
        QLocalServer.removeServer(name)
        self._server.listen(name)
        self._server.newConnection.connect(self._meet)

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()
        self.deleteLater()

    def _meet(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(lambda caller=caller: self._hear(caller))
            self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        if caller.canReadLine():
            words = _read(caller)
            if words is None:
                caller.abort()
            else:
                self.asked.emit(Request(caller, words, self))
        elif caller.bytesAvailable() > _MOST_BYTES:
            caller.abort()


def program_folder() -> Path:
    """The folder that stands for the program itself, of this user."""
    return user_data_path("jalon")


def ask(folder: Path, words: Words) -> Words | None:
    """Ask the process that listens for a folder, and wait for its answer; None when there is none.

    It waits half a second for the process, and then as long as the process takes. Never on a window's main thread.
    """
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(_PATIENCE_MS):
        return None
    socket.write(_line(words))
    while not socket.canReadLine() and socket.state() is QLocalSocket.LocalSocketState.ConnectedState:
        socket.waitForReadyRead(_POLL_MS)
    found = _read(socket) if socket.canReadLine() else None
    socket.abort()
    return found


def ask_holder(folder: Path) -> bool:
    """Ask the process that has a workspace open to show it; whether one answered."""
    return ask(folder, {"show": True}) is not None


def _line(words: Words) -> bytes:
    return json.dumps(dict(words)).encode() + b"\n"


def _read(socket: QLocalSocket) -> Words | None:
    try:
        found = json.loads(bytes(socket.readLine().data()))
    except ValueError:
        return None
    return cast("Words", found) if isinstance(found, dict) else None


def _name(folder: Path) -> str:
    return f"jalon-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]}"
