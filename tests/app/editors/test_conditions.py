"""The condition editor by real clicks and keys: each gesture changes the rule that comes out, and nothing else."""

from itertools import pairwise
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from app.panel.editors.conditions import ConditionEditor, Context
from app.panel.editors.conditions.footer import SqlView
from app.panel.editors.conditions.large import LargeEditor
from app.panel.editors.conditions.saving import FilterDialog
from app.panel.editors.conditions.tree import Address
from engine.catalog.model import Filter
from engine.catalog.sources import Surroundings
from tests.app.editors.hands import Hands
from tests.engine.campaigns import condition, exists, group

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
CITY = condition("city", value="Paris")
PLAN = condition("plan", value="basic")
CHURN = condition("churn_prop", "greater", 0.5)


@pytest.fixture
def hands(qtbot: QtBot, surroundings: Surroundings, tmp_path: Path) -> Hands:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    editor = ConditionEditor(Context(surroundings, "recipients", {"a1": "Readers"}), settings=settings)
    qtbot.addWidget(editor)
    editor.resize(320, 1600)
    editor.show()
    qtbot.waitExposed(editor)
    return Hands(editor)


@pytest.mark.req("ORC-194", "ORC-195")
def test_a_condition_is_chosen_by_typing_and_its_value_typed_on(hands: Hands) -> None:
    hands.click(hands.box().add_line)
    hands.choose("City")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, "Paris")

    assert hands.items == [CITY]
    assert hands.said[-1] == group("and", CITY)
    assert "City is “Paris”" in hands.editor.footer.sentence.text()


@pytest.mark.req("ORC-195", "ORC-202")
def test_linked_tables_are_opened_step_by_step_or_found_by_search(hands: Hands) -> None:
    hands.click(hands.box().add_line)
    chooser = hands.chooser()
    QTest.keyClicks(chooser.search, "loyalty")
    QTest.keyClick(chooser.search, KEY.Key_Right)
    assert chooser.trail.text() == "loyalty"
    hands.choose("level")
    assert hands.items[-1]["attribute"] == "loyalty/membership_level"

    hands.click(hands.box().add_line)
    chooser = hands.chooser()
    QTest.keyClicks(chooser.search, "loyalty")
    QTest.keyClick(chooser.search, KEY.Key_Right)
    QTest.keyClick(chooser.search, KEY.Key_Left)
    assert chooser.trail.text() == ""
    hands.choose("points")
    assert hands.items[-1]["attribute"] == "loyalty/points_balance"


@pytest.mark.req("ORC-195")
def test_favourites_and_recents_are_offered_first_the_next_time(hands: Hands) -> None:
    hands.click(hands.box().add_line)
    chooser = hands.chooser()
    QTest.keyClicks(chooser.search, "email")
    QTest.keyClick(chooser.search, KEY.Key_B, CTRL)
    QTest.keyClick(chooser.search, KEY.Key_Escape)
    hands.click(hands.box().add_line)
    hands.choose("city")
    hands.click(hands.box().add_line)
    offered = hands.chooser().list
    assert [offered.item(row).text() for row in range(4)] == ["", "email", "", "City"]


@pytest.mark.req("ORC-195")
def test_an_escaped_choice_changes_nothing(hands: Hands) -> None:
    hands.show(CITY)
    hands.click(hands.box().add_line)
    QTest.keyClick(hands.chooser().search, KEY.Key_Escape)
    assert hands.items == [CITY]
    assert hands.said == []


@pytest.mark.req("ORC-203")
def test_linked_records_exist_with_conditions_on_the_same_record(hands: Hands) -> None:
    hands.click(hands.box().add_line)
    hands.choose("purchases", "such a record")
    hands.click(hands.box(0, "rule").add_line)
    hands.choose("price")
    hands.type("100")
    assert hands.items == [exists("purchases", group("and", condition("price", value=100)))]

    hands.pick(hands.card(0).fields.first_field(), True)  # type: ignore[arg-type]
    assert hands.items[0]["negated"] is True
    assert hands.items[0]["rule"]["items"] == [condition("price", value=100)]


