"""The statement behind a node's population, to read and to copy."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.desk import Desk
from app.session import Session
from app.words import tr
from engine.database import to_text
from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.service import plan_document, prepare
from engine.workspace import Workspace


class SqlView(QWidget):
    """Shows the SQL of one node. It is only made when somebody looks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setPlaceholderText(tr("Select an activity to read its query."))
        self.text.setAccessibleName(tr("SQL"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.text)
        self._wanted = ""

    def show_node(self, desk: Desk, session: Session, node: str) -> None:
        """Show the statement of a node."""
        self._wanted = node
        if not node:
            self.text.clear()
            return
        desk.tasks.start(self._load(desk, session, node))

    async def _load(self, desk: Desk, session: Session, node: str) -> None:
        text = await desk.worker.run(statement, desk.workspace, session.document, node)
        if node == self._wanted:
            self.text.setPlainText(text)


def statement(workspace: Workspace, document: Document, node: str) -> str:
    """The query of a node's population as text; a sentence where it has none."""
    try:
        plan = plan_document(workspace, prepare(workspace, document))
    except EngineError as error:
        return f"-- {error.problem}"
    planned = plan.nodes.get(node)
    if planned is None or planned.query is None:
        return f"-- {tr('This activity has no query of its own: see the problems, or the activity before it.')}"
    return to_text(planned.query)
