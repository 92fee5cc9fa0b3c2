"""The rail at the left edge: one button for each section, its icon over its name; in a low window its icon alone."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from app.sections import Section
from app.words import tr
from canvas import Tokens
from canvas.icons import icon

_ICON = QSize(20, 20)
_ALONE = 32
"""The height of a button that shows its icon alone."""
_EDGE, _GAP = 6, 2
_OVER = Qt.ToolButtonStyle.ToolButtonTextUnderIcon


class Rail(QFrame):
    """The arrows move along it, Space or Enter chooses."""

    chosen = Signal(str)
    """The id of a section."""

    def __init__(self, sections: Sequence[Section], tokens: Tokens) -> None:
        super().__init__()
        self.setProperty("rail", True)
        self.setAccessibleName(tr("Sections"))
        self._sections = tuple(sections)
        self.buttons: dict[str, QToolButton] = {}
        self._high = 0
        """The height that the names need."""
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, _EDGE, 4, _EDGE)
        box.setSpacing(_GAP)
        for section in [one for one in sections if not one.at_foot]:
            box.addWidget(self._button(section))
        box.addStretch(1)
        for section in [one for one in sections if one.at_foot]:
            box.addWidget(self._button(section))
        self.set_tokens(tokens)

    @property
    def _names_shown(self) -> bool:
        return all(one.toolButtonStyle() is _OVER for one in self.buttons.values())

    def minimumSizeHint(self) -> QSize:
        """The room of the icons alone."""
        return QSize(super().minimumSizeHint().width(), len(self.buttons) * (_ALONE + _GAP) + 2 * _EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the names where there is room for all of them."""
        if self._names_shown:
            self._high = self.sizeHint().height()
        style = _OVER if self.height() >= self._high else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self.buttons.values():
            button.setToolButtonStyle(style)
            button.setToolTip("" if style is _OVER else button.text())

    def _button(self, section: Section) -> QToolButton:
        button = QToolButton()
        button.setText(section.title)
        button.setIconSize(_ICON)
        button.setToolButtonStyle(_OVER)
        button.setCheckable(True)
        button.setAccessibleName(section.title)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._choose(section.id))
        self._group.addButton(button)
        self.buttons[section.id] = button
        return button

    def _choose(self, name: str) -> None:
        # A click must not switch the mark off: what is in front decides.
        self.buttons[name].setChecked(True)
        self.chosen.emit(name)

    def mark(self, name: str) -> None:
        """Show which section is in front; none when there is no such section."""
        for own, button in self.buttons.items():
            button.setChecked(own == name)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        for section in self._sections:
            button = self.buttons[section.id]
            button.setIcon(icon(section.icon, tokens.text_quiet, selected=tokens.selection))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
        step = steps.get(event.key(), 0)
        buttons = [*self.buttons.values()]
        focused = next((at for at, button in enumerate(buttons) if button.hasFocus()), None)
        if step and focused is not None:
            buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
