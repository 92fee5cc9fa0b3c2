"""The window: its parts put together, and the workspace in it. What happens when something is asked is elsewhere."""

from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMessageBox, QStackedWidget, QWidget

from app.arrivals import Arrivals
from app.command_palette import Choice, CommandPalette, choice_of
from app.desk import Desk, unexpected
from app.document_files import DocumentFiles
from app.document_page import DocumentPage
from app.document_tabs import DocumentTabs
from app.dropping import Dropping
from app.front import Front
from app.inspector.inspector import Inspector
from app.life.head import DocumentHead
from app.looks import Looks
from app.menus import Menus
from app.preferences import Preferences
from app.run_status import RunStatus
from app.sections import section_classes
from app.shared import Shared
from app.shell.long_message import LongMessage
from app.shell.rail import Rail
from app.shell.stepping import Stepping, enter
from app.shell.tool_bar import ToolBar
from app.start_page import StartPage
from app.starting import Starting
from app.vanishing import VanishedDialog
from app.words import told, tr
from app.workbench import Workbench
from app.workspaces import Workspaces
from canvas import Palette
from engine.problems import EngineError, Problem
from engine.runner.publishing import Occurrence
from engine.runner.results import Mode
from engine.workspace.launches import Outcome

NOTICE_MS = 8000
NOTICE_MS_PER_LETTER = 60
"""A long notice stays as long as it takes to read."""
FIRST_SECTION = "campaigns"


