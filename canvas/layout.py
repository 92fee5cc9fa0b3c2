"""Layered layout, left to right: every node right of what leads to it, few crossings, the same result every time.

Rows keep the order they had as far as crossings allow, because nodes are handed to the library sorted by place.
Pure: sizes and links in, positions out.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from fast_sugiyama import from_edges

from canvas.placing import GAP, ROW_GAP
from canvas.style import CARD_HEIGHT, CARD_WIDTH, GRID
from canvas.views import Point

_COLUMN = CARD_WIDTH + GAP
_ROW = CARD_HEIGHT + ROW_GAP
_BELOW = 6 * GRID
"""Between the rows of a layout that runs down: room for transitions to turn around."""
_MANY = 1000


@dataclass(frozen=True, slots=True)
class Box:
    """A node to lay out: its present place and its height."""

    x: float
    y: float
    height: float = CARD_HEIGHT


def layered(boxes: Mapping[str, Box], links: Collection[tuple[str, str]]) -> dict[str, Point]:
    """A place for each box; links between other nodes are ignored. The first column's top left is near (0, 0)."""
    order = sorted(boxes, key=lambda name: (boxes[name].y, boxes[name].x, name))
    number = {name: index for index, name in enumerate(order)}
    inner = sorted({(number[a], number[b]) for a, b in links if a in number and b in number and a != b})
    forward = _without_circles(len(order), inner)
    rows: dict[int, float] = {}
    layers: dict[int, int] = {}
    top = 0.0
    for nodes in _drawn(forward):
        lowest = max(y for _, (_, y) in nodes)
        width = 0.0
        for node, (across, depth) in nodes:
            if node < len(order):
                layers[node] = round(lowest - depth)
                rows[node] = top + across
                width = max(width, across)
        top += width + 1
    for node in range(len(order)):
        if node not in rows:
            rows[node], layers[node] = top, 0
            top += 1
    return _spaced(order, boxes, layers, rows)


def turned(places: Mapping[str, Point], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """A layered layout from top to bottom: columns become rows, and each row is as high as its tallest card."""
    layers = sorted({x for x, _ in places.values()})
    tops: dict[float, float] = {}
    top = 0.0
    for layer in layers:
        tops[layer] = top
        top += max(boxes[name].height for name, (x, _) in places.items() if x == layer) + _BELOW
    return {name: (round(y / _ROW * _COLUMN / GRID) * GRID, tops[x]) for name, (x, y) in places.items()}


def _drawn(forward: Sequence[tuple[int, int]]) -> list[list[tuple[int, tuple[float, float]]]]:
    """The library's layouts, one for each connected part, those that hold the first nodes first."""
    if not forward:
        return []
    # The shortest ways of all take a minute for 5,000 nodes; ranks by the longest path to each, half a second.
    ranks: Literal["up"] | None = "up" if len(forward) > _MANY else None
    found = from_edges(
        list(forward), minimum_length=1, vertex_spacing=1, dummy_vertices=True, dummy_size=0.4, ranking_type=ranks
    )
    parts = [[(int(node), (float(x), float(y))) for node, (x, y) in layout[0]] for layout in found]
    return sorted(parts, key=lambda part: min(node for node, _ in part))


def _spaced(
    order: Sequence[str], boxes: Mapping[str, Box], layers: Mapping[int, int], rows: Mapping[int, float]
) -> dict[str, Point]:
    """Rows and layers as positions; tall cards push those below them in their column."""
    columns: dict[int, list[int]] = {}
    for node, layer in layers.items():
        columns.setdefault(layer, []).append(node)
    places: dict[str, Point] = {}
    for layer, nodes in columns.items():
        free = float("-inf")
        for node in sorted(nodes, key=lambda node: (rows[node], node)):
            height = boxes[order[node]].height
            y = max(rows[node] * _ROW + (CARD_HEIGHT - height) / 2, free)
            y = round(y / GRID) * GRID
            places[order[node]] = (layer * _COLUMN, y)
            free = y + height + ROW_GAP / 2
    return {name: places[name] for name in boxes}


def _without_circles(count: int, links: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The links with those turned around that lead back, found by one walk in order of the nodes."""
    following: list[list[int]] = [[] for _ in range(count)]
    for source, target in links:
        following[source].append(target)
    state = [0] * count
    kept: set[tuple[int, int]] = set()
    for root in range(count):
        if state[root]:
            continue
        state[root] = 1
        path = [(root, iter(following[root]))]
        while path:
            node, rest = path[-1]
            after = next(rest, None)
            if after is None:
                state[node] = 2
                path.pop()
            elif state[after] == 1:
                kept.add((after, node))
            else:
                kept.add((node, after))
                if state[after] == 0:
                    state[after] = 1
                    path.append((after, iter(following[after])))
    return sorted(kept)


def anchored(places: Mapping[str, Point], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """The places moved so that the whole starts where the boxes started: a part laid out stays where it was."""
    if not places:
        return {}
    left = min(box.x for box in boxes.values()) - min(x for x, _ in places.values())
    top = min(box.y for box in boxes.values()) - min(y for _, y in places.values())
    return {name: (x + round(left / GRID) * GRID, y + round(top / GRID) * GRID) for name, (x, y) in places.items()}
