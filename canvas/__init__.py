"""A reusable node-graph widget. It knows nothing of campaigns: it shows a GraphModel and asks for changes.

    model = YourModel()            # subclass GraphModel over your document
    canvas = CanvasView(model)     # a QWidget: put it into your window
    palette = Palette(canvas)      # if you like, as are Outline(canvas) and ZoomBox(canvas)

The names below are the public face. Everything else may change.
"""

from canvas.actions import Action
from canvas.bookmarks import ViewState
from canvas.difference import Snapshot
from canvas.model import GraphChange, GraphModel
from canvas.outline import Outline
from canvas.palette import Palette
from canvas.picture import Drawing, Picture
from canvas.printing import Caption
from canvas.style import DARK, LIGHT, Tokens
from canvas.view import CanvasView
from canvas.zoom_box import ZoomBox

__all__ = [
    "DARK",
    "LIGHT",
    "Action",
    "CanvasView",
    "Caption",
    "Drawing",
    "GraphChange",
    "GraphModel",
    "Outline",
    "Palette",
    "Picture",
    "Snapshot",
    "Tokens",
    "ViewState",
    "ZoomBox",
]
