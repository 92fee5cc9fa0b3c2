"""Connect: drag from an output or an input, or click one and then another. A magnet takes the nearest port.

Dropped on a card, the connector takes its first port that may; dropped on a collapsed frame, the open port inside, or
the user chooses among those that may; dropped in empty space, quick add opens there.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from canvas import routing
from canvas.gestures.gesture import Gesture, Pointer
from canvas.items.hit import Hit, Spot
from canvas.items.node import NodeItem
from canvas.look import Level
from canvas.requests import Answer
from canvas.style import PORT_RADIUS
from canvas.turning import turned_path
from canvas.views import PortRef
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

MAGNET = 28.0
"""How near a port must be on the screen to draw the connector to itself."""


class ConnectGesture(Gesture):
    """One end is fixed at a port; the other follows the pointer and says whether it may land."""

    cursor = Qt.CursorShape.CrossCursor
    edge = ""
    """The transition whose end is being moved, when it is not a new one."""

    @classmethod
    def offers(cls, canvas: "CanvasView", start: Pointer, hit: Hit) -> bool:
        return bool(start.buttons & Qt.MouseButton.LeftButton) and hit.spot in (Spot.OUTPUT, Spot.INPUT)

    def fixed_end(self) -> tuple[PortRef, bool]:
        """The port that stays, and whether it is an output."""
        return PortRef(self.hit.id, self.hit.port), self.hit.spot is Spot.OUTPUT

    def begin(self) -> None:
        self.port, self.from_output = self.fixed_end()
        self._anchor = self.canvas.graph_scene.nodes[self.port.node].port_at(self.port.port, self.from_output)
        self._end = self.start.at
        self._landing: PortRef | None = None
        self._choices: list[PortRef] = []
        self._answer = Answer()
        self._dim()

    def _dim(self) -> None:
        """Dim the visible nodes that cannot take this connector."""
        canvas = self.canvas
        dimmed: set[str] = set()
        shown = canvas.visible_nodes() if canvas.look.level is Level.FULL else []
        for item in shown:
            node = item.node
            ports = node.inputs if self.from_output else node.outputs
            if node.id != self.port.node and not any(self._may(PortRef(node.id, port.id)) for port in ports):
                dimmed.add(node.id)
        canvas.look.dimmed |= dimmed
        self._dimmed = dimmed
        canvas.viewport().update()

    def _may(self, other: PortRef) -> Answer:
        ends = (self.port, other) if self.from_output else (other, self.port)
        return self.canvas.model.can_connect(*ends, edge=self.edge)

    def update(self, pointer: Pointer) -> None:
        self._choices = []
        self._landing, self._answer = self._land(pointer)
        self._end = pointer.at
        if self._landing is not None:
            self._end = self._place_of(self._landing)
        self.canvas.hint(self._answer.reason, pointer.screen)
        self.canvas.viewport().update()

    def _land(self, pointer: Pointer) -> tuple[PortRef | None, Answer]:
        """The port that the connector would land on, and whether it may."""
        reach = MAGNET / self.canvas.scale_in_use
        best: tuple[float, PortRef] | None = None
        for item in self.canvas.nodes_near(pointer.at, reach):
            for port in item.node.inputs if self.from_output else item.node.outputs:
                ref = PortRef(item.node.id, port.id)
                away = self._place_of(ref) - pointer.at
                distance = (away.x() ** 2 + away.y() ** 2) ** 0.5
                if distance <= reach and (best is None or distance < best[0]):
                    best = (distance, ref)
        if best is not None:
            return best[1], self._may(best[1])
        over = next((item for item in self.canvas.nodes_near(pointer.at, 0) if item.card().contains(pointer.at)), None)
        if over is not None:
            # Back near where it began nothing was meant.
            away = pointer.at - self._anchor
            begun = over.node.id == self.port.node and away.x() ** 2 + away.y() ** 2 <= reach**2
            return (None, Answer()) if begun else self._land_on_card(over)
        frames = self.canvas.graph_scene.frames.values()
        frame = next((item.frame.id for item in frames if item.covers(pointer.at)), None)
        return self._land_in_frame(frame) if frame is not None else (None, Answer())

    def _land_in_frame(self, frame: str) -> tuple[PortRef | None, Answer]:
        """What a collapsed frame holds that may take the connector; of several, one that nothing else leads to."""
        scene = self.canvas.graph_scene
        items = sorted((scene.nodes[name] for name in scene.folding.folds[frame].nodes), key=lambda item: item.place())
        found = [
            PortRef(item.node.id, port.id)
            for item in items
            for port in (item.node.inputs if self.from_output else item.node.outputs)
        ]
        found = [ref for ref in found if ref.node != self.port.node and self._may(ref)]
        if not found:
            return None, Answer(tr("Nothing in this frame can take the transition."))
        used = {end for name in {ref.node for ref in found} for end in self._ends_at(name)}
        still_open = [ref for ref in found if ref not in used]
        self._choices = still_open if len(still_open) == 1 else found
        return self._choices[0], Answer()

    def _ends_at(self, node: str) -> list[PortRef]:
        """The ports of a node, on the side the connector goes to, that have a transition."""
        scene = self.canvas.graph_scene
        if self.from_output:
            return [item.edge.target for item in scene.inbound.get(node, {}).values() if item.edge.target is not None]
        return [item.edge.source for item in scene.outbound.get(node, {}).values()]

    def _land_on_card(self, item: NodeItem) -> tuple[PortRef | None, Answer]:
        ports = item.node.inputs if self.from_output else item.node.outputs
        refused = Answer(tr("This node has no input.") if self.from_output else tr("This node has no output."))
        first: PortRef | None = None
        for port in ports:
            ref = PortRef(item.node.id, port.id)
            answer = self._may(ref)
            if answer:
                return ref, answer
            if first is None:
                first, refused = ref, answer
        return first, refused

    def _place_of(self, ref: PortRef) -> QPointF:
        return QPointF(*self.canvas.graph_scene.folding.end(ref, output=not self.from_output))

    def commit(self, pointer: Pointer) -> None:
        self.update(pointer)
        if not self._answer:
            self.canvas.refuse(self._answer.reason)
        elif len(self._choices) > 1:
            self.canvas.ask_which([self._option(ref) for ref in self._choices], pointer.at)
        elif self._landing is not None:
            self.land(self._landing)
        elif not self.canvas.hit_at(pointer.at):
            self.drop_in_space(pointer)

    def _option(self, ref: PortRef) -> tuple[str, Callable[[], None]]:
        node = self.canvas.graph_scene.nodes[ref.node].node
        ports = node.inputs if self.from_output else node.outputs
        label = next(port.label for port in ports if port.id == ref.port)
        name = f"{node.title} · {label}" if len(ports) > 1 and label else node.title
        return name, lambda: self.land(ref)

    def land(self, other: PortRef) -> None:
        """Ask for the transition."""
        ends = (self.port, other) if self.from_output else (other, self.port)
        self.canvas.connect_ports(*ends)

    def drop_in_space(self, pointer: Pointer) -> None:
        """Offer what could stand at the other end."""
        if self.from_output:
            self.canvas.quick_add(pointer.at, source=self.port)
        else:
            self.canvas.quick_add(pointer.at, target=self.port)

    def finish(self) -> None:
        self.canvas.look.dimmed -= self._dimmed
        self.canvas.hint("", QPointF())
        self.canvas.viewport().update()

    def paint(self, painter: QPainter) -> None:
        style = self.canvas.style_in_use
        first, last = (self._anchor, self._end) if self.from_output else (self._end, self._anchor)
        route = self.canvas.graph_scene.routing
        if self.canvas.graph_scene.nodes[self.port.node].node.down:
            way = turned_path(routing.path(first.y(), first.x(), last.y(), last.x(), 0, (), route))
        else:
            way = routing.path(first.x(), first.y(), last.x(), last.y(), 0, (), route)
        colour = style.tokens.selection if self._answer else style.tokens.refused
        painter.setPen(style.pen(colour, 2.4, dashed=not self._answer))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(way)
        if self._landing is not None:
            painter.drawEllipse(self._end, PORT_RADIUS + 4, PORT_RADIUS + 4)
            if not self._answer:
                radius = PORT_RADIUS
                painter.drawLine(self._end + QPointF(-radius, -radius), self._end + QPointF(radius, radius))
                painter.drawLine(self._end + QPointF(-radius, radius), self._end + QPointF(radius, -radius))