@pytest.mark.req("ORC-204")
def test_an_attribute_of_a_collection_is_calculated(hands: Hands) -> None:
    hands.click(hands.box().add_line)
    hands.choose("purchases", "price")
    card = hands.card(0)
    assert hands.items[0]["function"] == "sum"
    hands.pick(card.findChildren(QComboBox)[0], "average")
    field = hands.card(0).findChildren(QLineEdit)[-1]
    QTest.keyClicks(field, "12,5")
    assert hands.items[0] | {"value": 0} == {
        "kind": "aggregate", "function": "average", "attribute": "purchases/price", "operator": "greater-or-equal",
        "rule": None, "value": 0,
    }  # fmt: skip


@pytest.mark.req("ORC-204")
def test_only_some_of_the_records_are_calculated_from(hands: Hands) -> None:
    hands.show({"kind": "aggregate", "function": "count", "attribute": "purchases", "operator": "greater", "value": 2})
    hands.click(hands.box(0, "rule").add_line)
    hands.choose("price")
    hands.type("7")
    assert hands.items[0]["rule"] == group("and", condition("price", value=7))
    assert not hands.card(0, "rule", 0).message.isVisible()


@pytest.mark.req("ORC-197")
@pytest.mark.parametrize(
    ("attribute", "fits", "does_not"),
    [
        ("city", {"equal", "starts-with", "like", "in", "empty"}, {"greater", "between", "within", "anniversary"}),
        ("churn_prop", {"equal", "greater", "between", "in", "empty"}, {"starts-with", "contains", "within"}),
        ("birth_date", {"equal", "less", "between", "within", "anniversary"}, {"like", "contains"}),
        ("c_email", {"equal", "not-equal", "empty"}, {"in", "greater", "contains", "within"}),
    ],
)
def test_the_operators_fit_the_type(hands: Hands, attribute: str, fits: set[str], does_not: set[str]) -> None:
    hands.show(condition(attribute))
    box = hands.card(0).findChildren(QComboBox)[0]
    offered = {box.itemData(row) for row in range(box.count())}
    assert fits <= offered
    assert not does_not & offered


@pytest.mark.req("ORC-197", "ORC-199")
def test_a_value_survives_the_change_to_a_list_and_back(hands: Hands) -> None:
    hands.show(CITY)
    hands.pick(hands.card(0).findChildren(QComboBox)[0], "in")
    assert hands.items == [condition("city", "in", values=["Paris"])]
    hands.pick(hands.card(0).findChildren(QComboBox)[0], "starts-with")
    assert hands.items == [condition("city", "starts-with", "Paris")]
    hands.pick(hands.card(0).findChildren(QComboBox)[0], "empty")
    assert len(hands.card(0).findChildren(QLineEdit)) == 0


@pytest.mark.req("ORC-199")
def test_a_list_takes_typed_pasted_and_removed_values(hands: Hands) -> None:
    hands.show(condition("city", "in", values=["Paris"]))
    line = hands.card(0).findChildren(QLineEdit)[-1]
    QTest.keyClicks(line, "Lyon")
    QTest.keyClick(line, KEY.Key_Return)
    QTest.keyClicks(line, "Metz,")
    QApplication.clipboard().setText("Nice\nParis\n\nRiom")
    QTest.keyClick(line, KEY.Key_V, CTRL)
    assert hands.items[0]["values"] == ["Paris", "Lyon", "Metz", "Nice", "Riom"]
    QTest.keyClick(line, KEY.Key_Backspace)
    close = next(one for one in hands.card(0).findChildren(QToolButton) if one.accessibleName() == "Remove Lyon")
    hands.click(close)
    assert hands.items[0]["values"] == ["Paris", "Metz", "Nice"]


