"""A journey in the window: its rehearsal on the canvas, and its replay under it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.journeys.adapter import wall
from app.journeys.page import JourneyPage
from app.journeys.replay import DAY
from app.panel.editors.basic import NumberEditor
from canvas.views import RunState
from engine.account_data.external import create_audience
from engine.document.edits import SetProperty
from engine.document.files import to_text
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
