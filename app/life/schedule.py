"""When a document runs, in a dialog: the mode with its settings, a sentence, the next launches, and what is wrong."""

from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, Field
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.panel.editor import as_object
from app.panel.form import SettingsForm
from app.session import Session
from app.words import language, moment, tr
from engine.document.edits import SetProperty
from engine.problems import EngineError
from engine.runner.present import Present
from engine.schedule_sentences import schedule_sentence
from engine.schedules import AsSoonAsPossible, Schedule, check_schedule, preview, read_schedule


class ScheduleFields(BaseModel):
    """The one field of the dialog."""

    schedule: Schedule = Field(default=AsSoonAsPossible(), title="Schedule")


class ScheduleDialog(QDialog):
    """Accepting it is one undo step of the document."""

    def __init__(self, session: Session, present: Present, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Schedule of {name}", name=session.title))
        self.setMinimumSize(760, 520)
        self._session, self._present = session, present
        self.value: dict[str, Any] = dict(session.document.schedule)
        self.form = SettingsForm(ScheduleFields)
        self.form.show_value({"schedule": self.value or {"mode": "as-soon-as-possible"}})
        self.form.setEnabled(not session.locked)
        self.sentence, self.launches, self.wrong = QLabel(), QLabel(), QLabel()
        self.sentence.setProperty("heading", True)
        self.sentence.setWordWrap(True)
        self.launches.setProperty("quiet", True)
        self.wrong.setProperty("error", True)
        self.wrong.setWordWrap(True)
        title = QLabel(tr("The next launches"))
        title.setProperty("fieldTitle", True)
        zone = QLabel(tr("Times are those of {zone}.", zone=session.document.zone))
        zone.setProperty("quiet", True)
        zone.setWordWrap(True)
        side = QFrame()
        side.setProperty("card", True)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(18, 16, 18, 16)
        inner.setSpacing(10)
        for widget in (self.sentence, zone, title, self.launches, self.wrong):
            inner.addWidget(widget)
        inner.addStretch(1)
        side.setFixedWidth(300)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(area, 1)
        middle.addWidget(side)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("OK"))
        self.ok.setProperty("primary", True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.take)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(14)
        box.addLayout(middle, 1)
        box.addWidget(buttons)
        self.form.field_edited.connect(self._edited)
        self._refresh()

    def _edited(self, _name: str, value: object, _plain: bool) -> None:
        self.value = as_object(value)
        self._refresh()

    def _refresh(self) -> None:
        self.form.clear_marks()
        try:
            schedule = read_schedule(self.value)
            zone = ZoneInfo(self._session.document.zone)
        except EngineError as error:
            self._show(tr("Not complete yet"), "", error.problem.why or error.problem.what, fine=False)
            return
        except (ZoneInfoNotFoundError, ValueError):
            self._show(tr("Not complete yet"), "", tr("The time zone of the document is not known."), fine=False)
            return
        now = self._present.now()
        problems = list(check_schedule(schedule, zone, now))
        launches = [moment(one.replace(tzinfo=None)) for one in preview(schedule, zone, now)]
        words = "\n".join(str(problem) for problem in problems)
        self._show(schedule_sentence(schedule, language()), "\n".join(launches) or "–", words,
                   fine=not any(one.is_error for one in problems))  # fmt: skip

    def _show(self, sentence: str, launches: str, wrong: str, *, fine: bool) -> None:
        self.sentence.setText(sentence)
        self.launches.setText(launches)
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        self.ok.setEnabled(fine and not self._session.locked)

    def take(self) -> None:
        """Make it a step of the document, then close."""
        plain: dict[str, Any] = {} if self.value.get("mode") == "as-soon-as-possible" else self.value
        if plain != self._session.document.schedule:
            self._session.do(SetProperty("schedule", plain), tr("Change the schedule"))
        self.accept()


def sentence_of(session: Session) -> str:
    """When a document runs, in the user's language."""
    from engine.runner.service import schedule_of

    try:
        return schedule_sentence(schedule_of(session.document), language())
    except EngineError:
        return tr("The schedule cannot be read")
