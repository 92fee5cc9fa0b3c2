"""Every section and page of a workspace in which there is nothing yet: each says so, and what to do."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from app.approvals.page import open_policies
from app.data.opening import open_diagram, open_recurring, open_suggestions
from app.documents.page import DocumentsPage
from app.runs.page import RunsPage
from app.sections import Shell
from engine.workspace import Workspace
from tests.gallery.app import Do, Stage, in_all_looks
from tests.gallery.picture import Picture


def _new(stage: Stage) -> None:
    folder = Path(tempfile.mkdtemp()) / "New"
    Workspace.create(folder).close()
    stage.enter(folder)


def _section(name: str) -> Do:
    def show(stage: Stage) -> None:
        _new(stage)
        stage.window.show_section(name)
        stage.rest(0.8)

    return show


def _page(open_: Callable[[Shell], object]) -> Do:
    def show(stage: Stage) -> None:
        _new(stage)
        open_(stage.window)
        stage.rest(1.0)

    return show


def _calendar(which: int) -> Do:
    def show(stage: Stage) -> None:
        _section("campaigns")(stage)
        page = stage.window.show_section("campaigns")
        assert isinstance(page, DocumentsPage), "the section of the campaigns"
        page.show_view(1)
        page.calendar.show_view(which)
        stage.rest(0.6)

    return show


def _audit(stage: Stage) -> None:
    _section("runs")(stage)
    page = stage.window.show_section("runs")
    assert isinstance(page, RunsPage), "the section of the runs"
    page.audit.click()
    stage.rest(0.8)


SCREENS: dict[str, Do] = {
    **{name: _section(name) for name in ("campaigns", "journeys", "audiences", "data", "filters", "runs", "sharing",
                                         "settings", "dashboards")},
    "week": _calendar(0), "month": _calendar(1), "audit": _audit, "approvals": _page(open_policies),
    "diagram": _page(open_diagram), "suggestions": _page(open_suggestions), "recurring": _page(open_recurring),
}  # fmt: skip


def pictures() -> Iterator[Picture]:
    """Every screen in all looks."""
    return in_all_looks(SCREENS)
