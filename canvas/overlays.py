"""What stands over the graph and helps to read it. Nothing here edits, and nothing is part of the document."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from canvas.comparison import Comparison
from canvas.finder import Finder
from canvas.flow import Flow
from canvas.history import History
from canvas.legend import Legend
from canvas.peek import Peek
from canvas.pulse import Pulse
from canvas.style import Tokens
from canvas.tips import Tips

if TYPE_CHECKING:
    from canvas.view import CanvasView


class Overlays(QObject):
    """The overlays of one canvas."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self.tips = Tips(canvas)
        self.legend = Legend(canvas)
        self.finder = Finder(canvas)
        self.peek = Peek(canvas)
        self.history = History(canvas)
        self.pulse = Pulse(canvas)
        self.flow = Flow(canvas)
        self.comparison = Comparison(canvas)

    def restyle(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self.tips.restyle(tokens)

    def quiet(self) -> None:
        """The hands do something: what only shows by itself goes."""
        self.tips.hide()
        self.peek.hide()
