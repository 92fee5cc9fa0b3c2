"""Journeys in the window: designed, replayed, tried out and explained, over the generated companies."""

import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from app.documents.beginning import BeginningDialog
from app.journeys.options_dialog import OptionsDialog
from app.journeys.page import JourneyPage
from app.journeys.replay import DAY
from canvas.requests import InsertOnEdge
from engine.demo import add_company
from engine.document.edits import SetSetting
from engine.workspace import Workspace
from tests.gallery.app import Do, Stage, in_all_looks
from tests.gallery.picture import Picture


@cache
def company() -> Path:
    """The generated companies with the sample journeys."""
    folder = Path(tempfile.mkdtemp()) / "Company"
    with Workspace.create(folder) as workspace:
        add_company(workspace)
    return folder


def open_journey(stage: Stage, document: str = "roadshow") -> JourneyPage:
    """A journey in front, rehearsed, as a whole; of a copy, since an edit leaves a draft."""
    copy = Path(tempfile.mkdtemp()) / company().name
    shutil.copytree(company(), copy)
    stage.open(document, copy)
    page = stage.window.page
    assert isinstance(page, JourneyPage), "a journey is open"
    stage.until(lambda: page.replay.timeline is not None)
    page.canvas.actions_by_id["view.fit"].trigger()
    stage.rest(0.8)
    return page


def _whole(stage: Stage) -> None:
    open_journey(stage)


def _replayed(stage: Stage) -> None:
    page = open_journey(stage, "hand-off")
    page.replay.go_to(page.replay.first + 9 * DAY)


def _waiting(stage: Stage) -> None:
    page = open_journey(stage, "onboarding")
    page.replay.go_to(page.replay.first + 5 * DAY)
    page.select_node("week")
    stage.rest(1.0)


def _list(stage: Stage) -> None:
    page = open_journey(stage)
    page.select_node("invite")
    stage.rest(1.0)
    fact = next(iter(page.extras.facts(page.session.document.node_by_id["invite"])))
    page.list_wanted.emit("invite", fact)
    _until_rows(stage, fact.value)


def _until_rows(stage: Stage, many: int = 0) -> None:
    """Until the rows of the selection, so many if that is known, have come."""
    inspector = stage.window.inspector
    assert inspector is not None, "a workspace is open"
    stage.until(lambda: inspector.rows.grid.total == many if many else inspector.rows.grid.total > 0)


def _split(stage: Stage) -> None:
    page = open_journey(stage, "hand-off")
    page.select_node("ready")
    _until_rows(stage)


def _what_if(stage: Stage) -> None:
    page = open_journey(stage)
    page.try_out(True)
    page.session.do(SetSetting("answer", "value", 2), "Shorter")
    stage.until(lambda: not page.controller.busy)
    page.select_node("answer")
    _until_rows(stage)


def _path(stage: Stage) -> None:
    page = open_journey(stage)
    page.select_edge(next(one.id for one in page.session.document.transitions if one.source == "audience"))
    stage.rest(1.5)
    inspector = stage.window.inspector
    assert inspector is not None, "a workspace is open"
    stage.until(lambda: inspector.rows.grid.key(0) is not None)
    key = inspector.rows.grid.key(0)
    assert key is not None, "just seen"
    inspector.follow(key)
    tree = inspector.why.tree
    stage.until(lambda: (top := tree.topLevelItem(0)) is not None and top.childCount() > 0)


def _options(stage: Stage) -> None:
    page = open_journey(stage)
    page.ask_options()
    stage.until(lambda: any(one.isVisible() for one in stage.window.findChildren(OptionsDialog)))


def _begin(stage: Stage) -> None:
    stage.open("roadshow", company())
    stage.window.actions_by_id["journeys.begin"].trigger()
    stage.until(lambda: any(one.isVisible() for one in stage.window.findChildren(BeginningDialog)))


def _down(stage: Stage) -> None:
    page = open_journey(stage, "hand-off")
    page.canvas.actions_by_id["arrange.turn"].trigger()
    stage.until(lambda: not page.controller.busy)
    page.canvas.actions_by_id["view.fit"].trigger()
    stage.rest(1.0)


def _near(stage: Stage) -> None:
    page = open_journey(stage)
    page.select_node("answer")
    page.canvas.actions_by_id["view.zoom-normal"].trigger()
    _until_rows(stage)


def _unfinished(stage: Stage) -> None:
    page = open_journey(stage)
    first = next(one.id for one in page.session.document.transitions if one.source == "audience")
    for kind in ("action", "listen"):
        page.adapter.ask(InsertOnEdge(first, (0.0, 0.0), kind))
    stage.until(lambda: any(one.is_error for one in page.session.problems))
    stage.until(lambda: not page.controller.busy)
    page.canvas.actions_by_id["view.fit"].trigger()
    page.canvas.remarks_wanted.emit("")
    stage.rest(1.0)


SCREENS: dict[str, Do] = {
    "whole": _whole, "replayed": _replayed, "waiting": _waiting, "list": _list, "split": _split, "what-if": _what_if,
    "down": _down, "near": _near, "unfinished": _unfinished, "path": _path, "options": _options, "begin": _begin,
}  # fmt: skip


def pictures() -> Iterator[Picture]:
    """Every state in all looks."""
    yield from in_all_looks(SCREENS)
