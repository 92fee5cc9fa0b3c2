"""NodeGraphQt with the same nodes and transitions, each transition with a text of its own as counts need one."""

import importlib
from collections.abc import Sequence
from typing import Any

from tests.bench.subjects.subject import SIZE, Card, Subject, core, gui, widgets


class NodeGraphQt(Subject):
    """It keeps names unique by a search over all nodes, so its building grows with the square of the graph."""

    def prepare(self) -> None:
        """Declare the kinds of nodes: one class for each set of ports."""
        library: Any = importlib.import_module("NodeGraphQt")
        self.library: Any = library.NodeGraph()
        for name, card in {_kind(card): card for card in self.graph.cards}.items():
            self.library.register_node(_class(library.BaseNode, name, card))

    def build(self) -> None:
        nodes: dict[str, Any] = {}
        for card in self.graph.cards:
            nodes[card.id] = self.library.create_node(
                f"bench.{_kind(card)}", card.title, selected=False, pos=(card.x, card.y), push_undo=False
            )
        self.texts: dict[str, Any] = {}
        for link in self.graph.links:
            source, target = nodes[link.source].get_output(link.output), nodes[link.target].get_input(link.input)
            source.connect_to(target, push_undo=False, emit_signal=False)
            pipe = next(pipe for pipe in source.view.connected_pipes if pipe.input_port is target.view)
            text = widgets.QGraphicsSimpleTextItem(f"{link.label} 0", pipe)
            text.setBrush(gui.QColor("white"))
            text.setPos(pipe.path().pointAtPercent(0.5))
            self.texts[link.id] = text
        self.nodes = nodes
        self.viewer: Any = self.library.viewer()
        self.viewer.resize(*SIZE)
        self.viewer.show()

    def viewport(self) -> Any:
        return self.viewer.viewport()

    def _look_at(self, area: Any) -> None:
        self.viewer.set_scene_rect([area.x(), area.y(), area.width(), area.height()])

    def show_all(self) -> None:
        area = core.QRectF()
        for node in self.nodes.values():
            area = area.united(node.view.sceneBoundingRect())
        self._look_at(area)

    def show_at(self, x: float, y: float, zoom: float) -> None:
        size = self.viewport().size()
        wide, high = size.width() / zoom, size.height() / zoom
        self._look_at(core.QRectF(x - wide / 2, y - high / 2, wide, high))

    def scroll(self, x: int, y: int) -> None:
        self.viewer._set_viewer_pan(x, y)

    def grip(self, node: str) -> Any:
        view = self.nodes[node].view
        area = view.sceneBoundingRect()
        return core.QPointF(self.viewer.mapFromScene(area.center().x(), area.top() + 12))

    def move_nodes(self, nodes: Sequence[str], x: float, y: float) -> None:
        before: dict[Any, list[float]] = {}
        for name in nodes:
            view = self.nodes[name].view
            before[view] = view.xy_pos
            view.xy_pos = [view.xy_pos[0] + x, view.xy_pos[1] + y]
        self.viewer.moved_nodes.emit(before)

    def undo(self) -> None:
        self.library.undo_stack().undo()

    def set_counts(self, counts: dict[str, int]) -> None:
        for edge, value in counts.items():
            self.texts[edge].setText(f"{value:,}")


def _kind(card: Card) -> str:
    return f"K{len(card.inputs)}x{len(card.outputs)}{card.kind}"


def _class(base: Any, name: str, card: Card) -> Any:
    def init(self: Any) -> None:
        base.__init__(self)
        for port in card.inputs:
            self.add_input(port, multi_input=True)
        for port in card.outputs:
            self.add_output(port)

    return type(name, (base,), {"__identifier__": "bench", "NODE_NAME": card.kind, "__init__": init})
