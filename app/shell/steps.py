"""A field for a whole number: what is no whole number is never taken for another one."""

import re

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

from app.theme import inset

_PART = re.compile(r"[.,]\d{0,2}$")
"""A sign with fewer digits behind it than a thousand has."""


class Steps(QSpinBox):
    """1.5 stays as it was typed, and gives way to the last whole number when the field is left."""

    def __init__(self) -> None:
        super().__init__()
        inset(self)

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:  # noqa: A002 - as Qt has it
        """A sign that is refused would leave 15."""
        if _PART.search(input):
            return QValidator.State.Intermediate, input, pos
        found = super().validate(input, pos)
        assert isinstance(found, tuple)
        return found

    def fixup(self, input: str) -> str:  # noqa: A002 - as Qt has it
        """The number that stood there before the sign."""
        return self.textFromValue(self.value()) if _PART.search(input) else super().fixup(input)
