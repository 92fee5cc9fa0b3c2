"""Ways around cards: what a transition never runs behind, and what it keeps doing when nothing is in its way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.demo.generate import graph
from canvas.demo.model import MemoryModel
from canvas.navigation import Place
from canvas.obstacles import Cards, columns, gap
from canvas.requests import Move
from canvas.routing import Routing, inner
from tests.canvas.conftest import edge, node

ROUTINGS = pytest.mark.parametrize("routing", list(Routing))


def _behind(canvas: CanvasView) -> set[str]:
    """The transitions that run behind a card other than their own two."""
    found: set[str] = set()
    for name, item in canvas.graph_scene.edges.items():
        view = item.edge
        own = {view.source.node, view.target.node if view.target else ""}
        for other, card in canvas.graph_scene.nodes.items():
            if other not in own and item.crosses(card.card().adjusted(2, 2, -2, -2)):
                found.add(name)
    return found


def _row(*extra: tuple[str, str, float, float]) -> MemoryModel:
    """read -> end with other cards in between."""
    parts = [node("read", "read", 0, 0), node("end", "end", 1632, 0), *(node(*card) for card in extra)]
    return MemoryModel([*parts, edge("t1", "read", "end")], acyclic=False)


@pytest.mark.req("CAN-47")
@ROUTINGS
def test_a_long_transition_goes_around_the_cards_between(qtbot: QtBot, routing: Routing) -> None:
    model = _row(
        ("a", "filter", 408, 0), ("b", "filter", 408, 120), ("c", "filter", 1000, -24), ("d", "wait", 1224, 12)
    )
    canvas = CanvasView(model)
    qtbot.addWidget(canvas)
    canvas.graph_scene.set_routing(routing)
    assert _behind(canvas) == set()
    way = canvas.graph_scene.edges["t1"].way().boundingRect()
    assert way.top() > -200, "it takes the nearest gap"
    assert way.bottom() < 250


@pytest.mark.req("CAN-47")
@ROUTINGS
def test_a_transition_back_goes_below_what_stands_there(qtbot: QtBot, routing: Routing) -> None:
    model = _row(
        ("a", "filter", 408, 0), ("b", "filter", 816, 96), ("c", "filter", 1000, 220), ("back", "union", 200, 0)
    )
    canvas = CanvasView(model)
    qtbot.addWidget(canvas)
    canvas.graph_scene.set_routing(routing)
    parts = [node("one", "filter", 1200, 0), node("two", "union", 0, 0), node("low", "wait", 600, 96)]
    looped = CanvasView(MemoryModel([*parts, edge("t", "one", "two")], acyclic=False))
    qtbot.addWidget(looped)
    looped.graph_scene.set_routing(routing)
    assert _behind(looped) == set()


@pytest.mark.req("CAN-47")
def test_a_card_dropped_onto_a_way_pushes_the_way_aside_and_undo_brings_it_back(qtbot: QtBot) -> None:
    model = _row(("a", "filter", 700, 600))
    canvas = CanvasView(model)
    qtbot.addWidget(canvas)
    item = canvas.graph_scene.edges["t1"]
    straight = item.way().boundingRect()
    assert straight.height() < 12
    assert model.ask(Move({"a": (700.0, -6.0)}))
    assert _behind(canvas) == set()
    assert item.way().boundingRect().height() > 40
    model.undo()
    assert item.way().boundingRect() == straight


@pytest.mark.req("CAN-47", "CAN-70")
def test_no_transition_and_no_count_of_a_generated_graph_is_behind_a_card(qtbot: QtBot) -> None:
    canvas = CanvasView(MemoryModel(graph(150, seed=3)))
    qtbot.addWidget(canvas)
    assert _behind(canvas) == set()
    for item in canvas.graph_scene.edges.values():
        assert item.boundingRect().contains(item.way().boundingRect()), item.edge.id
        assert item.boundingRect().contains(item.pill()), item.edge.id


@pytest.mark.req("CAN-47")
@ROUTINGS
def test_in_a_turned_layout_transitions_run_between_the_rows_that_they_join(qtbot: QtBot, routing: Routing) -> None:
    canvas = CanvasView(MemoryModel(graph(60, seed=5)))
    qtbot.addWidget(canvas)
    canvas.graph_scene.set_routing(routing)
    canvas.actions_by_id["arrange.turn"].trigger()
    assert _behind(canvas) == set()
    nodes, seen = canvas.graph_scene.nodes, 0
    for item in canvas.graph_scene.edges.values():
        if item.edge.target is None:
            continue
        before, after = nodes[item.edge.source.node].card(), nodes[item.edge.target.node].card()
        assert before.bottom() < after.top(), "it is laid out from top to bottom"
        way = item.way().boundingRect()
        assert before.top() < way.top(), item.edge.id
        assert way.bottom() < after.bottom(), item.edge.id
        seen += 1
    assert seen > 50


@given(
    cards=st.lists(st.tuples(st.integers(-900, 900), st.integers(0, 40)), max_size=12),
    ideal=st.integers(-900, 900),
)
def test_a_gap_keeps_clear_of_every_card_and_is_the_nearest(cards: list[tuple[int, int]], ideal: int) -> None:
    boxes = [(0.0, float(top), 216.0, float(top + 48 + height)) for top, height in cards]
    found = gap(boxes, ideal, 16)
    assert not any(top - 16 < found < bottom + 16 for _, top, _, bottom in boxes)
    ends = [ideal, *(top - 16 for _, top, _, _ in boxes), *(bottom + 16 for *_, bottom in boxes)]
    free = [y for y in ends if not any(top - 16 < y < bottom + 16 for _, top, _, bottom in boxes)]
    assert abs(found - ideal) == min(abs(y - ideal) for y in free)


def test_cards_are_found_by_area_and_forgotten_when_they_go() -> None:
    cards = Cards()
    cards.put("a", (-500.0, -30.0, 216.0, 72.0))
    cards.put("b", (1000.0, 500.0, 216.0, 72.0))
    assert cards.within(-600, -100, 600, 100) == [(-500.0, -30.0, -284.0, 42.0)]
    cards.put("a", (1010.0, 700.0, 216.0, 72.0))
    assert cards.within(-600, -100, 600, 100) == []
    assert [len(column) for column in columns(cards.within(900, 400, 1300, 900))] == [2]
    cards.take("a")
    cards.take("a")
    assert len(cards.within(900, 400, 1300, 900)) == 1


def test_short_and_free_ways_have_no_inner_points() -> None:
    cards = Cards()
    cards.put("far", (300.0, 900.0, 216.0, 72.0))
    assert inner(0, 0, 190, 40, 0, cards) == ()
    assert inner(0, 0, 1000, 40, 0, cards) == ()


@pytest.mark.req("CAN-69")
def test_labels_of_one_output_do_not_cover_each_other(qtbot: QtBot) -> None:
    nodes = [node("read", "read", 0, 0), node("more", "query", 0, 400)]
    nodes += [node(f"u{row}", "union", 408, 120.0 * row - 120) for row in range(3)]
    links = [edge(f"t{row}", "read", f"u{row}") for row in range(3)]
    links += [edge(f"m{row}", "more", f"u{row}") for row in range(3)]
    canvas = CanvasView(MemoryModel([*nodes, *links]))
    qtbot.addWidget(canvas)
    canvas.go_to(Place(300, 100, 1.0))
    pills: list[QRectF] = [canvas.graph_scene.edges[f"t{row}"].pill() for row in range(3)]
    for index, one in enumerate(pills):
        assert not any(one.intersects(other) for other in pills[:index])
