"""Fields of days and times in which a new one can be typed wherever the keys are.

The toolkit's own take a digit only where a part of the date is selected, and lose those that are typed over all of it.
"""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QTimeEdit


class DayField(QDateEdit):
    """A day."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        _make_room(self, event)
        super().keyPressEvent(event)


class MomentField(QDateTimeEdit):
    """A day and a time of it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        _make_room(self, event)
        super().keyPressEvent(event)


class TimeField(QTimeEdit):
    """A time of day."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        _make_room(self, event)
        super().keyPressEvent(event)


def _make_room(field: QDateTimeEdit, event: QKeyEvent) -> None:
    """Let a digit take the place of the part that it is typed into; of the first where everything is selected."""
    if not event.text().isdecimal():
        return
    line = field.lineEdit()
    text, at, selected = line.text(), line.cursorPosition(), line.selectedText()
    if selected == text:
        field.setSelectedSection(field.sectionAt(0))
    elif not selected and text[at : at + 1].isdecimal():
        # At the end of a part one goes on with it.
        field.setSelectedSection(field.currentSection())
