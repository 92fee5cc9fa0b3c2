"""The inventory of audiences with its folders and filters, and the one that is selected below it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.audiences.detail import AudienceDetail
from app.audiences.doing import Doing
from app.audiences.filters import AudienceFilters
from app.audiences.folders import FolderTree
from app.audiences.import_dialog import ImportDialog
from app.audiences.table import BREAKDOWN, AudiencesModel, BreakdownDelegate
from app.audiences.words import audience_word, frequencies, frequency_of
from app.desk import Desk
from app.inspector.notices import Notice, ProgressStrip
from app.listing import ColumnChoice
from app.sections import Shell
from app.words import language, number, tr
from canvas import Tokens
from engine.ingest.service import Preview, preview_file
from engine.runner.audience_files import import_members
from engine.runner.lineage import stale_audiences
from engine.schedule_sentences import schedule_sentence
from engine.workspace.audiences import NEXT, AudienceStatus, SavedAudience
from engine.workspace.statuses import PUBLISHED

_FOLDERS = 190


class AudiencesPage(QWidget):
    """Above: all audiences. Below: one of them. Files dropped here become audiences."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self.setAcceptDrops(True)
        tokens = shell.looks.tokens
        self.filters, self.folders = AudienceFilters(), FolderTree()
        self.model = AudiencesModel(tokens, self._writer_of, self._updates_of)
        self.list, self._bars = QTableView(), BreakdownDelegate(tokens)
        self.list.setAccessibleName(tr("Audiences"))
        self.columns = QToolButton()
        self.columns.setText(tr("Columns"))
        self.columns.setProperty("filter", True)
        self.choice = ColumnChoice(self.list, self.model, self.columns, shell.preferences, "audiences")
        self.list.setItemDelegateForColumn(BREAKDOWN, self._bars)
        self.import_ = QPushButton(tr("Import from a file…"))
        self.import_.setProperty("primary", True)
        self.refresh, self.status = QPushButton(tr("Refresh now")), QPushButton(tr("Deactivate"))
        self.export, self.more = QPushButton(tr("Export…")), QToolButton()
        self.more.setText(tr("More"))
        self._actions = QMenu(self.more)
        self.more.setMenu(self._actions)
        self.more.setProperty("filter", True)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.count = QLabel()
        self.count.setProperty("quiet", True)
        self.progress = ProgressStrip()
        self.doing = Doing(desk, shell, self.progress, self)
        self.progress.cancel.hide()
        self.detail = AudienceDetail(desk, shell)
        self.notice, self.nothing = Notice(), QLabel(tr("No audience passes the filters."))
        self._arrange()
        self._wire()
        self.setFocusProxy(self.filters.search)
        self._fill()

    def _arrange(self) -> None:
        title = QLabel(tr("Audiences"))
        title.setProperty("heading", True)
        self.notice.say(
            "users-three",
            tr("There is no audience yet"),
            tr("A campaign saves one when it runs, with the activity “Save audience”; or bring one in from a file."),
        )
        self.notice.action.setText(tr("Import from a file…"))
        self.notice.action.setProperty("primary", True)
        self.notice.action.show()
        self.nothing.setProperty("quiet", True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addWidget(self.count)
        head.addStretch(1)
        for widget in (self.columns, self.refresh, self.status, self.export, self.more, self.import_):
            head.addWidget(widget)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.list)
        self._lists.addWidget(self.nothing)
        above = self._above = QSplitter(Qt.Orientation.Horizontal)
        above.setChildrenCollapsible(False)
        above.addWidget(self.folders)
        above.addWidget(self._lists)
        above.setStretchFactor(1, 1)
        self.folders.hide()
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(above)
        parts.addWidget(self.detail)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 1)
        parts.setSizes([200, 340])
        self._parts = QStackedWidget()
        self._parts.addWidget(parts)
        self._parts.addWidget(self.notice)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(self.filters)
        box.addWidget(self.progress)
        box.addWidget(self._parts, 1)

    def _wire(self) -> None:
        self.filters.changed.connect(self._filter)
        self.folders.chosen.connect(self._filter)
        selection = self.list.selectionModel()
        selection.currentRowChanged.connect(self._show)
        selection.selectionChanged.connect(self._offer)
        self.list.customContextMenuRequested.connect(self._menu)
        self.import_.clicked.connect(self._choose)
        self.notice.action.clicked.connect(self._choose)
        self.refresh.clicked.connect(lambda: self.doing.refresh(self.selected))
        self.status.clicked.connect(self._turn)
        self.export.clicked.connect(self._export)
        self._desk.documents_changed.connect(self._fill)
        self._shell.looks.changed.connect(self._set_tokens)

    # What is shown

    @property
    def current(self) -> SavedAudience | None:
        """The audience that is shown below."""
        row = self.list.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    @property
    def selected(self) -> list[SavedAudience]:
        """All that are selected, in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self.model.rows[row] for row in rows if row < len(self.model.rows)]

    def select(self, audience: str) -> None:
        """Select an audience by its id."""
        row = self.model.place_of(audience)
        if row >= 0:
            self.list.selectRow(row)
            self.list.scrollTo(self.model.index(row, 0))

    def _writer_of(self, one: SavedAudience) -> str:
        if not one.document:
            return ""
        return next((entry.name for entry in self._desk.documents if entry.id == one.document), one.document)

    def _updates_of(self, one: SavedAudience) -> str:
        """When an audience is brought up to date: as it was said, or as the schedule of its campaign says."""
        kind = frequency_of(one)
        if kind == "daily":
            return tr("Daily at {time}", time=one.evaluated)
        line = self._desk.life.line(one.document) if kind == "campaign" else None
        planned = None if line is None or line.status not in PUBLISHED else line.facts.schedule
        return frequencies()[kind] if planned is None else schedule_sentence(planned, language())

    def _fill(self) -> None:
        found = self._desk.audiences
        self._parts.setCurrentIndex(0 if found else 1)
        # What works on audiences makes no sense while there is none; the empty page offers the import in its middle.
        for widget in (self.filters, self.columns, self.refresh, self.status, self.export, self.more, self.import_):
            widget.setVisible(bool(found))
        self.filters.offer(found)
        self.folders.show_audiences(found)
        self._show_folders(any(one.folder for one in found))
        self.model.show(found)
        self._filter()
        self.detail.follow()
        self._desk.tasks.start(self._read_stale(), of=self)

    def _show_folders(self, there: bool) -> None:
        if there == self.folders.isHidden():
            self.folders.setVisible(there)
            self._above.setSizes([_FOLDERS, max(self.width() - _FOLDERS, 1)])

    async def _read_stale(self) -> None:
        self.model.show_stale(await self._desk.reader.run(stale_audiences, self._desk.workspace))

    def _filter(self) -> None:
        folder = self.folders.folder
        before = self.current
        self.model.let_pass(
            lambda one: self.filters.passes(one) and f"{one.folder}/".startswith(f"{folder}/" * bool(folder))
        )
        if before is None or self.model.place_of(before.id) < 0:
            self.list.selectRow(0)
        shown, every = len(self.model.rows), self.model.total
        self.count.setText(number(shown) if shown == every else
                           tr("{shown} of {every}", shown=number(shown), every=number(every)))  # fmt: skip
        self._lists.setCurrentIndex(0 if shown else 1)
        self._show()

    def _show(self) -> None:
        self.detail.show_audience(self.current)
        self.detail.setVisible(self.current is not None)
        self._offer()

    def _offer(self) -> None:
        one, some = self.current, self.selected
        self.refresh.setEnabled(any(each.document for each in some))
        self.export.setEnabled(one is not None)
        self.status.setEnabled(one is not None)
        if one is not None:
            self.status.setText(_turning(one)[0])
        self.more.setEnabled(bool(some))
        self._actions.clear()
        if some:
            self._fill_menu(self._actions, some)

    def _set_tokens(self, tokens: Tokens) -> None:
        self.model.set_tokens(tokens)
        self._bars.tokens = tokens
        self.list.viewport().update()

    # What is done

    def _fill_menu(self, menu: QMenu, some: list[SavedAudience]) -> None:
        """What can be done with what is selected."""
        doing, one = self.doing, some[0]
        if len(some) == 1:
            menu.addAction(tr("Properties…")).triggered.connect(lambda: doing.properties(one))
            menu.addAction(tr("Share…")).triggered.connect(lambda: doing.share(one))
            menu.addAction(tr("Write into a table…")).triggered.connect(lambda: doing.to_table(one))
            if one.expires is not None:
                menu.addAction(tr("Let it last longer")).triggered.connect(lambda: doing.extend(one))
            if one.document:
                menu.addAction(tr("Open the campaign")).triggered.connect(
                    lambda: self._shell.open_document(one.document)
                )
        entries = (
            (tr("Evaluate by itself…"), doing.evaluation), (tr("Tags…"), doing.tags),
            (tr("Move to a folder…"), doing.move), (tr("Copy"), doing.copy),
        )  # fmt: skip
        for words, does in entries:
            menu.addAction(words).triggered.connect(partial(_do, does, some))
        menu.addSeparator()
        for status in AudienceStatus:
            if all(status in NEXT[each.status] for each in some):
                menu.addAction(_way(status, one.status)).triggered.connect(partial(self._set_status, some, status))
        if all(each.status is AudienceStatus.DELETED for each in some):
            menu.addAction(tr("Delete for good…")).triggered.connect(lambda: doing.erase(some))

    def _set_status(self, some: list[SavedAudience], status: AudienceStatus, _checked: bool = False) -> None:
        self.doing.set_status(some, status)

    def _menu(self, at: QPoint) -> None:
        some = self.selected
        if some:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._fill_menu(menu, some)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _turn(self) -> None:
        if self.current is not None:
            self.doing.set_status(self.selected or [self.current], _turning(self.current)[1])

    def _export(self) -> None:
        if self.current is not None:
            self.doing.export(self.current)

    # In from files

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("A file of members"))
        if path:
            self.import_file(Path(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.import_file(Path(url.toLocalFile()))

    def import_file(self, path: Path) -> None:
        """Ask how a file becomes an audience."""
        self._desk.tasks.start(self._look(path), of=self)

    async def _look(self, path: Path) -> None:
        self._ask(path, await self._desk.worker.run(preview_file, self._desk.workspace, path))

    def _ask(self, path: Path, found: Preview) -> None:
        dialog = ImportDialog(self._desk.catalog, path, found, self)

        def begin() -> None:
            label, identity = dialog.label.text().strip(), dialog.identity.currentText()
            about = str(dialog.dimension.currentData())
            days, external = dialog.days.value(), dialog.external.text().strip() or None
            made = partial(
                import_members, self._desk.workspace, path, label, about, identity, dialog.chosen, days=days,
                external=external,
            )  # fmt: skip
            work = self._import(made)
            self._desk.tasks.start(dialog.finish(work))

        dialog.run = begin
        dialog.open()

    async def _import(self, work: Callable[[], SavedAudience]) -> None:
        made = await self._desk.life.runner.run(work)
        await self._desk.load()
        self.select(made.id)
        self._shell.say(tr("{label} has {n} member(s).", label=made.label, n=made.rows))


def _do(does: Callable[[list[SavedAudience]], None], some: list[SavedAudience], _checked: bool = False) -> None:
    does(some)


def _turning(one: SavedAudience) -> tuple[str, AudienceStatus]:
    """What the button beside the list does with an audience: its words, and the status that it gives."""
    match one.status:
        case AudienceStatus.PUBLISHED:
            return tr("Deactivate"), AudienceStatus.INACTIVE
        case AudienceStatus.INACTIVE:
            return tr("Publish again"), AudienceStatus.PUBLISHED
        case AudienceStatus.DRAFT:
            return tr("Publish"), AudienceStatus.PUBLISHED
        case AudienceStatus.DELETED:
            return tr("Restore"), AudienceStatus.DRAFT


def _way(after: AudienceStatus, before: AudienceStatus) -> str:
    if after is AudienceStatus.DRAFT:
        return tr("Restore") if before is AudienceStatus.DELETED else tr("Back to draft")
    return {
        AudienceStatus.PUBLISHED: tr("Publish"),
        AudienceStatus.INACTIVE: tr("Deactivate"),
        AudienceStatus.DELETED: tr("Delete"),
    }.get(after, audience_word(after))
