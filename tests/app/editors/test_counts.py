"""Counts beside the lines: asked for soon after an edit, pale once stale, from real data; and distributions."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.panel.editors.conditions import ConditionEditor, Context, Distribution
from app.panel.editors.conditions.distribution import DistributionPopup
from app.panel.editors.conditions.waterfall import Waterfall
from app.panel.editors.conditions.workspace_counts import WorkspaceCounts
from engine.catalog.sources import Surroundings
from engine.problems import EngineError, Problem
from engine.rules import Rule
from engine.runner.lines import LineCount, RuleCounts
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, group
from tests.engine.fixture import records, shop

PEOPLE = records("recipients")
CITY = condition("city", value="Paris")
PLAN = condition("plan", value="basic")


class Asked:
    """Somebody who counts when told to."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.asked_of: list[Rule | None] = []
        self.cancelled = 0
        self.trouble = False
        self.answer = asyncio.Event()

    async def counts(self, rule: Rule) -> RuleCounts:
        self.rules.append(rule)
        if self.trouble:
            raise EngineError(Problem("no-data", "There is no data yet.", fix="Import a file."))
        try:
            await self.answer.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        return RuleCounts(1200, 1000, {"items[0]": LineCount(1100, 1200, 1000, 1150)}, {})

    async def distribution(self, table: str, path: str, rule: Rule | None) -> Distribution:
        assert (table, path) == ("recipients", "city")
        self.asked_of.append(rule)
        return Distribution((("Paris", 5), ("Lyon", 2)), 12, partial=True)


