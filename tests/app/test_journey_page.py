"""A journey in the window: its rehearsal on the canvas, and its replay under it."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from app.inspector.values import shown as written
from app.journeys.adapter import wall
from app.journeys.extras import switched
from app.journeys.page import JourneyPage
from app.journeys.replay import DAY
from app.journeys.tree import completed
from app.panel.editors.basic import NumberEditor
from app.words import number
from canvas.gestures.drop import PALETTE_FORMAT
from canvas.views import Parts, RunState
from engine.account_data.external import create_audience
from engine.document.edits import RemoveNodes, SetProperty, apply
from engine.document.files import to_text
from engine.document.model import Document
from engine.runner.journey_populations import find_journey_population
from tests.app.window import User, open_window
from tests.engine.journey.fixture import companies
from tests.engine.journey.running import document

KEY = Qt.Key


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """The window on the specification's companies, with its first example in front, rehearsed."""
    subject = document("e1-value-tiers")
    with companies(tmp_path / "w") as workspace:
        workspace.documents.save(subject.id, to_text(subject), name=subject.name, kind=subject.kind.value)
    user = open_window(qtbot, tmp_path, tmp_path / "w")
    user.window.open_document(subject.id)
    user.until(lambda: isinstance(user.window.page, JourneyPage) and user.page.session.document.id == subject.id)
    user.settled()
    user.until(lambda: journey(user).replay.timeline is not None)
    yield user
    user.window.close()


def journey(user: User) -> JourneyPage:
    page = user.page
    assert isinstance(page, JourneyPage)
    return page


def shown(user: User, transition: str) -> tuple[int | None, int | None]:
    """The accounts and people that the pill of a transition shows."""
    count = user.page.adapter.count(transition)
    return count.value, count.second


@pytest.mark.req("B2B-89")
def test_the_audience_says_how_many_accounts_it_has_now(user: User) -> None:
    page = journey(user)
    page.select_node("audience")
    user.until(lambda: page.extras.isVisible())
    # The worked example: seven companies.
    facts = {one.text: one.value for one in page.extras.facts(page.session.document.node_by_id["audience"])}
    assert facts["Estimated accounts"] == facts["Total accounts entered"] == 7
    shown_ = [label.text() for label in page.extras.performance.findChildren(QLabel)]
    assert "Estimated accounts" in shown_
    page.bar.track.setFocus()
    QTest.keyClick(page.bar.track, KEY.Key_Home)
    facts = {one.text: one.value for one in page.extras.facts(page.session.document.node_by_id["audience"])}
    assert facts["Estimated accounts"] == 7, "whatever instant is looked at"


@pytest.mark.req("B2B-18", "B2B-15")
def test_replay_shows_the_printed_states_at_three_instants(user: User) -> None:
    page = journey(user)
    assert shown(user, "t1") == (7, 16)
    assert shown(user, "t20") == (2, 2)

    # The start: all have entered, the e-mail is sent, and three nodes hold somebody.
    page.bar.track.setFocus()
    QTest.keyClick(page.bar.track, KEY.Key_Home)
    assert {one: shown(user, one) for one in ("t2", "t3", "t4", "t10", "t16")} == {
        "t2": (2, 7), "t3": (2, 7), "t4": (0, 0), "t10": (1, 2), "t16": (4, 7)
    }  # fmt: skip
    assert page.adapter.standing("opened").tokens == 2
    assert page.adapter.status("wait").run is RunState.WAITING

    # Three days on: one listens still, two wait, four are done.
    for _ in range(3):
        QTest.keyClick(page.bar.track, KEY.Key_Right)
    assert {one: shown(user, one) for one in ("t4", "t5", "t9", "t12", "t15", "t20")} == {
        "t4": (1, 4), "t5": (0, 0), "t9": (1, 4), "t12": (1, 1), "t15": (1, 2), "t20": (0, 0)
    }  # fmt: skip
    assert (page.adapter.standing("opened").tokens, page.adapter.standing("wait-5").tokens) == (1, 2)
    assert page.adapter.standing("opened").first == page.replay.first + 5 * DAY
    assert page.bar.state.text().startswith("3 ")

    # The next event is the time-out and the end of the waits on the tenth, and then all are done.
    QTest.keyClick(page.bar.track, KEY.Key_PageDown)
    assert page.replay.instant == page.replay.first + 5 * DAY
    assert {one: shown(user, one) for one in ("t5", "t9", "t20")} == {"t5": (1, 3), "t9": (2, 7), "t20": (2, 2)}
    assert page.adapter.standing("wait-5").tokens == 0


