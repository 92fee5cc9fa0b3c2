"""How an audience changed: charts of its size and of who came and left, and any two evaluations compared."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.audiences.words import local, signed
from app.charts.amounts import ColumnsChart, LineChart
from app.charts.chart import Datum
from app.desk import Desk
from app.words import number, present, tr
from engine.runner.audiences import compare_evaluations
from engine.runner.comparing import Comparison
from engine.runner.populations import StoredPopulation
from engine.workspace.audiences import Evaluation

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PERIODS = (30, 90, 365)
PARTS = ((False, True), (True, True), (True, False))
"""Who came, stayed and left, as parts of a comparison of before and after."""


class TrendTab(QWidget):
    """Newest first in the table; two of its lines are compared, and each part of the comparison opens as a list."""

    part_wanted = Signal(object, str)
    """The StoredPopulation of who came, stayed or left, and its words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._every: Sequence[Evaluation] = ()
        self.history: Sequence[Evaluation] = ()
        self._asked = 0
        self.period = QComboBox()
        self.period.setAccessibleName(tr("Period"))
        self.period.addItem(tr("All evaluations"), None)
        for days, words in zip(_PERIODS, (tr("30 days"), tr("90 days"), tr("12 months")), strict=True):
            self.period.addItem(words, days)
        self.members, self.came_left = LineChart(tr("Members")), ColumnsChart(tr("Came and went"))
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Evaluations"))
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        titles = [
            tr("When"),
            tr("Members"),
            tr("Difference"),
            tr("Came"),
            tr("Stayed"),
            tr("Went"),
            tr("By"),
            tr("Run"),
        ]
        self.list.setHeaderLabels(titles)
        for place in range(1, 6):
            self.list.headerItem().setTextAlignment(place, _RIGHT)
        self.list.setColumnWidth(0, 170)
        self.compared = QLabel()
        self.compared.setProperty("quiet", True)
        self.compared.setWordWrap(True)
        self.parts = [QPushButton(), QPushButton(), QPushButton()]
        self._open: dict[QPushButton, Callable[[], tuple[StoredPopulation, str]]] = {}
        self._arrange()
        self.period.currentIndexChanged.connect(self._show)
        self.list.itemSelectionChanged.connect(self._compare)
        for chart in (self.members, self.came_left):
            chart.chosen.connect(self._select)
        for button in self.parts:
            button.clicked.connect(partial(self._press, button))

    def _arrange(self) -> None:
        above = QWidget()
        charts = QGridLayout(above)
        charts.setContentsMargins(0, 0, 0, 0)
        charts.setHorizontalSpacing(20)
        for column, (title, chart) in enumerate(((tr("Members"), self.members), (tr("Came and went"), self.came_left))):
            label = QLabel(title)
            label.setProperty("quiet", True)
            chart.height_wanted = 112
            charts.setColumnStretch(column, 1)
            charts.addWidget(label, 0, column)
            charts.addWidget(chart, 1, column)
        charts.addWidget(self.period, 0, 1, Qt.AlignmentFlag.AlignRight)
        foot = QHBoxLayout()
        foot.addWidget(self.compared, 1)
        for button in self.parts:
            foot.addWidget(button)
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 6, 0, 0)
        lower.addWidget(self.list, 1)
        lower.addLayout(foot)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(above)
        parts.addWidget(below)
        parts.setStretchFactor(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(parts)

    def show_history(self, found: Sequence[Evaluation]) -> None:
        """Show evaluations, given oldest first."""
        self._every = tuple(found)
        self._show()

    def _show(self) -> None:
        days = self.period.currentData()
        since = None if days is None else datetime.now(UTC).replace(tzinfo=None) - timedelta(days=days)
        kept = [one for one in self._every if since is None or one.when >= since]
        self.history = tuple(reversed(kept))
        names = names_of(kept)
        self.members.show_data([Datum(name, one.audience.rows, "", one) for name, one in zip(names, kept, strict=True)])
        series = ((tr("Came"), "realized"), (tr("Went"), "exiting"))
        self.came_left.show_data([
            Datum(name, one.audience.counts.get(count, 0), words, one)
            for words, count in series for name, one in zip(names, kept, strict=True)
        ])  # fmt: skip
        self._fill()
        self._compare()

    def _fill(self) -> None:
        before = {one.audience.number: one.audience.rows for one in self._every}
        self.list.clear()
        for one in self.history:
            audience = one.audience
            last = before.get(audience.number - 1)
            counts = [number(audience.counts.get(name, 0)) for name in ("realized", "existing", "exiting")]
            difference = "" if last is None else signed(audience.rows - last)
            item = QTreeWidgetItem([local(one.when), number(audience.rows), difference, *counts, audience.changed_by,
                                    one.run[:12]])  # fmt: skip
            item.setToolTip(7, one.run)
            for place in range(1, 6):
                item.setTextAlignment(place, _RIGHT)
            self.list.addTopLevelItem(item)

    def _select(self, chosen: Datum) -> None:
        """Select the evaluation of a mark, and the one before it, to compare them."""
        places = [place for place, one in enumerate(self.history) if one is chosen.key]
        self.list.clearSelection()
        for place in [*places, *(place + 1 for place in places)]:
            item = self.list.topLevelItem(place)
            if item is not None:
                item.setSelected(True)

    def _compare(self) -> None:
        self._asked += 1
        places = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        for button in self.parts:
            button.hide()
        if len(places) == 2:
            after, before = self.history[places[0]], self.history[places[1]]
            self._desk.tasks.start(self._ask(self._asked, before, after), of=self)
            return
        few = len(self.history) < 2
        self.compared.setText(
            tr("It was evaluated once; with the next evaluation there is something to compare.") if few
            else tr("Select two evaluations to compare them, or a point of a chart to compare it with the one before.")
        )  # fmt: skip

    async def _ask(self, asked: int, before: Evaluation, after: Evaluation) -> None:
        found = await self._desk.reader.run(compare_evaluations, self._desk.workspace, before, after, present())
        if asked == self._asked:
            self._tell(before, after, found)

    def _tell(self, before: Evaluation, after: Evaluation, found: Comparison) -> None:
        self.compared.setText(tr("From {before} to {after}:", before=local(before.when), after=local(after.when)))
        numbers = {one.members: one.targets for one in found.parts}
        came, stayed, left = (numbers.get(members, 0) for members in PARTS)
        words = ((came, tr("{n} came", came)), (stayed, tr("{n} stayed", stayed)), (left, tr("{n} went", left)))
        for button, members, (rows, said) in zip(self.parts, PARTS, words, strict=True):
            button.setText(said)
            button.setEnabled(rows > 0)
            button.show()
            self._open[button] = partial(_opened, found, members, f"{self.compared.text()} {said}")

    def _press(self, button: QPushButton, _checked: bool = False) -> None:
        self.part_wanted.emit(*self._open[button]())


def _opened(found: Comparison, members: tuple[bool, bool], words: str) -> tuple[StoredPopulation, str]:
    return found.open(members), words


def names_of(found: Sequence[Evaluation]) -> list[str]:
    """What the evaluations are called below a chart; no two alike."""
    names: list[str] = []
    for one in found:
        name = local(one.when)
        names.append(name if name not in names else f"{name} · {number(one.audience.number)}")
    return names
