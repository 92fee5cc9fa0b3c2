"""Fields of moments: a date with its calendar, a moment counted from now, a period with a name."""

from datetime import date, datetime
from functools import partial

from pydantic import JsonValue
from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.panel.editors.box import Box
from app.panel.editors.conditions.phrases import COUNTED, LONG_UNITS, OF_UNIT, preset_words
from app.panel.editors.fields import Line
from app.panel.editors.look import icon_button, restyle
from app.units import agree, unit_word
from app.words import number, tr
from engine.rules.model import Preset, Unit

MOST_UNITS = 100_000
_MOST_DIGITS = 20
_WIDEST, _ALL_ROOM = 190, 100
"""No box is wider than its words; in a narrow panel the boxes share all of the room."""


def date_format() -> str:
    """The short date of the user's locale, always with four digits of the year."""
    written = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return written if "yyyy" in written else written.replace("yy", "yyyy")


def shown_moment(value: JsonValue) -> str:
    """A stored moment as the user's locale writes it; what is none, as it stands."""
    if not isinstance(value, str):
        return "" if value is None else str(value)
    try:
        day = date.fromisoformat(value[:10])
        moment = datetime.fromisoformat(value) if len(value) > 10 else None
    except ValueError:
        return value
    text = QLocale().toString(QDate(day.year, day.month, day.day), date_format())
    return f"{text} {moment:%H:%M}" if moment is not None else text


def read_moment(text: str) -> str | None:
    """What was typed, as it is stored: 2025-12-31, with a time where one was typed; else the text itself."""
    clean = text.strip()
    if not clean:
        return None
    # Some locales write spaces in a date, so a time is only what the date leaves over.
    whole_day = QLocale().toDate(clean, date_format())
    day, _, time = ("", "", "") if whole_day.isValid() else clean.rpartition(" ")
    day, time = (day, time) if day else (clean, "")
    found = QLocale().toDate(day, date_format())
    written = found.toString(Qt.DateFormat.ISODate) if found.isValid() else day
    whole = f"{written}T{time.strip()}" if time.strip() else written
    try:
        parsed = datetime.fromisoformat(whole)
    except ValueError:
        return text
    return whole if time.strip() else parsed.date().isoformat()


