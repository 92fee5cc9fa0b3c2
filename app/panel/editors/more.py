"""Editors of values with some shape: moments, scalars of any type, several names, pairs, and JSON for all the rest."""

import json
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.date_fields import MomentField
from app.panel.context import FormContext
from app.panel.editor import Editor, as_list
from app.panel.editors.basic import NameEditor, OneField, TextEditor
from app.panel.editors.fields import Lines
from app.words import as_typed, tr

_MOMENT = "yyyy-MM-ddTHH:mm"
_ROWS_SHOWN = 6


class MomentEditor(Editor):
    """A date and time in the campaign's zone, or none, which is `nothing`."""

    def __init__(self, parent: QWidget | None = None, *, nothing: str | None = None) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self.box = QCheckBox()
        self.box.setAccessibleName(tr("Set"))
        self.field = MomentField()
        self.field.setCalendarPopup(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addWidget(self.field, 1)
        self.setFocusProxy(self.field)
        self.box.clicked.connect(self._tell)
        self.field.dateTimeChanged.connect(self._tell)
        self.show_value(None)

    def show_value(self, value: object) -> None:
        moment = QDateTime.fromString(str(value or ""), Qt.DateFormat.ISODate)
        self.blockSignals(True)
        self.box.setChecked(moment.isValid())
        # Not what another document froze: where there is none, the present is offered.
        self.field.setDateTime(moment if moment.isValid() else QDateTime.currentDateTime())
        self.field.setEnabled(moment.isValid())
        self.blockSignals(False)

    def _tell(self) -> None:
        self.field.setEnabled(self.box.isChecked())
        self.edited.emit(self.field.dateTime().toString(_MOMENT) if self.box.isChecked() else self._nothing)


class ScalarEditor(TextEditor):
    """A text, a number, or yes or no: what is typed decides."""

    def show_value(self, value: object) -> None:
        text = json.dumps(value) if isinstance(value, bool) else "" if value is None else str(value)
        if text != self.line.text():
            self.line.setText(text)

    def _typed(self, text: str) -> None:
        self.edited.emit(read_scalar(text))


def read_scalar(text: str) -> str | int | float | bool | None:
    """The value that a text stands for; a text in quotes stays a text."""
    if not text:
        return None
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        return text
    return value if isinstance(value, str | int | float | bool) else text


class NamesEditor(Editor):
    """Several names in an order, such as the columns that make two rows the same."""

    def __init__(self, kind: str, of: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.add = NameEditor(kind, of)
        self.add.invites = False
        self.add.line.setPlaceholderText(tr("Add…"))
        self.plus = _tool("+", tr("Add"))
        self.minus = _tool("−", tr("Remove"))
        row = QHBoxLayout()
        row.addWidget(self.add, 1)
        row.addWidget(self.plus)
        row.addWidget(self.minus)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list)
        box.addLayout(row)
        self.plus.clicked.connect(self.add_typed)
        self.add.line.returnPressed.connect(self.add_typed)
        self.add.combo.activated.connect(self.add_typed)
        self.minus.clicked.connect(self._remove)
        self.list.model().rowsMoved.connect(self._tell)
        self._context: FormContext | None = None
        self._fit()

    def take_context(self, context: FormContext) -> None:
        self._context = context
        self.add.take_context(context)
        self.show_value(self.value())

    def value(self) -> list[str]:
        """The names, in their order."""
        return [str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.list.count())]

    def show_value(self, value: object) -> None:
        names = [str(one) for one in as_list(value)]
        self.list.clear()
        for name in names:
            item = QListWidgetItem(self.add.title_of(name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
        self._fit()

    def add_typed(self) -> None:
        """Add the name that stands in the field, once."""
        name = self.add.value().strip()
        if name and name not in self.value():
            self.show_value([*self.value(), name])
            self._tell()
        self.add.show_value("")

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.list.takeItem(row)
            self._fit()
            self._tell()

    def _tell(self) -> None:
        self.edited.emit(self.value())

    def _fit(self) -> None:
        rows = min(self.list.count(), _ROWS_SHOWN)
        self.list.setVisible(rows > 0)
        self.list.ensurePolished()
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth() + 2)


class TicksEditor(Editor):
    """Some of the transitions that enter; none ticked means all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.boxes: dict[str, QCheckBox] = {}
        self.others: dict[tuple[str, str], QCheckBox] = {}
        """The branches that lead nowhere yet; a tick leads one here."""
        self._value: list[str] = []

    def take_context(self, context: FormContext) -> None:
        choices = {choice.value: as_typed(choice.text) for choice in context.transitions()}
        if choices != {name: box.text() for name, box in self.boxes.items()}:
            for box in self.boxes.values():
                self._box.removeWidget(box)
                box.deleteLater()
            self.boxes = {name: QCheckBox(text) for name, text in choices.items()}
            for box in self.boxes.values():
                self._box.addWidget(box)
                box.clicked.connect(self._tell)
        self._offer_others(context)
        self.show_value(self._value)

    def _offer_others(self, context: FormContext) -> None:
        branches = {(node, port): as_typed(text) for node, port, text in context.branches()} if context.join else {}
        if branches == {branch: box.text() for branch, box in self.others.items()}:
            return
        for box in self.others.values():
            self._box.removeWidget(box)
            box.deleteLater()
        self.others = {branch: QCheckBox(text) for branch, text in branches.items()}
        for branch, box in self.others.items():
            box.setToolTip(tr("Not connected yet; a tick draws the transition."))
            box.setProperty("quiet", True)
            self._box.addWidget(box)
            if context.join is not None:
                box.clicked.connect(partial(_join, context.join, branch))

    def show_value(self, value: object) -> None:
        self._value = [str(one) for one in as_list(value)]
        for name, box in self.boxes.items():
            box.setChecked(not self._value or name in self._value)

    def _tell(self) -> None:
        ticked = [name for name, box in self.boxes.items() if box.isChecked()]
        self._value = [] if len(ticked) == len(self.boxes) else ticked
        self.edited.emit(self._value)


def _join(join: Callable[[str, str], None], branch: tuple[str, str], _checked: bool = False) -> None:
    join(*branch)


class JsonEditor(OneField):
    """Any value as JSON, for what has no editor of its own. What is no JSON yet is not handed on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.text = Lines()
        self.text.setProperty("field", True)
        self.text.setMaximumHeight(140)
        super().__init__(self.text, parent)
        self._shown: object = None
        self.text.textChanged.connect(self._typed)

    def show_value(self, value: object) -> None:
        if value != self._shown:
            self._shown = value
            self.text.blockSignals(True)
            self.text.setPlainText("" if value is None else json.dumps(value, indent=2, ensure_ascii=False))
            self.text.blockSignals(False)

    def _typed(self) -> None:
        text = self.text.toPlainText()
        try:
            self._shown = json.loads(text) if text.strip() else None
        except json.JSONDecodeError:
            self.text.setToolTip(tr("This is not JSON yet."))
            return
        self.text.setToolTip("")
        self.edited.emit(self._shown)


class TokensEditor(TextEditor):
    """Several short texts on one line, separated by commas."""

    def show_value(self, value: object) -> None:
        names = [str(one) for one in as_list(value)]
        if names != self._read(self.line.text()):
            self.line.setText(", ".join(names))

    def _read(self, text: str) -> list[str]:
        return [one.strip() for one in text.split(",")] if text.strip() else []

    def _typed(self, text: str) -> None:
        self.edited.emit(self._read(text))


def _tool(text: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def push(text: str) -> QPushButton:
    """A quiet button, such as one that adds a row."""
    button = QPushButton(text)
    button.setProperty("flat", True)
    return button
