"""Every action of the canvas as one record, in the user's language."""

from typing import TYPE_CHECKING

from canvas import arranging, collapsing, commands, transitions
from canvas.actions import Action, Command, Condition, always
from canvas.gestures.cut import CutGesture
from canvas.gestures.make_room import MakeRoomGesture
from canvas.view_actions import view_actions
from canvas.views import Parts
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView


def all_actions() -> tuple[Action, ...]:
    """The table."""
    return (
        *_edit(), *_add(), *_select(), *_walk(), *_arrange(), *_align(), *_nudges(), *_sizes(), *_colours(), *_edge(),
        *_port(), *view_actions(),
    )  # fmt: skip


# When an action makes sense


def _some(canvas: "CanvasView") -> bool:
    return bool(canvas.selection.parts)


def _nodes(least: int, most: int = 1_000_000) -> Condition:
    return lambda canvas: least <= len(canvas.selection.parts.nodes) <= most


def _one(canvas: "CanvasView") -> bool:
    return len(canvas.selection.parts) == 1


def _one_node(canvas: "CanvasView") -> bool:
    return len(canvas.selection.parts.nodes) == 1


def _one_edge(canvas: "CanvasView") -> bool:
    parts = canvas.selection.parts
    return len(parts.edges) == 1 and parts == Parts(edges=parts.edges)


def _bent_edge(canvas: "CanvasView") -> bool:
    return _one_edge(canvas) and any(
        canvas.graph_scene.edges[name].edge.points for name in canvas.selection.parts.edges
    )


def _moved_label(canvas: "CanvasView") -> bool:
    edges = canvas.graph_scene.edges
    return _one_edge(canvas) and edges[next(iter(canvas.selection.parts.edges))].edge.label_at is not None


def _node_or_edge(canvas: "CanvasView") -> bool:
    return _one_node(canvas) or _one_edge(canvas)


def _one_area(canvas: "CanvasView") -> bool:
    parts = canvas.selection.parts
    return not parts.nodes and len(parts.notes) + len(parts.frames) == 1


def _colourable(canvas: "CanvasView") -> bool:
    return bool(canvas.selection.parts.nodes) or _one_area(canvas)


def _frames(canvas: "CanvasView") -> bool:
    return bool(canvas.selection.parts.frames)


def _one_frame(canvas: "CanvasView") -> bool:
    return len(canvas.selection.parts.frames) == 1


def _nodes_and_frame(canvas: "CanvasView") -> bool:
    return bool(canvas.selection.parts.nodes) and len(canvas.selection.parts.frames) == 1


def _in_frame(canvas: "CanvasView") -> bool:
    nodes = canvas.selection.parts.nodes
    return any(nodes & set(item.frame.nodes) for item in canvas.graph_scene.frames.values())


def _not_edges(canvas: "CanvasView") -> bool:
    parts = canvas.selection.parts
    return bool(parts.nodes or parts.notes or parts.frames)


def _movable(canvas: "CanvasView") -> bool:
    return _not_edges(canvas) or _one_edge(canvas)


def _has_port(canvas: "CanvasView") -> bool:
    return canvas.menus.port is not None


def _by_mouse(canvas: "CanvasView") -> bool:
    """Tab adds where the pointer is; for whoever came by the keyboard, it goes on to the next part of the window."""
    return not canvas.walk.visible


def _undo_text(canvas: "CanvasView") -> bool:
    return bool(canvas.model.undo_text())


def _has_steps(canvas: "CanvasView") -> bool:
    return _undo_text(canvas) or _redo_text(canvas)


def _redo_text(canvas: "CanvasView") -> bool:
    return bool(canvas.model.redo_text())


# The table, group by group


