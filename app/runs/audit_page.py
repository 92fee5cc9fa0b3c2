"""Who did what in the workspace: newest first, searched, narrowed to one kind of thing, written to a file."""

from collections.abc import Mapping
from datetime import UTC
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.audiences.words import audience_word
from app.desk import Desk
from app.life.words import command_word, mode_word, status_word
from app.runs.table import Row, TextTable
from app.sections import Shell
from app.words import headed, moment, number, said, tr
from engine.runner.commands import REASONS, Command
from engine.runner.exporting import write_new
from engine.workspace.audiences import AudienceStatus
from engine.workspace.audit import AuditEntry, as_csv
from engine.workspace.statuses import Status


def open_audit(desk: Desk, shell: Shell) -> None:
    """Show who did what, in its tab."""
    page = shell.open_page("audit", tr("Who did what"), "ph.list-dashes", lambda: AuditPage(desk, shell))
    if isinstance(page, AuditPage):
        page.refresh()


class AuditPage(QWidget):
    """The latest deeds of everybody who works here."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        heading = QLabel(tr("Who did what"))
        heading.setProperty("heading", True)
        self.told = QLabel()
        self.told.setProperty("quiet", True)
        self.told.setWordWrap(True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search who did what"))
        self.search.setClearButtonEnabled(True)
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Kind"))
        self.kind.addItem(tr("Everything"), "")
        for kind, words in kind_words().items():
            self.kind.addItem(words, kind)
        self.export, self.check = QPushButton(tr("Export as CSV…")), QPushButton(tr("Check the entries"))
        self.check.setToolTip(tr("Look whether they are as they were written."))
        self.checked = QLabel()
        self.checked.setWordWrap(True)
        self.checked.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.checked.hide()
        self.list = TextTable(
            (tr("Time"), tr("Who"), tr("Action"), tr("Kind"), tr("Name"), tr("Details")),
            (140, 110, 90, 150, 320, 320),
            tr("Who did what"),
            empty=tr("No entries: nothing was changed yet, or nothing fits the search."),
        )
        head, find = QHBoxLayout(), QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.check)
        head.addWidget(self.export)
        find.addWidget(self.search, 1)
        find.addWidget(self.kind)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(self.told)
        box.addWidget(self.checked)
        box.addLayout(find)
        box.addWidget(self.list, 1)
        self.search.textChanged.connect(self._narrow)
        self.kind.activated.connect(self._narrow)
        self.export.clicked.connect(self._ask_where)
        self.check.clicked.connect(lambda: desk.tasks.start(self._check(), of=self))
        desk.documents_changed.connect(self.refresh)
        self.setFocusProxy(self.search)
        self.refresh()

    def refresh(self) -> None:
        """Read anew what was done."""
        self._desk.tasks.start(self._refresh(), of=self)

    async def _refresh(self) -> None:
        audit = self._desk.workspace.audit

        def read() -> tuple[tuple[AuditEntry, ...], int]:
            return audit.entries(), audit.count()

        entries, every = await self._desk.reader.run(read)
        names = {one.id: one.name for one in self._desk.documents}
        self.list.rows.show([_row(place, one, names) for place, one in enumerate(entries)])
        words = tr("Kept for a year, in this workspace alone.")
        if len(entries) < every:
            latest = tr(
                "The latest {shown} of {every}; a file holds all.", shown=number(len(entries)), every=number(every)
            )
            words = f"{latest} {words}"
        self.told.setText(words)
        self.export.setEnabled(every > 0)

    async def _check(self) -> None:
        found = await self._desk.reader.run(self._desk.workspace.audit.verify)
        words = (
            tr("All is as it was written (entries: {rows}). Last seal: {seal}", rows=number(found.sealed),
               seal=found.head or "–")
            if found.broken is None
            else tr("Entry {place} is not what was written, or one before it is missing.", place=number(found.broken))
        )  # fmt: skip
        if found.unsealed:
            words = f"{words} {tr('From before there were seals: {rows}.', rows=number(found.unsealed))}"
        self.checked.setText(words)
        self.checked.setProperty("error", found.broken is not None)
        self.checked.style().unpolish(self.checked)
        self.checked.style().polish(self.checked)
        self.checked.show()

    def _narrow(self) -> None:
        self.list.shown.narrow(self.search.text(), str(self.kind.currentData() or ""))

    def _ask_where(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Export as CSV…"), f"{self._desk.name}.csv", "CSV (*.csv)")
        if path:
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write all that is kept to a file."""
        self._desk.tasks.start(self._save(path))

    async def _save(self, path: Path) -> None:
        every = await self._desk.reader.run(partial(self._desk.workspace.audit.entries, most=None))
        text = as_csv(every)
        await self._desk.worker.run(write_new, path, lambda part: part.write_text(text, encoding="utf-8"))
        self._shell.say(tr("{n} row(s) written to {file}.", n=len(every), file=path.name))


