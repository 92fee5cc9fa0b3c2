"""What an empty graph shows: where it begins, with a plus that offers only what may stand first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout

from canvas.icons import icon
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_PLUS = 48


class StartMark(QFrame):
    """In the middle of the canvas while that shows no node. The canvas keeps the keyboard: Ins does the same."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self._viewport = canvas.viewport()
        self.plus = QToolButton(self)
        self.plus.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plus.setFixedSize(_PLUS, _PLUS)
        self.plus.setIconSize(QSize(22, 22))
        self.plus.setAccessibleName(tr("Choose what it starts with"))
        self.plus.setToolTip(tr("Choose what it starts with"))
        self.title, self.hint = QLabel(tr("Start"), self), QLabel(self)
        box = QVBoxLayout(self)
        box.setSpacing(6)
        for widget in (self.plus, self.title, self.hint):
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self.plus.clicked.connect(self.choose)
        self._viewport.installEventFilter(self)
        canvas.graph_scene.applied.connect(self.follow)
        canvas.model.mode_changed.connect(self.follow)
        canvas.restyled.connect(self._restyle)
        canvas.moved.connect(self._stand)  # it would scroll along
        self._restyle()
        self.follow()
        self.stackUnder(canvas.quick)

    def choose(self) -> None:
        """Offer what may stand first."""
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        self._canvas.quick_add(self._canvas.visible_area().center())

    def follow(self) -> None:
        """Be there while the graph is empty."""
        self.setVisible(not self._canvas.graph_scene.nodes)
        locked = self._canvas.model.read_only()
        self.plus.setVisible(not locked)
        keys = self._canvas.actions_by_id.keys_text("add.node")
        self.hint.setText(locked or tr("Press + or {keys} to choose what comes first.").format(keys=keys))
        self._stand()

    def _stand(self) -> None:
        if self.isHidden():
            return
        self.adjustSize()
        room = self._viewport.rect()
        self.move(room.center().x() - self.width() // 2, room.center().y() - self.height() // 2)

    def _restyle(self) -> None:
        tokens = self._canvas.style_in_use.tokens
        self.plus.setIcon(icon("ph.plus", tokens.card))
        self.setStyleSheet(
            "QFrame, QLabel { background: transparent; border: none; }"
            f"QToolButton {{ background: {tokens.selection}; border: none; border-radius: {_PLUS // 2}px; }}"
            f"QToolButton:hover {{ background: {tokens.accents['blue'].ink}; }}"
        )
        self.title.setStyleSheet(f"color: {tokens.text}; font-weight: 600; font-size: 15px;")
        self.hint.setStyleSheet(f"color: {tokens.text_quiet};")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The canvas must not be asked here: its last events come while it is half gone.
        if watched is self._viewport and event.type() == QEvent.Type.Resize and self.isVisible():
            self._stand()
        return False
