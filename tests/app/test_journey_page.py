"""A journey in the window: its rehearsal on the canvas, and its replay under it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.journeys.page import JourneyPage
from app.journeys.replay import DAY
from canvas.views import RunState
from engine.document.files import to_text
from tests.app.journey_builder import JourneyBuilder
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


@pytest.mark.soak
@pytest.mark.req("B2B-22", "B2B-63", "B2B-64", "B2B-66", "B2B-73")
def test_e1_is_built_from_an_empty_workspace_and_counts_as_printed(qtbot: QtBot, tmp_path: Path) -> None:
    companies(tmp_path / "w").close()
    user = open_window(qtbot, tmp_path, tmp_path / "w")
    hands = JourneyBuilder(user)
    hands.begin("Value tiers")
    hands.whole(zone="UTC", as_of="2026-01-05T00:00", schedule={"end_date": "2026-02-04"})
    hands.set("audience", condition=[])
    tiers = hands.grow_by_mouse("audience", "Split paths by accounts")
    revenue, us = "Annual revenue", ("Country", "is", "US")
    hands.set(tiers, other=True, paths=[
        {"label": "US high", "condition": [(revenue, "greater-than", "100000"), us]},
        {"label": "US medium", "condition": [(revenue, "less-than", "100000"), (revenue, "greater-than", "50000"), us]},
    ])  # fmt: skip

    welcome = hands.act(tiers, "people", "ppl.send_email", "path:1", name="Welcome", subject="Welcome")
    opened = hands.grow(welcome, "Listen", settings={"timeout": True, "triggers": [
        {"event": "directMarketing.emailOpened", "where": [("asset_name", "is", "Welcome")]}
    ]})  # fmt: skip
    stage = hands.act(opened, "accounts", "acct.bg_stage", "event", interest="Cloud Suite", stage="Interest")
    moment = hands.act(opened, "accounts", "acct.interesting_moment", "timeout", type="Milestone")
    merge = hands.grow(stage, "Merge")
    hands.merge(merge, moment)
    listed = hands.act(merge, "accounts", "acct.add_to_list", list="Worked")

    wait = hands.grow(tiers, "Wait", "path:2", {"value": 2, "must_end_on": {"days": [0, 1, 2, 3, 4], "time": "10:00"}})
    leaders = hands.grow(wait, "Split paths by people", settings={"paths": [
        {"label": "Leaders", "condition": [("Job title", "starts-with", "CMO, CEO")]}
    ]})  # fmt: skip
    score = hands.act(leaders, "people", "ppl.change_score", "path:1", change="+10")
    close = next(one.target for one in user.document.outbound[score])
    alert = hands.act(str(close), "accounts", "acct.sales_alert", interest="Cloud Suite",
                      addresses="sales@example.com")  # fmt: skip

    variant = hands.grow(tiers, "Variant", "other")
    nurture = hands.act(variant, "people", "mkto.add_to_list", "path:1", workspace="Default", list="Nurture")
    hands.grow(variant, "Wait", "path:2")
    user.settled()

    assert [str(one) for one in user.page.session.problems if one.is_error] == []
    assert {one: shown(user, hands.edge(*one)) for one in (
        ("audience", "out"), (tiers, "path:1"), (tiers, "path:2"), (tiers, "other"), (opened, "event"),
        (opened, "timeout"), (merge, "out"), (listed, "out"), (wait, "out"), (leaders, "path:1"), (alert, "out"),
        (variant, "path:1"), (variant, "path:2"),
    )} == {
        ("audience", "out"): (7, 16), (tiers, "path:1"): (2, 7), (tiers, "path:2"): (1, 2), (tiers, "other"): (4, 7),
        (opened, "event"): (1, 4), (opened, "timeout"): (1, 3), (merge, "out"): (2, 7), (listed, "out"): (2, 7),
        (wait, "out"): (1, 2), (leaders, "path:1"): (1, 1), (alert, "out"): (1, 2),
        (variant, "path:1"): (2, 5), (variant, "path:2"): (2, 2),
    }  # fmt: skip
    outcomes = {one.id: dict(one.outcomes) for one in user.page.session.counts.last.nodes}  # type: ignore[union-attr]  # settled
    assert outcomes[welcome] == {"sent": 5, "skipped_opted_out": 1, "skipped_suspended": 1}
    assert outcomes[nurture] == {"applied": 4, "skipped_already_member": 1}
    assert user.page.session.counts.last is not None
    assert (user.page.session.counts.last.journey or {})["exits"] == {"completed": 7}
    user.window.close()
