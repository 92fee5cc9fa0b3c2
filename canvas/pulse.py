"""What runs and is seen moves a little: one timer for all of it, which stops when nothing visible runs.

It rests during gestures, and never starts where the system or the user wants less motion.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtWidgets import QStyle

from canvas.items.edge import EdgeItem
from canvas.items.node import NodeItem
from canvas.look import Level, level_at
from canvas.views import CountState, RunState

if TYPE_CHECKING:
    from canvas.view import CanvasView

BEAT = 80
_ROOM = 4.0


class Pulse(QObject):
    """The beat of one canvas."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._running: set[str] = set()
        self._computing: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self.beat)
        canvas.model.status_changed.connect(self._restated)
        canvas.model.counted.connect(self._counted)
        canvas.graph_scene.applied.connect(self._read)
        canvas.moved.connect(self._wake)
        self._read()

    @property
    def active(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    def _read(self) -> None:
        scene = self._canvas.graph_scene
        self._running &= scene.nodes.keys()
        self._computing &= scene.edges.keys()
        self._restated(scene.nodes.keys() - self._running)
        self._counted(scene.edges.keys() - self._computing)

    def _restated(self, nodes: Iterable[str]) -> None:
        model, known = self._canvas.model, self._canvas.graph_scene.nodes
        for name in nodes:
            if name in known and model.status(name).run is RunState.RUNNING:
                self._running.add(name)
            else:
                self._running.discard(name)
        self._wake()

    def _counted(self, edges: Iterable[str]) -> None:
        model, known = self._canvas.model, self._canvas.graph_scene.edges
        for name in edges:
            if name in known and model.count(name).state is CountState.COMPUTING:
                self._computing.add(name)
            else:
                self._computing.discard(name)
        self._wake()

    def _wake(self) -> None:
        if (self._running or self._computing) and not self._timer.isActive() and self._wanted():
            self._timer.start()

    def _wanted(self) -> bool:
        canvas = self._canvas
        hint = canvas.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, canvas)
        return canvas.glide.enabled and hint > 0 and canvas.isVisible()

    def beat(self) -> None:
        """One step, or the end when nothing that runs is seen."""
        canvas = self._canvas
        if canvas.dispatcher.current is not None:
            return
        seen = self._seen() if self._wanted() else []
        if not seen:
            self._timer.stop()
            return
        canvas.look.beat += 1
        for area in seen:
            canvas.update_area(area)

    def _seen(self) -> list[QRectF]:
        """Where something visible runs; from afar nothing is told apart, so nothing moves."""
        canvas = self._canvas
        if level_at(canvas.scale_in_use) is not Level.FULL or not (self._running or self._computing):
            return []
        found: list[QRectF] = []
        for item in canvas.graph_scene.items(canvas.visible_area()):
            if isinstance(item, NodeItem) and item.node.id in self._running:
                found.append(item.spinner().translated(item.pos()))
            elif isinstance(item, EdgeItem) and item.edge.id in self._computing:
                found.append(item.pill())
        return [area.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM) for area in found]
