"""A condition on accounts or people as rows: an attribute, a comparison, values. All of them hold, or any.

What rows cannot show (other kinds of filters, advanced logic) is kept as it is and said so; it is never lost.
"""

import json
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.accounts.condition_words import WITHOUT_VALUE, fitting, operator_word
from app.words import said, tr
from engine.account_data.conditions import read_condition
from engine.catalog.model import Table
from engine.journey.conditions import Condition
from engine.journey.conditions.model import AttributeFilter, Logic, Operator
from engine.problems import EngineError
from engine.rules.model import Scalar
from engine.types import DataType, Family

_HIDDEN = {"created_at", "updated_at", "logo_url", "departments"}


class ConditionRows(QWidget):
    """The rows; `text` is the condition as it is stored, empty where everybody is meant."""

    changed = Signal()

    def __init__(self, whom: str) -> None:
        super().__init__()
        self._table: Table | None = None
        self._kept: str | None = None
        self._editable = True
        self.rows: list[FilterRow] = []
        self.logic = QComboBox()
        self.logic.addItem(tr("All of these hold"), Logic.ALL)
        self.logic.addItem(tr("Any of these holds"), Logic.ANY)
        self.logic.setAccessibleName(tr("How the conditions combine"))
        self.everybody = QLabel(whom)
        self.everybody.setProperty("quiet", True)
        self.add = QPushButton(tr("Add a condition"))
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.everybody)
        box.addWidget(self.logic)
        box.addLayout(self._list)
        box.addLayout(foot)
        self.add.clicked.connect(self._add)
        self.logic.currentIndexChanged.connect(self.changed)
        self._look()

    def show_condition(self, table: Table, written: str | None, *, editable: bool = True) -> None:
        """Show a stored condition on the records of a table."""
        self._table = table
        try:
            condition = read_condition(written)
        except EngineError:
            # It was written by another program; nothing of it is lost.
            condition = Condition(logic=Logic.ADVANCED)
        simple = condition.logic is not Logic.ADVANCED and all(
            isinstance(one, AttributeFilter) and one.operator in fitting_of(table, one.attribute)
            for one in condition.filters
        )
        self._kept = None if simple else written
        while self.rows:
            self._drop(self.rows[-1])
        if simple:
            self.logic.blockSignals(True)
            self.logic.setCurrentIndex(self.logic.findData(condition.logic))
            self.logic.blockSignals(False)
            for one in condition.filters:
                assert isinstance(one, AttributeFilter)
                self._append(one)
        self._editable = editable
        for row in self.rows:
            row.allow(editable)
        self.logic.setEnabled(editable)
        self._look()

    @property
    def text(self) -> str:
        """The condition as it is stored; empty without one. Rows that are not finished are left out."""
        if self._kept is not None:
            return self._kept
        filters = [one for row in self.rows if (one := row.filter()) is not None]
        if not filters:
            return ""
        condition = Condition(logic=Logic(self.logic.currentData()), filters=tuple(filters))
        return json.dumps(condition.model_dump(mode="json"), sort_keys=True)

    def _look(self) -> None:
        self.logic.setVisible(len(self.rows) > 1)
        self.add.setVisible(self._kept is None and self._editable)
        if self._kept is not None:
            self.everybody.setText(tr("This condition was written elsewhere and is kept as it is."))
        self.everybody.setVisible(not self.rows)

    def _add(self) -> None:
        if self._table is not None:
            first = next(one.name for one in self._table.attributes if one.name not in _HIDDEN)
            wanted = "job_title" if "job_title" in self._table.by_name else "industry"
            name = wanted if wanted in self._table.by_name else first
            row = self._append(AttributeFilter(attribute=name, operator=Operator.IS))
            self._look()
            row.attribute.setFocus()

    def _append(self, one: AttributeFilter) -> "FilterRow":
        assert self._table is not None
        row = FilterRow(self._table, one)
        row.changed.connect(self.changed)
        row.gone.connect(partial(self._remove, row))
        self.rows.append(row)
        self._list.addWidget(row)
        return row

    def _remove(self, row: "FilterRow") -> None:
        self._drop(row)
        self._look()
        self.changed.emit()

    def _drop(self, row: "FilterRow") -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()


