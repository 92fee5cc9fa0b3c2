"""Colours of an expression by what its pieces are, and the piece at a place."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.panel.editors.expressions.positions import to_qt
from canvas.style import Tokens
from engine.expressions import FUNCTIONS
from engine.expressions.syntax import KEYWORDS, Token, scan

_ACCENTS: Mapping[str, str] = {
    "attribute": "blue", "path": "blue", "variable": "purple", "string": "green", "number": "amber", "word": "teal",
}  # fmt: skip


class Colours(QSyntaxHighlighter):
    """Names, functions, texts, numbers and variables each in their colour; keywords in bold."""

    def __init__(self, document: QTextDocument, tokens: Tokens) -> None:
        super().__init__(document)
        self._tokens = tokens

    def set_tokens(self, tokens: Tokens) -> None:
        """Change the scheme."""
        self._tokens = tokens
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for token in scan(text):
            start, end = to_qt(text, token.position), to_qt(text, token.position + len(token.text))
            self.setFormat(start, end - start, self._format(token))

    def _format(self, token: Token) -> QTextCharFormat:
        format_ = QTextCharFormat()
        if token.kind in KEYWORDS:
            format_.setFontWeight(QFont.Weight.Bold)
        elif token.kind == "unreadable":
            format_.setForeground(QColor(self._tokens.text_quiet))
        elif token.kind in _ACCENTS:
            known = token.kind != "word" or token.text.lower() in FUNCTIONS
            colour = self._tokens.accents[_ACCENTS[token.kind]].ink if known else self._tokens.text
            format_.setForeground(QColor(colour))
        return format_


def piece_at(text: str, place: int) -> tuple[int, int]:
    """First and last-but-one place of the piece at `place`; at the end of the text, its last piece."""
    last = (max(place - 1, 0), max(place, 1))
    for token in scan(text):
        here = (token.position, token.position + len(token.text))
        if here[0] <= place < here[1]:
            return here
        if here[0] <= place:
            last = here
    return last
