"""The way of a transition from an output to an input: pure geometry, quick enough to run for each step of a drag.

Outputs look right and inputs look left. A way that leads back goes between its two cards where they stand in different
rows, else around below both. A way that would run behind cards passes them by the nearest gap. Transitions between the
same two ports are told apart by `lane`. Orthogonal ways to different heights use different channels before the target.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from canvas.obstacles import Card, Cards, columns, gap
from canvas.style import CARD_HEIGHT, CARD_WIDTH, PORT_RADIUS
from canvas.views import Point

CORNER = 10.0
STUB = 132.0
"""How long an open transition is drawn."""
_LANE = 10.0
_SIDE = 26.0
_BELOW = CARD_HEIGHT / 2 + 40.0
_PAST = CARD_HEIGHT / 2 + 12.0
"""How far from its ends, above or below, a way between two rows runs at least."""
_CLEAR = 16.0
"""How far a way keeps from the cards that it passes."""
_NEAR = 4.0
REACH = 600.0
"""How far above and below its ends a way looks for a gap."""

Points = tuple[Point, ...]
NO_CARDS = Cards()


class Routing(StrEnum):
    """How transitions run; one choice for the whole canvas."""

    CURVED = "curved"
    ORTHOGONAL = "orthogonal"


def leads_back(x1: float, x2: float) -> bool:
    """Whether a target lies so far left that the way must go around."""
    return x2 < x1 + 2 * PORT_RADIUS


def may_meet_cards(x1: float, x2: float) -> bool:
    """Whether a card may stand between two ends; most transitions are too short for one."""
    return x2 - x1 > CARD_WIDTH or leads_back(x1, x2)


def inner(x1: float, y1: float, x2: float, y2: float, lane: int, cards: Cards = NO_CARDS) -> Points:
    """The points between the ends that a way leads through: none when it is free to swing, else all its corners."""
    if leads_back(x1, x2):
        return _back(x1, y1, x2, y2, lane, cards)
    if x2 - x1 <= CARD_WIDTH:
        return ()
    high, low = (y1, y2) if y1 < y2 else (y2, y1)
    if not _any_touches(cards.within(x1, high - _NEAR, x2, low + _NEAR), x1, y1, x2, y2):
        return ()
    found = cards.within(x1, high - REACH, x2, low + REACH)
    passed: list[Point] = []
    for column in columns(found, 3 * _CLEAR):
        left, right = column[0][0] - _CLEAR, max(card[2] for card in column) + _CLEAR
        ideal = y1 + (y2 - y1) * ((left + right) / 2 - x1) / (x2 - x1)
        y = gap(column, ideal, _CLEAR) + lane * 3.0
        if passed and abs(passed[-1][1] - y) < 1:
            passed[-1] = (right, passed[-1][1])
        else:
            passed += [(left, y), (right, y)]
    return tuple(passed)


def _any_touches(cards: Sequence[Card], x1: float, y1: float, x2: float, y2: float) -> bool:
    """Whether the free swing from end to end runs behind one of the cards; its middle is close to a straight line."""
    reach = min((x2 - x1) / 2, 140.0) / 2
    slope = (y2 - y1) / max(x2 - x1 - 2 * reach, 1.0)
    start, end = x1 + reach, x2 - reach
    for left, top, right, bottom in cards:
        one = y1 + slope * (min(max(left, start), end) - start)
        two = y1 + slope * (min(max(right, start), end) - start)
        if one > two:
            one, two = two, one
        if one < bottom + _NEAR and two > top - _NEAR:
            return True
    return False


def _back(x1: float, y1: float, x2: float, y2: float, lane: int, cards: Cards) -> Points:
    side = _SIDE + lane * _LANE
    right, left = x1 + side, x2 - side
    if abs(y2 - y1) >= 2 * _PAST:
        return (right, y1), *_between(right, y1, left, y2, lane, cards), (left, y2)
    low = max(y1, y2) + _BELOW
    found = cards.within(left, low - REACH, right, low + 2 * REACH)
    low = gap(found, low, _CLEAR, down_only=True) + lane * _LANE
    return (right, y1), (right, low), (left, low), (left, y2)


def _between(right: float, y1: float, left: float, y2: float, lane: int, cards: Cards) -> Points:
    """The corners between two rows: at one height if nothing stands on the way down to it and on from it, else at two.

    These are past the first row and before the last, with a gap of all rows between them.
    """
    past = _PAST if y2 > y1 else -_PAST
    found = cards.at((left, min(y1, y2), right, max(y1, y2)))
    first, middle, last = (gap(found, y, _CLEAR) + lane * 3.0 for y in (y1 + past, (y1 + y2) / 2, y2 - past))
    for at in (first, middle, last):
        if not _stands_at(right, y1, at, cards) and not _stands_at(left, at, y2, cards):
            return (right, at), (left, at)
    rows = cards.at((left - REACH, min(first, last), right + REACH, max(first, last)))
    across = gap([(top, x1, bottom, x2) for x1, top, x2, bottom in rows], (left + right) / 2, _CLEAR) + lane * 3.0
    return (right, first), (across, first), (across, last), (left, last)


def _stands_at(x: float, y1: float, y2: float, cards: Cards) -> bool:
    """Whether a card stands on a straight way up or down."""
    return bool(cards.at((x - _NEAR, min(y1, y2), x + _NEAR, max(y1, y2))))


def corners(x1: float, y1: float, x2: float, y2: float, lane: int = 0, via: Sequence[Point] = ()) -> list[Point]:
    """The corner points of an orthogonal way, ends included. `via` are the inner points."""
    if leads_back(x1, x2):
        return [(x1, y1), *via, (x2, y2)]
    if via:
        return _squared([(x1, y1), *via, (x2, y2)])
    if y1 == y2 and not lane:
        return [(x1, y1), (x2, y2)]
    channel = max(x2 - _SIDE - ((y2 // 12) % 4 + lane) * _LANE, (x1 + x2) / 2 if x2 - x1 < 2 * _SIDE else x1 + _SIDE)
    return [(x1, y1), (channel, y1), (channel, y2), (x2, y2)]


def _squared(points: Sequence[Point]) -> list[Point]:
    bent = [points[0]]
    for before, after in pairwise(points):
        if before[0] != after[0] and before[1] != after[1]:
            middle = (before[0] + after[0]) / 2
            bent += [(middle, before[1]), (middle, after[1])]
        bent.append(after)
    return bent


def outline(
    x1: float, y1: float, x2: float, y2: float, lane: int, points: Points, via: Points, routing: Routing
) -> list[Point]:
    """The way as a few straight pieces, ends included: what is seen of it from afar."""
    if points:
        return [(x1, y1), *points, (x2, y2)]
    if routing is Routing.ORTHOGONAL or leads_back(x1, x2):
        return corners(x1, y1, x2, y2, lane, via)
    swing = lane * 2.5 * _LANE
    found = [(x1, y1)]
    for before, after in pairwise([(x1, y1), *via, (x2, y2)]):
        if abs(after[1] - before[1]) > 2 or swing:
            reach = min((after[0] - before[0]) / 2, 140.0) / 2
            found += [(before[0] + reach, before[1] + swing), (after[0] - reach, after[1] + swing)]
        found.append(after)
    return found


def bounds(pieces: Sequence[Point], lane: int, bent: bool) -> tuple[float, float, float, float]:
    """Left, top, right and bottom that the way of these pieces does not leave, pens and arrow heads included."""
    across, down = zip(*pieces, strict=True)
    room = 14.0 + lane * _LANE + (60.0 if bent else 0.0)
    return min(across) - room, min(down) - room, max(across) + room, max(down) + room


def path(
    x1: float, y1: float, x2: float, y2: float, lane: int, points: Points, routing: Routing, arrow: bool = True,
    via: Points | None = None,
) -> QPainterPath:  # fmt: skip
    """The way as a path, with an open arrow head at its end.

    `points` are the user's, `via` the inner ones; without these the way heeds no card.
    """
    if via is None:
        via = inner(x1, y1, x2, y2, lane)
    x1, x2 = x1 + PORT_RADIUS, x2 - PORT_RADIUS - 1.5
    if points:
        made = _through([(x1, y1), *points, (x2, y2)], routing)
    elif routing is Routing.ORTHOGONAL or (via and leads_back(via[0][0], via[-1][0])):
        made = rounded(corners(x1, y1, x2, y2, lane, via))
    else:
        made = QPainterPath(QPointF(x1, y1))
        swing = lane * 3.4 * _LANE
        for before, after in pairwise([(x1, y1), *via, (x2, y2)]):
            reach = max(min((after[0] - before[0]) / 2, 140.0), 30.0)
            made.cubicTo(before[0] + reach, before[1] + swing, after[0] - reach, after[1] + swing, *after)
    if arrow:
        made.moveTo(x2 - 6, y2 - 4)
        made.lineTo(x2, y2)
        made.lineTo(x2 - 6, y2 + 4)
    return made


def rounded(points: Sequence[Point]) -> QPainterPath:
    """Straight lines through points, with rounded corners."""
    made = QPainterPath(QPointF(*points[0]))
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        length_in = hypot(here[0] - before[0], here[1] - before[1])
        length_out = hypot(after[0] - here[0], after[1] - here[1])
        radius = min(CORNER, length_in / 2, length_out / 2)
        if radius < 0.5:
            made.lineTo(*here)
            continue
        entry = _towards(here, before, radius / length_in)
        leave = _towards(here, after, radius / length_out)
        made.lineTo(*entry)
        made.quadTo(*here, *leave)
    made.lineTo(*points[-1])
    return made


def _towards(start: Point, goal: Point, share: float) -> Point:
    return start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share


def _through(points: list[Point], routing: Routing) -> QPainterPath:
    if routing is Routing.ORTHOGONAL:
        bent: list[Point] = [points[0]]
        for before, after in pairwise(points):
            if before[0] != after[0] and before[1] != after[1]:
                bent.append(
                    (after[0], before[1]) if after is not points[-1] else ((before[0] + after[0]) / 2, before[1])
                )
                if after is points[-1]:
                    bent.append(((before[0] + after[0]) / 2, after[1]))
            bent.append(after)
        return rounded(bent)
    made = QPainterPath(QPointF(*points[0]))
    for before, after in pairwise(points):
        reach = min(abs(after[0] - before[0]) / 2, 90.0)
        made.cubicTo(before[0] + reach, before[1], after[0] - reach, after[1], *after)
    return made
