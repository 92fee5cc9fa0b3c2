"""The two things that float beside the cursor: what may come next, and the signature of the function being filled in.

Neither takes the keyboard: the field goes on receiving what is typed and passes the keys on.
"""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.panel.editors.rows import Choice, ChoiceList, Section
from app.panel.editors.words import type_words
from app.words import headed, said
from engine.expressions import Completion, Help
from engine.expressions.assist import Offer
from engine.types import DataType

_ICONS = {
    Offer.ATTRIBUTE: ("ph.tag", "blue"),
    Offer.VARIABLE: ("ph.brackets-curly", "purple"),
    Offer.FUNCTION: ("ph.math-operations", "teal"),
    Offer.KEYWORD: ("ph.text-aa", ""),
}
_MOST_ROWS = 9

_FLOATING = Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint


class CompletionList(QFrame):
    """What may stand at the cursor."""

    chosen = Signal(object)
    """The Completion that was clicked."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, _FLOATING)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = ChoiceList(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.help = QLabel(self)
        self.help.setWordWrap(True)
        self.help.setProperty("quiet", True)
        self.help.setContentsMargins(8, 2, 8, 4)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 4, 4, 4)
        box.setSpacing(2)
        box.addWidget(self.list)
        box.addWidget(self.help)
        self.list.currentItemChanged.connect(self._show_help)
        self.list.itemClicked.connect(self._click)

    def offer(self, offers: Sequence[Completion], at: QPoint, above: int) -> None:
        """Show what may come next below `at` (or above it by `above` pixels where there is no room)."""
        choices = tuple(
            Choice(one, one.insert.rstrip("()"), _detail(one), *_ICONS[one.offer], help=said(one.text))
            for one in offers
        )
        self.list.fill((Section("", choices),))
        self.list.setFixedHeight(self.list.rows_height(_MOST_ROWS))
        self.setFixedWidth(max(300, 30 * self.fontMetrics().averageCharWidth()))
        self.adjustSize()
        self.move(_on_screen(self, at, above))
        self.show()

    @property
    def current(self) -> Completion | None:
        """What is marked."""
        choice = self.list.current
        return choice.value if choice is not None and isinstance(choice.value, Completion) else None

    def _click(self) -> None:
        self.chosen.emit(self.current)

    def _show_help(self) -> None:
        offered = self.current
        text = said(offered.text) if offered is not None else ""
        self.help.setText(text)
        self.help.setVisible(bool(text))
        self.adjustSize()


class SignatureHint(QFrame):
    """The function whose arguments are being written; the argument at the cursor is bold."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, _FLOATING)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.label = QLabel(self)
        self.label.setProperty("rich", True)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 4, 8, 4)
        box.addWidget(self.label)

    def explain(self, found: Help, at: QPoint) -> None:
        """Show the signature above `at`."""
        parts = [
            f"<b>{escape(label)}</b>" if place == found.argument else escape(label)
            for place, label in enumerate(said(one.label) for one in found.function.parameters)
        ]
        accepted = ""
        if found.function.parameters:
            one = found.function.parameter(found.argument)
            name, words = (escape(said(text)) for text in (one.name, one.accepted.words))
            accepted = f"<br>{headed(f'<b>{name}</b>', words)}"
        signature = f"<b>{escape(found.function.name)}</b>({', '.join(parts)})"
        self.label.setText(f"{signature}<br>{escape(said(found.function.text))}{accepted}")
        self.adjustSize()
        self.move(_on_screen(self, at - QPoint(0, self.height() + 4), self.height()))
        self.show()


def _detail(offered: Completion) -> str:
    """The type or the arguments, in the user's language."""
    return type_words(offered.detail) if isinstance(offered.detail, DataType) else said(offered.detail)


def _on_screen(popup: QWidget, at: QPoint, above: int) -> QPoint:
    """`at`, moved so that the popup is whole on its screen."""
    room = popup.screen().availableGeometry()
    x = max(room.left(), min(at.x(), room.right() - popup.width()))
    y = at.y()
    if y + popup.height() > room.bottom():
        y = at.y() - above - popup.height()
    return QPoint(x, max(room.top(), y))