@pytest.mark.req("ORC-199")
@pytest.mark.parametrize(
    ("language", "attribute", "pasted", "expected"),
    [
        ("en_GB", "city", "Smith, John\r\nDoe; Jane\r\n\r\n", ["Smith, John", "Doe; Jane"]),
        ("en_GB", "city", "Paris,\nLyon,\n", ["Paris", "Lyon"]),
        ("en_GB", "city", "Paris, Lyon;Metz", ["Paris", "Lyon", "Metz"]),
        ("en_GB", "churn_prop", "0.5\t1,000.5\n0.5\n", [0.5, 1000.5]),
        ("fr_FR", "churn_prop", "0,5\n1\u202f000,5\n2 000\n", [0.5, 1000.5, 2000]),
        ("fr_FR", "churn_prop", "0,5; 1,5", [0.5, 1.5]),
        ("fr_FR", "churn_prop", "0,5\n", [0.5]),
    ],
)
def test_a_column_that_is_pasted_keeps_each_of_its_values_whole(
    hands: Hands, language: str, attribute: str, pasted: str, expected: list[Any]
) -> None:
    QLocale.setDefault(QLocale(language))
    hands.show(condition(attribute, "in", values=[]))
    QApplication.clipboard().setText(pasted)
    QTest.keyClick(hands.card(0).findChildren(QLineEdit)[-1], KEY.Key_V, CTRL)
    assert hands.items[0]["values"] == expected


@pytest.mark.req("ORC-199")
def test_a_decimal_comma_is_typed_into_a_list(hands: Hands) -> None:
    QLocale.setDefault(QLocale("fr_FR"))
    hands.show(condition("churn_prop", "in", values=[]))
    QTest.keyClicks(hands.card(0).findChildren(QLineEdit)[-1], "0,5;1,5;")
    assert hands.items[0]["values"] == [0.5, 1.5]


def test_thirty_thousand_values_are_pasted_in_a_moment(hands: Hands) -> None:
    hands.show(condition("city", "in", values=[]))
    QApplication.clipboard().setText("\n".join(f"C{number % 30_000}" for number in range(60_000)))
    begun = monotonic()
    QTest.keyClick(hands.card(0).findChildren(QLineEdit)[-1], KEY.Key_V, CTRL)
    assert len(hands.items[0]["values"]) == 30_000
    assert monotonic() - begun < 15


@pytest.mark.req("ORC-199")
def test_numbers_and_dates_are_read_as_the_locale_writes_them(hands: Hands) -> None:
    hands.show(CHURN, condition("birth_date", "less", "2000-12-31"))
    number, date = (hands.card(place).findChildren(QLineEdit)[-1] for place in (0, 1))
    assert (number.text(), date.text()) == ("0.5", "31/12/2000")
    number.clear()
    QTest.keyClicks(number, "1.25")
    date.clear()
    QTest.keyClicks(date, "01/02/2003")
    assert [one["value"] for one in hands.items] == [1.25, "2003-02-01"]


@pytest.mark.req("ORC-199")
def test_a_value_that_does_not_fit_is_kept_marked_and_blocks_nothing(hands: Hands) -> None:
    hands.show(CHURN, CITY)
    field = hands.card(0).findChildren(QLineEdit)[-1]
    field.clear()
    QTest.keyClicks(field, "12a")
    assert hands.items == [condition("churn_prop", "greater", "12a"), CITY]
    assert field.property("wrong") is True
    assert "Write a number" in hands.card(0).message.text()
    field.clear()
    QTest.keyClicks(field, "12")
    assert field.property("wrong") is False
    assert not hands.card(0).message.isVisible()


def test_a_number_beyond_all_numbers_is_kept_as_it_was_typed(hands: Hands) -> None:
    hands.show(CHURN)
    field = hands.card(0).findChildren(QLineEdit)[-1]
    field.clear()
    QTest.keyClicks(field, "1e400")
    assert hands.items == [condition("churn_prop", "greater", "1e400")]
    assert "Write a number" in hands.card(0).message.text()
    for text in ("1_000", "\u0663"):
        hands.show(condition("churn_prop", "greater", text))
        assert "Write a number" in hands.card(0).message.text(), text


def test_a_number_of_units_that_was_cleared_shows_what_counts_again(hands: Hands) -> None:
    hands.show(condition("birth_date", "greater", relative={"count": 8, "unit": "week"}))
    field = next(one for one in hands.card(0).findChildren(QLineEdit) if one.accessibleName() == "How many")
    hands.editor.window().activateWindow()
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, KEY.Key_Delete)
    assert field.text() == ""
    QTest.keyClick(field, KEY.Key_Tab)
    assert field.text() == "8"
    assert hands.items[0]["relative"]["count"] == 8


