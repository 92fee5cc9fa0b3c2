"""Why a person, or a pasted list of them, is or is not at a place: the way, where it ended, the lines that decided."""

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.inspector.colours import tokens_of
from app.inspector.service import Place, Service
from app.inspector.values import shown
from app.words import said, tr
from app.worker import Tasks, finished
from engine.problems import EngineError
from engine.runner.answers import Answer, Key

MOST_KEYS = 1_000


class WhyPanel(QWidget):
    """Keys are typed or pasted, the parts of a composite key joined by a slash; each gets an answer."""

    way_wanted = Signal(object)
    """The nodes that a record passed, to be shown on the canvas."""

    def __init__(self, service: Service, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._place: Place | None = None
        self._ways: dict[str, tuple[str, ...]] = {}
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("One key, or a pasted list of them"))
        self.line.setClearButtonEnabled(True)
        self.ask_button = QPushButton(tr("Why?"))
        self.where = QLabel()
        self.where.setProperty("quiet", True)
        self.error = QLabel()
        self.error.setProperty("error", True)
        self.error.setWordWrap(True)
        self.error.hide()
        self.tree = QTreeWidget()
        self.tree.setColumnCount(3)
        self.tree.setHeaderLabels([tr("Record"), tr("Answer"), tr("Value found")])
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.tree.setAccessibleName(tr("Answers"))
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.ask_button)
        row.addWidget(self.where, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.addLayout(row)
        box.addWidget(self.error)
        box.addWidget(self.tree, 1)
        self.line.returnPressed.connect(self.ask)
        self.ask_button.clicked.connect(self.ask)
        self.tree.currentItemChanged.connect(self._chosen)
        self.setFocusProxy(self.line)
        self.show_place(None)

    def show_place(self, place: Place | None) -> None:
        """Ask about another place; what was answered about the one before goes."""
        self._place = place
        self.way_wanted.emit(())
        self.tree.clear()
        self.error.hide()
        self.ask_button.setEnabled(place is not None)
        self.where.setText(
            tr("at {place}", place=place.title) if place is not None else tr("Select a transition first.")
        )

    def ask(self) -> None:
        """Ask about the keys that stand in the line."""
        keys = read_keys(self.line.text())
        if self._place is not None and keys:
            self._tasks.start(self._ask(self._place, keys))

    async def _ask(self, place: Place, keys: list[Key]) -> None:
        self.error.hide()
        try:
            answers = await finished(self._service.why(place, keys))
        except EngineError as error:
            self.error.setText(str(error.problem))
            self.error.show()
            return
        if place is self._place:
            self._show(answers)

    def _show(self, answers: tuple[Answer, ...]) -> None:
        self.tree.clear()
        self._ways.clear()
        tokens = tokens_of(self)
        for answer in answers:
            who = "/".join(answer.key)
            self._ways[who] = (*(stop.node for stop in answer.way), *((answer.lost_at,) if answer.lost_at else ()))
            item = QTreeWidgetItem(self.tree, [who, _in_words(answer, self._title(answer.lost_at or "")), ""])
            item.setForeground(1, QColor(tokens.states["done" if answer.present else "warning"].ink))
            for line in answer.rule:
                mark = "✓" if line.holds else "✗"
                value = tr("nothing") if line.value is None else shown(line.value)
                child = QTreeWidgetItem(item, ["", f"{mark} {line.sentence}", value])
                if line.decides:
                    font = child.font(1)
                    font.setBold(True)
                    child.setFont(1, font)
            item.setExpanded(True)
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)

    def _title(self, node: str) -> str:
        found = self._place.document.node_by_id.get(node) if self._place is not None else None
        return (found.label or node) if found is not None else node

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        while item is not None and item.parent() is not None:
            item = item.parent()
        if item is not None:
            self.way_wanted.emit(self._ways.get(item.text(0), ()))


def _in_words(answer: Answer, stopped_at: str) -> str:
    if answer.present:
        return tr("Is here.") + (f" {said(answer.status)}" if answer.status else "")
    if answer.lost_at is None:
        return said(answer.reason) or tr("Is not here.")
    return tr("Did not get past {node}. {reason}", node=stopped_at, reason=said(answer.reason))


def read_keys(text: str) -> list[Key]:
    """The keys in a text: separated by commas, semicolons, tabs or lines, each once, at most MOST_KEYS."""
    words = [word.strip() for word in re.split(r"[,;\s]+", text) if word.strip()]
    return [tuple(word.split("/")) for word in dict.fromkeys(words)][:MOST_KEYS]
