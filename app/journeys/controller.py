"""Rehearses a journey again after each edit, with the options that its page chose."""

from PySide6.QtCore import QObject

from app.desk import Desk
from app.run_controller import Emit, RunController
from app.session import Session
from engine.document.model import Document
from engine.journey.options import RunOptions
from engine.lanes import Job
from engine.runner.journeys import start_journey
from engine.runner.results import Mode, RunResult


class JourneyController(RunController):
    """The controller of a journey's page."""

    def __init__(self, session: Session, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(session, desk, parent)
        self.options = RunOptions()

    def set_options(self, options: RunOptions) -> None:
        """Rehearse in another way from now on."""
        if options != self.options:
            self.options = options
            self.session.counts.make_all_stale()
            self.count()

    def begin(self, part: Document, mode: Mode, emit: Emit) -> Job[RunResult]:
        del mode  # a journey is only ever rehearsed here
        return start_journey(self.desk.workspace, part, options=self.options, as_of=self.session.as_of, emit=emit)
