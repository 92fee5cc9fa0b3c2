"""The calendar around its week: going from week to week, and the calendars of others beside the launches."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.documents.calendar import WeekView
from app.words import tr
from canvas import Tokens
from engine.runner.calendar import Block, blocks, read_calendar
from engine.runner.inventory import Line
from engine.workspace.calendars import Calendar
from engine.workspace.statuses import Status


class CalendarPage(QWidget):
    """A week of launches of the documents that it is shown."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, tokens: Tokens) -> None:
        super().__init__()
        self._desk = desk
        self._lines: Sequence[Line] = ()
        self._asked = 0
        self.calendars: list[Calendar] = []
        self.monday = _monday(desk.life.present.now().astimezone().date())
        self.title = QLabel()
        self.title.setProperty("heading", True)
        before, after, today = QToolButton(), QToolButton(), QPushButton(tr("Today"))
        for button, words, text, days in (
            (before, tr("The week before"), "‹", -7),
            (after, tr("The next week"), "›", 7),
        ):
            button.setText(text)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(partial(self.step, days))
        self.before, self.after = before, after
        today.clicked.connect(self.go_today)
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(tr("Go to a day"))
        self.day.dateChanged.connect(self._day_chosen)
        self.others = QToolButton()
        self.others.setText(tr("Other calendars"))
        self.others.setProperty("filter", True)
        self.others.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.others.setMenu(QMenu(self.others))
        self.week = WeekView(tokens)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.week)
        head = QHBoxLayout()
        for widget in (before, after, today, self.day):
            head.addWidget(widget)
        head.addSpacing(12)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.others)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(self._area, 1)
        self.setFocusProxy(self.week)
        self.week.chosen.connect(self._chosen)

    def _chosen(self, document: str) -> None:
        place = self.week.current_place.center()
        self._area.ensureVisible(int(place.x()), int(place.y()), 0, 80)
        self.chosen.emit(document)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the launches of these documents; drafts have none."""
        self._lines = [one for one in lines if one.status is not Status.DRAFT]
        self.refresh()

    def step(self, days: int) -> None:
        """Go on or back."""
        self.monday += timedelta(days=days)
        self.refresh()

    def go_today(self) -> None:
        """Go to the present week."""
        self.monday = _monday(self._desk.life.present.now().astimezone().date())
        self.refresh()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self.week.set_tokens(tokens)

    def refresh(self) -> None:
        """Read the week anew."""
        self._asked += 1
        self._desk.tasks.start(self._refresh(self._asked), of=self)

    async def _refresh(self, asked: int) -> None:
        desk, monday, now = self._desk, self.monday, self._desk.life.present.now()
        start = datetime.combine(monday, time()).astimezone().astimezone(UTC)
        end = datetime.combine(monday + timedelta(days=7), time()).astimezone().astimezone(UTC)
        lines = self._lines

        def read() -> tuple[list[Block], list[Calendar]]:
            return blocks(desk.workspace, lines, start, end, now), desk.workspace.calendars.list()

        found, calendars = await desk.reader.run(read)
        if asked != self._asked:
            return
        self.calendars = calendars
        self.week.show_week(monday, now.astimezone().date(), found, calendars)
        self._area.verticalScrollBar().setValue(self.week.first_hour())
        last = monday + timedelta(days=6)
        locale = QLocale()
        ends = [locale.toString(QDate(day.year, day.month, day.day), "d MMM yyyy") for day in (monday, last)]
        self.title.setText(" – ".join(ends))
        self.day.blockSignals(True)
        self.day.setDate(QDate(monday.year, monday.month, monday.day))
        self.day.blockSignals(False)
        self._fill_menu()

    def _fill_menu(self) -> None:
        menu = self.others.menu()
        menu.clear()
        for calendar in self.calendars:
            action = menu.addAction(calendar.name)
            action.setCheckable(True)
            action.setChecked(not calendar.hidden)
            action.toggled.connect(partial(self._hide, calendar.id))
        menu.addSeparator()
        menu.addAction(tr("Read a calendar from a CSV file…")).triggered.connect(self._choose)
        for calendar in self.calendars:
            action = menu.addAction(tr("Remove “{name}”", name=calendar.name))
            action.triggered.connect(partial(self._remove, calendar.id))

    def _hide(self, calendar: str, shown: bool) -> None:
        self._desk.tasks.start(self._change(partial(self._desk.workspace.calendars.hide, calendar, not shown)), of=self)

    def _remove(self, calendar: str, _checked: bool = False) -> None:
        self._desk.tasks.start(self._change(partial(self._desk.workspace.calendars.remove, calendar)), of=self)

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("A calendar"), "", "CSV (*.csv)")
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Add the calendar of a file."""

        def keep() -> None:
            self._desk.workspace.calendars.add(path.stem, read_calendar(path))

        self._desk.tasks.start(self._change(keep), of=self)

    async def _change(self, work: Callable[[], None]) -> None:
        await self._desk.worker.run(work)
        self.refresh()

    def _day_chosen(self, day: QDate) -> None:
        self.monday = _monday(date(day.year(), day.month(), day.day()))
        self.refresh()


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
