"""Our own canvas, with labels, counts and run states on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from canvas import CanvasView
from canvas.demo.generate import counts, graph, statuses
from canvas.demo.model import MemoryModel
from canvas.navigation import Place
from canvas.requests import Move
from canvas.views import Count, CountState, EdgeView, NodeView, Status
from tests.bench.subjects.floor import Floor
from tests.bench.subjects.subject import SIZE, Subject


class CountedModel(MemoryModel):
    """A model in memory that knows how often it is read."""

    reads = 0

    def node(self, node: str) -> NodeView:
        self.reads += 1
        return super().node(node)

    def edge(self, edge: str) -> EdgeView:
        self.reads += 1
        return super().edge(edge)

    def count(self, edge: str) -> Count:
        self.reads += 1
        return super().count(edge)

    def status(self, node: str) -> Status:
        self.reads += 1
        return super().status(node)


class Ours(Subject):
    """The canvas, with a floor in the same process that paints what it painted, frame by frame."""

    def __init__(self) -> None:
        self.floor_times: list[float] = []
        self.floor: Floor | None = None
        self.counters: dict[str, list[int]] = {"paints": [], "reroutes": [], "reads": []}
        self._last = (0, 0, 0)
        self._scrolled = (0, 0)
        self._new_texts = False

    def prepare(self) -> None:
        """Make the model: a program has it before it opens a canvas."""
        self.model = CountedModel(graph(len(self.graph.cards)))
        self.model.set_counts(counts(list(self.model.edge_ids())))
        self.model.set_statuses(statuses(list(self.model.node_ids())))

    def build(self) -> None:
        self.view = CanvasView(self.model)
        self.view.resize(*SIZE)
        self.view.show()
        self.view.glide.enabled = False

    def viewport(self) -> QWidget:
        return self.view.viewport()

    def show_all(self) -> None:
        self.view.fit(self.view.graph_scene.content())

    def show_at(self, x: float, y: float, zoom: float) -> None:
        self.view.go_to(Place(x, y, zoom))

    def scroll(self, x: int, y: int) -> None:
        self._scrolled = (x, y)
        self.view.scroll_by(x, y)

    def grip(self, node: str) -> QPointF:
        card = self.view.graph_scene.nodes[node].card()
        return QPointF(self.view.viewportTransform().map(card.center()).toPoint())

    def move_nodes(self, nodes: Sequence[str], x: float, y: float) -> None:
        places = {name: self.model.node(name) for name in nodes}
        self.view.ask(Move({name: (view.x + x, view.y + y) for name, view in places.items()}))

    def undo(self) -> None:
        self.view.actions_by_id["edit.undo"].trigger()

    def counts(self, frames: int) -> list[float]:
        self._new_texts = True
        found = super().counts(frames)
        self._new_texts = False
        return found

    def counter(self, row: dict[str, int]) -> Callable[[], None]:
        counts = {edge: Count(CountState.EXACT, value) for edge, value in row.items()}
        return lambda: self.model.set_counts(counts)

    # Beside each frame: what it took of the model, and the floor

    def _totals(self) -> tuple[int, int, int]:
        edges = self.view.graph_scene.edges.values()
        return self.view.look.paints, sum(item.reroutes for item in edges), self.model.reads

    def frame(self, act: Callable[[], object]) -> float:
        self._last = self._totals()
        return super().frame(act)

    def after_frame(self) -> None:
        for name, now, before in zip(self.counters, self._totals(), self._last, strict=True):
            self.counters[name].append(now - before)
        if self.floor is None:
            self.floor = Floor()
        scrolled, self._scrolled = self._scrolled, (0, 0)
        self.floor_times.append(self.floor.repainted(self.view, self.watched().region, scrolled, self._new_texts))

    def taken(self) -> dict[str, list[int] | list[float]]:
        """The counters and the floor's times since they were last taken."""
        found: dict[str, list[int] | list[float]] = {**self.counters, "floor": self.floor_times}
        self.counters = {name: [] for name in self.counters}
        self.floor_times = []
        return found
