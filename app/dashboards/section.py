"""The section of the dashboards."""

from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.sections import Section
from app.words import tr


class DashboardsSection(Section):
    """What accounts, people and journeys come to."""

    id, icon, place = "dashboards", "ph.chart-bar", 65

    @property
    def title(self) -> str:
        return tr("Dashboards")

    def make(self, desk: Desk) -> QWidget:
        from app.dashboards.page import DashboardsPage

        return DashboardsPage(desk, self.shell)
