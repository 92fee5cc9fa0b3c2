"""The versions of a document: their names, and two of them compared on the canvas and by the people they reach."""

from datetime import UTC

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.inspector.rows import RowsPanel
from app.inspector.service import EngineService
from app.sections import Shell
from app.versions.model import FrozenVersion
from app.words import moment, number, said, tr
from canvas import CanvasView, Tokens
from canvas.difference import Snapshot
from engine.document.files import from_text
from engine.document.model import Document
from engine.problems import Problem
from engine.runner.life import current
from engine.runner.version_counts import OutputChange, compare_versions
from engine.workspace.documents import VersionEntry

NOW = 0
"""Stands for the document as it is being edited."""
_FATES = ("came", "went", "stayed")


class VersionsPage(QWidget):
    """Tick two versions; the earlier is compared with the later."""

    def __init__(self, document: str, name: str, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._document, self._name, self._desk, self._shell = document, name, desk, shell
        self._asked = 0
        self._versions: list[VersionEntry] = []
        self._frozen: list[FrozenVersion] = []
        self.changes: tuple[OutputChange, ...] = ()
        self.canvas: CanvasView | None = None
        heading = QLabel(tr("Versions of {name}", name=name))
        heading.setProperty("heading", True)
        hint = QLabel(tr("Choose two, and see what became different and for whom."))
        hint.setProperty("quiet", True)
        hint.setWordWrap(True)
        self.list = _table((tr("Version"), tr("Name"), tr("Saved")), tr("Versions"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name of this version"))
        self.name.setAccessibleName(tr("Name of this version"))
        self.open = QPushButton(tr("Bring this version back"))
        self.open.setToolTip(tr("Makes it the document as it is now; what is there now stays a version."))
        self.compare = QPushButton(tr("Compare"))
        self.compare.setProperty("primary", True)
        self.outputs = _table(
            (tr("Activity"), tr("Output"), tr("Came"), tr("Went"), tr("Stayed")), tr("People by output")
        )
        self.outputs.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.told = QLabel()
        self.told.setProperty("quiet", True)
        self.told.setWordWrap(True)
        self.people = RowsPanel(EngineService(desk.workspace), desk.tasks)
        self.people.failed.connect(shell.tell)
        self._arrange(heading, hint)
        self.list.itemSelectionChanged.connect(self._chosen)
        self.name.editingFinished.connect(self._named)
        self.open.clicked.connect(self._bring_back)
        self.compare.clicked.connect(self._compare)
        self.outputs.currentCellChanged.connect(self._show_people)
        desk.documents_changed.connect(self.refresh)
        shell.looks.changed.connect(self._set_tokens)
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
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addWidget(self.compare)
        box.addLayout(row)
        left.setMinimumWidth(320)
        self._graph = QWidget()
        self._graph_box = QVBoxLayout(self._graph)
        self._graph_box.setContentsMargins(0, 0, 0, 0)
        below = QSplitter(Qt.Orientation.Horizontal)
        below.setChildrenCollapsible(False)
        below.addWidget(self.outputs)
        below.addWidget(self.people)
        below.setSizes([520, 480])
        below.setStretchFactor(1, 1)
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.right.setChildrenCollapsible(False)
        self.right.addWidget(self._graph)
        self.right.addWidget(below)
        self.right.setSizes([420, 300])
        self.outputs.setMinimumWidth(500)
        self.right.hide()
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setChildrenCollapsible(False)
        whole.addWidget(left)
        side = QWidget()
        inner = QVBoxLayout(side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.told)
        inner.addWidget(self.right, 1)
        inner.addStretch(0)
        whole.addWidget(side)
        whole.setSizes([340, 1000])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 18)
        outer.addWidget(whole, 1)
        self.setFocusProxy(self.list)

    # The list

    def refresh(self) -> None:
        """Read the versions anew."""
        self._desk.tasks.start(self._refresh())

    async def _refresh(self) -> None:
        found = await self._desk.worker.run(self._desk.workspace.documents.versions, self._document)
        drafts = await self._desk.worker.run(self._desk.workspace.drafts.names)
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
            self._desk.tasks.start(self._name_version(known.number, text))

    async def _name_version(self, version: int, text: str) -> None:
        await self._desk.worker.run(self._desk.workspace.documents.name_version, self._document, version, text)
        await self._refresh()

    def _bring_back(self) -> None:
        if len(self.chosen) == 1:
            self._desk.tasks.start(self._restore(self.chosen[0]))

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

    def compare_two(self, before: int, after: int) -> None:
        """Compare a version with a later one."""
        self._asked += 1
        self._desk.tasks.start(self._compare_two(before, after, self._asked))

    async def _compare_two(self, before: int, after: int, asked: int) -> None:
        old = await self._desk.worker.run(self._load, before)
        new = await self._desk.worker.run(self._load, after)
        self._show_graphs(old, new, before)
        self.told.setText(tr("Counting both versions…"))
        self.outputs.setRowCount(0)
        self.changes = ()
        changes = await self._desk.life.runner.run(compare_versions, self._desk.workspace, old, new)
        if asked == self._asked:
            self.changes = changes
            self._show_changes(new, old)

    def _show_graphs(self, old: Document, new: Document, before: int) -> None:
        if self.canvas is not None:
            self._graph_box.removeWidget(self.canvas)
            self.canvas.deleteLater()
        for one in self._frozen:
            one.deleteLater()
        catalog = self._desk.catalog
        earlier, later = FrozenVersion(old, catalog, self), FrozenVersion(new, catalog, self)
        self._frozen = [earlier, later]
        canvas = self.canvas = CanvasView(later.graph, self._shell.looks.tokens, self._graph)
        self._graph_box.addWidget(canvas)
        self.right.show()
        title = tr("version {number}", number=before) if before else tr("the document as it is being edited")
        canvas.overlays.comparison.show_against(Snapshot.of(earlier.graph), title)
        canvas.fit(canvas.graph_scene.content())

    def _show_changes(self, new: Document, old: Document) -> None:
        self.told.clear()
        self.outputs.setRowCount(len(self.changes))
        for row, one in enumerate(self.changes):
            node = new.node_by_id.get(one.node) or old.node_by_id.get(one.node)
            title = (node.label if node is not None else "") or one.node
            texts = (title, said(one.label), *(number(getattr(one, fate)) for fate in _FATES))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text if not one.reason or column < 2 else "–")
                item.setToolTip(one.reason)
                if column >= 2:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.outputs.setItem(row, column, item)
        changed = next((row for row, one in enumerate(self.changes) if one.came or one.went), None)
        if changed is None:
            self.told.setText(tr("The same people pass everywhere in both versions."))
        elif self.changes:
            self.outputs.setCurrentCell(changed, 2 if self.changes[changed].came else 3)

    def _show_people(self) -> None:
        row, column = self.outputs.currentRow(), self.outputs.currentColumn()
        if not 0 <= row < len(self.changes) or column < 2:
            self.people.grid.close_population()
            return
        people = self.changes[row].people(_FATES[column - 2])
        if people is None:
            why = self.changes[row].reason
            self.people.grid.show_problem(Problem(code="nobody", what=why or tr("Nobody.")))
        else:
            self.people.open_population(people)

    def _set_tokens(self, tokens: Tokens) -> None:
        if self.canvas is not None:
            self.canvas.set_tokens(tokens)


def _table(titles: tuple[str, ...], name: str) -> QTableWidget:
    table = QTableWidget(0, len(titles))
    table.setHorizontalHeaderLabels(list(titles))
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(30)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setStretchLastSection(True)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for place, width in enumerate((170, 110, 70, 70) if len(titles) > 3 else (64, 120)):
        table.setColumnWidth(place, width)
    table.setWordWrap(False)
    return table
