"""A journey as a document: listed, copied, reviewed and published, ended later, aborted."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.documents.beginning import BeginningDialog
from app.documents.page import DocumentsPage
from app.journeys.page import JourneyPage
from app.life.copying import CopyDialog
from app.life.head import DocumentHead
from app.life.journey_dates import EndDateDialog, PublishDialog, python_day, schedule_of
from engine.document.files import to_text
from engine.journey.copying import Extent
from engine.journey.examples import example_journeys
from engine.runner.commands import Command
from tests.app.test_accounts import click_check, visible
from tests.app.window import User, held, open_window
from tests.engine.journey.fixture import companies
from tests.engine.journey.running import document

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """The window on the specification's companies, the list of its one journey in front."""
    subject = document("e1-value-tiers")
    with companies(tmp_path / "w") as workspace:
        workspace.documents.person = "Ada"
        workspace.documents.save(subject.id, to_text(subject), name=subject.name, kind=subject.kind.value)
    user = open_window(qtbot, tmp_path, tmp_path / "w")
    yield user
    user.window.close()


def listed(user: User) -> DocumentsPage:
    user.window.actions_by_id["go.journeys"].trigger()
    page = visible(user, DocumentsPage)
    user.until(lambda: bool(page.passing()))
    return page


def head_of(user: User) -> DocumentHead:
    user.until(lambda: isinstance(user.window.page, JourneyPage))
    head = next(one for one in user.page.findChildren(DocumentHead))
    user.until(lambda: head.choices is not None)
    return head


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, LEFT)


@pytest.mark.req("B2B-26", "B2B-42", "B2B-45", "B2B-46", "B2B-51", "B2B-52")
def test_dates_are_reviewed_before_a_journey_is_published_and_only_its_end_moves_then(user: User) -> None:
    page = listed(user)
    user.until(lambda: page.quota.text().startswith("0 of 100"))
    page.list.setFocus()
    page.select("value-tiers")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    head = head_of(user)
    user.settled()
    click(head.buttons[Command.PUBLISH])
    dialog = visible(user, PublishDialog)
    failed: list[object] = []
    desk = user.window.desk
    assert desk is not None
    desk.failed.connect(failed.append)
    with held(desk, desk.reader, desk.worker):
        click(dialog.next)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        user.until(lambda: not isValid(dialog))
    user.until(lambda: not desk.tasks)
    assert not failed, "it was put away before it was reviewed"

    click(head.buttons[Command.PUBLISH])
    dialog = visible(user, PublishDialog)
    dialog.end.setDate(QDate(2000, 1, 1))
    click(dialog.next)
    user.until(dialog.told.isVisible)
    assert dialog.steps.currentIndex() == 0, "an end in the past is refused before anything happens"

    today = user.window.desk.life.present.now().date()  # type: ignore[union-attr]  # a workspace is open
    end = today + timedelta(days=30)
    dialog.end.setDate(QDate(end.year, end.month, end.day))
    click(dialog.next)
    user.until(lambda: dialog.steps.currentIndex() == 1)
    assert "7 entered" in dialog.summary.text()
    click(dialog.next)
    user.until(lambda: head.status.text() == "Live")
    assert user.page.session.locked
    assert schedule_of(user.document)["end_date"] == end.isoformat()
    user.until(lambda: page.quota.text().startswith("1 of 100"))

    click(head.schedule)
    later = visible(user, EndDateDialog)
    later.end.setDate(later.end.date().addDays(10))
    moved = python_day(later.end)
    click(later.ok)
    workspace = user.window.desk.workspace  # type: ignore[union-attr]  # a workspace is open
    user.until(lambda: moved.isoformat() in workspace.documents.load("value-tiers"))
    user.until(lambda: schedule_of(user.document)["end_date"] == moved.isoformat())
    user.until(lambda: "Will end on" in head.schedule.toolTip() or "Will end on" in head.schedule.accessibleName())


