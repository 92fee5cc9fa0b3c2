"""The schedule editor: real clicks and keys, the sentence and the launches that come of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTimeEdit
from pytestqt.qtbot import QtBot

from app.panel.editors.schedule import ScheduleEditor
from app.panel.editors.times import SeveralEditor, TimeEditor, read_times
from app.panel.nested import Variants
from engine.document.files import to_text
from tests.app.window import User, open_window
from tests.engine.campaigns import campaign, node
from tests.engine.fixture import shop


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """A campaign with a scheduler, which is selected, and a wait. It is Wednesday, 1 October 2025."""
    QLocale.setDefault(QLocale("en_GB"))
    document = campaign(
        [node("when", "scheduler", schedule={"mode": "daily", "at": "09:00:00"}), node("pause", "wait")], "when>pause"
    ).model_copy(update={"as_of": "2025-10-01T12:00", "zone": "Europe/Paris"})
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Planned", kind="campaign")
    found = open_window(qtbot, tmp_path, tmp_path / "shop")
    found.until(lambda: found.window.page is not None)
    found.settled()
    found.click_node("when")
    yield found
    found.window.close()


def _editor(user: User) -> ScheduleEditor:
    assert user.window.panel.form is not None
    editor = user.window.panel.form.rows["schedule"].editor
    assert isinstance(editor, ScheduleEditor)
    return editor


def _setting(user: User) -> object:
    return user.document.node_by_id["when"].settings.get("schedule")


def test_the_next_launches_stand_below_the_schedule(user: User) -> None:
    editor = _editor(user)

    lines = editor.launches.text().splitlines()

    assert editor.sentence.text() == "Every day at 09:00"
    assert lines[:2] == ["02/10/2025 09:00", "03/10/2025 09:00"]
    assert len(lines) == 10


def test_a_day_that_is_clicked_away_has_no_launch(user: User) -> None:
    editor = _editor(user)
    days = editor.findChildren(SeveralEditor)[0]

    QTest.mouseClick(days.buttons[3], Qt.MouseButton.LeftButton)

    assert _setting(user) == {"mode": "daily", "at": "09:00:00", "weekdays": [0, 1, 2, 4, 5, 6]}
    assert editor.launches.text().splitlines()[0] == "03/10/2025 09:00"
    user.window.actions_by_id["edit.undo"].trigger()
    assert _setting(user) == {"mode": "daily", "at": "09:00:00"}


def test_a_time_is_typed(user: User) -> None:
    editor = _editor(user)
    field = editor.findChildren(TimeEditor)[0].time
    field.setFocus()
    field.setSelectedSection(QTimeEdit.Section.HourSection)

    QTest.keyClicks(field, "16")
    field.setSelectedSection(QTimeEdit.Section.MinuteSection)
    QTest.keyClicks(field, "30")

    user.until(lambda: _setting(user) == {"mode": "daily", "at": "16:30"})
    assert editor.launches.text().splitlines()[0] == "01/10/2025 16:30"


def test_another_kind_asks_for_what_it_needs(user: User) -> None:
    editor = _editor(user)
    fields = editor.fields
    assert isinstance(fields, Variants)
    combo: QComboBox = fields.combo
    combo.setFocus()

    QTest.keyClicks(combo, "Once")
    combo.activated.emit(combo.findData("as-soon-as-possible"))

    assert _setting(user) is None
    assert not editor.launches.isVisible()


def test_what_does_not_matter_is_not_asked(user: User) -> None:
    user.click_node("pause")
    form = user.window.panel.form
    assert form is not None
    assert [name for name, row in form.rows.items() if not row.isHidden()] == ["kind", "amount", "unit"]

    kind = form.rows["kind"].editor.findChildren(QComboBox)[0]
    kind.setFocus()
    QTest.keyClick(kind, Qt.Key.Key_Down)

    assert [name for name, row in form.rows.items() if not row.isHidden()] == ["kind", "at"]


@pytest.mark.parametrize(
    ("text", "times"),
    [("9:00", ["09:00"]), ("09:00, 14:30", ["09:00", "14:30"]), ("9:00;25:00, x,", ["09:00"]), ("", [])],
)
def test_times_are_read_as_they_are_written(text: str, times: list[str]) -> None:
    assert read_times(text) == times
