"""A screen of named objects: a list that is searched, sorted and narrowed by status, and the chosen one beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.accounts.detail_pane import word
from app.accounts.ledger import Ledger
from app.accounts.screen import Screen
from app.form_dialog import FormDialog
from app.runs.table import Row, TextTable
from app.words import moment, number, told, tr
from engine.problems import Problem
from engine.workspace import Workspace

_BESIDE_TITLE = 30
"""What a column has beside its title, the mark of the order included, in pixels."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An object: its row, and what else the list says of it, by column."""

    id: str
    row: Mapping[str, Any]
    more: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def name(self) -> str:
        return str(self.row.get("name") or self.id)

    @property
    def status(self) -> str:
        return str(self.row.get("status") or "")

    def value(self, name: str) -> Any:
        """What a column of the list holds."""
        return self.more[name] if name in self.more else self.row.get(name)


class ObjectPane(QFrame):
    """The chosen object: its name and status, a body that each kind fills, and what can be done with it."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.ledger = ledger
        self.entry: Entry | None = None
        self._unchanged: object = None
        self._then: Callable[[], None] | None = None
        self.title, self.status, self.told = QLabel(), QLabel(), QLabel()
        self.title.setProperty("heading", True)
        self.title.setWordWrap(True)
        self.status.setProperty("quiet", True)
        self.told.setProperty("error", True)
        self.told.setWordWrap(True)
        self.told.hide()
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.status, 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 14, 18, 14)
        box.setSpacing(12)
        box.addLayout(head)
        box.addLayout(self.body, 1)
        box.addWidget(self.told)
        box.addLayout(self.foot)

    def action(self, text: str, *, primary: bool = False) -> QPushButton:
        """A button at the foot."""
        button = QPushButton(text)
        button.setProperty("primary", primary)
        self.foot.addWidget(button)
        return button

    def show_entry(self, entry: Entry) -> None:
        """Show an object. What was changed of it and is not saved yet stays, whatever else was written meanwhile."""
        before, self.entry = self.entry, entry
        same = before is not None and (before.id, before.status) == (entry.id, entry.status)
        self.title.setText(entry.name)
        self.status.setText(word(entry.status).capitalize() if entry.status else "")
        self.setAccessibleName(entry.name)
        if not same or self.standing() == self._unchanged:
            self.told.hide()
            self.fill(entry)
            self._unchanged = self.standing()
        self.follow(entry)

    def fill(self, entry: Entry) -> None:
        """Fill the fields."""
        raise NotImplementedError

    def follow(self, entry: Entry) -> None:
        """Show what stands beside the fields and is read anew each time."""

    def standing(self) -> object:
        """What stands in the fields and is not kept before it is saved."""
        return None

    @property
    def is_unsaved(self) -> bool:
        """Whether something stands in the fields that a press of “Save” would keep."""
        return self.entry is not None and self.standing() != self._unchanged

    def give_up(self) -> None:
        """Forget what stands in the fields and was not saved."""
        self._unchanged = self.standing()

    def save_first(self, then: Callable[[], None]) -> None:
        """Save what stands in the fields, then go on; where that is refused, the pane stays and says why."""
        self._then = then
        self._save()

    def _save(self) -> None:
        """Keep what stands in the fields, where there are any."""

    def keep(self, work: Callable[..., object], *args: Any) -> None:
        """Save what stands in the fields."""
        kept = self.standing()

        def done(_done: object) -> None:
            self._unchanged = kept
            then, self._then = self._then, None
            if then is not None:
                then()

        self.ledger.write(work, *args, then=done, told=self.refuse)

    def forget(self, work: Callable[..., object], *args: Any) -> None:
        """Delete the object, once that is agreed to."""
        name = "" if self.entry is None else self.entry.name
        self.agree(tr("Delete “{name}”?", name=name), tr("It cannot be brought back."), tr("Delete"), work, *args)

    def agree(self, question: str, about: str, words: str, work: Callable[..., object], *args: Any) -> None:
        """Do what cannot be taken back, once it is agreed to by the button of these words."""
        dialog = FormDialog(question, words, self, about)

        def done(_done: object) -> None:
            dialog.accept()

        def refused(problem: Problem) -> None:
            dialog.reject()
            self.refuse(problem)

        dialog.run = lambda: self.ledger.write(work, *args, then=done, told=refused)
        dialog.open()

    def refuse(self, problem: Problem) -> None:
        """Say what was wrong with the last wish."""
        self._then = None
        self.told.setText(told(problem))
        self.told.show()

    def quiet(self, text: str) -> QLabel:
        """A sentence of explanation."""
        label = QLabel(text)
        label.setProperty("quiet", True)
        label.setWordWrap(True)
        return label


class LeaveDialog(FormDialog):
    """What becomes of the changes of an object that is left: saved, dropped, or it is not left."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(tr("“{name}” has changes that are not saved", name=name), tr("Save"), parent)
        self.drop = self.buttons.addButton(tr("Drop the changes"), QDialogButtonBox.ButtonRole.DestructiveRole)


