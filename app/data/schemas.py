"""Schemas from a file: what it would add is shown, and added when the user agrees."""

from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.data.dialogs import cardinality_words
from app.desk import Desk
from app.form_dialog import heading
from app.panel.editors.words import storage_words
from app.sections import Shell
from app.shell.stepping import ReadDialog
from app.words import told, tr
from engine.catalog.files import read_catalog
from engine.catalog.model import Catalog
from engine.problems import Problem


async def read_schemas(desk: Desk, shell: Shell, path: str) -> None:
    """Read a file of schemas and ask what to do with it. Errors: those of reading it."""
    found, problems = await desk.worker.run(read_catalog, Path(path))
    review = SchemaReview(Path(path).name, found, problems)
    review.accepted.connect(lambda: desk.tasks.start(_add(desk, shell, found)))
    review.open()


async def _add(desk: Desk, shell: Shell, found: Catalog) -> None:
    await desk.worker.run(desk.workspace.schemas.add, *found.tables, *found.links, *found.dimensions, *found.filters)
    await desk.load()
    shell.say(tr("{tables} and {links} were added.", tables=tr("{n} table(s)", len(found.tables)),
                 links=tr("{n} link(s)", len(found.links))))  # fmt: skip


class SchemaReview(ReadDialog):
    """What a file defines, table by table, and what of it was left out."""

    def __init__(self, file: str, found: Catalog, problems: tuple[Problem, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Schemas of {file}", file=file))
        self.resize(720, 520)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("What the file defines"))
        self.list.setHeaderLabels([tr("Name"), tr("Type"), tr("How many")])
        for table in found.tables:
            item = QTreeWidgetItem([table.title, tr("{n} column(s)", n=len(table.attributes))])
            for one in table.attributes:
                kind = storage_words(one.type)
                words = f"{kind}, {tr('key')}" if one.name in table.key else kind
                item.addChild(QTreeWidgetItem([one.name, words]))
            self.list.addTopLevelItem(item)
        for link in found.links:
            words = f"{link.source} → {link.target}"
            self.list.addTopLevelItem(QTreeWidgetItem([link.name, words, cardinality_words(link.cardinality)]))
        for place, width in enumerate((240, 300)):
            self.list.setColumnWidth(place, width)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(heading(self.windowTitle()))
        box.addWidget(self.list, 1)
        if problems:
            remarks = QLabel("\n".join(told(one) for one in problems[:8]))
            remarks.setWordWrap(True)
            remarks.setProperty("warning", True)
            box.addWidget(remarks)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        add = buttons.addButton(tr("Add them"), QDialogButtonBox.ButtonRole.AcceptRole)
        add.setProperty("primary", True)
        add.setEnabled(bool(found.tables or found.links or found.dimensions))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box.addWidget(buttons)
