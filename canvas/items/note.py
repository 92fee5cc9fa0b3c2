"""A note: a coloured sheet with simple Markdown, and a corner to resize it by."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from canvas.guard import painting
from canvas.items.hit import NOWHERE, Hit, Spot
from canvas.items.marks import paint_mark
from canvas.look import STEPPED_BACK, Level, Look
from canvas.views import NoteView, Rect

CORNER = 14.0


class NoteItem(QGraphicsItem):
    """One note. `rect` is its place; a gesture may show another before the model agrees."""

    def __init__(self, note: NoteView, look: Look) -> None:
        super().__init__()
        self.note = note
        self.look = look
        self.size = QSizeF(*note.rect[2:])
        self._document: QTextDocument | None = None
        self.setPos(*note.rect[:2])
        self.setZValue(1 + note.level / 1000)

    def show_note(self, note: NoteView) -> None:
        """Take the note's new view."""
        self.note = note
        self.setZValue(1 + note.level / 1000)
        self.forget_texts()
        self.place(note.rect)

    def place(self, rect: Rect) -> None:
        """Show the note at a place and of a size."""
        self.prepareGeometryChange()
        self.setPos(*rect[:2])
        self.size = QSizeF(*rect[2:])
        self.update()

    def forget_texts(self) -> None:
        """Lay the text out anew at the next painting."""
        self._document = None

    def card(self) -> QRectF:
        """The sheet in scene coordinates."""
        return QRectF(self.pos(), self.size)

    def boundingRect(self) -> QRectF:
        return QRectF(QPointF(0, 0), self.size).adjusted(-3, -3, 3, 3)

    def hit(self, at: QPointF, reach: float) -> Hit:
        """What of this note lies at a point in scene coordinates."""
        card = self.card()
        corner = QRectF(card.right() - CORNER, card.bottom() - CORNER, CORNER + reach / 2, CORNER + reach / 2)
        if corner.contains(at):
            return Hit(Spot.NOTE_CORNER, self.note.id)
        return Hit(Spot.NOTE, self.note.id) if card.contains(at) else NOWHERE

    @painting
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look, style = self.look, self.look.style
        if not look.painted() or look.level is Level.OVERVIEW:
            return
        if look.steps_back("notes", self.note.id):
            painter.setOpacity(STEPPED_BACK)
        accent = style.accent(self.note.accent)
        chosen = self.note.id in look.notes
        rect = QRectF(QPointF(0, 0), self.size)
        painter.setPen(style.pen(style.tokens.selection if chosen else accent.ink, 2.2 if chosen else 0.8))
        painter.setBrush(style.brush(accent.tint))
        painter.drawRoundedRect(rect, 6, 6)
        painter.setPen(style.pen(accent.ink, 1.2))
        right, bottom = rect.right() - 4, rect.bottom() - 4
        painter.drawLine(QPointF(right - 8, bottom), QPointF(right, bottom - 8))
        painter.drawLine(QPointF(right - 4, bottom), QPointF(right, bottom - 4))
        if look.level is Level.FULL:
            painter.save()
            painter.translate(10, 8)
            painter.setClipRect(QRectF(0, 0, rect.width() - 20, rect.height() - 16), Qt.ClipOperation.IntersectClip)
            context = QAbstractTextDocumentLayout.PaintContext()
            context.palette.setColor(QPalette.ColorRole.Text, QColor(style.tokens.text))
            self._laid_out().documentLayout().draw(painter, context)
            painter.restore()
            mark = look.difference.mark("notes", self.note.id) if look.difference is not None else None
            if mark is not None:
                painter.translate(0, -6)  # clear of the first line of the text
                paint_mark(painter, style, mark)

    def _laid_out(self) -> QTextDocument:
        if self._document is None:
            style = self.look.style
            document = QTextDocument()
            document.setDocumentMargin(0)
            document.setDefaultFont(style.text_font)
            document.setMarkdown(self.note.text, QTextDocument.MarkdownFeature.MarkdownNoHTML)
            self._document = document
        self._document.setTextWidth(self.size.width() - 20)
        return self._document
