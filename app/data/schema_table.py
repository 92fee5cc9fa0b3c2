"""The columns of a table as its schema says: label, type, key, required, identity; changed here, kept as one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from app.desk import Desk
from app.sections import Shell
from app.words import tr
from engine.catalog.model import Attribute, Table

_NAME, _LABEL, _TYPE, _KEY, _REQUIRED, _IDENTITY, _DESCRIPTION = range(7)


class SchemaTable(QTableWidget):
    """One line for each column. Names and types are permanent once there are rows."""

    dirty = Signal(bool)
    """Whether something was changed and not kept yet."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__(0, 7)
        self._desk, self._shell = desk, shell
        self._table: Table | None = None
        self.setAccessibleName(tr("Columns of the table"))
        self.setHorizontalHeaderLabels(
            [tr("Column"), tr("Label"), tr("Type"), tr("Key"), tr("Required"), tr("Identity"), tr("Description")]
        )
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        for place, width in enumerate((190, 180, 110, 60, 80, 120)):
            self.setColumnWidth(place, width)
        self.horizontalHeader().setStretchLastSection(True)
        self.itemChanged.connect(self._edited)

    def _edited(self) -> None:
        self.dirty.emit(True)

    def show_table(self, table: Table) -> None:
        """Show a table's columns."""
        self._table = table
        self.blockSignals(True)
        self.setRowCount(len(table.attributes))
        for row, one in enumerate(table.attributes):
            self._show(row, one, in_key=one.name in table.key)
        self.blockSignals(False)
        self.dirty.emit(False)

    def _show(self, row: int, one: Attribute, *, in_key: bool) -> None:
        fixed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for place, text in (
            (_NAME, one.name), (_LABEL, one.label), (_TYPE, str(one.type)), (_IDENTITY, one.identity or ""),
            (_DESCRIPTION, one.description),
        ):  # fmt: skip
            item = QTableWidgetItem(text)
            if place in {_NAME, _TYPE}:
                item.setFlags(fixed)
            self.setItem(row, place, item)
        for place, on in ((_KEY, in_key), (_REQUIRED, one.required)):
            item = QTableWidgetItem()
            item.setFlags(fixed | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.setItem(row, place, item)

    def changed_table(self) -> Table:
        """The table as it is shown."""
        assert self._table is not None
        attributes = tuple(
            one.model_copy(update={
                "label": self._text(row, _LABEL), "required": self._on(row, _REQUIRED),
                "identity": self._text(row, _IDENTITY) or None, "description": self._text(row, _DESCRIPTION),
            })
            for row, one in enumerate(self._table.attributes)
        )  # fmt: skip
        key = tuple(one.name for row, one in enumerate(attributes) if self._on(row, _KEY))
        return self._table.model_copy(update={"attributes": attributes, "key": key})

    def save(self) -> None:
        """Keep what was changed."""
        self._desk.tasks.start(self._save(self.changed_table()))

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
