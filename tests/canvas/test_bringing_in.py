"""What comes from elsewhere: blocks, files, pastes of unknown kinds; layouts tried, and several parts at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.blocks import PREFIX
from canvas.demo.files import file_handlers
from canvas.demo.model import MemoryModel
from canvas.demo.types import TYPES
from canvas.palette import Palette
from canvas.views import Parts
from tests.canvas.conftest import LEFT, Hands, small_graph

Keys = Callable[..., None]
Undone = Callable[[], None]
_NONE = Qt.KeyboardModifier.NoModifier


def _drop(hands: Hands, data: QMimeData, at: tuple[float, float]) -> bool:
    """Drop something; whether it was welcome."""
    place, viewport, copy = hands.screen(at), hands.canvas.viewport(), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place.toPoint(), copy, data, LEFT, _NONE)
    QApplication.sendEvent(viewport, enter)
    if enter.isAccepted():
        QApplication.sendEvent(viewport, QDropEvent(place, copy, data, LEFT, _NONE))
    return enter.isAccepted()


def _files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(Path("/data") / name)) for name in names])
    return data


# Blocks


def _first(palette: Palette) -> QTreeWidgetItem:
    """The first entry of the first category."""
    head = palette.tree.topLevelItem(0)
    item = head.child(0) if head is not None else None
    assert item is not None
    return item


@pytest.mark.req("CAN-39", "CAN-55")
def test_a_selection_is_kept_as_a_block_and_inserted_from_the_palette_and_by_typing(
    canvas: CanvasView, model: MemoryModel, keys: Keys, qtbot: QtBot, undone: Undone
) -> None:
    palette = Palette(canvas)
    qtbot.addWidget(palette)
    canvas.selection.set(Parts.of(nodes=["filter", "union"]))
    before = model.text()
    keys("Ctrl+Shift+K")
    assert model.text() == before
    block = _first(palette)
    assert block.text(0) == "Filter and 1 more"

    block.setText(0, "Filter, then join")
    assert list(canvas.blocks.texts) == ["Filter, then join"]
    keys("Insert")
    QTest.keyClicks(canvas.quick.search, "then")
    QTest.keyClick(canvas.quick.search, Qt.Key.Key_Return)

    assert len(model.node_ids()) == 8
    assert len(model.edge_ids()) == 4
    assert canvas.selection.parts.nodes == set(model.node_ids()) - {node.id for node in map(model.node, (
        "read", "filter", "union", "end", "query", "wait"))}  # fmt: skip
    undone()
    palette.add(PREFIX + "Filter, then join")
    assert len(model.node_ids()) == 8


@pytest.mark.req("CAN-39")
def test_a_block_is_dropped_where_it_falls_and_forgotten_by_delete(
    canvas: CanvasView, model: MemoryModel, hands: Hands, qtbot: QtBot, undone: Undone
) -> None:
    palette = Palette(canvas)
    qtbot.addWidget(palette)
    canvas.selection.set(Parts.of(nodes=["wait"]))
    name = canvas.blocks.keep()
    hands.drop_kind(PREFIX + name, (1000, 500))
    made = next(model.node(node) for node in model.node_ids() if model.node(node).title.startswith("Wait "))
    assert (made.x, made.y) == (996, 504)
    undone()
    palette.tree.setCurrentItem(_first(palette))
    QTest.keyClick(palette.tree, Qt.Key.Key_Delete)
    assert canvas.blocks.texts == {}


# Files


@pytest.mark.req("CAN-38")
def test_a_file_that_two_handlers_want_asks_which(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    canvas.dropping.handlers += file_handlers(canvas)
    before = model.text()
    assert _drop(hands, _files("spring.csv"), (1000, 500))
    assert canvas.chooser.isVisible()
    hands.key(Qt.Key.Key_Escape, to=canvas.chooser.search)
    assert model.text() == before

    assert _drop(hands, _files("spring.csv"), (1000, 500))
    hands.key(Qt.Key.Key_2, text="2", to=canvas.chooser.search)
    assert [model.note(name).text for name in model.note_ids()] == ["- spring.csv"]
    undone()


@pytest.mark.req("CAN-38")
def test_a_file_that_one_handler_wants_is_taken_at_once_and_others_are_not_welcome(
    canvas: CanvasView, model: MemoryModel, hands: Hands
) -> None:
    assert not _drop(hands, _files("photo.png"), (1000, 500))
    canvas.dropping.handlers += file_handlers(canvas)
    assert _drop(hands, _files("photo.png"), (1000, 500))
    assert not canvas.chooser.isVisible()
    assert len(model.note_ids()) == 1
    model.lock("The run is not over.")
    assert not _drop(hands, _files("photo.png"), (1000, 500))
    assert canvas.notices.notice.text() == "The run is not over."


@pytest.mark.req("CAN-38", "CAN-55")
def test_files_are_pasted_by_keys(canvas: CanvasView, model: MemoryModel, keys: Keys) -> None:
    QGuiApplication.clipboard().setMimeData(_files("spring.csv"))
    keys("Ctrl+V")
    assert canvas.notices.notice.text() == "Nothing can be made of these files here."
    canvas.dropping.handlers += file_handlers(canvas)
    QGuiApplication.clipboard().setMimeData(_files("spring.csv"))
    keys("Ctrl+V")
    QTest.keyClick(canvas.chooser.search, Qt.Key.Key_1)
    assert "spring" in {model.node(name).title for name in model.node_ids()}


@pytest.mark.req("CAN-37")
def test_what_is_unknown_here_is_kept_told_and_named_apart(canvas: CanvasView, model: MemoryModel) -> None:
    text = model.copy(Parts.of(["filter", "wait"]))
    other = MemoryModel(small_graph(), types=[kind for kind in TYPES if kind.id != "wait"])
    view = CanvasView(other)
    view.blocks.take({"pair": text})
    view.blocks.insert("pair", (0.0, 600.0))
    made = [other.node(name) for name in other.node_ids() if name not in set(model.node_ids())]
    assert {(node.title, node.type, node.missing) for node in made} == {
        ("Filter 2", "filter", False), ("Wait 2", "wait", True)
    }  # fmt: skip
    assert view.notices.notice.text() == "1 node is of a kind that is unknown here, and kept as it is."
    view.deleteLater()


# Layout


@pytest.mark.req("CAN-46", "CAN-55")
@pytest.mark.parametrize("way", ["Return", "Escape"])
def test_a_layout_is_tried_and_kept_or_given_back(
    canvas: CanvasView, model: MemoryModel, keys: Keys, undone: Undone, way: str
) -> None:
    before = model.text()
    keys("Ctrl+Shift+L")
    shown = {name: (item.x(), item.y()) for name, item in canvas.graph_scene.nodes.items()}
    assert shown["wait"] != (408, 240)
    assert model.text() == before

    keys(way)

    if way == "Return":
        assert {name: (model.node(name).x, model.node(name).y) for name in model.node_ids()} == shown
        undone()
    else:
        assert (model.text(), model.undo_count()) == (before, 0)
        assert canvas.graph_scene.nodes["wait"].y() == 240


@pytest.mark.req("CAN-46")
def test_a_click_keeps_a_layout_that_is_tried(model: MemoryModel, hands: Hands, keys: Keys, undone: Undone) -> None:
    keys("Ctrl+Shift+L")
    hands.click((1000, 500))
    assert model.node("wait").x != 408
    undone()


@pytest.mark.req("CAN-46")
def test_new_nodes_alone_are_laid_out(canvas: CanvasView, model: MemoryModel, hands: Hands, keys: Keys) -> None:
    assert not canvas.actions_by_id["arrange.layout-new"].isEnabled()
    hands.drop_kind("enrich", (900, 640))
    new = (set(model.node_ids()) - {"read", "filter", "union", "end", "query", "wait"}).pop()
    hands.drag((624, 276), (model.node(new).x, model.node(new).y + 36))
    old = {name: (model.node(name).x, model.node(name).y) for name in model.node_ids() if name != new}

    keys("Ctrl+Alt+L")

    assert (model.node(new).x, model.node(new).y) == (408 + 216 + 192, 240)
    assert {name: (model.node(name).x, model.node(name).y) for name in old} == old
    assert not canvas.actions_by_id["arrange.layout-new"].isEnabled()


# Several at once


@pytest.mark.req("CAN-20", "CAN-55")
def test_enter_on_several_nodes_asks_to_edit_them_together(canvas: CanvasView, keys: Keys, qtbot: QtBot) -> None:
    canvas.selection.set(Parts.of(nodes=["filter", "union"]))
    with qtbot.waitSignal(canvas.opened_together) as told:
        keys("Return")
    assert told.args == [Parts.of(nodes=["filter", "union"])]


@pytest.mark.req("CAN-21")
def test_a_bar_stands_above_several_selected_nodes_and_keeps_out_of_gestures(
    canvas: CanvasView, model: MemoryModel, hands: Hands, undone: Undone
) -> None:
    bar = canvas.selection_bar
    canvas.selection.set(Parts.of(nodes=["filter"]))
    assert not bar.isVisible()
    canvas.selection.set(Parts.of(nodes=["filter", "union"]))
    assert bar.isVisible()
    shown = canvas.viewportTransform().mapRect(canvas.graph_scene.bounds_of(canvas.selection.parts))
    assert bar.geometry().bottom() < canvas.viewport().geometry().top() + shown.top()

    hands.hold((500, 60), (500, 120))
    assert not bar.isVisible()
    hands.key(Qt.Key.Key_Escape)
    hands.release((500, 120))
    assert bar.isVisible()
    QTest.mouseClick(bar.buttons["edit.disable"], LEFT)
    assert model.node("filter").disabled
    assert model.node("union").disabled
    undone()
    model.lock("The run is not over.")
    assert not bar.isVisible()


# Right to left


@pytest.mark.req("CAN-68")
def test_the_flow_runs_to_the_right_whatever_the_language(qtbot: QtBot, model: MemoryModel) -> None:
    program = QGuiApplication.instance()
    assert isinstance(program, QGuiApplication)
    program.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        view = CanvasView(model)
        qtbot.addWidget(view)
        view.resize(1200, 800)
        view.show()
        view.fit(view.graph_scene.content())
        before = view.place()
        view.scroll_by(40, 0)
        assert view.place().x - before.x == pytest.approx(40 / view.scale_in_use, abs=1)
        assert view.to_scene(QPointF(0, 0)).x() < view.to_scene(QPointF(100, 0)).x()
    finally:
        program.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.req("CAN-68")
def test_long_names_take_two_lines_and_then_end_in_dots(canvas: CanvasView) -> None:
    from canvas.items.node import wrapped

    style = canvas.style_in_use
    lines = wrapped("Households that bought coffee and have not been back since the spring", style, 150, 2)
    assert len(lines) == 2
    assert lines[0].string.startswith("Households")
    assert lines[1].string.endswith("…")
    assert all(line.width <= 150 for line in lines)
    assert [line.string for line in wrapped("Short", style, 150, 2)] == ["Short"]
    assert wrapped("Donaudampfschifffahrtsgesellschaft", style, 150, 2)[0].string.endswith("…")
    assert [line.string for line in wrapped("", style, 150, 2)] == [""]
