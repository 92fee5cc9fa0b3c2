"""All that is wrong with a document, in a list that leads to the field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QStackedLayout, QWidget

from app.graph.kinds import kinds_of
from app.session import Session
from app.words import headed, said, shortened, told, tr
from canvas.icons import icon
from canvas.style import DARK, LIGHT
from engine.problems import Problem

_DARK_BELOW = 128


class ProblemList(QWidget):
    """One line per problem: errors first, each with what to do."""

    chosen = Signal(str, str)
    """The node and the field that a problem points at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        # A line that just fits would ask for the room of its margin.
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Problems"))
        self.empty = QLabel(tr("Nothing is wrong."))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("quiet", True)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.list)
        self.list.itemActivated.connect(self._chosen)
        self.list.itemClicked.connect(self._chosen)
        self._session: Session | None = None

    def show_session(self, session: Session | None) -> None:
        """Show the problems of another document."""
        if self._session is not None:
            self._session.checked.disconnect(self.refresh)
        self._session = session
        if session is not None:
            session.checked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Fill the list anew."""
        problems = self._session.problems if self._session is not None else ()
        self.list.clear()
        for problem in sorted(problems, key=lambda one: not one.is_error):
            self.list.addItem(self._item(problem))
        self._pages.setCurrentIndex(1 if problems else 0)

    def _item(self, problem: Problem) -> QListWidgetItem:
        document = self._session.document if self._session is not None else None
        node = document.node_by_id.get(problem.node or "") if document is not None else None
        kind = kinds_of(document).get(node.type) if document is not None and node is not None else None
        where = node.label or (said(kind.title) if kind is not None else node.id) if node is not None else ""
        item = QListWidgetItem(shortened(headed(where, told(problem)) if where else told(problem)))
        tokens = DARK if self.palette().window().color().lightness() < _DARK_BELOW else LIGHT
        ink = tokens.states["error" if problem.is_error else "warning"].ink
        item.setIcon(icon("ph.warning-circle" if problem.is_error else "ph.warning", ink))
        item.setToolTip(problem.check or problem.code)
        item.setData(Qt.ItemDataRole.UserRole, (problem.node or "", problem.field or ""))
        return item

    def _chosen(self, item: QListWidgetItem) -> None:
        node, field = item.data(Qt.ItemDataRole.UserRole)
        self.chosen.emit(node, field)
