"""Alignment guides: what is dragged lines up with edges, middles and ports of its neighbours, and keeps equal gaps.

Pure: boxes in, shifts and lines out. Each axis is worked out alike, so one of them is the other one turned over.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from canvas.views import Point

Line = tuple[float, float, float, float]
"""From x, y to x, y."""
MOST = 250
"""With more neighbours than these in sight, guides would only flicker."""


@dataclass(frozen=True, slots=True)
class Box:
    """A card: left, top, right, bottom, and the heights of its ports."""

    left: float
    top: float
    right: float
    bottom: float
    ports: tuple[float, ...] = ()

    def moved(self, x: float, y: float) -> "Box":
        """The box elsewhere."""
        ports = tuple(port + y for port in self.ports)
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y, ports)

    def turned(self) -> "Box":
        """Across and down exchanged; ports belong to one axis only."""
        return Box(self.top, self.left, self.bottom, self.right)


@dataclass(frozen=True, slots=True)
class Snap:
    """How far to shift on each axis, None where nothing is near, and the lines that say why."""

    x: float | None = None
    y: float | None = None
    lines: tuple[Line, ...] = ()


def snap(moving: Box, others: Sequence[Box], reach: float) -> Snap:
    """Where a box comes to rest near its neighbours, within reach."""
    if len(others) > MOST:
        return Snap()
    x = _nearest([*_across(moving, others), *_gaps(moving, others)], reach)
    turned = [other.turned() for other in others]
    down = [*_across(moving.turned(), turned), *_gaps(moving.turned(), turned), *_ports(moving, others)]
    y = _nearest(down, reach)
    rest = moving.moved(x or 0.0, y or 0.0)
    lines: list[Line] = []
    if x is not None:
        lines += _lines(rest, others)
    if y is not None:
        lines += [(y1, x1, y2, x2) for x1, y1, x2, y2 in _lines(rest.turned(), turned)]
        lines += _port_lines(rest, others)
    return Snap(x, y, tuple(lines))


def _nearest(shifts: Iterable[float], reach: float) -> float | None:
    best = min(shifts, key=abs, default=None)
    return best if best is not None and abs(best) <= reach else None


def _across(moving: Box, others: Iterable[Box]) -> Iterable[float]:
    """Shifts that bring sides onto sides, or the middle onto a middle."""
    for other in others:
        yield other.left - moving.left
        yield other.right - moving.right
        yield other.left - moving.right
        yield other.right - moving.left
        yield (other.left + other.right - moving.left - moving.right) / 2


def _ports(moving: Box, others: Iterable[Box]) -> Iterable[float]:
    """Shifts that bring a port to the height of another, so that the transition between them is straight."""
    return (theirs - ours for other in others for theirs in other.ports for ours in moving.ports)


def _row(moving: Box, others: Iterable[Box]) -> tuple[list[Box], list[Box]]:
    """The neighbours in the same row, those before and those behind, the nearest first."""
    row = [other for other in others if other.top < moving.bottom and other.bottom > moving.top]
    before = sorted((box for box in row if box.right <= moving.left + 1), key=lambda box: -box.right)
    behind = sorted((box for box in row if box.left >= moving.right - 1), key=lambda box: box.left)
    return before, behind


def _gaps(moving: Box, others: Iterable[Box]) -> Iterable[float]:
    """Shifts that make the gap to a neighbour equal to the gap on the other side, or to the next gap of the row."""
    before, behind = _row(moving, others)
    if before and behind:
        yield ((behind[0].left - moving.right) - (moving.left - before[0].right)) / 2
    if len(before) > 1:
        yield before[0].right + (before[0].left - before[1].right) - moving.left
    if len(behind) > 1:
        yield behind[0].left - (behind[1].left - behind[0].right) - moving.right


def _lines(rest: Box, others: Sequence[Box]) -> list[Line]:
    """A line to the nearest neighbour on either side for each alignment that holds, and bars for equal gaps."""
    found: dict[float, tuple[float, float]] = {}
    middle = (rest.left + rest.right) / 2
    for other in sorted(others, key=lambda other: abs(other.top + other.bottom - rest.top - rest.bottom)):
        theirs = (other.left, other.right, (other.left + other.right) / 2)
        pairs = [(rest.left, theirs[:2]), (rest.right, theirs[:2]), (middle, theirs[2:])]
        for at in {at for at, marks in pairs for mark in marks if abs(at - mark) < 0.01}:
            low, high = found.get(at, (rest.top, rest.bottom))
            if other.top < rest.top:
                low = other.top if low == rest.top else low
            elif high == rest.bottom:
                high = max(high, other.bottom)
            found[at] = (low, high)
    return [(at, low, at, high) for at, (low, high) in found.items()] + _gap_lines(rest, others)


def _gap_lines(rest: Box, others: Sequence[Box]) -> list[Line]:
    before, behind = _row(rest, others)
    gaps: list[Point] = [(before[0].right, rest.left)] if before else []
    gaps += [(rest.right, behind[0].left)] if behind else []
    gaps += [(before[1].right, before[0].left)] if len(before) > 1 else []
    gaps += [(behind[0].right, behind[1].left)] if len(behind) > 1 else []
    height = (rest.top + rest.bottom) / 2
    equal = {
        gap for gap in gaps for other in gaps if gap != other and abs((gap[1] - gap[0]) - (other[1] - other[0])) < 0.01
    }
    return [(start, height, end, height) for start, end in sorted(equal) if end > start]


def _port_lines(rest: Box, others: Iterable[Box]) -> list[Line]:
    """A line to the nearest neighbour that has a port at the height of one of ours."""
    nearest: dict[float, tuple[float, Box]] = {}
    for other in others:
        away = abs(other.left + other.right - rest.left - rest.right)
        for height in rest.ports:
            meets = any(abs(height - theirs) < 0.01 for theirs in other.ports)
            if meets and (height not in nearest or away < nearest[height][0]):
                nearest[height] = (away, other)
    return [
        (min(rest.left, other.left), height, max(rest.right, other.right), height)
        for height, (_, other) in nearest.items()
    ]
