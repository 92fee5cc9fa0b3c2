"""Scroll by itself while a gesture holds the pointer at an edge of the canvas."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer

_EDGE = 28.0
_FASTEST = 24.0


class AutoScroll(QObject):
    """A timer that runs only while the pointer is at an edge. `scroll` gets pixels to the right and down."""

    def __init__(self, scroll: Callable[[float, float], None], parent: QObject) -> None:
        super().__init__(parent)
        self._scroll = scroll
        self._step = QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(16)
        self._timer.timeout.connect(self._tick)

    def follow(self, at: QPointF, viewport: QRectF) -> None:
        """Note where the pointer is; scrolling starts or stops."""
        self._step = QPointF(
            _push(at.x(), viewport.left(), viewport.right()), _push(at.y(), viewport.top(), viewport.bottom())
        )
        if self._step.isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The gesture is over."""
        self._timer.stop()

    def _tick(self) -> None:
        self._scroll(self._step.x(), self._step.y())


def _push(at: float, low: float, high: float) -> float:
    if at < low + _EDGE:
        return -min((low + _EDGE - at) / 2, _FASTEST)
    if at > high - _EDGE:
        return min((at - high + _EDGE) / 2, _FASTEST)
    return 0.0