def _edit() -> tuple[Action, ...]:
    c = commands
    return (
        Action("edit.undo", tr("Undo"), c.undo, ("Ctrl+Z",), "ph.arrow-u-up-left", _undo_text),
        Action("edit.redo", tr("Redo"), c.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), "ph.arrow-u-up-right", _redo_text),
        Action("edit.history", tr("History…"), lambda canvas: canvas.overlays.history.open_in_middle(),
               ("Ctrl+Alt+Z",), "ph.clock-counter-clockwise", _has_steps),
        Action("edit.cut", tr("Cut"), c.cut, ("Ctrl+X",), "ph.scissors", _some),
        Action("edit.copy", tr("Copy"), c.copy, ("Ctrl+C",), "ph.copy", _some, edits=False),
        Action("edit.paste", tr("Paste"), c.paste, ("Ctrl+V",), "ph.clipboard"),
        Action("edit.duplicate", tr("Duplicate"), c.duplicate, ("Ctrl+D",), "ph.copy-simple", _not_edges),
        Action("edit.duplicate-incoming", tr("Duplicate with incoming transitions"),
               lambda canvas: c.duplicate(canvas, keep_incoming=True), ("Ctrl+Alt+D",), "", _nodes(1)),
        Action("edit.delete", tr("Delete"), c.delete, ("Del", "Backspace"), "ph.trash", _some),
        Action("edit.delete-and-heal", tr("Delete and join neighbours"), c.delete_and_heal, ("Ctrl+Del",), "",
               _nodes(1)),
        Action("edit.rename", tr("Edit the text"), c.rename, ("F2",), "ph.pencil-simple", _one),
        Action("edit.replace", tr("Change the type"), c.replace_node, ("Ctrl+Shift+R",), "ph.swap", _one_node),
        Action("edit.disable", tr("Switch off or on"), c.toggle_disabled, ("Ctrl+Shift+D",), "ph.prohibit", _nodes(1)),
    )  # fmt: skip


def _add() -> tuple[Action, ...]:
    c, t = commands, transitions
    return (
        Action("add.node", tr("Add a node"), c.add_next, ("Ins",), "ph.plus", group="add"),
        Action("add.node-here", tr("Add a node at the pointer"), c.quick_add, ("Tab",), "", _by_mouse, group="add",
               listed=False),
        Action("add.after", tr("Add after, or into the transition"), t.add_after, ("Ctrl+Return",), "ph.arrow-right",
               _node_or_edge, group="add"),
        Action("add.note", tr("Add a note"), c.add_note, ("Ctrl+Shift+N",), "ph.note", group="add"),
        Action("add.keep-block", tr("Keep as a block"), c.keep_block, ("Ctrl+Shift+K",),
               "ph.bookmark-simple", _not_edges, edits=False, group="add"),
        Action("add.connect", tr("Connect two nodes"), t.connect_selected, ("C",), "ph.git-commit", _nodes(2, 2),
               group="add"),
        Action("add.connect-to", tr("Connect to…"), t.connect_to, ("Alt+C",), "ph.flow-arrow", _one_node, group="add"),
    )  # fmt: skip


def _select() -> tuple[Action, ...]:
    c = commands

    def action(name: str, text: str, run: Command, keys: tuple[str, ...], when: Condition) -> Action:
        return Action(f"select.{name}", text, run, keys, "", when, False, "select")

    return (
        action("all", tr("Select all"), c.select_all, ("Ctrl+A",), always),
        Action(
            "select.several",
            tr("Select several"),
            c.toggle_several,
            ("Ctrl+Shift+M",),
            "ph.selection-plus",
            always,
            False,
            "select",
            checked=lambda canvas: canvas.selects_several,
        ),
        action("none", tr("Select nothing"), lambda canvas: canvas.selection.clear(), (), _some),
        action("invert", tr("Invert the selection"), c.invert, ("Ctrl+Shift+I",), always),
        action("same-type", tr("Select the same type"), c.select_same_type, ("Alt+S, T",), _nodes(1)),
        action("upstream", tr("Select upstream"), c.select_upstream, ("Alt+S, U",), _nodes(1)),
        action("downstream", tr("Select downstream"), c.select_downstream, ("Alt+S, D",), _nodes(1)),
        action("connected", tr("Select connected"), c.select_connected, ("Alt+S, C",), _nodes(1)),
        action("path", tr("Select the path between"), c.select_path, ("Alt+S, P",), _nodes(2, 2)),
        action("members", tr("Select what the frame holds"), arranging.select_members, ("Alt+S, F",), _frames),
    )


