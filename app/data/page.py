"""The tables of the workspace in a list, and the one that is selected beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.data.new_table import NewTableDialog
from app.data.opening import open_diagram, open_import, open_recurring, open_suggestions
from app.data.table_page import TablePage
from app.desk import Desk
from app.inspector.notices import Notice
from app.sections import Shell
from app.words import tr


class DataPage(QWidget):
    """Left: the tables. Right: one of them. Files dropped here are imported."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self.setAcceptDrops(True)
        title = QLabel(tr("Data"))
        title.setProperty("heading", True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search for a table"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Tables"))
        self.import_, self.diagram, self.links, self.recurring = (
            QPushButton(tr("Import a file…")), QPushButton(tr("Diagram")), QPushButton(tr("Suggested links")),
            QPushButton(tr("Recurring loads")),
        )  # fmt: skip
        self.new = QPushButton(tr("New table…"))
        self.import_.setProperty("primary", True)
        self.table = TablePage(desk, shell)
        self.notice = Notice()
        self.notice.action.setText(tr("Import a file…"))
        self.notice.action.setProperty("primary", True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.notice)
        self._stack.addWidget(self.table)
        self._arrange(title)
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._show)
        self.import_.clicked.connect(self._choose)
        self.notice.action.clicked.connect(self._choose)
        self.diagram.clicked.connect(lambda: open_diagram(shell))
        self.links.clicked.connect(lambda: open_suggestions(shell))
        self.new.clicked.connect(self._new)
        self.recurring.clicked.connect(lambda: open_recurring(shell))
        desk.catalog_changed.connect(self._fill)
        self.setFocusProxy(self.search)
        self._fill()

    def _arrange(self, title: QLabel) -> None:
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        for button in (self.recurring, self.links, self.diagram, self.new, self.import_):
            head.addWidget(button)
        self._left = QWidget()
        side = QVBoxLayout(self._left)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.search)
        side.addWidget(self.list, 1)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._left)
        parts.addWidget(self._stack)
        parts.setStretchFactor(1, 1)
        parts.setSizes([240, 900])
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(parts, 1)

    def _fill(self) -> None:
        wanted, before = self.search.text().casefold(), self._current()
        self.list.blockSignals(True)
        self.list.clear()
        tables = self._desk.catalog.tables
        # What works on tables makes no sense while there is none.
        for widget in (self._left, self.diagram, self.links):
            widget.setVisible(bool(tables))
        for table in sorted(tables, key=lambda one: one.title.casefold()):
            if wanted in table.title.casefold() or wanted in table.name.casefold():
                item = QListWidgetItem(table.title)
                item.setToolTip(tr("{n} column(s)", n=len(table.attributes)))
                item.setData(Qt.ItemDataRole.UserRole, table.name)
                self.list.addItem(item)
                if table.name == before:
                    self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self._show()

    def _current(self) -> str:
        index = self.list.currentIndex()
        return str(index.data(Qt.ItemDataRole.UserRole)) if index.isValid() else ""

    def _show(self) -> None:
        name = self._current()
        self._stack.setCurrentWidget(self.table if name else self.notice)
        if name:
            self.table.show_table(name)
        elif self._desk.catalog.tables:
            self.notice.say("magnifying-glass", tr("No table is called so"))
        else:
            self.notice.say("database", tr("There is no table yet"), tr("Import a file, or drop one here."))
        self.notice.action.setVisible(not self._desk.catalog.tables)
        # The empty page offers it already, in its middle.
        self.import_.setVisible(bool(self._desk.catalog.tables))

    def select(self, name: str) -> None:
        """Show a table by its name."""
        for place in range(self.list.count()):
            if self.list.item(place).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(place)

    def _new(self) -> None:
        dialog = NewTableDialog(self._desk, self._shell, self)
        dialog.accepted.connect(lambda: self._made(dialog.value().name))
        dialog.open()

    def _made(self, name: str) -> None:
        self._fill()
        self.select(name)

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("A file to import"))
        if path:
            open_import(self._shell, path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                open_import(self._shell, url.toLocalFile())
