"""One comparison of a journey's condition: how a field is compared, and with what."""

from functools import partial
from typing import Any

from pydantic import BaseModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from app.graph.journey_words import NO_VALUE, SPANS, operator_words
from app.panel.context import FormContext
from app.panel.editor import Editor, as_list, as_object
from app.panel.editors.basic import NameEditor, NumberEditor, choices_of, shrinks
from app.panel.editors.fields import Line
from app.panel.editors.more import read_scalar
from app.panel.editors.several_names import SeveralNames
from app.units import agree
from app.words import tr
from engine.contract import Hint
from engine.journey.conditions.model import Comparison, Constraint, Operator, Unit


def is_comparison(kind: type) -> bool:
    """Whether a type compares one value."""
    return kind in {Comparison, Constraint}


class ComparisonEditor(Editor):
    """A field, how it is compared, and with what. The field is asked for only where there is one to choose."""

    def __init__(self, kind: type[BaseModel], hint: Hint | None = None) -> None:
        """`hint` says what the values name, if they name something."""
        super().__init__()
        self._raw: dict[str, Any] = {}
        self._hint = hint
        self.names = SeveralNames(self)
        self.name = NameEditor("field", "activity") if kind is Constraint else None
        self.operator = shrinks(QComboBox())
        self.operator.setAccessibleName(tr("Operator"))
        self.values = Line()
        self.values.setAccessibleName(tr("Value"))
        self.values.setPlaceholderText(tr("Value, or several apart by commas"))
        if hint is not None:
            self.values.setPlaceholderText(tr("Choose or type, several apart by commas"))
            self.names.complete_in(self.values)
        self.count = NumberEditor(whole=True)
        self.count.line.setAccessibleName(tr("Number"))
        self.unit = shrinks(QComboBox())
        self.unit.setAccessibleName(tr("Unit"))
        for unit in Unit:
            self.unit.addItem("", unit.value)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        if self.name is not None:
            box.addWidget(self.name)
            self.name.edited.connect(partial(self._set, "field"))
        box.addWidget(self.operator)
        box.addWidget(self.values)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(self.unit, 1)
        box.addLayout(row)
        self.offer(tuple(Operator))
        self.operator.activated.connect(lambda: self._set("operator", self.operator.currentData()))
        self.values.textEdited.connect(self._typed)
        self.names.completed.connect(self._typed)
        self.count.edited.connect(partial(self._set, "count"))
        self.unit.activated.connect(lambda: self._set("unit", self.unit.currentData()))
        self.setFocusProxy(self.values)

    def offer(self, operators: tuple[Operator, ...]) -> None:
        """Offer these operators; the one that is chosen stays, also when it is not among them."""
        chosen = self._operator
        words = operator_words()
        self.operator.clear()
        for one in dict.fromkeys((*operators, chosen)):
            self.operator.addItem(words[one], one.value)
        self.operator.setCurrentIndex(self.operator.findData(chosen.value))

    @property
    def _operator(self) -> Operator:
        try:
            return Operator(self._raw.get("operator", Operator.IS))
        except ValueError:
            return Operator.IS

    def take_context(self, context: FormContext) -> None:
        if self.name is not None:
            self.name.take_context(context)
        if self._hint is not None:
            self.names.offer(choices_of(self._hint.kind, self._hint.of, context))
            self._show_values()

    def show_value(self, value: object) -> None:
        self._raw = as_object(value)
        if self.operator.findData(self._operator.value) < 0:
            self.operator.addItem(operator_words()[self._operator], self._operator.value)
        self.operator.setCurrentIndex(self.operator.findData(self._operator.value))
        if self.name is not None:
            self.name.show_value(self._raw.get("field"))
        self._show_values()
        self.count.show_value(self._raw.get("count", 30))
        self.unit.setCurrentIndex(self.unit.findData(self._raw.get("unit", "days")))
        self._ask()

    def _show_values(self) -> None:
        values = [self.names.title_of(one) for one in as_list(self._raw.get("values"))]
        if values != self._read(self.values.text()):
            self.values.setText(", ".join(str(one) for one in values))

    def _ask(self) -> None:
        self.values.setVisible(self._operator not in NO_VALUE | SPANS)
        for widget in (self.count, self.unit):
            widget.setVisible(self._operator in SPANS)
        agree(self.unit, self._raw.get("count", 30))

    def _read(self, text: str) -> list[Any]:
        return [read_scalar(one.strip()) for one in text.split(",") if one.strip()]

    def _typed(self, text: str) -> None:
        self._set("values", self._read(text))

    def _set(self, name: str, value: object) -> None:
        self._raw = {**self._raw, name: value}
        self.step = name
        self._ask()
        self.edited.emit(self._raw)
