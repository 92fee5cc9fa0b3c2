"""One widget of a dashboard: its title, what it means, its chart, and the ways to its rows and numbers."""

from PySide6.QtCore import QLocale, QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.charts.amounts import BarsChart, ColumnsChart, HeatChart, LineChart
from app.charts.chart import Chart, Datum
from app.charts.figure import NumberChart
from app.charts.flow import FlowChart
from app.charts.shares import DonutChart, FunnelChart
from app.dashboards.words import category_word, rates
from app.runs.table import Row, TextTable
from app.words import number, said, tr
from engine.accounts.dashboards.model import BANDS, Form, Measure
from engine.runner.dashboards import Figure, Point

_CHARTS: dict[Form, type[Chart]] = {
    Form.NUMBER: NumberChart, Form.DONUT: DonutChart, Form.BARS: BarsChart, Form.FUNNEL: FunnelChart,
    Form.COLUMNS: ColumnsChart, Form.LINE: LineChart, Form.HEAT: HeatChart, Form.FLOW: FlowChart,
}  # fmt: skip
_PERCENTS = frozenset({"rate", "completeness"})
"""Columns whose values are percentages."""


class Card(QFrame):
    """Asks for the rows behind a number, or behind all, and for a file of its numbers."""

    rows_wanted = Signal(object, object)
    """The Figure, and the Point whose rows are wanted; None for all."""
    file_wanted = Signal(object)
    """The Figure whose numbers are to be written."""

    def __init__(self, figure: Figure, *, of_period: bool) -> None:
        """`of_period` is whether a period was chosen, which may be why there is nothing."""
        super().__init__()
        self.figure, self._of_period = figure, of_period
        self.setProperty("card", True)
        widget = figure.widget
        title, about = QLabel(said(widget.title)), QLabel(said(widget.about))
        title.setProperty("fieldTitle", True)
        about.setProperty("quiet", True)
        about.setProperty("small", True)
        about.setWordWrap(True)
        self.setAccessibleName(said(widget.title))
        self.chart: Chart | None = None
        self.table: TextTable | None = None
        self.all, self.file = QPushButton(tr("View the list")), QPushButton(tr("Write CSV…"))
        for button in (self.all, self.file):
            button.setProperty("link", True)
        self.all.clicked.connect(lambda: self.rows_wanted.emit(self.figure, None))
        self.file.clicked.connect(lambda: self.file_wanted.emit(self.figure))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.all)
        foot.addSpacing(12)
        foot.addWidget(self.file)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 10)
        box.setSpacing(4)
        box.addWidget(title)
        box.addWidget(about)
        box.addWidget(self._content())
        box.addStretch(1)
        box.addLayout(foot)

    def _content(self) -> QWidget:
        widget = self.figure.widget
        if widget.form is Form.TABLE:
            self.table = self._table()
            return self.table
        unit = {Measure.SHARE: " %", Measure.MEAN: tr(" days")}.get(widget.measure, "")
        if widget.value in _PERCENTS:
            unit = " %"
        chart = self.chart = _CHARTS[widget.form](said(widget.title), unit)
        chart.ramp = widget.order == BANDS
        if self._of_period:
            chart.empty = tr("Nothing in this period")
        named = widget.series or widget.by
        chart.order = [category_word(widget, named, one) for one in widget.order]
        points = self.figure.points
        if widget.form is Form.NUMBER:
            points = points or (Point(None, None, 0.0),)
            chart.show_data([Datum(said(widget.title), one.value, key=one) for one in points])
        else:
            chart.show_data([self._datum(one) for one in self._sorted()])
        chart.chosen.connect(self._chosen)
        return chart

    def _sorted(self) -> list[Point]:
        series = {name: place for place, name in enumerate(self.figure.series)}
        categories = {name: place for place, name in enumerate(self.figure.categories)}
        return sorted(self.figure.points, key=lambda one: (categories[one.category], series[one.series]))

    def _datum(self, one: Point) -> Datum:
        widget = self.figure.widget
        series = category_word(widget, widget.series, one.series) if widget.series else ""
        return Datum(category_word(widget, widget.by, one.category), one.value, series, one)

    def _chosen(self, one: Datum) -> None:
        point = one.key if isinstance(one.key, Point) else None
        self.rows_wanted.emit(self.figure, point if self.figure.widget.by else None)

    def _table(self) -> TextTable:
        widget = self.figure.widget
        titles = {column.name: said(column.title) for column in widget.columns}
        sample = rates(dict.fromkeys(widget.sums, 1.0))
        heads = [titles[widget.by], *(titles[one] for one in widget.sums), *(title for title, _ in sample)]
        table = TextTable(heads, [180, *[86] * (len(heads) - 1)], said(widget.title),
                          numbers=range(1, len(heads)), empty=tr("No message was sent"))  # fmt: skip
        table.rows.show([self._row(point) for point in self.figure.points])
        for place in range(len(heads)):
            table.resizeColumnToContents(place)
            table.setColumnWidth(place, table.columnWidth(place) + 8)
        table.setFixedHeight(min(max(len(self.figure.points), 2), 10) * 28 + 44)
        table.activated.connect(self._open)
        return table

    def _row(self, point: Point) -> Row:
        widget = self.figure.widget
        told = rates(dict(zip(widget.sums, point.sums, strict=True)))
        cells = [category_word(widget, widget.by, point.category), *(number(int(one)) for one in point.sums),
                 # All with one digit after the point, so that those of a column stand below each other.
                 *("–" if rate is None else f"{QLocale().toString(rate, 'f', 1)} %" for _, rate in told)]  # fmt: skip
        keys = [cells[0].casefold(), *point.sums, *(-1.0 if rate is None else rate for _, rate in told)]
        return Row(tuple(cells), tuple(keys), point.category or "")

    def _open(self, index: QModelIndex) -> None:
        if self.table is not None:
            row = self.table.shown.row(index)
            point = next(
                (one for one in self.figure.points if row is not None and (one.category or "") == row.id), None
            )
            if point is not None:
                self.rows_wanted.emit(self.figure, point)
