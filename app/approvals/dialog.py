"""One policy: its conditions line by line, who may agree, and whether whoever asks may."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.approvals.words import about_words, names_in, operator_words, value_words, written
from app.form_dialog import FormDialog
from app.words import tr
from engine.workspace.approvals import About, Condition, Policy

_WIDE = 720


class ConditionLine(QWidget):
    """What is looked at, how it is compared, and with what."""

    def __init__(self, condition: Condition | None = None) -> None:
        super().__init__()
        self.about, self.operator = QComboBox(), QComboBox()
        for about, words in about_words().items():
            self.about.addItem(words, about)
        self.about.setAccessibleName(tr("What the condition looks at"))
        self.operator.setAccessibleName(tr("How it is compared"))
        self.choice, self.text = QComboBox(), QLineEdit()
        self.text.setPlaceholderText(tr("Values, separated by commas"))
        for widget in (self.choice, self.text):
            widget.setAccessibleName(tr("Values"))
        self.gone = QToolButton()
        self.gone.setText("×")
        self.gone.setToolTip(tr("Remove the condition"))
        self.gone.setAccessibleName(tr("Remove the condition"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part, stretch in ((self.about, 2), (self.operator, 1), (self.choice, 3), (self.text, 3), (self.gone, 0)):
            row.addWidget(part, stretch)
        self.about.currentIndexChanged.connect(self._offer)
        if condition is not None:
            self.about.setCurrentIndex(self.about.findData(condition.about))
        self._offer()
        if condition is not None:
            self.operator.setCurrentIndex(self.operator.findData(condition.operator))
            self.text.setText(written(condition.values))
            self.choice.setCurrentIndex(max(0, self.choice.findData(written(condition.values))))

    def _offer(self) -> None:
        about = self._about
        known = value_words(about)
        self.operator.clear()
        for operator, words in operator_words().items():
            if operator != "contains" or about is About.NAME:
                self.operator.addItem(words, operator)
        self.choice.clear()
        for value, words in known.items():
            self.choice.addItem(words, value)
        self.choice.setVisible(bool(known))
        self.text.setVisible(not known)

    @property
    def _about(self) -> About:
        return About(self.about.currentData())

    @property
    def condition(self) -> Condition | None:
        """What the line says; None while it has no value."""
        values = (str(self.choice.currentData()),) if value_words(self._about) else names_in(self.text.text())
        if not values:
            return None
        return Condition(about=self._about, operator=self.operator.currentData(), values=values)


class PolicyDialog(FormDialog):
    """Makes a policy, or changes one. `store` begins to keep it; then `policy` is what the dialog says."""

    def __init__(self, policy: Policy | None, groups: Mapping[str, tuple[str, ...]], parent: QWidget) -> None:
        super().__init__(tr("Approval policy"), tr("OK"), parent)
        given = policy or Policy(name=" ", approvers=())
        self.policy = given
        self.store: Callable[[], None] = self.accept
        self.run = self.take
        self.setMinimumWidth(_WIDE)
        self.name, self.description = QLineEdit(given.name.strip()), QLineEdit(given.description)
        self.match = QComboBox()
        self.match.addItem(tr("All of these conditions hold"), "all")
        self.match.addItem(tr("Any of these conditions holds"), "any")
        self.match.setCurrentIndex(self.match.findData(given.match))
        self.match.setAccessibleName(tr("Which conditions must hold"))
        self.lines: list[ConditionLine] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.every = QLabel(tr("Without a condition, it applies to every publication."))
        self.every.setProperty("quiet", True)
        self.add = QPushButton(tr("Add a condition"))
        self.add.clicked.connect(lambda: self.add_line(None))
        self.approvers, self.groups = QLineEdit(written(given.approvers)), QLineEdit(written(given.groups))
        self.approvers.setPlaceholderText(tr("Names, separated by commas"))
        self.groups.setPlaceholderText(written(groups) or tr("No group yet"))
        self.block = QCheckBox(tr("Whoever asks may not agree"))
        self.block.setChecked(given.block_self_approval)
        self._known = {name.casefold(): name for name in groups}
        self._arrange()
        for condition in given.conditions:
            self.add_line(condition)

    def _arrange(self) -> None:
        conditions = QVBoxLayout()
        conditions.setSpacing(6)
        conditions.addWidget(self.match)
        conditions.addLayout(self._lines)
        conditions.addWidget(self.every)
        conditions.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.row(tr("Name"), self.name)
        self.row(tr("Description"), self.description)
        self.form.addRow(tr("Applies when"), conditions)
        self.row(tr("Approvers"), self.approvers)
        self.row(tr("Groups of approvers"), self.groups)
        self.form.addRow("", self.block)

    def add_line(self, condition: Condition | None) -> ConditionLine:
        """One condition more."""
        line = ConditionLine(condition)
        line.gone.clicked.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._lines.addWidget(line)
        self.every.hide()
        if self.isVisible():
            line.about.setFocus()
        return line

    def _remove(self, line: ConditionLine) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self.every.setVisible(not self.lines)

    def take(self) -> None:
        """Store what is complete; say what is missing."""
        found = [line.condition for line in self.lines]
        groups, approvers = names_in(self.groups.text()), names_in(self.approvers.text())
        unknown = [one for one in groups if one.casefold() not in self._known]
        wrong = ""
        if not self.name.text().strip():
            wrong = tr("Give the policy a name.")
        elif None in found:
            wrong = tr("A condition has no value. Write one, or remove it.")
        elif unknown:
            wrong = tr("There is no group “{name}”.", name=unknown[0])
        elif not groups and not approvers:
            wrong = tr("Say who may agree.")
        self.say(wrong)
        if wrong:
            return
        self.policy = Policy(
            name=self.name.text().strip(),
            description=self.description.text().strip(),
            match=self.match.currentData(),
            conditions=tuple(one for one in found if one is not None),
            approvers=approvers,
            groups=tuple(self._known[one.casefold()] for one in groups),
            block_self_approval=self.block.isChecked(),
        )
        self.store()
