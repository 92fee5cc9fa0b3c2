"""The objects of Marketo Engage as local tables: workspaces, partitions, static lists, request campaigns, e-mails."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem

from app.accounts.ledger import Ledger
from app.accounts.members_panel import MembersPanel
from app.accounts.object_screen import Entry, ObjectPane, ObjectsScreen
from app.form_dialog import FormDialog
from app.words import tr
from engine.account_data.browsing import Browsed
from engine.account_data.inventory import campaign_requests, count_members, marketo_members, partition_people
from engine.account_data.objects import remove, replace_rows, save
from engine.account_data.rows import as_one, current_rows
from engine.accounts.tables.marketo import UPDATE_POLICIES
from engine.workspace import Workspace

_ID = Qt.ItemDataRole.UserRole
TABLES: Mapping[str, str] = {
    "mkto_connection": "connection_id", "mkto_workspace": "workspace_id", "mkto_partition": "partition_id",
    "mkto_list": "list_id", "mkto_campaign": "campaign_id", "mkto_email": "email_id",
}  # fmt: skip
_IN_WORKSPACE = frozenset({"mkto_list", "mkto_campaign", "mkto_email"})
_BROWSED: Mapping[str, Callable[[Workspace, str], Browsed]] = {
    "mkto_list": marketo_members, "mkto_campaign": campaign_requests, "mkto_partition": partition_people,
}  # fmt: skip


def kind_word(table: str) -> str:
    """What an object of a table is called."""
    return {
        "mkto_connection": tr("Connection"), "mkto_workspace": tr("Workspace"), "mkto_partition": tr("Partition"),
        "mkto_list": tr("Static list"), "mkto_campaign": tr("Request campaign"), "mkto_email": tr("E-mail"),
    }[table]  # fmt: skip


class MarketoScreen(ObjectsScreen):
    """All of them in one list, which is narrowed to one kind where that is wanted."""

    columns = (("name", "", 130), ("what", "", 150), ("workspace", "", 110), ("members", "", 80),
               ("updated_at", "", 130))  # fmt: skip

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("Marketo objects"), tr("New object…"), MarketoPane(ledger))
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Kind"))
        self.kind.addItem(tr("All kinds"), "")
        for table in TABLES:
            self.kind.addItem(kind_word(table), table)
        self.kind.currentIndexChanged.connect(self.refresh)
        self.add_to_head(self.kind)
        self._wanted = ""

    async def read(self) -> None:
        self._wanted = str(self.kind.currentData() or "")
        await super().read()

    def list(self, workspace: Workspace) -> list[Entry]:
        spaces = {row["workspace_id"]: row["name"] for row in current_rows(workspace, "mkto_workspace")}
        partitions = {str(row["partition_id"]): str(row["name"]) for row in current_rows(workspace, "mkto_partition")}
        seen = current_rows(workspace, "mkto_workspace_partition")
        members = {
            "mkto_list": count_members(workspace, "mkto_list_member", "list_id", "removed_at"),
            "mkto_campaign": count_members(workspace, "mkto_campaign_request", "campaign_id"),
        }
        found: list[Entry] = []
        for table, key in TABLES.items():
            if self._wanted and table != self._wanted:
                continue
            for row in current_rows(workspace, table):
                name = str(row[key])
                more = {
                    "what": kind_word(table), "table": table, "key": name,
                    "workspace": spaces.get(row.get("workspace_id")) if table in _IN_WORKSPACE else None,
                    "members": members[table].get(name, 0) if table in members else None,
                    "spaces": spaces, "partitions": partitions,
                    "seen": [str(one["partition_id"]) for one in seen if one["workspace_id"] == name],
                }  # fmt: skip
                found.append(Entry(f"{table}:{name}", row, more))
        return found

    def say_empty(self) -> None:
        self.notice.say(
            "stack", tr("There is nothing of Marketo yet"),
            tr("Import its exports on the screen “Accounts”, or make lists and campaigns here for journeys to use."),
        )  # fmt: skip

    def make_new(self) -> None:
        self.ledger.tasks.start(self._ask(), of=self)

    async def _ask(self) -> None:
        await self.ledger.prepare()
        spaces = await self.ledger.ask(lambda workspace: current_rows(workspace, "mkto_workspace"))
        dialog = FormDialog(tr("New Marketo object"), tr("Create"), self)
        name, kind, space = QLineEdit(), QComboBox(), QComboBox()
        for table in TABLES:
            kind.addItem(kind_word(table), table)
        kind.setCurrentIndex(max(0, kind.findData(str(self.kind.currentData() or "mkto_list"))))
        for row in spaces:
            space.addItem(str(row["name"]), row["workspace_id"])
        for words, field in ((tr("Name"), name), (tr("Kind"), kind), (tr("Workspace"), space)):
            dialog.row(words, field)
        dialog.need(name)

        def look() -> None:
            dialog.form.setRowVisible(space, str(kind.currentData()) in _IN_WORKSPACE)

        def done(row: Mapping[str, Any]) -> None:
            table = str(kind.currentData())
            dialog.accept()
            self._id = f"{table}:{row[TABLES[table]]}"

        kind.currentIndexChanged.connect(look)
        look()
        dialog.run = lambda: self.ledger.write(
            save, str(kind.currentData()), _fresh(str(kind.currentData()), name.text().strip(), space.currentData()),
            self.ledger.now, then=done, told=dialog.refuse,
        )  # fmt: skip
        dialog.open()


class MarketoPane(ObjectPane):
    """The fields of the kind that is shown, and its members or requests."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.name, self.space, self.policy, self.subject = QLineEdit(), QComboBox(), QComboBox(), QLineEdit()
        self.requestable, self.approved = QCheckBox(tr("Accepts requests")), QCheckBox(tr("Approved"))
        self.sees = QListWidget()
        self.sees.setMaximumHeight(120)
        for policy in UPDATE_POLICIES:
            self.policy.addItem(_policy(policy), policy)
        self.form = QFormLayout()
        self.form.setSpacing(8)
        for words, field in (
            (tr("Name"), self.name), (tr("Workspace"), self.space), (tr("Records updated"), self.policy),
            (tr("Subject line"), self.subject), ("", self.requestable), ("", self.approved),
            (tr("Sees the partitions"), self.sees),
        ):  # fmt: skip
            if words:
                field.setAccessibleName(words)
            self.form.addRow(words, field)
        self.heading = QLabel()
        self.heading.setProperty("fieldTitle", True)
        self.members = MembersPanel(ledger)
        self.hint = self.quiet("")
        self.body.addLayout(self.form)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.members, 1)
        self.body.addStretch(0)
        self.delete, self.save = self.action(tr("Delete")), self.action(tr("Save"), primary=True)
        self.save.clicked.connect(self._save)
        self.delete.clicked.connect(self._delete)

    def fill(self, entry: Entry) -> None:
        table = str(entry.value("table"))
        self.name.setText(entry.name)
        for field, kinds in (
            (self.space, _IN_WORKSPACE), (self.policy, {"mkto_connection"}), (self.subject, {"mkto_email"}),
            (self.requestable, {"mkto_campaign"}), (self.approved, {"mkto_email"}), (self.sees, {"mkto_workspace"}),
        ):  # fmt: skip
            self.form.setRowVisible(field, table in kinds)
        self.space.clear()
        for key, name in entry.value("spaces").items():
            self.space.addItem(str(name), key)
        self.space.setCurrentIndex(max(0, self.space.findData(entry.row.get("workspace_id"))))
        self.policy.setCurrentIndex(max(0, self.policy.findData(entry.row.get("update_policy"))))
        self.subject.setText(str(entry.row.get("subject") or ""))
        self.requestable.setChecked(bool(entry.row.get("is_requestable")))
        self.approved.setChecked(entry.row.get("status") == "approved")
        self.sees.clear()
        for key, name in entry.value("partitions").items():
            item = QListWidgetItem(name)
            item.setData(_ID, key)
            seen = key in entry.value("seen")
            item.setCheckState(Qt.CheckState.Checked if seen else Qt.CheckState.Unchecked)
            self.sees.addItem(item)

    def follow(self, entry: Entry) -> None:
        table = str(entry.value("table"))
        self.status.setText(kind_word(table))
        browse = _BROWSED.get(table)
        self.heading.setText(
            {"mkto_campaign": tr("Requests"), "mkto_partition": tr("People")}.get(table, tr("Members"))
        )
        self.hint.setText(_about(table))
        for widget in (self.heading, self.members):
            widget.setVisible(browse is not None)
        if browse is not None:
            key = str(entry.value("key"))
            self.members.show_members(entry.id, lambda workspace: browse(workspace, key))

    def standing(self) -> tuple[dict[str, Any], list[str]]:
        if self.entry is None:
            return {}, []
        table = str(self.entry.value("table"))
        values: dict[str, Any] = {TABLES[table]: self.entry.value("key"), "name": self.name.text().strip()}
        if table in _IN_WORKSPACE:
            values["workspace_id"] = self.space.currentData()
        if table == "mkto_connection":
            values["update_policy"] = self.policy.currentData()
        if table == "mkto_campaign":
            values["is_requestable"] = self.requestable.isChecked()
        if table == "mkto_email":
            status = "approved" if self.approved.isChecked() else "draft"
            values |= {"subject": self.subject.text().strip(), "status": status}
        items = [self.sees.item(place) for place in range(self.sees.count())]
        return values, [str(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _save(self) -> None:
        if self.entry is not None:
            values, seen = self.standing()
            self.keep(_keep, str(self.entry.value("table")), values, seen, self.ledger.now)

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove, str(self.entry.value("table")), str(self.entry.value("key")))


def _fresh(table: str, name: str, space: Any) -> dict[str, Any]:
    values: dict[str, Any] = {"name": name}
    if table in _IN_WORKSPACE:
        values["workspace_id"] = space
    first: Mapping[str, dict[str, Any]] = {
        "mkto_connection": {"update_policy": "all"}, "mkto_workspace": {"connection_id": "default"},
        "mkto_campaign": {"is_requestable": True}, "mkto_email": {"status": "draft"},
    }  # fmt: skip
    return {**values, **first.get(table, {})}


@as_one
def _keep(workspace: Workspace, table: str, values: Mapping[str, Any], seen: list[str], now: Any) -> None:
    save(workspace, table, values, now)
    if table == "mkto_workspace":
        name = str(values["workspace_id"])
        rows = [{"workspace_id": name, "partition_id": one} for one in seen]
        replace_rows(workspace, "mkto_workspace_partition", "workspace_id", name, rows)


def _policy(policy: str) -> str:
    return {"all": tr("All that match"), "oldest": tr("The oldest"), "newest": tr("The newest")}[policy]


def _about(table: str) -> str:
    return {
        "mkto_connection": tr("A person may have several records in an instance; this says which of them are touched."),
        "mkto_workspace": tr("Its lists and campaigns act only on the people of the partitions that it sees."),
        "mkto_partition": tr("Each person is in one partition; who is in none is in the default one."),
        "mkto_list": tr("Journeys add people to it and take them out by their records."),
        "mkto_campaign": tr("Journeys request it for people; each request is a row of its own."),
        "mkto_email": tr("Journeys and buying groups send it once it is approved."),
    }[table]  # fmt: skip
