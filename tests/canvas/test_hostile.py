"""Collapsed frames, a search, a comparison, locks, late news and pictures, in any order and amid anything else."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from canvas import CanvasView, Drawing, Picture, Snapshot
from canvas.demo.model import MemoryModel
from canvas.navigation import Place
from canvas.picture import Extent, Showing
from canvas.routing import Routing
from canvas.views import (
    Badge,
    Count,
    CountState,
    FrameView,
    NoteView,
    Parts,
    PartView,
    RunState,
    Severity,
    Status,
)
from tests.canvas.conftest import Hands, small_graph

_PLACES = st.tuples(st.integers(-100, 1600), st.integers(-120, 700))
_FRAMES = st.sampled_from(["left", "right"])
_NODES = st.sampled_from(["read", "filter", "union", "end", "query", "wait", "gone"])
_EDGES = st.sampled_from(["t1", "t2", "t3", "gone"])
_ACTIONS = [
    "edit.undo", "edit.redo", "edit.delete", "edit.duplicate", "edit.cut", "edit.copy", "edit.paste", "edit.disable",
    "edit.delete-and-heal", "select.all", "select.invert", "select.downstream", "select.members", "arrange.collapse",
    "arrange.layout", "arrange.group", "arrange.leave-frame", "arrange.join-frame", "arrange.align-left",
    "arrange.nudge-right", "arrange.compact", "show.numbers", "show.of-previous", "show.of-entry", "show.heat",
    "show.grid", "show.tip", "show.find", "show.find-next", "show.find-previous", "show.next-difference",
    "show.previous-difference", "show.end-comparison", "show.next-remark", "show.peek", "edit.history", "walk.right",
    "walk.left", "walk.down", "walk.frame", "walk.transition", "walk.entry", "walk.end", "view.fit", "view.zoom-out",
    "view.zoom-in", "view.fit-selection", "add.note",
]  # fmt: skip


def _parts() -> list[PartView]:
    return [
        *small_graph(),
        FrameView("left", "Left", (-60, -60, 760, 160), ("read", "filter")),
        FrameView("right", "Right", (780, -60, 700, 200), ("union", "end")),
        NoteView("memo", "Ask *Ann*", (900, 40, 120, 60)),
    ]


class AnyMoment(RuleBasedStateMachine):
    """One canvas on which everything happens at once."""

    def __init__(self) -> None:
        super().__init__()
        self.model = MemoryModel(_parts())
        self.first = self.model.text()
        self.before = Snapshot.of(self.model)
        self.canvas = CanvasView(self.model)
        self.canvas.peek_wanted.connect(lambda _edge: None)
        self.canvas.resize(1500, 800)
        self.canvas.glide.enabled = False
        self.canvas.go_to(Place(720, 250, 1.0))
        self.hands = Hands(self.canvas)

    def _guarded(self, act: Callable[[], None]) -> None:
        """Do something; a locked document must not change by it."""
        before = self.model.text()
        act()
        if self.model.read_only():
            assert self.model.text() == before

    @rule(name=st.sampled_from(_ACTIONS))
    def act(self, name: str) -> None:
        self.canvas.actions_by_id.refresh()
        self._guarded(self.canvas.actions_by_id[name].trigger)

    @rule(start=_PLACES, end=_PLACES, keys=st.sampled_from([Qt.KeyboardModifier.NoModifier,
                                                            Qt.KeyboardModifier.ControlModifier,
                                                            Qt.KeyboardModifier.AltModifier]))  # fmt: skip
    def drag(self, start: tuple[int, int], end: tuple[int, int], keys: Qt.KeyboardModifier) -> None:
        self._guarded(lambda: self.hands.drag(start, end, keys=keys))

    @rule(at=_PLACES)
    def hold_something(self, at: tuple[int, int]) -> None:
        self.hands.hold(at, (at[0] + 60, at[1] + 30))

    @rule(at=_PLACES)
    def let_go(self, at: tuple[int, int]) -> None:
        self._guarded(lambda: self.hands.release(at))

    @rule(at=_PLACES)
    def double_click(self, at: tuple[int, int]) -> None:
        self._guarded(lambda: self.hands.double_click(at))

    @rule(frame=_FRAMES)
    def take_a_frame(self, frame: str) -> None:
        if frame in self.canvas.graph_scene.frames:
            self.canvas.walk.go("frames", frame)

    @rule(frame=_FRAMES)
    def click_the_switch(self, frame: str) -> None:
        item = self.canvas.graph_scene.frames.get(frame)
        if item is not None:
            card = item.card()
            self.canvas.reveal(card)
            self._guarded(lambda: self.hands.click((card.right() - 18, card.top() + 17)))

    @rule(frame=_FRAMES, by=st.tuples(st.integers(-300, 300), st.integers(-200, 200)))
    def drag_a_frame(self, frame: str, by: tuple[int, int]) -> None:
        item = self.canvas.graph_scene.frames.get(frame)
        if item is not None:
            at = (item.card().left() + 60, item.card().top() + 14)
            self._guarded(lambda: self.hands.drag(at, (at[0] + by[0], at[1] + by[1])))

    @rule(on=st.booleans())
    def lock(self, on: bool) -> None:
        self.model.lock("Locked while it runs." if on else "")

    @rule(text=st.sampled_from(["filter", "left", "ann", "zzz", "", "e"]))
    def look_for(self, text: str) -> None:
        self.canvas.overlays.finder.open()
        self.canvas.overlays.finder.search.setText(text)

    @rule()
    def close_the_bars(self) -> None:
        self.canvas.overlays.finder.close_again()
        self.canvas.overlays.comparison.close_again()

    @rule()
    def compare(self) -> None:
        self.canvas.overlays.comparison.show_against(self.before, "the beginning")

    @rule(
        nodes=st.sets(_NODES), edges=st.sets(_EDGES), run=st.sampled_from(RunState), state=st.sampled_from(CountState)
    )
    def late_news(self, nodes: set[str], edges: set[str], run: RunState, state: CountState) -> None:
        badge = Badge(Severity.ERROR, 1, ("Broken.",)) if run is RunState.FAILED else None
        self.model.set_statuses({node: Status(run, badge=badge) for node in nodes})
        self.model.set_counts({edge: Count(state, len(edges) * 7) for edge in edges})

    @rule()
    def read_all_anew(self) -> None:
        self.model.reset.emit()

    @rule(extent=st.sampled_from(Extent))
    def draw_a_picture(self, extent: Extent) -> None:
        with Picture(self.model, Drawing(extent, 0.2, heat=True), Showing.of(self.canvas)) as picture:
            if not picture.empty:
                assert picture.image() is not None

    @rule(zoom=st.sampled_from([0.2, 0.4, 1.0, 1.7]), orthogonal=st.booleans())
    def look_otherwise(self, zoom: float, orthogonal: bool) -> None:
        self.canvas.set_zoom(zoom)
        self.canvas.graph_scene.set_routing(Routing.ORTHOGONAL if orthogonal else Routing.CURVED)

    @rule()
    def beat(self) -> None:
        self.canvas.overlays.pulse.beat()

    @rule()
    def choose_the_first(self) -> None:
        for popup in (self.canvas.quick, self.canvas.chooser, self.canvas.overlays.history):
            self._guarded(popup.choose)

    @rule()
    def escape(self) -> None:
        self.hands.key(Qt.Key.Key_Escape)

    # What must hold

    @invariant()
    def what_is_hidden_is_what_collapsed_frames_hold(self) -> None:
        scene, model = self.canvas.graph_scene, self.model
        hidden = {
            node
            for name in model.frame_ids()
            if model.frame(name).collapsed
            for node in model.frame(name).nodes
            if node in model.graph.nodes
        }
        assert scene.folding.homes.keys() == hidden
        for name, item in scene.nodes.items():
            assert item.isVisible() == (name not in hidden)
        for link in scene.edges.values():
            assert link.isVisible() != scene.folding.hides(link.edge.source, link.edge.target)
        for name, frame in scene.frames.items():
            assert (frame.shape_of_card is not None) == model.frame(name).collapsed
            if model.frame(name).collapsed:
                assert scene.folding.summary(name).nodes == len(set(model.frame(name).nodes) & hidden)

    @invariant()
    def overlays_know_only_what_is_there(self) -> None:
        canvas = self.canvas
        everything = canvas.graph_scene.everything()
        assert canvas.selection.parts - everything == Parts()
        assert (canvas.look.found or Parts()) - everything == Parts()
        for kind, name in canvas.overlays.finder.found if canvas.look.found is not None else ():
            assert name in getattr(everything, kind)
        assert (canvas.look.heat is not None) == (not canvas.overlays.legend.isHidden())
        assert (canvas.look.difference is not None) == (not canvas.overlays.comparison.isHidden())

    @invariant()
    def transitions_end_where_their_cards_are(self) -> None:
        if self.canvas.dispatcher.current is not None:
            return
        scene = self.canvas.graph_scene
        for link in scene.edges.values():
            if link.isVisible():
                start = scene.folding.end(link.edge.source, output=True)
                assert (link.x1, link.y1) == start
                if link.edge.target is not None:
                    end = scene.folding.end(link.edge.target, output=False)
                    assert (link.x2, link.y2) == end

    @invariant()
    def everything_paints(self) -> None:
        self.canvas.viewport().grab()

    def teardown(self) -> None:
        self.canvas.dispatcher.cancel()
        self.model.lock("")
        while self.model.undo_count():
            self.model.undo()
        same = self.model.text() == self.first
        self.canvas.close()
        self.canvas.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert same


@pytest.mark.req("CAN-50", "CAN-79", "CAN-80", "CAN-89")
def test_anything_may_happen_at_any_moment(qapp: QApplication) -> None:
    few = settings(max_examples=12, stateful_step_count=22, deadline=None)
    run_state_machine_as_test(AnyMoment, settings=few)


_COPY_AND_QUIT = """
from PySide6.QtWidgets import QApplication
program = QApplication([])
from canvas import CanvasView
from canvas.demo.generate import graph
from canvas.demo.model import MemoryModel
canvas = CanvasView(MemoryModel(graph(3)))
canvas.actions_by_id["select.all"].trigger()
canvas.actions_by_id["edit.copy"].trigger()
assert "node-graph/1" in program.clipboard().text()
"""


@pytest.mark.req("CAN-37")
def test_a_program_that_copied_something_ends_in_peace() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _COPY_AND_QUIT], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
