"""The engine against hand-written queries for the same counts, and against itself: edits, moves, rows, memory, cancel.

JALON_BENCH_PROFILES sets the scale (default 1,000,000 profiles and six orders each; the full scale is 10,000,000), and
JALON_BENCH_KEYS the kinds of keys, such as "integer,uuid".
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from sqlglot import exp, parse_one

from engine.database import Cursor, Store, stored, to_text
from engine.demo import build_demo, samples
from engine.document.model import Document
from engine.fingerprints import SqlText
from engine.ingest.load import LoadOptions
from engine.ingest.service import start_import
from engine.lanes import Job
from engine.problems import Cancelled, EngineError
from engine.runner.results import RunResult
from engine.runner.service import prepare, run_document, start_run
from engine.workspace import Workspace
from tests.bench.data import KEYS, fill
from tests.bench.measures import Measure, seconds, side_by_side
from tests.bench.named.graphs import SEVEN, seven_steps, thirty, thirty_nodes
from tests.bench.named.samples import QUERIES

PROFILES = int(os.environ.get("JALON_BENCH_PROFILES", "1000000"))
KINDS = os.environ.get("JALON_BENCH_KEYS", ",".join(KEYS)).split(",")
ORDERS_EACH = 6
MEMORY_GIB = 4
MOMENTS = 8
IMPORTED = 300_000
_COPY = "copied"


def measures() -> Iterator[Measure]:
    """The engine's measures, on workspaces that are made and thrown away."""
    yield Measure("import engine", _import_time(""), 0.4, " s")
    yield Measure("import engine and all that a run needs", _import_time("engine.run_document; "), None, " s")
    for key in KINDS:
        with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "w") as workspace:
            fill(workspace, PROFILES, PROFILES * ORDERS_EACH, key)
            for document, text in ((seven_steps(), SEVEN), (thirty_nodes(), thirty())):
                yield from _against_sql(workspace, document, text, f"{document.id}, {key} keys, {PROFILES:,}")
            if key == KINDS[0]:
                yield from _edits(workspace)
                yield Measure("cancel a run, at worst", _cancelled(partial(_cold_run, workspace)), 0.1, " s")
    yield from _imports()
    yield from _samples()
    yield from _scaling()


