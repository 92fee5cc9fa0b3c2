"""Account journeys at scale: a journey of thirty nodes over ninety days, on generated companies."""

import os
import resource
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.account_data.generator.generate import generate_company
from engine.account_data.generator.scale import Scale
from engine.document.model import Document
from engine.journey.options import RunOptions
from engine.runner.journeys import run_journey
from engine.workspace import Workspace
from tests.bench.measures import Measure, seconds
from tests.engine.journey.thirty import thirty_nodes

FULL = Scale(accounts=100_000, people=1_000_000, activities=20_000_000)
TENTH = Scale(accounts=10_000, people=100_000, activities=2_000_000)


def measures() -> Iterator[Measure]:
    """The figures of the design: seconds, passes, instants, memory, and how they grow."""
    small, _ = yield from _of(TENTH, "a tenth", None)
    if "JALON_BENCH_SMALL" in os.environ:
        return
    full, _ = yield from _of(FULL, "100,000 accounts", 60.0)
    yield Measure("ten times the accounts: times the time", full / small, 11.0)
    yield Measure("memory at most", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20), 4.0, "GiB")


def _of(scale: Scale, name: str, target: float | None) -> Any:
    folder = Path(tempfile.mkdtemp(dir=os.environ.get("JALON_BENCH_DIR")))
    try:
        with Workspace.create(folder / "w") as workspace:
            yield Measure(f"{name}: generate", seconds(lambda: generate_company(workspace, scale)), None, "s")
            plain, passes = _timed(workspace, thirty_nodes())
            yield Measure(f"{name}: thirty nodes over ninety days", plain, target, "s")
            yield Measure(f"{name}: passes", passes, None)
            again, passes = _timed(workspace, thirty_nodes(limit=30))
            yield Measure(f"{name}: the same with re-entry limit 30", again, None, "s")
            yield Measure(f"{name}: passes with re-entry", passes, None)
        return plain, again
    finally:
        shutil.rmtree(folder)


def _timed(workspace: Workspace, document: Document) -> tuple[float, int]:
    found: list[int] = []

    def run() -> None:
        result = run_journey(workspace, document, options=RunOptions())
        assert result.journey is not None
        assert all(node.conserved for node in result.nodes)
        passes = result.journey["passes"]
        assert isinstance(passes, int)
        found.append(passes)

    return seconds(run), found[0]
