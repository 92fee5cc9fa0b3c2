"""A message of the status bar that has no room in its line, whole."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

_AROUND = 24
"""What stands left and right of the words of a message."""


class LongMessage(QLabel):
    """Lies over the line of the status bar, on as many lines as the message needs. A click puts it away."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._bar = window.statusBar()
        self.setProperty("told", True)
        self.setWordWrap(True)
        self.hide()
        self._bar.messageChanged.connect(self._place)
        self._bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest}:
            # What stands in the bar has its place only after this.
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._bar.clearMessage()

    def _place(self) -> None:
        text, room = self._bar.currentMessage(), self._room()
        if self._bar.fontMetrics().horizontalAdvance(text) + _AROUND <= room:
            self.hide()
            return
        self.setText(text)
        high = max(self.heightForWidth(room), self._bar.height())
        self.setGeometry(0, self._bar.geometry().bottom() + 1 - high, room, high)
        self.show()
        self.raise_()

    def _room(self) -> int:
        """Up to where the message may go: what always stands in the bar stands at its right."""
        beside = self._bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return min((one.x() for one in beside if one.isVisible()), default=self._bar.width())
