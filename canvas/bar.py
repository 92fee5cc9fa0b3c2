"""A slim bar over the canvas with a sentence and a way to go on, back and away: the ground of finder and comparison."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from canvas.icons import icon
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_MARGIN = 12


class Bar(QFrame):
    """A subclass says what the buttons do, and which side it stands on."""

    on_right = True

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)  # a child of the viewport would scroll with it
        self._canvas = canvas
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.said = QLabel(self)
        self.row = QHBoxLayout()
        self.row.addWidget(self.said, 1)
        self._icons: list[tuple[QToolButton, str]] = []
        self.back = self._button("ph.caret-up", tr("The one before"), lambda: self.step(-1))
        self.on = self._button("ph.caret-down", tr("The next one"), lambda: self.step(1))
        self.away = self._button("ph.x", tr("Close"), self.close_again)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(8, 6, 8, 6)
        self.box.addLayout(self.row)
        self._viewport = canvas.viewport()
        self._viewport.installEventFilter(self)
        canvas.restyled.connect(self._restyle)
        self.hide()

    def _button(self, name: str, text: str, run: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(run)
        self.row.addWidget(button)
        self._icons.append((button, name))
        return button

    def step(self, by: int) -> None:
        """Go to the next one (1) or to the one before (-1)."""
        raise NotImplementedError

    def ended(self) -> None:
        """The bar was closed: take back what it showed."""

    def open_again(self) -> None:
        """Show the bar in its corner."""
        self._restyle()
        self.show()
        self.stand()
        self.raise_()

    def close_again(self) -> None:
        """Close it; the keyboard goes back to the canvas."""
        if not self.isHidden():
            # First the focus, or hiding would hand it on as Tab does.
            self._canvas.setFocus(Qt.FocusReason.PopupFocusReason)
            self.hide()
            self.ended()
            self._canvas.actions_by_id.refresh()

    def _restyle(self) -> None:
        tokens = self._canvas.style_in_use.tokens
        for button, name in self._icons:
            button.setIcon(icon(name, tokens.text, tokens.text_quiet))

    def wanted_width(self) -> int:
        """How wide it likes to be, in pixels."""
        return self.sizeHint().width()

    def stand(self) -> None:
        """Take the upper corner, as large as it needs to be and the canvas allows."""
        room = self._canvas.viewport().geometry()
        self.setFixedWidth(max(80, min(self.wanted_width(), room.width() - 2 * _MARGIN)))
        self.setFixedHeight(min(self.sizeHint().height(), max(room.height() - 2 * _MARGIN, 40)))
        left = room.right() - self.width() - _MARGIN if self.on_right else room.left() + _MARGIN
        self.move(left, room.top() + _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The canvas must not be asked here: its last events come while it is half gone.
        if watched is self._viewport and event.type() == QEvent.Type.Resize and self.isVisible():
            self.stand()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_again()
        else:
            event.ignore()
