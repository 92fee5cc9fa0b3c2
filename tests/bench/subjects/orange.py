"""orange-canvas-core with the same nodes and transitions; a transition's count is the name of its source channel."""

import importlib
from collections.abc import Sequence
from typing import Any

from tests.bench.subjects.subject import SIZE, Subject, core


class Orange(Subject):
    """Its scheme, scene and editor as its own application puts them together; animations off."""

    def prepare(self) -> None:
        """Declare the kinds of nodes."""
        registry_room: Any = importlib.import_module("orangecanvas.registry")
        described: Any = importlib.import_module("orangecanvas.registry.description")
        scheme_room: Any = importlib.import_module("orangecanvas.scheme")
        editor_room: Any = importlib.import_module("orangecanvas.document.schemeedit")
        self.commands: Any = importlib.import_module("orangecanvas.document.commands")
        self.room = scheme_room
        registry: Any = importlib.import_module("orangecanvas.registry.qt").QtWidgetRegistry()
        category = registry_room.CategoryDescription("Bench", background="#e4ecfd")
        registry.register_category(category)
        self.kinds: dict[str, Any] = {}
        for card in self.graph.cards:
            if card.kind not in self.kinds:
                kind = described.WidgetDescription(
                    card.kind, card.kind, category="Bench", qualified_name=f"tests.bench.subjects.orange.{card.kind}",
                    inputs=[described.InputSignal(port, "object", "set_it", flags=described.Multiple)
                            for port in card.inputs],
                    outputs=[described.OutputSignal(port, "object") for port in card.outputs],
                )  # fmt: skip
                registry.register_widget(kind)
                self.kinds[card.kind] = kind
        self.scheme: Any = scheme_room.Scheme()
        self.editor: Any = editor_room.SchemeEditWidget()
        self.editor.setRegistry(registry)
        self.editor.setNodeAnimationEnabled(False)
        self.editor.setChannelNamesVisible(True)
        self.editor.resize(*SIZE)

    def build(self) -> None:
        scheme = self.scheme
        nodes: dict[str, Any] = {}
        links: dict[str, Any] = {}
        for card in self.graph.cards:
            node = self.room.SchemeNode(self.kinds[card.kind], title=card.title, position=(card.x, card.y))
            nodes[card.id] = node
            scheme.add_node(node)
        for row in self.graph.links:
            source, target = nodes[row.source], nodes[row.target]
            link = self.room.SchemeLink(
                source, source.output_channel(row.output), target, target.input_channel(row.input)
            )
            links[row.id] = link
            scheme.add_link(link)
        self.editor.setScheme(scheme)
        self.nodes = nodes
        scene = self.editor.scene()
        self.links = {name: scene.item_for_link(link) for name, link in links.items()}
        self.editor.show()

    def viewport(self) -> Any:
        return self.editor.view().viewport()

    def show_all(self) -> None:
        view = self.editor.view()
        area = self.editor.scene().itemsBoundingRect()
        room = self.viewport().size()
        scale = min(room.width() / area.width(), room.height() / area.height())
        view.resetTransform()
        view.scale(scale, scale)  # its own zoom stops at 30 %
        view.centerOn(area.center())

    def show_at(self, x: float, y: float, zoom: float) -> None:
        view = self.editor.view()
        view.resetTransform()
        view.scale(zoom, zoom)
        view.centerOn(x, y)

    def scroll(self, x: int, y: int) -> None:
        view = self.editor.view()
        view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() + x)
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + y)

    def grip(self, node: str) -> Any:
        item = self.editor.scene().item_for_node(self.nodes[node])
        return core.QPointF(self.editor.view().mapFromScene(item.pos()))

    def move_nodes(self, nodes: Sequence[str], x: float, y: float) -> None:
        stack = self.editor.undoStack()
        stack.beginMacro("Move")
        for name in nodes:
            node = self.nodes[name]
            old = node.position
            stack.push(self.commands.MoveNodeCommand(self.scheme, node, old, (old[0] + x, old[1] + y)))
        stack.endMacro()

    def undo(self) -> None:
        self.editor.undoStack().undo()

    def set_counts(self, counts: dict[str, int]) -> None:
        for edge, value in counts.items():
            self.links[edge].setSourceName(f"{value:,}")
