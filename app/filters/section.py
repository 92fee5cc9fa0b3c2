"""The section of the predefined filters."""

from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.sections import Section
from app.words import tr


class FiltersSection(Section):
    """Rules with a name, to be used in other rules."""

    id, icon, place = "filters", "ph.funnel", 35

    @property
    def title(self) -> str:
        return tr("Filters")

    def make(self, desk: Desk) -> QWidget:
        from app.filters.page import FiltersPage

        return FiltersPage(desk, self.shell)
