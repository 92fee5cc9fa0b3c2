"""The dashboards: which one, what it is about, and its widgets as cards; a number that is chosen opens its list."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.accounts.ledger import Ledger
from app.dashboards.card import Card
from app.dashboards.filters import FilterBar
from app.dashboards.rows_page import RowsPage, title_of
from app.desk import Desk
from app.inspector.notices import Notice, ProgressStrip
from app.sections import Shell
from app.words import present, tr
from app.worker import finished
from engine.accounts.dashboards.model import Form, Wanted
from engine.catalog.sources import Clock
from engine.problems import Cancelled, EngineError
from engine.runner.dashboards import Figure, Point, choices_of, figures, write_figure
from engine.runner.journey_dashboards import start_journey_figures, start_journeys_figures

_WIDE = frozenset({Form.FLOW, Form.TABLE, Form.LINE})
_TWO_COLUMNS = 900


def _is_wide(card: Card) -> bool:
    return card.figure.widget.form in _WIDE


@dataclass(frozen=True, slots=True)
class Sort:
    """A dashboard: its title, and the filters that it knows."""

    title: Callable[[], str]
    filters: tuple[str, ...]


SORTS = {
    "overview": Sort(lambda: tr("Buying groups"), ("interest", "stage", "industry", "region")),
    "roles": Sort(lambda: tr("Role insights"), ("period", "interest", "role")),
    "highlights": Sort(lambda: tr("Highlights"), ("period", "interest", "stage", "industry", "region")),
    "engagement": Sort(lambda: tr("Engagement"), ("period", "interest", "industry", "region")),
    "web": Sort(lambda: tr("Web"), ("period", "industry", "region")),
    "emails": Sort(lambda: tr("E-mails"), ("period", "sender")),
    "journeys": Sort(lambda: tr("All journeys"), ()),
    "journey": Sort(lambda: tr("One journey"), ("journey",)),
}


class DashboardsPage(QWidget):
    """One dashboard at a time; it is read anew when the data or the filters change."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self.ledger = Ledger(desk, shell, self)
        self.cards: list[Card] = []
        self._task: asyncio.Task[None] | None = None
        self._begun = False
        self._stale = True
        self.shown = ""
        """The dashboard that was read last."""
        title = QLabel(tr("Dashboards"))
        title.setProperty("heading", True)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("Dashboards"))
        for name, sort in SORTS.items():
            self.tabs.setTabData(self.tabs.addTab(sort.title()), name)
        self.filters, self.progress, self.notice = FilterBar(), ProgressStrip(), Notice()
        self.notice.say("chart-bar", tr("The numbers are being counted"))
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setSpacing(14)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._holder)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.notice)
        self._stack.addWidget(self._area)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addSpacing(16)
        head.addWidget(self.tabs)
        head.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 14, 16, 12)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(self.filters)
        box.addWidget(self.progress)
        box.addWidget(self._stack, 1)
        self.setFocusProxy(self.tabs)
        self.notice.action.setText(tr("Go to accounts"))
        self.notice.action.setProperty("primary", True)
        self.notice.action.clicked.connect(lambda: self._shell.show_section("accounts"))
        self.filters.show_for(SORTS["overview"].filters)
        self.tabs.currentChanged.connect(self.refresh)
        self.filters.changed.connect(self.refresh)
        desk.catalog_changed.connect(self.refresh)
        desk.documents_changed.connect(self.refresh)
        self.ledger.changed.connect(self.refresh)
        self.progress.cancel.clicked.connect(self._cancel)

    @property
    def name(self) -> str:
        """The dashboard in front."""
        return str(self.tabs.tabData(self.tabs.currentIndex()))

    def show_dashboard(self, name: str, journey: str = "") -> None:
        """Bring a dashboard to the front, of a journey where it is about one."""
        if journey:
            self.filters.journey.setCurrentIndex(max(0, self.filters.journey.findData(journey)))
        self.tabs.setCurrentIndex(list(SORTS).index(name))

    def refresh(self) -> None:
        """Read anew, now or when the page is seen again: a rehearsal for nobody would hold up others."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        self.filters.show_for(SORTS[self.name].filters)
        self._cancel()
        self._task = self.ledger.tasks.start(self._read(self.name), of=self)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.progress.end()

    async def _read(self, name: str) -> None:
        await self.ledger.look()
        if not self.ledger.filled:
            # There is nothing to filter, either.
            self.filters.hide()
            self._say("chart-bar", tr("There is nothing to count yet"),
                      tr("Import accounts, or generate a sample company, in the section “Accounts”."))  # fmt: skip
            self.notice.action.show()
            self.shown = name
            return
        self.filters.show()
        if not self._begun:
            self._begun = True
            self.filters.begin(self.ledger.now)
        journeys = [(one.id, one.name) for one in self._desk.documents if one.kind == "journey"]
        self.filters.offer(await self.ledger.ask(choices_of), journeys)
        if "period" in SORTS[name].filters and not self.filters.has_days:
            self._say("calendar-x", tr("The period ends before it begins"),
                      tr("Choose an end that lies after the beginning."))  # fmt: skip
            self.shown = name
            return
        try:
            found = await self._figures(name)
        except EngineError as error:
            self.notice.say_problem(error.problem)
            self.notice.action.hide()
            self._stack.setCurrentWidget(self.notice)
            self.shown = name
            return
        except Cancelled:
            return
        if name == self.name:
            self._show(found)
            self.shown = name

    async def _figures(self, name: str) -> tuple[Figure, ...]:
        clock = Clock(self.ledger.now, present().zone)
        if name in {"journey", "journeys"}:
            chosen = str(self.filters.journey.currentData() or "")
            if name == "journey" and not chosen:
                return ()
            workspace = self._desk.workspace
            job = start_journeys_figures(workspace, clock) if name == "journeys" else start_journey_figures(
                workspace, chosen, clock
            )  # fmt: skip
            self.progress.begin(tr("Rehearsing…"), job.progress)
            try:
                return await finished(job)
            finally:
                self.progress.end()
        wanted: Wanted = self.filters.wanted(SORTS[name].filters)
        return await self.ledger.ask(lambda workspace: figures(workspace, name, wanted, clock))

    def _say(self, icon_name: str, what: str, fix: str) -> None:
        self.notice.say(icon_name, what, fix)
        self.notice.action.hide()
        self._stack.setCurrentWidget(self.notice)

    def _show(self, found: tuple[Figure, ...]) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        if not found:
            self._say("path", tr("There is no journey that can run yet"),
                      tr("Make a journey, and its numbers are here as soon as it can be rehearsed."))  # fmt: skip
            return
        for figure in found:
            card = Card(figure, of_period="period" in SORTS[self.name].filters)
            card.rows_wanted.connect(self.open_rows)
            card.file_wanted.connect(self._ask_file)
            self.cards.append(card)
        self._arrange()
        self._stack.setCurrentWidget(self._area)

    def _arrange(self) -> None:
        """Numbers in one line, wide cards alone, the others two in a line; three that follow one another in one."""
        while self._grid.count():
            self._grid.takeAt(0)
        lines: list[list[Card]] = [[card for card in self.cards if card.figure.widget.form is Form.NUMBER]]
        for card in self.cards:
            if card not in lines[0]:
                narrow = lines[-1] is not lines[0] and not _is_wide(card) and not _is_wide(lines[-1][0])
                lines = [*lines[:-1], [*lines[-1], card]] if narrow else [*lines, [card]]
        narrow_screen = self.width() < _TWO_COLUMNS
        line = 0
        for cards in lines:
            most = len(cards) if cards is lines[0] else 1 if narrow_screen else 3 if len(cards) == 3 else 2
            for start in range(0, len(cards), max(most, 1)):
                for place, card in enumerate(cards[start : start + most]):
                    alone = _is_wide(card) or len(cards) == 1
                    span = 6 if alone else 6 // most
                    self._grid.addWidget(card, line, place * span, 1, span)
                line += 1
        for place in range(6):
            self._grid.setColumnStretch(place, 1)
        for place in range(self._grid.rowCount()):
            self._grid.setRowStretch(place, 0)
        self._grid.setRowStretch(line, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for card in self.cards:
                card.update()

    def ensure_visible(self, widget: QWidget) -> None:
        """Scroll until a widget is seen."""
        self._area.ensureWidgetVisible(widget)

    # From a number to its list

    def open_rows(self, figure: Figure, point: Point | None) -> None:
        """Open the rows behind a number in a tab."""
        title = title_of(figure, point)
        key = f"dashboards:{self.name}:{title}"
        self._shell.close_page(key)
        self._shell.open_page(key, title, "ph.list-bullets", lambda: RowsPage(self._desk, self._shell, figure, point))

    def _ask_file(self, figure: Figure) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Write CSV"), f"{figure.widget.id}.csv", "CSV (*.csv)")
        if path:
            self.write(figure, Path(path))

    def write(self, figure: Figure, path: Path) -> None:
        """Write the numbers of a figure to a file."""
        self._desk.tasks.start(self._write(figure, path), of=self)

    async def _write(self, figure: Figure, path: Path) -> None:
        await self._desk.worker.run(write_figure, figure, path)
        self._shell.say(tr("The numbers are in {file}.", file=path.name))
