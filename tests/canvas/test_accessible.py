"""What a screen reader finds and hears: every part by name, place and state, and sentences for what happens."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas import CanvasView, accessible
from canvas.accessible import GraphAccessible, PartAccessible
from canvas.demo.model import MemoryModel
from canvas.requests import Delete
from canvas.views import Badge, Count, CountState, FrameView, NoteView, Parts, PartView, RunState, Severity, Status
from tests.canvas.conftest import Hands, small_graph

Keys = Callable[..., None]
NAME = QAccessible.Text.Name


@pytest.fixture
def model() -> MemoryModel:
    areas: list[PartView] = [
        NoteView("memo", "Ask Ann", (0, 480, 216, 96)),
        FrameView("group", "Group", (780, -60, 700, 200), ("union", "end")),
    ]
    model = MemoryModel([*small_graph(), *areas])
    model.set_counts({
        "t1": Count(CountState.EXACT, 12345, "contacts", 0.5, 0.08),
        "t2": Count(CountState.STALE, 7, "contacts"),
        "t3": Count(CountState.ERROR),
    })  # fmt: skip
    remark = Badge(Severity.ERROR, 1, ("A rule is empty.",))
    model.set_statuses({"filter": Status(RunState.RUNNING, 0.4, badge=remark)})
    return model


@pytest.fixture
def root(canvas: CanvasView) -> GraphAccessible:
    found = QAccessible.queryAccessibleInterface(canvas)
    assert isinstance(found, GraphAccessible)
    return found


def part(root: GraphAccessible, kind: str, name: str) -> QAccessibleInterface:
    return root.of((kind, name))


@pytest.mark.req("CAN-61")
def test_every_part_is_a_child_in_reading_order(root: GraphAccessible) -> None:
    found = [root.child(index) for index in range(root.childCount())]
    parts = [child.part for child in found if isinstance(child, PartAccessible)]
    order = ["read", "query", "filter", "wait", "union", "end", "t1", "t2", "t3", "memo", "group"]
    assert [name for _, name in parts] == order
    assert [root.indexOfChild(child) for child in found] == list(range(11))
    assert {child.role() for child in found[:6]} == {QAccessible.Role.ListItem}
    assert all(child.parent() is root for child in found)


@pytest.mark.req("CAN-61")
@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("nodes", "read", "Read table, Read, 0 in, leads to Filter 12,345 contacts"),
        (
            "nodes",
            "filter",
            "Filter, Filter, Running 40 %, 1 remark: A rule is empty., 1 in, leads to Union 7 contacts, out of date",
        ),
        ("nodes", "end", "End, End, 1 in, nothing follows"),
        ("edges", "t1", "Transition from Read to Filter, 12,345 contacts, 8 % of entry"),
        ("edges", "t3", "Transition from Union to End, count failed"),
        ("notes", "memo", "Note: Ask Ann"),
        ("frames", "group", "Frame Group, 2 nodes"),
    ],
)
def test_a_part_is_named_in_one_sentence(root: GraphAccessible, kind: str, name: str, words: str) -> None:
    assert part(root, kind, name).text(NAME) == words


@pytest.mark.req("CAN-61")
def test_places_and_states_are_told(canvas: CanvasView, root: GraphAccessible, hands: Hands, keys: Keys) -> None:
    keys()
    canvas.walk.go("nodes", "filter")
    filter_, read = part(root, "nodes", "filter"), part(root, "nodes", "read")
    assert (filter_.state().focused, filter_.state().selected, read.state().selected) == (1, 1, 0)
    assert root.focusChild() is filter_
    middle = canvas.viewport().mapToGlobal(hands.screen((516, 36)).toPoint())
    assert filter_.rect().contains(middle)
    assert root.childAt(middle.x(), middle.y()) is filter_
    empty = canvas.viewport().mapToGlobal(hands.screen((1100, 600)).toPoint())
    assert root.childAt(empty.x(), empty.y()) is None
    canvas.scroll_by(5000, 0)
    assert filter_.state().offscreen == 1


@pytest.mark.req("CAN-61")
def test_a_part_that_goes_becomes_invalid_and_the_rest_stays(
    canvas: CanvasView, model: MemoryModel, root: GraphAccessible
) -> None:
    wait = part(root, "nodes", "wait")
    assert wait.isValid()
    model.ask(Delete(Parts.of(nodes=["wait"])))
    assert root.childCount() == 10
    assert "wait" not in [place[1] for place in root.parts()]
    model.undo()
    assert part(root, "nodes", "wait").text(NAME).startswith("Wait, Wait")


@pytest.mark.req("CAN-61")
def test_canvases_come_and_go_while_a_screen_reader_listens(qtbot: QtBot) -> None:
    before = len(accessible._roots)
    QAccessible.setActive(True)
    try:
        for _ in range(30):
            view = CanvasView(MemoryModel(small_graph()))
            found = QAccessible.queryAccessibleInterface(view)
            for index in range(found.childCount()):
                QAccessible.uniqueId(found.child(index))
            view.walk.go("nodes", "filter")
            view.announced.emit("Hello")
            view.deleteLater()
            del view, found
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        assert len(accessible._roots) <= before
    finally:
        QAccessible.setActive(False)


@pytest.mark.req("CAN-62")
def test_edits_refusals_and_undo_are_announced(canvas: CanvasView, hands: Hands, keys: Keys, qtbot: QtBot) -> None:
    said: list[str] = []
    canvas.announced.connect(said.append)
    hands.drag((216, 276), (408, 276))
    hands.drag((624, 276), (408, 36))
    keys("Ctrl+Z")
    assert [sentence for sentence in said if not sentence.startswith("Selected")] == [
        "Done: Connect",
        "This input takes one transition only. Remove the present one first.",
        "Undone: Connect",
    ]


@pytest.mark.req("CAN-62")
def test_selections_and_counts_are_gathered_into_one_sentence(
    canvas: CanvasView, model: MemoryModel, qtbot: QtBot
) -> None:
    said: list[str] = []
    canvas.announced.connect(said.append)
    for names in (["read"], ["read", "filter"], ["read", "filter", "wait"]):
        canvas.selection.set(Parts.of(nodes=names))
    for value in range(50):
        model.set_counts({"t1": Count(CountState.EXACT, value), "t2": Count(CountState.EXACT, value)})
    qtbot.waitUntil(lambda: len(said) >= 2, timeout=3000)
    assert said == ["3 nodes selected", "2 counts updated"]
    said.clear()
    canvas.selection.set(Parts.of(nodes=["end"]))
    model.set_counts({"t3": Count(CountState.EXACT, 4, "contacts")})
    qtbot.waitUntil(lambda: len(said) >= 2, timeout=3000)
    assert said == ["Selected: End, End, 1 in, nothing follows", "Transition from Union to End, 4 contacts"]
