"""One open document in its tab: the canvas over its session, and the counts that are kept fresh behind it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk import Desk
from app.drafts import DraftKeeper, restored
from app.graph import GraphAdapter
from app.page_hooks import PageHooks
from app.run_controller import RunController
from app.session import Session
from canvas import CanvasView, Tokens
from canvas.views import Parts
from engine.document.model import Document
from engine.workspace.drafts import DraftEntry

if TYPE_CHECKING:
    from engine.runner.journey_populations import Seen


class DocumentPage(QWidget):
    """A document, its canvas and its counts."""

    selection_changed = Signal()
    open_wanted = Signal(str, str)
    """Kind and id of a part that the user wants to see in detail."""

    seen_changed = Signal()
    """The counts are those of another instant now, for longer than a moment."""
    list_wanted = Signal(str, object)
    """A node, and the Fact whose rows are to be shown."""

    def __init__(
        self,
        document: Document,
        desk: Desk,
        tokens: Tokens,
        draft: DraftEntry | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = Session(document, self)
        self.keeper = DraftKeeper(self.session, desk, self)
        if draft is not None:
            steps = restored(draft)[1]
            self.session.restore([(one.text, one.edit, one.inverse) for one in steps], draft.position, draft.saved)
            self.keeper.took_over()
        self.adapter = self.make_adapter(desk)
        self.controller = self.make_controller(desk)
        self.canvas = CanvasView(self.adapter, tokens, self)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)
        self.hooks = PageHooks(self.session, self.adapter, self.canvas, desk, self)
        # The whole document turns, so whatever part of the window has the focus.
        self.canvas.actions_by_id["arrange.turn"].setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._shown = False
        # What is changed in a field is one step for each stay at it, also where nothing else was changed in between.
        self.canvas.selection.changed.connect(self.session.begin_chapter)
        self.canvas.selection.changed.connect(self.selection_changed)
        self.canvas.opened.connect(self.open_wanted)
        self.canvas.moved.connect(self.canvas.hide_needless_bars)
        self.canvas.graph_scene.applied.connect(self.canvas.hide_needless_bars)
        desk.catalog_changed.connect(lambda: self.adapter.take_catalog(desk.catalog))
        for changed in (desk.catalog_changed, desk.documents_changed, desk.accounts_changed):
            changed.connect(self._look_again)

    def make_adapter(self, desk: Desk) -> GraphAdapter:
        """The document as a graph."""
        return GraphAdapter(self.session, desk.catalog, self)

    def make_controller(self, desk: Desk) -> RunController:
        """What keeps the counts fresh."""
        return RunController(self.session, desk, self)

    def set_head(self, head: QWidget) -> None:
        """Put a line over the canvas."""
        self._box.insertWidget(0, head)

    def set_foot(self, foot: QWidget) -> None:
        """Put a line under the canvas."""
        self._box.addWidget(foot)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self.canvas.set_tokens(tokens)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._shown:
            # The canvas has no size before it is shown, and fitting needs one.
            self._shown = True
            QTimer.singleShot(0, self, lambda: self.canvas.open_on(self.canvas.graph_scene.content()))
        self._look_again()

    def _look_again(self) -> None:
        # What is not seen is looked at when it is.
        if self.isVisible():
            self.controller.look_again()

    @property
    def seen(self) -> "Seen | None":
        """For a journey, how it is looked at now."""
        return None

    def extra(self) -> QWidget | None:
        """What the panel shows of the selected node beside its settings, instead of the plain facts."""
        return None

    @property
    def selected_node(self) -> str:
        """The one selected node; empty when there is none or several."""
        nodes = self.canvas.selection.parts.nodes
        return next(iter(nodes)) if len(nodes) == 1 else ""

    @property
    def selected_output(self) -> tuple[str, str] | None:
        """The output whose population is meant: of the selected transition, else the first of the selected node."""
        parts = self.canvas.selection.parts
        if len(parts.edges) == 1 and not parts.nodes:
            return self.adapter.edge(next(iter(parts.edges))).source
        if self.selected_node:
            outputs = self.adapter.node(self.selected_node).outputs
            return (self.selected_node, outputs[0].id) if outputs else None
        return None

    def select_node(self, node: str) -> None:
        """Select a node and bring it into view."""
        parts = Parts.of(nodes=[node])
        self.canvas.selection.set(parts)
        self.canvas.reveal(self.canvas.graph_scene.bounds_of(parts))

    def select_edge(self, edge: str) -> None:
        """Select a transition and bring it into view."""
        parts = Parts.of(edges=[edge])
        self.canvas.selection.set(parts)
        self.canvas.reveal(self.canvas.graph_scene.bounds_of(parts))

    def close_page(self) -> None:
        """Stop counting, and see that the last step is kept."""
        self.controller.cancel()
        self.keeper.finish()
