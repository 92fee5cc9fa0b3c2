"""One comparison of a journey's condition: how a field is compared, and with what."""

import re
from enum import Enum, auto
from functools import partial
from typing import Any

from pydantic import BaseModel
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.graph.journey_words import NO_VALUE, SPANS, operator_words
from app.panel.context import FormContext
from app.panel.editor import Editor, as_list, as_object
from app.panel.editors.basic import NameEditor, NumberEditor, choices_of
from app.panel.editors.conditions.values.scalars import read_number, shown
from app.panel.editors.fields import ChoiceBox, Line
from app.panel.editors.more import read_scalar
from app.panel.editors.operators import operators_of
from app.panel.editors.several_names import SeveralNames
from app.units import agree
from app.words import tr
from engine.contract import Hint
from engine.journey.conditions.comparing import OF_NUMBERS, ONE_VALUE
from engine.journey.conditions.model import Comparison, Constraint, Operator, Unit


class _Sort(Enum):
    """What values are, as far as the operators that fit tell."""

    TEXT = auto()
    NUMBER = auto()
    UNKNOWN = auto()


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
        self._sort = _Sort.UNKNOWN
        self._context: FormContext | None = None
        self.names = SeveralNames(self)
        self.name = NameEditor("field", "linked") if kind is Constraint else None
        self.operator = ChoiceBox()
        self.operator.setAccessibleName(tr("Operator"))
        self.values = Line()
        self.values.setAccessibleName(tr("Value"))
        if hint is not None:
            self.names.complete_in(self.values)
        self.count = NumberEditor(whole=True)
        self.count.line.setAccessibleName(tr("Number"))
        self.unit = ChoiceBox()
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
        self.operator.activated.connect(self._operate)
        self.values.textEdited.connect(self._typed)
        self.names.completed.connect(self._typed)
        self.count.edited.connect(partial(self._set, "count"))
        self.unit.activated.connect(lambda: self._set("unit", self.unit.currentData()))
        self.setFocusProxy(self.values)

    def offer(self, operators: tuple[Operator, ...]) -> None:
        """Offer these operators; the one that is chosen stays, also when it is not among them."""
        chosen = self._operator
        amounts, texts = Operator.GREATER in operators, Operator.STARTS_WITH in operators
        self._sort = _Sort.UNKNOWN if amounts is texts else _Sort.NUMBER if amounts else _Sort.TEXT
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
        self._context = context
        if self.name is not None:
            self.name.take_context(context)
            self._fit()
        if self._hint is not None:
            self.names.offer(choices_of(self._hint.kind, self._hint.of, context))
            self._show_values()

    def go_to(self, path: str) -> QWidget:
        if self.name is not None and not self._raw.get("field"):
            return self.name.go_to("")
        return super().go_to(path)

    def _fit(self) -> None:
        """Offer the operators that fit the field that is chosen here."""
        if self.name is not None and self._context is not None:
            self.offer(operators_of(self._context, self._context.linked, str(self._raw.get("field") or "")))

    def show_value(self, value: object) -> None:
        self._raw = as_object(value)
        self._fit()
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
            texts = [shown(one) if self._of_numbers and isinstance(one, int | float) else str(one) for one in values]
            self.values.setText(self._between.join(texts))

    def _ask(self) -> None:
        self.values.setVisible(self._operator not in NO_VALUE | SPANS)
        self.values.setPlaceholderText(self._invitation())
        for widget in (self.count, self.unit):
            widget.setVisible(self._operator in SPANS)
        agree(self.unit, self._raw.get("count", 30))

    def _invitation(self) -> str:
        if self._hint is not None:
            return tr("Choose or type, several apart by commas")
        if not self._of_numbers:
            return tr("Value, or several apart by commas")
        if self._operator in ONE_VALUE:
            return tr("a number")
        if self._between == "; ":
            return tr("Number, or several apart by semicolons")
        return tr("Number, or several apart by commas")

    @property
    def _of_numbers(self) -> bool:
        return self._hint is None and (self._sort is _Sort.NUMBER or self._operator in OF_NUMBERS)

    @property
    def _between(self) -> str:
        """What stands between values: no comma where numbers are written with one."""
        return "; " if self._of_numbers and QLocale().decimalPoint() == "," else ", "

    def _read(self, text: str) -> list[Any]:
        if self._of_numbers:
            # A comma within a number is a part of it: the decimal one, or one between thousands.
            inside = r"\d" if QLocale().decimalPoint() == "," else r"\d{3}(?!\d)"
            parts = [text] if self._operator in ONE_VALUE else re.split(rf";|,(?!{inside})|(?<!\d),", text)
            return [read_number(one) for one in parts if one.strip()]
        read = _as_text if self._sort is _Sort.TEXT and self._hint is None else read_scalar
        return [read(one.strip()) for one in text.split(",") if one.strip()]

    def _operate(self) -> None:
        """Another operator may read what was typed in another way."""
        text = self.values.text()
        self._set("operator", self.operator.currentData())
        if text.strip():
            self._set("values", self._read(text))

    def _typed(self, text: str) -> None:
        self._set("values", self._read(text))

    def _set(self, name: str, value: object) -> None:
        self._raw = {**self._raw, name: value}
        self.step = name
        if name == "field":
            self._fit()
        self._ask()
        self.edited.emit(self._raw)


def _as_text(text: str) -> Any:
    """A text as it is, though it may look like a number; without the quotes around it."""
    value = read_scalar(text)
    return value if isinstance(value, str) else text
