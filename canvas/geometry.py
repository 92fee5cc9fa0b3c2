"""The shape of a card: how high it is and where its ports sit. Cards of the same ports share one Shape."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from canvas.style import CARD_HEIGHT, CARD_WIDTH, COMPACT_HEIGHT, PORT_PITCH, PORT_RADIUS, TAG_HEIGHT
from canvas.views import NodeView, Point

_MOST_PORTS = 16


@dataclass(frozen=True, slots=True)
class Shape:
    """A card's outline and its ports, relative to its top left corner."""

    rect: QRectF
    bounds: QRectF
    """What painting may touch: ports stand out at the sides, the status tag below, the badge above."""
    ins: tuple[Point, ...]
    outs: tuple[Point, ...]
    ports: QPainterPath
    key: tuple[int, int, bool, bool]
    """The same for equal shapes: how many ports on either side, whether the card is compact, and whether it is read
    from top to bottom."""


def shape_of(node: NodeView) -> Shape:
    """The shape of a node's card."""
    return _shape(len(node.inputs), len(node.outputs), node.compact, node.down)


def shape_with(inputs: int, outputs: int, *, down: bool = False) -> Shape:
    """The shape of a card with so many ports: that of a collapsed frame. Ports beyond the room share the last place."""
    return _shape(min(inputs, _MOST_PORTS), min(outputs, _MOST_PORTS), False, down)


def card_height(ports: int, *, compact: bool, down: bool = False) -> float:
    """The height of a card with so many ports on its fuller side; ports above and below need none."""
    least = COMPACT_HEIGHT if compact else CARD_HEIGHT
    return least if down else max(least, PORT_PITCH * (ports + 1))


@lru_cache(maxsize=512)
def _shape(inputs: int, outputs: int, compact: bool, down: bool) -> Shape:
    height = card_height(max(inputs, outputs), compact=compact, down=down)
    rect = QRectF(0, 0, CARD_WIDTH, height)
    if down:
        ins = tuple((x, 0.0) for x in _spread(inputs, CARD_WIDTH, 2 * PORT_PITCH))
        outs = tuple((x, height) for x in _spread(outputs, CARD_WIDTH, 2 * PORT_PITCH))
    else:
        ins = tuple((0.0, y) for y in _spread(inputs, height))
        outs = tuple((CARD_WIDTH, y) for y in _spread(outputs, height))
    ports = QPainterPath()
    for at in (*ins, *outs):
        ports.addEllipse(QPointF(*at), PORT_RADIUS, PORT_RADIUS)
    margin = TAG_HEIGHT / 2 + 3
    return Shape(
        rect,
        rect.adjusted(-margin, -margin, margin, margin),
        ins,
        outs,
        ports,
        (inputs, outputs, compact, down),
    )


def _spread(count: int, room: float, pitch: float = PORT_PITCH) -> tuple[float, ...]:
    """Places along a side, about its middle; closer together than the pitch where so many would not fit."""
    pitch = min(pitch, room / (count + 1))
    first = room / 2 - pitch * (count - 1) / 2
    return tuple(first + pitch * index for index in range(count))


def side_of(shape: Shape, *, output: bool) -> Point:
    """The middle of the side where outputs, or inputs, are: where a port is shown that nobody knows."""
    rect = shape.rect
    if shape.key[3]:
        return rect.width() / 2, rect.height() if output else 0.0
    return rect.width() if output else 0.0, rect.height() / 2
