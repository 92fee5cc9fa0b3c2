"""The outline: the same graph as a list, in step with the canvas, editing the same model."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.demo.generate import counts, graph
from canvas.demo.model import MemoryModel
from canvas.outline import Outline
from canvas.outline_model import COUNT, NAME, OutlineModel, flow_order
from canvas.requests import AddNode
from canvas.views import Count, CountState, Parts, PartView, PortRef, RunState, Status
from tests.canvas.conftest import edge, node

Undone = Callable[[], None]


@pytest.fixture
def outline(canvas: CanvasView, qtbot: QtBot) -> Outline:
    made = Outline(canvas)
    qtbot.addWidget(made)
    made.resize(500, 600)
    with qtbot.waitExposed(made):
        made.show()
        made.activateWindow()
    made.tree.setFocus()
    return made


def lines(outline: Outline) -> list[str]:
    """What the list says, one line a row, transitions set in."""
    rows, found = outline.rows, list[str]()
    for row in range(rows.rowCount()):
        at = rows.index(row, 0)
        found.append(" | ".join(str(at.siblingAtColumn(column).data()) for column in range(3)))
        for inner in range(rows.rowCount(at)):
            child = rows.index(inner, 0, at)
            found.append("  " + " | ".join(str(child.siblingAtColumn(column).data()) for column in range(3)))
    return found


def mark(outline: Outline, part: tuple[str, str]) -> None:
    """Mark one row, whatever modifier keys a test before this one left down."""
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    outline.tree.selectionModel().setCurrentIndex(outline.rows.index_of(part), flags)


@pytest.mark.req("CAN-63")
def test_nodes_in_the_order_of_the_flow_with_states_and_counts(outline: Outline, model: MemoryModel) -> None:
    model.set_counts({"t1": Count(CountState.EXACT, 12345, "contacts")})
    model.set_statuses({"union": Status(RunState.FAILED)})
    assert lines(outline) == [
        "Read |  | ", "  → Filter |  | 12,345", "Query |  | ", "Filter |  | ", "  → Union |  | ", "Wait |  | ",
        "Union | Failed | ", "  → End |  | ", "End |  | ",
    ]  # fmt: skip
    counted = outline.rows.index_of(("edges", "t1")).siblingAtColumn(COUNT)
    assert counted.data(Qt.ItemDataRole.AccessibleTextRole) == "12,345 contacts"


@pytest.mark.parametrize("width", [215, 300, 700])
def test_counts_are_in_sight_however_narrow_the_list_is(outline: Outline, width: int, qtbot: QtBot) -> None:
    outline.resize(width, 600)
    header, room = outline.tree.header(), outline.tree.viewport()
    qtbot.waitUntil(lambda: header.sectionViewportPosition(COUNT) + header.sectionSize(COUNT) <= room.width())
    assert header.sectionSize(NAME) > header.sectionSize(COUNT)
    assert outline.tree.horizontalScrollBar().maximum() == 0


@pytest.mark.req("CAN-63")
def test_the_model_keeps_the_toolkits_rules_while_the_graph_changes(
    canvas: CanvasView, model: MemoryModel, outline: Outline
) -> None:
    tester = QAbstractItemModelTester(outline.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.ask(AddNode("enrich", (500, 500), source=PortRef("query", "out")))
    assert "  → Enrich |  | " in lines(outline)
    model.undo()
    canvas.selection.set(Parts.of(nodes=["filter"]))
    canvas.actions_by_id["edit.delete"].trigger()
    assert not any("Filter" in line for line in lines(outline))
    model.undo()
    assert tester.failureReportingMode() is QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.mark.req("CAN-63")
def test_the_selection_goes_both_ways(canvas: CanvasView, outline: Outline) -> None:
    canvas.selection.set(Parts.of(nodes=["union"], edges=["t1"]))
    chosen = {outline.rows.part(index) for index in outline.tree.selectionModel().selectedRows()}
    assert chosen == {("nodes", "union"), ("edges", "t1")}
    mark(outline, ("nodes", "end"))
    assert canvas.selection.parts == Parts.of(nodes=["end"])
    assert canvas.walk.at == ("nodes", "end")
    QTest.keyClick(outline.tree, Qt.Key.Key_Up)
    assert canvas.selection.parts == Parts.of(edges=["t3"])


@pytest.mark.req("CAN-63", "CAN-55")
def test_names_and_labels_are_edited_in_the_list(
    model: MemoryModel, outline: Outline, undone: Undone, qtbot: QtBot
) -> None:
    for part, read in (
        (("nodes", "filter"), lambda: model.node("filter").title),
        (("edges", "t2"), lambda: model.edge("t2").label),
    ):
        mark(outline, part)
        QTest.keyClick(outline.tree, Qt.Key.Key_F2)
        field = outline.tree.findChild(QLineEdit)
        assert field is not None
        field.selectAll()
        QTest.keyClicks(field, "Only France")
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda read=read: read() == "Only France", timeout=2000)  # type: ignore[misc]
        undone()


@pytest.mark.req("CAN-63", "CAN-55")
def test_the_actions_of_the_canvas_work_in_the_list(
    canvas: CanvasView, model: MemoryModel, outline: Outline, undone: Undone, qtbot: QtBot
) -> None:
    mark(outline, ("nodes", "wait"))
    QTest.keyClick(outline.tree, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(model.node_ids()) == 7
    undone()
    mark(outline, ("nodes", "wait"))
    outline.tree.setFocus()
    QTest.keyClick(outline.tree, Qt.Key.Key_Delete)
    assert "wait" not in model.node_ids()
    model.undo()
    mark(outline, ("nodes", "query"))
    with qtbot.waitSignal(canvas.opened) as opened:
        QTest.keyClick(outline.tree, Qt.Key.Key_Return)
    assert opened.args == ["nodes", "query"]


@pytest.mark.req("CAN-63")
def test_a_search_hides_the_rest(outline: Outline) -> None:
    QTest.keyClicks(outline.search, "union")
    hidden = [outline.tree.isRowHidden(row, outline.tree.rootIndex()) for row in range(outline.rows.rowCount())]
    assert hidden.count(False) == 1
    outline.search.clear()
    assert not any(outline.tree.isRowHidden(row, outline.tree.rootIndex()) for row in range(outline.rows.rowCount()))


@pytest.mark.req("CAN-63", "CAN-89")
def test_on_a_locked_canvas_nothing_is_edited_here(model: MemoryModel, outline: Outline) -> None:
    model.lock("The run is not over.")
    assert not outline.rows.index(0, 0).flags() & Qt.ItemFlag.ItemIsEditable


@pytest.mark.req("CAN-63")
def test_every_node_comes_after_what_leads_to_it_and_a_circle_ends(qtbot: QtBot) -> None:
    view = CanvasView(MemoryModel(graph(400)))
    qtbot.addWidget(view)
    order = {name: row for row, name in enumerate(flow_order(view.graph_scene))}
    assert len(order) == 400
    for item in view.graph_scene.edges.values():
        assert item.edge.target is not None
        assert order[item.edge.source.node] < order[item.edge.target.node]
    ring: list[PartView] = [
        node("a", "union", 0, 0),
        node("b", "union", 400, 0),
        edge("t1", "a", "b"),
        edge("t2", "b", "a"),
    ]
    circle = CanvasView(MemoryModel(ring, acyclic=False))
    qtbot.addWidget(circle)
    assert flow_order(circle.graph_scene) == ["a", "b"]


@pytest.mark.req("CAN-63", "CAN-90")
def test_new_counts_are_told_row_by_row_and_nothing_is_read_anew(qtbot: QtBot) -> None:
    model = MemoryModel(graph(1000))
    view = CanvasView(model)
    qtbot.addWidget(view)
    rows = OutlineModel(view, view)
    told: list[int] = []
    rows.dataChanged.connect(lambda *_: told.append(1))
    rows.modelReset.connect(lambda: told.append(1000))
    model.set_counts(counts(["t1", "t2"]))
    assert 1 <= sum(told) <= 2
