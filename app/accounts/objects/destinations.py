"""Destinations: advertising services that take accounts and people, here as files, and who is active there."""

import json
from typing import Any

from pydantic import JsonValue
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton

from app.accounts.choosing_groups import ask_activation
from app.accounts.ledger import Ledger
from app.accounts.members_panel import MembersPanel
from app.accounts.object_screen import Entry, ObjectPane, ObjectsScreen
from app.form_dialog import FormDialog
from app.words import number, tr
from engine.account_data.external import MOST_DATAFLOWS
from engine.account_data.inventory import count_members, destination_members
from engine.account_data.objects import remove, save
from engine.account_data.rows import current_rows
from engine.accounts.tables.lists import DESTINATION_KINDS
from engine.workspace import Workspace


class DestinationsScreen(ObjectsScreen):
    """Each with its kind and how many are active there."""

    columns = (("name", "", 150), ("kind", "", 170), ("active", "", 110), ("updated_at", "", 140))

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("Destinations"), tr("New destination…"), DestinationPane(ledger))

    def list(self, workspace: Workspace) -> list[Entry]:
        counts = count_members(workspace, "destination_member", "destination_id", "active_to")
        flows = current_rows(workspace, "dataflow")
        return [
            Entry(
                str(row["destination_id"]), {**row, "kind": kind_word(str(row["kind"]))},
                {"active": counts.get(str(row["destination_id"]), 0), "kind_id": row["kind"], "all_flows": len(flows),
                 "flows": [str(one["name"]) for one in flows if one["destination_id"] == row["destination_id"]]},
            )
            for row in current_rows(workspace, "destination")
        ]  # fmt: skip

    def say_empty(self) -> None:
        self.notice.say(
            "paper-plane-tilt", tr("There is no destination yet"),
            tr("Journeys and buying groups activate accounts and people there; only a file leaves Jalon."),
        )  # fmt: skip

    def make_new(self) -> None:
        dialog = FormDialog(tr("New destination"), tr("Create"), self)
        name, kind, account = QLineEdit(), _kinds(), QLineEdit()
        for text, field in ((tr("Name"), name), (tr("Kind"), kind), (tr("Account ID there"), account)):
            dialog.row(text, field)
        dialog.need(name)

        def make() -> None:
            values = {"name": name.text().strip(), "kind": kind.currentData(), "settings": _settings(account.text())}
            self.ledger.write(
                save,
                "destination",
                values,
                self.ledger.now,
                then=self.made(dialog, "destination_id"),
                told=dialog.refuse,
            )

        dialog.run = make
        dialog.open()


class DestinationPane(ObjectPane):
    """Name, kind and account; the dataflows; who is active."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.name, self.kind, self.account = QLineEdit(), _kinds(), QLineEdit()
        self.flows = QLabel()
        self.flows.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(8)
        for text, field in ((tr("Name"), self.name), (tr("Kind"), self.kind), (tr("Account ID there"), self.account),
                            (tr("Dataflows"), self.flows)):  # fmt: skip
            field.setAccessibleName(text)
            form.addRow(text, field)
        title = QLabel(tr("Active there"))
        title.setProperty("fieldTitle", True)
        self.members = MembersPanel(ledger, tr("Journeys add people here, by the action “Activate to destination”."))
        self.body.addLayout(form)
        self.body.addWidget(title)
        self.body.addWidget(self.members, 1)
        self.activate_ = QPushButton(tr("Activate buying groups…"))
        self.foot.insertWidget(0, self.activate_)
        self.delete, self.save = self.action(tr("Delete")), self.action(tr("Save"), primary=True)
        self.activate_.clicked.connect(self._activate)
        self.save.clicked.connect(self._save)
        self.delete.clicked.connect(self._delete)

    def fill(self, entry: Entry) -> None:
        self.name.setText(entry.name)
        self.kind.setCurrentIndex(max(0, self.kind.findData(entry.value("kind_id"))))
        self.account.setText(_account(entry.row["settings"]))

    def follow(self, entry: Entry) -> None:
        flows = entry.value("flows")
        used = tr("{used} of {most} in the workspace", used=number(entry.value("all_flows")), most=MOST_DATAFLOWS)
        self.flows.setText(f"{', '.join(flows) or tr('none')}  ({used})")
        self.members.show_members(entry.id, lambda workspace: destination_members(workspace, entry.id))

    def standing(self) -> dict[str, Any]:
        return {"name": self.name.text().strip(), "kind": self.kind.currentData(),
                "settings": _settings(self.account.text())}  # fmt: skip

    def _activate(self) -> None:
        if self.entry is not None:
            ask_activation(self.ledger, self.entry.id, self)

    def _save(self) -> None:
        if self.entry is not None:
            self.keep(save, "destination", {"destination_id": self.entry.id, **self.standing()}, self.ledger.now)

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove, "destination", self.entry.id)


def kind_word(kind: str) -> str:
    """What a kind of destination is called."""
    return {
        "linkedin-companies": tr("LinkedIn companies"), "linkedin-people": tr("LinkedIn people"),
        "google-customer-match": tr("Google Customer Match"),
        "facebook-custom-audience": tr("Facebook Custom Audience"), "adobe-target": tr("Adobe Target"),
    }.get(kind, kind)  # fmt: skip


def _kinds() -> QComboBox:
    found = QComboBox()
    for kind in DESTINATION_KINDS:
        found.addItem(kind_word(kind), kind)
    return found


def _settings(account: str) -> str:
    return json.dumps({"account_id": account.strip()} if account.strip() else {})


def _account(settings: str | None) -> str:
    try:
        found: JsonValue = json.loads(settings or "{}")
    except ValueError:
        return ""
    return str(found.get("account_id") or "") if isinstance(found, dict) else ""
