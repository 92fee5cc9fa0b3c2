"""Hands that build a campaign in the window: cards from the palette, transitions by mouse, settings by keys."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from app.panel.editor import Editor
from app.panel.editors.basic import ChoiceEditor, FlagEditor, NameEditor, NumberEditor, TextEditor
from app.panel.editors.conditions import ConditionEditor
from app.panel.editors.layouts import LayoutEditor
from app.panel.editors.more import NamesEditor, TicksEditor
from app.panel.editors.rich import ExpressionSetting, RuleEditor
from app.panel.form import SettingsForm
from app.panel.nested import ModelList, OptionalForm, Variants
from tests.app.editors.hands import Hands
from tests.app.window import User

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


class Builder:
    """A marketer at the window, building the document in front."""

    def __init__(self, user: User) -> None:
        self.user = user

    def add(self, kind: str, label: str = "", **settings: Any) -> str:
        """A card of a kind from the palette, with its title and settings typed in; its id."""
        user = self.user
        QTest.keyClick(user.page.canvas, KEY.Key_Escape)
        user.page.canvas.selection.clear()
        before = set(user.document.node_by_id)
        palette = user.window.current_palette
        assert palette is not None
        user.type(palette.search, kind)
        QTest.keyClick(palette.search, KEY.Key_Return)
        (made,) = set(user.document.node_by_id) - before
        user.until(lambda: user.page.selected_node == made)
        if label:
            user.type(user.window.panel.head.line, label)
        # A setting may be called as an argument here is.
        self.set(made, **{name.removeprefix("settings_"): one for name, one in settings.items()})
        return made

    def set(self, node: str, **settings: Any) -> None:
        """Set fields of a node in the panel, each by the keys that its editor wants."""
        if self.user.page.selected_node != node:
            self.user.page.select_node(node)
        # What a field offers follows from what was found out about the graph.
        self.rest()
        form = self.user.window.panel.form
        assert form is not None
        for name, value in settings.items():
            self._put(form.rows[name].editor, value)
            self.rest()

    def rest(self) -> None:
        """What a person does between two fields: wait for the counts."""
        self.user.settled()

    def take_layout(self, node: str) -> None:
        """Let a node that loads a file take the layout from it."""
        self.user.page.select_node(node)
        form = self.user.window.panel.form
        assert form is not None
        editor = form.rows["layout"].editor
        assert isinstance(editor, LayoutEditor)
        self.user.until(editor.read.isEnabled)
        editor.read.setFocus()
        QTest.keyClick(editor.read, KEY.Key_Space)
        self.user.until(lambda: "layout" in self.user.document.node_by_id[node].settings)

    def _put(self, editor: Editor, value: Any) -> None:
        match editor:
            case RuleEditor():
                self._rule(editor, value)
            case ExpressionSetting():
                self._expression(editor, value)
            case NamesEditor():
                for one in value:
                    self.user.type(editor.add.line, one)
                    QTest.keyClick(editor.add.line, KEY.Key_Return)
            case TicksEditor():
                self._tick(editor, value)
            case NameEditor() | NumberEditor() | TextEditor():
                self.user.type(editor.line, str(value))
            case ChoiceEditor():
                self.pick(editor.combo, value)
            case FlagEditor():
                if editor.box.isChecked() is not value:
                    editor.box.setFocus()
                    QTest.keyClick(editor.box, KEY.Key_Space)
            case _:
                self._nested(editor, value)

    def _nested(self, editor: Editor, value: Any) -> None:
        match editor:
            case ModelList():
                for place, one in enumerate(value):
                    if place >= len(editor.items):
                        editor.add.setFocus()
                        QTest.keyClick(editor.add, KEY.Key_Space)
                    self._put(editor.items[place].form, one)
            case OptionalForm():
                if not editor.box.isChecked():
                    editor.box.setFocus()
                    QTest.keyClick(editor.box, KEY.Key_Space)
                self._put(editor.form, value)
            case Variants():
                self.pick(editor.combo, value[0])
                assert editor.form is not None
                self._put(editor.form, value[1])
            case LayoutEditor():
                self._put(editor.form, value)
            case SettingsForm():
                for name, one in value.items():
                    self._put(editor.rows[name].editor, one)
                    self.rest()
            case _:
                raise AssertionError(f"no hand for {type(editor).__name__}")

    def _tick(self, editor: TicksEditor, wanted: Any) -> None:
        """Tick exactly the transitions that come from the nodes named."""
        arrows = {one.id: one.source for one in self.user.document.transitions}
        for name, box in editor.boxes.items():
            if box.isChecked() is not (arrows[name] in wanted):
                box.setFocus()
                QTest.keyClick(box, KEY.Key_Space)

    def _rule(self, editor: RuleEditor, steps: "Callable[[Rules], None]") -> None:
        self.user.until(lambda: editor.editor is not None and editor.editor.isVisible())
        assert editor.editor is not None
        steps(Rules(editor.editor, self))

    def _expression(self, editor: ExpressionSetting, text: str) -> None:
        field = editor.findChild(QPlainTextEdit)
        assert field is not None
        field.setFocus()
        QTest.keyClicks(field, text)

    def pick(self, box: QComboBox, data: object) -> None:
        """Choose from a box with the arrow keys."""
        wanted = box.findData(data)
        assert wanted >= 0, [box.itemData(row) for row in range(box.count())]
        box.setFocus()
        for _ in range(box.count()):
            if box.currentIndex() == wanted:
                break
            QTest.keyClick(box, KEY.Key_Down if box.currentIndex() < wanted else KEY.Key_Up)


class Rules:
    """A rule being written: lines are found by typing their names, and take their operator and value from keys."""

    def __init__(self, editor: ConditionEditor, builder: Builder) -> None:
        self.hands = Hands(editor)
        self._builder = builder

    def line(
        self, *words: str, operator: str = "", value: str = "", under: tuple[int | str, ...] = (), box: int = 0
    ) -> tuple[int | str, ...]:
        """Add a line to a group; `words` lead to its attribute. Its address."""
        hands = self.hands
        group = hands.box(*under)
        hands.click(group.add_line)
        hands.choose(*words)
        here = sorted(one for one in hands.editor.board.cards if one[:-1] == under)[-1]
        if operator:
            hands.pick(hands.card(*here).findChildren(QComboBox)[box], operator)
        if value:
            # The keyboard is in the value's field after a choice, and after an operator was picked it is not.
            hands.editor.enter(here)
            hands.type(value)
        QApplication.processEvents()
        return here

    def within(self, address: tuple[int | str, ...], preset: str, count: int, unit: str) -> None:
        """A period counted from now, in a line on a date."""
        hands = self.hands
        hands.pick(hands.card(*address).findChildren(QComboBox)[0], "within")
        hands.pick(hands.card(*address).findChildren(QComboBox)[1], preset)
        hands.pick(hands.card(*address).findChildren(QComboBox)[2], unit)
        self._builder.user.type(hands.card(*address).findChildren(QLineEdit)[0], str(count))

    def deny(self, address: tuple[int | str, ...]) -> None:
        """There is no such record."""
        box = self.hands.card(*address).fields.first_field()
        assert isinstance(box, QComboBox)
        self.hands.pick(box, True)

    def expression(self, text: str, operator: str, value: str) -> None:
        """A line that compares an expression."""
        hands = self.hands
        hands.click(hands.box().add_line)
        hands.choose("expression")
        hands.type(text)
        hands.key(KEY.Key_Return)
        (*_, last) = sorted(hands.editor.board.cards)
        hands.pick(hands.card(*last).findChildren(QComboBox)[0], operator)
        self._builder.user.type(hands.card(*last).findChildren(QLineEdit)[-1], value)

    def instead(self, *words: str, operator: str, value: str) -> None:
        """Remove the first line, and write another."""
        self.hands.mark((0,))
        self.hands.key(KEY.Key_Delete)
        self.line(*words, operator=operator, value=value)
