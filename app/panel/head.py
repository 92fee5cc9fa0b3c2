"""The head of the panel: which activity is shown, its title, and whether runs stop before it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from app.graph.kinds import NodeKind
from app.panel.editors.fields import Line
from app.words import said, tr
from canvas.icons import icon
from engine.document.model import Node
from engine.problems import Problem
from engine.texts import sentences


class NodeHead(QFrame):
    """What the node is: its icon, its title to type in, its kind, and what is wrong with all of it."""

    renamed = Signal(str)
    pause_wanted = Signal(bool)
    """Whether test and real runs are to stop before it."""

    def __init__(self) -> None:
        super().__init__()
        self._name = "ph.question"
        self._icon = QLabel()
        self.line = Line()
        self.line.setAccessibleName(tr("Title"))
        self.kind = QLabel()
        self.kind.setProperty("quiet", True)
        self.kind.setWordWrap(True)
        self.problems, self.warnings = QLabel(), QLabel()
        for label, severity in ((self.problems, "error"), (self.warnings, "warning")):
            label.setWordWrap(True)
            label.setProperty(severity, True)
        row = QHBoxLayout()
        row.addWidget(self._icon)
        row.addWidget(self.line, 1)
        self.pause = QToolButton()
        self.pause.setCheckable(True)
        self.pause.setProperty("quiet", True)
        self.pause.setAccessibleName(tr("A run stops before it"))
        self.pause.setToolTip(
            tr("Test and real runs stop before this activity, until they are continued. Counts go on (Ctrl+Shift+B).")
        )
        self.pause.clicked.connect(self.pause_wanted)
        row.addWidget(self.pause)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(row)
        box.addWidget(self.kind)
        box.addWidget(self.problems)
        box.addWidget(self.warnings)
        self.line.textEdited.connect(self._rename)

    def _rename(self, text: str) -> None:
        self.renamed.emit(self.line.in_one(text))

    @property
    def title(self) -> str:
        """The title that users see."""
        return self.line.text() or self.line.placeholderText()

    def show_node(self, node: Node, kind: NodeKind | None) -> None:
        """Show another node, or the same one after an edit from elsewhere."""
        if node.label != self.line.text():
            self.line.setText(node.label)
        title = said(kind.title) if kind is not None else node.type
        self.line.setPlaceholderText(title)
        unknown = tr("This program does not know this kind of activity. It is kept as it is, and nothing runs here.")
        self.kind.setText(f"{title} · {node.id}\n{said(kind.help)}" if kind is not None else unknown)
        self._name = kind.icon if kind is not None else "ph.question"
        self.pause.setChecked(node.paused)
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        ink = self.palette().text().color().name()
        self._icon.setPixmap(icon(self._name, ink).pixmap(22, 22))
        self.pause.setIcon(icon("ph.hand-palm", ink))

    def show_problems(self, problems: list[Problem]) -> None:
        """Problems that belong to no field; what only warns does not look like what is wrong."""
        for label, errors in ((self.problems, True), (self.warnings, False)):
            told = [said(sentences(one.what, one.fix)) for one in problems if one.is_error is errors]
            label.setText("\n".join(told))
            label.setVisible(bool(told))
