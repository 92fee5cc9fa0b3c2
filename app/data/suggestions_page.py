"""Links that the stored data suggest, each with its evidence; the user ticks those that are true."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.data.dialogs import cardinality_words
from app.desk import Desk
from app.inspector.notices import Notice
from app.listing import RIGHT
from app.sections import Shell
from app.words import number, tr
from engine.catalog.model import Link
from engine.ingest.links import SuggestedLink, suggest_links


class SuggestionsPage(QWidget):
    """A list with a tick per link, the best supported first."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self._found: list[SuggestedLink] = []
        title = QLabel(tr("Links that the data suggest"))
        title.setProperty("heading", True)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Suggested links"))
        self.list.setHeaderLabels([tr("Link"), tr("How many"), tr("Records with a partner"), tr("Different values")])
        self.list.setRootIsDecorated(False)
        for place in range(2, 4):
            self.list.headerItem().setTextAlignment(place, RIGHT)
        for place, width in enumerate((420, 116, 270, 146)):
            self.list.setColumnWidth(place, width)
        # The names are what is read; the numbers need little.
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.notice = Notice()
        self.notice.action.setText(tr("Go to Data"))
        self.notice.action.clicked.connect(lambda: shell.show_section("data"))
        self.add = QPushButton(tr("Add the ticked links"))
        self.add.setProperty("primary", True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.add)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addWidget(title)
        box.addWidget(self.list, 1)
        box.addWidget(self.notice, 1)
        box.addLayout(foot)
        self.setFocusProxy(self.list)
        self.add.clicked.connect(self.confirm)
        self.list.itemChanged.connect(self._count)
        self._show([], looking=True)
        desk.tasks.start(self._look(), of=self)

    async def _look(self) -> None:
        self._show(await self._desk.worker.run(suggest_links, self._desk.workspace), looking=False)

    def _show(self, found: list[SuggestedLink], *, looking: bool) -> None:
        self._found = found
        self.list.setVisible(bool(found))
        self.notice.setVisible(not found)
        self.add.setVisible(bool(found))
        self.notice.action.setVisible(not found and not looking)
        if looking:
            self.notice.say("magnifying-glass", tr("Looking through the data…"))
        elif not found:
            self.notice.say("link", tr("No further link is suggested"),
                            tr("Import more tables, or draw a link in the diagram."))  # fmt: skip
        self.list.clear()
        for one in found:
            link = one.link
            pairs = ", ".join(f"{link.source}.{here} = {link.target}.{there}" for here, there in link.pairs)
            share = f"{number(one.matched)} / {number(one.filled)}"
            item = QTreeWidgetItem([pairs, cardinality_words(link.cardinality), share, number(one.different)])
            item.setToolTip(0, pairs)
            for place in range(2, 4):
                item.setTextAlignment(place, RIGHT)
            item.setCheckState(0, Qt.CheckState.Checked if one.matched == one.filled else Qt.CheckState.Unchecked)
            self.list.addTopLevelItem(item)
        self._count()

    def _ticked(self) -> list[SuggestedLink]:
        items = [self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount())]
        return [
            one
            for one, item in zip(self._found, items, strict=False)
            if item is not None and item.checkState(0) is Qt.CheckState.Checked
        ]

    def _count(self) -> None:
        self.add.setEnabled(bool(self._ticked()))

    def confirm(self) -> None:
        """Add the links that are ticked."""
        self._desk.tasks.start(self._add([one.link for one in self._ticked()]), of=self)

    async def _add(self, links: list[Link]) -> None:
        await self._desk.worker.run(lambda: self._desk.workspace.schemas.add(*links))
        await self._desk.load()
        self._shell.say(tr("{n} link(s) (was|were) added.", n=len(links)))
        await self._look()
