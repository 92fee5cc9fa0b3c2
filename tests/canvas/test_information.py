"""What the canvas tells beside the graph: shares, width and colour by population, tips, badges, remarks."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from canvas import DARK, LIGHT, CanvasView, Tokens
from canvas.demo.generate import counts, graph
from canvas.demo.model import MemoryModel
from canvas.demo.window import DemoWindow
from canvas.heat import Heat
from canvas.items.counts import count_words
from canvas.items.hit import Hit, Spot
from canvas.navigation import Place
from canvas.tips import tip
from canvas.views import Badge, Count, CountState, PortView, RunState, Severity, Status
from tests.canvas.conftest import NO_BUTTON, Hands, node, small_graph
from tests.canvas.test_painting import contrast

Keys = Callable[..., None]
COUNT = Count(CountState.EXACT, 12_431, "people", 0.0412, 0.00004, "3 of them twice", 0.437, "Run of 9:00")


@pytest.fixture
def counted(model: MemoryModel) -> MemoryModel:
    model.set_counts({"t1": Count(CountState.EXACT, 2_000_000, "people"), "t2": COUNT})
    return model


# Shares


@pytest.mark.req("CAN-71")
def test_pills_say_numbers_or_shares_by_key(canvas: CanvasView, counted: MemoryModel, keys: Keys) -> None:
    said: list[str] = []
    for text in ("Alt+V, P", "Alt+V, E", "Alt+V, N"):
        keys(text)
        said.append(count_words(counted.count("t2"), canvas.look))
    assert said == ["4.1\u00a0%", "< 0.1\u00a0%", "12,431"]
    assert counted.undo_count() == 0


@pytest.mark.req("CAN-71")
def test_a_pill_is_as_wide_as_what_it_says(canvas: CanvasView, counted: MemoryModel) -> None:
    wide = canvas.graph_scene.edges["t2"].pill().width()
    canvas.actions_by_id["show.of-previous"].trigger()
    assert canvas.graph_scene.edges["t2"].pill().width() < wide
    assert canvas.actions_by_id["show.of-previous"].isChecked()
    assert not canvas.actions_by_id["show.numbers"].isChecked()


@pytest.mark.req("CAN-71", "CAN-76")
def test_hovering_a_pill_shows_number_both_shares_time_and_run(
    canvas: CanvasView, counted: MemoryModel, hands: Hands, qtbot: QtBot
) -> None:
    pill = canvas.graph_scene.edges["t2"].pill()
    hands.move(pill.center(), button=NO_BUTTON)
    qtbot.waitUntil(canvas.overlays.tips.card.isVisible, timeout=10_000)
    text = canvas.overlays.tips.card.text()
    for words in ("12,431 people", "4.1\u00a0% of the step before", "&lt; 0.1\u00a0% of the entry", "0.44 s",
                  "Run of 9:00", "3 of them twice"):  # fmt: skip
        assert words in text
    card = canvas.overlays.tips.card.geometry()
    assert not card.intersects(canvas.viewportTransform().mapRect(pill).toAlignedRect())
    hands.press((1000, 500))
    assert not canvas.overlays.tips.card.isVisible()
    hands.release((1000, 500))


@pytest.mark.req("CAN-69", "CAN-73")
@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(), "–"),
        (Count(CountState.COMPUTING), "…"),
        (Count(CountState.COMPUTING, 7), "7"),
        (Count(CountState.ESTIMATED, 1_000), "≈ 1,000"),
        (Count(CountState.EXACT, 1_234_567), "1,234,567"),
        (Count(CountState.STALE, 20), "20"),
        (Count(CountState.ERROR), "Error"),
    ],
)
def test_every_state_of_a_count_has_words_and_a_look(
    canvas: CanvasView, model: MemoryModel, count: Count, words: str
) -> None:
    assert count_words(count, canvas.look) == words
    model.set_counts({"t2": count})
    picture = _picture(canvas)
    others = [Count(state, 5) for state in CountState if state is not count.state]
    for other in others:
        model.set_counts({"t2": other})
        assert _picture(canvas) != picture


def _picture(canvas: CanvasView) -> QImage:
    return canvas.viewport().grab().toImage()


# Width and colour


@pytest.mark.req("CAN-72")
@given(st.lists(st.integers(0, 10**9), max_size=60))
def test_a_larger_population_is_never_in_a_lower_bucket(values: list[int]) -> None:
    heat = Heat.of(values)
    found = [heat.bucket(value) or 0 for value in sorted(values)]
    assert all(one <= two for one, two in pairwise(found))
    assert all(0 <= bucket <= 5 for bucket in found)
    ranges = heat.ranges()
    if not heat.bounds:
        alike = {value for value in values if value} or {0}
        assert ranges == [(0, alike.pop(), ranges[0][1])]
        assert ranges[0][1] == ranges[0][2]
        return
    assert ranges[0][1] == 0
    assert all(high is not None and high + 1 == after[1] for (_, _, high), after in pairwise(ranges))


@pytest.mark.req("CAN-72")
def test_six_decades_give_six_buckets_with_round_bounds() -> None:
    heat = Heat.of([1, 10, 100, 1_000, 10_000, 100_000, 1_000_000])
    assert heat.bounds == (10, 100, 1_000, 10_000, 100_000)
    assert [heat.bucket(value) for value in (0, 5, 10, 999, 1_000_000)] == [0, 0, 1, 2, 5]
    assert heat.bucket(None) is None


# Machado, Oliveira and Fernandes 2009, severity 1: linear RGB as protanopes, deuteranopes and tritanopes see it.
_SIMULATIONS = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def _seen(colour: str, matrix: tuple[tuple[float, float, float], ...]) -> float:
    """The luminance of a colour as somebody sees it."""
    made = QColor(colour)
    linear: list[float] = []
    for channel in (made.redF(), made.greenF(), made.blueF()):
        linear.append(channel / 12.92 if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4))
    red, green, blue = (sum(part * share for part, share in zip(linear, row, strict=True)) for row in matrix)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.req("CAN-64", "CAN-72")
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_the_ramp_keeps_its_order_for_every_eye(tokens: Tokens) -> None:
    assert min(contrast(colour, tokens.ground) for colour in tokens.heat) >= 3
    plain = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    for matrix in (plain, *_SIMULATIONS.values()):
        ramp = [_seen(colour, matrix) for colour in tokens.heat]
        assert ramp == sorted(ramp, reverse=tokens is LIGHT)


@pytest.mark.req("CAN-64")
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_states_are_read_by_every_eye(tokens: Tokens) -> None:
    for name, matrix in _SIMULATIONS.items():
        for state, look in tokens.states.items():
            low, high = sorted(max(_seen(colour, matrix), 0.0) for colour in (look.ink, look.tint))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (name, state)


@pytest.mark.req("CAN-72")
def test_heat_widens_large_transitions_and_explains_itself(
    canvas: CanvasView, counted: MemoryModel, keys: Keys
) -> None:
    plain = _picture(canvas)
    keys("Ctrl+Alt+H")
    legend = canvas.overlays.legend
    assert legend.isVisible()
    assert "and more" in legend.accessibleName()
    assert canvas.look.heat is not None
    assert canvas.look.heat.bucket(2_000_000) == 5
    assert canvas.actions_by_id["show.heat"].isChecked()
    assert _picture(canvas) != plain
    counted.set_counts({"t1": Count(CountState.EXACT, 9_000_000)})
    assert (canvas.look.heat.bucket(9_000_000), canvas.look.heat.bucket(12_431)) == (5, 0)
    keys("Ctrl+Alt+H")
    assert not legend.isVisible()
    assert canvas.look.heat is None


@pytest.mark.req("CAN-72")
def test_heat_reaches_the_overview(qtbot: QtBot) -> None:
    model = MemoryModel(graph(60))
    model.set_counts(counts(list(model.edge_ids())))
    view = CanvasView(model)
    qtbot.addWidget(view)
    view.resize(1600, 1000)
    view.go_to(Place(1500, 400, 0.2))
    plain = _picture(view)
    view.actions_by_id["show.heat"].trigger()
    hot = _picture(view)
    model.set_counts({edge: Count(CountState.EXACT, 10) for edge in model.edge_ids()})
    assert len({plain.cacheKey(), hot.cacheKey()}) == 2
    assert hot != plain
    assert _picture(view) != hot


# Tips and badges


@pytest.mark.req("CAN-76")
def test_a_node_tells_name_type_run_counts_and_remarks(canvas: CanvasView, counted: MemoryModel) -> None:
    badge = Badge(Severity.ERROR, 7, ("A column is missing.", "A <b>rule</b> is empty.", "c", "d", "e", "f"))
    counted.set_statuses({"filter": Status(RunState.FAILED, badge=badge, detail="No such table")})
    words = tip(canvas, Hit(Spot.NODE, "filter"))
    for part in ("<b>Filter</b>", "Failed – No such table", "In: 2,000,000 people", "Out: 12,431 people",
                 "A column is missing.", "A &lt;b&gt;rule&lt;/b&gt; is empty.", "and 2 more"):  # fmt: skip
        assert part in words


@pytest.mark.req("CAN-76")
def test_ports_and_open_ends_tell_what_they_are(canvas: CanvasView) -> None:
    assert "1 transition" in tip(canvas, Hit(Spot.INPUT, "filter", "in"))
    assert "Takes one transition." in tip(canvas, Hit(Spot.INPUT, "filter", "in"))
    assert "Nothing is connected here." in tip(canvas, Hit(Spot.OUTPUT, "query", "out"))
    assert tip(canvas, Hit(Spot.EMPTY)) == ""


@pytest.mark.req("CAN-76", "CAN-55")
def test_the_keyboard_asks_for_a_tip(canvas: CanvasView, counted: MemoryModel, keys: Keys) -> None:
    canvas.walk.go("nodes", "filter")
    keys("Alt+I")
    assert "Filter" in canvas.overlays.tips.card.text()
    assert canvas.overlays.tips.card.isVisible()
    keys("Right")
    assert not canvas.overlays.tips.card.isVisible()


@pytest.mark.req("CAN-74")
def test_a_badge_is_pressed_and_leads_to_its_remarks(canvas: CanvasView, model: MemoryModel, hands: Hands) -> None:
    model.set_statuses({"filter": Status(badge=Badge(Severity.WARNING, 2, ("One.", "Two.")))})
    asked: list[str] = []
    canvas.remarks_wanted.connect(asked.append)
    hands.click((408 + 216 - 10, -2))
    assert asked == ["filter"]
    assert canvas.selection.parts.nodes == {"filter"}
    assert "One." in canvas.overlays.tips.card.text()
    hands.click((408 + 100, 40))
    assert asked == ["filter"]


@pytest.mark.req("CAN-74", "CAN-55")
def test_keys_walk_from_remark_to_remark_and_round_again(canvas: CanvasView, model: MemoryModel, keys: Keys) -> None:
    badge = Status(badge=Badge(Severity.ERROR, 1, ("Empty.",)))
    model.set_statuses({"filter": badge, "end": badge})
    seen: list[str] = []
    for text in ("F8", "F8", "F8", "Shift+F8"):
        keys(text)
        seen.append(canvas.walk.node)
    assert seen == ["filter", "end", "filter", "end"]


@pytest.mark.req("CAN-74")
def test_a_port_with_a_problem_is_ringed_and_says_why(qtbot: QtBot) -> None:
    from dataclasses import replace

    plain = node("filter", "filter", 0, 0)
    bad = replace(plain, inputs=(PortView("in", many=False, problem="Nothing comes in here."),))
    pictures: list[QImage] = []
    for view in (plain, bad):
        canvas = CanvasView(MemoryModel([view]))
        qtbot.addWidget(canvas)
        canvas.resize(400, 300)
        pictures.append(_picture(canvas))
    assert pictures[0] != pictures[1]
    assert "Nothing comes in here." in tip(canvas, Hit(Spot.INPUT, "filter", "in"))


@pytest.mark.req("CAN-74")
def test_the_list_of_remarks_follows_and_leads_to_the_node(qtbot: QtBot) -> None:
    model = MemoryModel(small_graph())
    window = DemoWindow(model)
    qtbot.addWidget(window)
    assert window.remarks.count() == 0
    model.set_statuses({"union": Status(badge=Badge(Severity.ERROR, 1, ("Nothing comes in.",)))})
    assert window.remarks.item(0).text() == "Union: Nothing comes in."
    window.remarks.itemClicked.emit(window.remarks.item(0))
    assert window.canvas.selection.parts.nodes == {"union"}
    model.set_statuses({"union": Status()})
    assert window.remarks.count() == 0


@pytest.mark.req("CAN-76")
def test_a_tip_stays_in_sight_at_any_corner(canvas: CanvasView, counted: MemoryModel) -> None:
    room = canvas.viewport().rect()
    for x, y in ((-500, 0), (2500, 0), (720, 700), (720, -350)):
        canvas.go_to(Place(x, y, 1.0))
        canvas.overlays.tips.show_now(Hit(Spot.NODE, "filter"), canvas.viewportTransform().map(canvas.graph_scene
                                      .nodes["filter"].card().center()))  # fmt: skip
        assert room.contains(canvas.overlays.tips.card.geometry())