def test_a_number_of_units_that_is_not_whole_is_marked_and_never_another_number(hands: Hands) -> None:
    hands.show(condition("birth_date", "greater", relative={"count": 8, "unit": "week"}))
    field = next(one for one in hands.card(0).findChildren(QLineEdit) if one.accessibleName() == "How many")
    hands.editor.window().activateWindow()
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "1.5")
    assert (field.text(), field.property("wrong")) == ("1.5", True)
    assert "whole number" in field.toolTip()
    assert hands.items[0]["relative"]["count"] == 1
    for text in ("-3", "9" * 30, "100001", "a"):
        field.selectAll()
        QTest.keyClicks(field, text)
        assert field.property("wrong") is True, text
    field.selectAll()
    QTest.keyClicks(field, "12")
    assert (field.property("wrong"), field.toolTip()) == (False, "")
    assert hands.items[0]["relative"]["count"] == 12


@pytest.mark.req("ORC-199")
def test_an_enumeration_is_chosen_by_its_label(hands: Hands) -> None:
    hands.show(PLAN)
    box = hands.card(0).findChildren(QComboBox)[1]
    assert box.currentText() == "Basic plan"
    hands.pick(box, "premium")
    assert hands.items == [condition("plan", value="premium")]
    line = box.lineEdit()
    assert line is not None
    line.clear()
    QTest.keyClicks(line, "gold")
    assert hands.items == [condition("plan", value="gold")]
    assert "Choose one of free, basic, premium" in hands.card(0).message.text()


@pytest.mark.req("ORC-200")
def test_periods_and_moments_counted_from_now(hands: Hands) -> None:
    hands.show(condition("birth_date", "within", period={"preset": "today"}))
    preset = hands.card(0).findChildren(QComboBox)[1]
    hands.pick(preset, "last")
    count = hands.card(0).findChildren(QLineEdit)[0]
    count.selectAll()
    QTest.keyClicks(count, "6")
    hands.pick(hands.card(0).findChildren(QComboBox)[2], "month")
    assert hands.items[0]["period"] == {"preset": "last", "unit": "month", "count": 6}
    QTest.keyClick(count, KEY.Key_Up)
    assert hands.items[0]["period"]["count"] == 7


def trigger(menu: QMenu, text: str) -> None:
    """Click on an action of an open menu."""
    action = next(one for one in menu.actions() if one.text() == text)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    QApplication.processEvents()


def opened_menu(hands: Hands) -> QMenu:
    return [one for one in hands.editor.findChildren(QMenu) if one.isVisible()][-1]


@pytest.mark.req("ORC-200", "ORC-201", "ORC-222")
def test_a_value_is_taken_from_now_from_an_expression_or_from_a_variable(hands: Hands) -> None:
    hands.show(condition("birth_date", "less", "2000-01-01"))
    hands.click(hands.card(0).more)
    trigger(opened_menu(hands), "Compare with a moment counted from now")
    assert hands.items == [condition("birth_date", "less", relative={"count": 30, "unit": "day", "ahead": False})]

    hands.click(hands.card(0).more)
    trigger(opened_menu(hands), "Compare with an expression")
    QTest.keyClicks(hands.card(0).findChildren(QPlainTextEdit)[0], "DaysAgo(3)")
    assert hands.items == [condition("birth_date", "less", value_expression="DaysAgo(3)")]

    hands.click(hands.card(0).more)
    trigger(opened_menu(hands), "Compare with a variable")
    hands.pick(hands.card(0).findChildren(QComboBox)[1], "channel")
    assert hands.items == [condition("birth_date", "less", variable="channel")]


@pytest.mark.req("ORC-201")
def test_an_expression_decides_which_operators_fit(hands: Hands) -> None:
    hands.click(hands.box().add_line)
    hands.choose("expression")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "YearsOld(@birth_date)")
    QTest.keyClick(field, KEY.Key_Return)
    QApplication.processEvents()
    box = hands.card(0).findChildren(QComboBox)[0]
    assert box.findData("starts-with") < 0
    hands.pick(box, "greater-or-equal")
    QTest.keyClicks(hands.card(0).findChildren(QLineEdit)[-1], "18")
    assert hands.items == [
        {"kind": "condition", "expression": "YearsOld(@birth_date)", "operator": "greater-or-equal", "value": 18}
    ]


