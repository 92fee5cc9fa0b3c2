"""Counts in the overview: readable while they have room, never over one another, and to be clicked like the others."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.demo.generate import graph
from canvas.demo.model import MemoryModel
from canvas.far_words import MOST_WORDS
from canvas.items.hit import Spot
from canvas.navigation import Place
from canvas.views import Badge, Count, CountState, Severity, Status


def _canvas(
    qtbot: QtBot, nodes: int = 40, zoom: float = 0.2, value: int | None = None
) -> tuple[CanvasView, MemoryModel]:
    model = MemoryModel(graph(nodes, rows=8))
    model.set_counts({name: Count(CountState.EXACT, value) for name in model.edge_ids()})
    view = CanvasView(model)
    qtbot.addWidget(view)
    view.resize(1600, 1000)
    view.show()
    view.go_to(Place(1500, 400, zoom))
    view.grab()
    return view, model


def _written(view: CanvasView) -> dict[str, QRectF]:
    """Where numbers are read, in pixels, as far as a click finds them."""
    found: dict[str, QRectF] = {}
    for x in range(0, view.viewport().width(), 8):
        for y in range(0, view.viewport().height(), 4):
            name = view.graph_scene.overview.count_at(view.mapToScene(x, y))
            if name:
                found[name] = found.get(name, QRectF()).united(QRectF(x, y, 8, 4))
    return found


@pytest.mark.req("CAN-69")
def test_numbers_are_written_in_the_overview_apart_from_each_other(qtbot: QtBot) -> None:
    view, model = _canvas(qtbot, value=38)
    written = _written(view)
    assert len(written) > 0.5 * len(list(model.edge_ids())), "two digits have room between most cards"
    for one, other in combinations(written.values(), 2):
        inner = one.adjusted(8, 4, -8, -4)
        assert not inner.intersects(other.adjusted(8, 4, -8, -4))
    assert {round(place.height()) for place in written.values()} <= {12, 16}, "the size of the screen, at any zoom"


@pytest.mark.req("CAN-69")
def test_a_number_without_room_is_not_cut_but_left_out(qtbot: QtBot) -> None:
    near, _ = _canvas(qtbot, zoom=0.35, value=1234)
    assert _written(near)
    far, _ = _canvas(qtbot, zoom=0.15, value=1234)
    assert not _written(far)
    picture = far.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(500, 1100) for y in range(400, 500)}
    assert far.style_in_use.tokens.pill_border in colours, "a mark still shows that there is a count"


@pytest.mark.req("CAN-69")
def test_a_new_count_is_read_at_once(qtbot: QtBot) -> None:
    view, model = _canvas(qtbot, value=38)
    before = view.grab().toImage()
    model.set_counts({name: Count(CountState.EXACT, 39) for name in model.edge_ids()})
    assert view.grab().toImage() != before


def test_a_click_on_a_number_selects_its_transition(qtbot: QtBot) -> None:
    view, _ = _canvas(qtbot, value=38)
    for name, place in list(_written(view).items())[:5]:
        at = QPoint(round(place.left() + 3), round(place.top() + 2))
        assert view.hit_at(view.mapToScene(at)).spot is Spot.EDGE
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        assert view.selection.parts.edges == {name}


def test_numbers_grow_with_the_texts(qtbot: QtBot) -> None:
    view, _ = _canvas(qtbot, value=3)
    small = max(place.height() for place in _written(view).values())
    view.set_text_scale(2.0)
    view.set_zoom(0.2)
    view.grab()
    assert max(place.height() for place in _written(view).values()) == pytest.approx(2 * small, abs=6)


def test_more_numbers_than_anybody_reads_are_marks(qtbot: QtBot) -> None:
    view, model = _canvas(qtbot, nodes=MOST_WORDS + 300, zoom=0.16, value=3)
    view.resize(8000, 3000)
    view.fit(view.graph_scene.content())
    view.set_zoom(0.16)
    view.grab()
    assert not _written(view)
    assert len(list(model.edge_ids())) > MOST_WORDS


def test_what_is_wrong_is_seen_in_the_overview_as_long_as_states_are_shown(qtbot: QtBot) -> None:
    view, model = _canvas(qtbot, value=38)
    ground = QColor(view.style_in_use.tokens.states["error"].tint)
    assert not _has(view, ground)
    name = next(iter(model.node_ids()))
    model.set_statuses({name: Status(badge=Badge(Severity.ERROR, 1, ("A rule is empty.",)))})
    assert _has(view, ground)
    view.look.states_shown = False
    assert not _has(view, ground)
    view.look.states_shown = True
    model.set_statuses({name: Status()})
    assert not _has(view, ground)


def _has(view: CanvasView, colour: QColor) -> bool:
    picture = view.grab().toImage()
    return any(picture.pixelColor(x, y) == colour for x in range(400, 1300) for y in range(350, 650))
