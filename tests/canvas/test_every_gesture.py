"""Every gesture that edits, at three zooms and at two pixels to one: one step, the same bytes, no trace of a cancel."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvas import CanvasView
from canvas.demo.model import MemoryModel
from canvas.navigation import Place
from canvas.views import FrameView, NoteView, Parts, PartView, Rect
from tests.canvas.conftest import Hands, small_graph

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_ALT_SHIFT = _ALT | Qt.KeyboardModifier.ShiftModifier
_RATIO = "CANVAS_TEST_RATIO"

At = tuple[float, float]
CASES: dict[str, tuple[At, At, Qt.KeyboardModifier]] = {
    "move": ((500, 60), (560, 120), _NONE),
    "copy": ((500, 280), (500, 420), _CTRL),
    "insert": ((500, 280), (720, 40), _NONE),
    "connect": ((216, 276), (408, 276), _NONE),
    "connect-backwards": ((408, 276), (216, 276), _NONE),
    "reconnect": ((394, 36), (408, 276), _NONE),
    "disconnect": ((394, 36), (300, 200), _NONE),
    "move-port": ((216, 36), (216, 276), _CTRL),
    "cut": ((770, -100), (770, 120), _ALT_SHIFT),
    "make-room": ((700, 150), (820, 150), _ALT),
    "reroute": ((770, 36), (760, 96), _NONE),
    "move-note": ((100, 520), (160, 556), _NONE),
    "resize-note": ((211, 571), (259, 607), _NONE),
    "move-frame": ((1100, -50), (1100, -110), _NONE),
    "resize-frame": ((1475, 135), (1523, 171), _NONE),
}


@pytest.fixture
def model() -> MemoryModel:
    areas: list[PartView] = [
        NoteView("memo", "Ask Ann", (0, 480, 216, 96)),
        FrameView("pair", "Pair", (780, -60, 700, 200), ("union", "end")),
    ]
    return MemoryModel([*small_graph(), *areas])


@pytest.fixture
def place(canvas: CanvasView) -> Callable[[str, float], None]:
    """Bring the way of a case into view, at a zoom."""

    def show(case: str, zoom: float) -> None:
        start, end, _ = CASES[case]
        canvas.go_to(Place((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, zoom))
        canvas.grab()
        assert os.environ.get(_RATIO, "1") == f"{canvas.devicePixelRatioF():g}"

    return show


@pytest.mark.req(
    "CAN-22", "CAN-28", "CAN-29", "CAN-31", "CAN-32", "CAN-33", "CAN-36", "CAN-40", "CAN-45", "CAN-48", "CAN-49",
    "CAN-51", "CAN-81",
)  # fmt: skip
@pytest.mark.parametrize("zoom", [1.0, 0.4, 2.0])
@pytest.mark.parametrize("case", CASES)
def test_a_gesture_is_one_step_and_its_undo_gives_the_same_bytes(
    model: MemoryModel, hands: Hands, place: Callable[[str, float], None], case: str, zoom: float
) -> None:
    before = model.text()
    start, end, keys = CASES[case]
    place(case, zoom)

    hands.drag(start, end, keys=keys)

    after = model.text()
    assert after != before
    assert model.undo_count() == 1
    model.undo()
    assert model.text() == before
    model.redo()
    assert model.text() == after


@pytest.mark.req(
    "CAN-28", "CAN-29", "CAN-31", "CAN-32", "CAN-33", "CAN-36", "CAN-40", "CAN-45", "CAN-48", "CAN-49", "CAN-51"
)
@pytest.mark.parametrize("way_out", ["escape", "focus"])
@pytest.mark.parametrize("zoom", [1.0, 0.4, 2.0])
@pytest.mark.parametrize("case", CASES)
def test_a_cancelled_gesture_leaves_no_trace(
    canvas: CanvasView, model: MemoryModel, hands: Hands, place: Callable[[str, float], None], case: str, zoom: float,
    way_out: str,
) -> None:  # fmt: skip
    before = model.text()
    start, end, keys = CASES[case]
    place(case, zoom)

    hands.hold(start, end, keys=keys)
    assert canvas.dispatcher.current is not None
    if way_out == "escape":
        hands.key(Qt.Key.Key_Escape)
    else:
        QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut))
    hands.release(end, keys=keys)

    assert (model.text(), model.undo_count()) == (before, 0)
    scene = canvas.graph_scene
    assert {name: (item.x(), item.y()) for name, item in scene.nodes.items()} == {
        name: (model.node(name).x, model.node(name).y) for name in model.node_ids()
    }
    assert {name: item.edge for name, item in scene.edges.items()} == {
        name: model.edge(name) for name in model.edge_ids()
    }
    assert _rect(scene.notes["memo"].card()) == model.note("memo").rect
    assert _rect(scene.frames["pair"].card()) == model.frame("pair").rect
    assert (canvas.look.marked_edge, canvas.look.dimmed, canvas.still.in_use) == ("", set(), False)


def _rect(card: QRectF) -> Rect:
    return card.x(), card.y(), card.width(), card.height()


@pytest.mark.req("CAN-67")
def test_the_same_at_two_pixels_to_one() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "pytest", "-n0", "-q", "-p", "no:cacheprovider", __file__, "-k", "1.0"],
        env={**os.environ, "QT_SCALE_FACTOR": "2", _RATIO: "2", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stdout[-2000:]
    assert f"{3 * len(CASES)} passed" in found.stdout


@pytest.mark.req("CAN-33", "CAN-45", "CAN-55")
@pytest.mark.parametrize(
    ("texts", "check"),
    [
        (("Home", ".", "Delete"), lambda model: len(model.edge_ids()) == 2),
        (("Right", "Right", "Alt+S, D", "Ctrl+Shift+Right"), lambda model: model.node("end").x == 1224 + 60),
        (("Right", "Ctrl+D"), lambda model: len(model.node_ids()) == 7),
        (("Right", "Ctrl+Delete"), lambda model: "filter" not in model.node_ids() and len(model.edge_ids()) == 2),
        (("Right", "Ctrl+Shift+D"), lambda model: model.node("filter").disabled),
        (("Right", "Ctrl+M"), lambda model: model.node("filter").compact),
    ],
    ids=["cut", "make-room", "copy", "heal", "switch-off", "compact"],
)
def test_keys_alone_do_the_same(
    canvas: CanvasView, model: MemoryModel, keys: Callable[..., None], texts: tuple[str, ...],
    check: Callable[[MemoryModel], bool],
) -> None:  # fmt: skip
    before = model.text()
    canvas.walk.go("nodes", "read")

    keys(*texts)

    assert check(model)
    assert model.undo_count() == 1
    keys("Ctrl+Z")
    assert model.text() == before


@pytest.mark.req("CAN-35", "CAN-55")
def test_a_node_changes_its_type_by_keys_and_keeps_place_name_and_what_fits(
    canvas: CanvasView, model: MemoryModel, keys: Callable[..., None]
) -> None:
    before, old = model.text(), model.node("filter")
    canvas.walk.go("nodes", "filter")
    keys("Ctrl+Shift+R")
    QTest.keyClicks(canvas.quick.search, "enrich")
    QTest.keyClick(canvas.quick.search, Qt.Key.Key_Return)

    new = model.node("filter")
    assert new.type == "enrich"
    assert (new.title, new.x, new.y) == (old.title, old.x, old.y)
    assert {"t1", "t2", "t3"} == set(model.edge_ids())
    keys("Ctrl+Z")
    assert model.text() == before


@pytest.mark.req("CAN-18", "CAN-55")
def test_the_path_between_two_is_selected_by_keys(canvas: CanvasView, keys: Callable[..., None]) -> None:
    canvas.selection.set(Parts.of(nodes=["read", "union"]))
    keys("Alt+S, P")
    assert canvas.selection.parts == Parts.of(["read", "filter", "union"], ["t1", "t2"])
    canvas.selection.set(Parts.of(nodes=["read", "wait"]))
    keys("Alt+S, P")
    assert canvas.notices.notice.text() == "No path leads from one of these nodes to the other."
