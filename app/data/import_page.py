"""A file on its way into a table: how it is read, what each column becomes, and what the load would do, before it does.

Every change is rehearsed on the whole file, so the numbers are those of the load itself.
"""

import asyncio
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.data.calculated_dialog import CalculatedDialog
from app.data.columns_table import ColumnsTable
from app.data.layout_form import LayoutForm
from app.data.opening import open_repair, show_table
from app.data.preview_tables import fill, problem_rows, text_table
from app.data.recurring_dialog import ask_regularly
from app.data.wish import ImportWish, wish_for
from app.desk import Desk
from app.inspector.notices import Notice, ProgressStrip
from app.inspector.values import shown
from app.sections import Shell
from app.words import number, said, told, tr
from app.worker import finished
from engine.ingest.guess import remarks_of
from engine.ingest.service import (
    Imported,
    Preview,
    Rehearsal,
    preview_file,
    rehearse_import,
    start_import,
    table_name,
)
from engine.lanes import Job
from engine.layouts import ColumnLayout, FileLayout
from engine.problems import Cancelled, EngineError
from engine.types import Family

_WAIT_MS = 350
_NAME = re.compile(r"\w+")
_OTHERWISE = frozenset({"ING-118", "ING-120", "ING-121"})
"""What a file may be refused for and read all the same, once it is said how."""


