"""An expression with all its help: what it gives or what is wrong with it, and a list of all that can be inserted."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.panel.editors.expressions.field import ExpressionField
from app.panel.editors.expressions.insertions import InsertMenu
from app.panel.editors.look import current_tokens, icon_button, recolour, restyle, style_sheet
from app.panel.editors.words import type_words
from app.words import told, tr
from engine.expressions import Scope, check_expression
from engine.problems import Problem
from engine.types import DataType


class ExpressionEditor(QWidget):
    """Edits the text of an expression. Whatever is wrong is said and marked, and never stops anybody."""

    edited = Signal(str)
    """The text, after each change by the user."""
    finished = Signal()
    """The user is done for now."""

    def __init__(self, parent: QWidget | None = None, *, several_lines: bool = False) -> None:
        super().__init__(parent)
        self._scope: Scope | None = None
        self._aggregates = self._windows = False
        self._known = ""
        self.result: DataType | None = None
        self.problems: tuple[Problem, ...] = ()
        self.field = ExpressionField(self, several_lines=several_lines)
        self.field.setPlaceholderText("YearsOld(@birth_date)")
        self.field.setAccessibleName(tr("Expression"))
        self.insert_button = icon_button(self, "ph.math-operations", tr("Insert a field, a function or a variable"))
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.insert_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(row)
        box.addWidget(self.message)
        self.field.textChanged.connect(self._changed)
        self.field.finished.connect(self.finished)
        self.insert_button.clicked.connect(self.open_insertions)
        self.setFocusProxy(self.field)
        self._check()

    def set_scope(self, scope: Scope | None, *, aggregates: bool = False, windows: bool = False) -> None:
        """What names stand for, and whether aggregates and windows make sense here."""
        self._scope, self._aggregates, self._windows = scope, aggregates, windows
        self.field.set_scope(scope)
        self._check()

    def value(self) -> str:
        """The text as it stands."""
        return self.field.toPlainText()

    def set_value(self, text: str) -> None:
        """Show another text; nothing is emitted, and the cursor stays when it is the same."""
        if text != self.value():
            self._known = text
            self.field.setPlainText(text)

    def open_insertions(self) -> None:
        """Open the list of all fields, functions and variables, by category."""
        if self._scope is None:
            return
        menu = InsertMenu(self._scope, self)
        menu.chosen.connect(self.field.insert)
        menu.open_below(self.insert_button)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            recolour(self)
            self.field.refresh_look()
            self._check()

    def as_own_root(self) -> "ExpressionEditor":
        """The same editor with a style sheet of its own, for use outside of an editor that has one."""
        self.setStyleSheet(style_sheet(current_tokens()))
        return self

    def _changed(self) -> None:
        # New colours are told of as new text; only other text is an edit.
        text = self.value()
        if text != self._known:
            self._known = text
            self.edited.emit(text)
        self._check()

    def _check(self) -> None:
        text = self.value()
        if self._scope is None or not text.strip():
            self.result, self.problems = None, ()
        else:
            self.result, self.problems = check_expression(
                text, self._scope, aggregates=self._aggregates, windows=self._windows
            )
        self.field.mark(self.problems)
        self._say()

    def _say(self) -> None:
        first = self.problems[0] if self.problems else None
        wrong = first is not None and first.is_error
        if first is not None:
            more = len(self.problems) - 1
            text = told(first) + (f" {tr('And {number} more.', number=more)}" if more else "")
        elif self.result is not None:
            text = tr("Gives {type}", type=type_words(self.result))
        else:
            text = ""
        self.message.setText(text)
        self.message.setVisible(bool(text))
        restyle(self.message, "error", wrong)
        restyle(self.message, "warning", first is not None and not wrong)
        restyle(self.message, "quiet", first is None)
        restyle(self.field, "wrong", wrong)
