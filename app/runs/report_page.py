"""The report of one document: what its messages and activities came to, in the last 24 hours or in all time."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.desk import Desk
from app.documents.table import shown
from app.inspector.notices import Notice
from app.life.words import run_word
from app.reach import exclusion_words
from app.runs.table import Row, TextTable
from app.sections import Shell
from app.words import number, said, tr
from engine.registry import all_activities
from engine.runner.exporting import write_new
from engine.runner.reports import ActivityLine, Report, RunLine, as_csv, last_day, report_on


def open_report(document: str, name: str, desk: Desk, shell: Shell, *, whole: bool) -> None:
    """Show the report in its tab: of all time, or of the last 24 hours."""
    title = tr("Report on {name}", name=name)
    page = shell.open_page(f"report:{document}", title, "ph.chart-bar", lambda: ReportPage(document, name, desk))
    if isinstance(page, ReportPage):
        page.show_period(whole=whole)


class ReportPage(QWidget):
    """Sums above, then messages, activities and runs."""

    def __init__(self, document: str, name: str, desk: Desk) -> None:
        super().__init__()
        self._document, self._desk = document, desk
        self._asked = 0
        self.whole = True
        self.report: Report | None = None
        heading = QLabel(tr("Report on {name}", name=name))
        heading.setProperty("heading", True)
        self.day, self.all = _switch(tr("Last 24 hours")), _switch(tr("All time"))
        self.day.clicked.connect(partial(self._choose, False))
        self.all.clicked.connect(partial(self._choose, True))
        self.export = QPushButton(tr("Export as CSV…"))
        self.export.clicked.connect(self._ask_where)
        self.sums = [_Sum(words) for words in (tr("Runs"), tr("Addressed"), tr("Reachable"), tr("Excluded"))]
        self.messages = TextTable(
            (tr("Message"), tr("Channel"), tr("Runs"), tr("Addressed"), tr("Reachable"), tr("Excluded, and why")),
            (200, 90, 88, 108, 100, 420), tr("Messages"), numbers=(2, 3, 4),
        )  # fmt: skip
        self.activities = TextTable(
            (tr("Activity"), tr("Kind"), tr("Runs"), tr("Came in"), tr("Went on"), tr("Stayed behind, and why")),
            (190, 170, 88, 90, 90, 360), tr("Activities"), numbers=(2, 3, 4),
        )  # fmt: skip
        self.runs = TextTable(
            (tr("Began"), tr("How it stands"), tr("Seconds"), tr("Addressed"), tr("Reachable")),
            (150, 120, 90, 108, 100), tr("Runs"), numbers=(2, 3, 4),
        )  # fmt: skip
        self.empty = Notice()
        self.empty.hide()
        self._arrange(heading)
        desk.life.changed.connect(self.refresh)
        self.setFocusProxy(self.messages)

    def _arrange(self, heading: QLabel) -> None:
        head, sums = QHBoxLayout(), QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        for button in (self.day, self.all, self.export):
            head.addWidget(button)
        sums.setSpacing(12)
        for one in self.sums:
            sums.addWidget(one, 1)
        note = QLabel(
            tr("What the runs counted. Jalon sends nothing itself: reachable are those whom a message would reach.")
        )
        note.setProperty("quiet", True)
        note.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(note)
        box.addLayout(sums)
        self.titles: list[QLabel] = []
        self._tables = QWidget()
        parts = QVBoxLayout(self._tables)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(12)
        for words, table in (
            (tr("Messages"), self.messages), (tr("Activities"), self.activities), (tr("Runs"), self.runs)
        ):  # fmt: skip
            title = QLabel(words)
            title.setProperty("fieldTitle", True)
            self.titles.append(title)
            parts.addWidget(title)
            parts.addWidget(table, 1)
        box.addWidget(self._tables, 1)
        box.addWidget(self.empty, 1)
        self._parts = parts

    def _choose(self, whole: bool, _checked: bool = False) -> None:
        self.show_period(whole=whole)

    def show_period(self, *, whole: bool) -> None:
        """Show all that is kept, or the last 24 hours."""
        self.whole = whole
        self.day.setChecked(not whole)
        self.all.setChecked(whole)
        self.refresh()

    def refresh(self) -> None:
        """Read the runs anew."""
        self._asked += 1
        self._desk.tasks.start(self._refresh(self._asked), of=self)

    async def _refresh(self, asked: int) -> None:
        desk = self._desk
        since = None if self.whole else last_day(desk.life.present.now())
        report = await desk.reader.run(report_on, desk.workspace, self._document, since=since)
        if asked == self._asked:
            self._show(report)

    def _show(self, report: Report) -> None:
        self.report = report
        excluded = sum(sum(one.excluded.values()) for one in report.messages)
        for part, value in zip(self.sums, (len(report.runs), report.targeted, report.reachable, excluded), strict=True):
            part.value.setText(number(value))
        self.messages.rows.show([_row(one) for one in report.messages])
        self.activities.rows.show([_row(one) for one in report.activities if not one.sends])
        self.runs.rows.show([_run_row(one) for one in report.runs])
        # Each table gets room by its rows, up to eight: none is cut while another one is empty.
        for table in (self.messages, self.activities, self.runs):
            self._parts.setStretchFactor(table, min(max(table.rows.rowCount(), 1), 8) + 1)
        words = tr("It has not run yet") if self.whole else tr("It did not run in the last 24 hours")
        self.empty.say("clock-counter-clockwise", words, tr("A campaign runs when it is tested, published or due."))
        self.empty.setVisible(not report.runs)
        self._tables.setVisible(bool(report.runs))
        self.export.setEnabled(bool(report.runs))

    def _ask_where(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Export as CSV…"), f"{self._document}.csv", "CSV (*.csv)")
        if path:
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write the report to a file."""
        if self.report is not None:
            text = as_csv(self.report)
            write = partial(write_new, path, lambda part: part.write_text(text, encoding="utf-8"))
            self._desk.tasks.start(self._desk.worker.run(write))


class _Sum(QFrame):
    """A number with its words below."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.value, told = QLabel("–"), QLabel(words)
        self.value.setProperty("heading", True)
        told.setProperty("quiet", True)
        self.value.setAccessibleName(words)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 10, 16, 10)
        box.setSpacing(2)
        box.addWidget(self.value)
        box.addWidget(told)


def _switch(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setCheckable(True)
    button.setProperty("switch", True)
    return button


def _row(line: ActivityLine) -> Row:
    known = all_activities()
    kind = known.get(line.type)
    reasons = {} if kind is None else {one.code: said(one.label) for one in kind.reasons}
    title = line.type if kind is None else said(kind.title)
    told = ((reasons.get(code) or exclusion_words(code), count) for code, count in line.excluded.items())
    why = " · ".join(f"{words} {number(count)}" for words, count in told)
    last = line.reachable if line.sends else line.left
    cells = (line.label if line.label != line.node else title, title, number(line.runs), number(line.entered),
             number(last), why)  # fmt: skip
    return Row(
        cells, (cells[0].casefold(), title, line.runs, line.entered, last, sum(line.excluded.values())), line.node
    )


def _run_row(line: RunLine) -> Row:
    seconds = "–" if line.seconds is None else number(round(line.seconds, 1))
    cells = (shown(line.run.started), run_word(line.run.status), seconds, number(line.targeted), number(line.reachable))
    keys: Sequence[object] = (line.run.started, cells[1], line.seconds or 0.0, line.targeted, line.reachable)
    return Row(cells, tuple(keys), line.run.id)
