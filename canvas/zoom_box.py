"""The zoom box for a status bar: shows the zoom, offers presets, takes any number."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

PRESETS = (25, 50, 75, 100, 150, 200, 400)


class ZoomBox(QComboBox):
    """Follows the canvas. What is no number leaves the zoom as it is."""

    def __init__(self, canvas: "CanvasView", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(tr("Zoom"))
        self.setToolTip(tr("Zoom"))
        for percent in PRESETS:
            self.addItem(_words(percent), percent)
        self.addItem(tr("Whole graph"), "view.fit")
        self.addItem(tr("Selection"), "view.fit-selection")
        self.setMinimumContentsLength(9)
        self.activated.connect(self._preset)
        field = self.lineEdit()
        if field is not None:
            field.setAccessibleName(tr("Zoom"))
            field.returnPressed.connect(self._typed)
            field.editingFinished.connect(self.follow)
        canvas.moved.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the present zoom, unless the user is typing."""
        field = self.lineEdit()
        if field is not None and not (field.hasFocus() and field.isModified()):
            self.setEditText(_words(round(self._canvas.zoom * 100)))

    def _preset(self, row: int) -> None:
        value = self.itemData(row)
        if isinstance(value, int):
            self._canvas.set_zoom(value / 100)
        else:
            self._canvas.actions_by_id[str(value)].trigger()
        self._done()

    def _typed(self) -> None:
        field = self.lineEdit()
        if field is None or not field.isModified():  # the toolkit tells of one Return more than once
            return
        text = self.currentText().replace("%", "").replace("\u00a0", "").strip().replace(",", ".")
        try:
            percent = float(text)
        except ValueError:
            percent = 0.0
        if 0 < percent < 1e6:
            self._canvas.set_zoom(percent / 100)
        self._done()

    def _done(self) -> None:
        field = self.lineEdit()
        if field is not None:
            field.setModified(False)
        self.follow()
        self._canvas.setFocus()


def _words(percent: int) -> str:
    return tr("{percent} %").format(percent=percent)
