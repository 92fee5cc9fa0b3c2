"""The panel of an activity: branches are joined from it, and a problem leads to the very field it points at."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.date_fields import DayField, MomentField, TimeField
from app.help_page import HelpPage
from app.panel.editors.basic import NumberEditor, TextEditor, WrappedBox
from app.panel.editors.fields import ChoiceBox
from app.panel.editors.more import TicksEditor
from app.panel.editors.prose import ProseEditor
from engine.document.files import to_text
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign, condition, group, node
from tests.engine.fixture import shop


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """A window on a campaign of two branches, of which one meets the other nowhere yet."""
    basic = {
        "label": "Basic",
        "filter": group("and", condition("plan", value="basic"), condition("nothing", value="x")),
    }
    document = campaign(
        [
            build("paris", condition("city", value="Paris")) | {"label": "Paris"},
            build("gold", condition("loyalty/membership_level", value="gold")) | {"label": "Gold"},
            node("both", "combine", mode="intersection"),
            build("all"),
            node("split", "split", subsets=[{"label": "First"}, basic]),
        ],
        "paris>both",
        "all>split",
    )
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Two", kind="campaign")
    found = open_window(qtbot, tmp_path, tmp_path / "shop")
    found.until(lambda: found.window.page is not None)
    found.settled()
    yield found
    found.window.close()


@pytest.mark.req("ORC-54")
def test_another_branch_is_joined_with_a_tick_and_undo_takes_it_out_again(user: User) -> None:
    before = to_text(user.document)
    user.page.select_node("both")
    form = user.window.panel.form
    assert form is not None
    ticks = form.rows["sets"].editor
    assert isinstance(ticks, TicksEditor)
    names = {box.text(): box for box in ticks.others.values()}
    assert set(names) == {"Gold", "Split: First", "Split: Basic"}

    names["Gold"].setFocus()
    QTest.keyClick(names["Gold"], Qt.Key.Key_Space)

    assert user.count("both") == 1
    assert [box.text() for box in ticks.boxes.values()] == ["Paris", "Gold"]
    user.undo()
    assert to_text(user.document) == before


@pytest.mark.req("ORC-81")
def test_a_problem_deep_in_a_list_puts_the_keyboard_into_its_line(user: User) -> None:
    bench = user.window.bench
    bench.show_view("problems")
    problems = user.window.problems.list
    item = next(one for one in map(problems.item, range(problems.count())) if "nothing" in one.text())

    problems.setCurrentItem(item)
    QTest.keyClick(problems, Qt.Key.Key_Return)

    assert user.page.selected_node == "split"
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.text() == "x"


@pytest.mark.req("ORC-10")
def test_a_description_of_several_lines_grows_and_tab_leaves_it(user: User) -> None:
    user.page.canvas.selection.clear()
    form = user.window.panel.document_form.form
    editor = form.rows["description"].editor
    assert isinstance(editor, ProseEditor)
    low = editor.text.height()
    editor.text.setFocus()
    for line in range(4):
        QTest.keyClicks(editor.text, f"Line {line}")
        QTest.keyClick(editor.text, Qt.Key.Key_Return)
    assert user.document.description == "Line 0\nLine 1\nLine 2\nLine 3\n"
    user.until(lambda: editor.text.height() > low)
    QTest.keyClick(editor.text, Qt.Key.Key_Tab)
    assert not editor.text.hasFocus()
    user.window.step_back()
    user.until(lambda: user.document.description == "" and editor.text.toPlainText() == "")


@pytest.mark.req("ORC-48", "ORC-56")
def test_an_activity_names_itself_and_its_log_is_a_shortcut_away(user: User) -> None:
    user.page.select_node("gold")
    assert "gold" in user.window.panel.head.kind.text(), "the name that documents and logs know it by"

    alt = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(user.window, Qt.Key.Key_G, alt)

    log = user.window.bench.log
    assert log.isVisible()
    items = [log.list.topLevelItem(place) for place in range(log.list.topLevelItemCount())]
    said = [item.text(2) for item in items if item is not None and not item.isHidden()]
    assert said
    assert all("Gold" in text for text in said)
    assert len(said) < len(items), "what happened elsewhere is left out"


@pytest.mark.req("ORC-52")
def test_a_run_can_be_told_to_stop_before_an_activity_and_its_counts_stay(user: User) -> None:
    user.page.select_node("gold")
    counted = user.count("gold")

    QTest.mouseClick(user.window.panel.head.pause, Qt.MouseButton.LeftButton)

    assert user.document.node_by_id["gold"].paused
    assert user.page.adapter.node("gold").summary[0] == user.window.panel.head.pause.accessibleName()
    assert user.count("gold") == counted, "counts go all the way"
    assert not user.page.session.counts.is_stale("gold")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(user.window, Qt.Key.Key_B, both)
    assert not user.document.node_by_id["gold"].paused
    assert not user.window.panel.head.pause.isChecked()
    user.undo()
    assert user.document.node_by_id["gold"].paused
    assert user.window.panel.head.pause.isChecked()


def test_no_two_commands_have_the_same_keys(user: User) -> None:
    keys = [one.toString() for action in user.window.command_list() for one in action.shortcuts()]
    assert len(keys) > 40
    assert [one for one in set(keys) if keys.count(one) > 1] == []


def test_the_help_of_an_activity_explains_the_settings_within_its_settings(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    page.show_activity("split")
    lines = page.text.toPlainText().splitlines()
    for inner in ("Subsets", "Skip when empty", "Limit by", "Highest first", "In no subset"):
        assert inner in lines, inner
    assert lines.index("Subsets") < lines.index("Limit by") < lines.index("Generate complement")


def test_the_label_of_a_box_goes_on_in_a_second_line_instead_of_widening_the_panel(qtbot: QtBot) -> None:
    words = "Supprimer le fichier après une exécution réelle"
    box = WrappedBox(words)
    qtbot.addWidget(box)
    box.resize(200, box.sizeHint().height())
    box.show()
    assert box.minimumSizeHint().width() <= 160
    assert box.text().split() == words.split()
    assert "\n" in box.text()
    assert max(map(box.fontMetrics().horizontalAdvance, box.text().split("\n"))) < 200
    assert box.sizeHint().height() >= 2 * box.fontMetrics().height()
    box.resize(600, 40)
    assert box.text() == words


def test_a_number_is_read_as_the_locale_writes_it_and_as_it_is_copied_from_elsewhere(qtbot: QtBot) -> None:
    before = QLocale()
    try:
        for language, texts in {"fr_FR": ("1,5", "1.5"), "en_GB": ("1.5",)}.items():
            QLocale.setDefault(QLocale(language))
            editor = NumberEditor(whole=False)
            qtbot.addWidget(editor)
            found: list[object] = []
            editor.edited.connect(found.append)
            for text in texts:
                editor.line.clear()
                QTest.keyClicks(editor.line, text)
                assert found[-1] == 1.5, (language, text)
        QTest.keyClicks(editor.line, ",7")
        assert found[-1] == "1.5,7", "what may mean two things is marked, not guessed"
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("make", [ChoiceBox, DayField, MomentField, TimeField])
def test_scrolling_changes_no_field_that_passes_under_the_pointer(
    qtbot: QtBot, make: Callable[[], ChoiceBox | DayField | MomentField | TimeField]
) -> None:
    field, other = make(), QLineEdit()
    qtbot.addWidget(field)
    qtbot.addWidget(other)
    if isinstance(field, ChoiceBox):
        field.addItems(["one", "two"])

    def told() -> str:
        return field.currentText() if isinstance(field, ChoiceBox) else field.text()

    before = told()
    field.show()
    other.show()
    other.setFocus()
    place = QPointF(field.rect().center())
    turn = QWheelEvent(
        place, QPointF(field.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turn)
    assert told() == before
    assert not turn.isAccepted(), "what it stands in scrolls"
    assert not field.focusPolicy().value & Qt.FocusPolicy.WheelFocus.value & ~Qt.FocusPolicy.StrongFocus.value


def test_lines_that_are_pasted_into_a_single_line_become_one(qtbot: QtBot) -> None:
    editor = TextEditor()
    qtbot.addWidget(editor)
    told: list[object] = []
    editor.edited.connect(told.append)
    QApplication.clipboard().setText("Autumn\n  offer \r\n2026\n")
    QTest.keyClick(editor.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told == ["Autumn offer 2026"]
    assert editor.line.text() == "Autumn offer 2026"
