"""Programs: initiatives with members who move from status to status, and the types that they have in common."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.accounts.ledger import Ledger
from app.accounts.members_panel import MembersPanel
from app.accounts.object_screen import Entry, ObjectPane, ObjectsScreen
from app.accounts.objects.scoring import field_at, grid, put
from app.form_dialog import FormDialog
from app.runs.table import Row, TextTable
from app.shell.steps import Steps
from app.words import tr
from engine.account_data.inventory import count_members, program_members
from engine.account_data.programs import (
    Step,
    remove_program,
    remove_token,
    remove_type,
    save_program,
    save_token,
    save_type,
    set_status,
    steps_of,
    tokens_of,
)
from engine.account_data.rows import current_rows
from engine.accounts.tables.lists import NO_STATUS
from engine.workspace import Workspace

FIRST = (Step("Invited", 1), Step("Responded", 2), Step("Attended", 3, success=True))
"""The statuses of a new type, to be changed."""


class ProgramsScreen(ObjectsScreen):
    """Each with its type, its parent and how many members it has."""

    columns = (("name", "", 170), ("type", "", 120), ("parent", "", 120), ("members", "", 80), ("updated_at", "", 130))

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("Programs"), tr("New program…"), ProgramPane(ledger))

    def list(self, workspace: Workspace) -> list[Entry]:
        rows = current_rows(workspace, "program")
        names = {row["program_id"]: str(row["name"]) for row in rows}
        types = {row["type_id"]: str(row["name"]) for row in current_rows(workspace, "program_type")}
        counts = count_members(workspace, "program_member", "program_id")
        return [
            Entry(str(row["program_id"]), row, {
                "type": types.get(row["type_id"]), "parent": names.get(row["parent_id"]),
                "members": counts.get(str(row["program_id"]), 0), "names": names,
                "steps": steps_of(workspace, str(row["type_id"])),
                "tokens": tokens_of(workspace, str(row["program_id"])),
            })
            for row in rows
        ]  # fmt: skip

    def say_empty(self) -> None:
        self.notice.say(
            "presentation-chart", tr("There is no program yet"),
            tr("A program, such as a webinar, has members whose status journeys and filters look at. It takes a type "
               "first, which says which statuses there are."),
        )  # fmt: skip

    def make_new(self) -> None:
        self.ledger.tasks.start(self._ask(), of=self)

    async def _ask(self) -> None:
        await self.ledger.prepare()
        types = await self.ledger.ask(lambda workspace: current_rows(workspace, "program_type"))
        if not types:
            self.wanted.emit("program_types", "")
            return
        dialog = FormDialog(tr("New program"), tr("Create"), self)
        name, about = dialog.name_and_description()
        kind, parent = QComboBox(), QComboBox()
        for row in types:
            kind.addItem(str(row["name"]), row["type_id"])
        parent.addItem(tr("(no parent)"), "")
        for entry in self.entries:
            parent.addItem(entry.name, entry.id)
        dialog.row(tr("Type"), kind)
        dialog.row(tr("Parent"), parent)
        dialog.run = lambda: self.ledger.write(
            partial(save_program, parent=str(parent.currentData() or ""), description=about.text().strip()),
            name.text().strip(), str(kind.currentData()), self.ledger.now, then=self.made(dialog, "program_id"),
            told=dialog.refuse,
        )  # fmt: skip
        dialog.open()


class ProgramPane(ObjectPane):
    """Its name and parent; its members with their statuses; its tokens, inherited ones among them."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.name, self.about, self.parent_ = QLineEdit(), QLineEdit(), QComboBox()
        form = QFormLayout()
        form.setSpacing(8)
        for words, field in ((tr("Name"), self.name), (tr("Description"), self.about), (tr("Parent"), self.parent_)):
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.members = MembersPanel(ledger)
        self.change = QPushButton(tr("Change the status…"))
        members = QWidget()
        inner = QVBoxLayout(members)
        inner.setContentsMargins(0, 8, 0, 0)
        inner.addWidget(self.members, 1)
        inner.addLayout(_row(self.change))
        self.tokens = TextTable((tr("Name"), tr("Type"), tr("Value"), tr("From")), (140, 80, 160, 140), tr("Tokens"))
        self.token, self.untoken = QPushButton(tr("Set a token…")), QPushButton(tr("Remove the token"))
        tokens = QWidget()
        inner = QVBoxLayout(tokens)
        inner.setContentsMargins(0, 8, 0, 0)
        inner.addWidget(self.tokens, 1)
        inner.addLayout(_row(self.token, self.untoken))
        self.tabs.addTab(members, tr("Members"))
        self.tabs.addTab(tokens, tr("Tokens"))
        self.body.addLayout(form)
        self.body.addWidget(self.tabs, 1)
        self.delete, self.save = self.action(tr("Delete")), self.action(tr("Save"), primary=True)
        self.change.clicked.connect(self._ask_status)
        self.token.clicked.connect(self._ask_token)
        self.untoken.clicked.connect(self._remove_token)
        self.save.clicked.connect(self._save)
        self.delete.clicked.connect(self._delete)

    def fill(self, entry: Entry) -> None:
        self.name.setText(entry.name)
        self.about.setText(str(entry.row["description"] or ""))
        self.parent_.clear()
        self.parent_.addItem(tr("(no parent)"), "")
        for key, name in entry.value("names").items():
            if key != entry.id:
                self.parent_.addItem(name, key)
        self.parent_.setCurrentIndex(max(0, self.parent_.findData(entry.row["parent_id"] or "")))

    def follow(self, entry: Entry) -> None:
        self.status.setText(str(entry.value("type") or ""))
        names: Mapping[str, str] = entry.value("names")
        self.tokens.rows.show([
            Row((name, _token_word(kind), value, tr("this program") if whose == entry.id else names.get(whose, whose)),
                (name, kind, value, whose), name)
            for name, kind, value, whose in entry.value("tokens")
        ])  # fmt: skip
        self.members.show_members(entry.id, lambda workspace: program_members(workspace, entry.id))

    def standing(self) -> tuple[str, str, str]:
        return self.name.text().strip(), self.about.text().strip(), str(self.parent_.currentData() or "")

    def _save(self) -> None:
        if self.entry is not None:
            name, about, parent = self.standing()
            keep = partial(save_program, parent=parent, program=self.entry.id, description=about)
            self.keep(keep, name, str(self.entry.row["type_id"]), self.ledger.now)

    def _ask_status(self) -> None:
        if self.entry is None:
            return
        name, chosen = self.entry.id, self.members.keys()
        dialog = FormDialog(
            tr("Change the status"), tr("Change"), self,
            tr("A status never moves back. To correct one, take the person out of the program first."),
        )  # fmt: skip
        people, status = QLineEdit(", ".join(chosen)), QComboBox()
        people.setPlaceholderText(tr("Ids of people, apart by commas"))
        for step in self.entry.value("steps"):
            status.addItem(step.name, step.name)
        status.addItem(tr("Not in program"), NO_STATUS)
        dialog.row(tr("People"), people)
        dialog.row(tr("Status"), status)
        dialog.need(people)

        def done(changed: int) -> None:
            dialog.accept()
            self.ledger.shell.say(tr("Status changed for {n} person(s).", n=changed))

        def run() -> None:
            wanted = [part.strip() for part in people.text().split(",") if part.strip()]
            self.ledger.write(set_status, name, wanted, str(status.currentData()), self.ledger.now, then=done,
                              told=dialog.refuse)  # fmt: skip

        dialog.run = run
        dialog.open()

    def _ask_token(self) -> None:
        if self.entry is None:
            return
        program = self.entry.id
        dialog = FormDialog(tr("Set a token"), tr("Set"), self,
                            tr("Programs below inherit it, unless they have one of the same name."))  # fmt: skip
        name, kind, value = QLineEdit(), QComboBox(), QLineEdit()
        for one in ("text", "number"):
            kind.addItem(_token_word(one), one)
        for words, field in ((tr("Name"), name), (tr("Type"), kind), (tr("Value"), value)):
            dialog.row(words, field)
        dialog.need(name)
        dialog.run = lambda: self.ledger.write(
            save_token, program, name.text().strip(), str(kind.currentData()), value.text().strip(), self.ledger.now,
            then=lambda _done: dialog.accept(), told=dialog.refuse,
        )  # fmt: skip
        dialog.open()

    def _remove_token(self) -> None:
        row = self.tokens.current
        if self.entry is not None and row is not None:
            self.ledger.write(remove_token, self.entry.id, row.id, told=self.refuse)

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove_program, self.entry.id)


