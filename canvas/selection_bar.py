"""The bar above a selection of several parts: align, distribute, group, colour, switch off, delete.

All of it are named actions, which work by their keys and menus as well; the bar only brings them near the hand.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from canvas.icons import icon
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_ALIGN = (
    "arrange.align-left", "arrange.align-centre", "arrange.align-right", "arrange.align-top", "arrange.align-middle",
    "arrange.align-bottom",
)  # fmt: skip
_SINGLE = ("arrange.distribute-across", "arrange.distribute-down", "arrange.group", "edit.disable", "edit.delete")
_AWAY = 14


class SelectionBar(QFrame):
    """It shows while several nodes are selected and no gesture is under way, and never takes the keyboard."""

    def __init__(self, canvas: "CanvasView") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._filled = False
        self.buttons: dict[str, QToolButton] = {}
        self.setAccessibleName(tr("Actions for the selection"))
        self.setObjectName("selection-bar")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 3, 4, 3)
        self._row.setSpacing(1)
        self.hide()
        canvas.selection.changed.connect(self.follow)
        canvas.moved.connect(self.follow)
        canvas.graph_scene.applied.connect(self.follow)
        canvas.dispatcher.busy.connect(self.follow)
        canvas.model.mode_changed.connect(self.follow)
        canvas.restyled.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        """Take the colours of the canvas."""
        tokens = self._canvas.style_in_use.tokens
        self.setStyleSheet(
            f"#selection-bar {{ background: {tokens.card}; border: 1px solid {tokens.card_border};"
            " border-radius: 9px; }"
            "QToolButton { border: none; border-radius: 6px; padding: 5px; }"
            f"QToolButton:hover {{ background: {tokens.selection_tint}; }}"
            "QToolButton::menu-indicator { image: none; }"
        )

    def _fill(self) -> None:
        """Make the buttons when they are first wanted: most canvases of a window never show them."""
        self._filled = True
        self._add_menu("arrange", tr("Align"), "ph.align-left", _ALIGN)
        for name in _SINGLE[:3]:
            self._add(name)
        colours = [name for name, record in self._canvas.actions_by_id.records.items() if record.group == "colour"]
        self._add_menu("colour", tr("Colour"), "ph.palette", colours)
        for name in _SINGLE[3:]:
            self._add(name)

    def _add(self, name: str) -> None:
        button = self._button(name)
        button.setDefaultAction(self._canvas.actions_by_id[name])

    def _add_menu(self, name: str, text: str, image: str, actions: "tuple[str, ...] | list[str]") -> None:
        button = self._button(name)
        tokens = self._canvas.style_in_use.tokens
        button.setText(text)
        button.setToolTip(text)
        button.setIcon(icon(image, tokens.text, tokens.text_quiet))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setPalette(self._canvas.palette())
        for action in actions:
            menu.addAction(self._canvas.actions_by_id[action])
        button.setMenu(menu)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._row.addWidget(button)
        self.buttons[name] = button
        return button

    def follow(self) -> None:
        """Stand above the selection, or below it where there is no room; hide when there is nothing to do."""
        canvas = self._canvas
        nodes = canvas.selection.parts.nodes & canvas.graph_scene.nodes.keys()
        if len(nodes) < 2 or canvas.dispatcher.current is not None or canvas.model.read_only():
            self.hide()
            return
        if not self._filled:
            self._fill()
        shown = canvas.viewportTransform().mapRect(canvas.graph_scene.bounds_of(canvas.selection.parts))
        room = canvas.viewport().geometry()
        if not shown.intersects(canvas.viewport().rect()):
            self.hide()
            return
        self.adjustSize()
        place = QPointF(shown.center().x() - self.width() / 2, shown.top() - self.height() - _AWAY)
        if place.y() < 4:
            place.setY(min(shown.bottom() + _AWAY, room.height() - self.height() - 4))
        x = min(max(round(place.x()), 4), max(room.width() - self.width() - 4, 4))
        self.move(room.left() + x, room.top() + max(round(place.y()), 4))
        self.show()
        self.raise_()
