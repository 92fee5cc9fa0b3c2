"""The section of the accounts as a person uses it: from roles to explained scores, lists, guards, files, a company."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.accounts.company import CompanyDialog, open_import
from app.accounts.condition_field import ConditionField
from app.accounts.detail_pane import DetailPane
from app.accounts.group_screen import GroupsScreen
from app.accounts.import_page import AccountImportPage
from app.accounts.object_screen import ObjectPane, ObjectsScreen
from app.accounts.objects.interests import InterestPane
from app.accounts.objects.limits import LimitPane
from app.accounts.objects.lists import ListPane
from app.accounts.objects.marketo import MarketoPane
from app.accounts.objects.programs import ProgramPane
from app.accounts.objects.templates import TemplatePane
from app.accounts.page import AccountsPage
from app.accounts.records import AccountsScreen, RecordsScreen
from app.accounts.screen import Screen
from app.accounts.screens import SCREENS
from app.form_dialog import FormDialog
from app.main_window import MainWindow
from app.preferences import Preferences
from app.runs.table import TextTable
from engine.account_data.details import Detail
from engine.relations import Column
from engine.types import STRING
from engine.workspace import Workspace
from tests.app.journey_builder import JourneyBuilder
from tests.app.window import User, open_window
from tests.engine.accounts.company import company

T = TypeVar("T", bound=QWidget)
UNTOLD = ("role_template", "role_template_role", "stage_model", "stage", "stage_transition", "solution_interest",
          "buying_group", "bg_member", "account_audience", "account_list", "account_list_member")  # fmt: skip
"""What the company of the specification begins without, so that a person makes it."""


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def spin(user: User, box: QSpinBox, number: str) -> None:
    box.selectAll()
    user.type(box, number)
    QTest.keyClick(box, Qt.Key.Key_Tab)


def write(user: User, condition: ConditionField, *filters: tuple[str, str, str]) -> None:
    """Filters, each its name in the list, its operator and what is typed."""
    user.until(lambda: bool(condition.editor.knows_names))
    JourneyBuilder(user).filters(condition.editor, filters)


def choose(box: QComboBox, text: str) -> None:
    """Go down from the first choice to one."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText() == text:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"{text} is not offered")


def page_of(user: User) -> AccountsPage:
    user.window.actions_by_id["go.accounts"].trigger()
    return visible(user, AccountsPage)


def visible(user: User, kind: type[T]) -> T:
    user.until(lambda: any(one.isVisible() for one in user.window.findChildren(kind)))
    return next(one for one in user.window.findChildren(kind) if one.isVisible())


def go(user: User, page: AccountsPage, name: str) -> Screen:
    """Choose a screen with the mouse; it is read."""
    items = [page.list.item(place) for place in range(page.list.count())]
    item = next(one for one in items if one.data(Qt.ItemDataRole.UserRole) == name)
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=page.list.visualItemRect(item).center())
    user.until(lambda: page.shown is page.screens.get(name) and not len(page.ledger.tasks))
    assert page.shown is not None
    return page.shown


def make(user: User, screen: Screen, name: str) -> None:
    """New: type a name into the dialog and press Enter; it is closed when the thing is there."""
    assert isinstance(screen, ObjectsScreen)
    before = len(screen.entries)
    # While there is nothing yet, the way to the first one stands in the middle of the screen.
    click(screen.new if screen.new.isVisible() else screen.notice.action)
    dialog = visible(user, FormDialog)
    field = next(one for one in (dialog.form.itemAt(0, dialog.form.ItemRole.FieldRole),) if one is not None).widget()
    assert field is not None
    user.type(field, name)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    user.until(lambda: len(screen.entries) == before + 1 and screen.pane.title.text() == name)


def pane_of(screen: Screen, kind: type[T]) -> T:
    assert isinstance(screen, ObjectsScreen)
    assert isinstance(screen.pane, kind)
    return screen.pane


def delete(user: User, pane: ListPane | LimitPane | InterestPane | ProgramPane | MarketoPane) -> None:
    """Press the button, and agree."""
    click(pane.delete)
    QTest.keyClick(visible(user, FormDialog), Qt.Key.Key_Return)
    user.until(lambda: not any(one.isVisible() for one in user.window.findChildren(FormDialog)))


def told(user: User, pane: ObjectPane) -> str:
    user.until(pane.told.isVisible)
    return pane.told.text()


def opened(qtbot: QtBot, folder: Path, instead: tuple[str, ...] = ()) -> User:
    company(folder, instead={name: [] for name in instead}).close()
    return open_window(qtbot, folder, folder / "company")