class ProgramTypesScreen(ObjectsScreen):
    """Each with its statuses and the programs that have it."""

    columns = (("name", "", 180), ("steps", "", 220), ("programs", "", 90), ("updated_at", "", 130))

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("Program types"), tr("New type…"), TypePane(ledger))

    def list(self, workspace: Workspace) -> list[Entry]:
        users = [row["type_id"] for row in current_rows(workspace, "program")]
        found: list[Entry] = []
        for row in current_rows(workspace, "program_type"):
            steps = steps_of(workspace, str(row["type_id"]))
            more = {"steps": ", ".join(one.name for one in steps), "programs": users.count(row["type_id"]),
                    "all": steps}  # fmt: skip
            found.append(Entry(str(row["type_id"]), row, more))
        return found

    def say_empty(self) -> None:
        self.notice.say(
            "list-numbers", tr("There is no program type yet"),
            tr("A type says which statuses members can have, in steps, and which of them are a success."),
        )  # fmt: skip

    def make_new(self) -> None:
        dialog = FormDialog(tr("New program type"), tr("Create"), self)
        name, about = dialog.name_and_description()
        dialog.run = lambda: self.ledger.write(
            partial(save_type, description=about.text().strip()), name.text().strip(), FIRST, self.ledger.now,
            then=self.made(dialog, "type_id"), told=dialog.refuse,
        )  # fmt: skip
        dialog.open()


