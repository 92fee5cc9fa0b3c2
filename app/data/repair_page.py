"""The rejected lines of a load: corrected cell by cell, and loaded again; those that are right leave the list."""

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
from engine.catalog.model import Table
from engine.ingest.load import TooManyRejectsError
from engine.ingest.repair import fields_of, reload_rejects
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
        self._shown: Table | None = None
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
        self._lines, self._shown = lines[:_MOST_SHOWN], table
        self.title.setText(tr("Lines of {file} that were set aside", file=record.file))
        self.lines.setVisible(bool(lines))
        self.again.setVisible(bool(lines))
        self.notice.setVisible(not lines)
        if table is None or not lines:
            self.told.clear()
            self._say_nothing(record)
            return
        self.lines.blockSignals(True)
        names = [one.name for one in table.attributes]
        self.lines.setColumnCount(2 + len(names))
        self.lines.setHorizontalHeaderLabels(
            [tr("Line"), tr("What is wrong"), *(one.title for one in table.attributes)]
        )
        self.lines.setRowCount(len(self._lines))
        for row, line in enumerate(self._lines):
            self._show_line(row, line, fields_of(record, table, line), names)
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

    def _show_line(self, row: int, line: RejectedLine, fields: list[str], names: list[str]) -> None:
        wrong = {str(error.get("column")): reason_of(error) for error in line.errors}
        place = QTableWidgetItem(number(line.first_line))
        place.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        place.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        reason = QTableWidgetItem("; ".join(wrong.values()))
        reason.setFlags(place.flags())
        reason.setToolTip(reason.text())
        self.lines.setItem(row, 0, place)
        self.lines.setItem(row, 1, reason)
        colours = tokens_of(self).states["error"]
        for column, (name, text) in enumerate(zip(names, fields, strict=True), start=2):
            item = QTableWidgetItem(text)
            if name in wrong:
                item.setBackground(QBrush(QColor(colours.tint)))
                item.setForeground(QBrush(QColor(colours.ink)))
                item.setToolTip(wrong[name])
            self.lines.setItem(row, column, item)

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
        self.again.setText(tr("Load {n} corrected line(s)", n=rows))
        self.again.setEnabled(rows > 0)

    def reload(self) -> None:
        """Load the corrected lines; those that are still wrong stay, with the reason."""
        corrected = {
            self._lines[row].id or 0: [self._text(row, column) for column in range(2, self.lines.columnCount())]
            for row in self.edited
        }
        self.again.setEnabled(False)
        self._desk.tasks.start(self._reload(corrected), of=self)

    def _text(self, row: int, column: int) -> str | None:
        item = self.lines.item(row, column)
        return None if item is None or not item.text() else item.text()

    async def _reload(self, corrected: dict[int, list[str | None]]) -> None:
        try:
            await self._desk.worker.run(reload_rejects, self._desk.workspace, self._load, corrected)
        except TooManyRejectsError as error:
            self._still_wrong(error)
            return
        except EngineError as error:
            self._shell.tell(error.problem)
            self.again.setEnabled(True)
            return
        self._shell.say(tr("{n} corrected line(s) (is|are) loaded.", n=len(corrected)))
        await self._desk.load()
        await self._read()

    def _still_wrong(self, error: TooManyRejectsError) -> None:
        """Show the new reasons beside the lines that were tried; line 2 of what was sent is the first of them."""
        rows = self.edited
        self.lines.blockSignals(True)
        for line in error.rejects:
            reason = self.lines.item(rows[line.first_line - 2], 1) if line.first_line - 2 < len(rows) else None
            if reason is not None:
                reason.setText("; ".join(reason_of(one) for one in line.errors))
        self.lines.blockSignals(False)
        self._shell.tell(error.problem)
        self.again.setEnabled(True)
