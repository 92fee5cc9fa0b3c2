"""What seldom happens: after a kill, on a full disk, without the folder; and the small dialogs of the window."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

from PySide6.QtWidgets import QComboBox
from sqlalchemy.exc import OperationalError

from app.arrivals import PlaceDialog
from app.panel.editors.conditions.editor import ConditionEditor
from app.vanishing import VanishedDialog
from canvas.requests import Rename
from engine.document.edits import AddNode
from engine.document.model import Node
from engine.workspace.store import MetadataStore
from tests.gallery.app import Do, Stage, in_all_looks, sample
from tests.gallery.loyalty import past
from tests.gallery.picture import Picture

_ALIVE_S = 4.0


def _copy(folder: Path | None = None) -> Path:
    copy = Path(tempfile.mkdtemp()) / "demo"
    shutil.copytree(folder or sample(), copy)
    return copy


def _killed(stage: Stage) -> None:
    """The window after its process was killed in the middle of a session: its draft, and what can be undone."""
    folder = _copy()
    command = [sys.executable, "-m", "tests.app.editing_session", str(folder), "7"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as session:
        assert session.stdout is not None
        assert session.stdout.readline(), "the session began to edit"
        time.sleep(_ALIVE_S)
        session.kill()
    stage.enter(folder)
    stage.until(lambda: stage.window.page is not None)
    stage.window.bench.show_view("history")
    stage.rest(2.0)


def _full_disk(stage: Stage) -> None:
    """The window while a draft cannot be written."""
    stage.open(folder=_copy())
    desk, page = stage.window.desk, stage.window.page
    assert desk is not None, "a workspace is open"
    assert page is not None, "a campaign is open"
    drafts, store = desk.workspace.drafts, MetadataStore(Path(tempfile.mkdtemp()))

    def full(*_values: object, **_named: object) -> None:
        with store.session():
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise OperationalError("", None, error)

    writes = patch.object(drafts, "keep", full)
    writes.start()
    page.canvas.ask(Rename("control", "Control group"))
    stage.rest(1.5)
    writes.stop()


def _vanished(stage: Stage) -> None:
    """The folder of the workspace was deleted meanwhile."""
    stage.open(folder=_copy())
    desk, page = stage.window.desk, stage.window.page
    assert desk is not None, "a workspace is open"
    assert page is not None, "a campaign is open"
    VanishedDialog(Path("/home/ann/Campaigns"), [page.session.document], desk.reader, desk.tasks, stage.window).open()


def _place(stage: Stage) -> None:
    """A file was given to the program while no workspace is open."""
    recent = [Path("/home/ann/Campaigns/Spring"), Path("/home/ann/Campaigns/Retention")]
    PlaceDialog(["members-2025.csv"], recent, stage.window).open()


def _audience(folder: Callable[[], Path]) -> Do:
    """The choice of an audience in a panel."""

    def do(stage: Stage) -> None:
        stage.open(folder=_copy(folder()))
        page = stage.window.page
        assert page is not None, "just opened"
        page.session.do(AddNode(Node(id="new", type="read-audience")), "Add")
        stage.select("new")
        box = next(one for one in stage.window.panel.findChildren(QComboBox) if one.isVisible() and one.isEditable())
        if box.count():
            box.showPopup()
            box.view().window().setObjectName("popup")
            stage.rest()

    return do


def _filter(stage: Stage) -> None:
    """A rule is kept as a filter."""
    stage.open()
    stage.select("lapsed")
    editor = stage.window.panel.findChild(ConditionEditor)
    assert editor is not None, "an audience has a rule"
    editor.save_filter()


def _version(stage: Stage) -> None:
    stage.open()
    stage.window.on_canvas("show.compare")
    stage.rest(1.0)


def _row(stage: Stage) -> None:
    """The row of a population to go to is asked for."""
    stage.open()
    stage.select("lapsed")
    inspector = stage.window.inspector
    assert inspector is not None, "a workspace is open"
    grid = inspector.rows.grid
    stage.until(lambda: grid.opened is not None and grid.total > 0)
    inspector.rows.ask_row()


def _about(stage: Stage) -> None:
    stage.rest()
    stage.window.show_about()


def _shortcuts(stage: Stage) -> None:
    """All keys, in the pane of the window."""
    stage.open()
    stage.window.show_shortcuts()


def _keys(stage: Stage) -> None:
    """The keys of the canvas, to be changed."""
    stage.open()
    stage.window.on_canvas("view.shortcuts")


def _no_problem(stage: Stage) -> None:
    """Nothing is wrong."""
    stage.open()
    stage.window.bench.show_view("problems")


def _small(stage: Stage) -> None:
    """The smallest window in which one can work."""
    stage.window.resize(960, 540)
    stage.open()
    stage.select("control")


SCREENS: dict[str, Do] = {
    "killed": _killed,
    "full-disk": _full_disk,
    "vanished": _vanished,
    "place": _place,
    "audience": _audience(past),
    "no-audience": _audience(sample),
    "filter": _filter,
    "version": _version,
    "row": _row,
    "about": _about,
    "shortcuts": _shortcuts,
    "keys": _keys,
    "no-problem": _no_problem,
    "small": _small,
}


def pictures() -> Iterator[Picture]:
    """Every screen in all looks."""
    return in_all_looks(SCREENS)
