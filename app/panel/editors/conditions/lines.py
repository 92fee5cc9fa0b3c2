"""What the card of a line shows, by the kind of the line: its subject, and the fields that compare it."""

from collections.abc import Callable, Sequence

from pydantic import JsonValue
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QWidget

from app.panel.editors.box import Box
from app.panel.editors.conditions.context import Context, Meaning
from app.panel.editors.conditions.host import Host
from app.panel.editors.conditions.phrases import operator_words, operators_for
from app.panel.editors.conditions.tree import Address, Part
from app.panel.editors.conditions.values import Sought, Source, right_editor, source_of
from app.panel.editors.look import restyle
from app.shell.elided import ElidedButton
from app.words import tr
from engine.rules import Operator
from engine.rules.operators import NEGATIVE
from engine.types import DataType

RIGHTS = ("value", "values", "value_expression", "variable", "relative", "period")


class Fields:
    """The middle of a card. It holds the part that is edited and hands each new one to the host."""

    stacks = False
    """Whether the fields stand one below the other in a narrow panel."""
    below = False
    """Whether the fields stand below the subject even where there is room beside it."""
    says_itself = False
    """Whether a field says its own errors."""
    gives_way = Qt.TextElideMode.ElideMiddle
    """What of the subject goes where there is no room: of a path its middle, since its end says most."""

    def __init__(self, address: Address, part: Part, host: Host) -> None:
        self.address = address
        self.part = part
        self.host = host
        self.context: Context = host.context_at(address)
        self.refilled: Callable[[], None] = lambda: None
        """Set by the card: shows the fields anew."""
        self._subject: QToolButton | None = None

    def name(self) -> str:
        """What the line is about, for a screen reader."""
        return tr("Condition")

    def tip(self) -> str:
        """What is said about the subject."""
        return self.name()

    def subject(self, parent: QWidget) -> QWidget:
        """The button that says what the line is about; a click chooses something else."""
        button = ElidedButton(self.name(), parent, mode=self.gives_way)
        button.setProperty("flat", True)
        button.setProperty("subject", True)
        button.setToolTip(self.tip())
        button.clicked.connect(lambda: self.host.choose(self.address, button))
        self._subject = button
        return button

    def widgets(self, parent: QWidget) -> Sequence[QWidget]:
        """The fields, made anew."""
        del parent
        return ()

    def stretch(self, widget: QWidget) -> int:
        """How much of the room a field takes."""
        del widget
        return 1

    def first_field(self) -> QWidget | None:
        """Where the keyboard goes first."""
        return None

    def mark(self, fields: set[str]) -> None:
        """Mark the widgets of these fields as wrong, all others as right."""
        if self._subject is not None:
            restyle(
                self._subject, "wrong", bool(fields & {"attribute", "link", "expression", "filter", "audience", ""})
            )

    def put(self, **values: JsonValue) -> None:
        """Take new values of the part; None takes a value away."""
        kept = {key: value for key, value in self.part.items() if key not in values}
        self.part = {**kept, **{key: value for key, value in values.items() if value is not None}}
        self.host.change(self.address, self.part)


