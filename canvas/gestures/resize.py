"""Resize a note or a frame by its corner; a frame holds what lies in it then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from canvas.gestures.gesture import Gesture, Pointer
from canvas.items.hit import Hit, Spot
from canvas.membership import after_resize
from canvas.requests import Request, SetFrame, SetNote
from canvas.style import GRID
from canvas.views import Rect

if TYPE_CHECKING:
    from canvas.view import CanvasView

_SMALLEST = (72.0, 48.0)


class ResizeGesture(Gesture):
    """The corner follows the pointer, on the grid unless Alt is held."""

    cursor = Qt.CursorShape.SizeFDiagCursor

    @classmethod
    def offers(cls, canvas: "CanvasView", start: Pointer, hit: Hit) -> bool:
        left = bool(start.buttons & Qt.MouseButton.LeftButton)
        return left and hit.spot in (Spot.NOTE_CORNER, Spot.FRAME_CORNER)

    def begin(self) -> None:
        scene = self.canvas.graph_scene
        self._is_note = self.hit.spot is Spot.NOTE_CORNER
        self._item = scene.notes[self.hit.id] if self._is_note else scene.frames[self.hit.id]
        card = self._item.card()
        self._before: Rect = (card.x(), card.y(), card.width(), card.height())
        self._now = self._before

    def update(self, pointer: Pointer) -> None:
        away = pointer.at - self.start.at
        width, height = self._before[2] + away.x(), self._before[3] + away.y()
        if self.canvas.snapping and not pointer.alt:
            width, height = round(width / GRID) * GRID, round(height / GRID) * GRID
        self._now = (*self._before[:2], max(width, _SMALLEST[0]), max(height, _SMALLEST[1]))
        self._item.place(self._now)

    def commit(self, pointer: Pointer) -> None:
        if self._now == self._before:
            return
        name = self.hit.id
        request: Request = SetNote(name, rect=self._now)
        if not self._is_note:
            held = after_resize(self.canvas.graph_scene, name, QRectF(*self._now))
            request = SetFrame(name, rect=self._now, nodes=held)
        if not self.canvas.ask(request):
            self.cancel()

    def cancel(self) -> None:
        self._item.place(self._before)
