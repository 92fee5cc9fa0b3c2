"""The kinds of lines: conditions, linked records, aggregates, filters, audiences, and what cannot be read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from pydantic import JsonValue
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QWidget

from app.panel.editors.box import Box
from app.panel.editors.conditions.context import Meaning
from app.panel.editors.conditions.host import Host, Suggested
from app.panel.editors.conditions.lines import Compared, Fields, signal_of, text_of
from app.panel.editors.conditions.phrases import function_words, functions_for, operator_words
from app.panel.editors.conditions.tree import Address, Part, field_of, kind_of, walk
from app.panel.editors.conditions.values import Sought, right_editor
from app.panel.editors.conditions.values.chips import ChipsField
from app.panel.editors.conditions.values.scalars import TextField
from app.panel.editors.expressions import ExpressionEditor
from app.panel.editors.look import icon_button
from app.panel.editors.words import type_words
from app.words import tr
from engine.expressions import check_expression
from engine.rules import Operator
from engine.rules.model import Function
from engine.types import DataType


class ConditionFields(Compared):
    """An attribute compared with something."""

    @property
    def path(self) -> str:
        return text_of(self.part, "attribute")

    def name(self) -> str:
        meaning = self.left_meaning()
        return meaning.title if meaning is not None else self.path or tr("Choose…")

    def left_meaning(self) -> Meaning | None:
        return self.context.meaning(self.path)

    def left_type(self) -> DataType | None:
        meaning = self.left_meaning()
        return None if meaning is None else meaning.type

    def tip(self) -> str:
        kind = self.left_type()
        return f"{self.name()}\n{self.path}" + (f" · {type_words(kind)}" if kind is not None else "")

    def widgets(self, parent: QWidget) -> Sequence[QWidget]:
        found = list(super().widgets(parent))
        if not self.sought.values:
            for field in typed_fields(found):
                field.entered.connect(partial(self.host.suggest, self.address, field))
        if self.left_type() is not None:
            bars = icon_button(parent, "ph.chart-bar-horizontal", tr("Distribution of values"))
            bars.clicked.connect(lambda: self.host.show_distribution(self.address, bars))
            self.side = bars
            if not self.stacks:
                found.append(bars)
            else:
                bars.hide()
        return found

    def stretch(self, widget: QWidget) -> int:
        return 0 if widget is getattr(self, "side", None) else super().stretch(widget)


class ExpressionFields(Compared):
    """An expression compared with something."""

    says_itself = True
    below = True

    def __init__(self, address: Address, part: Part, host: Host) -> None:
        super().__init__(address, part, host)
        self._left: ExpressionEditor | None = None
        self._shown_type: DataType | None = None

    def name(self) -> str:
        return tr("Expression")

    def left_type(self) -> DataType | None:
        text = text_of(self.part, "expression")
        return check_expression(text, self.context.scope)[0] if text.strip() else None

    def widgets(self, parent: QWidget) -> Sequence[QWidget]:
        compared = super().widgets(parent)
        self.stacks = True
        self._shown_type = self.left_type()
        self._left = ExpressionEditor(parent)
        self._left.set_scope(self.context.scope)
        self._left.set_value(text_of(self.part, "expression"))
        self._left.edited.connect(self._take)
        self._left.finished.connect(self._follow_type)
        return (self._left, beside(compared, parent))

    def first_field(self) -> QWidget | None:
        return self._left

    def _take(self, text: str) -> None:
        self.put(expression=text)

    def _follow_type(self) -> None:
        """Once the expression is written, offer the operators and values that fit what it gives."""
        if self.left_type() != self._shown_type:
            self.refilled()


class ExistsFields(Fields):
    """There is, or is no, linked record; the conditions on it stand in the group below."""

    def name(self) -> str:
        link = text_of(self.part, "link")
        return self.context.link_title(link) if link else tr("Choose…")

    def widgets(self, parent: QWidget) -> Sequence[QWidget]:
        box = Box(parent, quiet=True)
        box.setAccessibleName(tr("Operator"))
        box.addItem(tr("exists such as"), False)
        box.addItem(tr("does not exist"), True)
        box.setCurrentIndex(1 if self.part.get("negated") is True else 0)
        box.activated.connect(lambda: self.put(negated=bool(box.currentData())))
        self._box = box
        return (box,)

    def first_field(self) -> QWidget | None:
        return self._box


class AggregateFields(Compared):
    """A collection brought down to one value; which of its records count stands in the group below."""

    @property
    def path(self) -> str:
        return text_of(self.part, "attribute")

    @property
    def _attribute(self) -> Meaning | None:
        return self.context.meaning(self.path)

    def name(self) -> str:
        meaning = self._attribute
        return meaning.title if meaning is not None else self.context.link_title(self.path) or tr("Choose…")

    def left_type(self) -> DataType | None:
        return self.context.reduced(text_of(self.part, "function"), self.path)

    def widgets(self, parent: QWidget) -> Sequence[QWidget]:
        compared = super().widgets(parent)
        self.stacks = True
        box = Box(parent, quiet=True)
        box.setAccessibleName(tr("How it is calculated"))
        meaning = self._attribute
        for function in functions_for(None if meaning is None else meaning.type):
            box.addItem(function_words(function), function.value)
        box.setCurrentIndex(box.findData(text_of(self.part, "function")))
        box.activated.connect(lambda: self._choose_function(str(box.currentData())))
        return (box, beside(compared, parent))

    def _choose_function(self, function: str) -> None:
        if function != self.part.get("function"):
            self.put(function=Function(function).value)
            self.refilled()


class FilterFields(Fields):
    """A predefined filter; only its parameters can be filled."""

    stacks = True
    gives_way = Qt.TextElideMode.ElideRight

    def __init__(self, address: Address, part: Part, host: Host) -> None:
        super().__init__(address, part, host)
        self._fields: list[QWidget] = []

    @property
    def _filter(self) -> str:
        return text_of(self.part, "filter")

    def name(self) -> str:
        found = self.context.catalog.filter_by_id.get(self._filter)
        return tr("Filter: {label}", label=found.label if found is not None else self._filter)

    def widgets(self, parent: QWidget) -> Sequence[QWidget]:
        found = self.context.catalog.filter_by_id.get(self._filter)
        self._fields = []
        if found is None or not found.parameters:
            return ()
        form = QWidget(parent)
        rows = QFormLayout(form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for path in found.parameters:
            label, editor = self._parameter(path, found.rule, form)
            rows.addRow(label, editor)
            self._fields.append(editor)
        return (form,)

    def first_field(self) -> QWidget | None:
        return self._fields[0] if self._fields else None

    def _parameter(self, path: str, rule: dict[str, JsonValue], parent: QWidget) -> tuple[str, QWidget]:
        """What users read for a parameter, and its editor."""
        holder, _, name = path.rpartition(".")
        condition = _held(rule, holder)
        given = self._given.get(path, condition.get(name))
        shown: Part = {**condition, name: given}
        meaning = self.context.meaning(text_of(condition, "attribute"))
        raw = condition.get("operator", "equal")
        operator = Operator(raw) if isinstance(raw, str) and raw in list(Operator) else Operator.EQUAL
        kind = None if meaning is None else meaning.type
        sought = Sought(kind, meaning.values if meaning is not None else (), operator)
        editor = right_editor(shown, sought, self.context, parent) or QLabel("", parent)
        title = meaning.title if meaning is not None else path
        if not isinstance(editor, QLabel):
            signal_of(editor).connect(partial(self._fill, path, name))
        return f"{title} {operator_words(operator, kind)}", editor

    @property
    def _given(self) -> Mapping[str, JsonValue]:
        raw = self.part.get("parameters")
        return raw if isinstance(raw, dict) else {}

    def _fill(self, path: str, name: str, right: Part) -> None:
        self.put(parameters={**self._given, path: right.get(name)})


class AudienceFields(Fields):
    """Membership of a saved audience."""

    gives_way = Qt.TextElideMode.ElideRight

    def name(self) -> str:
        name = text_of(self.part, "audience")
        return tr("Audience: {label}", label=self.context.audiences.get(name, name) or tr("Choose…"))

    def widgets(self, parent: QWidget) -> Sequence[QWidget]:
        box = Box(parent, quiet=True)
        box.setAccessibleName(tr("Operator"))
        box.addItem(tr("is a member"), False)
        box.addItem(tr("is not a member"), True)
        box.setCurrentIndex(1 if self.part.get("negated") is True else 0)
        box.activated.connect(lambda: self.put(negated=bool(box.currentData())))
        self._box = box
        return (box,)

    def first_field(self) -> QWidget | None:
        return self._box


class UnreadableFields(Fields):
    """What cannot be read: it is kept as it is, and can only be moved, switched off or removed."""

    def __init__(self, address: Address, raw: JsonValue, host: Host) -> None:
        super().__init__(address, raw if isinstance(raw, dict) else {}, host)
        self._raw = raw

    def name(self) -> str:
        return tr("Unreadable part")

    def widgets(self, parent: QWidget) -> Sequence[QWidget]:
        text = json.dumps(self._raw, ensure_ascii=False)
        label = QLabel(text if len(text) <= 120 else f"{text[:120]}…", parent)
        label.setProperty("quiet", True)
        label.setWordWrap(True)
        return (label,)


def typed_fields(widgets: Sequence[QWidget]) -> Iterator[Suggested]:
    """The fields among and below widgets in which a text may be completed."""
    for widget in widgets:
        if isinstance(widget, ChipsField):
            yield widget
        yield from widget.findChildren(TextField)


def beside(widgets: Sequence[QWidget], parent: QWidget) -> QWidget:
    """Fields that stand beside each other also in a narrow panel."""
    together = QWidget(parent)
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    return together


def fields_of(address: Address, raw: JsonValue, host: Host) -> Fields:
    """The fields of a line."""
    kind = kind_of(raw)
    if not isinstance(raw, dict) or not kind:
        return UnreadableFields(address, raw, host)
    if kind == "condition":
        is_expression = raw.get("expression") is not None and raw.get("attribute") is None
        return (ExpressionFields if is_expression else ConditionFields)(address, raw, host)
    made: dict[str, type[Fields]] = {
        "exists": ExistsFields, "aggregate": AggregateFields, "filter": FilterFields, "audience": AudienceFields,
    }  # fmt: skip
    return made[kind](address, raw, host)


def _held(rule: JsonValue, path: str) -> Part:
    """The part of a filter's rule that stands at a path such as "items[0]"."""
    for address, part in walk(rule):
        if isinstance(part, dict) and path == field_of(address):
            return part
    return {}
