"""Lists of accounts and of people: static ones that are filled, and dynamic ones that follow a filter."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton

from app.accounts.condition_field import ConditionField
from app.accounts.ledger import Ledger
from app.accounts.members_panel import MembersPanel
from app.accounts.object_screen import Entry, ObjectPane, ObjectsScreen
from app.form_dialog import FormDialog
from app.words import number, tr
from engine.account_data.inventory import count_members, list_members, people_list_members
from engine.account_data.lists import (
    ACCOUNTS,
    PEOPLE,
    Filled,
    Listed,
    define_list,
    fill_list,
    import_members,
    publish_list,
    refresh_lists,
    remove_members,
)
from engine.account_data.objects import remove, save
from engine.account_data.rows import current_rows
from engine.workspace import Workspace


class ListsScreen(ObjectsScreen):
    """Drafts and live lists with how many accounts are in each."""

    of = ACCOUNTS
    columns = (("name", "", 160), ("status", "", 85), ("accounts", "", 80), ("kind", "", 75), ("updated_at", "", 130),
               ("updated_by", "", 100), ("created_at", "", 130), ("created_by", "", 100))  # fmt: skip

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("Account lists"), tr("New list…"), ListPane(ledger, self.of),
                         statuses=("draft", "live"))  # fmt: skip

    def list(self, workspace: Workspace) -> list[Entry]:
        counts = count_members(workspace, self.of.members, "list_id", "removed_at")
        return [
            Entry(str(row["list_id"]), row, {self._counted: counts.get(str(row["list_id"]), 0)})
            for row in current_rows(workspace, self.of.lists)
        ]

    @property
    def _counted(self) -> str:
        return "accounts" if self.of is ACCOUNTS else "people"

    def say_empty(self) -> None:
        self.notice.say(
            "list-bullets", tr("There is no account list yet"),
            tr("A static list is filled by filters, files and journeys; a dynamic one follows its filter each day."),
        )  # fmt: skip

    def make_new(self) -> None:
        title = tr("New account list") if self.of is ACCOUNTS else tr("New people list")
        dialog = FormDialog(title, tr("Create"), self)
        name, about = dialog.name_and_description()
        kind = QComboBox()
        static = tr("Static: accounts are added") if self.of is ACCOUNTS else tr("Static: people are added")
        kind.addItem(static, "static")
        kind.addItem(tr("Dynamic: follows a filter"), "dynamic")
        dialog.row(tr("Type"), kind)

        def make() -> None:
            values = {"name": name.text().strip(), "description": about.text().strip(), "kind": kind.currentData(),
                      "status": "draft"}  # fmt: skip
            self.ledger.write(
                save, self.of.lists, values, self.ledger.now, then=self.made(dialog, "list_id"), told=dialog.refuse
            )

        dialog.run = make
        dialog.open()


class PeopleListsScreen(ListsScreen):
    """The same of people, for person journeys."""

    of = PEOPLE
    columns = (("name", "", 160), ("status", "", 85), ("people", "", 80), ("kind", "", 75), ("updated_at", "", 130),
               ("updated_by", "", 100), ("created_at", "", 130), ("created_by", "", 100))  # fmt: skip

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.heading.setText(tr("People lists"))

    def say_empty(self) -> None:
        self.notice.say(
            "list-dashes", tr("There is no people list yet"),
            tr("A static list is filled by filters, files and journeys; a dynamic one follows its filter each day."),
        )  # fmt: skip


class ListPane(ObjectPane):
    """The filter of a dynamic list, the ways to fill a static one, and who is in it."""

    def __init__(self, ledger: Ledger, of: Listed) -> None:
        super().__init__(ledger)
        self._of = of
        self.hint = self.quiet("")
        self.condition = ConditionField(ledger, of.entity, tr("No filter yet: add a condition."))
        self.members = MembersPanel(ledger)
        add = tr("Add accounts by a filter…") if of is ACCOUNTS else tr("Add people by a filter…")
        self.fill_, self.file, self.out = (
            QPushButton(add), QPushButton(tr("Add from a file…")), QPushButton(tr("Remove selected")),
        )  # fmt: skip
        self.refresh_ = QPushButton(tr("Refresh now"))
        self.body.addWidget(self.hint)
        self.body.addWidget(self.condition)
        # Over the members, since at the foot all of them would keep the pane wider than a small window has room for.
        ways = QHBoxLayout()
        for button in (self.fill_, self.file, self.out, self.refresh_):
            ways.addWidget(button)
        ways.addStretch(1)
        self.body.addLayout(ways)
        self.body.addWidget(self.members, 1)
        self.delete, self.publish = self.action(tr("Delete")), self.action(tr("Publish"), primary=True)
        self.condition.changed.connect(self._define)
        self.fill_.clicked.connect(self._ask_filter)
        self.file.clicked.connect(self._ask_file)
        self.out.clicked.connect(self._remove)
        self.refresh_.clicked.connect(lambda: ledger.write(refresh_lists, ledger.now, of))
        self.delete.clicked.connect(self._delete)
        self.publish.clicked.connect(self._publish)
        self._filter: tuple[str, str | None, str] | None = None

    def fill(self, entry: Entry) -> None:
        dynamic, live = entry.row["kind"] == "dynamic", entry.status == "live"
        hint = {
            (True, True): tr("The filter is fixed, because the list is live; it is followed each day."),
            (True, False): tr(
                "Say who belongs to it; once it is published, the list fills itself and its filter is fixed."
            ),
            (False, True): tr("Journeys can use this list, and add and remove members."),
            (False, False): tr("Add accounts now or later; an empty list can be published, too.")
            if self._of is ACCOUNTS
            else tr("Add people now or later; an empty list can be published, too."),
        }[dynamic, live]
        self.hint.setText(" ".join(part for part in (str(entry.row["description"] or ""), hint) if part))
        self.condition.setVisible(dynamic)
        shown = (entry.id, entry.row["definition"], entry.status)
        if dynamic and shown != self._filter:
            self.condition.show_condition(entry.row["definition"], editable=not live)
        self._filter = shown
        for button in (self.fill_, self.file, self.out):
            button.setVisible(not dynamic)
        self.refresh_.setVisible(dynamic and live)
        self.publish.setVisible(not live)
        way = (
            (tr("It follows its filter each day; “Refresh now” does so at once.") if live
             else tr("It fills itself once it is published.")) if dynamic
            else tr("Add some by a filter or from a file, or let a journey do it.")
        )  # fmt: skip
        self.members.say_empty(tr("No account is here") if self._of is ACCOUNTS else tr("Nobody is here"), way)
        browse = list_members if self._of is ACCOUNTS else people_list_members
        self.members.show_members(entry.id, lambda workspace: browse(workspace, entry.id))

    def _define(self) -> None:
        if self.entry is not None:
            text = self.condition.text
            self._filter = (self.entry.id, text, self.entry.status)
            self.ledger.write(define_list, self.entry.id, text, self.ledger.now, self._of, told=self.refuse)

    def _ask_filter(self) -> None:
        if self.entry is None:
            return
        name = self.entry.id
        if self._of is ACCOUNTS:
            title, ok = tr("Add accounts by a filter"), tr("Populate accounts")
        else:
            title, ok = tr("Add people by a filter"), tr("Populate people")
        dialog = FormDialog(title, ok, self, tr("Those that are found now are added once; those that are inside stay."))
        dialog.setMinimumWidth(520)
        everybody = tr("All accounts.") if self._of is ACCOUNTS else tr("All people.")
        rows = ConditionField(self.ledger, self._of.entity, everybody)
        rows.show_condition(None)
        dialog.box.insertWidget(1, rows)
        dialog.run = lambda: self.ledger.write(
            fill_list, name, rows.text, self.ledger.now, "filter", self._of, then=partial(self._filled, dialog),
            told=dialog.refuse,
        )  # fmt: skip
        dialog.open()

    def _filled(self, dialog: FormDialog | None, done: Filled) -> None:
        if dialog is not None:
            dialog.accept()
        one = (
            tr("{n} account(s) added.", n=done.added)
            if self._of is ACCOUNTS
            else tr("{n} person(s) added.", n=done.added)
        )
        words = [one]
        if done.already:
            words.append(tr("{number} were inside already.", number=number(done.already)))
        if done.unknown:
            some = ", ".join(done.unknown[:5])
            words.append(tr("{n} line(s) (names|name) nobody, or several: {some}", n=len(done.unknown),
                            some=some))  # fmt: skip
        self.ledger.shell.say(" ".join(words))

    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("A file with ids, names or addresses"), "", "CSV (*.csv *.txt)")
        if path:
            self.import_file(Path(path))

    def import_file(self, path: Path) -> None:
        """Add whom a file names."""
        if self.entry is not None:
            self.ledger.write(
                import_members, self.entry.id, path, self.ledger.now, self._of, then=partial(self._filled, None),
                told=self.refuse,
            )  # fmt: skip

    def _remove(self) -> None:
        keys = self.members.keys()
        if self.entry is not None and keys:
            self.ledger.write(remove_members, self.entry.id, keys, self.ledger.now, self._of, told=self.refuse)

    def _publish(self) -> None:
        self.condition.settle()
        if self.entry is not None:
            self.ledger.write(publish_list, self.entry.id, self.ledger.now, self._of, told=self.refuse)

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove, self._of.lists, self.entry.id)
