"""Painting: contrast of every pair of colours, and counters that grow with what is visible, not with the graph."""

import sys

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette, QPen
from pytestqt.qtbot import QtBot

from canvas import DARK, LIGHT, CanvasView, Tokens, guard
from canvas.demo.generate import counts, graph, statuses
from canvas.demo.model import MemoryModel
from canvas.demo.window import window_over
from canvas.icons import icon_character
from canvas.navigation import Place
from canvas.requests import Move
from canvas.style import RUN_LOOKS
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


@pytest.mark.parametrize("zoom", [1.0, 0.4, 0.2])
def test_a_model_that_fails_while_it_is_painted_is_reported_and_the_rest_is_painted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, zoom: float
) -> None:
    view = _canvas(qtbot, 30)
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: told.append(error))
    monkeypatch.setattr(guard, "_reported", set())

    def failing(part: str) -> Count:
        raise LookupError(part)

    view.fit(view.graph_scene.content())
    view.set_zoom(zoom)
    view.look.count_of = failing
    monkeypatch.setattr(view.look, "status_of", failing)
    view.graph_scene.overview.forget()
    picture = view.grab().toImage()
    assert {type(error) for error in told} == {LookupError}
    assert len(told) <= 2, "each place is told once, not once per item"
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(0, 900, 2)}
    assert len(colours) > 1


@pytest.mark.req("CAN-85")
@pytest.mark.parametrize("scale", [0.1, 1.0])
def test_a_scene_rendered_elsewhere_takes_its_detail_from_its_own_scale(qtbot: QtBot, scale: float) -> None:
    view = _canvas(qtbot, 12)
    view.set_zoom(0.1 if scale == 1.0 else 1.0)
    view.grab()
    area = QRectF(0, 0, 1200, 300)
    image = QImage(round(1200 * scale), round(300 * scale), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.graph_scene.render(painter, QRectF(image.rect()), area)
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert (LIGHT.card in colours) == (scale == 1.0)
    assert len(colours) > 2


@pytest.mark.req("CAN-66")
def test_icons_and_widgets_follow_the_scheme_at_run_time(qtbot: QtBot) -> None:
    window = window_over(12)
    qtbot.addWidget(window)
    window.show()
    action = window.canvas.actions_by_id["arrange.layout"]
    for tokens in (DARK, LIGHT):
        window.canvas.set_tokens(tokens)
        assert tokens.text in _colours(action.icon().pixmap(32).toImage())
        head = window.palette_view.tree.topLevelItem(0)
        leaf = head.child(0) if head is not None else None
        assert leaf is not None
        assert tokens.accents["blue"].ink in _colours(leaf.icon(0).pixmap(32).toImage())
        for widget in (window, window.palette_view.tree, window.canvas.quick):
            assert widget.palette().color(QPalette.ColorRole.WindowText).name() == tokens.text


@pytest.mark.req("CAN-66", "CAN-24")
def test_the_icon_of_the_marked_row_stands_out_from_the_mark(qtbot: QtBot) -> None:
    view = _canvas(qtbot, 12)
    for tokens in (DARK, LIGHT):
        view.set_tokens(tokens)
        view.quick_add(view.visible_area().center())
        chosen = view.quick.list.item(0).icon()
        drawn = _colours(chosen.pixmap(QSize(32, 32), QIcon.Mode.Selected).toImage())
        assert max(contrast(colour, tokens.selection) for colour in drawn) > 4


def _colours(image: QImage) -> set[str]:
    """The colours of all opaque pixels."""
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {image.pixelColor(*place).name() for place in places if image.pixelColor(*place).alpha() == 255}


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
