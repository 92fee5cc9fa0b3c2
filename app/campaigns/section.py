"""The section of the campaigns: a list of them, from which they are opened."""

from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.sections import Section
from app.words import tr


class CampaignsSection(Section):
    """All campaigns of the workspace."""

    id, icon, place, kind = "campaigns", "ph.megaphone", 10, "campaign"

    @property
    def title(self) -> str:
        return tr("Campaigns")

    def make(self, desk: Desk) -> QWidget:
        from app.campaigns.page import CampaignsPage

        return CampaignsPage(desk, self.shell)
