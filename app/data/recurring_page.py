"""The folders whose new files are loaded, and what became of the files of the one that is selected."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.data.opening import open_import, open_repair, show_table
from app.data.recurring_dialog import RecurringDialog, when
from app.desk import Desk
from app.inspector.notices import Notice
from app.listing import RIGHT, EmptyWords
from app.sections import Shell
from app.words import moment, number, said, tr
from engine.problems import EngineError
from engine.runner.recurring import Look, change_recurring, due_at, look_at
from engine.schedules import read_schedule
from engine.workspace.recurring import FileEntry, FileOutcome, RecurringLoad

_COUNTS = (5, 6)


@dataclass(frozen=True, slots=True)
class _Line:
    load: RecurringLoad
    files: Sequence[FileEntry]


class RecurringPage(QWidget):
    """Above: the folders. Below: their files."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self._lines: list[_Line] = []
        self.new = QPushButton(tr("New…"))
        self.new.setProperty("primary", True)
        self.look, self.edit, self.pause, self.remove = (
            QPushButton(tr("Look now")), QPushButton(tr("Change…")), QPushButton(tr("Pause")),
            QPushButton(tr("Remove")),
        )  # fmt: skip
        self.again, self.repair, self.table = (
            QPushButton(tr("Try again")),
            QPushButton(tr("Repair…")),
            QPushButton(tr("Show the table")),
        )
        self.list = _tree(
            tr("Recurring loads"),
            [tr("Table"), tr("Folder"), tr("Files"), tr("When"), tr("Next look"), tr("Loaded"), tr("Failed"), ""],
            (150, 220, 140, 200, 140, 70, 70),
        )
        for place in _COUNTS:
            self.list.headerItem().setTextAlignment(place, RIGHT)
        self.files = _tree(tr("Files"), [tr("File"), tr("Outcome"), tr("When"), tr("Remark")], (300, 130, 150))
        EmptyWords(self.files, tr("No file of this folder was looked at yet."))
        self.notice = Notice()
        self.notice.say(
            "folder-open", tr("No folder is looked after yet"),
            tr("Choose a file that shows how the files are laid out, then “Load regularly…” beside its load."),
        )  # fmt: skip
        self.notice.action.setText(tr("Choose a file…"))
        self.notice.action.setProperty("primary", True)
        self.notice.action.show()
        self._arrange()
        self.new.clicked.connect(self._choose)
        self.notice.action.clicked.connect(self._choose)
        self.look.clicked.connect(self._look)
        self.edit.clicked.connect(self._change)
        self.pause.clicked.connect(self._switch)
        self.remove.clicked.connect(self._remove)
        self.again.clicked.connect(self._again)
        self.repair.clicked.connect(self._repair)
        self.table.clicked.connect(self._show_table)
        self.list.currentItemChanged.connect(self._show_files)
        self.list.itemActivated.connect(self._change)
        self.files.currentItemChanged.connect(self._offer)
        desk.life.loaded.connect(self._looked)
        desk.catalog_changed.connect(self.reload)
        self.setFocusProxy(self.list)
        self.reload()

    def _arrange(self) -> None:
        title = QLabel(tr("Recurring loads"))
        title.setProperty("heading", True)
        told = QLabel(
            tr("New files of a folder go into a table, each exactly once, while a window has the workspace open or "
               "“jalon schedule run” looks after it.")
        )  # fmt: skip
        told.setProperty("quiet", True)
        told.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        for button in (self.look, self.edit, self.pause, self.remove, self.new):
            head.addWidget(button)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.table, self.repair, self.again):
            foot.addWidget(button)
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self.files, 1)
        lower.addLayout(foot)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(self.list)
        self._parts.addWidget(below)
        self._parts.setStretchFactor(1, 1)
        self._parts.setSizes([220, 420])
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(told)
        box.addWidget(self._parts, 1)
        box.addWidget(self.notice, 1)

    # Reading

    def reload(self) -> None:
        """Read the folders and their files anew."""
        self._desk.tasks.start(self._read(), of=self)

    async def _read(self) -> None:
        recurring = self._desk.workspace.recurring

        def read() -> list[_Line]:
            return [_Line(one, recurring.files(one.table)) for one in recurring.list()]

        self._show(await self._desk.worker.run(read))

    def _looked(self, _look: Look) -> None:
        self.reload()

    def _show(self, lines: list[_Line]) -> None:
        before = self.current
        self._lines = lines
        self.list.clear()
        for one in lines:
            item = QTreeWidgetItem(_texts(one))
            item.setToolTip(1, one.load.folder)
            for place in _COUNTS:
                item.setTextAlignment(place, RIGHT)
            self.list.addTopLevelItem(item)
        chosen = next((at for at, one in enumerate(lines) if before and one.load.table == before.load.table), 0)
        if lines:
            self.list.setCurrentIndex(self.list.model().index(chosen, 0))
        self._parts.setVisible(bool(lines))
        self.notice.setVisible(not lines)
        # The empty page offers it already, in its middle.
        self.new.setVisible(bool(lines))
        self._show_files()

    @property
    def current(self) -> _Line | None:
        """The recurring load that is selected."""
        place = self.list.currentIndex().row()
        return self._lines[place] if 0 <= place < len(self._lines) else None

    @property
    def current_file(self) -> FileEntry | None:
        """The file that is selected."""
        one, place = self.current, self.files.currentIndex().row()
        return one.files[place] if one is not None and 0 <= place < len(one.files) else None

    def _show_files(self) -> None:
        self.files.clear()
        one = self.current
        words = {FileOutcome.LOADED: tr("Loaded"), FileOutcome.FAILED: tr("Failed"), FileOutcome.SAME: tr("Known")}
        for file in () if one is None else one.files:
            remark = said(file.problem)
            if file.outcome is FileOutcome.SAME:
                remark = tr("The same content as {name}", name=file.problem)
            item = QTreeWidgetItem([file.stamp.name, words[file.outcome], _local(file.dealt), remark])
            item.setToolTip(3, remark)
            self.files.addTopLevelItem(item)
        if one is not None and one.files:
            self.files.setCurrentIndex(self.files.model().index(0, 0))
        self._offer()

    def _offer(self) -> None:
        one, file = self.current, self.current_file
        for button in (self.look, self.edit, self.pause, self.remove):
            button.setVisible(bool(self._lines))
            button.setEnabled(one is not None)
        self.pause.setText(tr("Pause") if one is None or one.load.active else tr("Resume"))
        self.table.setEnabled(one is not None and one.load.table in self._desk.catalog.table_by_name)
        self.again.setEnabled(file is not None)
        self.repair.setEnabled(file is not None and file.outcome is FileOutcome.FAILED and file.load is not None)

    # Doing

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("A file like those that will come"))
        if path:
            open_import(self._shell, path)

    def _look(self) -> None:
        one = self.current
        if one is not None:
            self._desk.tasks.start(self._looks(one.load), of=self)

    async def _looks(self, load: RecurringLoad) -> None:
        life = self._desk.life
        done = await life.runner.run(look_at, self._desk.workspace, load, now=life.present.now())
        await self._desk.load()
        life.tell_of(done)
        loaded = sum(one.outcome is FileOutcome.LOADED for one in done.files)
        if done.problem is None and loaded == len(done.files):
            self._shell.say(tr("{n} file(s) (was|were) loaded.", n=loaded) if loaded else tr("There is no new file."))

    def _change(self) -> None:
        one = self.current
        if one is not None:
            dialog = RecurringDialog(one.load, self._desk.life.present, self, is_new=False)
            dialog.kept.connect(self._keep)
            dialog.open()

    def _keep(self, load: RecurringLoad) -> None:
        self._desk.tasks.start(self._kept(load), of=self)

    async def _kept(self, load: RecurringLoad) -> None:
        now: datetime = self._desk.life.present.now()
        await self._desk.worker.run(change_recurring, self._desk.workspace, load, now=now)
        self._desk.life.refresh()
        await self._read()

    def _switch(self) -> None:
        one = self.current
        if one is not None:
            self._keep(replace(one.load, active=not one.load.active))

    def _remove(self) -> None:
        one = self.current
        if one is not None:
            self._desk.tasks.start(self._removed(one.load.table), of=self)

    async def _removed(self, table: str) -> None:
        await self._desk.worker.run(self._desk.workspace.recurring.remove, table)
        await self._read()
        self._shell.say(tr("The folder of {table} is looked after no longer; what was loaded stays.", table=table))

    def _again(self) -> None:
        one, file = self.current, self.current_file
        if one is not None and file is not None:
            self._desk.tasks.start(self._tried_again(one.load, file), of=self)

    async def _tried_again(self, load: RecurringLoad, file: FileEntry) -> None:
        await self._desk.worker.run(self._desk.workspace.recurring.forget, load.table, file.sha256)
        await self._looks(load)

    def _repair(self) -> None:
        file = self.current_file
        if file is not None and file.load is not None:
            open_repair(self._shell, file.load, file.stamp.name)

    def _show_table(self) -> None:
        one = self.current
        if one is not None:
            show_table(self._shell, one.load.table)


def _texts(one: _Line) -> list[str]:
    load = one.load
    due = due_at(load)
    try:
        schedule = when(read_schedule(load.schedule))
    except EngineError:
        schedule = tr("The schedule cannot be read")
    looks = "" if due is None else moment(due.astimezone().replace(tzinfo=None))
    counts = [sum(file.outcome is kind for file in one.files) for kind in (FileOutcome.LOADED, FileOutcome.FAILED)]
    state = load.problem or ("" if load.active else tr("Paused"))
    return [load.table, load.folder, load.pattern, schedule, looks, *map(number, counts), state]


def _local(when_: datetime) -> str:
    return moment(when_.replace(tzinfo=UTC).astimezone().replace(tzinfo=None))


def _tree(name: str, titles: list[str], widths: tuple[int, ...]) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName(name)
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setHeaderLabels(titles)
    for place, width in enumerate(widths):
        tree.setColumnWidth(place, width)
    return tree
