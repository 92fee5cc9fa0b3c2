"""The list of campaigns with 1,000 documents: how soon it is there, and how soon a typed letter has narrowed it."""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.documents.page import DocumentsPage
from app.theme import Scheme
from engine.document.files import to_text
from engine.document.model import Document, Node
from engine.workspace import Workspace
from tests.bench.measures import Measure
from tests.gallery.app import Stage, loop

DOCUMENTS = 1_000


def measures() -> Iterator[Measure]:
    """One window over a workspace with many documents."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    program = QApplication.instance() or QApplication(["bench"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "many"
        with Workspace.create(folder) as workspace:
            for number in range(DOCUMENTS):
                one = Document(id=f"d{number}", name=f"Campaign {number}", nodes=(Node(id="a", type="build-audience"),))
                workspace.documents.save(one.id, to_text(one), name=one.name, kind="campaign")
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
        stage.window.close()
    del program
    loop().close()
