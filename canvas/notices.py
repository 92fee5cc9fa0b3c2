"""Sentences on the canvas: a hint beside the pointer during a gesture, and a notice below after a refusal."""

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from canvas.style import LIGHT, Accent, Tokens

_SHOWN_FOR = 6000


class Notices(QObject):
    """Two labels over the viewport; neither takes the mouse."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.hint = self._label("canvas-hint")
        self.notice = self._label("canvas-notice")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_FOR)
        self._timer.timeout.connect(self.notice.hide)
        self.restyle(LIGHT)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self._viewport)
        label.setObjectName(name)
        label.setWordWrap(False)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.hide()
        return label

    def restyle(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self._tokens = tokens
        for label in (self.hint, self.notice):
            label.setStyleSheet(_sheet(tokens.states["error"]))

    def show_hint(self, text: str, at: QPointF) -> None:
        """Say something beside the pointer; the empty text hides it."""
        if not text:
            self.hint.hide()
            return
        if self.hint.text() != text:
            self.hint.setText(text)
            self.hint.adjustSize()
        room = self._viewport.rect()
        x = min(round(at.x()) + 18, room.right() - self.hint.width() - 4)
        y = min(round(at.y()) + 18, room.bottom() - self.hint.height() - 4)
        self.hint.move(max(x, 4), max(y, 4))
        self.hint.show()

    def show_notice(self, text: str) -> None:
        """Say at the lower edge for a few seconds why something was not done."""
        self._show(text, self._tokens.states["error"])

    def tell(self, text: str) -> None:
        """Say at the lower edge for a few seconds that something was done."""
        self._show(text, self._tokens.states["done"])

    def _show(self, text: str, colours: Accent) -> None:
        self.notice.setStyleSheet(_sheet(colours))
        self.notice.setText(text)
        self.notice.adjustSize()
        room = self._viewport.rect()
        self.notice.move((room.width() - self.notice.width()) // 2, room.bottom() - self.notice.height() - 18)
        self.notice.show()
        self._timer.start()


def _sheet(colours: Accent) -> str:
    return (
        f"QLabel {{ background: {colours.tint}; color: {colours.ink}; border: 1px solid {colours.ink};"
        " border-radius: 6px; padding: 5px 10px; }"
    )
