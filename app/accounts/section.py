"""The section of the accounts."""

from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.sections import Section
from app.words import tr


class AccountsSection(Section):
    """Companies, the people in them, and all that journeys speak of."""

    id, icon, place = "accounts", "ph.buildings", 35

    @property
    def title(self) -> str:
        return tr("Accounts")

    def make(self, desk: Desk) -> QWidget:
        from app.accounts.page import AccountsPage

        return AccountsPage(desk, self.shell)
