"""What the start page offers, done: ways to begin, the last workspaces, and the documents that were looked at last."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer

from app.arrivals import Arrivals
from app.desk import Desk
from app.document_tabs import DocumentTabs
from app.preferences import Accessed, Preferences
from app.start_page import StartPage
from app.workspaces import Workspaces

_LOOKED_AT_MS = 700
"""So long a document is in front before it counts as looked at: tabs that are put back, or closed, come by faster."""


class Starting(QObject):
    """Of one window; to be made after what opens the tabs of a workspace."""

    def __init__(
        self, page: StartPage, spaces: Workspaces, arrivals: Arrivals, tabs: DocumentTabs, preferences: Preferences
    ) -> None:
        super().__init__(page)
        self._page, self._spaces, self._tabs, self._preferences = page, spaces, tabs, preferences
        self._wish = ""
        self._front = QTimer(self, singleShot=True, interval=_LOOKED_AT_MS)
        self._front.timeout.connect(self._note)
        tabs.current_changed.connect(self._front.start)
        spaces.entered.connect(self._enter)
        spaces.failed.connect(self._forget)
        spaces.telling.connect(page.tell)
        page.sample_wanted.connect(spaces.open_sample)
        page.company_wanted.connect(spaces.open_company)
        page.new_wanted.connect(spaces.choose_new)
        page.open_wanted.connect(spaces.choose)
        page.recent_wanted.connect(spaces.open)
        page.document_wanted.connect(self._open)
        page.dropped.connect(arrivals.take)
        page.ready_wanted.connect(arrivals.begin)

    def show_recent(self) -> None:
        """Show on the page what was opened last."""
        self._page.show_recent(self._preferences.recent, self._preferences.accessed)

    def _note(self) -> None:
        desk, page = self._spaces.desk, self._tabs.page
        if desk is not None and page is not None and not page.session.is_state:
            document, title = page.session.document, page.session.title
            self._preferences.note_accessed(
                Accessed(desk.workspace.folder, document.id, title, document.kind.value, datetime.now(UTC))
            )

    def _open(self, one: Accessed) -> None:
        self._wish = one.document
        self._spaces.open(one.folder)

    def _forget(self) -> None:
        self._wish = ""

    def _enter(self, _desk: Desk) -> None:
        wish, self._wish = self._wish, ""
        if wish:
            self._tabs.open_document(wish)