@pytest.mark.req("B2B-310", "B2B-312", "B2B-314", "B2B-315", "B2B-318", "B2B-320", "B2B-322", "B2B-323")
def test_from_a_roles_template_to_the_explained_completeness_of_a_group(qtbot: QtBot, tmp_path: Path) -> None:
    user = opened(qtbot, tmp_path, UNTOLD)
    page = page_of(user)
    screen = go(user, page, "templates")
    make(user, screen, "Buying committee")
    templates = pane_of(screen, TemplatePane)
    click(templates.add)
    user.until(lambda: len(templates.cards) == 1)
    card = templates.cards[0]
    assert card.role.currentText() == "Decision Maker"
    spin(user, card.needed, "2")
    click_check(card.auto)
    write(user, card.condition, ("Job title", "starts-with", "CTO, CMO, CFO, VP"))
    click(templates.publish)
    user.until(lambda: templates.status.text() == "Live" and not templates.publish.isVisible())

    make(user, go(user, page, "interests"), "Cloud Suite")
    make(user, go(user, page, "audiences"), "All accounts")
    groups = go(user, page, "groups")
    assert isinstance(groups, GroupsScreen)
    user.until(groups.notice.action.isVisible)
    click(groups.notice.action)
    dialog = visible(user, FormDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    user.until(lambda: groups.rows.grid.total == 7)

    table = groups.rows.grid.table
    at = table.visualRect(groups.rows.grid.model.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    user.until(lambda: groups.pane.name.text() == "Cloud Suite for Acorn Foods" and bool(groups.score.lines))
    assert groups.score.lines[:2] == ["Completeness: 50 %", "Decision Maker: 1 of 2 needed, 50 %"]
    assert groups.pane.tabs.tabText(1) == "Members  1"


@pytest.mark.req("B2B-341", "B2B-342", "B2B-343", "B2B-344")
def test_lists_are_filled_by_a_filter_shortened_and_published(qtbot: QtBot, tmp_path: Path) -> None:
    user = opened(qtbot, tmp_path)
    page = page_of(user)
    screen = go(user, page, "lists")
    make(user, screen, "Far away")
    pane = pane_of(screen, ListPane)
    click(pane.fill_)
    dialog = visible(user, FormDialog)
    write(user, visible(user, ConditionField), ("Country", "is", "Germany, France"))
    click(dialog.ok)
    user.until(lambda: pane.members.rows.grid.total == 2)
    pane.members.rows.grid.go_to(1)
    click(pane.out)
    assert isinstance(screen, ObjectsScreen)
    user.until(lambda: {one.name: one.value("accounts") for one in screen.entries}["Far away"] == 1)
    click(pane.publish)
    user.until(lambda: pane.status.text() == "Live")


@pytest.mark.req("B2B-317", "B2B-327")
def test_what_is_used_or_live_is_kept_and_the_pane_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    user = opened(qtbot, tmp_path)
    page = page_of(user)
    interests = pane_of(go(user, page, "interests"), InterestPane)
    delete(user, interests)
    assert "cannot be deleted" in told(user, interests)
    templates = pane_of(go(user, page, "templates"), TemplatePane)
    assert templates.status.text() == "Live"
    assert not templates.delete.isVisible()
    assert not templates.cards[0].role.isEnabled()

    screen = go(user, page, "limits")
    make(user, screen, "Two a week")
    limits = pane_of(screen, LimitPane)
    click(limits.turn)
    user.until(lambda: limits.turn.text() == "Deactivate")
    assert not limits.fields.name.isEnabled()
    assert not limits.delete.isEnabled()
    click(limits.turn)
    user.until(lambda: limits.delete.isEnabled())
    click(limits.delete)
    QTest.keyClick(visible(user, FormDialog), Qt.Key.Key_Escape)
    user.until(lambda: not any(one.isVisible() for one in user.window.findChildren(FormDialog)))
    assert isinstance(screen, ObjectsScreen)
    assert screen.entries, "nobody agreed"
    delete(user, limits)
    user.until(lambda: not screen.entries)


@pytest.mark.req("B2B-400", "B2B-413")
def test_an_empty_workspace_is_filled_from_a_file_and_an_account_tells_what_is_around_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    Workspace.create(tmp_path / "bare", threads=2).close()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Preferences(settings), tmp_path / "sample")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.workspaces.open(tmp_path / "bare")
    user = User(qtbot, window)
    user.until(lambda: window.desk is not None)
    page = page_of(user)
    accounts = page.shown
    assert isinstance(accounts, AccountsScreen)
    user.until(lambda: accounts.import_more.isVisible() and "no accounts yet" in accounts.notice.text())

    file = tmp_path / "accounts.csv"
    file.write_text("account_id,name,industry,country\nA1,Acorn,Food,US\nA2,Birch,Tech,FR\nA3,,Tech,FR\n", "utf-8")
    made = open_import(page.ledger, (file,))
    assert isinstance(made, AccountImportPage)
    user.until(made.load.isEnabled)
    click(made.load)
    user.until(made.done.isVisible)
    report = made.cards[0].told.text()
    assert "3 rows read: 3 new, 0 updated, 0 rejected." in report
    assert "no name" in report
    click(made.done)
    user.until(lambda: page.isVisible() and accounts.rows.grid.total == 3)
    assert isinstance(accounts, RecordsScreen)
    table = accounts.rows.grid.table
    table.setCurrentIndex(accounts.rows.grid.model.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    user.until(lambda: accounts.pane.isVisible() and accounts.pane.name.text() == "Acorn")


def test_a_company_is_generated_from_the_empty_screen_or_not_at_all(qtbot: QtBot, tmp_path: Path) -> None:
    user = opened(qtbot, tmp_path)
    page = page_of(user)
    accounts = page.shown
    assert isinstance(accounts, AccountsScreen)
    user.until(lambda: accounts.rows.grid.total == 8)
    click(accounts.generate)
    dialog = visible(user, CompanyDialog)
    assert not dialog.ok.isEnabled(), "what is there is not replaced unasked"
    click_check(dialog.replace)
    spin(user, dialog.accounts, "30")
    click(dialog.ok)
    user.until(lambda: accounts.rows.grid.total == 30)


def click_check(box: QAbstractButton) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


def test_an_empty_screen_has_one_button_that_stands_out_and_says_nothing_twice(qtbot: QtBot, tmp_path: Path) -> None:
    Workspace.create(tmp_path / "empty").close()
    user = open_window(qtbot, tmp_path, tmp_path / "empty", bare=True)
    page = page_of(user)
    for name in SCREENS:
        screen = go(user, page, name)
        shown = [one for one in screen.findChildren(QPushButton) if one.isVisible()]
        assert len([one for one in shown if one.property("primary")]) <= 1, name
        assert len({one.text() for one in shown}) == len(shown), name


def test_facts_stand_beside_each_other_where_there_is_room_and_make_no_window_wider(qtbot: QtBot) -> None:
    pane = DetailPane((("groups", "Buying groups", ""),))
    qtbot.addWidget(pane)
    address = f"{'a.very.long.name.' * 3}@example.com"
    facts = ((Column("email", STRING, "E-mail address"), address), (Column("country", STRING, "Country"), "France"))
    pane.resize(820, 400)
    pane.show()
    pane.show_detail(Detail("P1", "Ada", facts))
    titles = [label for label in pane.findChildren(QLabel) if label.text() in {"E-mail address", "Country"}]
    qtbot.waitUntil(lambda: titles[0].y() == titles[1].y() and titles[0].x() != titles[1].x())
    told = next(label for label in pane.findChildren(QLabel) if label.text() == address)
    assert told.height() < 2 * told.fontMetrics().height(), "its column is the wider one"
    assert pane.minimumSizeHint().width() < 400
    pane.resize(500, 400)
    qtbot.waitUntil(lambda: titles[0].x() == titles[1].x() and titles[0].y() != titles[1].y())


def test_numbers_stand_at_the_right_beside_an_account_and_in_lists(qtbot: QtBot, tmp_path: Path) -> None:
    user = opened(qtbot, tmp_path)
    page = page_of(user)

    def sides(table: TextTable) -> dict[str, bool]:
        """Title to whether its cells stand at the right."""
        role = Qt.ItemDataRole.TextAlignmentRole
        rows = table.rows
        sides = {title: rows.data(rows.index(0, place), role) for place, title in enumerate(rows.titles)}
        return {title: bool(side and side & Qt.AlignmentFlag.AlignRight) for title, side in sides.items()}

    accounts = go(user, page, "accounts")
    assert isinstance(accounts, RecordsScreen)
    accounts.select("A1")
    groups = accounts.pane.tables["groups"]
    user.until(lambda: groups.rows.rowCount() > 0)
    shown = sides(groups)
    assert not shown["Buying group"]
    assert shown["Completeness, %"]
    lists = go(user, page, "lists")
    assert isinstance(lists, ObjectsScreen)
    assert {title for title, right in sides(lists.table).items() if right} == {"Accounts"}