@pytest.mark.req("ORC-205")
def test_a_click_on_the_word_between_lines_changes_how_they_combine(hands: Hands) -> None:
    hands.show(CITY, PLAN)
    for wanted in ("or", "except", "and"):
        joiner = next(one for one in hands.card(1).findChildren(QToolButton) if one.property("joiner"))
        hands.click(joiner)
        assert hands.editor.root["operator"] == wanted
    assert hands.items == [CITY, PLAN]


@pytest.mark.req("ORC-206")
def test_keys_move_lines_into_and_out_of_groups(hands: Hands) -> None:
    hands.show(CITY, group("or", PLAN, CHURN))
    hands.mark((0,))
    hands.key(KEY.Key_Down, ALT)
    assert hands.items == [group("or", CITY, PLAN, CHURN)]
    hands.key(KEY.Key_Down, ALT)
    hands.key(KEY.Key_Down, ALT)
    hands.key(KEY.Key_Down, ALT)
    assert hands.items == [group("or", PLAN, CHURN), CITY]
    assert hands.editor.chosen == [(1,)]
    hands.key(KEY.Key_Up, ALT)
    assert hands.items == [group("or", PLAN, CHURN, CITY)]


@pytest.mark.req("ORC-206")
def test_marked_lines_are_grouped_and_ungrouped(hands: Hands) -> None:
    hands.show(CITY, PLAN, CHURN)
    hands.mark((0,), (2,))
    hands.key(KEY.Key_G, CTRL)
    assert hands.items == [group("or", CITY, CHURN), PLAN]
    hands.key(KEY.Key_G, CTRL | SHIFT)
    assert hands.items == [CITY, CHURN, PLAN]


@pytest.mark.req("ORC-206")
def test_a_line_is_grouped_with_the_one_below_from_its_menu(hands: Hands) -> None:
    hands.show(CITY, PLAN, CHURN)
    hands.click(hands.card(1).more)
    trigger(opened_menu(hands), "Group with the line below")
    assert hands.items == [CITY, group("or", PLAN, CHURN)]


@pytest.mark.req("ORC-206")
@pytest.mark.parametrize(
    ("source", "onto", "part", "expected"),
    [
        ((0,), (2,), "below", [PLAN, CHURN, CITY]),
        ((2,), (0,), "above", [CHURN, CITY, PLAN]),
        ((0,), (2,), "above", [PLAN, CITY, CHURN]),
        ((1,), (1,), "below", [CITY, PLAN, CHURN]),
    ],
)
def test_a_line_is_dragged_before_or_after_another(
    hands: Hands, source: Address, onto: Address, part: str, expected: list[Any]
) -> None:
    hands.show(CITY, PLAN, CHURN)
    card = hands.card(*onto)
    hands.drag(source, card.mapToGlobal(QPoint(60, card.height() - 6 if part == "below" else 6)))
    assert hands.items == expected


@pytest.mark.req("ORC-206")
def test_a_line_is_dragged_into_a_group_but_not_into_another_context(hands: Hands) -> None:
    hands.show(CITY, group("or", PLAN, CHURN), exists("purchases", group("and", condition("price", value=1))))
    before = hands.items
    inner = hands.card(2, "rule", 0)
    hands.drag((0,), inner.mapToGlobal(QPoint(60, 6)))
    assert hands.items == before
    assert "stay inside their line" in hands.editor.footer.note.text()

    target = hands.card(1, 1)
    hands.drag((0,), target.mapToGlobal(QPoint(60, target.height() - 6)))
    assert hands.items[0] == group("or", PLAN, CHURN, CITY)


