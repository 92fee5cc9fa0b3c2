"""The dashboards as a person uses them: a mark is walked to and chosen, and its list has as many rows as it says."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.accounts.page import AccountsPage
from app.charts.chart import Chart
from app.dashboards.card import Card
from app.dashboards.page import DashboardsPage
from app.dashboards.rows_page import RowsPage
from engine.account_data.buying_groups import run_jobs
from engine.document.files import read_document, to_text
from engine.workspace import Workspace
from tests.app.window import User, held, open_window
from tests.engine.accounts.company import company
from tests.engine.accounts.test_dashboards import E1, START


def card_of(user: User, page: DashboardsPage, name: str) -> Card:
    user.until(lambda: any(one.figure.widget.id == name and one.isVisible() for one in page.cards))
    return next(one for one in page.cards if one.figure.widget.id == name)


def chart_of(card: Card) -> Chart:
    assert card.chart is not None
    return card.chart


def inside(chart: Chart) -> QPoint:
    """A place in the largest mark of a chart."""
    mark = max(chart.marks, key=lambda one: one.datum.value)
    box = mark.path.boundingRect()
    across, down = range(int(box.left()), int(box.right())), range(int(box.top()), int(box.bottom()))
    places = (QPoint(x, y) for x in across for y in down)
    return next(one for one in places if mark.path.contains(QPointF(one)))


def rows_of(user: User) -> RowsPage:
    found = user.window.findChildren(RowsPage)
    user.until(lambda: any(one.isVisible() for one in user.window.findChildren(RowsPage)))
    found = [one for one in user.window.findChildren(RowsPage) if one.isVisible()]
    user.until(lambda: found[0].rows.grid.opened is not None)
    return found[0]


@pytest.mark.req("B2B-391", "B2B-393", "B2B-396", "B2B-401")
def test_a_number_is_chosen_by_mouse_and_keys_and_leads_to_its_list(qtbot: QtBot, tmp_path: Path) -> None:
    with company(tmp_path) as workspace:
        run_jobs(workspace, START)
        document = read_document(E1)
        workspace.documents.save(document.id, to_text(document), name=document.name, kind=document.kind.value)
    user = open_window(qtbot, tmp_path, tmp_path / "company")
    user.until(lambda: user.window.page is not None)
    desk = user.window.desk
    assert desk is not None
    with held(desk, desk.reader, desk.worker):
        user.window.actions_by_id["go.dashboards"].trigger()
        user.until(lambda: any(one.isVisible() for one in user.window.findChildren(DashboardsPage)))
        page = user.window.findChildren(DashboardsPage)[0]
        assert page.notice.isVisible()
        assert page.notice.accessibleName() == "The numbers are being counted"

    chart = chart_of(card_of(user, page, "completeness"))
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.marks[chart.current].datum.category == "26–50"
    assert "26–50" in chart.accessibleDescription()
    wanted = int(chart.marks[chart.current].datum.value)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    shown = rows_of(user)
    assert shown.rows.grid.total == wanted == 3

    user.window.actions_by_id["go.dashboards"].trigger()
    page.tabs.setFocus()
    for _ in range(page.tabs.count() - 1):
        QTest.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.name == "journey"
    flow = chart_of(card_of(user, page, "flow"))
    page.ensure_visible(flow)
    user.until(lambda: len(page.ledger.tasks) == 0)
    QTest.mouseClick(flow, Qt.MouseButton.LeftButton, pos=inside(flow))
    assert flow.current >= 0
    chosen = flow.marks[flow.current].datum
    shown = rows_of(user)
    user.until(lambda: shown.rows.grid.total == int(chosen.value))

    status = card_of_any(page, "status").figure
    page.open_rows(status, status.points[0])
    shown = rows_of(user)
    place = [one.name for one in status.widget.columns].index("status")
    user.until(lambda: shown.rows.grid.model.index(0, place).data() == "Finished")
    user.window.actions_by_id["go.dashboards"].trigger()

    page.write(card_of_any(page, "status").figure, tmp_path / "status.csv")
    user.until(
        lambda: (tmp_path / "status.csv").exists() and "completed" in (tmp_path / "status.csv").read_text("utf-8")
    )


def card_of_any(page: DashboardsPage, name: str) -> Card:
    return next(one for one in page.cards if one.figure.widget.id == name)


def test_dashboards_without_accounts_lead_to_them_and_have_nothing_to_filter(qtbot: QtBot, tmp_path: Path) -> None:
    Workspace.create(tmp_path / "empty").close()
    user = open_window(qtbot, tmp_path, tmp_path / "empty", bare=True)
    page = user.window.show_section("dashboards")
    assert isinstance(page, DashboardsPage)
    user.until(page.notice.action.isVisible)
    assert not page.filters.isVisible()
    QTest.mouseClick(page.notice.action, Qt.MouseButton.LeftButton)
    user.until(lambda: any(one.isVisible() for one in user.window.findChildren(AccountsPage)))