class TypePane(ObjectPane):
    """The statuses with their steps. A type that a program has does not change any more."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.name, self.about = QLineEdit(), QLineEdit()
        form = QFormLayout()
        form.setSpacing(8)
        for words, field in ((tr("Name"), self.name), (tr("Description"), self.about)):
            field.setAccessibleName(words)
            form.addRow(words, field)
        title = QLabel(tr("Statuses"))
        title.setProperty("fieldTitle", True)
        self.hint = self.quiet("")
        self.steps: QTableWidget = grid((tr("Status"), tr("Step"), tr("Success")), tr("Statuses"))
        self.add, self.drop = QPushButton(tr("Add a status")), QPushButton(tr("Remove the status"))
        self.body.addLayout(form)
        self.body.addWidget(title)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.steps, 1)
        self.body.addLayout(_row(self.add, self.drop))
        self.delete, self.save = self.action(tr("Delete")), self.action(tr("Save"), primary=True)
        self.add.clicked.connect(lambda: self._append(Step("", self.steps.rowCount() + 1), editable=True))
        self.drop.clicked.connect(lambda: self.steps.removeRow(self.steps.currentRow()))
        self.save.clicked.connect(self._save)
        self.delete.clicked.connect(self._delete)

    def fill(self, entry: Entry) -> None:
        free = not entry.value("programs")
        self.name.setText(entry.name)
        self.about.setText(str(entry.row["description"] or ""))
        self.hint.setText(
            tr("Several statuses may stand at one step. Members move to the same step or a later one.") if free
            else tr("A program has this type, so it does not change any more.")
        )  # fmt: skip
        self.steps.setRowCount(0)
        for step in entry.value("all"):
            self._append(step, editable=free)
        for field in (self.name, self.about):
            field.setEnabled(free)
        for button in (self.add, self.drop, self.save, self.delete):
            button.setVisible(free)

    def _append(self, step: Step, *, editable: bool) -> None:
        line = self.steps.rowCount()
        self.steps.insertRow(line)
        name, place, success = QLineEdit(step.name), Steps(), QCheckBox()
        name.setAccessibleName(tr("Status"))
        place.setAccessibleName(tr("Step"))
        place.setRange(1, 99)
        place.setValue(step.step)
        success.setAccessibleName(tr("Success"))
        success.setChecked(step.success)
        for column, field in enumerate((name, place, success)):
            field.setEnabled(editable)
            put(self.steps, line, column, field)

    def standing(self) -> object:
        return self.name.text().strip(), self.about.text().strip(), self.standing_steps

    @property
    def standing_steps(self) -> tuple[Step, ...]:
        """The statuses as they stand."""
        found: list[Step] = []
        for line in range(self.steps.rowCount()):
            name, place, success = (field_at(self.steps, line, column) for column in range(3))
            if isinstance(name, QLineEdit) and isinstance(place, QSpinBox) and isinstance(success, QCheckBox):
                found.append(Step(name.text().strip(), place.value(), success.isChecked()))
        return tuple(found)

    def _save(self) -> None:
        if self.entry is not None:
            keep = partial(save_type, kind=self.entry.id, description=self.about.text().strip())
            self.keep(keep, self.name.text().strip(), self.standing_steps, self.ledger.now)

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove_type, self.entry.id)


def _row(*buttons: QPushButton) -> QHBoxLayout:
    found = QHBoxLayout()
    for button in buttons:
        found.addWidget(button)
    found.addStretch(1)
    return found


def _token_word(kind: str) -> str:
    return {"text": tr("Text"), "number": tr("Number")}.get(kind, kind)
