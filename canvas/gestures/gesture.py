"""What every gesture fulfils.

A gesture shows previews in the scene and asks the model once, in `commit`. `cancel` leaves no trace: the model was
never touched, and previews are put back. Modifier keys are read from each event, never remembered.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from canvas.items.hit import Hit

if TYPE_CHECKING:
    from canvas.view import CanvasView


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is and what is held: `at` in scene coordinates, `screen` in the viewport's pixels."""

    at: QPointF
    screen: QPointF
    buttons: Qt.MouseButton
    modifiers: Qt.KeyboardModifier

    @property
    def shift(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)

    @property
    def ctrl(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ControlModifier)

    @property
    def alt(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.AltModifier)


class Gesture:
    """One gesture under way. `start` and `hit` are where the button went down."""

    cursor: ClassVar[Qt.CursorShape] = Qt.CursorShape.ArrowCursor
    scrolls: ClassVar[bool] = True
    """Whether the canvas scrolls by itself while the pointer is at its edge."""
    edits: ClassVar[bool] = True
    """Whether the gesture ends in a request; such gestures are refused on a read-only canvas."""

    def __init__(self, canvas: "CanvasView", start: Pointer, hit: Hit) -> None:
        self.canvas = canvas
        self.start = start
        self.hit = hit

    @classmethod
    def offers(cls, canvas: "CanvasView", start: Pointer, hit: Hit) -> bool:
        """Whether a press here may become this gesture once the pointer moves."""
        return False

    def begin(self) -> None:
        """The pointer left the threshold: show that something is under way."""

    def update(self, pointer: Pointer) -> None:
        """The pointer moved, a modifier changed, or the canvas scrolled below it."""

    def commit(self, pointer: Pointer) -> None:
        """The button went up: ask the model, once."""

    def cancel(self) -> None:
        """Put everything back as it was. Also called after commit when the request was refused."""

    def finish(self) -> None:
        """Remove previews; called after commit and after cancel."""

    def paint(self, painter: QPainter) -> None:
        """Draw the preview over the scene, in scene coordinates."""
