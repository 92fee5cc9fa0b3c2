"""The first thing to see: the sample workspace, the last workspaces, a new or another one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.preferences import Accessed
from app.ready_made import ready_made
from app.shell.two_lines import TwoLines
from app.words import moment, tr

_WIDTH, _LEFT, _READY = 900, 340, 286


class StartPage(QWidget):
    """Offers ways to begin; it knows nothing of how they are done."""

    sample_wanted = Signal()
    company_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal(object)
    dropped = Signal(object)
    """The files and folders that were dropped here."""
    document_wanted = Signal(object)
    """The Accessed document to go on with."""
    ready_wanted = Signal(object)
    """The ReadyMade campaign to begin from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.sample = _button(tr("Explore with real data"), primary=True)
        self.sample.setToolTip(tr("Builds a workspace of 1.47 million real purchases with four sample campaigns."))
        self.company = _button(tr("Try an account journey"))
        self.company.setToolTip(tr("Builds a workspace of generated companies with eight sample journeys."))
        self.new = _button(tr("New workspace…"))
        self.open = _button(tr("Open a workspace…"))
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.telling, self.error = _words(""), _words("")
        self.error.setProperty("quiet", False)
        self.error.setProperty("error", True)
        self.ready = QListWidget()
        self.ready.setAccessibleName(tr("Begin from a campaign that is ready"))
        self.ready.setMinimumHeight(_READY)
        TwoLines(self.ready)
        for one in ready_made():
            item = QListWidgetItem(f"{one.title}\n{one.about}")
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.ready.addItem(item)
        self.documents = QListWidget()
        self.documents.setAccessibleName(tr("Recent documents"))
        TwoLines(self.documents, wraps=False)
        self.recent = QListWidget()
        self.recent.setAccessibleName(tr("Recent workspaces"))
        TwoLines(self.recent, wraps=False)
        card = QFrame()
        card.setProperty("card", True)
        card.setFixedWidth(_WIDTH)
        columns = QHBoxLayout(card)
        columns.setContentsMargins(36, 32, 36, 32)
        columns.setSpacing(36)
        columns.addWidget(self._ways())
        rule = QFrame()
        rule.setProperty("rule", True)
        rule.setFixedWidth(1)
        columns.addWidget(rule)
        columns.addWidget(self._known(), 1)
        ground, area = QWidget(), QScrollArea()
        QVBoxLayout(ground).addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.sample.clicked.connect(self.sample_wanted)
        self.company.clicked.connect(self.company_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.recent.itemActivated.connect(self._recent_chosen)
        self.recent.itemClicked.connect(self._recent_chosen)
        self.documents.itemActivated.connect(self._document_chosen)
        self.documents.itemClicked.connect(self._document_chosen)
        self.ready.itemActivated.connect(self._ready_chosen)
        self.ready.itemClicked.connect(self._ready_chosen)
        self.tell("")
        self.show_recent((), ())

    def _ways(self) -> QWidget:
        title = QLabel("Jalon")
        title.setProperty("display", True)
        around = QWidget()
        around.setFixedWidth(_LEFT)
        box = QVBoxLayout(around)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(title)
        box.addWidget(_words(tr("Design campaigns as a graph, with an exact count on every transition.")))
        box.addSpacing(10)
        box.addWidget(self.sample)
        box.addWidget(
            _words(
                tr(
                    "The sample is a year of purchases of about 2,500 households. "
                    "It is built on this machine in some 20 s."
                )
            )
        )
        box.addWidget(self.company)
        box.addSpacing(6)
        box.addWidget(self.new)
        box.addWidget(self.open)
        for part in (self.progress, self.telling, self.error):
            box.addWidget(part)
        box.addStretch(1)
        return around

    def _known(self) -> QWidget:
        begin, heading = QLabel(tr("Begin from a campaign that is ready")), QLabel(tr("Recent workspaces"))
        self._documents_title = QLabel(tr("Recent documents"))
        for title in (begin, self._documents_title, heading):
            title.setProperty("fieldTitle", True)
        self._none = _words(
            tr("The workspaces that you open appear here. Drop a workspace, data or a document anywhere on this page.")
        )
        around = QWidget()
        box = QVBoxLayout(around)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(begin)
        box.addWidget(self.ready, 3)
        box.addSpacing(8)
        box.addWidget(self._documents_title)
        box.addWidget(self.documents, 3)
        box.addSpacing(8)
        box.addWidget(heading)
        box.addWidget(self._none)
        box.addWidget(self.recent, 2)
        box.addStretch(0)
        return around

    def show_recent(self, folders: tuple[Path, ...], documents: tuple[Accessed, ...]) -> None:
        """The workspaces that were opened last, and the documents that were looked at."""
        self.documents.clear()
        for one in documents:
            kind = tr("Journey") if one.kind == "journey" else tr("Campaign")
            words = tr(
                "{kind} in {workspace} · {time}",
                kind=kind,
                workspace=one.folder.name,
                time=moment(one.time.astimezone()),
            )
            item = QListWidgetItem(f"{one.name}\n{words}")
            item.setToolTip(str(one.folder))
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.documents.addItem(item)
        self.documents.setVisible(bool(documents))
        self._documents_title.setVisible(bool(documents))
        self.recent.clear()
        for folder in folders:
            item = QListWidgetItem(f"{folder.name}\n{folder.parent}")
            item.setToolTip(str(folder))
            item.setData(Qt.ItemDataRole.UserRole, folder)
            self.recent.addItem(item)
        self.recent.setVisible(bool(folders))
        self._none.setVisible(not folders)

    def tell(self, text: str) -> None:
        """Say what is being done; empty when nothing is."""
        self.show_error("")
        self.telling.setText(text)
        self.telling.setVisible(bool(text))
        self.progress.setVisible(bool(text))
        for part in (self.sample, self.company, self.new, self.open, self.documents, self.recent, self.ready):
            part.setEnabled(not text)

    def show_error(self, text: str) -> None:
        """Say why a workspace could not be opened."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.sample.isEnabled() and _paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropped.emit(_paths(event))

    def _ready_chosen(self, item: QListWidgetItem) -> None:
        self.ready_wanted.emit(item.data(Qt.ItemDataRole.UserRole))

    def _document_chosen(self, item: QListWidgetItem) -> None:
        self.document_wanted.emit(item.data(Qt.ItemDataRole.UserRole))

    def _recent_chosen(self, item: QListWidgetItem) -> None:
        self.recent_wanted.emit(item.data(Qt.ItemDataRole.UserRole))


def _paths(event: QDropEvent) -> list[Path]:
    """The files and folders that are being dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _button(text: str, *, primary: bool = False) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("primary", primary)
    button.setMinimumHeight(34)
    return button


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("quiet", True)
    label.setWordWrap(True)
    return label
