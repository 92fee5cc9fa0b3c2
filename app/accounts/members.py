"""Members of a buying group by hand: assigned with a role, given another role, taken out."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from app.accounts.detail_pane import ListingTable
from app.accounts.ledger import Ledger
from app.form_dialog import FormDialog
from app.words import tr
from engine.account_data.browsing import roles_of
from engine.account_data.details import Detail, account_detail, group_detail
from engine.account_data.members import MOST_AT_ONCE, assign, edit_role, remove_members, send_email
from engine.account_data.objects import find
from engine.account_data.rows import current_rows
from engine.workspace import Workspace

_ID = Qt.ItemDataRole.UserRole


class MembersBar(QWidget):
    """Three buttons over the members that are selected."""

    def __init__(self, ledger: Ledger, table: ListingTable) -> None:
        super().__init__()
        self._ledger, self._table = ledger, table
        self._group = ""
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.add, self.edit, self.remove, self.email = (
            QPushButton(tr("Assign members…")), QPushButton(tr("Edit roles…")), QPushButton(tr("Remove members")),
            QPushButton(tr("Send an e-mail…")),
        )  # fmt: skip
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(4, 1)
        self._each = 0
        """How many buttons stand in a line."""
        self._place()
        self.add.clicked.connect(lambda: ledger.tasks.start(self._ask_assign(), of=self))
        self.edit.clicked.connect(lambda: ledger.tasks.start(self._ask_edit(), of=self))
        self.remove.clicked.connect(self._remove)
        self.email.clicked.connect(lambda: ledger.tasks.start(self._ask_email(), of=self))
        table.selectionModel().selectionChanged.connect(self._check)
        table.rows.modelReset.connect(self._check)
        self._check()

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.add, self.edit, self.remove, self.email

    def _place(self) -> None:
        """In one line, or in two where their words need more than there is."""
        spacing = self._grid.spacing()
        wide = sum(button.sizeHint().width() + spacing for button in self._buttons())
        each = 4 if wide <= self.width() else 2
        if each == self._each:
            return
        self._each = each
        for place, button in enumerate(self._buttons()):
            self._grid.addWidget(button, place // each, place % each)

    def minimumSizeHint(self) -> QSize:
        widths = [button.sizeHint().width() for button in self._buttons()]
        two = max(widths[0] + widths[1], widths[2] + widths[3]) + self._grid.spacing()
        return QSize(two, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def show_group(self, detail: Detail) -> None:
        """The group whose members these are."""
        self._group = detail.id

    @property
    def chosen(self) -> list[str]:
        """The people that are selected."""
        rows = (self._table.shown.row(index) for index in self._table.selectionModel().selectedRows())
        return [row.id for row in rows if row is not None]

    def _check(self) -> None:
        some = bool(self.chosen)
        self.edit.setEnabled(some)
        self.remove.setEnabled(some)
        self.email.setEnabled(some)

    def _remove(self) -> None:
        self._ledger.write(remove_members, self._group, self.chosen, self._ledger.now)

    async def _ask_email(self) -> None:
        group, people = self._group, self.chosen
        emails = await self._ledger.ask(lambda workspace: current_rows(workspace, "mkto_email"))
        spaces = await self._ledger.ask(lambda workspace: current_rows(workspace, "mkto_workspace"))
        approved = [one for one in emails if one["status"] == "approved"]
        dialog = FormDialog(
            tr("Send an e-mail"), tr("Send"), self,
            tr("An approved e-mail of Marketo, to at most {most} members at a time. That it was sent is noted; nothing "
               "leaves this machine.", most=MOST_AT_ONCE),
        )  # fmt: skip
        space, email = QComboBox(), QComboBox()
        for row in spaces:
            space.addItem(str(row["name"]), row["workspace_id"])
        dialog.row(tr("Workspace"), space)
        dialog.row(tr("E-mail"), email)

        def offer() -> None:
            email.clear()
            for row in approved:
                if row["workspace_id"] == space.currentData():
                    email.addItem(str(row["name"]), row["email_id"])
            dialog.ok.setEnabled(email.count() > 0)

        def done(sent: int) -> None:
            dialog.accept()
            self._ledger.shell.say(tr("Sent to {n} member(s); the others may not be or have no address.", n=sent))

        space.currentIndexChanged.connect(offer)
        offer()
        if not approved:
            dialog.told.setText(tr("There is no approved e-mail yet: approve one among the Marketo objects."))
            dialog.told.show()
        dialog.run = lambda: self._ledger.write(
            send_email, group, people, str(email.currentData()), self._ledger.now, then=done,
            told=dialog.refuse,
        )  # fmt: skip
        dialog.open()

    async def _ask_edit(self) -> None:
        # The list may be read anew while it is asked.
        people = self.chosen
        roles = await self._ledger.ask(roles_of)
        dialog = RoleDialog(tr("Edit roles"), tr("Change"), roles, self)
        dialog.run = lambda: self._give(edit_role, dialog, people)
        dialog.open()

    async def _ask_assign(self) -> None:
        group, now = self._group, self._ledger.now
        roles = await self._ledger.ask(roles_of)
        people = await self._ledger.ask(lambda workspace: _strangers(workspace, group, now))
        dialog = RoleDialog(tr("Assign members"), tr("Assign"), roles, self, people)
        dialog.run = lambda: self._give(assign, dialog, dialog.people())
        dialog.open()

    def _give(self, work: Callable[..., None], dialog: "RoleDialog", people: Sequence[str]) -> None:
        role = str(dialog.role.currentData())
        self._ledger.write(
            work, self._group, dict.fromkeys(people, role), self._ledger.now, then=lambda _done: dialog.accept(),
            told=dialog.refuse,
        )  # fmt: skip


class RoleDialog(FormDialog):
    """A role, and with `people` also whom to give it to."""

    def __init__(
        self, title: str, ok: str, roles: dict[str, str], parent: QWidget, people: list[tuple[str, str]] | None = None
    ) -> None:
        about = tr("What is set by hand is undone by no journey and no daily job. At most {most} people at a time.",
                   most=MOST_AT_ONCE)  # fmt: skip
        super().__init__(title, ok, parent, about)
        self.list = QListWidget()
        if people is not None:
            self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
            self.list.setMinimumWidth(320)
            for key, name in people:
                item = QListWidgetItem(name)
                item.setData(_ID, key)
                self.list.addItem(item)
            self.row(tr("People of the account"), self.list)
            self.list.itemSelectionChanged.connect(lambda: self.ok.setEnabled(bool(self.people())))
            self.ok.setEnabled(False)
        self.role = QComboBox()
        for key, name in roles.items():
            self.role.addItem(name, key)
        self.row(tr("Role"), self.role)

    def people(self) -> list[str]:
        """Who is chosen."""
        return [str(item.data(_ID)) for item in self.list.selectedItems()]


def _strangers(workspace: Workspace, group: str, now: datetime) -> list[tuple[str, str]]:
    """The people of the group's account who are no members, with their titles."""
    account = str(find(workspace, "buying_group", group)["account_id"])
    around, inside = account_detail(workspace, account, now), group_detail(workspace, group)
    members = set[object]() if inside is None else {row[0] for row in inside.listings["members"].rows}
    people = () if around is None else around.listings["people"].rows
    return [
        (str(row[0]), " · ".join(str(part) for part in row[1:3] if part)) for row in people if row[0] not in members
    ]
