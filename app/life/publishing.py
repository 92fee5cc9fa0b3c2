"""Asked before a campaign is published: what is wrong, when it will run, and who must agree."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.document_page import DocumentPage
from app.form_dialog import heading, ok_cancel
from app.sections import Shell
from app.shell.stepping import ReadDialog
from app.words import headed, language, moment, told, tr
from canvas import Tokens
from canvas.icons import icon
from engine.contract import Category
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.registry import all_activities
from engine.runner.policies import approvers_of, met_policies
from engine.runner.publication import publication_problems, runs_once
from engine.runner.service import schedule_of
from engine.schedule_sentences import schedule_sentence
from engine.schedules import AsSoonAsPossible, OnSignal, preview
from engine.workspace import Workspace

_WIDE, _LINES = 600, 220
_NEXT = 3


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a publication would meet. `policies` are those that must be agreed to, each with who may agree."""

    problems: tuple[Problem, ...]
    policies: tuple[tuple[str, str], ...] = ()

    @property
    def blocked(self) -> bool:
        return any(one.is_error for one in self.problems)


def outlook_of(workspace: Workspace, document: Document, now: datetime) -> Outlook:
    """What a publication at `now` would meet."""
    groups = workspace.approvals.groups()
    policies = met_policies(workspace, document, workspace.documents.person)
    named = tuple((one.name, ", ".join([*one.groups, *one.approvers])) for one in policies if approvers_of(one, groups))
    return Outlook(publication_problems(workspace, document, now), named)


class PublishDialog(ReadDialog):
    """Of a campaign as it is now; what is wrong leads to its activity."""

    def __init__(self, document: Document, desk: Desk, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._desk, self._shell = document, desk, shell
        self.setWindowTitle(tr("Publish “{name}”", name=document.name or document.id))
        self.setMinimumWidth(_WIDE)
        self.sentence, self.launches, self.effects = _words("fieldTitle"), _words("quiet"), _words("quiet")
        self.closed = _words("quiet")
        self.closed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.found = _words("fieldTitle")
        self.problems = QListWidget()
        self.problems.setWordWrap(True)
        self.problems.setAccessibleName(tr("Problems"))
        self.agree = QFrame()
        self.agree.setProperty("notice", True)
        self.who, self.comment = QLabel(), QLineEdit()
        self.who.setWordWrap(True)
        self.comment.setPlaceholderText(tr("A remark for them"))
        self.comment.setAccessibleName(tr("A remark for them"))
        inner = QVBoxLayout(self.agree)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.addWidget(self.who)
        inner.addWidget(self.comment)
        buttons, self.ok = ok_cancel(self, tr("Publish"))
        self.ok.setEnabled(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(heading(self.windowTitle()))
        for widget in (self.sentence, self.launches, self.effects, self.closed, self.found):
            box.addWidget(widget)
        box.addWidget(self.problems, 1)
        box.addWidget(self.agree)
        box.addWidget(buttons)
        self.agree.hide()
        self.problems.hide()
        self._tell_when()
        self.found.setText(tr("Checking…"))
        self.problems.itemActivated.connect(self._go_to)
        self.problems.itemClicked.connect(self._go_to)
        buttons.accepted.connect(self.take)
        desk.tasks.start(self._look(), of=self)

    def _tell_when(self) -> None:
        document, now = self._document, self._desk.life.present.now()
        try:
            schedule, zone = schedule_of(document), ZoneInfo(document.zone)
        except (EngineError, ValueError, KeyError):
            self.sentence.setText(tr("Its schedule cannot be read."))
            return
        waits = isinstance(schedule, AsSoonAsPossible | OnSignal)
        sentence = schedule_sentence(schedule, language())
        self.sentence.setText(sentence if waits else f"{sentence} ({document.zone})")
        coming = [moment(one.replace(tzinfo=None)) for one in preview(schedule, zone, now)][:_NEXT]
        self.launches.setText(tr("First launches: {moments}", moments=" · ".join(coming)))
        self.launches.setVisible(bool(coming))
        self.effects.setText(" ".join(self._effects()))
        self.closed.setText(
            tr("It runs while Jalon has this workspace open. For when the window is closed, let the system keep "
               "“jalon schedule run” going; “jalon schedule unit” says how. A single launch that was missed is asked "
               "about, others are skipped and said.")
        )  # fmt: skip
        self.closed.setVisible(not isinstance(schedule, AsSoonAsPossible))

    def _effects(self) -> list[str]:
        known = all_activities()
        types = {node.type for node in self._document.nodes if not node.disabled}
        said = [tr("From then on it cannot be changed.")]
        if any(name in known and known[name].category is Category.CHANNEL for name in types):
            once = runs_once(self._document)
            said.append(tr("Its messages wait until you confirm them.") if once else tr("It sends without asking."))
        return said

    async def _look(self) -> None:
        found = await self._desk.reader.run(
            outlook_of, self._desk.workspace, self._document, self._desk.life.present.now()
        )
        self.show_outlook(found)

    def show_outlook(self, found: Outlook) -> None:
        """Show what was found, and let it be published if it can be."""
        errors = sum(one.is_error for one in found.problems)
        self.problems.clear()
        for problem in sorted(found.problems, key=lambda one: not one.is_error):
            self.problems.addItem(self._item(problem, self._shell.looks.tokens))
        self.problems.setVisible(bool(found.problems))
        self._fit_list()
        warnings = len(found.problems) - errors
        known = (
            tr("{n} error(s) to mend first.", n=errors)
            if errors
            else tr("{n} warning(s), blocking nothing.", n=warnings)
        )
        self.found.setText(known if found.problems else tr("Nothing is wrong."))
        self.agree.setVisible(bool(found.policies) and not errors)
        lines = [f"• {headed(name, people)}" for name, people in found.policies]
        self.who.setText("\n".join([tr("Others must agree to it first:"), *lines]))
        self.ok.setText(tr("Request approval") if found.policies else tr("Publish"))
        self.ok.setEnabled(not errors)
        self.ok.setToolTip(self.found.text() if errors else "")
        (self.problems if errors else self.ok).setFocus()
        self.adjustSize()

    def _fit_list(self) -> None:
        """As high as its lines, up to a limit."""
        self.problems.doItemsLayout()
        lines = sum(self.problems.sizeHintForRow(row) for row in range(self.problems.count()))
        self.problems.setMinimumHeight(min(_LINES, lines + 2 * self.problems.frameWidth() + 8))

    def _item(self, problem: Problem, tokens: Tokens) -> QListWidgetItem:
        node = self._document.node_by_id.get(problem.node or "")
        words = told(problem)
        item = QListWidgetItem(headed(node.label, words) if node is not None and node.label else words)
        ink = tokens.states["error" if problem.is_error else "warning"].ink
        item.setIcon(icon("ph.warning-circle" if problem.is_error else "ph.warning", ink))
        item.setToolTip(problem.check or problem.code)
        item.setData(Qt.ItemDataRole.UserRole, problem.node or "")
        return item

    def _go_to(self, item: QListWidgetItem) -> None:
        node = str(item.data(Qt.ItemDataRole.UserRole))
        if node:
            self.reject()
            self._shell.open_document(self._document.id, _selecting(node))

    def take(self) -> None:
        """Publish it, or ask for the approval."""
        self._desk.life.publish(self._document, self.comment.text())
        self.accept()


def _selecting(node: str) -> Callable[[DocumentPage], None]:
    return lambda page: page.select_node(node)


def _words(kind: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty(kind, True)
    return label
