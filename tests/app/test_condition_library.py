"""Conditions with the library beside them, and an external audience that is picked from a dialog."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from app.journeys.page import JourneyPage
from app.panel.editor import as_list, as_object
from app.panel.editors.chooser import Chooser
from app.panel.editors.comparing import ComparisonEditor
from app.panel.editors.filters import JourneyConditionEditor
from app.panel.editors.library import ConditionWindow, dragged_filter, filter_data
from app.panel.editors.picking import PickDialog, PickedName
from app.panel.editors.times import NamedSeveralEditor, literals_editor
from app.panel.form import SettingsForm
from app.panel.nested import ModelList
from engine.account_data.external import create_audience
from engine.document.edits import SetSetting, SetSettings
from engine.document.files import to_text
from tests.app.test_accounts import visible
from tests.app.window import User, open_window
from tests.engine.journey.fixture import companies
from tests.engine.journey.running import document

LEFT = Qt.MouseButton.LeftButton
MOMENT = datetime(2026, 4, 6)


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """The window with the worked example in front, and two external audiences."""
    subject = document("e1-value-tiers")
    with companies(tmp_path / "w") as workspace:
        create_audience(workspace, "Paid media", MOMENT, "For the spring")
        create_audience(workspace, "Lookalikes", MOMENT, "Of the best customers")
        workspace.documents.save(subject.id, to_text(subject), name=subject.name, kind=subject.kind.value)
    user = open_window(qtbot, tmp_path, tmp_path / "w")
    user.window.open_document(subject.id)
    user.until(lambda: isinstance(user.window.page, JourneyPage) and user.document.id == subject.id)
    yield user
    user.window.close()


def _filters(user: User, node: str) -> list[dict[str, Any]]:
    """The filters of the first path of a split, as the document has them."""
    path = as_object(as_list(user.document.node_by_id[node].settings["paths"])[0])
    return [as_object(one) for one in as_list(as_object(path["condition"]).get("filters"))]


def _item(window: ConditionWindow, title: str) -> QTreeWidgetItem:
    (found,) = window.library.findItems(title, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return found


@pytest.mark.req("B2B-231")
def test_filters_are_searched_in_the_library_and_dragged_over(user: User) -> None:
    user.page.select_node("tiers")
    editor = visible(user, JourneyConditionEditor)
    user.until(lambda: editor.knows_names)
    before = _filters(user, "tiers")
    QTest.mouseClick(editor.library, LEFT)
    window = visible(user, ConditionWindow)
    titles = [window.library.topLevelItem(place) for place in range(window.library.topLevelItemCount())]
    assert [one.text(0) for one in titles if one is not None] == ["Fields", "More"]

    # Searched, and taken by Enter.
    user.type(window.search, "indus")
    assert window.library.topLevelItemCount() == 1
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert [one.get("attribute") for one in _filters(user, "tiers")[len(before) :]] == ["industry"]
    assert not any(one.isVisible() for one in window.findChildren(Chooser)), "Enter does this and no more"
    window.search.clear()

    # By a double click.
    rect = window.library.visualItemRect(_item(window, "Opportunity"))
    window.library.scrollToItem(_item(window, "Opportunity"))
    rect = window.library.visualItemRect(_item(window, "Opportunity"))
    QTest.mouseClick(window.library.viewport(), LEFT, pos=rect.center())
    QTest.mouseDClick(window.library.viewport(), LEFT, pos=rect.center())
    assert _filters(user, "tiers")[-1]["kind"] == "has-opportunity"

    # Dragged onto the filters.
    data = window.library.mimeData([_item(window, "City")])
    at, none = QPointF(20, 20), Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at.toPoint(), copy, data, LEFT, none)
    QApplication.sendEvent(window.editor, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window.editor, QDropEvent(at, copy, data, LEFT, none))
    assert _filters(user, "tiers")[-1]["attribute"] == "city"
    assert len(window.editor.cards) == len(editor.cards) == len(before) + 3, "both show the same"

    # Undo comes back to both; closing loses nothing.
    user.undo()
    assert len(window.editor.cards) == len(editor.cards) == len(before) + 2
    QTest.keyClick(window, Qt.Key.Key_Escape)
    user.until(lambda: not any(one.isVisible() for one in user.window.findChildren(ConditionWindow)))
    assert len(_filters(user, "tiers")) == len(before) + 2


@pytest.mark.req("B2B-137")
def test_an_existing_external_audience_is_picked_from_a_dialog(user: User) -> None:
    page = user.page
    node = next(one.id for one in user.document.nodes if one.type == "action" and one.settings.get("on") == "people")
    page.session.do(SetSettings(node, {"on": "people"}), "Another action")
    page.session.do(SetSetting(node, "action", "ppl.add_ext_audience"), "Another action")
    page.select_node(node)
    picked = visible(user, PickedName)
    user.until(lambda: picked.combo.count() == 2)
    QTest.mouseClick(picked.button, LEFT)
    dialog = visible(user, PickDialog)
    assert dialog.ok.text() == "Add audience"
    user.type(dialog.search, "nobody")
    assert not dialog.ok.isEnabled(), "nothing is selected"
    assert dialog.told.isVisible()
    dialog.search.clear()
    user.type(dialog.search, "best cust")
    assert dialog.list.currentItem().text() == "Lookalikes"
    assert dialog.about.text() == "Of the best customers"
    QTest.mouseClick(dialog.ok, LEFT)
    user.until(lambda: not any(one.isVisible() for one in user.window.findChildren(PickDialog)))
    assert picked.line.text() == "Lookalikes"
    held = as_object(user.document.node_by_id[node].settings["settings"])["audience"]
    assert held == picked.value() != "Lookalikes"


@pytest.mark.req("B2B-231")
@pytest.mark.parametrize("said", [b"", b"not json", b"7", b"{}", b'["attribute"]', b'["attribute", 7]', b"\xff"])
def test_what_another_program_drags_by_the_same_type_is_not_taken(said: bytes) -> None:
    data = filter_data(("attribute", "industry"))
    assert dragged_filter(data) == ("attribute", "industry")
    (kind,) = data.formats()
    data.setData(kind, said)
    assert dragged_filter(data) is None


def test_a_narrow_panel_has_room_for_the_days_of_a_week(qtbot: QtBot) -> None:
    days = literals_editor(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
    assert isinstance(days, NamedSeveralEditor)
    qtbot.addWidget(days)
    days.resize(240, days.sizeHint().height())
    days.show()
    # A form that scrolls is as wide as its widest field asks for.
    assert days.minimumSizeHint().width() <= 240
    last = days.buttons[6]
    assert last.geometry().right() < 240
    assert last.width() > last.fontMetrics().horizontalAdvance(last.text())


def test_what_is_wrong_with_the_filters_is_said_beside_the_library(user: User) -> None:
    user.page.select_node("tiers")
    editor = visible(user, JourneyConditionEditor)
    user.until(lambda: editor.knows_names)
    QTest.mouseClick(editor.library, LEFT)
    window = visible(user, ConditionWindow)
    form = window.editor.cards[0].form
    assert isinstance(form, ComparisonEditor)
    user.type(form.values, "much")
    user.until(window.problem.isVisible)
    assert window.problem.text() == "'much' is not a number. Write a number, such as 12.5."
    user.type(form.values, "100,000")
    user.until(window.problem.isHidden)
    assert _filters(user, "tiers")[0]["values"] == [100_000]


def test_a_filter_of_linked_records_offers_their_fields_and_what_fits_them(user: User) -> None:
    user.page.select_node("tiers")
    editor = visible(user, JourneyConditionEditor)
    user.until(lambda: editor.knows_names)
    QTest.mouseClick(editor.library, LEFT)
    window = visible(user, ConditionWindow)
    user.type(window.search, "opportunity")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    form = window.editor.cards[-1].form
    assert isinstance(form, SettingsForm)
    where = form.rows["where"].editor
    assert isinstance(where, ModelList)
    QTest.mouseClick(where.add, LEFT)
    compared = where.items[0].form
    assert isinstance(compared, ComparisonEditor)
    assert compared.name is not None
    names = [compared.name.combo.itemText(place) for place in range(compared.name.combo.count())]
    assert {"Amount", "Close date"} <= set(names)
    assert "Page name" not in names
    user.type(compared.name.line, "amount")
    QTest.keyClick(compared.name.line, Qt.Key.Key_Return)
    user.until(lambda: _filters(user, "tiers")[-1].get("where") == [{"field": "amount"}])
    assert compared.operator.findData("greater-than") >= 0
    assert compared.operator.findData("starts-with") < 0
    found = [problem.what for problem in user.page.session.problems if problem.code == "missing-setting"]
    assert not any("[" in what for what in found), "no setting is called by its path"
