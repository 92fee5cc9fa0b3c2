"""1,000 documents and 200 tables: how soon list, calendar and data are there, and how soon a letter narrows them."""

import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtTest import QTest

from app.data.diagram_page import DiagramPage
from app.data.opening import open_diagram
from app.data.page import DataPage
from app.documents.page import DocumentsPage
from app.theme import Scheme
from engine.catalog.model import Attribute, Link, Table
from engine.document.files import to_text
from engine.document.model import Document, Node
from engine.types import DataType, Kind
from engine.workspace import Workspace
from engine.workspace.statuses import Status
from tests.bench.measures import Measure
from tests.bench.program import program
from tests.gallery.app import Stage, loop

DOCUMENTS, LIVE, TABLES = 1_000, 100, 200


def measures() -> Iterator[Measure]:
    """One window over a workspace with many documents."""
    running = program()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "many"
        with Workspace.create(folder) as workspace:
            for number in range(DOCUMENTS):
                one = Document(id=f"d{number}", name=f"Campaign {number}", nodes=(Node(id="a", type="build-audience"),),
                               schedule={"mode": "daily", "at": f"{number % 24:02}:00"})  # fmt: skip
                workspace.documents.save(one.id, to_text(one), name=one.name, kind="campaign")
                if number < LIVE:
                    workspace.documents.set_status(one.id, Status.LIVE)
            workspace.schemas.add(*(_table(number) for number in range(TABLES)), *map(_link, range(1, TABLES)))
        stage = Stage((1440, 900), Scheme.LIGHT, "en")
        stage.window.workspaces.open(folder)
        stage.until(lambda: stage.window.desk is not None and bool(stage.window.desk.life.lines))
        began = time.perf_counter()
        page = stage.window.show_section("campaigns")
        assert isinstance(page, DocumentsPage), "the section of the campaigns"
        stage.until(lambda: page.model.rowCount() == DOCUMENTS)
        page.grab()
        yield Measure(f"list of {DOCUMENTS:,} documents shown", (time.perf_counter() - began) * 1000, 300, " ms")
        began = time.perf_counter()
        QTest.keyClicks(page.filters.search, "9")
        page.grab()
        yield Measure("a typed letter narrows it", (time.perf_counter() - began) * 1000, 100, " ms")
        page.filters.clear()
        began = time.perf_counter()
        # The week that comes: of the present one, what is past did not run.
        page.calendar.day += timedelta(days=7)
        page.show_view(1)
        stage.until(lambda: len(page.calendar.week.shown) >= LIVE)
        page.grab()
        yield Measure(
            f"calendar of {len(page.calendar.week.shown):,} launches", (time.perf_counter() - began) * 1000, 300, " ms"
        )
        began = time.perf_counter()
        page.calendar.show_view(1)
        day = page.calendar.day
        stage.until(lambda: sum(one.count for one in page.calendar.month.launches_on(day)) > 0)
        page.grab()
        yield Measure("a month of them", (time.perf_counter() - began) * 1000, 300, " ms")
        began = time.perf_counter()
        data = stage.window.show_section("data")
        assert isinstance(data, DataPage), "the section of the data"
        data.grab()
        yield Measure(f"list of {TABLES} tables shown", (time.perf_counter() - began) * 1000, 300, " ms")
        began = time.perf_counter()
        QTest.keyClicks(data.search, "9")
        data.grab()
        yield Measure("a typed letter narrows the tables", (time.perf_counter() - began) * 1000, 100, " ms")
        began = time.perf_counter()
        open_diagram(stage.window)
        diagram = stage.window.findChildren(DiagramPage)[0]
        stage.until(lambda: len(diagram.model.edge_ids()) == TABLES - 1)
        diagram.grab()
        yield Measure(f"diagram of {TABLES} tables shown", (time.perf_counter() - began) * 1000, 1_000, " ms")
        stage.window.close()
    del running
    loop().close()


def _table(number: int) -> Table:
    columns = [Attribute(name=f"c{place}", type=DataType(Kind.STRING)) for place in range(10)]
    return Table(name=f"table_{number}", attributes=tuple(columns), key=("c0",))


def _link(number: int) -> Link:
    """Each table leads to the one at half its number, so that they form a tree."""
    return Link(name="up", source=f"table_{number}", target=f"table_{number // 2}", pairs=(("c1", "c0"),),
                reverse_name=f"down_{number}")  # fmt: skip
