"""What became of the people at one node: who entered, who left, who stayed behind and why, and who can be reached."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from app.session import Session
from app.words import number, said, tr
from engine.document.model import Node
from engine.messages import REACHABLE
from engine.registry import all_activities
from engine.runner.results import NodeResult


class NodeFacts(QFrame):
    """The conservation of a node in a few lines: entered = left + waiting + all that stayed behind."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.state = QLabel()
        self.state.setProperty("quiet", True)
        self.state.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.addLayout(self._grid)
        box.addWidget(self.state)
        self.hide()

    def show_node(self, session: Session, node: Node) -> None:
        """The last result of a node; nothing before its first."""
        found = session.counts.node(node.id)
        self.setVisible(found is not None)
        if found is None:
            return
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for row, (text, value, strong) in enumerate(_lines(found)):
            self._put(row, text, value, strong=strong)
        note = said(found.note)
        if session.counts.is_computing(node.id):
            note = tr("Counting…")
        elif session.counts.is_stale(node.id):
            note = tr("An edit came after these numbers.")
        elif not note:
            note = (
                tr("Counted before; nothing had to run.")
                if found.reused
                else tr("Counted in {seconds} s.", seconds=number(round(found.seconds, 3)))
            )
        self.state.setText(note)

    def _put(self, row: int, text: str, value: int, *, strong: bool) -> None:
        name, figure = QLabel(text), QLabel(number(value))
        name.setWordWrap(True)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        for label in (name, figure):
            label.setProperty("fieldTitle" if strong else "quiet", True)
        figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(figure, row, 1)


def _lines(found: NodeResult) -> list[tuple[str, int, bool]]:
    """Text, number, and whether it is one of the sums."""
    activity = all_activities().get(found.type)
    labels = {reason.code: said(reason.label) for reason in activity.reasons} if activity else {}
    lines = [(tr("Entered"), found.entered, True)]
    lines += [(f"− {labels.get(code, code)}", count, False) for code, count in found.dropped.items() if count]
    if found.waiting:
        lines.append((tr("− Waiting"), found.waiting, False))
    lines.append((tr("Left"), found.left, True))
    if found.reach:
        lines.append((tr("Reachable"), found.reach.get(REACHABLE, 0), True))
        lines += [
            (f"− {labels.get(code, said(code))}", count, False)
            for code, count in found.reach.items()
            if code != REACHABLE
        ]
    return lines
