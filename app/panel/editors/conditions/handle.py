"""The handle by which a line or a group is dragged."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.panel.editors.conditions.host import Host
from app.panel.editors.conditions.tree import Address
from app.words import tr


class Handle(QLabel):
    """Six dots. It is dragged with the mouse; Esc gives the drag up."""

    def __init__(self, address: Address, host: Host, parent: QWidget) -> None:
        super().__init__("⠿", parent)
        self.setObjectName("handle")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tr("Drag to move; Alt+Up and Alt+Down do the same"))
        self._address = address
        self._host = host
        self._pressed: QPoint | None = None
        self._dragging = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            keys = event.modifiers()
            self._host.select(
                self._address,
                add=bool(keys & Qt.KeyboardModifier.ControlModifier),
                extend=bool(keys & Qt.KeyboardModifier.ShiftModifier),
            )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if not self._dragging and far >= QApplication.startDragDistance():
            self._dragging = True
            self.grabKeyboard()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self._host.drag(self._address, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged = self._dragging
        self._stop()
        if dragged:
            self._host.drop(self._address, event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._dragging:
            self._stop()
            self._host.cancel_drag()

    def _stop(self) -> None:
        if self._dragging:
            self.releaseKeyboard()
        self._pressed, self._dragging = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
