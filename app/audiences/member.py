"""One member of an audience beside the list of all: the record, what is linked to it, the audiences it is in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.accounts.detail_pane import DetailPane
from app.audiences.words import audience_word, local
from app.desk import Desk
from app.words import said, tr
from engine.account_data.details import Detail, Listing
from engine.runner.member_detail import AUDIENCES, links_of, member_detail
from engine.workspace.audiences import AudienceStatus, SavedAudience


class MemberPane(QWidget):
    """Hidden until somebody is looked at. Its tabs are those of the links of the audience's records."""

    audience_wanted = Signal(str)
    """An audience by its id."""
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._links: Sequence[tuple[str, str, str]] = ()
        self._asked = 0
        self.pane: DetailPane | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(8, 8, 8, 8)
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self.put_away)
        self.hide()

    def show_member(self, one: SavedAudience, identity: str) -> None:
        """Look at a member."""
        self._asked += 1
        self._desk.tasks.start(self._read(self._asked, one, identity), of=self)

    def put_away(self) -> None:
        """Show nobody."""
        self._asked += 1
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _link_followed(self, _screen: str, audience: str) -> None:
        self.audience_wanted.emit(audience)

    async def _read(self, asked: int, one: SavedAudience, identity: str) -> None:
        found = await self._desk.reader.run(member_detail, self._desk.workspace, one, identity)
        if asked != self._asked or found is None:
            return
        links = [(end.name, said(end.title), "") for end in links_of(self._desk.catalog, one) if
                 end.name in found.listings]  # fmt: skip
        self._pane_for([(AUDIENCES, tr("Audiences"), AUDIENCES), *links]).show_detail(_in_words(found))
        self.show()

    def _pane_for(self, links: Sequence[tuple[str, str, str]]) -> DetailPane:
        if self.pane is None or links != self._links:
            if self.pane is not None:
                self._box.removeWidget(self.pane)
                self.pane.deleteLater()
            self._links = links
            self.pane = DetailPane(links)
            self.pane.closed.connect(self.put_away)
            self.pane.wanted.connect(self._link_followed)
            self._box.addWidget(self.pane)
        return self.pane


def _in_words(detail: Detail) -> Detail:
    """The same with the status of each audience as a word, and its instant as wall time of this machine."""
    found = detail.listings[AUDIENCES]
    rows = tuple((name, label, audience_word(AudienceStatus(status)), local(changed))
                 for name, label, status, changed in found.rows)  # fmt: skip
    return Detail(detail.id, detail.name, detail.facts, {**detail.listings, AUDIENCES: Listing(found.columns, rows)})