class ImportPage(QWidget):
    """Left: how the file is read. Right: its columns, its first rows, its problems. Below: what the load would do."""

    def __init__(self, desk: Desk, shell: Shell, path: Path, key: str) -> None:
        super().__init__()
        self._desk, self._shell, self._path, self._key = desk, shell, path, key
        self.wish: ImportWish | None = None
        self.rehearsal: Rehearsal | None = None
        self._generation = 0
        self._under_way: asyncio.Task[None] | None = None
        self._loading: Job[Imported] | None = None
        self.form, self.columns = LayoutForm(desk), ColumnsTable()
        self.rows, self.problems = text_table(tr("First rows")), text_table(tr("Problems"))
        self.tabs = QTabWidget()
        self.accept, self.calculated = QPushButton(), QPushButton(tr("Calculated column…"))
        self.accept.hide()
        self.tabs.addTab(self._columns_tab(), tr("Columns"))
        self.tabs.addTab(self.rows, tr("First rows"))
        self.tabs.addTab(self.problems, tr("Problems"))
        self.tabs.setDocumentMode(True)
        self.notice, self.progress = Notice(), ProgressStrip()
        self.sum = QLabel()
        self.sum.setWordWrap(True)
        self.sum.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.remarks = QLabel()
        self.remarks.setWordWrap(True)
        self.remarks.setProperty("warning", True)
        self.load = QPushButton(tr("Load"))
        self.load.setProperty("primary", True)
        self.load.setEnabled(False)
        self.regularly = QPushButton(tr("Load regularly…"))
        self.regularly.setEnabled(False)
        self._arrange(path)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._rehearse)
        self.form.changed.connect(self._layout_changed)
        self.form.target_changed.connect(self._target_changed)
        self.columns.changed.connect(self._columns_changed)
        self.accept.clicked.connect(self._accept)
        self.calculated.clicked.connect(self._calculate)
        self.load.clicked.connect(self.start)
        self.regularly.clicked.connect(self._regularly)
        self.progress.cancel.clicked.connect(self._cancel)
        self.setFocusProxy(self.form)
        self._look()

    def _arrange(self, path: Path) -> None:
        title = QLabel(tr("Import {name}", name=path.name))
        title.setProperty("heading", True)
        self._content = QSplitter(Qt.Orientation.Horizontal)
        self._content.setChildrenCollapsible(False)
        self._content.addWidget(self.form)
        self._content.addWidget(self.tabs)
        self._content.setStretchFactor(1, 1)
        self._content.setSizes([300, 900])
        foot = QHBoxLayout()
        foot.setSpacing(16)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self.sum)
        told.addWidget(self.remarks)
        foot.addLayout(told, 1)
        foot.addWidget(self.regularly, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.load, 0, Qt.AlignmentFlag.AlignBottom)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addWidget(title)
        box.addWidget(self._content, 1)
        box.addWidget(self.notice, 1)
        box.addWidget(self.progress)
        box.addLayout(foot)
        self.notice.hide()

    def _columns_tab(self) -> QWidget:
        line = QHBoxLayout()
        line.addWidget(self.calculated)
        line.addStretch(1)
        line.addWidget(self.accept)
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.columns, 1)
        box.addLayout(line)
        return page

    # What the file holds

    def _look(self) -> None:
        self._restart(self._look_at())

    async def _look_at(self) -> None:
        layout = None if self.wish is None else self.wish.layout
        self.progress.begin(tr("Reading {name}…", name=self._path.name))
        try:
            found = await self._desk.worker.run(preview_file, self._desk.workspace, self._path, layout)
        except EngineError as error:
            self._refused(error)
            return
        finally:
            self.progress.end()
        self._show_preview(found)
        await self._rehearsed()

    def _show_preview(self, found: Preview) -> None:
        name, before = table_name(self._path), self.wish
        self.wish = wish_for(self._path, name if before is None else before.table, found)
        if before is not None:
            self.wish = self.wish.keeping(before)
        self._take_table()
        self.form.show_wish(self.wish)
        remarks = remarks_of(found.guesses)
        self.remarks.setText("\n".join(said(one) for one in remarks[:4]))
        self.remarks.setVisible(bool(remarks))

    def _take_table(self) -> None:
        """Map the file's columns to those of the table, if there is one of that name."""
        assert self.wish is not None
        known = self._desk.catalog.table_by_name.get(self.wish.table)
        self.wish = self.wish.into_new() if known is None else self.wish.into(known)
        self.columns.show_wish(self.wish, known)
        self._offer_matches()

    def _offer_matches(self) -> None:
        unsure = 0 if self.wish is None else len(self.wish.unsure)
        self.accept.setVisible(unsure > 0)
        self.accept.setText(tr("Accept {n} suggested match(es)", n=unsure))

    def _accept(self) -> None:
        """Map every column that is like one of the table's, though its name is written otherwise."""
        if self.wish is not None:
            known = self._desk.catalog.table_by_name[self.wish.table]
            self.wish = self.wish.accepted(known)
            self.columns.show_wish(self.wish, known)
            self._offer_matches()
            self._timer.start()

    def _calculate(self) -> None:
        if self.wish is not None:
            dialog = CalculatedDialog(self.wish, self)
            dialog.accepted.connect(lambda: self._calculated(dialog.value()))
            dialog.open()

    def _calculated(self, column: ColumnLayout) -> None:
        assert self.wish is not None
        known = self._desk.catalog.table_by_name.get(self.wish.table)
        self.wish = self.wish.with_calculated(column, known)
        self.columns.show_wish(self.wish, known)
        self._timer.start()

    # What the user wants

    def _layout_changed(self) -> None:
        if self.wish is not None:
            self.wish = replace(self.wish, layout=self.form.layout_of(self.wish.layout))
            self._look()

    def _target_changed(self) -> None:
        if self.wish is not None:
            other = self.form.table != self.wish.table
            self.wish = replace(self.wish, table=self.form.table, mode=self.form.mode)
            # What cannot be read yet has no columns, and another table does not mend that.
            if self.wish.columns:
                if other:
                    self._take_table()
                self._timer.start()

    def _columns_changed(self) -> None:
        if self.wish is not None:
            self.wish = self.columns.wish
            self._offer_matches()
            self._timer.start()

    # What the load would do

    def _rehearse(self) -> None:
        self._restart(self._rehearsed())

    async def _rehearsed(self) -> None:
        wish = self.wish
        if wish is None:
            return
        self._generation += 1
        mine = self._generation
        self.load.setEnabled(False)
        if not _NAME.fullmatch(wish.table):
            self._stop(tr("Give the table a name of letters, digits and underscores."))
            return
        job = rehearse_import(
            self._desk.workspace, wish.path, table=wish.table, layout=wish.whole_layout, key=wish.key,
            options=wish.options,
        )  # fmt: skip
        self.progress.begin(tr("Checking every row…"), job.progress)
        try:
            found = await finished(job)
        except EngineError as error:
            if mine == self._generation:
                self._refused(error)
            return
        finally:
            if mine == self._generation:
                self.progress.end()
        if mine == self._generation:
            self._show_rehearsal(found)

    def _show_rehearsal(self, found: Rehearsal) -> None:
        self.rehearsal = found
        self.notice.hide()
        self._content.show()
        counts = found.counts
        self.sum.setText(
            tr(
                "{lines} = {header} header + {blank} blank + {loaded} to load + {rejected}",
                lines=tr("{n} line(s)", counts["lines"]),
                header=number(counts["header_lines"]),
                blank=number(counts["blank_lines"]),
                loaded=number(counts["loaded"]),
                rejected=tr("{n} set aside", counts["rejected"]),
            )
        )
        rejected = counts["rejected"]
        self.tabs.setTabText(2, tr("Problems ({rows})", rows=number(rejected)) if rejected else tr("Problems"))
        columns = found.table.attributes
        numeric = [place for place, one in enumerate(columns) if one.type.family is Family.NUMBER]
        fill(self.rows, [one.title for one in columns], [[shown(v) for v in row] for row in found.rows], numeric)
        fill(self.problems, [tr("Line"), tr("Column"), tr("Value"), tr("Reason")], problem_rows(found.rejects), [0])
        some = counts["loaded"] > 0
        self.load.setText(tr("Load {n} row(s)", n=counts["loaded"]) if some else tr("Nothing to load"))
        self.load.setEnabled(some)
        self.regularly.setEnabled(some)

    # The load

    def start(self) -> None:
        """Load the file as it is shown."""
        self._restart(self._load())

    async def _load(self) -> None:
        wish = self.wish
        assert wish is not None
        self.load.setEnabled(False)
        job = self._loading = start_import(
            self._desk.workspace, wish.path, table=wish.table, layout=wish.whole_layout, key=wish.key,
            options=wish.options,
        )  # fmt: skip
        self.progress.begin(tr("Loading {name}…", name=wish.path.name))
        try:
            done = await finished(job)
        except EngineError as error:
            self._refused(error)
            return
        except Cancelled:
            self._shell.say(tr("The import was cancelled; nothing was loaded."))
            self.load.setEnabled(True)
            return
        finally:
            self._loading = None
            self.progress.end()
        await self._desk.load()
        rejected = done.record.counts["rejected"]
        words = tr("{name}: {n} row(s) (is|are) in {table} now.", name=wish.path.name, n=done.rows,
                   table=done.table.title)  # fmt: skip
        self._shell.say(words)
        # Whoever went on elsewhere meanwhile is not called back.
        if self.isVisible():
            show_table(self._shell, done.table.name)
            if rejected:
                open_repair(self._shell, done.record.id, wish.path.name)
        self._shell.close_page(self._key)

    def _regularly(self) -> None:
        if self.wish is not None:
            ask_regularly(self._desk, self._shell, self.wish, self)

    def _cancel(self) -> None:
        if self._loading is not None:
            # It says itself that it was cancelled, or that it was too late for that.
            self._loading.cancel()
        elif self._under_way is not None:
            self._under_way.cancel()
            self.progress.end()

    def _stop(self, why: str) -> None:
        """Nothing can be loaded, and why."""
        self.rehearsal = None
        self.load.setEnabled(False)
        self.regularly.setEnabled(False)
        self.load.setText(tr("Load"))
        self.sum.setText(why)

    def _refused(self, error: EngineError) -> None:
        self._stop("")
        if self.wish is None and error.problem.code in _OTHERWISE:
            # Another encoding or separator may read it: the fields to choose them are what the user needs.
            self.wish = ImportWish(self._path, table_name(self._path), FileLayout())
            self.form.show_wish(self.wish)
        if self.wish is None:
            for widget in (self._content, self.remarks, self.load, self.regularly):
                widget.hide()
            self.notice.show()
            self.notice.say_problem(error.problem)
        else:
            self._stop(told(error.problem))

    def _restart(self, work: Any) -> None:
        if self._under_way is not None:
            self._under_way.cancel()
        self._under_way = self._desk.tasks.start(work)
