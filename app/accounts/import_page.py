"""Files of other systems on their way into the account data: what each is, what fills what, what was loaded."""

import asyncio
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.accounts.ledger import Ledger
from app.inspector.notices import Notice, ProgressStrip
from app.words import number, reason_of, said, tr
from app.worker import finished
from engine.account_data.importing.applying import Report, remapped, start_mapping
from engine.account_data.importing.recognising import Mapping, Suggested, suggest_mappings
from engine.accounts.model import CATALOG
from engine.problems import Cancelled, EngineError
from engine.texts import sentences

_ORDER = ("account", "person", "account_person", "opportunity", "opportunity_person")


class AccountImportPage(QWidget):
    """A card per file and table; those that are ticked are loaded, in the order in which they need one another."""

    def __init__(self, ledger: Ledger, paths: tuple[Path, ...], key: str) -> None:
        super().__init__()
        self._ledger, self._paths, self._key = ledger, paths, key
        self._under_way: asyncio.Task[None] | None = None
        self.cards: list[MappingCard] = []
        title = QLabel(tr("Import accounts, people and what belongs to them"))
        title.setProperty("heading", True)
        self.notice, self.progress = Notice(), ProgressStrip()
        self.notice.hide()
        self.load, self.done = QPushButton(tr("Load")), QPushButton(tr("Show the accounts"))
        self.load.setProperty("primary", True)
        self.load.setEnabled(False)
        self.done.hide()
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setSpacing(14)
        self._list.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(holder)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done)
        foot.addWidget(self.load)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addWidget(title)
        box.addWidget(self.notice, 1)
        box.addWidget(self._area, 1)
        box.addWidget(self.progress)
        box.addLayout(foot)
        self.load.clicked.connect(self.start)
        self.done.clicked.connect(self._finish)
        self.progress.cancel.clicked.connect(self._cancel)
        self._under_way = ledger.desk.tasks.start(self._look(), of=self)

    async def _look(self) -> None:
        found: list[tuple[Suggested, Mapping]] = []
        unknown: list[str] = []
        self.progress.begin(tr("Reading…"))
        try:
            for path in self._paths:
                suggested = await self._ledger.desk.worker.run(suggest_mappings, self._ledger.desk.workspace, path)
                found += [(suggested, mapping) for mapping in suggested.mappings]
                unknown += [] if suggested.mappings else [path.name]
        except EngineError as error:
            self.notice.say_problem(error.problem)
        finally:
            self.progress.end()
        for suggested, mapping in sorted(found, key=lambda one: _place(one[1])):
            card = MappingCard(suggested, mapping)
            card.ticked.toggled.connect(self._check)
            self.cards.append(card)
            self._list.insertWidget(self._list.count() - 1, card)
        if unknown:
            what = tr("The columns of {files} fit no table of the account data.", files=", ".join(unknown))
            fix = tr("Name its columns as those of a table, or import it as a table of its own in Data.")
            self.notice.say("file-x", what, fix)
        self.notice.setVisible(bool(unknown) or not found)
        self._area.setVisible(bool(found))
        self._check()

    def _check(self) -> None:
        chosen = sum(card.ticked.isChecked() for card in self.cards)
        self.load.setEnabled(chosen > 0)
        self.load.setText(tr("Load {n} table(s)", n=chosen) if chosen else tr("Load"))

    def start(self) -> None:
        """Load what is ticked."""
        self._under_way = self._ledger.desk.tasks.start(self._load(), of=self)

    async def _load(self) -> None:
        self.load.setEnabled(False)
        try:
            for card in self.cards:
                if card.ticked.isChecked():
                    await self._load_one(card)
        except Cancelled:
            self._ledger.shell.say(tr("The import was stopped; what had been loaded before stays."))
        finally:
            self.progress.end()
            await self._ledger.desk.load()
            self._ledger.desk.accounts_changed.emit()
        self.done.setVisible(any(card.report is not None for card in self.cards))
        self._check()

    async def _load_one(self, card: "MappingCard") -> None:
        read = [0]

        def tell(lines: int) -> None:
            read[0] = lines

        def words() -> float | None:
            if read[0]:
                self.progress.tell(tr("Loading {name}: {n} line(s)…", name=card.file, n=read[0]))
            return None

        try:
            job = start_mapping(
                self._ledger.desk.workspace, card.suggested.path, card.suggested.layout, card.mapping, tell
            )  # fmt: skip
            self.progress.begin(tr("Loading {name}…", name=card.file), words)
            card.show_report(await finished(job))
        except EngineError as error:
            card.say(said(sentences(error.problem.what, error.problem.fix)), wrong=True)

    def _cancel(self) -> None:
        if self._under_way is not None:
            self._under_way.cancel()
        self.progress.end()

    def _finish(self) -> None:
        self._ledger.shell.show_section("accounts")
        self._ledger.shell.close_page(self._key)


