"""Try a layout: all nodes show where they would go, and only Enter or a click keeps it, as one step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from canvas.gestures.gesture import Gesture, Pointer
from canvas.items.hit import NOWHERE
from canvas.requests import Move
from canvas.style import CARD_RADIUS
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView


class TryLayoutGesture(Gesture):
    """It moves with nothing: the pointer may look around while it lasts."""

    scrolls = False

    def __init__(self, canvas: "CanvasView", move: Move) -> None:
        nowhere = QPointF()
        super().__init__(
            canvas, Pointer(nowhere, nowhere, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier), NOWHERE
        )
        self._move = move

    def begin(self) -> None:
        scene = self.canvas.graph_scene
        self._before = [scene.nodes[name].card() for name in self._move.nodes if scene.nodes[name].isVisible()]
        self._before += [scene.frames[name].card() for name in self._move.frames]
        for name, place in self._move.frames.items():
            scene.frames[name].setPos(*place)
        scene.show_at(self._move.nodes)
        self.canvas.viewport().update()
        sentence = tr("This is how it would look. Enter or a click keeps it, Esc gives the old places back.")
        self.canvas.tell(sentence)

    def commit(self, pointer: Pointer) -> None:
        if not self.canvas.ask(self._move):
            self.cancel()

    def cancel(self) -> None:
        scene = self.canvas.graph_scene
        for name in self._move.frames.keys() & scene.frames.keys():
            scene.frames[name].setPos(*scene.frames[name].frame.rect[:2])
        scene.restore(self._move.nodes)

    def finish(self) -> None:
        self.canvas.notices.notice.hide()
        self.canvas.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """The old places, as faint outlines."""
        style = self.canvas.style_in_use
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(style.pen(style.tokens.guide, 1.2 / self.canvas.scale_in_use, dashed=True))
        for card in self._before:
            painter.drawRoundedRect(QRectF(card), CARD_RADIUS, CARD_RADIUS)