def kind_words() -> dict[str, str]:
    """What is added, changed and removed."""
    return {
        "document": tr("Document"), "run": tr("Run"), "audience": tr("Audience"), "load": tr("Load"),
        "table": tr("Table"), "link": tr("Link"), "dimension": tr("Targeting dimension"), "filter": tr("Filter"),
        "template": tr("Template"), "recurring-load": tr("Recurring load"), "calendar": tr("Calendar"),
        "policy": tr("Approval policy"), "group": tr("Group"), "review": tr("Approval"), "bundle": tr("Bundle"),
        "audit": tr("Who did what"),
    }  # fmt: skip


def _action_word(action: str) -> str:
    return {"added": tr("Added"), "changed": tr("Changed"), "removed": tr("Removed"), "denied": tr("Refused")}.get(
        action, action
    )


def _change_word(name: str) -> str:
    words = {
        "name": tr("Name"), "label": tr("Label"), "status": tr("Status"), "version": tr("Version"), "tags": tr("Tags"),
        "folder": tr("Folder"), "description": tr("Description"), "active": tr("Active"), "state": tr("State"),
        "content": tr("Settings"), "settings": tr("Settings"), "members": tr("Members"), "wanted": tr("Wanted"),
        "why": tr("Why"), "entries": tr("Entries"), "until": tr("Until"), "seal": tr("Seal"),
    }  # fmt: skip
    return words.get(name, name)


def _row(place: int, one: AuditEntry, names: Mapping[str, str]) -> Row:
    details = ", ".join(
        headed(_change_word(name), _value(one.kind, name, value)) if value else _change_word(name)
        for name, value in one.details.items()
    )
    name = names.get(one.about, one.about) if one.kind in {"run", "review"} else one.name
    if one.kind == "run":
        name = headed(mode_word(one.name), name)
    cells = (moment(one.time.replace(tzinfo=UTC).astimezone()), one.person, _action_word(one.action),
             kind_words().get(one.kind, one.kind), name, details)  # fmt: skip
    keys = (-place, *(cell.casefold() for cell in cells[1:]))
    return Row(cells, keys, one.about, one.kind)


def _value(kind: str, name: str, value: str) -> str:
    match kind, name:
        case "document", "status":
            return status_word(Status(value))
        case "document", "wanted" if value in list(Command):
            return command_word(Command(value)).rstrip("…")
        case "audience", "status" | "wanted" if value in list(AudienceStatus):
            return audience_word(AudienceStatus(value))
        case _, "why":
            return _why(value)
        case _:
            return {"True": tr("yes"), "False": tr("no")}.get(value, value)


def _why(code: str) -> str:
    """Why something was refused; how a document stood at that time is not kept."""
    if code == "audience-in-use":
        return tr("something reads it")
    if code == "needs-approval":
        return tr("it needs an approval")
    what = REASONS.get(code, ("", ""))[0]
    if "{" in what:
        return tr("its status does not allow it")
    return said(what).rstrip(".") if what else code
