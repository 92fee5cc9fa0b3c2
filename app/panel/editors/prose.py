"""Text of several lines, such as a message or a description, in a field that grows with it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.panel.editors.basic import OneField
from app.panel.editors.fields import Lines

_FEWEST, _MOST = 2, 8
"""Lines that are seen at once; what is longer is scrolled."""

_BAR_ON, _BAR_OFF = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class _Growing(Lines):
    """As high as its text, within limits. Tab leaves it, as it leaves every other field."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("field", True)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        # The layout of plain text tells its height in lines, as they are wrapped.
        needed = round(self.document().size().height())
        lines = min(max(needed, _FEWEST), _MOST)
        self.setVerticalScrollBarPolicy(_BAR_ON if needed > _MOST else _BAR_OFF)
        frame = self.height() - self.viewport().height()  # what the style draws around it
        around = 2 * round(self.document().documentMargin()) + frame
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)


class ProseEditor(OneField):
    """Text of several lines."""

    def __init__(self, parent: QWidget | None = None, *, nullable: bool = False) -> None:
        self.text = _Growing()
        self._nullable = nullable
        super().__init__(self.text, parent)
        self.text.textChanged.connect(self._typed)

    def show_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        if text != self.text.toPlainText():
            self.text.blockSignals(True)
            self.text.setPlainText(text)
            self.text.blockSignals(False)

    def _typed(self) -> None:
        text = self.text.toPlainText()
        self.edited.emit(None if self._nullable and not text else text)
