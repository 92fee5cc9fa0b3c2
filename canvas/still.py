"""What stands still during a drag, as a picture: each step paints that picture and what moves, and nothing else.

The picture is of one viewpoint and one state of everything in it; when either changes, it is made anew.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QStyleOptionGraphicsItem

if TYPE_CHECKING:
    from canvas.view import CanvasView

_MOST = 300
"""With more parts moving than these, all is painted as ever."""


class Still:
    """At most one drag at a time uses it."""

    def __init__(self, canvas: "CanvasView") -> None:
        self._canvas = canvas
        self._nodes: tuple[str, ...] = ()
        self._edges: tuple[str, ...] = ()
        self._picture: tuple[object, QPixmap] | None = None

    def begin(self, nodes: Iterable[str], edges: Iterable[str]) -> None:
        """These move from now on."""
        scene = self._canvas.graph_scene
        nodes = tuple(name for name in nodes if scene.nodes[name].isVisible())
        edges = tuple(name for name in edges if scene.edges[name].isVisible())
        if len(nodes) + len(edges) <= _MOST:
            self._nodes, self._edges = nodes, edges
            self._picture = None

    def end(self) -> None:
        """Nothing moves any more."""
        self._nodes = self._edges = ()
        self._picture = None

    @property
    def in_use(self) -> bool:
        return bool(self._nodes or self._edges)

    def paint(self, event: QPaintEvent) -> None:
        """Paint the viewport, or the part of it that an event asks for."""
        canvas, scene = self._canvas, self._canvas.graph_scene
        key = self._key()
        if self._picture is None or self._picture[0] != key:
            self._picture = (key, self._made())
        view, option = canvas.viewportTransform(), QStyleOptionGraphicsItem()
        painter = QPainter(canvas.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture[1])
        painter.setWorldTransform(view)
        for edge in self._edges:
            scene.edges[edge].paint(painter, option)
        scene.paint_lines(painter)
        for node in self._nodes:
            item = scene.nodes[node]
            painter.setWorldTransform(item.sceneTransform() * view)
            item.paint(painter, option)
        painter.setWorldTransform(view)
        scene.paint_batch(painter)
        canvas.paint_over(painter)
        painter.end()

    def _key(self) -> object:
        canvas = self._canvas
        view, look, viewport = canvas.viewportTransform(), canvas.look, canvas.viewport()
        size = (viewport.width(), viewport.height(), viewport.devicePixelRatioF())
        return (
            view.m11(), view.dx(), view.dy(), size, look.version, look.marked_edge, look.hovered, look.focused,
            frozenset(look.dimmed),
        )  # fmt: skip

    def _made(self) -> QPixmap:
        canvas = self._canvas
        viewport, ratio = canvas.viewport(), canvas.viewport().devicePixelRatioF()
        picture = QPixmap(round(viewport.width() * ratio), round(viewport.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        canvas.look.left_out = frozenset(self._nodes) | frozenset(self._edges)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRect(0, 0, viewport.width(), viewport.height())
        canvas.graph_scene.render(painter, area.toRectF(), canvas.visible_area())
        painter.end()
        canvas.look.left_out = frozenset()
        return picture
