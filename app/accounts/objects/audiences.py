"""Account audiences: which accounts may enter a journey, or get a buying group."""

from typing import Any

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit

from app.accounts.condition_field import ConditionField
from app.accounts.ledger import Ledger
from app.accounts.object_screen import Entry, ObjectPane, ObjectsScreen
from app.form_dialog import FormDialog
from app.words import tr
from engine.account_data.interests import save_audience
from engine.account_data.lists import matching
from engine.account_data.objects import remove
from engine.account_data.rows import current_rows
from engine.problems import EngineError
from engine.workspace import Workspace


class AudiencesScreen(ObjectsScreen):
    """Each with its rule and how many accounts meet it now."""

    columns = (("name", "", 200), ("accounts", "", 90), ("jobs", "", 100), ("updated_at", "", 140))

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("Account audiences"), tr("New audience…"), AudiencePane(ledger))

    def list(self, workspace: Workspace) -> list[Entry]:
        jobs = [row["audience_id"] for row in current_rows(workspace, "bg_job")]
        return [
            Entry(
                str(row["audience_id"]), row,
                {"accounts": _found(workspace, row["definition"], self.ledger),
                 "jobs": jobs.count(row["audience_id"])},
            )
            for row in current_rows(workspace, "account_audience")
        ]  # fmt: skip

    def say_empty(self) -> None:
        self.notice.say(
            "funnel", tr("There is no account audience yet"),
            tr("An audience says which accounts may enter a journey or get a buying group; without a rule, all."),
        )  # fmt: skip

    def make_new(self) -> None:
        dialog = FormDialog(tr("New account audience"), tr("Create"), self)
        name, about = dialog.name_and_description()

        def make() -> None:
            values = {"name": name.text().strip(), "description": about.text().strip()}
            self.ledger.write(
                save_audience, values, self.ledger.now, then=self.made(dialog, "audience_id"), told=dialog.refuse
            )

        dialog.run = make
        dialog.open()


class AudiencePane(ObjectPane):
    """The rule, kept when it is saved."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.name, self.about, self.accounts = QLineEdit(), QLineEdit(), QLabel()
        self.condition = ConditionField(ledger, "account", tr("All accounts."))
        form = QFormLayout()
        form.setSpacing(8)
        for text, field in ((tr("Name"), self.name), (tr("Description"), self.about),
                            (tr("Accounts now"), self.accounts)):  # fmt: skip
            field.setAccessibleName(text)
            form.addRow(text, field)
        title = QLabel(tr("Which accounts"))
        title.setProperty("fieldTitle", True)
        self.body.addLayout(form)
        self.body.addWidget(title)
        self.body.addWidget(self.condition)
        self.body.addStretch(1)
        self.delete, self.save = self.action(tr("Delete")), self.action(tr("Save"), primary=True)
        self.save.clicked.connect(self._save)
        self.delete.clicked.connect(self._delete)

    def fill(self, entry: Entry) -> None:
        self.name.setText(entry.name)
        self.about.setText(str(entry.row["description"] or ""))
        self.condition.show_condition(entry.row["definition"])

    def follow(self, entry: Entry) -> None:
        self.accounts.setText(tr("{n} account(s)", n=int(entry.value("accounts") or 0)))

    def standing(self) -> dict[str, Any]:
        return {"name": self.name.text().strip(), "description": self.about.text().strip(),
                "definition": self.condition.text or None}  # fmt: skip

    def _save(self) -> None:
        if self.entry is not None:
            self.keep(save_audience, {"audience_id": self.entry.id, **self.standing()}, self.ledger.now)

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove, "account_audience", self.entry.id)


def _found(workspace: Workspace, definition: str | None, ledger: Ledger) -> int | None:
    """How many accounts meet a rule now; None for a rule that means something else now."""
    try:
        return len(matching(workspace, definition or "", ledger.now))
    except EngineError:
        return None
