"""Editors of days and times of day: one time, several, a day, days of the week, months."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from app.date_fields import DayField, TimeField
from app.panel.context import Choice
from app.panel.editor import Editor, as_list
from app.panel.editors.basic import ChoiceEditor, OneField, TextEditor
from app.theme import inset
from app.words import said, tr

_TIME, _DAY = "HH:mm", "yyyy-MM-dd"
_MORNING = QTime(9, 0)


class TimeEditor(OneField):
    """A time of day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.time = TimeField()
        self.time.setDisplayFormat(_TIME)
        self.time.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
        inset(self.time)
        super().__init__(self.time, parent)
        self.time.timeChanged.connect(self._changed)

    def _changed(self, at: QTime) -> None:
        self.edited.emit(at.toString(_TIME))

    def show_value(self, value: object) -> None:
        at = QTime.fromString(str(value or ""), Qt.DateFormat.ISODate)
        self.time.blockSignals(True)
        self.time.setTime(at if at.isValid() else _MORNING)
        self.time.blockSignals(False)


class TimesEditor(TextEditor):
    """Several times of day, with commas between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.line.setPlaceholderText("09:00, 14:30")

    def show_value(self, value: object) -> None:
        times = [QTime.fromString(str(one), Qt.DateFormat.ISODate) for one in as_list(value)]
        if [one.toString(_TIME) for one in times] != read_times(self.line.text()):
            self.line.setText(", ".join(one.toString(_TIME) for one in times))

    def _typed(self, text: str) -> None:
        self.edited.emit(read_times(text))


def read_times(text: str) -> list[str]:
    """The times of a text; what is no time is left out."""
    times = (QTime.fromString(part.strip(), "H:mm") for part in text.replace(";", ",").split(","))
    return [one.toString(_TIME) for one in times if one.isValid()]


class DayEditor(Editor):
    """A day, or none where there may be none."""

    def __init__(self, *, nullable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(tr("Set"))
        self.box.setVisible(nullable)
        self.day = DayField()
        self.day.setCalendarPopup(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addWidget(self.day, 1)
        self._nullable = nullable
        self.setFocusProxy(self.day)
        self.box.clicked.connect(self._tell)
        self.day.dateChanged.connect(self._tell)
        self.show_value(None)

    def show_value(self, value: object) -> None:
        day = QDate.fromString(str(value or ""), _DAY)
        self.blockSignals(True)
        self.box.setChecked(day.isValid())
        # Where there is none yet, today is nearer to what is wanted than the toolkit's year 2000.
        self.day.setDate(day if day.isValid() else QDate.currentDate())
        self.day.setEnabled(day.isValid() or not self._nullable)
        self.blockSignals(False)

    def _tell(self) -> None:
        wanted = self.box.isChecked() or not self._nullable
        self.day.setEnabled(wanted)
        self.edited.emit(self.day.date().toString(_DAY) if wanted else None)


class SeveralEditor(Editor):
    """Some of a few numbers, each a button that can be down: the days of a week, the months of a year."""

    def __init__(self, names: Sequence[str], first: int, across: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[int, QToolButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for place, name in enumerate(names):
            button = self.buttons[first + place] = QToolButton()
            button.setText(name)
            button.setAccessibleName(name)
            button.setCheckable(True)
            button.setProperty("chip", True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(1)  # a narrow panel shares its width among them rather than growing by them
            button.clicked.connect(self._tell)
            grid.addWidget(button, place // across, place % across)
        grid.setColumnStretch(across, 1)
        self.setFocusProxy(next(iter(self.buttons.values())))

    def show_value(self, value: object) -> None:
        chosen = as_list(value)
        for number, button in self.buttons.items():
            button.setChecked(number in chosen)

    def _tell(self) -> None:
        self.edited.emit([number for number, button in self.buttons.items() if button.isChecked()])


class NamedSeveralEditor(SeveralEditor):
    """The same for values that are names, such as mon to sun."""

    def __init__(self, values: Sequence[str], names: Sequence[str], parent: QWidget | None = None) -> None:
        self._values = tuple(values)
        super().__init__(names, 0, len(names), parent)

    def show_value(self, value: object) -> None:
        chosen = as_list(value)
        super().show_value([place for place, one in enumerate(self._values) if one in chosen])

    def _tell(self) -> None:
        self.edited.emit([self._values[number] for number, button in self.buttons.items() if button.isChecked()])


def literals_editor(values: Sequence[str]) -> Editor:
    """Several of a few names; days of the week are told in the user's language."""
    days: dict[str, str] = dict(
        zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), _days(QLocale.FormatType.ShortFormat), strict=True)
    )
    ordered = [one for one in days if one in values] if set(values) <= days.keys() else list(values)
    names = [days.get(one) or said(one.replace("-", " ").capitalize()) for one in ordered]
    return NamedSeveralEditor(ordered, names)


def weekdays_editor() -> Editor:
    """Days of the week; 0 is Monday."""
    return SeveralEditor(_days(QLocale.FormatType.ShortFormat), 0, 7)


class WeekdayEditor(ChoiceEditor):
    """One day of the week; 0 is Monday."""

    def __init__(self, parent: QWidget | None = None) -> None:
        days = _days(QLocale.FormatType.LongFormat)
        super().__init__([Choice(str(number), name) for number, name in enumerate(days)], parent)

    def _chosen(self, index: int) -> None:
        self.edited.emit(index)


def months_editor() -> Editor:
    """Months of the year; 1 is January."""
    names = [QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat) for month in range(1, 13)]
    return SeveralEditor(names, 1, 6)


def _days(length: QLocale.FormatType) -> list[str]:
    # Some languages end a short name with a stop, for which seven buttons in a row have no room.
    return [QLocale().standaloneDayName(day, length).rstrip(".") for day in range(1, 8)]
