"""The window: menus, docks and what follows the selection. What happens when something is asked for is elsewhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QWidget,
)

from app.actions import window_actions
from app.command_palette import CommandPalette
from app.desk import Desk, unexpected
from app.document_page import DocumentPage
from app.inspector.inspector import Inspector
from app.inspector.service import EngineService, Place
from app.preferences import Preferences
from app.proof import line_of
from app.run_status import RunStatus
from app.start_page import StartPage
from app.theme import Scheme, apply_theme, tokens_for
from app.words import tr
from app.workbench import Workbench
from app.workspaces import Workspaces
from canvas import Palette
from canvas.icons import icon
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.runner.receipts import issue_receipt
from engine.runner.results import Mode, RunResult

NOTICE_MS = 8000


class MainWindow(QMainWindow):
    """One workspace at a time; none on the start page."""

    def __init__(self, preferences: Preferences, sample: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.tokens = tokens_for(preferences.scheme)
        self.setAcceptDrops(True)
        self.workspaces = Workspaces(sample, self)
        self.start = StartPage()
        self.bench = Workbench(self.tokens)
        self.tabs, self.panel, self.problems = self.bench.tabs, self.bench.panel, self.bench.problems
        self._centre = QStackedWidget()
        self._centre.addWidget(self.start)
        self._centre.addWidget(self.bench)
        self.setCentralWidget(self._centre)
        self.inspector: Inspector | None = None
        self._palette_of: dict[DocumentPage, Palette] = {}
        self._make_actions()
        self.status = RunStatus(self.statusBar())
        self.commands = CommandPalette(self, self.command_list)
        self._wire()
        self._show_start()
        self.resize(1440, 900)
        geometry, state = preferences.window
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
            self.bench.restoreState(state)

    # Making

    def _make_actions(self) -> None:
        self.actions_by_id: dict[str, QAction] = {}
        self._records = window_actions()
        bar = self.tool_bar = QToolBar(tr("Main"), self)
        bar.setObjectName("main")
        bar.setMovable(False)
        self.addToolBar(bar)
        menus: dict[str, list[QAction]] = {}
        for record in self._records:
            action = QAction(record.text, self)
            if record.shortcut:
                action.setShortcut(QKeySequence(record.shortcut))
            action.triggered.connect(partial(self._do, record.run))
            self.actions_by_id[record.id] = action
            menus.setdefault(record.menu, []).append(action)
            if record.on_bar:
                bar.addAction(action)
                self._under(bar, action)
        for title, actions in menus.items():
            menu = self.menuBar().addMenu(title)
            menu.addActions(actions)
        self._docks_menu = self.menuBar().addMenu(tr("Panels"))
        self._docks_menu.addActions([dock.toggleViewAction() for dock in self.bench.docks])
        self._colour_icons()

    def _under(self, bar: QToolBar, action: QAction) -> None:
        button = bar.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _colour_icons(self) -> None:
        for record in self._records:
            if record.icon:
                self.actions_by_id[record.id].setIcon(icon(record.icon, self.tokens.text))

    def _wire(self) -> None:
        spaces = self.workspaces
        self.start.sample_wanted.connect(spaces.open_sample)
        self.start.new_wanted.connect(spaces.choose_new)
        self.start.open_wanted.connect(spaces.choose)
        self.start.recent_wanted.connect(spaces.open)
        spaces.entered.connect(self._entered)
        spaces.leaving.connect(self._leaving)
        spaces.telling.connect(self.start.tell)
        spaces.failed.connect(self._failed)
        self.tabs.page_made.connect(self._page_made)
        self.tabs.page_dropped.connect(self._page_dropped)
        self.tabs.currentChanged.connect(self._page_changed)
        self.tabs.said.connect(self.say)
        self.problems.chosen.connect(self._go_to)
        self.panel.refused.connect(self.tell)

    def _do(self, run: "Callable[[MainWindow], None]", _checked: bool = False) -> None:
        run(self)

    @property
    def desk(self) -> Desk | None:
        """The workspace that is open."""
        return self.workspaces.desk

    @property
    def page(self) -> DocumentPage | None:
        """The document in front."""
        return self.tabs.page

    @property
    def current_palette(self) -> Palette | None:
        """The palette of the document in front."""
        return self._palette_of[self.page] if self.page is not None else None

    # Entering and leaving

    def _entered(self, desk: Desk) -> None:
        desk.failed.connect(self.tell)
        desk.catalog_changed.connect(self._refresh_names)
        desk.documents_changed.connect(self._refresh_names)
        self._refresh_names()
        inspector = self.inspector = Inspector(EngineService(desk.workspace), desk.tasks)
        inspector.failed.connect(self.tell)
        inspector.way_wanted.connect(self._show_way)
        self.bench.inspectors.addWidget(inspector)
        folder = desk.workspace.folder
        self.preferences.remember(folder)
        self.setWindowTitle(f"{desk.name} – Jalon")
        self._centre.setCurrentWidget(self.bench)
        self.tool_bar.show()
        self.tabs.enter(desk, self.preferences.open_documents(folder))
        self.refresh_actions()

    def _leaving(self, desk: Desk) -> None:
        open_ids = tuple(page.session.document.id for page in self.tabs.pages)
        self.preferences.remember_open(desk.workspace.folder, open_ids)
        self.tabs.leave()
        if self.inspector is not None:
            self.bench.inspectors.removeWidget(self.inspector)
            self.inspector.deleteLater()
            self.inspector = None

    def leave_workspace(self) -> None:
        """Back to the start page."""
        self.workspaces.leave()
        self._show_start()

    def _show_start(self) -> None:
        self.start.show_recent(self.preferences.recent)
        self._centre.setCurrentWidget(self.start)
        self.tool_bar.hide()
        self.setWindowTitle("Jalon")
        self.refresh_actions()

    def _page_made(self, page: DocumentPage) -> None:
        palette = self._palette_of[page] = Palette(page.canvas)
        self.bench.palettes.addWidget(palette)
        page.selection_changed.connect(self._selection_changed)
        page.open_wanted.connect(self._detail)
        page.session.running.connect(self._running)
        page.session.stepped.connect(self.refresh_actions)
        page.controller.progressed.connect(self.status.show_progress)

    def _page_dropped(self, page: DocumentPage) -> None:
        palette = self._palette_of.pop(page)
        self.bench.palettes.removeWidget(palette)
        palette.deleteLater()

    def step_back(self) -> None:
        """Take the last step of the document in front back."""
        if self.page is not None:
            self.page.session.undo()

    def step_forward(self) -> None:
        """Do its last undone step again."""
        if self.page is not None:
            self.page.session.redo()

    # Counting

    def count(self, mode: Mode = Mode.DESIGN) -> None:
        """Count the document in front now."""
        if self.page is not None:
            self.page.controller.count(mode)

    def cancel(self) -> None:
        """Stop counting."""
        if self.page is not None:
            self.page.controller.cancel()

    def choose_as_of(self) -> None:
        """Show the document's own settings, where the instant stands."""
        if self.page is not None:
            self.page.canvas.selection.clear()
            self._go_to("", "as_of")

    def copy_count(self) -> None:
        """Copy the count of the selection with all that it depends on."""
        page, desk = self.page, self.desk
        output = page.selected_output if page is not None else None
        if page is None or desk is None or output is None:
            self.say(tr("Select a transition first."))
            return
        known, last = page.session.counts.output(*output).result, page.session.counts.last
        if known is None or last is None:
            self.say(tr("This has not been counted yet."))
            return
        desk.tasks.start(self._copy_count(desk, page.session.document, known.id, last))

    async def _copy_count(self, desk: Desk, document: Document, output: str, result: RunResult) -> None:
        text = line_of(await desk.worker.run(issue_receipt, desk.workspace, document, output, result))
        QGuiApplication.clipboard().setText(text)
        self.say(text)

    # Looks

    def choose_scheme(self, scheme: Scheme) -> None:
        """Light, dark, or as the system."""
        self.preferences.scheme = scheme
        self.tokens = tokens_for(scheme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, self.tokens)
        self._colour_icons()
        self.tabs.set_tokens(self.tokens)

    def choose_language(self, language: str) -> None:
        """Another language, from the next start on."""
        self.preferences.language = language
        QLocale.setDefault(QLocale(language))
        self.say(tr("The language changes when Jalon starts again."))

    def open_commands(self) -> None:
        """Show the command palette."""
        self.commands.open()

    def show_help(self) -> None:
        """Help on the selected activity."""
        self.bench.show_dock(self.bench.help_dock)
        self._show_help_of_selection()

    def show_shortcuts(self) -> None:
        """All shortcuts on one page."""
        self.bench.help.show_shortcuts(self.command_list())
        self.bench.show_dock(self.bench.help_dock)

    def show_about(self) -> None:
        """What this is."""
        text = tr(
            "Design campaigns as a graph, with an exact count on every transition. Everything stays on this machine."
        )
        QMessageBox.about(self, "Jalon", text)

    def command_list(self) -> list[QAction]:
        """All that can be done now: the window's actions, then those of the canvas in front."""
        own = [self.actions_by_id[record.id] for record in self._records]
        page = self.page
        return [*own, *(page.canvas.actions_by_id.qactions.values() if page is not None else ())]

    # Following

    def refresh_actions(self) -> None:
        """Enable what makes sense now."""
        for record in self._records:
            self.actions_by_id[record.id].setEnabled(record.when(self))

    def _refresh_names(self) -> None:
        if self.desk is not None:
            self.panel.take_desk(self.desk)

    def _page_changed(self) -> None:
        page = self.page
        session = page.session if page is not None else None
        self.panel.show_session(session)
        self.problems.show_session(session)
        if page is not None:
            self.bench.palettes.setCurrentWidget(self._palette_of[page])
        self._selection_changed()
        self.refresh_actions()
        self._running(page is not None and page.controller.busy)

    def _selection_changed(self) -> None:
        page = self.page
        node = page.selected_node if page is not None else ""
        self.panel.show_node(node)
        if page is not None and self.desk is not None and self.bench.sql_dock.isVisible():
            self.bench.sql.show_node(self.desk, page.session, node or (page.selected_output or ("",))[0])
        self._show_place()
        if self.bench.help_dock.isVisible():
            self._show_help_of_selection()

    def _show_place(self) -> None:
        """Show the population of what is selected, as it was counted last."""
        page = self.page
        output = page.selected_output if page is not None else None
        if self.inspector is None:
            return
        if page is None or output is None:
            self.inspector.show_place(None)
            return
        if not page.controller.busy:
            node = page.adapter.node(output[0])
            label = next((port.label for port in node.outputs if port.id == output[1]), "")
            title = f"{node.title}: {label}" if label else node.title
            self.inspector.show_place(Place(page.session.document, ":".join(output), page.session.as_of, title))

    def _show_way(self, nodes: tuple[str, ...]) -> None:
        page = self.page
        if page is not None:
            page.canvas.follow(nodes)

    def _show_help_of_selection(self) -> None:
        page = self.page
        node = page.session.document.node_by_id.get(page.selected_node) if page is not None else None
        self.bench.help.show_activity(node.type if node is not None else "")

    def _detail(self, kind: str, name: str) -> None:
        if kind == "nodes":
            self.panel.show_node(name)
            self.bench.show_dock(self.bench.panel_dock)
            self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, node: str, field: str) -> None:
        page = self.page
        if page is None:
            return
        if node:
            page.select_node(node)
        else:
            page.canvas.selection.clear()
        self.bench.show_dock(self.bench.panel_dock)
        self.panel.focus_field(field)

    def _running(self, running: bool) -> None:
        page = self.page
        self.actions_by_id["run.cancel"].setEnabled(running and page is not None)
        self.status.show_page(page, running=running)
        if not running:
            self._show_place()

    # Telling

    def say(self, text: str) -> None:
        """Tell something that needs no answer."""
        self.statusBar().showMessage(text, NOTICE_MS)

    def tell(self, problem: Problem) -> None:
        """Tell what went wrong and what to do."""
        self.say(str(problem))

    def _failed(self, error: BaseException) -> None:
        self._show_start()
        self.start.show_error(str(error.problem) if isinstance(error, EngineError) else unexpected(error))

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.desk is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.tabs.open_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        self.preferences.window = (self.saveGeometry(), self.bench.saveState())
        self.workspaces.close()
        event.accept()
