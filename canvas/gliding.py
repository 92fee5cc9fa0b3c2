"""Going to a place so that the eye can follow: under 200 ms, and at once where the system wants less motion."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QStyle

from canvas.navigation import Place

if TYPE_CHECKING:
    from canvas.view import CanvasView

LONGEST = 180


class Glide(QObject):
    """At most one way at a time; a wheel, a press or another goal ends it. `enabled` is the user's preference."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.enabled = True
        self._start = self._goal = Place(0.0, 0.0, 1.0)
        self._way = QVariantAnimation(self)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._way.valueChanged.connect(self._step)

    @property
    def running(self) -> bool:
        return self._way.state() == QVariantAnimation.State.Running

    def to(self, place: Place) -> None:
        """Go to a place; the way back remembers where one was."""
        self._canvas.remember()
        self.along(place)

    def along(self, place: Place) -> None:
        """Go to a place without remembering."""
        self.stop()
        canvas = self._canvas
        hint = canvas.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, canvas)
        if not self.enabled or hint <= 0 or not canvas.isVisible():
            canvas.go_to(place)
            return
        self._start, self._goal = canvas.place(), place
        self._way.setDuration(min(hint, LONGEST))
        self._way.start()

    def stop(self) -> None:
        """Stay where the way has come to."""
        self._way.stop()

    def _step(self, share: object) -> None:
        done = float(str(share))
        start, goal = self._start, self._goal
        if done >= 1.0:
            self._canvas.go_to(goal)
            return
        zoom = start.zoom * (goal.zoom / start.zoom) ** done
        # The middle moves with the change of scale, so that the goal comes straight at the eye.
        part = (
            done
            if abs(goal.zoom - start.zoom) < 1e-6
            else (1 / start.zoom - 1 / zoom) / (1 / start.zoom - 1 / goal.zoom)
        )
        x, y = start.x + (goal.x - start.x) * part, start.y + (goal.y - start.y) * part
        self._canvas.go_to(Place(x, y, zoom))
