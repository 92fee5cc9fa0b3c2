"""An audience from a file: its label, whom it is about, the column that names its members, and what is kept of them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QWidget,
)

from app.audiences.dialogs import fit_rows
from app.form_dialog import FormDialog
from app.theme import inset
from app.words import number, tr
from engine.catalog.model import Catalog
from engine.ingest.service import Preview
from engine.runner.audience_files import MOST_COLUMNS, consent_columns
from engine.workspace.audience_terms import LASTS, MOST_DAYS


class ImportDialog(FormDialog):
    """What the file holds is ticked, up to the number of columns that an audience keeps."""

    def __init__(self, catalog: Catalog, path: Path, found: Preview, parent: QWidget) -> None:
        super().__init__(tr("Import an audience"), tr("Import"), parent)
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
        self.days, self.external = QSpinBox(), QLineEdit()
        inset(self.days)
        self.days.setRange(1, MOST_DAYS)
        self.days.setValue(LASTS)
        self.external.setPlaceholderText(tr("none"))
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setProperty("warning", True)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setSpacing(6)
        for text, field in (
            (tr("Label"), self.label), (tr("Targeting dimension"), self.dimension),
            (tr("Column that names the members"), self.identity), (tr("Attributes to keep"), self.attributes),
            (tr("Days that they last"), self.days), (tr("External id"), self.external),
        ):  # fmt: skip
            self.row(text, field)
        self.form.addRow(self.hint)
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
        fit_rows(self.attributes)
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
        self.hint.setText(words)
        self.form.setRowVisible(self.hint, bool(words))
        self.ok.setEnabled(
            self.dimension.count() > 0 and bool(self.label.text().strip()) and len(chosen) < MOST_COLUMNS
        )