def _import_time(then: str) -> float:
    script = f"import time; s = time.perf_counter(); import engine; {then}print(time.perf_counter() - s)"
    times = [
        float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    return sorted(times)[1]


def _against_sql(workspace: Workspace, document: Document, text: str, name: str) -> Iterator[Measure]:
    names = {name: f'data.main."{table.physical}"' for name, table in workspace.datasets.snapshot().items()}
    query = to_text(parse_one(text.format(**names), dialect="duckdb"))
    expected = workspace.database.writer.run(partial(_fetch, query))[0]
    result = run_document(workspace, document)
    found = {one.rows for one in result.transitions} | {n for node in result.nodes for n in node.reach.values()}
    missing = set(expected) - found
    if missing:
        raise AssertionError(f"{document.id}: the query counts {missing}, the engine {found}")
    works: tuple[list[float], list[float]] = ([], [])

    def ours() -> float:
        _forget(workspace)
        return _both(works[0], lambda: run_document(workspace, document))

    def theirs() -> float:
        return _both(works[1], partial(workspace.database.writer.run, partial(_fetch, query)))

    mine, others, ratio = side_by_side(ours, theirs)
    yield Measure(f"{name}: engine", mine, None, " s")
    yield Measure(f"{name}: one query", others, None, " s")
    yield Measure(f"{name}: the same populations, only written", _written(workspace, result), None, " s")
    yield Measure(f"{name}: ratio", ratio, 1.0)
    processors = [statistics.median(each) for each in works]
    yield Measure(f"{name}: ratio of processor time", processors[0] / processors[1], None)


def _both(processor: list[float], work: Callable[[], object]) -> float:
    """The seconds that work takes; its processor time, which other programs disturb less, is kept beside."""
    began = time.process_time()
    taken = seconds(work)
    processor.append(time.process_time() - began)
    return taken


def _written(workspace: Workspace, result: RunResult) -> float:
    """How long the database takes to copy the populations of a result, one statement each: no engine can be faster."""
    tables = {node.population for node in result.nodes if node.population is not None}

    def copy(cursor: Cursor) -> None:
        for table in sorted(tables):
            cursor.create(Store.WORK, _COPY, exp.select("*").from_(stored(Store.WORK, table)), replace=True)

    taken = statistics.median(seconds(partial(workspace.database.writer.run, copy)) for _ in range(3))
    workspace.database.drop(Store.WORK, [_COPY])
    return taken


def _fetch(query: SqlText, cursor: Cursor) -> list[tuple[Any, ...]]:
    return cursor.fetch(query)


def _forget(workspace: Workspace) -> None:
    workspace.populations.evict(keep=set(), most_rows=-1)


def _edits(workspace: Workspace) -> Iterator[Measure]:
    """A leaf is an activity that nothing follows; an edit in the middle computes what follows it, too."""
    leaves = (
        ("a control group", thirty_nodes(), thirty_nodes(share=11)),
        ("a total", seven_steps(), seven_steps(total="count")),
    )
    for name, before, after in leaves:
        ratio = _edited(workspace, before, after)
        yield Measure(f"one edited leaf of {before.id}, {name}, against the cold run", ratio, 0.05)
    ratio = _edited(workspace, seven_steps(), seven_steps(share=11))
    yield Measure("an edited control group of seven-steps and what follows it", ratio, None)
    document = seven_steps(share=11)
    moved = [node.model_copy(update={"x": 300.0}) for node in document.nodes]
    run_document(workspace, document)
    for name, edited in (
        ("a label", seven_steps(share=11, label="Other")),
        ("a move", document.model_copy(update={"nodes": tuple(moved)})),
        ("undo", seven_steps()),
    ):
        yield Measure(f"{name}: queries", _queries(partial(run_document, workspace, edited)), 0)
        yield Measure(f"{name}: check, plan and compare", seconds(partial(run_document, workspace, edited)), 0.3, " s")
    yield Measure("prepare seven-steps (check and snapshot)", seconds(partial(prepare, workspace, document)), 0.3, " s")


def _edited(workspace: Workspace, before: Document, after: Document) -> float:
    def cold() -> float:
        _forget(workspace)
        return seconds(partial(run_document, workspace, before))

    def edit() -> float:
        return seconds(partial(run_document, workspace, after))

    whole, part, _ = side_by_side(cold, edit)
    return part / whole


def _queries(work: Callable[[], object]) -> int:
    """How many statements that read a table were run."""
    found: list[str] = []
    fetch, create = Cursor.fetch, Cursor.create

    def fetched(self: Cursor, query: exp.Expr | SqlText) -> list[tuple[Any, ...]]:
        found.extend([to_text(query)] if " FROM " in to_text(query) else [])
        return fetch(self, query)

    def created(self: Cursor, store: Store, table: str, query: exp.Query | SqlText, **how: Any) -> int:
        found.append(to_text(query))
        return create(self, store, table, query, **how)

    Cursor.fetch, Cursor.create = fetched, created  # type: ignore[method-assign]
    try:
        work()
    finally:
        Cursor.fetch, Cursor.create = fetch, create  # type: ignore[method-assign]
    return len(found)


def _cold_run(workspace: Workspace) -> Job[Any]:
    _forget(workspace)
    return start_run(workspace, thirty_nodes())


def _cancelled(start: Callable[[], Job[Any]]) -> float:
    """The longest time from a wish to cancel until the work has stopped, at moments spread over its whole length."""
    whole = seconds(lambda: start().result())
    times: list[float] = []
    for moment in range(MOMENTS):
        job = start()
        time.sleep(whole * moment / MOMENTS)
        wished = time.perf_counter()
        job.cancel()
        with suppress(Cancelled, EngineError):
            job.result()
        times.append(time.perf_counter() - wished)
    return max(times)


def _imports() -> Iterator[Measure]:
    """A file of many lines, stopped while it is read, converted and written. It is read nine times, mostly in part."""
    with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "w") as workspace:
        path = Path(folder) / "people.csv"
        with path.open("w", encoding="utf-8") as file:
            file.write("id,name,day\n")
            file.writelines(f"{number},person {number},2025-01-{number % 28 + 1:02}\n" for number in range(IMPORTED))
        options = LoadOptions(partial=False)
        start = partial(start_import, workspace, path, table="people", key=("id",), options=options)
        yield Measure("cancel an import, at worst", _cancelled(start), 0.1, " s")


def _samples() -> Iterator[Measure]:
    """The demo's campaigns on its real data, where they are installed."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            workspace = build_demo(Path(folder) / "w")
        except EngineError as error:
            sys.stderr.write(f"{error.problem.what} {error.problem.fix}\n")
            return
        with workspace:
            for document in samples():
                yield from _against_sql(workspace, document, QUERIES[document.id], f"{document.id}, real data")


def _scaling() -> Iterator[Measure]:
    times: list[float] = []
    for profiles in (PROFILES // 10, PROFILES):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "w"
            with Workspace.create(path) as workspace:
                fill(workspace, profiles, profiles * ORDERS_EACH)
            times.append(_apart(path, "seven-steps")[0])
            taken, most = _apart(path, "thirty-nodes")
    yield Measure("ten times the rows: times the time", times[1] / times[0], 11)
    name = f"thirty-nodes, {PROFILES:,}, in {MEMORY_GIB} GiB"
    yield Measure(f"{name}: cold run", taken, None, " s")
    yield Measure(f"{name}: most memory", most, MEMORY_GIB, " GiB")


def _apart(workspace: Path, graph: str) -> tuple[float, float]:
    """Seconds of a cold run in a process of its own, and the most memory that it had, in GiB."""
    script = f"from tests.bench.engine import tell; tell({str(workspace)!r}, {graph!r})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    taken, most = done.stdout.split()
    return float(taken), float(most)


def tell(folder: str, graph: str) -> None:
    """Run a graph twice, cold each time, and print the seconds of the second run and the process's most memory."""
    document = seven_steps() if graph == "seven-steps" else thirty_nodes()
    with Workspace.open(Path(folder), memory_limit=f"{MEMORY_GIB}GiB") as workspace:
        run_document(workspace, document)
        _forget(workspace)
        taken = seconds(partial(run_document, workspace, document))
    print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20)
