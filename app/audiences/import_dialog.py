"""An audience from a file: its label, whom it is about, and the column that names its members."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.words import tr
from engine.catalog.model import Catalog
from engine.ingest.service import Preview


class ImportDialog(QDialog):
    """Three fields over what the file holds."""

    def __init__(self, catalog: Catalog, path: Path, found: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import an audience"))
        self.setMinimumWidth(420)
        self.label = QLineEdit(path.stem)
        self.dimension, self.identity = QComboBox(), QComboBox()
        for one in catalog.dimensions:
            if one.identity:
                self.dimension.addItem(one.title, one.name)
        self.identity.addItems([one.name for one in found.guesses])
        form = QFormLayout()
        for text, field in (
            (tr("Label"), self.label), (tr("Targeting dimension"), self.dimension),
            (tr("Column that names the members"), self.identity),
        ):  # fmt: skip
            field.setAccessibleName(text)
            form.addRow(text, field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = buttons.addButton(tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setEnabled(self.dimension.count() > 0)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addLayout(form)
        box.addWidget(buttons)
