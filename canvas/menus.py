"""Context menus: one for each kind of place, all of named actions with their shortcuts.

They open at a right click, and from the Menu key at the part the keyboard is at. A program adds entries of its own by
`CanvasView.menu_opening`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from canvas.actions import group_titles
from canvas.items.hit import EDGE_SPOTS, FRAME_SPOTS, NODE_SPOTS, NOTE_SPOTS, NOWHERE, Hit, Spot
from canvas.views import PortRef

if TYPE_CHECKING:
    from canvas.view import CanvasView

Rows = Sequence[str]
"""Ids of actions; "-" is a line, and ">name" is the submenu of that name."""

_CLIPBOARD = ("edit.cut", "edit.copy", "edit.paste", "edit.duplicate")
_EMPTY: Rows = (
    "add.node", "add.note", "edit.paste", "-", "select.all", "select.invert", "-",
    "arrange.layout", "arrange.try-layout", "arrange.layout-new",
    "arrange.compact", "arrange.make-room", "arrange.cut-line", "-", "view.fit",
    ">view", ">show", ">output",
)  # fmt: skip
_NODE: Rows = (
    "walk.open", "edit.rename", "edit.replace", "-", "add.after", "add.connect-to", "add.connect", "-",
    *_CLIPBOARD, "edit.duplicate-incoming", "add.keep-block", "-", "edit.delete", "edit.delete-and-heal", "-",
    "edit.disable", "arrange.compact", ">colour", ">select", ">arrange", "arrange.group", "arrange.leave-frame",
)  # fmt: skip
_PILL: Rows = (
    "show.numbers", "show.of-previous", "show.of-entry", "show.heat", "-", "show.tip", "-", "show.peek", "walk.open",
    "edit.rename", "-", "add.after", "edge.reconnect", "edge.bend", "edge.straighten",
    "edge.free-label", "-", "edit.delete",
)  # fmt: skip
_PORT: Rows = ("port.add", "port.connect", "port.take-over", "port.delete", "-", ">select")
_EDGE: Rows = (
    "show.peek", "walk.open", "edit.rename", "-", "add.after", "edge.reconnect", "edge.bend", "edge.straighten",
    "edge.free-label", "-", "edit.delete",
)  # fmt: skip
_NOTE: Rows = (
    "edit.rename", "-", *_CLIPBOARD, "-", "edit.delete", "-", ">colour", "arrange.forward", "arrange.backward",
)  # fmt: skip
_FRAME: Rows = (
    "arrange.collapse", "edit.rename", "select.members", "arrange.join-frame", "-", *_CLIPBOARD, "-",
    "edit.delete", "-", ">colour", "arrange.forward", "arrange.backward",
)  # fmt: skip
_SEVERAL: Rows = (
    "add.connect", "-", *_CLIPBOARD, "add.keep-block", "-", "edit.delete", "edit.delete-and-heal", "-", "edit.disable",
    "arrange.compact", ">colour", ">select", ">arrange", "arrange.layout", "arrange.try-layout", "arrange.group",
    "arrange.join-frame",     "arrange.leave-frame",
)  # fmt: skip


class Menus:
    """Makes and opens them. `port` is the one a menu was opened for, with whether it is an output."""

    def __init__(self, canvas: "CanvasView") -> None:
        self._canvas = canvas
        self.port: tuple[PortRef, bool] | None = None
        self.menu: QMenu | None = None

    def open(self, hit: Hit, at: QPoint) -> None:
        """Open the menu of a place; `at` is on the screen."""
        canvas = self._canvas
        self.port = (PortRef(hit.id, hit.port), hit.spot is Spot.OUTPUT) if hit.port else None
        canvas.actions_by_id.refresh()
        menu = self._filled(QMenu(canvas), self._rows(hit))
        menu.setPalette(canvas.palette())  # a window of its own inherits none
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.destroyed.connect(self._closed)
        canvas.menu_opening.emit(menu, hit)
        self.menu = menu
        menu.popup(at)

    def _closed(self) -> None:
        self.menu = None

    def open_at_focus(self) -> None:
        """Open the menu of the part the keyboard is at, or of the canvas."""
        canvas = self._canvas
        kind, name = canvas.walk.at
        spots = {"nodes": Spot.NODE, "edges": Spot.EDGE, "notes": Spot.NOTE, "frames": Spot.FRAME}
        if not kind:
            self.open(NOWHERE, canvas.viewport().mapToGlobal(canvas.viewport().rect().center()))
            return
        canvas.reveal(canvas.walk.area())
        shown = canvas.viewportTransform().mapRect(canvas.walk.area()).center().toPoint()
        self.open(Hit(spots[kind], name), canvas.viewport().mapToGlobal(shown))

    def _rows(self, hit: Hit) -> Rows:
        parts = self._canvas.selection.parts
        for spots, rows in ((NODE_SPOTS, _NODE), (EDGE_SPOTS, _EDGE), (NOTE_SPOTS, _NOTE), (FRAME_SPOTS, _FRAME)):
            if hit.spot in spots:
                if hit.port:
                    return _PORT
                if hit.spot is Spot.PILL:
                    return _PILL
                return _SEVERAL if len(parts - type(parts)(edges=parts.edges)) > 1 else rows
        return _EMPTY

    def _filled(self, menu: QMenu, rows: Rows) -> QMenu:
        actions = self._canvas.actions_by_id
        for row in rows:
            if row == "-":
                menu.addSeparator()
            elif row.startswith(">"):
                group = row[1:]
                inner = menu.addMenu(group_titles()[group])
                for name, record in actions.records.items():
                    if record.group == group and record.listed:
                        inner.addAction(actions[name])
            else:
                menu.addAction(actions[row])
        return menu
