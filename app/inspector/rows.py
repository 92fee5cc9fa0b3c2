"""The population tab: the grid with its search, filters, columns, going to a row, copying and exporting."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.inspector.colours import icon
from app.inspector.columns import ColumnChooser
from app.inspector.filters import FilterBar, FilterForm, conditions_of, equal_to, operators, rule_of
from app.inspector.grid import PopulationGrid
from app.inspector.notices import ProgressStrip
from app.inspector.service import Service
from app.words import number, tr
from app.worker import Tasks, finished
from engine.problems import Cancelled, EngineError, Problem
from engine.relations import Column
from engine.rules import Condition
from engine.runner.populations import StoredPopulation
from engine.runner.views import Look

_TO_TYPE, _TO_TELL = 110, 150
"""Room for a search, and for which row of how many it is, in pixels."""
_TYPING_MS = 250
"""A search begins when nobody has typed for this long."""


_LEAST = 284
"""Pixels within which the rows can be read and all buttons be reached."""


class RowsPanel(QWidget):
    """Everything that can be done with the rows of one population."""

    statistics_wanted = Signal(str)
    """Show what a column holds."""
    follow_wanted = Signal(object)
    """The key of a record whose way is to be shown."""
    failed = Signal(object)
    """A Problem to show."""

    def __init__(self, service: Service, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self.follow_words = tr("Follow this record")
        self.grid = PopulationGrid(service, tasks)
        self.filters = FilterBar()
        self.exporting = ProgressStrip()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search these rows"))
        self.search.setAccessibleName(tr("Search these rows"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(_TO_TYPE)
        self.search.setMaximumWidth(260)
        self.position = QLabel()
        self.position.setProperty("quiet", True)
        self.buttons = {
            "filter": self._button("funnel", tr("Filter"), "Ctrl+Shift+F", self.ask_filter),
            "columns": self._button("columns", tr("Columns"), "Ctrl+Shift+K", self.ask_columns),
            "go": self._button("arrow-bend-down-right", tr("Go to row"), "Ctrl+G", self.ask_row),
            "copy": self._button("copy", tr("Copy"), "", partial(self.grid.copy, True)),
            "export": self._button("download-simple", tr("Export"), "Ctrl+Shift+S", self.ask_export),
        }
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 8)
        bar.setSpacing(4)
        bar.addWidget(self.search, 1)
        for button in self.buttons.values():
            bar.addWidget(button)
        bar.addStretch()
        bar.addWidget(self.position)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(bar)
        box.addWidget(self.filters)
        box.addWidget(self.exporting)
        box.addWidget(self.grid, 1)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._search)
        self._export_task: asyncio.Task[None] | None = None
        self.search.textChanged.connect(self._typing.start)
        self.search.returnPressed.connect(self._search)
        self.filters.removed.connect(self.remove_filter)
        self.filters.edited.connect(self._edit_filter)
        self.filters.cleared.connect(lambda: self.set_filters(()))
        self.grid.look_changed.connect(self._show_state)
        self.grid.menu_wanted.connect(self.open_menu)
        self.grid.table.row_menu_wanted.connect(self._open_row_menu)
        self.grid.table.doubleClicked.connect(self._double_clicked)
        self.grid.failed.connect(self._refused)
        self.grid.table.selectionModel().currentChanged.connect(self._show_position)
        self.exporting.cancel.clicked.connect(self._cancel_export)
        find = QShortcut(QKeySequence.StandardKey.Find, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._focus_search)
        self.setFocusProxy(self.grid)
        self._worded = sum(button.sizeHint().width() + bar.spacing() for button in self.buttons.values())
        self._show_state()

    def minimumSizeHint(self) -> QSize:
        """The room of the pictures alone, also while the buttons show their words: else none could become narrower."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons show their pictures alone where their words would leave no room to search and to tell the row."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        fits = self._worded + _TO_TYPE + _TO_TELL <= self.width()
        style = styles.ToolButtonTextBesideIcon if fits else styles.ToolButtonIconOnly
        for button in self.buttons.values():
            button.setToolButtonStyle(style)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The filters that are on, or about to be."""
        return conditions_of(self.grid.asked.rule)

    def open_population(self, population: StoredPopulation, look: Look | None = None) -> None:
        """Show a population, as it is or as a look wants it."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.grid.open_population(population, look)

    def set_filters(self, conditions: Sequence[Condition]) -> None:
        """Show the rows that all conditions let through."""
        self.grid.look_at(replace(self.grid.asked, rule=rule_of(conditions)))

    def add_filters(self, conditions: Sequence[Condition]) -> None:
        """Narrow what is shown."""
        self.set_filters((*self.conditions, *conditions))

    def remove_filter(self, place: int) -> None:
        """Take one filter away."""
        self.set_filters([one for n, one in enumerate(self.conditions) if n != place])

    def ask_filter(self) -> None:
        """Ask for a filter on the column that the keyboard is at."""
        column = self._current_column()
        if column is not None:
            self._ask_filter(column)

    def ask_columns(self) -> None:
        """Ask which columns to show, and which linked attributes to add."""
        self._tasks.start(self._ask_columns(), of=self)

    def ask_row(self) -> None:
        """Ask for a row to go to."""
        if not self.grid.total:
            return
        now = max(self.grid.table.currentIndex().row() + 1, 1)
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Go to row"))
        dialog.setLabelText(tr("Row, 1 to {rows}", rows=number(self.grid.total)))
        dialog.setOkButtonText(tr("Show"))
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, self.grid.total)
        dialog.setIntValue(now)
        dialog.intValueSelected.connect(self._go_to)
        dialog.open()

    def _go_to(self, row: int) -> None:
        self.grid.go_to(row)
        self.grid.table.setFocus()

    def ask_export(self) -> None:
        """Ask for a file, and write the rows that are shown to it."""
        kinds = f"{tr('Comma-separated values')} (*.csv);;Parquet (*.parquet);;Excel (*.xlsx)"
        name, chosen = QFileDialog.getSaveFileName(self, tr("Export rows"), f"{tr('population')}.csv", kinds)
        if name:
            path = Path(name)
            suffix = chosen.rpartition("*")[2].rstrip(")")
            self.export(path if path.suffix else path.with_suffix(suffix or ".csv"))

    def export(self, path: Path) -> None:
        """Write the rows and columns that are shown to a file; the rest goes on meanwhile."""
        if self.grid.opened is not None:
            self._export_task = self._tasks.start(self._export(path), of=self)

    def open_menu(self, section: int, where: QPoint) -> None:
        """The menu of a column."""
        if 0 <= section < len(self.grid.columns):
            self.menu_of(self.grid.columns[section]).popup(where)

    def menu_of(self, column: Column) -> QMenu:
        """What can be done with a column."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = column.name
        entries = (
            ("sort-ascending", tr("Sort ascending"), partial(self.grid.sort_by, name, descending=False)),
            ("sort-descending", tr("Sort descending"), partial(self.grid.sort_by, name, descending=True)),
            ("stack", tr("Sort further by this"), partial(self.grid.sort_by, name, descending=False, further=True)),
            ("", "", None),
            ("funnel", tr("Filter…"), partial(self._ask_filter, column)),
            ("chart-bar", tr("What it holds"), partial(self.statistics_wanted.emit, name)),
            ("", "", None),
            ("eye-slash", tr("Hide column"), partial(self.grid.hide_columns, self.grid.hidden | {name})),
            ("columns", tr("Columns…"), self.ask_columns),
        )
        for picture, text, does in entries:
            if does is None:
                menu.addSeparator()
                continue
            action = QAction(icon(picture, self), text, menu)
            action.triggered.connect(does)
            action.setEnabled(picture != "funnel" or bool(operators(column)))
            menu.addAction(action)
        return menu

    def row_menu(self, row: int, column: Column) -> QMenu:
        """What can be done with one row, at one of its cells."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        value = self.grid.value(row, column.name)
        entries = (
            ("path", self.follow_words, partial(self._follow, row), self.grid.key(row) is not None),
            ("funnel", tr("Only rows with this value"), lambda: self.add_filters([equal_to(column, value)]),
             bool(operators(column))),
            ("copy", tr("Copy"), partial(self.grid.copy, False), True),
            ("chart-bar", tr("What it holds"), partial(self.statistics_wanted.emit, column.name), True),
        )  # fmt: skip
        for picture, text, does, there in entries:
            action = QAction(icon(picture, self), text, menu)
            action.triggered.connect(does)
            action.setEnabled(there)
            menu.addAction(action)
        return menu

    def _open_row_menu(self, row: int, section: int, where: QPoint) -> None:
        if 0 <= section < len(self.grid.columns):
            self.row_menu(row, self.grid.columns[section]).popup(where)

    def _double_clicked(self, index: QModelIndex) -> None:
        self._follow(index.row())

    def _follow(self, row: int) -> None:
        key = self.grid.key(row)
        if key is not None:
            self.follow_wanted.emit(key)

    def _button(self, picture: str, text: str, keys: str, does: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(picture, self))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setProperty("picture", picture)
        button.setToolTip(text)
        if keys:
            sequence = QKeySequence(keys)
            button.setToolTip(f"{text} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})")
            shortcut = QShortcut(sequence, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)
        # A click carries whether the button is checked, which nobody here wants to know.
        button.clicked.connect(lambda _checked=False: does())
        return button

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _search(self) -> None:
        self._typing.stop()
        if self.search.text().strip() != self.grid.asked.search:
            self.grid.look_at(replace(self.grid.asked, search=self.search.text().strip()))

    def _current_column(self) -> Column | None:
        place = self.grid.table.currentIndex().column()
        columns = self.grid.columns
        if not columns:
            return None
        return columns[place if 0 <= place < len(columns) else 0]

    def _ask_filter(self, column: Column, place: int | None = None) -> None:
        existing = None if place is None else self.conditions[place]
        form = FilterForm(column, existing, self)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def accepted() -> None:
            if place is None:
                self.add_filters([form.condition()])
            else:
                self.set_filters([form.condition() if n == place else one for n, one in enumerate(self.conditions)])

        form.accepted.connect(accepted)
        form.open()

    def _edit_filter(self, place: int) -> None:
        name = self.conditions[place].attribute
        column = next((one for one in self.grid.columns if one.name == name), None)
        if column is not None:
            self._ask_filter(column, place)

    async def _ask_columns(self) -> None:
        population = self.grid.population
        if population is None:
            return
        catalog = await finished(self._service.catalog())
        dimension = catalog.dimension_by_name.get(population.relation.dimension or "")
        added = self.grid.asked.attributes
        table = None if dimension is None else dimension.table
        origin = self.grid.model.origin
        chooser = ColumnChooser(self.grid.columns, self.grid.hidden, added, catalog, table, origin, self)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.accepted.connect(lambda: self.show_columns(chooser.hidden(), chooser.attributes()))
        chooser.open()

    def show_columns(self, hidden: frozenset[str], attributes: tuple[str, ...]) -> None:
        """Hide columns of the population, and show attributes of its records and of what is linked to them."""
        self.grid.hide_columns(hidden)
        look = self.grid.asked
        if attributes == look.attributes:
            return
        gone = set(look.attributes) - set(attributes)
        kept = [one for one in self.conditions if one.attribute not in gone]
        sort = tuple(one for one in look.sort if one.name not in gone)
        self.grid.look_at(Look(rule_of(kept), look.search, sort, attributes))

    async def _export(self, path: Path) -> None:
        opened = self.grid.opened
        if opened is None:
            return
        # What was told of the file before says nothing of this one.
        self._show_position()
        written: list[int] = [0]
        job = self._service.export(opened.view, path, self.grid.shown_columns(), written.append)
        self.exporting.begin(
            tr("Writing {n} row(s) to {file}…", n=opened.total, file=path.name),
            lambda: written[-1] / max(opened.total, 1),
        )
        try:
            rows = await finished(job)
            self._tell(tr("{n} row(s) written to {file}.", n=rows, file=path.name))
        except EngineError as error:
            self.failed.emit(error.problem)
        except Cancelled:
            pass
        finally:
            self.exporting.end()

    def _cancel_export(self) -> None:
        if self._export_task is not None:
            self._export_task.cancel()

    def _refused(self, problem: Problem) -> None:
        self._show_state()
        self.failed.emit(problem)

    def _show_state(self) -> None:
        columns = {column.name: column for column in self.grid.columns}
        self.filters.show_filters([one for one in self.conditions if one.attribute in columns], columns)
        there = self.grid.population is not None
        self.search.setEnabled(there)
        for button in self.buttons.values():
            button.setEnabled(there)
        self._show_position()

    def _show_position(self) -> None:
        if self.grid.opened is None:
            self.position.clear()
            return
        row = self.grid.table.currentIndex().row() + 1
        rows = self.grid.total
        self.position.setText(
            tr("Row {row} of {rows}", row=number(row), rows=number(rows)) if row else tr("{n} row(s)", rows)
        )

    def _tell(self, text: str) -> None:
        self.position.setText(text)
