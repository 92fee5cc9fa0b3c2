"""Pan: middle drag, Space and left drag, or right drag on empty space."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from canvas.gestures.gesture import Gesture, Pointer
from canvas.items.hit import Hit

if TYPE_CHECKING:
    from canvas.view import CanvasView


class PanGesture(Gesture):
    """The scene follows the pointer. Esc puts the view back."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = False
    edits = False

    @classmethod
    def offers(cls, canvas: "CanvasView", start: Pointer, hit: Hit) -> bool:
        if start.buttons & Qt.MouseButton.MiddleButton:
            return True
        if start.buttons & Qt.MouseButton.RightButton:
            return not hit
        return canvas.dispatcher.space_held

    def begin(self) -> None:
        self._last = self.start.screen
        self._place = self.canvas.place()

    def update(self, pointer: Pointer) -> None:
        step = self._last - pointer.screen
        self._last = pointer.screen
        self.canvas.scroll_by(step.x(), step.y())

    def cancel(self) -> None:
        self.canvas.go_to(self._place)
