"""The inventory of saved audiences, and the one that is selected: members, attributes, history, lineage."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.audiences.detail import AudienceDetail
from app.audiences.import_dialog import ImportDialog
from app.desk import Desk
from app.inspector.notices import Notice
from app.sections import Shell
from app.words import number, tr
from engine.ingest.service import Preview, preview_file
from engine.runner.audiences import import_members, refresh_audience, set_audience_status
from engine.workspace.audiences import AudienceStatus, SavedAudience

_AUDIENCE = Qt.ItemDataRole.UserRole


class AudiencesPage(QWidget):
    """Above: all audiences. Below: one of them."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        title = QLabel(tr("Audiences"))
        title.setProperty("heading", True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search for an audience"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(320)
        self.import_ = QPushButton(tr("Import from a file…"))
        self.refresh, self.status = QPushButton(tr("Refresh now")), QPushButton(tr("Deactivate"))
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Audiences"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels(
            [tr("Audience"), tr("Members"), tr("Came"), tr("Stayed"), tr("Left"), tr("Changed, %"), tr("Written by"),
             tr("Status")]
        )  # fmt: skip
        self.list.setColumnWidth(0, 280)
        self.detail = AudienceDetail(desk, shell)
        self.notice = Notice()
        self.notice.say(
            "users-three",
            tr("There is no audience yet"),
            tr("A campaign saves one when it runs, with the activity “Save audience”; or bring one in from a file."),
        )
        self.notice.action.setText(tr("Import from a file…"))
        self.notice.action.show()
        self.notice.action.clicked.connect(self._choose)
        self._parts = QStackedWidget()
        self._arrange(title)
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._show)
        self.import_.clicked.connect(self._choose)
        self.refresh.clicked.connect(self._refresh)
        self.status.clicked.connect(self._turn)
        desk.documents_changed.connect(self._fill)
        self.setFocusProxy(self.search)
        self._fill()

    def _arrange(self, title: QLabel) -> None:
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        for widget in (self.search, self.refresh, self.status, self.import_):
            head.addWidget(widget)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.detail)
        parts.setStretchFactor(1, 1)
        parts.setSizes([220, 480])
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        self._parts.addWidget(parts)
        self._parts.addWidget(self.notice)
        box.addWidget(self._parts, 1)

    @property
    def current(self) -> SavedAudience | None:
        """The audience that is selected."""
        index = self.list.currentIndex()
        found = index.siblingAtColumn(0).data(_AUDIENCE) if index.isValid() else None
        return found if isinstance(found, SavedAudience) else None

    def _fill(self) -> None:
        wanted, before = self.search.text().casefold(), self.current
        words = {
            AudienceStatus.PUBLISHED: tr("Published"), AudienceStatus.INACTIVE: tr("Inactive"),
            AudienceStatus.DELETED: tr("Deleted"),
        }  # fmt: skip
        names = {one.id: one.name for one in self._desk.documents}
        self._parts.setCurrentIndex(0 if self._desk.audiences else 1)
        self.list.clear()
        for one in self._desk.audiences:
            if wanted not in one.label.casefold():
                continue
            changes = [number(one.counts.get(name, 0)) for name in ("realized", "existing", "exiting")]
            item = QTreeWidgetItem(
                [one.label, number(one.rows), *changes, number(round(one.churn, 1)),
                 names.get(one.document, one.document) or tr("a file"), words[one.status]]
            )  # fmt: skip
            item.setData(0, _AUDIENCE, one)
            for place in range(1, 6):
                item.setTextAlignment(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addTopLevelItem(item)
            if before is not None and one.id == before.id:
                self.list.setCurrentItem(item)
        if self.current is None and self.list.topLevelItemCount():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._show()

    def _show(self) -> None:
        one = self.current
        self.refresh.setEnabled(one is not None and bool(one.document))
        self.status.setEnabled(one is not None)
        inactive = one is not None and one.status is not AudienceStatus.PUBLISHED
        self.status.setText(tr("Publish again") if inactive else tr("Deactivate"))
        self.detail.show_audience(one)

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("A file of members"))
        if path:
            self.import_file(Path(path))

    def import_file(self, path: Path) -> None:
        """Ask how a file becomes an audience."""
        self._desk.tasks.start(self._look(path))

    async def _look(self, path: Path) -> None:
        self._ask(path, await self._desk.worker.run(preview_file, self._desk.workspace, path))

    def _ask(self, path: Path, found: Preview) -> None:
        dialog = ImportDialog(self._desk.catalog, path, found, self)

        def begin() -> None:
            label, identity = dialog.label.text().strip(), dialog.identity.currentText()
            self._desk.tasks.start(self._import(path, label, str(dialog.dimension.currentData()), identity))

        dialog.accepted.connect(begin)
        dialog.open()

    async def _import(self, path: Path, label: str, dimension: str, identity: str) -> None:
        made = await self._desk.worker.run(import_members, self._desk.workspace, path, label, dimension, identity)
        await self._desk.load()
        self._shell.say(tr("{label} has {rows} members.", label=made.label, rows=number(made.rows)))

    def _refresh(self) -> None:
        if self.current is not None:
            self._desk.tasks.start(self._refreshed(self.current))

    async def _refreshed(self, one: SavedAudience) -> None:
        await self._desk.worker.run(refresh_audience, self._desk.workspace, one)
        await self._desk.load()
        self._shell.say(tr("{label} is refreshed.", label=one.label))

    def _turn(self) -> None:
        one = self.current
        if one is not None:
            published = one.status is AudienceStatus.PUBLISHED
            wanted = AudienceStatus.INACTIVE if published else AudienceStatus.PUBLISHED
            self._desk.tasks.start(self._set_status(one, wanted))

    async def _set_status(self, one: SavedAudience, status: AudienceStatus) -> None:
        await self._desk.worker.run(set_audience_status, self._desk.workspace, one, status)
        await self._desk.load()
