"""What is typed into small fields: units of time as the number beside them wants it, numbers, texts, dates."""

import pytest
from pydantic import JsonValue
from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.date_fields import DayField, MomentField, TimeField
from app.panel.editors.basic import NumberEditor, UnitEditor
from app.panel.editors.comparing import ComparisonEditor
from app.panel.editors.conditions.values.moments import PeriodField, RelativeField
from app.panel.form import SettingsForm
from engine.activities.wait import WaitSettings
from engine.journey.conditions.model import AttributeFilter, Comparison, Operator
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


@pytest.mark.parametrize(
    ("language", "operator", "typed", "read"),
    [
        ("fr_FR", Operator.IS, "1,5", [1.5]),
        ("fr_FR", Operator.IS, "1,5; 2", [1.5, 2]),
        ("fr_FR", Operator.IS, "5, 6", [5, 6]),
        ("fr_FR", Operator.GREATER, "1 000 000", [1_000_000]),
        ("en_GB", Operator.GREATER, "1,000,000", [1_000_000]),
        ("en_GB", Operator.IS, "5,6", [5, 6]),
        ("en_GB", Operator.IS, "1.5, 1,000", [1.5, 1000]),
        ("en_GB", Operator.GREATER, "5, 6", ["5, 6"]),
    ],
)
def test_numbers_of_a_journeys_filter_are_read_as_the_locale_writes_them(
    qtbot: QtBot, language: str, operator: Operator, typed: str, read: list[object]
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        editor = ComparisonEditor(AttributeFilter)
        qtbot.addWidget(editor)
        editor.offer((Operator.IS, Operator.GREATER))
        editor.show_value({"operator": operator.value})
        told: list[object] = []
        editor.edited.connect(lambda raw: told.append(raw["values"]))
        QTest.keyClicks(editor.values, typed)
        assert told[-1] == read
        # What is told is shown as it can be typed again.
        editor.values.clear()
        editor.show_value({"operator": operator.value, "values": read})
        again = editor.values.text()
        editor.values.clear()
        QTest.keyClicks(editor.values, again)
        assert told[-1] == read
    finally:
        QLocale.setDefault(before)


def test_texts_of_a_journeys_filter_stay_texts_though_they_look_like_numbers(qtbot: QtBot) -> None:
    editor = ComparisonEditor(AttributeFilter)
    qtbot.addWidget(editor)
    editor.offer((Operator.IS, Operator.STARTS_WITH))
    editor.show_value({"operator": "is"})
    told: list[object] = []
    editor.edited.connect(lambda raw: told.append(raw["values"]))
    QTest.keyClicks(editor.values, "1.10, 01000, true")
    assert told[-1] == ["1.10", "01000", "true"]


@pytest.mark.parametrize("select", ["all", "start", "inside"])
def test_a_date_can_be_typed_wherever_the_keys_are(qtbot: QtBot, select: str) -> None:
    field = DayField(QDate(2026, 11, 29))
    field.setDisplayFormat("dd/MM/yyyy")
    qtbot.addWidget(field)
    line = field.lineEdit()
    if select == "all":
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    else:
        line.setCursorPosition(0 if select == "start" else 1)
    QTest.keyClicks(field, "05012027")
    assert field.date() == QDate(2027, 1, 5)


def test_a_time_can_be_typed_over_all_of_it(qtbot: QtBot) -> None:
    field = TimeField(QTime(9, 0))
    field.setDisplayFormat("HH:mm")
    qtbot.addWidget(field)
    field.selectAll()
    QTest.keyClicks(field, "1845")
    assert field.time() == QTime(18, 45)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("31122026", QDate(2026, 12, 31)), ("29/02/2028", QDate(2028, 2, 29)), ("31022026", QDate(2026, 2, 28))],
)
def test_the_last_day_of_a_month_is_typed_though_another_month_stood_there(
    qtbot: QtBot, typed: str, wanted: QDate
) -> None:
    field = DayField(QDate(2026, 4, 1))
    field.setDisplayFormat("dd/MM/yyyy")
    qtbot.addWidget(field)
    field.selectAll()
    QTest.keyClicks(field, typed)
    assert field.date() == wanted


def test_a_moment_is_typed_as_a_whole(qtbot: QtBot) -> None:
    field = MomentField(QDateTime(2026, 2, 1, 8, 0, 0))
    field.setDisplayFormat("dd/MM/yyyy HH:mm")
    qtbot.addWidget(field)
    field.selectAll()
    QTest.keyClicks(field, "31/12/2027 18:45")
    assert field.dateTime() == QDateTime(2027, 12, 31, 18, 45, 0)
