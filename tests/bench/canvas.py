"""The canvas beside its peers and beside a floor: milliseconds of a painted frame, and counters of what it took.

At 1600 x 1000 without a screen, on one graph with 1.3 transitions a node, labels, counts and run states on. Each
subject is alone in a process of its own; the rounds of a gesture go around all of them in turn. What a peer does not
finish in its time is stopped, and then the limit stands for the figure. Time is that of the thread that paints, so
that what else the machine does is not in it.
"""

import contextlib
import json
import os
import select
import signal
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from canvas.demo.generate import graph
from canvas.views import EdgeView, NodeView
from tests.bench.measures import Measure

PEERS = ("nodegraphqt", "orange")
ORANGE = ("orange-canvas-core==0.2.9", "PyQt6==6.11.0")
"""What the second peer needs in an environment of its own, which uv makes at the first run."""
GESTURES = ("fit", "whole", "pan", "zoom", "drag", "undo_moves", "counts")
COMPARED = ("fit", "pan", "zoom", "drag", "undo_moves", "counts")
"""Without the whole viewport at 100 %: what the peers show on a card there is a title and no more."""
ROUNDS = 5
FRAMES = {"fit": 10, "whole": 10, "pan": 20, "zoom": 10, "drag": 20, "undo_moves": 3, "counts": 5}
FAST = {"build": 1 / 20, "fit": 1 / 20, "undo_moves": 1 / 3}
"""What ours may take of a peer's time at 1,000 nodes; in all else, and at 5,000 nodes, it may not be slower."""
FLOORED = ("fit", "whole", "pan", "drag", "counts")
FLOOR = 1.5
FRAME = 1000 / 60
LIMITS = {1000: 240.0, 5000: 300.0}
"""Seconds that a peer may take for one answer."""


class TooLongError(Exception):
    """A subject did not answer in time, or not at all."""


