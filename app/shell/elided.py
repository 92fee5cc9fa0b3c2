"""A button and a label whose text gives way when there is no room for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

_LEAST = 64
_FEWEST = 6
"""The letters from which on a shortened text beside a picture says something."""
_FRAME = 18
_GAP = 6


class ElidedButton(QToolButton):
    """It asks for the room of its whole text, and shows as much of it as fits."""

    def __init__(self, text: str, parent: QWidget, *, mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__(parent)
        # The end of a path says more than its beginning, which is why its middle goes first.
        self._whole, self._mode = "", mode
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        if text != self._whole or not text:
            self._whole = text
            self.setAccessibleName(text)
            self._fit()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self._whole) + self._beside_text()
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._beside_text() + 4
        text = self.fontMetrics().elidedText(self._whole, self._mode, room)
        # A letter or two say less than the picture alone.
        told = len(text) >= _FEWEST or text == self._whole or self.icon().isNull()
        self.setText(text if told else "")

    def _beside_text(self) -> int:
        return _FRAME + (0 if self.icon().isNull() else self.iconSize().width() + _GAP)


class ElidedLabel(QLabel):
    """A label that shows as much of its text as fits, and the whole as its tip: no name makes a window wider."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))
