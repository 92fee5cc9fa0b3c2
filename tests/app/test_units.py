"""Units of time are called as the number beside them wants it."""

import pytest
from pydantic import JsonValue
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.panel.editors.basic import NumberEditor, UnitEditor
from app.panel.editors.comparing import ComparisonEditor
from app.panel.editors.conditions.values.moments import PeriodField, RelativeField
from app.panel.form import SettingsForm
from engine.activities.wait import WaitSettings
from engine.journey.conditions.model import Comparison
from engine.journey.nodes.wait import WaitSettings as JourneyWaitSettings


def units(box: QComboBox) -> list[str]:
    return [box.itemText(index) for index in range(box.count())]


@pytest.mark.parametrize(("settings", "number"), [(WaitSettings, "amount"), (JourneyWaitSettings, "value")])
def test_the_unit_of_a_setting_agrees_with_the_number_above_it(
    qtbot: QtBot, settings: type[WaitSettings | JourneyWaitSettings], number: str
) -> None:
    form = SettingsForm(settings.model_fields)
    qtbot.addWidget(form)
    count, unit = form.rows[number].editor, form.rows["unit"].editor
    assert isinstance(count, NumberEditor)
    assert isinstance(unit, UnitEditor)
    form.show_value({number: 1})
    assert unit.combo.currentText() == "day"
    count.line.selectAll()
    QTest.keyClicks(count.line, "12")
    assert unit.combo.currentText() == "days"
    assert units(unit.combo)[:2] == (["seconds", "minutes"] if settings is WaitSettings else ["minutes", "hours"])
    form.show_value({number: 0})
    assert unit.combo.currentText() == "days"


def test_the_unit_that_is_left_out_agrees_with_the_default(qtbot: QtBot) -> None:
    form = SettingsForm(WaitSettings.model_fields)
    qtbot.addWidget(form)
    form.show_value({})
    unit = form.rows["unit"].editor
    assert isinstance(unit, UnitEditor)
    assert unit.combo.currentText() == "day"


@pytest.mark.parametrize(
    ("make", "value"),
    [(RelativeField, {"count": 1, "unit": "week"}), (PeriodField, {"preset": "last", "unit": "week"})],
)
def test_the_unit_of_a_rule_agrees_while_its_number_is_stepped(
    qtbot: QtBot, make: type[RelativeField | PeriodField], value: dict[str, JsonValue]
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    field = make(value, timed=False, parent=owner)
    assert field.unit.currentText() == "week"
    QTest.keyClick(field.count, Qt.Key.Key_Up)
    assert field.unit.currentText() == "weeks"
    assert field.unit.currentData() == "week"
    QTest.keyClick(field.count, Qt.Key.Key_Down)
    assert field.unit.currentText() == "week"


def test_the_unit_of_a_journeys_filter_agrees(qtbot: QtBot) -> None:
    editor = ComparisonEditor(Comparison)
    qtbot.addWidget(editor)
    editor.show_value({"operator": "in_past", "count": 1, "unit": "months"})
    assert editor.unit.currentText() == "month"
    editor.count.line.selectAll()
    QTest.keyClicks(editor.count.line, "3")
    assert editor.unit.currentText() == "months"
