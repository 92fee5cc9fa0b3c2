"""A bundle that was opened: who signed it, what importing it would do, and afterwards its receipts."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.bundles.receipts import Receipts
from app.bundles.report_table import ReportTable
from app.bundles.words import contents_title, signature_words
from app.bundles.work import Brought, Opened, bring, look, take_back
from app.desk import Desk
from app.inspector.notices import Notice
from app.sections import Shell
from app.words import told, tr
from engine.bundles.signing import SignatureState
from engine.document.model import Document
from engine.problems import EngineError

_LOCKED = frozenset({"passphrase-needed", "wrong-passphrase"})


class BundlePage(QWidget):
    """Nothing is written before "Import" is pressed; one press on "Take it back" undoes it."""

    def __init__(self, path: Path, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._path, self._desk, self._shell = path, desk, shell
        self.opened: Opened | None = None
        self.brought: Brought | None = None
        self._choices: dict[str, str] | None = None
        self._passphrase: str | None = None
        self.heading, self.contents, self.signature = QLabel(path.name), QLabel(), QLabel()
        self.heading.setProperty("heading", True)
        self.heading.setWordWrap(True)
        for label in (self.contents, self.signature):
            label.setWordWrap(True)
            label.hide()
        self.contents.setProperty("quiet", True)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(tr("Passphrase"))
        self.passphrase.setPlaceholderText(tr("Passphrase"))
        self.passphrase.setMaximumWidth(320)
        self.unlock = QPushButton(tr("Open"))
        self.table = ReportTable()
        self.everything = QCheckBox(tr("Show what is the same too"))
        self.bring = _primary(tr("Import"))
        self.back = QPushButton(tr("Take it back"))
        self.compare, self.merge = QPushButton(tr("Compare…")), QPushButton(tr("Merge…"))
        self.receipts = Receipts(shell.looks.tokens)
        self.notice = Notice()
        self._views = QStackedWidget()
        self._arrange()
        self._wire()
        self.refresh()

    def _arrange(self) -> None:
        locked = QWidget()
        row = QHBoxLayout(locked)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.passphrase)
        row.addWidget(self.unlock)
        row.addStretch(1)
        self._lock = locked
        report = QWidget()
        box = QVBoxLayout(report)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.addWidget(self.everything)
        below.addStretch(1)
        for button in (self.compare, self.merge, self.bring):
            below.addWidget(button)
        box.addLayout(below)
        done = QWidget()
        end = QVBoxLayout(done)
        end.setContentsMargins(0, 0, 0, 0)
        end.addWidget(self.receipts)
        end.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        end.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(done)
        for view in (self.notice, report, scrolled):
            self._views.addWidget(view)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 18)
        outer.setSpacing(10)
        for widget in (self.heading, self.contents, self.signature, self.said, locked):
            outer.addWidget(widget)
        outer.addWidget(self._views, 1)
        self.setFocusProxy(self.table)

    def _wire(self) -> None:
        self.table.decided.connect(self._decide)
        self.table.itemSelectionChanged.connect(self._refresh_buttons)
        self.everything.toggled.connect(self._show_report)
        self.unlock.clicked.connect(self._unlock)
        self.passphrase.returnPressed.connect(self._unlock)
        self.bring.clicked.connect(lambda: self._desk.tasks.start(self._bring(), of=self))
        self.back.clicked.connect(lambda: self._desk.tasks.start(self._take_back(), of=self))
        self.compare.clicked.connect(self._compare)
        self.merge.clicked.connect(self._merge)
        self.receipts.open_wanted.connect(self._open)
        self._shell.looks.changed.connect(self.receipts.set_tokens)

    # Looking

    def refresh(self) -> None:
        """Read the bundle again, and compare it with the workspace."""
        self._lock.hide()
        self._say(tr("Reading {name}…", name=self._path.name), "quiet")
        self._desk.tasks.start(self._refresh(), of=self)

    async def _refresh(self) -> None:
        try:
            self.opened = await self._desk.life.runner.run(
                look, self._desk.workspace, self._path, self._passphrase, self._choices
            )
        except EngineError as error:
            locked = error.problem.code in _LOCKED
            self._lock.setVisible(locked)
            first = locked and self._passphrase is None
            words = tr("It is encrypted. Type the passphrase that its sender told you.") if first else ""
            if self.opened is None and not locked:
                self._say("", "quiet")
                self.notice.say_problem(error.problem)
                return
            self._say(words or told(error.problem), "quiet" if first else "error")
            if locked:
                self.passphrase.setFocus()
            return
        self._say("", "quiet")
        found = self.opened
        self.heading.setText(found.title or self._path.name)
        personal = tr("contains personal data") if found.personal else ""
        parts = (self._path.name, contents_title(found.contents), personal)
        self.contents.setText(" · ".join(part for part in parts if part))
        self.signature.setText(signature_words(found.signature))
        self.signature.setProperty("error", found.signature.state is SignatureState.BAD)
        self.signature.style().polish(self.signature)
        for label in (self.contents, self.signature):
            label.show()
        self._show_report()
        if self.brought is None:
            self._views.setCurrentIndex(1)

    def _show_report(self) -> None:
        if self.opened is not None:
            names = {one.id: one.name or one.id for one in self.opened.documents}
            self.table.show_findings(self.opened.report.findings, names, everything=self.everything.isChecked())
            self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        both = self._both()
        self.compare.setEnabled(both is not None)
        self.merge.setEnabled(both is not None)

    def _both(self) -> Document | None:
        """The document of the chosen row, when it is in the bundle and in the workspace and they differ."""
        found, row = self.opened, self.table.currentRow()
        if found is None or not 0 <= row < len(self.table.findings):
            return None
        one = self.table.findings[row]
        known = any(entry.id == one.name for entry in self._desk.documents)
        if one.kind != "document" or not known:
            return None
        return next((each for each in found.documents if each.id == one.name), None)

    def _decide(self, key: str, choice: str) -> None:
        if self.opened is not None:
            before = {one.key: one.decision for one in self.opened.report.findings if len(one.choices) > 1}
            self._choices = {**(self._choices or before), key: choice}
            self._desk.tasks.start(self._refresh(), of=self)

    def _unlock(self) -> None:
        self._passphrase = self.passphrase.text()
        self.refresh()

    # Doing

    async def _bring(self) -> None:
        if self.opened is None:
            return
        decided = {one.key: one.decision for one in self.opened.report.findings if len(one.choices) > 1}
        self.bring.setEnabled(False)
        self._say(tr("Importing {name}…", name=self._path.name), "quiet")
        try:
            self.brought = await self._desk.life.runner.run(
                bring, self._desk.workspace, self._path, self._passphrase, decided
            )
        except EngineError as error:
            self._say(told(error.problem), "error")
            return
        finally:
            if isValid(self):
                self.bring.setEnabled(True)
        # First for all others: this page may have been closed meanwhile.
        await self._desk.load()
        self._say(tr("It is imported. You can still take it back."), "quiet")
        self.receipts.show_receipts(self.brought.receipts)
        self._views.setCurrentIndex(2)

    async def _take_back(self) -> None:
        if self.brought is None:
            return
        try:
            await self._desk.life.runner.run(take_back, self._desk.workspace, self.brought.id)
        except EngineError as error:
            self._say(told(error.problem), "error")
            return
        for one in self.brought.receipts:
            self._shell.close_page(f"document:{one.document.id}")
        self.brought = None
        await self._desk.load()
        self.refresh()

    def _open(self, document: str) -> None:
        self._shell.open_document(document)

    def _compare(self) -> None:
        document = self._both()
        if document is not None:
            from app.bundles.compare_page import show_comparison

            show_comparison(document, self._desk, self._shell)

    def _merge(self) -> None:
        document = self._both()
        if document is not None:
            from app.bundles.merge_page import show_merge

            show_merge(document, self._desk, self._shell)

    def _say(self, text: str, kind: str) -> None:
        for name in ("error", "quiet"):
            self.said.setProperty(name, name == kind)
        self.said.style().polish(self.said)
        self.said.setText(text)
        self.said.setVisible(bool(text))


def _primary(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("primary", True)
    return button
