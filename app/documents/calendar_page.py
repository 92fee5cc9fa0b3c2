"""The calendar around its week or month: going on and back, and the calendars of others beside the launches."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.date_fields import DayField
from app.desk import Desk
from app.documents.calendar import WeekView
from app.documents.month import MonthView, month_after, weeks_of
from app.shell.elided import ElidedLabel
from app.words import as_typed, tr
from canvas import Tokens
from engine.runner.calendar import Block, DayLaunches, blocks, days, read_calendar
from engine.runner.inventory import Line
from engine.workspace.calendars import Calendar
from engine.workspace.statuses import Status


class CalendarPage(QWidget):
    """A week or a month of launches of the documents that it is shown."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, desk: Desk, tokens: Tokens) -> None:
        super().__init__()
        self._desk = desk
        self._lines: Sequence[Line] = ()
        self._asked = 0
        self._scrolled_to: date | None = None
        self.calendars: list[Calendar] = []
        self.day = self._present_day()
        self.title = ElidedLabel()
        self.title.setProperty("heading", True)
        self.before, self.after, today = QToolButton(), QToolButton(), QPushButton(tr("Today"))
        for button, text, periods in ((self.before, "‹", -1), (self.after, "›", 1)):
            button.setText(text)
            button.clicked.connect(partial(self.step, periods))
        today.clicked.connect(self.go_today)
        self.field = DayField()
        self.field.setCalendarPopup(True)
        self.field.setAccessibleName(tr("Go to a day"))
        self.field.dateChanged.connect(self._day_chosen)
        self.as_week, self.as_month = QPushButton(tr("Week")), QPushButton(tr("Month"))
        for place, switch in enumerate((self.as_week, self.as_month)):
            switch.setCheckable(True)
            switch.setProperty("switch", True)
            switch.clicked.connect(partial(self.show_view, place))
        self.others = QToolButton()
        self.others.setText(tr("Other calendars"))
        self.others.setProperty("filter", True)
        self.others.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.others.setMenu(QMenu(self.others))
        self.week, self.month = WeekView(tokens), MonthView(tokens)
        self._area, scrolled = QScrollArea(), QScrollArea()
        for area, view in ((self._area, self.week), (scrolled, self.month)):
            area.setWidgetResizable(True)
            area.setWidget(view)
        self._views = QStackedWidget()
        self._views.addWidget(self._area)
        self._views.addWidget(scrolled)
        head = QHBoxLayout()
        for widget in (self.before, self.after, today, self.field):
            head.addWidget(widget)
        head.addSpacing(12)
        head.addWidget(self.title, 1)
        for widget in (self.as_week, self.as_month, self.others):
            head.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(self._views, 1)
        self.week.chosen.connect(self._chosen)
        self.month.chosen.connect(self.chosen)
        self.week.opened.connect(self.opened)
        self.month.opened.connect(self.opened)
        self.month.day_reached.connect(self._day_reached)
        self.month.week_wanted.connect(self._show_week)
        self._show_right_view(0)

    def _present_day(self) -> date:
        return self._desk.life.present.now().astimezone().date()

    def _chosen(self, document: str) -> None:
        place = self.week.current_place.center()
        self._area.ensureVisible(int(place.x()), int(place.y()), 0, 80)
        self.chosen.emit(document)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the launches of these documents; drafts have none."""
        self._lines = [one for one in lines if one.status is not Status.DRAFT]
        self.refresh()

    def show_view(self, view: int, _checked: bool = False) -> None:
        """The week is 0, the month 1; both of the same day."""
        self._show_right_view(view)
        self.refresh()

    def _show_right_view(self, view: int) -> None:
        self._views.setCurrentIndex(view)
        self.setFocusProxy(self.month if view else self.week)
        self.as_week.setChecked(view == 0)
        self.as_month.setChecked(view == 1)
        names = (tr("The month before"), tr("The next month")) if view else (tr("The week before"), tr("The next week"))
        for button, words in zip((self.before, self.after), names, strict=True):
            button.setToolTip(words)
            button.setAccessibleName(words)

    def _show_week(self, day: date) -> None:
        self.day = day
        self.show_view(0)
        self.week.setFocus()

    @property
    def by_month(self) -> bool:
        """Whether a month is shown."""
        return self._views.currentIndex() == 1

    def step(self, periods: int, _checked: bool = False) -> None:
        """Go on or back by weeks, or by months."""
        self.go(month_after(self.day, periods) if self.by_month else self.day + timedelta(days=7 * periods))

    def go(self, day: date) -> None:
        """Go to the period in which a day lies."""
        self.day = day
        self.refresh()

    def _day_reached(self, day: date) -> None:
        same, self.day = day.replace(day=1) == self.day.replace(day=1), day
        if same:
            self._show_day()
        else:
            self.refresh()

    def go_today(self) -> None:
        """Go to the present week or month."""
        self.go(self._present_day())

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self.week.set_tokens(tokens)
        self.month.set_tokens(tokens)

    def refresh(self) -> None:
        """Read the period anew."""
        self._asked += 1
        self._desk.tasks.start(self._refresh(self._asked), of=self)

    async def _refresh(self, asked: int) -> None:
        desk, day, by_month, now = self._desk, self.day, self.by_month, self._desk.life.present.now()
        mondays = weeks_of(day) if by_month else [_monday(day)]
        start = datetime.combine(mondays[0], time()).astimezone().astimezone(UTC)
        end = datetime.combine(mondays[-1] + timedelta(days=7), time()).astimezone().astimezone(UTC)
        lines = self._lines

        def read() -> tuple[list[Block], list[DayLaunches], list[Calendar]]:
            calendars = desk.workspace.calendars.list()
            if by_month:
                return [], days(desk.workspace, lines, start, end, now), calendars
            return blocks(desk.workspace, lines, start, end, now), [], calendars

        in_week, in_month, calendars = await desk.reader.run(read)
        if asked != self._asked:
            return
        self.calendars = calendars
        today = now.astimezone().date()
        if by_month:
            self.month.show_month(day, today, in_month, calendars)
            self.title.say(QLocale().toString(QDate(day.year, day.month, 1), "MMMM yyyy").capitalize())
        else:
            self._show_week_of(mondays[0], today, in_week)
        self._show_day()
        self._fill_menu()

    def _show_day(self) -> None:
        self.field.blockSignals(True)
        self.field.setDate(QDate(self.day.year, self.day.month, self.day.day))
        self.field.blockSignals(False)

    def _show_week_of(self, monday: date, today: date, launches: Sequence[Block]) -> None:
        self.week.show_week(monday, today, launches, self.calendars)
        if self._scrolled_to != monday:
            # Only another week scrolls: what somebody looks at stays where it is when launches come and go.
            self._scrolled_to = monday
            self._area.verticalScrollBar().setValue(self.week.first_hour())
        last = monday + timedelta(days=6)
        # What both have in common is said once.
        first = "d" if monday.month == last.month else "d MMM" if monday.year == last.year else "d MMM yyyy"
        ends = zip((monday, last), (first, "d MMM yyyy"), strict=True)
        self.title.say(" – ".join(QLocale().toString(QDate(day.year, day.month, day.day), form) for day, form in ends))

    def _fill_menu(self) -> None:
        menu = self.others.menu()
        menu.clear()
        for calendar in self.calendars:
            action = menu.addAction(as_typed(calendar.name))
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
        self.go(date(day.year(), day.month(), day.day()))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
