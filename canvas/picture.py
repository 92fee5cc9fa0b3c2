"""The graph as a picture: a scene of its own over the same model, so that nothing on the screen is disturbed.

It needs no display, only a QGuiApplication. Lengths are scene units, one pixel at 100 %.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPaintEngine, QPainter

from canvas.heat import Heat
from canvas.legend import legend_size, paint_legend
from canvas.look import Level, Shares
from canvas.model import GraphModel
from canvas.routing import Routing
from canvas.scene import CanvasScene
from canvas.style import LIGHT, Style, Tokens
from canvas.views import NOTHING, Parts

if TYPE_CHECKING:
    from canvas.view import CanvasView

_BAND = 512
_LEGEND_GAP = 24.0
Progress = Callable[[float], bool]
"""Told how much is done, from 0 to 1; False stops."""


class Extent(StrEnum):
    """What of the graph a picture shows."""

    WHOLE = "whole"
    SELECTION = "selection"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a picture is made. The scheme is always chosen: a picture does not follow the screen."""

    extent: Extent = Extent.WHOLE
    scale: float = 1.0
    """Pixels per scene unit."""
    margin: float = 24.0
    """Scene units around what is shown."""
    tokens: Tokens = LIGHT
    counts: bool = True
    notes: bool = True
    grid: bool = False
    heat: bool = False
    states: bool = True
    """Run states and remarks."""


@dataclass(frozen=True, slots=True)
class Showing:
    """What the screen shows now, as far as a picture takes it over."""

    selection: Parts = NOTHING
    view: QRectF | None = None
    shares: Shares = Shares.NUMBER
    routing: Routing = Routing.CURVED

    @staticmethod
    def of(canvas: "CanvasView") -> "Showing":
        """What a canvas shows."""
        parts = canvas.graph_scene.folding.with_contents(canvas.selection.parts)
        return Showing(parts, canvas.visible_area(), canvas.look.shares, canvas.graph_scene.routing)


class Picture:
    """One picture, to be painted as often as needed and closed after use; use it in a `with` statement."""

    def __init__(self, model: GraphModel, drawing: Drawing, showing: Showing | None = None) -> None:
        self.drawing = drawing
        self._showing = showing or Showing()
        self._scene = CanvasScene(model, Style(drawing.tokens, QGuiApplication.font().family()))
        scene, look = self._scene, self._scene.look
        scene.stop_following()
        scene.set_routing(self._showing.routing)
        look.fixed_level = Level.FULL
        look.stamps.in_use = False
        look.shares = self._showing.shares
        look.counts_shown, look.states_shown, look.grid_shown = drawing.counts, drawing.states, drawing.grid
        if drawing.heat:
            look.heat = Heat.of(model.count(edge).value for edge in scene.edges)
        self._hide()
        self._content = self._shown()
        self.area = self._with_legend(self._content)

    def __enter__(self) -> "Picture":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back what it holds: without an event loop nobody else would."""
        if shiboken6.isValid(self._scene):
            self._scene.clear()
            shiboken6.delete(self._scene)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return self._content.isEmpty()

    def _hide(self) -> None:
        scene = self._scene
        if not self.drawing.notes:
            for note in scene.notes.values():
                note.setVisible(False)
        if self.drawing.extent is not Extent.SELECTION:
            return
        chosen = self._showing.selection
        for kind in ("nodes", "notes", "frames"):
            for name, item in getattr(scene, kind).items():
                if name not in getattr(chosen, kind):
                    item.setVisible(False)
        for name, link in scene.edges.items():
            edge = link.edge
            inner = edge.target is not None and {edge.source.node, edge.target.node} <= chosen.nodes
            if not inner and name not in chosen.edges:
                link.setVisible(False)

    def _shown(self) -> QRectF:
        view = self._showing.view
        if self.drawing.extent is Extent.VIEW and view is not None:
            return view
        area = QRectF()
        scene = self._scene
        for item in (*scene.nodes.values(), *scene.edges.values(), *scene.notes.values(), *scene.frames.values()):
            if item.isVisible():
                area = area.united(item.mapRectToScene(item.boundingRect()))
        margin = self.drawing.margin
        return area.adjusted(-margin, -margin, margin, margin) if not area.isEmpty() else area

    def _with_legend(self, area: QRectF) -> QRectF:
        if self._scene.look.heat is None or area.isEmpty():
            return area
        size = legend_size(self._scene.look)
        wide = max(area.width(), size.width() + 2 * _LEGEND_GAP)
        return QRectF(area.x(), area.y(), wide, area.height() + size.height() + _LEGEND_GAP)

    @property
    def size(self) -> QSize:
        """How large it is at its scale, in pixels."""
        exact = QSizeF(self.area.width(), self.area.height()) * self.drawing.scale
        return QSize(max(1, round(exact.width())), max(1, round(exact.height())))

    def paint(
        self, painter: QPainter, target: QRectF, source: QRectF | None = None, progress: Progress | None = None
    ) -> bool:
        """Draw a part of the picture, given in scene coordinates, or all of it, into a rectangle of a device.

        False when it was stopped.
        """
        scene, look = self._scene, self._scene.look
        parts = len(scene.nodes) + 2 * len(scene.edges) + len(scene.notes) + len(scene.frames)
        before, look.stopped = look.paints, False
        if progress is not None:
            look.telling = lambda paints: progress(min((paints - before) / max(parts, 1), 1.0))
        self._paint(painter, target, source)
        look.telling = None
        return not look.stopped

    def _paint(self, painter: QPainter, target: QRectF, source: QRectF | None) -> None:
        part = source or self.area
        painter.save()
        on_pixels = painter.paintEngine().type() is QPaintEngine.Type.Raster
        self._scene.look.style.lettering.real_text = not on_pixels
        painter.setClipRect(target, Qt.ClipOperation.IntersectClip)
        painter.fillRect(target, self._scene.look.style.brush(self.drawing.tokens.ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._scene.render(painter, target, part, Qt.AspectRatioMode.IgnoreAspectRatio)
        if self._scene.look.heat is not None:
            painter.translate(target.topLeft())
            painter.scale(target.width() / part.width(), target.height() / part.height())
            painter.translate(-part.topLeft())
            low = QPointF(self._content.left() + _LEGEND_GAP, self._content.bottom())
            paint_legend(painter, low, self._scene.look)
        painter.restore()

    def image(self, ratio: float = 1.0, progress: Progress | None = None) -> QImage | None:
        """All of it as an image, `ratio` times its scale; None when it was stopped.

        It is made in bands, so that there is something to tell of, and a moment to stop.
        """
        size = self.size * ratio
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(1.0)
        painter = QPainter(image)
        try:
            for top in range(0, size.height(), _BAND):
                high = min(_BAND, size.height() - top)
                part = QRectF(
                    self.area.x(), self.area.y() + self.area.height() * top / size.height(),
                    self.area.width(), self.area.height() * high / size.height(),
                )  # fmt: skip
                self.paint(painter, QRectF(0, top, size.width(), high), part)
                if progress is not None and not progress(min(1.0, (top + high) / size.height())):
                    return None
        finally:
            painter.end()
        return image
