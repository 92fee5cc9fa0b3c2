"""The first thing to see: the sample workspace, the last workspaces, a new or another one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.words import tr


class StartPage(QWidget):
    """Offers ways to begin; it knows nothing of how they are done."""

    sample_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("Jalon")
        title.setProperty("display", True)
        line = QLabel(tr("Design campaigns as a graph, with an exact count on every transition."))
        line.setProperty("quiet", True)
        self.sample = _button(tr("Explore with real data"), primary=True)
        self.sample.setToolTip(tr("Builds a workspace of 1.47 million real purchases with four sample campaigns."))
        self.new = _button(tr("New workspace…"))
        self.open = _button(tr("Open a workspace…"))
        about = QLabel(
            tr("The sample is a year of purchases of about 2,500 households. It is built on this machine in some 20 s.")
        )
        about.setProperty("quiet", True)
        about.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.telling = QLabel()
        self.telling.setProperty("quiet", True)
        self.telling.setWordWrap(True)
        self.error = QLabel()
        self.error.setProperty("error", True)
        self.error.setWordWrap(True)
        self.recent = QListWidget()
        self.recent.setAccessibleName(tr("Recent workspaces"))
        heading = QLabel(tr("Recent workspaces"))
        font = QFont(heading.font())
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        self._recent_parts = (heading, self.recent)

        card = QFrame()
        card.setProperty("card", True)
        card.setFixedWidth(560)
        box = QVBoxLayout(card)
        box.setContentsMargins(36, 32, 36, 32)
        box.setSpacing(12)
        box.addWidget(title)
        box.addWidget(line)
        box.addSpacing(12)
        box.addWidget(self.sample)
        box.addWidget(about)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addWidget(self.open)
        box.addLayout(row)
        box.addWidget(self.progress)
        box.addWidget(self.telling)
        box.addWidget(self.error)
        box.addWidget(heading)
        box.addWidget(self.recent)
        outer = QVBoxLayout(self)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

        self.sample.clicked.connect(self.sample_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.recent.itemActivated.connect(self._recent_chosen)
        self.recent.itemClicked.connect(self._recent_chosen)
        self.tell("")
        self.show_recent(())

    def show_recent(self, folders: tuple[Path, ...]) -> None:
        """The workspaces that were opened last."""
        self.recent.clear()
        for folder in folders:
            item = QListWidgetItem(f"{folder.name}\n{folder.parent}")
            item.setData(Qt.ItemDataRole.UserRole, folder)
            self.recent.addItem(item)
        for part in self._recent_parts:
            part.setVisible(bool(folders))
        self.recent.setFixedHeight(min(4, len(folders)) * 46 + 6)

    def tell(self, text: str) -> None:
        """Say what is being done; empty when nothing is."""
        self.show_error("")
        self.telling.setText(text)
        self.telling.setVisible(bool(text))
        self.progress.setVisible(bool(text))
        for button in (self.sample, self.new, self.open):
            button.setEnabled(not text)

    def show_error(self, text: str) -> None:
        """Say why a workspace could not be opened."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def _recent_chosen(self, item: QListWidgetItem) -> None:
        self.recent_wanted.emit(item.data(Qt.ItemDataRole.UserRole))


def _button(text: str, *, primary: bool = False) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("primary", primary)
    button.setMinimumHeight(36)
    return button