def _walk() -> tuple[Action, ...]:
    found: list[Action] = []

    def action(name: str, text: str, run: Command, keys: tuple[str, ...], when: Condition = always) -> None:
        found.append(Action(f"walk.{name}", text, run, keys, "", when, False, "walk", listed=not name.endswith("-add")))

    for key, text, more, across, down in (
        ("Right", tr("Go to what follows"), tr("Take in what follows"), 1, 0),
        ("Left", tr("Go to what comes before"), tr("Take in what comes before"), -1, 0),
        ("Down", tr("Go to what is below"), tr("Take in what is below"), 0, 1),
        ("Up", tr("Go to what is above"), tr("Take in what is above"), 0, -1),
    ):
        action(key.lower(), text, _step(across, down), (key,))
        action(f"{key.lower()}-add", more, _step(across, down, add=True), (f"Shift+{key}",))
    action("entry", tr("Go to where it begins"), lambda canvas: canvas.walk.to_entry(), ("Home",))
    action("end", tr("Go to where it ends"), lambda canvas: canvas.walk.to_end(), ("End",))
    action("transition", tr("Go to a transition of the node"), lambda canvas: canvas.walk.to_edge(), (".",))
    action("frame", tr("Go to the frame around the node"), lambda canvas: canvas.walk.to_frame(), ("Alt+Up",))
    action("open", tr("Open"), commands.open_part, ("Return", "Enter"), _some)
    action("toggle", tr("Select or let go of what the keyboard is at"), commands.toggle_at, ("Ctrl+Space",))
    action("menu", tr("Open the menu of what the keyboard is at"), lambda canvas: canvas.menus.open_at_focus(),
           ("Shift+F10", "Menu"))  # fmt: skip
    return tuple(found)


def _step(across: int, down: int, add: bool = False) -> Command:
    return lambda canvas: canvas.walk.step(across, down, add)


def _arrange() -> tuple[Action, ...]:
    a = arranging

    def action(
        name: str, text: str, run: Command, keys: tuple[str, ...] = (), when: Condition = always, icon: str = ""
    ) -> Action:
        return Action(f"arrange.{name}", text, run, keys, icon, when, group="arrange")

    return (
        action("layout", tr("Lay out"), a.lay_out, ("Ctrl+L",), icon="ph.tree-structure"),
        action("try-layout", tr("Try a layout"), a.try_layout, ("Ctrl+Shift+L",)),
        action(
            "turn",
            tr("Turn the layout: across or down"),
            a.turn_layout,
            ("Ctrl+Alt+Shift+L",),
            icon="ph.arrows-clockwise",
        ),
        action(
            "layout-new",
            tr("Lay out the new nodes"),
            lambda canvas: canvas.newcomers.lay_out(),
            ("Ctrl+Alt+L",),
            lambda canvas: bool(canvas.newcomers.nodes),
        ),
        action("group", tr("Group in a frame"), a.group, ("Ctrl+G",), _nodes(1), "ph.bounding-box"),
        action("join-frame", tr("Put into the frame"), a.join_frame, (), _nodes_and_frame),
        action("leave-frame", tr("Take out of the frame"), a.leave_frame, ("Ctrl+Shift+G",), _in_frame),
        action(
            "collapse",
            tr("Collapse or expand the frame"),
            collapsing.toggle,
            ("Alt+G",),
            _one_frame,
            "ph.arrows-in-line-vertical",
        ),
        action("compact", tr("Compact or detailed cards"), a.toggle_compact, ("Ctrl+M",)),
        action("forward", tr("Bring to the front"), a.restack(1), ("Ctrl+]",), _one_area),
        action("backward", tr("Send to the back"), a.restack(-1), ("Ctrl+[",), _one_area),
        action("make-room", tr("Make room"), lambda canvas: canvas.dispatcher.arm(MakeRoomGesture)),
        action("cut-line", tr("Cut transitions"), lambda canvas: canvas.dispatcher.arm(CutGesture)),
    )


