"""The ground of the canvas: a plain colour and a quiet grid of dots, coarser from afar and gone in the overview."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF, QTransform

from canvas.look import Level, Look
from canvas.style import GRID

_COARSE_BELOW = 0.7


def paint_ground(painter: QPainter, area: QRectF, look: Look, scale: float) -> None:
    """Fill an area of the scene; `scale` is pixels per scene unit."""
    style = look.style
    painter.fillRect(area, style.brush(style.tokens.ground))
    if not look.grid_shown or look.level is Level.OVERVIEW:
        return
    step = GRID * (5 if scale < _COARSE_BELOW else 2)
    left, top = area.left() - area.left() % step, area.top() - area.top() % step
    across, down = int((area.right() - left) / step) + 1, int((area.bottom() - top) / step) + 1
    smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    view = painter.worldTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(style.dot_pen)
    dots = _dots(-(-across // 8) * 8, -(-down // 8) * 8, step)
    first = QTransform.fromTranslate(left, top) * view
    for x, y in _pixels(_ratio(painter)):  # points of one pixel are a hundred times cheaper than larger ones
        painter.setWorldTransform(first * QTransform.fromTranslate(x, y))
        painter.drawPoints(dots)
    painter.setWorldTransform(view)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)


def _ratio(painter: QPainter) -> int:
    return max(1, round(painter.device().devicePixelRatioF()))


def _pixels(ratio: int) -> list[tuple[float, float]]:
    return [(x / ratio, y / ratio) for x in range(ratio) for y in range(ratio)]


@lru_cache(maxsize=32)
def _dots(across: int, down: int, step: float) -> QPolygonF:
    """A field of dots, a few more than are wanted so that the next view finds it made already."""
    return QPolygonF([QPointF(x * step, y * step) for y in range(down) for x in range(across)])
