"""The ground of the canvas: a plain colour and a quiet grid, coarser from afar and gone in the overview."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from canvas.look import Level, Look
from canvas.style import GRID

_COARSE_BELOW = 0.7


def paint_ground(painter: QPainter, area: QRectF, look: Look, scale: float) -> None:
    """Fill an area of the scene; `scale` is pixels per scene unit."""
    style = look.style
    painter.fillRect(area, style.brush(style.tokens.ground))
    if not look.grid_shown or look.level is Level.OVERVIEW:
        return
    smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    coarse = scale < _COARSE_BELOW
    painter.setPen(style.pen(style.tokens.grid_major if coarse else style.tokens.grid, 0.0))
    painter.drawLines(_lines(area, GRID * (10 if coarse else 2)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)


def _lines(area: QRectF, step: float) -> list[QLineF]:
    left, top = area.left() - area.left() % step, area.top() - area.top() % step
    across = int((area.right() - left) / step) + 1
    down = int((area.bottom() - top) / step) + 1
    lines = [QLineF(left + step * n, area.top(), left + step * n, area.bottom()) for n in range(across)]
    return lines + [QLineF(area.left(), top + step * n, area.right(), top + step * n) for n in range(down)]