class MappingCard(QWidget):
    """One file into one table: the evidence, and the column of the file that fills each of ours."""

    def __init__(self, suggested: Suggested, mapping: Mapping) -> None:
        super().__init__()
        self.suggested, self.mapping, self.file = suggested, mapping, suggested.path.name
        self.report: Report | None = None
        self.ticked = QCheckBox(
            tr("{file}: {title} of {system}", file=self.file, title=mapping.title, system=mapping.system)
        )
        self.ticked.setProperty("fieldTitle", True)
        self.ticked.setChecked(True)
        evidence = QLabel(" · ".join(said(one) for one in mapping.evidence))
        evidence.setProperty("quiet", True)
        evidence.setWordWrap(True)
        self.columns = QTableWidget()
        self.columns.setTabKeyNavigation(False)
        self.columns.setAccessibleName(tr("Columns of {name}", name=mapping.title))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 12, 0)
        box.setSpacing(6)
        for widget in (self.ticked, evidence, self.told, self.columns):
            box.addWidget(widget)
        self._fill()

    def _fill(self) -> None:
        table = CATALOG.table_by_name[self.mapping.table]
        sources = {one.name: (one.source, one.constant) for one in self.mapping.columns}
        shown = [one for one in table.attributes if one.name in sources]
        self.columns.setColumnCount(2)
        self.columns.setHorizontalHeaderLabels([tr("Fills"), tr("Column of the file")])
        self.columns.setRowCount(len(shown))
        self.columns.verticalHeader().hide()
        self.columns.setShowGrid(False)
        self.columns.setColumnWidth(0, 260)
        self.columns.horizontalHeader().setStretchLastSection(True)
        for line, one in enumerate(shown):
            item = QTableWidgetItem(one.title)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.columns.setItem(line, 0, item)
            source, constant = sources[one.name]
            if constant is not None:
                always = QTableWidgetItem(tr("always “{value}”", value=constant))
                always.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.columns.setItem(line, 1, always)
                continue
            chooser = QComboBox()
            chooser.setAccessibleName(tr("Column that fills {name}", name=one.title))
            chooser.addItem(tr("(nothing)"), "")
            for header in self.suggested.headers:
                chooser.addItem(header, header)
            chooser.setCurrentIndex(max(0, chooser.findData(source)))
            chooser.currentIndexChanged.connect(partial(self._map, one.name, chooser))
            self.columns.setCellWidget(line, 1, chooser)
        height = self.columns.horizontalHeader().sizeHint().height() + 30 * min(len(shown), 7) + 6
        self.columns.setFixedHeight(height)

    def _map(self, name: str, chooser: QComboBox) -> None:
        self.mapping = remapped(self.mapping, self.suggested.headers, {name: str(chooser.currentData() or "")})

    def show_report(self, report: Report) -> None:
        """Say what was loaded, and what was not and why."""
        self.report = report
        inserted, updated, rejected = (
            number(report.counts.get(name, 0)) for name in ("inserted", "updated", "rejected")
        )
        lines = [
            tr("{n} row(s) read: {inserted} new, {updated} updated, {rejected} rejected.",
               n=report.counts.get("rows", 0), inserted=inserted, updated=updated, rejected=rejected)
        ]  # fmt: skip
        lines += [
            tr("Line {line}: {reason}", line=number(one.first_line), reason=reason_of(one.errors[0]))
            for one in report.rejects[:5]
            if one.errors
        ]
        self.say("\n".join([*lines, *map(said, report.remarks)]), wrong=False)
        self.ticked.setChecked(False)

    def say(self, text: str, *, wrong: bool) -> None:
        """Say something about this file."""
        self.told.setText(text)
        self.told.setProperty("error", wrong)
        self.told.style().polish(self.told)
        self.told.show()


def _place(mapping: Mapping) -> int:
    return _ORDER.index(mapping.table) if mapping.table in _ORDER else len(_ORDER)
