"""The replay of a large journey: 200 nodes, 100,000 accounts, every account at another instant at each of them.

Then the window while a journey of JALON_BENCH_ACCOUNTS generated accounts (default 10,000) is rehearsed.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from app.counts import Counts
from app.journeys.adapter import JourneyAdapter
from app.journeys.page import JourneyPage
from app.journeys.replay import DAY, Replay
from app.session import Session
from app.theme import Scheme
from canvas import LIGHT, CanvasView
from engine.account_data.generator.generate import generate_company
from engine.account_data.generator.scale import Scale
from engine.catalog.model import Catalog
from engine.document.edits import SetProperty
from engine.document.files import to_text
from engine.document.model import Document
from engine.journey.examples import sample_journeys
from engine.runner.results import Mode, NodeResult, RunResult, State, TransitionResult
from engine.runner.timelines import Stays, Timeline, Track
from engine.workspace import Workspace
from tests.bench.app import Beats
from tests.bench.measures import Measure
from tests.bench.program import program
from tests.gallery.app import Stage, loop

NODES, ACCOUNTS, DAYS, FRAMES = 200, 100_000, 90, 60
ACCOUNTS_REHEARSED = int(os.environ.get("JALON_BENCH_ACCOUNTS", "10000"))
_SIZE = (1440, 900)


def measures() -> Iterator[Measure]:
    """Moving the instant, with everything painted; then as many frames as two seconds of replay have."""
    running = program()
    document = _journey()
    session, replay = Session(document), Replay()
    _count(session.counts, document)
    adapter = JourneyAdapter(session, Catalog(), replay)
    canvas = CanvasView(adapter, LIGHT)
    canvas.resize(*_SIZE)
    canvas.show()
    canvas.actions_by_id["view.fit"].trigger()
    replay.take(_timeline(document))
    _settle()
    times = [_moved(canvas, replay, replay.first + day * DAY + 12_345_678) for day in range(1, DAYS, 3)]
    yield Measure("slider moved, 200 nodes repainted", statistics.median(times) * 1000, 50, " ms")
    yield Measure("slider moved, the slowest", max(times) * 1000, 50, " ms")
    canvas.overlays.flow.follow(adapter.passing)
    frames = [_moved(canvas, replay, replay.first + frame * DAY // 30) for frame in range(1, FRAMES)]
    yield Measure("one frame of replay, 100,000 accounts", statistics.median(frames) * 1000, 1000 / 30, " ms")
    canvas.close()
    running.processEvents()
    yield from _rehearsing()


def _rehearsing() -> Iterator[Measure]:
    """How long the window was ever away from its user: wall time, and time of its own thread."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "Company"
        subject = next(one for one in sample_journeys() if one.id == "hand-off")
        with Workspace.create(folder) as workspace:
            generate_company(workspace, Scale(ACCOUNTS_REHEARSED, ACCOUNTS_REHEARSED * 10, ACCOUNTS_REHEARSED * 100))
            workspace.documents.save(subject.id, to_text(subject), name=subject.name, kind="journey")
        stage = Stage(_SIZE, Scheme.LIGHT, "en")
        stage.open(subject.id, folder)
        page = stage.window.page
        assert isinstance(page, JourneyPage), "the journey is open"
        stage.until(lambda: page.replay.timeline is not None and not page.controller.busy)
        beats, before = Beats(), page.replay.timeline
        page.session.do(SetProperty("as_of", "2026-01-06T00:00"), "Edit")
        stage.until(lambda: page.replay.timeline is not before and not page.controller.busy)
        longest = beats.stop()
        many = f"{ACCOUNTS_REHEARSED:,}"
        yield Measure(f"main thread's own work between two events, {many} accounts rehearsed", beats.busiest * 1000, 50,
                      " ms")  # fmt: skip
        yield Measure(f"main thread blocked while {many} accounts are rehearsed", longest, 50, " ms")
        stage.window.close()
    loop().close()


def _settle() -> None:
    end = time.monotonic() + 1.0
    while time.monotonic() < end:
        QApplication.processEvents()


def _moved(canvas: CanvasView, replay: Replay, instant: int) -> float:
    """Process seconds from the new instant to the last painted pixel."""
    began = time.process_time()
    replay.go_to(instant)
    QApplication.processEvents()
    return time.process_time() - began


def _journey() -> Document:
    """A chain of waits with a split after every tenth, as wide as it is long."""
    nodes: list[dict[str, object]] = [{"id": "n0", "type": "account-audience", "settings": {"condition": {}}}]
    arrows: list[dict[str, object]] = []
    for place in range(1, NODES):
        nodes.append({"id": f"n{place}", "type": "wait"})
        parent = place - 1 if place % 10 else max(0, place - 10)
        arrows.append({"id": f"t{place}", "from": f"n{parent}", "port": "out", "to": f"n{place}"})
    return Document.model_validate(
        {"id": "large", "kind": "journey", "journey": {"type": "account"}, "nodes": nodes, "transitions": arrows}
    )


def _count(counts: Counts, document: Document) -> None:
    """The counts at the horizon."""
    crossed = tuple(
        TransitionResult(one.id, one.source, one.port, one.target, "", "account", ACCOUNTS, ACCOUNTS, True, ACCOUNTS,
                         8 * ACCOUNTS)
        for one in document.transitions
    )  # fmt: skip
    nodes = tuple(NodeResult(node.id, node.type, State.DONE, ACCOUNTS, ACCOUNTS) for node in document.nodes)
    counts.ended(
        RunResult(document.id, "journey", Mode.DESIGN, "", "", nodes, crossed, (), journey={"entered": ACCOUNTS})
    )


def _timeline(document: Document) -> Timeline:
    random = np.random.default_rng(1)
    start, ones = 1_767_571_200_000_000, np.arange(1, ACCOUNTS + 1, dtype=np.int64)

    def track() -> Track:
        at = np.sort(random.integers(start, start + DAYS * DAY, ACCOUNTS))
        return Track(at, ones, 8 * ones)

    edges = {(one.source, one.port): track() for one in document.transitions}
    stays: dict[str, Stays] = {}
    for place in range(0, NODES, 20):
        since = np.sort(random.integers(start, start + DAYS * DAY, ACCOUNTS))
        stays[f"n{place}"] = Stays(since, since + 5 * DAY, np.ones(ACCOUNTS, dtype=np.int64))
    every = next(iter(edges.values())).at
    return Timeline(start, start + DAYS * DAY, edges, {}, stays, {}, {}, track(), {}, every)
