"""The rejected lines of a load: corrected cell by cell, and loaded again; those that are right leave the list."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.inspector.colours import tokens_of
from app.inspector.notices import Notice
from app.listing import LEFT
from app.sections import Shell
from app.words import number, present, reason_of, tr
from engine.ingest.repair import fields_of, reload_right
from engine.problems import EngineError
from engine.runner.housekeeping import DIAGNOSTICS_FOR
from engine.workspace import LoadRecord, RejectedLine

_MOST_SHOWN = 1_000
_WIDEST, _WIDEST_REASON = 320, 480


class RepairPage(QWidget):
    """A line of the table is a line of the file; what is wrong stands first, the cell that it is about is marked."""

    def __init__(self, desk: Desk, shell: Shell, load: str, key: str) -> None:
        super().__init__()
        self._desk, self._shell, self._load, self._key = desk, shell, load, key
        self._lines: list[RejectedLine] = []
        self._names: list[str] = []
        self.title = QLabel()
        self.title.setProperty("heading", True)
        self.told = QLabel()
        self.told.setProperty("quiet", True)
        self.told.setWordWrap(True)
        self.lines = QTableWidget()
        self.lines.setAccessibleName(tr("Rejected lines"))
        self.lines.setTabKeyNavigation(False)
        self.lines.verticalHeader().hide()
        self.lines.horizontalHeader().setDefaultAlignment(LEFT)
        self.lines.setWordWrap(False)
        self.lines.setEditTriggers(QTableWidget.EditTrigger.AllEditTriggers)
        self.notice = Notice()
        self.notice.hide()
        self.again = QPushButton()
        self.again.setProperty("primary", True)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(self.again)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addWidget(self.title)
        box.addWidget(self.lines, 1)
        box.addWidget(self.notice, 1)
        box.addLayout(foot)
        self.setFocusProxy(self.lines)
        self.again.clicked.connect(self.reload)
        self.lines.itemChanged.connect(self._edited)
        desk.tasks.start(self._read(), of=self)

    async def _read(self) -> None:
        datasets = self._desk.workspace.datasets
        records = await self._desk.worker.run(datasets.loads)
        record = next((one for one in records if one.id == self._load), None)
        if record is None:
            return
        found = await self._desk.worker.run(datasets.rejects, self._load)
        self._show(record, found)

    def _show(self, record: LoadRecord, lines: list[RejectedLine]) -> None:
        table = self._desk.catalog.table_by_name.get(record.table)
        self._lines = lines[:_MOST_SHOWN]
        self.title.setText(tr("Lines of {file} that were set aside", file=record.file))
        self.lines.setVisible(bool(lines))
        self.again.setVisible(bool(lines))
        self.notice.setVisible(not lines)
        if table is None or not lines:
            self.told.clear()
            self._say_nothing(record)
            return
        self.lines.blockSignals(True)
        self._names = [one.name for one in table.attributes]
        self.lines.setColumnCount(2 + len(self._names))
        self.lines.setHorizontalHeaderLabels(
            [tr("Line"), tr("What is wrong"), *(one.title for one in table.attributes)]
        )
        self.lines.setRowCount(len(self._lines))
        for row, line in enumerate(self._lines):
            self._show_line(row, line, fields_of(record, table, line))
        self.lines.resizeColumnsToContents()
        for place in range(self.lines.columnCount()):
            most = _WIDEST_REASON if place == 1 else _WIDEST
            self.lines.setColumnWidth(place, min(max(self.lines.columnWidth(place) + 12, 64), most))
        self.lines.blockSignals(False)
        self._tell()

    def _say_nothing(self, record: LoadRecord) -> None:
        if record.started is not None and present().now - record.started >= DIAGNOSTICS_FOR:
            self.notice.say("clock", tr("These lines are kept no longer"),
                            tr("What is not repaired within 30 days is forgotten. Import the file again."))  # fmt: skip
        else:
            self.notice.say("check-circle", tr("Every line of this file is loaded"), tr("There is nothing to repair."))

    def _show_line(self, row: int, line: RejectedLine, fields: list[str]) -> None:
        place = QTableWidgetItem(number(line.first_line))
        place.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        place.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        reason = QTableWidgetItem()
        reason.setFlags(place.flags())
        self.lines.setItem(row, 0, place)
        self.lines.setItem(row, 1, reason)
        for column, text in enumerate(fields, start=2):
            self.lines.setItem(row, column, QTableWidgetItem(text))
        self._mark(row, line)

    def _mark(self, row: int, line: RejectedLine) -> None:
        """Say what is wrong with a line, and mark the cells that it is about, and no others."""
        wrong = {str(error.get("column")): reason_of(error) for error in line.errors}
        colours = tokens_of(self).states["error"]
        tint, ink = QBrush(QColor(colours.tint)), QBrush(QColor(colours.ink))
        reason = self.lines.item(row, 1)
        if reason is not None:
            reason.setText("; ".join(wrong.values()))
            reason.setToolTip(reason.text())
        for column, name in enumerate(self._names, start=2):
            item = self.lines.item(row, column)
            if item is not None:
                item.setBackground(tint if name in wrong else QBrush())
                item.setForeground(ink if name in wrong else QBrush())
                item.setToolTip(wrong.get(name, ""))

    @property
    def edited(self) -> list[int]:
        """The rows that the user touched."""
        return [
            row
            for row in range(self.lines.rowCount())
            if (item := self.lines.item(row, 0)) is not None and item.data(Qt.ItemDataRole.UserRole)
        ]

    def _edited(self, item: QTableWidgetItem) -> None:
        first = self.lines.item(item.row(), 0)
        if first is not None and item is not first:
            self.lines.blockSignals(True)
            first.setData(Qt.ItemDataRole.UserRole, True)
            font = first.font()
            font.setBold(True)
            first.setFont(font)
            self.lines.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        rows = len(self.edited)
        self.told.setText(
            tr("{n} line(s) (is|are) set aside. Correct cells, then load the lines that you changed.",
               n=len(self._lines))
        )  # fmt: skip
        self.again.setText(tr("Load {n} corrected line(s)", n=rows) if rows else tr("Load the corrected lines"))
        self.again.setEnabled(rows > 0)

    def reload(self) -> None:
        """Load the corrected lines: those that are right leave the list, the others stay, with the reason."""
        rows = self.edited
        self._desk.tasks.start(self._reload(rows, [self._fields(row) for row in rows]), of=self)

    def _fields(self, row: int) -> list[str | None]:
        items = (self.lines.item(row, column) for column in range(2, self.lines.columnCount()))
        return [None if item is None or not item.text() else item.text() for item in items]

    async def _reload(self, rows: list[int], fields: list[list[str | None]]) -> None:
        self.again.setEnabled(False)
        # What is typed meanwhile would not be what is loaded; nor is a cell opened when lines before it leave.
        self.lines.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        try:
            corrected = {self._lines[row].id or 0: values for row, values in zip(rows, fields, strict=True)}
            wrong = await self._desk.worker.run(reload_right, self._desk.workspace, self._load, corrected)
        except EngineError as error:
            self._go_on()
            self._shell.tell(error.problem)
            return
        self._put(rows, wrong)
        self._go_on()
        await self._desk.load()
        if not self._lines:
            await self._read()

    def _go_on(self) -> None:
        self.lines.setEditTriggers(QTableWidget.EditTrigger.AllEditTriggers)
        self.lines.setFocus()
        self._tell()

    def _put(self, rows: list[int], wrong: Mapping[int, RejectedLine]) -> None:
        """Take away the lines that are loaded, and say what is wrong with the others now."""
        # A current cell that moves up with the lines before it could never be edited again.
        self.lines.setCurrentCell(-1, -1)
        self.lines.blockSignals(True)
        for row in reversed(rows):
            line = wrong.get(self._lines[row].id or 0)
            if line is not None:
                self._mark(row, line)
            else:
                self.lines.removeRow(row)
                del self._lines[row]
        self.lines.blockSignals(False)
        loaded = len(rows) - len(wrong)
        words = [tr("{n} corrected line(s) (is|are) loaded.", n=loaded)] if loaded or not wrong else []
        if wrong:
            words.append(tr("{n} line(s) (is|are) still wrong.", n=len(wrong)))
        self._shell.say(" ".join(words))
