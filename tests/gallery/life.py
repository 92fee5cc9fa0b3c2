"""The life of documents: list, calendar, runs, versions and dialogs, over a workspace with a past."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QDialog

from app.approvals.dialog import PolicyDialog
from app.approvals.page import open_policies
from app.desk import Desk
from app.documents.beginning import BeginningDialog
from app.documents.page import DocumentsPage
from app.journeys.page import JourneyPage
from app.life.copying import ask_for_journey_template, ask_to_copy
from app.life.journey_dates import EndDateDialog, ask_to_publish
from app.life.journey_dates import PublishDialog as JourneyPublishDialog
from app.life.pages import open_page_of
from app.life.properties import PropertiesDialog
from app.life.publishing import PublishDialog
from app.life.schedule import ScheduleDialog
from app.runs.audit_page import AuditPage
from app.runs.page import RunsPage
from app.runs.report_page import open_report
from app.versions.page import VersionsPage
from engine.document.files import from_text, to_text
from engine.document.model import Document, Node
from engine.runner import life
from engine.runner.approvals import request_approval
from engine.runner.publishing import next_due, publish, run_due
from engine.workspace import Workspace
from engine.workspace.approvals import About, Condition, Policy
from engine.workspace.calendars import CalendarEvent
from tests.gallery.app import Do, Stage, in_all_looks, sample
from tests.gallery.journeys import open_journey
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
        workspace.approvals.set_group("Legal", ["Ada", "Bob"])
        for policy in (
            Policy(name="Every mailing", conditions=(Condition(about=About.NAME, operator="contains",
                   values=("mailing",)),), groups=("Legal",), description="What goes out is read by two."),
            Policy(name="Interns", match="any", approvers=("Ada", "Chris"), conditions=(
                   Condition(about=About.TYPE, values=("recurring",)), Condition(about=About.TAG, values=("spring",)))),
        ):  # fmt: skip
            workspace.approvals.save(policy)
        every = workspace.approvals.policies()[0]
        workspace.approvals.activate(every.id, active=True)
        reviewed = _made(workspace, "Spring mailing", "lapsed-households", {"mode": "daily", "at": "07:00"})
        request_approval(workspace, reviewed, now=NOW, comment="In time for spring?")
        _made(workspace, "Summer mailing", "lapsed-households", {})
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
    stage.enter(past())
    page = stage.window.show_section("campaigns")
    assert isinstance(page, DocumentsPage), "the section of the campaigns"
    desk = stage.window.desk
    assert desk is not None, "a workspace is open"
    stage.until(lambda: len(desk.life.lines) > 5 and page.model.rowCount() > 0)
    stage.settle()
    return page


def _list(stage: Stage) -> None:
    page = _open(stage)
    page.select("coupon-reminder")
    stage.settle()


def _refused(stage: Stage) -> None:
    page = _open(stage)
    page.select("coupon-reminder")
    stage.settle()
    from engine.runner.commands import Command

    page.detail.buttons.buttons[Command.BACK_TO_DRAFT].click()


def _calendar(stage: Stage) -> None:
    page = _open(stage)
    page.show_view(1)
    stage.settle()
    page.calendar.week.choose(0)
    stage.settle()


def _month(stage: Stage) -> None:
    _calendar(stage)
    page = stage.window.show_section("campaigns")
    assert isinstance(page, DocumentsPage), "the section of the campaigns"
    page.calendar.show_view(1)
    stage.settle()
    page.calendar.month.setFocus()


def _runs(stage: Stage) -> None:
    _open(stage)
    page = stage.window.show_section("runs")
    assert isinstance(page, RunsPage), "the section of the runs"
    stage.settle()


def _audit(stage: Stage) -> None:
    _runs(stage)
    page = stage.window.show_section("runs")
    assert isinstance(page, RunsPage), "the section of the runs"
    page.audit.click()
    stage.settle()


def _audit_checked(stage: Stage) -> None:
    _audit(stage)
    (page,) = stage.window.findChildren(AuditPage)
    page.check.click()
    stage.settle()


def _tasks(stage: Stage) -> None:
    _runs(stage)
    page = stage.window.show_section("runs")
    assert isinstance(page, RunsPage), "the section of the runs"
    page.tabs.setCurrentIndex(1)
    page.tasks.selectRow(1)


def _head(stage: Stage) -> None:
    stage.open("coupon-reminder", past())
    stage.settle()


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
    stage.settle()


def _report(stage: Stage) -> None:
    page = _open(stage)
    desk = stage.window.desk
    assert desk is not None, "a workspace is open"
    open_report("coupon-reminder", "Coupon reminder", desk, stage.window, whole=True)
    del page
    stage.settle()


def _approvals(stage: Stage) -> None:
    _open(stage)
    open_policies(stage.window)
    stage.settle()


def _nothing(stage: Stage) -> None:
    page = _open(stage)
    page.filters.search.setText("nothing like it")
    stage.settle()


def _over(stage: Stage) -> None:
    page = _open(stage)
    page.filters.statuses.choose(("stopped", "in-review"))
    page.select("last-year-s-loyalty-offer")
    stage.settle()


def _review(stage: Stage) -> None:
    stage.open("spring-mailing", past())
    stage.settle()


def _troubled(document: Document, kind: str) -> Document:
    """The document with what a publication would be warned about, or with what stops it."""
    first, *others = document.nodes
    if kind == "publishing":
        first = first.model_copy(update={"paused": True})
        return Document.model_validate(
            {**document.model_dump(by_alias=True), "name": "Summer mailing", "nodes": (first, *others),
             "execution": {"log_sql": True}}
        )  # fmt: skip
    save = Node(id="shops", type="save-audience", label="For the shops")
    mail = Node(id="letter", type="email", label="Letter", settings={"per": "secondary"})
    made = {**document.model_dump(by_alias=True), "nodes": (first, *others, save, mail)}
    return Document.model_validate(made)


def _dialog(kind: str) -> Do:
    def show(stage: Stage) -> None:
        stage.open("coupon-non-redeemers" if kind == "properties" else "coupon-reminder", past())
        desk, page = stage.window.desk, stage.window.page
        assert desk is not None, "a workspace is open"
        assert page is not None, "a document is open"
        made: QDialog
        if kind in {"publishing", "publishing-wrong"}:
            made = PublishDialog(_troubled(page.session.document, kind), desk, stage.window, stage.window)
        elif kind == "policy":
            made = PolicyDialog(desk.workspace.approvals.policies()[1].policy, desk.workspace.approvals.groups(),
                                stage.window)  # fmt: skip
        elif kind == "properties":
            made = PropertiesDialog(page.session, desk, stage.window)
        elif kind == "schedule":
            made = ScheduleDialog(page.session, desk.life.present, stage.window)
        else:
            made = BeginningDialog(desk, stage.window, "campaign", stage.window)
        made.open()
        stage.settle()
        if isinstance(made, BeginningDialog):
            made.name.setText("Coupons for the spring")
            made.list.setCurrentRow(1)

    return show


def _settings(stage: Stage) -> None:
    _open(stage)
    stage.window.show_section("settings")


def _one_version(stage: Stage) -> None:
    stage.open("summer-mailing", past())
    desk = stage.window.desk
    assert desk is not None, "a workspace is open"
    open_page_of("versions", "summer-mailing", "Summer mailing", desk, stage.window, stage.window)
    stage.settle()


def _idle_report(stage: Stage) -> None:
    _open(stage)
    desk = stage.window.desk
    assert desk is not None, "a workspace is open"
    open_report("black-friday", "Black Friday", desk, stage.window, whole=True)
    stage.settle()


def _few_runs(stage: Stage) -> None:
    _runs(stage)
    page = stage.window.show_section("runs")
    assert isinstance(page, RunsPage), "the section of the runs"
    page.show_document("black-friday")


def _journey(ask: Callable[[JourneyPage, Desk, Stage], object]) -> Do:
    def show(stage: Stage) -> None:
        page, desk = open_journey(stage), stage.window.desk
        assert desk is not None, "a workspace is open"
        ask(page, desk, stage)
        stage.settle()

    return show


def _journey_published(page: JourneyPage, desk: Desk, stage: Stage) -> None:
    ask_to_publish(page, desk)
    dialog = stage.window.findChildren(JourneyPublishDialog)[-1]
    dialog.next.click()


def _journey_copied(page: JourneyPage, desk: Desk, stage: Stage) -> None:
    ask_to_copy("roadshow", page.session.title, desk, stage.window, stage.window)


def _journey_kept(page: JourneyPage, desk: Desk, stage: Stage) -> None:
    ask_for_journey_template("roadshow", page.session.title, desk, stage.window, stage.window)


SCREENS: dict[str, Do] = {
    "report": _report, "approvals": _approvals, "nothing": _nothing, "over": _over, "review": _review,
    "list": _list, "refused": _refused, "calendar": _calendar, "month": _month, "runs": _runs, "audit": _audit,
    "audit-checked": _audit_checked,
    "tasks": _tasks, "head": _head, "versions": _versions, "settings": _settings,
    "one-version": _one_version, "idle-report": _idle_report, "few-runs": _few_runs,
    **{name: _dialog(name) for name in ("properties", "schedule", "beginning", "publishing", "publishing-wrong",
                                        "policy")},
    "journey-dates": _journey(lambda page, desk, _stage: ask_to_publish(page, desk)),
    "journey-review": _journey(_journey_published), "journey-copy": _journey(_journey_copied),
    "journey-template": _journey(_journey_kept),
    "journey-end": _journey(lambda page, desk, stage: EndDateDialog(page.session, desk, stage.window).open()),
    "journey-properties": _journey(lambda page, desk, stage: PropertiesDialog(page.session, desk, stage.window).open()),
}  # fmt: skip


def pictures() -> Iterator[Picture]:
    """Every screen in all looks."""
    return in_all_looks(SCREENS)
