"""External audiences: people whose addresses are handed to an advertising service."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.accounts.ledger import Ledger
from app.accounts.members_panel import MembersPanel
from app.accounts.object_screen import Entry, ObjectPane, ObjectsScreen
from app.form_dialog import FormDialog
from app.words import tr
from engine.account_data.external import PLACEHOLDER, create_audience
from engine.account_data.inventory import audience_members, count_members
from engine.account_data.objects import remove
from engine.account_data.rows import current_rows
from engine.workspace import Workspace


class ExternalScreen(ObjectsScreen):
    """Each with its members; journeys add them."""

    columns = (("name", "", 200), ("people", "", 80), ("updated_at", "", 140), ("created_at", "", 140))

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("External audiences"), tr("New external audience…"), ExternalPane(ledger))

    def list(self, workspace: Workspace) -> list[Entry]:
        counts = count_members(workspace, "ext_audience_member", "audience_id")
        found: list[Entry] = []
        for row in current_rows(workspace, "ext_audience"):
            dummy = 1 if row["dummy_active"] else 0
            people = max(0, counts.get(str(row["audience_id"]), 0) - dummy)
            found.append(Entry(str(row["audience_id"]), row, {"people": people}))
        return found

    def say_empty(self) -> None:
        self.notice.say(
            "share-network", tr("There is no external audience yet"),
            tr("Journeys add people to it by their addresses; it is written to a file for the advertising service."),
        )  # fmt: skip

    def make_new(self) -> None:
        dialog = FormDialog(tr("New external audience"), tr("Create"), self)
        name, about = dialog.name_and_description()

        dialog.run = lambda: self.ledger.write(
            create_audience,
            name.text().strip(),
            self.ledger.now,
            about.text().strip(),
            then=self.made(dialog, "audience_id"),
            told=dialog.refuse,
        )
        dialog.open()


class ExternalPane(ObjectPane):
    """The addresses, and a way to write them to a file."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.hint = self.quiet("")
        self.members = MembersPanel(
            ledger, tr("Journeys add people here, by the action “Add to external customer audience”.")
        )
        self.body.addWidget(self.hint)
        self.body.addWidget(self.members, 1)
        self.delete, self.export = self.action(tr("Delete")), self.action(tr("Write to a file…"), primary=True)
        self.delete.clicked.connect(self._delete)
        self.export.clicked.connect(self._ask_file)

    def fill(self, entry: Entry) -> None:
        dummy = tr("It holds the placeholder {address} until the first person comes in.", address=PLACEHOLDER)
        real = tr("People are here by their addresses, with the journey that added them.")
        about = str(entry.row["description"] or "")
        self.hint.setText(" ".join(part for part in (about, dummy if entry.row["dummy_active"] else real) if part))
        self.members.show_members(entry.id, lambda workspace: audience_members(workspace, entry.id))

    def _ask_file(self) -> None:
        if self.entry is not None:
            path, _ = QFileDialog.getSaveFileName(self, tr("Write to a file"), f"{self.entry.id}.csv", "CSV (*.csv)")
            if path:
                self.members.rows.export(Path(path))

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove, "ext_audience", self.entry.id)
