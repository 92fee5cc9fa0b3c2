"""The ground of the canvas: a plain colour and a quiet grid of dots, coarser from afar and gone in the overview."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF, QTransform

from canvas.look import Level, Look
from canvas.style import GRID

_COARSE_BELOW = 0.7
_FIELD = 32
"""Dots along a side of the field that is drawn as often as it takes: made once, for all scales."""


def paint_ground(painter: QPainter, area: QRectF, look: Look, scale: float) -> None:
    """Fill an area of the scene; `scale` is pixels per scene unit."""
    style = look.style
    painter.fillRect(area, style.brush(style.tokens.ground))
    if not look.grid_shown or look.level is Level.OVERVIEW:
        return
    step = GRID * (5 if scale < _COARSE_BELOW else 2)
    field = step * _FIELD
    left, top = area.left() - area.left() % step, area.top() - area.top() % step
    smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    view = painter.worldTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(style.dot_pen)
    dots, pixels = _dots(), _pixels(_ratio(painter))
    for column in range(int((area.right() - left) / field) + 1):
        for row in range(int((area.bottom() - top) / field) + 1):
            here = QTransform(step, 0, 0, step, left + column * field, top + row * field) * view
            for x, y in pixels:  # points of one pixel are a hundred times cheaper than larger ones
                painter.setWorldTransform(here * QTransform.fromTranslate(x, y))
                painter.drawPoints(dots)
    painter.setWorldTransform(view)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)


def _ratio(painter: QPainter) -> int:
    return max(1, round(painter.device().devicePixelRatioF()))


def _pixels(ratio: int) -> list[tuple[float, float]]:
    return [(x / ratio, y / ratio) for x in range(ratio) for y in range(ratio)]


@cache
def _dots() -> QPolygonF:
    """A square field of dots, one unit apart."""
    return QPolygonF([QPointF(x, y) for y in range(_FIELD) for x in range(_FIELD)])
