"""Whatever the hands do, in any order, the scene shows the model, and undo leads back to the first byte."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.demo.model import MemoryModel
from canvas.navigation import Place
from canvas.views import FrameView, NoteView, Parts, PartView
from tests.canvas.conftest import Hands, small_graph

_KEYS = [
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
]  # fmt: skip
_PLACES = st.tuples(st.integers(-60, 1500), st.integers(-100, 620))
_PORTS = [(216, 36), (216, 276), (408, 36), (408, 276), (624, 36), (624, 276), (816, 36), (1032, 36), (1224, 36)]
_ACTIONS = [
    "edit.undo", "edit.redo", "edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.duplicate-incoming",
    "edit.delete", "edit.delete-and-heal", "edit.disable", "add.connect", "add.note", "select.all", "select.invert",
    "select.downstream", "select.connected", "arrange.layout", "arrange.group", "arrange.join-frame",
    "arrange.collapse", "arrange.collapse",
    "arrange.leave-frame", "arrange.compact", "arrange.forward", "arrange.align-left", "arrange.distribute-across",
    "arrange.nudge-right", "arrange.wider", "colour.red", "edge.bend", "edge.straighten", "walk.right", "walk.down",
    "walk.left", "walk.transition", "walk.end", "view.fit", "view.zoom-out", "view.zoom-in",
]  # fmt: skip


def _parts() -> list[PartView]:
    areas: list[PartView] = [
        NoteView("memo", "Ask Ann", (0, 480, 216, 96)),
        FrameView("pair", "Pair", (780, -60, 700, 200), ("union", "end")),
    ]  # fmt: skip
    return [*small_graph(), *areas]


class AnyGestures(RuleBasedStateMachine):
    """One canvas, one pair of hands."""

    def __init__(self) -> None:
        super().__init__()
        self.model = MemoryModel(_parts())
        self.first = self.model.text()
        self.canvas = CanvasView(self.model)
        self.canvas.resize(1700, 900)
        self.canvas.glide.enabled = False
        self.canvas.go_to(Place(720, 250, 1.0))
        self.hands = Hands(self.canvas)

    @rule(start=_PLACES, end=_PLACES, keys=st.sampled_from(_KEYS))
    def drag(self, start: tuple[int, int], end: tuple[int, int], keys: Qt.KeyboardModifier) -> None:
        self.hands.drag(start, end, keys=keys)

    @rule(start=st.sampled_from(_PORTS), end=st.sampled_from(_PORTS), keys=st.sampled_from(_KEYS[:3]))
    def connect(self, start: tuple[int, int], end: tuple[int, int], keys: Qt.KeyboardModifier) -> None:
        self.hands.drag(start, end, keys=keys)

    @rule(at=st.one_of(_PLACES, st.sampled_from(_PORTS)), keys=st.sampled_from(_KEYS[:3]))
    def click(self, at: tuple[int, int], keys: Qt.KeyboardModifier) -> None:
        self.hands.click(at, keys=keys)

    @rule(at=_PLACES)
    def double_click(self, at: tuple[int, int]) -> None:
        self.hands.double_click(at)

    @rule(start=_PLACES, end=_PLACES, keys=st.sampled_from(_KEYS))
    def begin_and_escape(self, start: tuple[int, int], end: tuple[int, int], keys: Qt.KeyboardModifier) -> None:
        self.canvas.dispatcher.cancel()
        before = self.model.text()
        self.hands.hold(start, end, keys=keys)
        self.hands.key(Qt.Key.Key_Escape)
        self.hands.release(end, keys=keys)
        assert self.model.text() == before

    @rule(kind=st.sampled_from(["join", "filter", "split", "end"]), at=_PLACES)
    def drop(self, kind: str, at: tuple[int, int]) -> None:
        self.hands.drop_kind(kind, at)

    @rule(name=st.sampled_from(_ACTIONS))
    def act(self, name: str) -> None:
        self.canvas.actions_by_id[name].trigger()

    @rule()
    def choose_the_first(self) -> None:
        for popup in (self.canvas.quick, self.canvas.chooser):
            popup.choose()

    @rule()
    def undo_in_the_middle_of_a_drag(self) -> None:
        self.hands.hold((500, 40), (560, 120))
        changes = self.model.undo_count() > 0
        self.model.undo()
        assert not changes or self.canvas.dispatcher.current is None
        self.hands.release((560, 120))

    @invariant()
    def the_scene_shows_the_model(self) -> None:
        scene, model = self.canvas.graph_scene, self.model
        if self.canvas.dispatcher.current is not None:  # a connector that still follows the pointer
            return
        assert scene.nodes.keys() == set(model.node_ids())
        assert scene.edges.keys() == set(model.edge_ids())
        assert scene.notes.keys() == set(model.note_ids())
        assert scene.frames.keys() == set(model.frame_ids())
        for name, item in scene.nodes.items():
            assert item.node == model.node(name)
            assert (item.x(), item.y()) == (item.node.x, item.node.y)
        for name, link in scene.edges.items():
            assert link.edge == model.edge(name)
            source = scene.folding.end(link.edge.source, output=True)
            assert (link.x1, link.y1) == source
            assert name in scene.outbound[link.edge.source.node]
            if link.edge.target is not None:
                assert name in scene.inbound[link.edge.target.node]
        for note_name, note in scene.notes.items():
            assert (note.x(), note.y()) == model.note(note_name).rect[:2]
        for frame_name, frame in scene.frames.items():
            assert (frame.x(), frame.y()) == model.frame(frame_name).rect[:2]
            assert set(frame.frame.nodes) <= scene.nodes.keys()

    @invariant()
    def nothing_points_to_what_is_gone(self) -> None:
        canvas, scene = self.canvas, self.canvas.graph_scene
        assert canvas.selection.parts - scene.everything() == Parts()
        kind, name = canvas.walk.at
        assert not kind or name in getattr(scene, kind)
        if canvas.dispatcher.current is None:
            assert (canvas.look.marked_edge, canvas.look.dimmed) == ("", set())

    @invariant()
    def everything_paints(self) -> None:
        self.canvas.viewport().grab()

    def teardown(self) -> None:
        self.canvas.dispatcher.cancel()
        while self.model.undo_count():
            self.model.undo()
        same = self.model.text() == self.first
        self.canvas.close()
        self.canvas.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert same


@pytest.mark.req("CAN-40", "CAN-81", "CAN-89")
def test_any_sequence_of_gestures_keeps_the_scene_true(qapp: QApplication) -> None:
    few = settings(max_examples=15, stateful_step_count=18, deadline=None)
    run_state_machine_as_test(AnyGestures, settings=few)


@contextmanager
def counted_widgets() -> Iterator[list[int]]:
    """How many more widgets there are at the end than at the beginning."""
    # What other tests left for the collector goes first, or it would go in between and be counted as a loss.
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found: list[int] = []
    before = len(QApplication.allWidgets())
    yield found
    found.append(len(QApplication.allWidgets()) - before)


@pytest.mark.req("CAN-90")
def test_two_hundred_documents_opened_and_closed_leave_nothing_behind(qtbot: QtBot) -> None:
    model = MemoryModel(_parts())
    receivers = model.receivers("2changed(PyObject)")
    with counted_widgets() as left:
        for _ in range(200):
            view = CanvasView(model)
            view.walk.go("nodes", "filter")
            view.minimap.toggle()
            view.close()
            view.deleteLater()
            del view
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert left == [0]
    assert model.receivers("2changed(PyObject)") == receivers
