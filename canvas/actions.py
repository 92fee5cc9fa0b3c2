"""Every action of the canvas as one record. Menus, palette,
shortcut sheet and tests read this table and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from canvas import commands
from canvas.gestures.cut import CutGesture
from canvas.gestures.make_room import MakeRoomGesture
from canvas.icons import icon
from canvas.style import Tokens
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

Command = Callable[["CanvasView"], None]
Condition = Callable[["CanvasView"], bool]


def _always(_canvas: "CanvasView") -> bool:
    return True


def _some(canvas: "CanvasView") -> bool:
    return bool(canvas.selection.parts)


def _nodes(least: int, most: int = 1_000_000) -> Condition:
    return lambda canvas: least <= len(canvas.selection.parts.nodes) <= most


def _not_edges(canvas: "CanvasView") -> bool:
    parts = canvas.selection.parts
    return bool(parts.nodes or parts.notes or parts.frames)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user can do. `keys` are portable shortcut texts; `edits` bars it from a read-only canvas."""

    id: str
    text: str
    run: Command
    keys: tuple[str, ...] = ()
    icon: str = ""
    when: Condition = _always
    edits: bool = True
    group: str = "edit"

    def enabled(self, canvas: "CanvasView") -> bool:
        """Whether it makes sense now."""
        return not (self.edits and canvas.model.read_only()) and self.when(canvas)


def _undo_text(canvas: "CanvasView") -> bool:
    return bool(canvas.model.undo_text())


def _redo_text(canvas: "CanvasView") -> bool:
    return bool(canvas.model.redo_text())


def all_actions() -> tuple[Action, ...]:
    """The table, in the user's language."""
    c = commands
    return (
        Action("edit.undo", tr("Undo"), c.undo, ("Ctrl+Z",), "ph.arrow-u-up-left", _undo_text),
        Action("edit.redo", tr("Redo"), c.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), "ph.arrow-u-up-right", _redo_text),
        Action("edit.cut", tr("Cut"), c.cut, ("Ctrl+X",), "ph.scissors", _some),
        Action("edit.copy", tr("Copy"), c.copy, ("Ctrl+C",), "ph.copy", _some, edits=False),
        Action("edit.paste", tr("Paste"), c.paste, ("Ctrl+V",), "ph.clipboard"),
        Action("edit.duplicate", tr("Duplicate"), c.duplicate, ("Ctrl+D",), "ph.copy-simple", _not_edges),
        Action("edit.duplicate-incoming", tr("Duplicate with incoming transitions"),
               lambda canvas: c.duplicate(canvas, keep_incoming=True), ("Ctrl+Alt+D",), "", _nodes(1)),
        Action("edit.delete", tr("Delete"), c.delete, ("Del", "Backspace"), "ph.trash", _some),
        Action("edit.delete-and-heal", tr("Delete and join neighbours"), c.delete_and_heal, ("Ctrl+Del",), "",
               _nodes(1)),
        Action("edit.disable", tr("Switch off or on"), c.toggle_disabled, ("Ctrl+Shift+D",), "ph.prohibit", _nodes(1)),
        Action("add.node", tr("Add a node"), c.quick_add, ("Tab",), "ph.plus", group="add"),
        Action("add.note", tr("Add a note"), c.add_note, ("Ctrl+Shift+N",), "ph.note", group="add"),
        Action("add.connect", tr("Connect two nodes"), c.connect_selected, ("C",), "ph.git-commit", _nodes(2, 2),
               group="add"),
        Action("select.all", tr("Select all"), c.select_all, ("Ctrl+A",), edits=False, group="select"),
        Action("select.none", tr("Select nothing"), lambda canvas: canvas.selection.clear(), (), "", _some, False,
               "select"),
        Action("select.invert", tr("Invert the selection"), c.invert, ("Ctrl+Shift+I",), edits=False, group="select"),
        Action("select.same-type", tr("Select the same type"), c.select_same_type, ("Alt+S, T",), "", _nodes(1),
               False, "select"),
        Action("select.upstream", tr("Select upstream"), c.select_upstream, ("Alt+S, U",), "", _nodes(1), False,
               "select"),
        Action("select.downstream", tr("Select downstream"), c.select_downstream, ("Alt+S, D",), "", _nodes(1),
               False, "select"),
        Action("select.connected", tr("Select connected"), c.select_connected, ("Alt+S, C",), "", _nodes(1), False,
               "select"),
        Action("select.path", tr("Select the path between"), c.select_path, ("Alt+S, P",), "", _nodes(2, 2), False,
               "select"),
        Action("arrange.layout", tr("Lay out"), c.lay_out, ("Ctrl+L",), "ph.tree-structure", group="arrange"),
        Action("arrange.group", tr("Group in a frame"), c.group, ("Ctrl+G",), "ph.bounding-box", _nodes(1),
               group="arrange"),
        Action("arrange.compact", tr("Compact or detailed cards"), c.toggle_compact, ("Ctrl+M",), group="arrange"),
        Action("arrange.make-room", tr("Make room"), lambda canvas: canvas.dispatcher.arm(MakeRoomGesture), (),
               group="arrange"),
        Action("arrange.cut-line", tr("Cut transitions"), lambda canvas: canvas.dispatcher.arm(CutGesture), (),
               group="arrange"),
        Action("arrange.align-left", tr("Align left"), c.align("left"), ("Alt+A, L",), "ph.align-left", _nodes(2),
               group="arrange"),
        Action("arrange.align-centre", tr("Align centres"), c.align("centre"), ("Alt+A, C",), "", _nodes(2),
               group="arrange"),
        Action("arrange.align-right", tr("Align right"), c.align("right"), ("Alt+A, R",), "ph.align-right",
               _nodes(2), group="arrange"),
        Action("arrange.align-top", tr("Align top"), c.align("top"), ("Alt+A, T",), "ph.align-top", _nodes(2),
               group="arrange"),
        Action("arrange.align-middle", tr("Align middles"), c.align("middle"), ("Alt+A, M",), "", _nodes(2),
               group="arrange"),
        Action("arrange.align-bottom", tr("Align bottom"), c.align("bottom"), ("Alt+A, B",), "ph.align-bottom",
               _nodes(2), group="arrange"),
        Action("arrange.distribute-across", tr("Distribute across"), c.distribute(True), ("Alt+A, H",), "",
               _nodes(3), group="arrange"),
        Action("arrange.distribute-down", tr("Distribute down"), c.distribute(False), ("Alt+A, V",), "", _nodes(3),
               group="arrange"),
        *_nudges(),
        Action("view.zoom-in", tr("Zoom in"), c.zoom_by(1.25), ("Ctrl++", "Ctrl+="), "ph.magnifying-glass-plus",
               edits=False, group="view"),
        Action("view.zoom-out", tr("Zoom out"), c.zoom_by(0.8), ("Ctrl+-",), "ph.magnifying-glass-minus",
               edits=False, group="view"),
        Action("view.zoom-normal", tr("100 %"), lambda canvas: canvas.set_zoom(1.0), ("Ctrl+0",), edits=False,
               group="view"),
        Action("view.fit", tr("Show the whole graph"), c.fit_all, ("1", "Ctrl+Shift+1"), "ph.corners-out",
               edits=False, group="view"),
        Action("view.fit-selection", tr("Show the selection"), c.fit_selection, ("F", "2"), "ph.crosshair", _some,
               False, "view"),
        Action("view.back", tr("Back"), lambda canvas: canvas.back(), ("Alt+Left",), "ph.arrow-left", edits=False,
               group="view"),
        Action("view.forward", tr("Forward"), lambda canvas: canvas.forward(), ("Alt+Right",), "ph.arrow-right",
               edits=False, group="view"),
    )  # fmt: skip