@pytest.fixture
def editor(qtbot: QtBot, surroundings: Surroundings, tmp_path: Path) -> ConditionEditor:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = ConditionEditor(Context(surroundings, "recipients"), settings=settings)
    qtbot.addWidget(made)
    made.resize(320, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with shop(tmp_path_factory.mktemp("counts")) as opened:
        yield opened


@pytest.mark.req("ORC-208")
def test_a_burst_of_typing_is_one_question_and_a_new_edit_gives_the_old_one_up(
    qtbot: QtBot, editor: ConditionEditor
) -> None:
    asked = Asked()
    editor.set_value(group("and", CITY))
    editor.set_counter(asked)
    qtbot.waitUntil(lambda: len(asked.rules) == 1)
    QTest.keyClicks(editor.board.cards[(0,)].findChildren(QLineEdit)[-1], "xyz")
    qtbot.waitUntil(lambda: len(asked.rules) == 2)
    assert asked.cancelled == 1
    assert asked.rules[1].model_dump(exclude_unset=True)["items"][0]["value"] == "Parisxyz"

    asked.answer.set()
    qtbot.waitUntil(lambda: editor.board.cards[(0,)].count.text == "1,000")
    slot = editor.board.cards[(0,)].count
    assert slot.change == "−200"
    assert "By itself it finds 1,100." in slot.toolTip()
    assert "Without it the rule finds 1,150 (+150)." in slot.toolTip()
    assert editor.footer.total.text() == "1,000 of 1,200 recipients"


@pytest.mark.req("ORC-208")
def test_an_edit_makes_the_counts_pale_until_they_are_known_again(qtbot: QtBot, editor: ConditionEditor) -> None:
    asked = Asked()
    asked.answer.set()
    editor.set_value(group("and", CITY))
    editor.set_counter(asked)
    qtbot.waitUntil(lambda: bool(editor.footer.total.text()))
    assert editor.footer.total.property("quiet") is False
    asked.answer.clear()
    QTest.keyClicks(editor.board.cards[(0,)].findChildren(QLineEdit)[-1], "x")
    assert editor.footer.total.property("quiet") is True


def test_why_there_are_no_counts_is_said(qtbot: QtBot, editor: ConditionEditor) -> None:
    asked = Asked()
    asked.trouble = True
    editor.set_counter(asked)
    qtbot.waitUntil(lambda: "There is no data yet." in editor.footer.note.text())


@pytest.mark.req("ORC-196")
def test_a_value_is_taken_from_the_distribution(qtbot: QtBot, editor: ConditionEditor) -> None:
    editor.set_value(group("and", condition("city", "in", values=["Nice"]), condition("city")))
    editor.set_counter(Asked())
    button = next(one for one in editor.board.cards[(1,)].findChildren(QToolButton) if "istribution" in one.toolTip())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    popup = editor.findChildren(DistributionPopup)[-1]
    qtbot.waitUntil(lambda: "Partial load" in popup.note.text())
    assert popup.bars.text_of(0) == "Paris  5  41.7 %"
    QTest.keyClick(popup.bars, Qt.Key.Key_Down)
    QTest.keyClick(popup.bars, Qt.Key.Key_Return)
    popup.close()
    editor.show_distribution((0,), editor)
    popup = editor.findChildren(DistributionPopup)[-1]
    qtbot.waitUntil(lambda: "Partial load" in popup.note.text())
    QTest.mouseClick(popup.bars, Qt.MouseButton.LeftButton, pos=popup.bars.place_of(0))
    assert editor.value() == group(
        "and", condition("city", "in", values=["Nice", "Paris"]), condition("city", value="Lyon")
    )


@pytest.mark.req("ORC-208", "ORC-196")
def test_the_counts_of_real_data_are_those_of_plain_python(
    qtbot: QtBot, editor: ConditionEditor, workspace: Workspace
) -> None:
    document = campaign([build("a", CITY), {"id": "e", "type": "end"}], "a>e")
    editor.set_value(group("and", CITY, PLAN, condition("churn_prop", "less", "oops")))
    editor.set_counter(WorkspaceCounts(workspace, document, "recipients"))
    both = sum(row["city"] == "Paris" and row["plan"] == "basic" for row in PEOPLE)
    qtbot.waitUntil(lambda: editor.footer.total.text() == f"{both} of {len(PEOPLE)} recipients")
    paris = sum(row["city"] == "Paris" for row in PEOPLE)
    assert [editor.board.cards[(place,)].count.text for place in (0, 1, 2)] == [str(paris), str(both), ""]
    assert "1 line cannot be counted yet" in editor.footer.note.text()

    # The population that enters "e" has never been counted; it is, before the rule is.
    editor.set_counter(WorkspaceCounts(workspace, document, "recipients", transition="t1"))
    qtbot.waitUntil(lambda: editor.footer.total.text() == f"{both} of {paris} recipients")


@pytest.mark.req("ORC-199", "ORC-196")
def test_values_that_occur_are_offered_while_a_text_is_typed(
    qtbot: QtBot, editor: ConditionEditor, workspace: Workspace
) -> None:
    editor.set_value(group("and", condition("city"), condition("loyalty/membership_level", "in", values=[])))
    editor.set_counter(WorkspaceCounts(workspace, campaign([build("a")]), "recipients"))
    first, second = (editor.board.cards[(place,)].findChildren(QLineEdit)[-1] for place in (0, 1))
    for line, typed in ((first, "par"), (second, "old")):
        line.setFocus()
        qtbot.waitUntil(lambda line=line: line.completer() is not None)  # type: ignore[misc]
        QTest.keyClicks(line, typed)
        popup = line.completer().popup()
        assert popup is not None
        assert popup.isVisible()
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert editor.value() == group(
        "and", condition("city", value="Paris"), condition("loyalty/membership_level", "in", values=["gold"])
    )


@pytest.mark.req("ORC-196")
def test_a_distribution_is_asked_of_what_the_other_lines_find(
    qtbot: QtBot, editor: ConditionEditor, workspace: Workspace
) -> None:
    editor.set_value(group("and", CITY, PLAN))
    editor.set_counter(WorkspaceCounts(workspace, campaign([build("a")]), "recipients"))
    editor.show_distribution((0,), editor)
    popup = editor.findChildren(DistributionPopup)[-1]

    def shown() -> dict[str, int]:
        found = [popup.bars.text_of(row).split("  ") for row in range(popup.bars.rows)]
        return {value: int(count) for value, count, _ in found}

    qtbot.waitUntil(lambda: popup.note.text() == f"Of {len(PEOPLE)} records.")
    assert shown() == Counter(row["city"] for row in PEOPLE)
    QTest.mouseClick(popup.among, Qt.MouseButton.LeftButton, pos=popup.among.rect().center() - QPoint(60, 0))
    basic = Counter(row["city"] for row in PEOPLE if row["plan"] == "basic")
    qtbot.waitUntil(lambda: shown() == basic)


def test_a_new_hour_disturbs_no_field_but_new_names_do(editor: ConditionEditor, surroundings: Surroundings) -> None:
    editor.set_value(group("and", CITY))
    field = editor.board.cards[(0,)].findChildren(QLineEdit)[-1]
    later = Surroundings(surroundings.catalog, surroundings.clock, surroundings.variables, seed=7)
    editor.set_context(Context(later, "recipients"))
    assert editor.board.cards[(0,)].findChildren(QLineEdit)[-1] is field
    editor.set_context(Context(later, "purchases"))
    assert "no attribute 'city'" in editor.board.cards[(0,)].message.text()


@pytest.mark.req("ORC-208")
def test_a_table_tells_what_each_line_does_in_order_and_alone(
    qtbot: QtBot, editor: ConditionEditor, workspace: Workspace
) -> None:
    """The numbers are those of plain Python, and the table is opened, read and copied by keyboard alone."""
    off = {**condition("plan", value="free"), "disabled": True}
    editor.set_value(group("and", CITY, group("or", PLAN, condition("city", value="Lyon")), off))
    editor.set_counter(WorkspaceCounts(workspace, campaign([build("a")]), "recipients"))
    qtbot.waitUntil(lambda: editor.counts is not None)
    editor.footer.steps.setFocus()
    QTest.keyClick(editor.footer.steps, Qt.Key.Key_Space)
    (table,) = editor.findChildren(Waterfall)

    def count(holds: Callable[[Any], bool]) -> int:
        return sum(holds(row) for row in PEOPLE)

    def step(number: int) -> str:
        return f"−{-number}" if number < 0 else f"+{number}" if number else "±0"

    everybody, paris = len(PEOPLE), count(lambda row: row["city"] == "Paris")
    basic, lyon = count(lambda row: row["plan"] == "basic"), count(lambda row: row["city"] == "Lyon")
    either = count(lambda row: row["plan"] == "basic" or row["city"] == "Lyon")
    found = count(lambda row: row["city"] == "Paris" and row["plan"] == "basic")
    free = count(lambda row: row["plan"] == "free")
    assert table.table.texts()[1:] == [
        ["All recipients", "", str(everybody), "", "", ""],
        ["City is “Paris”", step(paris - everybody), str(paris), step(paris - everybody), str(paris), str(either)],
        ["At least one of these", step(found - paris), str(found), step(either - everybody), str(either), str(paris)],
        ["Plan is “basic”", step(basic), str(basic), step(basic - everybody), str(basic), "0"],
        ["City is “Lyon”", step(either - basic), str(either), step(lyon - everybody), str(lyon), str(found)],
        ["Plan is “free”", "switched off", "", step(free - everybody), str(free), ""],
        ["The rule finds", "", str(found), "", "", ""],
    ]
    assert table.table.hasFocus()
    QTest.keyClick(table.table, Qt.Key.Key_Tab)
    (copy,) = table.findChildren(QPushButton)
    assert copy.hasFocus()
    QTest.keyClick(copy, Qt.Key.Key_Space)
    assert QApplication.clipboard().text().splitlines()[-1].split("\t")[2] == str(found)
    QTest.keyClick(table, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not editor.findChildren(Waterfall))
