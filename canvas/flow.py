"""What goes over transitions while time passes: dots that run from card to card, larger where more go.

They are as large on the screen at any zoom. There are none where the system or the user wants less motion.
"""

from collections.abc import Callable, Sequence
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from canvas.items.edge import EdgeItem
from canvas.look import Level

if TYPE_CHECKING:
    from canvas.view import CanvasView

_LEAST, _MOST, _AROUND = 5, 11, 1.5
"""How wide a dot is for one, for a million, and and its rim; pixels."""

_APART, _GROUPS = 14.0, 12
"""Pixels from dot to dot at least, and the most of them on one transition."""

_PLACES = 64
"""Points of a way that are worked out."""

Passing = Callable[[str, int], Sequence[tuple[float, int]]]
"""A transition and a number of groups at most, to how far each is on its way, from 0 to 1, and how many it has."""


class Flow(QObject):
    """The dots of one canvas."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._passing: Passing | None = None
        self._dots: dict[tuple[str, int, float], QPixmap] = {}
        self._ways: dict[str, tuple[QPainterPath, list[QPointF]]] = {}

    def follow(self, passing: Passing | None) -> None:
        """Show at each painting who passes; None shows nobody."""
        if passing is not None or self._passing is not None:
            self._canvas.viewport().update()
        self._passing = passing
        if passing is None:
            self._ways.clear()

    @property
    def on(self) -> bool:
        """Whether anybody is followed."""
        return self._passing is not None

    def paint(self, painter: QPainter) -> None:
        """Draw those who pass now, in scene coordinates."""
        if self._passing is None or not self._canvas.overlays.pulse.wanted():
            return
        area, scale, dots = self._canvas.visible_area(), self._canvas.scale_in_use, dict[int, list[QPointF]]()
        for name, item in self._canvas.graph_scene.edges.items():
            if not item.isVisible() or not area.intersects(item.boundingRect()):
                continue
            long = hypot(item.x2 - item.x1, item.y2 - item.y1) * scale
            groups = self._passing(name, max(1, min(_GROUPS, int(long / _APART))))
            if not groups:
                continue
            number, places = self._number(name, item), self._places(name, item)
            for share, many in groups:
                at = places[int(share * _PLACES)]
                if not number.contains(at):
                    dots.setdefault(_width(many), []).append(at)
        view = painter.worldTransform()
        painter.resetTransform()
        for width, places in dots.items():
            dot = self._dot(width, painter.device().devicePixelRatioF())
            middle = QPointF(width / 2 + _AROUND, width / 2 + _AROUND)
            for at in places:
                painter.drawPixmap(view.map(at) - middle, dot)
        painter.setWorldTransform(view)

    def _dot(self, width: int, ratio: float) -> QPixmap:
        """The picture of a dot, made once for each scheme, width, and ratio of the screen."""
        tokens = self._canvas.style_in_use.tokens
        key = (tokens.name, width, ratio)
        dot = self._dots.get(key)
        if dot is None:
            dot = QPixmap(round((width + 2 * _AROUND) * ratio), round((width + 2 * _AROUND) * ratio))
            dot.setDevicePixelRatio(ratio)
            dot.fill(Qt.GlobalColor.transparent)
            painter = QPainter(dot)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.ground), _AROUND))
            painter.setBrush(QColor(tokens.selection))
            painter.drawEllipse(QRectF(_AROUND / 2, _AROUND / 2, width + _AROUND, width + _AROUND))
            painter.end()
            self._dots[key] = dot
        return dot

    def _number(self, name: str, item: EdgeItem) -> QRectF:
        """Where the count stands, which nothing runs over."""
        scene = self._canvas.graph_scene
        if scene.look.level is Level.OVERVIEW:
            return scene.overview.number_of(name)
        return item.pill() if scene.look.level is Level.FULL and item.says_something() else QRectF()

    def _places(self, name: str, item: EdgeItem) -> list[QPointF]:
        """Points along a way, from its source on; found once, as long as it runs so."""
        way, kept = item.way(), self._ways.get(name)
        if kept is None or kept[0] is not way:
            places = [way.pointAtPercent(place / _PLACES) for place in range(_PLACES + 1)]
            kept = self._ways[name] = (way, places)
        return kept[1]


def _width(many: int) -> int:
    return min(_MOST, _LEAST + len(str(many)) - 1)
