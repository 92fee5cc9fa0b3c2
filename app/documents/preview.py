"""A small picture of a document, as it will stand on the canvas."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from app.graph import GraphAdapter
from app.journeys.adapter import JourneyAdapter
from app.journeys.replay import Replay
from app.session import Session
from app.words import tr
from canvas import Drawing, Picture, Tokens
from engine.catalog.model import Catalog
from engine.document.model import Document, Kind

_MOST = 200
"""More activities than these are told, not drawn: nobody would recognize them, and the window would wait."""
_LARGEST = 0.6


class Preview(QLabel):
    """Shows one document at a time."""

    def __init__(self, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_document(self, document: Document | None, catalog: Catalog, tokens: Tokens) -> None:
        """Draw it, without counts."""
        if document is None or len(document.nodes) > _MOST:
            self.setText("" if document is None else tr("{n} activit(y|ies)", n=len(document.nodes)))
            return
        session = Session(document)
        adapter = (
            JourneyAdapter(session, catalog, Replay(session))
            if document.kind is Kind.JOURNEY
            else GraphAdapter(session, catalog)
        )
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(tokens.ground)
        with Picture(adapter, Drawing(tokens=tokens, counts=False, states=False)) as picture:
            painter = QPainter(pixmap)
            room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            picture.paint(painter, _within(room, picture.area))
            painter.setPen(tokens.card_border)
            painter.drawRect(room)
            painter.end()
        self.setPixmap(pixmap)


def _within(room: QRectF, area: QRectF) -> QRectF:
    """Where an area comes to stand in the middle of a room, as large as it fits."""
    scale = min(room.width() / area.width(), room.height() / area.height(), _LARGEST)
    target = QRectF(0, 0, area.width() * scale, area.height() * scale)
    target.moveCenter(room.center())
    return target