@pytest.mark.req("B2B-18")
def test_while_time_passes_those_who_go_over_are_seen_on_their_way(user: User) -> None:
    page = journey(user)
    replay, passing = page.replay, page.adapter.passing
    replay.go_to(replay.first)
    assert replay.speed == DAY
    # Two accounts went over at the beginning; on the way for 0.8 of a second, they are half way 0.4 of a day later.
    replay.go_to(replay.first + 4 * DAY // 10)
    ((share, many),) = passing("t2", 8)
    assert many == 2
    assert share == pytest.approx(0.5, abs=1 / 8)
    replay.go_to(replay.first + DAY)
    assert not passing("t2", 8), "they have arrived"
    assert not passing("t5", 8), "nobody has gone over yet"

    QTest.mouseClick(page.bar.play, Qt.MouseButton.LeftButton)
    assert page.canvas.overlays.flow.on
    QTest.mouseClick(page.bar.play, Qt.MouseButton.LeftButton)
    assert not page.canvas.overlays.flow.on


def type_days(user: User, node: str, days: str) -> None:
    """Type how long a node waits into its panel, and wait for the rehearsal."""
    page = journey(user)
    page.select_node(node)
    user.until(lambda: user.window.panel.form is not None and "value" in user.window.panel.form.rows)
    form = user.window.panel.form
    assert form is not None
    editor = form.rows["value"].editor
    assert isinstance(editor, NumberEditor)
    user.type(editor.line, days)
    user.settled()


def test_what_is_tried_out_in_the_field_that_was_typed_in_before_can_be_taken_back(user: User) -> None:
    page = journey(user)
    type_days(user, "wait-5", "7")
    QTest.mouseClick(page.bar.what_if, Qt.MouseButton.LeftButton)
    assert page.what_if.on
    type_days(user, "wait-5", "9")
    user.until(page.what_if.keep.isEnabled)
    assert "1 change" in page.what_if.words.text()

    QTest.mouseClick(page.what_if.back, Qt.MouseButton.LeftButton)
    assert page.session.document.node_by_id["wait-5"].settings["value"] == 7
    assert not page.what_if.on


def test_the_days_under_the_bars_are_those_of_the_zone_in_which_the_instant_is_told(user: User) -> None:
    page = journey(user)
    page.session.do(SetProperty("zone", "America/New_York"), "Zone")
    user.settled()
    days = page.bar.track.days()
    assert days
    for midnight, words in days:
        page.replay.go_to(midnight)
        assert page.adapter.day_words(midnight) == words
        assert wall(midnight, page.adapter.zone).hour == 0


def test_what_activities_are_told_to_have_done_is_that_of_the_whole_run_only_at_its_end(user: User) -> None:
    page = journey(user)
    assert "2" in page.adapter.status("end-2").detail
    page.bar.track.setFocus()
    QTest.keyClick(page.bar.track, KEY.Key_Home)
    assert page.adapter.status("end-2").detail == ""


def test_the_part_that_is_played_can_be_set_anew_beyond_its_ends(user: User) -> None:
    track, replay = journey(user).bar.track, journey(user).replay
    assert replay.timeline is not None
    start, end = replay.timeline.start, replay.timeline.end
    track.setFocus()
    replay.go_to(start + 2 * DAY)
    QTest.keyClick(track, KEY.Key_O)
    replay.go_to(start + 9 * DAY)
    QTest.keyClick(track, KEY.Key_I)
    assert (replay.first, replay.last) == (start + 9 * DAY, end)
    replay.go_to(start + 4 * DAY)
    QTest.keyClick(track, KEY.Key_O)
    assert (replay.first, replay.last) == (start, start + 4 * DAY)


@pytest.mark.req("B2B-11")
def test_the_way_of_an_account_says_what_was_asked_as_the_cards_do(user: User) -> None:
    inspector = user.window.inspector
    assert inspector is not None
    journey(user).select_edge("t2")
    user.until(lambda: inspector.rows.grid.total == 2)
    why = inspector.why
    inspector.tabs.setCurrentWidget(why)
    user.type(why.line, "A1, A3")
    QTest.keyClick(why.line, KEY.Key_Return)
    user.until(why.error.isVisible)
    assert "A1 alone" in why.error.text()

    split = next(one for one in _below(why.tree.topLevelItem(0)) if "left by US high" in one.text(1))
    told = [(line.text(0), line.text(1), line.text(2)) for line in _below(split)]
    assert told[0] == (
        "US high",
        f"Annual revenue is more than {number(100_000)}: holds",
        written(Decimal("5000000.00")),
    )
    assert told[1] == ("US high", "Country is US: holds", "US")


def _below(item: QTreeWidgetItem | None) -> list[QTreeWidgetItem]:
    assert item is not None
    found = [item.child(place) for place in range(item.childCount())]
    return [one for one in found if one is not None]


@pytest.mark.parametrize(("split", "warned"), [("leaders", 2), ("tiers", 13)])
def test_switching_a_split_deletes_what_its_warning_says(user: User, split: str, warned: int) -> None:
    page = journey(user)
    before = page.session.document
    page.select_node(split)
    user.until(lambda: page.extras.warning.isVisible())
    assert f"deletes {warned} nodes" in page.extras.warning.text()

    other = page.extras.people if page.extras.accounts.isChecked() else page.extras.accounts
    other.click()
    kept = [one for one in page.session.document.nodes if one.type not in {"end", "close"}]
    counted = [one for one in before.nodes if one.type not in {"end", "close"}]
    assert len(counted) - len(kept) == warned
    user.undo()
    assert page.session.document == before


def test_switching_a_split_leaves_what_others_reach_too(user: User) -> None:
    page = journey(user)
    tree = page.session.document.model_dump(mode="json", by_alias=True)
    tree["nodes"] = [*tree["nodes"], {"id": "inner", "type": "split-accounts", "settings": {"paths": [{"id": "1"}]}}]
    tree["transitions"] = [one for one in tree["transitions"] if one["from"] != "stage"] + [
        {"id": "x1", "from": "stage", "port": "out", "to": "inner"},
        {"id": "x2", "from": "inner", "port": "path:1", "to": "merge"},
        {"id": "x3", "from": "inner", "port": "other", "to": "merge"},
    ]
    subject = Document.model_validate(tree)

    edit = switched(subject, subject.node_by_id["inner"], by_people=True)

    assert edit is not None
    after = apply(subject, completed(subject, edit)).document
    assert {one.id for one in subject.nodes} <= {one.id for one in after.nodes}
    assert [one.source for one in after.inbound["merge"]] == ["moment"]


def test_what_may_not_go_into_the_transition_it_is_dropped_on_says_why(user: User) -> None:
    page = journey(user)
    canvas, before = page.canvas, page.session.document
    edge = next(one.id for one in before.transitions if one.source == "leaders")
    page.select_edge(edge)
    told: list[str] = []
    canvas.announced.connect(told.append)
    data = QMimeData()
    data.setData(PALETTE_FORMAT, b"wait")
    at = QPointF(canvas.mapFromScene(canvas.graph_scene.edges[edge].way().pointAtPercent(0.8)))
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas.viewport(), QDragEnterEvent(at.toPoint(), *held))
    QApplication.sendEvent(canvas.viewport(), QDropEvent(at, *held))
    assert told == ["Only actions on people stand on the paths of people."]
    assert page.session.document == before


