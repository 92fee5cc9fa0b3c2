"""What runs and is seen moves a little: one timer for all of it, which stops when nothing visible runs.

It rests during gestures, and never starts where the system or the user wants less motion.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtWidgets import QStyle

from canvas.look import Level, level_at

if TYPE_CHECKING:
    from canvas.view import CanvasView

BEAT = 80
_ROOM = 4.0


class Pulse(QObject):
    """The beat of one canvas."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self.beat)

    @property
    def active(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    def wake(self) -> None:
        """Something that runs was painted: go on until none of it is seen any more."""
        if not self._timer.isActive() and self.wanted():
            self._timer.start()

    def wanted(self) -> bool:
        """Whether anything may move."""
        canvas = self._canvas
        hint = canvas.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, canvas)
        return canvas.glide.enabled and hint > 0 and canvas.isVisible()

    def beat(self) -> None:
        """One step, or the end when nothing that runs is seen."""
        canvas = self._canvas
        if canvas.dispatcher.current is not None:
            return
        seen = self._seen() if self.wanted() else []
        if not seen:
            self._timer.stop()
            return
        canvas.look.beat += 1
        for area in seen:
            canvas.update_area(area)

    def _seen(self) -> list[QRectF]:
        """Where something visible ran when it was last painted; what still runs says so again at the next painting."""
        canvas = self._canvas
        scene, room = canvas.graph_scene, canvas.visible_area()
        told = list(canvas.look.pulsing)
        canvas.look.pulsing.clear()
        if level_at(canvas.scale_in_use) is not Level.FULL:
            return []
        areas = [
            scene.nodes[name].spinner().translated(scene.nodes[name].pos())
            for kind, name in told
            if kind == "nodes" and name in scene.nodes
        ]
        areas += [scene.edges[name].pill() for kind, name in told if kind == "edges" and name in scene.edges]
        return [area.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM) for area in areas if area.intersects(room)]
