"""The versions of a document: their names, and two of them compared on the canvas and by the people they reach."""

from datetime import UTC

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.inspector.notices import Notice
from app.sections import Shell
from app.versions.pane import ComparisonPane, comparison_table
from app.words import moment, number, tr
from canvas import CanvasView
from engine.bundles.comparing import CountedChange
from engine.document.files import from_text
from engine.document.model import Document
from engine.runner.life import current
from engine.workspace.documents import VersionEntry

NOW = 0
"""Stands for the document as it is being edited."""


class VersionsPage(QWidget):
    """Tick two versions; the earlier is compared with the later."""

    def __init__(self, document: str, name: str, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._document, self._name, self._desk, self._shell = document, name, desk, shell
        self._versions: list[VersionEntry] = []
        self.pane, self.notice = ComparisonPane(desk, shell), Notice()
        heading = QLabel(tr("Versions of {name}", name=name))
        heading.setProperty("heading", True)
        heading.setWordWrap(True)
        hint = QLabel(tr("Choose two, and see what became different and for whom."))
        hint.setProperty("quiet", True)
        hint.setWordWrap(True)
        self.list = comparison_table((tr("Version"), tr("Name"), tr("Saved")), tr("Versions"))
        header = self.list.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name of this version"))
        self.name.setAccessibleName(tr("Name of this version"))
        self.open = QPushButton(tr("Bring this version back"))
        self.open.setToolTip(tr("Makes it the document as it is now; what is there now stays a version."))
        self.compare = QPushButton(tr("Compare"))
        self.compare.setProperty("primary", True)
        self._arrange(heading, hint)
        self.list.itemSelectionChanged.connect(self._chosen)
        self.name.editingFinished.connect(self._named)
        self.open.clicked.connect(self._bring_back)
        self.compare.clicked.connect(self._compare)
        desk.documents_changed.connect(self.refresh)
        self.refresh()

    def _arrange(self, heading: QLabel, hint: QLabel) -> None:
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 14, 0)
        box.setSpacing(10)
        for widget in (heading, hint):
            box.addWidget(widget)
        box.addWidget(self.list, 1)
        box.addWidget(self.name)
        box.addWidget(self.compare)
        box.addWidget(self.open)
        left.setMinimumWidth(260)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setChildrenCollapsible(False)
        whole.addWidget(left)
        self.shown = QStackedWidget()
        self.shown.addWidget(self.notice)
        self.shown.addWidget(self.pane)
        whole.addWidget(self.shown)
        whole.setSizes([330, 970])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 18)
        outer.addWidget(whole, 1)
        self.setFocusProxy(self.list)

    # The list

    def refresh(self) -> None:
        """Read the versions anew."""
        self._desk.tasks.start(self._refresh(), of=self)

    async def _refresh(self) -> None:
        found = await self._desk.reader.run(self._desk.workspace.documents.versions, self._document)
        drafts = await self._desk.reader.run(self._desk.workspace.drafts.names)
        chosen = self.chosen
        self._versions = list(found)
        rows: list[tuple[int, str, str, str]] = []
        if self._document in drafts and self._desk.status_of(self._document) == "draft":
            rows.append((NOW, tr("Now"), tr("as it is being edited"), ""))
        for one in found:
            saved = moment(one.created.replace(tzinfo=UTC).astimezone())
            rows.append((one.number, number(one.number), one.name, saved))
        self.list.blockSignals(True)
        self.list.setRowCount(len(rows))
        for place, (version, *cells) in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, version)
                self.list.setItem(place, column, item)
        self.list.blockSignals(False)
        if len(rows) < 2:
            self.notice.say("git-branch", tr("There is one version so far"),
                            tr("Each publication, and each save on your wish, makes another."))  # fmt: skip
        else:
            self.notice.say("git-diff", tr("Nothing is compared yet"), tr("Choose two versions, then “Compare”."))
        self.choose(*(chosen or [row[0] for row in rows[:2]]))

    @property
    def chosen(self) -> list[int]:
        """The versions that are selected, the latest first."""
        rows = sorted({index.row() for index in self.list.selectedIndexes()})
        items = (self.list.item(row, 0) for row in rows)
        return [int(item.data(Qt.ItemDataRole.UserRole)) for item in items if item is not None]

    def choose(self, *versions: int) -> None:
        """Select versions by their numbers; 0 is the document as it is being edited."""
        self.list.clearSelection()
        mode = self.list.selectionMode()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        for row in range(self.list.rowCount()):
            item = self.list.item(row, 0)
            if item is not None and item.data(Qt.ItemDataRole.UserRole) in versions:
                self.list.selectRow(row)
        self.list.setSelectionMode(mode)
        self._chosen()

    def _chosen(self) -> None:
        chosen = self.chosen
        one = next((entry for entry in self._versions if chosen == [entry.number]), None)
        draft = self._desk.status_of(self._document) == "draft"
        self.name.setEnabled(one is not None)
        self.name.setText(one.name if one is not None else "")
        self.open.setEnabled(one is not None and draft)
        self.compare.setEnabled(len(chosen) == 2)

    def _named(self) -> None:
        chosen, text = self.chosen, self.name.text()
        known = next((one for one in self._versions if chosen == [one.number]), None)
        if known is not None and text.strip() != known.name:
            self._desk.tasks.start(self._name_version(known.number, text), of=self)

    async def _name_version(self, version: int, text: str) -> None:
        await self._desk.worker.run(self._desk.workspace.documents.name_version, self._document, version, text)
        await self._refresh()

    def _bring_back(self) -> None:
        if len(self.chosen) == 1:
            self._desk.tasks.start(self._restore(self.chosen[0]), of=self)

    async def _restore(self, version: int) -> None:
        document = await self._desk.worker.run(self._load, version)
        self._shell.close_page(f"document:{self._document}")
        await self._desk.worker.run(self._desk.workspace.drafts.forget, self._document)
        await self._desk.save(document)
        self._shell.open_document(self._document)
        self._shell.say(tr("Version {number} is the document now.", number=version))

    def _load(self, version: int) -> Document:
        if version == NOW:
            return current(self._desk.workspace, self._document)
        return from_text(self._desk.workspace.documents.load(self._document, version))

    # The comparison

    def _compare(self) -> None:
        if len(self.chosen) == 2:
            self.compare_two(*reversed(self.chosen))

    @property
    def changes(self) -> tuple[CountedChange, ...]:
        """The outputs that were compared; empty while they are counted."""
        return self.pane.changes

    @property
    def canvas(self) -> CanvasView | None:
        """The canvas that shows the comparison."""
        return self.pane.canvas

    def compare_two(self, before: int, after: int) -> None:
        """Compare a version with a later one."""
        self._desk.tasks.start(self._compare_two(before, after), of=self)

    async def _compare_two(self, before: int, after: int) -> None:
        old = await self._desk.reader.run(self._load, before)
        new = await self._desk.reader.run(self._load, after)
        self.shown.setCurrentWidget(self.pane)
        title = tr("version {number}", number=before) if before else tr("the document as it is being edited")
        await self.pane.compare(old, new, title)
