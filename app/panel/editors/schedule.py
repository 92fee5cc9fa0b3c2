"""A schedule: its kind and its times, the sentence that it is, and the next launches that it gives."""

from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from app.panel.context import FormContext
from app.panel.editor import Editor, as_object
from app.words import language, moment, tr
from engine.catalog.sources import Clock
from engine.problems import EngineError, Problem
from engine.schedule_sentences import schedule_sentence
from engine.schedules import AsSoonAsPossible, OnSignal, preview, read_schedule

LAUNCHES = 10


class ScheduleEditor(Editor):
    """The editor of the fields comes from outside; below it stands what it means."""

    def __init__(self, fields: Editor) -> None:
        super().__init__()
        self.fields = fields
        self._value: dict[str, Any] = {}
        self._clock: Clock | None = None
        self._said_here = True
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setProperty("fieldTitle", True)
        self.launches = QLabel()
        self.launches.setProperty("quiet", True)
        self.launches.setAccessibleName(tr("The next launches"))
        self._card = QFrame()
        self._card.setProperty("card", True)
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.addWidget(self.sentence)
        inner.addWidget(self.launches)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(fields)
        box.addWidget(self._card)
        fields.edited.connect(self._edited)
        self.setFocusProxy(fields)

    def leave_meaning_out(self) -> None:
        """What it means is said elsewhere."""
        self._said_here = False
        self._card.hide()

    def show_value(self, value: object) -> None:
        self._value = as_object(value)
        self.fields.show_value(value)
        self._preview()

    def take_context(self, context: FormContext) -> None:
        self._clock = context.surroundings.clock
        self.fields.take_context(context)
        self._preview()

    def mark(self, path: str, problem: Problem | None) -> bool:
        return self.fields.mark(path, problem)

    def _edited(self, value: object) -> None:
        self.step = self.fields.step
        self._value = as_object(value)
        self._preview()
        self.edited.emit(value)

    def _preview(self) -> None:
        clock = self._clock
        try:
            schedule = read_schedule(self._value)
        except EngineError:
            self._card.hide()
            return
        self._card.setVisible(self._said_here)
        self.sentence.setText(schedule_sentence(schedule, language()))
        shows = clock is not None and not isinstance(schedule, AsSoonAsPossible | OnSignal)
        self.launches.setVisible(shows)
        if clock is not None and shows:
            coming = preview(schedule, clock.zone, clock.now.replace(tzinfo=clock.zone), LAUNCHES)
            self.launches.setText("\n".join(_line(at) for at in coming) or tr("No launch is to come."))


def _line(at: datetime) -> str:
    return moment(at.replace(tzinfo=None))
