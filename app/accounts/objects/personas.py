"""Personas: kinds of people, told from words in their attributes; the first that fits a person is taken."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.accounts.ledger import Ledger
from app.accounts.object_screen import Entry, ObjectPane, ObjectsScreen
from app.form_dialog import FormDialog
from app.panel.nested import small
from app.words import headed, said, tr
from engine.account_data.personas import criteria_of, move_persona, personas_of, remove_persona, save_persona
from engine.accounts.buying_groups.templates import MOST_ATTRIBUTES, MOST_ATTRIBUTES_EACH, MOST_PERSONAS
from engine.problems import Problem
from engine.types import Family
from engine.workspace import Workspace


class PersonasScreen(ObjectsScreen):
    """In the order in which they are tried."""

    columns = (("place", "", 70), ("name", "", 190), ("criteria", "", 260), ("updated_at", "", 130))

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("Personas"), tr("New persona…"), PersonaPane(ledger))

    def list(self, workspace: Workspace) -> list[Entry]:
        fields = {one.name: one.title for one in workspace.catalog().table_by_name["person"].attributes
                  if one.type.family is Family.TEXT}  # fmt: skip
        found: list[Entry] = []
        for place, row in enumerate(personas_of(workspace), start=1):
            criteria = criteria_of(row)
            words = "; ".join(headed(said(fields.get(name, name)), ", ".join(some)) for name, some in criteria.items())
            found.append(Entry(str(row["persona_id"]), row, {"place": place, "criteria": words, "fields": fields}))
        return found

    def say_empty(self) -> None:
        self.notice.say(
            "user-focus", tr("There is no persona yet"),
            tr("A persona is told from words in attributes, such as a job title that holds “director”."),
        )  # fmt: skip

    def make_new(self) -> None:
        dialog = FormDialog(
            tr("New persona"), tr("Create"), self,
            tr("At most {most} personas, each told from up to {each} attributes, {all} different ones in all.",
               most=MOST_PERSONAS, each=MOST_ATTRIBUTES_EACH, all=MOST_ATTRIBUTES),
        )  # fmt: skip
        name, about = dialog.name_and_description()
        dialog.run = lambda: self.ledger.write(
            partial(save_persona, description=about.text().strip()), name.text().strip(), {}, self.ledger.now,
            then=self.made(dialog, "persona_id"), told=dialog.refuse,
        )  # fmt: skip
        dialog.open()


class PersonaPane(ObjectPane):
    """A line for each attribute with its words; which persona is tried first."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.name, self.about = QLineEdit(), QLineEdit()
        self._fields: Mapping[str, str] = {}
        self.lines: list[CriterionLine] = []
        form = QFormLayout()
        form.setSpacing(8)
        for words, field in ((tr("Name"), self.name), (tr("Description"), self.about)):
            field.setAccessibleName(words)
            form.addRow(words, field)
        title = QLabel(tr("Told from"))
        title.setProperty("fieldTitle", True)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.add = QPushButton(tr("Add an attribute"))
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(form)
        self.body.addWidget(title)
        self.body.addWidget(self.quiet(tr("A person fits when each of these attributes holds one of its words.")))
        self.body.addLayout(self._list)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.up, self.down = QPushButton(tr("Try earlier")), QPushButton(tr("Try later"))
        for place, button in enumerate((self.up, self.down)):
            self.foot.insertWidget(place, button)
        self.delete, self.save = self.action(tr("Delete")), self.action(tr("Save"), primary=True)
        self.add.clicked.connect(self._add)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.delete.clicked.connect(self._delete)
        self.save.clicked.connect(self._save)

    def fill(self, entry: Entry) -> None:
        self._fields = entry.value("fields")
        self.name.setText(entry.name)
        self.about.setText(str(entry.row["description"] or ""))
        while self.lines:
            self._drop(self.lines[-1])
        for attribute, words in criteria_of(entry.row).items():
            self._append(attribute, ", ".join(words))

    def _add(self) -> None:
        used = {line.attribute for line in self.lines}
        self._append(next((one for one in ("job_title", *self._fields) if one not in used), ""), "")

    def _append(self, attribute: str, words: str) -> None:
        line = CriterionLine(self._fields, attribute, words)
        line.remove.clicked.connect(partial(self._removed, line))
        self.lines.append(line)
        self._list.addWidget(line)

    def _removed(self, line: "CriterionLine", _checked: bool = False) -> None:
        self._drop(line)

    def _drop(self, line: "CriterionLine") -> None:
        self.lines.remove(line)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()

    def standing(self) -> object:
        lines = [(line.attribute, line.words) for line in self.lines]
        return self.name.text().strip(), self.about.text().strip(), lines

    def _save(self) -> None:
        if self.entry is not None:
            names = [line.attribute for line in self.lines if line.words]
            twice = next((one for one in names if names.count(one) > 1), None)
            if twice is not None:
                what = tr("“{attribute}” is there twice.", attribute=said(self._fields[twice]))
                self.refuse(Problem(code="attribute-twice", what=what, fix=tr("Write its words into one line.")))
                return
            criteria = {line.attribute: line.words for line in self.lines if line.words}
            keep = partial(save_persona, persona=self.entry.id, description=self.about.text().strip())
            self.keep(keep, self.name.text().strip(), criteria, self.ledger.now)

    def _move(self, step: int, _checked: bool = False) -> None:
        if self.entry is not None:
            self.ledger.write(move_persona, self.entry.id, step, self.ledger.now, told=self.refuse)

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove_persona, self.entry.id)


class CriterionLine(QWidget):
    """An attribute and the words of which it holds one."""

    def __init__(self, fields: Mapping[str, str], attribute: str, words: str) -> None:
        super().__init__()
        self._field, self._words = QComboBox(), QLineEdit(words)
        for name, title in fields.items():
            self._field.addItem(said(title), name)
        self._field.setCurrentIndex(max(0, self._field.findData(attribute or "job_title")))
        self._field.setAccessibleName(tr("Attribute"))
        self._words.setAccessibleName(tr("Words"))
        self._words.setCursorPosition(0)
        self._words.setPlaceholderText(tr("one or several, apart by commas"))
        self.remove = small("✕", tr("Remove"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field, 2)
        row.addWidget(self._words, 3)
        row.addWidget(self.remove)

    @property
    def attribute(self) -> str:
        """The attribute that is looked at."""
        return str(self._field.currentData())

    @property
    def words(self) -> list[str]:
        """The words that are looked for."""
        return [part.strip() for part in self._words.text().split(",") if part.strip()]
