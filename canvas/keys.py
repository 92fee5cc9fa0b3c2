"""Keys that are no shortcuts: Space to pan, Esc to leave, modifiers during a gesture, letters for quick add."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from canvas.commands import add_next

if TYPE_CHECKING:
    from canvas.view import CanvasView

_MODIFIER_KEYS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta})


def key_pressed(canvas: "CanvasView", event: QKeyEvent) -> None:
    """A key went down that no shortcut took."""
    key = event.key()
    locked = canvas.model.read_only()
    if locked and canvas.actions_by_id.barred(QKeySequence(event.keyCombination())):
        # Not in silence: whoever presses it expects something.
        canvas.refuse(locked)
        return
    if key == Qt.Key.Key_Space and not event.isAutoRepeat():
        canvas.dispatcher.space_held = True
    elif key == Qt.Key.Key_Escape:
        if not canvas.dispatcher.cancel():
            canvas.selection.clear()
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and canvas.dispatcher.keep():
        event.accept()
    elif key in _MODIFIER_KEYS:
        canvas.dispatcher.modifiers_changed(event.modifiers())
    elif event.text().isalnum() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        add_next(canvas, typed=event.text())
    else:
        event.ignore()


def key_released(canvas: "CanvasView", event: QKeyEvent) -> None:
    """A key went up."""
    if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
        canvas.dispatcher.space_held = False
    elif event.key() in _MODIFIER_KEYS:
        canvas.dispatcher.modifiers_changed(event.modifiers())
    event.accept()
