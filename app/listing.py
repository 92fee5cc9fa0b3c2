"""Lists as tables: rows of one kind under columns that are sorted, chosen, moved and remembered; and what passes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QMenu, QTableView, QToolButton

from app.preferences import Preferences

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_ROW = 34
_REMEMBER_MS = 300
_EMPTY_MS = 150
_EMPTY_MARGIN = 24
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its title, what stands in it, what it is sorted by. Numbers stand at the right."""

    title: str
    text: Callable[[T], str]
    key: Callable[[T], Any]
    width: int
    number: bool = False
    hidden: bool = False
    """Whether it has to be chosen before it is seen."""


class ListModel(QAbstractTableModel, Generic[T]):
    """One row per thing that passes, in the order of one column. `name_of` tells which rows are the same thing."""

    def __init__(self, columns: Sequence[Column[T]], name_of: Callable[[T], str]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.name_of = name_of
        self.rows: list[T] = []
        self._every: list[T] = []
        self._passes: Callable[[T], bool] = lambda _one: True
        self._column, self._order = 0, Qt.SortOrder.AscendingOrder

    @property
    def total(self) -> int:
        """How many there are, whether they pass or not."""
        return len(self._every)

    def show(self, every: Iterable[T]) -> None:
        """Show what there is now."""
        self._every = list(every)
        self._refresh()

    def let_pass(self, passes: Callable[[T], bool]) -> None:
        """Show only what passes."""
        self._passes = passes
        self._refresh()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._order = max(column, 0), order
        self._refresh()

    def _refresh(self) -> None:
        descending = self._order is Qt.SortOrder.DescendingOrder
        key = self.columns[self._column].key
        fresh = sorted(filter(self._passes, self._every), key=key, reverse=descending)
        if [self.name_of(one) for one in fresh] == [self.name_of(one) for one in self.rows]:
            self.rows = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()

    def place_of(self, name: str) -> int:
        """The row of a thing; -1 when it does not pass."""
        return next((place for place, one in enumerate(self.rows) if self.name_of(one) == name), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.columns[section].number else LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self.rows[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.number else LEFT
        return self.decorated(self.rows[index.row()], index.column(), role)

    def decorated(self, one: T, column: int, role: int) -> Any:
        """What else a cell shows: icons, colours, tooltips."""
        del one, column, role
        return None


class KeptSelection(QObject, Generic[T]):
    """What is selected in a table stays so when its rows come in another order, or some come and go."""

    def __init__(self, table: QTableView, model: ListModel[T]) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._selected: frozenset[str] = frozenset()
        self._current = ""
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._select)

    def _remember(self) -> None:
        found, rows, name_of = self._table.selectionModel(), self._model.rows, self._model.name_of
        self._selected = frozenset(name_of(rows[one.row()]) for one in found.selectedRows())
        current = found.currentIndex()
        self._current = name_of(rows[current.row()]) if current.isValid() else ""

    def _select(self) -> None:
        model, last = self._model, self._model.columnCount() - 1
        wanted, current = QItemSelection(), -1
        for place, one in enumerate(model.rows):
            name = model.name_of(one)
            if name in self._selected:
                wanted.select(model.index(place, 0), model.index(place, last))
            if name == self._current:
                current = place
        found, flags = self._table.selectionModel(), QItemSelectionModel.SelectionFlag
        found.select(wanted, flags.ClearAndSelect)
        if current >= 0:
            found.setCurrentIndex(model.index(current, 0), flags.NoUpdate)


class ColumnChoice(QObject):
    """Which columns of a table are seen, how wide and in which order: chosen in the menu of a button, remembered."""

    def __init__(
        self,
        table: QTableView,
        model: ListModel[T],
        button: QToolButton,
        preferences: Preferences,
        name: str,
        *,
        latest: int | None = None,
    ) -> None:
        """`latest` is the column by which the list is sorted at first, the latest first; without it, by its first."""
        super().__init__(table)
        self._table, self._preferences = table, preferences
        # What was remembered of other columns, before some were added or taken away, would fit the wrong ones.
        self._name = f"{name}-{len(model.columns)}"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REMEMBER_MS)
        self._timer.timeout.connect(self._keep)
        _set_up(table, model)
        header = table.horizontalHeader()
        state = preferences.columns(self._name)
        known = not state.isEmpty() and header.restoreState(state)
        menu = QMenu(button)
        for place, column in enumerate(model.columns):
            if not known:
                header.resizeSection(place, max(column.width, header.sectionSizeHint(place)))
                header.setSectionHidden(place, column.hidden)
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(place))
            # Without its first column no row would have a name.
            action.setEnabled(place > 0)
            action.toggled.connect(partial(self._show, place))
        if not known:
            order = Qt.SortOrder.AscendingOrder if latest is None else Qt.SortOrder.DescendingOrder
            table.sortByColumn(latest or 0, order)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for changed in (header.sectionMoved, header.sectionResized, header.sortIndicatorChanged):
            changed.connect(self._changed)

    def _show(self, place: int, wanted: bool) -> None:
        self._table.horizontalHeader().setSectionHidden(place, not wanted)
        self._timer.start()

    def _changed(self) -> None:
        self._timer.start()

    def _keep(self) -> None:
        self._preferences.remember_columns(self._name, self._table.horizontalHeader().saveState())


def _set_up(table: QTableView, model: ListModel[T]) -> None:
    table.setModel(model)
    KeptSelection(table, model)
    table.setProperty("rows", True)  # the row shows what is current, no cell does
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setSortingEnabled(True)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = table.horizontalHeader()
    header.setSectionsMovable(True)
    header.setHighlightSections(False)
    header.setStretchLastSection(True)


class EmptyWords(QLabel):
    """What stands in the middle of a list while it has no rows; not at once, for rows that are read come soon."""

    def __init__(self, view: QAbstractItemView, words: str) -> None:
        super().__init__(words, view.viewport())
        self._view = view
        self.setProperty("quiet", True)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_EMPTY_MS)
        self._timer.timeout.connect(self._appear)
        model = view.model()
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged):
            changed.connect(self._look)
        view.viewport().installEventFilter(self)
        self._look()

    def _look(self) -> None:
        any_rows = self._view.model().rowCount() > 0
        if isinstance(self._view, QTableView):
            # Titles alone are not worth scrolling for.
            policies = Qt.ScrollBarPolicy
            wanted = policies.ScrollBarAsNeeded if any_rows else policies.ScrollBarAlwaysOff
            self._view.setHorizontalScrollBarPolicy(wanted)
        if any_rows:
            self._timer.stop()
            self.hide()
        elif self.isHidden():
            self._timer.start()

    def _appear(self) -> None:
        self._stand()
        self.show()

    def _stand(self) -> None:
        self.setGeometry(self._view.viewport().rect().adjusted(_EMPTY_MARGIN, 0, -_EMPTY_MARGIN, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._stand()
        return False