class Compared(Fields):
    """A left side, an operator, and what it is compared with."""

    def __init__(self, address: Address, part: Part, host: Host) -> None:
        super().__init__(address, part, host)
        self._operator_box: QComboBox | None = None
        self._right: QWidget | None = None

    def left_type(self) -> DataType | None:
        """The type of the left side; None while it is not known."""
        return None

    def left_meaning(self) -> Meaning | None:
        """The attribute on the left, where it is compared as it is."""
        return None

    @property
    def operator(self) -> Operator | None:
        raw = self.part.get("operator", Operator.EQUAL.value)
        return Operator(raw) if isinstance(raw, str) and raw in list(Operator) else None

    @property
    def sought(self) -> Sought:
        """What the right side is compared with."""
        meaning = self.left_meaning()
        return Sought(self.left_type(), meaning.values if meaning is not None else (), self.operator)

    def widgets(self, parent: QWidget) -> Sequence[QWidget]:
        sought = self.sought
        self.stacks = sought.plural in {Operator.IN, Operator.WITHIN, Operator.BETWEEN} or (
            bool(sought.sources) and source_of(self.part) in {Source.EXPRESSION, Source.RELATIVE}
        )
        self._operator_box = self._operators(parent)
        self._right = right_editor(self.part, sought, self.context, parent)
        found: list[QWidget] = [self._operator_box]
        if self._right is not None:
            signal_of(self._right).connect(self._take_right)
            found.append(self._right)
        return found

    def stretch(self, widget: QWidget) -> int:
        return 2 if widget is self._right else 1

    def first_field(self) -> QWidget | None:
        return self._right or self._operator_box

    def mark(self, fields: set[str]) -> None:
        super().mark(fields)
        if self._operator_box is not None:
            restyle(self._operator_box, "wrong", "operator" in fields)
        if self._right is not None:
            wrong = bool(fields & set(RIGHTS))
            for one in (self._right, *self._right.findChildren(QLineEdit), *self._right.findChildren(QComboBox)):
                restyle(one, "wrong", wrong)

    def set_source(self, source: Source) -> None:
        """Take the value from something else; what it was before is forgotten."""
        fresh: dict[str, JsonValue] = dict.fromkeys(RIGHTS)
        if source is Source.RELATIVE:
            fresh[source.value] = {"count": 30, "unit": "day", "ahead": False}
        elif source is not Source.VALUE:
            fresh[source.value] = ""
        self.put(**fresh)
        self.refilled()

    def _operators(self, parent: QWidget) -> QComboBox:
        box = Box(parent, quiet=True)
        box.setAccessibleName(tr("Operator"))
        kind = self.left_type()
        fitting = operators_for(kind)
        current = self.operator
        for one in (*fitting, *([current] if current is not None and current not in fitting else [])):
            box.addItem(operator_words(one, kind), one.value)
        box.setCurrentIndex(box.findData(current.value) if current is not None else -1)
        box.setToolTip(box.currentText())
        box.activated.connect(self._choose_operator)
        return box

    def _choose_operator(self, row: int) -> None:
        box = self._operator_box
        if box is None or box.itemData(row) == self.part.get("operator"):
            return
        wanted = Operator(str(box.itemData(row)))
        self.put(operator=wanted.value, **carried(self.part, wanted))
        self.refilled()
        if self._operator_box is not None:
            self._operator_box.setFocus()

    def _take_right(self, right: dict[str, JsonValue]) -> None:
        self.put(**{**dict.fromkeys(RIGHTS), **right})


def carried(part: Part, wanted: Operator) -> dict[str, JsonValue]:
    """The right side of a part, as far as it makes sense for another operator."""
    many = {Operator.IN, Operator.BETWEEN}
    before = part.get("operator")
    held = Operator(before) if isinstance(before, str) and before in list(Operator) else Operator.EQUAL
    was, now = NEGATIVE.get(held, held), NEGATIVE.get(wanted, wanted)
    value, values = part.get("value"), part.get("values")
    if was == now:
        return {}
    fresh: dict[str, JsonValue] = dict.fromkeys(RIGHTS)
    if now in many:
        listed: JsonValue = values if isinstance(values, list) else [value] if value is not None else None
        return {**fresh, "values": listed}
    if now is Operator.WITHIN:
        return {**fresh, "period": {"preset": "last", "unit": "day", "count": 30}}
    if was in many or was is Operator.WITHIN:
        first = values[0] if isinstance(values, list) and values else None
        return {**fresh, "value": first}
    return {}


def signal_of(editor: QWidget) -> SignalInstance:
    """The signal by which the editor of a right side tells what to put there."""
    signal = getattr(editor, "edited", None)
    assert isinstance(signal, SignalInstance)
    return signal


def text_of(part: Part, name: str) -> str:
    """A text of a part; empty where there is none."""
    value = part.get(name)
    return value if isinstance(value, str) else ""
