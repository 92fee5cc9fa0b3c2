"""Editors of one plain value: text, numbers, yes or no, one of several, a moment."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QDoubleValidator, QIntValidator, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from app.panel.context import Choice, FormContext
from app.panel.editor import Editor
from app.panel.editors.fields import ChoiceBox, Line
from app.panel.editors.rows import DETAIL, RowDelegate
from app.units import agree, unit_word
from app.words import tr
from engine.problems import Problem


def set_mark(field: QWidget, problem: Problem | None) -> None:
    """Colour a field's border for a problem; the words stand below it."""
    wanted = "" if problem is None else "error" if problem.is_error else "warning"
    if (field.property("invalid") or "") != wanted:
        field.setProperty("invalid", wanted)
        field.style().unpolish(field)
        field.style().polish(field)


class OneField(Editor):
    """The base of editors that are one widget."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(field)
        self.setFocusProxy(field)

    def mark(self, path: str, problem: Problem | None) -> bool:
        del path  # one field is all there is
        set_mark(self.field, problem)
        return True


class TextEditor(OneField):
    """A line of text."""

    def __init__(self, parent: QWidget | None = None, *, nullable: bool = False) -> None:
        self.line = Line()
        self._nullable = nullable
        super().__init__(self.line, parent)
        self.line.textEdited.connect(self._typed)

    def show_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        if text != self.line.text():
            self.line.setText(text)

    def _typed(self, text: str) -> None:
        text = self.line.in_one(text)
        self.edited.emit(None if self._nullable and not text else text)


class NumberEditor(OneField):
    """A number, as the locale writes it. What is no number is kept as it was typed, and marked by the check."""

    def __init__(self, parent: QWidget | None = None, *, whole: bool, nullable: bool = False) -> None:
        self.line = Line()
        self._whole = whole
        self._nullable = nullable
        super().__init__(self.line, parent)
        validator = QIntValidator(self.line) if whole else QDoubleValidator(self.line)
        self._locale = QLocale()
        self._locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        validator.setLocale(self._locale)
        self._validator = validator
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.textEdited.connect(self._typed)

    def show_value(self, value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            text = "" if value is None else str(value)
        else:
            text = self._locale.toString(value) if isinstance(value, int) else self._locale.toString(value, "g", 12)
        if text != self.line.text() and self._read(self.line.text()) != value:
            self.line.setText(text)

    def _read(self, text: str) -> object:
        if not text.strip():
            return None
        if self._whole:
            number, fits = self._locale.toLongLong(text)
            return number if fits else text
        value, fits = self._locale.toDouble(text)
        if not fits and self._locale.decimalPoint() != ".":
            value, fits = QLocale.c().toDouble(text)  # as numbers are copied from elsewhere, and read in rules
        if not fits:
            return text
        return int(value) if value.is_integer() else value

    def _typed(self, text: str) -> None:
        self.edited.emit(self._read(text))


class WrappedBox(QCheckBox):
    """A check box whose label goes on in a second line where there is no room for it in one."""

    _MARK = 26
    """How much of the width the box itself takes."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._label = label

    def minimumSizeHint(self) -> QSize:
        return QSize(min(super().minimumSizeHint().width(), 160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = [""]
        for word in self._label.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            fits = self.fontMetrics().horizontalAdvance(longer) <= self.width() - self._MARK
            lines[-1:] = [longer] if fits or not lines[-1] else [lines[-1], word]
        self.setText("\n".join(lines))


class FlagEditor(OneField):
    """Yes or no; its label stands beside the box."""

    titled = False

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        self.box = WrappedBox(label)
        super().__init__(self.box, parent)
        self.box.clicked.connect(self._clicked)

    def show_value(self, value: object) -> None:
        self.box.setChecked(value is True)

    def _clicked(self, on: bool) -> None:
        self.edited.emit(on)


class ChoiceEditor(OneField):
    """One of a fixed list. A value that is not in it is shown as it is."""

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None, *, nullable: bool = False) -> None:
        self.combo = ChoiceBox()
        self.combo.setPlaceholderText(tr("Choose…"))
        self._choices = tuple(choices)
        self._nullable = nullable
        super().__init__(self.combo, parent)
        self._fill()
        self.combo.activated.connect(self._chosen)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; what is chosen stays chosen."""
        if tuple(choices) == self._choices:
            return
        chosen = self.combo.currentData()
        self._choices = tuple(choices)
        self._fill()
        self.show_value(chosen)

    def show_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        index = self.combo.findData(text)
        if index < 0 and text:
            self.combo.addItem(text, text)
            index = self.combo.count() - 1
        self.combo.setCurrentIndex(index)

    def _fill(self) -> None:
        self.combo.clear()
        if self._nullable:
            self.combo.addItem(tr("None"), "")
        for choice in self._choices:
            self.combo.addItem(choice.text, choice.value)
            if choice.detail:
                self.combo.setItemData(self.combo.count() - 1, choice.detail, Qt.ItemDataRole.ToolTipRole)

    def _chosen(self, index: int) -> None:
        value = self.combo.itemData(index)
        self.edited.emit(None if self._nullable and value == "" else value)


class UnitEditor(ChoiceEditor):
    """The unit of time of the number in the field above."""

    def __init__(self, units: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__([Choice(unit, unit_word(unit, 2)) for unit in units], parent)

    def agree(self, count: object) -> None:
        """Call the units as they are called after that number."""
        agree(self.combo, count)


class NameEditor(OneField):
    """A name, typed or chosen from those that exist where the node stands."""

    def __init__(self, kind: str, of: str, parent: QWidget | None = None, *, nullable: bool = False) -> None:
        self.combo = ChoiceBox()
        self._kind, self._of = kind, of
        self._nullable = nullable
        self._choices: tuple[Choice, ...] = ()
        self._others = False
        """Whether there are audiences that cannot be chosen here."""
        self.invites = True
        """Whether the empty field says what to do; else who embeds it does."""
        super().__init__(self.combo, parent)
        self.line = Line()
        self.combo.setLineEdit(self.line)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._delegate = RowDelegate(self.combo)
        self.combo.view().setItemDelegate(self._delegate)
        self._invite()
        completer = QCompleter(self.combo.model(), self.combo)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.combo.setCompleter(completer)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._finished)
        self.combo.activated.connect(self._chosen)
        self._pending = False

    def take_context(self, context: FormContext) -> None:
        choices = choices_of(self._kind, self._of, context)
        self._others = self._kind == "audience" and bool(context.audiences)
        if choices == self._choices:
            self._invite()
            return
        value = self.value()
        self._choices = choices
        self.combo.clear()
        for choice in choices:
            self.combo.addItem(choice.text, choice.value)
            self.combo.setItemData(self.combo.count() - 1, choice.detail, Qt.ItemDataRole.ToolTipRole)
            self.combo.setItemData(self.combo.count() - 1, choice.detail, DETAIL)
        self._invite()
        self.show_value(value)

    def _invite(self) -> None:
        """Say in the empty field what can be done with it."""
        if self.invites and self._kind == "audience" and not self._choices:
            none = tr("No audience is saved yet")
            self.line.setPlaceholderText(tr("None has the campaign's merge policy") if self._others else none)
        elif self.invites:
            self.line.setPlaceholderText(tr("Choose or type") if self._choices else tr("Type a name"))

    def title_of(self, value: str) -> str:
        """What users read for a name."""
        return next((choice.text for choice in self._choices if choice.value == value), value)

    def value(self) -> str:
        """The name that stands there: that of the choice whose text it is, or what was typed."""
        text = self.line.text()
        return next((choice.value for choice in self._choices if choice.text == text), text)

    def show_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        if text == self.value():
            return
        self._pending = False
        index = self.combo.findData(text)
        self.combo.setCurrentIndex(index)
        if index < 0:
            self.line.setText(text)

    def _typed(self, _text: str) -> None:
        # Half a dimension is none: what stands on it must not go before the whole name is there.
        value = self.value()
        self._pending = self._kind == "dimension" and all(choice.value != value for choice in self._choices)
        if not self._pending:
            self._tell(value)

    def _finished(self) -> None:
        if self._pending:
            self._pending = False
            self._tell(self.value())

    def _chosen(self, index: int) -> None:
        self._pending = False
        self._tell(str(self.combo.itemData(index)))

    def _tell(self, value: str) -> None:
        self.edited.emit(None if self._nullable and not value else value)


_CHOICES: Mapping[str, Callable[[FormContext, str], tuple[Choice, ...]]] = {
    "dimension": lambda context, of: context.dimensions(of),
    "table": lambda context, _: context.tables(),
    "transition": lambda context, _: context.transitions(),
    "audience": lambda context, _: context.readable(),
    "document": lambda context, _: context.documents,
    "variable": lambda context, _: context.variables(),
    "type": lambda context, _: context.types(),
    "column": lambda context, of: context.attributes(of, 0),
    "attribute": lambda context, of: context.attributes(of),
    "collected": lambda context, of: context.attributes(of, collections=True),
    "collection": lambda context, of: context.links(of, only_collections=True),
    "link": lambda context, of: context.links(of),
    "reference": lambda context, of: context.references(of),
    "journey": lambda context, of: context.journeys(of),
    "action": lambda context, _: context.actions(),
    "event": lambda context, _: context.events(),
    "field": lambda context, of: context.fields(of),
}


def choices_of(kind: str, of: str, context: FormContext) -> tuple[Choice, ...]:
    """The names of a kind that exist in a context; none for a kind that has no list."""
    offered = _CHOICES.get(kind)
    return offered(context, of) if offered else ()


class OfferedEditor(ChoiceEditor):
    """One of those names that exist where the node stands, and no other."""

    def __init__(self, kind: str, of: str, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self._kind, self._of = kind, of

    def take_context(self, context: FormContext) -> None:
        self.set_choices(choices_of(self._kind, self._of, context))


class FileEditor(TextEditor):
    """The path of a file, typed or picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(tr("Choose…"))
        layout = self.layout()
        assert layout is not None, "OneField made it"
        layout.addWidget(self.button)
        self.button.clicked.connect(self._pick)

    def _pick(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a file"), self.line.text())
        if path:
            self.line.setText(path)
            self.edited.emit(path)
