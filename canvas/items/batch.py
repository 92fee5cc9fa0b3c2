"""What waits, while the items of a frame are painted, to be painted together: lines, plain cards, and pills above all.

From a middle distance hundreds of them are seen. One pen and one brush for all alike saves half of the work.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from canvas.guard import painting
from canvas.items.pill import PillLook, stamp_pill
from canvas.lettering import Text
from canvas.look import Level, Look
from canvas.stamps import Stamps
from canvas.style import LOUD, RUN_LOOKS, SEVERITY_LOOKS
from canvas.views import Status

if TYPE_CHECKING:
    from canvas.items.edge import EdgeItem
    from canvas.items.node import NodeItem


class FarPill(NamedTuple):
    """A pill that shows a number alone: where it stands, and its text, from the top left of the pill."""

    look: PillLook
    rect: QRectF
    at: QPointF
    text: Text


_EVERYWHERE = QRectF(-1e7, -1e7, 2e7, 2e7)


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
        stamps = Stamps(painter, self._look.stamps)
        if self._look.level is Level.PLAIN:
            self._paint_pills(painter, stamps, pills)
        else:
            for item in pills:
                if self._look.telling is None or self._look.painted():
                    item.paint_pill(painter, stamps)
        stamps.done()

    def _paint_cards(self, painter: QPainter, items: "list[NodeItem]") -> None:
        """Cards of which only their kind and their title are seen: first all grounds, then all words."""
        style, stamps = self._look.style, Stamps(painter, self._look.stamps)
        places = [(item, item.place()) for item in items]
        for item, place in places:
            stamps.put((item.node.accent, place[3]), place, 0.0, item.paint_ground)
        stamps.done()
        painter.setPen(style.pen(style.tokens.text))
        alarms: list[tuple[Status, float, float]] = []
        for item, place in places:
            x, y = stamps.snapped(place[0], place[1])
            item.far_title().draw(painter, QPointF(x + 18, y + place[3] / 2 - 14))
            status = self._look.status_of(item.node.id)
            if status.run in LOUD or status.badge is not None:
                alarms.append((status, x + place[2] - 22, y + place[3] / 2))
        for status, x, y in alarms:
            self._paint_alarm(painter, status, QPointF(x, y))

    def _paint_alarm(self, painter: QPainter, status: Status, at: QPointF) -> None:
        """What wants attention, as a large mark at the end of a card."""
        style = self._look.style
        if status.badge is not None:
            colour, icon = SEVERITY_LOOKS[status.badge.severity]
        else:
            colour, icon = RUN_LOOKS[status.run]
        look = style.tokens.states[colour]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(look.tint))
        painter.drawEllipse(at, 16, 16)
        painter.setPen(style.pen(look.ink))
        style.icon(icon).draw(painter, at - QPointF(10, 10))

    def _paint_pills(self, painter: QPainter, stamps: Stamps, items: "list[EdgeItem]") -> None:
        """Pills that show a number alone, as large as fits."""
        style = self._look.style
        pills = [item.far_pill() for item in items if item.counted()]
        for pill in pills:
            stamp_pill(stamps, pill.rect, pill.look, 6.0, style)
        stamps.done()
        for pill in pills:
            painter.setPen(style.pen(pill.look[2]))
            x, y = stamps.snapped(pill.rect.x(), pill.rect.y())
            pill.text.draw(painter, QPointF(x + pill.at.x(), y + pill.at.y()))
