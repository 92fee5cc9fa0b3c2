"""Transitions by keyboard and menu: connect, reconnect, insert, bend, and what the ports of a node offer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from canvas.bends import with_bend
from canvas.gestures.connect import ConnectGesture
from canvas.gestures.gesture import Pointer
from canvas.items.hit import Hit, Spot
from canvas.placing import snapped
from canvas.requests import AUTOMATIC, Delete, MovePort, Reconnect, SetEdge
from canvas.style import GRID
from canvas.views import EdgeView, NodeView, Parts, PortRef, PortView
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

Options = list[tuple[str, Callable[[], None]]]


def connect_selected(canvas: "CanvasView") -> None:
    """Connect two selected nodes, left to right, by the first ports that may."""
    nodes = [canvas.graph_scene.nodes[name].node for name in canvas.selection.parts.nodes]
    first, second = sorted(nodes, key=lambda node: (node.x, node.y, node.id))
    reason = tr("The left node has no output, or the right one no input.")
    for output in first.outputs:
        for entry in second.inputs:
            source, target = PortRef(first.id, output.id), PortRef(second.id, entry.id)
            answer = canvas.model.can_connect(source, target)
            if answer:
                canvas.connect_ports(source, target)
                return
            reason = answer.reason
    canvas.refuse(reason)


def add_after(canvas: "CanvasView") -> None:
    """Open quick add for what follows the one selected node, or for what goes into the one selected transition."""
    parts = canvas.selection.parts
    if parts.nodes:
        _with_output(canvas, next(iter(parts.nodes)), lambda port: _add_at(canvas, port))
    else:
        edge = next(iter(parts.edges))
        canvas.quick_add(canvas.graph_scene.edges[edge].middle(), edge=edge)


def _add_at(canvas: "CanvasView", port: PortRef) -> None:
    place = canvas.graph_scene.nodes[port.node].port_at(port.port, output=True)
    canvas.quick_add(place + QPointF(2 * GRID, 0), source=port)


def connect_to(canvas: "CanvasView") -> None:
    """Ask which node follows the one selected, and connect them."""
    _with_output(canvas, next(iter(canvas.selection.parts.nodes)), lambda port: _ask_target(canvas, port))


def _with_output(canvas: "CanvasView", node: str, use: Callable[[PortRef], None]) -> None:
    """Use the node's one output, or ask which."""
    view = canvas.graph_scene.nodes[node].node
    if not view.outputs:
        canvas.refuse(tr("This node has no output."))
    options: Options = [(_port_name(port), _caller(use, PortRef(node, port.id))) for port in view.outputs]
    canvas.ask_which(options, canvas.graph_scene.nodes[node].card().topRight())


def _caller(use: Callable[[PortRef], None], port: PortRef) -> Callable[[], None]:
    return lambda: use(port)


def _port_name(port: PortView) -> str:
    return port.label or tr("Output")


def _ask_target(canvas: "CanvasView", source: PortRef) -> None:
    options = _targets(canvas, source.node, lambda target: canvas.connect_ports(source, target))
    canvas.ask_which(options, canvas.graph_scene.nodes[source.node].card().topRight())


def _targets(canvas: "CanvasView", but: str, use: Callable[[PortRef], object]) -> Options:
    """An option for each input of each other node, in reading order; whether it may is asked when it is chosen."""
    nodes = sorted((item.node for item in canvas.graph_scene.nodes.values()), key=lambda node: (node.x, node.y))
    options: Options = []
    for node in nodes:
        for port in node.inputs if node.id != but else ():
            options.append((_input_name(node, port), _user(use, PortRef(node.id, port.id))))
    return options


def _user(use: Callable[[PortRef], object], port: PortRef) -> Callable[[], None]:
    def call() -> None:
        use(port)

    return call


def _input_name(node: NodeView, port: PortView) -> str:
    return f"{node.title} · {port.label}" if len(node.inputs) > 1 and port.label else node.title


def reconnect(canvas: "CanvasView") -> None:
    """Ask where the one selected transition leads from now on."""
    edge = _edge(canvas)
    options = _targets(canvas, edge.source.node, lambda target: canvas.ask(Reconnect(edge.id, target=target)))
    canvas.ask_which(options, canvas.graph_scene.edges[edge.id].middle())


def _edge(canvas: "CanvasView") -> EdgeView:
    return canvas.graph_scene.edges[next(iter(canvas.selection.parts.edges))].edge


def bend(canvas: "CanvasView") -> None:
    """Give the one selected transition a bend in its middle; Ctrl with Up and Down moves it."""
    item = canvas.graph_scene.edges[_edge(canvas).id]
    middle = item.middle()
    point = snapped((middle.x(), middle.y() + 4 * GRID))
    points = with_bend((item.x1, item.y1), item.edge.points, (item.x2, item.y2), point)
    canvas.ask(SetEdge(item.edge.id, points=points))


def straighten(canvas: "CanvasView") -> None:
    """Take all bends out of the one selected transition."""
    canvas.ask(SetEdge(_edge(canvas).id, points=()))


def free_label(canvas: "CanvasView") -> None:
    """Put the label of the one selected transition back to where the canvas finds room for it."""
    canvas.ask(SetEdge(_edge(canvas).id, label_at=AUTOMATIC))


# Ports: what their menu offers


def port_add(canvas: "CanvasView") -> None:
    """Open quick add for what stands at the port of the menu."""
    port, output = _port(canvas)
    place = canvas.graph_scene.nodes[port.node].port_at(port.port, output)
    if output:
        _add_at(canvas, port)
    else:
        canvas.quick_add(place, target=port)


def port_connect(canvas: "CanvasView") -> None:
    """Begin a connector at the port of the menu; the next click ends it."""
    port, output = _port(canvas)
    place = canvas.graph_scene.nodes[port.node].port_at(port.port, output)
    screen = QPointF(canvas.viewportTransform().map(place))
    start = Pointer(place, screen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    hit = Hit(Spot.OUTPUT if output else Spot.INPUT, port.node, port.port)
    canvas.dispatcher.start(ConnectGesture(canvas, start, hit), sticky=True)


def port_take_over(canvas: "CanvasView") -> None:
    """Ask which other port's transitions move to the port of the menu."""
    port, output = _port(canvas)
    options: Options = []
    for item in canvas.graph_scene.nodes.values():
        for view in item.node.outputs if output else item.node.inputs:
            other = PortRef(item.node.id, view.id)
            if other != port and canvas.model.can(MovePort(other, port, output)):
                name = f"{item.node.title} · {view.label}" if view.label else item.node.title
                options.append((name, _taker(canvas, other, port, output)))
    if not options:
        canvas.refuse(tr("No other port has transitions that may come here."))
    canvas.ask_which(options, canvas.graph_scene.nodes[port.node].port_at(port.port, output))


def _taker(canvas: "CanvasView", other: PortRef, port: PortRef, output: bool) -> Callable[[], None]:
    def call() -> None:
        canvas.ask(MovePort(other, port, output))

    return call


def port_delete(canvas: "CanvasView") -> None:
    """Delete all transitions of the port of the menu."""
    port, output = _port(canvas)
    scene = canvas.graph_scene
    edges = (scene.outbound if output else scene.inbound).get(port.node, {}).values()
    found = [item.edge.id for item in edges if (item.edge.source if output else item.edge.target) == port]
    canvas.ask(Delete(Parts.of(edges=found)))


def _port(canvas: "CanvasView") -> tuple[PortRef, bool]:
    if canvas.menus.port is None:
        raise LookupError("an action of a port was triggered without one")
    return canvas.menus.port
