"""Copies of what many parts have in common, such as the ground of a card: drawn once at a scale, then only copied.

Smooth round shapes are the dearest thing on the canvas. A copy stands on whole pixels of the device, and what is
written on it keeps to it, so it is as sharp as the original at any scale and on any screen.
"""

from collections.abc import Callable, Hashable
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

Draw = Callable[[QPainter], None]
"""Draws the original with its top left at 0, 0, in scene units."""

DrawLong = Callable[[QPainter, float], None]
"""As `Draw`, as wide as it is told."""

_LARGEST = 3.0
"""Pixels per scene unit: nearer than this little is seen at once, and copies would take much memory."""
_SCALES = 3
_MOST = 400


class StampBox:
    """The copies at the scales in use, each with the pixels that it stands out around its place."""

    def __init__(self) -> None:
        self.in_use = True
        """Whether copies are used at all: a picture for a file is drawn from its originals."""
        self._scales: dict[float, dict[Hashable, tuple[QPixmap, int]]] = {}

    def clear(self) -> None:
        """Forget all copies: the colours changed."""
        self._scales.clear()

    def at(self, scale: float) -> dict[Hashable, tuple[QPixmap, int]]:
        """The copies at a scale; those of the scale that was left the longest ago make room."""
        found = self._scales.pop(scale, None)
        if found is None or len(found) > _MOST:
            found = {}
        self._scales[scale] = found
        if len(self._scales) > _SCALES:
            del self._scales[next(iter(self._scales))]
        return found


class Stamps:
    """Copies for one painter, from its present transform on. Put them all, and then be done."""

    def __init__(self, painter: QPainter, box: StampBox) -> None:
        self._painter = painter
        self._view = painter.worldTransform()
        self._ratio = painter.device().devicePixelRatioF()
        self._zoom = self._view.m11()
        self.scale = self._zoom * self._ratio
        """Pixels of the device per scene unit."""
        self._across, self._down = self._view.dx() * self._ratio, self._view.dy() * self._ratio
        self._pixels = QTransform.fromScale(1 / self._ratio, 1 / self._ratio)
        self._on_pixels = False
        self._made = box.at(self.scale) if box.in_use and self.scale <= _LARGEST else None

    def put(self, key: Hashable, place: tuple[float, float, float, float], around: float, draw: Draw) -> None:
        """Show a thing at a place: left, top, width, height; it stands out `around` it."""
        if self._made is None:
            self._draw(place, draw)
            return
        pixmap, pad = self._made.get(key) or self._drawn(key, (place[2], place[3]), around, draw)
        x, y = self._pixel(place)
        self._painter.drawPixmap(x - pad, y - pad, pixmap)

    def put_long(
        self, key: Hashable, place: tuple[float, float, float, float], around: float, draw: DrawLong, most: float
    ) -> None:
        """Show a thing that is the same all along but for its two ends: a part of one that is `most` wide."""
        if self._made is None or place[2] > most:
            self._draw(place, lambda painter: draw(painter, place[2]))
            return
        found = self._made.get(key) or self._drawn(key, (most, place[3]), around, lambda painter: draw(painter, most))
        pixmap, pad = found
        x, y = self._pixel(place)
        wide, high = pixmap.width(), pixmap.height()
        end = pad + ceil(place[3] * self.scale / 2)
        whole = round(place[2] * self.scale) + 2 * pad
        self._painter.drawPixmap(x - pad, y - pad, pixmap, 0, 0, whole - end, high)
        self._painter.drawPixmap(x - pad + whole - end, y - pad, pixmap, wide - end, 0, end, high)

    def _draw(self, place: tuple[float, float, float, float], draw: Draw) -> None:
        self._on_pixels = False
        self._painter.setWorldTransform(QTransform.fromTranslate(place[0], place[1]) * self._view)
        draw(self._painter)

    def _pixel(self, place: tuple[float, float, float, float]) -> tuple[int, int]:
        """The pixel of the top left of a place, for which the painter is made ready."""
        if not self._on_pixels:
            self._painter.setWorldTransform(self._pixels)
            self._on_pixels = True
        return round(place[0] * self.scale + self._across), round(place[1] * self.scale + self._down)

    def snapped(self, x: float, y: float) -> tuple[float, float]:
        """Where a thing at a point comes to stand, in the coordinates of the painter that was given."""
        if self._made is None:
            return x, y
        scale, across, down = self.scale, self._across, self._down
        return (round(x * scale + across) - across) / scale, (round(y * scale + down) - down) / scale

    def enter(self, x: float, y: float) -> None:
        """Let the painter have its origin where a thing at a point came to stand."""
        zoom, view = self._zoom, self._view
        x, y = self.snapped(x, y)
        self._on_pixels = False
        self._painter.setWorldTransform(QTransform(zoom, 0.0, 0.0, zoom, x * zoom + view.dx(), y * zoom + view.dy()))

    def done(self) -> None:
        """Give the painter its transform back."""
        self._on_pixels = False
        self._painter.setWorldTransform(self._view)

    def _drawn(self, key: Hashable, size: tuple[float, float], around: float, draw: Draw) -> tuple[QPixmap, int]:
        pad = ceil(around * self.scale) + 1
        pixmap = QPixmap(round(size[0] * self.scale) + 2 * pad, ceil(size[1] * self.scale) + 2 * pad)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(pad, pad)
        painter.scale(self.scale, self.scale)
        draw(painter)
        painter.end()
        if self._made is not None:
            self._made[key] = (pixmap, pad)
        return pixmap, pad
