"""The window: how soon it is there, how soon a count is fresh, how long the main thread is ever blocked.

JALON_BENCH_ROWS sets the size of the population that is scrolled and cancelled (default 6,000,000 rows).
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from pydantic import JsonValue
from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.counts import Trust
from app.document_page import DocumentPage
from app.panel.editors.basic import NumberEditor
from app.theme import Scheme
from engine.demo import build_demo
from engine.document.edits import SetSetting
from engine.document.files import to_text
from engine.document.model import Document, Node, Transition
from engine.workspace import Workspace
from tests.bench.data import fill
from tests.bench.measures import Measure
from tests.bench.program import program
from tests.gallery.app import Stage, loop

ROWS = int(os.environ.get("JALON_BENCH_ROWS", "6000000"))
SIZE = (1440, 900)
BEAT_MS = 2
FAR = 5_000_000
NODES = 500
_START = """
import sys, time
from pathlib import Path
began = float(sys.argv[2])
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
program = QApplication(["jalon"])
def look():
    from app.main_window import MainWindow
    for window in program.topLevelWidgets():
        if isinstance(window, MainWindow) and window.page is not None and window.page.isVisible():
            window.grab()
            print(time.time() - began, flush=True)
            timer.stop()
            window.close()
            program.quit()
            return
timer = QTimer(interval=5)
timer.timeout.connect(look)
timer.start()
from app.__main__ import show_window
show_window(Path(sys.argv[1]) / "demo")
"""
"""What `jalon` does, up to the moment when the first document can be worked on. The time counts from before Python."""


def measures() -> Iterator[Measure]:
    """Start first, in processes of their own; then one window for all the rest."""
    running = program()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        began = time.perf_counter()
        build_demo(folder / "demo").close()
        yield Measure("sample workspace built, data to campaigns", time.perf_counter() - began, 60, " s")
        yield Measure("start to usable window, sample workspace", _start(folder), 2.0, " s")
        stage = Stage(SIZE, Scheme.LIGHT, "en")
        yield from _typing(stage, folder / "demo")
        yield from _opening(stage)
        stage.window.workspaces.leave()
        _make_large(folder / "large")
        yield from _large(stage, folder / "large")
        stage.window.close()
    loop().close()
    running.quit()


def _start(folder: Path) -> float:
    """The median of three starts, after one that warms the disk and keeps the compiled modules, as Python does."""
    times: list[float] = []
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own |= {"XDG_CONFIG_HOME": str(folder / "config"), "PYTHONPATH": str(Path(__file__).parents[2])}
    own |= {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    for _ in range(4):
        arguments = [sys.executable, "-c", _START, str(folder), str(time.time())]
        done = subprocess.run(arguments, capture_output=True, text=True, check=True, env=own, timeout=120)
        times.append(float(done.stdout.split()[-1]))
    return statistics.median(times[1:])


class Beats:
    """How long the main thread was ever away from its events."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.busiest = 0.0
        """The same in seconds of the thread itself, which other work on the machine does not lengthen."""
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.busiest = max(self.busiest, worked - self._worked)
        self._last, self._worked = now, worked

    def stop(self) -> float:
        """The longest time between two beats, in milliseconds."""
        self._beat()
        self._timer.stop()
        return self.longest * 1000


def _until(holds: Callable[[], bool], seconds: float = 120.0) -> None:
    """Let the window live until something is so, without a pause of our own in between."""
    end = time.monotonic() + seconds
    while not holds():
        QApplication.processEvents()
        if time.monotonic() > end:
            raise TimeoutError("the window never got there")


def _page(stage: Stage) -> DocumentPage:
    page = stage.window.page
    assert page is not None, "a document is open"
    return page


def _typing(stage: Stage, folder: Path) -> Iterator[Measure]:
    """Digits typed into the share of a control group of the sample, until the canvas shows the new exact counts."""
    stage.open("lapsed-households", folder)
    page, panel = _page(stage), stage.window.panel
    page.select_node("control")
    stage.rest(0.5)
    assert panel.form is not None
    line = panel.form.rows["subsets"].editor.findChildren(NumberEditor)[0].line
    times: list[float] = []
    beats = Beats()
    for share in (11, 12, 13, 14, 15, 16, 17, 18, 19):
        line.setFocus()
        line.selectAll()
        began = time.perf_counter()
        QTest.keyClicks(line, str(share))
        _until(lambda: page.session.counts.output("control", "subset:1").trust is not Trust.EXACT)
        _until(lambda: page.session.counts.output("control", "subset:1").trust is Trust.EXACT)
        stage.window.repaint()
        times.append(time.perf_counter() - began)
        _until(lambda: not page.controller.busy)
    blocked = beats.stop()
    yield Measure("keystroke to fresh count, median", statistics.median(times) * 1000, 300, " ms")
    yield Measure("keystroke to fresh count, slowest", max(times) * 1000, None, " ms")
    yield Measure("main thread blocked while typing and counting", blocked, 50, " ms")
    beats = Beats()
    for days in (50, 51, 52):
        page.session.do(SetSetting("lapsed", "rule", _rule(days)), "Other days")
        _until(lambda: not page.controller.busy)
    yield Measure("main thread blocked while counting 1.5 M purchases", beats.stop(), 50, " ms")


