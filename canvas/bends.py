"""The user's reroute points of a transition: where a new one belongs among them, and which one a point means. Pure."""

from math import hypot

from canvas.views import Point


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
