"""Which editor fits: by the type that is compared, the operator, and what the value is taken from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from pydantic import JsonValue
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.panel.editors.box import Box
from app.panel.editors.conditions.context import Context
from app.panel.editors.conditions.tree import Part
from app.panel.editors.conditions.values.chips import ChipsField
from app.panel.editors.conditions.values.moments import (
    DateField,
    PeriodField,
    RelativeField,
    read_moment,
    shown_moment,
)
from app.panel.editors.conditions.values.scalars import (
    ChoiceField,
    NumberField,
    TextField,
    YesNoField,
    is_timed,
    read_number,
    shown,
)
from app.panel.editors.expressions import ExpressionEditor
from app.words import tr
from engine.catalog.model import EnumValue
from engine.rules import Operator
from engine.rules.operators import NEGATIVE, WITHOUT_VALUE
from engine.types import DataType, Family, Kind


class Source(StrEnum):
    """What a value is taken from."""

    VALUE = "value"
    RELATIVE = "relative"
    EXPRESSION = "value_expression"
    VARIABLE = "variable"


@dataclass(frozen=True, slots=True)
class Sought:
    """What a value is compared with: the type and the known values of the left side, and the operator."""

    type: DataType | None
    values: tuple[EnumValue, ...]
    operator: Operator | None

    @property
    def plural(self) -> Operator | None:
        """The operator without its denial."""
        return None if self.operator is None else NEGATIVE.get(self.operator, self.operator)

    @property
    def sources(self) -> tuple[Source, ...]:
        """What the value can be taken from."""
        if self.operator in WITHOUT_VALUE or self.plural in {Operator.IN, Operator.BETWEEN, Operator.WITHIN}:
            return ()
        moment = self.type is not None and self.type.family is Family.MOMENT and self.type.kind is not Kind.TIME
        return tuple(one for one in Source if moment or one is not Source.RELATIVE)


def source_of(part: Part) -> Source:
    """What the value of a condition is taken from now."""
    for source in (Source.RELATIVE, Source.EXPRESSION, Source.VARIABLE):
        if part.get(source.value) is not None:
            return source
    return Source.VALUE


Field = TextField | NumberField | ChoiceField | YesNoField | DateField
"""A widget of one value; its signal `changed` gives it after each change by the user."""


def right_editor(part: Part, sought: Sought, context: Context, parent: QWidget) -> QWidget | None:
    """The editor of what a condition compares with; its signal `edited` gives the JSON to put there.

    None where the operator compares with nothing.
    """
    timed = sought.type is not None and is_timed(sought.type)
    if sought.operator in WITHOUT_VALUE:
        return None
    if sought.plural is Operator.WITHIN:
        return PeriodField(part.get("period"), timed=timed, parent=parent)
    if sought.plural is Operator.IN:
        return ChipsField(part.get("values"), _reader(sought.type), _writer(sought.type), sought.values, parent)
    if sought.plural is Operator.BETWEEN:
        values = part.get("values")
        given: list[JsonValue] = [*values, None, None] if isinstance(values, list) else [None, None]
        return _Two(given[:2], [_scalar(one, sought, parent) for one in given[:2]], parent)
    match source_of(part):
        case Source.RELATIVE:
            return RelativeField(part["relative"], timed=timed, parent=parent)
        case Source.EXPRESSION:
            return _ExpressionRight(part[Source.EXPRESSION], context, parent)
        case Source.VARIABLE:
            return _VariableRight(part[Source.VARIABLE], context, parent)
        case Source.VALUE:
            return _One(_scalar(part.get("value"), sought, parent), parent)


def _scalar(value: JsonValue, sought: Sought, parent: QWidget) -> Field:
    kind = sought.type
    if sought.values and sought.plural in {Operator.EQUAL, None}:
        return ChoiceField(value, sought.values, parent)
    if kind is None or kind.family in {Family.TEXT, Family.LIST} or kind.kind is Kind.TIME:
        return TextField(value, parent)
    if kind.family is Family.BOOLEAN:
        return YesNoField(value, parent)
    return DateField(value, parent) if kind.family is Family.MOMENT else NumberField(value, parent)


def _reader(kind: DataType | None) -> Callable[[str], JsonValue]:
    if kind is None or kind.family is Family.TEXT:
        return str
    return read_moment if kind.family is Family.MOMENT else read_number


def _writer(kind: DataType | None) -> Callable[[JsonValue], str]:
    return shown_moment if kind is not None and kind.family is Family.MOMENT else shown


class _One(QWidget):
    """One value."""

    edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        field.setAccessibleName(tr("Value"))
        _only(self, field)
        field.changed.connect(self._tell)

    def _tell(self, value: JsonValue) -> None:
        self.edited.emit({"value": value})


class _Two(QWidget):
    """Both bounds of a range."""

    edited = Signal(object)

    def __init__(self, values: list[JsonValue], fields: Sequence[Field], parent: QWidget) -> None:
        super().__init__(parent)
        self._values = values
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for place, (field, name) in enumerate(zip(fields, (tr("From"), tr("To")), strict=True)):
            field.setParent(self)
            field.setAccessibleName(name)
            field.changed.connect(partial(self._tell, place))
            row.addWidget(field, 1)
        self.setFocusProxy(fields[0])

    def _tell(self, place: int, value: JsonValue) -> None:
        self._values[place] = value
        self.edited.emit({"values": list(self._values)})


class _ExpressionRight(QWidget):
    """A value that is calculated."""

    edited = Signal(object)

    def __init__(self, value: JsonValue, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        editor = ExpressionEditor(self)
        editor.set_scope(context.scope)
        editor.set_value(str(value))
        _only(self, editor)
        editor.edited.connect(self._tell)

    def _tell(self, text: str) -> None:
        self.edited.emit({Source.EXPRESSION.value: text})


class _VariableRight(QWidget):
    """The value of a variable."""

    edited = Signal(object)

    def __init__(self, value: JsonValue, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        box = Box(self)
        for name in context.surroundings.variables:
            box.addItem(name, name)
        box.setPlaceholderText(str(value) or tr("choose a variable"))
        box.setAccessibleName(tr("Variable"))
        box.setCurrentIndex(box.findData(value))
        _only(self, box)
        self._box = box
        box.activated.connect(self._tell)

    def _tell(self, row: int) -> None:
        self.edited.emit({Source.VARIABLE.value: self._box.itemData(row)})


def _only(owner: QWidget, field: QWidget) -> None:
    field.setParent(owner)
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field, 1)
    owner.setFocusProxy(field)
