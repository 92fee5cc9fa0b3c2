"""When a journey starts and ends: reviewed before it is published, and its end once it is live."""

from datetime import date, timedelta
from functools import partial

from pydantic import JsonValue
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.date_fields import DayField
from app.desk import Desk
from app.document_page import DocumentPage
from app.form_dialog import FormDialog, heading, make_room
from app.session import Session
from app.shell.stepping import ReadDialog
from app.words import number, said, tr
from engine.document.edits import SetProperty
from engine.document.model import Document
from engine.problems import Problem
from engine.workspace.statuses import PUBLISHED

QUOTA = 100
"""Live journeys of one type that a workspace is meant to have; more are told of and not refused."""
_USUAL = timedelta(days=90)
_MOST_REMARKS = 5


class PublishDialog(ReadDialog):
    """First its dates, then what was found and how many journeys are live; only then it is published."""

    def __init__(self, page: DocumentPage, desk: Desk) -> None:
        super().__init__(page.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._desk = page.session, desk
        self.setWindowTitle(tr("Publish “{name}”", name=self._session.title))
        self.setMinimumWidth(520)
        today = desk.life.present.now().date()
        schedule = schedule_of(self._session.document)
        start, end = read_day(schedule.get("start_date")), read_day(schedule.get("end_date"))
        self.at_once, self.on_a_day = QRadioButton(tr("Immediately")), QRadioButton(tr("On a date"))
        (self.on_a_day if schedule.get("start_mode") == "specific_date" else self.at_once).setChecked(True)
        self.start = day_field(start or today + timedelta(days=1), tr("Start date"))
        self.end = day_field(end or max(start or today, today) + _USUAL, tr("End date"))
        starts = QVBoxLayout()
        row = QHBoxLayout()
        row.addWidget(self.on_a_day)
        row.addWidget(self.start, 1)
        starts.addWidget(self.at_once)
        starts.addLayout(row)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(tr("Starts"), starts)
        form.addRow(tr("Ends"), self.end)
        self.told, self.summary, self.remarks = words_of("error"), words_of(""), words_of("quiet")
        self.quota = words_of("warning")
        first, second = QWidget(), QWidget()
        for widget, parts in (
            (first, [quiet(tr("A journey that is published can no longer be changed, but for its end date."))]),
            (second, [self.summary, self.remarks, self.quota]),
        ):
            column = QVBoxLayout(widget)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
            for part in parts:
                column.addWidget(part)
            if widget is first:
                column.addLayout(form)
            column.addStretch(1)
        self.steps = QStackedWidget()
        self.steps.addWidget(first)
        self.steps.addWidget(second)
        self.back, self.cancel = QPushButton(tr("Back")), QPushButton(tr("Cancel"))
        self.next = QPushButton(tr("Next"))
        self.next.setProperty("primary", True)
        self.next.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        for button in (self.next, self.cancel):
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(14)
        box.addWidget(heading(self.windowTitle()))
        box.addWidget(self.steps, 1)
        box.addWidget(self.told)
        box.addLayout(foot)
        self.start.dateChanged.connect(lambda: self.on_a_day.setChecked(True))
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(partial(self._show, 0))
        self.next.clicked.connect(self._on)
        self._show(0)

    def _show(self, step: int, _checked: bool = False) -> None:
        self.told.hide()
        self.steps.setCurrentIndex(step)
        self.back.setVisible(step == 1)
        self.next.setText(tr("Publish") if step == 1 else tr("Next"))

    def changed(self) -> Document:
        """The journey with the dates that stand here."""
        document = self._session.document
        schedule = {**schedule_of(document), "end_date": python_day(self.end).isoformat()}
        for name in ("start_mode", "start_date"):
            schedule.pop(name, None)
        if self.on_a_day.isChecked():
            schedule |= {"start_mode": "specific_date", "start_date": python_day(self.start).isoformat()}
        return document.model_copy(update={"journey": {**document.journey, "schedule": schedule}})

    def _on(self) -> None:
        if self.steps.currentIndex() == 1:
            self._publish()
        else:
            self._desk.tasks.start(self._review(self.changed()), of=self)

    async def _review(self, document: Document) -> None:
        from engine.runner.journeys import check_journey_document, journey_publish_problems

        workspace, now = self._desk.workspace, self._desk.life.present.now()

        def look() -> list[Problem]:
            found = check_journey_document(workspace, document)[1]
            return [*found, *journey_publish_problems(workspace, document, now)]

        problems = await self._desk.reader.run(look)
        wrong = next((one for one in problems if one.is_error), None)
        if wrong is not None:
            self.told.setText(" ".join(said(part) for part in (wrong.what, wrong.fix) if part))
            self.told.show()
            make_room(self)
            return
        self._tell([one for one in problems if not one.is_error])
        self._show(1)

    def _tell(self, remarks: list[Problem]) -> None:
        ends = day_words(python_day(self.end))
        if self.on_a_day.isChecked():
            starts = day_words(python_day(self.start))
            lines = [tr("It is scheduled to start on {start} and ends on {end}.", start=starts, end=ends)]
        else:
            lines = [tr("It starts at once and ends on {end}.", end=ends)]
        last = self._session.counts.last
        entered = (last.journey or {}).get("entered") if last is not None else None
        if isinstance(entered, int):
            lines.append(tr("{n} entered in the rehearsal.", n=entered))
        self.summary.setText("\n".join(lines))
        shown = [f"• {said(one.what)}" for one in remarks[:_MOST_REMARKS]]
        more = len(remarks) - _MOST_REMARKS
        if more > 0:
            shown.append(tr("• and {n} more; see the problems.", n=more))
        self.remarks.setText("\n".join([tr("To consider:"), *shown]) if shown else tr("Nothing stands against it."))
        live = live_journeys(self._desk)
        self.quota.setText(tr("{live} of {quota} live journeys: that is all that a workspace is meant to have.",
                              live=number(live), quota=number(QUOTA)))  # fmt: skip
        self.quota.setVisible(live >= QUOTA)

    def _publish(self) -> None:
        wanted = self.changed()
        if wanted.journey != self._session.document.journey:
            self._session.do(SetProperty("journey", wanted.journey), tr("Set its dates"))
        self._desk.life.publish(self._session.document)
        self.accept()


class EndDateDialog(FormDialog):
    """Another end of a journey that is published."""

    def __init__(self, session: Session, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            tr("End of “{name}”", name=session.title), tr("Change"), parent,
            tr("All else of a journey that is live stays as it was published."),
        )  # fmt: skip
        self._session, self._desk = session, desk
        today = desk.life.present.now().date()
        end = read_day(schedule_of(session.document).get("end_date"))
        self.end = day_field(end or today + _USUAL, tr("End date"))
        self.end.setMinimumDate(QDate(today.year, today.month, today.day))
        self.form.addRow(tr("Ends"), self.end)
        self.run = self._take

    def _take(self) -> None:
        self._desk.tasks.start(self.finish(_moved_end(self._session, self._desk, python_day(self.end))))


async def _moved_end(session: Session, desk: Desk, end: date) -> None:
    await desk.life.change_end_date(session.document.id, end)
    schedule = {**schedule_of(session.document), "end_date": end.isoformat()}
    session.follow(SetProperty("journey", {**session.document.journey, "schedule": schedule}))


def ask_to_publish(page: DocumentPage, desk: Desk) -> None:
    """Review when a journey starts and ends, then publish it."""
    PublishDialog(page, desk).open()


def dates_sentence(document: Document, *, published: bool) -> str:
    """When a journey starts and ends, as its header says it."""
    schedule = schedule_of(document)
    start, end = read_day(schedule.get("start_date")), read_day(schedule.get("end_date"))
    if end is None:
        return tr("No end date yet")
    if published:
        return tr("Will end on {end}", end=day_words(end))
    if schedule.get("start_mode") == "specific_date" and start is not None:
        return tr("{start} to {end}", start=day_words(start), end=day_words(end))
    return tr("At once, until {end}", end=day_words(end))


def live_journeys(desk: Desk) -> int:
    """How many journeys are live or scheduled."""
    return sum(one.kind == "journey" and one.status in PUBLISHED for one in desk.life.lines)


def schedule_of(document: Document) -> dict[str, JsonValue]:
    """The schedule of a journey, as it is written."""
    found = document.journey.get("schedule")
    return dict(found) if isinstance(found, dict) else {}


def read_day(written: object) -> date | None:
    """A day as documents write it; None for anything else."""
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None


def day_words(day: date) -> str:
    """A day, as the user's locale writes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def day_field(day: date, name: str) -> DayField:
    """A field for a day, with a calendar."""
    found = DayField(QDate(day.year, day.month, day.day))
    found.setCalendarPopup(True)
    found.setAccessibleName(name)
    return found


def python_day(field: DayField) -> date:
    """The day that stands in a field."""
    day = field.date()
    return date(day.year(), day.month(), day.day())


def words_of(look: str) -> QLabel:
    """A label for sentences, in the look of an error, of a remark or of nothing."""
    found = QLabel()
    found.setWordWrap(True)
    if look:
        found.setProperty(look, True)
    return found


def quiet(text: str) -> QLabel:
    """A sentence of explanation."""
    found = words_of("quiet")
    found.setText(text)
    return found
