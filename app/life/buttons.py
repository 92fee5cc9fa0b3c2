"""The commands on a document as buttons. One that is refused stays within reach, and says why when it is asked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.life.doing import ICONS
from app.life.life import Choices
from app.life.words import command_word
from app.words import told
from canvas import Tokens
from canvas.icons import icon
from engine.problems import Problem
from engine.runner.commands import Command

REVIEW = (Command.APPROVE, Command.REQUEST_CHANGES, Command.WITHDRAW)
"""Only offered where something is in review: there they take the place of publishing."""
ORDER = (
    Command.PUBLISH,
    *REVIEW,
    Command.CONFIRM,
    Command.START,
    Command.RESTART,
    Command.PAUSE,
    Command.RESUME,
    Command.STOP,
    Command.CLOSE,
    Command.BACK_TO_DRAFT,
    Command.DUPLICATE,
    Command.ARCHIVE,
    Command.DELETE,
)
_PRIMARY = (Command.APPROVE, Command.CONFIRM, Command.RESUME, Command.PUBLISH)


class CommandButtons(QWidget):
    """All commands; those that may be given now come first."""

    given = Signal(object)
    """A Command that is allowed."""
    explained = Signal()
    """Why a command is refused stands below the buttons now."""

    def __init__(self, tokens: Tokens, *, columns: int = 2) -> None:
        super().__init__()
        self._tokens = tokens
        self._columns = columns
        self._refusals: dict[Command, Problem | None] = {}
        self._offered: Sequence[Command] = ()
        self.buttons: dict[Command, QPushButton] = {}
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.why.setProperty("warning", True)
        self.why.hide()
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        for command in ORDER:
            button = self.buttons[command] = QPushButton(command_word(command), self)
            button.setProperty("tight", True)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self._clicked(command))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(self._grid)
        box.addWidget(self.why)

    def show_choices(self, choices: Choices, kind: str = "") -> None:
        """Show what may be done now with a document of a kind."""
        for command, button in self.buttons.items():
            button.setText(command_word(command, kind))
        if choices.refusals == self._refusals:
            return
        self._refusals = dict(choices.refusals)
        self.why.hide()
        allowed = [one for one in ORDER if self._refusals.get(one) is None]
        first = next((one for one in _PRIMARY if one in allowed), None)
        offered = [*allowed, *(one for one in ORDER if one not in allowed and one not in REVIEW)]
        for command in ORDER:
            self.buttons[command].setVisible(command in offered)
        for command in offered:
            self._dress(command, primary=command is first)
        self._offered = offered
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side; a command whose words have no room there has a line of its own."""
        gaps = self._grid.spacing() * (self._columns - 1)
        room = (self.width() - gaps) // self._columns
        place = 0
        for command in self._offered:
            button = self.buttons[command]
            wide = button.sizeHint().width() > room
            if wide:
                place += -place % self._columns
            self._grid.addWidget(button, place // self._columns, place % self._columns, 1, self._columns if wide else 1)
            place += self._columns if wide else 1

    def _dress(self, command: Command, *, primary: bool) -> None:
        button, problem = self.buttons[command], self._refusals.get(command)
        why = "" if problem is None else told(problem)
        button.setProperty("primary", primary)
        button.setProperty("refused", bool(why))
        button.setToolTip(why)
        button.setAccessibleDescription(why)
        paint = self._tokens.edge if why else self._tokens.text
        button.setIcon(icon(ICONS[command], self._tokens.card if primary else paint))
        button.style().unpolish(button)
        button.style().polish(button)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self._tokens = tokens
        for command, button in self.buttons.items():
            self._dress(command, primary=bool(button.property("primary")))

    def _clicked(self, command: Command) -> Callable[[], None]:
        def clicked() -> None:
            problem = self._refusals.get(command)
            self.why.setText("" if problem is None else told(problem))
            self.why.setVisible(problem is not None)
            if problem is None:
                self.given.emit(command)
            else:
                self.explained.emit()

        return clicked


def allowed(choices: Choices) -> Sequence[Command]:
    """What may be done now, in the usual order."""
    return [one for one in ORDER if choices.refusals.get(one) is None]
