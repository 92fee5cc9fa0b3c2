"""A reusable node-graph widget. It knows nothing of campaigns: it shows a GraphModel and asks for changes.

    model = YourModel()            # subclass GraphModel over your document
    canvas = CanvasView(model)     # a QWidget: put it into your window
    palette = Palette(canvas)      # if you like, as are Outline(canvas), Minimap(canvas, dock) and ZoomBox(canvas)

The names below are the public face, with two rooms of plain frozen values beside them:

    canvas.views      what a model hands out: NodeView, EdgeView, PortView, NodeType, Count, Status, Parts and others
    canvas.requests   what the canvas asks of it: Move, AddNode, Connect, Delete, Paste and others; Answer and Outcome

GraphModel and GraphChange are the contract; CanvasView has the signals `opened`, `opened_together`, `menu_opening`,
`announced`, `moved` and `restyled`. An Action is one entry of `CanvasView.actions_by_id`; a DropHandler makes something
of files and other drops; a Picture of a Drawing is written or printed with a Caption; a Snapshot is what a graph is
compared with; a ViewState is how a document was looked at; Routing is how transitions run; Tokens are the
colours of a scheme, LIGHT and DARK those that come with it. Everything else may change. `resources/guide/canvas.md`
puts the widget into a program of its own, step by step.
"""

from canvas.actions import Action
from canvas.bookmarks import ViewState
from canvas.difference import Snapshot
from canvas.dropping import DropHandler
from canvas.minimap import Minimap
from canvas.model import GraphChange, GraphModel
from canvas.outline import Outline
from canvas.palette import Palette
from canvas.picture import Drawing, Picture
from canvas.printing import Caption
from canvas.routing import Routing
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
    "DropHandler",
    "GraphChange",
    "GraphModel",
    "Minimap",
    "Outline",
    "Palette",
    "Picture",
    "Routing",
    "Snapshot",
    "Tokens",
    "ViewState",
    "ZoomBox",
]
