"""The handle by which a line or a group is dragged."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.panel.editors.conditions.host import Host
from app.panel.editors.conditions.scrolling import scrolled_in
from app.panel.editors.conditions.tree import Address
from app.words import tr

_SCROLL_MS, _EDGE = 40, 32


class Handle(QLabel):
    """Six dots. It is dragged with the mouse; Esc gives the drag up. Near an edge, what it lies in scrolls along."""

    def __init__(self, address: Address, host: Host, parent: QWidget) -> None:
        super().__init__("⠿", parent)
        self.setObjectName("handle")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tr("Drag to move; Alt+Up and Alt+Down do the same"))
        self._address = address
        self._host = host
        self._pressed: QPoint | None = None
        self._dragging = False
        self._at = QPoint()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)

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
            self._scrolling.start()
        if self._dragging:
            self._at = event.globalPosition().toPoint()
            self._host.drag(self._address, self._at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged = self._dragging
        self._stop()
        if dragged:
            self._host.drop(self._address, event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._dragging:
            self._stop()
            self._host.cancel_drag()

    def _scroll(self) -> None:
        """Scroll so far that there is something to see around what is dragged."""
        area = scrolled_in(self)
        inside = area.widget() if area is not None else None
        if area is None or inside is None:
            return
        before = area.verticalScrollBar().value()
        place = inside.mapFromGlobal(self._at)
        area.ensureVisible(area.horizontalScrollBar().value(), place.y(), 0, _EDGE)
        if area.verticalScrollBar().value() != before:
            self._host.drag(self._address, self._at)

    def _stop(self) -> None:
        self._scrolling.stop()
        if self._dragging:
            self.releaseKeyboard()
        self._pressed, self._dragging = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