class Worker:
    """A subject in a process of its own."""

    def __init__(self, name: str, graph_line: str) -> None:
        binding, python = "PySide6", [sys.executable]
        if name == "orange":  # PyQt6 beside PySide6 would lead other libraries astray
            binding = "PyQt6"
            python = ["uv", "run", "--no-project", "--isolated", *(f"--with={pin}" for pin in ORANGE), "python"]
        chosen = {"BENCH_BINDING": binding, "QT_API": binding.lower(), "QT_QPA_PLATFORM": "offscreen"}
        self._process = subprocess.Popen(
            [*python, "-m", "tests.bench.subjects", name], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, env={**os.environ, **chosen}, start_new_session=True,
        )  # fmt: skip
        self._tell(graph_line)

    def _tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def ask(self, line: str, limit: float) -> dict[str, Any]:
        """Its answer to a line. Errors: TooLongError, and then it is stopped."""
        assert self._process.stdout is not None
        self._tell(line)
        ready, _, _ = select.select([self._process.stdout], [], [], limit)
        answer = self._process.stdout.readline() if ready else ""
        if not answer:
            self.stop()
            raise TooLongError(line)
        value: dict[str, Any] = json.loads(answer)
        return value

    def stop(self) -> None:
        """End the process."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)  # what makes the environment has the subject as its child
        self._process.wait()


def _rows() -> dict[str, list[float]]:
    return {}


@dataclass
class Found:
    """What one subject showed, by gesture; `stopped` is the gesture that it did not finish."""

    ms: dict[str, list[float]] = field(default_factory=_rows)
    beside: dict[str, list[float]] = field(default_factory=_rows)
    stopped: str = ""


def _graph_line(nodes: int) -> str:
    parts = graph(nodes)
    cards = [
        {"id": part.id, "kind": part.type, "title": part.title, "x": part.x, "y": part.y,
         "inputs": [port.id for port in part.inputs], "outputs": [port.id for port in part.outputs]}
        for part in parts if isinstance(part, NodeView)
    ]  # fmt: skip
    links = [
        {"id": part.id, "source": part.source.node, "output": part.source.port, "target": part.target.node,
         "input": part.target.port, "label": part.label}
        for part in parts if isinstance(part, EdgeView) and part.target is not None
    ]  # fmt: skip
    return json.dumps({"cards": cards, "links": links})


def _take(nodes: int) -> dict[str, Found]:
    """All subjects on one graph, in turn."""
    line, limit = _graph_line(nodes), LIMITS[nodes]
    found = {name: Found() for name in ("ours", *PEERS)}
    workers: dict[str, Worker] = {}
    for name in found:
        workers[name] = Worker(name, line)
        _ask(workers, name, found[name], "build", limit)
    for gesture in GESTURES:
        for _ in range(ROUNDS):
            for name in list(workers):
                _ask(workers, name, found[name], f"{gesture} {FRAMES[gesture]}", limit)
    for worker in workers.values():
        worker.stop()
    return found


def _ask(workers: dict[str, Worker], name: str, found: Found, line: str, limit: float) -> None:
    gesture = line.split()[0]
    try:
        answer = workers[name].ask(line, limit)
    except (TooLongError, BrokenPipeError):
        with contextlib.suppress(KeyError):
            workers.pop(name).stop()
        found.stopped = gesture
        found.ms[gesture] = [limit * 1000]
        return
    found.ms.setdefault(gesture, []).extend(answer["ms"])
    for key, values in answer.items():
        if key != "ms":
            found.beside.setdefault(f"{gesture} {key}", []).extend(values)


def measures() -> Iterator[Measure]:
    """Figures at 1,000 and at 5,000 nodes, and how they grow from one to the other."""
    found: dict[int, dict[str, Found]] = {}
    for nodes in LIMITS:
        found[nodes] = _take(nodes)
        yield from _told(nodes, found[nodes])
        yield from _compared(nodes, found[nodes])
    yield from _grown(found)


def _told(nodes: int, found: dict[str, Found]) -> Iterator[Measure]:
    ours = found["ours"]
    for gesture in ("build", *GESTURES):
        times = ours.ms[gesture]
        target = FRAME if gesture != "build" else None
        yield Measure(f"canvas {nodes} {gesture}, median", statistics.median(times), target, "ms")
        if gesture != "build":
            yield Measure(f"canvas {nodes} {gesture}, 95 %", _high(times), target, "ms")
    for name in PEERS:
        for gesture in ("build", *GESTURES):
            if gesture in found[name].ms:
                stopped = " (stopped)" if found[name].stopped == gesture else ""
                value = statistics.median(found[name].ms[gesture])
                yield Measure(f"{name} {nodes} {gesture}{stopped}", value, None, "ms")


def _compared(nodes: int, found: dict[str, Found]) -> Iterator[Measure]:
    ours = found["ours"]
    for gesture in ("build", *COMPARED):
        for name in PEERS:
            if gesture in found[name].ms:
                share = statistics.median(ours.ms[gesture]) / statistics.median(found[name].ms[gesture])
                target = FAST.get(gesture, 1 / 3 if gesture == "counts" and nodes == 5000 else 1.0)
                yield Measure(f"canvas / {name}, {nodes} {gesture}", share, round(target, 3))
    for gesture in FLOORED:
        share = statistics.median(ours.ms[gesture]) / statistics.median(ours.beside[f"{gesture} floor"])
        yield Measure(f"canvas / floor, {nodes} {gesture}", share, FLOOR)


def _grown(found: dict[int, dict[str, Found]]) -> Iterator[Measure]:
    """Counters per frame at five times the graph over those at the smaller: what is visible decides."""
    small, large = (found[nodes]["ours"].beside for nodes in LIMITS)
    for gesture in ("whole", "pan", "drag", "undo_moves"):
        for counter in ("paints", "reroutes", "reads"):
            key = f"{gesture} {counter}"
            before, after = statistics.median(small[key]), statistics.median(large[key])
            yield Measure(f"{counter} a frame, {gesture}, 1000 nodes", before, None)
            yield Measure(f"{counter} a frame, {gesture}, 5000 over 1000", (after + 1) / (before + 1), 1.3)


def _high(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.95))]
