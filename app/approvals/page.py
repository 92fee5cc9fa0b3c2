"""The policies of a workspace, which of them are active, and the groups of people that they name."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from app.approvals.dialog import PolicyDialog
from app.approvals.words import names_in, when_sentence, who_sentence, written
from app.desk import Desk
from app.runs.table import Row, TextTable
from app.sections import Shell
from app.words import tr
from engine.workspace.approvals import Policy, PolicyEntry

KEY = "approvals"


def open_policies(shell: Shell) -> None:
    """Show the page in its tab."""
    desk = shell.desk
    if desk is not None:
        shell.open_page(KEY, tr("Approvals"), "ph.check-circle", lambda: ApprovalsPage(desk, shell))


class ApprovalsPage(QWidget):
    """Policies above, groups below."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self.policies: dict[str, PolicyEntry] = {}
        self.members: dict[str, tuple[str, ...]] = {}
        self.list = TextTable(
            (tr("Policy"), tr("State"), tr("Applies when"), tr("Who may agree")), (200, 90, 560, 200),
            tr("Approval policies"), empty=tr("There is no policy: everybody publishes without asking."),
        )  # fmt: skip
        self.groups = TextTable(
            (tr("Group"), tr("Members")), (220, 520), tr("Groups of people"),
            empty=tr("A group is named once, and stands in as many policies as you like."),
        )  # fmt: skip
        self.buttons = {
            "new": QPushButton(tr("New policy…")),
            "edit": QPushButton(tr("Edit…")),
            "toggle": QPushButton(tr("Activate")),
            "copy": QPushButton(tr("Duplicate")),
            "delete": QPushButton(tr("Delete")),
        }
        self.buttons["new"].setProperty("primary", True)
        self.new_group, self.edit_group = QPushButton(tr("New group…")), QPushButton(tr("Members…"))
        self.ask: Callable[[str, str, str], str | None] = self._ask
        self._arrange()
        for key, work in (("new", self.new), ("edit", self.edit), ("toggle", self._toggle), ("copy", self._copy),
                          ("delete", self._delete)):  # fmt: skip
            self.buttons[key].clicked.connect(partial(self._pressed, work))
        self.new_group.clicked.connect(self._new_group)
        self.edit_group.clicked.connect(self._edit_group)
        self.list.activated.connect(self.edit)
        self.groups.activated.connect(self._edit_group)
        for table in (self.list, self.groups):
            table.selectionModel().currentRowChanged.connect(self._offer)
            table.rows.modelReset.connect(self._offer)
        self.setFocusProxy(self.list)
        self.refresh()

    def _arrange(self) -> None:
        heading = QLabel(tr("Approvals"))
        heading.setProperty("heading", True)
        about = QLabel(
            tr("An active policy says whose word a publication needs. What meets it is put in review; whoever may "
               "agree approves it, which publishes it, or asks for changes.")
        )  # fmt: skip
        about.setWordWrap(True)
        about.setProperty("quiet", True)
        self.why = QLabel()
        self.why.setProperty("quiet", True)
        head, row, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.buttons["new"])
        for key in ("edit", "toggle", "copy", "delete"):
            row.addWidget(self.buttons[key])
        row.addWidget(self.why)
        row.addStretch(1)
        people = QLabel(tr("Groups of people"))
        people.setProperty("fieldTitle", True)
        for widget in (self.new_group, self.edit_group):
            below.addWidget(widget)
        below.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(about)
        box.addWidget(self.list, 2)
        box.addLayout(row)
        box.addWidget(people)
        box.addWidget(self.groups, 1)
        box.addLayout(below)

    # What is shown

    @property
    def current(self) -> PolicyEntry | None:
        """The policy that is selected."""
        row = self.list.shown.row(self.list.currentIndex())
        return None if row is None else self.policies.get(row.id)

    def refresh(self) -> None:
        """Read them anew."""
        self._desk.tasks.start(self._refresh(), of=self)

    async def _refresh(self) -> None:
        approvals = self._desk.workspace.approvals
        policies, members = await self._desk.reader.run(lambda: (approvals.policies(), approvals.groups()))
        selected = self.current.id if self.current is not None else ""
        self.policies = {one.id: one for one in policies}
        self.members = members
        self.list.rows.show([_policy_row(one) for one in policies])
        self.groups.rows.show([Row((name, written(people)), (name, written(people)), name)
                               for name, people in members.items()])  # fmt: skip
        names = list(self.policies)
        if names:
            place = names.index(selected) if selected in names else 0
            self.list.setCurrentIndex(self.list.shown.mapFromSource(self.list.rows.index(place, 0)))
        self._offer()

    def _offer(self) -> None:
        found = self.current
        for key in ("edit", "toggle", "copy", "delete"):
            self.buttons[key].setEnabled(found is not None)
        active = found is not None and found.active
        for key in ("edit", "delete"):
            self.buttons[key].setEnabled(found is not None and not active)
        self.buttons["toggle"].setText(tr("Deactivate") if active else tr("Activate"))
        self.why.setText(tr("An active policy cannot be changed. Deactivate it first.") if active else "")
        self.edit_group.setEnabled(self.groups.shown.row(self.groups.currentIndex()) is not None)

    # What is done

    def _pressed(self, work: Callable[[], object], _checked: bool = False) -> None:
        work()

    def new(self) -> PolicyDialog:
        """Make a policy."""
        return self._open(None)

    def edit(self) -> PolicyDialog | None:
        """Change the one that is selected, unless it is active."""
        found = self.current
        return None if found is None or found.active else self._open(found)

    def _open(self, entry: PolicyEntry | None) -> PolicyDialog:
        dialog = PolicyDialog(None if entry is None else entry.policy, self.members, self.window())
        name = "" if entry is None else entry.id

        def store() -> None:
            self._desk.tasks.start(dialog.finish(self._changed(self._saving(dialog.policy, name))), of=self)

        dialog.store = store
        dialog.open()
        return dialog

    def _saving(self, policy: Policy, name: str) -> Callable[[], object]:
        return partial(self._desk.workspace.approvals.save, policy, name)

    def _toggle(self) -> None:
        found = self.current
        if found is not None:
            self._change(partial(self._desk.workspace.approvals.activate, found.id, active=not found.active))

    def _copy(self) -> None:
        found = self.current
        if found is not None:
            taken = {one.policy.name for one in self.policies.values()}
            name = tr("{name} (copy)", name=found.policy.name)
            while name in taken:
                name = tr("{name} (copy)", name=name)
            self._change(self._saving(found.policy.model_copy(update={"name": name}), ""))

    def _delete(self) -> None:
        found = self.current
        if found is not None:
            self._change(partial(self._desk.workspace.approvals.remove, found.id))

    def _new_group(self) -> None:
        name = self.ask(tr("New group"), tr("Name"), "")
        if name and name.strip():
            self._ask_members(name.strip())

    def _edit_group(self) -> None:
        row = self.groups.shown.row(self.groups.currentIndex())
        if row is not None:
            self._ask_members(row.id)

    def _ask_members(self, name: str) -> None:
        told = tr("Names, separated by commas; nobody removes the group")
        people = self.ask(tr("Members of {name}", name=name), told, written(self.members.get(name, ())))
        if people is not None:
            self._change(partial(self._desk.workspace.approvals.set_group, name, names_in(people)))

    def _change(self, work: Callable[[], object]) -> None:
        self._desk.tasks.start(self._changed(work), of=self)

    async def _changed(self, work: Callable[[], object]) -> None:
        try:
            await self._desk.worker.run(work)
        finally:
            await self._refresh()

    def _ask(self, title: str, words: str, first: str) -> str | None:
        text, done = QInputDialog.getText(self, title, words, text=first)
        return text if done else None


def _policy_row(entry: PolicyEntry) -> Row:
    policy = entry.policy
    state = tr("Active") if entry.active else tr("Draft")
    cells = (policy.name, state, when_sentence(policy), who_sentence(policy))
    return Row(cells, tuple(one.casefold() for one in cells), entry.id)
