"""The field in which an expression is typed: it grows with its text, offers what may come next, and marks errors."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from app.panel.editors.expressions.colours import Colours, piece_at
from app.panel.editors.expressions.popups import CompletionList, SignatureHint
from app.panel.editors.expressions.positions import from_qt, to_qt
from app.panel.editors.fields import Lines
from app.panel.editors.look import current_tokens, fixed_font
from app.words import told
from engine.expressions import Completion, Scope, complete, signature_at
from engine.problems import Problem

_TRIGGERS = frozenset("@[$/")
_MOST_LINES = 8
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class ExpressionField(Lines):
    """The text alone; `several_lines` says whether Enter makes a new line or ends the editing."""

    finished = Signal()
    """Enter was pressed in a field of one line, or the keyboard went elsewhere."""

    def __init__(self, parent: QWidget | None = None, *, several_lines: bool = False) -> None:
        super().__init__(parent)
        self._several_lines = several_lines
        self._most_lines = 2 * _MOST_LINES if several_lines else _MOST_LINES
        self._scope: Scope | None = None
        self._colours = Colours(self.document(), current_tokens())
        self.completions = CompletionList(self)
        self.hint = SignatureHint(self)
        self.setFont(fixed_font(self))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(1)
        self.completions.chosen.connect(self.accept)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.cursorPositionChanged.connect(self._show_signature)

    def set_scope(self, scope: Scope | None) -> None:
        """What names stand for; without a scope nothing is offered."""
        self._scope = scope

    def mark(self, problems: Iterable[Problem]) -> None:
        """Underline what each problem is about."""
        text, tokens = self.toPlainText(), current_tokens()
        marks: list[QTextEdit.ExtraSelection] = []
        for problem in problems:
            if problem.position is None or not text:
                continue
            start, end = piece_at(text, min(problem.position, len(text)))
            marked = QTextEdit.ExtraSelection()
            wave = QTextCharFormat()
            wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.setUnderlineColor(QColor(tokens.states["error" if problem.is_error else "warning"].ink))
            wave.setToolTip(told(problem))
            cursor = self.textCursor()
            cursor.setPosition(to_qt(text, start))
            cursor.setPosition(to_qt(text, end), QTextCursor.MoveMode.KeepAnchor)
            marked.format, marked.cursor = wave, cursor
            marks.append(marked)
        self.setExtraSelections(marks)

    def insert(self, text: str) -> None:
        """Insert at the cursor; after an open parenthesis the cursor stands inside the pair."""
        cursor = self.textCursor()
        opens = text.endswith("(")
        cursor.insertText(f"{text})" if opens else text)
        if opens:
            cursor.movePosition(QTextCursor.MoveOperation.Left)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self, offer: Completion) -> None:
        """Put an offer in the place of what was begun."""
        text = self.toPlainText()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(to_qt(text, offer.start))
        cursor.setPosition(to_qt(text, offer.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("")
        self.setTextCursor(cursor)
        follows = text[offer.end : offer.end + 1]
        if offer.insert.endswith("(") and follows == "(":
            self.insert(offer.insert[:-1])
        else:
            self.insert(offer.insert)
        cursor.endEditBlock()
        self.completions.hide()
        self._show_signature()

    def offers(self) -> Sequence[Completion]:
        """What may stand at the cursor now."""
        if self._scope is None:
            return ()
        text = self.toPlainText()
        return complete(text, from_qt(text, self.textCursor().position()), self._scope)

    def offer(self) -> None:
        """Open the list of what may come next; it closes when there is nothing."""
        found = self.offers()
        rect = self.cursorRect()
        if found:
            at = self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(-24, 4))
            self.hint.hide()
            self.completions.offer(found, at, rect.height() + 8)
        else:
            self.completions.hide()

    def refresh_look(self) -> None:
        """Take the colours of the palette anew."""
        self._colours.set_tokens(current_tokens())

    def sizeHint(self) -> QSize:
        lines = round(self.document().documentLayout().documentSize().height())
        lines = max(2 if self._several_lines else 1, min(lines, self._most_lines))
        return QSize(120, lines * self.fontMetrics().lineSpacing() + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.completions.isVisible() and self._steer(event):
            return
        key, keys = event.key(), event.modifiers()
        if key == Qt.Key.Key_Space and keys & Qt.KeyboardModifier.ControlModifier:
            self.offer()
            return
        if key == Qt.Key.Key_Escape and self.hint.isVisible():
            self.hint.hide()
            return
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._several_lines:
            self.finished.emit()
            return
        super().keyPressEvent(event)
        self._offer_after(event.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.completions.hide()
        self.hint.hide()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab would go to the next field before a key press is told of; with an open list it takes what is marked.
        offered = self.completions.current if self.completions.isVisible() else None
        if offered is None or not forward:
            return super().focusNextPrevChild(forward)
        self.accept(offered)
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        self.insertPlainText(text if self._several_lines else " ".join(text.split("\n")))

    def _steer(self, event: QKeyEvent) -> bool:
        """Keys that belong to the open list; whether this was one."""
        if event.key() in _STEPS:
            self.completions.list.step(_STEPS[Qt.Key(event.key())])
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.completions.hide()
            return True
        offered = self.completions.current
        if event.key() in _TAKES and offered is not None:
            self.accept(offered)
            return True
        return False

    def _offer_after(self, typed: str) -> None:
        goes_on = self.completions.isVisible() and (typed == "\b" or typed.isalnum())
        if goes_on or typed in _TRIGGERS or typed.isalpha() or typed == "_":
            self.offer()
        elif typed:
            self.completions.hide()
            self._show_signature()

    def _grow(self) -> None:
        lines = round(self.document().documentLayout().documentSize().height())
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > self._most_lines else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()

    def _show_signature(self) -> None:
        text = self.toPlainText()
        found = signature_at(text, from_qt(text, self.textCursor().position())) if self.hasFocus() else None
        if found is None or self.completions.isVisible():
            self.hint.hide()
        else:
            self.hint.explain(found, self.viewport().mapToGlobal(self.cursorRect().topLeft()))
