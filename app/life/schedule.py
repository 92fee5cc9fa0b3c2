"""When something runs: the mode with its settings, a sentence, the next launches, and what is wrong with them."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, Field
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.form_dialog import heading, ok_cancel
from app.panel.editor import as_object
from app.panel.editors.schedule import ScheduleEditor
from app.panel.form import SettingsForm
from app.session import Session
from app.shell.stepping import ReadDialog
from app.words import language, moment, said, told, tr
from engine.document.edits import SetProperty
from engine.problems import EngineError
from engine.runner.present import Present
from engine.schedule_sentences import schedule_sentence
from engine.schedules import AsSoonAsPossible, Schedule, check_schedule, preview, read_schedule

Sentence = Callable[[Schedule], str]


class ScheduleFields(BaseModel):
    """The one field of a document's schedule."""

    schedule: Schedule = Field(default=AsSoonAsPossible(), title="Schedule")


class SchedulePanel(QWidget):
    """The fields at the left; at the right what they mean. `fields` has one field, called schedule."""

    changed = Signal()

    def __init__(
        self, fields: type[BaseModel], value: dict[str, Any], zone: str, present: Present, *,
        sentence: Sentence | None = None, coming: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self._zone, self._present = zone, present
        self._words: Sentence = sentence or _sentence
        self.value: dict[str, Any] = value
        self.fine = False
        """Whether it can be kept."""
        self.form = SettingsForm(fields.model_fields)
        for editor in self.form.findChildren(ScheduleEditor):
            editor.leave_meaning_out()
        self.form.show_value({"schedule": value or {"mode": "as-soon-as-possible"}})
        self.sentence, self.launches, self.wrong = QLabel(), QLabel(), QLabel()
        self.sentence.setProperty("heading", True)
        self.sentence.setWordWrap(True)
        self.launches.setProperty("quiet", True)
        self.wrong.setProperty("error", True)
        self.wrong.setWordWrap(True)
        title = QLabel(coming or tr("The next launches"))
        title.setProperty("fieldTitle", True)
        told = QLabel(tr("Times are those of {zone}.", zone=zone))
        told.setProperty("quiet", True)
        told.setWordWrap(True)
        side = QFrame()
        side.setProperty("card", True)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(18, 16, 18, 16)
        inner.setSpacing(10)
        for widget in (self.sentence, told, title, self.launches, self.wrong):
            inner.addWidget(widget)
        inner.addStretch(1)
        side.setFixedWidth(300)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(18)
        box.addWidget(area, 1)
        box.addWidget(side)
        self.form.field_edited.connect(self._edited)
        self._refresh()

    @property
    def plain(self) -> dict[str, Any]:
        """The value as it is kept: nothing for what runs as soon as possible."""
        return {} if self.value.get("mode") == "as-soon-as-possible" else self.value

    def _edited(self, _name: str, value: object, _plain: bool) -> None:
        self.value = as_object(value)
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        self.form.clear_marks()
        try:
            schedule = read_schedule(self.value)
            zone = ZoneInfo(self._zone)
        except EngineError as error:
            self._show(tr("Not complete yet"), "", said(error.problem.why or error.problem.what), fine=False)
            return
        except (ZoneInfoNotFoundError, ValueError):
            self._show(tr("Not complete yet"), "", tr("The time zone of the document is not known."), fine=False)
            return
        now = self._present.now()
        problems = list(check_schedule(schedule, zone, now))
        launches = [moment(one.replace(tzinfo=None)) for one in preview(schedule, zone, now)]
        words = "\n".join(told(problem) for problem in problems)
        self._show(self._words(schedule), "\n".join(launches) or "–", words,
                   fine=not any(one.is_error for one in problems))  # fmt: skip

    def _show(self, sentence: str, launches: str, wrong: str, *, fine: bool) -> None:
        self.sentence.setText(sentence)
        self.launches.setText(launches)
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        self.fine = fine


class ScheduleDialog(ReadDialog):
    """Accepting it is one undo step of the document."""

    def __init__(self, session: Session, present: Present, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Schedule of {name}", name=session.title))
        self.setMinimumSize(760, 520)
        self._session = session
        self.panel = SchedulePanel(ScheduleFields, dict(session.document.schedule), session.document.zone, present)
        self.panel.form.setEnabled(not session.locked)
        buttons, self.ok = ok_cancel(self, tr("OK"))
        buttons.accepted.connect(self.take)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(14)
        box.addWidget(heading(self.windowTitle()))
        box.addWidget(self.panel, 1)
        if session.locked:
            why = QLabel(session.locked)
            why.setProperty("quiet", True)
            why.setWordWrap(True)
            box.addWidget(why)
        box.addWidget(buttons)
        self.panel.changed.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        self.ok.setEnabled(self.panel.fine and not self._session.locked)

    def take(self) -> None:
        """Make it a step of the document, then close."""
        if self.panel.plain != self._session.document.schedule:
            self._session.do(SetProperty("schedule", self.panel.plain), tr("Change the schedule"))
        self.accept()


def _sentence(schedule: Schedule) -> str:
    return schedule_sentence(schedule, language())


def sentence_of(session: Session) -> str:
    """When a document runs, in the user's language."""
    from engine.runner.service import schedule_of

    try:
        return schedule_sentence(schedule_of(session.document), language())
    except EngineError:
        return tr("The schedule cannot be read")
