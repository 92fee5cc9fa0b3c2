"""Filters on columns, as conditions of the engine's rules: a form for one, and a row of chips for all."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.inspector.colours import icon
from app.inspector.values import cell, plain, title
from app.panel.editors.conditions.values.moments import read_moment, shown_moment
from app.shell.stepping import ReadDialog
from app.words import tr
from engine.relations import Column
from engine.rules import Condition, Group, Operator, Rule
from engine.rules.model import Scalar
from engine.types import DataType, Family, Kind

_TEXT = (
    Operator.CONTAINS, Operator.EQUAL, Operator.NOT_EQUAL, Operator.STARTS_WITH, Operator.IN, Operator.EMPTY,
    Operator.NOT_EMPTY,
)  # fmt: skip
_ORDERED = (
    Operator.EQUAL, Operator.NOT_EQUAL, Operator.GREATER_OR_EQUAL, Operator.GREATER, Operator.LESS_OR_EQUAL,
    Operator.LESS, Operator.BETWEEN, Operator.IN, Operator.EMPTY, Operator.NOT_EMPTY,
)  # fmt: skip
_WHOLE = frozenset({Kind.BYTE, Kind.SHORT, Kind.INTEGER, Kind.LONG})
_BOOLEAN = (Operator.EQUAL, Operator.EMPTY, Operator.NOT_EMPTY)
_WITHOUT = frozenset({Operator.EMPTY, Operator.NOT_EMPTY})


def operators(column: Column) -> tuple[Operator, ...]:
    """The operators that fit a column; none for lists."""
    match column.type.family:
        case Family.TEXT:
            return _TEXT
        case Family.NUMBER | Family.MOMENT:
            return _ORDERED
        case Family.BOOLEAN:
            return _BOOLEAN
        case _:
            return ()


def operator_words() -> Mapping[Operator, str]:
    """The operators in words."""
    return {
        Operator.EQUAL: tr("is"), Operator.NOT_EQUAL: tr("is not"), Operator.GREATER: tr("is greater than"),
        Operator.GREATER_OR_EQUAL: tr("is at least"), Operator.LESS: tr("is less than"),
        Operator.LESS_OR_EQUAL: tr("is at most"), Operator.BETWEEN: tr("is between"), Operator.IN: tr("is one of"),
        Operator.EMPTY: tr("is empty"), Operator.NOT_EMPTY: tr("is not empty"), Operator.CONTAINS: tr("contains"),
        Operator.STARTS_WITH: tr("starts with"),
    }  # fmt: skip


def rule_of(conditions: Sequence[Condition]) -> Rule | None:
    """All conditions together; None when there are none."""
    return Group(items=tuple(conditions)) if conditions else None


def conditions_of(rule: Rule | None) -> tuple[Condition, ...]:
    """The conditions that `rule_of` put together."""
    return tuple(one for one in rule.items if isinstance(one, Condition)) if isinstance(rule, Group) else ()


def equal_to(column: Column, value: Any) -> Condition:
    """The condition that finds exactly the rows with a value."""
    if value is None or value == "":
        return Condition(attribute=column.name, operator=Operator.EMPTY)
    return Condition(attribute=column.name, value=_scalar(value))


def between(column: Column, low: Any, high: Any) -> tuple[Condition, Condition]:
    """The conditions that find the rows of a bar: at least `low`, less than `high`."""
    return (
        Condition(attribute=column.name, operator=Operator.GREATER_OR_EQUAL, value=_scalar(low)),
        Condition(attribute=column.name, operator=Operator.LESS, value=_scalar(high)),
    )


def sentence(condition: Condition, column: Column) -> str:
    """A condition in words."""
    word = operator_words()[condition.operator]
    if condition.operator in _WITHOUT:
        return f"{title(column)} {word}"
    values = condition.values if condition.values is not None else (condition.value,)
    joiner = f" {tr('and')} " if condition.operator is Operator.BETWEEN else ", "
    written = shown_moment if column.type.family is Family.MOMENT else partial(cell, column, name=True)
    return f"{title(column)} {word} {joiner.join(map(written, values))}"


def _scalar(value: Any) -> Scalar:
    return value if isinstance(value, bool | int | float) else plain(value)


class FilterForm(ReadDialog):
    """Asks for one condition on a column."""

    def __init__(self, column: Column, existing: Condition | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Filter by {column}", column=title(column)))
        self._column = column
        self.operator = QComboBox()
        self.operator.setAccessibleName(tr("Comparison"))
        words = operator_words()
        for one in operators(column):
            self.operator.addItem(words[one], one.value)
        self.value = QLineEdit()
        self.value.setAccessibleName(tr("Value"))
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Value"))
        for text, chosen in ((tr("yes"), True), (tr("no"), False)):
            self.choice.addItem(text, chosen)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("error", True)
        self.trouble.hide()
        buttons = QDialogButtonBox()
        self.apply = buttons.addButton(tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setProperty("primary", True)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        heading = QLabel(tr("Filter by {column}", column=title(column)))
        heading.setProperty("fieldTitle", True)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(heading)
        form.addRow(self.operator)
        form.addRow(self.choice if column.type.family is Family.BOOLEAN else self.value)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        box.addLayout(form)
        box.addWidget(self.trouble)
        box.addWidget(buttons)
        self.setMinimumWidth(340)
        self.operator.currentIndexChanged.connect(self._operator_changed)
        self.value.textEdited.connect(self.trouble.hide)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        if existing is not None:
            self._fill(existing)
        self._operator_changed()
        self.value.setFocus()

    def condition(self) -> Condition:
        """What was asked for. Errors: ValueError, with words, when a value cannot be read."""
        operator = Operator(self.operator.currentData())
        name = self._column.name
        if operator in _WITHOUT:
            return Condition(attribute=name, operator=operator)
        if self._column.type.family is Family.BOOLEAN:
            return Condition(attribute=name, operator=operator, value=self.choice.currentData())
        text = self.value.text().strip()
        if operator is Operator.BETWEEN:
            parts = [part.strip() for part in text.replace(" … ", ";").split(";")]
            if len(parts) != 2:
                raise ValueError(tr("Write both bounds, with a semicolon between them."))
            return Condition(attribute=name, operator=operator, values=tuple(self._read(part) for part in parts))
        if operator is Operator.IN:
            parts = [part.strip() for part in text.split(";") if part.strip()]
            if not parts:
                raise ValueError(tr("Write at least one value; several have semicolons between them."))
            return Condition(attribute=name, operator=operator, values=tuple(self._read(part) for part in parts))
        ignore_case = self._column.type.family is Family.TEXT
        return Condition(attribute=name, operator=operator, value=self._read(text), ignore_case=ignore_case)

    def _read(self, text: str) -> Scalar:
        kind = self._column.type
        if kind.family is Family.TEXT:
            return text
        if not text:
            raise ValueError(tr("Write a value, or choose “is empty”."))
        return _number(text) if kind.family is Family.NUMBER else _moment(text, kind)

    def _fill(self, condition: Condition) -> None:
        self.operator.setCurrentIndex(max(self.operator.findData(condition.operator.value), 0))
        values = condition.values if condition.values is not None else (condition.value,)
        written = shown_moment if self._column.type.family is Family.MOMENT else plain
        self.value.setText("; ".join(written(one) for one in values))
        self.choice.setCurrentIndex(1 if condition.value is False else 0)

    def _operator_changed(self) -> None:
        operator = Operator(self.operator.currentData()) if self.operator.count() else Operator.EMPTY
        self.value.setEnabled(operator not in _WITHOUT)
        self.choice.setEnabled(operator not in _WITHOUT)
        example = _example(self._column.type)
        several = operator in {Operator.BETWEEN, Operator.IN}
        self.value.setPlaceholderText(f"{example}; {example}" if several and example else example)
        self.trouble.hide()

    def _accept(self) -> None:
        try:
            self.condition()
        except ValueError as error:
            self.trouble.setText(str(error))
            self.trouble.show()
            # The fields keep their height: the dialog grows by the lines that are told.
            self.adjustSize()
            self.value.setFocus()
            return
        self.accept()


def _number(text: str) -> int | float:
    """A number written in the user's locale, or plainly. Errors: ValueError."""
    value, good = QLocale().toDouble(text)
    if not good:
        value, good = QLocale.c().toDouble(text)
    if not good:
        raise ValueError(tr("“{value}” is not a number.", value=text))
    return int(value) if value.is_integer() else value


