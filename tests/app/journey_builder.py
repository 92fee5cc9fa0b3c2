"""Hands that build a journey in the window: it grows by mouse and keys, and its panel is filled in."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QDateTime, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.documents.beginning import BeginningDialog
from app.journeys.extras import NodeExtras
from app.journeys.page import JourneyPage
from app.panel.editor import Editor
from app.panel.editors.chooser import Chooser
from app.panel.editors.comparing import ComparisonEditor
from app.panel.editors.dependent import DependentForm
from app.panel.editors.filters import JourneyConditionEditor
from app.panel.editors.more import MomentEditor
from app.panel.editors.times import DayEditor, SeveralEditor
from canvas.views import Parts
from tests.app.builder import Builder

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


class JourneyBuilder(Builder):
    """A marketer at the window, building a journey of accounts."""

    @property
    def journey(self) -> JourneyPage:
        page = self.user.page
        assert isinstance(page, JourneyPage)
        return page

    def rest(self) -> None:
        """Go on at once: the counts of a half-built journey are of no interest."""
        QApplication.processEvents()

    def begin(self, name: str) -> None:
        """A new journey by its dialog."""
        user = self.user
        user.window.activateWindow()
        user.until(user.window.isActiveWindow)
        QTest.keyClick(user.window, KEY.Key_J, CTRL | Qt.KeyboardModifier.AltModifier)
        user.until(lambda: any(one.isVisible() for one in user.window.findChildren(BeginningDialog)))
        (dialog,) = user.window.findChildren(BeginningDialog)
        user.type(dialog.name, name)
        QTest.keyClick(dialog.name, KEY.Key_Return)
        user.until(lambda: user.window.page is not None and user.document.name == name)
        user.settled()

    def whole(self, **fields: Any) -> None:
        """Set what holds for the whole journey."""
        QTest.keyClick(self.user.page.canvas, KEY.Key_Escape)
        assert not self.user.page.canvas.selection.parts
        form = self.user.window.panel.document_form.form
        for name, value in fields.items():
            self._put(form.rows[name].editor, value)
            self.rest()

    def edge(self, node: str, port: str = "out") -> str:
        """The transition of an output."""
        return next(one.id for one in self.user.document.transitions if (one.source, one.port) == (node, port))

    def grow(self, after: str, kind: str, port: str = "out", settings: Mapping[str, Any] | None = None) -> str:
        """A node of a kind put into the transition of an output, by mouse and keys, with its settings; its id."""
        page, before = self.user.page, set(self.user.document.node_by_id)
        canvas = page.canvas
        self.look_at_all()
        quick, wanted = canvas.quick, Parts.of(edges=[self.edge(after, port)])
        way = canvas.graph_scene.edges[self.edge(after, port)].way()
        # The pill of another transition may lie over the middle.
        for share in (0.5, 0.85, 0.7, 0.3, 0.95, 0.15):
            self._click_canvas(canvas.viewportTransform().map(way.pointAtPercent(share)).toPoint())
            if quick.isVisible() or canvas.selection.parts == wanted:
                break
        if not quick.isVisible():
            # From afar there is no plus: the click selects the transition, and a key adds to it.
            assert canvas.selection.parts == wanted
            QTest.keyClick(canvas, KEY.Key_Return, CTRL)
        self.user.until(quick.isVisible)
        QTest.keyClicks(quick.search, kind)
        QTest.keyClick(quick.search, KEY.Key_Return)
        made = set(self.user.document.node_by_id) - before
        (node,) = [one for one in made if self.user.document.node_by_id[one].type not in {"end", "close"}]
        if settings:
            self.set(node, **settings)
        return node

    def _click_canvas(self, at: QPoint) -> None:
        """Move there and click."""
        viewport = self.user.page.canvas.viewport()
        QTest.mouseMove(viewport, at + QPoint(0, 1))
        QTest.mouseMove(viewport, at)
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)

    def look_at_all(self) -> None:
        """Bring the whole journey into view, by its key."""
        canvas = self.user.page.canvas
        # A list of names that closed by itself may have kept the keyboard.
        self.user.window.activateWindow()
        self.user.until(self.user.window.isActiveWindow)
        canvas.setFocus()
        self.user.until(canvas.hasFocus)
        # The bar of a selection may lie over what is clicked next.
        QTest.keyClick(canvas, KEY.Key_Escape)
        QTest.keyClick(canvas, KEY.Key_1)
        self.user.until(lambda: not canvas.glide.running)

    def set(self, node: str, **settings: Any) -> None:
        if self.user.page.selected_node != node:
            self.look_at_all()
            self.user.click_node(node)
            self.user.until(lambda: self.user.page.selected_node == node)
        super().set(node, **settings)

    def grow_by_mouse(self, after: str, kind: str) -> str:
        """The same by the plus in the middle of the transition."""
        page, before = self.user.page, set(self.user.document.node_by_id)
        canvas = page.canvas
        canvas.selection.clear()
        self.user.until(lambda: not canvas.glide.running)
        link = canvas.graph_scene.edges[self.edge(after)]
        self._click_canvas(canvas.viewportTransform().map(link.middle()).toPoint())
        self.user.until(canvas.quick.isVisible)
        QTest.keyClicks(canvas.quick.search, kind)
        QTest.keyClick(canvas.quick.search, KEY.Key_Return)
        made = set(self.user.document.node_by_id) - before
        (node,) = [one for one in made if self.user.document.node_by_id[one].type not in {"end", "close"}]
        return node

    def act(self, after: str, on: str, action: str, port: str = "out", **settings: Any) -> str:
        """An action, chosen in the panel."""
        return self.grow(after, "Take an action", port, {"on": on, "action": action, "settings": settings})

    def merge(self, node: str, *sources: str) -> None:
        """Tick the paths that a merge joins."""
        self.look_at_all()
        self.user.click_node(node)
        self.user.until(lambda: self.user.page.selected_node == node)
        extras = self.user.window.panel.findChild(NodeExtras)
        assert extras is not None
        for end, box in extras.boxes.items():
            if end[0] in sources and not box.isChecked():
                QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
                break
        self.user.until(lambda: len(self.user.document.inbound[node]) > 1)

    def _nested(self, editor: Editor, value: Any) -> None:
        match editor:
            case JourneyConditionEditor():
                self._condition(editor, value)
            case ComparisonEditor():
                operator, compared = value if len(value) == 2 else value[1:]
                self._comparison(editor, value[0] if len(value) > 2 else "", operator, compared)
            case DependentForm():
                self.user.until(lambda: editor.form is not None)
                assert editor.form is not None
                self._put(editor.form, value)
            case MomentEditor() | DayEditor():
                self._moment(editor, value)
            case SeveralEditor():
                for place, button in editor.buttons.items():
                    if button.isChecked() is not (place in value):
                        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            case _:
                super()._nested(editor, value)

    def _moment(self, editor: MomentEditor | DayEditor, value: str) -> None:
        if not editor.box.isChecked():
            QTest.mouseClick(editor.box, Qt.MouseButton.LeftButton)
        if isinstance(editor, MomentEditor):
            editor.field.setDateTime(QDateTime.fromString(value, Qt.DateFormat.ISODate))
        else:
            editor.day.setDate(QDateTime.fromString(f"{value}T00:00", Qt.DateFormat.ISODate).date())

    def _condition(self, editor: JourneyConditionEditor, filters: Any) -> None:
        """Filters, each its name in the list, its operator and what is typed; without any, everybody."""
        if not filters:
            QTest.mouseClick(editor.everybody, Qt.MouseButton.LeftButton)
        self.filters(editor, filters)

    def filters(self, editor: JourneyConditionEditor, filters: Any) -> None:
        """Add filters to a condition."""
        for words, operator, *value in filters:
            QTest.mouseClick(editor.add, Qt.MouseButton.LeftButton)
            self.user.until(lambda: any(one.isVisible() for one in editor.findChildren(Chooser)))
            chooser = next(one for one in editor.findChildren(Chooser) if one.isVisible())
            QTest.keyClicks(chooser.search, words)
            QTest.keyClick(chooser.search, KEY.Key_Return)
            QApplication.processEvents()
            form = editor.cards[-1].form
            if isinstance(form, ComparisonEditor):
                self._comparison(form, "", operator, value[0])
            else:
                self._put(form, operator)

    def choose_first_name(self, node: str) -> None:
        """Choose the first name that the first filter with names offers in the panel of a node, by keys."""
        self.set(node)
        compared = next(
            one for one in self.user.window.panel.findChildren(ComparisonEditor)
            if one.isVisible() and one.names.offers
        )  # fmt: skip
        # What is typed is told at once, so that the choice has something to take the place of.
        self.user.type(compared.values, "clo")
        popup = compared.names.popup()
        assert popup is not None
        self.user.until(popup.isVisible)
        QTest.keyClick(popup, KEY.Key_Down)
        QTest.keyClick(popup, KEY.Key_Return)
        self.user.until(lambda: compared.values.text() != "clo")
        QApplication.processEvents()

    def _comparison(self, editor: ComparisonEditor, field: str, operator: str, value: object) -> None:
        if field and editor.name is not None:
            self.user.type(editor.name.line, field)
        self.pick(editor.operator, operator)
        if editor.count.isVisible():
            self.user.type(editor.count.line, str(value))
        else:
            self.user.type(editor.values, str(value))
