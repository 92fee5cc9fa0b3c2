"""Two edited copies of a document brought together: each conflict with its choices, and what they do to the counts."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.graph.kinds import kinds_of
from app.sections import Shell
from app.versions.pane import ComparisonPane
from app.words import headed, language, moment, number, said, tr
from engine.bundles.effects import CountChange, Effect, Merging, merge_documents
from engine.document.files import from_text
from engine.document.merging import Conflict, Side, likely_base
from engine.document.model import Document, Node
from engine.dossier.speech import Speech
from engine.runner.life import current
from engine.workspace import Workspace
from engine.workspace.documents import VersionEntry

_LONGEST = 400
_ROOM = 20
"""Above and below the longest text of a row, in pixels."""


class MergePage(QWidget):
    """What only one side changed is taken; the merged document is drawn against the one here."""

    def __init__(self, theirs: Document, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._theirs, self._desk, self._shell = theirs, desk, shell
        self._mine: Document | None = None
        self._choices: dict[str, Side] = {}
        self.merging: Merging | None = None
        self.heading = QLabel(tr("Merge “{name}”", name=theirs.name or theirs.id))
        self.heading.setProperty("heading", True)
        self.base = QComboBox()
        self.base.setAccessibleName(tr("The version that both began from"))
        self.base.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.table = QTableWidget(0, 5)
        self.table.setHorizontalHeaderLabels(
            [tr("Conflict"), tr("Here"), tr("In the bundle"), tr("Taken"), tr("What the choice does to the counts")]
        )
        self.pane = ComparisonPane(desk, shell)
        self.save = QPushButton(tr("Save the merged document"))
        self.save.setProperty("primary", True)
        self.save.setEnabled(False)
        self._arrange()
        self.base.activated.connect(self._restart)
        self.save.clicked.connect(lambda: desk.tasks.start(self._save(), of=self))
        desk.tasks.start(self._begin(), of=self)

    def _arrange(self) -> None:
        table = self.table
        table.setAccessibleName(tr("Conflicts"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate((150, 250, 250, 150)):
            table.setColumnWidth(place, width)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        began = QHBoxLayout()
        began.addWidget(self.heading)
        began.addStretch(1)
        began.addWidget(QLabel(tr("Both began from")))
        began.addWidget(self.base)
        below = QHBoxLayout()
        below.addWidget(self.said, 1)
        below.addWidget(self.save)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(table)
        parts.addWidget(self.pane)
        parts.setSizes([270, 520])
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(10)
        box.addLayout(began)
        box.addWidget(parts, 1)
        box.addLayout(below)
        self.setFocusProxy(table)

    async def _begin(self) -> None:
        name = self._theirs.id
        self._mine = await self._desk.worker.run(current, self._desk.workspace, name)
        versions: tuple[VersionEntry, ...] = await self._desk.worker.run(
            self._desk.workspace.documents.versions, name
        )  # fmt: skip
        for one in reversed(versions):
            title = tr("version {number}", number=one.number)
            self.base.addItem(f"{title} · {one.name or moment(one.created)}", one.number)
        likely = await self._desk.worker.run(
            _likely_base, self._desk.workspace, self._theirs, [one.number for one in reversed(versions)]
        )
        self.base.setCurrentIndex(likely)
        await self._merge()

    def _restart(self) -> None:
        self._choices.clear()
        self._desk.tasks.start(self._merge(), of=self)

    async def _merge(self) -> None:
        mine, number_ = self._mine, self.base.currentData()
        if mine is None:
            return
        self._say(tr("Counting what each choice would do…"))
        workspace = self._desk.workspace
        base = from_text(await self._desk.worker.run(workspace.documents.load, mine.id, number_))
        done: Merging = await self._desk.life.runner.run(
            merge_documents, workspace, base, mine, self._theirs, dict(self._choices), None, Speech(language())
        )
        self.merging = done
        self._show(done)
        await self.pane.compare(mine, done.merged.document, tr("the document here"))

    def _show(self, done: Merging) -> None:
        self.table.setRowCount(len(done.effects))
        for row, one in enumerate(done.effects):
            self._show_conflict(row, one, done.merged.document)
        self.table.resizeRowsToContents()
        for row in range(self.table.rowCount()):
            self.table.setRowHeight(row, self.table.rowHeight(row) + _ROOM)
        self.table.setVisible(bool(done.effects))
        left = len(done.undecided)
        self.save.setEnabled(not left)
        if left:
            self._say(tr("{n} conflict(s) to decide.", n=left))
        elif done.effects:
            self._say(tr("Everything is decided."))
        else:
            self._say(tr("There is no conflict: both changed different things."))

    def _show_conflict(self, row: int, one: Effect, document: Document) -> None:
        conflict = one.conflict
        texts = (_place(conflict, document), _shown(one.mine), _shown(one.theirs))
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.table.setItem(row, column, item)
        box = QComboBox()
        box.setAccessibleName(texts[0])
        if not one.decided:
            box.addItem(tr("Choose…"), None)
        box.addItem(tr("Here"), Side.MINE)
        box.addItem(tr("In the bundle"), Side.THEIRS)
        if one.decided:
            box.setCurrentIndex(box.findData(one.chosen))
        box.activated.connect(partial(self._decide, conflict.key, box))
        before = self.table.cellWidget(row, 3)
        if isinstance(before, _Centred):
            before.hide()
        self.table.setCellWidget(row, 3, _Centred(box))
        self.table.setItem(row, 4, QTableWidgetItem(_effect(one, document)))

    def _decide(self, key: str, box: QComboBox, _place: int) -> None:
        side = box.currentData()
        if side is not None:
            self._choices[key] = Side(side)
            self._desk.tasks.start(self._merge(), of=self)

    async def _save(self) -> None:
        if self.merging is None or self.merging.undecided:
            return
        document = self.merging.merged.document
        self._shell.close_page(f"document:{document.id}")
        await self._desk.worker.run(self._desk.workspace.drafts.forget, document.id)
        await self._desk.save(document)
        self._shell.say(tr("“{name}” is merged.", name=document.name or document.id))
        self._shell.open_document(document.id)
        self._shell.close_page(f"merge:{document.id}")

    def _say(self, text: str) -> None:
        self.said.setText(text)


def _likely_base(workspace: Workspace, theirs: Document, numbers: Sequence[int]) -> int:
    """Of versions from the oldest on, the place of the one that their copy most likely began from."""
    return likely_base(theirs, (from_text(workspace.documents.load(theirs.id, number_)) for number_ in numbers))


def _place(conflict: Conflict, document: Document) -> str:
    node = document.node_by_id.get(conflict.id)
    name = (node.label if node is not None else "") or conflict.id or document.name or document.id
    return (
        headed(name, _field(conflict, node, document))
        if conflict.field
        else tr("{name}: removed or changed", name=name)
    )


def _field(conflict: Conflict, node: Node | None, document: Document) -> str:
    """What users call a field: a setting by its title in the panel, and what is inside it by its own name."""
    first, _, rest = conflict.field.removeprefix("settings.").partition(".")
    kind = kinds_of(document).get(node.type) if node is not None and first != conflict.field else None
    declared = kind.settings.model_fields.get(first.partition("[")[0]) if kind is not None else None
    known = {"label": tr("Label"), "name": tr("Name"), "description": tr("Description")}
    title = said(declared.title) if declared is not None and declared.title else known.get(first, first)
    return " › ".join(part.replace("_", " ") for part in (title, *rest.split(".")) if part)


class _Centred(QWidget):
    """A choice in the middle of its cell, as high as it is anywhere."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(box)
        layout.addStretch(1)
        self.setFocusProxy(box)


def _shown(words: str) -> str:
    return (words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…") or tr("nothing")


def _effect(one: Effect, document: Document) -> str:
    if one.reason:
        return said(one.reason)
    if not one.counts:
        return tr("No count depends on it.")
    return "\n".join(_count(each, document) for each in one.counts)


def _count(each: CountChange, document: Document) -> str:
    node = document.node_by_id.get(each.node)
    name = (node.label if node is not None else "") or each.node
    mine, theirs = ("–" if one is None else number(one) for one in (each.mine, each.theirs))
    return tr("{name}: {mine} as here, {theirs} as in the bundle", name=name, mine=mine, theirs=theirs)


def show_merge(theirs: Document, desk: Desk, shell: Shell) -> MergePage | None:
    """Merge a document of a bundle into the one here, in a tab."""
    title = tr("Merge {name}", name=theirs.name or theirs.id)
    shell.close_page(f"merge:{theirs.id}")
    found = shell.open_page(f"merge:{theirs.id}", title, "ph.git-merge", lambda: MergePage(theirs, desk, shell))
    return found if isinstance(found, MergePage) else None