def _align() -> tuple[Action, ...]:
    rows = (
        ("left", tr("Align left"), "L"), ("centre", tr("Align centres"), "C"), ("right", tr("Align right"), "R"),
        ("top", tr("Align top"), "T"), ("middle", tr("Align middles"), "M"), ("bottom", tr("Align bottom"), "B"),
    )  # fmt: skip
    icons = {"left": "left", "right": "right", "top": "top", "bottom": "bottom",
             "centre": "center-horizontal", "middle": "center-vertical"}  # fmt: skip
    gaps = (
        ("across", tr("Distribute across"), "H", "ph.columns"), ("down", tr("Distribute down"), "V", "ph.rows"),
    )  # fmt: skip
    return (
        *(
            Action(f"arrange.align-{name}", text, arranging.align(name), (f"Alt+A, {key}",), f"ph.align-{icons[name]}",
                   _nodes(2), group="arrange")
            for name, text, key in rows
        ),
        *(
            Action(f"arrange.distribute-{name}", text, arranging.distribute(name == "across"), (f"Alt+A, {key}",),
                   icon, _nodes(3), group="arrange")
            for name, text, key, icon in gaps
        ),
    )  # fmt: skip


def _nudges() -> list[Action]:
    found: list[Action] = []
    for key, text, x, y in (
        ("Left", tr("Move left"), -1, 0), ("Right", tr("Move right"), 1, 0),
        ("Up", tr("Move up"), 0, -1), ("Down", tr("Move down"), 0, 1),
    ):  # fmt: skip
        name = f"arrange.nudge-{key.lower()}"
        near, far = arranging.nudge(x, y), arranging.nudge(5 * x, 5 * y)
        found.append(Action(name, text, near, (f"Ctrl+{key}",), "", _movable, group="arrange", listed=False))
        far_text = tr("{move} by five").format(move=text)
        keys = (f"Ctrl+Shift+{key}",)
        found.append(Action(f"{name}-far", far_text, far, keys, "", _movable, group="arrange", listed=False))
    return found


def _sizes() -> list[Action]:
    return [
        Action(f"arrange.{name}", text, arranging.resize(x, y), (f"Alt+Shift+{key}",), "", _one_area, group="arrange",
               listed=False)
        for name, text, key, x, y in (
            ("wider", tr("Wider"), "Right", 1, 0), ("narrower", tr("Narrower"), "Left", -1, 0),
            ("taller", tr("Taller"), "Down", 0, 1), ("shorter", tr("Shorter"), "Up", 0, -1),
        )
    ]  # fmt: skip


def _colours() -> list[Action]:
    return [
        Action(f"colour.{name}", text, arranging.paint_in(name), (), "ph.palette", _colourable, group="colour")
        for name, text in arranging.accent_names()
    ]


def _edge() -> tuple[Action, ...]:
    t = transitions
    return (
        Action("edge.reconnect", tr("Lead elsewhere…"), t.reconnect, ("Alt+R",), "", _one_edge, group="edge"),
        Action("edge.bend", tr("Add a bend"), t.bend, ("Alt+B",), "", _one_edge, group="edge"),
        Action(
            "edge.free-label", tr("Put the label back"), t.free_label, ("Alt+Shift+L",), "", _moved_label, group="edge"
        ),
        Action("edge.straighten", tr("Straighten"), t.straighten, ("Alt+Shift+B",), "", _bent_edge, group="edge"),
    )


def _port() -> list[Action]:
    t = transitions
    return [
        Action(f"port.{name}", text, run, (), "", _has_port, group="port", listed=False)
        for name, text, run in (
            ("add", tr("Add a node here"), t.port_add),
            ("connect", tr("Connect from here"), t.port_connect),
            ("take-over", tr("Take over the transitions of…"), t.port_take_over),
            ("delete", tr("Delete the transitions here"), t.port_delete),
        )
    ]
