"""The dashboards over a generated company with buying groups and its sample journeys."""

import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from app.dashboards.page import SORTS, DashboardsPage
from engine.document.files import to_text
from engine.journey.examples import sample_journeys
from engine.workspace import Workspace
from tests.gallery.accounts import company, nothing
from tests.gallery.app import Do, Stage, in_all_looks
from tests.gallery.picture import Picture


@cache
def with_journeys() -> Path:
    """The company with two journeys."""
    folder = Path(tempfile.mkdtemp()) / "company"
    shutil.copytree(company(), folder)
    with Workspace.open(folder) as workspace:
        for document in sample_journeys()[:3]:
            workspace.documents.save(document.id, to_text(document), name=document.name, kind="journey")
    return folder


def _open(stage: Stage, folder: Path, name: str) -> DashboardsPage:
    copy = Path(tempfile.mkdtemp()) / folder.name
    shutil.copytree(folder, copy)
    stage.window.workspaces.open(copy)
    stage.until(lambda: stage.window.desk is not None)
    if folder.name == "company":
        # The journey that opens by itself comes to the front.
        stage.until(lambda: stage.window.page is not None)
        page = stage.window.page
        assert page is not None, "just seen"
        stage.until(lambda: page.session.counts.last is not None and not page.controller.busy)
    shown = stage.window.show_section("dashboards")
    assert isinstance(shown, DashboardsPage), "the section of the dashboards"
    shown.show_dashboard(name)
    stage.until(lambda: not len(shown.ledger.tasks) and shown.shown == name)
    stage.rest(0.6)
    return shown


def _show(name: str) -> Do:
    def do(stage: Stage) -> None:
        _open(stage, with_journeys(), name)

    return do


def _empty(stage: Stage) -> None:
    _open(stage, nothing(), "overview")


def _list(stage: Stage) -> None:
    page = _open(stage, with_journeys(), "overview")
    page.open_rows(page.cards[0].figure, page.cards[0].figure.points[0])
    stage.rest(1.0)


SCREENS: dict[str, Do] = {**{name: _show(name) for name in SORTS}, "empty": _empty, "list": _list}


def pictures() -> Iterator[Picture]:
    """Each dashboard, nothing yet, and the list behind a number, in all looks."""
    yield from in_all_looks(SCREENS)
