"""The objects that journeys speak of, made in the window: models, personas, lists, programs, Marketo, intent."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from app.accounts.group_screen import GroupsScreen
from app.accounts.object_screen import LeaveDialog, ObjectsScreen
from app.accounts.objects.intent import IntentPane, IntentScreen
from app.accounts.objects.limits import LimitPane
from app.accounts.objects.lists import ListPane
from app.accounts.objects.marketo import MarketoPane
from app.accounts.objects.personas import PersonaPane
from app.accounts.objects.programs import ProgramPane, TypePane
from app.accounts.objects.scoring import ScoringPane, field_at
from app.accounts.page import AccountsPage
from app.accounts.records import PeopleScreen
from app.dashboards.page import DashboardsPage
from app.form_dialog import FormDialog
from app.shell.steps import Steps
from engine.account_data.rows import current_rows
from tests.app.test_accounts import (
    choose,
    click,
    click_check,
    delete,
    go,
    make,
    opened,
    page_of,
    pane_of,
    spin,
    told,
    visible,
    write,
)
from tests.app.window import User, held


def objects(user: User, page: AccountsPage, name: str) -> ObjectsScreen:
    """A screen of named objects, chosen with the mouse."""
    found = go(user, page, name)
    assert isinstance(found, ObjectsScreen)
    return found


@pytest.mark.req("B2B-309", "B2B-336", "B2B-337", "B2B-359")
def test_models_personas_and_words_are_edited_as_drafts_and_put_to_work(qtbot: QtBot, tmp_path: Path) -> None:
    user = opened(qtbot, tmp_path)
    page = page_of(user)
    screen = objects(user, page, "scoring")
    scoring = pane_of(screen, ScoringPane)
    make(user, screen, "Ours")
    assert scoring.save.isVisible()
    row = next(line for line in range(scoring.weights.rowCount()) if (item := scoring.weights.item(line, 0)) is not None
               and item.text() == "E-mail opened")  # fmt: skip
    weight = field_at(scoring.weights, row, 1)
    assert isinstance(weight, QSpinBox)
    weight.selectAll()
    user.type(weight, "77")
    click(scoring.add)
    name = field_at(scoring.bands, scoring.bands.rowCount() - 1, 0)
    assert isinstance(name, QLineEdit)
    user.type(name, "Vital")
    click(scoring.save)
    assert "Two bands" in told(user, scoring)
    user.type(name, "Nothing at all")
    scoring.bands.setCurrentCell(0, 0)
    click(scoring.drop)
    click(scoring.activate_)
    user.until(lambda: {one.name: one.status for one in screen.entries}
               == {"Ours": "active", "Classic": "archived", "Activity weighting model 1": "draft"})  # fmt: skip
    user.until(lambda: not scoring.save.isVisible())
    assert scoring.standing_weights["directMarketing.emailOpened"] == 77

    screen = objects(user, page, "personas")
    make(user, screen, "Buyer")
    persona = pane_of(screen, PersonaPane)
    click(persona.add)
    fields = persona.lines[0].findChildren(QComboBox)
    choose(fields[0], "Job title")
    user.type(persona.lines[0].findChildren(QLineEdit)[-1], "buyer, purchasing")
    click(persona.save)
    user.until(lambda: any("buyer, purchasing" in str(one.value("criteria")) for one in screen.entries))
    user.type(persona.name, " Buyers ")
    click(persona.up)
    user.until(lambda: [one.name for one in screen.entries][-2:] == ["Buyer", "Other"] and not page.ledger.tasks)
    assert persona.name.text() == " Buyers ", "what is not saved yet stays when another thing is written"
    click(persona.save)
    user.until(lambda: screen.entries[-2].name == "Buyers" and not page.ledger.tasks)
    assert persona.name.text() == "Buyers", "it is shown as it was saved"

    file = tmp_path / "words.csv"
    file.write_text("category,product,keyword\nCloud,Cloud Suite,migration\nCloud,Backup,restore\n", encoding="utf-8")
    words = go(user, page, "intent")
    assert isinstance(words, IntentScreen)
    with held(page.ledger.desk, page.ledger.desk.reader):
        words.save_template(tmp_path / "template.csv")
        assert not (tmp_path / "template.csv").exists(), "the window does not wait for the file"
    user.until((tmp_path / "template.csv").exists)
    words.take(file)
    user.until(lambda: any(one.name == "Cloud" and one.status == "waiting" for one in words.entries))
    words.select("Cloud")
    intent = pane_of(words, IntentPane)
    user.until(intent.approve.isVisible)
    click(intent.approve)
    user.until(lambda: all(one.status == "approved" for one in words.entries))


@pytest.mark.req("B2B-346", "B2B-348", "B2B-349", "B2B-350", "B2B-351", "B2B-352", "B2B-353")
def test_people_lists_programs_and_marketo_objects_are_made_for_journeys_to_use(qtbot: QtBot, tmp_path: Path) -> None:
    user = opened(qtbot, tmp_path)
    page = page_of(user)
    screen = objects(user, page, "people_lists")
    user.until(screen.notice.action.isVisible)
    make(user, screen, "Leaders")
    people = pane_of(screen, ListPane)
    click(people.fill_)
    dialog = visible(user, FormDialog)
    field = dialog.findChild(type(people.condition))
    assert field is not None
    write(user, field, ("Job title", "starts-with", "VP, CTO"))
    click(dialog.ok)
    user.until(lambda: people.members.rows.grid.total == 3)
    click(people.publish)
    user.until(lambda: people.status.text() == "Live")
    # Of another list the rows of this one are not seen for a moment, nor could they be taken out of it.
    seen: list[tuple[str, int]] = []
    people.members.rows.grid.look_changed.connect(
        lambda: seen.append((people.entry.name if people.entry else "", people.members.rows.grid.total))
    )
    make(user, screen, "Others")
    user.until(lambda: bool(seen) and people.members.rows.grid.population is not None)
    assert set(seen) == {("Others", 0)}

    screen = objects(user, page, "program_types")
    make(user, screen, "Webinar")
    kind = pane_of(screen, TypePane)
    click(kind.add)
    name = field_at(kind.steps, kind.steps.rowCount() - 1, 0)
    assert isinstance(name, QLineEdit)
    user.type(name, "Followed up")
    click(kind.save)
    user.until(lambda: "Followed up" in str(screen.entries[0].value("steps")))
    screen = objects(user, page, "programs")
    make(user, screen, "Spring webinar")
    program = pane_of(screen, ProgramPane)
    click(program.change)
    dialog = visible(user, FormDialog)
    fields = dialog.findChildren(QLineEdit)
    user.type(fields[0], "P01, P05")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    user.until(lambda: program.members.rows.grid.total == 2)
    delete(user, program)
    user.until(lambda: not screen.entries)

    screen = objects(user, page, "marketo")
    before = {one.name for one in screen.entries}
    assert {"Default", "Nurture"} <= before
    make(user, screen, "Hello")
    marketo = pane_of(screen, MarketoPane)
    assert marketo.status.text() == "Static list"
    delete(user, marketo)
    user.until(lambda: {one.name for one in screen.entries} == before)
    screen.select("mkto_workspace:default")
    user.until(lambda: marketo.status.text() == "Workspace")
    delete(user, marketo)
    assert told(user, marketo).startswith("'Default' cannot be deleted")


@pytest.mark.req("B2B-324")
def test_chosen_members_are_sent_an_approved_email(qtbot: QtBot, tmp_path: Path) -> None:
    user = opened(qtbot, tmp_path)
    page = page_of(user)
    screen = objects(user, page, "marketo")
    click(screen.new)
    dialog = visible(user, FormDialog)
    boxes = dialog.findChildren(QComboBox)
    choose(boxes[0], "E-mail")
    user.type(dialog.findChildren(QLineEdit)[0], "Hello")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    user.until(lambda: screen.pane.title.text() == "Hello")
    marketo = pane_of(screen, MarketoPane)
    click_check(marketo.approved)
    click(marketo.save)
    user.until(lambda: any(one.name == "Hello" and one.row["status"] == "approved" for one in screen.entries))

    groups = go(user, page, "groups")
    assert isinstance(groups, GroupsScreen)
    user.until(lambda: groups.rows.grid.total > 0)
    desk = user.window.desk
    assert desk is not None
    groups.select("cloud-suite:A1")
    groups.pane.tabs.setCurrentIndex(1)
    table = groups.pane.tables["members"]
    user.until(lambda: table.shown.rowCount() == 2)
    user.until(lambda: not len(page.ledger.tasks))
    table.selectAll()
    user.until(groups.members.email.isEnabled)
    click(groups.members.email)
    dialog = visible(user, FormDialog)
    user.until(dialog.ok.isEnabled)
    before = len(current_rows(desk.workspace, "activity"))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    # P02 has opted out.
    user.until(lambda: len(current_rows(desk.workspace, "activity")) == before + 1)


def test_changes_that_are_not_saved_are_asked_for_before_another_object_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    user = opened(qtbot, tmp_path)
    screen = objects(user, page_of(user), "limits")
    for name in ("First", "Second"):
        make(user, screen, name)
    limits = pane_of(screen, LimitPane)

    def leave() -> LeaveDialog:
        screen.table.selectRow(0)
        return visible(user, LeaveDialog)

    user.type(limits.fields.name, "Second of all")
    QTest.keyClick(leave(), Qt.Key.Key_Escape)
    user.until(lambda: screen.table.current is not None and screen.table.current.cells[0] == "Second")
    assert limits.fields.name.text() == "Second of all"

    click(leave().drop)
    user.until(lambda: limits.title.text() == "First")
    assert {one.name for one in screen.entries} == {"First", "Second"}

    screen.table.selectRow(1)
    user.until(lambda: limits.title.text() == "Second")
    user.type(limits.fields.name, "Second of all")
    QTest.keyClick(leave(), Qt.Key.Key_Return)
    user.until(lambda: limits.title.text() == "First")
    user.until(lambda: {one.name for one in screen.entries} == {"First", "Second of all"})

    # What is put to work is the rule that is seen.
    spin(user, limits.fields.count, "7")
    click(limits.turn)
    user.until(lambda: limits.turn.text() == "Deactivate")
    assert limits.fields.count.value() == 7
    assert next(one for one in screen.entries if one.name == "First").row["capping_count"] == 7


def test_an_empty_list_says_what_is_not_there_and_where_it_comes_from(qtbot: QtBot, tmp_path: Path) -> None:
    user = opened(qtbot, tmp_path)
    page = page_of(user)
    screen = objects(user, page, "lists")
    make(user, screen, "Empty")
    grid = pane_of(screen, ListPane).members.rows.grid
    user.until(lambda: grid.notice.accessibleName() == "No account is here")
    assert grid.notice.accessibleDescription().startswith("Add some by a filter")


def test_an_attribute_of_a_persona_stands_once(qtbot: QtBot, tmp_path: Path) -> None:
    user = opened(qtbot, tmp_path)
    screen = objects(user, page_of(user), "personas")
    persona = pane_of(screen, PersonaPane)
    click(persona.add)
    first, second = persona.lines
    assert first.attribute != second.attribute
    choose(second.findChildren(QComboBox)[0], first.findChildren(QComboBox)[0].currentText())
    user.type(second.findChildren(QLineEdit)[0], "chair")
    click(persona.save)
    assert told(user, persona) == "“Job title” is there twice. Write its words into one line."


def test_the_score_of_a_person_is_explained_line_by_line(qtbot: QtBot, tmp_path: Path) -> None:
    user = opened(qtbot, tmp_path)
    screen = go(user, page_of(user), "people")
    assert isinstance(screen, PeopleScreen)
    user.until(lambda: screen.rows.grid.total > 0)
    screen.select("P01")
    user.until(lambda: len(screen.score.lines) > 3)
    assert screen.score.lines[0].startswith("Engagement: ")
    adds = [float(line.rsplit(" · ", 1)[1]) for line in screen.score.lines if " · " in line]
    (together,) = (line for line in screen.score.lines if line.startswith("Together"))
    assert abs(sum(adds) - float(together.split()[1].rstrip(";"))) < 0.002


def test_a_group_that_changes_stays_open_and_every_screen_shows_what_it_is_now(qtbot: QtBot, tmp_path: Path) -> None:
    user = opened(qtbot, tmp_path)
    dashboards = user.window.show_section("dashboards")
    assert isinstance(dashboards, DashboardsPage)
    dashboards.show_dashboard("roles")

    def members() -> float:
        found = [one.figure for one in dashboards.cards if one.figure.widget.id == "coverage"]
        return found[0].total if found else 0

    user.until(lambda: members() > 0)
    before = members()
    page = user.window.show_section("accounts")
    assert isinstance(page, AccountsPage)
    screen = go(user, page, "groups")
    assert isinstance(screen, GroupsScreen)
    user.until(lambda: screen.rows.grid.total > 1)
    screen.rows.grid.go_to(2)
    QTest.keyClick(screen.rows.grid.table, Qt.Key.Key_Return)
    user.until(screen.pane.isVisible)
    user.until(lambda: screen.pane.name.text() == "Cloud Suite for Birch Robotics")
    table = screen.pane.tables["members"]
    screen.pane.tabs.setCurrentWidget(table)
    user.until(lambda: table.shown.rowCount() > 0)
    rows = table.shown.rowCount()
    table.selectRow(0)
    click(screen.members.remove)
    user.until(lambda: table.shown.rowCount() == rows - 1)
    user.until(lambda: not len(page.ledger.tasks))
    qtbot.wait(300)
    assert screen.pane.name.text() == "Cloud Suite for Birch Robotics"
    assert screen.rows.grid.table.currentIndex().row() == 1

    user.window.show_section("dashboards")
    user.until(lambda: members() == before - 1)


@pytest.mark.parametrize("country", ["fr_FR", "en_GB"])
def test_a_decimal_number_is_never_taken_for_a_whole_one(qtbot: QtBot, country: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(country))
    try:
        field = Steps()
    finally:
        QLocale.setDefault(before)
    qtbot.addWidget(field)
    field.setRange(0, 10_000)
    for typed in ("30,5", "30.5"):
        field.selectAll()
        QTest.keyClicks(field, typed)
        assert field.text() == typed, "it stands there as it was typed"
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.value() == 30
