"""The columns of a file and what each becomes: loaded or not, its name, its type, whether it belongs to the key."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from app.data.wish import ImportWish
from app.listing import LEFT
from app.panel.editors.words import storage_words
from app.words import number, tr
from engine.catalog.model import Table
from engine.ingest.conversion import DATE_FORMATS, MOMENT_FORMATS
from engine.layouts import ColumnLayout
from engine.types import DataType, Kind

_KINDS = ("string", "boolean", "integer", "long", "double", "decimal(18,2)", "date", "datetime", "time")
_MATCH = 6
_SIGNS = ((".", ""), (",", ""), (".", ","), (",", "."), (",", " "))
"""How numbers are written: the decimal sign, and what stands between thousands."""


def kinds_field(chosen: DataType) -> QComboBox:
    """A field that offers the types of columns; its data is how a type is written."""
    found = QComboBox()
    written = str(chosen)
    for name in (*_KINDS, *([] if written in _KINDS else [written])):
        found.addItem(storage_words(DataType.parse(name)), name)
    found.setCurrentIndex(found.findData(written))
    return found


class ColumnsTable(QTableWidget):
    """One line for each column of the file."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(0, _MATCH + 1)
        self.setAccessibleName(tr("Columns of the file"))
        self.setHorizontalHeaderLabels(
            [tr("In the file"), tr("Load"), tr("Column"), tr("Type"), tr("Format"), tr("Key"), tr("Match")]
        )
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        for place, width in enumerate((146, 64, 146, 196, 116, 52)):
            self.setColumnWidth(place, width)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(LEFT)
        self.verticalHeader().setDefaultSectionSize(40)
        # Otherwise the fields of one line touch those of the next.
        self.setStyleSheet("QLineEdit, QComboBox { margin: 4px 2px; }")
        self._wish: ImportWish | None = None
        self._table: Table | None = None

    @property
    def wish(self) -> ImportWish:
        """What the user wants of the columns."""
        assert self._wish is not None
        return self._wish

    def show_wish(self, wish: ImportWish, table: Table | None) -> None:
        """Show the columns of a file; with a table, each is one of its columns or is left out."""
        self._wish, self._table = wish, table
        self.setColumnHidden(_MATCH, table is None)
        self.setRowCount(len(wish.columns))
        for row in range(len(wish.columns)):
            self._show_row(row)

    def _show_row(self, row: int) -> None:
        column = self.wish.columns[row]
        computed = column.expression is not None
        source = QTableWidgetItem(f"ƒ {column.expression}" if computed else column.source or column.name)
        source.setFlags(Qt.ItemFlag.ItemIsEnabled)
        source.setToolTip(source.text())
        self.setItem(row, 0, source)
        self.setItem(row, _MATCH, self._match(column))
        about = column.source or column.name
        self.setCellWidget(row, 1, self._tick(row, not column.ignore, tr("Load {name}", name=about), self._set_load))
        self.setCellWidget(row, 2, self._name(row, column))
        self.setCellWidget(row, 3, self._type(row, column))
        self.setCellWidget(row, 4, self._format(row, column))
        key = self._tick(row, column.name in self.wish.key and not column.ignore,
                         tr("{name} belongs to the key", name=about), self._set_key)  # fmt: skip
        key.setEnabled(self._table is None and not column.ignore)
        self.setCellWidget(row, 5, key)

    def _match(self, column: ColumnLayout) -> QTableWidgetItem:
        """How alike the names of the file's column and of the table's are; a suggestion says which it means."""
        header = column.source or column.name
        found = next((one for one in self.wish.matches if one.source == header), None)
        words = ""
        if found is not None and self._table is not None and column.expression is None:
            score, target = number(found.score), self._table.by_name[found.target].title
            mapped = not column.ignore and column.name == found.target
            words = f"{score} %" if mapped else tr("{column}? {score} %", column=target, score=score)
        item = QTableWidgetItem(words)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def _tick(self, row: int, on: bool, name: str, told: object) -> QWidget:
        box = QCheckBox()
        box.setAccessibleName(name)
        box.setChecked(on)
        assert callable(told)
        box.toggled.connect(partial(told, row))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(8, 0, 8, 0)
        line.addWidget(box)
        line.addStretch(1)
        holder.setFocusProxy(box)
        return holder

    def _name(self, row: int, column: ColumnLayout) -> QWidget:
        if self._table is not None:
            names = QComboBox()
            names.addItem(tr("(left out)"), "")
            for one in self._table.attributes:
                names.addItem(one.title, one.name)
            names.setCurrentIndex(0 if column.ignore else max(0, names.findData(column.name)))
            names.currentIndexChanged.connect(partial(self._mapped, row, names))
            names.setAccessibleName(tr("Column for {name}", name=column.source or column.name))
            return names
        field = QLineEdit(column.name)
        field.setAccessibleName(tr("Column for {name}", name=column.source or column.name))
        field.setEnabled(not column.ignore)
        field.editingFinished.connect(lambda: self._rename(row, field.text()))
        return field

    def _type(self, row: int, column: ColumnLayout) -> QComboBox:
        kinds = kinds_field(column.type)
        kinds.setAccessibleName(tr("Type of {name}", name=column.source or column.name))
        kinds.setEnabled(self._table is None and not column.ignore)
        kinds.currentIndexChanged.connect(lambda: self._set(row, type=DataType.parse(kinds.currentData())))
        return kinds

    def _format(self, row: int, column: ColumnLayout) -> QComboBox:
        numbers = column.type.kind in {Kind.DOUBLE, Kind.DECIMAL}
        made = self._number_format(row, column) if numbers else self._date_format(row, column)
        made.setAccessibleName(tr("Format of {name}", name=column.source or column.name))
        return made

    def _number_format(self, row: int, column: ColumnLayout) -> QComboBox:
        formats = QComboBox()
        for decimal, thousands in _SIGNS:
            formats.addItem(f"1{thousands}234{decimal}50", (decimal, thousands))
        chosen = (column.decimal, column.thousands)
        if chosen not in _SIGNS:
            formats.addItem(f"1{chosen[1]}234{chosen[0]}50", chosen)
        formats.setCurrentIndex(next(at for at in range(formats.count()) if tuple(formats.itemData(at)) == chosen))
        formats.setEnabled(not column.ignore and column.expression is None)
        formats.currentIndexChanged.connect(partial(self._signed, row, formats))
        return formats

    def _date_format(self, row: int, column: ColumnLayout) -> QComboBox:
        formats = QComboBox()
        dates = column.type.kind in {Kind.DATE, Kind.DATETIME}
        known = DATE_FORMATS if column.type.kind is Kind.DATE else MOMENT_FORMATS
        formats.addItem("ISO" if dates else "", None)
        for one in known if dates else ():
            formats.addItem(one, one)
        if column.date_format and formats.findData(column.date_format) < 0:
            formats.addItem(column.date_format, column.date_format)
        formats.setCurrentIndex(max(0, formats.findData(column.date_format)))
        formats.setEnabled(dates and not column.ignore and column.expression is None)
        formats.currentIndexChanged.connect(partial(self._formatted, row, formats))
        return formats

    def _set(self, row: int, **changes: object) -> None:
        column = self.wish.columns[row].model_copy(update=changes)
        self._wish = self.wish.with_column(row, column)
        self.setItem(row, _MATCH, self._match(column))
        if "type" in changes:
            self.setCellWidget(row, 4, self._format(row, column))
        self.changed.emit()

    def _set_load(self, row: int, on: bool) -> None:
        self._set(row, ignore=not on)
        self._show_row(row)

    def _set_key(self, row: int, on: bool) -> None:
        name = self.wish.columns[row].name
        others = [one for one in self.wish.key if one != name]
        names = {*others, *([name] if on else [])}
        key = tuple(one.name for one in self.wish.columns if one.name in names)
        self._wish = replace(self.wish, key=key)
        self.changed.emit()

    def _rename(self, row: int, text: str) -> None:
        name, before = text.strip(), self.wish.columns[row]
        taken = {one.name for place, one in enumerate(self.wish.columns) if place != row and not one.ignore}
        if name and name != before.name and name not in taken:
            self._set(row, name=name)
        elif name != before.name:
            self._show_row(row)

    def _mapped(self, row: int, names: QComboBox, _index: int) -> None:
        self._map(row, str(names.currentData()))

    def _formatted(self, row: int, formats: QComboBox, _index: int) -> None:
        self._set(row, date_format=formats.currentData())

    def _signed(self, row: int, formats: QComboBox, _index: int) -> None:
        decimal, thousands = formats.currentData()
        self._set(row, decimal=decimal, thousands=thousands)

    def _map(self, row: int, name: str) -> None:
        known = None if self._table is None else self._table.by_name.get(name)
        if known is None:
            self._set(row, ignore=True)
        else:
            self._set(row, name=known.name, type=known.type, ignore=False)
        self._show_row(row)
