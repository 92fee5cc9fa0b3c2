"""What the actions of the group "Information" do: what pills say, the grid, the walk from remark to remark."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from canvas.actions import Command, Condition, hooked
from canvas.items.hit import Hit, Spot
from canvas.look import Shares
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView


def say(shares: Shares) -> Command:
    """A command that lets the pills say numbers, or shares."""

    def change(canvas: "CanvasView") -> None:
        canvas.look.shares = shares
        canvas.graph_scene.relabel()

    return change


def says(shares: Shares) -> Condition:
    """Whether the pills say this now."""
    return lambda canvas: canvas.look.shares is shares


def toggle_grid(canvas: "CanvasView") -> None:
    """Show or hide the grid."""
    canvas.look.grid_shown = not canvas.look.grid_shown
    canvas.graph_scene.repaint_views()


def somewhere(canvas: "CanvasView") -> bool:
    """Whether the keyboard is at a part."""
    return bool(canvas.walk.at[0])


def found(canvas: "CanvasView") -> bool:
    """Whether the search found anything."""
    return not canvas.overlays.finder.isHidden() and bool(canvas.overlays.finder.found)


def compared(canvas: "CanvasView") -> bool:
    """Whether the graph is compared with another version."""
    return canvas.look.difference is not None


def can_peek(canvas: "CanvasView") -> bool:
    """Whether one transition is selected, and the program has rows to show."""
    parts = canvas.selection.parts
    return len(parts.edges) == 1 and not parts.nodes and hooked("peek_wanted(QString)")(canvas)


def peek(canvas: "CanvasView") -> None:
    """Show the first rows behind the selected transition."""
    canvas.overlays.peek.ask(next(iter(canvas.selection.parts.edges)))


def remark(step: int) -> Command:
    """A command that goes to the next node with remarks (1), or to the one before (-1), from left to right."""

    def go(canvas: "CanvasView") -> None:
        scene = canvas.graph_scene
        nodes = sorted(scene.nodes.values(), key=lambda item: (item.node.x, item.node.y, item.node.id))
        order = [item.node.id for item in nodes]
        marked = [name for name in order if canvas.model.status(name).badge is not None]
        if not marked:
            canvas.announced.emit(tr("There are no remarks."))
            return
        here = order.index(canvas.walk.node) if canvas.walk.node in order else (-1 if step > 0 else len(order))
        places = [order.index(name) for name in marked]
        ahead = [place for place in places if (place > here if step > 0 else place < here)]
        place = min(ahead, default=places[0]) if step > 0 else max(ahead, default=places[-1])
        name = order[place]
        canvas.walk.go("nodes", name)
        card = scene.nodes[name].card()
        canvas.overlays.tips.show_now(Hit(Spot.BADGE, name), QPointF(canvas.viewportTransform().map(card.topRight())))
        canvas.remarks_wanted.emit(name)

    return go
