"""What can still be read from afar: counts, and what kind a card is, in pixels of the screen, wherever there is room.

A number that shrank with the scene could not be read; one that keeps its size can, until cards stand too close.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTransform

from canvas.items.counts import count_words, pill_look
from canvas.items.edge import EdgeItem
from canvas.items.node import NodeItem
from canvas.lettering import Text
from canvas.look import Look, Shares
from canvas.style import PILL_GAP, PILL_MAX, SEVERITY_LOOKS
from canvas.views import Count, Severity

WORDS_ABOVE = 0.14
"""Below this zoom even small numbers have no room between two cards."""
MOST_WORDS = 500
"""More counts than these in sight are not written: they would be a texture, and take long."""
_SIDE, _AWAY, _LINE = 4.0, 1.0, 13.0
"""Room at the sides of a number, between it and a card, and the height of it all; pixels."""
_ICON, _TITLE = 12.0, 48.0
"""The size of an icon, and the least room that a title gets."""
PillColours = tuple[str, str, str]
"""Border, ground and ink."""
_REACH = PILL_GAP + PILL_MAX
"""How far from its card a number may stand, in scene units: no farther than the next column."""


@dataclass(slots=True)
class _Places:
    """The places that are taken, by rows of the screen."""

    rows: dict[int, list[QRectF]] = field(default_factory=dict[int, list[QRectF]])

    def take(self, place: QRectF) -> bool:
        """Take a place if it is free; whether it was."""
        rows = [self.rows.setdefault(row, []) for row in range(int(place.top() // 16), int(place.bottom() // 16) + 1)]
        if any(place.intersects(other) for row in rows for other in row):
            return False
        for row in rows:
            row.append(place)
        return True


class FarWords:
    """Writes over an overview."""

    def __init__(self, look: Look, nodes: Mapping[str, NodeItem], edges: Mapping[str, EdgeItem]) -> None:
        self._look = look
        self._nodes = nodes
        self._edges = edges
        self._texts: dict[str, tuple[tuple[Count, Shares], Text]] = {}

        self._written: dict[str, QRectF] = {}
        """Where numbers were written last, in scene coordinates."""

    def forget(self) -> None:
        """Lay all out anew."""
        self._texts.clear()
        self._written.clear()

    def count_at(self, at: QPointF) -> str:
        """The transition whose number is read at a point of the scene; empty where there is none."""
        return next((name for name, place in self._written.items() if place.contains(at)), "")

    def number_of(self, edge: str) -> QRectF:
        """Where the number of a transition was written, in scene coordinates; empty where it was not."""
        return self._written.get(edge, QRectF())

    def write(
        self,
        painter: QPainter,
        pixels: QTransform,
        counts: Mapping[str, QRectF],
        kinds: Mapping[str, str],
        remarks: Mapping[str, Severity],
    ) -> None:
        """Write the counts of transitions, each with a mark in case it has no room; the icons of nodes, in colours; and
        how much what is to be said about nodes matters.

        The painter is in pixels, and the transformation takes the scene to them.
        """
        self._write_counts(painter, pixels, counts)
        style = self._look.style
        for name, colour in kinds.items():
            item = self._nodes[name]
            card = pixels.mapRect(item.card())
            if card.height() > _ICON:
                painter.setPen(style.pen(colour))
                self._write_kind(painter, item, card)
        for name, severity in remarks.items():
            colour, icon = SEVERITY_LOOKS[severity]
            look, corner = style.tokens.states[colour], pixels.mapRect(self._nodes[name].card()).topRight()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.brush(look.tint))
            painter.drawEllipse(corner, _ICON / 2 + 1, _ICON / 2 + 1)
            painter.setPen(style.pen(look.ink))
            _draw_in_middle(painter, style.icon(icon, small=True), corner)

    def _write_kind(self, painter: QPainter, item: NodeItem, card: QRectF) -> None:
        """Write the icon of a node, and its title where more than the beginning of a word has room."""
        style = self._look.style
        icon = style.icon(item.node.icon, small=True)
        room = card.width() - _ICON - 3 * _SIDE
        if room < _TITLE:
            _draw_in_middle(painter, icon, card.center())
            return
        left, middle = card.left() + _SIDE, card.center().y()
        icon.draw(painter, QPointF(left, middle - icon.height / 2))
        title = style.fitted(item.node.title, style.screen_font, room)
        title.draw(painter, QPointF(left + _ICON + _SIDE, middle - title.height / 2))

    def _write_counts(self, painter: QPainter, pixels: QTransform, counts: Mapping[str, QRectF]) -> None:
        look, style, places = self._look, self._look.style, _Places()
        back = pixels.inverted()[0]
        self._written.clear()
        written: dict[PillColours, list[tuple[QRectF, Text]]] = {}
        marks: list[QRectF] = []
        for name, mark in counts.items():
            count = look.count_of(name)
            text = self._text(name, count)
            place = _place(self._edges[name], text.width + 2 * _SIDE, pixels)
            if place is None or not places.take(place):
                marks.append(pixels.mapRect(mark))
                continue
            self._written[name] = back.mapRect(place)
            border, ground, ink = pill_look(count.state, look)
            border = style.tokens.selection if name in look.edges else border
            written.setdefault((border, ground, ink), []).append((place, text))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(style.tokens.pill_border))
        painter.drawRects(marks)
        for (border, ground, ink), numbers in written.items():
            painter.setPen(style.pen(border))
            painter.setBrush(style.brush(ground))
            painter.drawRects([place for place, _ in numbers])
            painter.setPen(style.pen(ink))
            for place, text in numbers:
                _draw_in_middle(painter, text, place.center())

    def _text(self, name: str, count: Count) -> Text:
        key = (count, self._look.shares)
        kept = self._texts.get(name)
        if kept is None or kept[0] != key:
            style = self._look.style
            kept = self._texts[name] = (key, style.number(count_words(count, self._look), style.screen_count_font))
        return kept[1]


def _draw_in_middle(painter: QPainter, text: Text, middle: QPointF) -> None:
    text.draw(painter, middle - QPointF(text.width / 2, text.height / 2))


def _place(item: EdgeItem, width: float, pixels: QTransform) -> QRectF | None:
    """Where a number of a width has room, in pixels; None where it has none.

    Beside the card that the transition leads to, which is its own way; beside the one that it comes from if others
    arrive at the same card.
    """
    start, end = pixels.map(QPointF(item.x1, item.y1)), pixels.map(QPointF(item.x2, item.y2))
    loose = item.edge.target is None
    first, reach = loose or item.shares_input, _REACH * pixels.m11()
    beside = start if first else end
    if item.down:
        top = start.y() + _AWAY if first else end.y() - _AWAY - _LINE
        fits = loose or end.y() - start.y() >= _LINE + 2 * _AWAY
        return QRectF(round(beside.x() - width / 2), round(top), width, _LINE) if fits else None
    room = reach if loose else min(end.x() - start.x(), reach)
    if room < width + 2 * _AWAY:
        return None
    middle = start.x() + room / 2 if first else end.x() - room / 2
    return QRectF(round(middle - width / 2), round(beside.y() - _LINE / 2), width, _LINE)
