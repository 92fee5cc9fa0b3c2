"""Fields of days and times in which a new one can be typed wherever the keys are.

The toolkit's own take a digit only where a part of the date is selected, and lose those that are typed over all of it.
They make a 30th of the 31st while the month that is typed next is still one of 30 days. And they change when what they
stand in is scrolled and they happen to pass under the pointer.
"""

import re

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QTimeEdit

_FIXED = frozenset({"dd", "MM", "yyyy", "HH", "mm", "ss"})
"""Parts of a format that are always written with as many digits."""


class DayField(QDateEdit):
    """A day; today, if none is given."""

    def __init__(self, day: QDate | None = None) -> None:
        super().__init__(QDate.currentDate() if day is None else day)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._typed = _Typed(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._typed.begin(event)
        super().keyPressEvent(event)
        self._typed.end(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not _passes_on(self, event):
            super().wheelEvent(event)


class MomentField(QDateTimeEdit):
    """A day and a time of it; now, if none is given."""

    def __init__(self, moment: QDateTime | None = None) -> None:
        super().__init__(QDateTime.currentDateTime() if moment is None else moment)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._typed = _Typed(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._typed.begin(event)
        super().keyPressEvent(event)
        self._typed.end(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not _passes_on(self, event):
            super().wheelEvent(event)


class TimeField(QTimeEdit):
    """A time of day; midnight, if none is given."""

    def __init__(self, time: QTime | None = None) -> None:
        super().__init__(QTime(0, 0) if time is None else time)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._typed = _Typed(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._typed.begin(event)
        super().keyPressEvent(event)
        self._typed.end(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not _passes_on(self, event):
            super().wheelEvent(event)


class _Typed:
    """The digits that are typed one after the other from the first part of a field on."""

    def __init__(self, field: QDateTimeEdit) -> None:
        self._field = field
        self._digits = ""

    def begin(self, event: QKeyEvent) -> None:
        """Let a digit take the place of the part that it is typed into; of the first where everything is selected."""
        field, line = self._field, self._field.lineEdit()
        if not event.text().isdecimal():
            if not re.fullmatch(r"[-/.: ]", event.text()):
                self._digits = ""
            return
        text, at, selected = line.text(), line.cursorPosition(), line.selectedText()
        if selected == text:
            field.setSelectedSection(field.sectionAt(0))
        elif not selected and text[at : at + 1].isdecimal():
            # At the end of a part one goes on with it.
            field.setSelectedSection(field.currentSection())
        if field.currentSectionIndex() == 0 and line.selectedText() == field.sectionText(field.sectionAt(0)):
            self._digits = ""

    def end(self, event: QKeyEvent) -> None:
        """Take all of it, when all of it was typed: the parts by themselves may have been put right too soon."""
        if not event.text().isdecimal():
            return
        self._digits += event.text()
        parts = re.findall(r"[A-Za-z]+", self._field.displayFormat())
        if len(self._digits) != len("".join(parts)) or not _FIXED.issuperset(parts):
            return
        before, typed = self._field.dateTime(), QDateTime.fromString(self._digits, "".join(parts))
        self._digits = ""
        if typed.isValid():
            # Of what the field does not show, such as the day of a mere time, the field knows better.
            days = any(one in {"dd", "MM", "yyyy"} for one in parts)
            times = any(one in {"HH", "mm", "ss"} for one in parts)
            date, time = typed.date() if days else before.date(), typed.time() if times else before.time()
            if (date, time) != (before.date(), before.time()):
                self._field.setDate(date)
                self._field.setTime(time)


def _passes_on(field: QDateTimeEdit, event: QWheelEvent) -> bool:
    """Whether the wheel is left to what scrolls, as it is unless the keys are in the field."""
    if field.hasFocus():
        return False
    event.ignore()
    return True
