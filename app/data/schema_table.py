"""The columns of a table as its schema says: label, type, key, version, what is required; changed here, kept as one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QTableWidget, QTableWidgetItem

from app.data.columns_table import kinds_field
from app.desk import Desk
from app.listing import LEFT
from app.panel.editors.words import storage_words
from app.sections import Shell
from app.words import tr
from engine.catalog.model import Attribute, EnumValue, Table
from engine.types import DataType

_NAME, _LABEL, _TYPE, _KEY, _VERSION, _REQUIRED, _IDENTITY, _VALUES, _LABELS, _DESCRIPTION = range(10)
_TICKS = (_KEY, _VERSION, _REQUIRED)
_WIDTHS = (132, 110, 150, 46, 74, 98, 78, 130, 104)


class SchemaTable(QTableWidget):
    """One line for each column. Names and types are permanent once the table is made."""

    dirty = Signal(bool)
    """Whether something was changed and not kept yet."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__(0, len(_WIDTHS) + 1)
        self._desk, self._shell = desk, shell
        self._table: Table | None = None
        self._is_new = False
        self.setAccessibleName(tr("Columns of the table"))
        self.setHorizontalHeaderLabels(
            [tr("Column"), tr("Label"), tr("Type"), tr("Key"), tr("Version"), tr("Required"), tr("Identity"),
             tr("Allowed values"), tr("Governance"), tr("Description")]
        )  # fmt: skip
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        for place, width in enumerate(_WIDTHS):
            self.setColumnWidth(place, width)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(LEFT)
        self.itemChanged.connect(self._edited)

    def _edited(self, item: QTableWidgetItem) -> None:
        if item.column() == _VERSION and item.checkState() is Qt.CheckState.Checked:
            self.blockSignals(True)
            for row in range(self.rowCount()):
                other = self.item(row, _VERSION)
                if other is not None and row != item.row():
                    other.setCheckState(Qt.CheckState.Unchecked)
            self.blockSignals(False)
        self.dirty.emit(True)

    def show_table(self, table: Table, *, is_new: bool = False) -> None:
        """Show a table's columns; those of a new one have names and types that can be changed."""
        self._table, self._is_new = table, is_new
        self.blockSignals(True)
        self.setRowCount(len(table.attributes))
        for row, one in enumerate(table.attributes):
            self._show(row, one)
        self.blockSignals(False)
        self.dirty.emit(False)

    def add_column(self) -> None:
        """One more column of a new table, ready to be named."""
        taken = {self._text(row, _NAME) for row in range(self.rowCount())}
        number = len(taken) + 1
        while f"column_{number}" in taken:
            number += 1
        row = self.rowCount()
        self.blockSignals(True)
        self.insertRow(row)
        self._show(row, Attribute(name=f"column_{number}", type=DataType.parse("string")))
        self.blockSignals(False)
        self.setCurrentCell(row, _NAME)
        self.dirty.emit(True)

    def remove_column(self) -> None:
        """Take away the column that is selected of a new table."""
        if self.currentRow() >= 0:
            self.removeRow(self.currentRow())
            self.dirty.emit(True)

    def _show(self, row: int, one: Attribute) -> None:
        assert self._table is not None
        fixed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for place, text in (
            (_NAME, one.name), (_LABEL, one.label), (_TYPE, storage_words(one.type)), (_IDENTITY, one.identity or ""),
            (_VALUES, ", ".join(value.value for value in one.values)), (_LABELS, ", ".join(one.labels)),
            (_DESCRIPTION, one.description),
        ):  # fmt: skip
            item = QTableWidgetItem(text)
            if place in {_NAME, _TYPE} and not self._is_new:
                item.setFlags(fixed)
            self.setItem(row, place, item)
        ticked = (one.name in self._table.key, one.name == self._table.version, one.required)
        for place, on in zip(_TICKS, ticked, strict=True):
            item = QTableWidgetItem()
            item.setFlags(fixed | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.setItem(row, place, item)
        if self._is_new:
            kinds = kinds_field(one.type)
            kinds.setAccessibleName(tr("Type of {name}", name=one.name))
            kinds.currentIndexChanged.connect(lambda: self.dirty.emit(True))
            self.setCellWidget(row, _TYPE, kinds)

    def changed_table(self) -> Table:
        """The table as it is shown."""
        assert self._table is not None
        known = self._table.attributes
        attributes: list[Attribute] = []
        for row in range(self.rowCount()):
            before = Attribute(name="?", type=DataType.parse("string")) if self._is_new else known[row]
            attributes.append(
                before.model_copy(update={
                    "name": self._text(row, _NAME), "type": self._type(row, before), "label": self._text(row, _LABEL),
                    "required": self._on(row, _REQUIRED), "identity": self._text(row, _IDENTITY) or None,
                    "values": self._values(row, before), "labels": tuple(_parts(self._text(row, _LABELS))),
                    "description": self._text(row, _DESCRIPTION),
                })
            )  # fmt: skip
        key = tuple(one.name for row, one in enumerate(attributes) if self._on(row, _KEY))
        version = next((one.name for row, one in enumerate(attributes) if self._on(row, _VERSION)), None)
        return self._table.model_copy(update={"attributes": tuple(attributes), "key": key, "version": version})

    def _type(self, row: int, before: Attribute) -> DataType:
        kinds = self.cellWidget(row, _TYPE)
        return DataType.parse(kinds.currentData()) if isinstance(kinds, QComboBox) else before.type

    def _values(self, row: int, before: Attribute) -> tuple[EnumValue, ...]:
        known = {one.value: one for one in before.values}
        return tuple(known.get(one, EnumValue(value=one)) for one in _parts(self._text(row, _VALUES)))

    def save(self) -> None:
        """Keep what was changed."""
        self._desk.tasks.start(self._save(self.changed_table()), of=self)

    async def _save(self, table: Table) -> None:
        await self._desk.worker.run(self._desk.workspace.schemas.add, table)
        await self._desk.load()
        self.dirty.emit(False)
        self._shell.say(tr("The columns of {table} are saved.", table=table.title))

    def _text(self, row: int, place: int) -> str:
        item = self.item(row, place)
        return "" if item is None else item.text().strip()

    def _on(self, row: int, place: int) -> bool:
        item = self.item(row, place)
        return item is not None and item.checkState() is Qt.CheckState.Checked


def _parts(text: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
