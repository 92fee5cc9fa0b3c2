"""One open journey in its tab: the canvas, its rehearsal, and the time under it."""

from functools import partial

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.document_page import DocumentPage
from app.journeys.adapter import JourneyAdapter
from app.journeys.controller import JourneyController
from app.journeys.extras import NodeExtras
from app.journeys.options_dialog import OptionsDialog
from app.journeys.replay import Replay
from app.journeys.time_bar import TimeBar
from app.journeys.tree import completed, framed
from app.journeys.what_if import WhatIf
from app.worker import finished
from canvas import Tokens
from engine.document.model import Document
from engine.problems import Cancelled
from engine.runner.journey_populations import Seen
from engine.runner.results import RunResult
from engine.runner.timelines import start_timeline
from engine.workspace.drafts import DraftEntry

_REST_MS = 200


class JourneyPage(DocumentPage):
    """A journey that is designed, rehearsed and replayed."""

    adapter: JourneyAdapter
    controller: JourneyController

    def __init__(
        self,
        document: Document,
        desk: Desk,
        tokens: Tokens,
        draft: DraftEntry | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.replay = Replay()
        # A draft holds steps that were made without frames, or has them already.
        super().__init__(framed(document) if draft is None else document, desk, tokens, draft, parent)
        self.replay.setParent(self)
        self._desk = desk
        self.session.complete = completed
        self._read: RunResult | None = None
        self.extras = NodeExtras(self.adapter)
        self.extras.list_wanted.connect(self.list_wanted)
        self.bar = TimeBar(self.adapter, self.controller, tokens)
        self.set_foot(self.bar)
        self.bar.options_wanted.connect(self.ask_options)
        self.bar.what_if_wanted.connect(self.try_out)
        self.what_if = WhatIf(self.session)
        self.what_if.set_tokens(tokens)
        self.set_head(self.what_if)
        self.what_if.keep.clicked.connect(partial(self._tried, True))
        self.what_if.back.clicked.connect(partial(self._tried, False))
        self.session.running.connect(self._ran)
        self.session.stepped.connect(self._stepped)
        self.session.lock_changed.connect(self._locked)
        self._held: tuple[str, QPointF | None] = ("", None)
        self.replay.moved.connect(self._flow)
        self.replay.played.connect(self._flow)
        # Who is behind a count is asked for when the instant rests.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._rested)
        self.replay.moved.connect(lambda: self._rest.start())
        self.replay.played.connect(lambda: self._rest.start())
        self.canvas.selection.changed.connect(self._hold)
        self.adapter.changed.connect(self._hold)

    def make_adapter(self, desk: Desk) -> JourneyAdapter:
        return JourneyAdapter(self.session, desk.catalog, self.replay, self)

    def make_controller(self, desk: Desk) -> JourneyController:
        return JourneyController(self.session, desk, self)

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        self.bar.set_tokens(tokens)
        self.what_if.set_tokens(tokens)

    @property
    def seen(self) -> Seen:
        until = None if self.replay.at_end else self.replay.instant
        return Seen(self.controller.options, until)

    def ask_options(self) -> None:
        """Ask how it is to be rehearsed."""
        dialog = OptionsDialog(self.controller, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def try_out(self, on: bool = True) -> None:
        """Begin to try something out, or end it and keep what was changed."""
        begun = self.what_if.begin() if on else False
        if not on:
            self.what_if.end(keep=True)
        self.adapter.compare(self.what_if.before.get if begun else None)
        self.bar.what_if.setChecked(begun)
        if begun and self.replay.timeline is not None:
            # Differences are those of the whole run, whatever part of it is played.
            self.replay.go_to(self.replay.timeline.end)

    def _tried(self, keep: bool, _checked: bool = False) -> None:
        self.what_if.end(keep=keep)
        self.adapter.compare(None)
        self.bar.what_if.setChecked(False)

    def _stepped(self) -> None:
        if self.what_if.undone:
            self._tried(True)
        self.what_if.refresh()

    def _locked(self) -> None:
        if self.session.locked and self.what_if.on:
            self._tried(True)

    def _rested(self) -> None:
        if not self.replay.playing:
            self.seen_changed.emit()

    def _flow(self) -> None:
        """While time passes, those are seen on their way who have just gone over."""
        self.canvas.overlays.flow.follow(self.adapter.passing if self.replay.playing else None)

    def _hold(self) -> None:
        """Keep the selected card where it is on the screen while those around it make room for its paths."""
        node, (held, before) = self.selected_node, self._held
        item = self.canvas.graph_scene.nodes.get(node)
        at = item.card().topLeft() if item is not None else None
        self._held = (node, at)
        if node == held and at is not None and before is not None and at != before:
            moved = (at - before) * self.canvas.scale_in_use
            self.canvas.scroll_by(moved.x(), moved.y())

    def extra(self) -> QWidget | None:
        self.extras.show_node(self.selected_node)
        return self.extras if self.selected_node else None

    def close_page(self) -> None:
        self.replay.pause()
        # The panel shows it, so it would outlive its page.
        self.extras.deleteLater()
        super().close_page()

    def _ran(self, running: bool) -> None:
        last = self.session.counts.last
        self.what_if.refresh()
        if not running and last is not None and last is not self._read:
            self._read = last
            self._desk.tasks.start(self._read_timeline(self.session.document, last), of=self)

    async def _read_timeline(self, document: Document, result: RunResult) -> None:
        try:
            timeline = await finished(start_timeline(self._desk.workspace, document, result))
        except Cancelled:
            return
        if result is self.session.counts.last:
            self.replay.take(timeline)
