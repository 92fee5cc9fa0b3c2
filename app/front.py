"""What follows the document in front and its selection: panel, problems, help, SQL, population, status."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.activity_log import ActivityLog
from app.desk import Desk
from app.document_page import DocumentPage
from app.document_tabs import DocumentTabs
from app.facts import Fact
from app.graph.kinds import ENTRY
from app.inspector.inspector import Inspector
from app.inspector.service import EngineService
from app.looking import mend, see_again, show_list, show_selection
from app.proof import line_of
from app.shell.stepping import enter
from app.words import tr
from app.workbench import Workbench
from canvas import Outline, Palette
from canvas.requests import Connect
from canvas.views import Parts, PortRef
from engine.document.edits import Batch, SetPaused
from engine.document.model import Document
from engine.problems import EngineError
from engine.runner.answers import Answer
from engine.runner.receipts import issue_receipt
from engine.runner.results import RunResult


class Front(QObject):
    """Keeps the panes in step with the document in front."""

    failed = Signal(object)
    """A Problem of the inspector."""
    said = Signal(str)
    stepped = Signal()
    """The undo steps of a document changed, or another one came to the front."""
    progressed = Signal(int, int)
    running = Signal(bool)
    """Whether the document in front is being counted."""

    def __init__(self, tabs: DocumentTabs, bench: Workbench) -> None:
        super().__init__(tabs)
        self._tabs, self._bench = tabs, bench
        self.desk: Desk | None = None
        self.inspector: Inspector | None = None
        self._shown: DocumentPage | None = None
        self.palettes: dict[DocumentPage, Palette] = {}
        self._outlines: dict[DocumentPage, Outline] = {}
        tabs.page_made.connect(self._made)
        tabs.page_dropped.connect(self._dropped)
        tabs.current_changed.connect(self._page_changed)
        bench.problems.chosen.connect(self.go_to)
        bench.panel.list_wanted.connect(self._show_list)
        bench.panel.join_wanted.connect(self._join)
        self.log = ActivityLog(tabs, self)
        self.log.added.connect(bench.log.add)
        for pane in bench.panes:
            pane.view_shown.connect(self._view_shown)

    @property
    def page(self) -> DocumentPage | None:
        """The document in front."""
        return self._tabs.page

    # A workspace comes and goes

    def enter(self, desk: Desk) -> None:
        """Take a workspace."""
        self.desk = desk
        desk.catalog_changed.connect(self.refresh_names)
        desk.documents_changed.connect(self.refresh_names)
        self.refresh_names()
        inspector = self.inspector = Inspector(EngineService(desk.workspace), desk.tasks)
        inspector.failed.connect(self.failed)
        inspector.way_wanted.connect(self._show_way)
        inspector.remedy_wanted.connect(self._mend)
        self._bench.inspectors.addWidget(inspector)

    def leave(self) -> None:
        """Let the workspace go, after its tabs."""
        if self.desk is not None:
            self.desk.catalog_changed.disconnect(self.refresh_names)
            self.desk.documents_changed.disconnect(self.refresh_names)
        self.desk = None
        if self.inspector is not None:
            self._bench.inspectors.removeWidget(self.inspector)
            self.inspector.deleteLater()
            self.inspector = None

    def refresh_names(self) -> None:
        """Tell the panel which names there are now."""
        if self.desk is not None:
            self._bench.panel.take_desk(self.desk)

    def _made(self, page: DocumentPage) -> None:
        palette = self.palettes[page] = Palette(page.canvas)
        self._bench.palettes.addWidget(palette)
        page.selection_changed.connect(self.show_selection)
        page.seen_changed.connect(self._see_again)
        page.open_wanted.connect(self._detail)
        page.list_wanted.connect(self._show_list)
        page.canvas.opened_together.connect(self._detail_together)
        page.canvas.remarks_wanted.connect(lambda: self._bench.show_view("problems"))
        page.session.running.connect(self._running)
        page.session.checked.connect(self._count_problems)
        page.session.stepped.connect(self.stepped)
        page.controller.progressed.connect(self.progressed)

    def _dropped(self, page: DocumentPage) -> None:
        for stack, widget in (
            (self._bench.palettes, self.palettes.pop(page)),
            (self._bench.outlines, self._outlines.pop(page, None)),
        ):
            if widget is not None:
                stack.removeWidget(widget)
                widget.deleteLater()
        if self._shown is page:
            self._show_page(None)

    # What is in front changes

    def _page_changed(self) -> None:
        page = self.page
        if page is not self._shown and page is not None:
            self._show_page(page)
        self.stepped.emit()

    def _show_page(self, page: DocumentPage | None) -> None:
        self._shown = page
        session = page.session if page is not None else None
        self._bench.panel.show_session(session)
        self._bench.problems.show_session(session)
        self._bench.history.show_session(session)
        if page is not None:
            self._bench.palettes.setCurrentWidget(self.palettes[page])
        self._show_outline()
        self._count_problems()
        self.show_selection()
        self._running(page is not None and page.controller.busy)

    def show_selection(self) -> None:
        """Show what is selected in all panes."""
        page = self._shown
        # First, so that the plain facts are not made in vain.
        self._bench.panel.show_extra(page.extra() if page is not None else None)
        several = page.canvas.selection.parts.nodes if page is not None else frozenset[str]()
        if len(several) > 1:
            self._bench.panel.show_together(several)
        else:
            self._bench.panel.show_node(page.selected_node if page is not None else "")
        self._show_sql()
        self._show_place()
        self._show_help()

    def _view_shown(self, view: str) -> None:
        if view == "help":
            self._show_help()
        elif view == "sql":
            self._show_sql()
        elif view == "outline":
            self._show_outline()

    def _show_outline(self) -> None:
        # Made when it is first looked at: a large document opens sooner without it.
        page = self._shown
        if page is None or self._bench.left.current != "outline":
            return
        outline = self._outlines.get(page)
        if outline is None:
            outline = self._outlines[page] = Outline(page.canvas)
            self._bench.outlines.addWidget(outline)
        self._bench.outlines.setCurrentWidget(outline)

    def _show_sql(self) -> None:
        page, desk = self._shown, self.desk
        if page is not None and desk is not None and self._bench.sees("sql"):
            node = page.selected_node or (page.selected_output or ("",))[0]
            self._bench.sql.show_node(desk, page.session, node)

    def _show_help(self) -> None:
        page = self._shown
        if self._bench.sees("help"):
            node = page.session.document.node_by_id.get(page.selected_node) if page is not None else None
            self._bench.help.show_activity(node.type if node is not None else "")

    def _show_place(self, *, counted: bool = False) -> None:
        if self.inspector is not None:
            show_selection(self.inspector, self._shown, counted=counted)

    def _see_again(self) -> None:
        if self.inspector is not None and self._shown is not None:
            see_again(self.inspector, self._shown)

    def _show_list(self, node: str, fact: Fact) -> None:
        if self._shown is not None and self.inspector is not None:
            self._bench.show_view("population")
            show_list(self.inspector, self._shown, node, fact)

    def _join(self, source: str, port: str, target: str) -> None:
        if self._shown is not None:
            outcome = self._shown.adapter.ask(Connect(PortRef(source, port), PortRef(target, ENTRY)))
            if outcome.reason:
                self.said.emit(outcome.reason)

    def _mend(self, answer: Answer) -> None:
        if self._shown is not None:
            mend(self._shown, answer)

    def _show_way(self, nodes: tuple[str, ...]) -> None:
        if self._shown is not None:
            self._shown.canvas.follow(nodes)

    def _running(self, running: bool) -> None:
        self.running.emit(running and self._shown is not None)
        if not running:
            self._show_place(counted=True)

    def _count_problems(self) -> None:
        found = len(self._shown.session.problems) if self._shown is not None else 0
        self._bench.bottom.set_note("problems", str(found) if found else "")

    # Going to what is meant

    def _detail_together(self, parts: Parts) -> None:
        self._bench.panel.show_together(parts.nodes)
        self._bench.show_view("panel")
        enter(self._bench.panel)

    def _detail(self, kind: str, name: str) -> None:
        if kind == "nodes":
            self._bench.panel.show_node(name)
            self._bench.show_view("panel")
            enter(self._bench.panel)
        elif kind == "edges":
            self._bench.show_view("population")

    def go_to(self, node: str, field: str) -> None:
        """Show the field that a problem points at: of a node, or of the document."""
        page = self.page
        if page is None:
            return
        if node:
            page.select_node(node)
        else:
            page.canvas.selection.clear()
        self._bench.show_view("panel")
        self._bench.panel.focus_field(field)

    def count_to_here(self) -> None:
        """Count the selected activity and what it depends on, and nothing that follows."""
        page = self.page
        if page is not None and page.selected_node:
            page.controller.count_to(page.selected_node)
        else:
            self.said.emit(tr("Select an activity first."))

    def show_log(self) -> None:
        """Show what happened at the selected activity: its edits, its counts, its problems."""
        page = self.page
        if page is None or not page.selected_node:
            self.said.emit(tr("Select an activity first."))
            return
        self._bench.show_view("log")
        self._bench.log.search.setText(page.adapter.node(page.selected_node).title)
        self._bench.log.setFocus()

    def toggle_pause(self) -> None:
        """Let test and real runs stop before the selected activities, or go on there if all of them stop already."""
        page = self.page
        chosen = sorted(page.canvas.selection.parts.nodes) if page is not None else []
        if page is None or not chosen:
            self.said.emit(tr("Select an activity first."))
            return
        known = page.session.document.node_by_id
        stops = not all(known[name].paused for name in chosen)
        try:
            page.session.do(
                Batch(tuple(SetPaused(name, stops) for name in chosen)), tr("Runs stop before it, or go on")
            )
        except EngineError as error:
            self.failed.emit(error.problem)

    def copy_count(self) -> None:
        """Copy the count of the selection with all that it depends on."""
        page, desk = self.page, self.desk
        output = page.selected_output if page is not None else None
        if page is None or desk is None or output is None:
            self.said.emit(tr("Select a transition first."))
            return
        known, last = page.session.counts.output(*output).result, page.session.counts.last
        if known is None or last is None:
            self.said.emit(tr("This has not been counted yet."))
            return
        desk.tasks.start(self._copy_count(desk, page.session.document, known.id, last))

    async def _copy_count(self, desk: Desk, document: Document, output: str, result: RunResult) -> None:
        text = line_of(await desk.worker.run(issue_receipt, desk.workspace, document, output, result))
        QGuiApplication.clipboard().setText(text)
        self.said.emit(text)
