"""Writing a bundle: what travels, said in words, a passphrase where people do, and a signature for who wants one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.bundles.words import audience_contents, contents_title, contents_words, reproduced_words
from app.bundles.work import own_signer, send
from app.desk import Desk
from app.sections import Shell
from app.shell.stepping import ReadDialog
from app.words import number, told, tr
from engine.bundles.exporting import WITH_DATA, Exported, ExportWish, export_audience
from engine.bundles.manifest import Contents
from engine.bundles.sealing import SHORTEST
from engine.bundles.sources import SUFFIX
from engine.problems import EngineError
from engine.runner.audiences import file_name_of
from engine.workspace import SavedAudience

_WIDE = 620


class ExportDialog(ReadDialog):
    """It stays open while the file is written, and says why if that fails."""

    def __init__(
        self, desk: Desk, shell: Shell, documents: Sequence[tuple[str, str]], parent: QWidget,
        audience: SavedAudience | None = None,
    ) -> None:  # fmt: skip
        """`documents` are ids with the names that users read; or it is about an `audience`."""
        super().__init__(parent)
        self._audience = audience
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = ", ".join(name for _, name in documents) if audience is None else audience.label
        self.setWindowTitle(tr("Share {name}", name=names))
        self.setMinimumWidth(_WIDE)
        self._desk, self._shell = desk, shell
        self._documents, self._names = [one for one, _ in documents], names
        self.choices: dict[Contents, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.encrypt = QCheckBox(tr("Encrypt with a passphrase"))
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        for field, title in ((self.passphrase, tr("Passphrase")), (self.again, tr("Once more"))):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(title)
        self.sign = QCheckBox(tr("Sign it, so that the receiver sees who sent it and that nothing was changed"))
        self.signer = QLineEdit(shell.preferences.signer)
        self.signer.setPlaceholderText(tr("The name that receivers see"))
        self.signer.setAccessibleName(tr("The name that receivers see"))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self._arrange()
        for one in (self.encrypt, self.sign):
            one.toggled.connect(self._refresh)
        for field in (self.passphrase, self.again, self.signer):
            field.textChanged.connect(self._refresh)
        self.choices[Contents.COUNTS if audience is None else Contents.LOGIC].setChecked(True)
        self._refresh()

    def _arrange(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(6)
        heading = QLabel(tr("What travels"))
        heading.setProperty("heading", True)
        box.addWidget(heading)
        offered = {one: (contents_title(one), contents_words(one)) for one in Contents}
        if self._audience is not None:
            offered = audience_contents(saved=bool(self._audience.document))
        for contents, (title, about) in offered.items():
            choice = self.choices[contents] = QRadioButton(title)
            choice.toggled.connect(self._refresh)
            words = QLabel(about)
            words.setWordWrap(True)
            words.setProperty("quiet", True)
            words.setIndent(24)
            words.setContentsMargins(0, 0, 0, 4)
            choice.setAccessibleDescription(words.text())
            self._group.addButton(choice)
            box.addWidget(choice)
            box.addWidget(words)
        box.addSpacing(10)
        form = QFormLayout()
        form.setContentsMargins(24, 0, 0, 0)
        form.addRow(tr("Passphrase"), self.passphrase)
        form.addRow(tr("Once more"), self.again)
        named = QFormLayout()
        named.setContentsMargins(24, 0, 0, 0)
        named.addRow(tr("Name"), self.signer)
        self._secret, self._named = QWidget(), QWidget()
        self._secret.setLayout(form)
        self._named.setLayout(named)
        for widget in (self.encrypt, self._secret, self.sign, self._named):
            box.addWidget(widget)
        box.addSpacing(10)
        box.addWidget(self.said)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        self.write = QPushButton(tr("Write the file…"))
        self.write.setProperty("primary", True)
        buttons.addButton(self.write, QDialogButtonBox.ButtonRole.AcceptRole)
        self.write.clicked.connect(self._choose_file)
        buttons.rejected.connect(self.reject)
        box.addWidget(buttons)

    @property
    def contents(self) -> Contents:
        """What is chosen to travel."""
        return next((one for one, button in self.choices.items() if button.isChecked()), Contents.COUNTS)

    def _refresh(self) -> None:
        self._secret.setVisible(self.encrypt.isChecked())
        self._named.setVisible(self.sign.isChecked())
        wrong = self._wrong()
        risky = self.contents in WITH_DATA - {Contents.SYNTHETIC} and not self.encrypt.isChecked()
        advice = tr("Anybody who gets this file can read about real people. Encrypt it.") if risky else ""
        self._say(wrong or advice, "error" if wrong else "warning")
        self.write.setEnabled(not wrong)

    def _wrong(self) -> str:
        if self.encrypt.isChecked():
            if len(self.passphrase.text()) < SHORTEST:
                return tr("The passphrase needs at least {count} characters.", count=SHORTEST)
            if self.passphrase.text() != self.again.text():
                return tr("Both passphrases must be the same.")
        if self.sign.isChecked() and not self.signer.text().strip():
            return tr("Say which name receivers are to see.")
        return ""

    def _say(self, text: str, kind: str) -> None:
        for name in ("error", "warning", "quiet"):
            self.said.setProperty(name, name == kind)
        self.said.style().polish(self.said)
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _choose_file(self) -> None:
        name = f"{self._documents[0] if len(self._documents) == 1 else 'bundle'}.jalon"
        if self._audience is not None:
            name = file_name_of(self._audience, datetime.now(), SUFFIX)  # noqa: DTZ005 - the user's wall time
        path, _ = QFileDialog.getSaveFileName(self, tr("A bundle"), name, "Jalon (*.jalon)")
        if path:
            self.write_to(Path(path))

    def write_to(self, path: Path) -> None:
        """Write the file with what is chosen."""
        self.write.setEnabled(False)
        self._say(tr("Writing {name}…", name=path.name), "quiet")
        self._desk.tasks.start(self._write(path), of=self)

    async def _write(self, path: Path) -> None:
        name = self.signer.text().strip()
        try:
            signer = await self._desk.worker.run(own_signer, name) if self.sign.isChecked() else None
            passphrase = self.passphrase.text() if self.encrypt.isChecked() else None
            wish = ExportWish(self.contents, self._names, passphrase, signer)
            run, workspace = self._desk.life.runner.run, self._desk.workspace
            if self._audience is None:
                done = await run(send, workspace, self._documents, path, wish)
            else:
                done = await run(export_audience, workspace, self._audience, path, wish)
        except EngineError as error:
            self._say(told(error.problem), "error")
            self.write.setEnabled(True)
            return
        if self.sign.isChecked():
            self._shell.preferences.signer = name
        self._shell.say(_done_words(done))
        self.accept()


def _done_words(done: Exported) -> str:
    words = tr("{name} is written: {size} kB.", name=done.path.name, size=number(-(-done.bytes // 1000)))
    return " ".join([words, *(f"{reproduced_words(one)}." for one in done.verified)])