def test_the_status_bar_says_that_a_journey_was_rehearsed_or_cannot_be(user: User) -> None:
    words = user.window.status.text
    type_days(user, "wait-5", "11")
    assert "Counted in" in words.text()
    journey(user).session.do(RemoveNodes(("audience",)), "Without an audience")
    user.settled()
    assert words.text() == "Nothing could be counted: see Problems."


def test_a_name_without_spaces_leaves_the_panel_its_width(user: User) -> None:
    page, panel = journey(user), user.window.panel
    page.session.do(SetProperty("name", "x" * 181), "Name")
    user.settled()
    user.until(panel.document_form.isVisible)
    assert panel.document_form.width() <= panel.width()


def test_a_field_that_is_changed_again_after_another_selection_is_another_step(user: User) -> None:
    page = journey(user)
    type_days(user, "wait-5", "12")
    steps = page.session.stack.count()
    type_days(user, "wait-5", "7")
    assert page.session.stack.count() == steps, "all that is typed in one stay is one step"
    page.select_node("audience")
    type_days(user, "wait-5", "9")
    assert page.session.stack.count() == steps + 1
    user.undo()
    assert page.session.document.node_by_id["wait-5"].settings["value"] == 7


def test_a_difference_is_that_of_the_whole_run_whatever_part_is_played(user: User) -> None:
    page = journey(user)
    page.bar.track.setFocus()
    QTest.keyClick(page.bar.track, KEY.Key_Home)
    QTest.keyClick(page.bar.track, KEY.Key_Right)
    QTest.keyClick(page.bar.track, KEY.Key_O)
    QTest.mouseClick(page.bar.what_if, Qt.MouseButton.LeftButton)
    assert page.replay.at_end
    assert page.adapter.count("t1").change == 0


