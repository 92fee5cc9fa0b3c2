"""The one owner of the gesture under way: presses become gestures past a threshold, or clicks; Esc always cancels."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal

from canvas.gestures.autoscroll import AutoScroll
from canvas.gestures.box_select import BoxSelectGesture
from canvas.gestures.clicks import click, double_click
from canvas.gestures.connect import ConnectGesture
from canvas.gestures.cut import CutGesture
from canvas.gestures.gesture import Gesture, Pointer
from canvas.gestures.make_room import MakeRoomGesture
from canvas.gestures.move import MoveGesture
from canvas.gestures.move_label import MoveLabelGesture
from canvas.gestures.move_port import MovePortGesture
from canvas.gestures.pan import PanGesture
from canvas.gestures.reconnect import ReconnectGesture
from canvas.gestures.reroute import RerouteGesture
from canvas.gestures.resize import ResizeGesture
from canvas.hovering import hover
from canvas.items.hit import NOWHERE, Hit

if TYPE_CHECKING:
    from canvas.view import CanvasView

THRESHOLD = 3.0

GESTURES: tuple[type[Gesture], ...] = (
    PanGesture,
    CutGesture,
    MakeRoomGesture,
    ResizeGesture,
    MovePortGesture,
    ConnectGesture,
    ReconnectGesture,
    MoveLabelGesture,
    RerouteGesture,
    MoveGesture,
    BoxSelectGesture,
)
"""The first that offers itself takes the drag."""


class Dispatcher(QObject):
    """At most one gesture at a time."""

    busy = Signal()
    """A gesture began or ended."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.current: Gesture | None = None
        self.space_held = False
        self._sticky = False
        self._pressed: tuple[Pointer, Hit] | None = None
        self._armed: type[Gesture] | None = None
        self._last = Pointer(QPointF(), QPointF(), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
        self._auto = AutoScroll(self._scrolled, self)

    # Mouse

    def press(self, pointer: Pointer) -> None:
        """A button went down."""
        if self.current is not None:
            if self._sticky and pointer.buttons == Qt.MouseButton.LeftButton:
                self._commit(pointer)
            else:
                self.cancel()
            return
        self._last = pointer
        self._pressed = (pointer, self._canvas.hit_at(pointer.at))

    def move(self, pointer: Pointer) -> None:
        """The pointer moved, with or without a button."""
        self._last = pointer
        if self._pressed is not None and self.current is None:
            start, hit = self._pressed
            away = pointer.screen - start.screen
            if max(abs(away.x()), abs(away.y())) >= THRESHOLD:
                self._start_from(start, hit)
        if self.current is not None:
            self._update(pointer)
        elif self._pressed is None:
            hover(self._canvas, pointer)

    def release(self, pointer: Pointer) -> None:
        """A button went up."""
        pressed, self._pressed = self._pressed, None
        if self.current is not None:
            if not self._sticky:
                self._commit(pointer)
        elif pressed is not None:
            click(self._canvas, pressed[0], pressed[1])

    def double(self, pointer: Pointer) -> None:
        """A second click on the same spot."""
        self._pressed = None
        if self.current is None:
            double_click(self._canvas, pointer, self._canvas.hit_at(pointer.at))

    def modifiers_changed(self, modifiers: Qt.KeyboardModifier) -> None:
        """Shift, Ctrl or Alt went down or up: the gesture may look different now."""
        if self.current is not None:
            last = self._last
            self._update(Pointer(last.at, last.screen, last.buttons, modifiers))

    # Gestures

    def arm(self, kind: type[Gesture]) -> None:
        """The next left drag is this gesture, whatever it starts on."""
        self._armed = kind
        self._canvas.viewport().setCursor(kind.cursor)

    def _start_from(self, start: Pointer, hit: Hit) -> None:
        self._pressed = None
        armed, self._armed = self._armed, None
        if armed is not None and start.buttons & Qt.MouseButton.LeftButton:
            self.start(armed(self._canvas, start, NOWHERE))
            return
        kind = next((kind for kind in GESTURES if kind.offers(self._canvas, start, hit)), None)
        if kind is not None:
            self.start(kind(self._canvas, start, hit))

    def start(self, gesture: Gesture, sticky: bool = False) -> None:
        """Begin a gesture; a sticky one follows the pointer without a button and ends with the next click."""
        self.cancel()
        locked = self._canvas.model.read_only()
        if gesture.edits and locked:
            self._canvas.refuse(locked)
            return
        self.current = gesture
        self._sticky = sticky
        self._canvas.viewport().setCursor(gesture.cursor)
        gesture.begin()
        self.busy.emit()

    def _update(self, pointer: Pointer) -> None:
        if self.current is not None:
            self.current.update(pointer)
            if self.current.scrolls:
                self._auto.follow(pointer.screen, QRectF(self._canvas.viewport().rect()))

    def _commit(self, pointer: Pointer) -> None:
        gesture = self._end()
        if gesture is not None:
            gesture.commit(pointer)
            gesture.finish()

    def commit(self, pointer: Pointer) -> None:
        """End the gesture under way as if its button went up here."""
        self._commit(pointer)

    def keep(self) -> bool:
        """End a gesture that waits for a click as if that came where the pointer is; True when there was one."""
        waiting = self.current is not None and self._sticky
        if waiting:
            self._commit(self._last)
        return waiting

    def cancel(self) -> bool:
        """End the gesture under way without a trace; True when there was one."""
        self._pressed = None
        armed, self._armed = self._armed, None
        gesture = self._end()
        if gesture is not None:
            gesture.cancel()
            gesture.finish()
        return gesture is not None or armed is not None

    def _end(self) -> Gesture | None:
        gesture, self.current = self.current, None
        self._sticky = False
        if gesture is not None:
            self.busy.emit()
        self._auto.stop()
        self._canvas.viewport().unsetCursor()
        return gesture

    def _scrolled(self, x: float, y: float) -> None:
        self._canvas.scroll_by(x, y)
        last = self._last
        self._last = Pointer(self._canvas.to_scene(last.screen), last.screen, last.buttons, last.modifiers)
        if self.current is not None:
            self.current.update(self._last)
