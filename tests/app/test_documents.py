"""Documents looked after in the window: columns, alerts, calendar, properties, versions with their people, purge."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from app.documents.month import MonthView
from app.documents.page import DocumentsPage
from app.life.life import Choices
from app.life.properties import PropertiesDialog
from app.runs.audit_page import AuditPage
from app.runs.page import RunsPage
from app.runs.report_page import ReportPage
from app.versions.page import VersionsPage
from canvas.style import LIGHT
from engine.document.files import to_text
from engine.problems import EngineError
from engine.runner.calendar import DayLaunches
from engine.runner.commands import Command, require
from engine.runner.publishing import publish, run_due
from engine.workspace.calendars import Calendar, CalendarEvent
from engine.workspace.person import present_person
from tests.app.test_life import Simulated
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import records, shop

PARIS = ZoneInfo("Europe/Paris")
LEFT = Qt.MouseButton.LeftButton
DAILY = {"mode": "daily", "at": "09:00"}


def at(day: int, hour: int) -> datetime:
    return datetime(2025, 10, day, hour, tzinfo=PARIS)


def in_cities(*cities: str) -> set[object]:
    return {one["crm_id"] for one in records("recipients") if one["city"] in cities}


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """Wednesday, 1 October 2025: one campaign runs daily, one failed today, one is a draft with two versions."""
    failing = campaign(
        [build("who", condition("city", value="Nowhere")),
         node("save", "save-audience", label="Nobody", when_empty="fail")],
        "who>save", id="failing", name="Failing", schedule=DAILY, as_of=None,
    )  # fmt: skip
    daily = campaign([build("who")], id="daily", name="Daily", schedule=DAILY, as_of=None)
    with shop(tmp_path) as workspace:
        for number, city in enumerate(("London", "Paris"), start=1):
            draft = campaign([build("who", condition("city", value=city))], id="draft", name="Draft", as_of=None)
            workspace.documents.save("draft", to_text(draft), name="Draft", kind="campaign")
            workspace.documents.name_version("draft", number, city)
        for one in (daily, failing):
            publish(workspace, one, now=at(1, 8))
        run_due(workspace, now=at(1, 9))
    made = open_window(qtbot, tmp_path, tmp_path / "shop", Simulated(at(1, 10)))
    yield made
    made.window.close()


def campaigns(user: User) -> DocumentsPage:
    page = user.window.show_section("campaigns")
    assert isinstance(page, DocumentsPage)
    user.until(lambda: page.model.rowCount() == 3)
    return page


@pytest.mark.req("ORC-2", "ORC-6", "ORC-8", "ORC-9")
def test_columns_are_remembered_alerts_are_told_and_the_week_is_shown(user: User, tmp_path: Path) -> None:
    page = campaigns(user)
    header = page.list.horizontalHeader()
    menu = page.columns.menu()
    assert menu is not None
    created = menu.actions()[7]
    assert header.isSectionHidden(7)
    created.trigger()
    header.moveSection(1, 3)
    assert not header.isSectionHidden(7)
    wanted = header.saveState()
    user.until(lambda: user.window.preferences.columns(f"campaign-{page.model.columnCount()}") == wanted)
    user.window.close_page("section:campaigns")
    page = campaigns(user)
    assert not page.list.horizontalHeader().isSectionHidden(7)
    assert page.list.horizontalHeader().logicalIndex(3) == 1

    page.select("failing")
    user.until(lambda: page.detail.alerts.isVisibleTo(page) and bool(page.detail.alerts.text()))
    assert "Nobody" in page.detail.alerts.text() or "empty" in page.detail.alerts.text()
    page.select("daily")
    user.until(lambda: page.detail.line is not None and page.detail.line.id == "daily")
    assert not page.detail.alerts.isVisibleTo(page)

    for order, names in (
        (Qt.SortOrder.AscendingOrder, ["Daily", "Draft", "Failing"]),
        (Qt.SortOrder.DescendingOrder, ["Failing", "Draft", "Daily"]),
    ):
        page.list.sortByColumn(0, order)
        assert [one.name for one in page.passing()] == names
        assert page.current is not None
        assert page.current.id == "daily", "the same document stays selected"

    QTest.mouseClick(page.as_calendar, LEFT)
    calendar = page.calendar
    calendar.go_today()
    user.until(lambda: len(calendar.week.shown) > 0)
    documents = {name for name, _ in calendar.week.shown}
    assert documents == {"daily", "failing"}, "a draft has no launch"
    daily = sorted(moment.day for name, moment in calendar.week.shown if name == "daily")
    assert daily == [1, 2, 3, 4, 5]
    calendar.week.choose([name for name, _ in calendar.week.shown].index("daily"))
    user.until(lambda: page.detail.line is not None and page.detail.line.id == "daily")
    QTest.mouseClick(calendar.after, LEFT)
    user.until(lambda: sorted(m.day for n, m in calendar.week.shown if n == "daily") == [*range(6, 13)])

    path = tmp_path / "fairs.csv"
    path.write_text("event name,start,end\nTrade fair,10/07/25,10/09/25\n")

    def has_calendars(count: int) -> bool:
        return len(calendar.calendars) == count

    for number in range(3):
        path.rename(path := tmp_path / f"fairs{number}.csv")
        calendar.read(path)
        user.until(partial(has_calendars, number + 1))
    calendar.read(path)
    menu = calendar.others.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    user.until(lambda: calendar.calendars[0].hidden)
    menu = calendar.others.menu()
    assert menu is not None
    menu.actions()[-1].trigger()
    user.until(lambda: len(calendar.calendars) == 2)


@pytest.mark.req("ORC-8")
def test_a_month_tells_the_launches_of_each_day_and_opens_their_documents(user: User) -> None:
    page = campaigns(user)
    calendar = page.calendar
    QTest.mouseClick(page.as_calendar, LEFT)
    QTest.mouseClick(calendar.as_month, LEFT)
    month = calendar.month
    user.until(lambda: len(month.launches_on(date(2025, 10, 31))) == 2)
    user.until(lambda: calendar.title.accessibleName() == "October 2025")
    per_day = {day: {one.document for one in month.launches_on(date(2025, 10, day))} for day in range(1, 32)}
    assert per_day == {day: {"daily", "failing"} for day in range(1, 32)}, "a draft has no launch"
    assert not month.launches_on(date(2025, 9, 30)), "it was published on the first"
    failed = next(one for one in month.launches_on(date(2025, 10, 1)) if one.document == "failing")
    assert dict(failed.outcomes) == {"failed": 1}

    # With the mouse: one click shows the details, two open the document.
    line = month.line_of("daily", date(2025, 10, 15)).center().toPoint()
    QTest.mouseClick(month, LEFT, pos=line)
    user.until(lambda: page.detail.line is not None and page.detail.line.id == "daily")
    assert month.day == date(2025, 10, 15)
    user.double_click(month, month.line_of("daily", date(2025, 10, 16)).center().toPoint())
    user.until(lambda: not page.isVisible() and user.document.id == "daily")

    # With the keyboard: days, months, and a list of what a day launches.
    page = campaigns(user)
    month.setFocus()
    QTest.keyClick(month, Qt.Key.Key_Right)
    QTest.keyClick(month, Qt.Key.Key_Down)
    assert month.day == date(2025, 10, 24)
    assert "Daily" in month.accessibleDescription()
    QTest.keyClick(month, Qt.Key.Key_PageDown)
    user.until(lambda: calendar.title.accessibleName() == "November 2025")
    assert month.day == date(2025, 11, 24)
    QTest.keyClick(month, Qt.Key.Key_Return)
    menu = next(one for one in month.findChildren(QMenu) if one.isVisible())
    nine = f"{datetime(2025, 11, 24, 9, tzinfo=PARIS).astimezone():%H:%M}"
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == [f"{nine} Daily", f"{nine} Failing", "Show this week"]
    menu.actions()[-1].trigger()
    menu.close()
    user.until(lambda: not calendar.by_month and len(calendar.week.shown) == 14)
    assert {moment.date() for _, moment in calendar.week.shown} == {date(2025, 11, day) for day in range(24, 31)}
    calendar.week.setFocus()
    QTest.keyClick(calendar.week, Qt.Key.Key_Right)
    QTest.keyClick(calendar.week, Qt.Key.Key_Return)
    user.until(lambda: not page.isVisible() and user.document.id == "daily")


@pytest.mark.req("ORC-8", "ORC-9")
def test_a_full_day_counts_what_has_no_room_and_lists_it(qtbot: QtBot) -> None:
    view = MonthView(LIGHT)
    qtbot.addWidget(view)
    day = date(2025, 10, 15)
    launches = [
        DayLaunches(day, f"c{number}", f"C&A {number}", datetime(2025, 10, 15, 8, tzinfo=UTC), 96, {"skipped": 2})
        for number in range(5)
    ]
    fair = Calendar("f", "Fairs", False, (CalendarEvent("Trade fair", date(2025, 10, 14), date(2025, 10, 16)),))
    view.show_month(day, day, launches, [fair])
    view.resize(900, 34 + 5 * 92)
    with qtbot.waitExposed(view):
        view.show()
    opened: list[str] = []
    view.opened.connect(opened.append)
    shown = [one.document for one in launches if not view.line_of(one.document, day).isEmpty()]
    assert shown == ["c0"], "a line for the fair, one for the first, and one for those that have no room"
    QTest.mouseClick(view, LEFT, pos=view.more_of(day).center().toPoint())
    menu = next(one for one in view.findChildren(QMenu) if one.isVisible())
    texts = [action.text().replace("&&", "&") for action in menu.actions() if action.text()]
    assert len(texts) == 6
    assert texts[4].endswith("C&A 4 · 96 runs · 2 skipped")
    menu.actions()[4].trigger()
    menu.close()
    del menu
    qtbot.waitUntil(lambda: not view.findChildren(QMenu))
    assert opened == ["c4"]


@pytest.mark.req("ORC-27")
def test_who_did_what_is_searched_narrowed_and_written_to_a_file(user: User, tmp_path: Path) -> None:
    runs = user.window.show_section("runs")
    assert isinstance(runs, RunsPage)
    QTest.mouseClick(runs.audit, LEFT)
    user.until(lambda: bool(user.window.findChildren(AuditPage)))
    (page,) = user.window.findChildren(AuditPage)
    user.until(lambda: page.list.shown.rowCount() > 10)
    every = page.list.shown.rowCount()
    desk = user.window.desk
    assert desk is not None
    desk.tasks.start(desk.life.set_tags("draft", ("autumn",)))
    user.until(lambda: page.list.shown.rowCount() == every + 1)
    latest = page.list.rows.rows[0]
    assert latest.cells[1:] == (present_person(), "Changed", "Document", "Draft", "Tags")

    QTest.keyClicks(page.search, "draft autumn")
    assert page.list.shown.rowCount() == 0, "what was written is not copied here"
    page.search.clear()
    QTest.keyClicks(page.search, "failing live")
    assert [row.cells[2:4] for row in page.list.rows.rows if "Live" in row.cells[5]] != []
    assert page.list.shown.rowCount() == 1
    page.search.clear()
    # What was refused is told in words, not in codes.
    with pytest.raises(EngineError):
        require(desk.workspace, "daily", Command.DELETE)
    page.refresh()
    user.until(lambda: page.list.rows.rows[0].cells[2] == "Refused")
    assert page.list.rows.rows[0].cells[5] == "Wanted: Delete, Why: its status does not allow it"
    page.kind.setCurrentIndex(page.kind.findData("load"))
    page.kind.activated.emit(page.kind.currentIndex())
    assert 0 < page.list.shown.rowCount() < every
    page.save(tmp_path / "who.csv")
    user.until((tmp_path / "who.csv").exists)
    lines = (tmp_path / "who.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == every + 3, "a line of titles, and all, whatever is shown"


@pytest.mark.req("ORC-27")
def test_the_entries_of_who_did_what_are_checked_before_and_after_one_was_changed_from_outside(user: User) -> None:
    desk = user.window.desk
    assert desk is not None
    # A workspace opens with its newest document in front.
    user.until(lambda: user.window.page is not None)
    runs = user.window.show_section("runs")
    assert isinstance(runs, RunsPage)
    QTest.mouseClick(runs.audit, LEFT)
    user.until(lambda: bool(user.window.findChildren(AuditPage)))
    (page,) = user.window.findChildren(AuditPage)
    user.until(lambda: page.list.shown.rowCount() > 10)
    assert not page.checked.isVisible()

    QTest.mouseClick(page.check, LEFT)
    user.until(page.checked.isVisible)
    chain = desk.workspace.audit.verify()
    assert chain.whole
    assert str(chain.sealed) in page.checked.text()
    assert chain.head in page.checked.text()
    assert not page.checked.property("error")

    # Somebody who has the file changes who it was.
    with closing(sqlite3.connect(desk.workspace.folder / "workspace.sqlite")) as outside, outside:
        outside.execute("UPDATE audit SET person = 'Nobody' WHERE id = 3")
    page.check.setFocus()
    QTest.keyClick(page.check, Qt.Key.Key_Space)
    user.until(lambda: bool(page.checked.property("error")))
    assert page.checked.text() == "Entry 3 is not what was written, or one before it is missing."


@pytest.mark.req("ORC-5", "ORC-16")
def test_the_menu_of_a_row_has_reports_tags_and_what_may_be_done(user: User, tmp_path: Path) -> None:
    page = campaigns(user)
    desk = user.window.desk
    assert desk is not None

    def menu_of(document: str) -> dict[str, QAction]:
        line = desk.life.line(document)
        assert line is not None
        page.select(document)
        found: list[Choices] = []

        async def ask() -> None:
            found.append(await desk.life.choices(document))

        desk.tasks.start(ask())
        user.until(lambda: bool(found))
        return {one.text(): one for one in page.menu_of(line, found[0]).actions() if one.text()}

    draft, live = menu_of("draft"), menu_of("daily")
    assert {"Duplicate…", "Delete"} <= set(draft)
    assert "Archive" not in draft
    assert {"Duplicate…", "Archive"} <= set(live)
    assert "Delete" not in live

    user.window.show_section("campaigns")  # a document that opened meanwhile may have come to the front
    user.until(page.detail.tags.isVisible)
    live["Edit the tags"].trigger()
    user.until(lambda: user.window.focusWidget() is page.detail.tags)
    QTest.keyClicks(page.detail.tags, "spring, loyalty")
    QTest.keyClick(page.detail.tags, Qt.Key.Key_Return)
    user.until(lambda: (line := desk.life.line("daily")) is not None and line.tags == ("spring", "loyalty"))

    live["Report of all time"].trigger()
    report = user.window.findChildren(ReportPage)[0]
    user.until(lambda: report.runs.shown.rowCount() == 1 and report.activities.shown.rowCount() == 1)
    report.save(tmp_path / "report.csv")
    user.until(lambda: (tmp_path / "report.csv").exists())
    assert "finished" in (tmp_path / "report.csv").read_text()
    # The runs of this test began just now; the clock of the window stands in October.
    assert isinstance(desk.life.present, Simulated)
    desk.life.present.moment = datetime(2100, 1, 1, tzinfo=PARIS)
    QTest.mouseClick(report.day, LEFT)
    user.until(lambda: report.runs.shown.rowCount() == 0 and report.empty.isVisibleTo(report))


@pytest.mark.req("ORC-79")
def test_list_calendar_and_details_do_not_wait_for_what_is_written_or_run(user: User) -> None:
    page = campaigns(user)
    desk = user.window.desk
    assert desk is not None
    done = threading.Event()
    for lane in (desk.worker, desk.life.runner):
        desk.tasks.start(lane.run(done.wait, 60))
    try:
        page.select("daily")
        user.until(lambda: page.detail.buttons.buttons[Command.DELETE].toolTip() != "")
        QTest.mouseClick(page.as_calendar, LEFT)
        user.until(lambda: len(page.calendar.week.shown) > 0)
        lines = desk.life.lines
        desk.life.refresh()
        user.until(lambda: desk.life.lines is not lines)
        assert not done.is_set()
    finally:
        done.set()


@pytest.mark.req("ORC-11", "ORC-12", "ORC-72")
def test_properties_versions_and_purge(user: User) -> None:
    desk = user.window.desk
    assert desk is not None
    user.window.open_document("draft")
    user.until(lambda: user.window.page is not None and user.document.id == "draft")
    dialog = PropertiesDialog(user.page.session, desk, user.window)
    dialog.show()
    user.type(dialog.name, "Renamed")
    user.type(dialog.supervisors, "Ada, Bob")
    ids = [one for one in dialog.findChildren(QToolButton) if one.text() == "Copy"]
    QTest.mouseClick(ids[0], LEFT)
    assert QGuiApplication.clipboard().text() == "draft"
    QTest.mouseClick(ids[1], LEFT)
    assert QGuiApplication.clipboard().text() == "draft@2"
    QTest.mouseClick(dialog.ok, LEFT)
    assert (user.document.name, user.document.supervisors) == ("Renamed", ("Ada", "Bob"))
    user.undo()
    user.undo()
    assert (user.document.name, user.document.supervisors) == ("Draft", ())

    page = user.window.open_page(
        "versions:draft", "Versions", "ph.git-branch", lambda: VersionsPage("draft", "Draft", desk, user.window)
    )
    assert isinstance(page, VersionsPage)
    user.until(lambda: page.list.rowCount() >= 2)
    page.choose(1, 2)
    QTest.mouseClick(page.compare, LEFT)
    user.until(lambda: bool(page.changes))
    (change,) = page.changes
    london, paris = in_cities("London"), in_cities("Paris")
    assert (change.came, change.went, change.stayed) == (len(paris), len(london), 0)
    assert page.canvas is not None
    graph = page.canvas.model
    user.until(lambda: {graph.count(edge).value for edge in graph.edge_ids()} == {len(paris)})
    outputs = page.pane.outputs

    def listed(count: int) -> bool:
        return page.pane.people.grid.model.rowCount() == count

    for column, people in ((2, paris), (3, london)):
        outputs.setCurrentCell(0, column)
        user.until(partial(listed, len(people)))

    runs = user.window.show_section("runs")
    assert isinstance(runs, RunsPage)
    runs.show_document("daily")
    user.until(lambda: runs.list.shown.rowCount() == 1)
    runs.purge_now()
    user.until(lambda: runs.list.shown.rowCount() == 0)


@pytest.mark.req("ORC-2")
def test_a_new_document_is_offered_once(user: User) -> None:
    page = campaigns(user)
    assert page.new.isVisibleTo(page)
    page.filters.search.setText("no such name")
    user.until(lambda: page.model.rowCount() == 0)
    assert page.new.isVisibleTo(page)
    assert not page.empty.action.isVisibleTo(page)

    journeys = user.window.show_section("journeys")
    assert isinstance(journeys, DocumentsPage)
    user.until(lambda: journeys.empty.action.isVisible())
    assert not journeys.new.isVisibleTo(journeys)
    journeys.show_view(1)
    assert journeys.new.isVisibleTo(journeys)