@pytest.mark.req("ORC-206")
def test_what_is_dragged_to_an_edge_scrolls_and_lands_where_the_mark_stands(hands: Hands, qtbot: QtBot) -> None:
    hands.show(*(condition("city", value=str(place)) for place in range(30)))
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(hands.editor)
    area.resize(360, 300)
    area.show()
    qtbot.waitExposed(area)
    bottom = area.viewport().mapToGlobal(QPoint(60, area.viewport().height() - 4))
    hands.drag((0,), bottom, let_go=False)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum(), timeout=20_000)
    handle = hands.card(0).handle
    last = hands.card(29)
    end = last.mapToGlobal(QPoint(60, last.height() - 4))
    QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, handle.mapFromGlobal(end))
    assert [one["value"] for one in hands.items] == [*map(str, range(1, 30)), "0"]
    area.takeWidget()  # the editor is closed by who made it


@pytest.mark.req("ORC-194")
def test_a_new_line_is_scrolled_into_view_in_the_large_window(hands: Hands, qtbot: QtBot) -> None:
    hands.show(*(condition("city", value=str(place)) for place in range(20)))
    hands.editor.open_large()
    (large,) = hands.editor.window().findChildren(LargeEditor)
    qtbot.waitExposed(large)
    large.editor.add((), large.editor.board.groups[()].add_line)
    search = Hands(large.editor).chooser().search
    QTest.keyClicks(search, "expression")
    QTest.keyClick(search, KEY.Key_Return)
    card = large.editor.board.cards[(20,)]
    area = large.findChild(QScrollArea)
    assert area is not None
    view = area.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(QRect(card.mapTo(view, QPoint(0, 0)), card.size())))
    # How many are found stays in sight, too.
    footer = large.editor.footer
    assert large.rect().contains(QRect(footer.mapTo(large, QPoint(0, 0)), footer.size()))
    large.close()


@pytest.mark.req("ORC-204")
@pytest.mark.parametrize(
    ("typed", "function"), [("average price", "average"), ("smallest price", "min"), ("sum price", "sum")]
)
def test_a_calculation_is_found_by_its_name(hands: Hands, typed: str, function: str) -> None:
    hands.show()
    hands.click(hands.box().add_line)
    hands.choose("purchases", typed)
    assert (hands.items[0]["function"], hands.items[0]["attribute"]) == (function, "purchases/price")


@pytest.mark.req("ORC-206")
def test_escape_gives_a_drag_up(hands: Hands) -> None:
    hands.show(CITY, PLAN)
    card = hands.card(1)
    hands.drag((0,), card.mapToGlobal(QPoint(60, card.height() - 6)), let_go=False)
    handle = hands.card(0).handle
    mark = hands.editor.board.drop_mark
    assert mark.isVisible()
    assert mark.y() > card.geometry().center().y(), "it would be put below the line, so the mark stands below it"
    QTest.keyClick(handle, KEY.Key_Escape)
    assert not mark.isVisible()
    QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(5, 200))
    assert hands.items == [CITY, PLAN]
    assert hands.said == []


@pytest.mark.req("ORC-206")
def test_lines_are_walked_entered_switched_off_and_removed_by_keys(hands: Hands) -> None:
    hands.show(CITY, PLAN, CHURN)
    hands.mark((0,))
    hands.key(KEY.Key_Down)
    hands.key(KEY.Key_Space)
    assert hands.items == [CITY, PLAN | {"disabled": True}, CHURN]
    hands.key(KEY.Key_Space)
    assert hands.items == [CITY, PLAN, CHURN]
    hands.key(KEY.Key_Down, SHIFT)
    hands.key(KEY.Key_Delete)
    assert hands.items == [CITY]
    hands.key(KEY.Key_Return)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    hands.key(KEY.Key_Escape)
    assert QApplication.focusWidget() is hands.card(0)
    hands.key(KEY.Key_Backspace)
    assert hands.editor.value() is None


@pytest.mark.req("ORC-206")
def test_keys_that_edit_a_field_do_not_touch_the_line(hands: Hands) -> None:
    hands.show(CITY)
    field = hands.card(0).findChildren(QLineEdit)[-1]
    field.setFocus()
    for key in (KEY.Key_End, KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Space):
        QTest.keyClick(field, key)
    assert hands.items == [condition("city", value="Pari ")]


