"""What waits, while the items of a frame are painted, to be painted together: lines, plain cards, and pills above all.

From a middle distance hundreds of them are seen. One pen and one brush for all alike saves half of the work.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from canvas.guard import painting
from canvas.look import Level, Look
from canvas.style import CARD_RADIUS, LOUD, RUN_LOOKS, SEVERITY_LOOKS
from canvas.views import Status

if TYPE_CHECKING:
    from canvas.items.edge import EdgeItem
    from canvas.items.node import NodeItem

PillLook = tuple[str, str, str, bool]
"""Border, ground and ink, and whether the border is dashed."""


class FarPill(NamedTuple):
    """A pill that shows a number alone: where it stands, and its text."""

    look: PillLook
    rect: QRectF
    at: QPointF
    text: QStaticText


_EVERYWHERE = QRectF(-1e7, -1e7, 2e7, 2e7)
_BORDER = 1.4


@dataclass(slots=True)
class Batch:
    """The items of one frame that wait."""

    lines: "list[EdgeItem]" = field(default_factory=list)
    cards: "list[NodeItem]" = field(default_factory=list)
    pills: "list[EdgeItem]" = field(default_factory=list)

    def clear(self) -> None:
        """Nothing waits."""
        for row in (self.lines, self.cards, self.pills):
            row.clear()


class LineLayer(QGraphicsItem):
    """Stands just above the transitions, and paints the lines of all that nothing is special about."""

    def __init__(self, look: Look, batch: Batch) -> None:
        super().__init__()
        self._look = look
        self._batch = batch
        self.setZValue(0.5)

    def boundingRect(self) -> QRectF:
        return _EVERYWHERE

    @painting
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        lines = self._batch.lines.copy()
        self._batch.lines.clear()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen: QPen | None = None
        for item in lines:
            if item.plain_pen is not None and item.plain_pen is not pen:
                pen = item.plain_pen
                painter.setPen(pen)
            painter.drawPath(item.way())


class BatchLayer(QGraphicsItem):
    """Stands above all else: a count is never hidden. It is never hit: what it paints belongs to others."""

    def __init__(self, look: Look, batch: Batch) -> None:
        super().__init__()
        self._look = look
        self._batch = batch
        self.setZValue(2.5)

    def boundingRect(self) -> QRectF:
        return _EVERYWHERE

    @painting
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        cards, pills = self._batch.cards.copy(), self._batch.pills.copy()
        self._batch.cards.clear()
        self._batch.pills.clear()
        if cards:
            self._paint_cards(painter, cards)
        if self._look.level is Level.PLAIN:
            self._paint_pills(painter, pills)
        else:
            for item in pills:
                item.paint_pill(painter)

    def _paint_cards(self, painter: QPainter, items: "list[NodeItem]") -> None:
        """Cards of which only their kind and their title are seen, in the coordinates of the scene."""
        style = self._look.style
        places = [(item, item.card()) for item in items]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(style.tokens.card_border))
        for _, card in places:
            painter.drawRoundedRect(card, CARD_RADIUS, CARD_RADIUS)
        painter.setBrush(style.brush(style.tokens.card))
        bars: dict[str, list[QRectF]] = {}
        for item, card in places:
            inner = card.adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)
            painter.drawRoundedRect(inner, CARD_RADIUS - _BORDER, CARD_RADIUS - _BORDER)
            bar = QRectF(card.x(), card.y() + CARD_RADIUS, 6, card.height() - 2 * CARD_RADIUS)
            bars.setdefault(item.node.accent, []).append(bar)
        for accent, rects in bars.items():
            painter.setBrush(style.brush(style.accent(accent).ink))
            painter.drawRects(rects)
        painter.setFont(style.big_font)
        painter.setPen(style.pen(style.tokens.text))
        for item, card in places:
            painter.drawStaticText(QPointF(card.x() + 18, card.center().y() - 14), item.far_title())
        for item, card in places:
            status = self._look.status_of(item.node.id)
            if status.run in LOUD or status.badge is not None:
                self._paint_alarm(painter, status, card)

    def _paint_alarm(self, painter: QPainter, status: Status, card: QRectF) -> None:
        """What wants attention, as a large mark at the end of a card."""
        style = self._look.style
        if status.badge is not None:
            colour, icon = SEVERITY_LOOKS[status.badge.severity]
        else:
            colour, icon = RUN_LOOKS[status.run]
        look = style.tokens.states[colour]
        at = QPointF(card.right() - 22, card.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(look.tint))
        painter.drawEllipse(at, 16, 16)
        painter.setFont(style.icon_font)
        painter.setPen(style.pen(look.ink))
        painter.drawStaticText(at - QPointF(10, 10), style.icon(icon))

    def _paint_pills(self, painter: QPainter, items: "list[EdgeItem]") -> None:
        """Pills that show a number alone, as large as fits; those of one look together."""
        style = self._look.style
        groups: dict[PillLook, list[FarPill]] = {}
        for item in items:
            made = item.far_pill()
            groups.setdefault(made.look, []).append(made)
        for (border, ground, _, dashed), row in groups.items():
            painter.setPen(style.pen(border, 1.0, dashed))
            painter.setBrush(style.brush(ground))
            for pill in row:
                painter.drawRoundedRect(pill.rect, 6, 6)
        painter.setFont(style.far_count_font)
        for (_, _, ink, _), row in groups.items():
            painter.setPen(style.pen(ink))
            for pill in row:
                painter.drawStaticText(pill.at, pill.text)
