"""The inspector: the rows behind a count, what they hold, how populations overlap, where a record went, and why."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QToolButton, QVBoxLayout, QWidget

from app.graph.kinds import kinds_of
from app.inspector.colours import icon
from app.inspector.compare_panel import ComparePanel
from app.inspector.filters import rule_of
from app.inspector.rows import RowsPanel
from app.inspector.service import Place, Service
from app.inspector.statistics import StatisticsPanel
from app.inspector.why_panel import WhyPanel
from app.words import headed, said, tr
from app.worker import Tasks, finished
from engine.problems import EngineError, Problem
from engine.relations import SEND_STATUS
from engine.rules import Condition
from engine.runner.answers import Key
from engine.runner.populations import StoredPopulation, not_taken
from engine.runner.views import Look

if TYPE_CHECKING:
    from engine.runner.journey_populations import Seen

_LEAST_NAME = 48
"""Pixels of the name of a place below which it says nothing."""


class Inspector(QWidget):
    """Shows one place at a time. A list that is opened from here leads back to the place it was opened from."""

    failed = Signal(object)
    """A Problem to show."""
    way_wanted = Signal(object)
    """The nodes that a record passed."""
    remedy_wanted = Signal(object)
    """The Answer whose remedy is to be put into the document."""

    def __init__(self, service: Service, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self.place: Place | None = None
        self._home: Place | None = None
        self._places: Callable[[], Sequence[Place]] | None = None
        self.rows = RowsPanel(service, tasks)
        self.statistics = StatisticsPanel(service, tasks)
        self.compare = ComparePanel(service, tasks)
        self.why = WhyPanel(service, tasks)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.rows, tr("Rows"))
        self.tabs.addTab(self.statistics, tr("Statistics"))
        self.tabs.addTab(self.compare, tr("Compare"))
        self.tabs.addTab(self.why, tr("Follow and why"))
        self.title = QLabel()
        self.title.setProperty("quiet", True)
        self._words = ""
        self.back = QToolButton()
        self.back.setAutoRaise(True)
        self.back.setText(tr("Back"))
        self.back.setIcon(icon("arrow-left", self))
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.setAccessibleDescription(tr("Back to the population of the selection"))
        self.people = QToolButton()
        self.people.setAutoRaise(True)
        self.people.setText(tr("People"))
        self.people.setIcon(icon("users", self))
        self.people.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.people.setToolTip(tr("The people who went over with these accounts"))
        self.people.hide()
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(12, 0, 12, 4)
        row.addWidget(self.title)
        row.addWidget(self.people)
        row.addWidget(self.back)
        self.tabs.setCornerWidget(corner)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tabs)
        self._show_title("")
        self.rows.failed.connect(self.failed)
        self.rows.statistics_wanted.connect(self.show_statistics)
        self.rows.follow_wanted.connect(self.follow)
        self.rows.grid.look_changed.connect(self._look_changed)
        self.statistics.filters_wanted.connect(self._filter)
        self.compare.population_wanted.connect(self._show_population)
        self.why.way_wanted.connect(self.way_wanted)
        self.why.remedy_wanted.connect(self.remedy_wanted)
        self.back.clicked.connect(self.go_back)
        self.people.clicked.connect(self._open_people)
        self.tabs.currentChanged.connect(self._look_changed)

    def show_place(self, place: Place | None) -> None:
        """Show the population of an output, once it is counted."""
        if place == self.place and self._home is None:
            return
        self._home = None
        self._show(place)

    def offer_places(self, places: Callable[[], Sequence[Place]]) -> None:
        """Offer all populations of the document for comparison; they are asked for when they are looked at."""
        self._places = places
        self._show_places()

    def _show_places(self) -> None:
        places = self._places
        if places is not None and self.tabs.currentWidget() is self.compare:
            self._places = None
            self.compare.show_places(places())

    def open_list(self, place: Place) -> None:
        """Show the people behind a number of a node; the way back leads to what was shown before."""
        self._home = self._home or self.place
        self.tabs.setCurrentWidget(self.rows)
        self._show(place)

    @property
    def away(self) -> bool:
        """Whether a list stands where the population of the selection was."""
        return self._home is not None

    def see_as(self, seen: "Seen", home: Place | None) -> None:
        """Show the list that is open as of another instant; the way back leads to `home`."""
        if self.place is not None and self.place.seen != seen:
            self._home = home or self._home
            self._show(replace(self.place, seen=seen))

    def go_back(self) -> None:
        """Back to the population of the selection."""
        home, self._home = self._home, None
        self._show(home)

    def _open_people(self) -> None:
        """Show the people who are counted beside the accounts of a transition."""
        from engine.runner.journey_populations import PEOPLE

        if self.place is not None:
            title = headed(self.place.title, tr("People"))
            self.open_list(replace(self.place, status=PEOPLE, title=title, note=""))

    def follow(self, key: Key) -> None:
        """Show the way of one record."""
        self.tabs.setCurrentWidget(self.why)
        self.why.follow(key)

    def show_statistics(self, column: str = "") -> None:
        """Show what a column holds."""
        self.tabs.setCurrentWidget(self.statistics)
        self._fill_statistics(column)

    def _show(self, place: Place | None) -> None:
        self.place = place
        self.people.hide()
        self._show_title("" if place is None else " · ".join(part for part in (place.title, place.note) if part))
        self.why.show_place(place)
        if place is None:
            self.rows.grid.close_population()
        else:
            self.rows.grid.expect_population()
            self._tasks.start(self._open(place), of=self)

    def _show_population(self, population: StoredPopulation, title: str) -> None:
        self._home = self._home or self.place
        self.place = None
        self.people.hide()
        self._show_title(title)
        self.tabs.setCurrentWidget(self.rows)
        self.rows.open_population(population)

    def _show_title(self, title: str) -> None:
        self._words = title
        self.back.setVisible(self._home is not None)
        self._fit_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        """The title gives way to the tabs: it says as much as fits beside them."""
        beside = (one.sizeHint().width() for one in (self.people, self.back) if not one.isHidden())
        taken = self.tabs.tabBar().sizeHint().width() + 48 + sum(beside)
        self.title.setText(_fitted(self._words, self.title.fontMetrics(), max(self.width() - taken, 0)))
        self.title.setToolTip(self._words)

    async def _open(self, place: Place) -> None:
        try:
            population = await finished(self._service.find(place))
        except EngineError as error:
            if place is self.place:
                self.rows.grid.show_problem(_worded(error.problem, place))
            return
        if place is self.place and place.closed:
            self.rows.grid.show_problem(not_taken(place.title))
        elif place is self.place:
            self._word(place)
            with_people = place.seen is not None and not place.behind and population.relation.key == ("account_id",)
            self.people.setVisible(with_people)
            self._fit_title()
            by_status = place.status and place.seen is None
            wanted = [Condition(attribute=SEND_STATUS, value=place.status)] if by_status else []
            self.rows.open_population(population, Look(rule=rule_of(wanted)))

    def _word(self, place: Place) -> None:
        """Say codes and what to do about nobody in the words of the document."""
        grid = self.rows.grid
        known = ((one, kinds_of(place.document).get(one.type)) for one in place.document.nodes)
        grid.model.activities = {one.id: one.label or said(kind.title) for one, kind in known if kind is not None}
        if place.seen is None:
            grid.model.words, grid.nobody = {}, tr("Nobody is here")
            grid.advice = tr("“Follow and why” tells where somebody was lost.")
            return
        # Loaded with the first journey, so that the program starts without them.
        from app.graph.journey_kinds import exit_words, outcome_words

        grid.model.words = {"how": exit_words(), "outcome": outcome_words()}
        # Some may stand at the step itself: the rows are those that went on.
        grid.nobody = tr("Nobody has gone on from here yet")
        grid.advice = tr("Move the instant, or look at another transition.")

    def _look_changed(self) -> None:
        self._show_places()
        if self.tabs.currentWidget() is self.statistics:
            self._fill_statistics("")

    def _filter(self, conditions: Sequence[Condition]) -> None:
        self.tabs.setCurrentWidget(self.rows)
        self.rows.add_filters(conditions)

    def _fill_statistics(self, column: str) -> None:
        opened = self.rows.grid.opened
        self.statistics.show_view(opened.view if opened is not None else None, self.rows.grid.columns, column)


def _fitted(words: str, metrics: QFontMetrics, room: int) -> str:
    """The name of a place gives way before what is said of it; where too little of it would be left, the end goes."""
    name, *rest = words.split(" · ")
    for many in range(len(rest), -1, -1):
        end = "".join(f" · {part}" for part in rest[:many])
        left = room - metrics.horizontalAdvance(end)
        if left >= min(_LEAST_NAME, metrics.horizontalAdvance(name)):
            return metrics.elidedText(name, Qt.TextElideMode.ElideRight, left) + end
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)


def _worded(problem: Problem, place: Place) -> Problem:
    """Where nobody passes, the activity is named as the canvas names it, and not by its id."""
    if problem.code != "no-population":
        return problem
    what = tr("{place} has no people to show", place=place.title)
    fix = tr("Either it only starts, waits or ends, or something is wrong at it or before it: see Problems.")
    return replace(problem, what=what, why="", fix=fix)
