"""The same rule in a window of its own, with room for long lines and deep groups."""

from typing import TYPE_CHECKING

from pydantic import JsonValue
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from app.panel.editors.look import current_tokens, style_sheet
from app.shell.stepping import ReadDialog
from app.words import tr

if TYPE_CHECKING:
    from app.panel.editors.conditions.editor import ConditionEditor


class LargeEditor(ReadDialog):
    """Every edit reaches the small editor at once, and every undo comes back; closing the window loses nothing."""

    def __init__(self, small: "ConditionEditor", large: "ConditionEditor") -> None:
        super().__init__(small.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Conditions on {table}", table=small.context.title))
        self.setStyleSheet(style_sheet(current_tokens()))
        self.editor = large
        self.editor.footer.large.hide()
        self.editor.set_value(small.value())
        self.editor.set_counter(small.counter)
        self._small = small
        self.editor.edited.connect(self._tell)
        small.shown.connect(self.editor.set_value)
        room = QWidget(self)
        inner = QVBoxLayout(room)
        # The scroll bar lies over the area's edge.
        inner.setContentsMargins(16, 14, 22, 14)
        inner.addWidget(self.editor)
        inner.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(room)
        # Both fill themselves with the ground of the window, which would end in a seam above the foot.
        for one in (room, area.viewport()):
            one.setAutoFillBackground(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 4, 16, 14)
        # How many are found stays in sight, however long the rule is.
        foot.addWidget(self.editor.footer)
        foot.addWidget(buttons)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area, 1)
        box.addLayout(foot)
        self.resize(960, 640)

    def _tell(self, rule: JsonValue) -> None:
        self._small.take(rule, self.editor.step)
