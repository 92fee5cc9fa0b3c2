"""A group of a rule: how its items combine, the items, and the buttons that add to it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.panel.editors.conditions.checking import Fault
from app.panel.editors.conditions.counts import CountSlot
from app.panel.editors.conditions.handle import Handle
from app.panel.editors.conditions.host import Host
from app.panel.editors.conditions.lines import text_of
from app.panel.editors.conditions.tree import INSIDE, Address, Part, items_of
from app.panel.editors.look import icon_button, restyle
from app.shell.elided import ElidedButton
from app.words import told, tr


def logic_words(operator: str, *, inside: bool = False) -> str:
    """How the items of a group combine; `inside` a line they are about one and the same record."""
    if inside and operator == "and":
        return tr("All of these, on the same record")
    return {
        "and": tr("All of these"),
        "or": tr("At least one of these"),
        "except": tr("The first, except all others"),
    }.get(operator, operator)


def short_logic_words(operator: str) -> str:
    """The same where there is little room."""
    return {"and": tr("All of"), "or": tr("Any of"), "except": tr("All but")}.get(operator, operator)


class GroupBox(QFrame):
    """A group. A nested one has a head that can be dragged, marked and folded, as a line can."""

    def __init__(self, address: Address, part: Part, joiner: QWidget | None, host: Host, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("group")
        self.address = address
        self.part = part
        self._host = host
        self._inside = bool(address) and address[-1] == INSIDE
        self.is_item = bool(address) and not self._inside
        self.operator = text_of(part, "operator")
        self.setProperty("rail", self.operator if address else "")
        if self.is_item:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.logic = self._logic_button()
        self.count = CountSlot(self)
        self.count.hide()
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setProperty("error", True)
        self.message.hide()
        self.folded = QLabel(self)
        self.folded.setWordWrap(True)
        self.folded.setProperty("quiet", True)
        self.folded.setVisible(host.is_folded(part))
        self.add_line = QPushButton(f"+ {tr('Condition')}", self)
        self.add_group = QPushButton(f"+ {tr('Group')}", self)
        self.add_line.setAccessibleName(tr("Add a condition"))
        self.add_group.setAccessibleName(tr("Add a group"))
        self.head = self._head(joiner)
        self.items = QVBoxLayout()
        self.items.setSpacing(6)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(6)
        for button in (self.add_line, self.add_group):
            button.setAutoDefault(False)
            button.setProperty("add", True)
            foot.addWidget(button)
        foot.addStretch(1)
        self._foot.setVisible(not host.is_folded(part))
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(12 if address else 0, 2, 0, 2)
        box.setSpacing(6)
        box.addWidget(self.head)
        box.addWidget(self.message)
        box.addWidget(self.folded)
        box.addLayout(self.items)
        box.addWidget(self._foot)
        self.add_line.clicked.connect(lambda: host.add(self.address, self.add_line))
        self.add_group.clicked.connect(lambda: host.add_group(self.address))
        self.setAccessibleName(logic_words(self.operator))

    def show_as_part(self, lonely: bool) -> None:
        """Show the group inside a line; a `lonely` one is an offer to ask for only some records."""
        self.add_group.setVisible(bool(items_of(self.part)))
        if lonely:
            self.add_line.setText(f"+ {tr('Only some of the records')}")
            self.setProperty("rail", "")
            self._box.setContentsMargins(0, 0, 0, 0)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Say what is wrong with the group itself."""
        self.message.setText("\n".join(told(fault.problem) for fault in faults))
        self.message.setVisible(bool(faults))

    def set_chosen(self, chosen: bool) -> None:
        """Show whether the group is marked."""
        restyle(self, "chosen", chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.is_item or not self._host.key(self.address, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.is_item and self.head.geometry().contains(event.position().toPoint()):
            self._host.select(self.address, add=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._host.open_menu(self.address, event.globalPos())

    def _head(self, joiner: QWidget | None) -> QWidget:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 4 if self.is_item else 0, 0)
        row.setSpacing(4)
        if self.is_item:
            row.addWidget(Handle(self.address, self._host, head))
        if joiner is not None:
            joiner.setParent(head)
            row.addWidget(joiner)
        row.addWidget(self.logic)
        row.addStretch(1)
        row.addWidget(self.count)
        if self.is_item:
            folded = self._host.is_folded(self.part)
            fold = icon_button(head, "ph.caret-right" if folded else "ph.caret-down", tr("Fold or unfold"))
            fold.clicked.connect(lambda: self._host.toggle_fold(self.address))
            more = icon_button(head, "ph.dots-three-vertical", tr("More"))
            more.clicked.connect(lambda: self._host.open_menu(self.address, more.mapToGlobal(QPoint(0, more.height()))))
            row.addWidget(fold)
            row.addWidget(more)
        lonely = not self.is_item and len(items_of(self.part)) < 2
        head.setVisible(not lonely)
        return head

    def _logic_button(self) -> QToolButton:
        words = short_logic_words(self.operator) if self.is_item else logic_words(self.operator, inside=self._inside)
        button = ElidedButton(f"{words} ▾", self)
        button.setToolTip(logic_words(self.operator, inside=self._inside))
        button.setProperty("logic", self.operator)
        button.setAccessibleName(tr("How the lines of this group combine"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for operator in ("and", "or", "except"):
            action = menu.addAction(logic_words(operator))
            action.setCheckable(True)
            action.setChecked(operator == self.operator)
            action.setData(operator)
        menu.triggered.connect(self._choose_logic)
        button.setMenu(menu)
        return button

    def _choose_logic(self, action: QAction) -> None:
        self._host.set_logic(self.address, str(action.data()))
