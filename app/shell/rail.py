"""The rail at the left edge: one button for each section, its icon over its name."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from app.sections import Section
from app.words import tr
from canvas import Tokens
from canvas.icons import icon

_ICON = QSize(20, 20)


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
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 6, 4, 6)
        box.setSpacing(2)
        for section in [one for one in sections if not one.at_foot]:
            box.addWidget(self._button(section))
        box.addStretch(1)
        for section in [one for one in sections if one.at_foot]:
            box.addWidget(self._button(section))
        self.set_tokens(tokens)

    def _button(self, section: Section) -> QToolButton:
        button = QToolButton()
        button.setText(section.title)
        button.setIconSize(_ICON)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
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
