"""Rules and expressions edited in the window's panel: the document, the counts on the canvas, and undo follow."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.panel.editors.chooser import Chooser
from app.panel.editors.conditions import ConditionEditor
from app.panel.editors.conditions.saving import FilterDialog
from app.panel.editors.expressions import ExpressionEditor
from app.panel.editors.rich import RuleEditor
from app.panel.nested import ModelList
from engine.document.files import to_text
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign, condition, group, node
from tests.engine.fixture import records, shop

PEOPLE = records("recipients")
LONDON = condition("city", value="London")


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """A window on a campaign: Londoners, split by a rule over those who enter."""
    basic = {"label": "Basic", "filter": group("and", condition("plan", value="basic"))}
    document = campaign(
        [build("london", LONDON), node("split", "split", subsets=[basic]), node("update", "update-data")],
        "london>split",
        "split:subset:1>update",
        name="Londoners",
    )
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Londoners", kind="campaign")
    found = open_window(qtbot, tmp_path, tmp_path / "shop")
    found.until(lambda: found.window.page is not None)
    yield found
    found.window.close()


def rule_of(user: User, name: str) -> Any:
    return user.document.node_by_id[name].settings["rule"]


def conditions(user: User) -> ConditionEditor:
    form = user.window.panel.form
    assert form is not None
    user.until(lambda: any(one.isVisible() for one in form.findChildren(ConditionEditor)))
    return next(one for one in form.findChildren(ConditionEditor) if one.isVisible())


@pytest.mark.req("ORC-194", "ORC-79")
def test_a_typed_condition_reaches_document_and_canvas_and_is_one_undo_step(user: User) -> None:
    before = to_text(user.document)
    assert user.count("london") == 3
    user.click_node("london")
    editor = conditions(user)
    field = editor.board.cards[(0,)].findChildren(QLineEdit)[-1]
    user.type(field, "Paris")

    assert rule_of(user, "london") == group("and", condition("city", value="Paris"))
    assert user.count("london") == sum(row["city"] == "Paris" for row in PEOPLE)
    assert editor.board.cards[(0,)].findChildren(QLineEdit)[-1] is field, "typing must not lose its field"
    user.until(lambda: editor.footer.total.text() == f"5 of {len(PEOPLE)} recipients")

    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert to_text(user.document) == before
    assert user.count("london") == 3


@pytest.mark.req("ORC-55")
def test_undo_after_undo_leaves_the_keyboard_in_the_same_field(user: User) -> None:
    before = to_text(user.document)
    user.click_node("london")
    editor = conditions(user)
    user.type(editor.board.cards[(0,)].findChildren(QLineEdit)[-1], "Paris")
    editor.board.root.add_line.setFocus()
    editor.set_logic((), "or")
    field = editor.board.cards[(0,)].findChildren(QLineEdit)[-1]
    field.setFocus()
    for text in ("Paris", "London"):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit)
        QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        now = QApplication.focusWidget()
        assert isinstance(now, QLineEdit)
        assert now.text() == text
    assert to_text(user.document) == before


@pytest.mark.req("ORC-194", "ORC-195")
def test_a_second_condition_is_added_in_the_panel(user: User) -> None:
    user.click_node("london")
    editor = conditions(user)
    QTest.mouseClick(editor.board.root.add_line, Qt.MouseButton.LeftButton)
    chooser = next(one for one in editor.findChildren(Chooser) if one.isVisible())
    QTest.keyClicks(chooser.search, "churn")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, "0.2")
    assert rule_of(user, "london") == group("and", LONDON, condition("churn_prop", value=0.2))
    assert user.count("london") == 1


@pytest.mark.req("ORC-109", "ORC-208")
def test_the_rule_of_a_subset_is_counted_over_those_who_enter(user: User) -> None:
    user.settled()
    user.click_node("split")
    editor = conditions(user)
    londoners = [row for row in PEOPLE if row["city"] == "London"]
    basic = sum(row["plan"] == "basic" for row in londoners)
    user.until(lambda: editor.footer.total.text() == f"{basic} of {len(londoners)} recipients")
    assert editor.board.cards[(0,)].count.text == str(basic)


def test_a_wrong_value_is_said_once_beside_its_field(user: User) -> None:
    user.click_node("london")
    editor = conditions(user)
    editor.board.cards[(0,)].fields.put(attribute="churn_prop", value="many")
    user.settled()
    form = user.window.panel.form
    assert form is not None
    assert isinstance(form.rows["rule"].editor, RuleEditor)
    assert "Write a number" in editor.board.cards[(0,)].message.text()
    assert not form.rows["rule"].problem.isVisible()


@pytest.mark.req("ORC-213")
def test_an_expression_is_edited_with_help_over_the_rows_that_enter(user: User) -> None:
    user.settled()
    user.click_node("update")
    form = user.window.panel.form
    assert form is not None
    QTest.mouseClick(form.findChildren(ModelList)[0].add, Qt.MouseButton.LeftButton)
    user.until(lambda: any(one.isVisible() for one in form.findChildren(ExpressionEditor)))
    expression = next(one for one in form.findChildren(ExpressionEditor) if one.isVisible())
    expression.field.setFocus()
    QTest.keyClicks(expression.field, "Upper(@cit")
    assert expression.field.completions.list.item(0).text() == "@city"


@pytest.mark.req("ORC-210", "ORC-211")
def test_a_saved_filter_is_offered_in_the_next_rule(user: User) -> None:
    user.click_node("london")
    editor = conditions(user)
    editor.save_filter()
    dialog = editor.findChildren(FilterDialog)[0]
    QTest.keyClicks(dialog.label, "Londoners")
    dialog.accept()
    desk = user.window.desk
    assert desk is not None
    user.until(lambda: "londoners" in desk.catalog.filter_by_id)

    editor = conditions(user)
    QTest.mouseClick(editor.board.root.add_line, Qt.MouseButton.LeftButton)
    chooser = next(one for one in editor.findChildren(Chooser) if one.isVisible())
    QTest.keyClicks(chooser.search, "Londoners")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    assert rule_of(user, "london") == group("and", LONDON, {"kind": "filter", "filter": "londoners"})
    assert user.count("london") == 3


@pytest.mark.req("ORC-86")
def test_another_dimension_clears_the_rule_says_so_and_one_undo_brings_both_back(user: User) -> None:
    before = to_text(user.document)
    assert user.count("london") == 3
    user.click_node("london")
    form = user.window.panel.form
    assert form is not None
    row = form.rows["dimension"]
    box = row.findChild(QComboBox)
    assert box is not None
    box.showPopup()
    view = box.view()
    item = view.model().index(box.findData("purchases"), 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(item).center())
    user.until(lambda: not view.isVisible())

    assert user.document.node_by_id["london"].settings == {"dimension": "purchases"}
    assert row.note == "This cleared “Rule”, which told of other records. Undo brings it back."
    assert user.count("london") == len(records("purchases"))

    user.window.activateWindow()
    user.until(user.window.isActiveWindow)
    user.undo()
    assert to_text(user.document) == before
    assert row.note == ""
    assert user.count("london") == 3

    user.click_node("london")
    user.type(row.findChildren(QLineEdit)[0], "purch")
    assert rule_of(user, "london") == LONDON, "half a name changes nothing"
    user.type(row.findChildren(QLineEdit)[0], "purchases")
    assert user.document.node_by_id["london"].settings == {"dimension": "purchases"}
