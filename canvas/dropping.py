"""Drag and drop from outside: node types from a palette, and whatever handlers make of files, texts and other data.

Several handlers may want the same thing: then a numbered list asks. Pasted files go the same way.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent

from canvas.gestures.drop import PALETTE_FORMAT, DropGesture
from canvas.gestures.gesture import Pointer
from canvas.items.hit import NOWHERE

if TYPE_CHECKING:
    from canvas.view import CanvasView


@dataclass(frozen=True, slots=True)
class DropHandler:
    """Makes something of what is dropped or pasted. `text` is what the list of choices says.

    `accepts` answers quickly and without side effects; `drop` gets the data and the place in the scene.
    """

    id: str
    text: str
    accepts: Callable[[QMimeData], bool]
    drop: Callable[[QMimeData, QPointF], None]


class Dropping:
    """The drop under way. A program adds handlers of its own to `handlers`."""

    def __init__(self, canvas: "CanvasView") -> None:
        self._canvas = canvas
        self.gesture: DropGesture | None = None
        self.handlers: list[DropHandler] = []

    def handlers_of(self, data: QMimeData) -> list[DropHandler]:
        """The handlers that can make something of the data."""
        return [handler for handler in self.handlers if handler.accepts(data)]

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
        elif not locked and self.handlers_of(event.mimeData()):
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
        elif not self._canvas.model.read_only() and self.handlers_of(event.mimeData()):
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
        elif self.take(event.mimeData(), self._canvas.to_scene(event.position())):
            event.acceptProposedAction()
        else:
            event.ignore()

    def take(self, data: QMimeData, at: QPointF) -> bool:
        """Let a handler have the data, the user choosing among several; False when none wants it."""
        locked = self._canvas.model.read_only()
        found = [] if locked else self.handlers_of(data)
        kept = _copy(data)  # the data of a drop are gone before the user has chosen
        self._canvas.ask_which([(handler.text, _caller(handler, kept, at)) for handler in found], at)
        return bool(found)

    def _pointer(self, event: QDropEvent) -> Pointer:
        at = event.position()
        return Pointer(self._canvas.to_scene(at), at, event.buttons(), event.modifiers())


def _caller(handler: DropHandler, data: QMimeData, at: QPointF) -> Callable[[], None]:
    return lambda: handler.drop(data, at)


def _copy(data: QMimeData) -> QMimeData:
    made = QMimeData()
    for name in data.formats():
        made.setData(name, data.data(name))
    return made
