"""A frame: a titled, tinted area behind nodes, taken hold of by its title or its border, not by its inside.

Collapsed, it is a card of its own among the others, with what goes in and out and the worst state inside.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from canvas.geometry import Shape, shape_with, side_of
from canvas.guard import painting
from canvas.items.counts import count_words
from canvas.items.hit import NOWHERE, Hit, Spot
from canvas.items.marks import Marks, paint_mark
from canvas.lettering import Text
from canvas.look import STEPPED_BACK, Level, Look
from canvas.style import CARD_RADIUS, CARD_WIDTH, Accent
from canvas.views import Count, CountState, FrameView, Rect, Status
from canvas.words import tr

TITLE_HEIGHT = 30.0
_CORNER = 16.0
_TEXT_LEFT = 58.0
_FRONT = 2.0
"""Among the cards of nodes."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a collapsed frame says: how many nodes it holds, what enters and leaves, and its worst state."""

    nodes: int
    entering: Count | None
    leaving: Count | None
    status: Status


class FrameItem(QGraphicsItem):
    """One frame."""

    def __init__(self, frame: FrameView, look: Look, summary_of: Callable[[str], Summary]) -> None:
        super().__init__()
        self.frame = frame
        self.look = look
        self.size = QSizeF(*frame.rect[2:])
        self.shape_of_card: Shape | None = None
        """The card while collapsed."""
        self._summary_of = summary_of
        self._marks = Marks(look)
        self._title: Text | None = None
        self._far: Text | None = None
        self._lines: tuple[Summary, list[Text]] | None = None
        self.setPos(*frame.rect[:2])
        self._stack()

    def _stack(self) -> None:
        self.setZValue(_FRONT if self.shape_of_card is not None else -1 + self.frame.level / 1000)

    def show_frame(self, frame: FrameView) -> None:
        """Take the frame's new view."""
        self.frame = frame
        self.forget_texts()
        self._stack()
        self.place(frame.rect)

    def place(self, rect: Rect) -> None:
        """Show the frame at a place and of a size."""
        self.prepareGeometryChange()
        self.setPos(*rect[:2])
        self.size = QSizeF(*rect[2:])
        self.update()

    def fold(self, ins: int, outs: int, *, down: bool = False) -> None:
        """Become a card with so many ports on its sides, or above and below."""
        shape = shape_with(ins, outs, down=down)
        if shape is not self.shape_of_card:
            self.prepareGeometryChange()
            self.shape_of_card = shape
            self.forget_texts()
            self._stack()

    def unfold(self) -> None:
        """Become an area again."""
        if self.shape_of_card is not None:
            self.prepareGeometryChange()
            self.shape_of_card = None
            self.forget_texts()
            self._stack()

    def forget_texts(self) -> None:
        """Lay texts out anew at the next painting."""
        self._title = self._far = self._lines = None

    def card(self) -> QRectF:
        """The area, or the card while collapsed, in scene coordinates."""
        if self.shape_of_card is not None:
            return self.shape_of_card.rect.translated(self.pos())
        return QRectF(self.pos(), self.size)

    def port_at(self, index: int, output: bool) -> QPointF:
        """The middle of a port of its card, in scene coordinates. Only a collapsed frame has ports."""
        shape = self.shape_of_card
        assert shape is not None, "a frame that shows its nodes has no ports"
        places = shape.outs if output else shape.ins
        x, y = places[min(index, len(places) - 1)] if places else side_of(shape, output=output)
        return QPointF(self.x() + x, self.y() + y)

    def boundingRect(self) -> QRectF:
        if self.shape_of_card is not None:
            return self.shape_of_card.bounds.adjusted(-2, -2, 2, 2)
        return QRectF(QPointF(0, 0), self.size).adjusted(-3, -3, 3, 3)

    def covers(self, at: QPointF) -> bool:
        """Whether it hides what lies below at a point in scene coordinates: only its card does."""
        return self.shape_of_card is not None and self.card().contains(at)

    def hit(self, at: QPointF, reach: float) -> Hit:
        """What of this frame lies at a point in scene coordinates; its inside belongs to what stands in it."""
        card = self.card()
        if not card.adjusted(-reach, -reach, reach, reach).contains(at):
            return NOWHERE
        if self.look.level is Level.FULL and self._switch().translated(self.pos()).contains(at):
            return Hit(Spot.FRAME_SWITCH, self.frame.id)
        if self.shape_of_card is not None:
            return Hit(Spot.FRAME, self.frame.id) if card.contains(at) else NOWHERE
        if at.x() > card.right() - _CORNER and at.y() > card.bottom() - _CORNER:
            return Hit(Spot.FRAME_CORNER, self.frame.id)
        border = not card.adjusted(reach / 2, reach / 2, -reach / 2, -reach / 2).contains(at)
        title = card.contains(at) and at.y() < card.top() + TITLE_HEIGHT
        return Hit(Spot.FRAME, self.frame.id) if border or title else NOWHERE

    def _switch(self) -> QRectF:
        """The little arrow that collapses and expands."""
        width = CARD_WIDTH if self.shape_of_card is not None else self.size.width()
        top = self.shape_of_card.rect.height() / 2 - 12 if self.shape_of_card is not None else 5.0
        return QRectF(width - 30, top, 24, 24)

    # Painting

    @painting
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look = self.look
        if not look.painted() or look.level is Level.OVERVIEW:
            return
        accent = look.style.accent(self.frame.accent)
        back = look.steps_back("frames", self.frame.id)
        if back and (look.found is None or look.found.nodes.isdisjoint(self.frame.nodes)):
            painter.setOpacity(STEPPED_BACK)
        if self.shape_of_card is not None:
            self._paint_card(painter, accent, self.shape_of_card)
        else:
            self._paint_area(painter, accent)
        if look.level is Level.FULL:
            self._paint_switch(painter, accent)
            mark = look.difference.mark("frames", self.frame.id) if look.difference is not None else None
            if mark is not None:
                paint_mark(painter, look.style, mark)

    def _paint_area(self, painter: QPainter, accent: Accent) -> None:
        style = self.look.style
        chosen = self.frame.id in self.look.frames
        rect = QRectF(QPointF(0, 0), self.size)
        opacity = painter.opacity()
        painter.setOpacity(0.45 * opacity)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(accent.tint))
        painter.drawRoundedRect(rect, 14, 14)
        painter.setOpacity(opacity)
        painter.setPen(style.pen(style.tokens.selection if chosen else accent.ink, 2.4 if chosen else 1.0, not chosen))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 14, 14)
        painter.setPen(style.pen(accent.ink))
        self._titled(self.size.width() - 50).draw(painter, QPointF(16, 7))

    def _titled(self, room: float) -> Text:
        if self._title is None:
            style = self.look.style
            self._title = style.fitted(self.frame.title, style.title_font, room)
        return self._title

    def _paint_card(self, painter: QPainter, accent: Accent, shape: Shape) -> None:
        look, style = self.look, self.look.style
        tokens, rect = style.tokens, shape.rect
        if look.focused == ("frames", self.frame.id):
            painter.setPen(style.pen(tokens.focus, 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-5, -5, 5, 5), CARD_RADIUS + 4, CARD_RADIUS + 4)
        painter.setBrush(style.brush(accent.tint))
        painter.setPen(style.pen(accent.ink, 1.0))
        for away in (6.0, 3.0):  # a pile of cards
            painter.drawRoundedRect(rect.adjusted(away, away, -away, away), CARD_RADIUS, CARD_RADIUS)
        chosen = self.frame.id in look.frames
        holds = not chosen and bool(look.nodes) and not look.nodes.isdisjoint(self.frame.nodes)
        if chosen or holds:
            painter.setPen(style.pen(tokens.selection, 2.5, dashed=holds))
        painter.setBrush(style.brush(tokens.card))
        painter.drawRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
        if look.level is not Level.FULL:
            self._paint_far(painter, rect)
            return
        self._paint_words(painter, accent, rect)
        painter.setPen(style.pen(tokens.port, 1.5))
        painter.setBrush(style.brush(tokens.card))
        painter.drawPath(shape.ports)
        if look.states_shown:
            self._marks.paint(painter, self._said()[0].status, rect.height())

    def _paint_far(self, painter: QPainter, rect: QRectF) -> None:
        style = self.look.style
        if self._far is None:
            self._far = style.fitted(self.frame.title, style.big_font, CARD_WIDTH - 30)
        painter.setPen(style.pen(style.tokens.text))
        self._far.draw(painter, QPointF(18, rect.height() / 2 - 14))

    def _paint_words(self, painter: QPainter, accent: Accent, rect: QRectF) -> None:
        style, middle = self.look.style, rect.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(accent.tint))
        painter.drawRoundedRect(QRectF(12, middle - 18, 36, 36), 8, 8)
        painter.setPen(style.pen(accent.ink))
        style.icon("ph.stack").draw(painter, QPointF(20, middle - 10))
        lines = self._said()[1]
        top = middle - 8.5 - 8.0 * len(lines)
        painter.setPen(style.pen(style.tokens.text))
        self._titled(CARD_WIDTH - _TEXT_LEFT - 34).draw(painter, QPointF(_TEXT_LEFT, top))
        painter.setPen(style.pen(style.tokens.text_quiet))
        for index, line in enumerate(lines):
            line.draw(painter, QPointF(_TEXT_LEFT, top + 18 + index * 15))

    def _said(self) -> tuple[Summary, list[Text]]:
        summary = self._summary_of(self.frame.id)
        if self._lines is None or self._lines[0] != summary:
            style = self.look.style
            room = CARD_WIDTH - _TEXT_LEFT - 14.0
            words = summary_words(summary, self.look)
            self._lines = (summary, [style.fitted(line, style.small_font, room) for line in words])
        return self._lines

    def _paint_switch(self, painter: QPainter, accent: Accent) -> None:
        style, switch = self.look.style, self._switch()
        painter.setPen(style.pen(accent.ink))
        icon = "ph.caret-right" if self.shape_of_card is not None else "ph.caret-down"
        style.icon(icon, small=True).draw(painter, QPointF(switch.center().x() - 6, switch.center().y() - 6))


def summary_words(summary: Summary, look: Look) -> list[str]:
    """What a collapsed frame says below its title: how many nodes, what enters and what leaves."""
    words = [tr("{n} node(s)", summary.nodes)]
    doubt = _doubt([count for count in (summary.entering, summary.leaving) if count is not None])
    if doubt:
        words[0] = f"{words[0]}, {doubt}"
    if not look.counts_shown:
        return words[:1]
    flow: list[str] = []
    for text, count in ((tr("{count} in"), summary.entering), (tr("{count} out"), summary.leaving)):
        if count is not None:
            flow.append(text.format(count=count_words(count, look)))
    return [*words, " · ".join(flow)] if flow else words


def _doubt(counts: list[Count]) -> str:
    """Why the sums cannot be trusted, in words; empty when they can."""
    states = {count.state for count in counts}
    for state, words in (
        (CountState.ERROR, tr("count failed")), (CountState.COMPUTING, tr("being counted")),
        (CountState.STALE, tr("out of date")),
    ):  # fmt: skip
        if state in states:
            return words
    return ""
