"""The nodes that came since the graph was opened or last laid out, and places for them beside what they belong to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF

from canvas.model import GraphChange
from canvas.placing import GAP, ROW_GAP, snapped
from canvas.requests import Move
from canvas.style import CARD_HEIGHT, CARD_WIDTH
from canvas.views import Point
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView


class Newcomers(QObject):
    """Follows one canvas. Pasted, imported and added nodes count until they were laid out."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.nodes: set[str] = set()
        canvas.graph_scene.applied.connect(self._applied)
        canvas.model.reset.connect(self.nodes.clear)

    def _applied(self, change: GraphChange) -> None:
        self.nodes |= change.added.nodes
        self.nodes &= self._canvas.graph_scene.nodes.keys()

    def lay_out(self) -> None:
        """Put each new node right of what leads to it, or left of what it leads to, where there is room."""
        scene, chosen = self._canvas.graph_scene, self.nodes - self._canvas.graph_scene.folding.homes.keys()
        taken = [item.card() for name, item in scene.nodes.items() if name not in chosen and item.isVisible()]
        places: dict[str, Point] = {}
        for name in self._in_order(chosen):
            at = self._wanted(name, places)
            while any(_room(at, self._height(name)).intersects(card) for card in taken):
                at = (at[0], at[1] + CARD_HEIGHT + ROW_GAP)
            places[name] = at
            taken.append(QRectF(at[0], at[1], CARD_WIDTH, self._height(name)))
        moved = {name: at for name, at in places.items() if at != (scene.nodes[name].node.x, scene.nodes[name].node.y)}
        if not moved:
            self._canvas.refuse(tr("No new node needs another place."))
        elif self._canvas.ask(Move(moved, reason="layout")):
            self.nodes -= chosen
            self._canvas.actions_by_id.refresh()

    def _height(self, name: str) -> float:
        return self._canvas.graph_scene.nodes[name].card().height()

    def _in_order(self, nodes: set[str]) -> list[str]:
        """The nodes along the flow: each after those new ones that lead to it, as far as circles allow."""
        scene = self._canvas.graph_scene
        waiting = sorted(nodes, key=lambda name: (scene.nodes[name].node.x, scene.nodes[name].node.y, name))
        found: list[str] = []
        while waiting:
            ready = next((name for name in waiting if not self._before(name) & set(waiting)), waiting[0])
            waiting.remove(ready)
            found.append(ready)
        return found

    def _before(self, name: str) -> set[str]:
        edges = self._canvas.graph_scene.inbound.get(name, {}).values()
        return {item.edge.source.node for item in edges} - {name}

    def _after(self, name: str) -> set[str]:
        edges = self._canvas.graph_scene.outbound.get(name, {}).values()
        return {item.edge.target.node for item in edges if item.edge.target is not None} - {name}

    def _wanted(self, name: str, places: dict[str, Point]) -> Point:
        scene = self._canvas.graph_scene
        old = scene.nodes[name].node
        before = [places.get(one) or self._place(one) for one in self._before(name)]
        after = [self._place(one) for one in self._after(name) if one not in self.nodes]
        if before:
            x = max(place[0] for place in before) + CARD_WIDTH + GAP
            return snapped((x, sum(place[1] for place in before) / len(before)))
        if after:
            x = min(place[0] for place in after) - CARD_WIDTH - GAP
            return snapped((x, sum(place[1] for place in after) / len(after)))
        return snapped((old.x, old.y))

    def _place(self, name: str) -> Point:
        view = self._canvas.graph_scene.nodes[name].node
        return view.x, view.y


def _room(at: Point, height: float) -> QRectF:
    return QRectF(at[0] - 24, at[1] - 12, CARD_WIDTH + 48, height + 24)
