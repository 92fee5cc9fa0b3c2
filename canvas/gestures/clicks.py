"""What a click does: select, press a plus, start a connector, ask for a menu or open a node."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from canvas.collapsing import switch
from canvas.gestures.connect import ConnectGesture
from canvas.gestures.gesture import Pointer
from canvas.gestures.reroute import toggle_bend
from canvas.items.hit import FRAME_SPOTS, NOTE_SPOTS, Hit, Spot, kind_of
from canvas.views import Parts, PortRef

if TYPE_CHECKING:
    from canvas.view import CanvasView


def click(canvas: "CanvasView", pointer: Pointer, hit: Hit) -> None:
    """A button went down and up in one place."""
    if pointer.buttons & Qt.MouseButton.RightButton:
        _right_click(canvas, pointer, hit)
    elif pointer.buttons & Qt.MouseButton.LeftButton:
        _left_click(canvas, pointer, hit)


def _left_click(canvas: "CanvasView", pointer: Pointer, hit: Hit) -> None:
    if hit.spot is Spot.PLUS_OUTPUT:
        canvas.quick_add(pointer.at, source=PortRef(hit.id, hit.port))
    elif hit.spot is Spot.PLUS_EDGE:
        canvas.quick_add(pointer.at, edge=hit.id)
    elif hit.spot is Spot.PEEK:
        canvas.overlays.peek.ask(hit.id)
    elif hit.spot is Spot.FRAME_SWITCH:
        _select(canvas, pointer, hit)
        switch(canvas, hit.id)
    elif hit.spot is Spot.BADGE:
        _select(canvas, pointer, hit)
        canvas.overlays.tips.show_now(hit, pointer.screen)
        canvas.remarks_wanted.emit(hit.id)
    elif hit.spot in (Spot.OUTPUT, Spot.INPUT) and not (pointer.ctrl or pointer.shift):
        canvas.dispatcher.start(ConnectGesture(canvas, pointer, hit), sticky=True)
    else:
        _select(canvas, pointer, hit)


def _select(canvas: "CanvasView", pointer: Pointer, hit: Hit) -> None:
    parts = part_of(hit)
    if pointer.ctrl or (canvas.selects_several and parts):
        canvas.selection.toggle(parts)
    elif pointer.shift:
        canvas.selection.add(parts)
    else:
        canvas.selection.set(parts)
    canvas.walk.note(kind_of(hit.spot), hit.id, visible=False)


def _right_click(canvas: "CanvasView", pointer: Pointer, hit: Hit) -> None:
    parts = part_of(hit)
    if parts and not parts & canvas.selection.parts:
        canvas.selection.set(parts)
    canvas.walk.note(kind_of(hit.spot), hit.id, visible=False)
    canvas.menus.open(hit, canvas.viewport().mapToGlobal(pointer.screen.toPoint()))


def double_click(canvas: "CanvasView", pointer: Pointer, hit: Hit) -> None:
    """Open a part, or add one in empty space."""
    if not pointer.buttons & Qt.MouseButton.LeftButton:
        return
    if not hit:
        canvas.quick_add(pointer.at)
    elif hit.spot is Spot.EDGE and canvas.graph_scene.edges[hit.id].edge.target is not None:
        toggle_bend(canvas, hit.id, pointer.at)
    elif hit.spot in FRAME_SPOTS and canvas.graph_scene.frames[hit.id].frame.collapsed:
        switch(canvas, hit.id)
    elif hit.spot in NOTE_SPOTS | FRAME_SPOTS:
        canvas.editor.edit(kind_of(hit.spot), hit.id)
    elif kind_of(hit.spot):
        canvas.opened.emit(kind_of(hit.spot), hit.id)


def part_of(hit: Hit) -> Parts:
    """The part a place belongs to; nothing for empty space."""
    kind = kind_of(hit.spot)
    return Parts.of(**{kind: [hit.id]}) if kind else Parts()
