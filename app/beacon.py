"""One workspace, one process: the process that has it open listens, and a second one asks it to come to the front.

It speaks over a local socket of the system, which no network reaches.
"""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 500


class Beacon(QObject):
    """Listens for one workspace folder until it is closed."""

    asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = _name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # Whoever comes here holds the workspace's lock, so a name that is taken is what a crash has left.
        QLocalServer.removeServer(name)
        self._server.listen(name)
        self._server.newConnection.connect(self._answer)

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()
        self.deleteLater()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
            self.asked.emit()


def ask_holder(folder: Path) -> bool:
    """Ask the process that has a workspace open to show it; whether one answered. It may wait half a second."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    found = socket.waitForConnected(_PATIENCE_MS)
    socket.abort()
    return found


def _name(folder: Path) -> str:
    return f"jalon-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]}"
