"""What every measured canvas does alike: build a graph, show it, and answer the same gestures, one painted frame each.

It names no binding of Qt, because one of the peers needs another than ours, and two of them do not go together.
"""

import importlib
import os
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

BINDING = os.environ.get("BENCH_BINDING", "PySide6")
core: Any = importlib.import_module(f"{BINDING}.QtCore")
gui: Any = importlib.import_module(f"{BINDING}.QtGui")
widgets: Any = importlib.import_module(f"{BINDING}.QtWidgets")

SIZE = (1600, 1000)
MOVED = 100
_LINKS = 3


@dataclass(frozen=True, slots=True)
class Card:
    """A node as every subject gets it."""

    id: str
    kind: str
    title: str
    x: float
    y: float
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A transition as every subject gets it."""

    id: str
    source: str
    output: str
    target: str
    input: str
    label: str


@dataclass(frozen=True, slots=True)
class Graph:
    """What is shown, the same for every subject."""

    cards: tuple[Card, ...]
    links: tuple[Link, ...]

    @staticmethod
    def read(value: Any) -> "Graph":
        """The graph that plain values describe."""
        cards = tuple(Card(**{**row, "inputs": tuple(row["inputs"]), "outputs": tuple(row["outputs"])})
                      for row in value["cards"])  # fmt: skip
        return Graph(cards, tuple(Link(**row) for row in value["links"]))


def _watch_class() -> Any:
    def event_filter(self: Any, _watched: Any, event: Any) -> bool:
        if event.type() == core.QEvent.Type.Paint:
            self.paints += 1
            self.region = self.region.united(event.region())
        return False

    return type("PaintWatch", (core.QObject,), {"eventFilter": event_filter})


PAINT_WATCH = _watch_class()
"""Notes what a widget is asked to paint."""


class Subject(ABC):
    """One canvas over one graph. A gesture returns milliseconds, one figure per painted frame."""

    watch: Any
    graph: Graph

    @abstractmethod
    def build(self) -> None:
        """Make the canvas with the whole graph on it, ready to be painted."""

    @abstractmethod
    def viewport(self) -> Any:
        """The widget that paints."""

    @abstractmethod
    def show_all(self) -> None:
        """Zoom so that the whole graph is seen."""

    @abstractmethod
    def show_at(self, x: float, y: float, zoom: float) -> None:
        """Bring a place to the middle; zoom 1 is 100 %."""

    @abstractmethod
    def scroll(self, x: int, y: int) -> None:
        """Pan by pixels."""

    @abstractmethod
    def grip(self, node: str) -> Any:
        """Where in the viewport a node is taken hold of."""

    @abstractmethod
    def move_nodes(self, nodes: Sequence[str], x: float, y: float) -> None:
        """Move nodes, as one step of undo."""

    @abstractmethod
    def undo(self) -> None:
        """Take the last step back."""

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show new numbers on transitions."""
        raise NotImplementedError

    # Frames

    def watched(self) -> Any:
        """The watch over the viewport, begun when it is first asked for."""
        if not hasattr(self, "watch"):
            self.watch = PAINT_WATCH(self.viewport())
            self.watch.paints, self.watch.region = 0, gui.QRegion()
            self.viewport().installEventFilter(self.watch)
        return self.watch

    def frame(self, act: Callable[[], object]) -> float:
        """How long an act takes until it is painted, in milliseconds. Errors: RuntimeError when nothing is painted."""
        watch = self.watched()
        watch.paints, watch.region = 0, gui.QRegion()
        started = time.thread_time()
        act()
        _settle()
        took = (time.thread_time() - started) * 1000
        if not watch.paints:
            raise RuntimeError("nothing was painted")
        return took

    def after_frame(self) -> None:  # noqa: B027  # most have nothing to do there
        """Something to do between frames that is not measured."""

    def frames(self, acts: Sequence[Callable[[], object]]) -> list[float]:
        """One figure for each act."""
        found: list[float] = []
        for act in acts:
            found.append(self.frame(act))
            self.after_frame()
        return found

    def mouse(self, name: str, at: Any) -> None:
        """An event of the left button on the viewport, by its name."""
        viewport, buttons = self.viewport(), core.Qt.MouseButton
        button = buttons.NoButton if name == "MouseMove" else buttons.LeftButton
        held = buttons.NoButton if name == "MouseButtonRelease" else buttons.LeftButton
        there = core.QPointF(viewport.mapToGlobal(at.toPoint()))
        kind = getattr(core.QEvent.Type, name)
        event = gui.QMouseEvent(kind, at, there, button, held, core.Qt.KeyboardModifier.NoModifier)
        widgets.QApplication.sendEvent(viewport, event)

    # Gestures

    def fit(self, frames: int) -> list[float]:
        """The whole graph painted anew."""
        self.show_all()
        _settle()
        return self.frames([self.viewport().update] * frames)

    def whole(self, frames: int) -> list[float]:
        """All of the viewport painted anew at 100 %."""
        self.show_at(*self.middle, 1.0)
        _settle()
        return self.frames([self.viewport().update] * frames)

    def pan(self, frames: int) -> list[float]:
        """Steps of a pan at 100 %, there and back."""
        self.show_at(*self.middle, 1.0)
        _settle()
        there = [lambda: self.scroll(17, 9)] * (frames // 2)
        return self.frames([*there, *[lambda: self.scroll(-17, -9)] * (frames - len(there))])

    def zoom(self, frames: int) -> list[float]:
        """Steps of zooming from 100 % down to 50 %, and up again."""
        self.show_at(*self.middle, 1.0)
        _settle()
        steps = [step if step <= frames / 2 else frames - step for step in range(1, frames + 1)]
        return self.frames([self._zoomer(1 - step / frames) for step in steps])

    def _zoomer(self, zoom: float) -> Callable[[], None]:
        return lambda: self.show_at(*self.middle, zoom)

    def drag(self, frames: int) -> list[float]:
        """A node dragged along at 100 %, by real events, and put back."""
        self.show_at(*self.middle, 1.0)
        _settle()
        start = self.grip(self.dragged)
        self.mouse("MouseButtonPress", start)
        self.mouse("MouseMove", start + core.QPointF(6, 6))
        _settle()
        steps = [core.QPointF(12 * (1 + index % 8), 12 * (1 + (index // 2) % 6)) for index in range(frames)]
        found = self.frames([self._mover(start + step) for step in steps])
        self.mouse("MouseMove", start)
        self.mouse("MouseButtonRelease", start)
        _settle()
        return found

    def _mover(self, at: Any) -> Callable[[], None]:
        return lambda: self.mouse("MouseMove", at)

    def undo_moves(self, frames: int) -> list[float]:
        """Moving 100 nodes taken back, at 100 %."""
        self.show_at(*self.middle, 1.0)
        _settle()
        found: list[float] = []
        for _ in range(frames):
            self.move_nodes(self.hundred, 36.0, 24.0)
            _settle()
            found.append(self.frame(self.undo))
            self.after_frame()
        return found

    def counts(self, frames: int) -> list[float]:
        """New numbers on all transitions, at 100 %."""
        self.show_at(*self.middle, 1.0)
        _settle()
        random = Random(3)
        rows = [{edge: random.randrange(1, 5_000_000) for edge in self.edges} for _ in range(frames)]
        return self.frames([self.counter(row) for row in rows])

    def counter(self, row: dict[str, int]) -> Callable[[], None]:
        """An act that shows new numbers."""
        return lambda: self.set_counts(row)

    # The graph

    def know(self, graph: Graph) -> None:
        """Take the graph, and choose what the gestures act on: the same nodes for every subject."""
        self.graph = graph
        self.edges = [link.id for link in graph.links]
        x = (min(card.x for card in graph.cards) + max(card.x for card in graph.cards)) / 2
        y = (min(card.y for card in graph.cards) + max(card.y for card in graph.cards)) / 2
        near = sorted(graph.cards, key=lambda card: (abs(card.x - x) + abs(card.y - y), card.id))
        touching = Counter(end for link in graph.links for end in (link.source, link.target))
        dragged = next(card for card in near if touching[card.id] == _LINKS)  # as many at any size of the graph
        self.dragged = dragged.id
        self.middle = (dragged.x + 200.0, dragged.y + 100.0)
        self.hundred = [card.id for card in near[:MOVED]]


def _settle() -> None:
    widgets.QApplication.sendPostedEvents()
    widgets.QApplication.processEvents()
