"""Pills keep out of each other's way, and of the cards' way."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from canvas import CanvasView
from canvas.crowd import Crowd
from canvas.demo.generate import counts, graph
from canvas.demo.model import MemoryModel
from canvas.navigation import Place
from canvas.obstacles import Cards

Span = tuple[float, float, float, float]


def _rect(span: Span) -> QRectF:
    return QRectF(span[0], span[1], span[2] - span[0], span[3] - span[1])


@pytest.mark.req("CAN-69", "CAN-70")
def test_hardly_two_counts_of_a_dense_graph_cover_each_other(qtbot: QtBot) -> None:
    model = MemoryModel(graph(120))
    model.set_counts(counts(list(model.edge_ids())))
    view = CanvasView(model)
    qtbot.addWidget(view)
    view.resize(1600, 1000)
    view.show()
    middle = view.graph_scene.content().center()
    view.go_to(Place(middle.x(), middle.y(), 1.0))
    view.grab()

    seen = view.visible_area()
    pills = [item.pill() for item in view.graph_scene.edges.values() if seen.contains(item.pill())]
    covering = [(one, other) for one, other in combinations(pills, 2) if one.intersects(other)]

    assert len(pills) > 40
    assert len(covering) <= 1, "where several share both ends there may be no room for all"


@pytest.mark.req("CAN-70")
def test_a_pill_stays_where_it_is_while_one_looks_around(qtbot: QtBot) -> None:
    model = MemoryModel(graph(120))
    model.set_counts(counts(list(model.edge_ids())))
    view = CanvasView(model)
    qtbot.addWidget(view)
    view.resize(1600, 1000)
    view.show()
    view.go_to(Place(1200, 600, 1.0))
    view.grab()
    before = {name: item.pill() for name, item in view.graph_scene.edges.items()}
    for x, y in ((600, 300), (2400, 900), (1200, 600)):
        view.go_to(Place(x, y, 1.0))
        view.grab()
    assert {name: item.pill() for name, item in view.graph_scene.edges.items()} == before


_PLACES = st.tuples(st.integers(0, 40), st.integers(0, 20), st.integers(1, 9), st.integers(1, 4)).map(
    lambda row: (row[0] * 20.0, row[1] * 20.0, row[0] * 20.0 + row[2] * 20.0, row[1] * 20.0 + row[3] * 20.0)
)


@given(st.lists(_PLACES, max_size=12), st.lists(_PLACES, min_size=1, max_size=5))
def test_the_first_free_place_is_taken_and_given_back(taken: list[Span], wanted: list[Span]) -> None:
    crowd = Crowd(Cards())
    others = [crowd.settle(f"o{index}", [place]) for index, place in enumerate(taken)]
    free = [place for place in wanted if not any(_rect(place).adjusted(-2, -2, 2, 2).intersects(_rect(one))
                                                 for one in others)]  # fmt: skip

    chosen = crowd.settle("new", wanted)

    if free:
        assert chosen == free[0]
    crowd.take("new")
    assert crowd.settle("next", wanted) == chosen
