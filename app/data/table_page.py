"""One table: its columns, its rows, the loads that filled it, its links and targeting dimensions."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from app.data.links_list import LinksList
from app.data.loads_list import LoadsList
from app.data.schema_table import SchemaTable
from app.desk import Desk
from app.inspector.rows import RowsPanel
from app.inspector.service import EngineService
from app.sections import Shell
from app.words import number, present, tr
from engine.problems import EngineError
from engine.runner.records import records_of

_ROWS = 1


class TablePage(QWidget):
    """The tabs of the table that is selected in the list."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk = desk
        self._name = ""
        self._shown_rows = ""
        self.title, self.told = QLabel(), QLabel()
        self.title.setProperty("heading", True)
        self.told.setProperty("quiet", True)
        self.told.setWordWrap(True)
        self.schema, self.loads, self.links = SchemaTable(desk, shell), LoadsList(desk, shell), LinksList(desk, shell)
        self.rows = RowsPanel(EngineService(desk.workspace), desk.tasks)
        self.rows.failed.connect(shell.tell)
        self.save = QPushButton(tr("Save the columns"))
        self.save.setProperty("primary", True)
        self.save.clicked.connect(self.schema.save)
        columns = QWidget()
        box = QVBoxLayout(columns)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self.schema, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save)
        box.addLayout(foot)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(columns, tr("Columns"))
        self.tabs.addTab(self.rows, tr("Rows"))
        self.tabs.addTab(self.loads, tr("Loads"))
        self.tabs.addTab(self.links, tr("Links and dimensions"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 14, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.title)
        whole.addWidget(self.told)
        whole.addWidget(self.tabs, 1)
        self.schema.dirty.connect(self.save.setEnabled)
        self.save.setEnabled(False)
        self.tabs.currentChanged.connect(self._show_rows)

    def show_table(self, name: str) -> None:
        """Show a table of the workspace; its rows are read when they are looked at."""
        table = self._desk.catalog.table_by_name.get(name)
        if table is None:
            return
        self._name, self._shown_rows = name, ""
        self.title.setText(table.title)
        self.told.setText(table.description)
        self.told.setVisible(bool(table.description))
        self.schema.show_table(table)
        self.links.show_table(table)
        # Nobody may take back a load of the table before, while those of this one are read.
        self.loads.show_loads([])
        self._desk.tasks.start(self._read(name), of=self)
        self._show_rows()

    async def _read(self, name: str) -> None:
        records = await self._desk.reader.run(self._desk.workspace.datasets.loads, name)
        stored = await self._desk.reader.run(self._desk.workspace.datasets.current, name)
        if name == self._name:
            self.loads.show_loads(records)
            rows = 0 if stored is None else stored.rows
            self.tabs.setTabText(_ROWS, tr("Rows ({rows})", rows=number(rows)))

    def _show_rows(self) -> None:
        if self.tabs.currentIndex() == _ROWS and self._name and self._shown_rows != self._name:
            self._shown_rows = self._name
            self._desk.tasks.start(self._open_rows(self._name), of=self)

    async def _open_rows(self, name: str) -> None:
        try:
            found = await self._desk.reader.run(records_of, self._desk.workspace, name, present())
        except EngineError as error:
            self.rows.grid.show_problem(error.problem)
            return
        if name == self._name:
            self.rows.open_population(found)
