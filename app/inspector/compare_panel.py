"""Comparing populations: those of the document are ticked in a list, their overlap is a plot and a table of numbers."""

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.inspector.notices import Notice, ProgressStrip
from app.inspector.service import Place, Service
from app.inspector.upset import UpSetPlot
from app.inspector.values import percent
from app.words import number, tr
from app.worker import Tasks, finished
from engine.problems import Cancelled, EngineError
from engine.runner.comparing import FEWEST, Comparison

_PLACE = Qt.ItemDataRole.UserRole


class ComparePanel(QWidget):
    """Ticks stay while counts come and go; a comparison is made anew whenever one of its populations may differ."""

    population_wanted = Signal(object, str)
    """A stored population to show, and its title."""

    def __init__(self, service: Service, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._generation = 0
        self._under_way: asyncio.Task[None] | None = None
        self._shown: tuple[Place, ...] = ()
        self._found: Comparison | None = None
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Populations to compare"))
        self.list.setMinimumWidth(120)
        self.plot = UpSetPlot()
        self.table = QTableWidget()
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(tr("Overlap of each two populations"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.notice = Notice()
        self.progress = ProgressStrip()
        self.total = QLabel()
        self.total.setProperty("quiet", True)
        self.total.setWordWrap(True)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.plot)
        self._pages = QStackedWidget()
        for page in (self.notice, area, self.table):
            self._pages.addWidget(page)
        self.numbers = QToolButton()
        self.numbers.setText(tr("As numbers"))
        self.numbers.setCheckable(True)
        self.numbers.setAutoRaise(True)
        below = QHBoxLayout()
        below.addWidget(self.total, 1)
        below.addWidget(self.numbers)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.progress)
        column.addWidget(self._pages, 1)
        column.addLayout(below)
        halves = QSplitter()
        halves.addWidget(self.list)
        halves.addWidget(right)
        halves.setHandleWidth(1)
        halves.setStretchFactor(1, 1)
        halves.setSizes([200, 900])
        box = QHBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 4)
        box.addWidget(halves)
        self.list.itemChanged.connect(self._ticked)
        self.plot.opened.connect(self._open)
        self.table.cellActivated.connect(self._open_pair)
        self.numbers.toggled.connect(self._show_page)
        self.progress.cancel.clicked.connect(self._cancel)
        self._say_what_to_do()

    @property
    def ticked(self) -> tuple[Place, ...]:
        """The populations to compare, in the order of the list."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(item.data(_PLACE) for item in items if item.checkState() is Qt.CheckState.Checked)

    def show_places(self, places: Sequence[Place]) -> None:
        """Offer the populations of a document; what was ticked and is still there stays ticked."""
        before = {one.output for one in self.ticked}
        with QSignalBlocker(self.list):
            self.list.clear()
            for place in places:
                item = QListWidgetItem(place.title)
                item.setToolTip(place.note)
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
                )
                item.setData(_PLACE, place)
                chosen = place.output in before
                item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
                self.list.addItem(item)
        self._ticked()

    def tick(self, output: str) -> None:
        """Take a population into the comparison."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_PLACE).output == output:
                self.list.item(row).setCheckState(Qt.CheckState.Checked)

    def _ticked(self) -> None:
        places = self.ticked
        if places == self._shown and self._found is not None:
            return
        self._generation += 1
        self._shown, self._found = places, None
        if len(places) < FEWEST:
            self.progress.end()
            self._say_what_to_do()
        else:
            self.progress.begin(tr("Comparing…"))
            self._under_way = self._tasks.start(self._compare(places, self._generation), of=self)

    def _cancel(self) -> None:
        if self._under_way is not None:
            self._under_way.cancel()
        # Here, and not where it ends: what is cancelled before it began ends nowhere.
        self._generation += 1
        self.progress.end()

    def _say_what_to_do(self) -> None:
        self.notice.say(
            "intersect", tr("Nothing to compare yet"),
            tr("Tick two or more populations on the left to see how they overlap."),
        )  # fmt: skip
        self.total.clear()
        self._show_page()

    async def _compare(self, places: tuple[Place, ...], generation: int) -> None:
        try:
            stored = [await finished(self._service.find(place)) for place in places]
            found = await finished(self._service.compare(stored))
            if generation == self._generation:
                self._show(found, [place.title for place in places])
        except EngineError as error:
            if generation == self._generation:
                self.notice.say_problem(error.problem)
                self.total.clear()
                self._show_page()
        except Cancelled:
            pass
        finally:
            if generation == self._generation:
                self.progress.end()

    def _show(self, found: Comparison, names: list[str]) -> None:
        self._found = found
        self.plot.show_comparison(found, names)
        self._fill_table(found, names)
        self.total.setText(
            tr("{n} different record(s) in all. A bar opens its list.", n=found.total)
        )  # fmt: skip
        self._show_page()

    def _show_page(self) -> None:
        page = 0 if self._found is None else (2 if self.numbers.isChecked() else 1)
        self._pages.setCurrentIndex(page)
        self.numbers.setVisible(page > 0)

    def _fill_table(self, found: Comparison, names: list[str]) -> None:
        self.table.clear()
        self.table.setRowCount(len(names))
        self.table.setColumnCount(len(names))
        self.table.setHorizontalHeaderLabels(names)
        self.table.setVerticalHeaderLabels(names)
        for row in range(len(names)):
            for column in range(len(names)):
                both, of = found.common(row, column), found.targets(row)
                words = number(both) if row == column else f"{number(both)} · {percent(both, of)}"
                item = QTableWidgetItem(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                item.setToolTip(
                    tr("{share} of {one} are also in {other}.", share=percent(both, of), one=names[row],
                       other=names[column])
                )  # fmt: skip
                self.table.setItem(row, column, item)

    def _open(self, members: tuple[bool, ...], title: str) -> None:
        if self._found is not None:
            self.population_wanted.emit(self._found.open(members), title)

    def _open_pair(self, row: int, column: int) -> None:
        """The largest combination in which both are."""
        if self._found is None:
            return
        for place, part in enumerate(self._found.parts):
            if part.members[row] and part.members[column]:
                self._open(part.members, self.plot.title(place))
                return
