"""A frame: a titled, tinted area behind nodes. It is taken hold of by its title or its border, not by its inside."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from canvas.guard import painting
from canvas.items.hit import NOWHERE, Hit, Spot
from canvas.look import Level, Look
from canvas.views import FrameView, Rect

TITLE_HEIGHT = 30.0
_CORNER = 16.0


class FrameItem(QGraphicsItem):
    """One frame."""

    def __init__(self, frame: FrameView, look: Look) -> None:
        super().__init__()
        self.frame = frame
        self.look = look
        self.size = QSizeF(*frame.rect[2:])
        self._title: QStaticText | None = None
        self.setPos(*frame.rect[:2])
        self.setZValue(-1 + frame.level / 1000)

    def show_frame(self, frame: FrameView) -> None:
        """Take the frame's new view."""
        self.frame = frame
        self.setZValue(-1 + frame.level / 1000)
        self._title = None
        self.place(frame.rect)

    def place(self, rect: Rect) -> None:
        """Show the frame at a place and of a size."""
        self.prepareGeometryChange()
        self.setPos(*rect[:2])
        self.size = QSizeF(*rect[2:])
        self.update()

    def forget_texts(self) -> None:
        """Lay the title out anew at the next painting."""
        self._title = None

    def card(self) -> QRectF:
        """The area in scene coordinates."""
        return QRectF(self.pos(), self.size)

    def boundingRect(self) -> QRectF:
        return QRectF(QPointF(0, 0), self.size).adjusted(-3, -3, 3, 3)

    def hit(self, at: QPointF, reach: float) -> Hit:
        """What of this frame lies at a point in scene coordinates; its inside belongs to what stands in it."""
        card = self.card()
        if not card.adjusted(-reach, -reach, reach, reach).contains(at):
            return NOWHERE
        if at.x() > card.right() - _CORNER and at.y() > card.bottom() - _CORNER:
            return Hit(Spot.FRAME_CORNER, self.frame.id)
        border = not card.adjusted(reach / 2, reach / 2, -reach / 2, -reach / 2).contains(at)
        title = card.contains(at) and at.y() < card.top() + TITLE_HEIGHT
        return Hit(Spot.FRAME, self.frame.id) if border or title else NOWHERE

    @painting
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look, style = self.look, self.look.style
        look.paints += 1
        if look.level is Level.OVERVIEW:
            return
        accent = style.accent(self.frame.accent)
        chosen = self.frame.id in look.frames
        rect = QRectF(QPointF(0, 0), self.size)
        painter.setOpacity(0.45)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(accent.tint))
        painter.drawRoundedRect(rect, 14, 14)
        painter.setOpacity(1.0)
        painter.setPen(style.pen(style.tokens.selection if chosen else accent.ink, 2.4 if chosen else 1.0, not chosen))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 14, 14)
        if self._title is None:
            fit = style.metrics(style.title_font).elidedText(
                self.frame.title, Qt.TextElideMode.ElideRight, self.size.width() - 32
            )
            self._title = style.static(fit, style.title_font)
        painter.setFont(style.title_font)
        painter.setPen(style.pen(accent.ink))
        painter.drawStaticText(QPointF(16, 7), self._title)
