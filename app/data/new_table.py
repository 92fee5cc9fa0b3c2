"""A table made by hand: its name, its columns with their types, its key; its rows are loaded afterwards."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.data.schema_table import SchemaTable
from app.desk import Desk
from app.form_dialog import heading
from app.sections import Shell
from app.shell.stepping import ReadDialog
from app.words import told, tr
from engine.catalog.model import Attribute, Table
from engine.problems import EngineError
from engine.types import DataType

_NAME = re.compile(r"[^\W\d]\w*")


class NewTableDialog(ReadDialog):
    """What is wrong is said in the dialog, which stays until the table is kept."""

    def __init__(self, desk: Desk, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("New table"))
        self.resize(1120, 560)
        self._desk, self._shell = desk, shell
        self.name, self.label, self.description = QLineEdit(), QLineEdit(), QLineEdit()
        self.name.setPlaceholderText("loyalty_memberships")
        self.columns = SchemaTable(desk, shell)
        self.columns.show_table(
            Table(
                name="new", key=("id",), version="lastmodified",
                attributes=(
                    Attribute(name="id", type=DataType.parse("string"), required=True),
                    Attribute(name="lastmodified", type=DataType.parse("datetime"), required=True),
                ),
            ),
            is_new=True,
        )  # fmt: skip
        self.add, self.remove = QPushButton(tr("Add a column")), QPushButton(tr("Remove the column"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("error", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = buttons.addButton(tr("Make the table"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setProperty("primary", True)
        buttons.accepted.connect(self.take)
        buttons.rejected.connect(self.reject)
        self._arrange(buttons)
        self.add.clicked.connect(self.columns.add_column)
        self.remove.clicked.connect(self.columns.remove_column)
        self.name.textChanged.connect(self._check)
        self.columns.dirty.connect(self._check)
        self._check()

    def _arrange(self, buttons: QDialogButtonBox) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        for text, field in (
            (tr("Name, which is permanent"), self.name), (tr("Label"), self.label),
            (tr("Description"), self.description),
        ):  # fmt: skip
            field.setAccessibleName(text)
            form.addRow(text, field)
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addWidget(self.remove)
        line.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(heading(self.windowTitle()))
        box.addLayout(form)
        box.addWidget(self.columns, 1)
        box.addLayout(line)
        box.addWidget(self.told)
        box.addWidget(buttons)

    def _check(self) -> None:
        self.told.setText(self._wrong())
        self.keep.setEnabled(not self.told.text())

    def _wrong(self) -> str:
        name, table = self.name.text().strip(), self.columns.changed_table()
        if not _NAME.fullmatch(name):
            return tr("Give the table a name of letters, digits and underscores.")
        if name in self._desk.catalog.table_by_name:
            return tr("There is a table {name} already.", name=name)
        if not all(one.name for one in table.attributes):
            return tr("Every column needs a name.")
        if not table.key:
            return tr("Tick the columns of the key, which tell its records apart.")
        return ""

    def value(self) -> Table:
        """The table as the fields say."""
        changes = {
            "name": self.name.text().strip(), "label": self.label.text().strip(),
            "description": self.description.text().strip(),
        }  # fmt: skip
        return self.columns.changed_table().model_copy(update=changes)

    def take(self) -> None:
        """Keep the table, unless the catalogue refuses it."""
        if not self._wrong():
            self._desk.tasks.start(self._take(self.value()), of=self)

    async def _take(self, table: Table) -> None:
        try:
            await self._desk.worker.run(self._desk.workspace.schemas.add, table)
        except EngineError as error:
            self.told.setText(told(error.problem))
            return
        await self._desk.load()
        self._shell.say(tr("The table {table} is made; load a file into it.", table=table.title))
        self.accept()
