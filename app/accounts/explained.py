"""Where a score comes from, line by line: titles with their value, lines in columns, and the sums that follow."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.words import headed, tr


class Explained(QScrollArea):
    """Filled anew for each score between `begin` and `end`."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setProperty("explained", True)
        self.setAccessibleName(tr("Scores explained"))
        self.lines: list[str] = []
        """The lines as texts, in their order, for screen readers."""
        self.begin()
        self.end()

    def begin(self) -> None:
        """Forget what was explained."""
        self.lines = []
        self._holder = QWidget()
        self.box = QVBoxLayout(self._holder)
        self.box.setContentsMargins(8, 10, 10, 8)
        self.box.setSpacing(8)

    def end(self) -> None:
        """Show what was said since."""
        self.box.addStretch(1)
        self.setWidget(self._holder)
        self.setAccessibleDescription("\n".join(self.lines))

    def title(self, text: str, value: str) -> None:
        """What is explained, with its value."""
        label = QLabel(f"{escape(text)}  <b>{escape(value)}</b>")
        label.setProperty("rich", True)
        label.setProperty("heading", True)
        self.box.addWidget(label)
        self.lines.append(headed(text, value))

    def grid(self, titles: Sequence[str], texts: int) -> QGridLayout:
        """Columns under their titles; the first `texts` hold texts, the others numbers."""
        frame = QFrame()
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)
        for place, title in enumerate(titles):
            label = QLabel(title)
            label.setProperty("quiet", True)
            label.setProperty("small", True)
            label.setAlignment(_side(place, texts))
            grid.addWidget(label, 0, place)
        self.box.addWidget(frame)
        return grid

    def cells(self, grid: QGridLayout, line: int, cells: Sequence[str | QWidget], texts: int) -> None:
        """A line of such columns."""
        for place, cell in enumerate(cells):
            widget = QLabel(cell) if isinstance(cell, str) else cell
            if isinstance(widget, QLabel):
                widget.setAlignment(_side(place, texts))
                widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(widget, line, place)

    def sum(self, text: str) -> None:
        """How the lines come to the value."""
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.box.addWidget(label)
        self.lines.append(text)

    def quiet(self, text: str) -> None:
        """What else is to be known."""
        label = QLabel(text)
        label.setWordWrap(True)
        label.setProperty("quiet", True)
        self.box.addWidget(label)
        self.lines.append(text)


def _side(place: int, texts: int) -> Qt.AlignmentFlag:
    """Texts stand at the left of their column, numbers at the right; the first `texts` columns hold texts."""
    side = Qt.AlignmentFlag.AlignLeft if place < texts else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def exact(value: float) -> str:
    """With as many digits as are needed so that a score can be worked out again from its lines."""
    digits = 0 if float(value).is_integer() else 3
    return QLocale().toString(float(value), "f", digits)
