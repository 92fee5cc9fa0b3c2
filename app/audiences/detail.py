"""One audience: its members, what is kept of them, how it changed from run to run, who writes and reads it."""

from collections.abc import Callable, Sequence
from datetime import UTC
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.inspector.rows import RowsPanel
from app.inspector.service import EngineService
from app.sections import Shell
from app.words import moment, number, present, tr
from engine.runner.audiences import Lineage, compare_evaluations, lineage_of
from engine.runner.comparing import Comparison
from engine.runner.records import members_of
from engine.workspace.audiences import Evaluation, SavedAudience

_DOCUMENT = Qt.ItemDataRole.UserRole
_BAR = 24


class AudienceDetail(QWidget):
    """Tabs over the audience that is selected."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self._shown: SavedAudience | None = None
        self._history: Sequence[Evaluation] = ()
        self.rows = RowsPanel(EngineService(desk.workspace), desk.tasks)
        self.rows.failed.connect(shell.tell)
        self.attributes = _tree(tr("Attributes"), [tr("Attribute"), tr("Type")])
        self.history = _tree(
            tr("History"), [tr("When"), tr("Members"), "", tr("Came"), tr("Stayed"), tr("Left"), tr("Run")]
        )  # fmt: skip
        self.history.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.lineage = _tree(tr("Lineage"), [tr("Document"), tr("What it does"), tr("Status")])
        self.compared = QLabel(tr("Select two evaluations to compare them."))
        self.compared.setProperty("quiet", True)
        self.lists = [QPushButton(), QPushButton(), QPushButton()]
        self._parts: dict[QPushButton, Callable[[], None]] = {}
        for button in self.lists:
            button.clicked.connect(partial(self._press, button))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.rows, tr("Members"))
        self.tabs.addTab(self.attributes, tr("Attributes"))
        self.tabs.addTab(self._history_tab(), tr("History"))
        self.tabs.addTab(self.lineage, tr("Lineage"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self.tabs)
        self.history.itemSelectionChanged.connect(self._compare)
        self.lineage.itemActivated.connect(self._open_document)

    def _history_tab(self) -> QWidget:
        line = QHBoxLayout()
        line.addWidget(self.compared, 1)
        for button in self.lists:
            button.hide()
            line.addWidget(button)
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self.history, 1)
        box.addLayout(line)
        return page

    def show_audience(self, one: SavedAudience | None) -> None:
        """Show an audience; nothing when there is none."""
        self._shown = one
        self.tabs.setEnabled(one is not None)
        for tree in (self.attributes, self.history, self.lineage):
            tree.clear()
        if one is None:
            self.rows.grid.close_population()
            return
        for column in one.columns:
            self.attributes.addTopLevelItem(QTreeWidgetItem([column.title, str(column.type)]))
        self._desk.tasks.start(self._read(one))

    async def _read(self, one: SavedAudience) -> None:
        workspace = self._desk.workspace
        members = await self._desk.reader.run(members_of, workspace, one, present())
        if one is self._shown:
            self.rows.open_population(members)
        found = await self._desk.reader.run(workspace.audiences.history, one.id)
        lineage = await self._desk.reader.run(lineage_of, workspace, one)
        if one is self._shown:
            self._show_history(found)
            self._show_lineage(lineage)

    def _show_history(self, found: Sequence[Evaluation]) -> None:
        self._history = tuple(reversed(found))
        most = max((one.audience.rows for one in found), default=1) or 1
        self.history.clear()
        for one in self._history:
            counts = [number(one.audience.counts.get(name, 0)) for name in ("realized", "existing", "exiting")]
            bar = "█" * max(1, round(_BAR * one.audience.rows / most))
            when = moment(one.when.replace(tzinfo=UTC).astimezone())
            item = QTreeWidgetItem([when, number(one.audience.rows), bar, *counts, one.run])
            item.setToolTip(2, number(one.audience.rows))
            self.history.addTopLevelItem(item)

    def _show_lineage(self, found: Lineage) -> None:
        self.lineage.clear()
        writers = [] if found.writer is None else [(found.writer, tr("writes it"))]
        for entry, words in (*writers, *((one, tr("reads it")) for one in found.readers)):
            item = QTreeWidgetItem([entry.name or entry.id, words, entry.status])
            item.setData(0, _DOCUMENT, entry.id)
            self.lineage.addTopLevelItem(item)

    def _open_document(self, item: QTreeWidgetItem) -> None:
        self._shell.open_document(str(item.data(0, _DOCUMENT)))

    def _compare(self) -> None:
        chosen = sorted(index.row() for index in self.history.selectionModel().selectedRows())
        for button in self.lists:
            button.hide()
        if len(chosen) == 2:
            after, before = self._history[chosen[0]], self._history[chosen[1]]
            self._desk.tasks.start(self._compared(before, after))

    async def _compared(self, before: Evaluation, after: Evaluation) -> None:
        found = await self._desk.worker.run(
            compare_evaluations, self._desk.workspace, before, after, present()
        )  # fmt: skip
        numbers = {one.members: one.targets for one in found.parts}
        for button, members, text in zip(
            self.lists, ((False, True), (True, True), (True, False)),
            (tr("{rows} came"), tr("{rows} stayed"), tr("{rows} left")), strict=True,
        ):  # fmt: skip
            button.setText(text.format(rows=number(numbers.get(members, 0))))
            button.setEnabled(numbers.get(members, 0) > 0)
            button.show()
            self._parts[button] = partial(self._open_part, found, members)

    def _press(self, button: QPushButton, _checked: bool = False) -> None:
        self._parts[button]()

    def _open_part(self, found: Comparison, members: tuple[bool, bool]) -> None:
        self.rows.open_population(found.open(members))
        self.tabs.setCurrentIndex(0)


def _tree(name: str, titles: list[str]) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName(name)
    tree.setRootIsDecorated(False)
    tree.setHeaderLabels(titles)
    tree.setColumnWidth(0, 240)
    return tree
