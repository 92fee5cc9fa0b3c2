"""Gives the commands on documents, after asking what they need; what cannot be taken back is asked about first."""

from collections.abc import Callable

from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QWidget

from app.desk import Desk
from app.document_page import DocumentPage
from app.life.copying import ask_to_copy
from app.life.journey_dates import ask_to_publish
from app.life.publishing import PublishDialog
from app.life.words import command_word
from app.sections import Shell
from app.words import tr
from engine.runner.commands import Command
from engine.runner.life import current
from engine.runner.results import Mode

ICONS = {
    Command.START: "ph.flask",
    Command.PAUSE: "ph.pause",
    Command.RESUME: "ph.play",
    Command.STOP: "ph.stop",
    Command.RESTART: "ph.arrow-counter-clockwise",
    Command.PUBLISH: "ph.rocket-launch",
    Command.APPROVE: "ph.check-circle",
    Command.REQUEST_CHANGES: "ph.chat-text",
    Command.WITHDRAW: "ph.arrow-u-up-left",
    Command.CONFIRM: "ph.paper-plane-tilt",
    Command.CLOSE: "ph.minus-circle",
    Command.BACK_TO_DRAFT: "ph.pencil-simple",
    Command.DUPLICATE: "ph.copy",
    Command.ARCHIVE: "ph.archive",
    Command.DELETE: "ph.trash",
}


def confirmation(command: Command, name: str, kind: str = "") -> str:
    """What is asked before a command that cannot be taken back; empty for the others."""
    own = {
        Command.STOP: tr("Abort “{name}”? All who are inside stop where they are, and it never starts again.",
                         name=name),
        Command.CLOSE: tr("Close “{name}” to new entries? Those inside go on, and nobody else enters.", name=name),
    }  # fmt: skip
    if kind == "journey" and command in own:
        return own[command]
    return {
        Command.STOP: tr("Stop “{name}”? What was published cannot be started again; only a copy can.", name=name),
        Command.CLOSE: tr("Close “{name}”? The run that is under way comes to its end, and no other begins.",
                          name=name),
        Command.ARCHIVE: tr("Archive “{name}”? What still runs of it is stopped, and it is erased after 30 days.",
                            name=name),
        Command.DELETE: tr("Delete “{name}” with all its versions, for good?", name=name),
        Command.CONFIRM: tr("Send the messages of “{name}” now?", name=name),
    }.get(command, "")  # fmt: skip


class Doing:
    """Bound to a window and a workspace."""

    def __init__(self, desk: Desk, shell: Shell, parent: QWidget) -> None:
        self._desk, self._shell, self._parent = desk, shell, parent
        self._asked: set[str] = set()
        self.ask: Callable[[str, str], bool] = self._ask
        self.ask_name: Callable[[str, str], str] = self._ask_name
        self.ask_comment: Callable[[str, str], str | None] = self._ask_comment

    def do(self, command: Command, document: str, name: str, _checked: bool = False) -> None:
        """Give a command that is allowed."""
        kind = self._kind(document)
        question = "" if self._only_a_test(command, document) else confirmation(command, name, kind)
        if question and not self.ask(command_word(command, kind), question):
            return
        if kind == "journey" and command is Command.PUBLISH:
            self._shell.open_document(document, lambda page: ask_to_publish(page, self._desk))
        elif kind == "journey" and command is Command.DUPLICATE:
            ask_to_copy(document, name, self._desk, self._shell, self._parent)
        elif command in {Command.START, Command.RESTART}:
            self._shell.open_document(document, _test)
        elif command is Command.PUBLISH:
            self._desk.tasks.start(self._publish(document))
        elif command is Command.DUPLICATE:
            self.duplicate(document, name)
        elif command in {Command.APPROVE, Command.REQUEST_CHANGES}:
            self._review(command, document)
        else:
            if command is Command.DELETE:
                self._shell.close_page(f"document:{document}")
            self._desk.life.do(command, document)

    def duplicate(self, document: str, name: str) -> None:
        """Copy a document under another name, and open the copy."""
        wanted = self.ask_name(command_word(Command.DUPLICATE), tr("{name} (copy)", name=name))
        if wanted.strip():
            self._desk.tasks.start(self._duplicate(document, wanted))

    def _review(self, command: Command, document: str) -> None:
        agrees = command is Command.APPROVE
        question = tr("A remark, if you have one") if agrees else tr("What is to be changed?")
        comment = self.ask_comment(command_word(command), question)
        if comment is not None and (agrees or comment.strip()):
            self._desk.life.review(command, document, comment)

    def _only_a_test(self, command: Command, document: str) -> bool:
        return command is Command.STOP and self._desk.status_of(document) == "draft"

    def _kind(self, document: str) -> str:
        line = self._desk.life.line(document)
        return "" if line is None else line.kind

    async def _publish(self, document: str) -> None:
        if document in self._asked:
            return  # a second click, before the question was there
        self._asked.add(document)
        try:
            content = await self._desk.worker.run(current, self._desk.workspace, document)
            PublishDialog(content, self._desk, self._shell, self._parent.window()).open()
        finally:
            self._asked.discard(document)

    async def _duplicate(self, document: str, name: str) -> None:
        made = await self._desk.life.duplicate(document, name)
        self._shell.open_document(made.id)

    def _ask(self, title: str, question: str) -> bool:
        buttons = QMessageBox.StandardButton
        return QMessageBox.question(self._parent, title, question, buttons.Yes | buttons.No) == buttons.Yes

    def _ask_name(self, title: str, first: str) -> str:
        name, done = QInputDialog.getText(self._parent, title, tr("Name"), QLineEdit.EchoMode.Normal, first)
        return name if done else ""

    def _ask_comment(self, title: str, question: str) -> str | None:
        text, done = QInputDialog.getMultiLineText(self._parent, title, question)
        return text if done else None


def _test(page: DocumentPage) -> None:
    page.controller.count(Mode.TEST)
