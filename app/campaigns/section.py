"""The section of the campaigns: a list of them, and their calendar."""

from PySide6.QtWidgets import QWidget

from app.actions import WindowAction, has_desk
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
        from app.documents.page import DocumentsPage

        return DocumentsPage(desk, self.shell, self.kind, self.title, self._begin)

    def actions(self) -> tuple[WindowAction, ...]:
        return (
            WindowAction("campaigns.begin", tr("New campaign from a template…"), lambda _window: self._begin(),
                         tr("File"), "Ctrl+Alt+T", "ph.file-plus", has_desk),
        )  # fmt: skip

    def _begin(self) -> None:
        from app.documents.beginning import BeginningDialog

        desk, page = self.shell.desk, self.shell.show_section(self.id)
        if desk is not None and page is not None:
            BeginningDialog(desk, self.shell, self.kind, page).open()
