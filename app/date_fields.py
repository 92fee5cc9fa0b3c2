"""Fields of days and times in which a new one can be typed wherever the keys are.

The toolkit's own take a digit only where a part of the date is selected, and lose those that are typed over all of it.
And they change when what they stand in is scrolled and they happen to pass under the pointer.
"""

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QTimeEdit


class DayField(QDateEdit):
    """A day; today, if none is given."""

    def __init__(self, day: QDate | None = None) -> None:
        super().__init__(QDate.currentDate() if day is None else day)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        _make_room(self, event)
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not _passes_on(self, event):
            super().wheelEvent(event)


class MomentField(QDateTimeEdit):
    """A day and a time of it; now, if none is given."""

    def __init__(self, moment: QDateTime | None = None) -> None:
        super().__init__(QDateTime.currentDateTime() if moment is None else moment)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        _make_room(self, event)
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not _passes_on(self, event):
            super().wheelEvent(event)


class TimeField(QTimeEdit):
    """A time of day; midnight, if none is given."""

    def __init__(self, time: QTime | None = None) -> None:
        super().__init__(QTime(0, 0) if time is None else time)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        _make_room(self, event)
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not _passes_on(self, event):
            super().wheelEvent(event)


def _passes_on(field: QDateTimeEdit, event: QWheelEvent) -> bool:
    """Whether the wheel is left to what scrolls, as it is unless the keys are in the field."""
    if field.hasFocus():
        return False
    event.ignore()
    return True


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