@pytest.mark.req("ORC-206")
def test_all_groups_fold_into_their_sentence_and_unfold(hands: Hands) -> None:
    hands.show(CITY, group("or", PLAN, CHURN))
    hands.editor.fold_all(True)
    assert hands.box(1).folded.text() == "plan is “basic” or Churn propensity is greater than 0.5"
    assert (1, 0) not in hands.editor.board.cards
    hands.mark((1,))
    hands.key(KEY.Key_Return)
    assert (1, 0) in hands.editor.board.cards
    assert hands.said == []


@pytest.mark.req("ORC-206")
def test_everything_is_removed_from_the_menu_of_the_rule(hands: Hands) -> None:
    hands.show(CITY, PLAN)
    hands.click(hands.editor.footer.more)
    trigger(opened_menu(hands), "Remove all conditions")
    assert hands.editor.value() is None
    assert hands.editor.empty.isVisible()


@pytest.mark.req("ORC-207")
def test_conditions_are_copied_cut_pasted_and_duplicated(hands: Hands) -> None:
    hands.show(CITY, PLAN)
    hands.mark((0,))
    hands.key(KEY.Key_C, CTRL)
    hands.mark((1,))
    hands.key(KEY.Key_V, CTRL)
    assert hands.items == [CITY, PLAN, CITY]
    hands.key(KEY.Key_D, CTRL)
    assert hands.items == [CITY, PLAN, CITY, CITY]
    hands.mark((1,))
    hands.key(KEY.Key_X, CTRL)
    assert hands.items == [CITY, CITY, CITY]
    hands.key(KEY.Key_V, CTRL)
    assert PLAN in hands.items
    QApplication.clipboard().setText("no rule")
    before = hands.items
    hands.key(KEY.Key_V, CTRL)
    assert hands.items == before
    assert "no conditions on the clipboard" in hands.editor.footer.note.text()


@pytest.mark.req("ORC-197")
def test_negative_operators_can_include_empty_values_and_texts_ignore_case(hands: Hands) -> None:
    hands.show(condition("city", "not-equal", "Paris"))
    for text in ("Ignore case", "Include empty values"):
        hands.click(hands.card(0).more)
        trigger(opened_menu(hands), text)
    assert hands.items == [condition("city", "not-equal", "Paris", ignore_case=True, include_empty=True)]
    hands.click(hands.card(0).more)
    trigger(opened_menu(hands), "Ignore case")
    assert hands.items == [condition("city", "not-equal", "Paris", include_empty=True)]


@pytest.mark.req("ORC-210", "ORC-211")
def test_a_filter_shows_only_its_parameters_until_it_is_detached(hands: Hands) -> None:
    hands.click(hands.box().add_line)
    hands.choose("Lives in")
    fields = hands.card(0).findChildren(QLineEdit)
    assert len(fields) == 1
    fields[0].clear()
    QTest.keyClicks(fields[0], "Lyon")
    assert hands.items == [{"kind": "filter", "filter": "f-city", "parameters": {"items[0].value": "Lyon"}}]

    hands.click(hands.card(0).more)
    trigger(opened_menu(hands), "Switch to rule edition")
    assert hands.items == [group("and", condition("city", value="Lyon"), PLAN)]


@pytest.mark.req("ORC-210")
def test_a_rule_is_kept_as_a_filter_with_a_name_and_parameters(hands: Hands) -> None:
    hands.show(CITY, group("or", PLAN, CHURN))
    kept: list[Filter] = []
    hands.editor.filter_wanted.connect(kept.append)
    hands.click(hands.editor.footer.more)
    trigger(opened_menu(hands), "Save as a predefined filter…")
    dialog = hands.editor.findChildren(FilterDialog)[0]
    buttons = dialog.findChildren(QDialogButtonBox)[0]
    save = buttons.button(QDialogButtonBox.StandardButton.Save)
    hands.click(save)
    assert dialog.trouble.isVisible()
    assert kept == []

    QTest.keyClicks(dialog.label, "Lives in a city")
    hands.click(dialog.favourite)
    row = next(row for row in range(3) if "plan" in dialog.parameters.item(row).text())
    dialog.parameters.setCurrentRow(row)
    QTest.keyClick(dialog.parameters, KEY.Key_Space)
    hands.click(save)
    (found,) = kept
    assert (found.id, found.label) == ("lives-in-a-city", "Lives in a city")
    assert (found.favourite, found.shared, found.dimension) == (True, False, "recipients")
    assert found.parameters == ("items[1].items[0].value",)
    assert found.rule == group("and", CITY, group("or", PLAN, CHURN))