def _nudges() -> list[Action]:
    found: list[Action] = []
    for key, text, x, y in (
        ("Left", tr("Move left"), -1, 0), ("Right", tr("Move right"), 1, 0),
        ("Up", tr("Move up"), 0, -1), ("Down", tr("Move down"), 0, 1),
    ):  # fmt: skip
        name = f"arrange.nudge-{key.lower()}"
        found.append(Action(name, text, commands.nudge(x, y), (f"Ctrl+{key}",), "", _not_edges, group="arrange"))
        far = commands.nudge(5 * x, 5 * y)
        found.append(Action(f"{name}-far", text, far, (f"Ctrl+Shift+{key}",), "", _not_edges, group="arrange"))
    return found


class ActionSet(QObject):
    """The records as QActions of one canvas, found by id, with their shortcuts live while the canvas has the focus."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.records = {action.id: action for action in all_actions()}
        self.qactions: dict[str, QAction] = {}
        for record in self.records.values():
            self._add(record)
        self.refresh()

    def _add(self, record: Action) -> None:
        canvas = self._canvas
        action = QAction(record.text, self)
        action.setObjectName(record.id)
        action.setShortcuts([QKeySequence(key) for key in record.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: record.run(canvas))
        canvas.addAction(action)
        self.qactions[record.id] = action

    def recolour(self, tokens: Tokens) -> None:
        """Draw the icons in the colours of a scheme."""
        for name, record in self.records.items():
            if record.icon:
                self.qactions[name].setIcon(icon(record.icon, tokens.text, tokens.text_quiet))

    def __getitem__(self, name: str) -> QAction:
        return self.qactions[name]

    def refresh(self) -> None:
        """Enable what makes sense now; undo and redo name their step."""
        canvas = self._canvas
        for name, record in self.records.items():
            self.qactions[name].setEnabled(record.enabled(canvas))
        for name, step in (("edit.undo", canvas.model.undo_text()), ("edit.redo", canvas.model.redo_text())):
            text = self.records[name].text
            self.qactions[name].setText(tr("{action}: {step}").format(action=text, step=step) if step else text)
