"""Choosing what is shown: the columns of a population, and attributes of the tables it is linked to."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.inspector.values import title
from app.panel.editors.words import type_words
from app.shell.stepping import ReadDialog
from app.words import said, tr
from engine.catalog.model import Catalog
from engine.relations import Column

_PATH = Qt.ItemDataRole.UserRole
_DEEPEST = 3
"""How many links away attributes are offered."""


class ColumnChooser(ReadDialog):
    """Ticks for the columns to show, and a tree of linked attributes to add. Nothing changes until it is accepted.

    Each column tells its name, its type, and which activity added it.
    """

    def __init__(
        self, columns: Sequence[Column], hidden: Collection[str], added: Collection[str], catalog: Catalog,
        table: str | None, origin: Callable[[Column], str], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(tr("Columns"))
        self.setMinimumSize(760, 480)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search columns and linked attributes"))
        self.search.setAccessibleName(tr("Search columns and linked attributes"))
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([tr("Column"), tr("Name"), tr("Type"), tr("Added by")])
        header = self.tree.header()
        header.setStretchLastSection(False)
        for place in range(header.count()):
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(place, modes.ResizeToContents if place else modes.Stretch)
        self.tree.setAccessibleName(tr("Columns"))
        self.hint = QLabel()
        self.hint.setProperty("quiet", True)
        self.hint.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.apply = buttons.addButton(tr("Show"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setProperty("primary", True)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        for widget in (self.search, self.tree, self.hint, buttons):
            box.addWidget(widget)
        own = self._heading(tr("In this population"))
        for column in columns:
            if column.name not in added:
                texts = (title(column), column.name, type_words(column.type), origin(column))
                _leaf(own, texts, column.name, ticked=column.name not in hidden)
        if table is not None and table in catalog.table_by_name:
            linked = self._heading(tr("From its records and linked tables"))
            self._fill(linked, catalog, table, "", set(added), (table,))
        # Rows that are laid out before they have their style would keep the height of plain ones.
        self.tree.ensurePolished()
        self.tree.expandToDepth(0)
        self.search.textChanged.connect(self._find)
        self.tree.itemChanged.connect(self._judge)
        self._judge()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.search.setFocus()

    def hidden(self) -> frozenset[str]:
        """The population's own columns that are not to be shown."""
        return frozenset(str(_path(leaf)) for leaf in _leaves(self.tree.topLevelItem(0)) if not _is_ticked(leaf))

    def attributes(self) -> tuple[str, ...]:
        """The paths of the linked attributes to add."""
        return tuple(str(_path(leaf)) for leaf in _leaves(self.tree.topLevelItem(1)) if _is_ticked(leaf))

    def _heading(self, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [text])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFirstColumnSpanned(True)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _fill(
        self, parent: QTreeWidgetItem, catalog: Catalog, table: str, before: str, ticked: set[str], way: tuple[str, ...]
    ) -> None:
        for attribute in catalog.table_by_name[table].attributes:
            path = f"{before}{attribute.name}"
            _leaf(parent, (said(attribute.title), path, type_words(attribute.type)), path, ticked=path in ticked)
        for end in catalog.ends.get(table, {}).values():
            # Through a collection there is no single value, and back to where one came from there is nothing new.
            if end.is_collection or end.there in way or len(way) > _DEEPEST:
                continue
            branch = QTreeWidgetItem(parent, [said(end.title)])
            branch.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self._fill(branch, catalog, end.there, f"{before}{end.name}/", ticked, (*way, end.there))

    def _find(self, text: str) -> None:
        for place in range(self.tree.topLevelItemCount()):
            _narrow(self.tree.topLevelItem(place), text.strip().casefold(), False)
        self._judge()

    def _judge(self) -> None:
        """Say what the ticks do, why there is nothing to tick, or why there would be nothing to see."""
        tops = [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]
        ticked = any(_is_ticked(leaf) for top in tops for leaf in _leaves(top))
        self.apply.setEnabled(ticked)
        if all(top is None or top.isHidden() for top in tops):
            words = tr("No column and no linked attribute is called so. Search for another part of its name.")
        elif not ticked:
            words = tr("Tick at least one column, so that there is something to see.")
        else:
            words = tr("Linked attributes are read for a look; the population stays as it was counted.")
        self.hint.setText(words)


def _leaf(parent: QTreeWidgetItem, texts: Sequence[str], path: str, *, ticked: bool) -> None:
    leaf = QTreeWidgetItem(parent, texts)
    leaf.setData(0, _PATH, path)
    leaf.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    leaf.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)


def _path(item: QTreeWidgetItem) -> Any:
    return item.data(0, _PATH)


def _is_ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) is Qt.CheckState.Checked


def _leaves(item: QTreeWidgetItem | None) -> Iterator[QTreeWidgetItem]:
    if item is None:
        return
    if _path(item) is not None:
        yield item
    for place in range(item.childCount()):
        yield from _leaves(item.child(place))


def _narrow(item: QTreeWidgetItem | None, text: str, found_above: bool) -> bool:
    """Show what contains the text, and the branches that lead there; whether anything is left."""
    if item is None:
        return False
    # A heading is no name: it shows when something below it does.
    heading = item.parent() is None
    found = found_above or (not text if heading else any(text in item.text(part).casefold() for part in (0, 1)))
    inside = [_narrow(item.child(place), text, found) for place in range(item.childCount())]
    visible = any(inside) if item.childCount() else found
    item.setHidden(not visible)
    if text and visible:
        item.setExpanded(True)
    return visible