def test_trying_out_ends_when_what_was_before_it_is_undone_or_the_journey_is_locked(user: User) -> None:
    page = journey(user)
    type_days(user, "wait-5", "7")
    QTest.mouseClick(page.bar.what_if, Qt.MouseButton.LeftButton)
    user.undo()
    assert not page.what_if.on
    assert not page.bar.what_if.isChecked()

    QTest.mouseClick(page.bar.what_if, Qt.MouseButton.LeftButton)
    page.session.lock("It is published.")
    assert not page.what_if.on
    assert not page.bar.what_if.isEnabled()
    assert page.bar.what_if.toolTip() == "It is published."


@pytest.mark.req("B2B-16")
def test_what_is_behind_a_count_can_be_opened_after_data_were_changed_elsewhere(user: User) -> None:
    page, desk = journey(user), user.window.desk
    assert desk is not None
    before = page.session.counts.last
    create_audience(desk.workspace, "Paid media", datetime(2026, 1, 1), "For the spring")
    desk.accounts_changed.emit()
    user.until(lambda: page.session.counts.last is not before and not page.controller.busy)
    found = find_journey_population(desk.workspace, user.document, "t1", page.seen, as_of=page.session.as_of)
    assert len(found.page(0, 10).rows) == 7


@pytest.mark.req("B2B-16")
def test_the_people_beside_the_accounts_of_a_transition_are_listed(user: User) -> None:
    page, inspector = journey(user), user.window.inspector
    assert inspector is not None
    grid = inspector.rows.grid
    page.canvas.selection.set(Parts.of(edges=["t1"]))
    user.until(lambda: grid.total == 7)
    assert shown(user, "t1") == (7, 16)
    user.until(inspector.people.isVisible)
    QTest.mouseClick(inspector.people, Qt.MouseButton.LeftButton)
    user.until(lambda: grid.total == 16)
    assert not inspector.people.isVisible(), "these are the people"
    # Who had gone over at an instant.
    page.bar.track.setFocus()
    QTest.keyClick(page.bar.track, KEY.Key_Home)
    page.canvas.selection.set(Parts.of(edges=["t4"]))
    user.until(lambda: grid.total == 0)
    for _ in range(3):
        QTest.keyClick(page.bar.track, KEY.Key_Right)
    user.until(lambda: grid.total == 1 and inspector.people.isVisible())
    QTest.mouseClick(inspector.people, Qt.MouseButton.LeftButton)
    user.until(lambda: grid.total == 4)
    # The list that is open follows the instant, and so does what it leads back to.
    page.bar.track.setFocus()
    QTest.keyClick(page.bar.track, KEY.Key_Home)
    user.until(lambda: grid.total == 0)
    assert inspector.away
    QTest.keyClick(page.bar.track, KEY.Key_End)
    user.until(lambda: grid.total == 4)
    QTest.mouseClick(inspector.back, Qt.MouseButton.LeftButton)
    user.until(lambda: grid.total == 1)
