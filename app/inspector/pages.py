"""A table model over millions of rows: it holds the pages that are looked at, and asks for those that are missing.

It never waits. A cell whose page is on its way shows an ellipsis; whoever shows the model fetches what it wants.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.inspector.values import cell, is_right, shown, title
from app.panel.editors.words import type_words
from app.words import tr
from engine.relations import Column
from engine.runner.views import Sort

PAGE_ROWS = 200
_MOST_PAGES = 100
_MOST_ROWS = 80_000_000
"""Qt counts the pixels of a table in 32 bits; rows beyond are reached by sorting and filtering."""

ON_ITS_WAY = "…"
QUIET = Qt.ItemDataRole.UserRole + 1
"""True where a cell shows a word instead of a value: nothing, empty, on its way."""
RAW = Qt.ItemDataRole.UserRole + 2
"""The value itself."""

Index = QModelIndex | QPersistentModelIndex


class PageModel(QAbstractTableModel):
    """The rows of a view, by pages."""

    wanted = Signal()
    """A page that is looked at is missing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._key: tuple[str, ...] = ()
        self._total = 0
        self._pages: OrderedDict[int, Sequence[tuple[Any, ...]]] = OrderedDict()
        self._sort: tuple[Sort, ...] = ()
        self.words: Mapping[str, Mapping[str, str]] = {}
        """Column to what users read for a code in it."""
        self.activities: Mapping[str, str] = {}
        """Activity to what it is called, for columns that it added."""

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self._total

    def show(self, columns: Sequence[Column], key: Sequence[str], total: int, sort: Sequence[Sort] = ()) -> None:
        """Show another view; its pages are still to come."""
        self.beginResetModel()
        self._columns, self._key, self._total = tuple(columns), tuple(key), total
        self._sort = tuple(sort)
        self._pages.clear()
        self.endResetModel()

    def put(self, page: int, rows: Sequence[tuple[Any, ...]]) -> None:
        """Take a page that was fetched."""
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > _MOST_PAGES:
            self._pages.popitem(last=False)
        first = page * PAGE_ROWS
        last = min(first + PAGE_ROWS, self.rowCount()) - 1
        if last >= first and self._columns:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def lacks(self, page: int) -> bool:
        """Whether a page is still to be fetched."""
        return page not in self._pages

    def row(self, place: int) -> tuple[Any, ...] | None:
        """The values of a row; None while its page is on its way."""
        page, within = divmod(place, PAGE_ROWS)
        rows = self._pages.get(page)
        if rows is None or within >= len(rows):
            return None
        return rows[within]

    def origin(self, column: Column) -> str:
        """The activity that added a column; empty for one that its records bring."""
        return self.activities.get(column.origin, column.origin)

    def _order(self, column: Column) -> str:
        """An arrow at a column that is sorted by; where there are several, also which of them it is."""
        for place, one in enumerate(self._sort, 1):
            if one.name == column.name:
                return ("↓" if one.descending else "↑") + (str(place) if len(self._sort) > 1 else "")
        return ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else min(self._total, _MOST_ROWS)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if is_right(column) else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, QUIET, RAW}:
            return None
        row = self.row(index.row())
        if row is None:
            if role == Qt.ItemDataRole.DisplayRole:
                self.wanted.emit()
                return ON_ITS_WAY
            return True if role == QUIET else None
        value = row[index.column()]
        if role == RAW:
            return value
        if role == QUIET:
            return value is None or value == ""
        word = self.words.get(column.name, {}).get(value) if isinstance(value, str) else None
        return word or cell(column, value, name=column.name in self._key)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return shown(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(part for part in (title(column, self._key), self._order(column)) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            origin = self.origin(column)
            added = tr("Added by {node}.", node=origin) if origin else ""
            return "\n".join(
                part for part in (title(column, self._key), f"{column.name} · {type_words(column.type)}", added) if part
            )
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if is_right(column) else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None
