"""The way of a transition from an output to an input: pure geometry, quick enough to run for each step of a drag.

Outputs look right and inputs look left. A way that leads back goes around below both cards. Transitions between the
same two ports are told apart by `lane`. Orthogonal ways to different heights use different channels before the target.
"""

from enum import StrEnum
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from canvas.style import CARD_HEIGHT, PORT_RADIUS
from canvas.views import Point

CORNER = 10.0
STUB = 132.0
"""How long an open transition is drawn."""
_LANE = 10.0
_SIDE = 26.0
_BELOW = CARD_HEIGHT / 2 + 40.0


class Routing(StrEnum):
    """How transitions run; one choice for the whole canvas."""

    CURVED = "curved"
    ORTHOGONAL = "orthogonal"


def leads_back(x1: float, x2: float) -> bool:
    """Whether a target lies so far left that the way must go around."""
    return x2 < x1 + 2 * PORT_RADIUS


def corners(x1: float, y1: float, x2: float, y2: float, lane: int = 0) -> list[Point]:
    """The corner points of an orthogonal way, ends included."""
    if leads_back(x1, x2):
        side = _SIDE + lane * _LANE
        low = max(y1, y2) + _BELOW + lane * _LANE
        if abs(y2 - y1) > 4 * CARD_HEIGHT:
            low = (y1 + y2) / 2 + lane * _LANE
        return [(x1, y1), (x1 + side, y1), (x1 + side, low), (x2 - side, low), (x2 - side, y2), (x2, y2)]
    if y1 == y2 and not lane:
        return [(x1, y1), (x2, y2)]
    channel = max(x2 - _SIDE - ((y2 // 12) % 4 + lane) * _LANE, (x1 + x2) / 2 if x2 - x1 < 2 * _SIDE else x1 + _SIDE)
    return [(x1, y1), (channel, y1), (channel, y2), (x2, y2)]


def bounds(x1: float, y1: float, x2: float, y2: float, lane: int, points: tuple[Point, ...]) -> QRectF:
    """A rectangle that no way between these ends leaves, pens and arrow heads included."""
    left, right = min(x1, x2), max(x1, x2)
    top, bottom = min(y1, y2), max(y1, y2)
    if leads_back(x1, x2):
        reach = (lane + 1) * _LANE + _SIDE + 40
        left, right, bottom = left - reach, right + reach, bottom + _BELOW + reach
    for x, y in points:
        left, right, top, bottom = min(left, x), max(right, x), min(top, y), max(bottom, y)
    room = 14.0 + lane * 3.4 * _LANE + (60.0 if points else 0.0)
    return QRectF(left - room, top - room, right - left + 2 * room, bottom - top + 2 * room)


def path(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    lane: int,
    points: tuple[Point, ...],
    routing: Routing,
    arrow: bool = True,
) -> QPainterPath:
    """The way as a path, with an open arrow head at its end."""
    x1, x2 = x1 + PORT_RADIUS, x2 - PORT_RADIUS - 1.5
    if points:
        made = _through([(x1, y1), *points, (x2, y2)], routing)
    elif routing is Routing.ORTHOGONAL or leads_back(x1, x2):
        made = rounded(corners(x1, y1, x2, y2, lane))
    else:
        made = QPainterPath(QPointF(x1, y1))
        reach = max(min((x2 - x1) / 2, 140.0), 30.0)
        swing = lane * 3.4 * _LANE
        made.cubicTo(x1 + reach, y1 + swing, x2 - reach, y2 + swing, x2, y2)
    if arrow:
        made.moveTo(x2 - 6, y2 - 4)
        made.lineTo(x2, y2)
        made.lineTo(x2 - 6, y2 + 4)
    return made


def rounded(points: list[Point]) -> QPainterPath:
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
