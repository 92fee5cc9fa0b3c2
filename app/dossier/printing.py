"""A dossier as a PDF. It needs no window and no screen, and may run on any thread."""

import os
import threading
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QSizeF, Qt, QUrl
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtSvg import QSvgRenderer

from engine.dossier.making import Dossier
from engine.dossier.page import to_html

_MARGIN_MM = 18
_RESOLUTION = 300
_SCREEN = 96
_SHARP = 3
"""How many dots of the picture stand for one of its pixels."""
_WIDEST = 6_000
_kept: list[QGuiApplication] = []


def write_pdf(dossier: Dossier, path: Path) -> None:
    """Write a dossier as an A4 document."""
    if QGuiApplication.instance() is None:
        if threading.current_thread() is threading.main_thread():
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QGuiApplication(["jalon"]))
    writer = QPdfWriter(str(path))
    writer.setResolution(_RESOLUTION)
    writer.setTitle(dossier.document.name or dossier.document.id)
    writer.setCreator("Jalon")
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    text = QTextDocument()
    text.documentLayout().setPaintDevice(writer)
    text.setDefaultFont(QFont("sans-serif", 10))
    page = writer.pageLayout().paintRectPixels(_RESOLUTION)
    text.setDocumentMargin(0)
    text.setPageSize(QSizeF(page.size()))
    image = _picture(dossier)
    text.addResource(QTextDocument.ResourceType.ImageResource, QUrl("picture"), image)
    # The page counts in pixels of a screen, whatever the printer's are.
    shown = min(writer.pageLayout().paintRectPixels(_SCREEN).width(), dossier.drawing.width)
    text.setHtml(to_html(dossier, f'<img src="picture" width="{shown}">'))
    text.print_(writer)


def _picture(dossier: Dossier) -> QImage:
    drawing = dossier.drawing
    sharp = min(float(_SHARP), _WIDEST / max(drawing.width, drawing.height, 1))
    image = QImage(round(drawing.width * sharp), round(drawing.height * sharp), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing.svg.encode())).render(painter)
    painter.end()
    return image
