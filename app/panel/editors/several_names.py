"""Names to choose from in a line that takes several, apart by commas."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from app.panel.context import Choice


class SeveralNames(QCompleter):
    """Completes the last name of a line; the Down key shows all that there are."""

    completed = Signal(str)
    """The whole text of the line, after a name was chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = QStringListModel(self)
        self._titles: dict[object, str] = {}
        self._line: QLineEdit | None = None
        self.setModel(self._texts)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def complete_in(self, line: QLineEdit) -> None:
        """Help in this line."""
        self._line = line
        line.setCompleter(self)
        line.installEventFilter(self)
        # The line takes the text first, then it is told.
        self.activated.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these names."""
        self._titles = {one.value: one.text for one in choices}
        texts = list(dict.fromkeys(one.text for one in choices))
        if texts != self._texts.stringList():
            self._texts.setStringList(texts)

    @property
    def offers(self) -> bool:
        """Whether there is anything to choose from."""
        return bool(self._titles)

    def title_of(self, value: object) -> object:
        """What users read for a value."""
        return self._titles.get(value, value)

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        before = self._line.text().rpartition(",")[0] if self._line is not None else ""
        name = str(index.data())
        return f"{before}, {name}" if before else name

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self._line and event.type() == QEvent.Type.KeyPress
        # While the names are shown, they have the keyboard.
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self.setCompletionPrefix("")
            self.complete()
            return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        if self._line is not None:
            self.completed.emit(self._line.text())
