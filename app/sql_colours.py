"""Colours for SQL that is only read: words of the language, texts, numbers and remarks."""

import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from app.inspector.colours import tokens_of

_PARTS = (
    ("grey", re.compile(r"--[^\n]*")),
    ("green", re.compile(r"'(?:[^']|'')*'")),
    ("", re.compile(r'"(?:[^"]|"")*"')),
    ("purple", re.compile(r"\b\d+(?:\.\d+)?\b")),
    ("blue", re.compile(
        r"\b(?:ALL|AND|AS|ASC|BETWEEN|BY|CASE|CAST|CROSS|DESC|DISTINCT|ELSE|END|EXCEPT|EXISTS|FALSE|FILTER|FROM|GROUP"
        r"|HAVING|IN|INNER|INTERVAL|IS|JOIN|LEFT|LIKE|LIMIT|NOT|NULL|NULLS|OFFSET|ON|OR|ORDER|OVER|PARTITION|QUALIFY"
        r"|RIGHT|SELECT|THEN|TRUE|TRY_CAST|UNION|UNNEST|USING|VALUES|WHEN|WHERE|WINDOW|WITH)\b")),
)  # fmt: skip
_ANY = re.compile("|".join(f"({pattern.pattern})" for _, pattern in _PARTS))


class SqlColours(QSyntaxHighlighter):
    """Colours the lines of a field; a text or a remark hides what stands in it."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field.document())
        self._field = field

    def highlightBlock(self, text: str) -> None:
        accents = tokens_of(self._field).accents
        for found in _ANY.finditer(text):
            accent = _PARTS[(found.lastindex or 1) - 1][0]
            if accent:
                form = QTextCharFormat()
                form.setForeground(QColor(accents[accent].ink))
                self.setFormat(found.start(), found.end() - found.start(), form)
