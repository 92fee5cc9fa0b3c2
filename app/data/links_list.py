"""The links of one table and the targeting dimensions on it, with the ways to add and to remove them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.data.dialogs import DimensionDialog, LinkDialog, cardinality_words
from app.desk import Desk
from app.sections import Shell
from app.words import said, tr
from engine.catalog.model import Dimension, Link, Table

_OBJECT = Qt.ItemDataRole.UserRole


class LinksList(QWidget):
    """Links first, then dimensions."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self._table: Table | None = None
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Links and dimensions"))
        self.list.setHeaderLabels([tr("Name"), tr("Leads to"), tr("By"), tr("How many")])
        for place, width in enumerate((210, 170, 380)):
            self.list.setColumnWidth(place, width)
        self.add_link, self.add_dimension = QPushButton(tr("Add a link…")), QPushButton(tr("Add a dimension…"))
        self.edit, self.remove = QPushButton(tr("Edit…")), QPushButton(tr("Remove"))
        row = QHBoxLayout()
        for button in (self.add_link, self.add_dimension):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.edit, self.remove):
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self.list, 1)
        box.addLayout(row)
        self.add_link.clicked.connect(lambda: self._open(None, dimension=False))
        self.add_dimension.clicked.connect(lambda: self._open(None, dimension=True))
        self.edit.clicked.connect(self._edit)
        self.list.itemActivated.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.list.currentItemChanged.connect(self._offer)

    def show_table(self, table: Table) -> None:
        """Show what a table is linked with."""
        self._table = table
        catalog = self._desk.catalog
        self.list.clear()
        links = QTreeWidgetItem([tr("Links")])
        for one in catalog.links:
            if table.name in {one.source, one.target}:
                links.addChild(self._link(one, outwards=one.source == table.name))
        dimensions = QTreeWidgetItem([tr("Targeting dimensions")])
        for each in catalog.dimensions:
            if each.table == table.name:
                channels = ", ".join(channel.value for channel in each.addresses)
                item = QTreeWidgetItem([each.title, each.identity or "", channels, ""])
                item.setData(0, _OBJECT, each)
                dimensions.addChild(item)
        self.list.addTopLevelItems([links, dimensions])
        for group, words in ((links, tr("No link yet")), (dimensions, tr("Its records are not targeted"))):
            if not group.childCount():
                nothing = QTreeWidgetItem([words])
                nothing.setDisabled(True)
                group.addChild(nothing)
                nothing.setFirstColumnSpanned(True)
        self.list.expandAll()
        self._offer()

    def _link(self, one: Link, *, outwards: bool) -> QTreeWidgetItem:
        name, to = (one.name, one.target) if outwards else (one.reverse_name, one.source)
        cardinality = one.cardinality if outwards else one.cardinality.reverse
        pairs = ", ".join(f"{one.source}.{here} = {one.target}.{there}" for here, there in one.pairs)
        table = self._desk.catalog.table_by_name.get(to)
        item = QTreeWidgetItem(
            [name, to if table is None else said(table.title), pairs, cardinality_words(cardinality)]
        )
        item.setData(0, _OBJECT, one)
        return item

    @property
    def current(self) -> Link | Dimension | None:
        """What is selected."""
        item = self.list.currentItem()
        found = None if item is None else item.data(0, _OBJECT)
        return found if isinstance(found, Link | Dimension) else None

    def _offer(self) -> None:
        for button in (self.edit, self.remove):
            button.setEnabled(self.current is not None)

    def _edit(self) -> None:
        one = self.current
        if one is not None:
            self._open(one, dimension=isinstance(one, Dimension))

    def _open(self, one: Link | Dimension | None, *, dimension: bool) -> None:
        assert self._table is not None
        dialog: DimensionDialog | LinkDialog
        if dimension:
            dialog = DimensionDialog(self._table, one if isinstance(one, Dimension) else None, self)
        else:
            dialog = LinkDialog(self._desk.catalog, self._table, one if isinstance(one, Link) else None, self)

        def keep() -> None:
            self._desk.tasks.start(dialog.finish(self._save(dialog.value(), one)), of=self)

        dialog.run = keep
        dialog.open()

    async def _save(self, one: Link | Dimension, before: Link | Dimension | None) -> None:
        schemas = self._desk.workspace.schemas

        def replace() -> None:
            with self._desk.workspace.together():
                if isinstance(before, Link) and isinstance(one, Link) and before.name != one.name:
                    schemas.remove(before)
                schemas.add(one)

        await self._desk.worker.run(replace)
        await self._desk.load()
        self._shell.say(tr("{name} is saved.", name=one.name))

    def _remove(self) -> None:
        one = self.current
        if one is not None:
            self._desk.tasks.start(self._forget(one), of=self)

    async def _forget(self, one: Link | Dimension) -> None:
        await self._desk.worker.run(self._desk.workspace.schemas.remove, one)
        await self._desk.load()
        self._shell.say(tr("{name} was removed.", name=one.name))
