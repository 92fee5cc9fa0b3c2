"""The section of the settings."""

from PySide6.QtWidgets import QWidget

from app.actions import WindowAction, has_desk
from app.desk import Desk
from app.sections import Section
from app.words import tr


class SettingsSection(Section):
    """Looks and language, and where the workspace is."""

    id, icon, place, at_foot = "settings", "ph.gear-six", 90, True

    @property
    def title(self) -> str:
        return tr("Settings")

    def actions(self) -> tuple[WindowAction, ...]:
        from app.approvals.page import open_policies

        return (
            WindowAction("file.approvals", tr("Approval policies…"), open_policies, tr("File"), "", "ph.check-circle",
                         has_desk),
        )  # fmt: skip

    def make(self, desk: Desk) -> QWidget:
        from app.settings.page import SettingsPage

        return SettingsPage(desk, self.shell)
