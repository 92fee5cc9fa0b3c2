"""Where one works: the documents in the middle, the docks around them. It only arranges."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStackedWidget, QWidget

from app.document_tabs import DocumentTabs
from app.help_page import HelpPage
from app.panel.panel import PropertyPanel
from app.problem_list import ProblemList
from app.sql_view import SqlView
from app.words import tr
from canvas import Tokens

_SIDE, _PANEL, _BOTTOM = 230, 340, 300


class Workbench(QMainWindow):
    """A window inside the window, so that the start page needs to know nothing of docks."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Widget)
        self.tabs = DocumentTabs(tokens)
        self.setCentralWidget(self.tabs)
        self.palettes, self.inspectors = QStackedWidget(), QStackedWidget()
        self.panel, self.help = PropertyPanel(), HelpPage()
        self.problems, self.sql = ProblemList(), SqlView()
        sides = Qt.DockWidgetArea
        self.palette_dock = self._dock("palette", tr("Activities"), self.palettes, sides.LeftDockWidgetArea)
        self.panel_dock = self._dock("panel", tr("Properties"), self.panel, sides.RightDockWidgetArea)
        self.help_dock = self._dock("help", tr("Help"), self.help, sides.RightDockWidgetArea, self.panel_dock)
        bottom = sides.BottomDockWidgetArea
        population = self.population_dock = self._dock("population", tr("Population"), self.inspectors, bottom)
        self.problem_dock = self._dock("problems", tr("Problems"), self.problems, bottom, population)
        self.sql_dock = self._dock("sql", tr("SQL"), self.sql, bottom, population)
        self.panel_dock.raise_()
        self.population_dock.raise_()
        self.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AnimatedDocks)
        self.setCorner(Qt.Corner.BottomRightCorner, sides.RightDockWidgetArea)
        self.setCorner(Qt.Corner.BottomLeftCorner, sides.LeftDockWidgetArea)
        self.resizeDocks([self.palette_dock, self.panel_dock], [_SIDE, _PANEL], Qt.Orientation.Horizontal)
        self.resizeDocks([self.population_dock], [_BOTTOM], Qt.Orientation.Vertical)

    @property
    def docks(self) -> tuple[QDockWidget, ...]:
        """All docks, in the order of their menu."""
        sides = (self.palette_dock, self.panel_dock, self.help_dock)
        return (*sides, self.population_dock, self.problem_dock, self.sql_dock)

    def show_dock(self, dock: QDockWidget) -> None:
        """Bring a dock to the front, also when it was closed."""
        dock.show()
        dock.raise_()

    def _dock(
        self, name: str, title: str, inner: QWidget, side: Qt.DockWidgetArea, over: QDockWidget | None = None
    ) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(inner)
        self.addDockWidget(side, dock)
        if over is not None:
            # At once: docks that are put together later leave a row of tabs behind that belongs to nothing.
            self.tabifyDockWidget(over, dock)
        return dock
