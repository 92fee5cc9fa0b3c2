"""The life of documents: list, calendar, runs, versions and dialogs, over a workspace with a past."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from app.documents.beginning import BeginningDialog
from app.documents.page import DocumentsPage
from app.life.properties import PropertiesDialog
from app.life.schedule import ScheduleDialog
from app.runs.page import RunsPage
from app.theme import Scheme
from app.versions.page import VersionsPage
from engine.document.files import from_text, to_text
from engine.document.model import Document
from engine.runner import life
from engine.runner.publishing import next_due, publish, run_due
from engine.workspace import Workspace
from engine.workspace.calendars import CalendarEvent
from tests.gallery.app import SIZES, Stage, loop, sample
from tests.gallery.picture import Picture

NOW = datetime.now(UTC).replace(microsecond=0)
WEEK = (
    ("Win back lapsed households", "lapsed-households", {"mode": "weekly", "every": 1, "starting": "2025-01-06",
     "weekdays": [0, 3], "at": "09:00"}, ("retention", "spring")),
    ("Coupon reminder", "coupon-non-redeemers", {"mode": "daily", "at": "10:30", "weekdays": [0, 1, 2, 3, 4]},
     ("coupons",)),
    ("Who hears from us twice", "campaign-overlap", {"mode": "hours", "times": ["08:00", "14:00"],
     "weekdays": [1, 2]}, ()),
    ("Basket of the month", "basket-to-household", {"mode": "monthly", "at": "16:00", "day_rule": "last-day"},
     ("spring",)),
)  # fmt: skip


@cache
def past() -> Path:
    """A workspace in which campaigns ran, failed, were stopped and are planned."""
    folder = Path(tempfile.mkdtemp()) / "Loyalty"
    shutil.copytree(sample(), folder)
    with Workspace.open(folder) as workspace:
        for name, source, schedule, tags in WEEK:
            made = _made(workspace, name, source, schedule)
            workspace.documents.set_tags(made.id, tags)
            publish(workspace, made, now=NOW - timedelta(days=5))
        moment = next_due(workspace, now=NOW - timedelta(days=5))
        while moment is not None and moment < NOW:
            run_due(workspace, now=moment)
            moment = next_due(workspace, now=moment)
        stopped = _made(workspace, "Last year's loyalty offer", "lapsed-households", {"mode": "daily", "at": "07:00"})
        publish(workspace, stopped, now=NOW)
        life.stop(workspace, stopped.id, now=NOW)
        once = _made(workspace, "Black Friday", "coupon-non-redeemers",
                     {"mode": "once", "at": f"{NOW + timedelta(days=2):%Y-%m-%dT09:00:00}"})  # fmt: skip
        publish(workspace, once, now=NOW)
        life.save_template(workspace, once, "Coupon reminder, step by step", "Two waves, and those left out.")
        life.start_testing(workspace, life.current(workspace, "lapsed-households")).result()
        draft = _smaller(life.current(workspace, "lapsed-households"))
        workspace.documents.save(draft.id, to_text(draft), name=draft.name, kind="campaign")
        workspace.documents.name_version(draft.id, 1, "As agreed with the board")
        today = NOW.date()
        monday = today - timedelta(days=today.weekday())
        workspace.calendars.add("Fairs", [CalendarEvent("Trade fair", monday + timedelta(days=1),
                                                        monday + timedelta(days=3))])  # fmt: skip
    return folder


def _made(workspace: Workspace, name: str, source: str, schedule: Mapping[str, object]) -> Document:
    found = from_text(workspace.documents.load(source))
    made = found.model_copy(
        update={"id": life.free_id(name, ()), "name": name, "schedule": dict(schedule), "as_of": None}
    )
    workspace.documents.save(made.id, to_text(made), name=name, kind="campaign")
    return made


def _smaller(document: Document) -> Document:
    """The same with a rule that fewer people meet, and another label."""
    first = document.nodes[0]
    rule = first.settings.get("rule")
    items = rule.get("items") if isinstance(rule, dict) else None
    kept = {**rule, "items": items[:-1]} if isinstance(rule, dict) and isinstance(items, list) else rule
    node = first.model_copy(update={"label": "Households that lapsed", "settings": {**first.settings, "rule": kept}})
    return document.model_copy(update={"nodes": (node, *document.nodes[1:])})


def _open(stage: Stage) -> DocumentsPage:
    stage.open(folder=past())
    page = stage.window.show_section("campaigns")
    assert isinstance(page, DocumentsPage), "the section of the campaigns"
    desk = stage.window.desk
    assert desk is not None, "a workspace is open"
    stage.until(lambda: len(desk.life.lines) > 5 and page.model.rowCount() > 0)
    stage.rest(0.6)
    return page


def _list(stage: Stage) -> None:
    page = _open(stage)
    page.select("coupon-reminder")
    stage.rest(0.8)


def _refused(stage: Stage) -> None:
    page = _open(stage)
    page.select("coupon-reminder")
    stage.rest(0.8)
    from engine.runner.commands import Command

    page.detail.buttons.buttons[Command.BACK_TO_DRAFT].click()


def _calendar(stage: Stage) -> None:
    page = _open(stage)
    page.show_view(1)
    stage.rest(0.8)
    page.calendar.week.choose(0)
    stage.rest(0.6)


def _runs(stage: Stage) -> None:
    _open(stage)
    page = stage.window.show_section("runs")
    assert isinstance(page, RunsPage), "the section of the runs"
    stage.rest(1.0)


def _tasks(stage: Stage) -> None:
    _runs(stage)
    page = stage.window.show_section("runs")
    assert isinstance(page, RunsPage), "the section of the runs"
    page.tabs.setCurrentIndex(1)
    page.tasks.selectRow(1)


def _head(stage: Stage) -> None:
    stage.open("coupon-reminder", past())
    stage.rest(0.8)


def _versions(stage: Stage) -> None:
    stage.open(folder=past())
    desk = stage.window.desk
    assert desk is not None, "a workspace is open"
    page = stage.window.open_page(
        "versions:lapsed-households", "Versions", "ph.git-branch",
        lambda: VersionsPage("lapsed-households", "Lapsed households", desk, stage.window),
    )  # fmt: skip
    assert isinstance(page, VersionsPage), "just made"
    stage.until(lambda: page.list.rowCount() > 1)
    page.compare_two(1, 2)
    stage.until(lambda: bool(page.changes))
    stage.rest(1.2)


SCREENS = {
    "list": _list, "refused": _refused, "calendar": _calendar, "runs": _runs, "tasks": _tasks, "head": _head,
    "versions": _versions,
}  # fmt: skip


def _take(do: str, scheme: Scheme, language: str) -> QImage:
    stage = Stage(SIZES["small"], scheme, language)
    SCREENS[do](stage)
    return stage.take()


def _dialog(kind: str, scheme: Scheme, language: str) -> QImage:
    stage = Stage(SIZES["small"], scheme, language)
    document = "coupon-non-redeemers" if kind == "properties" else "coupon-reminder"
    stage.open(document, past())
    desk, page = stage.window.desk, stage.window.page
    assert desk is not None, "a workspace is open"
    assert page is not None, "a document is open"
    made: QDialog
    if kind == "properties":
        made = PropertiesDialog(page.session, desk, stage.window)
    elif kind == "schedule":
        made = ScheduleDialog(page.session, desk.life.present, stage.window)
    else:
        made = BeginningDialog(desk, stage.window, "campaign", stage.window)
    made.show()
    stage.rest(1.0)
    image = made.grab().toImage()
    made.close()
    stage.window.close()
    stage.window.deleteLater()
    return image


def pictures() -> Iterator[Picture]:
    """Every screen light and dark, English and French."""
    looks = (("", Scheme.LIGHT, "en"), ("-dark", Scheme.DARK, "en"), ("-french", Scheme.LIGHT, "fr"),
             ("-dark-french", Scheme.DARK, "fr"))  # fmt: skip
    for ending, scheme, language in looks:
        for name in SCREENS:
            yield Picture(f"{name}{ending}", partial(_take, name, scheme, language))
        for name in ("properties", "schedule", "beginning"):
            yield Picture(f"{name}{ending}", partial(_dialog, name, scheme, language))
    loop().close()
