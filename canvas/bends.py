"""The user's reroute points of a transition: where a new one belongs among them, and which one a point means. Pure."""

from math import hypot

from canvas.views import Point

_IDLE = 0.5
"""By how little a point may lengthen the way and still count as none."""


def with_bend(start: Point, points: tuple[Point, ...], end: Point, at: Point) -> tuple[Point, ...]:
    """The points with a new one at `at`, put where it lengthens the way the least."""
    row = [start, *points, end]
    index = min(
        range(len(points) + 1),
        key=lambda gap: _length(row[gap], at) + _length(at, row[gap + 1]) - _length(row[gap], row[gap + 1]),
    )
    return (*points[:index], at, *points[index:])


def bend_at(points: tuple[Point, ...], at: Point, reach: float) -> int | None:
    """The index of the point within reach of a place."""
    near = [(_length(point, at), index) for index, point in enumerate(points)]
    distance, index = min(near, default=(reach + 1, 0))
    return index if distance <= reach else None


def _length(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def is_idle(start: Point, points: tuple[Point, ...], end: Point, index: int) -> bool:
    """Whether a point bends nothing: it lies on the straight line between its neighbours, or upon one of them."""
    row = [start, *points, end]
    before, here, after = row[index], row[index + 1], row[index + 2]
    return _length(before, here) + _length(here, after) - _length(before, after) < _IDLE
