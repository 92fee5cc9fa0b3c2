"""The section of the journeys: a list of them."""

from PySide6.QtWidgets import QWidget

from app.actions import WindowAction, has_desk
from app.desk import Desk
from app.sections import Section
from app.words import tr


class JourneysSection(Section):
    """All journeys of the workspace."""

    id, icon, place, kind = "journeys", "ph.path", 20, "journey"

    @property
    def title(self) -> str:
        return tr("Journeys")

    def make(self, desk: Desk) -> QWidget:
        from app.documents.page import DocumentsPage

        return DocumentsPage(desk, self.shell, self.kind, self.title, self._begin)

    def actions(self) -> tuple[WindowAction, ...]:
        return (
            WindowAction("journeys.begin", tr("New journey…"), lambda _window: self._begin(), tr("File"), "Ctrl+Alt+J",
                         "ph.path", has_desk),
        )  # fmt: skip

    def _begin(self) -> None:
        from app.documents.beginning import BeginningDialog

        desk, page = self.shell.desk, self.shell.show_section(self.id)
        if desk is not None and page is not None:
            BeginningDialog(desk, self.shell, self.kind, page).open()
