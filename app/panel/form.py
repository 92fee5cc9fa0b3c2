"""A settings class as rows of editors: one row per field, with its title, its help and what is wrong with it."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined, to_jsonable_python
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from app.panel.choosing import Maker, editor_for
from app.panel.context import FormContext
from app.panel.editor import BETWEEN_ROWS, Editor, as_object
from app.panel.editors.basic import UnitEditor
from app.panel.nested import indented
from app.words import said, shortened
from engine.asking import is_asked
from engine.problems import Problem
from engine.texts import sentences

Raw = dict[str, Any]


class Row(QWidget):
    """A field: its title, its editor, and the sentence that says what is wrong with it."""

    def __init__(self, name: str, field: FieldInfo, editor: Editor) -> None:
        super().__init__()
        self.name = name
        self.editor = editor
        self.title = said(field.title or name.replace("_", " ").capitalize())
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        if editor.titled:
            label = QLabel(self.title)
            label.setProperty("fieldTitle", True)
            label.setBuddy(editor)
            box.addWidget(label)
        box.addWidget(indented(editor) if editor.grouped else editor)
        if field.description:
            hint = QLabel(said(field.description))
            hint.setWordWrap(True)
            hint.setProperty("quiet", True)
            hint.setProperty("small", True)
            box.addWidget(hint)
        box.addWidget(self.problem)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("quiet", True)
        self._note.setProperty("small", True)
        self._note.hide()
        box.addWidget(self._note)
        for widget in _spoken(editor):
            widget.setAccessibleName(self.title)
            widget.setAccessibleDescription(said(field.description or ""))

    def mark(self, path: str, problem: Problem) -> None:
        """Show what is wrong, at the part of the value if it has a place of its own, and in words below."""
        inside = self.editor.mark(path, problem)
        if (path and inside) or self.editor.says(problem):
            return
        self.problem.setText(shortened(said(sentences(problem.what, problem.fix))))
        for name, wanted in (("error", problem.is_error), ("warning", not problem.is_error)):
            self.problem.setProperty(name, wanted)
        self.problem.style().unpolish(self.problem)
        self.problem.style().polish(self.problem)
        self.problem.show()
        self.show()

    def tell(self, note: str) -> None:
        """Say something about the value that is shown; the empty text says nothing."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    @property
    def note(self) -> str:
        """What is said about the value now."""
        return self._note.text()

    @property
    def is_marked(self) -> bool:
        """Whether something is said to be wrong here."""
        return not self.problem.isHidden()

    def clear(self) -> None:
        """Take the mark away."""
        self.editor.clear_marks()
        self.problem.hide()


class SettingsForm(Editor):
    """Fields, mostly of a settings class, one below the other. Its value is the raw object, unknown names included."""

    field_edited = Signal(str, object, bool)
    """A field's name, its new value, and whether that is its default, which need not be written."""
    grouped = True

    def __init__(
        self, fields: Mapping[str, FieldInfo], make: Maker | None = None, *, skip: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        self.fields = fields
        self._raw: Raw = {}
        self._apart: frozenset[str] = frozenset()
        self.rows: dict[str, Row] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(BETWEEN_ROWS)
        box.setAlignment(Qt.AlignmentFlag.AlignTop)
        for name, field in fields.items():
            if name in skip:
                continue
            editor = editor_for(name, field, make or inner_form)
            row = self.rows[name] = Row(name, field, editor)
            editor.edited.connect(partial(self._edited, name))
            box.addWidget(row)

    def leave_out(self, *names: str) -> None:
        """Never ask for these fields, whatever is set; one that holds something wrong is shown all the same."""
        self._apart = frozenset(names)
        self._ask()

    def take_context(self, context: FormContext) -> None:
        inside = context.inside(self._raw)
        for row in self.rows.values():
            row.editor.take_context(inside)

    def show_value(self, value: object) -> None:
        self._raw = as_object(value)
        for name, row in self.rows.items():
            row.editor.show_value(self._raw[name] if name in self._raw else default_of(self.fields[name]))
        self._ask()

    def mark(self, path: str, problem: Problem | None) -> bool:
        if problem is None:
            for row in self.rows.values():
                row.clear()
            return True
        name, rest = split_path(path)
        found = self.rows.get(name)
        if found is not None:
            found.mark(rest, problem)
        return found is not None

    def go_to(self, path: str) -> QWidget:
        name, rest = split_path(path)
        # As a whole it begins at its first field.
        found = self.rows.get(name) if name else next((one for one in self.rows.values() if not one.isHidden()), None)
        return found.editor.go_to(rest) if found is not None else super().go_to(path)

    def _edited(self, name: str, value: object) -> None:
        plain = value == default_of(self.fields[name])
        self.step = f"{name} {self.rows[name].editor.step}"
        raw = {key: old for key, old in self._raw.items() if key != name or not plain}
        self._raw = raw if plain else {**raw, name: value}
        self._ask()
        self.field_edited.emit(name, value, plain)
        self.edited.emit(self._raw)

    def _ask(self) -> None:
        """Show the rows that matter now or hold something wrong, and call units as their numbers want it."""

        def default(name: str) -> object:
            return default_of(self.fields[name])

        before = ""
        for name, row in self.rows.items():
            asked = name not in self._apart and is_asked(self.fields[name], self._raw, default)
            row.setVisible(asked or row.is_marked)
            if isinstance(row.editor, UnitEditor) and before:
                row.editor.agree(self._raw.get(before, default(before)))
            before = name


def _spoken(editor: Editor) -> Iterator[QWidget]:
    """The parts of an editor that a screen reader comes upon: the field, and the line inside it."""
    field = editor.focusProxy() or editor
    yield field
    line = field.lineEdit() if isinstance(field, QComboBox) else None
    if line is not None:
        yield line


def inner_form(model: type[BaseModel], skip: tuple[str, ...]) -> Editor:
    return SettingsForm(model.model_fields, skip=skip)


def default_of(field: FieldInfo) -> object:
    """The JSON form of a field's default; None for a field that must be given."""
    value = field.get_default(call_default_factory=True)
    return None if value is PydanticUndefined else to_jsonable_python(value)


def split_path(path: str) -> tuple[str, str]:
    """The first step of a path and the rest: "subsets[1].limit" gives "subsets" and "[1].limit"."""
    for place, letter in enumerate(path):
        if letter == ".":
            return path[:place], path[place + 1 :]
        if letter == "[":
            return path[:place], path[place:]
    return path, ""
