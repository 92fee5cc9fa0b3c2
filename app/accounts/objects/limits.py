"""Communication limits: at most so many messages to one person in a period."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPushButton, QWidget

from app.accounts.detail_pane import word
from app.accounts.ledger import Ledger
from app.accounts.object_screen import Entry, ObjectPane, ObjectsScreen
from app.form_dialog import FormDialog
from app.shell.steps import Steps
from app.words import tr
from engine.account_data.limits import MOST_UNITS, activate_limit, deactivate_limit, remove_limit, save_limit
from engine.account_data.rows import as_one, current_rows
from engine.workspace import Workspace


class LimitsScreen(ObjectsScreen):
    """The rules with their statuses."""

    columns = (("name", "", 170), ("status", "", 80), ("rule", "", 210), ("updated_at", "", 130))

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("Communication limits"), tr("New rule…"), LimitPane(ledger),
                         statuses=("draft", "active", "inactive"))  # fmt: skip

    def list(self, workspace: Workspace) -> list[Entry]:
        return [
            Entry(str(row["rule_id"]), row, {"rule": sentence(row)}) for row in current_rows(workspace, "comm_rule")
        ]

    def say_empty(self) -> None:
        self.notice.say(
            "gauge", tr("There is no communication limit yet"),
            tr("A rule says how many marketing e-mails a person gets at most; what is more is held back."),
        )  # fmt: skip

    def make_new(self) -> None:
        dialog = FormDialog(tr("New communication limit"), tr("Create"), self)
        fields = RuleFields()
        fields.into(dialog.form)
        dialog.need(fields.name)

        dialog.run = lambda: self.ledger.write(
            save_limit, fields.values(), self.ledger.now, then=self.made(dialog, "rule_id"), told=dialog.refuse
        )
        dialog.open()


class RuleFields:
    """The fields of a rule."""

    def __init__(self) -> None:
        self.name, self.count, self.frequency, self.every = QLineEdit(), Steps(), QComboBox(), Steps()
        self.count.setRange(1, 1_000)
        for one in MOST_UNITS:
            self.frequency.addItem(word(one).capitalize(), one)
        self.frequency.currentIndexChanged.connect(self._bound)
        self.frequency.setCurrentIndex(self.frequency.findData("daily"))
        self._bound()

    def _bound(self) -> None:
        self.every.setRange(1, MOST_UNITS[str(self.frequency.currentData())])

    def into(self, form: QFormLayout) -> None:
        """Put the fields into a form."""
        fields: tuple[tuple[str, QWidget], ...] = (
            (tr("Name"), self.name), (tr("Messages allowed"), self.count), (tr("Counts anew"), self.frequency),
            (tr("Every"), self.every),
        )  # fmt: skip
        for text, field in fields:
            field.setAccessibleName(text)
            form.addRow(text, field)

    def show(self, row: Mapping[str, Any]) -> None:
        """Show a rule."""
        self.name.setText(str(row["name"] or ""))
        self.count.setValue(int(row["capping_count"] or 1))
        self.frequency.setCurrentIndex(max(0, self.frequency.findData(row["frequency"])))
        self.every.setValue(int(row["every"] or 1))

    def values(self) -> dict[str, Any]:
        """The rule as it stands."""
        return {"name": self.name.text().strip(), "capping_count": self.count.value(),
                "frequency": self.frequency.currentData(), "every": self.every.value()}  # fmt: skip

    def allow(self, editable: bool) -> None:
        """Whether anything can be changed."""
        for field in (self.name, self.count, self.frequency, self.every):
            field.setEnabled(editable)


class LimitPane(ObjectPane):
    """Draft → active → inactive; only what is not active can change or go."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.fields = RuleFields()
        form = QFormLayout()
        form.setSpacing(8)
        self.fields.into(form)
        self.sentence = self.quiet("")
        self.body.addLayout(form)
        self.body.addWidget(self.sentence)
        self.body.addWidget(
            self.quiet(tr("Windows begin with the calendar, in UTC. Operational e-mails ignore limits."))
        )
        self.body.addStretch(1)
        self.delete, self.save = self.action(tr("Delete")), self.action(tr("Save"))
        self.turn: QPushButton = self.action(tr("Activate"), primary=True)
        self.save.clicked.connect(self._save)
        self.turn.clicked.connect(self._turn)
        self.delete.clicked.connect(self._delete)

    def fill(self, entry: Entry) -> None:
        active = entry.status == "active"
        self.fields.show(entry.row)
        self.fields.allow(not active)
        self.sentence.setText(sentence(entry.row))
        self.save.setEnabled(not active)
        self.delete.setEnabled(not active)
        self.turn.setText(tr("Deactivate") if active else tr("Activate"))

    def standing(self) -> dict[str, Any]:
        return self.fields.values()

    def _save(self) -> None:
        if self.entry is not None:
            self.keep(save_limit, {"rule_id": self.entry.id, **self.standing()}, self.ledger.now)

    def _turn(self) -> None:
        if self.entry is None:
            return
        if self.entry.status == "active":
            self.ledger.write(deactivate_limit, self.entry.id, self.ledger.now, told=self.refuse)
        else:
            # The rule that is seen is the one that goes on.
            self.ledger.write(_save_and_activate, self.entry.id, self.standing(), self.ledger.now, told=self.refuse)

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove_limit, self.entry.id)


@as_one
def _save_and_activate(workspace: Workspace, rule: str, values: Mapping[str, Any], now: datetime) -> None:
    save_limit(workspace, {"rule_id": rule, **values}, now)
    activate_limit(workspace, rule, now)


def sentence(row: Mapping[str, Any]) -> str:
    """A rule in words."""
    every = int(row["every"] or 1)
    span = {
        "hourly": tr("{n} hour(s)", n=every), "daily": tr("{n} day(s)", n=every), "weekly": tr("{n} week(s)", n=every),
        "monthly": tr("{n} month(s)", n=every),
    }.get(str(row["frequency"]), "")  # fmt: skip
    return tr("At most {n} e-mail(s) in {span}", n=int(row["capping_count"] or 0), span=span)
