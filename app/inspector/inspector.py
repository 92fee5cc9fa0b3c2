"""The inspector whole: the rows behind a count, what they hold, and why somebody is not among them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.inspector.rows import RowsPanel
from app.inspector.service import Place, Service
from app.inspector.statistics import StatisticsPanel
from app.inspector.why_panel import WhyPanel
from app.words import tr
from app.worker import Tasks, finished
from engine.problems import EngineError


class Inspector(QWidget):
    """Shows one place at a time."""

    failed = Signal(object)
    """A Problem to show."""
    way_wanted = Signal(object)
    """The nodes that a record passed."""

    def __init__(self, service: Service, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self.place: Place | None = None
        self.rows = RowsPanel(service, tasks)
        self.statistics = StatisticsPanel(service, tasks)
        self.why = WhyPanel(service, tasks)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.rows, tr("Rows"))
        self.tabs.addTab(self.statistics, tr("Statistics"))
        self.tabs.addTab(self.why, tr("Why?"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tabs)
        self.rows.failed.connect(self.failed)
        self.rows.statistics_wanted.connect(self.show_statistics)
        self.rows.grid.look_changed.connect(self._look_changed)
        self.why.way_wanted.connect(self.way_wanted)
        self.tabs.currentChanged.connect(self._look_changed)

    def show_place(self, place: Place | None) -> None:
        """Show the population of an output, once it is counted."""
        if place == self.place:
            return
        self.place = place
        self.why.show_place(place)
        if place is None:
            self.rows.grid.close_population()
        else:
            self._tasks.start(self._open(place))

    def show_statistics(self, column: str = "") -> None:
        """Show what a column holds."""
        self.tabs.setCurrentWidget(self.statistics)
        self._fill_statistics(column)

    async def _open(self, place: Place) -> None:
        try:
            population = await finished(self._service.find(place))
        except EngineError as error:
            if place is self.place:
                self.rows.grid.show_problem(error.problem)
            return
        if place is self.place:
            self.rows.open_population(population)

    def _look_changed(self) -> None:
        if self.tabs.currentWidget() is self.statistics:
            self._fill_statistics("")

    def _fill_statistics(self, column: str) -> None:
        opened = self.rows.grid.opened
        self.statistics.show_view(opened.view if opened is not None else None, self.rows.grid.columns, column)
