"""Which buying groups are handed on: the filters of exports and activations, and what is done with the accounts."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from app.accounts.ledger import Ledger
from app.form_dialog import FormDialog
from app.shell.steps import Steps
from app.words import tr
from engine.account_data.external import PREFIX, GroupFilter, activate_groups, chosen_groups, export_accounts
from engine.account_data.rows import current_rows
from engine.workspace import Workspace

_ID = Qt.ItemDataRole.UserRole
Choices = dict[str, list[tuple[str, str]]]


class GroupFilterDialog(FormDialog):
    """What is left empty is any. How many accounts are meant is counted as the filters change."""

    def __init__(self, ledger: Ledger, title: str, ok: str, choices: Choices, parent: QWidget, about: str) -> None:
        super().__init__(title, ok, parent, about)
        self.setMinimumWidth(560)
        self._ledger, self._generation = ledger, 0
        self.interests = _ticks(choices["interests"])
        self.templates = _ticks(choices["templates"])
        self.roles = _ticks(choices["roles"])
        self.statuses = QLineEdit()
        self.statuses.setPlaceholderText(tr("any; several apart by commas"))
        self.completeness, self.engagement = Range(), Range()
        self.meant = QLabel()
        self.meant.setProperty("quiet", True)
        for text, field in (
            (tr("Solution interests"), self.interests), (tr("Roles templates"), self.templates),
            (tr("Roles that nobody has"), self.roles), (tr("Buying group status"), self.statuses),
            (tr("Completeness, %"), self.completeness), (tr("Engagement"), self.engagement),
        ):  # fmt: skip
            self.row(text, field)
        self.form.addRow("", self.meant)
        for ticks in (self.interests, self.templates, self.roles):
            ticks.itemChanged.connect(self._count)
        self.statuses.textChanged.connect(self._count)
        for box in (*self.completeness.boxes, *self.engagement.boxes):
            box.valueChanged.connect(self._count)
        self._count()

    def filter(self) -> GroupFilter:
        """The filter as it stands."""
        words = tuple(part.strip() for part in self.statuses.text().split(",") if part.strip())
        return GroupFilter(
            interests=_ticked(self.interests), templates=_ticked(self.templates), unassigned_roles=_ticked(self.roles),
            statuses=words, completeness=self.completeness.value(), engagement=self.engagement.value(),
        )  # fmt: skip

    def _count(self) -> None:
        self._generation += 1
        self._ledger.tasks.start(self._counted(self._generation, self.filter()), of=self)

    async def _counted(self, mine: int, wanted: GroupFilter) -> None:
        groups = await self._ledger.ask(lambda workspace: chosen_groups(workspace, wanted))
        if mine == self._generation:
            accounts = len({one["account_id"] for one in groups})
            self.meant.setText(tr("{groups} of {accounts}", groups=tr("{n} buying group(s)", len(groups)),
                                  accounts=tr("{n} account(s)", accounts)))  # fmt: skip


class Range(QWidget):
    """Two bounds from 0 to 100, both included."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes = (Steps(), Steps())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for box, value, name in zip(self.boxes, (0, 100), (tr("from"), tr("to")), strict=True):
            box.setRange(0, 100)
            box.setValue(value)
            box.setAccessibleName(name)
            line.addWidget(QLabel(name))
            line.addWidget(box)
        line.addStretch(1)

    def value(self) -> tuple[float, float]:
        """The bounds."""
        return self.boxes[0].value(), self.boxes[1].value()


def ask_export(ledger: Ledger, parent: QWidget) -> None:
    """Ask which groups, then write their accounts to a file."""
    ledger.tasks.start(_ask_export(ledger, parent))


async def _ask_export(ledger: Ledger, parent: QWidget) -> None:
    choices = await ledger.ask(_choices)
    dialog = GroupFilterDialog(
        ledger, tr("Export accounts"), tr("Export…"), choices, parent,
        tr("The accounts of these buying groups: id, name, domain and country, as CSV."),
    )  # fmt: skip

    def write() -> None:
        path, _ = QFileDialog.getSaveFileName(dialog, tr("Export accounts"), "accounts.csv", "CSV (*.csv)")
        if path:
            export_to(ledger, dialog, Path(path))

    dialog.run = write
    dialog.open()


def export_to(ledger: Ledger, dialog: GroupFilterDialog, path: Path) -> None:
    """Write the accounts that a dialog means."""

    def done(accounts: int) -> None:
        dialog.accept()
        ledger.shell.say(tr("{n} account(s) written to {file}.", n=accounts, file=path.name))

    ledger.write(export_accounts, dialog.filter(), path, then=done, told=dialog.refuse)


def ask_activation(ledger: Ledger, destination: str, parent: QWidget) -> None:
    """Ask which groups are handed to a destination, under which name and for which campaign account."""
    ledger.tasks.start(_ask_activation(ledger, destination, parent))


async def _ask_activation(ledger: Ledger, destination: str, parent: QWidget) -> None:
    choices = await ledger.ask(_choices)
    dialog = GroupFilterDialog(
        ledger, tr("Activate buying groups"), tr("Activate"), choices, parent,
        tr("A dataflow hands the accounts of these groups to the destination, here a local file target. Its filters "
           "never change afterwards."),
    )  # fmt: skip
    name, account = QLineEdit(), QLineEdit()
    name.setPlaceholderText(tr("is kept as {prefix} and this name", prefix=PREFIX))
    for place, (text, field) in enumerate(((tr("Name of the dataflow"), name), (tr("Campaign account ID"), account))):
        field.setAccessibleName(text)
        dialog.form.insertRow(place, text, field)

    def done(accounts: int) -> None:
        dialog.accept()
        ledger.shell.say(tr("{n} account(s) active there now.", n=accounts))

    dialog.run = lambda: ledger.write(
        activate_groups, name.text(), destination, account.text().strip(), dialog.filter(), ledger.now, then=done,
        told=dialog.refuse,
    )  # fmt: skip
    dialog.open()


def _choices(workspace: Workspace) -> Choices:
    keys = {"interests": ("solution_interest", "si_id"), "templates": ("role_template", "template_id"),
            "roles": ("bg_role", "role_id")}  # fmt: skip
    return {
        name: [(str(row[key]), str(row["name"])) for row in current_rows(workspace, table)]
        for name, (table, key) in keys.items()
    }


def _ticks(choices: list[tuple[str, str]]) -> QListWidget:
    found = QListWidget()
    found.setMaximumHeight(24 * min(max(len(choices), 1), 4) + 6)
    for key, name in choices:
        item = QListWidgetItem(name)
        item.setData(_ID, key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        found.addItem(item)
    return found


def _ticked(ticks: QListWidget) -> tuple[str, ...]:
    items = (ticks.item(place) for place in range(ticks.count()))
    return tuple(str(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked)
