"""Roles templates: which roles decide about a purchase, how they weigh, and who gets each of them."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.accounts.ledger import Ledger
from app.accounts.object_screen import Entry, ObjectPane, ObjectsScreen
from app.accounts.objects.role_card import RoleCardEditor
from app.form_dialog import FormDialog
from app.words import tr
from engine.account_data.browsing import roles_of
from engine.account_data.objects import save
from engine.account_data.rows import current_rows
from engine.account_data.templates import cards_of, publish_template, remove_template, save_cards, save_role
from engine.accounts.buying_groups.templates import RoleCard
from engine.problems import Problem
from engine.workspace import Workspace


class TemplatesScreen(ObjectsScreen):
    """Drafts are edited and published; live ones are frozen."""

    columns = (("name", "", 190), ("status", "", 85), ("roles", "", 70), ("interests", "", 80),
               ("updated_at", "", 130), ("updated_by", "", 100), ("created_at", "", 130), ("created_by", "", 100),
               ("published_at", "", 130), ("published_by", "", 100))  # fmt: skip

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("Roles templates"), tr("New template…"), TemplatePane(ledger),
                         statuses=("draft", "live"))  # fmt: skip
        self.role = QPushButton(tr("New role…"))
        self.role.clicked.connect(self._new_role)
        self.add_to_head(self.role)

    def list(self, workspace: Workspace) -> list[Entry]:
        roles = roles_of(workspace)
        users = [row["template_id"] for row in current_rows(workspace, "solution_interest")]
        found: list[Entry] = []
        for row in current_rows(workspace, "role_template"):
            cards = cards_of(workspace, row["template_id"])
            more = {"roles": len(cards), "interests": users.count(row["template_id"]), "cards": cards, "names": roles}
            found.append(Entry(str(row["template_id"]), row, more))
        return found

    def say_empty(self) -> None:
        self.notice.say(
            "identification-card", tr("There is no roles template yet"),
            tr("A template lists the roles that decide about a purchase; people get the first role whose condition "
               "they meet."),
        )  # fmt: skip

    def make_new(self) -> None:
        dialog = FormDialog(tr("New roles template"), tr("Create"), self)
        name, about = dialog.name_and_description()

        def make() -> None:
            values = {"name": name.text().strip(), "description": about.text().strip(), "status": "draft"}
            self.ledger.write(
                save,
                "role_template",
                values,
                self.ledger.now,
                then=self.made(dialog, "template_id"),
                told=dialog.refuse,
            )

        dialog.run = make
        dialog.open()

    def _new_role(self) -> None:
        dialog = FormDialog(tr("New role"), tr("Create"), self,
                            tr("Beside the six default roles a workspace can have fourteen of its own."))  # fmt: skip
        name, about = dialog.name_and_description()
        dialog.run = lambda: self.ledger.write(
            save_role, name.text().strip(), self.ledger.now, about.text().strip(),
            then=lambda _row: dialog.accept(), told=dialog.refuse,
        )  # fmt: skip
        dialog.open()


class TemplatePane(ObjectPane):
    """The cards in order of priority. What changes is kept at once; a live template only shows its cards."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.cards: list[RoleCardEditor] = []
        self._names: Mapping[str, str] = {}
        self.hint = self.quiet("")
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 6, 0)
        self._list.setSpacing(10)
        self._list.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        self.add = QPushButton(tr("Add a role"))
        self.body.addWidget(self.hint)
        self.body.addWidget(area, 1)
        self.foot.insertWidget(0, self.add)
        self.delete, self.publish = self.action(tr("Delete")), self.action(tr("Publish"), primary=True)
        self.add.clicked.connect(self._add)
        self.delete.clicked.connect(self._delete)
        self.publish.clicked.connect(self._publish)
        self._shown: tuple[str, tuple[RoleCard, ...], str] | None = None
        self._pending = 0
        """Changes on their way: what is read meanwhile is older than what is shown."""

    def fill(self, entry: Entry) -> None:
        draft = entry.status != "live"
        self._names = entry.value("names")
        self.hint.setText(
            tr("A person gets the first role, from the top, whose condition holds. Changes are kept at once; once the "
               "template is published, it can be neither changed nor deleted.") if draft
            else tr("This template is live; it cannot be changed any more.")
        )  # fmt: skip
        for button in (self.add, self.delete, self.publish):
            button.setVisible(draft)
        cards: tuple[RoleCard, ...] = entry.value("cards")
        same = self._shown is not None and self._shown[0] == entry.id
        if self._pending and same:
            return
        if (entry.id, cards, entry.status) != self._shown:
            self._show(cards, editable=draft)
        self._shown = (entry.id, cards, entry.status)

    def _show(self, cards: Sequence[RoleCard], *, editable: bool) -> None:
        for old in self.cards:
            old.hide()
            old.deleteLater()
        self.cards = []
        for place, card in enumerate(cards):
            editor = RoleCardEditor(card, self._names, self.ledger, editable=editable)
            editor.changed.connect(self._keep)
            editor.removed.connect(partial(self._remove, editor))
            editor.moved.connect(partial(self._move, editor))
            editor.up.setEnabled(editable and place > 0)
            editor.down.setEnabled(editable and place < len(cards) - 1)
            self.cards.append(editor)
            self._list.insertWidget(place, editor)

    @property
    def _standing(self) -> list[RoleCard]:
        return [one.card() for one in self.cards]

    def _keep(self) -> None:
        if self.entry is not None:
            cards = self._standing
            self._shown = (self.entry.id, tuple(cards), self.entry.status)
            self._change(cards)

    def _change(self, cards: Sequence[RoleCard]) -> None:
        if self.entry is not None:
            self._pending += 1
            self.ledger.write(
                save_cards, self.entry.id, cards, self.ledger.now, then=self._changed, told=self._not_changed
            )  # fmt: skip

    def _changed(self, _done: None) -> None:
        self._pending -= 1

    def _not_changed(self, problem: Problem) -> None:
        self._pending -= 1
        self.refuse(problem)

    def _add(self) -> None:
        cards = self._standing
        used = {one.role for one in cards}
        free = next((role for role in self._names if role not in used), None)
        if free is not None:
            self._change([*cards, RoleCard(free, required=True)])

    def _remove(self, editor: RoleCardEditor) -> None:
        self._change([one.card() for one in self.cards if one is not editor])

    def _move(self, editor: RoleCardEditor, step: int) -> None:
        cards, place = self._standing, self.cards.index(editor)
        cards.insert(place + step, cards.pop(place))
        self._change(cards)

    def _publish(self) -> None:
        for card in self.cards:
            card.condition.settle()
        if self.entry is not None:
            self.ledger.write(publish_template, self.entry.id, self.ledger.now, told=self.refuse)

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove_template, self.entry.id)
