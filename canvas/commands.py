"""What the named actions do: clipboard, selecting along the flow, moving around. Each edit is one request."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from canvas import clipboard
from canvas.model import GraphChange
from canvas.navigation import Place
from canvas.placing import downstream, snapped, upstream
from canvas.quick_add import AddPlace, place_of_selection
from canvas.requests import AddNote, Delete, DeleteAndHeal, Duplicate, Paste, SetNode
from canvas.shortcut_sheet import ShortcutSheet
from canvas.style import GRID
from canvas.views import Parts
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

KINDS = ("nodes", "notes", "frames", "edges")
_IN_SIGHT = 0.5
"""The share of a change, or of as much of it as the view can hold, that must be seen for the view to stay."""


# Deleting and copying


def delete(canvas: "CanvasView") -> None:
    """Delete what is selected."""
    canvas.ask(Delete(canvas.graph_scene.folding.with_contents(canvas.selection.parts)))


def delete_and_heal(canvas: "CanvasView") -> None:
    """Delete the selected nodes and join what came in to what went out."""
    canvas.ask(DeleteAndHeal(canvas.selection.parts.nodes))


def copy(canvas: "CanvasView") -> None:
    """Put what is selected on the clipboard, as readable text."""
    parts = canvas.graph_scene.folding.with_contents(canvas.selection.parts)
    if parts:
        clipboard.put(canvas.model.copy(parts))


def cut(canvas: "CanvasView") -> None:
    """Copy, then delete."""
    copy(canvas)
    delete(canvas)


def paste(canvas: "CanvasView") -> None:
    """Add what the clipboard holds at the pointer, or in the middle; a second paste in one place steps aside."""
    text = clipboard.taken()
    if text is None:
        canvas.refuse(tr("The clipboard is empty."))
        return
    if clipboard.holds_files():
        if not canvas.dropping.take(clipboard.data(), QPointF(*canvas.pasting.place())):
            canvas.refuse(tr("Nothing can be made of these files here."))
        return
    canvas.ask_and_select(Paste(text, canvas.pasting.place()))


def duplicate(canvas: "CanvasView", keep_incoming: bool = False) -> None:
    """Copy what is selected beside itself."""
    step = 2 * GRID
    canvas.ask_and_select(
        Duplicate(canvas.graph_scene.folding.with_contents(canvas.selection.parts), (step, step), keep_incoming)
    )


# Selecting


def toggle_several(canvas: "CanvasView") -> None:
    """Let clicks add to the selection and take away from it, as with Ctrl held; or stop that."""
    canvas.selects_several = not canvas.selects_several


def select_all(canvas: "CanvasView") -> None:
    """Select everything."""
    canvas.selection.set(canvas.graph_scene.shown())


def invert(canvas: "CanvasView") -> None:
    """Select what is not selected."""
    canvas.selection.set(canvas.graph_scene.shown() - canvas.selection.parts)


def select_same_type(canvas: "CanvasView") -> None:
    """Select all nodes of the types selected."""
    nodes = canvas.graph_scene.nodes
    kinds = {nodes[name].node.type for name in canvas.selection.parts.nodes}
    canvas.selection.set(Parts.of(name for name, item in nodes.items() if item.node.type in kinds))


def select_downstream(canvas: "CanvasView") -> None:
    """Select what follows, too."""
    canvas.selection.set(_with_links(canvas, downstream(canvas.graph_scene, canvas.selection.parts.nodes)))


def select_upstream(canvas: "CanvasView") -> None:
    """Select what leads here, too."""
    canvas.selection.set(_with_links(canvas, upstream(canvas.graph_scene, canvas.selection.parts.nodes)))


def select_connected(canvas: "CanvasView") -> None:
    """Select all that hangs together with the selection, in any direction."""
    scene = canvas.graph_scene
    seen = set(canvas.selection.parts.nodes)
    grown = True
    while grown:
        more = downstream(scene, upstream(scene, seen))
        grown = more != seen
        seen = more
    canvas.selection.set(_with_links(canvas, seen))


def select_path(canvas: "CanvasView") -> None:
    """Select all ways between two selected nodes."""
    first, second = sorted(canvas.selection.parts.nodes)
    scene = canvas.graph_scene
    there = downstream(scene, [first]) & upstream(scene, [second])
    back = downstream(scene, [second]) & upstream(scene, [first])
    if there or back:
        canvas.selection.set(_with_links(canvas, there or back))
    else:
        canvas.refuse(tr("No path leads from one of these nodes to the other."))


def _with_links(canvas: "CanvasView", nodes: set[str]) -> Parts:
    edges = canvas.graph_scene.edges.values()
    inner = [
        item.edge.id
        for item in edges
        if item.edge.target and item.edge.source.node in nodes and item.edge.target.node in nodes
    ]
    return Parts.of(nodes, inner)


# Adding and switching


def add_note(canvas: "CanvasView") -> None:
    """Add a note in the middle of what is seen, and write in it."""
    middle = canvas.visible_area().center()
    made = canvas.ask_and_select(AddNote((*snapped((middle.x() - 108, middle.y() - 60)), 216.0, 120.0)))
    for note in made.created.notes:
        canvas.editor.edit("notes", note)


def keep_block(canvas: "CanvasView") -> None:
    """Keep what is selected as a block, to be inserted again from the palette."""
    canvas.blocks.keep()


def rename(canvas: "CanvasView") -> None:
    """Edit the text of the one selected part where it stands."""
    parts = canvas.selection.parts
    kind = next(kind for kind in KINDS if getattr(parts, kind))
    canvas.editor.edit(kind, next(iter(getattr(parts, kind))))


def replace_node(canvas: "CanvasView") -> None:
    """Choose another type for the one selected node."""
    node = next(iter(canvas.selection.parts.nodes))
    at = canvas.graph_scene.nodes[node].card().topRight()
    canvas.quick.open_at(AddPlace((at.x(), at.y()), node=node))


def toggle_disabled(canvas: "CanvasView") -> None:
    """Switch the selected nodes off, or on again when all of them are off."""
    nodes = canvas.selection.parts.nodes
    off = all(canvas.graph_scene.nodes[name].node.disabled for name in nodes)
    canvas.ask(SetNode(nodes, disabled=not off))


# Moving around


def fit_all(canvas: "CanvasView") -> None:
    """Show the whole graph, as it stands now."""
    scene = canvas.graph_scene
    _show(canvas, scene.bounds_of(Parts.of(scene.nodes, notes=scene.notes, frames=scene.frames)))


def fit_selection(canvas: "CanvasView") -> None:
    """Show what is selected."""
    _show(canvas, canvas.graph_scene.bounds_of(canvas.selection.parts))


def _show(canvas: "CanvasView", area: QRectF) -> None:
    if not area.isEmpty():
        canvas.glide.to(canvas.fitting(area))


def back(canvas: "CanvasView") -> None:
    """Return to the viewpoint before the last jump."""
    place = canvas.step_back()
    if place is not None:
        canvas.glide.along(place)


def forward(canvas: "CanvasView") -> None:
    """Undo a step back."""
    place = canvas.step_forward()
    if place is not None:
        canvas.glide.along(place)


def zoom_by(factor: float) -> "Callable[[CanvasView], None]":
    """A command that zooms about the middle."""

    def zoom(canvas: "CanvasView") -> None:
        canvas.set_zoom(canvas.zoom * factor)

    return zoom


def quick_add(canvas: "CanvasView") -> None:
    """Open quick add at the pointer, or in the middle."""
    at = canvas.pasting.pointer()
    canvas.quick_add(at)


def add_next(canvas: "CanvasView", typed: str = "") -> None:
    """Open quick add for what follows the selection; without one at the pointer, or in the middle."""
    place = place_of_selection(canvas)
    if place is None or canvas.model.read_only():
        canvas.quick_add(canvas.pasting.pointer(), typed=typed)
    else:
        canvas.quick.open_at(place, typed)


def undo(canvas: "CanvasView") -> None:
    """Take the last step back."""
    step = canvas.model.undo_text()
    _watch(canvas, canvas.model.undo)
    canvas.announcer.undone(step)


def redo(canvas: "CanvasView") -> None:
    """Do the last undone step again."""
    _watch(canvas, canvas.model.redo)
    canvas.announcer.done()


def _watch(canvas: "CanvasView", step: Callable[[], None]) -> None:
    """Take a step, and show what it changed when nothing of it is in sight."""
    changes: list[GraphChange] = []
    canvas.graph_scene.applied.connect(changes.append)
    step()
    canvas.graph_scene.applied.disconnect(changes.append)
    area = QRectF()
    for change in changes:
        parts = change.added | change.changed | change.moved
        area = area.united(canvas.graph_scene.bounds_of(parts))
    view = canvas.visible_area()
    seen = area.intersected(view)
    wanted = min(area.width(), view.width()) * min(area.height(), view.height())
    if not area.isEmpty() and seen.width() * seen.height() < _IN_SIGHT * wanted:
        canvas.glide.to(Place(area.center().x(), area.center().y(), canvas.zoom))


def go_to_step(canvas: "CanvasView", goal: int) -> None:
    """Undo or do again until so many steps are done."""
    position = canvas.model.steps()[1]
    while position != goal:
        (undo if goal < position else redo)(canvas)
        now = canvas.model.steps()[1]
        if now == position:  # the program does not let go of this step
            return
        position = now


def open_part(canvas: "CanvasView") -> None:
    """Ask the program to show the part in detail: the one the keyboard is at, or the one selected, or several nodes."""
    kind, name = canvas.walk.at
    parts = canvas.selection.parts
    if canvas.dispatcher.keep():  # a layout that is being tried, or a connector that waits for its end
        return
    if len(parts.nodes) > 1:
        canvas.opened_together.emit(parts)
        return
    if not kind or name not in getattr(parts, kind):
        kind, name = next((kind, min(getattr(parts, kind))) for kind in KINDS if getattr(parts, kind))
    canvas.opened.emit(kind, name)


def toggle_at(canvas: "CanvasView") -> None:
    """Select what the keyboard is at, or let go of it."""
    kind, name = canvas.walk.at
    if kind:
        canvas.selection.toggle(Parts.of(**{kind: [name]}))


def show_shortcuts(canvas: "CanvasView") -> None:
    """Open the shortcut sheet."""
    sheet = ShortcutSheet(canvas)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.show()
    sheet.search.setFocus()
