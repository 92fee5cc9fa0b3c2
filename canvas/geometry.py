"""The shape of a card: how high it is and where its ports sit. Cards of the same ports share one Shape."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from canvas.style import CARD_HEIGHT, CARD_WIDTH, COMPACT_HEIGHT, PORT_PITCH, PORT_RADIUS, TAG_HEIGHT
from canvas.views import NodeView

_MOST_PORTS = 16


@dataclass(frozen=True, slots=True)
class Shape:
    """A card's outline and its port heights, relative to its top left corner."""

    rect: QRectF
    bounds: QRectF
    """What painting may touch: ports stand out at the sides, the status tag below, the badge above."""
    ins: tuple[float, ...]
    outs: tuple[float, ...]
    ports: QPainterPath
    key: tuple[int, int, bool]
    """The same for equal shapes: how many ports on either side, and whether the card is compact."""


def shape_of(node: NodeView) -> Shape:
    """The shape of a node's card."""
    return _shape(len(node.inputs), len(node.outputs), node.compact)


def shape_with(inputs: int, outputs: int) -> Shape:
    """The shape of a card with so many ports: that of a collapsed frame. Ports beyond the room share the last place."""
    return _shape(min(inputs, _MOST_PORTS), min(outputs, _MOST_PORTS), False)


def card_height(ports: int, *, compact: bool) -> float:
    """The height of a card with so many ports on its fuller side."""
    return max(COMPACT_HEIGHT if compact else CARD_HEIGHT, PORT_PITCH * (ports + 1))


@lru_cache(maxsize=512)
def _shape(inputs: int, outputs: int, compact: bool) -> Shape:
    height = card_height(max(inputs, outputs), compact=compact)
    rect = QRectF(0, 0, CARD_WIDTH, height)
    ins, outs = _spread(inputs, height), _spread(outputs, height)
    ports = QPainterPath()
    for y in ins:
        ports.addEllipse(QPointF(0, y), PORT_RADIUS, PORT_RADIUS)
    for y in outs:
        ports.addEllipse(QPointF(CARD_WIDTH, y), PORT_RADIUS, PORT_RADIUS)
    margin = TAG_HEIGHT / 2 + 3
    return Shape(
        rect,
        rect.adjusted(-margin, -margin, margin, margin),
        ins,
        outs,
        ports,
        (inputs, outputs, compact),
    )


def _spread(count: int, height: float) -> tuple[float, ...]:
    first = height / 2 - PORT_PITCH * (count - 1) / 2
    return tuple(first + PORT_PITCH * index for index in range(count))
