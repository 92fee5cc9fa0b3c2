"""The floor: one bare widget that paints the very primitives that the canvas paints, from flat lists, and no more.

The lists are recorded from the canvas itself, by a painter that notes calls instead of drawing.
"""

import time
from collections.abc import Callable
from typing import Any, cast
from unittest.mock import patch

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPaintEvent, QRegion, QTransform
from PySide6.QtWidgets import QApplication, QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from canvas import CanvasView
from canvas.items.sheet import Sheet
from canvas.lettering import Text, draw_text
from canvas.look import Level, level_at
from tests.bench.subjects.subject import SIZE

Call = tuple[Callable[..., object], tuple[Any, ...]]
Piece = tuple[QRectF, QTransform, list[Call]]
"""Where in the viewport it paints, its transform, and its calls."""
_ASKED = frozenset({"worldTransform", "testRenderHint", "opacity", "renderHints", "font", "pen", "brush", "device"})


class Recorder:
    """Stands in for a painter."""

    def __init__(self, real: QPainter) -> None:
        self._real = real
        self.calls: list[Call] = []

    def __getattr__(self, name: str) -> Callable[..., object]:
        method = getattr(QPainter, name)
        if name in _ASKED:
            return lambda *args: method(self._real, *args)

        def note(*args: Any) -> None:
            self.calls.append((method, args))
            if name in ("save", "restore", "setWorldTransform", "resetTransform"):
                method(self._real, *args)

        return note


def _note(text: Text, painter: Any, at: QPointF) -> None:
    """A text that is drawn on a recorder goes to its list as it is."""
    painter.calls.append((draw_text, (at, text)))


def _laid_out_anew(call: Call, font: QFont) -> Call:
    """Where a call draws a text of a font, one that lays it out before."""
    method, values = call
    if method is not draw_text or values[1].font is not font:
        return call
    at, text = values

    def draw(painter: QPainter) -> None:
        Text(text.string, font, text.lettering).draw(painter, at)

    return draw, ()


def _take_over(sheet: Sheet, painter: Any) -> None:
    """What repeats on a recorder goes to its list as it is."""
    painter.calls.extend(sheet.calls)


def _painter_of(item: QGraphicsItem, option: QStyleOptionGraphicsItem) -> Callable[[QPainter], object]:
    return lambda painter: item.paint(painter, option, None)


class Floor(QWidget):
    """The bare widget."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(*SIZE)
        self.show()
        self._under: list[Call] = []
        self._pieces: list[Piece] = []
        self._scratch = QImage(*SIZE, QImage.Format.Format_RGB32)
        self._first = QTransform()

    def repainted(
        self, view: CanvasView, region: QRegion, scrolled: tuple[int, int] = (0, 0), new_texts: bool = False
    ) -> float:
        """How long it takes to scroll so far and paint the same region with the same primitives, in milliseconds.

        Where the numbers are new in this frame, their texts are laid out in it, here as there.
        """
        stamps = view.look.stamps
        stamps.in_use = False  # the primitives themselves, and no copies of them
        with patch.object(Sheet, "repeat", _take_over), patch.object(Text, "draw", _note):
            self._record(view, region)
        stamps.in_use = True
        if new_texts and self._pieces:
            room, place, calls = self._pieces[-1]  # the layer of the pills is the topmost
            self._pieces[-1] = (room, place, [_laid_out_anew(call, view.style_in_use.count_font) for call in calls])
        started = time.thread_time()
        if scrolled == (0, 0):
            self.update(region)
        else:  # what comes into sight is painted by itself
            self.scroll(-scrolled[0], 0)
            self.scroll(0, -scrolled[1])
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        return (time.thread_time() - started) * 1000

    def _record(self, view: CanvasView, region: QRegion) -> None:
        first = self._first = view.viewportTransform()
        real = QPainter(self._scratch)
        real.setRenderHint(QPainter.RenderHint.Antialiasing)
        real.setWorldTransform(first)
        scene, room = view.graph_scene, QRectF(region.boundingRect())
        exposed = first.inverted()[0].mapRect(room)
        self._pieces = []
        if level_at(view.scale_in_use) is Level.OVERVIEW:
            self._under = self._noted(real, lambda painter: scene.overview.paint(painter, exposed))
            brush = view.style_in_use.brush(view.style_in_use.tokens.ground)
            self._under.insert(0, (QPainter.fillRect, (exposed, brush)))
            real.end()
            return
        self._under = self._noted(real, lambda painter: scene.drawBackground(painter, exposed))
        option = QStyleOptionGraphicsItem()
        rows = scene.items(exposed, Qt.ItemSelectionMode.IntersectsItemBoundingRect, Qt.SortOrder.AscendingOrder, first)
        for item in rows:
            place = item.sceneTransform() * first
            real.setWorldTransform(place)
            calls = self._noted(real, _painter_of(item, option))
            self._pieces.append((place.mapRect(item.boundingRect()), place, calls))
        real.end()

    def _noted(self, real: QPainter, paint: Callable[[QPainter], object]) -> list[Call]:
        recorder = Recorder(real)
        paint(cast("QPainter", recorder))
        return recorder.calls

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setWorldTransform(self._first)
        for method, args in self._under:
            method(painter, *args)
        region = event.region()
        for room, place, calls in self._pieces:
            if region.intersects(room.toAlignedRect()):
                painter.setWorldTransform(place)
                painter.setOpacity(1.0)
                for method, args in calls:
                    method(painter, *args)
        painter.end()
