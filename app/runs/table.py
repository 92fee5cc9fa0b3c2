"""Rows of texts as a table that can be searched and sorted, with columns that can be hidden and moved."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from app.listing import RIGHT, EmptyWords
from app.words import tr

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in a row, what it is sorted by, what it belongs to, and the colour of its words, if any."""

    cells: tuple[str, ...]
    keys: tuple[Any, ...]
    id: str = ""
    kind: str = ""
    colour: str = ""
    mono: int = -1
    """A column that holds code."""


class Rows(QAbstractTableModel):
    """The rows under their titles."""

    def __init__(self, titles: Sequence[str], numbers: Collection[int] = ()) -> None:
        super().__init__()
        self.titles = tuple(titles)
        self._numbers = frozenset(numbers)
        self.rows: list[Row] = []

    def show(
        self, rows: Sequence[Row], *, titles: Sequence[str] | None = None, numbers: Collection[int] | None = None
    ) -> None:
        """Take other rows, and other columns where these are given."""
        self.beginResetModel()
        self.rows = list(rows)
        self.titles = self.titles if titles is None else tuple(titles)
        self._numbers = self._numbers if numbers is None else frozenset(numbers)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._numbers:
            return RIGHT
        return self.titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        roles = Qt.ItemDataRole
        if role == roles.DisplayRole:
            return row.cells[index.column()].split("\n", 1)[0]
        if role == roles.TextAlignmentRole and index.column() in self._numbers:
            return RIGHT
        if role == roles.ToolTipRole:
            return row.cells[index.column()]
        if role == roles.ForegroundRole and row.colour:
            return QColor(row.colour)
        if role == roles.FontRole and row.mono == index.column():
            return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        return None


class Shown(QSortFilterProxyModel):
    """The rows that hold all words of a text, of the kinds that are wanted."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self._rows = rows
        self._words: tuple[str, ...] = ()
        self._kind = ""
        self.setSourceModel(rows)

    def narrow(self, text: str, kind: str = "") -> None:
        """Let through what holds these words; of one kind alone, where one is named."""
        self.beginFilterChange()
        self._words, self._kind = tuple(text.casefold().split()), kind
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        del parent
        found = self._rows.rows[row]
        text = " ".join(found.cells).casefold()
        return (not self._kind or found.kind == self._kind) and all(word in text for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        rows = self._rows.rows
        return bool(rows[left.row()].keys[left.column()] < rows[right.row()].keys[right.column()])

    def row(self, index: Index) -> Row | None:
        """What stands in a row."""
        place = self.mapToSource(index).row() if index.isValid() else -1
        return self._rows.rows[place] if place >= 0 else None


class TextTable(QTableView):
    """A table over such rows."""

    def __init__(
        self,
        titles: Sequence[str],
        widths: Sequence[int],
        name: str,
        parent: QWidget | None = None,
        *,
        numbers: Collection[int] = (),
        empty: str = "",
    ) -> None:
        """`numbers` are the columns of numbers, which stand at the right; `empty` is said while there are no rows."""
        super().__init__(parent)
        self.rows = Rows(titles, numbers)
        self.shown = Shown(self.rows)
        self.setModel(self.shown)
        self.setAccessibleName(name)
        self.setProperty("rows", True)  # the row shows what is current, no cell does
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        # A number that stands at the right is not drawn away from the others.
        header.setStretchLastSection(len(titles) - 1 not in numbers)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose_columns)
        header.setToolTip(tr("Right-click to choose the columns, drag to move them."))
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        if empty:
            EmptyWords(self, empty)

    @property
    def current(self) -> Row | None:
        """The row that is selected."""
        return self.shown.row(self.currentIndex())

    def column_menu(self) -> QMenu:
        """The columns, to be ticked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, title in enumerate(self.rows.titles):
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.toggled.connect(partial(self._show_column, place))
        return menu

    def _show_column(self, place: int, wanted: bool) -> None:
        self.setColumnHidden(place, not wanted)

    def _choose_columns(self, at: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(at))
