"""Fields of one value: a text, a number, a choice, yes or no. What does not fit is kept as it was typed."""

import re
from collections.abc import Sequence
from math import isfinite

from pydantic import JsonValue
from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from app.panel.editors.box import Box
from app.panel.editors.fields import Line
from app.words import tr
from engine.catalog.model import EnumValue
from engine.rules.model import Scalar
from engine.types import DataType, Family, Kind


def shown(value: JsonValue) -> str:
    """A value as the user's locale writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, int | float):
        locale = QLocale()
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale.toString(value) if isinstance(value, int) and abs(value) < 2**53 else _decimal(value, locale)
    return str(value)


def _decimal(value: float, locale: QLocale) -> str:
    return repr(value).replace(".", locale.decimalPoint())


def read_number(text: str) -> Scalar:
    """What was typed as a number of the user's locale; the text itself where it is none, and nothing for nothing."""
    clean = text.strip().replace("\u00a0", " ").replace("\u202f", " ")
    if not clean:
        return None
    # Thousands may stand apart, as in 1,000 or 1 000; elsewhere a separator means something else.
    apart = "," if QLocale().decimalPoint() == "." else " "
    if re.fullmatch(rf"[-+]?\d{{1,3}}({apart}\d{{3}})+(\D\d*)?", clean):
        clean = clean.replace(apart, "")
    if re.fullmatch(r"[-+]?\d+", clean):
        return int(clean)
    dotted = clean.replace(QLocale().decimalPoint(), ".")
    if re.fullmatch(r"[-+]?(\d+\.\d*|\.\d+|\d+)([eE][-+]?\d+)?", dotted):
        value = float(dotted)
        return value if isfinite(value) else text  # no file could hold what is infinite
    return text


class TextField(Line):
    """A text."""

    changed = Signal(object)
    entered = Signal()
    """The keyboard came here for the first time; who knows values may offer them."""

    def __init__(self, value: JsonValue, parent: QWidget) -> None:
        super().__init__(parent)
        self._entered = False
        self.setPlaceholderText(tr("a text"))
        self.setText(shown(value))
        self.textEdited.connect(self._tell)

    def offer(self, values: Sequence[str]) -> None:
        """Complete what is typed with these values."""
        completer = completer_of(values, self)
        completer.activated.connect(self._tell)
        self.setCompleter(completer)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._entered:
            self._entered = True
            self.entered.emit()

    def _tell(self, text: str) -> None:
        self.changed.emit(text or None)


class NumberField(Line):
    """A number as the user's locale writes it."""

    changed = Signal(object)

    def __init__(self, value: JsonValue, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("a number"))
        self.setText(shown(value))
        self.textEdited.connect(self._tell)

    def _tell(self, text: str) -> None:
        self.changed.emit(read_number(text))


class ChoiceField(Box):
    """One of the values that there are, by what users read for them; another one may still be typed."""

    changed = Signal(object)

    def __init__(self, value: JsonValue, values: Sequence[EnumValue], parent: QWidget) -> None:
        super().__init__(parent)
        line = Line(self)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._values = values
        for one in values:
            self.addItem(one.label or one.value, one.value)
        self.setCurrentIndex(self.findData(value))
        if self.currentIndex() < 0:
            self.setEditText(shown(value))
        line.setPlaceholderText(tr("choose a value"))
        line.textEdited.connect(self._typed)
        self.activated.connect(self._picked)

    def _picked(self, row: int) -> None:
        self.changed.emit(self.itemData(row))

    def _typed(self, text: str) -> None:
        named = [one.value for one in self._values if text in {one.label, one.value}]
        self.changed.emit(named[0] if named else text or None)


class YesNoField(Box):
    """Yes or no."""

    changed = Signal(object)

    def __init__(self, value: JsonValue, parent: QWidget) -> None:
        super().__init__(parent)
        self.addItem(tr("yes"), True)
        self.addItem(tr("no"), False)
        self.setPlaceholderText(tr("yes or no"))
        self.setCurrentIndex({True: 0, False: 1}.get(value, -1) if isinstance(value, bool) else -1)
        self.activated.connect(self._picked)

    def _picked(self, row: int) -> None:
        self.changed.emit(self.itemData(row))


def completer_of(values: Sequence[str], line: QLineEdit) -> QCompleter:
    """Offers the values that contain what is typed, in any case."""
    completer = QCompleter(list(values), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer


def is_timed(kind: DataType) -> bool:
    """Whether values of a moment carry a time of day."""
    return kind.family is Family.MOMENT and kind.kind is not Kind.DATE