class ObjectsScreen(Screen):
    """Subclasses say which objects there are, and how one is made and shown."""

    columns: Sequence[tuple[str, str, int]] = ()
    """Column, title and width."""

    def __init__(self, ledger: Ledger, title: str, new: str, pane: ObjectPane, *, statuses: Sequence[str] = ()) -> None:
        super().__init__(ledger, title)
        self.pane = pane
        self.entries: list[Entry] = []
        self._id = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(220)
        self.status = QComboBox()
        self.status.setAccessibleName(tr("Status"))
        self.status.addItem(tr("All statuses"), "")
        for one in statuses:
            self.status.addItem(word(one).capitalize(), one)
        titles = [self.column_title(name) for name, _, _ in self.columns]
        self.table = TextTable(titles, [width for _, _, width in self.columns], title, empty=tr("Nothing matches"))
        letters = self.table.horizontalHeader().fontMetrics()
        for place, (text, (_, _, width)) in enumerate(zip(titles, self.columns, strict=True)):
            # In another language a title may be longer.
            self.table.setColumnWidth(place, max(width, letters.horizontalAdvance(text) + _BESIDE_TITLE))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        left = QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.table)
        self.split.addWidget(left)
        self.split.addWidget(pane)
        self.split.setSizes([420, 620])
        self.set_content(self.split)
        # What is most wanted of a screen with objects is at the foot of the one that is shown.
        self.new = self.add_action(new, self.make_new)
        self.add_to_head(self.search)
        self.belongs_to_content(self.new, self.search)
        if statuses:
            self.add_to_head(self.status)
            self.belongs_to_content(self.status)
        self.notice.action.setText(new)
        self.notice.action.setProperty("primary", True)
        self.notice.action.clicked.connect(lambda: self.make_new())
        self.search.textChanged.connect(self._narrow)
        self.status.currentIndexChanged.connect(self._narrow)
        self.table.selectionModel().currentRowChanged.connect(lambda: self._chosen())
        away = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(lambda: self.search.setFocus())

    def add_to_head(self, widget: QWidget) -> None:
        # The way to something new stands last.
        self.insert_in_head(widget, before=self.new)

    def column_title(self, name: str) -> str:
        """What a column is called."""
        return {
            "name": tr("Name"), "status": tr("Status"), "kind": tr("Type"), "created_at": tr("Created"),
            "updated_at": tr("Updated"), "published_at": tr("Published on"), "roles": tr("Roles"),
            "interests": tr("Interests"), "template": tr("Roles template"), "jobs": tr("Creation jobs"),
            "groups": tr("Buying groups"), "update_existing": tr("Kept up"), "accounts": tr("Accounts"),
            "people": tr("People"), "rule": tr("Rule"), "active": tr("Active there"), "definition": tr("Definition"),
            "stages": tr("Stages"), "created_by": tr("Created by"), "updated_by": tr("Changed by"),
            "published_by": tr("Published by"), "members": tr("Members"), "steps": tr("Statuses"),
            "programs": tr("Programs"), "place": tr("Priority"), "criteria": tr("Told from"),
            "keywords": tr("Keywords"), "products": tr("Products"), "workspace": tr("Workspace"),
            "is_requestable": tr("Accepts requests"), "partitions": tr("Partitions"), "parent": tr("Parent"),
            "type": tr("Type"), "requests": tr("Requests"), "what": tr("Kind"), "subject": tr("Subject line"),
        }[name]  # fmt: skip

    def list(self, workspace: Workspace) -> list[Entry]:
        """The objects that there are."""
        raise NotImplementedError

    def make_new(self) -> None:
        """Ask for a new object."""
        raise NotImplementedError

    def say_empty(self) -> None:
        """What to do where there is none."""
        raise NotImplementedError

    def made(self, dialog: FormDialog, key: str) -> Callable[[Mapping[str, Any]], None]:
        """What to do once the row of a new object is there, its id in `key`: close the dialog and show the object."""

        def done(row: Mapping[str, Any]) -> None:
            dialog.accept()
            self._id = str(row[key])

        return done

    async def read(self) -> None:
        await self.ledger.look()
        self.entries = await self.ledger.ask(self.list) if self.ledger.ready else []
        self.count.setText(number(len(self.entries)) if self.entries else "")
        if not self.entries:
            self.say_empty()
        self.notice.action.setVisible(not self.entries)
        self.show_content(bool(self.entries))
        wanted = self._id
        numbers = [place for place, (name, _, _) in enumerate(self.columns) if self._counts(name)]
        self.table.rows.show([self._row(one) for one in self.entries], numbers=numbers)
        known = [one.id for one in self.entries]
        self._choose(wanted if wanted in known else known[0] if known else "")

    def _counts(self, name: str) -> bool:
        """Whether a column holds numbers."""
        held = [entry.value(name) for entry in self.entries]
        return any(isinstance(one, int | float) and not isinstance(one, bool) for one in held)

    def _row(self, entry: Entry) -> Row:
        values = [entry.value(name) for name, _, _ in self.columns]
        cells = tuple(_cell(name, value) for (name, _, _), value in zip(self.columns, values, strict=True))
        keys = tuple((value is None, value.casefold() if isinstance(value, str) else value or 0) for value in values)
        return Row(cells, keys, entry.id, entry.status)

    def select(self, name: str) -> None:
        self._id = name
        self._choose(name)

    def _choose(self, name: str) -> None:
        place = next((place for place, one in enumerate(self.entries) if one.id == name), -1)
        if place >= 0:
            self.table.setCurrentIndex(self.table.shown.mapFromSource(self.table.rows.index(place, 0)))
            self._chosen()

    def _chosen(self) -> None:
        row = self.table.current
        entry = next((one for one in self.entries if row is not None and one.id == row.id), None)
        if entry is None:
            return
        left = self.pane.entry
        known = left is not None and any(one.id == left.id for one in self.entries)
        if left is not None and known and left.id != entry.id and self.pane.is_unsaved:
            # The table is still choosing the row: it is only afterwards that another one can be chosen.
            self._id = left.id
            QTimer.singleShot(0, self, partial(self._ask_to_leave, left, entry.id))
            return
        self._id = entry.id
        self.pane.show_entry(entry)

    def _ask_to_leave(self, left: Entry, wanted: str) -> None:
        """Stay with an object whose changes are not saved until it is said what becomes of them."""
        self._choose(left.id)
        if any(one.isVisible() for one in self.findChildren(LeaveDialog)):
            return
        dialog = LeaveDialog(left.name, self)

        def leave() -> None:
            dialog.accept()
            self.pane.give_up()
            self.select(wanted)

        def save() -> None:
            dialog.accept()
            self.pane.save_first(partial(self.select, wanted))

        dialog.run = save
        dialog.drop.clicked.connect(leave)
        dialog.open()

    def _narrow(self) -> None:
        self.table.shown.narrow(self.search.text(), str(self.status.currentData() or ""))
        shown = self.table.shown.rowCount()
        whole = len(self.entries)
        some = tr("{shown} of {whole}", shown=number(shown), whole=number(whole))
        self.count.setText(number(whole) if shown == whole else some)


def _cell(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, int):
        return number(value)
    if isinstance(value, datetime):
        return moment(value.replace(tzinfo=UTC).astimezone())
    if name in {"status", "kind"}:
        said = word(str(value))
        return said[:1].upper() + said[1:]  # the rest may hold names
    return str(value)
