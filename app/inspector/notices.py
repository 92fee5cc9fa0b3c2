"""What stands where there is nothing to show, or something is under way: what to do next, and progress."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.inspector.colours import icon
from app.words import said, shortened, tr
from engine.problems import Problem
from engine.texts import sentences

_ASK_MS = 120
_STEPS = 1000


class Notice(QWidget):
    """An icon, a sentence and advice, in the middle of an empty place; with an action where there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._what, self._fix = QLabel(), QLabel(), QLabel()
        self.action = QPushButton()
        self.action.hide()
        self._what.setProperty("heading", True)
        self._fix.setProperty("quiet", True)
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addStretch(2)
        for label in (self._icon, self._what, self._fix):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._icon)
            box.addWidget(label)
        box.addSpacing(6)
        self._actions = QHBoxLayout()
        self._actions.addStretch(1)
        self._actions.addWidget(self.action)
        self._actions.addStretch(1)
        box.addLayout(self._actions)
        box.addStretch(3)

    def add_action(self, text: str) -> QPushButton:
        """A further button, beside the first."""
        button = QPushButton(text)
        self._actions.insertWidget(self._actions.count() - 1, button)
        return button

    def say(self, icon_name: str, what: str, fix: str = "") -> None:
        """Show a sentence and what to do next."""
        self._icon.setPixmap(icon(icon_name, self).pixmap(36, 36))
        self._what.setText(what)
        self._fix.setText(fix)
        self._fix.setVisible(bool(fix))
        self.setAccessibleName(what)
        self.setAccessibleDescription(fix)

    def say_problem(self, problem: Problem) -> None:
        """Show what went wrong and how to mend it."""
        self.say("warning-circle", shortened(said(problem.what)), shortened(said(sentences(problem.why, problem.fix))))

    def text(self) -> str:
        """What it says, for tests and screen readers."""
        return f"{self._what.text()} {self._fix.text()}".strip()


class ProgressStrip(QWidget):
    """A line that says what is under way and how far it is, with a way to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setProperty("flat", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self._ask: Callable[[], float | None] = lambda: None
        self._timer = QTimer(self)
        self._timer.setInterval(_ASK_MS)
        self._timer.timeout.connect(self._look)
        self.hide()

    def begin(self, words: str, progress: Callable[[], float | None] = lambda: None) -> None:
        """Show that something began; `progress` is asked now and then, and gives 0 to 1, or None while unknown."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self._ask = progress
        self.bar.setRange(0, 0)
        self._timer.start()
        self.show()

    def tell(self, words: str) -> None:
        """Say something else while it lasts."""
        self.words.setText(words)

    def end(self) -> None:
        """It is over."""
        self._timer.stop()
        self.hide()

    def _look(self) -> None:
        share = self._ask()
        if share is not None:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(max(round(share * _STEPS), self.bar.value()))
