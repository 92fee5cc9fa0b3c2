"""From template to published, run twice under a simulated clock; another campaign reads its audience."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.application import set_language
from app.approvals.page import ApprovalsPage
from app.counts import Trust
from app.documents.beginning import BeginningDialog
from app.documents.page import DocumentsPage
from app.life.head import DocumentHead
from app.life.publishing import PublishDialog
from app.runs.page import RunsPage
from app.runs.report_page import ReportPage
from engine.document.files import from_text, to_text
from engine.problems import Problem
from engine.runner import life
from engine.runner.commands import Command
from engine.runner.publishing import publish
from engine.runner.service import run_document
from engine.workspace.statuses import Status
from tests.app.window import User, held, open_window
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import records, shop

PARIS = ZoneInfo("Europe/Paris")
PATIENCE = 60_000
LONDONERS = sum(one["city"] == "London" for one in records("recipients"))


class Simulated:
    """A present that stands still until it is moved."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def wait(self, until: datetime | None, awake: Callable[[], bool]) -> None:
        raise AssertionError(f"the window never waits for the clock, here until {until}, {awake}")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 10, day, hour, minute, tzinfo=PARIS)


@pytest.fixture(params=["en", "fr"])
def user(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[User]:
    """A window on the shop with one template: Londoners are saved every morning; and a draft that reads them."""
    saving = campaign(
        [build("who", condition("city", value="London")), node("save", "save-audience", label="Londoners")],
        "who>save", name="Morning", id="morning", schedule={"mode": "daily", "at": "09:00"}, as_of=None,
    )  # fmt: skip
    reading = campaign(
        [node("read", "read-audience", audience="Londoners", dimension="recipients")], name="Reader", id="reader",
        as_of=None,
    )  # fmt: skip
    with shop(tmp_path) as workspace:
        life.save_template(workspace, saving, "Every morning", "Saves who lives there.")
        made = life.from_template(workspace, workspace.templates.list()[0].id, "Unseen")
        life.delete(workspace, made.id)
        workspace.documents.save("reader", to_text(reading), name="Reader", kind="campaign")
    set_language(qapp, request.param)
    found = open_window(qtbot, tmp_path, tmp_path / "shop", Simulated(at(1, 8)))
    yield found
    found.window.close()
    set_language(qapp, "en")
    QLocale.setDefault(QLocale("en_GB"))


def wait(user: User, holds: Callable[[], bool]) -> None:
    user.bot.waitUntil(holds, timeout=PATIENCE)


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def ran(user: User, times: int) -> bool:
    """Whether the campaign has finished so many runs."""
    desk = user.window.desk
    assert desk is not None
    runs = desk.workspace.runs.summaries("mornings-in-london")
    return len(runs) == times and runs[0].status == "finished"


def move_to(user: User, moment: datetime) -> None:
    """Move the clock on; the window notices by itself."""
    desk = user.window.desk
    assert desk is not None
    assert isinstance(desk.life.present, Simulated)
    desk.life.present.moment = moment


@pytest.mark.timeout(300)
@pytest.mark.req("ORC-1", "ORC-10", "ORC-22", "ORC-23", "ORC-30", "ORC-41", "ORC-70", "ORC-142")
def test_from_template_to_published_run_twice_and_read_by_another(user: User) -> None:
    desk = user.window.desk
    assert desk is not None
    page = user.window.show_section("campaigns")
    assert isinstance(page, DocumentsPage)
    # From the template, with the keyboard.
    press(page.new)
    wait(user, lambda: bool(page.findChildren(BeginningDialog)))
    (dialog,) = page.findChildren(BeginningDialog)
    wait(user, lambda: dialog.list.count() == 2)
    QTest.keyClicks(dialog.name, "Mornings in London")
    QTest.keyClicks(dialog.tags, "city")
    row = dialog.list.visualItemRect(dialog.list.item(1)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    user.until(lambda: dialog.list.currentRow() == 1)
    press(dialog.ok)
    wait(user, lambda: user.window.page is not None and user.document.id == "mornings-in-london")
    wait(user, lambda: user.page.session.counts.output("who", "result").trust is Trust.EXACT)
    assert user.count("who") == LONDONERS
    # Published from the line over the canvas.
    (head,) = user.page.findChildren(DocumentHead)
    wait(user, lambda: head.choices is not None and not head.refusal(Command.PUBLISH))
    press(head.buttons[Command.PUBLISH])
    wait(user, lambda: bool(user.window.findChildren(PublishDialog)))
    (asking,) = user.window.findChildren(PublishDialog)
    wait(user, asking.ok.isEnabled)
    assert "jalon schedule run" in asking.closed.text()
    press(asking.ok)
    wait(user, lambda: desk.status_of("mornings-in-london") == Status.SCHEDULED)
    wait(user, lambda: bool(user.page.session.locked))
    assert user.window.panel.locked.text() == user.page.session.locked
    assert user.window.panel.locked.isVisible()
    assert "9" in head.schedule.text()
    # Twice on its schedule.
    for day in (1, 2):
        move_to(user, at(day, 9))
        wait(user, partial(ran, user, day))
    wait(user, lambda: desk.status_of("mornings-in-london") == Status.LIVE)
    wait(user, lambda: bool(desk.audiences) and desk.audiences[0].number == 2)
    # The list and the runs say so.
    runs = user.window.show_section("runs")
    assert isinstance(runs, RunsPage)
    runs.show_document("mornings-in-london")
    wait(user, lambda: runs.list.shown.rowCount() == 2 and runs.tasks.rows.rowCount() == 2)
    user.window.show_section("campaigns")
    page.select("mornings-in-london")
    wait(user, lambda: page.detail.line is not None and page.detail.line.status is Status.LIVE)
    assert page.current is not None
    assert page.current.tags == ("city",)
    # The second campaign reads whom the first one saved.
    user.window.open_document("reader")
    wait(user, lambda: user.window.page is not None and user.document.id == "reader")
    user.settled()
    wait(user, lambda: user.page.session.problems == ())
    assert user.count("read") == LONDONERS, "as its canvas says"
    found = run_document(desk.workspace, user.document)
    assert found.transition("read:result").rows == LONDONERS


@pytest.mark.timeout(300)
@pytest.mark.req("ORC-25", "ORC-26", "ORC-62", "ORC-80")
def test_a_publication_is_checked_agreed_to_by_another_and_given_back(user: User) -> None:
    """A policy is made with mouse and keys; Mia asks, Ada wants a change and then agrees."""
    desk = user.window.desk
    assert desk is not None
    desk.workspace.documents.person = "Mia"
    page = user.window.open_page("approvals", "Approvals", "ph.check-circle", lambda: ApprovalsPage(desk, user.window))
    assert isinstance(page, ApprovalsPage)
    failed: list[Problem] = []
    desk.failed.connect(failed.append)
    asking = PublishDialog(campaign([build("who")]), desk, user.window, user.window)
    report = ReportPage("reader", "Reader", desk)
    away = ApprovalsPage(desk, user.window)
    with held(desk, desk.reader, desk.worker):
        asking.open()
        report.refresh()
        for widget in (asking, report, away):
            widget.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            widget.close()
        wait(user, lambda: not any(isValid(one) for one in (asking, report, away)))
    wait(user, lambda: not desk.tasks)
    assert not failed, "what was put away before its answer came asks for nothing more"

    user.window.say("what is shown")
    approvals, bar = desk.workspace.approvals, user.window.statusBar()
    approvals.tell(["Mia"], document="one", run="r1", text="It broke.")
    approvals.tell(["Mia"], document="other", run="r2", text="It broke.")
    desk.life.look()
    wait(user, lambda: not approvals.notices("Mia"))
    for text in ("what is shown", "one ", "other "):
        assert bar.currentMessage().startswith(text)
        bar.clearMessage()
    assert not bar.currentMessage()

    dialog = page.new()
    press(dialog.ok)
    assert not dialog.told.isHidden(), "a policy without a name and an approver is told what is missing"
    QTest.keyClicks(dialog.name, "Everything")
    QTest.keyClicks(dialog.approvers, "Ada, Bob")
    press(dialog.ok)
    wait(user, lambda: page.current is not None and page.buttons["edit"].isEnabled())
    press(page.buttons["toggle"])
    wait(user, lambda: page.current is not None and page.current.active)
    assert not page.buttons["edit"].isEnabled()
    assert page.why.text() != ""

    def copied(policies: int) -> None:
        page.list.setCurrentIndex(page.list.model().index(0, 0))
        press(page.buttons["copy"])
        wait(user, lambda: len(approvals.policies()) == page.list.model().rowCount() == policies)

    copied(2)
    copied(3)
    assert len({one.policy.name for one in approvals.policies()}) == 3, "each has a name of its own"

    user.window.open_document("reader")
    wait(user, lambda: user.window.page is not None and user.document.id == "reader")
    (head,) = user.page.findChildren(DocumentHead)
    wait(user, lambda: head.choices is not None)
    press(head.buttons[Command.PUBLISH])
    (asking,) = user.window.findChildren(PublishDialog)
    wait(user, lambda: asking.problems.count() > 0)
    assert not asking.ok.isEnabled(), "the audience that it reads was never saved"
    asking.reject()
    user.window.close_page("document:reader")
    saving = campaign([build("who")], name="Everybody", id="everybody", as_of=None, execution={"log_sql": True})
    desk.workspace.documents.save("everybody", to_text(saving), name="Everybody", kind="campaign")
    desk.tasks.start(desk.reload())
    wait(user, lambda: desk.life.line("everybody") is not None)
    user.window.open_document("everybody")
    wait(user, lambda: user.window.page is not None and user.document.id == "everybody")
    (head,) = user.page.findChildren(DocumentHead)
    head.doing.ask_comment = lambda _title, _question: "Without Paris."

    def ask_for_it() -> None:
        wait(user, lambda: head.choices is not None and head.choices.standing.status is Status.DRAFT)
        press(head.buttons[Command.PUBLISH])
        asking = user.window.findChildren(PublishDialog)[-1]
        wait(user, asking.ok.isEnabled)
        assert "Everything" in asking.who.text()
        items = [asking.problems.item(row) for row in range(asking.problems.count())]
        logged = next(one.text() for one in items if one.toolTip() == "V27")
        assert ("is written to the log" in logged) == (QLocale().language() == QLocale.Language.English), logged
        QTest.keyClicks(asking.comment, "Now?")
        press(asking.ok)
        wait(user, lambda: desk.status_of("everybody") == Status.IN_REVIEW)
        wait(user, lambda: bool(user.page.session.locked) and "Mia" in head.run.text())

    ask_for_it()
    desk.workspace.documents.person = "Ada"
    wait(user, lambda: head.choices is not None and not head.refusal(Command.REQUEST_CHANGES))
    wait(user, head.buttons[Command.REQUEST_CHANGES].isVisible)
    press(head.buttons[Command.REQUEST_CHANGES])
    wait(user, lambda: desk.status_of("everybody") == Status.DRAFT)
    wait(user, lambda: head.choices is not None and any("Without Paris." in one for one in head.choices.alerts))
    desk.workspace.documents.person = "Mia"
    ask_for_it()
    desk.workspace.documents.person = "Ada"
    wait(user, lambda: head.choices is not None and not head.refusal(Command.APPROVE))
    wait(user, head.buttons[Command.APPROVE].isVisible)
    press(head.buttons[Command.APPROVE])
    wait(user, lambda: desk.status_of("everybody") in {Status.LIVE, Status.COMPLETED})


@pytest.mark.timeout(300)
@pytest.mark.req("ORC-3", "ORC-4", "ORC-16", "ORC-18")
def test_the_list_hides_what_is_over_and_says_why_a_command_is_refused(user: User) -> None:
    desk = user.window.desk
    assert desk is not None
    document = from_text(desk.workspace.documents.load("reader"))
    gone = campaign([build("who")], name="Gone", id="gone", as_of=None)
    publish(desk.workspace, gone, now=at(1, 7))
    life.stop(desk.workspace, "gone", now=at(1, 7))
    page = user.window.show_section("campaigns")
    assert isinstance(page, DocumentsPage)
    desk.tasks.start(desk.reload())
    wait(user, lambda: page.model.total == 2)
    assert [one.id for one in page.passing()] == ["reader"]

    page.filters.statuses.choose([Status.STOPPED])
    assert [one.id for one in page.passing()] == ["gone"]
    page.select("gone")
    wait(user, lambda: page.detail.buttons.buttons[Command.PUBLISH].toolTip() != "")
    # A document that was opened at the start may have come to the front meanwhile.
    user.window.show_section("campaigns")
    press(page.detail.buttons.buttons[Command.PUBLISH])
    wait(user, lambda: not page.detail.buttons.why.visibleRegion().isEmpty())
    assert page.detail.buttons.why.text() == page.detail.buttons.buttons[Command.PUBLISH].toolTip()
    assert desk.status_of("gone") == Status.STOPPED

    page.filters.clear()
    QTest.keyClicks(page.filters.search, "nothing like it")
    assert page.model.rowCount() == 0
    page.filters.clear()
    page.select("reader")
    wait(user, lambda: page.detail.line is not None and page.detail.line.id == "reader")
    wait(user, lambda: page.detail.buttons.buttons[Command.DELETE].toolTip() == "")
    page.doing.ask = lambda _title, _question: True
    press(page.detail.buttons.buttons[Command.DELETE])
    wait(user, lambda: [one.id for one in desk.documents] == ["gone"])
    assert document.id == "reader"
