"""Painting: contrast of every pair of colours, and counters that grow with what is visible, not with the graph."""

import sys

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from pytestqt.qtbot import QtBot

from canvas import DARK, LIGHT, CanvasView, Tokens
from canvas.demo.generate import counts, graph, statuses
from canvas.demo.model import MemoryModel
from canvas.navigation import Place
from canvas.requests import Move
from canvas.style import RUN_LOOKS, icon_character
from canvas.views import Count, CountState


def _luminance(colour: str) -> float:
    made = QColor(colour)
    parts = [channel / 255 for channel in (made.red(), made.green(), made.blue())]
    linear: list[float] = [
        part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4) for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.req("CAN-64", "CAN-66")
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_text_and_marks_keep_their_contrast(tokens: Tokens) -> None:
    texts = [(tokens.text, tokens.card), (tokens.text_quiet, tokens.card), (tokens.text_quiet, tokens.pill)]
    texts += [(tokens.text, tokens.pill), (tokens.text, tokens.ground)]
    texts += [(look.ink, look.tint) for look in (*tokens.accents.values(), *tokens.states.values())]
    assert {pair: contrast(*pair) for pair in texts if contrast(*pair) < 4.5} == {}
    marks = [
        (colour, tokens.ground)
        for colour in (tokens.edge, tokens.edge_strong, tokens.selection, tokens.focus, tokens.refused, tokens.guide)
    ]
    marks += [(tokens.port, tokens.card), (tokens.selection, tokens.card)]
    assert {pair: contrast(*pair) for pair in marks if contrast(*pair) < 3} == {}


@pytest.mark.req("CAN-64")
def test_every_run_state_has_an_icon_of_its_own(qtbot: QtBot) -> None:
    icons = [icon for _, icon in RUN_LOOKS.values()]
    characters = {icon_character(name) for name in icons}
    assert len(characters) == len(icons)
    assert icon_character("ph.no-such-icon") == icon_character("ph.question")


def _canvas(qtbot: QtBot, nodes: int) -> CanvasView:
    model = MemoryModel(graph(nodes, rows=8))
    model.set_counts(counts(list(model.edge_ids())))
    model.set_statuses(statuses(list(model.node_ids())))
    view = CanvasView(model)
    qtbot.addWidget(view)
    view.resize(1600, 1000)
    view.show()
    return view


@pytest.mark.req("CAN-90")
def test_paints_grow_with_what_is_visible_and_not_with_the_graph(qtbot: QtBot) -> None:
    found: list[int] = []
    for nodes in (200, 2000):
        view = _canvas(qtbot, nodes)
        view.go_to(Place(1500, 400, 1.0))
        view.grab()
        before = view.look.paints
        view.grab()
        found.append(view.look.paints - before)
    assert found[0] > 10
    assert abs(found[1] - found[0]) < 0.25 * found[0]


@pytest.mark.req("CAN-90")
def test_the_overview_asks_no_item_to_paint(qtbot: QtBot) -> None:
    view = _canvas(qtbot, 1000)
    view.fit(view.graph_scene.content())
    before = view.look.paints
    picture = view.grab().toImage()
    assert view.look.paints == before
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, 900, 3)}
    assert view.style_in_use.faded(LIGHT.accents["teal"].ink) in colours


@pytest.mark.req("CAN-90")
def test_a_move_reroutes_only_the_transitions_it_touches(qtbot: QtBot) -> None:
    view = _canvas(qtbot, 200)
    view.fit(view.graph_scene.content())
    edges = view.graph_scene.edges
    ways = {name: item.way() for name, item in edges.items()}
    before = {name: item.reroutes for name, item in edges.items()}
    view.model.ask(Move({"n20": (5000.0, 5000.0)}))
    for item in edges.values():
        item.way()
    again = {name for name, item in edges.items() if item.reroutes != before[name]}
    own = view.graph_scene.edges_of("n20")
    assert again >= own
    assert all(edges[name].may_meet_cards for name in again - own), "a short transition has nothing to go around"
    assert len(ways) / 4 > len(again) > 0


@pytest.mark.req("CAN-69")
def test_a_new_count_is_seen_at_the_next_painting(qtbot: QtBot) -> None:
    view = _canvas(qtbot, 16)
    view.go_to(Place(600, 300, 1.0))
    model = view.model
    assert isinstance(model, MemoryModel)
    name = next(iter(model.edge_ids()))
    model.set_counts({name: Count(CountState.EXACT, 7)})
    narrow = view.graph_scene.edges[name].pill().width()
    model.set_counts({name: Count(CountState.EXACT, 7_000_000)})
    assert view.graph_scene.edges[name].pill().width() > narrow + 20


def test_the_toolkit_does_not_lose_references_to_none() -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pen = QPen()
    before = sys.getrefcount(None)
    for _ in range(1000):
        painter.setPen(pen)
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < 100
