"""Where one works on a document: the canvas in the middle, panes around it. It only arranges."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from app.help_page import HelpPage
from app.history_list import HistoryList
from app.log_view import LogView
from app.panel.panel import PropertyPanel
from app.problem_list import ProblemList
from app.shell.panes import Pane
from app.sql_view import SqlView
from app.words import tr
from canvas import Tokens

_SIDES = (252, 704, 324)
_HEIGHTS = (540, 240)
_MIDDLE = 1


class Workbench(QWidget):
    """Left: what can be put on the canvas. Right: what is selected. Bottom: what came of it.

    A view is added to a pane once, with a name; `show_view` brings it to the front, wherever it is.
    """

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.documents = QStackedWidget()
        self.palettes, self.outlines, self.inspectors = QStackedWidget(), QStackedWidget(), QStackedWidget()
        self.panel, self.help = PropertyPanel(), HelpPage()
        self.problems, self.sql, self.history = ProblemList(), SqlView(), HistoryList()
        self.log = LogView()
        self.left = Pane("left", tr("Activities and outline"), "ph.layout")
        self.left.add("palette", tr("Activities"), self.palettes)
        self.left.add("outline", tr("Outline"), self.outlines)
        self.right = Pane("right", tr("Properties, help and history"), "ph.sliders-horizontal")
        self.right.add("panel", tr("Properties"), self.panel)
        self.right.add("help", tr("Help"), self.help)
        self.right.add("history", tr("History"), self.history)
        self.bottom = Pane("bottom", tr("Population, problems and SQL"), "ph.table")
        self.bottom.add("population", tr("Population"), self.inspectors)
        self.bottom.add("problems", tr("Problems"), self.problems)
        self.bottom.add("log", tr("Log"), self.log)
        self.bottom.add("sql", tr("Steps and SQL"), self.sql)
        self._middle = _splitter(Qt.Orientation.Vertical, self.documents, self.bottom)
        self._whole = _splitter(Qt.Orientation.Horizontal, self.left, self._middle, self.right)
        self._middle.setStretchFactor(0, 1)
        self._whole.setStretchFactor(_MIDDLE, 1)
        self._middle.setSizes(_HEIGHTS)
        self._whole.setSizes(_SIDES)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._whole)
        self.set_tokens(tokens)

    @property
    def panes(self) -> tuple[Pane, ...]:
        """All panes, in the order of their menu."""
        return (self.left, self.right, self.bottom)

    def show_view(self, name: str) -> None:
        """Bring a view to the front, also when its pane was closed."""
        pane = next(one for one in self.panes if one.has(name))
        pane.show_view(name)

    def sees(self, name: str) -> bool:
        """Whether a view can be seen."""
        return self.isVisible() and any(pane.has(name) and pane.sees(name) for pane in self.panes)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        for pane in self.panes:
            pane.set_tokens(tokens)

    @property
    def state(self) -> dict[str, Any]:
        """What is to be remembered: the sizes, and each pane."""
        panes = {pane.objectName(): pane.state for pane in self.panes}
        return {"widths": self._whole.sizes(), "heights": self._middle.sizes(), "panes": panes}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Be as remembered; what is not in there stays as it is."""
        for pane in self.panes:
            pane.restore(state.get("panes", {}).get(pane.objectName(), {}))
        for splitter, name in ((self._whole, "widths"), (self._middle, "heights")):
            sizes = state.get(name, ())
            if len(sizes) == splitter.count():
                splitter.setSizes([int(size) for size in sizes])


def _splitter(way: Qt.Orientation, *parts: QWidget) -> QSplitter:
    made = QSplitter(way)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(1)
    for part in parts:
        made.addWidget(part)
    return made
