"""The history of runs: on the left what ran, on the right what happened, step by step."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.documents.table import shown
from app.life.words import level_word, mode_word, run_word, state_word
from app.runs.audit_page import open_audit
from app.runs.table import Row, TextTable
from app.sections import Shell
from app.words import moment, number, said, tr
from canvas import Tokens
from engine.document.files import from_text
from engine.problems import EngineError
from engine.runner.life import purge_history
from engine.workspace.runs import LogLine, RunSummary, TaskEntry

_LEVELS = ("", "error", "warning", "info", "action", "step", "sql")


class RunsPage(QWidget):
    """All runs of the workspace, or those of one document."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self._runs: list[RunSummary] = []
        self._run = ""
        self._labels: dict[str, str] = {}
        heading = QLabel(tr("Runs"))
        heading.setProperty("heading", True)
        self.document = QComboBox()
        self.document.setAccessibleName(tr("Document"))
        self.document.setMinimumWidth(240)
        self.audit = QPushButton(tr("Who did what…"))
        self.audit.clicked.connect(lambda: open_audit(desk, shell))
        self.purge = QPushButton(tr("Purge the history…"))
        self.purge.clicked.connect(self._ask_purge)
        self.list = TextTable(
            (tr("Document"), tr("Kind"), tr("How it stands"), tr("Began"), tr("Ended"), tr("As of")),
            (140, 100, 84, 132, 132, 132),
            tr("Runs"),
            empty=tr("Nothing has run yet. A campaign runs when it is tested, published or due."),
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search the log and the tasks"))
        self.search.setClearButtonEnabled(True)
        self.level = QComboBox()
        self.level.setAccessibleName(tr("Level"))
        for level in _LEVELS:
            self.level.addItem(level_word(level) if level else tr("Everything"), level)
        self.log = TextTable(
            (tr("Time"), tr("Level"), tr("Activity"), tr("What happened")),
            (150, 64, 130, 500),
            tr("Log"),
            empty=tr("A log has a line for each step of a run."),
        )
        self.tasks = TextTable(
            (tr("Activity"), tr("State"), tr("Began"), tr("Ended"), tr("Came in"), tr("Went on")),
            (140, 96, 132, 132, 78, 78),
            tr("Tasks"),
            numbers=(4, 5),
            empty=tr("Each activity that ran has a task here."),
        )
        self.variables = QPlainTextEdit()
        self.variables.setReadOnly(True)
        self.variables.setProperty("field", True)
        self.variables.setAccessibleName(tr("Variables of the task"))
        self.variables.setPlaceholderText(tr("Select a task to see the variables that it worked with."))
        self.variables.setFixedHeight(96)
        self.tabs = QTabWidget()
        self._arrange(heading)
        self.document.activated.connect(self._narrow)
        self.list.selectionModel().currentRowChanged.connect(self._chosen)
        self.tasks.selectionModel().currentRowChanged.connect(self._show_variables)
        self.search.textChanged.connect(self._filter)
        self.level.activated.connect(self._filter)
        desk.life.changed.connect(self.refresh)
        shell.looks.changed.connect(self._set_tokens)
        self.refresh()

    def _arrange(self, heading: QLabel) -> None:
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addSpacing(12)
        head.addWidget(self.document)
        head.addStretch(1)
        head.addWidget(self.audit)
        head.addWidget(self.purge)
        tasks = QWidget()
        inner = QVBoxLayout(tasks)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.tasks, 1)
        inner.addWidget(self.variables)
        self.tabs.addTab(self.log, tr("Log"))
        self.tabs.addTab(tasks, tr("Tasks"))
        find = QHBoxLayout()
        find.addWidget(self.search, 1)
        find.addWidget(self.level)
        right = QWidget()
        box = QVBoxLayout(right)
        box.setContentsMargins(14, 0, 0, 0)
        box.addLayout(find)
        box.addWidget(self.tabs, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setSizes([500, 760])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 18)
        outer.setSpacing(12)
        outer.addLayout(head)
        outer.addWidget(split, 1)
        self.setFocusProxy(self.list)

    # What ran

    def refresh(self) -> None:
        """Read the runs anew."""
        self._desk.tasks.start(self._refresh(), of=self)

    async def _refresh(self) -> None:
        self._runs = await self._desk.reader.run(self._desk.workspace.runs.summaries)
        self._fill_documents()
        self._narrow()

    def show_document(self, document: str) -> None:
        """Show the runs of one document."""
        if self.document.findData(document) < 0:
            self.document.addItem(self._name(document), document)
        self.document.setCurrentIndex(self.document.findData(document))
        self._narrow()

    def _name(self, document: str) -> str:
        line = self._desk.life.line(document)
        return line.name if line is not None else document

    def _fill_documents(self) -> None:
        chosen = str(self.document.currentData() or "")
        names = {run.document: self._name(run.document) for run in self._runs}
        if chosen:
            names.setdefault(chosen, self._name(chosen))
        self.document.clear()
        self.document.addItem(tr("All documents"), "")
        for name, words in sorted(names.items(), key=lambda one: one[1].casefold()):
            self.document.addItem(words, name)
        self.document.setCurrentIndex(max(0, self.document.findData(chosen)))

    def _narrow(self) -> None:
        wanted, run = str(self.document.currentData() or ""), self._run
        self.purge.setEnabled(bool(wanted))
        rows = [self._row(one) for one in self._runs if wanted in {"", one.document}]
        self.list.rows.show(rows)
        place = next((number for number, one in enumerate(rows) if one.id == run), 0 if rows else -1)
        if place >= 0:
            self.list.setCurrentIndex(self.list.shown.mapFromSource(self.list.rows.index(place, 0)))
        else:
            self._run = ""
            self._show((), ())

    def _row(self, run: RunSummary) -> Row:
        cells = (self._name(run.document), mode_word(run.mode), run_word(run.status), shown(run.started),
                 shown(run.ended), moment(datetime.fromisoformat(run.as_of)))  # fmt: skip
        keys = (cells[0].casefold(), run.mode, run.status, run.started, run.ended or run.started, run.as_of)
        colour = self._shell.looks.tokens.states["error"].ink
        return Row(cells, keys, run.id, run.mode, colour if run.status in {"failed", "aborted", "interrupted"} else "")

    # What happened

    def _chosen(self) -> None:
        row = self.list.current
        if row is not None:
            self._run = row.id
            self._desk.tasks.start(self._read(row.id), of=self)

    async def _read(self, run: str) -> None:
        store = self._desk.workspace.runs

        def read() -> tuple[list[LogLine], list[TaskEntry], dict[str, str]]:
            try:
                document = from_text(store.get(run).content)
            except EngineError:
                return store.log_of(run), store.tasks(run), {}
            return store.log_of(run), store.tasks(run), {one.id: one.label or one.id for one in document.nodes}

        lines, tasks, labels = await self._desk.reader.run(read)
        if run == self._run:
            self._labels = labels
            self._show(lines, tasks)

    def _show(self, lines: "list[LogLine] | tuple[()]", tasks: "list[TaskEntry] | tuple[()]") -> None:
        tokens = self._shell.looks.tokens
        colours = {"error": tokens.states["error"].ink, "warning": tokens.states["warning"].ink,
                   "step": tokens.text_quiet, "sql": tokens.text_quiet}  # fmt: skip
        self.log.rows.show(
            [
                Row(
                    (
                        _second(one),
                        level_word(one.level),
                        self._labels.get(one.node or "", one.node or ""),
                        said(one.text),
                    ),
                    (place, one.level, one.node or "", said(one.text)),
                    kind=one.level,
                    colour=colours.get(one.level, ""),
                    mono=3 if one.level == "sql" else -1,
                )
                for place, one in enumerate(lines)
            ]
        )
        self.tasks.rows.show(
            [
                Row(
                    (self._labels.get(one.node, one.node), state_word(one.state), shown(one.started), shown(one.ended),
                     number(one.entered), number(one.left)),
                    (one.node, one.state, one.started, one.ended, one.entered, one.left),
                    "\n".join(f"{name} = {value}" for name, value in sorted(one.variables.items())),
                )
                for one in tasks
            ]
        )  # fmt: skip
        self.variables.clear()

    def _show_variables(self) -> None:
        row = self.tasks.current
        self.variables.setPlainText(row.id if row is not None else "")

    def _filter(self) -> None:
        self.log.shown.narrow(self.search.text(), str(self.level.currentData() or ""))
        self.tasks.shown.narrow(self.search.text())

    def _set_tokens(self, tokens: Tokens) -> None:
        del tokens
        self._narrow()

    # Purging

    def _ask_purge(self) -> None:
        buttons = QMessageBox.StandardButton
        question = tr("Remove all runs of “{name}” that are over, with their logs?", name=self.document.currentText())
        if QMessageBox.question(self, tr("Purge the history"), question, buttons.Yes | buttons.No) == buttons.Yes:
            self.purge_now()

    def purge_now(self) -> None:
        """Remove the runs of the document that are over."""
        self._desk.tasks.start(self._purge(str(self.document.currentData())), of=self)

    async def _purge(self, document: str) -> None:
        gone = await self._desk.worker.run(purge_history, self._desk.workspace, document)
        self._shell.say(tr("{n} run(s) removed.", n=gone))
        await self._desk.reload()


def _second(line: LogLine) -> str:
    return f"{shown(line.time)}:{line.time:%S}"
