"""Wheel, touchpad and pinch: what scrolls, what zooms, and how fast."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

if TYPE_CHECKING:
    from canvas.view import CanvasView

STEP = 1.0015
"""Zoom factor per eighth of a degree: one notch of a wheel is 120 of them, about 20 %."""


def wheel(canvas: "CanvasView", event: QWheelEvent) -> None:
    """Ctrl and wheel zooms at the pointer; else it scrolls, Shift sideways. `wheel_zooms` swaps the two."""
    event.accept()
    ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    touchpad = not event.pixelDelta().isNull()
    if ctrl != (canvas.wheel_zooms and not touchpad and not shift):
        if event.phase() != Qt.ScrollPhase.ScrollMomentum:
            canvas.set_zoom(canvas.zoom * STEP ** event.angleDelta().y(), event.position())
        return
    step = event.pixelDelta() if touchpad else event.angleDelta() * 0.8
    if shift and not step.x():
        canvas.scroll_by(-step.y(), 0)
    else:
        canvas.scroll_by(-step.x(), -step.y())


def native_zoom(canvas: "CanvasView", event: QEvent) -> bool:
    """The system's own pinch, as touchpads send it; True when it was one."""
    if not isinstance(event, QNativeGestureEvent) or event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
        return False
    canvas.set_zoom(canvas.zoom * (1 + event.value()), event.position())
    return True


def pinch_zoom(canvas: "CanvasView", event: QEvent) -> bool:
    """Two fingers on a touch screen; True when it was a pinch."""
    pinch = event.gesture(Qt.GestureType.PinchGesture) if isinstance(event, QGestureEvent) else None
    if not isinstance(pinch, QPinchGesture):
        return False
    about = canvas.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
    canvas.set_zoom(canvas.zoom * pinch.scaleFactor(), QPointF(about))
    return True
