"""A role card: the role, how it weighs, how many members it needs, and who gets it by itself."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from app.accounts.condition_field import ConditionField
from app.accounts.ledger import Ledger
from app.shell.steps import Steps
from app.words import number, tr
from engine.accounts.buying_groups.templates import WEIGHTS, RoleCard


class RoleCardEditor(QFrame):
    """The card; `changed` comes when something of it is finished."""

    changed = Signal()
    removed = Signal()
    moved = Signal(int)
    """One place up (-1) or down (1)."""

    def __init__(self, card: RoleCard, roles: Mapping[str, str], ledger: Ledger, *, editable: bool) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._editable = editable
        self.role, self.weight = QComboBox(), QComboBox()
        for key, name in roles.items():
            self.role.addItem(name, key)
        for name, value in WEIGHTS.items():
            self.weight.addItem(f"{_weight(name)} {number(value)}", value)
        self.required = QCheckBox(tr("Required for completeness"))
        self.needed = Steps()
        self.needed.setRange(1, 99)
        self.auto = QCheckBox(tr("Assign automatically to whom"))
        self.condition = ConditionField(ledger, "person", tr("Nobody yet: add a condition."))
        self.up, self.down, self.remove = _tool("↑", tr("Higher priority")), _tool("↓", tr("Lower priority")), _tool(
            "✕", tr("Remove this role")
        )  # fmt: skip
        self._arrange()
        self._show(card)
        if not editable:
            for widget in (self.role, self.weight, self.required, self.needed, self.auto):
                widget.setEnabled(False)
            self.remove.hide()
            self.up.hide()
            self.down.hide()
        self.role.currentIndexChanged.connect(self.changed)
        self.weight.currentIndexChanged.connect(self.changed)
        self.required.toggled.connect(self._look)
        self.auto.toggled.connect(self._look)
        self.required.toggled.connect(self.changed)
        self.auto.toggled.connect(self.changed)
        self.needed.editingFinished.connect(self.changed)
        self.condition.changed.connect(self.changed)
        self.remove.clicked.connect(self.removed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))

    def _arrange(self) -> None:
        self.role.setAccessibleName(tr("Role"))
        self.weight.setAccessibleName(tr("Weighting"))
        self.needed.setAccessibleName(tr("Members required"))
        first = QHBoxLayout()
        first.addWidget(self.role, 2)
        first.addWidget(self.weight, 1)
        for tool in (self.up, self.down, self.remove):
            first.addWidget(tool)
        second = QHBoxLayout()
        self._members = QLabel(tr("Members required"))
        second.addWidget(self.required)
        second.addStretch(1)
        second.addWidget(self._members)
        second.addWidget(self.needed)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(8)
        box.addLayout(first)
        box.addLayout(second)
        box.addWidget(self.auto)
        box.addWidget(self.condition)

    def _show(self, card: RoleCard) -> None:
        self.role.setCurrentIndex(max(0, self.role.findData(card.role)))
        self.weight.setCurrentIndex(max(0, self.weight.findData(card.weight)))
        self.required.setChecked(card.required)
        self.needed.setValue(card.members_required)
        self.auto.setChecked(card.auto_assign)
        self.condition.show_condition(card.condition, editable=self._editable)
        self._look()

    def _look(self) -> None:
        self.needed.setVisible(self.required.isChecked())
        self._members.setVisible(self.required.isChecked())
        self.condition.setVisible(self.auto.isChecked())

    def card(self) -> RoleCard:
        """The card as it stands."""
        return RoleCard(
            str(self.role.currentData()), int(self.weight.currentData()), self.auto.isChecked(),
            self.required.isChecked(), self.needed.value(), self.condition.text or None,
        )  # fmt: skip


def _tool(sign: str, name: str) -> QToolButton:
    tool = QToolButton()
    tool.setText(sign)
    tool.setProperty("quiet", True)
    tool.setToolTip(name)
    tool.setAccessibleName(name)
    tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return tool


def _weight(name: str) -> str:
    return {
        "Trivial": tr("Trivial"), "Minor": tr("Minor"), "Normal": tr("Normal"), "Important": tr("Important"),
        "Vital": tr("Vital"),
    }[name]  # fmt: skip
