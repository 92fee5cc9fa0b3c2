"""The page about sharing: documents to send, bundles to open, and the imports that can be taken back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.bundles.export_dialog import ExportDialog
from app.bundles.work import take_back
from app.desk import Desk
from app.listing import EmptyWords
from app.sections import Shell
from app.words import moment, tr
from engine.workspace.imports import ImportEntry

SUFFIX = ".jalon"


class SharingPage(QWidget):
    """Tick what to send; drop a bundle anywhere to open it."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._desk, self._shell = desk, shell
        self.documents, self.imports = _list(tr("Documents to share")), _list(tr("What was imported"))
        EmptyWords(self.documents, tr("There is no document to share yet."))
        self.send = QPushButton(tr("Share the ticked ones…"))
        self.send.setProperty("primary", True)
        self.open = QPushButton(tr("Open a bundle…"))
        self.back = QPushButton(tr("Take it back"))
        self.none = QLabel(tr("Nothing was imported yet. Drop a bundle here, or open one."))
        self.none.setProperty("quiet", True)
        self.none.setWordWrap(True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.none.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._arrange()
        self.documents.itemChanged.connect(self._refresh_buttons)
        self.imports.currentRowChanged.connect(self._refresh_buttons)
        self.send.clicked.connect(self._send)
        self.open.clicked.connect(partial(choose_bundle, shell, self))
        self.back.clicked.connect(self._take_back)
        desk.documents_changed.connect(self.refresh)
        self.refresh()

    def _arrange(self) -> None:
        heading = QLabel(tr("Sharing"))
        heading.setProperty("heading", True)
        hint = QLabel(
            tr("A bundle is one file with campaigns or journeys and all that they refer to. Whoever opens it sees the "
               "same graph and the same counts, or why not.")
        )  # fmt: skip
        hint.setProperty("quiet", True)
        hint.setWordWrap(True)
        both = QHBoxLayout()
        both.setSpacing(18)
        both.addWidget(_card(tr("Send"), self.documents, self.send), 3)
        both.addWidget(_card(tr("Receive"), self.none, self.imports, self.open, self.back), 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addWidget(heading)
        box.addWidget(hint)
        box.addLayout(both, 1)
        self.setFocusProxy(self.documents)

    def refresh(self) -> None:
        """Read anew what there is."""
        ticked = set(self.ticked)
        self.documents.blockSignals(True)
        self.documents.clear()
        for one in sorted(self._desk.documents, key=lambda each: (each.name or each.id).casefold()):
            item = QListWidgetItem(one.name or one.id)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one.id in ticked else Qt.CheckState.Unchecked)
            self.documents.addItem(item)
        self.documents.blockSignals(False)
        self._desk.tasks.start(self._read_imports(), of=self)
        self._refresh_buttons()

    async def _read_imports(self) -> None:
        found: list[ImportEntry] = await self._desk.worker.run(self._desk.workspace.imports.list)
        self.imports.clear()
        for one in found:
            title = tr("{title} (taken back)", title=one.title) if one.undone else one.title
            item = QListWidgetItem(f"{moment(one.created)} · {title}")
            item.setToolTip(title)
            item.setData(Qt.ItemDataRole.UserRole, "" if one.undone else one.id)
            self.imports.addItem(item)
        self.imports.setVisible(bool(found))
        self.none.setVisible(not found)
        self._refresh_buttons()

    @property
    def ticked(self) -> list[str]:
        """The ids of the documents that are ticked."""
        items = (self.documents.item(row) for row in range(self.documents.count()))
        return [
            str(one.data(Qt.ItemDataRole.UserRole)) for one in items if one.checkState() == Qt.CheckState.Checked
        ]  # fmt: skip

    def _refresh_buttons(self) -> None:
        self.send.setEnabled(bool(self.ticked))
        item = self.imports.currentItem() if self.imports.count() else None
        self.back.setEnabled(item is not None and bool(item.data(Qt.ItemDataRole.UserRole)))

    def _send(self) -> None:
        names = {one.id: one.name or one.id for one in self._desk.documents}
        ExportDialog(self._desk, self._shell, [(one, names[one]) for one in self.ticked], self.window()).open()

    def _take_back(self) -> None:
        name = str(self.imports.currentItem().data(Qt.ItemDataRole.UserRole))
        self._desk.tasks.start(self._undo(name), of=self)

    async def _undo(self, name: str) -> None:
        await self._desk.life.runner.run(take_back, self._desk.workspace, name)
        await self._desk.load()
        self._shell.say(tr("The import was taken back."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _bundles(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in _bundles(event):
            open_bundle_page(path, self._shell)


def _bundles(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == SUFFIX]


def _list(name: str) -> QListWidget:
    found = QListWidget()
    found.setAccessibleName(name)
    found.setSpacing(3)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    found.setTextElideMode(Qt.TextElideMode.ElideRight)
    return found


def _card(title: str, *widgets: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    box = QVBoxLayout(card)
    box.setContentsMargins(18, 16, 18, 16)
    box.setSpacing(10)
    heading = QLabel(title)
    heading.setProperty("fieldTitle", True)
    box.addWidget(heading)
    for widget in widgets:
        if isinstance(widget, QPushButton):
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            box.addWidget(widget, 1 if isinstance(widget, QListWidget) else 0)
    return card


def choose_bundle(shell: Shell, parent: QWidget, _checked: bool = False) -> None:
    """Let the user choose a bundle, and open it."""
    path, _ = QFileDialog.getOpenFileName(parent, tr("A bundle"), "", "Jalon (*.jalon)")
    if path:
        open_bundle_page(Path(path), shell)


def open_bundle_page(path: Path, shell: Shell) -> QWidget | None:
    """Show a bundle in a tab of its own; None while no workspace is open."""
    from app.bundles.bundle_page import BundlePage

    desk = shell.desk
    if desk is None:
        return None
    return shell.open_page(f"bundle:{path}", path.name, "ph.package", lambda: BundlePage(path, desk, shell))
