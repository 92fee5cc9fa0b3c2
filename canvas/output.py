"""What the actions of the group "Output" do: write a picture, print, copy as an image."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QProgressDialog

from canvas.drawing_form import ExportDialog, PrintDialog
from canvas.export import too_large, write_picture
from canvas.picture import Drawing, Extent, Picture, Progress, Showing
from canvas.printing import Sheets, print_picture
from canvas.style import LIGHT, PAPER
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_AS_SHARP = 2.0
"""A copied image is meant for slides and mails: twice the pixels keep it crisp."""
_WAIT = 300
"""Milliseconds after which progress is shown."""


def copy_image(canvas: "CanvasView") -> None:
    """Put a picture of the selection, or of the whole graph, on the clipboard."""
    chosen = bool(canvas.selection.parts)
    look = canvas.look
    drawing = Drawing(
        Extent.SELECTION if chosen else Extent.WHOLE, tokens=canvas.style_in_use.tokens, heat=look.heat is not None,
        scale=_AS_SHARP,
    )  # fmt: skip
    with Picture(canvas.model, drawing, Showing.of(canvas)) as picture:
        if picture.empty:
            canvas.refuse(tr("There is nothing to draw."))
            return
        if too_large(picture):
            canvas.refuse(tr("This is too large for the clipboard. Select a part of it, or write it to a file."))
            return
        with _Telling(canvas, tr("Drawing…")) as telling:
            image = picture.image(progress=telling.told)
    if image is not None:
        QGuiApplication.clipboard().setImage(image)
        canvas.notices.tell(tr("Copied as an image."))


def export(canvas: "CanvasView") -> None:
    """Ask how, and write a picture."""
    dialog = ExportDialog(canvas)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: _choose_file(canvas, dialog.drawing()))
    dialog.open()


def _choose_file(canvas: "CanvasView", drawing: Drawing) -> None:
    name = canvas.caption().title or tr("graph")
    kinds = tr("Pictures (*.png);;Scalable pictures (*.svg);;Documents (*.pdf)")
    path, chosen = QFileDialog.getSaveFileName(canvas, tr("Write a picture"), f"{name}.png", kinds)
    if path:
        file = Path(path)
        if not file.suffix:
            file = file.with_suffix(chosen[chosen.rfind(".") : -1])
        export_to(canvas, file, drawing)


def export_to(canvas: "CanvasView", path: Path, drawing: Drawing) -> bool:
    """Write a picture to a file; the user is told. Whether it was written."""
    with Picture(canvas.model, drawing, Showing.of(canvas)) as picture, _Telling(canvas, tr("Drawing…")) as telling:
        reason = write_picture(picture, path, canvas.caption().title, telling.told)
    if reason:
        canvas.refuse(reason)
        return False
    canvas.notices.tell(tr("Written: {path}").format(path=path.name))
    return True


def print_graph(canvas: "CanvasView") -> None:
    """Ask how, and print."""
    dialog = PrintDialog(canvas)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: _choose_printer(canvas, dialog.drawing(), dialog.sheets(), dialog.orientation()))
    dialog.open()


def _choose_printer(
    canvas: "CanvasView", drawing: Drawing, sheets: Sheets, orientation: QPageLayout.Orientation
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(orientation)
    printer.setDocName(canvas.caption().title)
    if QPrintDialog(printer, canvas).exec() == QDialog.DialogCode.Accepted:
        print_on(canvas, printer, drawing, sheets)


def print_on(canvas: "CanvasView", printer: QPrinter, drawing: Drawing, sheets: Sheets) -> bool:
    """Print on a printer, or to the file it stands for. Whether all of it was printed."""
    if drawing.tokens is LIGHT:
        drawing = replace(drawing, tokens=PAPER)
    with Picture(canvas.model, drawing, Showing.of(canvas)) as picture, _Telling(canvas, tr("Printing…")) as telling:
        reason = print_picture(picture, printer, sheets, canvas.caption(), telling.told)
    if reason:
        canvas.refuse(reason)
    return not reason


class _Telling:
    """Says how far something has come, once it takes long, and stops it when the user wants that."""

    def __init__(self, canvas: "CanvasView", words: str) -> None:
        self._dialog = QProgressDialog(words, tr("Stop"), 0, 100, canvas)
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(_WAIT)
        self.told: Progress = self._tell

    def __enter__(self) -> "_Telling":
        return self

    def __exit__(self, *_raised: object) -> None:
        self._dialog.close()
        self._dialog.deleteLater()

    def _tell(self, share: float) -> bool:
        self._dialog.setValue(min(99, round(share * 100)))
        QApplication.processEvents()
        return not self._dialog.wasCanceled()
