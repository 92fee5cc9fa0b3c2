"""What became of the people at one node: who entered, who left, who stayed behind and why, and who can be reached."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.facts import Fact, facts_of
from app.graph.kinds import kinds_of
from app.inspector.values import percent
from app.session import Session
from app.words import headed, number, said, tr
from engine.document.model import Node
from engine.runner.results import NodeResult


class NodeFacts(QFrame):
    """The conservation of a node in a few lines: entered = left + waiting + all that stayed behind."""

    list_wanted = Signal(object)
    """The Fact whose rows are to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.state = QLabel()
        self.state.setProperty("quiet", True)
        self.state.setWordWrap(True)
        self.sum = QLabel()
        self.sum.setProperty("quiet", True)
        self.sum.setWordWrap(True)
        self._facts: tuple[Fact, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.addLayout(self._grid)
        box.addWidget(self.sum)
        box.addWidget(self.state)
        self.hide()

    def show_node(self, session: Session, node: Node) -> None:
        """The last result of a node; nothing before its first."""
        found = session.counts.node(node.id)
        # What only starts or ends a campaign has nobody to account for.
        nobody = found is None or (found.population is None and not found.entered and not found.left)
        self.setVisible(not nobody)
        if found is None or nobody:
            return
        facts = tuple(facts_of(found, kinds_of(session.document).get(node.type)))
        if facts != self._facts:
            # Only then: numbers that stand would flicker while others are counted, and lose the keyboard.
            self._facts = facts
            self._fill(facts)
        self._say(session, node, found)

    def _fill(self, facts: tuple[Fact, ...]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                # At once: what is only deleted later would be painted below the new numbers until then.
                widget.hide()
                widget.deleteLater()
        for row, fact in enumerate(facts):
            self._put(row, fact)

    def _say(self, session: Session, node: Node, found: NodeResult) -> None:
        self.sum.setText(_conservation(found))
        self.sum.setProperty("error", not found.conserved)
        self.sum.setVisible(bool(self.sum.text()))
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

    def _put(self, row: int, fact: Fact) -> None:
        name, figure = QLabel(fact.text), QLabel(number(fact.value))
        name.setWordWrap(True)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        share = QLabel(percent(fact.value, fact.whole) if fact.whole and fact.value != fact.whole else "")
        share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        share.setProperty("quiet", True)
        for label in (name, figure):
            label.setProperty("fieldTitle" if fact.strong else "quiet", True)
        figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        widgets: list[QWidget] = [name, figure, share]
        if fact.code and fact.value:
            widgets[1] = self._link(fact)
        if not share.text():
            # No column of its own where nothing has a share, so that the numbers end where the card does.
            widgets.remove(share)
        for column, widget in enumerate(widgets):
            self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
            # At once, and not when the loop comes round to it.
            widget.show()

    def _link(self, fact: Fact) -> QPushButton:
        link = QPushButton(number(fact.value))
        link.setProperty("link", True)
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setAccessibleName(headed(fact.text.lstrip("− "), number(fact.value)))
        link.setToolTip(tr("Show these rows"))
        link.clicked.connect(partial(self._wanted, fact))
        return link

    def _wanted(self, fact: Fact, _checked: bool = False) -> None:
        self.list_wanted.emit(fact)


def _conservation(found: NodeResult) -> str:
    """The badge: that every row is accounted for, or that the numbers do not add up."""
    if not found.conserved:
        return tr("The numbers do not add up. Please tell us.")
    return tr("✓ Every row is accounted for.") if found.entered else ""