class MainWindow(QMainWindow):
    """One workspace at a time; none on the start page. It is the Shell of the sections."""

    window_wanted = Signal(object)
    """Another window is wanted, on the folder of a workspace."""
    closed = Signal()

    def __init__(self, preferences: Preferences, sample: Path, shared: Shared | None = None) -> None:
        super().__init__()
        self.preferences = preferences
        self.looks = Looks(preferences, self)
        tokens = self.looks.tokens
        self.setAcceptDrops(True)
        self.workspaces = Workspaces(sample, shared or Shared(self), self)
        self.sections = {one.id: one(self) for one in section_classes()}
        self.start = StartPage()
        self.bench = Workbench(tokens)
        self.panel, self.problems = self.bench.panel, self.bench.problems
        self.tabs = DocumentTabs(tokens, self.bench)
        self.files = DocumentFiles(self.tabs)
        self.front = Front(self.tabs, self.bench)
        self.rail = Rail(tuple(self.sections.values()), tokens)
        self.menus = Menus(self, self.sections.values(), self.bench.panes)
        self.actions_by_id = self.menus.by_id
        self.arrivals = Arrivals(self.workspaces, self.tabs, self.files, self.sections.values(), preferences, self)
        self.tool_bar = ToolBar(self.actions_by_id, tokens)
        self.addToolBar(self.tool_bar)
        self._centre = QStackedWidget()
        self._centre.addWidget(self.start)
        self._centre.addWidget(_beside(self.rail, self.tabs))
        self.setCentralWidget(self._centre)
        self.status = RunStatus(self.statusBar())
        self.message = LongMessage(self)
        self.vanished: VanishedDialog | None = None
        self._reminders: list[str] = []
        self.stepping = Stepping(self._parts)
        self.statusBar().messageChanged.connect(self._say_next)
        self.commands = CommandPalette(self, self._choices)
        self._wire()
        self.starting = Starting(self.start, self.workspaces, self.arrivals, self.tabs, preferences)
        self.dropping = Dropping(self)
        self._show_start()
        self.resize(1440, 900)
        geometry = preferences.geometry
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.bench.restore(preferences.bench)

    # Making

    def _wire(self) -> None:
        spaces = self.workspaces
        spaces.entered.connect(self._entered)
        spaces.entered.connect(self.arrivals.enter)
        spaces.leaving.connect(self._leaving)
        spaces.failed.connect(self._failed)
        spaces.handed_over.connect(self._handed_over)
        spaces.telling.connect(self._opening)
        self.files.look_wanted.connect(self.sections["data"].open_file)
        self.rail.chosen.connect(self.show_section)
        self.tabs.said.connect(self.say)
        self.tabs.brought.connect(self.come_to_front)
        self.tabs.page_made.connect(self._dress)
        self.tabs.emptied.connect(partial(self.show_section, FIRST_SECTION))
        self.tabs.current_changed.connect(self._mark_section)
        self.front.said.connect(self.say)
        self.front.failed.connect(self.tell)
        self.front.stepped.connect(self.refresh_actions)
        self.front.running.connect(self._running)
        self.front.progressed.connect(self.status.show_progress)
        self.panel.refused.connect(self.tell)
        self.tool_bar.search_wanted.connect(self.open_commands)
        self.tool_bar.as_of_wanted.connect(self.choose_as_of)
        for part in (self.rail, self.tabs, self.bench, self.tool_bar, self.menus):
            self.looks.changed.connect(part.set_tokens)
        self.menus.set_tokens(self.looks.tokens)

    @property
    def desk(self) -> Desk | None:
        """The workspace that is open."""
        return self.workspaces.desk

    @property
    def page(self) -> DocumentPage | None:
        """The document in front."""
        return self.tabs.page

    @property
    def inspector(self) -> Inspector | None:
        """Where the people behind a count are looked at."""
        return self.front.inspector

    @property
    def current_palette(self) -> Palette | None:
        """The palette of the document in front."""
        return self.front.palettes[self.page] if self.page is not None else None

    # Entering and leaving

    def _entered(self, desk: Desk) -> None:
        desk.failed.connect(self.tell)
        desk.watch.vanished.connect(self._vanished)
        desk.life.occurred.connect(self._launched)
        desk.life.reminded.connect(self.remind)
        folder = desk.workspace.folder
        self.preferences.remember(folder)
        self.setWindowTitle(f"{desk.name} – Jalon")
        self._centre.setCurrentIndex(1)
        self.tool_bar.show()
        self.front.enter(desk)
        self.tabs.enter(desk, self.preferences.open_documents(folder))
        if not desk.documents and not desk.drafts:
            self.show_section(FIRST_SECTION)
        self.refresh_actions()

    def _leaving(self, desk: Desk) -> None:
        open_ids = tuple(page.session.document.id for page in self.tabs.pages)
        self.preferences.remember_open(desk.workspace.folder, open_ids)
        desk.failed.disconnect(self.tell)
        self._reminders.clear()
        desk.watch.vanished.disconnect(self._vanished)
        self.tabs.leave()
        self.front.leave()

    def _vanished(self) -> None:
        """The folder is gone: tell it before anything is lost with it."""
        desk = self.desk
        if desk is not None:
            documents = [page.session.document for page in self.tabs.pages]
            self.vanished = VanishedDialog(desk.watch.folder, documents, desk.reader, desk.tasks, self)
            self.vanished.said.connect(self.say)
            self.vanished.open()

    def leave_workspace(self) -> None:
        """Back to the start page."""
        self.workspaces.leave()
        self._show_start()

    def _show_start(self) -> None:
        self.starting.show_recent()
        self._centre.setCurrentIndex(0)
        self.tool_bar.hide()
        self.setWindowTitle("Jalon")
        self.refresh_actions()

    # What sections ask for

    def open_document(self, name: str, then: Callable[[DocumentPage], None] | None = None) -> None:
        """Open a document of the workspace in a tab, or show the tab that it has; `then` gets its page."""
        self.tabs.open_document(name, then)

    def show_section(self, name: str) -> QWidget | None:
        """Show a section in its tab; its widget, or None while no workspace is open."""
        desk, section = self.desk, self.sections[name]
        if desk is None:
            return None
        return self.open_page(f"section:{name}", section.title, section.icon, partial(section.make, desk))

    def open_page(self, key: str, title: str, icon_name: str, make: Callable[[], QWidget]) -> QWidget:
        """Show a page in a tab, made only when no tab has this key yet; the widget."""
        page = self.tabs.show_page(key, title, icon_name, make)
        enter(page)
        return page

    def _parts(self) -> tuple[QWidget, ...]:
        bench, front = self.bench, self.tabs.front
        if self.desk is None or front is None:
            return (self.tool_bar, self.rail, self.start)
        return (self.tool_bar, self.rail, self.tabs.bar, bench.left, front, bench.bottom, bench.right, self.statusBar())

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.stepping.go_on(1 if forward else -1)

    def close_page(self, key: str) -> None:
        """Close the tab with this key, if there is one; that of a document in whichever window it is."""
        self.tabs.close_key(key)

    def _dress(self, page: DocumentPage) -> None:
        if self.desk is not None:
            page.set_head(DocumentHead(page, self.desk, self))

    def _launched(self, launch: Occurrence) -> None:
        """Say what became of a launch."""
        line = self.desk.life.line(launch.document) if self.desk is not None else None
        name = line.name if line is not None else launch.document
        for page in self.tabs.pages if launch.result is not None else ():
            page.controller.count()  # it may read what was saved just now
        if launch.problem is not None:
            self.tell(launch.problem)
        elif launch.outcome is Outcome.STARTED:
            self.say(tr("{name} ran as planned.", name=name))
        elif launch.outcome is Outcome.CONTINUED:
            self.say(tr("{name} went on.", name=name))
        elif launch.outcome is Outcome.FAILED:
            self.say(tr("{name} ran, and something failed; see its runs.", name=name))

    def _mark_section(self) -> None:
        page, key = self.page, self.tabs.front_key
        self.status.show_page(page, running=page is not None and page.controller.busy)
        if page is not None:
            kind = page.session.document.kind.value
            self.rail.mark(next((one.id for one in self.sections.values() if one.kind == kind), ""))
        else:
            self.rail.mark(key.removeprefix("section:"))

    # What actions ask for

    def on_canvas(self, name: str) -> None:
        """Run an action of the canvas in front, if it makes sense there now."""
        page = self.page
        if page is not None:
            page.canvas.actions_by_id.refresh()
            page.canvas.actions_by_id[name].trigger()

    def step_back(self) -> None:
        """Take the last step of the document in front back."""
        self.on_canvas("edit.undo")  # which shows what changes, when it is out of sight

    def step_forward(self) -> None:
        """Do its last undone step again."""
        self.on_canvas("edit.redo")

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
            self.front.go_to("", "as_of")

    def choose_language(self, language: str) -> None:
        """Another language, from the next start on."""
        self.looks.choose_language(language)
        self.say(tr("The language changes when Jalon starts again."))

    def open_commands(self) -> None:
        """Show the command palette."""
        self.commands.open()

    def show_help(self) -> None:
        """Help on the selected activity."""
        self.bench.show_view("help")

    def show_shortcuts(self) -> None:
        """All shortcuts on one page."""
        self.bench.show_view("help")
        self.bench.help.show_shortcuts(self.command_list())

    def show_about(self) -> None:
        """What this is."""
        text = tr(
            "Design campaigns as a graph, with an exact count on every transition. Everything stays on this machine."
        )
        told = QMessageBox(QMessageBox.Icon.NoIcon, tr("About Jalon"), f"Jalon {version('jalon')}", parent=self)
        told.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        told.setInformativeText(text)
        told.open()

    def command_list(self) -> list[QAction]:
        """All that can be done now: the window's actions, then those of the canvas in front."""
        page = self.page
        return [*self.menus.actions, *(page.canvas.actions_by_id.qactions.values() if page is not None else ())]

    def _choices(self) -> list[Choice]:
        """What the command palette offers: what can be done now, then the documents, then the activities in front."""
        groups = self.menus.menu_of
        page, desk = self.page, self.desk
        canvas = tr("Canvas")
        found = [choice_of(one, groups.get(one, canvas)) for one in self.command_list() if one.isEnabled()]
        for entry in desk.documents if desk is not None else ():
            found.append(Choice(entry.name, tr("Document"), partial(self.open_document, entry.id)))
        for node in page.session.document.nodes if page is not None else ():
            assert page is not None, "it has nodes"
            title = page.adapter.node(node.id).title
            found.append(Choice(title, tr("Activity"), partial(page.select_node, node.id)))
        return found

    def refresh_actions(self) -> None:
        """Enable what makes sense now."""
        self.menus.refresh()
        self.actions_by_id["run.cancel"].setEnabled(self.page is not None and self.page.controller.busy)
        self.tool_bar.show_instant(self.page)

    def _running(self, running: bool) -> None:
        self.actions_by_id["run.cancel"].setEnabled(running)
        self.status.show_page(self.page, running=running)
        self.tool_bar.show_instant(self.page)

    # Telling

    def say(self, text: str) -> None:
        """Tell something that needs no answer."""
        self.statusBar().showMessage(text, max(NOTICE_MS, len(text) * NOTICE_MS_PER_LETTER))

    def tell(self, problem: Problem) -> None:
        """Tell what went wrong and what to do."""
        self.say(told(problem))

    def remind(self, problem: Problem) -> None:
        """Tell what went wrong elsewhere, after all that is being told: each is told once, so none covers another."""
        self._reminders.append(told(problem))
        self._say_next(self.statusBar().currentMessage())

    def _say_next(self, shown: str) -> None:
        if not shown and self._reminders:
            self.say(self._reminders.pop(0))

    def _opening(self, what: str) -> None:
        if self.desk is not None:  # the start page tells it otherwise
            self.say(what)

    def _failed(self, error: BaseException) -> None:
        self._refuse(told(error.problem) if isinstance(error, EngineError) else unexpected(error))

    def _handed_over(self, folder: Path) -> None:
        text = tr("{name} is open in another window of Jalon, which was asked to come to the front.", name=folder.name)
        self._refuse(text)

    def _refuse(self, why: str) -> None:
        """Another workspace was not opened: one that is open stays so."""
        if self.desk is not None:
            self.say(why)
        else:
            self._show_start()
            self.start.show_error(why)

    def come_to_front(self) -> None:
        """Show this window before all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def new_window(self) -> None:
        """One more window on the same workspace."""
        self.window_wanted.emit(self.desk.workspace.folder if self.desk is not None else None)

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.preferences.geometry, self.preferences.bench = self.saveGeometry(), self.bench.state
        self.workspaces.close()
        event.accept()
        self.closed.emit()


def _beside(left: QWidget, right: QWidget) -> QWidget:
    around = QWidget()
    box = QHBoxLayout(around)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addWidget(left)
    box.addWidget(right, 1)
    return around
