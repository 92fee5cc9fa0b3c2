"""The section of the audiences."""

from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.sections import Section
from app.words import tr


class AudiencesSection(Section):
    """Saved audiences: who is in them, how they changed, who writes and reads them."""

    id, icon, place = "audiences", "ph.users-three", 30

    @property
    def title(self) -> str:
        return tr("Audiences")

    def make(self, desk: Desk) -> QWidget:
        from app.audiences.page import AudiencesPage

        return AudiencesPage(desk, self.shell)
