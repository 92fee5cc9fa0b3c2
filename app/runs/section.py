"""The section of the runs."""

from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.sections import Section
from app.words import tr


class RunsSection(Section):
    """What ran, and what happened then."""

    id, icon, place = "runs", "ph.clock-counter-clockwise", 70

    @property
    def title(self) -> str:
        return tr("Runs")

    def make(self, desk: Desk) -> QWidget:
        from app.runs.page import RunsPage

        return RunsPage(desk, self.shell)
