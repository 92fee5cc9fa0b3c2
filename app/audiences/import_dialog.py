"""An audience from a file: its label, whom it is about, the column that names its members, and what is kept of them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.words import number, tr
from engine.catalog.model import Catalog
from engine.ingest.service import Preview
from engine.runner.audience_files import MOST_COLUMNS, consent_columns


class ImportDialog(QDialog):
    """What the file holds is ticked, up to the number of columns that an audience keeps."""

    def __init__(self, catalog: Catalog, path: Path, found: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import an audience"))
        self.setMinimumWidth(460)
        self._names = [one.name for one in found.guesses]
        self.label = QLineEdit(path.stem)
        self.dimension, self.identity = QComboBox(), QComboBox()
        for one in catalog.dimensions:
            if one.identity:
                self.dimension.addItem(one.title, one.name)
        self.identity.addItems(self._names)
        known = {one.identity for one in catalog.dimensions if one.identity}
        self.identity.setCurrentIndex(next((at for at, name in enumerate(self._names) if name in known), 0))
        self.attributes = QListWidget()
        self.attributes.setMaximumHeight(170)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("warning", True)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setSpacing(6)
        for text, field in (
            (tr("Label"), self.label), (tr("Targeting dimension"), self.dimension),
            (tr("Column that names the members"), self.identity), (tr("Attributes to keep"), self.attributes),
        ):  # fmt: skip
            field.setAccessibleName(text)
            form.addRow(text, field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = buttons.addButton(tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setProperty("primary", True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addLayout(form)
        box.addWidget(self.told)
        box.addWidget(buttons)
        self.identity.currentIndexChanged.connect(self._fill)
        self.attributes.itemChanged.connect(self._offer)
        self.label.textChanged.connect(self._offer)
        self._fill()

    def _fill(self) -> None:
        others = [one for one in self._names if one != self.identity.currentText()]
        consent = set(consent_columns(others))
        self.attributes.blockSignals(True)
        self.attributes.clear()
        for place, name in enumerate(others):
            item = QListWidgetItem(name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            wanted = place < MOST_COLUMNS - 1 and name not in consent
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
            self.attributes.addItem(item)
        self.attributes.blockSignals(False)
        self._offer()

    @property
    def chosen(self) -> list[str]:
        """The attributes that are ticked."""
        items = [self.attributes.item(place) for place in range(self.attributes.count())]
        return [one.text() for one in items if one.checkState() is Qt.CheckState.Checked]

    def _offer(self) -> None:
        chosen = self.chosen
        consent = consent_columns(chosen)
        words = ""
        if not self.dimension.count():
            words = tr("No targeting dimension has an identity. Declare one in the section Data first.")
        elif len(chosen) >= MOST_COLUMNS:
            words = tr("At most {most} attributes are kept.", most=number(MOST_COLUMNS - 1))
        elif consent:
            words = tr("{columns}: what people agreed to belongs into a table, where it is kept up to date.",
                       columns=", ".join(consent))  # fmt: skip
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.keep.setEnabled(
            self.dimension.count() > 0 and bool(self.label.text().strip()) and len(chosen) < MOST_COLUMNS
        )
