"""What ran and how: a line for each activity with its state, its numbers and its time, and its statement beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QSplitter, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.desk import Desk
from app.graph.kinds import kinds_of
from app.session import Session
from app.sql_colours import SqlColours
from app.words import number, said, told, tr
from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.results import NodeResult, State
from engine.runner.service import plan_document, prepare
from engine.trees import DIALECT
from engine.workspace import Workspace

_NODE = Qt.ItemDataRole.UserRole
_NUMBERS = (2, 3, 4)
_STEPS = 360
"""The least room of the list, in pixels."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SqlView(QWidget):
    """The steps of the document in front. A statement is only made when somebody looks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._session: Session | None = None
        self._wanted = ""
        self.steps = QTreeWidget()
        self.steps.setRootIsDecorated(False)
        self.steps.setUniformRowHeights(True)
        self.steps.setHeaderLabels([tr("Activity"), tr("State"), tr("Entered"), tr("Left"), tr("Seconds")])
        self.steps.setAccessibleName(tr("Steps"))
        head = self.steps.header()
        head.setStretchLastSection(False)
        for column in range(1, 5):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        # The name of an activity says which line it is; in a small window the statement gives way to it.
        self.steps.setMinimumWidth(_STEPS)
        for column in _NUMBERS:
            self.steps.headerItem().setTextAlignment(column, _RIGHT)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setPlaceholderText(tr("Select an activity to read its query."))
        self.text.setAccessibleName(tr("SQL"))
        self.colours = SqlColours(self.text)
        halves = QSplitter()
        halves.addWidget(self.steps)
        halves.addWidget(self.text)
        halves.setHandleWidth(1)
        halves.setSizes([640, 360])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(halves)
        self.steps.currentItemChanged.connect(self._chosen)

    def show_node(self, desk: Desk, session: Session, node: str) -> None:
        """Show the steps of a document, and the statement of a node."""
        self._desk = desk
        if session is not self._session:
            if self._session is not None:
                self._session.running.disconnect(self._ran)
            self._session = session
            session.running.connect(self._ran)
        self._fill(node)

    def _ran(self, running: bool) -> None:
        if not running and self.isVisible():
            self._fill(self._wanted)

    def _fill(self, node: str) -> None:
        session = self._session
        if session is None:
            return
        self.steps.blockSignals(True)
        self.steps.clear()
        for one in session.document.nodes:
            found = session.counts.node(one.id)
            kind = kinds_of(session.document).get(one.type)
            title = one.label or (said(kind.title) if kind is not None else one.type)
            item = QTreeWidgetItem(self.steps, [title, *_cells(found)])
            for column in _NUMBERS:
                item.setTextAlignment(column, _RIGHT)
            item.setData(0, _NODE, one.id)
            if found is not None and found.note:
                item.setToolTip(1, said(found.note))
            if one.id == node:
                self.steps.setCurrentItem(item)
        self.steps.blockSignals(False)
        self._show_statement(node)

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._show_statement(item.data(0, _NODE))

    def _show_statement(self, node: str) -> None:
        self._wanted = node
        if not node or self._desk is None or self._session is None:
            self.text.clear()
            return
        self._desk.tasks.start(self._load(self._desk, self._session, node), of=self)

    async def _load(self, desk: Desk, session: Session, node: str) -> None:
        text = await desk.worker.run(statement, desk.workspace, session.document, node)
        if node == self._wanted:
            self.text.setPlainText(text)


def _cells(found: NodeResult | None) -> list[str]:
    """State, entered, left and seconds of a node."""
    if found is None:
        return [tr("not counted"), "", "", ""]
    states = {
        State.DONE: tr("stored before") if found.reused else tr("computed"), State.FAILED: tr("failed"),
        State.WAITING: tr("waiting"), State.PAUSED: tr("paused"), State.NOT_REACHED: tr("not reached"),
    }  # fmt: skip
    seconds = "" if found.reused else number(round(found.seconds, 3))
    return [states[found.state], number(found.entered), number(found.left), seconds]


def statement(workspace: Workspace, document: Document, node: str) -> str:
    """The query of a node's population as text; a sentence where it has none."""
    try:
        plan = plan_document(workspace, prepare(workspace, document))
    except EngineError as error:
        return f"-- {told(error.problem)}"
    planned = plan.nodes.get(node)
    if planned is None or planned.query is None:
        return f"-- {tr('This activity has no query of its own: see the problems, or the activity before it.')}"
    return planned.query.sql(dialect=DIALECT, pretty=True)
