"""Accounts and people: all of them in a grid that can be searched, sorted and filtered, and one of them beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter

from app.accounts.company import ask_company, ask_import
from app.accounts.detail_pane import DetailPane
from app.accounts.ledger import Ledger
from app.accounts.members_panel import slim
from app.accounts.person_score import PersonScoreView
from app.accounts.screen import Screen
from app.inspector.notices import ProgressStrip
from app.inspector.pages import PAGE_ROWS
from app.inspector.rows import RowsPanel
from app.words import number, tr
from engine.account_data.browsing import Browsed, browse_accounts, browse_people
from engine.account_data.details import Detail, account_detail, person_detail
from engine.account_data.scoring import person_score_of
from engine.rules import Condition
from engine.workspace import Workspace

_SETTLE_MS = 120


class RecordsScreen(Screen):
    """The grid; a row that is chosen opens its detail at the right."""

    def __init__(self, ledger: Ledger, title: str, key: str, pane: DetailPane) -> None:
        super().__init__(ledger, title)
        self._key, self._id = key, ""
        self.rows = RowsPanel(ledger.service, ledger.tasks)
        self.rows.failed.connect(ledger.shell.tell)
        slim(self.rows)
        self.pane = pane
        self.pane.hide()
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.rows)
        self.split.addWidget(self.pane)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([620, 560])
        self.set_content(self.split)
        self.progress = ProgressStrip()
        self.box.insertWidget(1, self.progress)
        self.pane.closed.connect(self.close_pane)
        self.pane.wanted.connect(self.wanted)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self._show_current)
        self.rows.grid.table.selectionModel().currentRowChanged.connect(lambda: self._timer.start())
        for opening in (self.rows.grid.table.clicked, self.rows.grid.table.activated):
            opening.connect(lambda: self._show_current(opening=True))
        self.rows.grid.look_changed.connect(self._renewed)
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.pane)
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self.close_pane)
        self._table = ""

    def browse(self, workspace: Workspace) -> Browsed:
        """The list."""
        raise NotImplementedError

    def detail(self, workspace: Workspace, name: str) -> Detail | None:
        """One of it."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Whether there is nothing to list."""
        return not self.ledger.filled

    async def read(self) -> None:
        await self.ledger.look()
        if self.is_empty():
            self.say_empty()
            self.show_content(False)
            return
        population = await self.ledger.population(self.browse)
        if population.relation.table != self._table:
            self._table = population.relation.table
            self.rows.open_population(population, self.rows.grid.look)
        self.show_content(True)
        if self._id:
            await self._read_detail(self._id)

    def say_empty(self) -> None:
        """What to do where there is nothing."""
        self.notice.say(
            "buildings", tr("There are no accounts yet"),
            tr("Import the exports of Salesforce, HubSpot or Marketo, or try everything with a company that does not "
               "exist."),
        )  # fmt: skip

    def select(self, name: str) -> None:
        """Open the detail of one record, and show it alone in the grid."""
        self._id = name
        self.pane.show()
        self.ledger.tasks.start(self._read_detail(name), of=self)

    def close_pane(self) -> None:
        """The grid alone."""
        self._id = ""
        self.pane.hide()
        self.rows.grid.table.setFocus()

    def _show_current(self, *, opening: bool = False) -> None:
        grid = self.rows.grid
        index = grid.table.currentIndex()
        found = grid.value(index.row(), self._key) if index.isValid() else None
        if found is None or not (opening or self.pane.isVisible()):
            return
        self._id = str(found)
        self.pane.show()
        self.ledger.tasks.start(self._read_detail(self._id), of=self)

    async def _read_detail(self, name: str) -> None:
        found = await self.ledger.ask(lambda workspace: self.detail(workspace, name))
        if found is not None and name == self._id:
            self.pane.show_detail(found)
            self.shown(found)

    def shown(self, detail: Detail) -> None:
        """More of what is shown, for screens that have more."""

    def _renewed(self) -> None:
        grid = self.rows.grid
        self.count.setText(number(grid.total))
        if not self._id or not self.pane.isVisible():
            return
        # What was read anew begins with its first row; the record that is open beside it stays open.
        self._timer.stop()
        same = (row for row in range(min(grid.total, PAGE_ROWS)) if grid.value(row, self._key) == self._id)
        place = next(same, None)
        if place is not None:
            grid.go_to(place + 1)

    def filter_by(self, conditions: Sequence[Condition]) -> None:
        """Show the rows that these conditions let through."""
        self.rows.set_filters(conditions)


class AccountsScreen(RecordsScreen):
    """Companies; from here they come in."""

    def __init__(self, ledger: Ledger) -> None:
        pane = DetailPane(
            (("people", tr("People"), "people"), ("groups", tr("Buying groups"), "groups"),
             ("opportunities", tr("Opportunities"), ""), ("activities", tr("Activities"), ""),
             ("journeys", tr("Journeys"), "journey"), ("lists", tr("Lists"), "lists"))
        )  # fmt: skip
        super().__init__(ledger, tr("Accounts"), "account_id", pane)
        self.generate = self.add_action(tr("Generate a sample company…"), self._generate)
        self.import_ = self.add_action(tr("Import…"), self._import, primary=True)
        self.belongs_to_content(self.generate, self.import_)
        self.notice.action.setText(tr("Generate a sample company…"))
        self.notice.action.setProperty("primary", True)
        self.notice.action.show()
        self.notice.action.clicked.connect(self._generate)
        self.import_more = self.notice.add_action(tr("Import from Salesforce, HubSpot or Marketo…"))
        self.import_more.clicked.connect(self._import)

    def browse(self, workspace: Workspace) -> Browsed:
        return browse_accounts(workspace, self.ledger.now)

    def detail(self, workspace: Workspace, name: str) -> Detail | None:
        return account_detail(workspace, name, self.ledger.now)

    def _generate(self) -> None:
        ask_company(self.ledger, self.progress, self)

    def _import(self) -> None:
        ask_import(self.ledger, self)


class PeopleScreen(RecordsScreen):
    """The people of all accounts."""

    def __init__(self, ledger: Ledger) -> None:
        pane = DetailPane(
            (("groups", tr("Buying groups"), "groups"), ("accounts", tr("Accounts"), "accounts"),
             ("activities", tr("Latest activities"), ""), ("journeys", tr("Journeys"), "journey"))
        )  # fmt: skip
        super().__init__(ledger, tr("People"), "person_id", pane)
        self.score = PersonScoreView()
        pane.tabs.insertTab(1, self.score, tr("Score explained"))
        self.notice.action.setText(tr("Go to accounts"))
        self.notice.action.show()
        self.notice.action.clicked.connect(lambda: self.wanted.emit("accounts", ""))

    def browse(self, workspace: Workspace) -> Browsed:
        return browse_people(workspace, self.ledger.now)

    def detail(self, workspace: Workspace, name: str) -> Detail | None:
        return person_detail(workspace, name, self.ledger.now)

    def shown(self, detail: Detail) -> None:
        self.ledger.tasks.start(self._explain(detail.id), of=self)

    async def _explain(self, person: str) -> None:
        now = self.ledger.now
        found = await self.ledger.ask(lambda workspace: person_score_of(workspace, person, now))
        if person == self._id:
            self.score.show_score(found, now)
