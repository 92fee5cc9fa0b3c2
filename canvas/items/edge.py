"""A transition: its way, and the pill with its label and count, always horizontal and always readable."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from canvas import routing
from canvas.crowd import Crowd
from canvas.guard import painting
from canvas.items.batch import Batch, FarPill
from canvas.items.counts import count_words, pill_look
from canvas.items.hit import NOWHERE, Hit, Spot
from canvas.items.marks import difference_look, paint_sign, paint_spinner
from canvas.items.pill import PillTexts, lay_out, look_near, stamp_pill, write_near
from canvas.items.sheet import Sheet
from canvas.look import STEPPED_BACK, Level, Look
from canvas.obstacles import Card as Span
from canvas.obstacles import Cards
from canvas.routing import Points
from canvas.stamps import Stamps
from canvas.style import HEAT_WIDTHS, PILL_GAP, PILL_HEIGHT, PILL_MAX
from canvas.turning import TurnedCards, turned, turned_path
from canvas.views import Count, CountState, EdgeView, Point

_REACH = 10.0
LINE = 1.0
"""How wide a line is when nothing is special about it: wider ones cost four times as much to draw smoothly."""
_PARTED = (0.38, 0.56, 0.74)
"""Where labels stand along ways that share both ends."""
_ELSEWHERE = (0.5, 0.38, 0.62, 0.26, 0.74, 0.15, 0.85)
"""Where else along its way a label may stand when its own place is taken."""


class EdgeItem(QGraphicsItem):
    """One transition. Its ends are given by the scene; its path is made when it is first seen.

    Painting the line puts the item in the batch, for the pill to be painted above all lines. Routing knows ways to the
    right alone: for it, and in `via`, both axes are exchanged where a transition runs down.
    """

    route = routing.Routing.CURVED

    def __init__(self, edge: EdgeView, look: Look, batch: Batch, cards: Cards, crowd: Crowd, lane: int = 0) -> None:
        super().__init__()
        self.edge = edge
        self.look = look
        self._batch = batch
        self._cards = cards
        self._crowd = crowd
        self.lane = lane
        self.shares_output = False
        """Whether other transitions leave by the same output: then the label stands where the ways have parted."""
        self.shares_input = False
        """Whether other transitions arrive at the same input."""
        self._rank = 0
        self.x1 = self.y1 = self.x2 = self.y2 = 0.0
        self.down = False
        """Whether it leaves at the bottom of a card and enters the next one at its top."""
        self._via: Points | None = None
        self._bounds: QRectF | None = None
        self._pieces: list[Point] | None = None
        self._path: QPainterPath | None = None
        self._outline: QPainterPath | None = None
        self._pill: QRectF | None = None
        self._texts: PillTexts | None = None
        self._part = ("edges", edge.id)
        self.plain_pen: QPen | None = None
        self._sheet: tuple[tuple[PillTexts, str], Sheet | None] | None = None
        self._far: tuple[tuple[Level, Count], FarPill] | None = None
        self.reroutes = 0

    def place(self, x1: float, y1: float, x2: float, y2: float, *, down: bool = False) -> None:
        """Give the ends their places in scene coordinates; `down` where outputs are below and inputs above."""
        self.x1, self.y1, self.x2, self.y2, self.down = x1, y1, x2, y2, down
        self.forget_path()

    def rank(self) -> tuple[float, float]:
        """Sorts the transitions of one node as they are read: from top to bottom, those that run down from the left."""
        return (self.x1, self.x2) if self.down else (self.y1, self.y2)

    def _ends(self) -> tuple[float, float, float, float]:
        """Both ends as routing wants them, which only knows ways to the right."""
        return (self.y1, self.x1, self.y2, self.x2) if self.down else (self.x1, self.y1, self.x2, self.y2)

    def _bends(self) -> Points:
        """The user's points, as routing wants them."""
        return turned(self.edge.points) if self.down else self.edge.points

    def forget_path(self) -> None:
        """Find the way anew when it is next seen."""
        if self._bounds is not None:  # else it is told already, and nobody has asked since
            self.prepareGeometryChange()
        self._via = self._bounds = self._pieces = self._path = self._outline = None
        self._pill = self._far = None

    def show_edge(self, edge: EdgeView) -> None:
        """Take the transition's new view."""
        self.edge = edge
        self._texts = self.plain_pen = None
        self.forget_path()
        self.update()

    def forget_texts(self) -> None:
        """Lay texts out anew at the next painting: the style changed."""
        self._texts = self._pill = self._sheet = self._far = self.plain_pen = None

    @property
    def may_meet_cards(self) -> bool:
        """Whether it is long enough for other cards to stand in its way."""
        start, _, end, _ = self._ends()
        return self.edge.target is not None and not self.edge.points and routing.may_meet_cards(start, end)

    def neighbourhood(self) -> Span:
        """Where a card must stand to matter to the way: left, top, right, bottom."""
        x1, y1, x2, y2 = self._ends()
        left, right = (x1, x2) if x1 < x2 else (x2, x1)
        top, bottom = (y1, y2) if y1 < y2 else (y2, y1)
        beside = routing.REACH if routing.leads_back(x1, x2) else 0.0
        span = left - beside, top - routing.REACH, right + beside, bottom + 2 * routing.REACH
        return (span[1], span[0], span[3], span[2]) if self.down else span

    def via(self) -> Points:
        """The inner points of the way, as routing finds them."""
        if self._via is None:
            free = self.edge.points or self.edge.target is None
            cards = TurnedCards(self._cards) if self.down else self._cards
            self._via = () if free else routing.inner(*self._ends(), self.lane, cards)
        return self._via

    def pieces(self) -> list[Point]:
        """The way as a few straight pieces, ends included."""
        if self._pieces is None:
            found = routing.outline(*self._ends(), self.lane, self._bends(), self.via(), self.route)
            self._pieces = list(turned(found)) if self.down else found
        return self._pieces

    def boundingRect(self) -> QRectF:
        bounds = self._bounds
        if bounds is None:
            bounds = self._bounds = self._measured()
        return bounds

    def _measured(self) -> QRectF:
        left, top, right, bottom = routing.bounds(self._ends_or_pieces(), self.lane, bool(self.edge.points))
        half = PILL_MAX / 2
        left, right = left - half, max(right + half, self.x1 + PILL_GAP + PILL_MAX + 2)
        return QRectF(left, top - PILL_HEIGHT / 2, right - left, bottom - top + PILL_HEIGHT)

    def _ends_or_pieces(self) -> Sequence[Point]:
        """Enough of the way to know its bounds: of one that swings freely from end to end, the ends."""
        ends = ((self.x1, self.y1), (self.x2, self.y2))
        start, _, end, _ = self._ends()
        free = not self.edge.points and not self.lane and not routing.may_meet_cards(start, end)
        return ends if free else self.pieces()

    def _label_at(self) -> float | None:
        """Where along the way the label stands; None is beside the source, or beside the target."""
        if self.edge.label_at is None and self.shares_output and self.shares_input:
            return _PARTED[self._rank % len(_PARTED)]
        return self.edge.label_at

    def set_shares(self, output: bool, input_: bool, rank: int) -> None:
        """Note whether others leave by the same output, as the how-manieth this does, and whether others arrive."""
        if (output, input_, rank) != (self.shares_output, self.shares_input, self._rank):
            self.shares_output, self.shares_input, self._rank = output, input_, rank
            self._pill = self._far = None
            self.update()

    def way(self) -> QPainterPath:
        """The path as drawn, in scene coordinates."""
        if self._path is None:
            self.reroutes += 1
            arrow = self.edge.target is not None
            path = routing.path(*self._ends(), self.lane, self._bends(), self.route, arrow, self.via())
            self._path = turned_path(path) if self.down else path
        return self._path

    def crosses(self, area: QRectF) -> bool:
        """Whether the line itself runs through an area; the path's own question would count what it encloses."""
        if not self.boundingRect().intersects(area):
            return False
        for piece in self.way().toSubpathPolygons():
            points = [piece.at(index) for index in range(piece.count())]
            if any(_meets(area, before, after) for before, after in pairwise(points)):
                return True
        return False

    def middle(self) -> QPointF:
        """The middle of the way, where a new node would be inserted."""
        return self.way().pointAtPercent(0.5)

    def pill(self) -> QRectF:
        """Where the label and the count stand, in scene coordinates."""
        width = self._laid_out().width
        if self._pill is None or self._pill.width() != width:
            self._pill = self._place_pill(width)
        return self._pill

    def counted(self) -> bool:
        """Whether a count stands on it, known or not."""
        return self.look.counts_shown and self.look.count_of(self.edge.id).state is not CountState.NONE

    def says_something(self) -> bool:
        """Whether it has a pill."""
        return bool(self.edge.label) or self.counted()

    def _place_pill(self, width: float) -> QRectF:
        left, top, right, bottom = self._crowd.settle(self.edge.id, self._pill_places(width))
        return QRectF(left, top, right - left, bottom - top)

    def _pill_places(self, width: float) -> Iterator[Span]:
        """Where the pill may stand, the best place first; where the user put it is the only one."""
        place = self._label_at()
        half = PILL_HEIGHT / 2
        if place is not None:
            yield self._pill_at(place, width)
        elif self.down:
            yield from self._pill_places_down(width)
        elif self.shares_output:
            right = self.x2 - PILL_GAP - 6
            yield right - width, self.y2 - half, right, self.y2 + half
        else:
            left = self.x1 + PILL_GAP
            yield left, self.y1 - half, left + width, self.y1 + half
        if self.edge.label_at is None:
            for share in _ELSEWHERE:
                yield self._pill_at(share, width)

    def _pill_places_down(self, width: float) -> Iterator[Span]:
        """Over the card that it leads to, which has a column of its own; else under the one that it leaves."""
        if self.edge.target is not None and not self.shares_input:
            bottom = self.y2 - PILL_GAP
            yield self.x2 - width / 2, bottom - PILL_HEIGHT, self.x2 + width / 2, bottom
        top = self.y1 + PILL_GAP
        yield self.x1 - width / 2, top, self.x1 + width / 2, top + PILL_HEIGHT

    def _pill_at(self, share: float, width: float) -> Span:
        at = self.way().pointAtPercent(share)
        x, y = at.x(), at.y()
        return x - width / 2, y - PILL_HEIGHT / 2, x + width / 2, y + PILL_HEIGHT / 2

    def hit(self, at: QPointF, reach: float) -> Hit:
        """What of this transition lies at a point; `reach` is half the width of the zone around the line."""
        name = self.edge.id
        if self.look.level is Level.FULL and self.says_something() and self.pill().contains(at):
            return Hit(Spot.PILL, name)
        if not self.boundingRect().adjusted(-reach, -reach, reach, reach).contains(at):
            return NOWHERE
        before, beside = self.x2 - at.x(), self.y2 - at.y()
        if self.down:
            before, beside = beside, before
        if self.edge.target is not None and abs(before - 12) < 12 and abs(beside) < reach:
            return Hit(Spot.EDGE_TARGET, name)
        if self._outline is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(2 * _REACH)
            self._outline = stroker.createStroke(self.way())
        return Hit(Spot.EDGE, name) if self._outline.contains(at) else NOWHERE

    # Painting

    @painting
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look = self.look
        if not look.painted() or look.level is Level.OVERVIEW or self.edge.id in look.left_out:
            return
        part, pen = self._part, self.plain_pen
        self._batch.pills.append(self)
        plain = look.heat is None and look.found is None and look.difference is None
        if pen is not None and plain and part not in (look.hovered, look.focused) and not self._marked():
            self._batch.lines.append(self)
            return
        pen = self._line_pen()
        if look.focused == part:
            painter.setPen(look.style.pen(look.style.tokens.focus, pen.widthF() + 4))
            painter.drawPath(self.way())
        if look.steps_back("edges", self.edge.id):
            painter.setOpacity(STEPPED_BACK)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.way())

    def _marked(self) -> bool:
        look, name = self.look, self.edge.id
        return name in look.edges or name in look.near or name == look.marked_edge

    def _line_pen(self) -> QPen:
        """The pen of the line now. The one of a line that nothing is special about is kept."""
        colour, width = self._line_look()
        style = self.look.style
        pen = style.pen(colour, width, self.edge.disabled or self.edge.target is None)
        if (colour, width) == (style.tokens.edge, LINE):
            self.plain_pen = pen
        return pen

    def _line_look(self) -> tuple[str, float]:
        """Colour and width of the line now; a population's own when they are asked for."""
        look, name = self.look, self.edge.id
        tokens = look.style.tokens
        colour, width = tokens.edge, LINE
        if look.heat is not None:
            bucket = look.heat.bucket(look.count_of(name).value)
            if bucket is not None:
                colour, width = tokens.heat[bucket], HEAT_WIDTHS[bucket]
        mark = look.differs("edges", name)
        if mark is not None:
            colour, width = tokens.states[difference_look(mark)].ink, max(width, 2.4)
        if name in look.edges:
            return tokens.selection, max(width, 2.6)
        if name == look.marked_edge:
            return tokens.guide, max(width, 3.0)
        if look.hovered == ("edges", name) or name in look.near:
            return (tokens.edge_strong if look.heat is None else colour), max(width, 2.0)
        return colour, width

    def _laid_out(self) -> PillTexts:
        count = self.look.count_of(self.edge.id)
        texts = self._texts
        if texts is None or texts.count is not count:
            texts = self._texts = lay_out(self.edge.label, count, self.look, texts)
        return texts

    @painting
    def paint_pill(self, painter: QPainter, stamps: Stamps) -> None:
        """Draw the pill."""
        look, name = self.look, self.edge.id
        if not self.says_something():
            return
        chosen, texts = name in look.edges, self._laid_out()
        if look.found is not None:  # pills are painted one after the other by one painter
            painter.setOpacity(STEPPED_BACK if look.steps_back("edges", name) else 1.0)
        shown = look_near(texts, look, chosen)
        pill = self.pill()
        stamp_pill(stamps, pill, shown, PILL_HEIGHT / 2, look.style)
        stamps.enter(pill.x(), pill.y())
        self._write(painter, texts, shown[2])
        if texts.count.state is CountState.COMPUTING and look.counts_shown:
            look.pulsing.add(self._part)
            icon = texts.width - 9.0 - texts.digits - 10.0  # the middle of the icon before the count
            paint_spinner(painter, look, QRectF(icon - 8.0, PILL_HEIGHT / 2 - 8.0, 16, 16))
        mark = look.differs("edges", name)
        if mark is not None and self.edge.target is not None:
            paint_sign(painter, look.style, mark, self.middle() - pill.topLeft())

    def _write(self, painter: QPainter, texts: PillTexts, ink: str) -> None:
        """Write on the pill. What is written again unchanged is kept; a number of this frame alone is not."""
        shown, sheet = self._sheet or (None, None)
        key = (texts, ink)
        if shown is None or shown[0] is not texts or shown[1] != ink:
            self._sheet = (key, None)
            write_near(painter, texts, self.look, ink)
            return
        if sheet is None:
            sheet = Sheet()
            write_near(sheet, texts, self.look, ink)
            self._sheet = (key, sheet)
        sheet.repeat(painter)

    def far_pill(self) -> FarPill:
        """The pill from a middle distance, in scene coordinates."""
        look, style = self.look, self.look.style
        key = (look.level, look.count_of(self.edge.id))
        if self._far is None or self._far[0] != key:
            count, pill = key[1], self.pill()
            text = style.number(count_words(count, look), style.far_count_font)
            wide = max(pill.width(), text.width + 10.0)
            # It grows to the side where there is room: away from the card that it stands beside.
            way = 0.0 if self.down else self.x2 - self.x1
            share = min(max((pill.center().x() - self.x1) / way, 0.0), 1.0) if way else 0.5
            rect = QRectF(pill.left() - (wide - pill.width()) * share, pill.top(), wide, PILL_HEIGHT)
            at = QPointF((wide - text.width) / 2, (PILL_HEIGHT - text.height) / 2)
            shown = (*pill_look(count.state, look), count.state is CountState.STALE)
            self._far = (key, FarPill(shown, rect, at, text))
        return self._far[1]


def _meets(area: QRectF, start: QPointF, end: QPointF) -> bool:
    """Whether a straight piece runs through an area: clip it side by side."""
    low, high = 0.0, 1.0
    for origin, step, first, last in (
        (start.x(), end.x() - start.x(), area.left(), area.right()),
        (start.y(), end.y() - start.y(), area.top(), area.bottom()),
    ):
        if step == 0:
            if not first <= origin <= last:
                return False
            continue
        one, two = sorted(((first - origin) / step, (last - origin) / step))
        low, high = max(low, one), min(high, two)
    return low <= high
