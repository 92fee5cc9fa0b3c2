"""How a picture or a print is to look: one form, and the two dialogs that ask with it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from canvas.picture import Drawing, Extent
from canvas.printing import Sheets
from canvas.style import DARK, LIGHT
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView


class DrawingForm(QWidget):
    """What is shown, and how."""

    def __init__(self, canvas: "CanvasView", parent: QWidget) -> None:
        super().__init__(parent)
        self.extent = QComboBox(self)
        for extent, text in (
            (Extent.WHOLE, tr("The whole graph")), (Extent.SELECTION, tr("The selection")),
            (Extent.VIEW, tr("What is seen now")),
        ):  # fmt: skip
            if extent is not Extent.SELECTION or canvas.selection.parts:
                self.extent.addItem(text, extent)
        self.scheme = QComboBox(self)
        self.scheme.addItem(tr("Light"), LIGHT)
        self.scheme.addItem(tr("Dark"), DARK)
        self.scale = self._number(10, 800, 100, " %")
        self.margin = self._number(0, 500, 24, "")
        self.counts = self._switch(tr("Counts"), True)
        self.states = self._switch(tr("Run states and remarks"), True)
        self.notes = self._switch(tr("Notes"), True)
        self.grid = self._switch(tr("Grid"), False)
        self.heat = self._switch(tr("Width and colour by population"), False)
        self.rows = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        for text, field in (
            (tr("Show"), self.extent), (tr("Colours"), self.scheme), (tr("Scale"), self.scale),
            (tr("Margin"), self.margin),
        ):  # fmt: skip
            form.addRow(text, field)
        for switch in (self.counts, self.states, self.notes, self.grid, self.heat):
            form.addRow("", switch)

    def _number(self, low: int, high: int, value: int, unit: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(low, high)
        box.setValue(value)
        box.setSuffix(unit)
        return box

    def _switch(self, text: str, on: bool) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setChecked(on)
        return box

    def drawing(self) -> Drawing:
        """What was chosen."""
        return Drawing(
            extent=Extent(self.extent.currentData()),
            scale=self.scale.value() / 100,
            margin=float(self.margin.value()),
            tokens=DARK if self.scheme.currentIndex() else LIGHT,
            counts=self.counts.isChecked(),
            notes=self.notes.isChecked(),
            grid=self.grid.isChecked(),
            heat=self.heat.isChecked(),
            states=self.states.isChecked(),
        )


class ExportDialog(QDialog):
    """Asks how a picture is to look; the format is that of the file."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self.setWindowTitle(tr("Write a picture"))
        self.setPalette(canvas.palette())
        self.form = DrawingForm(canvas, self)
        box = QVBoxLayout(self)
        box.addWidget(self.form)
        box.addWidget(_buttons(self, tr("Choose a file…")))

    def drawing(self) -> Drawing:
        """What was chosen."""
        return self.form.drawing()


class PrintDialog(QDialog):
    """Asks how a print is to look, and on how many pages."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self.setWindowTitle(tr("Print"))
        self.setPalette(canvas.palette())
        self.form = DrawingForm(canvas, self)
        self.poster = QComboBox(self)
        self.poster.addItem(tr("On one page"), False)
        self.poster.addItem(tr("As a poster of several pages"), True)
        self.turned = QComboBox(self)
        self.turned.addItem(tr("Landscape"), QPageLayout.Orientation.Landscape)
        self.turned.addItem(tr("Portrait"), QPageLayout.Orientation.Portrait)
        self.overlap = QSpinBox(self)
        self.overlap.setRange(0, 60)
        self.overlap.setValue(12)
        self.overlap.setSuffix(" mm")
        for text, field in (
            (tr("Overlap"), self.overlap), (tr("Orientation"), self.turned), (tr("Pages"), self.poster),
        ):  # fmt: skip
            self.form.rows.insertRow(0, text, field)
        self.poster.currentIndexChanged.connect(self._follow)
        self._follow()
        box = QVBoxLayout(self)
        box.addWidget(self.form)
        box.addStretch(1)
        box.addWidget(_buttons(self, tr("Choose a printer…")))

    def _follow(self) -> None:
        poster = bool(self.poster.currentData())
        self.overlap.setEnabled(poster)
        self.form.scale.setEnabled(poster)  # one page is filled as far as it goes

    def drawing(self) -> Drawing:
        """What was chosen."""
        return self.form.drawing()

    def sheets(self) -> Sheets:
        """How it is laid on paper."""
        return Sheets(bool(self.poster.currentData()), self.form.scale.value() / 100, float(self.overlap.value()))

    def orientation(self) -> QPageLayout.Orientation:
        """How the pages are turned."""
        turned = (QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait)
        return turned[self.turned.currentIndex()]


def _buttons(dialog: QDialog, go_on: str) -> QDialogButtonBox:
    buttons = QDialogButtonBox(dialog)
    buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
