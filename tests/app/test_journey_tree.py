"""A journey's canvas as a tree: it grows from its transitions, heals, and says what goes with what."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pydantic import JsonValue
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.journeys.page import JourneyPage
from app.life.head import DocumentHead
from app.panel.context import FormContext
from app.panel.editor import as_list, as_object
from app.panel.form import SettingsForm
from app.panel.nested import ModelList
from canvas.items.hit import Hit, Spot
from canvas.requests import Delete, InsertOnEdge
from canvas.tips import tip
from canvas.views import CountState, Parts
from engine.accounts.events import EMAIL_OPENED
from engine.document.edits import SetSetting
from engine.document.files import to_text
from engine.document.model import Node
from engine.journey.nodes.listen import ListenSettings
from engine.problems import EngineError
from tests.app.journey_builder import JourneyBuilder
from tests.app.window import User, open_window
from tests.engine.journey.fixture import companies
from tests.engine.journey.running import document

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """The window with the worked example in front."""
    subject = document("e1-value-tiers")
    with companies(tmp_path / "w") as workspace:
        workspace.documents.save(subject.id, to_text(subject), name=subject.name, kind=subject.kind.value)
    user = open_window(qtbot, tmp_path, tmp_path / "w")
    user.window.open_document(subject.id)
    user.until(lambda: isinstance(user.window.page, JourneyPage) and user.document.id == subject.id)
    yield user
    user.window.close()


def page_of(user: User) -> JourneyPage:
    page = user.page
    assert isinstance(page, JourneyPage)
    return page


def names(user: User) -> set[str]:
    return {node.id for node in user.document.nodes}


def by_type(user: User, kind: str) -> str:
    return next(node.id for node in user.document.nodes if node.type == kind)


@pytest.mark.req("B2B-63", "B2B-65", "B2B-67", "B2B-69", "B2B-78", "B2B-81", "B2B-82", "B2B-84", "B2B-277")
def test_nodes_are_found_selected_deleted_with_heal_and_brought_back(user: User) -> None:
    page = page_of(user)
    page.canvas.setFocus()
    split, close = by_type(user, "split-people"), by_type(user, "close")

    # The group of people stands in its frame at once, and is collapsed and opened again.
    (frame,) = page.adapter.frame_ids()
    assert {split, close} <= set(page.adapter.frame(frame).nodes)
    page.canvas.selection.set(Parts.of(frames=[frame]))
    page.canvas.actions_by_id["arrange.collapse"].trigger()
    assert page.adapter.frame(frame).collapsed
    user.undo()
    assert not page.adapter.frame(frame).collapsed

    # What always stands, and what comes and goes by itself, cannot be deleted.
    for name in ("audience", close):
        before = names(user)
        outcome = page.adapter.ask(Delete(Parts.of(nodes=[name])))
        assert not outcome
        assert outcome.reason
        assert names(user) == before

    # A wait that is deleted by the keyboard heals; undo brings it back with its settings.
    user.click_node("wait")
    user.until(lambda: page.selected_node == "wait")
    assert "wait" in user.window.panel.head.kind.text(), "its id stands in the panel"
    before_doc = user.document
    QTest.keyClick(page.canvas, KEY.Key_Delete)
    assert "wait" not in names(user)
    assert user.document.outbound["tiers"][1].target == before_doc.outbound["wait"][0].target
    user.undo()
    assert user.document.node_by_id["wait"] == before_doc.node_by_id["wait"]
    assert user.document.outbound["wait"] == before_doc.outbound["wait"]

    # A merge goes only once a single path is left in it.
    merge = by_type(user, "merge")
    assert not page.adapter.ask(Delete(Parts.of(nodes=[merge])))
    page.select_node(merge)
    user.until(lambda: page.extras.node == merge)
    boxes = page.extras.boxes
    QTest.mouseClick(next(iter(boxes.values())), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    user.until(lambda: len(user.document.inbound[merge]) == 1)
    assert page.adapter.ask(Delete(Parts.of(nodes=[merge])))
    assert merge not in names(user)


@pytest.mark.req("B2B-68", "B2B-70", "B2B-72", "B2B-198", "B2B-272", "B2B-273", "B2B-286")
def test_a_split_is_switched_with_a_warning_and_groups_take_people_actions_alone(user: User) -> None:
    page, hands = page_of(user), JourneyBuilder(user)
    split, close = by_type(user, "split-people"), by_type(user, "close")

    # On the paths of people stand only actions on people; after the close anything.
    inside = hands.edge(split, page.adapter.node(split).outputs[0].id)
    rules = page.adapter.rules()
    refused = {
        kind: rules.refusal(InsertOnEdge(inside, (0.0, 0.0), kind)) for kind in ("wait", "listen", "split-people")
    }
    assert all(refused.values())
    after = hands.edge(close)
    assert not any(rules.refusal(InsertOnEdge(after, (0.0, 0.0), kind)) for kind in ("wait", "listen", "split-people"))

    # A path with nodes on it stays; an empty one goes.
    written = as_list(user.document.node_by_id["tiers"].settings["paths"])
    shorter: list[JsonValue] = [as_object(one) for one in written[:1]]
    with pytest.raises(EngineError, match="nodes on it"):
        page.session.do(SetSetting("tiers", "paths", shorter), "Remove a path")
    with pytest.raises(EngineError, match="nodes on it"):
        page.session.do(SetSetting("tiers", "other", value=False), "Nobody else")

    # A third path of a variant leaves 150 % in all, until they are distributed evenly.
    variant = by_type(user, "variant")
    paths: list[JsonValue] = [{"id": name, "percent": 50} for name in ("1", "2", "3")]
    page.session.do(SetSetting(variant, "paths", paths), "Add a path")
    page.select_node(variant)
    user.until(lambda: page.extras.total.text() == "150 % in all")
    QTest.mouseClick(page.extras.even, Qt.MouseButton.LeftButton)
    assert [
        one["percent"] for one in as_list(user.document.node_by_id[variant].settings["paths"]) if isinstance(one, dict)
    ] == [34, 33, 33]
    user.undo()
    user.undo()

    # Switching says how many nodes go, and undo brings all of them back.
    before = user.document
    page.select_node(split)
    extras = page.extras
    user.until(lambda: extras.node == split)
    assert extras.warning.isVisible()
    assert "deletes 2 nodes" in extras.warning.text(), "what follows the group goes, too"
    QTest.mouseClick(extras.accounts, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    user.until(lambda: user.document.node_by_id[split].type == "split-accounts")
    gone = [one for one in before.nodes if one.id not in names(user) and one.type not in {"end", "close"}]
    assert len(gone) == 2
    assert close not in names(user)
    assert not page.adapter.frame_ids()
    user.undo()
    assert user.document == before

    # A split goes with all that only its paths lead to, and says so.
    outcome = page.adapter.ask(Delete(Parts.of(nodes=["tiers"])))
    assert outcome
    assert "deleted, too" in outcome.notice
    assert {node.type for node in user.document.nodes} == {"account-audience", "end"}
    user.undo()
    assert user.document == before


@pytest.mark.req("B2B-79", "B2B-80", "B2B-83")
def test_a_branch_is_copied_and_the_journey_renamed_and_kept_by_itself(user: User) -> None:
    page = user.page
    hands = JourneyBuilder(user)
    hands.whole(name="Tiers of value")
    user.until(lambda: user.document.name == "Tiers of value")
    desk = user.window.desk
    assert desk is not None
    workspace = desk.workspace
    user.until(
        lambda: (draft := workspace.drafts.load("value-tiers")) is not None and "Tiers of value" in draft.content
    )
    user.click_node("wait")
    before = names(user)
    QTest.keyClick(page.canvas, KEY.Key_C, CTRL)
    QTest.keyClick(page.canvas, KEY.Key_V, CTRL)
    user.until(lambda: "just now" in user.page.findChildren(DocumentHead)[0].kept.text())
    (made,) = {name for name in names(user) - before if user.document.node_by_id[name].type == "wait"}
    assert user.document.node_by_id[made].settings == user.document.node_by_id["wait"].settings


@pytest.mark.req("B2B-75", "B2B-76", "B2B-77", "B2B-85")
def test_the_canvas_is_turned_without_a_run_and_searched_and_zoomed_by_keys(user: User) -> None:
    page, canvas = page_of(user), user.page.canvas
    user.settled()
    counted, written = page.session.counts.last, user.document
    ways = [one for one in user.document.transitions if one.target is not None]

    def middle(node: str) -> float:
        return canvas.graph_scene.nodes[node].y() + canvas.graph_scene.nodes[node].card().height() / 2

    # What stands alone on its row has its middle on one line, however high the cards are.
    assert {middle(by_type(user, "end"))} == {middle(user.document.inbound[by_type(user, "end")][0].source)}
    assert all(card(user, one.source).right() < card(user, str(one.target)).left() for one in ways)

    canvas.setFocus()
    turn = KEY.Key_L, CTRL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(canvas, *turn)
    assert user.document.journey["layout_direction"] == "vertical"
    assert all(card(user, one.source).bottom() < card(user, str(one.target)).top() for one in ways)
    user.settled()
    again = page.session.counts.last
    assert again is not None
    assert counted is not None
    assert sum(one.seconds for one in again.nodes) == 0, "nothing had to run"
    assert [one.rows for one in again.transitions] == [one.rows for one in counted.transitions]
    # Back again, from a field of the panel.
    user.window.activateWindow()
    user.until(user.window.isActiveWindow)
    field = user.window.panel.document_form.form.rows["name"].editor
    field.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, *turn)
    assert user.document == written
    canvas.setFocus()

    # Found by its name, and by what it is set to; Escape gives the whole journey back.
    user.until(lambda: not canvas.glide.running)
    finder = canvas.overlays.finder
    QTest.keyClick(canvas, KEY.Key_F, CTRL)
    for text, found in (("interesting", {"moment"}), ("Worked", {"list"})):
        user.type(finder.search, text)
        assert {name for kind, name in finder.found if kind == "nodes"} == found
    QTest.keyClick(finder.search, KEY.Key_Escape)
    assert not finder.isVisible()

    canvas.setFocus()
    shown = canvas.minimap.isVisible()
    for name in ("view.minimap", "view.minimap"):
        canvas.actions_by_id[name].trigger()
        shown = not shown
        assert canvas.minimap.isVisible() is shown
    QTest.keyClick(canvas, KEY.Key_0, CTRL)
    user.until(lambda: canvas.transform().m11() == 1.0)
    QTest.keyClick(canvas, KEY.Key_Plus, CTRL)
    user.until(lambda: canvas.transform().m11() == 1.25)
    QTest.keyClick(canvas, KEY.Key_Minus, CTRL)
    user.until(lambda: canvas.transform().m11() == 1.0)


@pytest.mark.req("B2B-17", "B2B-71", "B2B-74")
def test_paths_are_tried_in_their_order_and_a_switch_clears_what_it_was_about(user: User) -> None:
    page, hands = page_of(user), JourneyBuilder(user)
    high, medium = as_list(user.document.node_by_id["tiers"].settings["paths"])
    assert isinstance(medium, dict)
    some: JsonValue = {
        "filters": [{"kind": "attribute", "attribute": "annual_revenue", "operator": "greater-than", "values": [0]}]
    }
    page.session.do(SetSetting("tiers", "paths", [high, {**medium, "condition": some}]), "Any revenue")
    user.until(lambda: [count(user, port) for port in ("path:high", "path:medium", "other")] == [2, 4, 1])

    # The second path holds for all whose revenue is known: tried first, it takes them.
    hands.set("tiers")
    form = user.window.panel.form
    assert form is not None
    paths = form.rows["paths"].editor
    assert isinstance(paths, ModelList)
    QTest.mouseClick(paths.items[1].up, Qt.MouseButton.LeftButton)
    assert [one["id"] for one in as_list(user.document.node_by_id["tiers"].settings["paths"])] == ["medium", "high"]
    user.until(lambda: [count(user, port) for port in ("path:high", "path:medium")] == [0, 6])
    user.undo()
    user.undo()

    # An action on others is another action: its inputs go, and come back with one undo.
    before = user.document.node_by_id["moment"]
    hands.set("moment", on="people")
    assert user.document.node_by_id["moment"].settings == {"on": "people"}
    user.undo()
    assert user.document.node_by_id["moment"] == before
    user.until(lambda: "Not yet actioned on" in {one.text for one in page.extras.facts(before)})


def count(user: User, port: str) -> int | None:
    """The accounts on an output of the split, once they are exact."""
    shown = user.page.adapter.count(JourneyBuilder(user).edge("tiers", port))
    return shown.value if shown.state is CountState.EXACT else None


def card(user: User, node: str) -> QRectF:
    """The card of a node, on the canvas."""
    item = user.page.canvas.graph_scene.nodes[node]
    # Where it goes to, while it glides.
    return QRectF(item.node.x, item.node.y, item.card().width(), item.card().height())


def test_the_events_that_are_listened_for_are_headed_by_their_titles(qtbot: QtBot) -> None:
    form = SettingsForm(ListenSettings.model_fields)
    qtbot.addWidget(form)
    form.show_value({"triggers": [{"event": EMAIL_OPENED}, {}]})
    events = form.rows["triggers"].editor
    assert isinstance(events, ModelList)
    assert [one.head.text() for one in events.items] == ["1. E-mail opened", "2."]


def test_the_selected_card_stays_where_it_is_while_paths_are_added_to_it(user: User) -> None:
    page = page_of(user)
    canvas = page.canvas
    user.settled()
    page.select_node("tiers")
    user.until(lambda: not canvas.glide.running)

    def shown() -> QPointF:
        return canvas.viewportTransform().map(canvas.graph_scene.nodes["tiers"].card().topLeft())

    before, place = shown(), card(user, "tiers").topLeft()
    more: list[JsonValue] = [{"id": f"more-{n}"} for n in range(4)]
    paths = as_list(user.document.node_by_id["tiers"].settings["paths"])
    page.session.do(SetSetting("tiers", "paths", [*paths, *more]), "More paths")
    assert card(user, "tiers").topLeft() != place
    assert (shown() - before).manhattanLength() < 3


@pytest.mark.req("B2B-235")
def test_a_split_says_on_its_card_what_each_path_asks(user: User) -> None:
    page = page_of(user)
    lines = page.adapter.node("tiers").summary
    assert lines[0].replace(",", "") == "1. Annual revenue is more than 100000 and Country is US"
    people = page.adapter.node(by_type(user, "split-people")).summary
    assert people[0].startswith("1. Job title ")
    assert people[-1] == "The others skip it"

    # All of it, whatever its length, is in the tooltip; what is not said yet is said to be missing.
    long = ", ".join(f"Industry number {place}" for place in range(12))
    values: list[JsonValue] = [*long.split(", ")]
    condition = {"filters": [{"kind": "attribute", "attribute": "industry", "values": values}]}
    # The paths stay, since there are nodes on them.
    first, second, *others = cast(
        "list[dict[str, JsonValue]]", page.session.document.node_by_id["tiers"].settings["paths"]
    )
    paths = cast("JsonValue", [{**first, "condition": condition}, {"id": second["id"]}, *others])
    page.session.do(SetSetting("tiers", "paths", paths), "Other conditions")
    lines = page.adapter.node("tiers").summary
    assert lines[0].startswith("1. Industry is Industry number 0, Industry number 1")
    assert lines[1] == "2. no condition yet"
    said = tip(page.canvas, Hit(Spot.NODE, "tiers"))
    assert "Industry number 10 or Industry number 11" in said
    assert "2. no condition yet" in said


@pytest.mark.req("B2B-53")
def test_a_journey_of_accounts_is_never_asked_how_it_recurs(user: User) -> None:
    page_of(user).canvas.selection.clear()
    form = user.window.panel.document_form.form
    schedule = form.rows["schedule"].editor
    assert isinstance(schedule, SettingsForm)
    user.until(schedule.rows["end_date"].isVisible)
    assert not schedule.rows["recurrence"].isVisible()
    # Nor once something of its schedule was changed.
    JourneyBuilder(user).whole(schedule={"end_date": "2026-03-04"})
    assert not schedule.rows["recurrence"].isVisible()
    assert form.rows["email_dedup"].isVisible()


@pytest.mark.req("B2B-212")
def test_only_events_of_whom_is_listened_to_are_offered(user: User) -> None:
    desk = user.window.desk
    assert desk is not None

    def offered(settings: dict[str, JsonValue]) -> set[str]:
        context = FormContext(user.document, Node(id="l", type="listen", settings=settings), desk.catalog)
        return {one.value for one in context.inside(settings).inside({}).events()}

    of_people, of_accounts = offered({}), offered({"on": "accounts"})
    assert "account.interestingMoment" in of_accounts
    assert EMAIL_OPENED in of_people
    assert not of_people & of_accounts