@pytest.mark.req("B2B-33", "B2B-34", "B2B-35", "B2B-38", "B2B-39", "B2B-40", "B2B-41", "B2B-43")
def test_a_journey_is_found_in_its_list_and_copied_without_its_details(user: User) -> None:
    page = listed(user)
    (line,) = page.passing()
    texts = {one.title: one.text(line) for one in page.model.columns}
    assert {"Name", "Status", "Start date", "End date", "Created", "Created by", "Changed", "Changed by",
            "Published on", "Published by"} <= texts.keys()  # fmt: skip
    assert (texts["Created by"], texts["Status"]) == ("Ada", "Draft")
    hidden = next(place for place, one in enumerate(page.model.columns) if one.title == "Published by")
    assert page.list.isColumnHidden(hidden)
    next(one for one in page.columns.menu().actions() if one.text() == "Published by").trigger()
    assert not page.list.isColumnHidden(hidden)

    page.select("value-tiers")
    page.doing.do(Command.DUPLICATE, line.id, line.name)
    dialog = visible(user, CopyDialog)
    assert dialog.name.text() == f"{line.name}_copy"
    assert dialog.extent is Extent.PARTIAL
    click_check(dialog.choices[Extent.OUTLINE])
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    user.until(lambda: user.window.page is not None and user.document.name == f"{line.name}_copy")
    assert user.document.node_by_id["wait"].settings == {}
    assert len(user.document.nodes) == len(document("e1-value-tiers").nodes)

    user.window.actions_by_id["go.journeys"].trigger()
    user.until(lambda: len(page.passing()) == 2)
    user.type(page.filters.search, "copy")
    user.until(lambda: page.count.text() == "1 of 2")
    status = next(place for place, one in enumerate(page.model.columns) if one.title == "Created")
    user.type(page.filters.search, " ")
    page.list.sortByColumn(status, Qt.SortOrder.AscendingOrder)
    assert page.passing()[0].id == "value-tiers"


@pytest.mark.req("B2B-25", "B2B-27", "B2B-28", "B2B-32")
def test_what_may_be_done_follows_from_the_status_and_an_aborted_journey_can_go(user: User) -> None:
    page = listed(user)
    desk = user.window.desk
    assert desk is not None
    asked: list[str] = []

    def agree(title: str, question: str) -> bool:
        asked.append(f"{title}: {question}")
        return True

    page.doing.ask = agree
    page.filters.statuses.choose(page.filters.statuses.actions_by_value)
    now = desk.life.present.now().date() + timedelta(days=30)
    subject = document("e1-value-tiers")
    subject = subject.model_copy(update={"journey": {**subject.journey, "schedule": {"end_date": now.isoformat()}}})
    desk.life.publish(subject)
    user.until(lambda: (line := desk.life.line("value-tiers")) is not None and line.status == "live")
    page.select("value-tiers")
    buttons = page.detail.buttons
    user.until(lambda: bool(buttons.buttons[Command.DELETE].property("refused")))
    assert buttons.buttons[Command.STOP].text() == "Abort"
    click(buttons.buttons[Command.CLOSE])
    user.until(lambda: page.detail.status.text() == "Closed to new entries")
    user.until(lambda: not buttons.buttons[Command.STOP].property("refused"))
    click(buttons.buttons[Command.STOP])
    user.until(lambda: page.detail.status.text() == "Aborted")
    assert "never starts again" in asked[-1]
    user.until(lambda: not buttons.buttons[Command.DELETE].property("refused"))
    click(buttons.buttons[Command.DELETE])
    user.until(lambda: desk.life.line("value-tiers") is None)
    assert "for good" in asked[-1]


@pytest.mark.req("B2B-36")
def test_a_journey_begins_from_an_example_that_is_seen_before(user: User) -> None:
    page = listed(user)
    click(page.new)
    user.until(lambda: bool(page.findChildren(BeginningDialog)))
    (dialog,) = page.findChildren(BeginningDialog)
    user.until(lambda: dialog.list.count() == 1 + len(example_journeys()))
    assert dialog.moves.isEnabled()
    empty = dialog.preview.pixmap().toImage()
    names = [dialog.list.item(row).text().partition("\n")[0] for row in range(dialog.list.count())]
    row = names.index("Hand over from marketing to sales")
    dialog.list.scrollToItem(dialog.list.item(row))
    QTest.mouseClick(dialog.list.viewport(), LEFT, pos=dialog.list.visualItemRect(dialog.list.item(row)).center())
    assert "70 %" in dialog.told.text()
    assert dialog.preview.pixmap().toImage() != empty
    assert not dialog.moves.isEnabled(), "the example says what moves"
    assert not dialog.remove.isVisible(), "it comes with the program"
    QTest.keyClicks(dialog.name, "To sales")
    click(dialog.ok)
    user.until(lambda: isinstance(user.window.page, JourneyPage) and user.document.name == "To sales")
    (sample,) = (one for one in example_journeys() if one.id == "hand-off")
    assert [(one.id, one.type) for one in user.document.nodes] == [(one.id, one.type) for one in sample.nodes]
    assert "70 %" in user.document.description
    assert not next(one for one in user.document.nodes if one.type == "account-audience").settings
