"""Copies of journeys: under which name, and how much of the journey goes into it; also as a template."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.life.pages import keep_template
from app.sections import Shell
from app.words import tr
from engine.journey.copying import Extent


class CopyDialog(QDialog):
    """A name, a description, and what the copy keeps."""

    def __init__(self, title: str, ok: str, name: str, about: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(500)
        self.run: Callable[[], None] = self.accept
        self.name, self.description = QLineEdit(name), QLineEdit(about)
        self.name.selectAll()
        form = QFormLayout()
        form.setSpacing(10)
        for words, field in ((tr("Name"), self.name), (tr("Description"), self.description)):
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.extents = QButtonGroup(self)
        self.choices: dict[Extent, QRadioButton] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(8)
        box.addLayout(form)
        heading = QLabel(tr("What the copy keeps"))
        heading.setProperty("fieldTitle", True)
        heading.setContentsMargins(0, 8, 0, 0)
        box.addWidget(heading)
        for extent, words, told in _choices():
            button = self.choices[extent] = QRadioButton(words)
            self.extents.addButton(button)
            box.addWidget(button)
            quiet = QLabel(told)
            quiet.setProperty("quiet", True)
            quiet.setWordWrap(True)
            quiet.setContentsMargins(24, 0, 0, 4)
            button.setAccessibleDescription(told)
            box.addWidget(quiet)
        self.choices[Extent.PARTIAL].setChecked(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.addButton(ok, QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setProperty("primary", True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(lambda: self.run())
        buttons.rejected.connect(self.reject)
        box.addSpacing(8)
        box.addWidget(buttons)
        self.ok.setDefault(True)
        self.name.textChanged.connect(self._look)
        self._look()

    @property
    def extent(self) -> Extent:
        """How much goes into the copy."""
        return next(extent for extent, button in self.choices.items() if button.isChecked())

    def _look(self) -> None:
        self.ok.setEnabled(bool(self.name.text().strip()))


def ask_to_copy(document: str, name: str, desk: Desk, shell: Shell, parent: QWidget) -> None:
    """Ask how a journey is copied, then copy it and open the copy, which is a draft."""
    line = desk.life.line(document)
    about = "" if line is None else line.facts.description
    dialog = CopyDialog(tr("Duplicate the journey"), tr("Duplicate"), f"{name}_copy", about, parent.window())

    async def copy(wanted: str, told: str, extent: Extent) -> None:
        made = await desk.life.duplicate(document, wanted, extent, told)
        shell.open_document(made.id)

    def run() -> None:
        desk.tasks.start(copy(dialog.name.text(), dialog.description.text().strip(), dialog.extent))
        dialog.accept()

    dialog.run = run
    dialog.open()


def ask_for_journey_template(document: str, name: str, desk: Desk, shell: Shell, parent: QWidget) -> None:
    """Ask how a journey becomes a template, which has no audience."""
    line = desk.life.line(document)
    about = "" if line is None else line.facts.description
    dialog = CopyDialog(tr("Save as a template"), tr("Save"), name, about, parent.window())

    def run() -> None:
        told = dialog.description.text().strip()
        desk.tasks.start(keep_template(document, dialog.name.text(), desk, shell, dialog.extent, told))
        dialog.accept()

    dialog.run = run
    dialog.open()


def _choices() -> tuple[tuple[Extent, str, str], ...]:
    return (
        (Extent.PARTIAL, tr("Settings, without the messages written in it"),
         tr("E-mails and messages that were written in the journey are left out; their nodes wait to be completed.")),
        (Extent.OUTLINE, tr("Without details"),
         tr("Nodes and paths alone: no settings, no conditions, and each wait as long as a new one.")),
        (Extent.ALL, tr("Everything"), tr("Also the messages that were written in it.")),
    )  # fmt: skip
