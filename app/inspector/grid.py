"""The rows of a population, millions of them: sorted by a click, filtered, searched, copied, with linked attributes."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.inspector.colours import tokens_of
from app.inspector.notices import Notice, ProgressStrip
from app.inspector.pages import PAGE_ROWS, QUIET, PageModel
from app.inspector.service import Opened, Service
from app.inspector.values import plain, title
from app.words import number, tr
from app.worker import Tasks, finished
from engine.problems import Cancelled, EngineError, Problem
from engine.relations import Column
from engine.runner.populations import StoredPopulation
from engine.runner.views import WORTH_STORING, Look, Sort

_SETTLE_MS = 25
"""Scrolling through pages faster than this fetches none of them."""
_MOST_COPIED = 200_000
_ROW_HEIGHT = 26
_FITTED_ROWS = 40
"""The rows that the widths of the columns are taken from; looking at more takes long."""


class _Cells(QStyledItemDelegate):
    """Words that stand for a missing value are quieter than values."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        widget = self.parent()
        if index.data(QUIET) and isinstance(widget, QWidget):
            option.palette.setColor(option.palette.ColorRole.Text, QColor(tokens_of(widget).edge))


class RowsTable(QTableView):
    """The table itself: its keys and its copying."""

    menu_wanted = Signal(int, QPoint)
    """The menu of a column, and where to open it."""
    row_menu_wanted = Signal(int, int, QPoint)
    """The menu of a row, the column it was asked at, and where to open it."""
    copy_wanted = Signal(bool)
    """Copy the selection; True with the names of the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Rows of the population"))
        self.setItemDelegate(_Cells(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        rows.setMinimumWidth(56)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(60)
        head.setResizeContentsPrecision(_FITTED_ROWS)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._menu_at)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._row_menu_at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alone, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_C and event.modifiers() in {alone, alone | shift}:
            self.copy_wanted.emit(bool(event.modifiers() & shift))
        elif event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def open_menu(self) -> None:
        """Open the menu of the column that the keyboard is at."""
        column = max(self.currentIndex().column(), 0)
        head = self.horizontalHeader()
        corner = QPoint(head.sectionViewportPosition(column), head.height())
        self.menu_wanted.emit(column, head.mapToGlobal(corner))

    def _menu_at(self, where: QPoint) -> None:
        head = self.horizontalHeader()
        if head.logicalIndexAt(where) >= 0:
            self.menu_wanted.emit(head.logicalIndexAt(where), head.mapToGlobal(where))

    def _row_menu_at(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if index.isValid():
            self.row_menu_wanted.emit(index.row(), index.column(), self.viewport().mapToGlobal(where))

    def pages_in_view(self) -> list[int]:
        """The pages that the visible rows stand on."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return []
        last = last if last >= 0 else self.model().rowCount() - 1
        return list(range(first // PAGE_ROWS, last // PAGE_ROWS + 1))


class PopulationGrid(QWidget):
    """Shows one population as its look wants it. The look changes through `look_at`; a refused one changes nothing."""

    look_changed = Signal()
    """Another look is shown now."""
    menu_wanted = Signal(int, QPoint)
    failed = Signal(object)
    """A Problem, when a look was refused; the rows stay as they were."""

    def __init__(self, service: Service, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._population: StoredPopulation | None = None
        self._opened: Opened | None = None
        self._fetching = False
        self._generation = 0
        self.look = Look()
        self.asked = Look()
        """The look that was asked for last; it differs from `look` until its first rows are there."""
        self.hidden: frozenset[str] = frozenset()
        self.model = PageModel(self)
        self.table = RowsTable(self)
        self.table.setModel(self.model)
        self.notice = Notice()
        self.nobody, self.advice = tr("Nobody is here"), ""
        """What is said where there is no row, and what to do."""
        self.progress = ProgressStrip()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.notice)
        self._stack.addWidget(self.table)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self._fetch)
        self._under_way: asyncio.Task[None] | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.progress)
        box.addWidget(self._stack, 1)
        self.model.wanted.connect(self._want)
        self.table.horizontalHeader().sectionClicked.connect(self._clicked)
        self.table.menu_wanted.connect(self.menu_wanted)
        self.table.copy_wanted.connect(self.copy)
        self.progress.cancel.clicked.connect(self.cancel)
        self.setFocusProxy(self.table)
        self.close_population()

    @property
    def opened(self) -> Opened | None:
        """The view that is shown."""
        return self._opened

    @property
    def population(self) -> StoredPopulation | None:
        return self._population

    @property
    def total(self) -> int:
        """How many rows the look lets through."""
        return 0 if self._opened is None else self._opened.total

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.model.columns

    def close_population(self) -> None:
        """Show nothing, and say what to do."""
        self._generation += 1
        self._population, self._opened, self.look, self.asked = None, None, Look(), Look()
        self.model.show((), (), 0)
        self._say(
            "cursor", tr("No population is open"),
            tr("Click a count on the canvas, or select a transition and press Enter, to see the rows behind it."),
        )  # fmt: skip
        self.look_changed.emit()

    def expect_population(self) -> None:
        """One is about to come: until then nothing is said to be missing."""
        if self._population is None:
            self._say("list-bullets", tr("Reading…"), "")

    def show_problem(self, problem: Problem) -> None:
        """Say why there is no population to show."""
        self.close_population()
        self.notice.say_problem(problem)

    def open_population(self, population: StoredPopulation, look: Look | None = None) -> None:
        """Show a population from its first row."""
        self._population = population
        self.hidden = frozenset()
        self.look_at(look or Look())

    def look_at(self, look: Look) -> None:
        """Look at the population in another way."""
        if self._population is None:
            return
        self._generation += 1
        self.asked = look
        if self._under_way is not None:
            self._under_way.cancel()
        self._under_way = self._tasks.start(self._look_at(self._population, look, self._generation), of=self)

    def cancel(self) -> None:
        """Stop what is under way; the rows that are shown stay."""
        if self._under_way is not None:
            self._under_way.cancel()

    def sort_by(self, column: str, *, descending: bool, further: bool = False) -> None:
        """Sort by a column, or with `further` by it where the columns before are equal."""
        before = tuple(one for one in self.asked.sort if one.name != column) if further else ()
        self.look_at(replace(self.asked, sort=(*before, Sort(column, descending))))

    def hide_columns(self, names: frozenset[str]) -> None:
        """Hide columns of the table; their values stay part of searches."""
        self.hidden = names
        for place, column in enumerate(self.model.columns):
            self.table.setColumnHidden(place, column.name in names)

    def shown_columns(self) -> list[str]:
        """The names of the columns that are to be seen, from left to right."""
        head = self.table.horizontalHeader()
        order = [head.logicalIndex(place) for place in range(head.count())]
        return [self.model.columns[one].name for one in order if not self.table.isColumnHidden(one)]

    def value(self, row: int, name: str) -> Any:
        """A value of a row that is on screen; None while it is on its way."""
        values = self.model.row(row)
        names = [one.name for one in self.model.columns]
        return values[names.index(name)] if values is not None and name in names else None

    @property
    def _key(self) -> tuple[str, ...]:
        """The names of the columns that name the record of a row."""
        return self._population.relation.key if self._population is not None else ()

    def key(self, row: int) -> tuple[str, ...] | None:
        """The key of a row that is on screen, part by part; None when it names no record."""
        names = self._key
        parts = [self.value(row, name) for name in names]
        return tuple(plain(part) for part in parts) if parts and None not in parts else None

    def go_to(self, row: int) -> None:
        """Make a row current and bring it into view, counted from 1."""
        place = min(max(row - 1, 0), max(self.model.rowCount() - 1, 0))
        first = next((one for one in range(self.model.columnCount()) if not self.table.isColumnHidden(one)), 0)
        index = self.model.index(place, max(self.table.currentIndex().column(), first))
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def copy(self, with_names: bool = False) -> None:
        """Copy the selected cells as lines with tabs, in the order in which they are seen."""
        ranges: QItemSelection = self.table.selectionModel().selection()
        if ranges.isEmpty() or self._opened is None:
            return
        top, bottom = ranges.first().top(), ranges.first().bottom()
        if bottom - top >= _MOST_COPIED:
            self.failed.emit(Problem(
                code="too-many-to-copy",
                what=tr("More than {most} rows cannot be copied at once.", most=number(_MOST_COPIED)),
                fix=tr("Export them to a file instead."),
            ))  # fmt: skip
            return
        chosen = {index.column() for index in ranges.first().indexes()[: self.model.columnCount()]}
        places = [n for n, column in enumerate(self.model.columns) if n in chosen and column.name not in self.hidden]
        self._tasks.start(self._copy(self._opened, top, bottom - top + 1, places, with_names), of=self)

    async def _copy(self, opened: Opened, top: int, rows: int, places: Sequence[int], with_names: bool) -> None:
        page = await finished(self._service.page(opened.view, top, rows))
        lines = [[plain(row[place]) for place in places] for row in page.rows]
        if with_names:
            lines.insert(0, [title(opened.view.columns[place], self._key) for place in places])
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    async def _look_at(self, population: StoredPopulation, look: Look, generation: int) -> None:
        job = self._service.open(population, look)
        self.progress.begin(tr("Looking…"), job.progress)
        try:
            opened = await finished(job)
            first = await finished(self._service.page(opened.view, 0, PAGE_ROWS))
            if generation == self._generation:
                self._show(opened, look, first.rows)
            if opened.total >= WORTH_STORING:
                ordering = self._service.store(opened.view)
                self.progress.begin(tr("Sorting {n} row(s)…", n=opened.total), ordering.progress)
                await finished(ordering)
        except EngineError as error:
            if generation == self._generation:
                self._refused(error.problem)
        except Cancelled:
            pass
        finally:
            # It may have been closed while it was read.
            if generation == self._generation and isValid(self):
                self.asked = self.look
                self.progress.end()
                self._want()

    def _show(self, opened: Opened, look: Look, first: Sequence[tuple[Any, ...]]) -> None:
        same = self._opened is not None and self._opened.view.names == opened.view.names
        key = self._key
        self._opened, self.look = opened, look
        column = self.table.currentIndex().column() if same else -1
        self.model.show(opened.view.columns, key, opened.total, look.sort)
        self.model.put(0, first)
        if not same:
            self._fit_columns()
        self.hide_columns(self.hidden)
        if opened.total:
            self._stack.setCurrentWidget(self.table)
            # Who sorts by a column with the keys stays in it.
            place = column if column >= 0 else self.table.horizontalHeader().logicalIndex(0)
            self.table.setCurrentIndex(self.model.index(0, place))
            self.table.scrollToTop()
        elif look.rule is not None or look.search:
            self._say("funnel", tr("No row matches"), tr("Change or remove a filter, or search for something else."))
        else:
            self._say("users", self.nobody, self.advice)
        self.look_changed.emit()

    def _refused(self, problem: Problem) -> None:
        # What is shown is what was shown before, its filters too.
        self.asked = self.look
        if self._opened is None:
            self.show_problem(problem)
        else:
            self.failed.emit(problem)

    def _say(self, icon_name: str, what: str, fix: str) -> None:
        self.notice.say(icon_name, what, fix)
        self._stack.setCurrentWidget(self.notice)

    def _fit_columns(self) -> None:
        self.table.resizeColumnsToContents()
        for place in range(self.model.columnCount()):
            width = self.table.columnWidth(place)
            self.table.setColumnWidth(place, min(max(width + 16, 96), 280))

    def _clicked(self, section: int) -> None:
        name = self.model.columns[section].name
        now = next((one for one in self.look.sort if one.name == name), None)
        further = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.sort_by(name, descending=now is not None and not now.descending, further=further)

    def _want(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _fetch(self) -> None:
        if self._fetching or self._opened is None:
            return
        missing = [page for page in self.table.pages_in_view() if self.model.lacks(page)]
        if missing:
            self._fetching = True
            self._tasks.start(self._fetch_page(self._opened, missing[0]), of=self)

    async def _fetch_page(self, opened: Opened, page: int) -> None:
        try:
            found = await finished(self._service.page(opened.view, page * PAGE_ROWS, PAGE_ROWS))
            if opened is self._opened:
                self.model.put(page, found.rows)
        finally:
            # It may have been closed while they were read.
            if isValid(self):
                self._fetching = False
                self._want()
