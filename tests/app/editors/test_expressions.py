"""The expression editor by real keys and clicks: completion, help, marks at the right place, insertion."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.application import set_language
from app.panel.editors.chooser import Chooser
from app.panel.editors.expressions import ExpressionEditor
from app.panel.editors.expressions.positions import from_qt, to_qt
from app.words import told
from engine.catalog.scope import RowScope
from engine.catalog.sources import Surroundings
from engine.types import BOOLEAN

KEY = Qt.Key


@pytest.fixture
def editor(qtbot: QtBot, surroundings: Surroundings) -> ExpressionEditor:
    made = ExpressionEditor()
    made.set_scope(RowScope.to_check(surroundings, "recipients"))
    qtbot.addWidget(made)
    made.resize(320, 120)
    made.show()
    qtbot.waitExposed(made)
    made.field.setFocus()
    return made


def underlined(editor: ExpressionEditor) -> list[str]:
    return [
        mark.cursor.selectedText()
        for mark in editor.field.extraSelections()
        if mark.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    ]


@pytest.mark.req("ORC-213")
def test_typing_offers_names_and_enter_takes_the_marked_one(qtbot: QtBot, editor: ExpressionEditor) -> None:
    QTest.keyClicks(editor.field, "YearsO")
    assert editor.field.completions.isVisible()
    QTest.keyClick(editor.field, KEY.Key_Return)
    QTest.keyClicks(editor.field, "@birth")
    QTest.keyClick(editor.field, KEY.Key_Tab)

    assert editor.value() == "YearsOld(@birth_date)"
    assert not editor.field.completions.isVisible()
    assert editor.problems == ()


@pytest.mark.req("ORC-213")
def test_arrows_walk_the_offers_and_escape_closes_them(qtbot: QtBot, editor: ExpressionEditor) -> None:
    QTest.keyClicks(editor.field, "@c")
    offered = [editor.field.completions.list.item(row).text() for row in range(3)]
    QTest.keyClick(editor.field, KEY.Key_Down)
    QTest.keyClick(editor.field, KEY.Key_Down)
    QTest.keyClick(editor.field, KEY.Key_Up)
    QTest.keyClick(editor.field, KEY.Key_Return)
    assert editor.value() == offered[1]

    QTest.keyClicks(editor.field, " + @c")
    QTest.keyClick(editor.field, KEY.Key_Escape)
    assert not editor.field.completions.isVisible()
    assert editor.value() == f"{offered[1]} + @c"


@pytest.mark.req("ORC-213")
def test_a_click_on_an_offer_takes_it(qtbot: QtBot, editor: ExpressionEditor) -> None:
    QTest.keyClicks(editor.field, "@cit")
    offers = editor.field.completions.list
    place = offers.visualItemRect(offers.item(0)).center()
    QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert editor.value() == "@city"


@pytest.mark.req("ORC-213", "ORC-222")
def test_control_space_offers_everything_at_an_empty_place(qtbot: QtBot, editor: ExpressionEditor) -> None:
    QTest.keyClick(editor.field, KEY.Key_Space, Qt.KeyboardModifier.ControlModifier)
    offers = editor.field.completions.list
    texts = {offers.item(row).text() for row in range(offers.count())}
    assert {"@city", "$(vars/@channel", "YearsOld", "and"} <= texts


@pytest.mark.req("ORC-213")
def test_the_signature_shows_the_argument_that_is_being_written(qtbot: QtBot, editor: ExpressionEditor) -> None:
    QTest.keyClicks(editor.field, "Left(@city, ")
    assert editor.field.hint.isVisible()
    assert "<b>count</b>" in editor.field.hint.label.text()

    QTest.keyClick(editor.field, KEY.Key_Escape)
    assert not editor.field.hint.isVisible()


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    set_language(qapp, "fr")
    QLocale.setDefault(QLocale("fr_FR"))
    yield
    QLocale.setDefault(before)
    set_language(qapp, "en")


@pytest.mark.req("ORC-213")
@pytest.mark.usefixtures("french")
def test_offers_signature_and_errors_are_french_in_a_french_window(qtbot: QtBot, editor: ExpressionEditor) -> None:
    QTest.keyClicks(editor.field, "Lef")
    completions = editor.field.completions
    assert completions.help.text() == "Les premiers caractères."
    assert completions.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Left, (texte, nombre)"

    QTest.keyClick(editor.field, KEY.Key_Return)
    QTest.keyClicks(editor.field, "@city, ")
    shown = editor.field.hint.label.text()
    assert "(texte, <b>nombre</b>)" in shown
    assert shown.endswith("<b>nombre</b>\u00a0: un nombre")

    QTest.keyClicks(editor.field, "@city")
    (wrong,) = map(told, editor.problems)
    assert editor.message.text() == wrong
    assert wrong.startswith("Left attend un nombre pour «\u00a0nombre\u00a0», et non un texte. ")
    assert wrong.endswith(" La fonction est Left(texte, nombre).")


@pytest.mark.req("ORC-213")
@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Lenght(@city) > 3", ["Lenght"]),
        ("@town = 'x'", ["@town"]),
        ("'😀😀' = @town", ["@town"]),
        ("1 +", ["+"]),
        ("@towm + Lenght(@city)", ["@towm", "Lenght"]),
    ],
)
def test_each_error_is_underlined_where_it_is_and_said(
    editor: ExpressionEditor, text: str, marked: list[str]
) -> None:  # fmt: skip
    editor.set_value(text)
    assert underlined(editor) == marked
    assert editor.message.isVisible()
    assert editor.problems[0].what in editor.message.text()
    assert editor.value() == text


@pytest.mark.req("ORC-213")
def test_the_type_of_the_result_is_said(editor: ExpressionEditor) -> None:
    editor.set_value("YearsOld(@birth_date) >= 18")
    assert editor.result == BOOLEAN
    assert editor.message.text() == "Gives yes or no"
    assert underlined(editor) == []


@pytest.mark.req("ORC-213")
def test_only_what_the_user_changes_is_announced(qtbot: QtBot, editor: ExpressionEditor) -> None:
    said: list[str] = []
    editor.edited.connect(said.append)
    editor.set_value("1")
    assert said == []
    QTest.keyClick(editor.field, KEY.Key_End)
    QTest.keyClicks(editor.field, "2")
    assert said == ["12"]
    with qtbot.waitSignal(editor.finished):
        QTest.keyClick(editor.field, KEY.Key_Return)
    assert editor.value() == "12"


@pytest.mark.req("ORC-213")
def test_enter_makes_a_line_where_several_are_wanted(qtbot: QtBot, surroundings: Surroundings) -> None:
    editor = ExpressionEditor(several_lines=True)
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClicks(editor.field, "1")
    QTest.keyClick(editor.field, KEY.Key_Return)
    QTest.keyClicks(editor.field, "2")
    assert editor.value() == "1\n2"


@pytest.mark.req("ORC-213")
def test_pasted_lines_stand_in_one_line(qtbot: QtBot, editor: ExpressionEditor) -> None:
    QApplication.clipboard().setText("1 +\n2")
    QTest.keyClick(editor.field, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editor.value() == "1 + 2"


@pytest.mark.req("ORC-213")
def test_fields_and_functions_by_category_are_inserted_at_the_cursor(qtbot: QtBot, editor: ExpressionEditor) -> None:
    def menu() -> Chooser:
        QTest.mouseClick(editor.insert_button, Qt.MouseButton.LeftButton)
        return [one for one in editor.findChildren(Chooser) if one.isVisible()][-1]

    opened = menu()
    QTest.keyClicks(opened.search, "String")
    QTest.keyClick(opened.search, KEY.Key_Return)
    assert editor.value() == "" or editor.value().endswith("()")

    editor.set_value("")
    opened = menu()
    headings = [opened.list.item(row).text() for row in range(opened.list.count())]
    row = headings.index("Geomarketing")
    place = opened.list.visualItemRect(opened.list.item(row))
    opened.list.scrollToItem(opened.list.item(row))
    place = opened.list.visualItemRect(opened.list.item(row))
    QTest.mouseClick(opened.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert opened.trail.text() == "Geomarketing"
    QTest.keyClick(opened.search, KEY.Key_Return)
    assert editor.value() == "Distance()"
    QTest.keyClicks(editor.field, "1")
    assert editor.value() == "Distance(1)"


@pytest.mark.req("ORC-213")
def test_places_survive_characters_of_two_units() -> None:
    text = "a😀b😀"
    for place in range(len(text) + 1):
        assert from_qt(text, to_qt(text, place)) == place
    assert to_qt(text, 4) == 6
