"""A dialog of named fields that stays open until what it asks for was done, and says in itself what is wrong."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.words import told, tr
from engine.problems import Problem


class FormDialog(QDialog):
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

    def refuse(self, problem: Problem) -> None:
        """Say what is wrong; the dialog stays."""
        self.told.setText(told(problem))
        self.told.show()