def test_an_audience_is_chosen_and_denied(hands: Hands) -> None:
    hands.click(hands.box().add_line)
    hands.choose("Readers")
    hands.pick(hands.card(0).findChildren(QComboBox)[0], True)
    assert hands.items == [{"kind": "audience", "audience": "a1", "negated": True}]


@pytest.mark.req("ORC-208")
def test_the_sql_is_shown_with_what_users_typed_in_quotes(hands: Hands) -> None:
    hands.show(condition("city", value="O'Hare"))
    hands.click(hands.editor.footer.sql)
    text = hands.editor.findChildren(SqlView)[0].text.toPlainText()
    assert "'O''Hare'" in text
    assert "FROM recipients" in text


def test_what_nobody_can_read_is_kept_shown_and_can_be_removed(hands: Hands) -> None:
    odd: list[Any] = [{"kind": "magic", "power": 9}, "text", {"kind": "condition", "operator": 3}]
    hands.show(CITY, *odd)
    assert hands.items == [CITY, *odd]
    assert "cannot be read" in hands.card(1).message.text()
    field = hands.card(0).findChildren(QLineEdit)[-1]
    QTest.keyClicks(field, "!")
    assert hands.items == [condition("city", value="Paris!"), *odd]
    hands.mark((2,))
    hands.key(KEY.Key_Delete)
    assert hands.items == [condition("city", value="Paris!"), odd[0], odd[2]]


def test_showing_another_value_announces_nothing_and_the_same_value_disturbs_nothing(hands: Hands) -> None:
    hands.show(CITY)
    field = hands.card(0).findChildren(QLineEdit)[-1]
    field.setFocus()
    hands.editor.set_value(group("and", CITY))
    assert hands.card(0).findChildren(QLineEdit)[-1] is field
    hands.editor.set_value(group("and", PLAN))
    assert hands.said == []
    assert hands.items == [PLAN]


def test_tab_leads_through_the_lines_from_top_to_bottom(hands: Hands) -> None:
    hands.show(CITY, CHURN)
    hands.mark((0,))
    seen: list[int] = []
    top = hands.editor.mapToGlobal(QPoint(0, 0)).y()
    for _ in range(30):
        hands.key(KEY.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.mapToGlobal(QPoint(0, 0)).y())
        if focused is hands.editor.footer.more:
            break
    rows = [(y - top) // 24 for y in seen]
    assert len(seen) > 8
    assert all(later >= first - 1 for first, later in pairwise(rows))
    assert max(rows) == rows[-1]


@pytest.mark.req("ORC-194")
def test_the_fields_stand_beside_the_subject_where_there_is_room(hands: Hands) -> None:
    hands.show(CITY)
    card = hands.card(0)
    field = card.findChildren(QLineEdit)[-1]
    assert field.mapTo(card, QPoint(0, 0)).y() > card.subject.geometry().bottom()
    hands.editor.resize(900, 800)
    QApplication.processEvents()
    assert field.mapTo(card, QPoint(0, 0)).y() < card.subject.geometry().bottom()
    assert hands.editor.minimumSizeHint().width() <= 320


@pytest.mark.req("ORC-194")
def test_the_large_window_and_the_small_editor_are_one_rule(hands: Hands, qtbot: QtBot) -> None:
    hands.show(CITY)
    hands.click(hands.editor.footer.large)
    large = next(one for one in hands.editor.findChildren(LargeEditor) if one.isVisible())
    qtbot.waitExposed(large)
    field = large.editor.board.cards[(0,)].findChildren(QLineEdit)[-1]
    QTest.keyClicks(field, "!")
    assert hands.items == [condition("city", value="Paris!")]
    assert hands.said == [group("and", condition("city", value="Paris!"))]
    hands.editor.set_value(group("and", PLAN))
    assert large.editor.value() == group("and", PLAN)
    large.close()
