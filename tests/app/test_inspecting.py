"""Looking at the people behind counts, with mouse and keys, over the specification's shop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import JsonValue
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLabel, QLineEdit, QPushButton, QToolButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from app.inspector.columns import ColumnChooser
from app.inspector.filters import FilterForm, sentence
from app.inspector.inspector import Inspector
from app.inspector.notices import Notice
from app.inspector.values import title
from app.inspector.why_panel import MOST_KEYS
from app.panel.editors.conditions.values.moments import shown_moment
from app.words import number
from canvas import spoken
from engine.document.edits import SetSetting
from engine.document.files import to_text
from engine.relations import Column
from engine.rules import Condition
from engine.types import DATETIME, STRING
from tests.app.builder import Builder
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import records, shop

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """A window on the shop: gold members and purchasers of e-mail, one of them for the mail."""
    gold = condition("loyalty/membership_level", value="gold")
    document = campaign(
        [
            build("gold", gold) | {"label": "Gold"},
            build("paris", condition("city", value="Paris")) | {"label": "Paris"},
            node("points", "enrichment", attributes=[{"attribute": "loyalty/points_balance", "alias": "points"}]),
            node("mail", "email"),
        ],
        "gold>points", "points>mail",
        name="Members",
    )  # fmt: skip
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Members", kind="campaign")
    found = open_window(qtbot, tmp_path, tmp_path / "shop")
    found.until(lambda: found.window.page is not None)
    found.settled()
    yield found
    found.window.close()


def inspector_of(user: User) -> Inspector:
    found = user.window.inspector
    assert found is not None
    return found


def keys_in(user: User) -> list[str]:
    """The keys in the grid, in its order."""
    grid = inspector_of(user).rows.grid
    return ["/".join(grid.key(row) or ()) for row in range(grid.total)]


def under(item: QTreeWidgetItem) -> list[str]:
    children = [item.child(place) for place in range(item.childCount())]
    return [f"{child.text(0)} {child.text(1)} {child.text(2)}".strip() for child in children if child is not None]


@pytest.mark.req("ORC-66", "ORC-69")
def test_a_reason_opens_the_list_of_those_it_counts_and_leads_back(user: User) -> None:
    inspector = inspector_of(user)
    user.click_node("gold")
    user.until(lambda: inspector.rows.grid.total == 3)
    reason = user.window.panel.facts.findChild(QPushButton)
    assert reason is not None
    assert reason.text() == "9"

    QTest.mouseClick(reason, LEFT)
    user.until(lambda: inspector.rows.grid.total == 9)

    assert keys_in(user) == ["R02", "R03", "R04", "R06", "R07", "R08", "R10", "R11", "R12"]
    QTest.mouseClick(inspector.back, LEFT)
    user.until(lambda: keys_in(user) == ["R01", "R05", "R09"])


@pytest.mark.req("ORC-66")
def test_a_way_that_is_not_taken_shows_nobody(user: User) -> None:
    grid = inspector_of(user).rows.grid
    asked = user.add_after("paris", "Test")
    conditions: JsonValue = [{"label": "Enough", "operator": "greater", "value": 100}]
    user.page.session.do(SetSetting(asked, "conditions", conditions), "Ask")
    user.page.session.do(SetSetting(asked, "default_branch", True), "Ask")
    user.settled()

    user.page.select_node(asked)
    user.until(lambda: "Nobody goes by 'Test: Enough'" in said_in(grid.notice))
    assert grid.total == 0

    # Once it is taken, they are there.
    conditions = [{"label": "Enough", "operator": "greater", "value": 1}]
    user.page.session.do(SetSetting(asked, "conditions", conditions), "Ask less")
    user.settled()
    user.until(lambda: grid.total > 1)


def said_in(notice: Notice) -> str:
    return " ".join(label.text() for label in notice.findChildren(QLabel))


def test_who_cannot_be_reached_is_listed_by_reason(user: User) -> None:
    sms = user.add_after("paris", "SMS")
    user.settled()
    facts = user.window.panel.facts
    user.page.select_node(sms)

    def links() -> dict[str, QPushButton]:
        shown = [one for one in facts.findChildren(QPushButton) if one.isVisibleTo(facts)]
        return {one.accessibleName().split(":")[0]: one for one in shown}

    user.until(lambda: len(links()) == 2 and "Reachable" in links())
    assert {name.lstrip("− ") for name in links()} <= {"Reachable", "No phone number", "No consent"}, "no codes"
    missing = next(link for name, link in links().items() if name != "Reachable")

    QTest.mouseClick(missing, LEFT)

    user.until(lambda: keys_in(user) == ["R02", "R11"])
    inspector = inspector_of(user)
    grid = inspector.rows.grid
    place = [column.name for column in grid.columns].index("_send_status")
    assert grid.model.index(0, place).data() == "No phone number"
    chips = [chip.text() for chip in inspector.rows.filters.findChildren(QToolButton)]
    assert "Send status is No phone number" in chips


@pytest.mark.req("ORC-69", "ORC-186")
def test_the_card_of_a_message_says_how_many_it_reaches_and_that_of_others_who_stayed_behind(user: User) -> None:
    sms = user.add_after("paris", "SMS")
    user.settled()
    parisians = sum(row["city"] == "Paris" for row in records("recipients"))
    status = user.page.adapter.status
    assert status(sms).tally == f"{parisians - 2} of {parisians} reachable"
    assert f"{parisians - 2} of {parisians} reachable" in spoken.part(user.page.canvas, "nodes", sms)
    # Of all recipients most are meant to stay behind: that is what a rule is for.
    assert status("paris").tally == ""

    split = user.add_after(sms, "Split")
    Builder(user).set(split, subsets=({"limit": {"kind": "percent", "value": 50}},))
    first = user.count(split, "subset:1")
    assert first is not None
    assert status(split).tally == f"−{parisians - first} In no subset"
    assert not status(split).outdated

    user.page.session.do(SetSetting("paris", "rule", None), "Clear")

    assert status(split).outdated, "an edit before it has overtaken the number"


def test_two_populations_are_compared_and_each_bar_opens_its_list(user: User) -> None:
    inspector = inspector_of(user)
    inspector.tabs.setCurrentWidget(inspector.compare)
    names = [inspector.compare.list.item(row).text() for row in range(inspector.compare.list.count())]
    for name in ("Gold", "Paris"):
        inspector.compare.list.setCurrentRow(names.index(name))
        QTest.keyClick(inspector.compare.list, Qt.Key.Key_Space)
    plot = inspector.compare.plot
    user.until(plot.isVisible)

    said = {plot.title(place): plot.said(place) for place in range(3)}
    assert said["only Paris"] == "only Paris: 4 (57 %)"
    assert said["Gold ∩ Paris"].startswith("Gold ∩ Paris: 1")

    plot.setFocus()
    while plot.title(plot.current) != "Gold ∩ Paris":
        QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Return)
    user.until(lambda: keys_in(user) == ["R09"])

    inspector.tabs.setCurrentWidget(inspector.compare)
    QTest.mouseClick(plot, LEFT, pos=plot.bar(0).center().toPoint())
    user.until(lambda: keys_in(user) == ["R02", "R07", "R10", "R11"])


def test_a_comparison_that_is_taken_back_leaves_nothing_under_way(user: User) -> None:
    compare = inspector_of(user).compare
    inspector_of(user).tabs.setCurrentWidget(compare)
    for row in range(3):
        compare.list.setCurrentRow(row)
        QTest.keyClick(compare.list, Qt.Key.Key_Space)
    assert compare.progress.isVisible()
    for row in range(3):
        compare.list.setCurrentRow(row)
        QTest.keyClick(compare.list, Qt.Key.Key_Space)

    user.bot.wait(400)

    assert not compare.progress.isVisible()
    for row in range(2):
        compare.list.setCurrentRow(row)
        QTest.keyClick(compare.list, Qt.Key.Key_Space)
    QTest.mouseClick(compare.progress.cancel, LEFT)
    user.until(lambda: not compare.progress.isVisible())
    assert not compare.plot.isVisible()


def test_a_long_trouble_takes_more_lines_and_not_more_of_the_window(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("warning-circle", "These populations count different things: " + "campaigns, households, " * 9)

    assert notice.minimumSizeHint().width() < 400


def test_what_cannot_be_a_date_is_told_in_the_form_and_dates_are_read_as_the_locale_writes_them(qtbot: QtBot) -> None:
    form = FilterForm(Column("visited", DATETIME))
    qtbot.addWidget(form)
    form.show()
    QTest.keyClicks(form.value, "banana")
    QTest.keyClick(form.value, Qt.Key.Key_Return)

    assert form.trouble.isVisible()
    assert "“banana” is not a date" in form.trouble.text()
    assert form.isVisible()

    form.value.clear()
    QTest.keyClicks(form.value, shown_moment("2017-12-31"))
    assert form.condition().value == "2017-12-31"
    assert sentence(form.condition(), Column("visited", DATETIME)) == f"visited is {shown_moment('2017-12-31')}"


def test_a_filter_that_is_refused_leaves_no_chip(user: User) -> None:
    inspector = inspector_of(user)
    user.click_node("points")
    user.until(lambda: inspector.rows.grid.total == 3)
    refused: list[object] = []
    inspector.rows.failed.connect(refused.append)

    inspector.rows.add_filters([Condition(attribute="points", value="banana")])
    user.until(lambda: bool(refused))

    assert inspector.rows.conditions == ()
    assert not inspector.rows.filters.isVisible()
    assert inspector.rows.grid.total == 3


def test_the_head_of_a_column_says_that_it_is_sorted_by(user: User) -> None:
    grid = inspector_of(user).rows.grid
    user.click_node("points")
    user.until(lambda: grid.total == 3)
    place = [column.name for column in grid.columns].index("points")
    head = grid.table.horizontalHeader()

    def click() -> None:
        grid.table.scrollTo(grid.model.index(0, place))
        QTest.mouseClick(head.viewport(), LEFT, pos=QPoint(head.sectionViewportPosition(place) + 9, 9))

    def words() -> str:
        return str(grid.model.headerData(place, Qt.Orientation.Horizontal))

    click()
    user.until(lambda: words() == "points ↑")
    click()
    user.until(lambda: words() == "points ↓")


def test_the_choice_of_columns_says_when_nothing_is_found_or_left_to_see(user: User) -> None:
    inspector = inspector_of(user)
    user.click_node("points")
    user.until(lambda: inspector.rows.grid.total == 3)
    inspector.rows.ask_columns()
    user.until(lambda: user.window.findChild(ColumnChooser) is not None)
    chooser = user.window.findChild(ColumnChooser)
    assert chooser is not None

    QTest.keyClicks(chooser.search, "nothing is called so")
    assert "called so" in chooser.hint.text()
    assert all(chooser.tree.topLevelItem(place).isHidden() for place in range(2))  # type: ignore[union-attr]  # two headings
    chooser.search.clear()
    heading = chooser.tree.topLevelItem(0)
    assert heading is not None
    for item in map(heading.child, range(heading.childCount())):
        assert item is not None
        item.setCheckState(0, Qt.CheckState.Unchecked)

    assert not chooser.apply.isEnabled()
    assert "at least one" in chooser.hint.text()
    chooser.reject()


def test_the_key_that_a_row_had_before_is_told_from_the_one_that_it_has() -> None:
    now, before = Column("_key", STRING, label="household_id"), Column("_origin_key", STRING, label="household_id")

    assert title(now, ("_key",)) == "household_id"
    assert title(before, ("_key",)) == "household_id of origin"


def test_a_list_of_keys_is_asked_about_as_far_as_it_can_be_and_an_empty_one_is_told(user: User) -> None:
    inspector = inspector_of(user)
    user.click_node("gold")
    user.until(lambda: inspector.rows.grid.total == 3)
    why = inspector.why
    inspector.tabs.setCurrentWidget(why)
    why.line.setFocus()
    QTest.keyClick(why.line, Qt.Key.Key_Return)
    assert why.error.isVisible()
    assert "no key" in why.error.text()

    QGuiApplication.clipboard().setText("R01\nR02\nR09\n" + "\n".join(f"X{n}" for n in range(1_200)))
    QTest.keyClick(why.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(why.line, Qt.Key.Key_Return)
    assert f"{number(1_203)} keys are too many" in why.error.text()
    user.until(lambda: why.tree.topLevelItemCount() == MOST_KEYS)
    assert why.where.toolTip().startswith(f"2 of {number(1_000)} at Gold")

    item = why.tree.topLevelItem(1)
    assert item is not None
    why.tree.setCurrentItem(item)
    assert why.answer.isVisible()
    assert why.answer.text() == item.text(1)


def test_a_refused_export_does_not_leave_the_success_of_the_one_before(user: User, tmp_path: Path) -> None:
    rows = inspector_of(user).rows
    user.click_node("gold")
    user.until(lambda: rows.grid.total == 3)
    rows.export(tmp_path / "gold.csv")
    user.until(lambda: "gold.csv" in rows.position.text())
    refused: list[object] = []
    rows.failed.connect(refused.append)

    rows.export(tmp_path / "missing" / "gold.csv")
    user.until(lambda: bool(refused))

    assert "gold.csv" not in rows.position.text()
    assert not rows.exporting.isVisible()


def test_numbers_of_a_node_that_stand_stay_the_same_widgets(user: User) -> None:
    user.click_node("gold")
    facts = user.window.panel.facts
    user.until(lambda: facts.findChild(QPushButton) is not None)
    link = facts.findChild(QPushButton)
    node = user.document.node_by_id["gold"]

    facts.show_node(user.page.session, node)

    assert facts.findChild(QPushButton) is link
    assert link is not None
    assert link.isVisible()


def test_one_person_is_followed_from_the_grid_with_the_values_of_each_step(user: User) -> None:
    inspector = inspector_of(user)
    user.click_node("mail")
    user.until(lambda: inspector.rows.grid.total == 3)
    table = inspector.rows.grid.table
    where = table.visualRect(table.model().index(0, 0)).center()

    user.double_click(table.viewport(), where)

    tree = inspector.why.tree
    user.until(lambda: tree.topLevelItemCount() == 1 and tree.topLevelItem(0).childCount() == 3)  # type: ignore[union-attr]  # counted before
    item = tree.topLevelItem(0)
    assert item is not None
    assert (item.text(0), item.text(1)) == ("R01", "Is here. reachable")
    assert [line.split(" ")[1] for line in under(item)] == ["Gold", "Enrichment", "E-mail"]
    assert "points: 120" in under(item)[1]
    assert user.page.canvas.look.dimmed == {"paris"}
    first = item.child(0)
    assert first is not None
    tree.setCurrentItem(first)
    assert user.page.canvas.look.dimmed == {"paris", "points", "mail"}


def test_the_smallest_change_lets_somebody_through_as_one_step(user: User) -> None:
    inspector = inspector_of(user)
    before = to_text(user.document)
    user.click_node("paris")
    inspector.tabs.setCurrentWidget(inspector.why)
    user.type(inspector.why.line, "R01")
    QTest.keyClick(inspector.why.line, Qt.Key.Key_Return)
    user.until(inspector.why.apply.isVisible)
    assert "“London”" in inspector.why.remedy.text()

    QTest.mouseClick(inspector.why.apply, LEFT)

    assert user.count("paris") == 8
    user.undo()
    assert to_text(user.document) == before
    assert user.count("paris") == 5


@pytest.mark.req("ORC-69")
def test_a_bar_of_a_distribution_finds_its_rows(user: User) -> None:
    inspector = inspector_of(user)
    user.click_node("points")
    user.until(lambda: inspector.rows.grid.total == 3)
    inspector.show_statistics("points")
    user.until(lambda: inspector.statistics.measures.count() > 0)

    QTest.mouseClick(inspector.statistics.frequent, LEFT, pos=QPoint(20, 8))

    user.until(lambda: inspector.rows.grid.total == 1)
    assert keys_in(user) == ["R01"]


def test_a_distribution_stands_beside_the_measures_wherever_there_is_room(user: User) -> None:
    inspector = inspector_of(user)
    user.click_node("points")
    user.until(lambda: inspector.rows.grid.total == 3)
    inspector.show_statistics("points")
    panel = inspector.statistics
    user.until(lambda: panel.measures.count() > 0)

    for width, beside in ((646, True), (400, False), (646, True)):
        panel.setFixedWidth(width)
        user.until(lambda: (panel.heading.x() > panel.choice.geometry().right()) is beside)  # noqa: B023  # at once


def test_a_pasted_code_brings_the_exact_state_back(user: User) -> None:
    user.click_node("gold")
    QGuiApplication.clipboard().clear()
    QTest.keyClick(user.window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    user.until(lambda: "3 recipients" in QGuiApplication.clipboard().text())
    copied, text = QGuiApplication.clipboard().text(), to_text(user.document)
    assert "version 1" in copied
    assert "Europe/Paris" in copied
    user.click_node("gold")
    user.type(user.window.panel.head.line, "Other")

    QTest.keyClick(user.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    user.until(lambda: user.window.findChild(QInputDialog) is not None)
    dialog = user.window.findChild(QInputDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == copied
    QTest.keyClick(line, Qt.Key.Key_Return)

    user.until(lambda: user.window.tabs.count() == 2 and user.page.session.locked != "")
    user.until(lambda: user.page.selected_output == ("gold", "result"))
    assert to_text(user.document) == text
    assert user.count("gold") == 3
    user.type(user.window.panel.head.line, "Never")
    assert to_text(user.document) == text


def test_the_log_tells_what_was_done_counted_and_wrong(user: User) -> None:
    log = user.window.bench.log
    user.click_node("gold")
    user.type(user.window.panel.head.line, "G")
    user.undo()
    user.click_node("paris")
    assert user.window.panel.form is not None
    (field,) = user.window.panel.form.rows["dimension"].editor.findChildren(QLineEdit)
    user.type(field, "nobody")
    # Half a name of a dimension changes nothing: it is taken once it is finished.
    QTest.keyClick(field, Qt.Key.Key_Return)
    user.until(lambda: any("nobody" in entry.text for entry in user.window.front.log.entries))

    texts = [entry.text for entry in user.window.front.log.entries]
    assert "Rename “Gold”" in texts
    assert "Undone: Rename “Gold”" in texts
    assert any(text.startswith("Gold: 12 entered, 3 left") for text in texts)
    assert any("seed" in text for text in texts)
    log.kind.setCurrentIndex(log.kind.findData("edit"))
    shown = [log.list.topLevelItem(place) for place in range(log.list.topLevelItemCount())]
    assert {item.data(0, Qt.ItemDataRole.UserRole) for item in shown if item is not None and not item.isHidden()} == {
        "edit"
    }


def test_the_steps_show_times_and_statements(user: User) -> None:
    bench = user.window.bench
    bench.show_view("sql")
    user.until(bench.sql.isVisible)
    user.click_node("gold")
    user.until(lambda: "SELECT" in bench.sql.text.toPlainText())

    steps = {item.text(0): item for item in map(bench.sql.steps.topLevelItem, range(4)) if item is not None}
    assert (steps["Gold"].text(2), steps["Gold"].text(3)) == ("12", "3")

    bench.sql.steps.setCurrentItem(steps["Paris"])
    user.until(lambda: "Paris" in bench.sql.text.toPlainText())
