"""Copies of journeys: under which name, and how much of the journey goes into it; also as a template."""

from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from app.desk import Desk
from app.form_dialog import FormDialog
from app.life.pages import keep_template
from app.sections import Shell
from app.words import tr
from engine.journey.copying import Extent


class CopyDialog(FormDialog):
    """A name, a description, and what the copy keeps."""

    def __init__(self, title: str, ok: str, name: str, about: str, parent: QWidget) -> None:
        super().__init__(title, ok, parent)
        self.setMinimumWidth(500)
        self.name, self.description = self.name_and_description()
        self.name.setText(name)
        self.description.setText(about)
        self.description.home(False)
        self.name.selectAll()
        self.extents = QButtonGroup(self)
        self.choices: dict[Extent, QRadioButton] = {}
        box = QVBoxLayout()
        box.setSpacing(8)
        kept = QLabel(tr("What the copy keeps"))
        kept.setProperty("fieldTitle", True)
        kept.setContentsMargins(0, 8, 0, 0)
        box.addWidget(kept)
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
        self.below(box)

    @property
    def extent(self) -> Extent:
        """How much goes into the copy."""
        return next(extent for extent, button in self.choices.items() if button.isChecked())


def ask_to_copy(document: str, name: str, desk: Desk, shell: Shell, parent: QWidget) -> None:
    """Ask how a journey is copied, then copy it and open the copy, which is a draft."""
    line = desk.life.line(document)
    about = "" if line is None else line.facts.description
    dialog = CopyDialog(tr("Duplicate the journey"), tr("Duplicate"), f"{name}_copy", about, parent.window())

    async def copy(wanted: str, told: str, extent: Extent) -> None:
        made = await desk.life.duplicate(document, wanted, extent, told)
        shell.open_document(made.id)

    def run() -> None:
        work = copy(dialog.name.text(), dialog.description.text().strip(), dialog.extent)
        desk.tasks.start(dialog.finish(work))

    dialog.run = run
    dialog.open()


def ask_for_journey_template(document: str, name: str, desk: Desk, shell: Shell, parent: QWidget) -> None:
    """Ask how a journey becomes a template, which has no audience."""
    line = desk.life.line(document)
    about = "" if line is None else line.facts.description
    dialog = CopyDialog(tr("Save as a template"), tr("Save"), name, about, parent.window())

    def run() -> None:
        told = dialog.description.text().strip()
        work = keep_template(document, dialog.name.text(), desk, shell, dialog.extent, told)
        desk.tasks.start(dialog.finish(work))

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