class FilterRow(QWidget):
    """One comparison."""

    changed = Signal()
    gone = Signal()

    def __init__(self, table: Table, one: AttributeFilter) -> None:
        super().__init__()
        self._schema = table
        self.attribute, self.operator, self.values = QComboBox(), QComboBox(), QLineEdit()
        self.attribute.setAccessibleName(tr("Attribute"))
        self.operator.setAccessibleName(tr("Comparison"))
        self.values.setAccessibleName(tr("Values"))
        self.attribute.setMinimumContentsLength(9)
        self.attribute.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for column in table.attributes:
            if column.name not in _HIDDEN:
                self.attribute.addItem(said(column.title), column.name)
        self.remove = QToolButton()
        self.remove.setText("✕")
        self.remove.setProperty("quiet", True)
        self.remove.setAccessibleName(tr("Remove this condition"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self.operator.setMinimumContentsLength(11)
        self.operator.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        line.addWidget(self.attribute, 3)
        line.addWidget(self.operator, 2)
        line.addWidget(self.values, 5)
        line.addWidget(self.remove)
        self.attribute.setCurrentIndex(max(0, self.attribute.findData(one.attribute)))
        self._offer(one.operator)
        self.values.setText(", ".join(str(value) for value in one.values))
        self.attribute.currentIndexChanged.connect(lambda: self._retarget())
        self.operator.currentIndexChanged.connect(self._look)
        self.values.editingFinished.connect(self.changed)
        self.remove.clicked.connect(self.gone)

    def allow(self, editable: bool) -> None:
        """Whether anything can be changed."""
        for field in (self.attribute, self.operator, self.values):
            field.setEnabled(editable)
        self.remove.setVisible(editable)
        self.values.setToolTip(self.values.text())
        self.values.setCursorPosition(0)

    @property
    def _type(self) -> DataType:
        return self._schema.by_name[str(self.attribute.currentData())].type

    def _retarget(self) -> None:
        self._offer(Operator(self.operator.currentData()))
        self.changed.emit()

    def _offer(self, wanted: Operator) -> None:
        self.operator.blockSignals(True)
        self.operator.clear()
        for one in fitting(self._type):
            self.operator.addItem(operator_word(one), one)
        self.operator.setCurrentIndex(max(0, self.operator.findData(wanted)))
        self.operator.blockSignals(False)
        self._show_values()

    def _look(self) -> None:
        self._show_values()
        self.changed.emit()

    def _show_values(self) -> None:
        self.values.setVisible(Operator(self.operator.currentData()) not in WITHOUT_VALUE)
        moment = self._type.family is Family.MOMENT
        self.values.setPlaceholderText(tr("such as 2026-01-31") if moment else tr("one or several, apart by commas"))

    def filter(self) -> AttributeFilter | None:
        """The comparison; None while it lacks a value."""
        operator = Operator(self.operator.currentData())
        parts = [part.strip() for part in self.values.text().split(",") if part.strip()]
        if operator in WITHOUT_VALUE:
            parts = []
        elif not parts:
            return None
        values = tuple(_read(part, self._type) for part in parts)
        return AttributeFilter(attribute=str(self.attribute.currentData()), operator=operator, values=values)


def fitting_of(table: Table, attribute: str) -> list[Operator]:
    """The comparisons for an attribute; none for one that the table lacks."""
    known = table.by_name.get(attribute)
    return [] if known is None or attribute in _HIDDEN else fitting(known.type)


def _read(text: str, kind: DataType) -> Scalar:
    """What was typed as a value; what is no number stays a text, and the engine says what is wrong with it."""
    if kind.family is not Family.NUMBER:
        return text
    plain = text.replace("\N{NO-BREAK SPACE}", "").replace("\N{NARROW NO-BREAK SPACE}", "").replace(" ", "")
    try:
        return int(plain)
    except ValueError:
        pass
    try:
        return float(plain)
    except ValueError:
        return text