def _moment(text: str, kind: DataType) -> str:
    """A date or a time as the user's locale writes it, or plainly; as it is stored. Errors: ValueError."""
    try:
        if kind.kind is Kind.TIME:
            return time.fromisoformat(text).isoformat()
        found = read_moment(text) or ""
        datetime.fromisoformat(found)
    except ValueError:
        example = _example(kind)
        if kind.kind is Kind.TIME:
            raise ValueError(
                tr("“{value}” is not a time. Write it as {example}.", value=text, example=example)
            ) from None
        words = tr("“{value}” is not a date. Write it as {example}, or with a time after it.", value=text,
                   example=example)  # fmt: skip
        raise ValueError(words) from None
    return found


def _example(kind: DataType) -> str:
    """A value as it can be typed; empty for texts."""
    match kind.family:
        case Family.NUMBER:
            return "12" if kind.kind in _WHOLE else QLocale().toString(12.5, "f", 1)
        case Family.MOMENT:
            return "18:30" if kind.kind is Kind.TIME else shown_moment("2025-12-31")
        case _:
            return ""


class FilterBar(QWidget):
    """The filters that are on, each as a chip that can be changed or taken away."""

    removed = Signal(int)
    edited = Signal(int)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 12, 6)
        self._row.setSpacing(6)
        self.hide()

    def show_filters(self, conditions: Sequence[Condition], columns: Mapping[str, Column]) -> None:
        """Show a chip for each condition; nothing when there are none."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for place, condition in enumerate(conditions):
            self._row.addWidget(self._chip(place, sentence(condition, columns[condition.attribute or ""])))
        if len(conditions) > 1:
            clear = QToolButton(self)
            clear.setText(tr("Clear all"))
            clear.setAutoRaise(True)
            clear.clicked.connect(self.cleared)
            self._row.addWidget(clear)
        self._row.addStretch()
        self.setVisible(bool(conditions))

    def _chip(self, place: int, text: str) -> QWidget:
        chip = QWidget(self)
        chip.setProperty("chip", True)
        row = QHBoxLayout(chip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        words, away = QToolButton(chip), QToolButton(chip)
        words.setText(text)
        words.setToolTip(tr("Change this filter"))
        words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        away.setIcon(icon("x", self))
        away.setToolTip(tr("Remove this filter"))
        away.setAccessibleName(tr("Remove this filter: {filter}", filter=text))
        for button, part in ((words, "words"), (away, "away")):
            button.setProperty("chip", part)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        words.clicked.connect(lambda: self.edited.emit(place))
        away.clicked.connect(lambda: self.removed.emit(place))
        return chip