def _rule(least: int) -> JsonValue:
    return {
        "kind": "aggregate",
        "function": "count",
        "attribute": "purchases",
        "operator": "greater-or-equal",
        "value": least,
    }


def _opening(stage: Stage) -> Iterator[Measure]:
    """A document of many activities, from the wish to the first painted picture."""
    desk = stage.window.desk
    assert desk is not None, "the sample is open"
    stage.window.workspaces.desk = desk
    document = _many()
    beats = Beats()
    began = time.perf_counter()
    stage.window.tabs.show_document(desk, document)
    stage.window.repaint()
    opened = time.perf_counter() - began
    _until(lambda: not _page(stage).controller.busy)
    yield Measure(f"opening a document of {NODES} activities", opened * 1000, 500, " ms")
    yield Measure(f"main thread blocked while it counts {NODES} activities", beats.stop(), None, " ms")


def _many() -> Document:
    """Chains of splits behind one audience."""
    nodes = [Node(id="n0", type="build-audience")]
    links: list[Transition] = []
    subset: JsonValue = {"label": "Half", "limit": {"kind": "percent", "value": 50}}
    for number in range(1, NODES):
        nodes.append(Node(id=f"n{number}", type="split", settings={"subsets": [subset], "complement": True}))
        before = (number - 1) // 2
        port = "result" if before == 0 else ("subset:1" if number % 2 else "complement")
        if before or number == 1:
            links.append(Transition.model_validate(
                {"id": f"t{number}", "from": f"n{before}", "port": port, "to": f"n{number}"}))  # fmt: skip
    return Document(id="many", name="Many", dimension="households", nodes=tuple(nodes), transitions=tuple(links))


def _is_there(index: QModelIndex) -> bool:
    return str(index.data()) not in {"…", "None"}


def _make_large(folder: Path) -> None:
    with Workspace.create(folder) as workspace:
        fill(workspace, ROWS, 1000)
        everybody = Document(id="all", name="All", dimension="profiles", nodes=(Node(id="who", type="build-audience"),))
        workspace.documents.save("all", to_text(everybody), name="All", kind="campaign")


def _large(stage: Stage, folder: Path) -> Iterator[Measure]:
    stage.open("all", folder)
    page, inspector, desk = _page(stage), stage.window.inspector, stage.window.desk
    assert inspector is not None, "a workspace is open"
    assert desk is not None, "a workspace is open"
    page.select_node("who")
    grid = inspector.rows.grid
    _until(lambda: grid.total > 0)
    stage.until(lambda: not grid.progress.isVisible())  # then its order is stored
    far = min(FAR, ROWS - 1000)
    times: list[float] = []
    for step in range(5):
        row = far - step * 100_000
        began = time.perf_counter()
        grid.go_to(row)
        index = grid.model.index(row, 0)
        _until(partial(_is_there, index))
        times.append(time.perf_counter() - began)
    yield Measure(f"grid: jump to row {far:,}, slowest of five", max(times) * 1000, 200, " ms")
    beats, cancels = Beats(), list[float]()
    for value in range(3):
        rule: JsonValue = {"kind": "condition", "attribute": "email", "operator": "contains", "value": f"{value}9"}
        page.session.do(SetSetting("who", "rule", rule), "Other people")
        _until(lambda: page.session.counts.is_computing("who"))
        stage.rest(0.02)
        began = time.perf_counter()
        stage.window.actions_by_id["run.cancel"].trigger()
        free = desk.workspace.database.writer.submit(lambda _cursor: None)
        _until(lambda: not page.controller.busy)
        _until(free.future.done)
        cancels.append(time.perf_counter() - began)
    blocked = beats.stop()
    yield Measure("cancel, from the click until the engine is free", max(cancels) * 1000, 100, " ms")
    yield Measure(f"main thread blocked while {ROWS:,} rows are counted", blocked, 50, " ms")
