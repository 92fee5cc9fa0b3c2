"""The ledger of loads: what became of every line of every file, and the ways to repair and to take back."""

from datetime import UTC

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.data.opening import open_repair
from app.desk import Desk
from app.listing import RIGHT, EmptyWords
from app.sections import Shell
from app.words import moment, number, said, tr
from engine.ingest.taking_back import take_back
from engine.workspace import LoadRecord

_HASH = 9


class LoadsList(QWidget):
    """Newest first. A load that failed says why in its line's tooltip."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self._records: list[LoadRecord] = []
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Loads"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels(
            [
                tr("File"),
                tr("Status"),
                tr("Lines"),
                tr("Rows loaded"),
                tr("Set aside"),
                tr("Blank lines"),
                tr("When"),
                tr("Seconds"),
                tr("By"),
                tr("SHA-256"),
                tr("Remark"),
            ]
        )
        for place in (*range(2, 6), 7):
            self.list.headerItem().setTextAlignment(place, RIGHT)
        for place, width in enumerate((120, 76, 66, 126, 110, 104, 132, 84, 66, 100)):
            self.list.setColumnWidth(place, width)
        EmptyWords(self.list, tr("No file was loaded into this table yet."))
        self.repair, self.undo = QPushButton(tr("Repair…")), QPushButton(tr("Take this load back"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.repair)
        row.addWidget(self.undo)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self.list, 1)
        box.addLayout(row)
        self.list.currentItemChanged.connect(self._offer)
        self.list.itemActivated.connect(self._repair)
        self.repair.clicked.connect(self._repair)
        self.undo.clicked.connect(self._undo)
        self._offer()

    def show_loads(self, records: list[LoadRecord]) -> None:
        """Show the loads of one table, newest first."""
        self._records = records
        self.list.clear()
        words = {"active": tr("Loaded"), "inactive": tr("Taken back"), "failed": tr("Failed")}
        for one in records:
            counts = [one.counts.get(name) for name in ("lines", "loaded", "rejected", "blank_lines")]
            shown = ["" if count is None else number(count) for count in counts]
            when = "" if one.started is None else moment(one.started.replace(tzinfo=UTC).astimezone())
            took = "" if one.seconds is None else number(round(one.seconds, 2))
            item = QTreeWidgetItem(
                [one.file, words.get(one.status, one.status), *shown, when, took, one.made_by, one.sha256[:12],
                 said(one.problem)]
            )  # fmt: skip
            item.setToolTip(_HASH, one.sha256)
            item.setToolTip(_HASH + 1, said(one.problem))
            for place in (*range(2, 6), 7):
                item.setTextAlignment(place, RIGHT)
            self.list.addTopLevelItem(item)
        if records:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._offer()

    @property
    def current(self) -> LoadRecord | None:
        """The load that is selected."""
        place = self.list.currentIndex().row()
        return self._records[place] if 0 <= place < len(self._records) else None

    def _offer(self) -> None:
        one = self.current
        self.repair.setEnabled(one is not None and one.counts.get("rejected", 0) > 0)
        self.undo.setEnabled(one is not None and one.status == "active")

    def _repair(self) -> None:
        one = self.current
        if one is not None and one.counts.get("rejected", 0):
            open_repair(self._shell, one.id, one.file)

    def _undo(self) -> None:
        one = self.current
        if one is not None:
            self._desk.tasks.start(self._take_back(one), of=self)

    async def _take_back(self, one: LoadRecord) -> None:
        await self._desk.worker.run(take_back, self._desk.workspace, one.id)
        await self._desk.load()
        self._shell.say(tr("The load of {file} was taken back.", file=one.file))
