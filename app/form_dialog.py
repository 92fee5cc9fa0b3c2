"""A dialog of named fields that stays open until what it asks for was done, and says in itself what is wrong."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.shell.stepping import ReadDialog
from app.words import told, tr
from engine.problems import EngineError, Problem


class FormDialog(ReadDialog):
    """Fields above, what is wrong and the buttons below. `run` begins the work; the dialog is closed with `accept`."""

    def __init__(self, title: str, ok: str, parent: QWidget, about: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self.form = QFormLayout()
        self.form.setSpacing(10)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("error", True)
        self.told.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.addButton(ok, QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setProperty("primary", True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        self.run: Callable[[], None] = self.accept
        self.buttons.accepted.connect(lambda: self.run())
        self.buttons.rejected.connect(self.reject)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(24, 20, 24, 20)
        self.box.setSpacing(12)
        self.box.addWidget(heading(title))
        if about:
            words = QLabel(about)
            words.setWordWrap(True)
            words.setProperty("quiet", True)
            self.box.addWidget(words)
        self.box.addLayout(self.form)
        self.box.addWidget(self.told)
        self.box.addWidget(self.buttons)
        # Only a button that stands in the dialog can be its default.
        self.ok.setDefault(True)

    def row(self, text: str, field: QWidget) -> None:
        """A field with its name."""
        field.setAccessibleName(text)
        self.form.addRow(text, field)

    def name_and_description(self) -> tuple[QLineEdit, QLineEdit]:
        """The two fields that nearly all things have; the name is needed."""
        name, about = QLineEdit(), QLineEdit()
        self.row(tr("Name"), name)
        self.row(tr("Description"), about)
        self.need(name)
        return name, about

    def need(self, field: QLineEdit) -> None:
        """Nothing can be done while this field is empty."""

        def look() -> None:
            self.ok.setEnabled(bool(field.text().strip()))

        field.textChanged.connect(look)
        look()

    def below(self, layout: QLayout) -> None:
        """What else stands below the fields."""
        self.box.insertLayout(self.box.indexOf(self.told), layout)

    def say(self, wrong: str) -> None:
        """Say what is wrong, or that nothing is."""
        self.told.setText(wrong)
        self.told.setVisible(bool(wrong))
        make_room(self)

    def refuse(self, problem: Problem) -> None:
        """Say what is wrong; the dialog stays."""
        self.say(told(problem))

    async def finish(self, work: Awaitable[object]) -> None:
        """Do what was asked for, then close; what is refused is said here, so that nothing that was typed is lost.

        Errors: those of `work` that are no EngineError, and all of them once the dialog was put away.
        """
        self.buttons.setEnabled(False)
        try:
            await work
        except EngineError as error:
            if not isValid(self):
                raise
            self.refuse(error.problem)
        else:
            if isValid(self):
                self.accept()
        finally:
            if isValid(self):
                self.buttons.setEnabled(True)


def make_room(dialog: QDialog) -> None:
    """Let a dialog be as high as what stands in it now: lines that wrap would else be taken from its fields."""
    layout = dialog.layout()
    if layout is not None and dialog.isVisible():
        layout.activate()
        dialog.resize(dialog.width(), max(dialog.height(), layout.totalHeightForWidth(dialog.width())))


def heading(words: str) -> QLabel:
    """What a dialog is about, at its top: not every system shows the title of its frame."""
    label = QLabel(words)
    label.setProperty("heading", True)
    label.setWordWrap(True)
    return label


def ok_cancel(dialog: QDialog, words: str) -> tuple[QDialogButtonBox, QPushButton]:
    """The buttons at the foot of a dialog: the one that does it, called `words`, and one that puts it away."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
    ok.setText(words)
    ok.setProperty("primary", True)
    buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
    buttons.rejected.connect(dialog.reject)
    return buttons, ok
