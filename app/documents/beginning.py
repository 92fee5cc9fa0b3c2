"""How a new document begins: with a name, empty or from a template."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.form_dialog import heading, ok_cancel
from app.new_documents import blank_document, blank_journey
from app.sections import Shell
from app.shell.stepping import ReadDialog
from app.shell.two_lines import TwoLines
from app.words import tr
from engine.document.files import to_text
from engine.document.model import Document
from engine.runner.life import free_id, from_template
from engine.workspace.templates import Template


class BeginningDialog(ReadDialog):
    """A name, and what to begin from."""

    def __init__(self, desk: Desk, shell: Shell, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("New journey") if kind == "journey" else tr("New campaign"))
        self.setMinimumSize(520, 420)
        self._desk, self._shell, self._kind = desk, shell, kind
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("What it is called"))
        self.name.setAccessibleName(tr("Name"))
        self.description = QLineEdit()
        self.description.setAccessibleName(tr("Description"))
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(tr("spring, loyalty…"))
        self.tags.setAccessibleName(tr("Tags"))
        self.moves = QComboBox()
        self.moves.setAccessibleName(tr("What moves"))
        self.moves.addItem(tr("Accounts, each with its people"), False)
        self.moves.addItem(tr("People"), True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Begin from"))
        TwoLines(self.list)
        self.remove = QPushButton(tr("Remove this template"))
        self.remove.clicked.connect(self._remove)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Description"), self.description)
        form.addRow(tr("Tags"), self.tags)
        form.addRow(tr("What moves"), self.moves)
        form.setRowVisible(self.moves, kind == "journey")
        buttons, self.ok = ok_cancel(self, tr("Begin"))
        buttons.accepted.connect(self.begin)
        title = QLabel(tr("Begin from"))
        title.setProperty("fieldTitle", True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(heading(self.windowTitle()))
        box.addLayout(form)
        box.addWidget(title)
        box.addWidget(self.list, 1)
        box.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(buttons)
        self.name.textChanged.connect(self._refresh)
        self.list.currentRowChanged.connect(self._refresh)
        self.list.itemActivated.connect(self.begin)
        self._fill(())
        desk.tasks.start(self._load(), of=self)

    async def _load(self) -> None:
        templates = await self._desk.worker.run(self._desk.workspace.templates.list)
        self._fill(tuple(one for one in templates if one.kind == self._kind))

    def _fill(self, templates: tuple[Template, ...]) -> None:
        self.list.clear()
        self.list.addItem(QListWidgetItem(f"{tr('An empty canvas')}\n{tr('Activities are added one by one')}"))
        for one in templates:
            item = QListWidgetItem(f"{one.name}\n{one.description}" if one.description else one.name)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._refresh()

    @property
    def template(self) -> str:
        """The template that is chosen; empty for none."""
        return str(self.list.currentIndex().data(Qt.ItemDataRole.UserRole) or "")

    def _refresh(self) -> None:
        self.ok.setEnabled(bool(self.name.text().strip()))
        self.remove.setVisible(bool(self.template))

    def _remove(self) -> None:
        self._desk.tasks.start(self._remove_now(self.template), of=self)

    async def _remove_now(self, template: str) -> None:
        await self._desk.worker.run(self._desk.workspace.templates.remove, template)
        await self._load()

    def begin(self) -> None:
        """Make the document, and open it."""
        name = self.name.text().strip()
        if not name:
            return
        tags = tuple(part.strip() for part in self.tags.text().split(",") if part.strip())
        of_people = bool(self.moves.currentData()) if self._kind == "journey" else None
        make = partial(_make, self._desk, name, self.description.text().strip(), tags, self.template, of_people)
        self._desk.tasks.start(_begin(self._desk, self._shell, make))
        self.accept()


def _make(
    desk: Desk, name: str, description: str, tags: tuple[str, ...], template: str, of_people: bool | None
) -> Document:
    """The new document; `of_people` is None for a campaign."""
    workspace = desk.workspace
    if template:
        made = from_template(workspace, template, name)
    else:
        taken = {one.id for one in workspace.documents.list()} | workspace.drafts.names()
        new = free_id(name, taken)
        made = blank_document(new, desk.catalog) if of_people is None else blank_journey(new, of_people=of_people)
    if description or not template:
        made = made.model_copy(update={"name": name, "description": description})
        workspace.documents.save(made.id, to_text(made), name=name, kind=made.kind.value)
    workspace.documents.set_tags(made.id, tags)
    return made


async def _begin(desk: Desk, shell: Shell, make: Callable[[], Document]) -> None:
    made = await desk.worker.run(make)
    await desk.reload()
    shell.open_document(made.id)