class DateField(QWidget):
    """A date, typed or picked."""

    changed = Signal(object)

    def __init__(self, value: JsonValue, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = Line(shown_moment(value), self)
        self.line.setPlaceholderText(QLocale().toString(QDate(2025, 12, 31), date_format()))
        self.button = icon_button(self, "ph.calendar-blank", tr("Pick a date"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._tell)
        self.button.clicked.connect(self.open_calendar)

    def open_calendar(self) -> None:
        """Show the month of the date, or this month."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setObjectName("popup")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        stored = read_moment(self.line.text()) or ""
        day = QDate.fromString(stored[:10], Qt.DateFormat.ISODate)
        if day.isValid():
            calendar.setSelectedDate(day)
        box = QVBoxLayout(popup)
        box.setContentsMargins(4, 4, 4, 4)
        box.addWidget(calendar)

        def pick(chosen: QDate) -> None:
            popup.close()
            self.line.setText(QLocale().toString(chosen, date_format()))
            self._tell(self.line.text())

        calendar.clicked.connect(pick)
        calendar.activated.connect(pick)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        calendar.setFocus()

    def _tell(self, text: str) -> None:
        self.changed.emit(read_moment(text))


class RelativeField(QWidget):
    """A moment counted from now."""

    edited = Signal(object)

    def __init__(self, value: JsonValue, *, timed: bool, parent: QWidget) -> None:
        super().__init__(parent)
        given = value if isinstance(value, dict) else {}
        self.count = CountField(given.get("count", 30), 0, self)
        self.unit = _units(self, [one for one in Unit if timed or one not in {Unit.MINUTE, Unit.HOUR}])
        self.unit.setCurrentIndex(max(0, self.unit.findData(given.get("unit", Unit.DAY.value))))
        self.side = Box(self)
        self.side.addItem(tr("ago"), False)
        self.side.addItem(tr("from now"), True)
        self.side.setCurrentIndex(1 if given.get("ahead") is True else 0)
        _row(self, self.count, self.unit, self.side)
        agree(self.unit, self.count.value)
        self.count.changed.connect(partial(agree, self.unit))
        self.count.changed.connect(self._tell)
        self.unit.activated.connect(self._tell)
        self.side.activated.connect(self._tell)

    def value(self) -> dict[str, JsonValue]:
        """The JSON of what is shown."""
        return {"count": self.count.value, "unit": self.unit.currentData(), "ahead": self.side.currentData()}

    def _tell(self) -> None:
        self.edited.emit({"relative": self.value()})


class PeriodField(QWidget):
    """A period with a name, or a number of units."""

    edited = Signal(object)

    def __init__(self, value: JsonValue, *, timed: bool, parent: QWidget) -> None:
        super().__init__(parent)
        given = value if isinstance(value, dict) else {}
        self._timed = timed
        self.preset = Box(self)
        for preset in Preset:
            self.preset.addItem(preset_words(preset), preset.value)
        self.preset.setPlaceholderText(tr("choose a period"))
        self.preset.setCurrentIndex(self.preset.findData(given.get("preset")))
        self.count = CountField(given.get("count", 1), 1, self)
        self.unit = _units(self, list(Unit))
        self._wanted_unit = str(given.get("unit", Unit.DAY.value))
        _row(self, self.preset, self.count, self.unit)
        self._show_parts()
        self.preset.activated.connect(self._choose)
        self.count.changed.connect(partial(agree, self.unit))
        self.count.changed.connect(self._tell)
        self.unit.activated.connect(self._choose_unit)

    def value(self) -> dict[str, JsonValue]:
        """The JSON of what is shown."""
        found: dict[str, JsonValue] = {"preset": self.preset.currentData()}
        if self.preset.currentData() in OF_UNIT:
            found["unit"] = self.unit.currentData()
        if self.preset.currentData() in COUNTED:
            found["count"] = self.count.value
        return found

    def _choose(self) -> None:
        self._show_parts()
        self._tell()

    def _choose_unit(self) -> None:
        self._wanted_unit = str(self.unit.currentData())
        self._tell()

    def _show_parts(self) -> None:
        preset = self.preset.currentData()
        self.count.setVisible(preset in COUNTED)
        self.unit.setVisible(preset in OF_UNIT)
        # "This day" is today, and nobody says "this minute".
        short = [Unit.MINUTE, Unit.HOUR] if self._timed else []
        units = [*short, Unit.DAY, *LONG_UNITS] if preset in COUNTED else list(LONG_UNITS)
        self.unit.clear()
        for unit in units:
            many = self.count.value if preset in COUNTED else 1
            self.unit.addItem(unit_word(unit.value, many), unit.value)
        self.unit.setCurrentIndex(max(0, self.unit.findData(self._wanted_unit)))

    def _tell(self) -> None:
        self.edited.emit({"period": self.value()})


class CountField(Line):
    """How many units: a whole number, typed or stepped with Up and Down. What is none is marked and not taken."""

    changed = Signal(int)

    def __init__(self, value: JsonValue, least: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._least = least
        given = value if isinstance(value, int) and not isinstance(value, bool) else least
        self.value = max(least, min(given, MOST_UNITS))
        self.setText(str(self.value))
        self.setMinimumWidth(36)
        self.setMaximumWidth(72)
        self.setAccessibleName(tr("How many"))
        self.textEdited.connect(self._typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.setText(str(max(self._least, min(self.value + step, MOST_UNITS))))
            self._typed(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._read(self.text()) is None:
            self.setText(str(self.value))  # what counts, since what stood there was not taken
            self._mark(wrong=False)

    def _typed(self, text: str) -> None:
        found = self._read(text)
        if found is not None:
            self.value = found
            self.changed.emit(found)
        self._mark(wrong=found is None)

    def _read(self, text: str) -> int | None:
        """The number that a text is; None for what is none. A point that was dropped would make 15 of 1.5."""
        clean = text.strip()
        # Longer ones are beyond all numbers of units, and too much to read.
        if not (clean.isascii() and clean.isdigit()) or len(clean) > _MOST_DIGITS:
            return None
        return int(clean) if self._least <= int(clean) <= MOST_UNITS else None

    def _mark(self, *, wrong: bool) -> None:
        restyle(self, "wrong", wrong)
        needed = tr("Write a whole number from {least} to {most}.", least=number(self._least), most=number(MOST_UNITS))
        self.setToolTip(needed if wrong else "")
        self.setAccessibleDescription(self.toolTip())


def _units(parent: QWidget, units: list[Unit]) -> QComboBox:
    box = Box(parent)
    for unit in units:
        box.addItem(unit_word(unit.value, 2), unit.value)
    box.setAccessibleName(tr("Unit"))
    return box


def _row(owner: QWidget, *widgets: QWidget) -> None:
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        short = isinstance(widget, CountField)
        row.addWidget(widget, 0 if short else _ALL_ROOM)
        if not short:
            widget.setMaximumWidth(_WIDEST)
    row.addStretch(1)
    owner.setFocusProxy(widgets[0])
