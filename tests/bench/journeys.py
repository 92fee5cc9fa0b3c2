"""Account journeys at scale: a journey of thirty nodes over ninety days, on generated companies."""

import os
import resource
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from sqlglot import exp

from engine.account_data.generator.generate import generate_company
from engine.account_data.generator.scale import Scale
from engine.account_data.rows import put_query
from engine.database import Cursor, Store, stored
from engine.document.model import Document
from engine.journey.counting import count
from engine.journey.options import RunOptions
from engine.runner.journeys import check_journey_document, data_version_of, rehearse, run_journey
from engine.trees import col, text
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
    yield from _instants()
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
            yield Measure(f"{name}: counts of all transitions at an instant", _counted(workspace), 0.05, "s")
            again, passes = _timed(workspace, thirty_nodes(limit=30))
            yield Measure(f"{name}: the same with re-entry limit 30", again, None, "s")
            yield Measure(f"{name}: passes with re-entry", passes, None)
        return plain, again
    finally:
        shutil.rmtree(folder)


def _counted(workspace: Workspace) -> float:
    """How long the counts of a stored run take at one of several instants: the median of nine."""
    checked, _ = check_journey_document(workspace, thirty_nodes())
    sources = {name: stored(Store.DATA, one.physical) for name, one in workspace.datasets.snapshot().items()}
    version = data_version_of(sources)

    def look(cursor: Cursor) -> list[float]:
        run = rehearse(workspace, checked.plan, RunOptions(), sources, version, lambda _event: None, cursor)
        day = (run.end - run.start) // 9
        return [seconds(partial(count, cursor, checked.plan, run, run.start + day * place)) for place in range(1, 10)]

    return statistics.median(workspace.database.writer.run(look))


def _instants() -> Iterator[Measure]:
    """The same company and journey, its activities at ever so many instants, and all at the full hour."""
    folder = Path(tempfile.mkdtemp(dir=os.environ.get("JALON_BENCH_DIR")))
    try:
        with Workspace.create(folder / "w") as workspace:
            generate_company(workspace, TENTH)
            many, _ = _timed(workspace, thirty_nodes())
            table = workspace.catalog().table_by_name["activity"]
            current = workspace.datasets.current("activity")
            assert current is not None
            hour = exp.func("DATE_TRUNC", text("hour"), col("t", "ts"), dialect="duckdb")
            columns = [exp.alias_(exp.Cast(this=hour, to=one.type.to_sql()), "ts") if one.name == "ts"
                       else col("t", one.name) for one in table.attributes]  # fmt: skip
            rows = exp.select(*columns).from_(exp.alias_(stored(Store.DATA, current.physical), "t", table=True))
            put_query(workspace, table, rows, "bench")
            few, _ = _timed(workspace, thirty_nodes())
        yield Measure("every activity at its own instant, against full hours: times the time", many / few, 1.3)
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
