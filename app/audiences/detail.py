"""One audience: its members, what is kept of them, how it changed, whom it shares, where it comes from and goes."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.audiences.identities import IdentitiesTab
from app.audiences.lineage_model import HERE, LineageModel
from app.audiences.member import MemberPane
from app.audiences.overlap import OverlapTab
from app.audiences.trend import TrendTab
from app.audiences.words import local, origin_of, origins, signed
from app.data.opening import show_table
from app.desk import Desk
from app.inspector.rows import RowsPanel
from app.inspector.service import EngineService
from app.panel.editors.words import type_words
from app.sections import Shell
from app.words import number, present, said, tr
from canvas import CanvasView
from engine.runner.answers import Key
from engine.runner.audiences import AttributeFacts, attributes_of
from engine.runner.lineage import Lineage, lineage_of
from engine.runner.populations import StoredPopulation
from engine.runner.records import members_of
from engine.workspace.audiences import Evaluation, SavedAudience

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AudienceDetail(QWidget):
    """A line that says what it is, and tabs."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self._shown: SavedAudience | None = None
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.rows = RowsPanel(EngineService(desk.workspace), desk.tasks)
        self.rows.failed.connect(shell.tell)
        self.rows.follow_words = tr("Show this member")
        self.part = QLabel()
        self.part.setProperty("quiet", True)
        self.whole = QPushButton(tr("Show all members"))
        self.attributes = QTreeWidget()
        self.attributes.setAccessibleName(tr("Attributes"))
        self.attributes.setRootIsDecorated(False)
        self.attributes.setHeaderLabels(
            [tr("Attribute"), tr("Type"), tr("Filled"), tr("Filled, %"), tr("Example")]
        )  # fmt: skip
        for place in (2, 3):
            self.attributes.headerItem().setTextAlignment(place, _RIGHT)
        self.attributes.setColumnWidth(0, 240)
        self.attributes.setColumnWidth(1, 150)
        self.member = MemberPane(desk)
        self.trend, self.overlap, self.identities = TrendTab(desk), OverlapTab(desk), IdentitiesTab(desk)
        self.lineage = LineageModel()
        self.canvas = CanvasView(self.lineage, shell.looks.tokens)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for page, title in (
            (self._members(), tr("Members")), (self.attributes, tr("Attributes")), (self.trend, tr("Trend")),
            (self.overlap, tr("Overlap")), (self.identities, tr("Identities")), (self.canvas, tr("Lineage")),
        ):  # fmt: skip
            self.tabs.addTab(page, title)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.about)
        box.addWidget(self.tabs, 1)
        shell.looks.changed.connect(self.canvas.set_tokens)
        self.canvas.opened.connect(self._open)
        self.canvas.moved.connect(self.canvas.hide_needless_bars)
        self.trend.part_wanted.connect(self._show_part)
        self.overlap.part_wanted.connect(self._show_part)
        self.whole.clicked.connect(self._show_whole)
        self.rows.follow_wanted.connect(self._show_member)
        self.rows.grid.table.activated.connect(self._activated)
        self.member.audience_wanted.connect(self._show_other)
        self.member.closed.connect(self.rows.grid.table.setFocus)
        self.tabs.currentChanged.connect(self._tab)

    @property
    def shown(self) -> SavedAudience | None:
        """The audience that is shown."""
        return self._shown

    def _members(self) -> QWidget:
        line = QHBoxLayout()
        line.setContentsMargins(12, 8, 12, 0)
        line.addWidget(self.part, 1)
        line.addWidget(self.whole)
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(line)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.rows)
        parts.addWidget(self.member)
        parts.setStretchFactor(0, 1)
        parts.setSizes([620, 560])
        box.addWidget(parts, 1)
        self._tell_part("")
        return page

    def _tell_part(self, words: str) -> None:
        self.part.setText(words)
        self.part.setVisible(bool(words))
        self.whole.setVisible(bool(words))

    def show_audience(self, one: SavedAudience | None) -> None:
        """Show an audience; nothing when there is none. Members that are shown already are not read again."""
        if one is not None and one is self._shown:
            return
        same, self._shown = one is not None and self._still(one), one
        self.tabs.setEnabled(one is not None)
        self.about.setVisible(one is not None)
        if one is not None:
            self._tell(one)
        if same:
            return
        self.rows.grid.close_population()
        self.attributes.clear()
        self.trend.show_history(())
        self.overlap.take(one)
        self.identities.take(one)
        self.member.put_away()
        self._tell_part("")
        if one is None:
            self.lineage.show_lineage(None, Lineage(None, ()), self._desk.catalog)
            return
        self._desk.tasks.start(self._read(one), of=self)
        self._tab()

    def _still(self, one: SavedAudience) -> bool:
        """Whether these members are those that are shown; the desk makes new values of audiences at each reading."""
        return self._shown is not None and self._shown.physical == one.physical

    def follow(self) -> None:
        """Documents changed, so that others may write or read the audience now."""
        if self._shown is not None:
            self._desk.tasks.start(self._read_lineage(self._shown), of=self)

    def _tell(self, one: SavedAudience) -> None:
        came, left = (one.counts.get(name, 0) for name in ("realized", "exiting"))
        parts = [
            tr("{n} member(s) on {when}", n=one.rows, when=local(one.changed)),
            tr("{difference} since the evaluation before", difference=signed(came - left)) if one.number > 1 else "",
            origins()[origin_of(one)], _end(one), one.description,
        ]  # fmt: skip
        self.about.setText(" · ".join(part for part in parts if part))

    async def _read(self, one: SavedAudience) -> None:
        workspace, run = self._desk.workspace, self._desk.reader.run
        members = await run(members_of, workspace, one, present())
        if self._still(one):
            self.rows.open_population(members)
        found = await run(workspace.audiences.history, one.id)
        attributes = await run(attributes_of, workspace, one)
        if self._still(one):
            self._show_history(found)
            self._show_attributes(one, attributes)
        await self._read_lineage(one)
        if self._still(one):
            self._show_place()

    async def _read_lineage(self, one: SavedAudience) -> None:
        lineage = await self._desk.reader.run(lineage_of, self._desk.workspace, one)
        if self._still(one):
            self.lineage.show_lineage(self._shown, lineage, self._desk.catalog)

    def _show_history(self, found: Sequence[Evaluation]) -> None:
        self.trend.show_history(found)

    def _show_attributes(self, one: SavedAudience, attributes: Sequence[AttributeFacts]) -> None:
        self.attributes.clear()
        for facts in attributes:
            share = number(round(100 * facts.filled / max(1, one.rows), 1))
            item = QTreeWidgetItem(
                [said(facts.column.title), type_words(facts.column.type), number(facts.filled), share, facts.sample]
            )
            for place in (2, 3):
                item.setTextAlignment(place, _RIGHT)
            self.attributes.addTopLevelItem(item)

    def _show_part(self, part: StoredPopulation, words: str) -> None:
        self.rows.open_population(part)
        self._tell_part(words)
        self.tabs.setCurrentIndex(0)

    def _activated(self, index: QModelIndex) -> None:
        key = self.rows.grid.key(index.row())
        if key is not None:
            self._show_member(key)

    def _show_member(self, key: Key) -> None:
        if self._shown is not None:
            self.member.show_member(self._shown, str(key[0]))

    def _show_whole(self) -> None:
        if self._shown is not None:
            self._tell_part("")
            self._desk.tasks.start(self._reopen(self._shown), of=self)

    async def _reopen(self, one: SavedAudience) -> None:
        members = await self._desk.reader.run(members_of, self._desk.workspace, one, present())
        if self._still(one):
            self.rows.open_population(members)

    def _tab(self) -> None:
        if self.tabs.currentWidget() is self.overlap:
            self.overlap.show_overlaps()
        elif self.tabs.currentWidget() is self.identities:
            self.identities.show_identities()
        elif self.tabs.currentWidget() is self.canvas:
            self._show_place()

    def _show_place(self) -> None:
        """Show the whole lineage if it can be read then, else this audience and what is about it."""
        scene = self.canvas.graph_scene
        card = scene.nodes.get(HERE)
        self.canvas.open_on(scene.content(), None if card is None else card.card().center())

    def _open(self, kind: str, name: str) -> None:
        """Open what a card of the lineage stands for."""
        what, _, rest = name.partition(":")
        if kind != "nodes" or not rest:
            return
        if what == "document":
            self._shell.open_document(rest)
        elif what == "table":
            show_table(self._shell, rest)
        elif what == "filter":
            self._shell.show_section("filters")
        else:
            self._show_other(rest)

    def _show_other(self, audience: str) -> None:
        from app.audiences.page import AudiencesPage

        page = self._shell.show_section("audiences")
        if isinstance(page, AudiencesPage):
            page.select(audience)


def _end(one: SavedAudience) -> str:
    """Until when members from a file last."""
    if one.expires is None:
        return ""
    return tr("expired") if one.expired else tr("until {when}", when=local(one.expires))
