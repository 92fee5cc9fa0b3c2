"""Buying groups: all of them in a grid, and one beside it with its members and where both of its scores come from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from app.accounts.detail_pane import DetailPane
from app.accounts.group_score import ScoreView
from app.accounts.ledger import Ledger
from app.accounts.members import MembersBar
from app.accounts.records import RecordsScreen
from app.form_dialog import FormDialog
from app.words import tr
from engine.account_data.browsing import Browsed, browse_groups
from engine.account_data.buying_groups import Ran, create_job, group_name, run_jobs
from engine.account_data.details import Detail, group_detail
from engine.account_data.rows import current_rows
from engine.account_data.scoring import score_of
from engine.workspace import Workspace

Choices = list[tuple[str, str]]
"""Keys and names."""


class GroupsScreen(RecordsScreen):
    """One group per interest and account."""

    def __init__(self, ledger: Ledger) -> None:
        pane = DetailPane((("members", tr("Members"), "people"), ("history", tr("History"), "")))
        super().__init__(ledger, tr("Buying groups"), "bg_id", pane)
        self.score = ScoreView()
        pane.tabs.insertTab(0, self.score, tr("Scores explained"))
        self.members = MembersBar(ledger, pane.tables["members"])
        pane.add_below_tabs(self.members)
        pane.tabs.setCurrentIndex(0)
        pane.tabs.currentChanged.connect(self._show_bar)
        self._show_bar()
        self.interest = QComboBox()
        self.interest.setAccessibleName(tr("Solution interest"))
        self.interest.addItem(tr("All interests"), "")
        self.interest.currentIndexChanged.connect(self.refresh)
        self.add_to_head(self.interest)
        self.update_ = self.add_action(tr("Run the daily jobs now"), self._update)
        self.export_ = self.add_action(tr("Export accounts…"), self._export)
        self.create_ = self.add_action(tr("Create buying groups…"), self.create_groups, primary=True)
        self.belongs_to_content(self.interest, self.update_, self.export_, self.create_)
        self.notice.action.setText(tr("Create buying groups…"))
        self.notice.action.setProperty("primary", True)
        self.notice.action.clicked.connect(self.create_groups)
        self._some = False
        self._wanted = ""
        """The interest that is wanted, for the thread that reads."""

    def browse(self, workspace: Workspace) -> Browsed:
        return browse_groups(workspace, self._wanted)

    def detail(self, workspace: Workspace, name: str) -> Detail | None:
        return group_detail(workspace, name)

    def is_empty(self) -> bool:
        return not self._some

    async def read(self) -> None:
        self._wanted = str(self.interest.currentData() or "")
        await self.ledger.look()
        if self.ledger.ready:
            interests, some = await self.ledger.ask(_interests)
            self._some = some
            self._fill(interests)
        await super().read()

    def _fill(self, interests: list[tuple[str, str]]) -> None:
        before = self.interest.currentData()
        self.interest.blockSignals(True)
        self.interest.clear()
        self.interest.addItem(tr("All interests"), "")
        for key, name in interests:
            self.interest.addItem(name, key)
        self.interest.setCurrentIndex(max(0, self.interest.findData(before)))
        self.interest.blockSignals(False)

    def say_empty(self) -> None:
        self.notice.action.setVisible(self.ledger.filled)
        if not self.ledger.filled:
            fix = tr("Accounts come first: import or generate them on the screen “Accounts”.")
        else:
            fix = tr("A solution interest and an account audience become one group for each account.")
        self.notice.say("users-three", tr("There are no buying groups yet"), fix)

    def shown(self, detail: Detail) -> None:
        self.members.show_group(detail)
        self.ledger.tasks.start(self._explain(detail), of=self)

    async def _explain(self, detail: Detail) -> None:
        now = self.ledger.now
        found = await self.ledger.ask(lambda workspace: score_of(workspace, detail.id, now))
        names = {str(row[0]): str(row[1]) for row in detail.listings["members"].rows}
        if detail.id == self._id:
            self.score.show_score(found, names, now)

    def _show_bar(self) -> None:
        self.members.setVisible(self.pane.tabs.currentWidget() is self.pane.tables["members"])

    # What can be done

    def _update(self) -> None:
        self.ledger.write(
            run_jobs, self.ledger.now, then=self._told, words=tr("Looking for members, computing scores…")
        )

    def _told(self, ran: Ran) -> None:
        words = tr("{groups}, {members}, {scores}.", groups=tr("{n} new group(s)", ran.groups),
                   members=tr("{n} changed membership(s)", ran.members),
                   scores=tr("{n} group(s) with (a new score|new scores)", ran.scores))  # fmt: skip
        self.ledger.shell.say(words)

    def _export(self) -> None:
        from app.accounts.choosing_groups import ask_export

        ask_export(self.ledger, self)

    def _go(self, screen: str) -> None:
        self.wanted.emit(screen, "")

    def create_groups(self) -> None:
        """Ask for an interest and an audience."""
        self.ledger.tasks.start(self._ask_create(), of=self)

    async def _ask_create(self) -> None:
        await self.ledger.prepare()
        interests = await self.ledger.ask(lambda workspace: current_rows(workspace, "solution_interest"))
        audiences = await self.ledger.ask(lambda workspace: current_rows(workspace, "account_audience"))
        dialog = CreateDialog(
            [(str(one["si_id"]), str(one["name"])) for one in interests],
            [(str(one["audience_id"]), str(one["name"])) for one in audiences], self,
        )  # fmt: skip

        def done(ran: Ran) -> None:
            dialog.accept()
            self._told(ran)

        dialog.run = lambda: self.ledger.write(
            create_job, str(dialog.interest.currentData()), str(dialog.audience.currentData()), self.ledger.now,
            then=done, told=dialog.refuse, words=tr("Making groups, computing scores…"),
        )  # fmt: skip
        dialog.wanted.connect(dialog.reject)
        dialog.wanted.connect(self._go)
        dialog.open()


class CreateDialog(FormDialog):
    """A solution interest and an account audience; the name of each group follows from them."""

    wanted = Signal(str)
    """The screen on which what is missing can be made."""

    def __init__(self, interests: Choices, audiences: Choices, parent: GroupsScreen) -> None:
        super().__init__(
            tr("Create buying groups"), tr("Create"), parent,
            tr("One group is made for each account of the audience, now, and each day for accounts that come later. "
               "An account without a name gets none."),
        )  # fmt: skip
        self.interest, self.audience = QComboBox(), QComboBox()
        for box, rows in ((self.interest, interests), (self.audience, audiences)):
            for key, name in rows:
                box.addItem(name, key)
        self.row(tr("Solution interest"), self.interest)
        self.row(tr("Account audience"), self.audience)
        self.named = QLabel()
        self.named.setProperty("quiet", True)
        self.row(tr("Name of the groups"), self.named)
        self.interest.currentIndexChanged.connect(self._show_name)
        self._show_name()
        if not interests or not audiences:
            missing = tr("solution interest") if not interests else tr("account audience")
            self.told.setText(tr("There is no {missing} yet.", missing=missing))
            self.told.show()
            self.ok.setEnabled(False)
            where = "interests" if not interests else "audiences"
            make = QPushButton(tr("Make one"))
            make.clicked.connect(lambda: self.wanted.emit(where))
            self.form.addRow(make)

    def _show_name(self) -> None:
        self.named.setText(group_name(self.interest.currentText() or "…", "…"))


def _interests(workspace: Workspace) -> tuple[list[tuple[str, str]], bool]:
    rows = [(str(one["si_id"]), str(one["name"])) for one in current_rows(workspace, "solution_interest")]
    standing = workspace.datasets.current("buying_group")
    return rows, standing is not None and standing.rows > 0
