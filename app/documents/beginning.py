"""How a new document begins: with a name, empty or from a template."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.documents.beginnings import Beginning, beginnings, empty_canvas
from app.documents.preview import Preview
from app.form_dialog import heading, ok_cancel
from app.new_documents import blank_document, blank_journey
from app.sections import Shell
from app.shell.stepping import ReadDialog
from app.shell.two_lines import TwoLines
from app.words import tr
from engine.document.files import to_text
from engine.document.model import Document
from engine.runner.life import begun_from, free_id, from_template


class BeginningDialog(ReadDialog):
    """A name, and what to begin from."""

    def __init__(self, desk: Desk, shell: Shell, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("New journey") if kind == "journey" else tr("New campaign"))
        self.setMinimumSize(880, 600)
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
        self.list.setFixedWidth(304)
        TwoLines(self.list)
        self.preview = Preview(QSize(512, 250))
        self.told = QLabel()
        self.told.setProperty("quiet", True)
        self.told.setWordWrap(True)
        self._beginnings: list[Beginning] = []
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
        shown = QVBoxLayout()
        shown.setSpacing(8)
        shown.addWidget(self.preview)
        shown.addWidget(self.told)
        shown.addStretch(1)
        shown.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        choice = QHBoxLayout()
        choice.setSpacing(16)
        choice.addWidget(self.list)
        choice.addLayout(shown, 1)
        title = QLabel(tr("Begin from"))
        title.setProperty("fieldTitle", True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(heading(self.windowTitle()))
        box.addLayout(form)
        box.addWidget(title)
        box.addLayout(choice, 1)
        box.addWidget(buttons)
        self.name.textChanged.connect(self._refresh)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(self.begin)
        self._fill([])
        desk.tasks.start(self._load(), of=self)

    async def _load(self) -> None:
        self._fill(await self._desk.worker.run(beginnings, self._desk.workspace, self._kind))

    def _fill(self, found: list[Beginning]) -> None:
        self._beginnings = [empty_canvas(self._kind, self._desk.catalog), *found]
        self.list.clear()
        for one in self._beginnings:
            self.list.addItem(QListWidgetItem(f"{one.name}\n{one.origin}"))
        self.list.setCurrentRow(0)

    @property
    def chosen(self) -> Beginning:
        """What is begun from."""
        return self._beginnings[max(self.list.currentRow(), 0)]

    def _show(self, row: int) -> None:
        if row < 0:
            return
        one = self.chosen
        self.preview.show_document(one.document, self._desk.catalog, self._shell.looks.tokens)
        self.told.setText(one.told)
        self.remove.setVisible(bool(one.template))
        self.moves.setEnabled(one.empty)
        if one.document is not None and not one.empty:
            self.moves.setCurrentIndex(int(one.document.journey.get("type") == "person"))
        self._refresh()

    def _refresh(self) -> None:
        self.ok.setEnabled(bool(self.name.text().strip()))

    def _remove(self) -> None:
        self._desk.tasks.start(self._remove_now(self.chosen.template), of=self)

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
        make = partial(_make, self._desk, name, self.description.text().strip(), tags, self.chosen, of_people)
        self._desk.tasks.start(_begin(self._desk, self._shell, make))
        self.accept()


def _make(
    desk: Desk, name: str, description: str, tags: tuple[str, ...], beginning: Beginning, of_people: bool | None
) -> Document:
    """The new document; `of_people` is None for a campaign."""
    workspace = desk.workspace
    if beginning.template:
        made = from_template(workspace, beginning.template, name)
    elif beginning.document is not None and not beginning.empty:
        made = begun_from(workspace, beginning.document, name)
    else:
        taken = {one.id for one in workspace.documents.list()} | workspace.drafts.names()
        new = free_id(name, taken)
        made = blank_document(new, desk.catalog) if of_people is None else blank_journey(new, of_people=of_people)
    if description or beginning.empty:
        made = made.model_copy(update={"name": name, "description": description})
        workspace.documents.save(made.id, to_text(made), name=name, kind=made.kind.value)
    workspace.documents.set_tags(made.id, tags)
    return made


async def _begin(desk: Desk, shell: Shell, make: Callable[[], Document]) -> None:
    made = await desk.worker.run(make)
    await desk.reload()
    shell.open_document(made.id)
