"""Drag and drop from outside: node types from a palette, and whatever else a program offers a handler for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent

from canvas.gestures.drop import PALETTE_FORMAT, DropGesture
from canvas.gestures.gesture import Pointer
from canvas.items.hit import NOWHERE

if TYPE_CHECKING:
    from canvas.view import CanvasView

Handler = Callable[[QMimeData, QPointF], bool]
"""Takes what was dropped and the place in the scene; True when it did something with it."""


class Dropping:
    """The drop under way. Handlers for files and other data are asked in order."""

    def __init__(self, canvas: "CanvasView") -> None:
        self._canvas = canvas
        self.gesture: DropGesture | None = None
        self.accepts: Callable[[QMimeData], bool] = lambda _: False
        self.handlers: list[Handler] = []

    def enter(self, event: QDropEvent) -> None:
        """Something comes in."""
        kinds = {kind.id: kind for kind in self._canvas.model.node_types()}
        name = bytes(event.mimeData().data(PALETTE_FORMAT).data()).decode()
        locked = self._canvas.model.read_only()
        if name in kinds and not locked:
            self.gesture = DropGesture(self._canvas, self._pointer(event), NOWHERE, kinds[name])
            self.gesture.begin()
            self.gesture.update(self._pointer(event))
            event.acceptProposedAction()
        elif not locked and self.accepts(event.mimeData()):
            event.acceptProposedAction()
        else:
            if locked:
                self._canvas.refuse(locked)
            event.ignore()

    def move(self, event: QDropEvent) -> None:
        """It moves over the canvas."""
        if self.gesture is not None:
            self.gesture.update(self._pointer(event))
            event.acceptProposedAction()
        elif self.accepts(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def leave(self) -> None:
        """It left, or Esc was pressed."""
        if self.gesture is not None:
            gesture, self.gesture = self.gesture, None
            gesture.cancel()
            gesture.finish()

    def drop(self, event: QDropEvent) -> None:
        """It was let go here."""
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            gesture.commit(self._pointer(event))
            gesture.finish()
            event.acceptProposedAction()
            self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        at = self._canvas.to_scene(event.position())
        if any(handler(event.mimeData(), at) for handler in self.handlers):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _pointer(self, event: QDropEvent) -> Pointer:
        at = event.position()
        return Pointer(self._canvas.to_scene(at), at, event.buttons(), event.modifiers())
